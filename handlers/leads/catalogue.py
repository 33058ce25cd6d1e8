"""The campaigns and sources that exist, and which of them somebody's words mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

from rapidfuzz import process
from rapidfuzz.distance import OSA

from handlers.lead import CampaignId, Leads
from handlers.leads import periods, synonyms, talk
from handlers.naming import name_key
from handlers.phrase import Phrase, say, verbatim

MOST_TERMS = 8
MOST_EXAMPLES = 4
LONGEST_ENDING = 3
SHORTEST_STEM = 4

_CAMPAIGN = ("campaign", "campaigns", "kampani", "кампани", "活动")
_SOURCE = ("source", "channel", "zrodl", "kanal", "источник", "канал", "来源", "渠道")


@dataclass(frozen=True, slots=True)
class Choice:
    """Campaigns and sources that words may mean."""

    campaigns: Mapping[CampaignId, str] = field(default_factory=dict[CampaignId, str])
    sources: tuple[str, ...] = ()

    def and_(self, other: Choice) -> Choice:
        """Join two choices that must both hold."""
        return Choice(
            {**self.campaigns, **other.campaigns},
            tuple(dict.fromkeys((*self.sources, *other.sources))),
        )


@dataclass(frozen=True, slots=True)
class _Term:
    """One thing that was said, and what else means the same."""

    said: str
    same: frozenset[str]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All campaigns and sources, each under its folded name."""

    campaigns: Mapping[CampaignId, str]
    sources: Sequence[str]

    @classmethod
    def of(cls, leads: Leads) -> Self:
        """Ask what there is."""
        return cls(leads.campaigns(), leads.sources())

    def named_outright(self, words: Sequence[str]) -> tuple[Choice, Sequence[str]]:
        """Take out a full name, lest "Spring 2025" be read as a year."""
        text = " ".join(words)
        names = {name_key(name) for name in (*self.campaigns.values(), *self.sources)}
        whole = [name for name in names if _is_telling(name) and _holds(text, name)]
        if not whole:
            return Choice(), words
        longest = max(whole, key=len)
        campaigns = {id: name for id, name in self.campaigns.items() if name_key(name) == longest}
        sources = tuple(name for name in self.sources if name_key(name) == longest)
        left = text.replace(longest, " ", 1).split()
        if campaigns and not (sources and _speaks_of(words, _SOURCE)):
            return Choice(campaigns=campaigns), left
        return Choice(sources=sources), left

    def choices(self, content: Sequence[str], words: Sequence[str]) -> Sequence[Choice]:
        """Give what the content words may mean together, the likeliest first."""
        terms = _terms(content)[:MOST_TERMS]
        ranked = [*self._of_campaigns(terms, words), *self._of_sources(terms, words)]
        if ranked:
            return [choice for _, _, choice in sorted(ranked, key=lambda one: one[:2])]
        return [both for at in range(1, len(terms)) for both in self._split(terms, at, words)]

    def _split(self, terms: Sequence[_Term], at: int, words: Sequence[str]) -> Iterable[Choice]:
        """Read "webinar leads from LinkedIn" as a campaign and a source, or the other way round."""
        for one, other in ((terms[:at], terms[at:]), (terms[at:], terms[:at])):
            for _, _, campaigns in self._of_campaigns(one, words):
                for _, _, sources in self._of_sources(other, words):
                    yield campaigns.and_(sources)

    def _of_campaigns(
        self, terms: Sequence[_Term], words: Sequence[str]
    ) -> Iterable[tuple[int, int, Choice]]:
        level, names = _best(terms, self.campaigns.values())
        if names and not _speaks_of(words, _SOURCE):
            chosen = {id: name for id, name in self.campaigns.items() if name in names}
            yield level, 0 if _speaks_of(words, _CAMPAIGN) else 2, Choice(campaigns=chosen)

    def _of_sources(
        self, terms: Sequence[_Term], words: Sequence[str]
    ) -> Iterable[tuple[int, int, Choice]]:
        level, names = _best(terms, self.sources)
        if names and not _speaks_of(words, _CAMPAIGN):
            said = sum(len(term.said.split()) for term in terms)
            whole = any(len(name_key(name).split()) <= said for name in names)
            chosen = tuple(name for name in self.sources if name in names)
            yield level, 1 if whole else 3, Choice(sources=chosen)

    def what_could_be_said(self, words: str) -> Phrase:
        """Say that nothing has this name, and what has."""
        names = list(dict.fromkeys((*self.sources, *self.campaigns.values())))
        keys = [name_key(name) for name in names]
        near = process.extract(words, keys, limit=MOST_EXAMPLES)
        if not near:
            return say("leads-words-unknown-empty", words=words)
        examples = tuple(verbatim(names[place]) for _, _, place in near)
        return say("leads-words-unknown", words=words, examples=examples)


