"""A judge of Block Kit: what Slack would have against a message's blocks, a modal or a home.

Written from the limits Slack states, and from nothing of ours. Where two of Slack's pages
disagree, the stricter one holds.
"""

from __future__ import annotations

import json
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
    one_of,
    only_on,
    some_of,
    string,
    thing,
    typed,
    whole,
)
from tests.fakes.slack.elements import (
    ACCESSORY,
    BUTTON,
    IMAGE,
    IN_ACTIONS,
    IN_CONTEXT_ACTIONS,
    LINK,
    PICTURE,
    in_input,
    marked,
    plain,
)
from tests.fakes.slack.tables import (
    BLOCK_ID,
    DATA_TABLE,
    DATA_VISUALIZATION,
    RICH_TEXT,
    TABLE,
)

MOST_BLOCKS = {"message": 50, "modal": 100, "home": 100}
MOST_CHARACTERS = 12_000
MOST_CHARTS = 2
MOST_VIEW_BYTES = 250_000

CARD = typed(
    "card",
    {},
    BLOCK_ID
    | {
        "hero_image": IMAGE,
        "icon": IMAGE,
        "title": marked(150),
        "subtitle": marked(150),
        "body": marked(200),
        "actions": many(BUTTON, 1, 25),
    },
    some_of("hero_image", "title", "body", "actions"),
)
SOURCE = typed("url", {"url": LINK, "text": string()})
TASK_CARD = typed(
    "task_card",
    {
        "task_id": string(),
        "title": string(),
        "status": among("pending", "in_progress", "complete", "error"),
    },
    BLOCK_ID | {"details": RICH_TEXT, "output": RICH_TEXT, "sources": many(SOURCE)},
)
EVERYWHERE = {
    "section": typed(
        "section",
        {},
        BLOCK_ID
        | {
            "text": marked(3000),
            "fields": many(marked(2000), 1, 10),
            "accessory": ACCESSORY,
            "expand": flag,
        },
        some_of("text", "fields"),
    ),
    "divider": typed("divider", {}, BLOCK_ID),
    "header": typed("header", {"text": plain(150)}, BLOCK_ID | {"level": whole(1, 4)}),
    "image": typed(
        "image",
        {"alt_text": string(2000)},
        BLOCK_ID | PICTURE | {"title": plain(2000)},
        one_of("image_url", "slack_file"),
    ),
    "actions": typed("actions", {"elements": many(IN_ACTIONS, 1, 25)}, BLOCK_ID),
    "context": typed(
        "context",
        {
            "elements": many(
                kinds({"image": IMAGE, "plain_text": plain(), "mrkdwn": marked()}, what="element"),
                1,
                10,
            )
        },
        BLOCK_ID,
    ),
    "rich_text": RICH_TEXT,
    "input": typed(
        "input",
        {"label": plain(2000), "element": in_input(RICH_TEXT)},
        BLOCK_ID | {"hint": plain(2000), "optional": flag, "dispatch_action": flag},
    ),
    "card": CARD,
}
SOMEWHERE = {
    "context_actions": only_on(
        typed("context_actions", {"elements": many(IN_CONTEXT_ACTIONS, 1, 5)}, BLOCK_ID), "message"
    ),
    "markdown": only_on(typed("markdown", {"text": string(12_000)}, BLOCK_ID), "message"),
    "table": only_on(TABLE, "message", "home"),
    "data_table": only_on(DATA_TABLE, "message", "home"),
    "data_visualization": only_on(DATA_VISUALIZATION, "message"),
    "task_card": only_on(TASK_CARD, "message"),
    "plan": only_on(
        typed("plan", {"title": string()}, BLOCK_ID | {"tasks": many(TASK_CARD)}), "message"
    ),
    "alert": only_on(
        typed(
            "alert",
            {"text": marked()},
            BLOCK_ID | {"level": among("default", "info", "warning", "error", "success")},
        ),
        "modal",
    ),
    "carousel": only_on(
        typed("carousel", {"elements": many(CARD, 1, 10)}, BLOCK_ID), "message", "home"
    ),
}
LONE_BLOCKS = EVERYWHERE | SOMEWHERE
CONTAINER = typed(
    "container",
    {"child_blocks": many(kinds(LONE_BLOCKS, what="block"), 1, 10)},
    BLOCK_ID
    | {
        "title": plain(150),
        "rich_text_title": RICH_TEXT,
        "subtitle": marked(150),
        "width": among("narrow", "standard", "wide", "full"),
        "icon": IMAGE,
        "is_collapsible": flag,
        "default_collapsed": flag,
        "has_header_divider": flag,
    },
    one_of("title", "rich_text_title", at_most=True),
)
BLOCK = kinds({**LONE_BLOCKS, "container": only_on(CONTAINER, "message", "home")}, what="block")

