"""Looks into Adaptive Cards: what is seen, what may be read as Markdown, and what stands where."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

SEEN = frozenset({"text", "title", "label", "errorMessage", "placeholder", "tooltip", "x", "value"})
SAID = frozenset({"speak", "fallbackText"})


def parts(shape: object, kind: str) -> Iterator[dict[str, Any]]:
    """Give every part of a card of one type, at whatever depth, fallbacks aside."""
    for one in objects(shape):
        if one.get("type") == kind:
            yield one


def objects(shape: object) -> Iterator[dict[str, Any]]:
    """Give every object of a card, outermost first, but for fallbacks and what buttons carry."""
    if isinstance(shape, list):
        for one in shape:
            yield from objects(one)
    elif isinstance(shape, dict):
        yield shape
        for name, one in shape.items():
            if name not in {"fallback", "data"}:
                yield from objects(one)


def everything(shape: object) -> Iterator[dict[str, Any]]:
    """Give every object of a card, fallbacks too."""
    if isinstance(shape, list):
        for one in shape:
            yield from everything(one)
    elif isinstance(shape, dict):
        yield shape
        for name, one in shape.items():
            if name != "data":
                yield from everything(one)


def texts(shape: object) -> list[str]:
    """Give the letters of every text run and text block."""
    return [one["text"] for one in objects(shape) if one.get("type") in {"TextRun", "TextBlock"}]


def said(line: object) -> str:
    """Give the letters of a line."""
    return "".join(texts(line))


def kinds(shapes: object) -> list[str]:
    """Name the types of shapes side by side."""
    assert isinstance(shapes, list)
    return [shape["type"] for shape in shapes]


def seen(shape: object) -> Iterator[str]:
    """Give every text that somebody may see or hear."""
    for one in everything(shape):
        is_input = str(one.get("type", "")).startswith("Input.")
        is_choice = one.keys() == {"title", "value"}
        for name in sorted(SEEN | SAID):
            if name == "value" and not is_input:
                continue
            if name in one and isinstance(one[name], str) and not (is_choice and name == "value"):
                yield one[name]


def markdown(shape: object) -> Iterator[str]:
    """Give every text that some client reads as Markdown."""
    for one in everything(shape):
        kind = str(one.get("type", ""))
        if kind == "TextBlock":
            yield one["text"]
        if kind == "Input.Toggle" or one.keys() == {"title", "value"}:
            yield one["title"]
        if kind.startswith("Input."):
            yield from (one[name] for name in ("label", "errorMessage") if name in one)
    if isinstance(shape, dict) and "speak" in shape:
        yield shape["speak"]


def hidden(shape: object) -> set[str]:
    """Name the letters that control or hide, but for joiners between pictures."""
    clean = (re.sub("(?<=[^\\w\\s])\u200d(?=[^\\w\\s])", "", text) for text in seen(shape))
    return {
        letter
        for text in clean
        for letter in text
        if letter != "\n" and unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Co"}
    }
