"""One message, said once: cards and forms that name no platform.

Renderers turn these shapes into Block Kit, Adaptive Cards or HTML with one ``match`` that ends in
``assert_never``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from handlers.phrase import Phrase

MOST_BUTTONS = 5
"""Teams draws at most five actions in one bar."""

Values = tuple[tuple[str, str], ...]


class Tone(StrEnum):
    """How a button, a cell or a note asks to be looked at."""

    NORMAL = "normal"
    PRIMARY = "primary"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that opens a part of a card."""

    text: Phrase


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A sentence or a few."""

    text: Phrase


@dataclass(frozen=True, slots=True)
class Note:
    """Small print: provenance, age, what happens next."""

    text: Phrase
    tone: Tone = Tone.QUIET


@dataclass(frozen=True, slots=True)
class Divider:
    """A line between two parts."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels, each with its value."""

    pairs: tuple[tuple[Phrase, Phrase], ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A short list."""

    items: tuple[Phrase, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A value in a table."""

    text: Phrase
    tone: Tone = Tone.NORMAL


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of equal length under headings; on a narrow screen each row becomes a small block."""

    columns: tuple[Phrase, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: Phrase

    def __post_init__(self) -> None:
        """Refuse rows that do not fit their headings."""
        if any(len(row) != len(self.columns) for row in self.rows):
            message = "a row of a table does not fit its headings"
            raise ValueError(message)


class ChartKind(StrEnum):
    """How a chart draws its points."""

    FUNNEL = "funnel"
    BARS = "bars"
    TREND = "trend"
    """Points in the order of time, a week or a day each."""


@dataclass(frozen=True, slots=True)
class Point:
    """A labelled figure of a chart."""

    label: Phrase
    value: float
    tone: Tone = Tone.NORMAL


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of a few figures; who cannot see it hears the points.

    `title` names the object and the period.
    """

    kind: ChartKind
    title: Phrase
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """One thing a reader can do.

    `does` is the name of a route. `values` are ids, which the handler checks again: who presses,
    where, and in what state.
    """

    label: Phrase
    does: str
    values: Values = ()
    opens: bool = False
    """A form follows. Teams must know this when it draws the button."""
    tone: Tone = Tone.NORMAL
    hint: Phrase | None = None
    """What a screen reader says where the label alone is not enough: "Converted: Anna Nowak"."""


@dataclass(frozen=True, slots=True)
class Buttons:
    """A bar of at most five buttons."""

    buttons: tuple[Button, ...]

    def __post_init__(self) -> None:
        """Refuse a bar that not every platform can draw."""
        if not 1 <= len(self.buttons) <= MOST_BUTTONS:
            message = f"a bar holds 1 to {MOST_BUTTONS} buttons, not {len(self.buttons)}"
            raise ValueError(message)


Block = Heading | Paragraph | Note | Divider | Facts | Items | Table | Chart | Buttons


@dataclass(frozen=True, slots=True)
class Card:
    """A message. Its title is also the text of the notification."""

    title: Phrase
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class File:
    """A file that is sent as a message of its own."""

    title: Phrase
    name: str
    media_type: str
    content: bytes


Message = Card | File


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table that is sent as a CSV file, its words in the reader's language."""

    title: Phrase
    name: str
    """The file's name without its ending."""
    columns: tuple[Phrase, ...]
    rows: tuple[tuple[Phrase, ...], ...]


@dataclass(frozen=True, slots=True)
class WallTime:
    """What the calendar and the clock on the wall of some zone show."""

    day: date
    at: time


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that takes place once or by a rule, as a calendar keeps it."""

    uid: str
    """The same in every edition of the event, so that a newer one takes the older one's place."""
    edition: int
    """Grows with every change."""
    title: Phrase
    description: Phrase
    place: str = ""
    zone: str
    """IANA name; the wall times of the event are those of this zone."""
    starts: WallTime
    minutes: int
    rule: str = ""
    """When it repeats, in the words of RFC 5545: ``FREQ=WEEKLY;INTERVAL=2``."""
    left_out: tuple[WallTime, ...] = ()
    """Repetitions that do not take place."""
    instead_of: WallTime | None = None
    """The one repetition that this event takes the place of."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Events that are sent as an iCalendar file, their words in the reader's language."""

    title: Phrase
    name: str
    """The file's name without its ending."""
    made_at: datetime
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A card that is sent as a Markdown file in the reader's language; its buttons are left out."""

    card: Card
    name: str
    """The file's name without its ending."""


@dataclass(frozen=True, slots=True)
class Tab:
    """A page of a workbook; its numbers stay numbers, so that one can reckon with them."""

    title: Phrase
    columns: tuple[Phrase, ...]
    rows: tuple[tuple[Phrase | int | float, ...], ...]


@dataclass(frozen=True, slots=True)
class Workbook:
    """Tables that are sent as one XLSX file, their words in the reader's language."""

    title: Phrase
    name: str
    """The file's name without its ending."""
    made_at: datetime
    tabs: tuple[Tab, ...]


Paper = Sheet | Calendar | Document | Workbook
"""What becomes a file when it leaves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortText:
    """One line of text."""

    name: str
    label: Phrase
    value: str = ""
    hint: Phrase | None = None
    required: bool = True
    longest: int = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class LongText:
    """Several lines of text."""

    name: str
    label: Phrase
    value: str = ""
    hint: Phrase | None = None
    required: bool = True
    longest: int = 3000


@dataclass(frozen=True, slots=True)
class Option:
    """One of the things to choose from."""

    value: str
    label: Phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of several options."""

    name: str
    label: Phrase
    options: tuple[Option, ...]
    value: str = ""
    hint: Phrase | None = None
    required: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Any number of several options."""

    name: str
    label: Phrase
    options: tuple[Option, ...]
    value: tuple[str, ...] = ()
    hint: Phrase | None = None
    required: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A calendar date, sent back as ``2026-11-22``."""

    name: str
    label: Phrase
    value: date | None = None
    earliest: date | None = None
    hint: Phrase | None = None
    required: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPick:
    """One person of the company, sent back as their id."""

    name: str
    label: Phrase
    value: str = ""
    hint: Phrase | None = None
    required: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelPick:
    """One channel of the platform the form is filled in on, sent back as ``slack:C0123``."""

    name: str
    label: Phrase
    value: str = ""
    hint: Phrase | None = None
    required: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Switch:
    """Yes or no, sent back as ``on`` or nothing."""

    name: str
    label: Phrase
    value: bool = False
    hint: Phrase | None = None


Field = ShortText | LongText | Choice | Choices | Day | PersonPick | ChannelPick | Switch


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A few questions that are answered together; sending it does the route `name`."""

    name: str
    title: Phrase
    fields: tuple[Field, ...]
    submit: Phrase
    keep: Values = ()
    """Opaque ids that come back with the answers."""
    intro: tuple[Block, ...] = ()


def values(**given: object) -> Values:
    """Spell the ids that a button or a form carries."""
    return tuple((name, str(value)) for name, value in sorted(given.items()))


def read(carried: Values) -> Mapping[str, str]:
    """Read back what a button or a form carried."""
    return dict(carried)


@dataclass(frozen=True, slots=True)
class Example:
    """A card or a form with invented people in it, for the gallery and the snapshots."""

    name: str
    shows: Card | Form
