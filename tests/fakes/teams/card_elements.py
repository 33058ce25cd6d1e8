"""Judging elements: what stands in the body of a card."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from tests.fakes.judging import Check, Spot, flag, kinds, many, number, string, thing, whole
from tests.fakes.teams import card_actions, card_charts, card_inputs
from tests.fakes.teams.card_words import (
    COLOURS,
    EVERYWHERE,
    HEIGHTS,
    NAME,
    SIDES,
    SIZES,
    STYLES,
    TARGET_WIDTH,
    TEXT,
    WEIGHTS,
    either,
    element,
    exact,
    later,
    markdown,
    picture,
    pixels,
    requirements,
    since,
    word,
)


def _fallback(value: Any, spot: Spot) -> Iterator[str]:
    if value != "drop":
        yield from ELEMENT(value, spot)


FALLBACK: Check = _fallback
ON_TAP: Check = later(lambda: card_actions.ON_TAP)
ELEMENTS: Check = later(lambda: many(ELEMENT, 0))
SHARED = dict(EVERYWHERE) | {"fallback": FALLBACK}
ASIDE: dict[str, Check] = {"horizontalAlignment": word(*SIDES)}
LETTERS: dict[str, Check] = {
    "color": word(*COLOURS),
    "fontType": word("default", "monospace"),
    "isSubtle": flag,
    "size": word(*SIZES),
    "weight": word(*WEIGHTS),
}
TEXT_BLOCK = element(
    "TextBlock",
    {"text": markdown},
    SHARED
    | ASIDE
    | LETTERS
    | {
        "maxLines": whole(1),
        "wrap": flag,
        "style": since("1.5", word("default", "heading", "columnHeader")),
    },
)
TEXT_RUN = element(
    "TextRun",
    {"text": TEXT},
    LETTERS
    | {
        "highlight": flag,
        "italic": flag,
        "strikethrough": flag,
        "underline": since("1.3", flag),
        "selectAction": ON_TAP,
    },
)
RICH_TEXT_BLOCK = element(
    "RichTextBlock", {"inlines": many(either(string(least=0), TEXT_RUN))}, SHARED | ASIDE
)
FACT_SET = element(
    "FactSet", {"facts": many(thing({"title": markdown, "value": markdown}))}, SHARED
)
IMAGE = element(
    "Image",
    {"url": picture},
    SHARED
    | ASIDE
    | {
        "altText": TEXT,
        "backgroundColor": string(),
        "height": either(word("auto", "stretch"), pixels),
        "width": either(word("auto", "stretch"), pixels),
        "selectAction": ON_TAP,
        "size": word("auto", "stretch", "small", "medium", "large"),
        "style": word("default", "person", "roundedCorners"),
        "msteams": thing({"allowExpand": flag}),
    },
)
IMAGE_SET = element(
    "ImageSet", {"images": many(IMAGE)}, SHARED | {"imageSize": word("small", "medium", "large")}
)
FRAME = SHARED | {
    "bleed": flag,
    "style": word(*STYLES),
    "minHeight": pixels,
    "selectAction": ON_TAP,
    "horizontalAlignment": word(*SIDES),
    "showBorder": since("1.5", flag),
    "roundedCorners": since("1.5", flag),
}
FILLED = FRAME | {
    "verticalContentAlignment": word(*HEIGHTS),
    "backgroundImage": picture,
    "rtl": since("1.5", flag),
    "layouts": since(
        "1.5",
        many(
            kinds(
                {
                    "Layout.Stack": thing(
                        {"type": exact("Layout.Stack")}, {"targetWidth": TARGET_WIDTH}
                    ),
                    "Layout.Flow": thing(
                        {"type": exact("Layout.Flow")},
                        {
                            "targetWidth": TARGET_WIDTH,
                            "itemFit": word("fit", "fill"),
                            "itemWidth": pixels,
                            "minItemWidth": pixels,
                            "maxItemWidth": pixels,
                            "columnSpacing": EVERYWHERE["spacing"],
                            "rowSpacing": EVERYWHERE["spacing"],
                            "horizontalItemsAlignment": word(*SIDES),
                            "verticalItemsAlignment": word(*HEIGHTS),
                        },
                    ),
                },
                what="layout",
            )
        ),
    ),
}
CONTAINER = element("Container", {"items": ELEMENTS}, FILLED)
COLUMN = element(
    "Column",
    {},
    FILLED | {"items": ELEMENTS, "width": either(word("auto", "stretch"), pixels, number(0))},
)
COLUMN_SET = element("ColumnSet", {"columns": many(COLUMN)}, FRAME)
ACTION_SET = element("ActionSet", {"actions": later(lambda: card_actions.BAR)}, SHARED | ASIDE)
CELLS: dict[str, Check] = {
    "horizontalCellContentAlignment": word(*SIDES),
    "verticalCellContentAlignment": word(*HEIGHTS),
}
CELL = element("TableCell", {"items": ELEMENTS}, FILLED)
ROW = element("TableRow", {"cells": many(CELL)}, {**FRAME, **CELLS})


def _squared(value: Any, spot: Spot) -> Iterator[str]:
    width = len(value["columns"])
    for place, row in enumerate(value["rows"]):
        if len(row["cells"]) != width:
            yield f"{spot.at('rows').at(place)}: has {len(row['cells'])} cells for {width} columns"


TABLE = element(
    "Table",
    {
        "columns": many(thing({}, {**CELLS, "width": either(pixels, number(0))})),
        "rows": many(ROW),
    },
    SHARED
    | {
        **ASIDE,
        **CELLS,
        "firstRowAsHeader": flag,
        "firstRowAsHeaders": flag,
        "showGridLines": flag,
        "gridStyle": word(*STYLES),
        "showBorder": flag,
        "roundedCorners": flag,
        "minWidth": pixels,
    },
    _squared,
    new="1.5",
)
ELEMENT: Check = kinds(
    {
        "TextBlock": TEXT_BLOCK,
        "RichTextBlock": RICH_TEXT_BLOCK,
        "FactSet": FACT_SET,
        "Image": IMAGE,
        "ImageSet": IMAGE_SET,
        "Container": CONTAINER,
        "ColumnSet": COLUMN_SET,
        "ActionSet": ACTION_SET,
        "Table": TABLE,
        **card_inputs.INPUTS,
        **card_charts.CHARTS,
        **card_charts.ORNAMENTS,
    },
    what="element",
)
CARD_KEYS: Mapping[str, Check] = {
    "body": ELEMENTS,
    "actions": later(lambda: card_actions.BAR),
    "lang": string(20),
    "rtl": since("1.5", flag),
    "style": word(*STYLES),
    "minHeight": pixels,
    "verticalContentAlignment": word(*HEIGHTS),
    "backgroundImage": picture,
    "selectAction": ON_TAP,
    "$schema": string(),
    "fallbackText": string(),
    "speak": string(),
    "id": NAME,
    "requires": requirements,
}
INNER_CARD = thing({"type": exact("AdaptiveCard")}, {**CARD_KEYS, "version": string()})
