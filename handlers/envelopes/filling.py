"""Fills the envelopes: one per rep and working day, from half past nine on by their own clock."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Generic

from handlers.envelope import (
    ENVELOPE_TIME,
    MOST_ROWS,
    Envelope,
    EnvelopeId,
    Slip,
    W,
    envelope_view,
)
from handlers.envelopes.choosing import Offered, chosen
from handlers.people import Person, Place
from handlers.work import NewId, home_view


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling(Generic[W]):
    """Gives everybody what waits for them, as far as there is room."""

    open_work: Callable[[], W]
    look: Callable[[], W]
    new_id: NewId
    slips: Sequence[Slip[W]]
    """In the order in which a card shows them."""

    def fill(self, at: datetime) -> None:
        """Fill the envelopes of everybody who is at work; may be rung for as often as one likes."""
        with self.look() as work:
            ready = [one for one in self._with_room(work, at) if self._finds(work, one, at)]
        for person in ready:
            with self.open_work() as work:
                self.fill_for(work, work.people.get(person.id), at)
                work.commit()

    def fill_for(self, work: W, person: Person, at: datetime) -> None:
        """Put into somebody's envelope of today what waits for it.

        Before 9:30 by their clock, and while they are not at work, everything goes on waiting.
        """
        if not is_time_for(person, at):
            return
        work.envelopes.hold([person.id])
        standing = work.envelopes.on(person.id, person.hours.day_of(at))
        rows = self._offers(work, person, standing, at)
        if rows:
            self._put(work, standing or self._opened(work, person, at), person, rows, at)

    def _with_room(self, work: W, at: datetime) -> Sequence[Person]:
        """List who has something that waits, is at work and has a place left."""
        waiting = set(chain.from_iterable(slip.people(work, at) for slip in self.slips))
        people = work.people.by_ids(sorted(waiting))
        there = [one for one in people.values() if is_time_for(one, at)]
        taken = work.envelopes.taken({one.id: one.hours.day_of(at) for one in there})
        return [one for one in there if taken.get(one.id, 0) < MOST_ROWS]

    def _finds(self, work: W, person: Person, at: datetime) -> bool:
        """Tell whether anything would get a place in somebody's envelope of today."""
        standing = work.envelopes.on(person.id, person.hours.day_of(at))
        return bool(self._offers(work, person, standing, at))

    def _offers(
        self, work: W, person: Person, standing: Envelope | None, at: datetime
    ) -> Sequence[Offered]:
        """Choose what gets a place beside what stands in an envelope."""
        places = () if standing is None else work.envelopes.places(standing.id)
        if len(places) >= MOST_ROWS:
            return ()
        offered = [
            Offered(number, row)
            for number, slip in enumerate(self.slips)
            for row in slip.waiting(work, person, at)
        ]
        return chosen(offered, places)

    def _opened(self, work: W, person: Person, at: datetime) -> Envelope:
        day = person.hours.day_of(at)
        new = Envelope(id=EnvelopeId(self.new_id()), person=person.id, day=day, sent_at=at)
        work.envelopes.add(new)
        return new

    def _put(
        self, work: W, envelope: Envelope, person: Person, rows: Sequence[Offered], at: datetime
    ) -> None:
        changed: set[EnvelopeId] = set()
        for number, slip in enumerate(self.slips):
            keys = [one.row.key for one in rows if one.slip == number]
            if keys:
                changed.update(slip.put(work, envelope, person, keys, at))
        work.envelopes.take_places(envelope.id, [one.row for one in rows])
        for each in (envelope.id, *sorted(changed - {envelope.id})):
            work.outbox.show(Place.direct(person.id), envelope_view(each))
        work.outbox.refresh(home_view(person.id))


def is_time_for(person: Person, at: datetime) -> bool:
    """Tell whether somebody is at work, and it is half past nine by their clock."""
    hours = person.hours
    return hours.works_at(at) and hours.local(at).time() >= ENVELOPE_TIME
