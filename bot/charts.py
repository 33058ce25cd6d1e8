"""Charts: their rows, which every platform draws in its own way, and a picture for those that cannot.

The picture stands on a card of its own colour, since a PNG cannot know whether its reader's screen
is light or dark. Its tones are told apart by lightness and by a sign besides, and every figure stands
there as text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from math import ceil, isfinite
from typing import assert_never
from unicodedata import east_asian_width

from babel.numbers import format_decimal, format_percent
from resvg_py import svg_to_bytes

from bot.i18n import LOCALES, Voice
from handlers.message import Chart, ChartKind, Tone

# Widths, heights and letters in units of the picture, which are drawn as ZOOM pixels each.
WIDTH = 480
MARGIN = 16
TITLE_LINE = 40
TITLE_STEP = 22
MOST_TITLE_LINES = 2
STEP = 34
BAR = 24
FUNNEL_BAR = 30
COLUMN = 36
"""Widest column of a trend."""
PLOT = 120
"""Height of a trend's highest column."""
WIDEST_LABEL = 200
VALUE_COLUMN = 138
GAP = 14
TEXT = 15
TITLE = 17
SMALL = 13
LINE = 18
LETTER = 0.6
"""Width of a usual letter, as a part of its height; a Chinese one is twice as wide."""
ZOOM = 2.0

PAPER = "#ffffff"
EDGE = "#c3c8d0"
INK = "#1e2126"
SOFT_INK = "#565d68"
FILL = {
    Tone.NORMAL: "#4a66c4",
    Tone.PRIMARY: "#2f459f",
    Tone.GOOD: "#12875f",
    Tone.WARN: "#b97a00",
    Tone.BAD: "#a33a10",
    Tone.QUIET: "#858c98",
}
SIGN = {
    Tone.GOOD: "M1 6 L4.5 9.5 L11 2",
    Tone.WARN: "M6 1.5 L11 10.5 L1 10.5 Z",
    Tone.BAD: "M2 2 L10 10 M10 2 L2 10",
}
"""Strokes in a square of twelve units: a tick, a triangle, a cross."""

FAMILIES = (
    "Noto Sans, DejaVu Sans, Liberation Sans, Arial, Helvetica, Segoe UI, WenQuanYi Micro Hei"
)
_BREAK = re.compile(r"(?<= )|(?<=[\u3000-\u9fff\uff00-\uffef])")
"""Where a line may end."""
_UNKNOWN = "\ue000"
"""A letter for private use: where a font has no letter, it draws what it draws for this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A point as it is drawn: its words, and how wide it is."""

    label: str
    value: str
    share: str
    """Of a funnel's first step, in per cent; empty where it says nothing."""
    width: float
    """From 0 to 1, of the widest."""
    below: float
    """Likewise of the point that follows, for a funnel narrows towards it."""
    tone: Tone


def rows(chart: Chart, voice: Voice) -> Sequence[Row]:
    """Say and measure the points of a chart."""
    locale = LOCALES[voice.language]
    values = [point.value for point in chart.points]
    most = max(values, default=0) or 1
    following = [*values[1:], *values[-1:]]
    has_shares = chart.kind is ChartKind.FUNNEL and bool(values) and values[0] >= 1
    return [
        Row(
            label=voice.speak(point.label),
            value=format_decimal(round(point.value, 2), format="#,##0.##", locale=locale),
            share=_share(point.value / values[0], voice) if has_shares else "",
            width=point.value / most,
            below=below / most,
            tone=point.tone,
        )
        for point, below in zip(chart.points, following, strict=True)
    ]


def _share(part: float, voice: Voice) -> str:
    return str(format_percent(round(part, 2), locale=LOCALES[voice.language]))


