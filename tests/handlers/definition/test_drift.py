"""When rejections keep naming what the definition does not say, an amendment is drafted, once."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest
from sqlalchemy import insert, update

from handlers.definition.drifting import (
    in_force_since,
    is_silent,
    settled_already,
    uncovered,
)
from handlers.definition.model import Criterion, CriterionId, Operator, State, Test, Version
from handlers.definition.work import Rejections
from handlers.interaction import Show
from storage.schema import flag_misses, flags
from tests.builders import MONDAY_MORNING, a_lead
from tests.handlers.definition.conftest import (
    DAY,
    MAREK,
    MAYA,
    NINA,
    PIOTR,
    Round,
    form,
    said,
    whispered,
)
from tests.handlers.questions.conftest import phrases
from tests.population import settle

WEEK = 7 * DAY


def a_version(*criteria: Criterion, number: int = 1, since: int = 0, **changes: object) -> Version:
    version = Version(
        number=number,
        criteria=criteria,
        state=State.IN_FORCE,
        proposed_by=MAREK.id,
        proposed_at=MONDAY_MORNING,
        in_force_from=MONDAY_MORNING + since * DAY,
    )
    return replace(version, **changes)  # type: ignore[arg-type]


def a_criterion(id: str, *covers: str, tested: bool = False) -> Criterion:
    test = Test(field="title", operator=Operator.FILLED) if tested else None
    return Criterion(id=CriterionId(id), words=id, test=test, covers=covers)


# The rules


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"low-intent": 5, "no-need": 5}, ["low-intent"]),
        ({"low-intent": 4, "no-need": 6}, []),
        ({"low-intent": 5, "no-need": 20}, ["low-intent"]),
        ({"low-intent": 5, "no-need": 21}, []),
        ({"low-intent": 9}, []),
        ({"low-intent": 10}, ["low-intent"]),
        ({"not-the-role": 10, "low-intent": 10}, ["low-intent"]),
        ({"low-intent": 6, "outside-target": 7}, ["outside-target", "low-intent"]),
        ({}, []),
    ],
)
def test_a_reason_is_drift_when_it_is_named_often_and_nothing_covers_it(
    said: dict[str, int], found: list[str]
) -> None:
    version = a_version(a_criterion("role", "not-the-role"))
    known = {"low-intent", "not-the-role", "outside-target"}
    named = uncovered(Rejections(on_met_by_reason=said), version, known)
    assert [one.reason for one in named] == found


@pytest.mark.parametrize(
    ("criterion", "said", "silent"),
    [
        (a_criterion("role", "not-the-role"), Rejections(total=30), True),
        (a_criterion("role", "not-the-role"), Rejections(total=29), False),
        (
            a_criterion("role", "not-the-role"),
            Rejections(total=30, by_reason={"not-the-role": 1}),
            False,
        ),
        (
            a_criterion("role", "not-the-role"),
            Rejections(total=30, by_reason={"low-intent": 30}),
            True,
        ),
        (
            a_criterion("role", tested=True),
            Rejections(total=30, missing={CriterionId("role"): 1}),
            False,
        ),
        (a_criterion("role", tested=True), Rejections(total=30), True),
        (a_criterion("role"), Rejections(total=30), False),
    ],
)
def test_a_criterion_is_silent_when_rejections_could_name_it_and_never_do(
    criterion: Criterion, said: Rejections, *, silent: bool
) -> None:
    assert is_silent(criterion, said) is silent


def test_a_criterion_counts_from_the_day_since_which_it_holds_without_a_break() -> None:
    role, other = a_criterion("role"), a_criterion("other")
    versions = [
        a_version(role, number=1, since=0),
        a_version(other, number=2, since=10),
        a_version(role, other, number=3, since=20),
        a_version(role, number=5, since=30),
        a_version(role, number=4, since=0, in_force_from=None),
    ]
    assert in_force_since(role.id, versions) == MONDAY_MORNING + 20 * DAY
    assert in_force_since(other.id, versions) is None


def test_what_is_proposed_or_was_turned_down_of_late_is_not_drafted() -> None:
    role = a_criterion("role", "not-the-role")
    current = a_version(role, number=1)
    adds = replace(current, number=2, criteria=(role, a_criterion("x", "low-intent")), based_on=1)
    proposed = replace(adds, state=State.PROPOSED)
    drafted = replace(adds, proposed_by=None).withdrawn(MONDAY_MORNING, "no")
    drops = replace(current, number=3, criteria=(), based_on=1, state=State.PROPOSED)
    later, much_later = MONDAY_MORNING + 89 * DAY, MONDAY_MORNING + 90 * DAY
    assert settled_already([current, proposed], current, later) == {"low-intent"}
    assert settled_already([current, drafted], current, later) == {"low-intent"}
    assert settled_already([current, drafted], current, much_later) == set()
    assert settled_already([current, drops], current, later) == {"role"}
    by_a_person = replace(adds, state=State.WITHDRAWN, withdrawn_at=MONDAY_MORNING)
    assert settled_already([current, by_a_person], current, later) == set()


# The job

numbers = count(1)


def rejected(table: Round, times: int, reason: str, *, missed: str = "") -> None:
    """Flag so many new leads today."""
    at = table.clock()
    for _ in range(times):
        number = next(numbers)
        settle(table.engine, having=[a_lead(number, name=f"Lead {number}", created_at=at)])
        about = {"reason": reason, "raised_at": at}
        row = {"id": f"flag-{number}", "lead_id": number, "lead_label": f"Lead {number}"}
        row |= {"person_id": PIOTR.id, "kind": "reject", "state": "raised", "version": 1}
        with table.engine.begin() as connection:
            connection.execute(insert(flags), row | about)
            if missed:
                miss = {"flag_id": row["id"], "criterion_id": missed}
                connection.execute(insert(flag_misses), miss | about)


def next_week(table: Round, weeks: int = 1) -> None:
    """Let the radar look again on a later Monday."""
    table.clock.at += weeks * WEEK
    table.radar.drift(table.clock())


def agree(table: Round, *covers: str) -> int:
    """Bring a version into force whose one criterion covers these reasons."""
    version = table.draft(MAYA)
    for number in range(2):
        table.add(MAYA, version, f"Criterion {number}", covers="\n".join(covers))
    table.do("proposed", MAYA, version=version, why="so")
    table.sign(MAREK, version)
    table.sign(NINA, version)
    return version


def proposals(table: Round) -> list[Version]:
    with table.database.look() as work:
        return list(work.definitions.proposed())


def test_an_amendment_is_drafted_and_shown_to_both_sides_with_examples(table: Round) -> None:
    first = agree(table)
    rejected(table, 12, "low-intent")
    next_week(table)
    [draft] = proposals(table)
    assert (draft.proposed_by, draft.based_on, draft.why) == (None, first, "")
    assert draft.criteria[:-1] == table.version(first).criteria
    assert draft.criteria[-1].covers == ("low-intent",)
    number = str(draft.number)
    assert {("marketing", number), ("sales", number)} <= set(table.waiting())
    card = table.card(draft.number)
    assert {
        "definition-proposed-by-leadloop",
        "definition-uncovered",
        "definition-words-drafted",
        "definition-examples",
    } <= phrases(card)
    assert str(card).count("Lead ") == 5
    assert PIOTR.name not in str(card)


def test_a_draft_comes_into_force_like_any_proposal(table: Round) -> None:
    agree(table)
    rejected(table, 12, "low-intent")
    next_week(table)
    [draft] = proposals(table)
    table.sign(MAREK, draft.number)
    assert said(table.sign(NINA, draft.number)) == "definition-agreed"
    next_week(table)
    assert proposals(table) == []


def test_heads_may_put_a_draft_in_their_own_words(table: Round) -> None:
    agree(table)
    rejected(table, 12, "low-intent")
    next_week(table)
    [draft] = proposals(table)
    assert said(table.do("propose", MAYA, version=draft.number)) == "definition-not-yours"
    whispered(table.do("propose", NINA, version=draft.number))
    chosen = {"criterion": draft.criteria[-1].id}
    asked = form(table.do("change-chosen", NINA, chosen, version=draft.number))
    given = {"words": "Asked us to call", "field": "a-person", "covers": "low-intent"}
    assert isinstance(table.do("worded", NINA, dict(asked.keep) | given), Show)
    assert table.criterion(draft.number).words == "Asked us to call"
    assert table.criterion(draft.number).covers == ("low-intent",)


def test_it_is_drafted_once(table: Round) -> None:
    agree(table)
    rejected(table, 12, "low-intent")
    for _ in range(3):
        next_week(table)
    assert len(proposals(table)) == 1


def test_a_draft_that_was_turned_down_rests_for_ninety_days(table: Round) -> None:
    agree(table)
    rejected(table, 12, "low-intent")
    next_week(table)
    [draft] = proposals(table)
    table.do("withdrawn", MAREK, version=draft.number, why="Not now")
    next_week(table, 6)
    rejected(table, 12, "low-intent")
    next_week(table, 6)
    assert proposals(table) == []
    next_week(table)
    assert len(proposals(table)) == 1


def test_it_is_looked_for_once_a_week_and_in_working_hours(table: Round) -> None:
    agree(table)
    table.radar.drift(table.clock())
    rejected(table, 12, "low-intent")
    table.clock.move(days=4)
    table.radar.drift(table.clock())
    assert proposals(table) == []
    table.clock.move(days=1)
    table.radar.drift(table.clock())  # Saturday
    table.clock.move(days=2, hours=-5)
    table.radar.drift(table.clock())  # Monday before dawn
    assert proposals(table) == []
    table.clock.move(hours=5)
    table.radar.drift(table.clock())
    assert len(proposals(table)) == 1


@pytest.mark.parametrize("reason", ["not-the-role", "duplicate"])
def test_what_is_covered_or_no_definition_can_say_is_no_drift(table: Round, reason: str) -> None:
    agree(table, "not-the-role")
    rejected(table, 12, reason)
    next_week(table)
    assert proposals(table) == []


def test_leads_that_missed_the_definition_say_nothing_about_it(table: Round) -> None:
    version = agree(table)
    rejected(table, 12, "low-intent", missed=table.criterion(version).id)
    next_week(table)
    assert proposals(table) == []


def test_without_a_definition_there_is_nothing_to_amend(table: Round) -> None:
    rejected(table, 12, "low-intent")
    next_week(table)
    assert proposals(table) == []


def test_a_criterion_that_nobody_ever_names_is_proposed_to_go(table: Round) -> None:
    version = agree(table, "not-the-role")
    table.clock.move(days=63)
    rejected(table, 30, "duplicate")
    next_week(table)
    assert proposals(table) == []
    next_week(table, 4)
    [draft] = proposals(table)
    dropped = table.version(version).criteria[0]
    assert draft.criteria == table.version(version).criteria[1:]
    card = table.card(draft.number)
    assert {"definition-silent", "definition-dropped"} <= phrases(card)
    assert dropped.words in str(card)
    next_week(table)
    next_week(table)
    later = proposals(table)
    assert [one.criteria for one in later[1:]] == [table.version(version).criteria[:1]]


def test_the_last_criterion_is_never_proposed_to_go(table: Round) -> None:
    version = table.draft(MAYA)
    table.add(MAYA, version, "Only one", covers="not-the-role")
    table.do("proposed", MAYA, version=version, why="so")
    table.sign(MAREK, version)
    table.sign(NINA, version)
    table.clock.move(days=91)
    rejected(table, 30, "duplicate")
    next_week(table)
    assert proposals(table) == []


def test_a_card_counts_nothing_where_too_little_is_left(table: Round) -> None:
    agree(table)
    rejected(table, 12, "low-intent")
    next_week(table)
    [draft] = proposals(table)
    with table.engine.begin() as connection:
        connection.execute(update(flags).values(state="withdrawn"))
    assert "definition-uncovered" not in phrases(table.card(draft.number))


def test_a_full_definition_is_not_made_longer(table: Round) -> None:
    version = table.draft(MAYA)
    for number in range(12):
        table.add(MAYA, version, f"Criterion {number}")
    table.do("proposed", MAYA, version=version, why="so")
    table.sign(MAREK, version)
    table.sign(NINA, version)
    rejected(table, 12, "low-intent")
    next_week(table)
    assert proposals(table) == []
