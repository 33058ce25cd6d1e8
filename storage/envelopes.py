"""Envelopes and the places in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, func, insert, select

from handlers.envelope import Envelope, EnvelopeId, TakenPlace, Waiting
from handlers.errors import NotFound
from handlers.people import PersonId
from handlers.phrase import say
from storage.lead_rows import Lists
from storage.schema import envelope_places, envelopes, people

Statement = Select[*tuple[Any, ...]]

PLACES_ON_DAY = (
    select(func.count())
    .join_from(envelopes, envelope_places)
    .where(envelopes.c.person_id == people.c.id, envelopes.c.day == bindparam("day"))
    .scalar_subquery()
)
"""The places that are taken in the envelope of the person of an outer query."""

_HOLD: Statement = (
    select(people.c.id)
    .where(people.c.id.in_(bindparam("persons", expanding=True)))
    .order_by(people.c.id)
    .with_for_update()
)
_ON: Statement = select(envelopes).where(
    envelopes.c.person_id == bindparam("person"), envelopes.c.day == bindparam("day")
)
_ADD = insert(envelopes)
_ENVELOPE: Statement = select(envelopes).where(envelopes.c.id == bindparam("envelope"))
_TAKEN: Statement = select(people.c.id, PLACES_ON_DAY)
_PLACES: Statement = (
    select(envelope_places.c.lead_id, envelope_places.c.worth)
    .where(envelope_places.c.envelope_id == bindparam("envelope"))
    .order_by(envelope_places.c.place)
)
_TAKE = insert(envelope_places)


class SqlEnvelopes:
    """Every envelope, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work inside this transaction."""
        self._connection = connection

    def hold(self, persons: Sequence[PersonId]) -> None:
        """Let no other transaction fill these people's envelopes until this one ends."""
        self._connection.execute(_HOLD, {"persons": list(persons)}).all()

    def on(self, person: PersonId, day: date) -> Envelope | None:
        """Give a person's envelope of a day."""
        found = self._connection.execute(_ON, {"person": person, "day": day}).one_or_none()
        return None if found is None else _envelope_of(found)

    def add(self, envelope: Envelope) -> None:
        """Keep a new envelope."""
        row = {
            "id": envelope.id,
            "person_id": envelope.person,
            "day": envelope.day,
            "sent_at": envelope.sent_at,
        }
        self._connection.execute(_ADD, row)

    def get(self, envelope: EnvelopeId) -> Envelope:
        """Give an envelope, or raise `NotFound`."""
        found = self._connection.execute(_ENVELOPE, {"envelope": envelope}).one_or_none()
        if found is None:
            raise NotFound(say("envelopes-gone"))
        return _envelope_of(found)

    def taken(self, wanted: Mapping[PersonId, date]) -> Mapping[PersonId, int]:
        """Count the places that are taken in each person's envelope of their day."""
        return by_day(self._connection, _TAKEN, wanted)

    def places(self, envelope: EnvelopeId) -> Sequence[TakenPlace]:
        """List the places that are taken; a row that left keeps its place for the day."""
        rows = self._connection.execute(_PLACES, {"envelope": envelope})
        return [TakenPlace(lead=row.lead_id, worth=row.worth) for row in rows]

    def take_places(self, envelope: EnvelopeId, rows: Sequence[Waiting]) -> None:
        """Note the places that rows were given."""
        taken = len(self.places(envelope))
        given = [
            {"envelope_id": envelope, "place": place, "lead_id": row.lead, "worth": row.worth}
            for place, row in enumerate(rows, taken + 1)
        ]
        if given:
            self._connection.execute(_TAKE, given)


def by_day(
    connection: Connection, counted: Statement, wanted: Mapping[PersonId, date]
) -> Mapping[PersonId, int]:
    """Count something of people of whom each has their own day, a statement for each day."""
    there: dict[date, list[PersonId]] = defaultdict(list)
    for person, day in wanted.items():
        there[day].append(person)
    lists = Lists(connection)
    return {
        PersonId(person): count
        for day, persons in there.items()
        for person, count in lists.by(counted, people.c.id, persons, day=day)
    }


def _envelope_of(row: Row[*tuple[Any, ...]]) -> Envelope:
    return Envelope(
        id=EnvelopeId(row.id), person=PersonId(row.person_id), day=row.day, sent_at=row.sent_at
    )
