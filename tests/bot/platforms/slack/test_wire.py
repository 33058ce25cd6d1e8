"""What we send comes back as it was, and what was forged is odd and breaks nothing."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.slack.wire import (
    Metadata,
    Odd,
    action_id,
    option_value,
    read_metadata,
    read_state,
    read_values,
    route_of,
    spell_metadata,
    spell_values,
)

TEXTS = st.text(max_size=40)
CARRIED = st.dictionaries(TEXTS, TEXTS, max_size=4)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(TEXTS, inside, max_size=4),
    max_leaves=12,
)
KINDS = st.sampled_from(
    [
        "plain_text_input",
        "radio_buttons",
        "static_select",
        "checkboxes",
        "multi_static_select",
        "datepicker",
        "users_select",
        "conversations_select",
        "somersault",
    ]
)
ELEMENTS = st.fixed_dictionaries(
    {"type": KINDS | JSON},
    optional={
        "value": JSON,
        "selected_option": JSON | st.fixed_dictionaries({"value": JSON}),
        "selected_options": JSON | st.lists(st.fixed_dictionaries({"value": JSON}), max_size=3),
        "selected_date": JSON,
        "selected_user": JSON,
        "selected_conversation": JSON,
    },
)
STATES = JSON | st.fixed_dictionaries(
    {"values": JSON | st.dictionaries(TEXTS, JSON | st.fixed_dictionaries({"given": ELEMENTS}))}
)


@given(CARRIED)
def test_what_a_button_carries_comes_back(carried: dict[str, str]) -> None:
    assert read_values(spell_values(carried)) == carried


@given(CARRIED, TEXTS, TEXTS)
def test_what_a_view_carries_comes_back(keep: dict[str, str], place: str, message: str) -> None:
    metadata = Metadata(place=place, message=message, keep=keep)
    assert read_metadata(spell_metadata(metadata)) == metadata


@given(CARRIED)
def test_nothing_that_slack_escapes_is_on_the_wire(carried: dict[str, str]) -> None:
    assert not set("&<>") & set(spell_values(carried))


@given(st.text(min_size=1, max_size=200), st.integers(0, 999))
def test_a_route_comes_back_from_its_action(route: str, number: int) -> None:
    assert route_of(action_id(route, number)) == route


@given(JSON)
def test_no_forged_value_does_more_than_be_odd(thing: object) -> None:
    for forged in (thing, json.dumps(thing)):
        for read in (read_values, read_metadata, read_state, route_of):
            with suppress(Odd):
                read(forged)


@given(STATES)
def test_no_forged_state_gives_anything_but_texts(state: object) -> None:
    try:
        given_ = read_state(state)
    except Odd:
        return
    assert all(isinstance(part, str) for pair in given_.items() for part in pair)


@pytest.mark.parametrize(
    "forged", ["", "{", "[]", "null", '{"ask": 7}', '{"ask": {"a": 1}}', "[" * 100_000, 7, {}]
)
def test_odd_values_of_a_button_are_odd(forged: object) -> None:
    with pytest.raises(Odd):
        read_values(forged)


def test_a_button_without_a_value_carried_nothing() -> None:
    assert read_values(None) == {}


@pytest.mark.parametrize(
    "forged", [None, 7, "", "questions.answer", "#3", "questions.answer#", "x#y"]
)
def test_an_action_that_is_not_ours_is_odd(forged: object) -> None:
    with pytest.raises(Odd):
        route_of(forged)


@pytest.mark.parametrize(
    "forged",
    [None, "{}", '{"place": 7}', '{"place": "a", "keep": []}', '{"place":"a","keep":{"b":1}}'],
)
def test_odd_metadata_is_odd(forged: object) -> None:
    with pytest.raises(Odd):
        read_metadata(forged)


def test_an_error_quotes_nothing_of_what_was_sent() -> None:
    with pytest.raises(Odd) as odd:
        read_values('{"ask": "anna@acme.example", "x": 1')
    assert "anna" not in str(odd.value)


@pytest.mark.parametrize(
    ("spell", "most"),
    [
        (lambda text: spell_values({"a": text}), 2000),
        (lambda text: spell_metadata(Metadata(place=text)), 3000),
        (lambda text: action_id(text, 1), 255),
    ],
)
def test_more_than_slack_carries_is_refused_before_it_is_sent(spell: Any, most: int) -> None:
    room = most - len(spell(""))
    assert len(spell("x" * room)) == most
    with pytest.raises(ValueError, match="letters"):
        spell("x" * (room + 1))


def given_in(**element: object) -> str:
    return read_state({"values": {"field": {"given": element}}})["field"]


def test_every_kind_of_field_comes_back_as_the_heart_reads_it() -> None:
    option = {"value": "won", "text": {"type": "plain_text", "text": "Won"}}
    other = {"value": "lost"}
    assert given_in(type="plain_text_input", value="two\nlines") == "two\nlines"
    assert given_in(type="radio_buttons", selected_option=option) == "won"
    assert given_in(type="static_select", selected_option=option) == "won"
    assert given_in(type="checkboxes", selected_options=[option, other]) == "won\nlost"
    assert given_in(type="multi_static_select", selected_options=[option, other]) == "won\nlost"
    assert given_in(type="datepicker", selected_date="2026-11-22") == "2026-11-22"
    assert given_in(type="users_select", selected_user="U123") == "U123"
    assert given_in(type="conversations_select", selected_conversation="C123") == "slack:C123"


@pytest.mark.parametrize(
    "element",
    [
        {"type": "plain_text_input", "value": None},
        {"type": "radio_buttons", "selected_option": None},
        {"type": "checkboxes", "selected_options": []},
        {"type": "multi_static_select", "selected_options": None},
        {"type": "datepicker", "selected_date": None},
        {"type": "users_select"},
        {"type": "conversations_select", "selected_conversation": None},
    ],
)
def test_a_field_that_was_left_alone_is_empty(element: dict[str, object]) -> None:
    assert given_in(**element) == ""


def test_an_option_without_a_value_comes_back_without_one() -> None:
    spelled = {"value": option_value("")}
    assert spelled["value"]
    assert given_in(type="radio_buttons", selected_option=spelled) == ""


def test_buttons_in_a_view_are_no_fields() -> None:
    assert read_state({"values": {"x": {"questions.answer#1": {"type": "button"}}}}) == {}
    assert read_state({}) == {}
