"""Draws charts: Teams' own bars, bars of columns where there are none, and always the figures."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

from bot.i18n import Voice
from bot.platforms.lettering import filled
from bot.platforms.spoken import LONGEST_TITLE, figure
from bot.platforms.teams.shapes import Shape, Size, container, heading, line, run
from bot.platforms.teams.surface import Pen
from bot.platforms.teams.tables import rest
from handlers.message import Chart, ChartKind, Point, Tone

MOST_POINTS = 20
LONGEST_LABEL = 40
WIDEST = 100
_BLANK = "\u00a0"

_COLOURS = {
    Tone.GOOD: "good",
    Tone.WARN: "warning",
    Tone.BAD: "attention",
    Tone.QUIET: "neutral",
}
_USUAL = "categoricalBlue"
_STYLES = {
    Tone.GOOD: "good",
    Tone.WARN: "warning",
    Tone.BAD: "attention",
    Tone.QUIET: "emphasis",
}


def drawn_chart(chart: Chart, pen: Pen) -> list[Shape]:
    """Draw a chart, and its figures as text: Teams' iOS app leaves some charts blank."""
    title = filled(pen.voice.speak(chart.title), LONGEST_TITLE)
    points = chart.points[:MOST_POINTS]
    bars = [_bars(chart, pen.voice)] if pen.surface.is_new and _fits(chart, pen.voice) else []
    figures = _figures(chart, points, pen.voice)
    left = rest(len(chart.points) - len(points), pen.voice)
    return [heading(title, is_marked=pen.surface.is_new), *bars, *figures, *left]


def _fits(chart: Chart, voice: Voice) -> bool:
    """Tell whether bars can show a chart: a few figures, each with a label of its own."""
    labels = {_label(point, voice) for point in chart.points}
    drawable = all(isfinite(point.value) and point.value >= 0 for point in chart.points)
    return 1 <= len(labels) == len(chart.points) <= MOST_POINTS and drawable


def _bars(chart: Chart, voice: Voice) -> Shape:
    """Draw bars; Teams has no funnel, so its steps are bars; time runs to the right."""
    most = max(point.value for point in chart.points) or 1
    upright = {"type": "Chart.VerticalBar", "showBarValues": True}
    lying = {"type": "Chart.HorizontalBar", "displayMode": "AbsoluteNoAxis"}
    return {
        **(upright if chart.kind is ChartKind.TREND else lying),
        "data": [_bar(point, voice) for point in chart.points],
        "fallback": container([_drawn_bar(point, point.value / most) for point in chart.points]),
    }


def _bar(point: Point, voice: Voice) -> Shape:
    value = int(point.value) if point.value == int(point.value) else point.value
    colour = _COLOURS.get(point.tone, _USUAL)
    return {"x": _label(point, voice), "y": value, "color": colour}


def _drawn_bar(point: Point, part: float) -> Shape:
    """Draw a bar of two columns, one filled, in the order of the figures below."""
    width = round(part * WIDEST)
    style = _STYLES.get(point.tone, "accent")
    widths = [(width, {"style": style}), (WIDEST - width, dict[str, str]())]
    columns = [
        {"type": "Column", "width": wide, "items": [line(run(_BLANK, size=Size.SMALL))], **look}
        for wide, look in widths
        if wide
    ]
    return {"type": "ColumnSet", "spacing": "Small", "columns": columns}


def _figures(chart: Chart, points: Sequence[Point], voice: Voice) -> list[Shape]:
    """Say each figure on a line of its own, those of a trend behind each other."""
    if chart.kind is not ChartKind.TREND:
        return [_figure(chart, point, voice) for point in points]
    said = ("".join(figure(chart, point, voice)) for point in points)
    return [line(run("; ".join(said), Tone.QUIET), close=True)] if points else []


def _figure(chart: Chart, point: Point, voice: Voice) -> Shape:
    label, value = figure(chart, point, voice)
    return line(run(label, Tone.QUIET), run(value, point.tone, bold=True), close=True)


def _label(point: Point, voice: Voice) -> str:
    return filled(voice.speak(point.label), LONGEST_LABEL)
