"""What asks for the meeting's time, each thing once, and nobody counted by name."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine, insert

from handlers.agenda.model import Kind, Series, Topic
from handlers.errors import Stale
from handlers.lead import Status
from handlers.people import PersonId, Side
from storage.schema import (
    asks,
    definition_versions,
    findings,
    flag_misses,
    flag_reasons,
    flags,
)
from storage.work import Database
from tests.builders import MONDAY_MORNING, a_lead, a_marketer, a_rep
from tests.handlers.agenda.makers import a_series
from tests.population import settle

AT = MONDAY_MORNING
REPS = [a_rep(f"Rep{number} R") for number in range(6)]
MARKETERS = [a_marketer(f"Marketer{number} M") for number in range(6)]
DAY = timedelta(days=1)


@pytest.fixture
def company(engine: Engine, database: Database) -> Database:
    """Six people on each side, and forty leads of which the CRM knows no outcome."""
    settle(engine, people=[*REPS, *MARKETERS], having=[a_lead(n) for n in range(1, 41)])
    return database


def topics(database: Database, kind: Kind | None = None) -> list[Topic]:
    with database.look() as work:
        found = work.agenda.topics(AT)
    return [topic for topic in found if kind in {None, topic.kind}]


def a_flag(engine: Engine, id: str = "flag", **changes: object) -> None:
    row = {
        "id": id,
        "lead_label": "Anna Nowak · Acme",
        "person_id": REPS[0].id,
        "kind": "reject",
        "reason": "not-the-role",
        "state": "raised",
        "version": 1,
        "raised_at": AT - DAY,
        "decide_by": AT + DAY,
    }
    with engine.begin() as connection:
        connection.execute(insert(flags), row | changes)


def a_finding(engine: Engine, on: str, key: str, **changes: object) -> None:
    row = {
        "id": f"on-{on}",
        "reason": "not-the-role",
        "subject_on": on,
        "subject_key": key,
        "subject_name": "Autumn webinar",
        "flags": 3,
        "state": "open",
        "version": 1,
        "opened_at": AT - DAY,
    }
    with engine.begin() as connection:
        connection.execute(insert(findings), row | changes)


def an_ask(engine: Engine, lead: int, person: PersonId, **changes: object) -> None:
    row = {
        "id": f"ask-{lead}",
        "lead_id": lead,
        "person_id": person,
        "kind": "outcome",
        "state": "asked",
        "queued_at": AT - 4 * DAY,
        "asked_at": AT - 4 * DAY,
        "remind_at": AT - 3 * DAY,
    }
    with engine.begin() as connection:
        connection.execute(insert(asks), row | changes)


@pytest.mark.parametrize(
    ("state", "is_topic"),
    [
        ("raised", True),
        ("acknowledged", True),
        ("needs-more", True),
        ("for-meeting", True),
        ("reopened", True),
        ("accepted", False),
        ("declined", False),
        ("done", False),
        ("withdrawn", False),
    ],
)
def test_a_flag_is_a_topic_until_it_is_decided(
    company: Database, engine: Engine, state: str, *, is_topic: bool
) -> None:
    a_flag(engine, state=state)
    found = topics(company)
    assert [topic.subject for topic in found] == (["flag"] if is_topic else [])
    assert [topic.for_meeting for topic in found if is_topic] == [state == "for-meeting"] * is_topic


def test_a_flag_says_the_reason_as_the_company_does(company: Database, engine: Engine) -> None:
    with engine.begin() as connection:
        own = {"key": "not-the-role", "kind": "reject", "remedy": "targeting", "label": "Wrong job"}
        row = own | {"hidden": False, "first": True, "needs_note": False}
        connection.execute(insert(flag_reasons), row)
    a_flag(engine)
    a_flag(engine, "other", reason="duplicate")
    assert {one.reason: one.reason_words for one in topics(company)} == {
        "not-the-role": "Wrong job",
        "duplicate": "",
    }


def test_praise_asks_for_no_time(company: Database, engine: Engine) -> None:
    a_flag(engine, kind="praise", reason="right-role", decide_by=None)
    assert topics(company) == []


def test_flags_that_a_finding_gathers_are_not_said_twice(company: Database, engine: Engine) -> None:
    a_finding(engine, "source", "Webinar")
    a_flag(engine, "same", source="Webinar")
    a_flag(engine, "other-source", source="Fair")
    a_flag(engine, "other-reason", source="Webinar", reason="duplicate")
    found = {topic.subject for topic in topics(company)}
    assert found == {"on-source", "other-source", "other-reason"}


def test_flags_are_gathered_by_criterion_too_and_only_while_the_finding_is_open(
    company: Database, engine: Engine
) -> None:
    a_flag(engine, "same")
    miss = {"flag_id": "same", "criterion_id": "role", "reason": "not-the-role"}
    with engine.begin() as connection:
        connection.execute(insert(flag_misses), {**miss, "raised_at": AT - DAY})
    a_finding(engine, "criterion", "role", state="declined")
    assert [topic.subject for topic in topics(company)] == ["same"]
    a_finding(engine, "criterion", "role", id="again", state="for-meeting")
    (finding,) = topics(company)
    assert (finding.subject, finding.for_meeting, finding.count) == ("again", True, 3)


def test_a_proposed_version_is_a_topic(company: Database, engine: Engine) -> None:
    versions = {1: "replaced", 2: "in-force", 3: "proposed", 4: "withdrawn"}
    with engine.begin() as connection:
        for number, state in versions.items():
            row = {"number": number, "state": state, "proposed_at": AT, "revision": 1}
            connection.execute(insert(definition_versions), row)
    assert [topic.subject for topic in topics(company, Kind.AMENDMENT)] == ["3"]


@pytest.mark.parametrize(
    ("leads", "people", "count"),
    [(9, 5, None), (10, 4, None), (1, 1, None), (10, 5, 10), (14, 6, 10), (20, 5, 20)],
)
def test_answers_that_sales_owes_are_counted_only_for_a_group(
    company: Database, engine: Engine, leads: int, people: int, count: int | None
) -> None:
    for number in range(leads):
        an_ask(engine, number + 1, REPS[number % people].id)
    (debt,) = topics(company, Kind.DEBT)
    assert (debt.subject, debt.count) == (Side.SALES, count)


def test_nothing_is_owed_in_time_or_twice_or_where_the_crm_has_told(
    company: Database, engine: Engine
) -> None:
    known = replace(a_lead(50), status=Status.CONVERTED, owner=None)
    settle(engine, having=[known])
    rep = REPS[0].id
    an_ask(engine, 1, rep, remind_at=AT + DAY)
    an_ask(engine, 2, rep, state="answered", closed_at=AT - DAY)
    an_ask(engine, 3, rep, state="expired", closed_at=AT - 15 * DAY)
    an_ask(engine, 50, rep, state="expired", closed_at=AT - DAY)
    assert topics(company) == []
    an_ask(engine, 4, rep, state="expired", closed_at=AT - DAY)
    assert [topic.subject for topic in topics(company)] == [Side.SALES]


@pytest.mark.parametrize(("overdue", "count"), [(1, None), (9, None), (10, 10)])
def test_decisions_that_marketing_owes_are_counted_only_for_a_group(
    company: Database, engine: Engine, overdue: int, count: int | None
) -> None:
    for number in range(overdue):
        a_flag(engine, f"flag-{number}", decide_by=AT - DAY)
    a_flag(engine, "in-time")
    a_flag(engine, "asked", state="needs-more", decide_by=AT - DAY)
    (debt,) = topics(company, Kind.DEBT)
    assert (debt.subject, debt.count) == (Side.MARKETING, count)


def test_a_small_marketing_is_never_counted(engine: Engine, database: Database) -> None:
    settle(engine, people=[REPS[0], *MARKETERS[:4]])
    for number in range(12):
        a_flag(engine, f"flag-{number}", decide_by=AT - DAY)
    (debt,) = topics(database, Kind.DEBT)
    assert debt.count is None


def test_no_topic_holds_anybody(company: Database, engine: Engine) -> None:
    a_flag(engine, "flag", state="for-meeting")
    a_finding(engine, "source", "Fair")
    an_ask(engine, 1, REPS[1].id)
    spelled = repr(topics(company))
    assert not any(person.id in spelled or person.name in spelled for person in REPS)


# Two at once


def running(database: Database) -> Series | None:
    with database.look() as work:
        return work.agenda.running()


def test_one_series_runs_at_a_time(company: Database) -> None:
    with company.open_work() as work:
        work.agenda.add_series(a_series())
        work.commit()
    with pytest.raises(Stale), company.open_work() as work:
        work.agenda.add_series(a_series(id="other"))
    assert running(company) == a_series()


def test_an_overtaken_series_is_not_kept(company: Database) -> None:
    with company.open_work() as work:
        work.agenda.add_series(a_series())
        work.agenda.keep_series(a_series(version=2, room="Room 5"))
        work.commit()
    with pytest.raises(Stale), company.open_work() as work:
        work.agenda.keep_series(a_series(version=2, room="Room 6"))
    kept = running(company)
    assert kept is not None
    assert kept.room == "Room 5"
