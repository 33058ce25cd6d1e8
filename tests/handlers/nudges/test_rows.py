"""A row is fixed where it stands, left, put off, or said not to fit, by its owner and nobody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine

from handlers.interaction import Correct, Nothing, Open, Show, Whisper
from handlers.message import Choice, Day, Heading, LongText, Note, ShortText
from handlers.nudges.model import CHANGE_WITHIN, Nudge, NudgeState, RuleId
from handlers.nudges.rules import shipped
from handlers.nudges.shown import LONGEST_SHOWN
from handlers.phrase import say
from handlers.working_time import Away
from handlers.writing.model import Allowed
from storage.mapping import keep_fields
from tests.handlers.nudges.conftest import (
    ADA,
    ANNA,
    MAREK,
    MAYA,
    PIOTR,
    STATUS,
    House,
    a_missing,
    buttons,
    press_of,
    whispered,
)
from tests.handlers.questions.conftest import phrases
from tests.storage.stale import a_nudge, keep

PRESSES = {
    "nudges.fix": {"value": "Talking"},
    "nudges.fixed": {"value": "Talking"},
    "nudges.right": {},
    "nudges.widen": {"by": "more"},
    "nudges.snooze": {"until": "tomorrow"},
    "nudges.snooze-form": {},
    "nudges.snoozed": {"day": "2026-11-20"},
    "nudges.not-mine": {},
    "nudges.rule-wrong": {},
    "nudges.again": {},
    "nudges.why": {},
}
"""Every press of a row, as its owner would make it."""


# What is shown


def test_a_row_offers_the_values_that_follow_and_what_is_always_safe_to_say(house: House) -> None:
    house.find()
    card = house.card()
    values = [dict(one.values).get("value") for one in buttons(card) if one.does == "nudges.fix"]
    assert values == ["Talking", "Won", "Lost"]
    rest = [one.does for one in buttons(card) if one.does != "nudges.fix"]
    assert rest == ["nudges.right", "nudges.widen", "nudges.not-mine", "nudges.widen"]
    assert card.title == say("nudges-title", count=1)


def test_a_long_list_ends_with_the_form(house: House, engine: Engine) -> None:
    many = tuple((f"v{n}", f"Value {n}") for n in range(20))
    with engine.begin() as connection:
        keep_fields(connection, "memory", [replace(STATUS, options=many)])
    house.find(a_nudge(was="v10"))
    fixes = [one for one in buttons(house.card()) if one.does == "nudges.fix"]
    assert [dict(one.values).get("value") for one in fixes] == ["v11", "v12", "v13", "v14", None]
    assert [one.opens for one in fixes] == [False] * 4 + [True]


@pytest.mark.parametrize("options", [(("Working", "Working"),), (("", "nothing"),)])
def test_a_list_without_another_value_leaves_the_other_answers(
    house: House, engine: Engine, options: tuple[tuple[str, str], ...]
) -> None:
    with engine.begin() as connection:
        keep_fields(connection, "memory", [replace(STATUS, options=options)])
    house.find()
    assert "nudges.fix" not in {one.does for one in buttons(house.card())}
    assert press_of(house.card(), "nudges.right") == {"nudge": "nudge-1"}


def test_a_date_is_offered_on_working_days_alone(house: House) -> None:
    house.clock.move(days=4)  # it is Friday
    house.find(a_missing(field="extra:close"))
    fixes = [one for one in buttons(house.card()) if one.does == "nudges.fix"]
    days = [dict(one.values).get("value") for one in fixes]
    assert days == ["2026-11-23", "2026-12-21", None]
    house.press("nudges.fix", value="2026-12-21")
    assert house.writes()[0].becomes == "2026-12-21"


def test_where_nothing_may_be_written_a_row_says_to_change_it_in_the_crm(house: House) -> None:
    house.allowed = Allowed()
    house.find()
    does = {one.does for one in buttons(house.card())}
    assert does == {"nudges.right", "nudges.widen", "nudges.not-mine"}
    assert "nudges-in-crm" in phrases(house.card())
    for form in ({}, {"value": "Talking"}):
        assert whispered(house.press("nudges.fix", given=form)) == "writing-field-off"
    assert house.state() == "asked"


@pytest.mark.parametrize("rule", shipped(), ids=lambda rule: rule.id)
def test_every_rule_says_why_a_row_stands_there(house: House, rule: object) -> None:
    id = rule.id  # type: ignore[attr-defined]
    house.find(a_nudge(rule=RuleId(id), field=rule.field, was="x"))  # type: ignore[attr-defined]
    shown = phrases(house.card())
    assert shown & {"nudges-missing-since", "nudges-silent-never", "nudges-unchanged-since"}
    why = house.press("nudges.why")
    assert isinstance(why, Whisper)
    assert "nudges-why-who" in phrases(why.card)


def test_on_the_page_everything_is_said_without_widening(house: House) -> None:
    house.find()
    does = [one.does for one in buttons(house.page()) if one.does != "nudges.fix"]
    assert does == [
        *("nudges.right", "nudges.snooze-form", "nudges.not-mine"),
        *("nudges.rule-wrong", "nudges.why"),
    ]


def test_a_row_is_widened_where_it_stands_and_narrowed_again(house: House) -> None:
    house.find(a_nudge(1), a_nudge(2))
    card = house.press("nudges.widen", given={"by": "snooze"})
    assert isinstance(card, Show)
    assert press_of(card.card, "nudges.snooze", until="tomorrow")["nudge"] == "nudge-1"
    assert press_of(card.card, "nudges.right") == {"nudge": "nudge-2"}
    more = house.press("nudges.widen", given={"by": "more"})
    assert isinstance(more, Show)
    assert press_of(more.card, "nudges.rule-wrong") == {"nudge": "nudge-1"}
    back = house.press("nudges.widen", given=press_of(more.card, "nudges.widen", nudge="nudge-1"))
    assert back == Show(house.card())
    assert house.press("nudges.widen", given={"by": "forged"}) == Show(house.card())


def test_below_the_rows_stands_what_becomes_of_an_answer(house: House) -> None:
    house.find()
    assert house.card().blocks[-1] == Note(say("nudges-help"))
    assert house.page().blocks[-1] == Note(say("nudges-help"))
    house.allowed = Allowed()
    assert house.card().blocks[-1] == Note(say("nudges-help-off"))


def test_a_long_value_is_cut_in_the_row_and_whole_in_the_form(house: House) -> None:
    rule, long = RuleId("status-attempting"), "word " * 400
    house.find(a_nudge(rule=rule, field="next_step", was=long))
    [shown] = [
        str(value)
        for block in house.card().blocks
        if isinstance(block, Note) and block.text.key == "nudges-unchanged"
        for value in dict(dict(block.text.args)["value"].args).values()  # type: ignore[union-attr]
    ]
    assert len(shown) <= LONGEST_SHOWN + 1
    assert shown.endswith("word…")
    form = house.press("nudges.fix")
    assert isinstance(form, Open)
    assert long in str(form.form.intro)


# Mending


def test_one_tap_mends_a_choice(house: House) -> None:
    house.find()
    fix = press_of(house.card(), "nudges.fix", value="Talking")
    assert house.press("nudges.fix", given=fix) == Nothing()
    assert house.state() == "fixed"
    [write] = house.writes()
    assert (write.field, write.was, write.becomes, write.by) == (
        *("status", "Working", "Talking"),
        PIOTR.id,
    )
    assert "envelopes.card" in house.refreshed()
    assert "nudges-going" in phrases(house.card())


@pytest.mark.parametrize(
    ("field", "kind", "said", "kept"),
    [
        ("next_step", LongText, "  Call on\nFriday ", "Call on\nFriday"),
        ("extra:budget", ShortText, "40000", "40000"),
        ("extra:close", Day, "2026-12-01", "2026-12-01"),
        ("extra:agreed", Choice, "true", "true"),
    ],
)
def test_a_form_asks_in_the_way_of_the_field(
    house: House, field: str, kind: type, said: str, kept: str
) -> None:
    house.find(a_missing(field=field))
    form = house.press("nudges.fix")
    assert isinstance(form, Open)
    [asked] = form.form.fields
    assert isinstance(asked, kind)
    assert house.press(form.form.name, given=dict(form.form.keep), value=said) == Nothing()
    assert house.writes()[0].becomes == kept


@pytest.mark.parametrize(
    ("nudge", "said", "wrong"),
    [
        (a_nudge(), "Working", "nudges-value-same"),
        (a_nudge(), "Dancing", "form-choose"),
        (a_nudge(), "", "form-choose"),
        (a_missing(), "", "form-empty"),
        (a_missing(), "  \n", "form-empty"),
        (a_missing(), "x" * 1001, "form-too-long"),
        (a_missing(field="extra:budget"), "1" * 201, "form-too-long"),
        (a_missing(field="extra:close"), "", "form-empty"),
        (a_missing(field="extra:close"), "tomorrow", "form-day-wrong"),
        (a_missing(field="extra:agreed"), "maybe", "form-choose"),
    ],
)
def test_what_cannot_be_written_is_said_beside_the_field_and_by_a_forged_button_too(
    house: House, nudge: Nudge, said: str, wrong: str
) -> None:
    house.find(nudge)
    reply = house.press("nudges.fixed", value=said)
    assert isinstance(reply, Correct)
    assert {name: phrase.key for name, phrase in reply.errors.items()} == {"value": wrong}
    assert whispered(house.press("nudges.fix", value=said)) == wrong
    assert (house.state(), house.writes()) == ("asked", [])


def test_a_value_that_the_crm_dropped_meanwhile_is_not_written(
    house: House, engine: Engine
) -> None:
    house.find()
    with engine.begin() as connection:
        keep_fields(connection, "memory", [replace(STATUS, options=STATUS.options[:1])])
    assert whispered(house.press("nudges.fix", value="Won")) == "form-choose"
    assert house.writes() == []


def test_a_field_that_became_read_only_is_refused_and_the_row_says_so(
    house: House, engine: Engine
) -> None:
    house.find()
    with engine.begin() as connection:
        keep_fields(connection, "memory", [replace(STATUS, is_writable=False)])
    reply = house.press("nudges.fixed", value="Won")
    assert reply == Correct({"value": say("writing-field-off")})
    assert "nudges-in-crm" in phrases(house.card())


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"gone_at": "now"}, "nudges-lead-gone"),
        ({"owner_id": 2}, "nudges-lead-moved"),
        ({"owner_id": None}, "nudges-lead-moved"),
    ],
)
def test_a_lead_that_is_gone_or_somebody_elses_by_now_is_not_written(
    house: House, changes: dict[str, object], told: str
) -> None:
    house.find()
    house.change(**{name: house.clock() if one == "now" else one for name, one in changes.items()})
    for form in ({}, {"value": "Won"}):
        assert whispered(house.press("nudges.fix", given=form)) == told
    assert house.press("nudges.fixed", value="Won") == Correct({"value": say(told)})
    assert (house.state(), house.writes()) == ("asked", [])


def test_a_press_that_is_repeated_or_made_twice_writes_once(house: House) -> None:
    house.find()
    assert house.press("nudges.fix", value="Won", once="same") == Nothing()
    assert house.press("nudges.fix", value="Won", once="same") == Nothing()
    assert whispered(house.press("nudges.fix", value="Lost")) == "nudges-stale"
    assert [one.becomes for one in house.writes()] == ["Won"]


# Leaving it


@pytest.mark.parametrize(
    ("does", "state", "says"),
    [
        ("nudges.right", NudgeState.STILL_RIGHT, "nudges-done-still-right"),
        ("nudges.not-mine", NudgeState.NOT_MINE, "nudges-done-not-mine"),
        ("nudges.rule-wrong", NudgeState.RULE_WRONG, "nudges-done-rule-wrong"),
    ],
)
def test_what_is_left_as_it_is_writes_nothing_and_can_be_changed(
    house: House, does: str, state: NudgeState, says: str
) -> None:
    house.find()
    assert house.press(does) == Nothing()
    assert (house.nudge().state, house.nudge().closed_at) == (state, house.clock())
    assert says in phrases(house.card())
    assert house.writes() == []
    assert house.press("nudges.again", given=press_of(house.card(), "nudges.again")) == Nothing()
    assert (house.nudge().state, house.nudge().closed_at) == (NudgeState.ASKED, None)


def test_of_a_missing_field_one_says_that_there_is_nothing_to_say(house: House) -> None:
    house.find(a_missing())
    assert "nudges-nothing" in phrases(house.card())
    house.press("nudges.right")
    assert "nudges-done-nothing" in phrases(house.card())


def test_after_three_days_nothing_is_thought_better_of(house: House) -> None:
    house.find()
    house.press("nudges.right")
    house.clock.move(seconds=CHANGE_WITHIN.total_seconds())
    assert "nudges.again" not in {one.does for one in buttons(house.card())}
    assert whispered(house.press("nudges.again")) == "nudges-stale"


def test_a_row_is_not_opened_again_while_the_lead_waits_in_another(house: House) -> None:
    house.find()
    house.press("nudges.snooze", until="tomorrow")
    with house.database.open_work() as work:
        again = a_nudge(2, lead=1, queued_at=house.clock() + timedelta(hours=1))
        keep(work, again)
        work.commit()
    assert whispered(house.press("nudges.again")) == "nudges-stale"
    assert (house.state(1), house.state(2)) == ("snoozed", "queued")


@pytest.mark.parametrize("answer", ["nudges.fix", "nudges.again"])
def test_what_is_on_its_way_to_the_crm_is_not_answered_again(house: House, answer: str) -> None:
    house.find()
    house.press("nudges.fix", value="Won")
    assert whispered(house.press(answer, value="Lost")) == "nudges-stale"


# Putting it off


@pytest.mark.parametrize(
    ("today", "until", "back"),
    [
        (date(2026, 11, 16), "tomorrow", date(2026, 11, 17)),
        (date(2026, 11, 20), "tomorrow", date(2026, 11, 23)),
        (date(2026, 11, 20), "next-week", date(2026, 11, 23)),
        (date(2026, 12, 23), "tomorrow", date(2026, 12, 28)),
        (date(2026, 11, 16), "2026-11-21", date(2026, 11, 23)),
        (date(2026, 11, 16), "2026-12-25", date(2026, 12, 28)),
        (date(2026, 11, 16), "2027-11-16", date(2027, 11, 16)),
    ],
)
def test_a_row_comes_again_on_a_day_on_which_its_owner_works(
    house: House, today: date, until: str, back: date
) -> None:
    days = (Away(date(2026, 12, 24), date(2026, 12, 26)),)
    with house.database.open_work() as work:
        work.people.add(replace(PIOTR, hours=replace(PIOTR.hours, country="PL", away=days)))
        work.commit()
    house.clock.move(days=(today - date(2026, 11, 16)).days)
    house.find()
    does, given = ("nudges.snooze", {"until": until})
    if until[0].isdigit():
        does, given = "nudges.snoozed", {"day": until}
    assert house.press(does, given=given) == Nothing()
    assert (house.state(), house.nudge().snoozed_until) == ("snoozed", back)
    assert say("nudges-done-snoozed-until", day=back) in [
        block.text for block in house.card().blocks if isinstance(block, Note)
    ]


@pytest.mark.parametrize(
    "day", ["", "soon", "2026-11-16", "2026-11-15", "2027-11-17", "9999-12-31"]
)
def test_a_day_that_is_past_or_too_far_is_refused(house: House, day: str) -> None:
    house.find()
    assert isinstance(house.press("nudges.snooze-form"), Open)
    assert isinstance(house.press("nudges.snoozed", day=day), Correct)
    assert house.state() == "asked"


@pytest.mark.parametrize("until", ["", "for ever", "TOMORROW"])
def test_a_forged_word_puts_nothing_off(house: House, until: str) -> None:
    house.find()
    assert whispered(house.press("nudges.snooze", until=until)) == "nudges-stale"
    assert house.state() == "asked"


# Who, and when


@pytest.mark.parametrize("route", [one for one in PRESSES if one != "nudges.fixed"])
@pytest.mark.parametrize("other", [ANNA, MAYA, MAREK, ADA], ids=lambda one: one.id)
def test_nobody_but_the_asked_person_answers(house: House, route: str, other: object) -> None:
    house.find()
    before = house.nudge()
    told = whispered(house.press(route, other, PRESSES[route]))  # type: ignore[arg-type]
    assert told in {"nudges-gone", "nudges-stale"}
    assert (house.nudge(), house.writes()) == (before, [])


def test_a_form_that_somebody_else_sends_is_refused(house: House) -> None:
    house.find()
    reply = house.press("nudges.fixed", ANNA, value="Won")
    assert reply == Correct({"value": say("nudges-gone")})
    assert (house.state(), house.writes()) == ("asked", [])


@pytest.mark.parametrize("route", [one for one in PRESSES if one != "nudges.fixed"])
@pytest.mark.parametrize("forged", ["", "nudge-9", "' OR 1=1 --", "x" * 300])
def test_a_forged_row_is_answered_kindly(house: House, route: str, forged: str) -> None:
    house.find()
    reply = house.press(route, PIOTR, {**PRESSES[route], "nudge": forged})
    assert whispered(reply) in {"nudges-gone", "nudges-stale"}


@pytest.mark.parametrize("route", [one for one in PRESSES if one != "nudges.fixed"])
def test_a_row_that_nobody_was_asked_yet_or_that_is_over_takes_no_answer(
    house: House, route: str
) -> None:
    house.find()
    gone = house.nudge().closed(NudgeState.GONE, house.clock())
    with house.database.open_work() as work:
        work.nudges.keep([gone])
        work.commit()
    assert whispered(house.press(route, PIOTR, PRESSES[route])) == "nudges-stale"
    assert house.state() == "gone"


def test_yesterdays_row_is_answered_in_yesterdays_envelope(house: House) -> None:
    house.find(a_nudge(1))
    house.clock.move(days=1)
    house.find(a_nudge(2))
    assert house.press("nudges.right") == Nothing()
    assert (house.state(1), house.state(2)) == ("still-right", "asked")
    heads = [block for block in house.card().blocks if isinstance(block, Heading)]
    assert len(heads) == 1


def test_a_row_that_left_with_the_crms_change_is_not_drawn_any_more(house: House) -> None:
    house.find(a_nudge(1), a_nudge(2))
    house.change(status_raw="Talking")
    with house.database.open_work() as work:
        work.nudges.leave(house.clock(), PIOTR.hours.day_of(house.clock()))
        work.commit()
    heads = [block for block in house.card().blocks if isinstance(block, Heading)]
    assert len(heads) == 1
    assert whispered(house.press("nudges.right")) == "nudges-stale"
