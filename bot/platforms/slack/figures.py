"""Draws charts: Slack's own, a picture that was uploaded before, or their figures as lines."""

from __future__ import annotations

from math import isfinite

from bot.i18n import Voice
from bot.platforms import spoken
from bot.platforms.slack.lettering import filled, measured
from bot.platforms.slack.shapes import Shape, line, listed, rich_text, run
from bot.platforms.slack.tables import rest
from handlers.message import Chart, ChartKind
from handlers.phrase import say

MOST_POINTS = 20
LONGEST_TITLE = 50
LONGEST_LABEL = 20
LONGEST_ALT_TEXT = 2000


def fits(chart: Chart, voice: Voice) -> bool:
    """Tell whether a chart can be Slack's own: a few figures, each with a label of its own."""
    labels = _labels(chart, voice)
    figures = all(isfinite(point.value) for point in chart.points)
    return 1 <= len(labels) <= MOST_POINTS and len(set(labels)) == len(labels) and figures


def own_chart(chart: Chart, voice: Voice) -> list[Shape]:
    """Draw a chart as Slack's own; it has no funnel, so the steps are bars; time is a line.

    Its title says what is counted and when, so that one which Slack would cut stands above it.
    """
    title = voice.speak(chart.title)
    short = filled(title, LONGEST_TITLE)
    whole = [] if short == title else [rich_text(line(run(title, bold=True)))]
    return [*whole, _drawn(chart, short, voice)]


def _drawn(chart: Chart, title: str, voice: Voice) -> Shape:
    labels = _labels(chart, voice)
    points = [
        {"label": label, "value": point.value}
        for label, point in zip(labels, chart.points, strict=True)
    ]
    name = filled(voice.speak(say("slack-chart-values")), LONGEST_LABEL)
    return {
        "type": "data_visualization",
        "title": title,
        "chart": {
            "type": "line" if chart.kind is ChartKind.TREND else "bar",
            "series": [{"name": name, "data": points}],
            "axis_config": {"categories": labels},
        },
    }


def picture(chart: Chart, file: str, voice: Voice) -> Shape:
    """Show an uploaded picture of a chart; who cannot see it hears every figure."""
    title, *figures = told(chart, voice)
    alt_text = filled(f"{title}. {'; '.join(figures)}", LONGEST_ALT_TEXT)
    return {"type": "image", "slack_file": {"id": file}, "alt_text": alt_text}


def lines(chart: Chart, voice: Voice) -> list[Shape]:
    """Draw a chart as its title and a line for each figure."""
    title, *figures = told(chart, voice)
    drawn = [line(run(one)) for one in figures[:MOST_POINTS]]
    below = [listed(drawn, ordered=False)] if drawn else []
    shape = rich_text(line(run(title, bold=True)), *below)
    return [shape, *rest(len(figures) - len(drawn), voice)]


def told(chart: Chart, voice: Voice) -> list[str]:
    """Say a chart: its title, then each figure."""
    return spoken.told(chart, voice, size=measured)


def _labels(chart: Chart, voice: Voice) -> list[str]:
    return [filled(voice.speak(point.label), LONGEST_LABEL) for point in chart.points]
