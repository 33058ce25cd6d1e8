"""What a person typed comes out of Slack's spelling of it, for the reader of leads."""

from __future__ import annotations

from html import escape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.slack.words import plain, words_of

BOT = "U0LEADLOOP"


@pytest.mark.parametrize(
    ("spelled", "typed"),
    [
        ("<mailto:anna@acme.example|anna@acme.example>", "anna@acme.example"),
        ("<mailto:anna@acme.example>", "anna@acme.example"),
        ("<https://crm.example/lead/42>", "https://crm.example/lead/42"),
        ("<https://crm.example/lead/42|Anna Nowak>", "https://crm.example/lead/42"),
        ("<http://acme.example|acme.example>", "acme.example"),
        ("<https://crm.example/?a=1&amp;b=2>", "https://crm.example/?a=1&b=2"),
        ("<tel:+48123456789|+48 123 456 789>", "+48 123 456 789"),
        ("Acme &amp; Sons &lt;sales&gt;", "Acme & Sons <sales>"),
        ("&amp;lt;", "&lt;"),
        ("ask <@U123|anna> in <#C1|marketing>", "ask @anna in #marketing"),
        ("<!here> <!subteam^S1|@sales> hi", "@sales hi"),
        (f"<@{BOT}> help", "help"),
        (f"<@{BOT}|leadloop>: help", "help"),
        (f"what became of these, <@{BOT}>? L-1", "what became of these,  ? L-1"),
        ("*bold* and 1 < 2", "*bold* and 1 < 2"),
        ("<", "<"),
        ("<>", ""),
    ],
)
def test_slacks_markup_is_turned_back(spelled: str, typed: str) -> None:
    assert plain(spelled, bot=BOT) == typed


@given(st.text(max_size=300))
def test_what_was_typed_without_markup_comes_back_as_it_was(typed: str) -> None:
    assert plain(escape(typed, quote=False)) == typed.strip()


@given(st.text(alphabet="<>@#!|&;ltgamp: U0aé\n", max_size=200))
def test_no_text_makes_it_stumble(text: str) -> None:
    plain(text, bot=BOT)


def test_a_message_is_told_by_its_text() -> None:
    assert words_of({"text": "L-1 &amp; L-2", "blocks": [{"text": "other"}]}) == "L-1 & L-2"


def test_a_message_of_another_app_is_told_by_its_blocks_and_attachments() -> None:
    message: dict[str, Any] = {
        "text": "",
        "blocks": [
            {"type": "section", "text": {"type": "mrkdwn", "text": "New lead"}},
            {
                "type": "rich_text",
                "elements": [{"elements": [{"type": "text", "text": "Anna Nowak"}]}],
            },
        ],
        "attachments": [
            {"fallback": "a@acme.example", "fields": [{"title": "Id", "value": "L-1"}]}
        ],
    }
    assert words_of(message).splitlines() == [
        "New lead",
        "Anna Nowak",
        "a@acme.example",
        "Id",
        "L-1",
    ]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=20,
)


@given(st.dictionaries(st.sampled_from(["text", "blocks", "attachments"]), JSON))
def test_no_message_makes_it_stumble(message: dict[str, Any]) -> None:
    words_of(message)
