"""From what was counted to what is shown: small numbers go, and nothing else does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.digests.comparing import usual
from handlers.digests.counting import (
    Asked,
    Bounds,
    Filled,
    Flagged,
    Tally,
    Wait,
    completeness_of,
    figures_of,
    first_touch_of,
)
from handlers.digests.model import (
    Completeness,
    Count,
    Figures,
    QuestionFigures,
    Size,
    Standout,
    Week,
)
from handlers.digests.standing_out import Fare, standouts_of
from handlers.lead import CampaignId
from handlers.working_time import WorkingHours
from tests.builders import MONDAY_MORNING

COMPANY = WorkingHours(zone="Europe/Warsaw")
WEEK = Week(2026, 46)
HOUR = timedelta(hours=1)


def told(counts: Mapping[Count, int], *, touched_upon: int = 40, **more: object) -> Figures:
    bounds = Bounds.of(WEEK, at=MONDAY_MORNING, company=COMPANY)
    tally = Tally(counts=counts, touched_upon=touched_upon, **more)  # type: ignore[arg-type]
    return figures_of(tally, bounds, counted_at=MONDAY_MORNING, leads_to=1, changes_to=1)


COUNTS = st.fixed_dictionaries({count: st.integers(0, 40) for count in Count})


@given(COUNTS, st.integers(0, 60))
def test_a_number_is_told_as_it_is_or_not_at_all(
    counts: Mapping[Count, int], touched_upon: int
) -> None:
    figures = told({**counts, Count.DISQUALIFIED: 0, Count.RECYCLED: 0}, touched_upon=touched_upon)
    for count, figure in figures.counts.items():
        if figure.value is None:
            assert figure.hidden
        elif count not in {Count.DISQUALIFIED, Count.RECYCLED}:
            assert figure.value == counts[count]
            assert figures.size is not Size.SMALL
            assert figure.value == 0 or figure.value >= 3


def test_one_or_two_are_hidden() -> None:
    figures = told({Count.LEADS_IN: 40, Count.WON: 2, Count.TALKING: 0, Count.ACCEPTED: 3})
    assert figures.of(Count.WON).hidden
    assert figures.of(Count.TALKING).value == 0
    assert figures.of(Count.ACCEPTED).value == 3


def test_all_but_one_of_the_leads_qualified_would_tell_of_that_one() -> None:
    assert told({Count.LEADS_IN: 12, Count.QUALIFIED: 11}).of(Count.QUALIFIED).hidden
    assert told({Count.LEADS_IN: 12, Count.QUALIFIED: 9}).of(Count.QUALIFIED).value == 9


def test_where_no_definition_was_in_force_nothing_is_hidden_or_told() -> None:
    figure = told({Count.LEADS_IN: 12}).of(Count.QUALIFIED)
    assert figure.value is None
    assert not figure.hidden


def test_reasons_of_fewer_than_ten_are_not_told() -> None:
    figures = told({Count.DISQUALIFIED: 9}, disqualified_by={"price": 9})
    assert figures.of(Count.DISQUALIFIED).value == 9
    assert not figures.disqualified_by
    assert figures.other_disqualified is None


def test_reasons_are_told_largest_first_with_the_rest_together() -> None:
    by = {"price": 4, "timing": 9, "other": 1, "": 2}
    figures = told({Count.DISQUALIFIED: 16}, disqualified_by=by)
    assert [one.key for one in figures.disqualified_by] == ["timing", "price"]
    assert figures.other_disqualified == 3


def test_flags_are_told_from_ten_on_and_those_that_wait_in_tens() -> None:
    few = told({}, flagged=Flagged(raised=6, accepted=3, waiting=25)).flags
    assert few.raised is None
    assert few.waiting == 20
    many = told({}, flagged=Flagged(raised=8, accepted=5, declined=1, waiting=7)).flags
    assert (many.raised, many.accepted, many.declined, many.waiting) == (8, 5, None, None)
    none = told({}, flagged=Flagged()).flags
    assert (none.raised, none.waiting) == (0, 0)


def test_answers_are_told_of_five_people_and_ten_leads() -> None:
    asked = Asked(asked=20, answered=15, open=5, people=5)
    expected = QuestionFigures(asked=20, answered=15, open=5)
    assert told({}, asked=asked).questions == expected
    assert told({}, asked=Asked(asked=20, answered=15, open=5, people=4)).questions is None
    one_open = told({}, asked=Asked(asked=20, answered=12, open=1, people=5)).questions
    assert one_open == QuestionFigures(asked=20, answered=12, open=None)


# Waiting


def waits(hours: list[float], *, owners: int = 6) -> list[Wait]:
    return [
        Wait(since=MONDAY_MORNING, until=MONDAY_MORNING + hour * HOUR, owner=number % owners)
        for number, hour in enumerate(hours)
    ]


def test_the_first_touch_is_summed_up_in_business_hours() -> None:
    touch = first_touch_of(waits([1.0] * 9 + [3.0] * 6 + [24.0 + 6.0] * 5), COMPANY)
    assert touch is not None
    assert touch.median == 3.0
    assert touch.within == 75
    assert touch.leads == 20


def test_the_hours_are_those_that_the_teams_agreed_on() -> None:
    waited = waits([1.0] * 10 + [3.0] * 10)
    usual, strict = first_touch_of(waited, COMPANY), first_touch_of(waited, COMPANY, 2)
    assert usual is not None
    assert strict is not None
    assert (usual.agreed, usual.within) == (8, 100)
    assert (strict.agreed, strict.within) == (2, 50)


def test_the_first_touch_of_a_few_is_not_told() -> None:
    assert first_touch_of(waits([1.0] * 9), COMPANY) is None
    assert first_touch_of(waits([1.0] * 30, owners=4), COMPANY) is None
    almost_all = first_touch_of(waits([1.0] * 11 + [100.0]), COMPANY)
    assert almost_all is not None
    assert almost_all.within is None


def test_completeness_is_rough_and_not_told_of_a_few() -> None:
    assert completeness_of(Filled(filled=31, leads=40, people=5)) == Completeness(share=80)
    assert completeness_of(Filled(filled=31, leads=40, people=4)) is None
    assert completeness_of(Filled(filled=39, leads=40, people=9)) is None


# Beside other weeks


@pytest.mark.parametrize(
    ("told", "between"),
    [
        ([1, 2, 3], None),
        ([None, 4, 9, 3, 5], (3, 9)),
        ([None] * 9, None),
        (list(range(10, 21)), (11, 19)),
    ],
)
def test_what_is_usual_is_said_from_four_weeks_on(
    told: list[int | None], between: tuple[int, int] | None
) -> None:
    assert usual(told) == between


# Campaigns


def fare(campaign: int | None, promising: int, leads: int) -> Fare:
    id = None if campaign is None else CampaignId(campaign)
    return Fare(campaign=id, name=f"Campaign {campaign}", promising=promising, leads=leads)


def standing_out(fares: Sequence[Fare]) -> Sequence[Standout]:
    def fare_since(campaign: CampaignId, since: Week) -> Fare:
        raise AssertionError((campaign, since))

    return standouts_of(WEEK, [], fares, fare_since)


def test_a_campaign_stands_out_beyond_chance() -> None:
    fares = [fare(1, 3, 40), fare(2, 60, 200), fare(None, 3, 20), fare(3, 62, 200)]
    [standout] = standing_out(fares)
    assert (standout.campaign, standout.promising, standout.leads) == ("Campaign 1", 3, 40)
    assert (standout.share.low, standout.share.high) == (2, 20)
    assert standout.elsewhere == 30
    assert not standout.is_better
    assert standout.since == WEEK.before(11)


def test_a_campaign_of_a_few_leads_does_not_stand_out() -> None:
    assert not standing_out([fare(1, 0, 9), fare(2, 150, 200)])
    assert not standing_out([fare(1, 3, 40)])


def test_neither_a_campaign_nor_the_others_are_told_with_a_lead_or_two() -> None:
    """In a house with two campaigns the others of the one are the other."""
    assert not standing_out([fare(1, 1, 40), fare(2, 150, 200)])


def test_a_campaign_that_stood_out_begins_anew() -> None:
    fares = [fare(1, 3, 40), fare(2, 30, 100), fare(3, 30, 100)]
    earlier = figures_with(standing_out(fares))
    assert [one.id for one in earlier.campaigns] == [1]
    asked: list[tuple[int, Week]] = []

    def fare_since(campaign: CampaignId, since: Week) -> Fare:
        asked.append((campaign, since))
        return fare(campaign, 1, 12)

    later = WEEK.before(-2)
    assert not standouts_of(later, [earlier], fares, fare_since)
    assert asked == [(1, WEEK.before(-1))]


def figures_with(campaigns: object) -> Figures:
    return replace(told({}), campaigns=campaigns)  # type: ignore[arg-type]
