"""What Slack's payloads mean, and that none of them makes us stumble."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.slack.deed import (
    HOME,
    Deed,
    Kind,
    Suggest,
    placed,
)
from bot.platforms.slack.parse import read
from handlers.people import Place
from tests.bot.platforms.slack.payloads import (
    MAYA,
    US,
    a_direct_message,
    a_form,
    a_mention,
    a_press,
    a_shortcut,
    a_view,
    an_event,
    one_deed,
)

# Presses


def test_a_press_does_what_its_button_says() -> None:
    deed = one_deed(a_press())
    assert (deed.does, deed.values) == ("questions.page", {"question": "q", "page": "2"})
    assert deed.place == "at:slack:C1/17.02"
    assert (deed.spot.kind, deed.spot.message) == (Kind.MESSAGE, "C1/17.02")


def test_two_presses_of_one_button_are_two_deeds_and_a_repeated_one_is_not() -> None:
    first, again = one_deed(a_press()), one_deed(a_press())
    later = one_deed(a_press(action={"action_ts": "18.6"}))
    other = one_deed(a_press(user={"id": "U2"}))
    assert first.once == again.once
    assert len({first.once, later.once, other.once}) == 3


def test_a_press_in_a_thread_stays_in_it() -> None:
    assert one_deed(a_press(container={"thread_ts": "16.09"})).place == "at:slack:C1/16.09"


def test_a_press_in_a_direct_message_is_between_us() -> None:
    deed = one_deed(a_press(container={"channel_id": "D1"}))
    assert deed.asked(MAYA).place == Place.direct(MAYA)


def test_a_press_on_a_whisper_stays_between_us() -> None:
    deed = one_deed(a_press(container={"is_ephemeral": True}))
    assert (deed.spot.kind, deed.asked(MAYA).place) == (Kind.WHISPER, Place.direct(MAYA))


def test_a_press_at_home_is_done_at_home() -> None:
    deed = one_deed(a_press(container={"type": "view"}, view={"id": "V0", "type": "home"}))
    assert (deed.spot.kind, deed.place) == (Kind.HOME, HOME)


def test_a_card_below_a_link_is_no_message_of_ours() -> None:
    assert one_deed(a_press(container={"type": "message_attachment"})).spot.message == ""


@pytest.mark.parametrize(
    "action",
    [
        {"action_id": "from.an.older.version"},
        {"action_id": 7},
        {"action_id": "x" * 300},
        {"value": "no JSON"},
        {"value": '["a list"]'},
        {"value": '{"page": 2}'},
        {"value": "[" * 1000},
    ],
)
def test_a_button_that_is_not_as_we_spell_it_does_nothing_known(action: dict[str, Any]) -> None:
    deed = one_deed(a_press(action=action))
    assert (deed.does, deed.values) == ("", {})


def test_a_choice_in_a_form_is_no_press() -> None:
    assert read(a_press(action={"action_id": "given"}), US) == ()


# Forms


def test_a_form_gives_its_fields_and_what_it_kept() -> None:
    deed = one_deed(a_form())
    assert deed.does == "questions.detailed"
    assert deed.values == {"reason": "no budget", "ask": "a1"}
    assert (deed.place, deed.spot.message) == ("at:slack:C1/17.01", "C1/17.02")
    assert deed.spot.inputs == {"reason"}
    assert deed.once == "slack:view:V1:17.xyz"


def test_what_a_form_kept_wins_over_a_field_of_the_same_name() -> None:
    state = {"ask": {"given": {"type": "plain_text_input", "value": "another's"}}}
    assert one_deed(a_form(state={"values": state})).values == {"ask": "a1"}


def test_a_form_says_who_was_picked() -> None:
    state = {"who": {"given": {"type": "users_select", "selected_user": "U7"}}}
    deed = one_deed(a_form(state={"values": state}))
    assert (deed.picked, deed.values["who"]) == ({"who": "U7"}, "U7")


@pytest.mark.parametrize(
    "odd",
    [
        {"private_metadata": "no JSON"},
        {"private_metadata": None},
        {"state": {"values": {"a": {"given": {"type": "unheard_of"}}}}},
        {"state": []},
        {"state": {"values": {"a": 7}}},
    ],
)
def test_a_form_that_is_not_as_we_spell_it_does_nothing_known(odd: dict[str, Any]) -> None:
    deed = one_deed(a_form(**odd))
    assert (deed.does, deed.values) == ("", {})


@pytest.mark.parametrize(
    ("stack", "depth"),
    [
        ({"root_view_id": "V1", "previous_view_id": None}, 1),
        ({"root_view_id": "V0", "previous_view_id": "V0"}, 2),
        ({"root_view_id": "V0", "previous_view_id": "V00"}, 3),
        ({"root_view_id": "", "previous_view_id": ""}, 1),
    ],
)
def test_a_form_knows_how_many_lie_below_it(stack: dict[str, Any], depth: int) -> None:
    assert one_deed(a_form(**stack)).spot.depth == depth


@pytest.mark.parametrize(
    ("name", "passes"),
    [
        ("at:slack:C1/17.01", "at:slack:C1/17.01"),
        ("at:slack:C1", "at:slack:C1"),
        ("home:maya", HOME),
        ("home:somebody-else", HOME),
        ("person:somebody-else", ""),
        ("marketing", ""),
        ("at:teams:C1/17.01", ""),
        ("at:slack:C1/17.01/../", ""),
        ("at:slack:", ""),
        ("", ""),
    ],
)
def test_a_form_leads_nowhere_but_to_a_conversation_or_to_ones_own_place(
    name: str, passes: str
) -> None:
    assert placed(name) == passes


# Shortcuts and commands


def test_a_global_shortcut_opens_a_form() -> None:
    assert one_deed(a_shortcut()).does == "questions.ask"
    assert one_deed(a_shortcut(callback_id="open_settings")).does == "settings.mine"
    assert one_deed(a_shortcut(callback_id="of_an_older_version")).does == ""


@pytest.mark.parametrize(
    ("callback", "does"), [("what_happened", "said"), ("flag_lead", "flags.start")]
)
def test_a_shortcut_on_a_message_takes_its_words_along(callback: str, does: str) -> None:
    message = {"text": "<mailto:a@acme.example|a@acme.example>", "user": "U2"}
    deed = one_deed(a_shortcut(type="message_action", callback_id=callback, message=message))
    asked = deed.asked(MAYA)
    assert (asked.name, asked.text) == (does, "a@acme.example")
    assert asked.place == Place.direct(MAYA)


@pytest.mark.parametrize(
    ("text", "does", "rest"),
    [
        ("flag L-1", "flags.start", "L-1"),
        ("ask <mailto:a@acme.example|a@acme.example>", "said", "a@acme.example"),
        ("ustawienia", "settings.mine", ""),
        ("what became of L-1?", "said", "what became of L-1?"),
    ],
)
def test_the_first_word_of_a_command_says_what_is_wanted(text: str, does: str, rest: str) -> None:
    form = {"command": "/leads", "user_id": "U1", "trigger_id": "1.2.abc", "text": text}
    asked = one_deed(form).asked(MAYA)
    assert (asked.name, asked.text) == (does, rest)


def test_a_command_is_answered_in_the_direct_message() -> None:
    form = {"command": "/leads", "user_id": "U1", "channel_id": "C1", "trigger_id": "1.2.abc"}
    asked = one_deed(form | {"text": "digest 2026-W47"}).asked(MAYA)
    assert (asked.name, asked.values, asked.id) == (
        "digests.show", {"week": "2026-W47"}, "slack:1.2.abc",
    )  # fmt: skip
    assert asked.place == Place.direct(MAYA)


def test_what_is_typed_into_a_field_asks_for_options() -> None:
    payload = {"type": "block_suggestion", "user": {"id": "U1"}, "value": "an", "block_id": "who"}
    assert read(payload | {"view": a_view()}, US) == (
        Suggest(user="U1", form="questions.detailed", field="who", typed="an"),
    )


# Anything at all


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=12,
)
SHAPES = [
    a_mention(), a_direct_message(), a_press(), a_form(), a_shortcut(),
    a_press(view={"id": "V0", "type": "home"}), a_shortcut(type="message_action"),
    an_event({"type": "link_shared", "user": "U1", "links": [{"url": "https://crm.example/1"}]}),
    an_event({"type": "user_change", "user": {"id": "U1"}}), an_event({"type": "tokens_revoked"}),
    {"command": "/leads", "user_id": "U1", "trigger_id": "1", "text": "ask"},
    {"type": "block_suggestion", "user": {"id": "U1"}, "view": a_view()},
]  # fmt: skip


@st.composite
def broken(draw: st.DrawFn) -> Any:
    """A payload of Slack's in which anything stands in one place."""
    payload = json.loads(json.dumps(draw(st.sampled_from(SHAPES))))
    place = payload
    while True:
        key = draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
        inner = place[key]
        if isinstance(inner, dict | list) and inner and draw(st.booleans()):
            place = inner
            continue
        place[key] = draw(ANYTHING)
        return payload


@given(broken())
def test_no_broken_payload_makes_us_stumble(payload: dict[str, Any]) -> None:
    for heard in read(payload, US):
        if isinstance(heard, Deed):
            heard.asked(MAYA)


@given(st.dictionaries(st.text(max_size=8), ANYTHING))
def test_no_payload_at_all_makes_us_stumble(payload: dict[str, Any]) -> None:
    read(payload, US)
