"""What is counted of a week in SQL, beside a plain count in Python of each lead's life."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import Engine

from handlers.digests.counting import Bounds, Tally
from handlers.digests.model import Count, Which
from handlers.lead import LeadId, Reason, Status
from storage.definition import SqlDefinitions
from storage.digest_tally import Scope, Tallying
from tests.storage.weeks import BEGIN, COMPANY, DAY, END, HOUSES, WEEK, Told, keep_house

SCOPE = Scope.of(Bounds.of(WEEK, at=END + 8 * DAY, company=COMPANY), 10**6, 10**6)
TAKEN_UP = {Status.ATTEMPTING, Status.CONNECTED, Status.QUALIFIED, Status.CONVERTED}
KNOWN_REASONS = {reason.value for reason in Reason}


def _within(at: datetime | None) -> bool:
    return at is not None and BEGIN <= at < END


def _came_to(told: Told, wanted: Collection[Status]) -> bool:
    """Tell whether a lead came to one of these in the week, by its history or its own word."""
    stands = told.status in wanted and _within(told.since)
    return stands or any(one.new in wanted and _within(one.at) for one in told.steps("status"))


def _was(told: Told, wanted: Collection[Status]) -> bool:
    return any(one.new in wanted and one.at < BEGIN for one in told.steps("status"))


def _accepted(told: Told) -> bool:
    begun = _came_to(told, TAKEN_UP) or _within(told.touched)
    touched_before = told.touched is not None and told.touched < BEGIN
    return begun and not touched_before and not _was(told, TAKEN_UP)


def _won(told: Told) -> bool:
    if told.won is not None:
        return _within(told.won)
    return _came_to(told, [Status.CONVERTED]) and not _was(told, [Status.CONVERTED])


def _reason(told: Told) -> str:
    """Give the reason as it stood when the week ended."""
    later = [one for one in told.steps("reason") if one.at >= END]
    reason = later[0].old if later else told.reason or ""
    return str(reason) if reason in KNOWN_REASONS else ""


EXPECTED: Mapping[Count, Callable[[Told], bool]] = {
    Count.LEADS_IN: lambda told: _within(told.created),
    Count.ACCEPTED: _accepted,
    Count.TALKING: lambda told: (
        _came_to(told, [Status.CONNECTED]) and not _was(told, [Status.CONNECTED])
    ),
    Count.WON: _won,
    Count.DISQUALIFIED: lambda told: _came_to(told, [Status.DISQUALIFIED]),
    Count.RECYCLED: lambda told: _came_to(told, [Status.NURTURING]),
}


@pytest.mark.slow
@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(house=HOUSES)
def test_a_week_is_counted_as_a_patient_person_would_count_it(
    engine: Engine, house: Sequence[Told]
) -> None:
    keep_house(engine, house)
    wanted = {count: [told for told in house if counts(told)] for count, counts in EXPECTED.items()}
    with engine.connect() as connection:
        tallying = Tallying(connection, SqlDefinitions(connection))
        tally = tallying.tally(SCOPE)
        assert dict(tally.counts) == {count: len(some) for count, some in wanted.items()}
        everybody = {told.id for some in wanted.values() for told in some}
        assert tally.touched_upon == len(everybody)
        _same_reasons(tally.disqualified_by, wanted[Count.DISQUALIFIED])
        _same_reasons(tally.recycled_by, wanted[Count.RECYCLED])
        for count, some in wanted.items():
            listed = tallying.leads_of(SCOPE, Which(count))
            assert list(listed) == sorted((told.id for told in some), reverse=True)
        _same_lists(tallying, wanted[Count.DISQUALIFIED])
        _same_waits(tally, house)


def _same_reasons(counted: object, some: Sequence[Told]) -> None:
    assert counted == dict(Counter(_reason(told) for told in some))


def _same_lists(tallying: Tallying, some: Sequence[Told]) -> None:
    for reason in ["", Reason.NO_BUDGET.value, Reason.PRICE.value]:
        listed = tallying.leads_of(SCOPE, Which(Count.DISQUALIFIED, reason))
        assert set(listed) == {LeadId(told.id) for told in some if _reason(told) == reason}


def _same_waits(tally: Tally, house: Sequence[Told]) -> None:
    waits = sorted((wait.since, wait.until) for wait in tally.waits)
    expected = [
        (told.assigned or told.created, told.touched) for told in house if _within(told.touched)
    ]
    assert waits == sorted(one for one in expected if one[0] is not None)
