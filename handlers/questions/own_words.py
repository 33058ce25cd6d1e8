"""Say it your way: what a rep's own words propose for each lead, and nothing where they leave doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from handlers.lead import Lead, LeadId, Reason
from handlers.questions import own_words_vocabulary as spoken
from handlers.questions.days import Found, composed, days_in, plain
from handlers.questions.model import Said
from handlers.questions.own_words_naming import Mention, Names
from handlers.questions.own_words_reading import Reading, Token, finds, read, tokens

_BREAK = re.compile(r"[\n\r;!?。；！？…]|[.](?=\s|$)|[,、，](?!\d)")
_NOBODY: frozenset[LeadId] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What is proposed for one lead, for the rep to confirm."""

    lead: Lead
    words: str
    """The part of the text that it was read from; empty where nothing was said about this lead."""
    said: Said | None
    """None where it was not understood or contradicts itself."""
    reason: Reason | None
    look_again_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A clause, or the part of one that belongs to one mention."""

    words: str
    keys: tuple[str, ...]
    """Without names and dates."""
    days: tuple[date | None, ...]
    named: frozenset[LeadId] | None
    """The leads that it names; none of them where the name is not clear; None where it names nobody."""
    asked: bool
    ends: bool
    """A sentence or a line ends here."""

    @property
    def is_bare(self) -> bool:
        """Tell whether it is only a name, to which what follows belongs too: "Acme and Beta: dead"."""
        small = spoken.SMALL_WORDS.split()
        return bool(self.named) and not self.days and all(key in small for key in self.keys)


def propose(text: str, leads: Sequence[Lead], *, today: date) -> tuple[Proposal, ...]:
    """Propose an outcome, a reason and a date for each lead, in the order given; the rep confirms or chooses."""
    parts = _parts(composed(text), Names(leads), today)
    shares = _shared(parts, [lead.id for lead in leads])
    return tuple(_proposal(lead, shares[lead.id]) for lead in leads)


# ---- cutting the text into parts


def _parts(text: str, names: Names, today: date) -> tuple[_Part, ...]:
    said = tokens(text)
    mentions = names.mentions(said)
    folded = _without_names(plain(text), said, mentions)
    days = days_in(folded, today=today)
    return tuple(
        _part(text, said, mentions, days, start, end)
        for start, end in _cuts(text, said, mentions, days)
    )


def _without_names(folded: str, said: Sequence[Token], mentions: Iterable[Mention]) -> str:
    for mention in mentions:
        start, end = said[mention.start].start, said[mention.end - 1].end
        folded = folded[:start] + "\0" * (end - start) + folded[end:]
    return folded
