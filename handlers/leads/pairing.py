"""Tells name and company apart in what somebody wrote."""

from __future__ import annotations

import re
from collections.abc import Iterable

from handlers.lead import Wanted

MOST_PAIRINGS = 7
MOST_WORDS_UNMARKED = 5
"""So many words may be a name and a company without any mark between: ``anna nowak umbra labs``."""


_BRACKETS = re.compile(r"([^()\[\]（）]+)[(\[（]([^()\[\]（）]+)[)\]）]")
_BETWEEN = (
    re.compile(r"\s*[,，、]\s*"),
    re.compile(r"\s+[-–—|/@:]+\s+|:\s+|\s*[–—|]\s*|\s@(?=\S)"),
    re.compile(
        r"\s+(?:from|at|of|with|z firmy|ze spółki|z|ze|из компании|из|от компании|от)\s+",
        re.IGNORECASE,
    ),
)
_TITLE = re.compile(
    r"\A\s*(?:mr|mrs|ms|dr|prof|pan|pani|г-н|г-жа|господин|госпожа)\b\.?\s|(?:先生|女士)\s*\Z",
    re.IGNORECASE,
)
_CHINESE_FROM = re.compile(r"(?:来自)?([^的]{2,40})的([^的]{1,20})\Z")


def pairings(text: str) -> tuple[Wanted, ...]:
    """Give the ways to read a line as a name with its company, the likeliest first, each once."""
    return tuple(dict.fromkeys(one for one in _read(text) if one.name))[:MOST_PAIRINGS]


def _read(text: str) -> Iterable[Wanted]:
    bracket = _BRACKETS.match(text)
    if bracket:
        yield Wanted(_clean(bracket[1]), _clean(bracket[2]))
    chinese = _CHINESE_FROM.match(text)
    if chinese:
        yield Wanted(_clean(chinese[2]), _clean(chinese[1]))
    for between in _BETWEEN:
        parts = [_clean(part) for part in between.split(text, maxsplit=2)]
        if len(parts) > 1 and all(parts):
            yield from _of_parts(parts)
    yield Wanted(_clean(text))
    words = text.split()
    if 2 < len(words) <= MOST_WORDS_UNMARKED:  # noqa: PLR2004 - a first name and a surname
        yield Wanted(" ".join(words[:2]), " ".join(words[2:]))


def _of_parts(parts: list[str]) -> Iterable[Wanted]:
    first, second, *rest = parts
    yield Wanted(first, second)
    if rest:
        yield Wanted(f"{first} {second}", rest[0])
        yield Wanted(first, rest[0])
    else:
        yield Wanted(second, first)


def _clean(text: str) -> str:
    return _TITLE.sub("", text).strip(" ,.;:\"'`“”„«»‘’<>()[]-–—|@*")
