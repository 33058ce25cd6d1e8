"""Turns Slack's spelling of a text back into what the person wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import cast

_ENTITY = re.compile(r"<([^<>]*)>")
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))  # the ampersand last, and once
_SCHEME = re.compile(r"https?://|mailto:|tel:")
_TEXTS = ("pretext", "title", "text", "fallback", "value")
"""Where blocks and attachments of other apps keep their words."""

DEEPEST = 12
"""Levels of blocks in blocks that are looked through."""

LONGEST = 40_000
"""Letters of a message, as Slack cuts it."""


def plain(text: str, *, bot: str = "") -> str:
    """Undo Slack's markup: links, addresses and names as they were typed, without our own name."""
    ours = re.compile(rf"<@{re.escape(bot)}(?:\|[^<>]*)?>[:,]?") if bot else None
    bare = ours.sub(" ", text) if ours else text
    bare = _ENTITY.sub(_spoken, bare)
    for spelling, letter in _ENTITIES:
        bare = bare.replace(spelling, letter)
    return bare.strip()


def words_of(message: Mapping[str, object]) -> str:
    """Give the words of somebody's message; where it has none, those of its blocks."""
    text = message.get("text")
    if isinstance(text, str) and text.strip():
        return plain(text)
    found = [*_inside(message.get("blocks"), 0), *_inside(message.get("attachments"), 0)]
    return plain("\n".join(dict.fromkeys(found)))[:LONGEST]


def _spoken(entity: re.Match[str]) -> str:
    """Say a link, an address or a name as it was typed."""
    target, _, label = entity[1].partition("|")
    match target[:1]:
        case "@":
            return f"@{label}" if label else ""
        case "#":
            return f"#{label}" if label else ""
        case "!":
            return label
        case _:
            return _link(target, label)


def _link(target: str, label: str) -> str:
    """Give what was typed, where Slack made the link; else the address, which names a lead best."""
    bare = _SCHEME.sub("", target, count=1)
    if label and (target.startswith(("mailto:", "tel:")) or label.rstrip("/") == bare.rstrip("/")):
        return label
    return bare if target.startswith(("mailto:", "tel:")) else target


def _inside(part: object, depth: int) -> Iterator[str]:
    """Walk through blocks or attachments and give every text in them."""
    if depth > DEEPEST:
        return
    if isinstance(part, list):
        for one in cast("list[object]", part):
            yield from _inside(one, depth + 1)
    elif isinstance(part, dict):
        things = cast("dict[str, object]", part)
        for name, thing in things.items():
            if isinstance(thing, str):
                if name in _TEXTS and thing.strip():
                    yield thing
            else:
                yield from _inside(thing, depth + 1)
