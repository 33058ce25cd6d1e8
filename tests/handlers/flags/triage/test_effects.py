"""What a change did to the figures, and how sure that is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.flags.effects import (
    EFFECT_AFTER,
    Verdict,
    effect_text,
    is_due,
    subject_of,
    verdict,
)
from handlers.flags.model import Change, Effect, On, Remedy, State, Stretch, Subject
from handlers.flags.proportion import FEWEST_LEADS, wilson
from handlers.lead import CampaignId
from handlers.phrase import say
from tests.builders import MONDAY_MORNING, a_flag

SUBJECT = Subject(On.CAMPAIGN, "7", "Spring webinar")
FIRST, LAST = date(2026, 8, 1), date(2026, 9, 1)


def an_effect(before: tuple[int, int], after: tuple[int, int]) -> Effect:
    return Effect(subject=SUBJECT, before=a_stretch(*before), after=a_stretch(*after))


def a_stretch(promising: int, leads: int) -> Stretch:
    return Stretch(first=FIRST, last=LAST, promising=promising, leads=leads)


COUNTS = st.integers(0, 400).flatmap(lambda leads: st.tuples(st.integers(0, leads), st.just(leads)))


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ((6, 60), (16, 38), Verdict.BETTER),
        ((30, 60), (4, 38), Verdict.WORSE),
        ((12, 60), (9, 31), Verdict.CHANCE),
        ((12, 60), (12, 60), Verdict.CHANCE),
        ((0, 9), (30, 30), Verdict.TOO_FEW),
        ((0, 30), (9, 9), Verdict.TOO_FEW),
        ((0, 0), (0, 0), Verdict.TOO_FEW),
        ((0, 10), (10, 10), Verdict.BETTER),
    ],
)
def test_a_change_is_called_what_the_figures_allow(
    before: tuple[int, int], after: tuple[int, int], found: Verdict
) -> None:
    assert verdict(an_effect(before, after)) is found


@given(before=COUNTS, after=COUNTS)
def test_no_figure_of_too_few_leads_is_said(
    before: tuple[int, int], after: tuple[int, int]
) -> None:
    text = effect_text(an_effect(before, after))
    few = min(before[1], after[1]) < FEWEST_LEADS
    assert (text.key == "triage-effect-too-few") is few
    if few:
        assert {name for name, _ in text.args} == {"subject", "first", "last", "fewest"}


@given(before=COUNTS, after=COUNTS)
def test_a_difference_is_only_claimed_where_the_ranges_are_apart(
    before: tuple[int, int], after: tuple[int, int]
) -> None:
    found = verdict(an_effect(before, after))
    low_before, high_before = wilson(*before)
    low_after, high_after = wilson(*after)
    if found is Verdict.BETTER:
        assert high_before < low_after
    if found is Verdict.WORSE:
        assert high_after < low_before
    if found is Verdict.CHANCE:
        assert max(low_before, low_after) <= min(high_before, high_after)


@given(before=COUNTS, after=COUNTS)
def test_turned_around_a_change_for_the_better_is_one_for_the_worse(
    before: tuple[int, int], after: tuple[int, int]
) -> None:
    turned = {Verdict.BETTER: Verdict.WORSE, Verdict.WORSE: Verdict.BETTER}
    found = verdict(an_effect(before, after))
    assert verdict(an_effect(after, before)) is turned.get(found, found)


def test_every_figure_names_its_object_and_its_days() -> None:
    text = dict(effect_text(an_effect((6, 60), (16, 38))).args)
    assert text["subject"] == "Spring webinar"
    for side in ("before", "after"):
        share = dict(text[side].args)  # type: ignore[union-attr]
        assert (share["first"], share["last"]) == (FIRST, LAST)


def test_a_lead_from_nowhere_has_nothing_to_count() -> None:
    assert subject_of(a_flag()) is None
    assert effect_text(None) == say("triage-effect-nowhere")


def test_the_campaign_is_counted_before_the_source() -> None:
    flag = a_flag(source="Webinar")
    assert subject_of(flag) == Subject(On.SOURCE, "Webinar", "Webinar")
    of_campaign = replace(flag, campaign=CampaignId(7), campaign_name="Spring webinar")
    assert subject_of(of_campaign) == SUBJECT


def test_a_change_is_looked_back_upon_when_its_four_weeks_are_over() -> None:
    change = Change(what="Ask", remedy=Remedy.DATA, done_at=MONDAY_MORNING)
    done = a_flag(state=State.DONE, change=change)
    due = MONDAY_MORNING + EFFECT_AFTER
    assert not is_due(done, due - timedelta(minutes=1))
    assert is_due(done, due)
    assert not is_due(replace(done, state=State.REOPENED), due)
    assert not is_due(replace(done, change=replace(change, done_at=None)), due)
    assert due - MONDAY_MORNING >= timedelta(weeks=4)
