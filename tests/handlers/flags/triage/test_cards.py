"""A flag as marketing's channel sees it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert

from handlers.definition.model import Criterion, CriterionId, Fit, Verdict
from handlers.flags.cards import flag_card, step_button, work_text
from handlers.flags.clock import started
from handlers.flags.model import (
    PRAISED,
    WAYS,
    Change,
    FlagReason,
    Kind,
    ReasonKey,
    Remedy,
    State,
    Step,
)
from handlers.flags.shown import ShownFlag, Worked
from handlers.flags.triage_forms import SENT
from handlers.lead import TouchKind
from handlers.message import Buttons, Cell, Facts, Note, Paragraph, Table, Tone
from handlers.phrase import Phrase, say, verbatim
from storage.schema import activities
from tests.builders import MONDAY_MORNING, a_flag, a_lead
from tests.handlers.flags.triage.conftest import TEAM, Desk, buttons, does, warsaw

REASON = FlagReason(key=ReasonKey("duplicate"), kind=Kind.REJECT, remedy=Remedy.ROUTING)
WORKED = Worked(delay=timedelta(hours=4.75), touched=True, attempts=2)


def a_shown(**has: Any) -> ShownFlag:
    flag = started(a_flag(), MONDAY_MORNING, TEAM)
    return ShownFlag(
        flag=replace(flag, **has),
        reason=REASON,
        lead=a_lead(),
        fit=None,
        worked=WORKED,
        trail=(),
        effect=None,
        hours=TEAM,
        at=MONDAY_MORNING,
    )


def standing(shown: ShownFlag) -> Note:
    first = flag_card(shown).blocks[0]
    assert isinstance(first, Note)
    return first


def table(shown: ShownFlag) -> Table:
    return next(block for block in flag_card(shown).blocks if isinstance(block, Table))


# How it stands


def test_a_new_flag_says_by_when_it_should_be_seen_and_decided() -> None:
    assert standing(a_shown()).text == say(
        "triage-new",
        state=say("triage-state-raised"),
        first=date(2026, 11, 17),
        day=date(2026, 11, 23),
    )


def test_a_flag_that_was_not_seen_in_time_says_so_on_its_own_card() -> None:
    note = standing(replace(a_shown(), at=warsaw(18, 9)))
    assert (note.text.key, note.tone) == ("triage-unseen", Tone.WARN)


@pytest.mark.parametrize("state", [State.ACKNOWLEDGED, State.FOR_MEETING])
def test_an_undecided_flag_says_when_a_decision_is_due(state: State) -> None:
    note = standing(a_shown(state=state))
    assert dict(note.text.args)["day"] == date(2026, 11, 23)
    late = standing(replace(a_shown(state=state), at=warsaw(24, 9)))
    assert (late.text.key, late.tone) == ("triage-overdue", Tone.WARN)


def test_while_sales_is_asked_no_day_is_due() -> None:
    assert standing(a_shown(state=State.NEEDS_MORE, decide_by=None)).text == say(
        "triage-standing-asked", state=say("triage-state-needs-more")
    )


def test_a_decided_flag_says_when() -> None:
    shown = a_shown(state=State.DECLINED, decided_at=warsaw(18, 23, 30))
    assert standing(shown).text == say(
        "triage-since", state=say("triage-state-declined"), day=date(2026, 11, 18)
    )


def test_a_change_that_was_made_says_on_which_day() -> None:
    change = Change(what="Ask", remedy=Remedy.DATA, done_at=warsaw(20, 12))
    shown = a_shown(state=State.DONE, decided_at=warsaw(18, 12), change=change)
    assert dict(standing(shown).text.args)["day"] == date(2026, 11, 20)


# Fit beside work


def test_fit_and_work_stand_side_by_side() -> None:
    criteria = [
        (Criterion(id=CriterionId(verdict), words=f"is {verdict}"), verdict) for verdict in Verdict
    ]
    shown = replace(a_shown(), fit=Fit(version=3, verdicts=tuple(criteria)))
    halves = table(shown)
    assert halves.columns == (say("triage-fit"), say("triage-work"))
    assert halves.caption == say("triage-fit-caption", version=3, met=1, count=4)
    assert [row[0].text for row in halves.rows] == [
        say(f"triage-fit-{verdict}", words=verbatim(f"is {verdict}")) for verdict in Verdict
    ]
    assert halves.rows[0][1] == Cell(work_text(WORKED))
    assert {row[1].text for row in halves.rows[1:]} == {say("none")}


def test_a_criterion_that_leadloop_drafted_is_said_by_the_reasons_it_covers() -> None:
    drafted = Criterion(id=CriterionId("c"), words="", covers=("reject-role",))
    fit = Fit(version=3, verdicts=((drafted, Verdict.UNKNOWN),))
    labels = {"reject-role": verbatim("not the role")}
    cell = table(replace(a_shown(), fit=fit, labels=labels)).rows[0][0]
    words = say("definition-words-drafted", reasons=(verbatim("not the role"),))
    assert cell.text == say("triage-fit-unknown", words=words)


def test_where_no_definition_was_agreed_the_card_says_so_beside_the_work() -> None:
    halves = table(a_shown())
    assert [row[0].text for row in halves.rows] == [say("triage-fit-none")]
    assert halves.rows[0][1] == Cell(work_text(WORKED))


def test_work_is_said_in_business_hours_and_attempts() -> None:
    assert work_text(WORKED) == say(
        "triage-worked",
        hours=say("business-hours", hours=4.8),
        attempts=say("triage-attempts", count=2),
    )


@pytest.mark.parametrize(
    ("touched", "key"), [(True, "triage-worked-sometime"), (False, "triage-not-worked")]
)
def test_hours_that_the_crm_does_not_tell_are_not_invented(touched: bool, key: str) -> None:  # noqa: FBT001 - a case
    assert work_text(Worked(delay=None, touched=touched, attempts=0)).key == key


def test_the_card_counts_the_newest_facts_of_its_lead(desk: Desk) -> None:
    desk.raised(campaign_name="As it was", source="As it was")
    with desk.engine.begin() as connection:
        for number in range(3):
            row = {"system": "file", "external_id": str(number), "lead_id": 1, "outcome": ""}
            row |= {"kind": TouchKind.CALL.value, "direction": "out", "at": MONDAY_MORNING}
            connection.execute(insert(activities), row)
    card = desk.card()
    halves = next(block for block in card.blocks if isinstance(block, Table))
    attempts = say("triage-attempts", count=3)
    assert halves.rows[0][1].text == say("triage-not-worked", attempts=attempts)
    [facts] = [block for block in card.blocks if isinstance(block, Facts)]
    assert (say("triage-fact-campaign"), verbatim("Spring webinar")) in facts.pairs


def test_without_its_lead_a_card_says_what_the_flag_kept() -> None:
    shown = a_shown(campaign_name="Spring webinar", source="Webinar", seen="A student.")
    card = flag_card(replace(shown, lead=None, worked=None))
    assert dict(card.title.args)["lead"] == "Anna Nowak · Acme"
    assert Note(say("triage-lead-gone")) in card.blocks
    assert not any(isinstance(block, Table) for block in card.blocks)
    [facts] = [block for block in card.blocks if isinstance(block, Facts)]
    assert [value for _, value in facts.pairs] == [
        verbatim("Spring webinar"),
        verbatim("Webinar"),
        verbatim("A student."),
    ]


# What is offered


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("kind", Kind)
def test_a_card_offers_what_is_possible_and_nothing_else(kind: Kind, state: State) -> None:
    ways = PRAISED.get(state, {}) if kind is Kind.PRAISE else WAYS[state]
    card = flag_card(a_shown(kind=kind, state=state))
    offered = {one.removeprefix("triage.") for one in does(card)}
    ours = set(ways) - {Step.ADD, Step.WITHDRAW}
    wanted = ours & {Step.ACKNOWLEDGE} if kind is Kind.PRAISE else ours
    assert offered == {*wanted, "history"}
    assert does(card)[-1] == "triage.history"


@pytest.mark.parametrize("step", [*SENT, Step.ACKNOWLEDGE, Step.TO_MEETING])
def test_a_button_carries_the_version_that_was_seen_and_says_if_a_form_opens(step: Step) -> None:
    button = step_button(step, a_flag(version=7))
    assert dict(button.values) == {"flag": "flag-1", "version": "7"}
    assert button.opens is (step in SENT)


def test_praise_is_thanked_for() -> None:
    [thanks, _] = buttons(flag_card(a_shown(kind=Kind.PRAISE, decide_by=None)))
    assert thanks.label == say("triage-button-thanks")
    done = a_shown(kind=Kind.PRAISE, state=State.DONE, decided_at=MONDAY_MORNING)
    assert standing(done).text == say("triage-thanked")


def test_words_that_were_promised_and_done_are_said_once() -> None:
    change = Change(what="Ask for the role", remedy=Remedy.DATA, done_at=MONDAY_MORNING)
    shown = a_shown(state=State.DONE, change=change)
    said = [block for block in flag_card(shown).blocks if isinstance(block, Paragraph)]
    assert [one.text.key for one in said] == ["triage-promise-kept"]


# Whatever was written


@given(
    state=st.sampled_from(State),
    kind=st.sampled_from(Kind),
    seen=st.text(max_size=50),
    gone=st.booleans(),
)
def test_any_flag_has_a_card_that_names_nobody(
    state: State,
    kind: Kind,
    seen: str,
    gone: bool,  # noqa: FBT001 - Hypothesis gives it
) -> None:
    shown = a_shown(state=state, kind=kind, seen=seen, by="The raiser", trigger=seen)
    if gone:
        shown = replace(shown, lead=None, worked=None)
    card = flag_card(shown)
    assert all(1 <= len(one.buttons) <= 5 for one in card.blocks if isinstance(one, Buttons))
    assert "The raiser" not in repr(card)
    assert isinstance(card.title, Phrase)
