"""Proposes gentler words for a note, by rules and without guessing; the writer decides.

All four languages are tried, whatever the writer's is. The rules hold to precision: they look at what
is said of a team, never at what is said of a lead. Nothing is invented, scored or kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from handlers.flags.wording import chinese, english, polish, russian
from handlers.flags.wording.rule import Noticed, Rule

MOST_ROUNDS = 4
"""A proposal that is not gentle after so many looks is none."""

_BLANKS = re.compile(r"[ \t]{2,}")
_BLANK_BEFORE_MARK = re.compile(r"[ \t]([,.;:!?])")
_HEIR = "\ue000"
"""Stands where the next letter is to be a capital."""
_INHERITS = re.compile(f"{_HEIR}[ \t]{{0,3}}(.?)")
_LOOSE_MARKS = " \t,;:，；：、"


@dataclass(frozen=True, slots=True)
class Gentler:
    """A proposal."""

    text: str
    noticed: tuple[Noticed, ...]
    """What was noticed, each once."""


def gentler(text: str) -> Gentler | None:
    """Propose gentler words; nothing where none are needed, or where little would be left."""
    noticed: list[Noticed] = []
    proposed = text
    for _ in range(MOST_ROUNDS):
        again, found = _softened(proposed)
        if not found:
            break
        proposed = _tidy(again)
        noticed += found
    else:
        return None
    if not noticed or not proposed:
        return None
    return Gentler(proposed, tuple(dict.fromkeys(noticed)))


def _softened(text: str) -> tuple[str, Sequence[Noticed]]:
    """Follow each rule once."""
    found: list[Noticed] = []
    for noticed, pattern, instead in _patterns():
        text, times = pattern.subn(partial(_put, instead), text)
        if times:
            found.append(noticed)
    return text, found


def _put(instead: str, match: re.Match[str]) -> str:
    """Spell what takes a place; where a sentence loses its first word, the next one inherits its capital."""
    put = match.expand(instead)
    if not match[0][:1].isupper():
        return put
    return put[:1].upper() + put[1:] if put else _HEIR


def _tidy(text: str) -> str:
    """Close the gaps that words have left."""
    capital = _INHERITS.sub(lambda match: match[1].upper(), text)
    single = _BLANK_BEFORE_MARK.sub(r"\1", _BLANKS.sub(" ", capital))
    return single.strip(_LOOSE_MARKS).strip()


@lru_cache(maxsize=1)
def _patterns() -> Sequence[tuple[Noticed, re.Pattern[str], str]]:
    spaced = [rule for module in (english, polish, russian) for rule in module.RULES]
    return (
        *(_compiled(rule, rf"(?<!\w)(?:{rule.words})(?:(?<!\w)|(?!\w))") for rule in spaced),
        *(_compiled(rule, rule.words) for rule in chinese.RULES),
    )


def _compiled(rule: Rule, words: str) -> tuple[Noticed, re.Pattern[str], str]:
    pattern = words.replace(" ", r"\s{1,3}")
    return rule.noticed, re.compile(pattern, re.IGNORECASE), rule.instead
