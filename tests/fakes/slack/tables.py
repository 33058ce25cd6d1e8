"""What the judge knows of rich text, tables and charts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.fakes.judging import (
    Check,
    Spot,
    among,
    different,
    flag,
    kinds,
    many,
    number,
    positive,
    string,
    thing,
    typed,
    whole,
)
from tests.fakes.slack.elements import LINK

BLOCK_ID = {"block_id": string(255)}

# ---- rich text ----------------------------------------------------------------------------------

STYLE = thing({}, dict.fromkeys(("bold", "italic", "strike", "code", "underline"), flag))
STYLED: dict[str, Check] = {"style": STYLE}
INLINE = kinds(
    {
        "text": typed("text", {"text": string()}, STYLED),
        "link": typed("link", {"url": LINK}, STYLED | {"text": string(), "unsafe": flag}),
        "user": typed("user", {"user_id": string()}, STYLED),
        "channel": typed("channel", {"channel_id": string()}, STYLED),
        "usergroup": typed("usergroup", {"usergroup_id": string()}, STYLED),
        "emoji": typed(
            "emoji", {"name": string()}, STYLED | {"unicode": string(), "skin_tone": whole(1, 6)}
        ),
        "date": typed(
            "date",
            {"timestamp": whole(), "format": string()},
            STYLED | {"url": LINK, "fallback": string()},
        ),
        "broadcast": typed("broadcast", {"range": among("here", "channel", "everyone")}, STYLED),
        "color": typed("color", {"value": string()}, STYLED),
    },
    what="rich text element",
)
LINES = {"elements": many(INLINE)}
BORDER: dict[str, Check] = {"border": whole(0, 1)}
SECTION = typed("rich_text_section", LINES)
RICH_TEXT = typed(
    "rich_text",
    {
        "elements": many(
            kinds(
                {
                    "rich_text_section": SECTION,
                    "rich_text_quote": typed("rich_text_quote", LINES, BORDER),
                    "rich_text_preformatted": typed("rich_text_preformatted", LINES, BORDER),
                    "rich_text_list": typed(
                        "rich_text_list",
                        {"elements": many(SECTION), "style": among("bullet", "ordered")},
                        BORDER | {"indent": whole(0, 8), "offset": whole(0)},
                    ),
                },
                what="rich text part",
            )
        )
    },
    BLOCK_ID,
)

# ---- tables -------------------------------------------------------------------------------------

MOST_IN_A_TABLE = 10_000
RAW = {
    "raw_text": typed("raw_text", {"text": string()}),
    "raw_number": typed("raw_number", {"value": number()}, {"text": string()}),
}
CELL = kinds({**RAW, "rich_text": RICH_TEXT}, what="cell")


def written(value: Any) -> int:
    """How many characters a cell, or anything else, shows."""
    if isinstance(value, list):
        return sum(map(written, value))
    if isinstance(value, dict):
        own = value.get("text")
        shown = len(own) if isinstance(own, str) else written(own)
        if value.get("type") == "raw_number" and own is None:
            shown = len(str(value.get("value", "")))
        return shown + written(value.get("elements", []))
    return 0


def short_enough(value: Any, spot: Spot) -> Iterator[str]:
    """All cells of a table together have a limit."""
    if (size := written(value["rows"])) > MOST_IN_A_TABLE:
        yield f"{spot}: a table holds at most {MOST_IN_A_TABLE} characters, has {size}"


def even(value: Any, spot: Spot) -> Iterator[str]:
    """Every row is as long as the header."""
    if len({len(row) for row in value["rows"]}) > 1:
        yield f"{spot}: all rows must have the same number of cells"


def plain_header(value: Any, spot: Spot) -> Iterator[str]:
    """A data table's header has no rich text."""
    if any(cell["type"] == "rich_text" for cell in value["rows"][0]):
        yield f"{spot}: header cells cannot be rich_text"


def known_column(value: Any, spot: Spot) -> Iterator[str]:
    """The column that names the rows must be there."""
    if value.get("row_header_column_index", 0) >= len(value["rows"][0]):
        yield f"{spot}: row_header_column_index is outside the table"


COLUMN = thing({}, {"align": among("left", "center", "right"), "is_wrapped": flag})


def column(value: Any, spot: Spot) -> Iterator[str]:
    """A column's look; null skips one."""
    if value is not None:
        yield from COLUMN(value, spot)


ROW = many(CELL, 1, 20)
TABLE = typed(
    "table",
    {"rows": many(ROW, 1, 100)},
    BLOCK_ID | {"column_settings": many(column, 0, 20)},
    short_enough,
)
DATA_TABLE = typed(
    "data_table",
    {"rows": many(ROW, 2, 101), "caption": string()},
    BLOCK_ID | {"page_size": whole(1, 100), "row_header_column_index": whole(0)},
    even,
    plain_header,
    known_column,
    short_enough,
)

# ---- charts -------------------------------------------------------------------------------------

MOST_SERIES = 6
MOST_POINTS = 20
POINT = thing({"label": string(20), "value": number()})
SERIES = thing({"name": string(20), "data": many(POINT, 1, MOST_POINTS)})
AXES = thing(
    {"categories": many(string(20), 1, MOST_POINTS)},
    {"x_label": string(50), "y_label": string(50)},
)


def series_agree(value: Any, spot: Spot) -> Iterator[str]:
    """Every series has one value for each category; names are unique."""
    categories = value["axis_config"]["categories"]
    yield from different(categories, spot.at("axis_config"), "category")
    yield from different((one["name"] for one in value["series"]), spot, "series")
    for place, one in enumerate(value["series"]):
        labels = [point["label"] for point in one["data"]]
        if sorted(labels) != sorted(categories):
            yield f"{spot.at('series').at(place)}: needs exactly one value for each category"


def plotted(kind: str) -> Check:
    """A chart along two axes."""
    series = many(SERIES, 1, MOST_SERIES)
    return typed(kind, {"series": series, "axis_config": AXES}, {}, series_agree)


PIE = typed(
    "pie",
    {"segments": many(thing({"label": string(20), "value": positive}), 1, MOST_SERIES)},
)
CHART = kinds(
    {"pie": PIE, **{kind: plotted(kind) for kind in ("bar", "area", "line")}}, what="chart"
)
DATA_VISUALIZATION = typed("data_visualization", {"title": string(50), "chart": CHART}, BLOCK_ID)
