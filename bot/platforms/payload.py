"""Reads JSON that a platform sends, or somebody in its name: it may be anything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

Json = Mapping[str, object]


def part(thing: Json, *names: str) -> Json:
    """Give the object under these names; an empty one where there is none."""
    for name in names:
        found = thing.get(name)
        if not isinstance(found, dict):
            return {}
        thing = cast("Json", found)
    return thing


def text(thing: Json, *names: str) -> str:
    """Give the text under these names; an empty one where there is none."""
    found: object = thing
    for name in names:
        if not isinstance(found, dict):
            return ""
        found = cast("Json", found).get(name)
    return found if isinstance(found, str) else ""


def things(thing: Json, name: str) -> Sequence[Json]:
    """Give the objects of a list; none where there is no list."""
    found = thing.get(name)
    if not isinstance(found, list):
        return ()
    return [cast("Json", one) for one in cast("list[object]", found) if isinstance(one, dict)]
