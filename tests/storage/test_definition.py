"""The versions of the definition, the fields of leads, and what flags say about criteria."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from threading import Barrier, Thread

import pytest
from sqlalchemy import Engine, insert, select, update

from handlers.definition.model import (
    Criterion,
    CriterionId,
    Operator,
    Signature,
    State,
    Test,
    Version,
)
from handlers.definition.work import OWN_FIELDS, Rejections
from handlers.errors import NotFound
from handlers.lead import LeadId
from handlers.people import Owner, OwnerId, Role, Side
from storage.schema import flag_misses, flags, leads
from storage.work import Database
from tests.builders import MONDAY_MORNING, a_lead, a_marketer, a_rep
from tests.population import settle

MAREK = a_rep("Marek Manager", role=Role.MANAGER)
NINA = a_marketer("Nina Manager", role=Role.MANAGER)
DAY = timedelta(days=1)

CRITERIA = (
    Criterion(id=CriterionId("company"), words="Works in a company"),
    Criterion(
        id=CriterionId("size"),
        words="50 people or more",
        test=Test(field="extra:employees", operator=Operator.AT_LEAST, values=("50",)),
        covers=("outside-target", "too-small"),
    ),
)


def a_version(number: int = 1, **changes: object) -> Version:
    version = Version(
        number=number,
        criteria=CRITERIA,
        state=State.PROPOSED,
        proposed_by=MAREK.id,
        proposed_at=MONDAY_MORNING,
        why="so that we agree",
    )
    return replace(version, **changes)  # type: ignore[arg-type]


def in_force(number: int, since: int, until: int | None = None) -> Version:
    """Give a version that holds from a day on, until another."""
    return a_version(
        number,
        state=State.IN_FORCE if until is None else State.REPLACED,
        in_force_from=MONDAY_MORNING + since * DAY,
        in_force_until=None if until is None else MONDAY_MORNING + until * DAY,
    )


@pytest.fixture(autouse=True)
def heads(engine: Engine) -> None:
    settle(engine, people=(MAREK, NINA))


def keep(database: Database, *versions: Version) -> None:
    with database.open_work() as work:
        for version in versions:
            work.definitions.add(version)
        work.commit()


# Versions


@pytest.mark.parametrize(
    "version",
    [
        a_version(),
        a_version(criteria=()),
        a_version(proposed_by=None, why="", based_on=1, revision=4),
        a_version(state=State.DRAFT),
        a_version(signatures=(Signature(Side.MARKETING, NINA.id, MONDAY_MORNING),)),
        in_force(1, 3, 9),
        a_version(state=State.WITHDRAWN, withdrawn_at=MONDAY_MORNING, withdrawn_why="too early"),
    ],
)
def test_a_version_is_read_back_as_it_was_kept(database: Database, version: Version) -> None:
    keep(database, version)
    with database.look() as work:
        assert work.definitions.get(version.number) == version
        assert work.definitions.all() == [version]


def test_signatures_stand_in_the_order_in_which_they_were_given(database: Database) -> None:
    first = Signature(Side.MARKETING, NINA.id, MONDAY_MORNING)
    second = Signature(Side.SALES, MAREK.id, MONDAY_MORNING + DAY)
    keep(database, a_version(signatures=(second, first)))
    with database.look() as work:
        assert work.definitions.get(1).signatures == (first, second)


def test_a_changed_version_takes_the_place_of_the_old(database: Database) -> None:
    keep(database, a_version(signatures=(Signature(Side.SALES, MAREK.id, MONDAY_MORNING),)))
    renewed = a_version(criteria=CRITERIA[1:], revision=2, why="")
    with database.open_work() as work:
        work.definitions.keep(renewed)
        work.commit()
    with database.look() as work:
        assert work.definitions.get(1) == renewed


def test_a_number_that_no_version_has_is_not_found(database: Database) -> None:
    with database.look() as work, pytest.raises(NotFound):
        work.definitions.get(7)


def test_numbers_are_given_by_turns(database: Database) -> None:
    with database.look() as work:
        assert work.definitions.next_number() == 1
    keep(database, a_version(3, state=State.WITHDRAWN))
    with database.look() as work:
        assert work.definitions.next_number() == 4


def test_two_proposals_of_one_moment_get_two_numbers(database: Database) -> None:
    together = Barrier(2)

    def propose() -> None:
        together.wait()
        with database.open_work() as work:
            work.definitions.hold()
            work.definitions.add(a_version(work.definitions.next_number()))
            work.commit()

    threads = [Thread(target=propose) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.look() as work:
        assert [one.number for one in work.definitions.all()] == [2, 1]


def test_the_version_of_each_day_is_told(database: Database) -> None:
    keep(database, in_force(1, 0, 5), a_version(2), in_force(3, 5))
    with database.look() as work:
        told = [
            found and found.number
            for day in (-1, 0, 4, 5, 99)
            for found in [work.definitions.in_force(MONDAY_MORNING + day * DAY)]
        ]
        assert told == [None, 1, 1, 3, 3]
        assert [one.number for one in work.definitions.ever_in_force()] == [3, 1]
        assert [one.number for one in work.definitions.proposed()] == [2]


def test_the_database_itself_lets_only_one_version_be_in_force(database: Database) -> None:
    keep(database, in_force(1, 0))
    with pytest.raises(Exception, match=r"(?i)unique"):
        keep(database, in_force(2, 1))


# The fields of leads


def bring(engine: Engine, extras: Mapping[int, object], **columns: str) -> None:
    """Keep leads with these further columns."""
    settle(engine, having=[a_lead(number) for number in extras])
    with engine.begin() as connection:
        for number, extra in extras.items():
            change = update(leads).where(leads.c.id == number)
            connection.execute(change.values(extra=extra, **columns))


def test_leads_have_our_fields_and_the_columns_of_their_crm(
    database: Database, engine: Engine
) -> None:
    bring(engine, {1: {"employees": "50"}, 2: {"Region": "EU", "employees": "9"}, 3: None})
    with database.look() as work:
        assert list(work.definitions.fields()) == [*OWN_FIELDS, "extra:Region", "extra:employees"]


@pytest.mark.parametrize("odd", [[], "text", 7, {}, {"x" * 70: "y"}])
def test_what_is_no_object_of_columns_names_none(
    database: Database, engine: Engine, odd: object
) -> None:
    bring(engine, {1: odd})
    with database.look() as work:
        assert list(work.definitions.fields()) == list(OWN_FIELDS)


@pytest.mark.parametrize("name", ["employees", "a b", "a.b", "$", "0", "Größe", "线索"])
def test_a_column_of_any_name_is_found_counted_and_read(
    database: Database, engine: Engine, name: str
) -> None:
    bring(engine, {1: {name: "b"}, 2: {name: "a"}, 3: {name: "b"}, 4: {name: ""}, 5: None})
    field = f"extra:{name}"
    with database.look() as work:
        known = work.definitions
        assert known.still_there([field, "extra:gone", "title"]) == {field}
        assert known.values(field, 5) == ["b", "a"]
        assert known.values(field, 1) == ["b"]
        assert known.read([LeadId(1)])[LeadId(1)][field] == "b"


def test_a_column_that_nothing_stands_in_any_more_is_gone(
    database: Database, engine: Engine
) -> None:
    bring(engine, {1: {"employees": ""}, 2: None, 3: {"region": "EU"}})
    with database.look() as work:
        assert work.definitions.still_there(["extra:employees"]) == frozenset()
        assert work.definitions.still_there([]) == frozenset()


def test_our_own_fields_are_read_as_far_as_they_say_anything(
    database: Database, engine: Engine
) -> None:
    owner = Owner(id=OwnerId(3), name="Piotr Rep")
    lead = a_lead(1, source="Webinar", campaign="Spring", owner=OwnerId(3), status_raw="Open")
    settle(engine, owning=[owner], having=[lead, a_lead(2, company="", email="")])
    with database.look() as work:
        assert work.definitions.read([LeadId(1), LeadId(2), LeadId(9)]) == {
            1: {
                "company": "Acme",
                "email": "anna1@acme.example",
                "source": "Webinar",
                "campaign": "Spring",
                "status": "Open",
                "owner": "3",
            },
            2: {},
        }
        assert work.definitions.values("campaign", 5) == ["Spring"]
        assert work.definitions.values("status", 5) == ["Open"]


def test_an_owners_name_is_no_value_to_compare_with(database: Database, engine: Engine) -> None:
    owner = Owner(id=OwnerId(3), name="Piotr Rep")
    settle(engine, owning=[owner], having=[a_lead(1, owner=OwnerId(3))])
    with database.look() as work:
        assert list(work.definitions.values("owner", 5)) == []
        assert list(work.definitions.values("no such field", 5)) == []


def test_the_newest_leads_come_first_and_old_ones_not_at_all(
    database: Database, engine: Engine
) -> None:
    days = {1: 1, 2: 5, 3: 9, 4: 5}
    settle(engine, having=[a_lead(n, created_at=MONDAY_MORNING + d * DAY) for n, d in days.items()])
    with database.look() as work:
        since = MONDAY_MORNING + 5 * DAY
        assert work.definitions.newest(since, 10) == [3, 4, 2]
        assert work.definitions.newest(since, 2) == [3, 4]


# What flags say


def raised(
    engine: Engine,
    *flagged: tuple[int, str, int],
    kind: str = "reject",
    state: str = "raised",
    missed: tuple[str, ...] = (),
) -> None:
    """Keep flags: the lead, the reason, the day."""
    with engine.begin() as connection:
        known = len(connection.execute(select(flags.c.id)).all())
        for number, (lead, reason, day) in enumerate(flagged, known):
            row = {"id": f"flag-{number}", "lead_id": lead, "lead_label": f"Lead {lead}"}
            row |= {"person_id": MAREK.id, "kind": kind, "state": state}
            about = {"reason": reason, "raised_at": MONDAY_MORNING + day * DAY}
            connection.execute(insert(flags), row | about | {"version": 1})
            for criterion in missed:
                miss = {"flag_id": row["id"], "criterion_id": criterion}
                connection.execute(insert(flag_misses), miss | about)


def counted(database: Database, since: int = 0, until: int = 99) -> Rejections:
    with database.look() as work:
        return work.definitions.rejections(
            MONDAY_MORNING + since * DAY, MONDAY_MORNING + until * DAY
        )


def test_rejections_are_counted_by_reason_and_by_what_was_missed(
    database: Database, engine: Engine
) -> None:
    keep(database, in_force(1, 0))
    settle(engine, having=[a_lead(n, created_at=MONDAY_MORNING + DAY) for n in range(1, 6)])
    raised(engine, (1, "low-intent", 1), (2, "low-intent", 2), (3, "not-the-role", 3))
    raised(engine, (4, "no-need", 4), kind="disqualify", missed=("company", "size"))
    raised(engine, (5, "low-intent", 4), missed=("size",))
    assert counted(database) == Rejections(
        total=5,
        by_reason={"low-intent": 3, "not-the-role": 1, "no-need": 1},
        on_met_by_reason={"low-intent": 2, "not-the-role": 1},
        missing={CriterionId("company"): 1, CriterionId("size"): 2},
    )
    assert counted(database).on_met == 3
    assert counted(database, since=4).by_reason == {"no-need": 1, "low-intent": 1}
    assert counted(database, until=1).by_reason == {"low-intent": 1}


@pytest.mark.parametrize(
    ("kind", "state"), [("praise", "raised"), ("recycle", "raised"), ("reject", "withdrawn")]
)
def test_only_rejections_that_stand_are_counted(
    database: Database, engine: Engine, kind: str, state: str
) -> None:
    keep(database, in_force(1, 0))
    settle(engine, having=[a_lead(1)])
    raised(engine, (1, "low-intent", 1), kind=kind, state=state, missed=("size",))
    assert counted(database) == Rejections()


def test_a_lead_from_before_the_first_definition_met_none(
    database: Database, engine: Engine
) -> None:
    keep(database, in_force(1, 5))
    before, since = MONDAY_MORNING + 4 * DAY, MONDAY_MORNING + 5 * DAY
    settle(engine, having=[a_lead(1, created_at=before), a_lead(2, created_at=since)])
    raised(engine, (1, "low-intent", 6), (2, "low-intent", 6))
    assert counted(database).by_reason == {"low-intent": 2}
    assert counted(database).on_met_by_reason == {"low-intent": 1}


def test_of_a_lead_that_is_gone_nobody_can_tell_whether_it_met_the_definition(
    database: Database, engine: Engine
) -> None:
    keep(database, in_force(1, 0))
    settle(engine, having=[a_lead(1)])
    raised(engine, (1, "low-intent", 1))
    with engine.begin() as connection:
        connection.execute(update(flags).values(lead_id=None))
    assert counted(database).by_reason == {"low-intent": 1}
    assert counted(database).on_met_by_reason == {}


def test_the_newest_leads_of_a_reason_are_named(database: Database, engine: Engine) -> None:
    keep(database, in_force(1, 0))
    settle(engine, having=[a_lead(n) for n in range(1, 6)])
    raised(engine, (1, "low-intent", 1), (2, "low-intent", 3), (3, "low-intent", 2))
    raised(engine, (4, "low-intent", 4), missed=("size",))
    raised(engine, (5, "no-need", 4))
    with database.look() as work:
        between = (MONDAY_MORNING, MONDAY_MORNING + 9 * DAY)
        named = work.definitions.rejected_leads("low-intent", *between, most=2)
        assert named == ["Lead 2", "Lead 3"]


def test_drift_is_looked_for_once_a_week(database: Database) -> None:
    monday = date(2026, 11, 16)
    with database.open_work() as work:
        assert not work.definitions.looked_for_drift(monday)
        assert work.definitions.note_drift(monday, MONDAY_MORNING)
        assert not work.definitions.note_drift(monday, MONDAY_MORNING)
        work.commit()
    with database.look() as work:
        assert work.definitions.looked_for_drift(monday)
        assert not work.definitions.looked_for_drift(monday + 7 * DAY)
