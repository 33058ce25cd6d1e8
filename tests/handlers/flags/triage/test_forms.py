"""The forms of the triage, and what they make of what somebody wrote."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.flags.model import Change, FlagReason, Kind, ReasonKey, Remedy, Step
from handlers.flags.triage_forms import FURTHEST, LONGEST_WORDS, SENT, Said, read, step_form
from handlers.message import Choice, Day, LongText
from handlers.phrase import say
from tests.builders import a_flag

TODAY = date(2026, 11, 16)
REASON = FlagReason(key=ReasonKey("duplicate"), kind=Kind.REJECT, remedy=Remedy.ROUTING)


def field(step: Step, name: str, **has: Any) -> object:
    form = step_form(step, a_flag(**has), REASON, today=TODAY)
    return next(one for one in form.fields if one.name == name)


def wrong(step: Step, **given: str) -> dict[str, object]:
    found = read(step, {"words": "Because.", "remedy": "data", **given}, TODAY)
    assert not isinstance(found, Said), found
    return dict(found)


def test_the_remedy_of_the_reason_is_proposed() -> None:
    remedy = field(Step.ACCEPT, "remedy")
    assert isinstance(remedy, Choice)
    assert remedy.value == "routing"
    assert [option.value for option in remedy.options] == [one.value for one in Remedy]


def test_what_was_promised_is_proposed_as_what_was_done_and_today_as_the_day() -> None:
    change = Change(what="Ask for the role", remedy=Remedy.DATA)
    words, on = field(Step.FINISH, "words", change=change), field(Step.FINISH, "day")
    assert isinstance(words, LongText)
    assert words.value == "Ask for the role"
    assert isinstance(on, Day)
    assert on.value == TODAY


def test_who_adds_to_a_flag_sees_what_marketing_asks() -> None:
    form = step_form(Step.ADD, a_flag(), REASON, today=TODAY, asked="Which role?")
    assert say("triage-said-ask", words="Which role?") in [
        getattr(block, "text", None) for block in form.intro
    ]


@pytest.mark.parametrize("step", [step for step in SENT if step is not Step.WITHDRAW])
@pytest.mark.parametrize("words", ["", "  \n "])
def test_every_step_but_withdrawing_needs_words(step: Step, words: str) -> None:
    assert wrong(step, words=words, day=TODAY.isoformat()) == {"words": say("form-empty")}


def test_a_flag_may_be_withdrawn_without_a_word() -> None:
    assert read(Step.WITHDRAW, {}, TODAY) == Said(words="")


@pytest.mark.parametrize("step", SENT)
def test_words_without_end_are_refused_beside_their_field(step: Step) -> None:
    given = {"words": "x" * (LONGEST_WORDS + 1), "day": TODAY.isoformat()}
    assert wrong(step, **given)["words"] == say(
        "form-too-long", longest=LONGEST_WORDS, length=LONGEST_WORDS + 1
    )


@pytest.mark.parametrize("remedy", ["", "nobody", "Data", "targeting\ndata"])
def test_a_remedy_that_was_not_offered_is_not_taken(remedy: str) -> None:
    assert wrong(Step.ACCEPT, remedy=remedy) == {"remedy": say("form-choose")}


@pytest.mark.parametrize("day", ["2026-11-15", "2027-11-18", "1926-01-01", "9999-12-31"])
def test_a_change_is_promised_for_a_day_to_come_within_a_year(day: str) -> None:
    assert wrong(Step.ACCEPT, day=day) == {"day": say("triage-due-range")}


@pytest.mark.parametrize("day", ["", "2026-11-17", "2025-11-14", "0001-01-01"])
def test_a_change_was_done_today_or_in_the_year_before(day: str) -> None:
    assert wrong(Step.FINISH, day=day) == {"day": say("triage-done-range")}


@pytest.mark.parametrize("step", [Step.ACCEPT, Step.FINISH])
def test_what_is_no_day_is_said_to_be_none(step: Step) -> None:
    assert wrong(step, day="soon") == {"day": say("form-day-wrong")}


def test_a_day_is_not_asked_for_twice_over() -> None:
    assert read(Step.ACCEPT, {"words": "We will.", "remedy": "data"}, TODAY) == Said(
        words="We will.", remedy=Remedy.DATA
    )


@given(
    step=st.sampled_from(sorted(SENT)),
    words=st.text(st.characters(codec="utf-8"), min_size=1, max_size=LONGEST_WORDS),
    remedy=st.sampled_from(Remedy),
    away=st.integers(0, FURTHEST.days),
)
def test_what_is_rightly_filled_in_is_taken_as_it_stands(
    step: Step, words: str, remedy: Remedy, away: int
) -> None:
    on = TODAY - timedelta(away) if step is Step.FINISH else TODAY + timedelta(away)
    given = {"words": words, "remedy": remedy.value, "day": on.isoformat()}
    found = read(step, given, TODAY)
    if not words.strip() and step is not Step.WITHDRAW:
        assert found == {"words": say("form-empty")}
        return
    assert found == Said(
        words=words.strip(),
        remedy=remedy if step is Step.ACCEPT else Remedy.NOTHING,
        day=on if step in {Step.ACCEPT, Step.FINISH} else None,
    )


@given(
    step=st.sampled_from(sorted(SENT)),
    given=st.dictionaries(st.sampled_from(["words", "remedy", "day", "flag"]), st.text()),
)
def test_whatever_is_forged_is_read_or_refused_beside_a_field_of_the_form(
    step: Step, given: dict[str, str]
) -> None:
    found = read(step, given, TODAY)
    form = step_form(step, a_flag(), REASON, today=TODAY)
    if not isinstance(found, Said):
        assert found.keys() <= {one.name for one in form.fields}
