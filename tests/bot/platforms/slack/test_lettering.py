"""Texts are measured, shortened, split and escaped without breaking a letter or losing one."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.lettering import counted, typed
from bot.platforms.slack.lettering import escaped, filled, measured, pieces, shortened
from tests.bot.platforms.slack.drawing import HOSTILE

FAMILY = "👨‍👩‍👧‍👦"
POLAND = "🇵🇱"
WAVE = "👋🏽"


@given(HOSTILE, st.integers(2, 200))
def test_a_shortened_text_is_as_short_as_it_must_be(text: str, most: int) -> None:
    cut = shortened(text, most)
    assert measured(cut) <= most
    assert cut == text or (cut.endswith("…") and text.startswith(cut[:-1].rstrip()))


@pytest.mark.parametrize("letter", [FAMILY, POLAND, WAVE, "ą̊", "क्षि"[:2], "✈️"])
@pytest.mark.parametrize("most", range(12, 40))
def test_a_letter_is_never_broken(letter: str, most: int) -> None:
    whole = letter * 30
    kept = shortened(whole, most).removesuffix("…")
    assert kept == letter * (len(kept) // len(letter))


def test_a_letter_under_a_heap_of_marks_is_cut_all_the_same() -> None:
    assert measured(shortened("a" + "\u0301" * 40_000, 75)) <= 75


@given(HOSTILE, st.integers(20, 300))
def test_pieces_hold_every_word_in_order(text: str, most: int) -> None:
    found = pieces(text, most)
    assert all(0 < measured(piece) <= most for piece in found)
    assert "".join("".join(found).split()) == "".join(text.split())


def test_a_text_is_split_between_words() -> None:
    assert pieces("one two three four five", 11) == ["one two", "three four", "five"]


@given(HOSTILE)
def test_a_filled_text_is_never_empty(text: str) -> None:
    assert filled(text, 24).strip()
    assert filled(" \n", 24) == "–"


def test_a_letter_beyond_the_first_plane_is_counted_as_slack_may() -> None:
    assert (counted("a👋"), measured("a&<>👋")) == (3, 1 + 5 + 4 + 4 + 2)


@given(HOSTILE)
def test_an_escaped_text_holds_no_markup(text: str) -> None:
    said = escaped(text)
    assert not set("<>*~`") & set(said)
    assert "&" not in re.sub("&(amp|lt|gt);", "", said)
    assert len(said) <= measured(text)


@pytest.mark.parametrize(
    "text", ["*bold*", "_sloped_", "~struck~", "`code`", "say _this_!", "> quote", ":tada:"]
)
def test_letters_that_would_format_become_their_harmless_twins(text: str) -> None:
    said = escaped(text)
    assert len(said) == len(text)
    assert not re.search(r"[*~`]|(?<!\w)_|_(?!\w)|&gt;|:\w+:", said)


@pytest.mark.parametrize(
    "text", ["first_last@acme.example", "14:05", "a: b", "Müller (Acme)", "https://x.example/a"]
)
def test_letters_that_would_not_format_stay(text: str) -> None:
    assert escaped(text) == text


@given(st.text())
def test_what_is_typed_has_lines_and_nothing_hidden(text: str) -> None:
    kinds = {unicodedata.category(letter) for letter in typed(text) if letter not in "\n\u200d"}
    assert not kinds & {"Cc", "Cf", "Cs", "Co"}
