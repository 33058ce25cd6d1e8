"""Cards and forms of every shape and size, with words as hostile as they come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from bot.i18n import Voice
from bot.platforms.slack.surface import Kit
from handlers.message import (
    Block,
    Button,
    Buttons,
    Card,
    Cell,
    ChannelPick,
    Chart,
    ChartKind,
    Choice,
    Choices,
    Day,
    Divider,
    Facts,
    Field,
    Form,
    Heading,
    Items,
    LongText,
    Note,
    Option,
    Paragraph,
    PersonPick,
    Point,
    ShortText,
    Switch,
    Table,
    Tone,
    values,
)
from handlers.people import Language
from handlers.phrase import Phrase, say, verbatim


class Long(str):
    """A text that need not be shown whole when a test fails."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"{str(self[:6])!r} * {len(self) // 6}"


CORPUS = (
    "",
    " ",
    "<!channel>",
    "<!here|x>",
    "<@U123>",
    "<#C123|general>",
    "<!subteam^S123>",
    "<http://x.example|bank>",
    "[bank](http://x.example)",
    "*bold* _sloped_ ~struck~ `code` ```block```",
    ":tada:",
    "> quote\n> quote",
    "&lt;!channel&gt;",
    "@channel @here @everyone",
    "\u202egnp.exe",
    "a\u200bb\u2060c\ufeff",
    "👨‍👩‍👧‍👦 👋🏽 🇵🇱 ✈️",
    Long("a" + "\u0301" * 300),
    "\ud800 lone",
    "\x00\x07\x1b[31m",
    Long("线索" * 100),
    Long("x" * 40_000),
    Long("& < > " * 7_000),
    Long("👋" * 4_000),
)
HOSTILE = st.one_of(
    st.sampled_from(CORPUS),
    st.text(alphabet=st.sampled_from("<>&!@#|*_~`: \nab\u200d👋"), max_size=40),
    st.text(max_size=40),
)
PHRASES: st.SearchStrategy[Phrase] = st.one_of(
    HOSTILE.map(verbatim),
    HOSTILE.map(lambda text: say("questions-row-outcome", lead=text)),
    st.just(say("none")),
)
TONES = st.sampled_from(Tone)
VOICES = st.builds(Voice, st.sampled_from(Language), st.just("Europe/Warsaw"))
NAMES = st.lists(st.text("abc-", min_size=1, max_size=30), unique=True, max_size=12)
FEW = 6


def many(thing: st.SearchStrategy[Any], most: int) -> st.SearchStrategy[Any]:
    """A few of a thing, or one of them over and over."""
    heap = st.builds(lambda one, count: (one,) * count, thing, st.integers(0, most))
    return st.one_of(st.lists(thing, max_size=FEW).map(tuple), heap)


BUTTONS = st.builds(
    Button,
    label=PHRASES,
    does=st.sampled_from(["questions.answer", "a.b"]),
    values=st.one_of(
        st.just(values(ask="ask-1", said="won")), HOSTILE.map(lambda text: values(x=text))
    ),
    tone=TONES,
    hint=st.none() | PHRASES,
)
POINTS = st.builds(Point, PHRASES, st.floats(-1e6, 1e9) | st.sampled_from([0, 3]), TONES)
CHARTS = st.builds(Chart, st.sampled_from(ChartKind), PHRASES, many(POINTS, 30))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(0, 25))
    columns = draw(st.lists(PHRASES, min_size=width, max_size=width).map(tuple))
    cells = st.lists(st.builds(Cell, PHRASES, TONES), min_size=width, max_size=width).map(tuple)
    return Table(columns, draw(many(cells, 200)), draw(PHRASES))


BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, PHRASES),
    st.builds(Paragraph, PHRASES),
    st.builds(Note, PHRASES, TONES),
    st.just(Divider()),
    st.builds(Facts, many(st.tuples(PHRASES, PHRASES), 30)),
    st.builds(Items, many(PHRASES, 200), st.booleans()),
    tables(),
    CHARTS,
    st.builds(Buttons, st.lists(BUTTONS, min_size=1, max_size=5).map(tuple)),
)
CARDS = st.builds(Card, PHRASES, many(BLOCKS, 60))


def kits_for(card: Card) -> Iterator[Kit]:
    """Every kind of workspace."""
    drawn = {one: f"F{n}" for n, one in enumerate(card.blocks) if isinstance(one, Chart)}
    yield Kit()
    yield Kit(tables=False, charts=False)
    yield Kit(tables=False, charts=False, pictures=drawn)


