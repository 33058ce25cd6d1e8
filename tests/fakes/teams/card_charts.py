"""Judging charts and the other things that only Teams draws."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tests.fakes.judging import Check, Spot, flag, many, number, positive, string, thing
from tests.fakes.teams import card_elements
from tests.fakes.teams.card_words import (
    COLOURS,
    EVERYWHERE,
    SIDES,
    either,
    element,
    later,
    pixels,
    word,
)

HUES = ("Red", "Purple", "Lavender", "Blue", "LightBlue", "Teal", "Green", "Lime", "Marigold")
DIVERGING = (
    *("Blue", "LightBlue", "Cyan", "Teal", "Yellow"),
    *("Peach", "LightRed", "Red", "Maroon", "Gray"),
)
CHART_COLOUR = word(
    *("good", "warning", "attention", "neutral"),
    *(f"categorical{hue}" for hue in HUES),
    *(f"diverging{hue}" for hue in DIVERGING),
    *(f"sequential{n}" for n in range(1, 9)),
    *(f"sequential{hue}{n}" for hue in ("Red", "Green", "Yellow") for n in range(1, 9)),
)
COLOUR: Mapping[str, Check] = {"color": CHART_COLOUR}
SHARED = dict(EVERYWHERE) | {
    "title": string(),
    "showTitle": flag,
    "showLegend": flag,
    "maxWidth": pixels,
    "horizontalAlignment": word(*SIDES),
    "colorSet": word(
        *("categorical", "sequential", "diverging"),
        *("sequentialred", "sequentialgreen", "sequentialyellow"),
    ),
    "fallback": later(lambda: card_elements.FALLBACK),
}
AXES: Mapping[str, Check] = {"xAxisTitle": string(), "yAxisTitle": string()}
RANGE: Mapping[str, Check] = {"yMin": number(), "yMax": number()}
NUMBER = number()
SLICE = thing({"legend": string(), "value": number(0)}, COLOUR)
POINT = thing({"x": either(string(), number()), "y": NUMBER})
BAR = thing({"x": either(string(), number()), "y": NUMBER}, COLOUR)
LINE = thing({"legend": string(), "values": many(POINT)}, COLOUR)
STACK = thing({"title": string(), "data": many(SLICE)})


def _drawn_everywhere(value: Any, spot: Spot) -> Iterator[str]:
    if not isinstance(value.get("fallback"), dict):
        yield f"{spot}: a chart needs a fallback that draws where charts do not"


def _chart(kind: str, must: Mapping[str, Check], may: Mapping[str, Check]) -> Check:
    return element(kind, must, SHARED | dict(may), _drawn_everywhere, new="1.5")


ROUND: Mapping[str, Check] = {
    "value": string(),
    "valueColor": CHART_COLOUR,
    "thickness": word("thin", "thick"),
    "showOutlines": flag,
}
BARS: Mapping[str, Check] = {**AXES, **COLOUR}
CHARTS: Mapping[str, Check] = {
    "Chart.Donut": _chart("Chart.Donut", {"data": many(SLICE)}, ROUND),
    "Chart.Pie": _chart("Chart.Pie", {"data": many(SLICE)}, ROUND),
    "Chart.VerticalBar": _chart(
        "Chart.VerticalBar", {"data": many(BAR)}, {**BARS, **RANGE, "showBarValues": flag}
    ),
    "Chart.VerticalBar.Grouped": _chart(
        "Chart.VerticalBar.Grouped",
        {"data": many(LINE)},
        {**BARS, **RANGE, "showBarValues": flag, "stacked": flag},
    ),
    "Chart.HorizontalBar": _chart(
        "Chart.HorizontalBar",
        {"data": many(BAR)},
        {**BARS, "displayMode": word("AbsoluteWithAxis", "AbsoluteNoAxis", "PartToWhole")},
    ),
    "Chart.HorizontalBar.Stacked": _chart(
        "Chart.HorizontalBar.Stacked", {"data": many(STACK)}, BARS
    ),
    "Chart.Line": _chart("Chart.Line", {"data": many(LINE)}, {**BARS, **RANGE}),
    "Chart.Gauge": _chart(
        "Chart.Gauge",
        {"value": NUMBER},
        {
            "min": NUMBER,
            "max": NUMBER,
            "segments": many(thing({"size": positive}, {"legend": string(), **COLOUR})),
            "subLabel": string(),
            "showMinMax": flag,
            "showNeedle": flag,
            "showOutlines": flag,
            "valueFormat": word("percentage", "fraction"),
        },
    ),
}
ALONE = dict(EVERYWHERE) | {
    "horizontalAlignment": word(*SIDES),
    "fallback": later(lambda: card_elements.FALLBACK),
}
ORNAMENTS: Mapping[str, Check] = {
    "Badge": element(
        "Badge",
        {},
        ALONE
        | {
            "text": string(),
            "icon": string(),
            "iconPosition": word("before", "after"),
            "appearance": word("filled", "tint"),
            "size": word("medium", "large", "extraLarge"),
            "shape": word("square", "rounded", "circular"),
            "style": word(
                *("default", "subtle", "informative", "accent"), *("good", "attention", "warning")
            ),
            "tooltip": string(),
        },
        new="1.5",
    ),
    "Icon": element(
        "Icon",
        {"name": string()},
        ALONE
        | {
            "size": word(*("xxSmall", "xSmall", "small", "standard"), "medium", "large", "xLarge"),
            "color": word(*COLOURS),
            "style": word("regular", "filled"),
            "selectAction": later(lambda: card_elements.ON_TAP),
        },
        new="1.5",
    ),
    "ProgressBar": element(
        "ProgressBar",
        {},
        ALONE
        | {
            "value": number(0),
            "max": positive,
            "color": word("accent", "good", "warning", "attention"),
        },
        new="1.5",
    ),
}
