"""Texts that are chosen now and spoken later, at the door, in the reader's language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta


@dataclass(frozen=True, slots=True)
class Phrase:
    """A key of the catalogues with the values that go into it.

    Platforms escape every text value before it is set in: a lead named ``<!channel>`` stays a name.
    A ``datetime`` is spoken in the reader's zone, a ``date`` as it stands, a ``float`` with at most
    one decimal, a ``timedelta`` as a duration ("3 days"; ``{ AGO($age) }`` in a catalogue makes it
    "3 days ago"), a phrase in the reader's language, a tuple of phrases as a list ("a, b and c").
    """

    key: str
    args: tuple[tuple[str, Arg], ...] = ()


Arg = str | int | float | date | datetime | timedelta | Phrase | tuple[Phrase, ...]


def say(key: str, **args: Arg) -> Phrase:
    """Choose a text of the catalogues by its key."""
    return Phrase(key, tuple(sorted(args.items())))


def verbatim(text: str) -> Phrase:
    """Pass on a name or a person's own words, which no catalogue holds."""
    return Phrase("verbatim", (("text", text),))
