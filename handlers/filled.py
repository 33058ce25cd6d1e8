"""Reads a filled form, and says beside each field what is wrong with it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from handlers.message import Option
from handlers.phrase import Phrase, say

Given = Mapping[str, str]
"""What the fields of a form hold, by their names."""


@dataclass
class Wrong:
    """Gathers the sentences, one for a field."""

    errors: dict[str, Phrase] = field(default_factory=dict[str, Phrase])

    def note(self, name: str, sentence: Phrase) -> None:
        """Keep the first sentence about a field."""
        self.errors.setdefault(name, sentence)


def one_of(options: Collection[Option], given: Given, name: str, wrong: Wrong) -> str:
    """Take a value only if it was offered."""
    value = given.get(name, "")
    if value not in {option.value for option in options}:
        wrong.note(name, say("form-choose"))
    return value


def day(given: Given, name: str, wrong: Wrong) -> date | None:
    """Read a calendar date; nothing where the field is empty or wrong."""
    text = given.get(name, "")
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        wrong.note(name, say("form-day-wrong"))
        return None


def text(given: Given, name: str, wrong: Wrong, *, longest: int, required: bool = True) -> str:
    """Read words without blanks around them."""
    words = given.get(name, "").strip()
    if required and not words:
        wrong.note(name, say("form-empty"))
    if len(words) > longest:
        wrong.note(name, say("form-too-long", longest=longest, length=len(words)))
    return words
