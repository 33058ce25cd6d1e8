"""Flagging a lead, from the button to marketing's channel."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from handlers.definition.model import CriterionId
from handlers.flags.model import Kind, State, Step
from handlers.flags.work import flag_view
from handlers.interaction import Nothing, Whisper
from handlers.people import Place, Side
from storage.schema import outbox
from tests.handlers.flags.raising.conftest import (
    MAYA,
    OLA,
    PIOTR,
    RECYCLE,
    REJECT,
    Office,
    buttons,
    filled,
    form,
    keys,
    options,
    told,
    words,
    wrong,
)

# Which lead


def test_a_lead_on_a_card_is_flagged_in_two_forms(office: Office) -> None:
    first = form(office.do("flags.start", lead=1))
    second = form(office.do("flags.kind", **{**filled(first), "kind": "reject"}))
    reply = office.do("flags.raise", **{**filled(second), "reason": "not-the-role"})
    assert told(reply) == "flags-raised"
    [flag] = office.flags()
    assert (flag.lead, flag.kind, flag.reason) == (1, Kind.REJECT, "not-the-role")


def test_of_several_leads_on_a_card_one_is_picked(office: Office) -> None:
    first = form(office.do("flags.start", leads="3,10,3"))
    assert options(first, "lead") == ["3", "10"]
    second = form(office.do("flags.kind", lead=10, kind="praise"))
    assert dict(second.keep)["lead"] == "10"


def test_words_that_mean_one_lead_need_no_picking(office: Office) -> None:
    first = form(office.do("flags.start", text="L-2"))
    assert dict(first.keep) == {"lead": "2"}


def test_words_that_mean_several_leads_let_one_pick(office: Office) -> None:
    first = form(office.do("flags.start", text="L-2\nL-3"))
    assert options(first, "lead") == ["2", "3"]


def test_a_name_with_a_typing_error_offers_the_leads_that_may_be_meant(office: Office) -> None:
    first = form(office.do("flags.start", text="Li Naa, Acme"))
    assert dict(first.keep) == {"lead": "10"}


def test_words_that_mean_no_lead_are_answered_with_a_sentence(office: Office) -> None:
    assert told(office.do("flags.start", text="zz@nowhere.example")) == "flags-none-found"


def test_without_a_lead_the_form_asks_for_one(office: Office) -> None:
    first = form(office.do("flags.start"))
    assert [field.name for field in first.fields] == ["which", "kind"]
    second = form(office.do("flags.kind", which="L-4", kind="reject"))
    assert dict(second.keep)["lead"] == "4"


@pytest.mark.parametrize(
    ("which", "sentence"), [("", "flags-which-empty"), ("zz@nowhere.example", "flags-none-found")]
)
def test_words_in_the_form_that_mean_no_lead_are_corrected_there(
    office: Office, which: str, sentence: str
) -> None:
    assert wrong(office.do("flags.kind", which=which, kind="reject")) == {"which": sentence}


def test_words_in_the_form_that_mean_several_leads_lead_to_a_choice(office: Office) -> None:
    again = form(office.do("flags.kind", which="L-4, L-5", kind="disqualify"))
    assert options(again, "lead") == ["4", "5"]
    assert filled(again)["kind"] == "disqualify"


def test_no_form_lists_more_than_a_hundred_leads(office: Office) -> None:
    listed = ",".join(map(str, (*range(1, 11), *range(1000, 1100))))
    first = form(office.do("flags.start", leads=listed))
    assert len(options(first, "lead")) == 10
    assert "flags-left-out" in keys(first)


def test_what_is_to_be_said_must_be_chosen(office: Office) -> None:
    assert wrong(office.do("flags.kind", lead=1, kind="insult")) == {"kind": "form-choose"}


@pytest.mark.parametrize("forged", ["0", "-1", "1e9", "9" * 18, "9" * 400, "１", "L-1", "1;2"])
def test_a_forged_lead_flags_nothing(office: Office, forged: str) -> None:
    assert wrong(office.do("flags.raise", **{**REJECT, "lead": forged})) == {
        "reason": "flags-lead-gone"
    }
    assert not office.flags()


# In words, where no form can be opened


def test_a_few_leads_are_offered_with_a_button_each(office: Office) -> None:
    reply = office.do("flags.offer", text="L-1\nL-2")
    assert isinstance(reply, Whisper)
    assert [dict(one.values) for one in buttons(reply.card)] == [{"lead": "1"}, {"lead": "2"}]
    assert all(one.opens and one.does == "flags.start" for one in buttons(reply.card))


def test_many_leads_are_offered_with_one_button_for_all(office: Office) -> None:
    reply = office.do("flags.offer", text="\n".join(f"L-{n}" for n in range(1, 8)))
    assert isinstance(reply, Whisper)
    [one] = buttons(reply.card)
    carried: dict[str, Any] = dict(one.values)
    assert options(form(office.do("flags.start", **carried)), "lead") == list("1234567")


def test_the_word_alone_is_offered_the_empty_form(office: Office) -> None:
    reply = office.do("flags.offer")
    assert isinstance(reply, Whisper)
    [one] = buttons(reply.card)
    assert one.does == "flags.start"


# Why, and what was seen


def test_the_first_screen_shows_seven_reasons_at_most(office: Office) -> None:
    for kind in Kind:
        shown = form(office.do("flags.kind", lead=1, kind=kind))
        assert len(options(shown, "reason")) <= 7


def test_another_reason_opens_all_of_them_and_keeps_what_was_written(office: Office) -> None:
    given = {**REJECT, "lead": 1, "reason": "another", "would_help": "A question in the form."}
    every = form(office.do("flags.raise", **given))
    assert {"student", "spam", "reject-other"} <= set(options(every, "reason"))
    assert filled(every)["seen"] == REJECT["seen"]
    assert filled(every)["would-help"] == "A question in the form."
    assert not office.flags()
    assert told(office.do(every.name, **{**filled(every), "reason": "student"})) == "flags-raised"


def test_the_form_shows_fit_beside_work(office: Office) -> None:
    shown = form(office.do("flags.kind", lead=1, kind="reject"))
    assert {"flags-fit-missed", "flags-work"} <= keys(shown.intro)
    assert "Came by itself" in words(shown.intro)
    untouched = form(office.do("flags.kind", OLA, lead=10, kind="reject"))
    assert {"flags-fit", "flags-work-untouched"} <= keys(untouched.intro)


def test_what_the_lead_missed_on_the_day_is_kept_with_the_flag(office: Office) -> None:
    assert office.flagged(1).missed == (CriterionId("source"),)


def test_a_lead_of_a_colleague_can_be_flagged_and_nobody_is_named(office: Office) -> None:
    shown = form(office.do("flags.kind", lead=10, kind="reject"))
    assert "flags-with-colleague" in keys(shown.intro)
    assert "Ola" not in words(shown)
    assert office.flagged(10).by == PIOTR.id


def test_ones_own_lead_is_with_no_colleague_and_marketing_has_none(office: Office) -> None:
    for person in (PIOTR, MAYA):
        shown = form(office.do("flags.kind", person, lead=1, kind="reject"))
        assert "flags-with-colleague" not in keys(shown.intro)


@pytest.mark.parametrize("kind", list(Kind))
def test_something_else_needs_words(office: Office, kind: Kind) -> None:
    given = {**RECYCLE, "kind": kind, "reason": f"{kind}-other", "lead": 1}
    assert wrong(office.do("flags.raise", **given)) == {"seen": "flags-note-needed"}
    assert told(office.do("flags.raise", **given, seen="A duck."))


def test_a_reason_of_another_kind_is_none(office: Office) -> None:
    given = {**REJECT, "lead": 1, "reason": "no-budget"}
    assert wrong(office.do("flags.raise", **given)) == {"reason": "form-choose"}


def test_words_that_are_too_long_stay_in_the_form(office: Office) -> None:
    given = {**REJECT, "lead": 1, "seen": "x" * 1001}
    assert wrong(office.do("flags.raise", **given)) == {"seen": "form-too-long"}


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"day": ""}, "flags-day-or-trigger"),
        ({"day": "2026-11-16"}, "flags-day-range"),
        ({"day": "2029-01-01"}, "flags-day-range"),
        ({"day": "31 April"}, "form-day-wrong"),
    ],
)
def test_to_look_again_takes_a_day_to_come_or_a_trigger(
    office: Office, given: dict[str, Any], sentence: str
) -> None:
    assert wrong(office.do("flags.raise", **{**RECYCLE, "lead": 1, **given})) == {"day": sentence}
    assert not office.flags()


def test_to_look_again_keeps_the_day_or_the_trigger(office: Office) -> None:
    assert office.flagged(1, **RECYCLE).look_again_on == date(2027, 4, 1)
    office.clock.move(minutes=1)
    flag = office.flagged(2, **{**RECYCLE, "day": "", "trigger": "a new office opens"})
    assert (flag.look_again_on, flag.trigger) == (None, "a new office opens")


def test_a_day_belongs_to_looking_again_alone(office: Office) -> None:
    assert office.flagged(1, day="2027-04-01", trigger="soon").look_again_on is None


# Raised


def test_marketings_clock_runs_from_the_flag_on_but_not_for_praise(office: Office) -> None:
    flag = office.flagged(1)
    assert flag.acknowledge_by is not None
    assert flag.decide_by is not None
    assert (flag.acknowledge_by.date(), flag.decide_by.date()) == (
        date(2026, 11, 17),
        date(2026, 11, 23),
    )
    office.clock.move(minutes=1)
    praise = office.flagged(2, kind="praise", reason="right-role")
    assert praise.decide_by is None


def test_the_flag_keeps_where_its_lead_came_from(office: Office) -> None:
    flag = office.flagged(1)
    assert (flag.campaign_name, flag.source) == ("Spring fair", "Fair")
    assert flag.campaign is not None
    office.forget_lead(1)
    assert office.flags()[0].lead_label == "Lead Number1 · Acme"


def test_the_card_goes_to_marketings_channel_and_the_trail_begins(office: Office) -> None:
    flag = office.flagged(1)
    with office.engine.connect() as connection:
        sent = connection.execute(outbox.select()).all()
    assert (Place.channel(Side.MARKETING).name, flag_view(flag.id).subject) in {
        (row.place, row.subject) for row in sent
    }
    with office.database.look() as work:
        assert [step.step for step in work.flags.trail(flag.id)] == [Step.RAISE]


def test_the_same_reason_of_the_same_person_waits_only_once(office: Office) -> None:
    flag = office.flagged(1)
    again = {**REJECT, "lead": 1}
    assert wrong(office.do("flags.raise", **again)) == {"reason": "flags-said-already"}
    office.clock.move(minutes=1)
    office.flagged(1, reason="low-intent")
    office.flagged(1, OLA)
    assert len(office.flags()) == 2
    office.decided(flag, State.DECLINED)
    office.clock.move(minutes=1)
    office.flagged(1)


def test_who_comes_second_reads_that_the_lead_is_flagged_already(office: Office) -> None:
    office.flagged(1)
    shown = form(office.do("flags.kind", OLA, lead=1, kind="reject"))
    assert "flags-standing" in keys(shown.intro)
    assert "Piotr" not in words(shown)


def test_a_lead_that_left_the_crm_meanwhile_keeps_the_form_open(office: Office) -> None:
    office.forget_lead(1)
    gone = {"reason": "flags-lead-gone"}
    assert wrong(office.do("flags.raise", **REJECT, lead=1)) == gone
    assert wrong(office.do("flags.confirm", **REJECT, lead=1)) == gone
    assert told(office.do("flags.start", lead=1)) == "flags-lead-gone"


def test_a_form_that_is_sent_twice_raises_one_flag(office: Office) -> None:
    office.do("flags.raise", once="one", **REJECT, lead=1)
    assert office.do("flags.confirm", once="one", **REJECT, lead=2) == Nothing()
    assert len(office.flags()) == 1


# Gentle words

HARSH: dict[str, Any] = {
    **REJECT,
    "lead": 1,
    "seen": "Marketing always sends garbage.",
    "would_help": "A call.",
}


def test_a_harsh_word_brings_a_proposal_and_raises_nothing_yet(office: Office) -> None:
    proposal = form(office.do("flags.raise", **HARSH))
    assert filled(proposal)["seen"] == "This lead did not fit."
    assert filled(proposal)["would-help"] == "A call."
    assert filled(proposal)["reason"] == "not-the-role"
    assert HARSH["seen"] in words(proposal.intro)
    assert not office.flags()


def test_the_proposal_is_sent_as_it_is(office: Office) -> None:
    proposal = form(office.do("flags.raise", **HARSH))
    assert told(office.do(proposal.name, **filled(proposal))) == "flags-raised"
    assert office.flags()[0].seen == "This lead did not fit."


def test_who_keeps_their_own_words_is_not_asked_again(office: Office) -> None:
    proposal = form(office.do("flags.raise", **HARSH))
    given = {**filled(proposal), "seen": str(HARSH["seen"])}
    assert told(office.do(proposal.name, **given)) == "flags-raised"
    assert office.flags()[0].seen == HARSH["seen"]


def test_a_proposal_never_outgrows_its_field(office: Office) -> None:
    tight = "You suck. Маркетинг виноват" + "." * 173
    flag = office.flagged(1, **{**RECYCLE, "trigger": tight[:200]})
    assert flag.trigger == tight[:200]