def outline(kind: ChartKind, row: Row) -> Sequence[tuple[float, float]]:
    """Give the corners of a bar, a funnel's step or a trend's column, in a box of 1 by 1."""
    if row.width <= 0:
        return ()
    top, foot = row.width, max(0.0, min(row.below, row.width))
    match kind:
        case ChartKind.BARS:
            return ((0, 0), (top, 0), (top, 1), (0, 1))
        case ChartKind.TREND:
            return ((0, 1 - top), (1, 1 - top), (1, 1), (0, 1))
        case ChartKind.FUNNEL:
            left, right = (1 - top) / 2, (1 + top) / 2
            return ((left, 0), (right, 0), ((1 + foot) / 2, 1), ((1 - foot) / 2, 1))
        case _:
            assert_never(kind)


def as_png(chart: Chart, voice: Voice) -> bytes | None:
    """Draw a chart; nothing where that cannot be, as on a machine without letters for its words."""
    if not all(isfinite(point.value) for point in chart.points):
        return None
    try:
        if all(_is_known(letter) for letter in _letters(chart, voice)):
            return bytes(svg_to_bytes(svg_string=as_svg(chart, voice), zoom=ZOOM))
    except ValueError:  # a letter that XML or UTF-8 does not know
        return None
    return None


def as_svg(chart: Chart, voice: Voice) -> str:
    """Draw a chart as SVG."""
    drawn = rows(chart, voice)
    if chart.kind is ChartKind.TREND:
        tall, parts = PLOT + 3 * LINE if drawn else 0, _columns(drawn)
    else:
        tall, parts = STEP * len(drawn), _rows(chart.kind, drawn)
    lines = _wrapped(voice.speak(chart.title), WIDTH - 2 * MARGIN, TITLE)
    lower = TITLE_STEP * (len(lines) - 1)
    height = 2 * MARGIN + TITLE_LINE + tall + lower
    title = "".join(
        _text(line, MARGIN, MARGIN + TITLE + TITLE_STEP * place) for place, line in enumerate(lines)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}"'
        f' viewBox="0 0 {WIDTH} {height}" font-family="{FAMILIES}" font-size="{TEXT}" fill="{INK}">'
        f'<rect x="0.5" y="0.5" width="{WIDTH - 1}" height="{height - 1}" rx="10"'
        f' fill="{PAPER}" stroke="{EDGE}"/>'
        f'<g font-size="{TITLE}" font-weight="bold">{title}</g>{_lowered(parts, lower)}</svg>'
    )


def _lowered(parts: str, by: int) -> str:
    return f'<g transform="translate(0 {by})">{parts}</g>' if by else parts


def _columns(drawn: Sequence[Row]) -> str:
    """Draw a trend: a column for each point, its figure above and its label below."""
    slot = (WIDTH - 2 * MARGIN) / max(1, len(drawn))
    foot = MARGIN + TITLE_LINE + 2 * LINE + PLOT
    spoken = _sparse([row.value for row in drawn], slot)
    named = _sparse([_cut(row.label, slot + 1.5 * MARGIN, SMALL) for row in drawn], slot)
    middles = [MARGIN + slot * (place + 0.5) for place in range(len(drawn))]
    columns = [
        _column(row, middle=middle, slot=slot, foot=foot)
        for row, middle in zip(drawn, middles, strict=True)
    ]
    texts = [
        _centred(value, middle, foot - PLOT * row.width - 6, bold=True)
        + _centred(label, middle, foot + LINE)
        for row, middle, value, label in zip(drawn, middles, spoken, named, strict=True)
    ]
    ground = f'<path d="M{MARGIN} {foot} H{WIDTH - MARGIN}" stroke="{EDGE}"/>'
    return "".join([ground, *columns, *texts])


def _column(row: Row, *, middle: float, slot: float, foot: float) -> str:
    wide = min(COLUMN, 0.72 * slot)
    corners = " ".join(
        f"{middle + (x - 0.5) * wide:.1f},{foot - PLOT + y * PLOT:.1f}"
        for x, y in outline(ChartKind.TREND, row)
    )
    shape = f'<polygon points="{corners}" fill="{FILL[row.tone]}"/>' if corners else ""
    return shape + _sign(row.tone, middle - 6, foot - PLOT * row.width - 6 - LINE - 12)


