"""Numbers as people and CRMs write them: 1,500 · 1 500 · 0.5 · 51–200 · 500+."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache

LONGEST = 40
"""Longer texts are no numbers."""

_BLANKS = re.compile(r"[\s\u00a0\u2009\u202f'’]")
_NUMBER = r"-?\d+(?:[.,]\d+)*"
_SPAN = re.compile(
    rf"(?P<before><=|>=|[<>≤≥~$€£¥])?(?P<least>{_NUMBER})"
    rf"(?:[-–—](?P<most>{_NUMBER}))?(?P<after>\+|[$€£¥%])?"
)
_WHOLE_AND_DECIMALS = 2
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}(?:[.,]\d{3})+")


@dataclass(frozen=True, slots=True)
class Span:
    """A number, or the two ends of a range; an open end is infinite."""

    least: float
    most: float


@lru_cache(maxsize=4096)
def read_span(text: str) -> Span | None:
    """Read a number or a range; nothing where the text says anything else, such as a unit or a scale."""
    found = _SPAN.fullmatch(_BLANKS.sub("", text)) if len(text) <= LONGEST else None
    if found is None:
        return None
    least = _number(found["least"])
    most = least if found["most"] is None else _number(found["most"])
    if least is None or most is None or least > most:
        return None
    if found["after"] == "+" or found["before"] in {">", ">=", "≥"}:
        return Span(least, math.inf)
    return Span(-math.inf, most) if found["before"] in {"<", "<=", "≤"} else Span(least, most)


def read_number(text: str) -> float | None:
    """Read a single number."""
    span = read_span(text)
    return span.least if span is not None and span.least == span.most else None


def _number(text: str) -> float | None:
    """Tell the decimal mark from the marks between thousands, whichever country wrote them.

    Of two kinds of marks the last is the decimal one; a single mark before three digits parts
    thousands, for hardly anybody writes three decimals.
    """
    if "," in text and "." in text:
        decimal = max(",", ".", key=text.rfind)
        thousands, _, decimals = text.rpartition(decimal)
        if not _THOUSANDS.fullmatch(thousands):
            return None
        return float(f"{_bare(thousands)}.{decimals}")
    if _THOUSANDS.fullmatch(text):
        return float(_bare(text))
    parts: list[str] = re.split("[.,]", text)
    return float(".".join(parts)) if len(parts) <= _WHOLE_AND_DECIMALS else None


def _bare(thousands: str) -> str:
    return re.sub("[.,]", "", thousands)