def _is_telling(name: str) -> bool:
    """Tell whether a name says more than a period or a filler does."""
    words = name.split()
    if len(words) == 1:
        return len(name) > 2 and not name.isascii() and not _is_empty(name)  # noqa: PLR2004 - Chinese has no blanks
    return _speaks_of(words, (*_CAMPAIGN, *_SOURCE)) or not all(map(_is_empty, words))


def _is_empty(word: str) -> bool:
    return talk.is_around(word) or periods.is_word_of_time(word)


def _holds(text: str, phrase: str) -> bool:
    """Tell whether a phrase stands in a text: as whole words, or anywhere in Chinese."""
    if any("\u4e00" <= letter <= "\u9fff" for letter in phrase):
        return phrase in text
    return f" {phrase} " in f" {text} "


def _speaks_of(words: Sequence[str], stems: tuple[str, ...]) -> bool:
    return any(word.startswith(stems) for word in words)


def _terms(content: Sequence[str]) -> Sequence[_Term]:
    """Join words that mean one thing together: "paid search"."""
    terms: list[_Term] = []
    at = 0
    while at < len(content):
        length = next((n for n in (3, 2) if _is_channel(content[at : at + n], n)), 1)
        said = " ".join(content[at : at + length])
        terms.append(_Term(said, synonyms.channel_spellings(said)))
        at += length
    return terms


def _is_channel(words: Sequence[str], length: int) -> bool:
    return len(words) == length and bool(synonyms.channel_spellings(" ".join(words)))


def _best(terms: Sequence[_Term], names: Iterable[str]) -> tuple[int, frozenset[str]]:
    """Find the names in which every term occurs, and how freely it had to be read for that."""
    levels = {name: _level(terms, name_key(name)) for name in names if name}
    best = min(levels.values(), default=_NOT)
    if best == _NOT:
        return _NOT, frozenset()
    return best, frozenset(name for name, level in levels.items() if level == best)


_EXACT, _SAME, _TYPO, _NOT = range(4)


def _level(terms: Sequence[_Term], name: str) -> int:
    return max((_level_of(term, name) for term in terms), default=_NOT)


def _level_of(term: _Term, name: str) -> int:
    if _holds(name, term.said):
        return _EXACT
    if any(_holds(name, one) for one in term.same):
        return _SAME
    words = [name] if " " in term.said else name.split()
    if any(_is_inflected(term.said, word) for word in words):
        return _SAME
    return _TYPO if any(_is_typo(term.said, word) for word in words) else _NOT


def _is_inflected(one: str, other: str) -> bool:
    """Tell whether two words share a stem: ``webinaru`` and ``webinar``."""
    short, long = sorted((one, other), key=len)
    stem = short if len(short) <= SHORTEST_STEM else short[: max(SHORTEST_STEM, len(short) - 1)]
    return (
        len(short) >= SHORTEST_STEM
        and long.startswith(stem)
        and (
            len(long) - len(short) <= LONGEST_ENDING
            and (long.startswith(short) or not short.isascii())
        )
    )


def _is_typo(one: str, other: str) -> bool:
    allowed = 0 if len(one) <= SHORTEST_STEM else 1 if len(one) < 2 * SHORTEST_STEM else 2
    return 0 < OSA.distance(one, other, score_cutoff=allowed) <= allowed
