"""A message reads back as it was written, and what is damaged says so."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers import message as said
from handlers.message import Card, File, Form, Message, Paper
from handlers.phrase import Phrase, say, verbatim
from storage.wire import SHAPES, Damaged, decode, encode

WORDS = st.text(max_size=12)
MOMENTS = (st.datetimes(timezones=st.just(UTC)) | st.datetimes()).map(lambda at: at.replace(fold=0))
PLAIN = WORDS | st.integers() | st.floats(allow_nan=False) | st.dates() | MOMENTS | st.timedeltas()


def phrases_of(args: st.SearchStrategy[Any]) -> st.SearchStrategy[Phrase]:
    return st.builds(Phrase, WORDS, st.lists(st.tuples(WORDS, args), max_size=3).map(tuple))


PHRASES = st.recursive(
    phrases_of(PLAIN),
    lambda inner: phrases_of(inner | st.lists(inner, max_size=3).map(tuple)),
    max_leaves=4,
)
TONES = st.sampled_from(said.Tone)
VALUES = st.lists(st.tuples(WORDS, WORDS), max_size=2).map(tuple)


def some(what: st.SearchStrategy[Any], least: int = 0, most: int = 3) -> st.SearchStrategy[Any]:
    return st.lists(what, min_size=least, max_size=most).map(tuple)


BUTTONS = st.builds(
    said.Button,
    label=PHRASES,
    does=WORDS,
    values=VALUES,
    opens=st.booleans(),
    tone=TONES,
    hint=st.none() | PHRASES,
)


@st.composite
def tables(draw: st.DrawFn) -> said.Table:
    columns = draw(some(PHRASES))
    cells = st.builds(said.Cell, PHRASES, TONES)
    rows = some(some(cells, len(columns), len(columns)))
    return said.Table(columns, draw(rows), draw(PHRASES))


BLOCKS = st.one_of(
    st.builds(said.Heading, PHRASES),
    st.builds(said.Paragraph, PHRASES),
    st.builds(said.Note, PHRASES, TONES),
    st.just(said.Divider()),
    st.builds(said.Facts, some(st.tuples(PHRASES, PHRASES))),
    st.builds(said.Items, some(PHRASES), st.booleans()),
    tables(),
    st.builds(
        said.Chart,
        st.sampled_from(said.ChartKind),
        PHRASES,
        some(st.builds(said.Point, PHRASES, st.floats(allow_nan=False), TONES)),
    ),
    st.builds(said.Buttons, some(BUTTONS, 1)),
)
ASKED = {"name": WORDS, "label": PHRASES, "hint": st.none() | PHRASES, "required": st.booleans()}
OPTIONS = some(st.builds(said.Option, WORDS, PHRASES))
FIELDS = st.one_of(
    st.builds(said.ShortText, **ASKED, value=WORDS, longest=st.integers()),
    st.builds(said.LongText, **ASKED, value=WORDS, longest=st.integers()),
    st.builds(said.Choice, **ASKED, options=OPTIONS, value=WORDS),
    st.builds(said.Choices, **ASKED, options=OPTIONS, value=some(WORDS)),
    st.builds(said.Day, **ASKED, value=st.none() | st.dates(), earliest=st.none() | st.dates()),
    st.builds(said.PersonPick, **ASKED, value=WORDS),
    st.builds(said.ChannelPick, **ASKED, value=WORDS),
    st.builds(said.Switch, name=WORDS, label=PHRASES, value=st.booleans()),
)
CARDS = st.builds(Card, PHRASES, some(BLOCKS))
FILES = st.builds(File, PHRASES, WORDS, WORDS, st.binary(max_size=40))
FORMS = st.builds(
    Form,
    name=WORDS,
    title=PHRASES,
    fields=some(FIELDS),
    submit=PHRASES,
    keep=VALUES,
    intro=some(BLOCKS),
)

WALL_TIMES = st.builds(said.WallTime, st.dates(), st.times().map(lambda at: at.replace(fold=0)))
EVENTS = st.builds(
    said.Event,
    uid=WORDS,
    edition=st.integers(),
    title=PHRASES,
    description=PHRASES,
    zone=WORDS,
    starts=WALL_TIMES,
    minutes=st.integers(),
    rule=WORDS,
    left_out=some(WALL_TIMES),
    instead_of=st.none() | WALL_TIMES,
)
CALENDARS = st.builds(said.Calendar, PHRASES, WORDS, MOMENTS, some(EVENTS))
TABS = st.builds(
    said.Tab,
    PHRASES,
    some(PHRASES),
    some(some(PHRASES | st.integers() | st.floats(allow_nan=False))),
)
WORKBOOKS = st.builds(said.Workbook, PHRASES, WORDS, MOMENTS, some(TABS))
PAPERS = CALENDARS | WORKBOOKS | st.builds(said.Document, CARDS, WORDS)


@settings(max_examples=60)
@given(CARDS | FILES | FORMS | PAPERS)
def test_whatever_is_written_reads_back_the_same(message: Message | Form | Paper) -> None:
    back = decode(encode(message))
    assert back == message
    assert repr(back) == repr(message)


@settings(max_examples=40)
@given(CARDS, st.data())
def test_whatever_is_cut_short_is_called_damaged(card: Card, data: st.DataObject) -> None:
    written = encode(card)
    cut = data.draw(st.integers(0, len(written) - 1))
    with pytest.raises(Damaged):
        decode(written[:cut])


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_rubbish_is_called_damaged(rubbish: bytes) -> None:
    with pytest.raises(Damaged):
        decode(rubbish)


@pytest.mark.parametrize(
    "written",
    [
        {"_": "Card", "title": {"_": "Phrase", "key": "a"}},
        {"_": "Card", "title": {"_": "Phrase", "key": "a"}, "blocks": [], "mood": "new"},
        {"_": "Popen", "args": "true"},
        {"_": "Phrase", "key": "a phrase is no message"},
        {"_": "Tone", "is": "shrill"},
        {"_": "Buttons", "buttons": []},
        {"_": "date", "is": "tomorrow"},
        {"no": "kind"},
        [],
    ],
)
def test_shapes_of_another_version_are_called_damaged(written: object) -> None:
    with pytest.raises(Damaged):
        decode(json.dumps(written).encode())


def test_what_is_nested_without_end_is_called_damaged() -> None:
    with pytest.raises(Damaged):
        decode(b"[" * 100_000)


def test_a_name_with_any_letters_stays_itself() -> None:
    card = Card(verbatim("<!channel> \ud83d Żółć 李雷 \u202e'; --"), ())
    assert decode(encode(card)) == card


def test_fields_at_their_default_cost_no_bytes() -> None:
    note = said.Note(say("a"))
    plain = encode(Card(say("a"), (note,)))
    assert b"tone" not in plain
    assert len(plain) < len(encode(Card(say("a"), (replace(note, tone=said.Tone.BAD),))))


def test_every_shape_of_a_message_can_be_written() -> None:
    shapes = {one.__name__ for one in [*said.Block.__args__, *said.Field.__args__]}
    assert shapes <= SHAPES.keys()


def test_a_date_stays_a_date_and_a_moment_a_moment() -> None:
    card = Card(
        say("a", day=date(2026, 11, 16), at=datetime(2026, 11, 16, tzinfo=UTC), span=timedelta(1)),
        (),
    )
    back = decode(encode(card))
    assert isinstance(back, Card)
    assert [type(value) for _, value in back.title.args] == [datetime, date, timedelta]
