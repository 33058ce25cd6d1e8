"""Nothing that somebody wrote formats, links or mentions, in whichever way a client reads it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bot.platforms.teams.lettering import escaped, is_harmless, literal
from handlers.naming import shown
from tests.bot.platforms.slack.drawing import HOSTILE

READER = MarkdownIt("commonmark").enable(["strikethrough", "table"])
"""Reads more Markdown than any client of Teams."""

MARKUP = st.text(alphabet=st.sampled_from("*_[]()#`~<>\\-+=.1| :/{&;!a\n"), max_size=40)
LINES = st.one_of(HOSTILE, MARKUP).map(shown)
"""Texts as they are when they reach the drawing."""


def read_as_markdown(text: str) -> str | None:
    """Give the letters of a text that is one paragraph without any formatting; else nothing."""
    blocks = READER.parse(text)
    if not blocks:
        return ""
    if [block.type for block in blocks] != ["paragraph_open", "inline", "paragraph_close"]:
        return None
    inside = blocks[1].children or []
    return "".join(one.content for one in inside) if {i.type for i in inside} <= {"text"} else None


@given(LINES)
def test_an_escaped_text_is_only_its_letters(text: str) -> None:
    said = escaped(text)
    assert read_as_markdown(said) == said
    assert len(said) == len(text)
    assert not set("<>[]`*~\\|") & set(said)
    assert "://" not in said


@given(LINES)
def test_what_is_harmless_is_only_its_letters(text: str) -> None:
    if is_harmless(text):
        assert read_as_markdown(text) == text
        assert not set("<>[]`*~\\|_#&{}@") & set(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "**bold**",
            "_sloped_",
            "~~struck~~",
            "`code`",
            "[bank](http://x.example)",
            "<at>Maya</at>",
        ),
        *("# big", "- one", "+ one", "1. one", "2) one", "> quote", "---", "===", "| a | b |"),
        *(
            "http://x.example",
            "www.x.example",
            "x.example",
            "a &lt; b",
            "{{DATE(2026-01-01T00:00:00Z)}}",
        ),
        *("anna@acme.example", ":tada:", "![x](y)", "a\\*b", "***", "* * *", "~~~", "    code"),
    ],
)
def test_what_could_be_markup_is_not_taken_for_harmless(text: str) -> None:
    assert not is_harmless(text)
    said = escaped(shown(text))
    assert read_as_markdown(said) == said


@pytest.mark.parametrize(
    "text",
    [
        "16 leads: 2 converted, 1 not touched",
        "Anna Nowak · Acme",
        "Żubr Meble (Kraków) – 4.7 h",
        "16 条线索：2 条已成交，1 条没人跟进",
        "«Ромашка», 12 %",
        "Noah O'Brien",
    ],
)
def test_a_usual_heading_is_harmless_and_stays_as_it_is(text: str) -> None:
    assert is_harmless(text)
    assert escaped(text) == text


@pytest.mark.parametrize("text", ["first_last", "14:05", "a: b", "Müller + Sons", "5 - 3", "R&D"])
def test_letters_that_would_not_format_stay(text: str) -> None:
    assert escaped(text) == text


@pytest.mark.parametrize("text", ["{{DATE(2026-01-01T00:00:00Z, SHORT)}}", "{{ time(x)}}"])
def test_a_date_function_stays_the_letters_it_is_written_in(text: str) -> None:
    assert "{{" not in literal(text)
    assert len(literal(text)) == len(text)


def test_braces_that_ask_for_nothing_stay() -> None:
    assert literal("{{name}} ${x}") == "{{name}} ${x}"
