"""Cuts a row of a message into sentences, and a sentence into the items that it lists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

_KEPT = (
    r"\([^()]{0,200}\)|（[^（）]{0,200}）|\[[^\[\]]{0,200}\]|<[^<>]{0,200}>"
    r'|"[^"]{1,200}"|“[^“”]{1,200}”|„[^„”“]{1,200}[”“]|«[^«»]{1,200}»'
)
"""What stands in brackets or quotes is never cut: ``Olga Zet (Harbor and Sons)``."""

_AND = r"(?:and|And|AND|oraz|a także|i|и|а также|und)(?=\s)|[和与及跟](?=\s)|以及"
_MARKS = re.compile(
    rf"{_KEPT}|(?P<comma>[,，、])|(?P<list>[;；])"
    rf"|(?P<lead_in>：|:(?=\s|\Z))|(?P<and>(?:\A|(?<=[\s,，、;；]))(?:{_AND})|[和与及])"
)
_SENTENCE_ENDS = re.compile(r"(?<=[?!])\s|(?<=[。！？])")


class Mark(StrEnum):
    """What parts an item from the one before."""

    COMMA = "comma"
    """May part a name from its company."""
    LIST = "list"
    AND = "and"
    LEAD_IN = "lead_in"
    """The colon after "what happened to these:"."""


@dataclass(frozen=True, slots=True)
class Item:
    """What may be one lead, and the strongest mark before it."""

    text: str
    mark: Mark


def sentences(text: str) -> Sequence[str]:
    """Cut a text after its question and exclamation marks."""
    return [part for part in _SENTENCE_ENDS.split(text) if says_something(part)]


def items(text: str, *, spoken: bool) -> Sequence[Item]:
    """Cut a text at its commas and and-words; in a sentence at its colons as well."""
    cut: list[Item] = []
    start, mark = 0, Mark.LIST
    for found in _MARKS.finditer(text):
        if found.lastgroup is None or (found.lastgroup == Mark.LEAD_IN and not spoken):
            continue
        if says_something(text[start : found.start()]):
            cut.append(Item(text[start : found.start()].strip(), mark))
            mark = Mark(found.lastgroup)
        elif found.lastgroup != Mark.COMMA:
            mark = Mark(found.lastgroup)
        start = found.end()
    if says_something(text[start:]):
        cut.append(Item(text[start:].strip(), mark))
    return cut


def says_something(text: str) -> bool:
    """Tell whether there is a letter or a digit in a text."""
    return any(letter.isalnum() for letter in text)