METADATA = {
    "private_metadata": string(3000, least=0),
    "callback_id": string(255, least=0),
    "external_id": string(255, least=0),
}


def problems(blocks: Any, surface: str) -> list[str]:
    """What Slack would have against these blocks on a "message", a "modal" or a "home"."""
    return list(_about_blocks(blocks, Spot("blocks", surface)))


def view_problems(view: Any) -> list[str]:
    """What Slack would have against this modal or home as a whole."""
    kind = view.get("type") if isinstance(view, dict) else None
    if kind not in {"modal", "home"}:
        return ["view: must be a modal or a home"]
    found = list((MODAL if kind == "modal" else HOME)(view, Spot("view", kind)))
    if len(json.dumps(view, ensure_ascii=False).encode()) > MOST_VIEW_BYTES:
        found.append(f"view: larger than {MOST_VIEW_BYTES} bytes (view_too_large)")
    return found


def characters(value: Any) -> int:
    """How many characters of a payload people read."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, list):
        return sum(map(characters, value))
    if isinstance(value, dict):
        return sum(characters(part) for key, part in value.items() if key not in _UNREAD)
    return 0


_UNREAD = {"type", "block_id", "action_id", "value", "url", "image_url", "slack_file", "style"}


def _about_blocks(blocks: Any, spot: Spot) -> Iterator[str]:
    least = 0 if spot.surface == "message" else 1
    yield from many(BLOCK, least, MOST_BLOCKS[spot.surface])(blocks, spot)
    flat = list(_flat(blocks))
    yield from _about_ids(flat, spot)
    yield from _about_counts(flat, spot)


def _flat(blocks: Any) -> Iterator[dict[str, Any]]:
    for block in blocks if isinstance(blocks, list) else []:
        if isinstance(block, dict):
            yield block
            yield from _flat(block.get("child_blocks"))


def _about_ids(blocks: list[dict[str, Any]], spot: Spot) -> Iterator[str]:
    names = (block["block_id"] for block in blocks if isinstance(block.get("block_id"), str))
    yield from different(names, spot, "block_id")
    for block in blocks:
        shell = {key: part for key, part in block.items() if key != "child_blocks"}
        yield from different(_action_ids(shell), spot, "action_id")


def _action_ids(value: Any) -> Iterator[str]:
    parts = value if isinstance(value, list) else []
    if isinstance(value, dict):
        parts = list(value.values())
        if isinstance(name := value.get("action_id"), str):
            yield name
    for part in parts:
        yield from _action_ids(part)


def _about_counts(blocks: list[dict[str, Any]], spot: Spot) -> Iterator[str]:
    types = [block.get("type") for block in blocks]
    if types.count("table") + types.count("data_table") > 1:
        yield f"{spot}: only one table is allowed"
    if types.count("data_visualization") > MOST_CHARTS:
        yield f"{spot}: only {MOST_CHARTS} charts are allowed"
    if spot.surface == "message" and (size := characters(blocks)) > MOST_CHARACTERS:
        yield f"{spot}: {size} characters in all, {MOST_CHARACTERS} allowed (msg_blocks_too_long)"


def _view_blocks(blocks: Any, spot: Spot) -> Iterator[str]:
    yield from _about_blocks(blocks, spot)


def _submit_with_inputs(view: Any, spot: Spot) -> Iterator[str]:
    if "submit" not in view and any(block["type"] == "input" for block in view["blocks"]):
        yield f"{spot}: a modal with inputs needs a submit"


MODAL: Check = thing(
    {"type": among("modal"), "title": plain(24), "blocks": _view_blocks},
    METADATA
    | {
        "submit": plain(24),
        "close": plain(24),
        "clear_on_close": flag,
        "notify_on_close": flag,
        "submit_disabled": flag,
    },
    _submit_with_inputs,
)
HOME: Check = thing({"type": among("home"), "blocks": _view_blocks}, METADATA)
