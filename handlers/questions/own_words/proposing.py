"""Say it your way: what a rep's own words propose for each lead, and nothing where they leave doubt."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from handlers.lead import Lead, LeadId, Reason
from handlers.questions.model import Said
from handlers.questions.own_words import grammar
from handlers.questions.own_words.conclusion import Conclusion, Heard, concluded
from handlers.questions.own_words.days import composed, days_in, plain
from handlers.questions.own_words.naming import Mention, Names
from handlers.questions.own_words.reading import Token, finds, read, says_all, tokens, vocabulary

_BREAK = re.compile(r"[\n\r;!?。；！？…]|[.](?=\s|$)|[,、，](?!\d)")
_COMMAS = frozenset(",、，")
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
    """Only where the lead was disqualified or put off, as is the date."""
    look_again_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A clause, or what of it belongs to one name."""

    words: str
    keys: tuple[str, ...]
    """Its words, folded, without names and dates."""
    days: tuple[date | None, ...]
    named: frozenset[LeadId] | None
    """The leads that it names: none where the name is not clear, None where there is no name."""
    ends_with_name: bool
    mark: str
    """The sign at its end; empty where only the next name cuts it off."""

    @property
    def ends_sentence(self) -> bool:
        """Tell whether a sentence or a line ends here."""
        return bool(self.mark) and self.mark not in _COMMAS

    @property
    def is_bare(self) -> bool:
        """Tell whether it is a name alone."""
        return bool(self.named) and not self.days and vocabulary().small.issuperset(self.keys)


def propose(text: str, leads: Sequence[Lead], *, today: date) -> tuple[Proposal, ...]:
    """Propose an outcome, a reason and a date for each lead, in their order; the rep confirms."""
    parts = _parts(composed(text), Names(leads), today)
    shares = _shared(parts, frozenset(lead.id for lead in leads))
    return tuple(_proposal(lead, shares[lead.id]) for lead in leads)


def _proposal(lead: Lead, parts: Sequence[Part]) -> Proposal:
    heard = [Heard(read(part.keys, asked=part.mark in {"?", "？"}), part.days) for part in parts]
    conclusion = concluded(heard) or Conclusion()
    told = any(one.tells for one in heard)
    spoken_of = [
        part for part, one in zip(parts, heard, strict=True) if one.tells or part.is_bare is told
    ]
    return Proposal(
        lead=lead,
        words=" ".join(part.words for part in spoken_of).strip(" ,;.、，。；"),
        said=conclusion.said,
        reason=conclusion.reason,
        look_again_on=conclusion.look_again_on,
    )


# ---- whom each part is about


def _shared(parts: Sequence[Part], leads: frozenset[LeadId]) -> Mapping[LeadId, Sequence[Part]]:
    if len(leads) == 1 or not any(part.named is not None for part in parts):
        heard = parts if len(leads) == 1 or any(says_all(part.keys) for part in parts) else ()
        return dict.fromkeys(leads, heard)
    shares: dict[LeadId, list[Part]] = {lead: [] for lead in leads}
    for part, about in _subjects(parts, leads):
        for lead in about:
            shares[lead].append(part)
    return shares


def _subjects(
    parts: Sequence[Part], leads: frozenset[LeadId]
) -> Iterator[tuple[Part, frozenset[LeadId]]]:
    """Pair each part with its leads: the last ones named, and those that were only listed before them."""
    others = leads.difference(*(part.named or _NOBODY for part in parts))
    about = listed = _NOBODY
    heading: Part | None = None
    for part in parts:
        if part.named is not None:
            about = part.named if heading else part.named | listed
        elif _is_about_others(part):
            about = others
        if heading and part.is_bare:
            yield heading, about
        yield part, about
        listed = about if part.is_bare and not part.ends_sentence else _NOBODY
        heading = _heading(heading, part)


def _heading(before: Part | None, part: Part) -> Part | None:
    """Keep what is said of the list that begins with this part: "no answer: Acme, Beta"."""
    if part.ends_sentence:
        return None
    if part.is_bare:
        return before
    return part if part.ends_with_name else None


def _is_about_others(part: Part) -> bool:
    return finds(part.keys[:2], grammar.OTHERS) and not finds(part.keys, grammar.NOT_OTHERS)


# ---- cutting the text


def _parts(text: str, names: Names, today: date) -> tuple[Part, ...]:
    said = tokens(text)
    mentions = {_place(one, said): one for one in names.mentions(said)}
    days = days_in(_without(plain(text), mentions), today=today)
    spans = [*mentions, *((day.start, day.end) for day in days)]
    taken = {place for start, end in spans for place in range(start, end)}
    found = _Found(
        words={token.start: token.key for token in said if token.start not in taken},
        days={day.start: day.day for day in days},
        names={start: mention for (start, _), mention in mentions.items()},
    )
    return tuple(_cut(text, found, taken))


def _place(mention: Mention, said: Sequence[Token]) -> tuple[int, int]:
    return said[mention.start].start, said[mention.end - 1].end


def _without(folded: str, spans: Iterable[tuple[int, int]]) -> str:
    letters = list(folded)
    for start, end in spans:
        letters[start:end] = "\0" * (end - start)
    return "".join(letters)


@dataclass(frozen=True, slots=True)
class _Found:
    """Words, days and names by their places in the text."""

    words: Mapping[int, str]
    days: Mapping[int, date | None]
    names: Mapping[int, Mention]

    def part(self, text: str, start: int, end: int, mark: str) -> Part:
        """Gather what stands between two places."""
        inside = range(start, end)
        said = [place for place in inside if place in self.words]
        name = next((place for place in inside if place in self.names), None)
        return Part(
            words=" ".join(text[start:end].split()),
            keys=tuple(self.words[place] for place in said),
            days=tuple(self.days[place] for place in inside if place in self.days),
            named=None if name is None else _clear(self.names[name]),
            ends_with_name=name is not None and bool(said) and said[-1] < name,
            mark=mark,
        )


def _clear(mention: Mention) -> frozenset[LeadId]:
    return mention.leads if len(mention.leads) == 1 else _NOBODY


def _cut(text: str, found: _Found, taken: Container[int]) -> Iterator[Part]:
    """Cut a text at its marks and before each further name, but never within a name or a date."""
    marks = [(one.end(), one[0]) for one in _BREAK.finditer(text) if one.start() not in taken]
    cuts = sorted([*marks, *((start, "") for start in found.names)], key=_marks_first)
    start, named = 0, False
    for end, mark in [*cuts, (len(text), "\n")]:
        if mark or named:
            yield found.part(text, start, end, mark)
            start = end
        named = not mark


def _marks_first(cut: tuple[int, str]) -> tuple[int, bool]:
    place, mark = cut
    return place, not mark
