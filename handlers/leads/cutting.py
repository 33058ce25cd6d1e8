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

LONGEST_WORD = 30

_AND = r"(?:and|And|AND|oraz|a także|i|и|а также|und|or|lub|albo|или|&|\+)(?=\s)|[和与及跟或](?=\s)|以及"
_LEGAL_FORM = r"\s?(?:inc|ltd|llc|llp|plc|gmbh|co|corp|s\.\s?a|sp\.\s?z|s\.\s?r|b\.\s?v|ооо|ао)\b"
"""What follows a comma in a company's name: ``Umbra, Inc.``."""

_MARKS = re.compile(
    rf"{_KEPT}|(?P<comma>[,，、](?!(?i:{_LEGAL_FORM}))|(?<=\s)[/|](?=\s))|(?P<list>[;；•])"
    rf"|(?P<lead_in>：|:(?=\s|\Z))|(?P<and>(?:\A|(?<=[\s,，、;；]))(?:{_AND})|[和与及或])"
)
_LETTER = re.compile(r"[^\W_]")
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
        next_mark = Mark(found.lastgroup)
        piece = text[start : found.start()].strip()
        if says_something(piece):
            if next_mark is Mark.AND and _is_capital_word(piece) and _is_company(text, found.end()):
                continue
            cut.append(Item(piece, mark))
            mark = next_mark
        elif next_mark is not Mark.COMMA:
            mark = next_mark
        start = found.end()
    if says_something(text[start:]):
        cut.append(Item(text[start:].strip(), mark))
    return cut


def _is_company(text: str, after_and: int) -> bool:
    """Tell whether two lone words are rather one company: ``Johnson and Johnson``."""
    following = _MARKS.search(text, after_and)
    end = following.start() if following else len(text)
    return end - after_and < LONGEST_WORD and _is_capital_word(text[after_and:end].strip(" .?!"))


def _is_capital_word(text: str) -> bool:
    return text.isalpha() and text[0].isupper()


def says_something(text: str) -> bool:
    """Tell whether there is a letter or a digit in a text."""
    return _LETTER.search(text) is not None
