"""A card as a page of its own: all that it says, nothing that runs, readable on any screen and on paper."""

from __future__ import annotations

from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.i18n import Voice
from bot.platforms.spoken import lines
from bot.printed import as_page
from handlers.digests.examples import examples
from handlers.message import (
    Button,
    Buttons,
    Card,
    Cell,
    Chart,
    ChartKind,
    Divider,
    Facts,
    Heading,
    Items,
    Note,
    Paragraph,
    Point,
    Table,
    Tone,
)
from handlers.people import Language
from handlers.phrase import verbatim
from tests.bot.platforms.demo.markup import Page

ENGLISH = Voice(Language.ENGLISH, "Europe/Warsaw")
DIGESTS = [one.shows for one in examples() if isinstance(one.shows, Card)]


def a_card(text: str) -> Card:
    one = verbatim(text)
    return Card(
        one,
        (
            Heading(one),
            Paragraph(one),
            Note(one, Tone.WARN),
            Facts(((one, one),)),
            Items((one, one), ordered=True),
            Table((one, one), ((Cell(one), Cell(one, Tone.GOOD)),), one),
            Chart(ChartKind.TREND, one, (Point(one, 4), Point(one, 0))),
            Chart(ChartKind.FUNNEL, one, (Point(one, 4),)),
            Divider(),
            Buttons((Button(label=one, does="digests.take"),)),
        ),
    )


def test_a_page_says_its_title_and_every_block() -> None:
    page = as_page(a_card("Anna"), ENGLISH)
    for tag in ("<title>Anna</title>", "<h1>Anna</h1>", "<h2>Anna</h2>", "<p>Anna</p>"):
        assert tag in page
    assert page.count("<li>Anna</li>") == 2
    assert '<p class="note">⚠ Anna</p>' in page
    assert "<td>✓ Anna</td>" in page
    assert page.count("<svg") == 2


def test_a_chart_is_told_to_who_cannot_see_it() -> None:
    trend, _ = Page(as_page(a_card("Anna"), ENGLISH)).all("svg")
    assert trend["role"] == "img"
    assert trend["aria-label"] == "Anna. Anna: 4; Anna: 0"


def test_what_can_be_pressed_is_left_out() -> None:
    assert "button" not in as_page(a_card("Anna"), ENGLISH)


@settings(max_examples=60)
@given(
    st.text(max_size=40) | st.sampled_from(["<script>", "</style>", '" onload="x', "-->", "]]>"])
)
def test_no_name_brings_live_markup_in(text: str) -> None:
    plain, hostile = (Page(as_page(a_card(one), ENGLISH)) for one in ("Anna", f"A{text}"))
    tags = {"script", "img", "iframe", "link", "a", "form", "object"}
    assert not tags & {tag for tag, _ in hostile.elements}
    assert {tag for tag, _ in hostile.elements} <= {tag for tag, _ in plain.elements}
    assert not any(name.startswith("on") for _, some in hostile.elements for name in some)


def test_a_page_needs_nothing_from_elsewhere() -> None:
    page = as_page(a_card("Anna"), ENGLISH)
    [policy] = Page(page).all("meta", **{"http-equiv": "Content-Security-Policy"})
    assert policy["content"] == "default-src 'none'; style-src 'unsafe-inline'"
    assert "src=" not in page.replace("default-src", "").replace("style-src", "")
    assert "url(" not in page
    assert "@import" not in page


@pytest.mark.parametrize("language", Language)
def test_a_digest_says_on_its_page_what_it_says_elsewhere(language: Language) -> None:
    voice = Voice(language, "Europe/Warsaw")
    for card in DIGESTS:
        page = unescape(as_page(card, voice))
        assert f'<html lang="{language.value}">' in page
        for block in card.blocks:
            if not isinstance(block, Chart):
                said = list(lines(Card(card.title, (block,)), voice))[1:]
                assert all(one.removeprefix("• ") in page for one in said)
