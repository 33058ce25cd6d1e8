"""When a field is stale, and what a rule may be."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.lead import Status
from handlers.nudges.model import Rule, RuleId, RuleState, Watch
from handlers.nudges.rules import (
    MOST_RULES,
    all_rules,
    fingerprint,
    has_field,
    searches,
    shipped,
    stale_before,
    wrong_with,
)
from handlers.working_time import WorkingHours
from tests.builders import MONDAY_MORNING

POLAND = WorkingHours(zone="Europe/Warsaw", country="PL")
SINCE, UNTIL = datetime(2024, 1, 1, tzinfo=UTC), datetime(2027, 12, 31, tzinfo=UTC)
MOMENTS = st.datetimes(SINCE.replace(tzinfo=None), UNTIL.replace(tzinfo=None)).map(
    lambda at: at.replace(tzinfo=UTC)
)


def a_rule(**changes: Any) -> Rule:
    rule = Rule(
        id=RuleId("own"),
        watch=Watch.MISSING,
        field="next_step",
        statuses=(Status.CONNECTED,),
        days=3,
    )
    return replace(rule, **changes)


# Working days


@given(MOMENTS, st.integers(1, 30), MOMENTS)
def test_stale_is_what_has_been_so_on_as_many_working_days(
    at: datetime, days: int, since: datetime
) -> None:
    day, today = POLAND.day_of(since), POLAND.day_of(at)
    worked = 0
    while day < today and worked < days:
        day = POLAND.next_working_day(day)
        worked += day <= today
    is_old_enough = worked >= days and day <= today
    # from the first working day on, for on a day off nobody is asked
    if POLAND.works_on(today):
        assert (since < stale_before(POLAND, days, at)) == is_old_enough


@given(MOMENTS, st.integers(0, 60))
def test_a_longer_patience_never_finds_more(at: datetime, days: int) -> None:
    assert stale_before(POLAND, days + 1, at) <= stale_before(POLAND, days, at) <= at


def test_a_public_holiday_is_no_working_day() -> None:
    found = stale_before(POLAND, 5, MONDAY_MORNING)
    assert POLAND.local(found) == POLAND.local(POLAND.at_local(date(2026, 11, 7), time()))


def test_with_no_days_a_rule_asks_at_once() -> None:
    assert stale_before(POLAND, 0, MONDAY_MORNING) == MONDAY_MORNING


# The rules there are


def test_every_shipped_rule_can_be_kept_and_has_a_name_of_its_own() -> None:
    rules = shipped()
    assert [wrong_with(rule) for rule in rules] == [None] * len(rules)
    assert len({rule.id for rule in rules}) == len(rules) < MOST_RULES


def test_what_the_company_changed_stands_in_the_shipped_rules_place() -> None:
    changed = replace(shipped()[2], days=7)
    rules = all_rules([a_rule(), changed])
    assert rules[2] == changed
    assert rules[-1] == a_rule()
    assert len(rules) == len(shipped()) + 1


def test_the_order_of_the_shipped_rules_is_never_another() -> None:
    ids = [rule.id for rule in all_rules(list(reversed(shipped())))]
    assert ids == [rule.id for rule in shipped()]


def test_rules_look_only_where_they_are_on_and_a_crm_has_their_field() -> None:
    off = a_rule(id=RuleId("off"), state=RuleState.OFF)
    paused = a_rule(id=RuleId("paused"), state=RuleState.PAUSED)
    strange = a_rule(id=RuleId("strange"), field="extra:moon")
    fields = {"file": frozenset({"next_step"}), "hubspot": frozenset({"status"})}
    [found] = searches([off, a_rule(), paused, strange], fields, POLAND, MONDAY_MORNING)
    assert (found.rule, found.systems) == (a_rule(), ("file",))
    assert found.before == stale_before(POLAND, 3, MONDAY_MORNING)
    assert has_field(a_rule(), fields)
    assert not has_field(strange, fields)


@pytest.mark.parametrize(
    "changes",
    [
        {"days": 4},
        {"field": "reason"},
        {"statuses": (Status.QUALIFIED,)},
        {"state": RuleState.OFF},
        {"watch": Watch.UNCHANGED},
        {"id": RuleId("another")},
    ],
)
def test_changed_rules_have_another_fingerprint(changes: dict[str, Any]) -> None:
    assert fingerprint([a_rule()]) != fingerprint([a_rule(**changes)])
    judged = a_rule(judged_since=MONDAY_MORNING - timedelta(days=1))
    assert fingerprint([a_rule()]) == fingerprint([judged])


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({}, None),
        ({"days": 0}, None),
        ({"field": "extra:needs"}, None),
        ({"field": "reason", "statuses": (Status.DISQUALIFIED,)}, None),
        ({"watch": Watch.SILENT, "field": "status"}, None),
        ({"watch": Watch.UNCHANGED}, None),
        ({"statuses": ()}, "statuses"),
        ({"days": -1}, "days"),
        ({"days": 366}, "days"),
        ({"watch": Watch.UNCHANGED, "days": 0}, "days"),
        ({"field": "status"}, "field"),
        ({"field": "extra:"}, "field"),
        ({"field": "email"}, "field"),
        ({"field": "extra:" + "x" * 59}, "field"),
        ({"field": "extra:\n"}, "field"),
        ({"watch": Watch.UNCHANGED, "field": "extra:needs"}, "field"),
        ({"watch": Watch.SILENT}, "field"),
        ({"statuses": (Status.CONNECTED, Status.DISQUALIFIED)}, "statuses"),
        ({"statuses": (Status.CONVERTED,)}, "statuses"),
    ],
)
def test_only_rules_that_make_sense_can_be_kept(changes: dict[str, Any], wrong: str | None) -> None:
    found = wrong_with(a_rule(**changes))
    assert (None if found is None else found[0]) == wrong
