"""A company that writes back to a CRM in which people work too, while everything goes wrong that can.

A machine of Hypothesis plays it: human edits, confirmations, lost answers, kills at every point, a second
replica, a stalled one, conflicts, refusals, decisions and undo. What must hold is said in `Company.check`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from sqlalchemy import Engine, delete, insert

from bot.writing import HELD, Writer
from handlers.connector import RemoteField
from handlers.errors import Refused
from handlers.interaction import Interaction
from handlers.keeping import Word, WordKind
from handlers.lead import LeadId
from handlers.people import PersonId, Place
from handlers.writing.confirming import Confirming
from handlers.writing.deciding import Deciding
from handlers.writing.model import Allowed, Change, WriteBack, WriteId, WriteState
from handlers.writing.settling import Settling
from storage.schema import crm_fields, crm_words, leads, once_keys, outbox, people, write_backs
from storage.work import Database
from tests.builders import MONDAY_MORNING, Clock, a_rep
from tests.fakes.crm.memory import Fault, MemoryCrm
from tests.proof.fuse import Burning, Fuse, Killed

FIELDS = ("next_step", "extra:needs")
LEADS = (1, 2)
REPS = ("piotr", "anna")
ALLOWED = Allowed(is_on=True)


DECISIONS = {
    WriteState.CONFLICT: ("mine", "crms"),
    WriteState.REJECTED: ("again", "crms"),
    WriteState.WRITTEN: ("undo",),
}


@dataclass(slots=True)
class Company:
    """Two reps, two leads, two fields, a CRM, and our copy of it as of the last look."""

    engine: Engine
    clock: Clock = field(default_factory=Clock)
    crm: MemoryCrm = field(default_factory=MemoryCrm)
    copy: dict[tuple[int, str], str] = field(default_factory=dict[tuple[int, str], str])
    seen: dict[str, set[str]] = field(default_factory=dict[str, set[str]])
    """Values of the CRM that the person saw, or gave it themselves, by write-back."""
    had: dict[tuple[int, str], set[str]] = field(default_factory=dict[tuple[int, str], set[str]])
    """Every value that the CRM ever had."""
    numbers: count[int] = field(default_factory=lambda: count(1))
    database: Database = field(init=False)

    def __post_init__(self) -> None:
        ids = count(1)
        self.database = Database(self.engine, now=self.clock, new_id=lambda: f"w-{next(ids):05}")
        with self.engine.begin() as connection:
            for table in (write_backs, outbox, once_keys, crm_words, crm_fields, leads, people):
                connection.execute(delete(table))
            rows = [
                {"id": n, "system": "memory", "external_id": str(n), "external_key": str(n)}
                for n in LEADS
            ]
            connection.execute(
                insert(leads), [row | {"imported_at": MONDAY_MORNING} for row in rows]
            )
        self._settle_in()
        for lead in LEADS:
            self.crm.put(str(lead), next_step="a", needs="a")
        self.look()

    def _settle_in(self) -> None:
        described = [RemoteField(name=_theirs(one), label=one, kind="text") for one in FIELDS]
        with self.database.open_work() as work:
            for name in REPS:
                work.people.add(
                    a_rep(name.title(), id=PersonId(name), email=f"{name}@acme.example")
                )
            for one in FIELDS:
                word = Word(kind=WordKind.FIELD, word=_theirs(one), means=one, writes=True)
                work.mappings.keep("memory", word)
            work.commit()
        with self.engine.begin() as connection:
            rows = [
                {"system": "memory", "name": one.name, "label": one.label, "kind": one.kind}
                | {"options": [], "writable": True}
                for one in described
            ]
            connection.execute(insert(crm_fields), rows)

    # the world

    def look(self) -> None:
        """Bring our copy up to date, our own echo with it."""
        self.note()
        for lead in LEADS:
            for one in FIELDS:
                self.copy[lead, one] = self.crm.leads[str(lead)][_theirs(one)]

    def edit(self, lead: int, field: str, *, back: bool) -> None:
        """Change a field by hand, to something new or back to what it was at the very beginning."""
        value = "a" if back else f"h{next(self.numbers)}"
        self.crm.put(str(lead), **{_theirs(field): value})
        self.note()

    def note(self) -> None:
        for lead in LEADS:
            for one in FIELDS:
                value = self.crm.leads[str(lead)][_theirs(one)]
                self.had.setdefault((lead, one), set()).add(value)

    # a person

    def confirm(self, who: str, lead: int, fields: tuple[str, ...]) -> None:
        self.clock.move(seconds=1)
        waiting = [one for one in self.rows() if one.by == who and one.lead == lead]
        confirming = Confirming(allowed=ALLOWED, now=self.clock, new_id=self.database.new_id)
        changes = [Change(one, self.copy[lead, one], f"c{next(self.numbers)}") for one in fields]
        with self.database.open_work() as work:
            bundle = confirming.confirm(work, LeadId(lead), PersonId(who), changes)
            work.commit()
        assert bundle is not None
        for one in bundle.writes:
            own = {old.becomes for old in waiting if old.field == one.field}
            known = {
                value for old in waiting if old.field == one.field for value in self.seen[old.id]
            }
            under_way = any(
                old.field == one.field and old.state is WriteState.WAITING for old in waiting
            )
            self.seen[one.id] = {self.copy[lead, one.field]} | (own | known if under_way else set())

    def decide(self, which: int, *, stubborn: bool) -> None:
        rows = self.rows()
        open_ones = [one for one in rows if one.state in DECISIONS]
        if not open_ones:
            return
        one = open_ones[which % len(open_ones)]
        route = DECISIONS[one.state][0 if stubborn else -1]
        deciding = Deciding(
            open_work=self.database.open_work,
            look=self.database.look,
            now=self.clock,
            new_id=self.database.new_id,
            allowed=ALLOWED,
        )
        with self.database.look() as work:
            bundle = work.writes.bundle(one.id)
        version = str(max(each.version for each in bundle.writes))
        press = Interaction(
            name=f"writing.{route}",
            actor=one.by,
            place=Place.direct(one.by),
            id=f"press-{next(self.numbers)}",
            values={"write": one.id, "version": version},
        )
        known = {each.id for each in rows}
        try:
            deciding.routes()[press.name](press)
        except Refused:
            return
        for each in self.rows():
            if each.id not in known:
                self.seen[each.id] = {each.was} | self._seen_before(rows, each)

    def _seen_before(self, rows: list[WriteBack], new: WriteBack) -> set[str]:
        """What a person saw of this field before, and what of their own was still under way."""
        of = [one for one in rows if (one.lead, one.field, one.by) == (new.lead, new.field, new.by)]
        own = [one for one in of if one.state is WriteState.WAITING]
        under_way = {one.becomes for one in own}.union(*(self.seen[one.id] for one in own))
        seen = set[str]().union(*(self.seen[one.id] for one in of if one.becomes == new.becomes))
        return seen if new.undoes is not None else seen | under_way

    # a replica

    def bring(
        self,
        *,
        fuse: Fuse | None = None,
        between: Callable[[], object] = lambda: None,
        fault: Fault | None = None,
    ) -> None:
        burning = fuse or Fuse()
        outer = self.crm.before_write, self.crm.after_write, self.crm.faults
        self.crm.faults = [] if fault is None else [fault]
        self.crm.before_write = _both(between, burning.burn)
        self.crm.after_write = _both(self.note, burning.burn)
        opened = self.database.open_work
        open_work = lambda once=None: Burning(opened(once), burning)  # noqa: E731 - passed on twice
        writer = Writer(
            connector=self.crm,
            open_work=open_work,  # type: ignore[arg-type]
            look=self.database.look,
            settling=Settling(open_work=open_work, now=self.clock),  # type: ignore[arg-type]
            allowed=ALLOWED,
            now=self.clock,
            spoken=lambda phrase: phrase.key,
        )
        try:
            writer.bring()
        except Killed:
            pass
        finally:
            self.crm.before_write, self.crm.after_write, self.crm.faults = outer

    # what must hold

    def rows(self) -> list[WriteBack]:
        with self.database.look() as work:
            return list(reversed(work.writes.newest(10_000)))

    def check(self) -> None:
        rows = {one.id: one for one in self.rows()}
        assert set(rows) == set(self.seen), "a confirmed answer is lost, or one came from nowhere"
        twice = Counter((one.key, one.field) for one in self.crm.effects)
        assert not [key for key, times in twice.items() if times > 1], "something was written twice"
        self._check_effects(rows)
        for one in rows.values():
            if one.state in {WriteState.WRITTEN, WriteState.UNDONE}:
                assert one.becomes in self.had[one.lead, one.field], "it was never written"
            if one.state is WriteState.OVERTAKEN:
                assert any(_follows(newer, one) for newer in rows.values()), "an answer is lost"

    def _check_effects(self, rows: dict[WriteId, WriteBack]) -> None:
        """Nothing was written over a value that the person had not seen."""
        for effect in self.crm.effects:
            key = rows[WriteId(effect.key)]
            together = [
                one
                for one in rows.values()
                if (one.lead, one.by, one.at) == (key.lead, key.by, key.at)
            ]
            (wrote,) = [one for one in together if _theirs(one.field) == effect.field]
            assert effect.new == wrote.becomes
            assert effect.old in self.seen[wrote.id], f"a human edit was overwritten: {effect}"

    def drain(self) -> None:
        """Let everything come to its end, undisturbed."""
        for _ in range(200):
            if not any(one.state is WriteState.WAITING for one in self.rows()):
                return
            self.clock.move(hours=2)
            self.bring()
        raise AssertionError("something waits for ever")


def _follows(newer: WriteBack, older: WriteBack) -> bool:
    same = (newer.lead, newer.field, newer.by) == (older.lead, older.field, older.by)
    return same and newer.at > older.at


def _both(first: Callable[[], object], second: Callable[[], object]) -> Callable[[], None]:
    def both() -> None:
        first()
        second()

    return both


def _theirs(field: str) -> str:
    return field.removeprefix("extra:")


LEAD = st.sampled_from(LEADS)
FIELD = st.sampled_from(FIELDS)
REP = st.sampled_from(REPS)
FIELDS_TOGETHER = st.sampled_from([FIELDS[:1], FIELDS[1:], FIELDS])
STEPS = st.none() | st.integers(0, 12)
VALUE = st.sampled_from(["new", "back"])
PACE = st.sampled_from(["at-once", "stalled"])
FAULT = st.none() | st.sampled_from(Fault)


class Writing(RuleBasedStateMachine):
    """Plays the company, anew for each example."""

    engine: ClassVar[Engine]

    def __init__(self) -> None:
        super().__init__()
        self.company = Company(self.engine)

    @rule(lead=LEAD, field=FIELD, value=VALUE)
    def somebody_edits_the_crm(self, lead: int, field: str, value: str) -> None:
        self.company.edit(lead, field, back=value == "back")

    @rule(lead=LEAD)
    def somebody_edits_something_else(self, lead: int) -> None:
        self.company.crm.put(str(lead), phone=f"{next(self.company.numbers)}")

    @rule()
    def our_copy_is_brought_up_to_date(self) -> None:
        self.company.look()

    @rule(who=REP, lead=LEAD, fields=FIELDS_TOGETHER, age=st.sampled_from(["fresh", "old"]))
    def a_person_confirms(self, who: str, lead: int, fields: tuple[str, ...], age: str) -> None:
        if age == "fresh":
            self.company.look()
        self.company.confirm(who, lead, fields)

    @rule(which=st.integers(0, 50), mood=st.sampled_from(["stubborn", "kind"]))
    def a_person_decides(self, which: int, mood: str) -> None:
        self.company.decide(which, stubborn=mood == "stubborn")

    @rule(steps=STEPS, fault=FAULT)
    def the_queue_is_brought(self, steps: int | None, fault: Fault | None) -> None:
        self.company.bring(fuse=Fuse(steps), fault=fault)

    @rule(lead=LEAD, field=FIELD, value=VALUE, steps=STEPS, fault=FAULT)
    def somebody_edits_in_between(
        self,
        lead: int,
        field: str,
        value: str,
        steps: int | None,
        fault: Fault | None,
    ) -> None:
        edit = self.company.edit
        between = lambda: edit(lead, field, back=value == "back")  # noqa: E731 - reads best here
        self.company.bring(fuse=Fuse(steps), between=between, fault=fault)

    @rule(pace=PACE, lead=LEAD, field=FIELD, steps=STEPS)
    def two_replicas_bring_at_once(
        self,
        pace: str,
        lead: int,
        field: str,
        steps: int | None,
    ) -> None:
        """The first is overtaken between its reading and its writing; somebody sets back what came of it."""
        company = self.company

        def other() -> None:
            company.crm.before_write = lambda: None
            if pace == "stalled":
                company.clock.move(seconds=HELD.total_seconds() + 1)
            company.bring()
            company.edit(lead, field, back=True)

        company.bring(fuse=Fuse(steps), between=other)

    @rule(who=REP, lead=LEAD, field=FIELD)
    def an_answer_is_lost_and_somebody_sets_it_back(self, who: str, lead: int, field: str) -> None:
        self.company.look()
        self.company.confirm(who, lead, (field,))
        self.company.bring(fault=Fault.CUT_AFTER)
        self.company.edit(lead, field, back=True)

    @rule(minutes=st.sampled_from([0.01, 1, 11, 120]))
    def time_goes_by(self, minutes: float) -> None:
        self.company.clock.move(minutes=minutes)

    @rule(words=st.sampled_from(["", "Only managers may change this."]))
    def the_crm_refuses_or_not(self, words: str) -> None:
        self.company.crm.refusal = words

    @invariant()
    def nothing_is_lost_overwritten_or_written_twice(self) -> None:
        self.company.check()

    def teardown(self) -> None:
        self.company.drain()
        self.company.check()


def machine(engine: Engine) -> type[Writing]:
    """Make the machine for a database."""
    return type("Writing", (Writing,), {"engine": engine})
