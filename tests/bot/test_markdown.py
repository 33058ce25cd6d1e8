"""A card as Markdown reads as it was meant, and no name becomes anything but a name."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from bot.i18n import Voice
from bot.markdown import as_file
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
    Document,
    Facts,
    Heading,
    Items,
    Note,
    Paragraph,
    Point,
    Table,
    Tone,
)
from handlers.naming import shown
from handlers.people import Language
from handlers.phrase import verbatim

ENGLISH = Voice(Language.ENGLISH, "UTC")
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
NASTY = st.text("#*_-+>|<&[]()!`~=\\:.1 ahtps/@\n\"'", max_size=30)


def markdown(*blocks: Block, title: str = "Title") -> str:
    content = as_file(Document(Card(verbatim(title), blocks), "agenda"), ENGLISH).content
    return content.decode()


def everything(name: str) -> str:
    one = verbatim(name)
    return markdown(
        Heading(one),
        Paragraph(one),
        Note(one, Tone.WARN),
        Facts(((one, one),)),
        Items((one,)),
        Items((one,), ordered=True),
        Table((one, one), ((Cell(one), Cell(one, Tone.GOOD)),), one),
        Chart(ChartKind.BARS, one, (Point(one, 1),)),
        title=name,
    )


SHAPE = [token.type for token in READER.parse(everything("Anna"))]
PLAIN = {"text", "softbreak", "strong_open", "strong_close"}


def inline(text: str) -> list[str]:
    tokens = READER.parse(text)
    return [child.type for token in tokens for child in token.children or ()]


@given(NASTY | st.text(max_size=30))
def test_a_name_changes_nothing_but_the_text(name: str) -> None:
    if not shown(name):
        return
    text = everything(name)
    assert [token.type for token in READER.parse(text)] == SHAPE
    assert set(inline(text)) <= PLAIN


@given(NASTY)
def test_a_name_is_read_as_it_is_spelled(name: str) -> None:
    if not shown(name):
        return
    tokens = READER.parse(markdown(Paragraph(verbatim(name))))
    read = "".join(child.content for child in tokens[4].children or ())
    assert read == shown(name)


def test_what_can_be_pressed_is_left_out() -> None:
    press = Button(label=verbatim("Press me"), does="agenda.show")
    assert markdown(Buttons((press,)), Divider()) == "# Title\n\n---\n"


def test_a_card_reads_as_a_document() -> None:
    table = Table(
        (verbatim("Lead"), verbatim("Outcome")),
        ((Cell(verbatim("Anna")), Cell(verbatim("Won"), Tone.GOOD)),),
        verbatim("One lead"),
    )
    assert markdown(Heading(verbatim("Decided")), Items((verbatim("a"), verbatim("b"))), table) == (
        "# Title\n\n## Decided\n\n- a\n- b\n\nOne lead\n\n"
        "| Lead | Outcome |\n| --- | --- |\n| Anna | ✓ Won |\n"
    )


def test_every_card_there_is_can_be_written_in_every_language() -> None:
    for language in Language:
        for example in examples():
            if isinstance(example.shows, Card):
                file = as_file(Document(example.shows, "card"), Voice(language, "Europe/Warsaw"))
                assert re.match("# .+\n", file.content.decode())
