"""A house in memory, with features that put made-up rows into its envelopes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import count
from types import TracebackType
from typing import Any, Self

from handlers.envelope import Drawn, Envelope, EnvelopeId, TakenPlace, Waiting
from handlers.envelopes.drawing import Drawing
from handlers.envelopes.filling import Filling
from handlers.errors import NotFound
from handlers.message import Paragraph
from handlers.people import Person, PersonId, Place
from handlers.phrase import say, verbatim
from handlers.work import About


@dataclass
class FakeEnvelopes:
    """Every envelope, and its places."""

    kept: dict[EnvelopeId, Envelope] = field(default_factory=dict[EnvelopeId, Envelope])
    given: dict[EnvelopeId, list[TakenPlace]] = field(
        default_factory=dict[EnvelopeId, list[TakenPlace]]
    )

    def hold(self, persons: Sequence[PersonId]) -> None:
        assert persons

    def on(self, person: PersonId, day: date) -> Envelope | None:
        found = [one for one in self.kept.values() if (one.person, one.day) == (person, day)]
        return found[0] if found else None

    def add(self, envelope: Envelope) -> None:
        assert self.on(envelope.person, envelope.day) is None
        self.kept[envelope.id] = envelope
        self.given[envelope.id] = []

    def get(self, envelope: EnvelopeId) -> Envelope:
        if envelope not in self.kept:
            raise NotFound(say("envelopes-gone"))
        return self.kept[envelope]

    def taken(self, wanted: Mapping[PersonId, date]) -> Mapping[PersonId, int]:
        standing = {person: self.on(person, day) for person, day in wanted.items()}
        return {
            person: 0 if one is None else len(self.given[one.id])
            for person, one in standing.items()
        }

    def places(self, envelope: EnvelopeId) -> Sequence[TakenPlace]:
        return list(self.given[envelope])

    def take_places(self, envelope: EnvelopeId, rows: Sequence[Waiting]) -> None:
        self.given[envelope] += [TakenPlace(row.lead, row.worth) for row in rows]


@dataclass
class FakePeople:
    """Whoever works here; only asked for, never changed."""

    known: Mapping[PersonId, Person]

    def get(self, person: PersonId) -> Person:
        return self.known[person]

    def by_ids(self, wanted: Sequence[PersonId]) -> Mapping[PersonId, Person]:
        return {person: self.known[person] for person in wanted}


@dataclass
class FakeOutbox:
    """Remembers what was to be shown."""

    shown: list[tuple[Place, About]] = field(default_factory=list[tuple[Place, About]])

    def show(self, place: Place, about: About) -> None:
        self.shown.append((place, about))

    def refresh(self, about: About) -> None:
        assert about.view == "home.card"


@dataclass
class FakeWork:
    """A transaction that keeps everything at once."""

    envelopes: FakeEnvelopes
    people: Any
    outbox: Any
    leads: Any = None
    commits: int = 0

    def commit(self) -> None:
        self.commits += 1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Nothing is to be undone."""


@dataclass
class FakeSlip:
    """A feature with rows that wait until they are put into an envelope."""

    name: str
    rows: dict[PersonId, list[Waiting]] = field(default_factory=dict[PersonId, list[Waiting]])
    standing: dict[EnvelopeId, list[Waiting]] = field(
        default_factory=dict[EnvelopeId, list[Waiting]]
    )
    answered: set[str] = field(default_factory=set[str])

    def people(self, work: FakeWork, at: datetime) -> Sequence[PersonId]:
        return [person for person, rows in self.rows.items() if rows]

    def waiting(self, work: FakeWork, person: Person, at: datetime) -> Sequence[Waiting]:
        rows = sorted(self.rows.get(person.id, []), key=lambda row: -row.worth)
        return rows[:5]

    def put(
        self, work: FakeWork, envelope: Envelope, person: Person, keys: Sequence[str], at: datetime
    ) -> Sequence[EnvelopeId]:
        rows = {row.key: row for row in self.rows[person.id]}
        self.standing.setdefault(envelope.id, []).extend(rows[key] for key in keys)
        self.rows[person.id] = [row for row in self.rows[person.id] if row.key not in keys]
        return ()

    def drawn(
        self, work: FakeWork, envelope: EnvelopeId, person: Person, at: datetime, wide: str = ""
    ) -> Drawn:
        return self._drawn(self.standing.get(envelope, []), wide)

    def on_page(self, work: FakeWork, person: Person, at: datetime) -> Drawn:
        own = [
            row
            for envelope, rows in self.standing.items()
            if work.envelopes.get(envelope).person == person.id
            for row in rows
            if row.key not in self.answered
        ]
        return self._drawn(own, "")

    def _drawn(self, rows: Sequence[Waiting], wide: str) -> Drawn:
        lines = (f"{row.key} {wide if wide.startswith(row.key) else ''}".strip() for row in rows)
        open_rows = [row for row in rows if row.key not in self.answered]
        return Drawn(
            blocks=tuple(Paragraph(verbatim(line)) for line in lines),
            waiting=len(open_rows),
            done=len(rows) - len(open_rows),
            title=say(f"{self.name}-title"),
        )


@dataclass
class FakeHouse:
    """Two features and the envelopes that they share."""

    at: datetime
    person: Person
    first: FakeSlip = field(default_factory=lambda: FakeSlip("first"))
    second: FakeSlip = field(default_factory=lambda: FakeSlip("second"))

    def __post_init__(self) -> None:
        people = FakePeople({self.person.id: self.person})
        self.work = FakeWork(FakeEnvelopes(), people, FakeOutbox())
        numbers = count(1)
        slips = (self.first, self.second)
        self.filling: Filling[FakeWork] = Filling(
            open_work=lambda: self.work,
            look=lambda: self.work,
            new_id=lambda: f"envelope-{next(numbers)}",
            slips=slips,
        )
        self.drawing: Drawing[FakeWork] = Drawing(
            look=lambda: self.work, now=lambda: self.at, slips=slips
        )

    def offer(self, slip: FakeSlip, *rows: Waiting) -> None:
        slip.rows.setdefault(self.person.id, []).extend(rows)

    def fill(self, at: datetime | None = None) -> None:
        self.at = at or self.at
        self.filling.fill(self.at)

    @property
    def days(self) -> list[Envelope]:
        return list(self.work.envelopes.kept.values())

    def keys(self, envelope: Envelope) -> list[str]:
        """List the rows of an envelope in the order in which a card shows them."""
        slips = (self.first, self.second)
        return [row.key for slip in slips for row in slip.standing.get(envelope.id, [])]

    def today(self) -> list[str]:
        return self.keys(self.days[-1]) if self.days else []
