"""A terminal shows all that a card says, and nothing of what a name may try to do to it."""

from __future__ import annotations

import pytest
from rich.console import Console

from bot.card_terminal import card_in_terminal
from bot.i18n import Voice
from handlers.examples import examples
from handlers.message import (
    Block,
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
)
from handlers.people import Language
from handlers.phrase import Phrase, verbatim

ENGLISH = Voice(Language.ENGLISH, "UTC")


def words(text: str) -> Phrase:
    return verbatim(text)


def printed(card: Card, voice: Voice = ENGLISH) -> str:
    console = Console(width=80, no_color=True)
    with console.capture() as captured:
        console.print(card_in_terminal(card, voice))
    return captured.get()


@pytest.mark.parametrize(
    ("block", "shown"),
    [
        (Heading(words("a heading")), ["a heading"]),
        (Paragraph(words("a sentence")), ["a sentence"]),
        (Note(words("small print")), ["small print"]),
        (Facts(((words("label"), words("value")),)), ["label", "value"]),
        (Items((words("one"), words("two"))), ["• one", "• two"]),
        (Items((words("one"), words("two")), ordered=True), ["1. one", "2. two"]),
        (
            Table(
                columns=(words("column"),), rows=((Cell(words("cell")),),), caption=words("what")
            ),
            ["what", "column", "cell"],
        ),
        (Chart(ChartKind.BARS, words("chart"), (Point(words("point"), 2.5),)), ["chart", "2.5"]),
        (Divider(), ["─"]),
    ],
)
def test_every_block_is_shown(block: Block, shown: list[str]) -> None:
    said = printed(Card(words("title"), (block,)))
    assert said.startswith("title")
    assert all(one in said for one in shown)


def test_a_button_is_not_shown() -> None:
    bar = Buttons((Button(label=words("press me"), does="questions.page"),))
    assert "press me" not in printed(Card(words("title"), (bar,)))


def test_a_name_cannot_colour_or_hide_anything() -> None:
    hostile = "[red]Anna[/red] \x1b[31m[link=https://x.example]x[/link]"
    said = printed(Card(words("title"), (Paragraph(words(hostile)),)))
    assert "[red]Anna[/red]" in said
    assert "\x1b" not in said


@pytest.mark.parametrize("language", Language)
def test_every_card_of_the_house_can_be_shown(language: Language) -> None:
    voice = Voice(language, "Europe/Warsaw")
    for example in examples():
        if isinstance(example.shows, Card):
            assert printed(example.shows, voice).strip()
