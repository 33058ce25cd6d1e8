"""What we send comes back as it was, and what was forged is odd and breaks nothing."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.teams.wire import (
    MOST_CARRIED,
    MOST_FIELDS,
    Kind,
    Metadata,
    Odd,
    Press,
    field_id,
    is_form,
    option_value,
    read_form,
    read_metadata,
    read_people,
    read_press,
    spell_form,
    spell_press,
)

TEXTS = st.text(max_size=40)
NAMES = st.text(min_size=1, max_size=40)
CARRIED = st.dictionaries(TEXTS, TEXTS, max_size=4)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(TEXTS, inside, max_size=4),
    max_leaves=12,
)
KEYS = st.sampled_from(["does", "values", "n", "form", "keep", "place", "message"]) | st.builds(
    field_id, st.sampled_from(Kind), NAMES
)
FORGED = JSON | st.dictionaries(KEYS, JSON, max_size=8)
OBJECT_ID = "0B8D7E2A-1111-4222-8333-44445555AAAA"


def a_form(**given_in: object) -> dict[str, object]:
    return spell_form("a.b", Metadata(place="person:maya")) | given_in


@given(NAMES, CARRIED, st.integers(0, 999))
def test_what_a_button_carries_comes_back(does: str, carried: dict[str, str], n: int) -> None:
    press = Press(does=does, values=carried, n=n)
    assert read_press(spell_press(press)) == press


def test_what_teams_adds_to_a_button_does_not_matter() -> None:
    press = Press(does="a.b", values={"ask": "1"}, n=3)
    added = {"dialog_id": "a.b", "msteams": {"type": "task/fetch"}, "text.note": "x"}
    assert read_press(spell_press(press) | added) == press


@given(NAMES, CARRIED, TEXTS, TEXTS)
def test_what_a_form_carries_comes_back(
    name: str, keep: dict[str, str], place: str, message: str
) -> None:
    metadata = Metadata(place=place, message=message, keep=keep)
    data = spell_form(name, metadata)
    assert read_metadata(data) == metadata
    assert read_form(data) == (name, keep)


@given(FORGED)
def test_no_forged_data_does_more_than_be_odd(data: object) -> None:
    for read in (read_press, read_form, read_metadata, read_people):
        with suppress(Odd):
            read(data)
    assert is_form(data) in {True, False}


@given(FORGED)
def test_no_forged_form_gives_anything_but_texts(data: object) -> None:
    try:
        route, values = read_form(data)
    except Odd:
        return
    assert route
    assert all(isinstance(part, str) for pair in values.items() for part in pair)


@given(st.lists(TEXTS.filter(lambda text: "\n" not in text and text != "∅"), max_size=5))
def test_several_choices_come_back_whatever_stands_in_them(chosen: list[str]) -> None:
    sent = ",".join(map(option_value, chosen))
    values = read_form(a_form(**{field_id(Kind.MANY, "x"): sent}))[1]
    assert values["x"] == "\n".join(chosen)


@given(TEXTS)
def test_one_choice_comes_back_whatever_it_is(chosen: str) -> None:
    spelled = option_value(chosen)
    assert spelled
    values = read_form(a_form(**{field_id(Kind.ONE, "x"): spelled}))[1]
    assert values["x"] == ("" if chosen == "∅" else chosen)


def test_every_kind_of_field_comes_back_as_the_heart_reads_it() -> None:
    data = a_form(
        **{
            "text.note": "two\r\nlines",
            "one.said": "won",
            "many.days": "0,4",
            "day.until": "2026-11-22",
            "person.who": OBJECT_ID,
            "channel.sales": "teams:19:abc@thread.tacv2",
            "switch.quiet": "on",
            "switch.loud": "off",
            "day.blank": None,
        }
    )
    assert read_form(data)[1] == {
        "note": "two\nlines",
        "said": "won",
        "days": "0\n4",
        "until": "2026-11-22",
        "who": OBJECT_ID.lower(),
        "sales": "teams:19:abc@thread.tacv2",
        "quiet": "on",
        "loud": "",
        "blank": "",
    }
    assert read_people(data) == {"who": OBJECT_ID.lower()}


def test_a_form_is_told_from_a_button() -> None:
    assert is_form(a_form())
    assert not is_form(spell_press(Press(does="a.b", values={}, n=0)))


def test_what_a_form_keeps_cannot_be_given_in_a_field() -> None:
    data = spell_form("a.b", Metadata(place="", keep={"ask": "1"})) | {"text.ask": "2"}
    assert read_form(data)[1] == {"ask": "1"}


@pytest.mark.parametrize(
    "forged",
    [
        *(None, 7, "", [], {}, {"does": ""}, {"does": "x" * 256}, {"does": 7}),
        *({"does": "a", "values": []}, {"does": "a", "values": {"b": 1}}),
        *({"does": "a", "n": "1"}, {"does": "a", "n": True}),
    ],
)
def test_odd_buttons_are_odd(forged: object) -> None:
    with pytest.raises(Odd):
        read_press(forged)


@pytest.mark.parametrize(
    "forged",
    [
        *(None, 7, {}, {"form": "a"}, {"form": 7, "place": ""}, {"form": "a", "place": 7}),
        *({"form": "a", "place": "", "keep": []}, {"form": "a", "place": "", "keep": {"b": 1}}),
        {"form": "a", "place": "", "text.note": ["x"]},
        {"form": "a", "place": ""} | {f"text.{n}": "" for n in range(MOST_FIELDS + 1)},
    ],
)
def test_odd_forms_are_odd(forged: object) -> None:
    with pytest.raises(Odd):
        read_form(forged)


def test_an_error_quotes_nothing_of_what_was_sent() -> None:
    with pytest.raises(Odd) as odd:
        read_form({"form": "a", "place": "", "text.note": {"anna@acme.example": 1}})
    assert "anna" not in str(odd.value)


def test_more_than_we_carry_is_refused_before_it_is_sent() -> None:
    spell: list[Any] = [
        lambda text: spell_press(Press(does="a.b", values={"a": text}, n=1)),
        lambda text: spell_form("a.b", Metadata(place="", keep={"a": text})),
        lambda text: spell_form("a.b", Metadata(place=text)),
        lambda text: field_id(Kind.TEXT, text),
        lambda text: spell_press(Press(does=text, values={}, n=1)),
    ]
    for one in spell:
        one("x" * 200)
        with pytest.raises(ValueError, match="letters"):
            one("x" * (MOST_CARRIED + 1))