OPTIONS = st.builds(Option, st.text("abc", max_size=3) | st.just("a" * 151), PHRASES)
NUMBERED = st.builds(
    lambda label, count: tuple(Option(str(n), label) for n in range(count)),
    PHRASES,
    st.sampled_from([1, 10, 11, 100, 101, 250]),
)
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


def fields_called(name: str) -> st.SearchStrategy[Field]:
    """A field of any kind, with values that may fit it or not."""
    of_all: Any = {
        "name": st.just(name),
        "label": PHRASES,
        "hint": st.none() | PHRASES,
    }
    asked: Any = of_all | {"required": st.booleans()}
    options = NUMBERED | many(OPTIONS, 30)
    longest = st.sampled_from([0, 1, 200, 3000, 9000])
    return st.one_of(
        st.builds(ShortText, value=HOSTILE, longest=longest, **asked),
        st.builds(LongText, value=HOSTILE, longest=longest, **asked),
        st.builds(Choice, options=options, value=HOSTILE | st.just("3"), **asked),
        st.builds(Choices, options=options, value=st.tuples(HOSTILE, st.just("3")), **asked),
        st.builds(Day, value=st.none() | DAYS, earliest=st.none() | DAYS, **asked),
        st.builds(PersonPick, value=HOSTILE | st.just("U0123"), **asked),
        st.builds(ChannelPick, value=HOSTILE | st.just("slack:C0123"), **asked),
        st.builds(Switch, value=st.booleans(), **of_all),
    )


@st.composite
def forms(draw: st.DrawFn) -> Form:
    names = draw(NAMES)
    return Form(
        name=draw(st.sampled_from(["questions.asked", "a.b"])),
        title=draw(PHRASES),
        fields=tuple(draw(fields_called(name)) for name in names),
        submit=draw(PHRASES),
        keep=values(envelope="envelope-1"),
        intro=draw(many(BLOCKS, 120)),
    )


def every_block(text: str) -> tuple[Block, ...]:
    """One block of each kind, saying the same everywhere."""
    said = verbatim(text)
    return (
        Heading(said),
        Paragraph(said),
        *(Note(said, tone) for tone in Tone),
        Divider(),
        Facts(((said, said),)),
        Items((said, said), ordered=True),
        Table((said, said), ((Cell(said), Cell(said, Tone.GOOD)),), said),
        Table((said, said), ((Cell(said), Cell(said, Tone.WARN)),), said),
        Chart(ChartKind.FUNNEL, said, (Point(said, 4),)),
        Chart(ChartKind.BARS, said, (Point(said, 4), Point(said, 1))),
        Buttons((Button(label=said, does="a.b", values=values(lead=text[:99]), hint=said),)),
    )


def every_field(text: str) -> tuple[Field, ...]:
    """One field of each kind, saying the same everywhere."""
    said = verbatim(text)
    few = (Option("x", said), Option("", said))
    many_ = tuple(Option(str(number), said) for number in range(150))
    day = date(2026, 11, 22)
    return (
        ShortText(name="a", label=said, value=text, hint=said),
        LongText(name="b", label=said, value=text, hint=said, required=False),
        Choice(name="c", label=said, options=few, value="", hint=said),
        Choice(name="d", label=said, options=many_, value="120", hint=said),
        Choices(name="e", label=said, options=few, value=("x",), hint=said),
        Choices(name="f", label=said, options=many_[:20], value=("3",), hint=said),
        Day(name="g", label=said, value=day, earliest=day - timedelta(days=1), hint=said),
        PersonPick(name="h", label=said, value="U0123", hint=said),
        ChannelPick(name="i", label=said, value="slack:C0123", hint=said),
        Switch(name="j", label=said, value=True, hint=said),
    )


def seen(shape: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Give every text that a payload shows, each with the name of its place."""
    if isinstance(shape, str):
        if key not in {"type", "style", "action_id", "block_id", "value", "private_metadata", "id"}:
            yield key, shape
    elif isinstance(shape, list):
        for part in shape:
            yield from seen(part, key)
    elif isinstance(shape, dict):
        for name, part in shape.items():
            yield from seen(part, name)


def parts(shape: object, kind: str) -> Iterator[dict[str, Any]]:
    """Give every part of a payload of one type, at whatever depth."""
    if isinstance(shape, list):
        for one in shape:
            yield from parts(one, kind)
    elif isinstance(shape, dict):
        if shape.get("type") == kind:
            yield shape
        for one in shape.values():
            yield from parts(one, kind)