def _centred(text: str, x: float, y: float, *, bold: bool = False) -> str:
    if not text:
        return ""
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="middle" font-size="{SMALL}"{weight}'
        f' stroke="{PAPER}" stroke-width="4" paint-order="stroke">{escape(text)}</text>'
    )


def _sparse(texts: Sequence[str], slot: float) -> Sequence[str]:
    """Leave out so many texts, counted back from the last, that none runs into its neighbour."""
    widest = max((_wide(text, SMALL) for text in texts), default=0)
    every = max(1, ceil(widest / slot))
    last = len(texts) - 1
    return [text if (last - place) % every == 0 else "" for place, text in enumerate(texts)]


def _rows(kind: ChartKind, drawn: Sequence[Row]) -> str:
    left = MARGIN + GAP + min(WIDEST_LABEL, max((_wide(row.label) for row in drawn), default=0))
    return "".join(
        _row(kind, row, left=left, top=MARGIN + TITLE_LINE + STEP * place)
        for place, row in enumerate(drawn)
    )


def _row(kind: ChartKind, row: Row, *, left: float, top: float) -> str:
    room = WIDTH - left - VALUE_COLUMN - MARGIN
    bar = FUNNEL_BAR if kind is ChartKind.FUNNEL else BAR
    corners = " ".join(
        f"{left + x * room:.1f},{top + (STEP - bar) / 2 + y * bar:.1f}"
        for x, y in outline(kind, row)
    )
    base = top + STEP / 2 + TEXT * 0.36
    return (
        _text(_cut(row.label, WIDEST_LABEL, TEXT), MARGIN, base)
        + (f'<polygon points="{corners}" fill="{FILL[row.tone]}"/>' if corners else "")
        + _sign(row.tone, left + room + 12, top + STEP / 2 - 6)
        + _value(row, left + room + 30, base)
    )


def _value(row: Row, x: float, y: float) -> str:
    share = f'<tspan dx="7" fill="{SOFT_INK}">{escape(row.share)}</tspan>' if row.share else ""
    value = f'<tspan font-weight="bold">{escape(row.value)}</tspan>'
    return f'<text x="{x}" y="{y}">{value}{share}</text>'


def _sign(tone: Tone, x: float, y: float) -> str:
    if tone not in SIGN:
        return ""
    return (
        f'<path transform="translate({x} {y})" d="{SIGN[tone]}" fill="none"'
        f' stroke="{FILL[tone]}" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/>'
    )


def _text(text: str, x: float, y: float) -> str:
    return f'<text x="{x}" y="{y}">{escape(text)}</text>'


def _cut(text: str, room: float, size: float) -> str:
    """Shorten what would run into its neighbour."""
    if _wide(text, size) <= room:
        return text
    while text and _wide(text + "…", size) > room:
        text = text[:-1]
    return text.rstrip() + "…"


def _wrapped(text: str, room: float, size: float) -> Sequence[str]:
    """Break a title between words, or Chinese letters, and shorten what its lines cannot hold."""
    lines = [""]
    for piece in filter(None, _BREAK.split(text)):
        longer = lines[-1] + piece
        if _wide(longer.rstrip(), size) <= room or len(lines) == MOST_TITLE_LINES or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(piece)
    return [_cut(line.rstrip(), room, size) for line in lines]


def _wide(text: str, size: float = TEXT) -> float:
    return sum(2 if east_asian_width(one) in "WF" else 1 for one in text) * size * LETTER


def _letters(chart: Chart, voice: Voice) -> frozenset[str]:
    texts = [voice.speak(chart.title), *(row.label for row in rows(chart, voice))]
    return frozenset("".join(texts).replace(" ", ""))


@lru_cache(maxsize=4096)
def _is_known(letter: str) -> bool:
    """Tell whether a font of this machine has the letter."""
    return _drawn(letter) not in {_drawn(""), _drawn(_UNKNOWN)}


def _drawn(letter: str) -> bytes:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24">'
        f'<text x="4" y="18" font-size="15" font-family="{FAMILIES}">{escape(letter)}</text></svg>'
    )
    return bytes(svg_to_bytes(svg_string=svg))
