"""From a few words to what they mean: known phrases, the longest first, and what denies or doubts them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from handlers.naming import name_key
from handlers.questions.model import Said
from handlers.questions.own_words import grammar
from handlers.questions.own_words.vocabulary import NOTHING, OUTCOMES, REASONS, Entry, Meaning

DENIES_WITHIN, DOUBTS_WITHIN, DENIES_BEFORE = 4, 4, 2
"""How many words may stand between a phrase and what denies or doubts it."""

LONGEST_WORD = 40
SHORTEST_MISSPELT = 6
"""Shorter words are too like each other to be corrected."""

_SIGN = "\u3400-\u4dbf\u4e00-\u9fff"
_TOKEN = re.compile(rf"[{_SIGN}]|[^\W_{_SIGN}]+(?:['’ʼ`´][^\W_{_SIGN}]+)*")
_APOSTROPHES = re.compile("['’ʼ`´]")
_LONGEST_ENDING = 4
_NO_WORDS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Token:
    """A word, or one Chinese sign, with its place in the text."""

    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A known phrase, from one word up to another."""

    start: int
    end: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class Reading:
    """What some words mean."""

    meanings: tuple[Meaning, ...]
    doubted: bool
    """Something in it is a question or a perhaps."""
    past: bool
    """It speaks of what has been."""
    strange: bool
    """It holds words that nobody knows."""


def tokens(text: str) -> tuple[Token, ...]:
    """Cut a text into words and Chinese signs, folded for comparison: ``didn't`` gives ``didnt``."""
    return tuple(
        Token(match.start(), match.end(), name_key(_APOSTROPHES.sub("", match[0]))[:LONGEST_WORD])
        for match in _TOKEN.finditer(text)
    )


def is_known(key: str) -> bool:
    """Tell whether a word has a use in the vocabulary, so that it tells no lead from another."""
    known = vocabulary()
    small = known.fillers | known.small | known.negations | known.hedges
    return bool(known.elements(key)) or key in small


def read(keys: Sequence[str], *, asked: bool) -> Reading:
    """Read the words of one clause; `asked` tells that it ends in a question mark."""
    known = vocabulary()
    words = [known.corrected(key) for key in keys if key not in known.fillers]
    hits = list(_hits(words, known.phrases))
    free = _free(words, hits)
    denied = _denied(free, hits, known)
    doubts = [place for place, word in free.items() if word in known.hedges]
    meanings = [hit.entry.denied if hit in denied else hit.entry.means for hit in hits]
    doubted = any(
        _can_be_doubted(meaning) and (asked or _is_doubted(hit, doubts))
        for hit, meaning in zip(hits, meanings, strict=True)
    )
    return Reading(
        meanings=tuple(meaning for meaning in meanings if meaning != NOTHING),
        doubted=doubted,
        past=any(known.is_past(key) for key in keys),
        strange=any(not (is_known(word) or word.isdecimal()) for word in free.values()),
    )


def says_all(keys: Sequence[str]) -> bool:
    """Tell whether words are about all leads: "all dead", but not "all documents sent"."""
    every, not_every = Entry(NOTHING, grammar.ALL), Entry(NOTHING, grammar.NOT_ALL)
    hits = _hits(keys, _tree((every, not_every), fillers=_NO_WORDS))
    return any(
        hit.entry == every and (hit.end == len(keys) or is_known(keys[hit.end])) for hit in hits
    )


def finds(keys: Sequence[str], phrases: str) -> bool:
    """Tell whether one of some phrases is among the words."""
    return any(_hits(keys, _tree((Entry(NOTHING, phrases),), fillers=_NO_WORDS)))


# ---- phrases


class Tree(dict[str, "Tree"]):
    """Phrases by their words, one after another; `entry` stands where a phrase may end."""

    __slots__ = ("entry",)

    def __init__(self) -> None:
        super().__init__()
        self.entry: Entry | None = None


@lru_cache(maxsize=8)
def _tree(entries: tuple[Entry, ...], fillers: frozenset[str]) -> Tree:
    root = Tree()
    for entry in entries:
        for phrase in _phrases(entry.phrases, fillers):
            node = root
            for word in phrase:
                node = node.setdefault(word, Tree())
            node.entry = entry
    return root


def _phrases(text: str, fillers: frozenset[str]) -> Iterator[tuple[str, ...]]:
    for phrase in text.split(","):
        words = tuple(word for word in _elements(phrase) if word not in fillers)
        if words:
            yield words


def _elements(phrase: str) -> Iterator[str]:
    for word in phrase.split():
        cut = tokens(word)
        yield from (token.key for token in cut[:-1])
        yield cut[-1].key + ("*" if word.endswith("*") else "")


def _keys(text: str) -> frozenset[str]:
    return frozenset(_elements(text))


def _hits(words: Sequence[str], tree: Tree) -> Iterator[Hit]:
    place = 0
    while place < len(words):
        hit = _longest(words, place, place, tree)
        if hit:
            yield hit
        place = hit.end if hit else place + 1


def _longest(words: Sequence[str], start: int, place: int, node: Tree) -> Hit | None:
    best = Hit(start, place, node.entry) if node.entry else None
    for element in _ways(words[place]) if place < len(words) else ():
        longer = _longest(words, start, place + 1, node[element]) if element in node else None
        if longer and (best is None or longer.end > best.end):
            best = longer
    return best


def _ways(word: str) -> Iterator[str]:
    """Give the elements of phrases that a word may stand for, the most exact first."""
    yield word
    yield from (f"{word[:length]}*" for length in range(len(word), 0, -1))


# ---- what denies and doubts


def _free(words: Sequence[str], hits: Iterable[Hit]) -> dict[int, str]:
    taken = {place for hit in hits for place in range(hit.start, hit.end)}
    return {place: word for place, word in enumerate(words) if place not in taken}


def _denied(free: dict[int, str], hits: Sequence[Hit], known: Vocabulary) -> list[Hit]:
    deniable = [hit for hit in hits if not _says_nothing(hit.entry)]
    found = (
        _denied_by(place, deniable, late=word in known.late_negations)
        for place, word in free.items()
        if word in known.negations
    )
    return [hit for hit in found if hit]


def _denied_by(place: int, hits: Sequence[Hit], *, late: bool) -> Hit | None:
    """Give the next phrase after a "not", or, for "бюджета нет", the one before."""
    after = next((hit for hit in hits if hit.start > place), None)
    if after and after.start - place <= DENIES_WITHIN:
        return after
    before = next((hit for hit in reversed(hits) if hit.end <= place), None)
    return before if late and before and place - before.end < DENIES_BEFORE else None


def _says_nothing(entry: Entry) -> bool:
    return entry.denied == NOTHING and (entry.means == NOTHING or entry.means.now)


def _is_doubted(hit: Hit, doubts: Iterable[int]) -> bool:
    return any(
        0 < hit.start - place <= DOUBTS_WITHIN or 0 <= place - hit.end < DENIES_BEFORE
        for place in doubts
    )


def _can_be_doubted(meaning: Meaning) -> bool:
    """Tell whether a perhaps spoils it: "maybe later" is as good as "later"."""
    return meaning.reason is not None or meaning.said not in {None, Said.LATER}


# ---- the vocabulary, ready for use


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All phrases and single words, folded."""

    phrases: Tree
    words: frozenset[str]
    """Every word of a phrase; those that end in a star stand for any ending."""
    pairs: frozenset[tuple[str, str]]
    """Words that stand beside each other in a phrase."""
    fillers: frozenset[str]
    small: frozenset[str]
    negations: frozenset[str]
    late_negations: frozenset[str]
    hedges: frozenset[str]
    past: frozenset[str]

    def elements(self, word: str) -> list[str]:
        """List the words of phrases that a word may stand for."""
        return [element for element in _ways(word) if element in self.words]

    def is_past(self, word: str) -> bool:
        """Tell whether a word speaks of what has been."""
        return any(element in self.past for element in _ways(word))

    def corrected(self, word: str) -> str:
        """Mend one typing error in a word that is not known; the first letter must be right."""
        if len(word) < SHORTEST_MISSPELT or word.isdecimal() or self._stands(word):
            return word
        near = {one.rstrip("*") for one in self._beside(word) if _is_misspelt(word, one)}
        return near.pop() if len(near) == 1 else word

    def _stands(self, word: str) -> bool:
        return bool(self.elements(word)) or word in self.small | self.negations | self.hedges

    def _beside(self, word: str) -> Sequence[str]:
        return _by_first_letter(self.words).get(word[0], ())


@lru_cache(maxsize=2)
def _by_first_letter(words: frozenset[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in sorted(words):
        if len(word.rstrip("*")) >= SHORTEST_MISSPELT - 1:
            found.setdefault(word[0], []).append(word)
    return found


def _is_misspelt(word: str, element: str) -> bool:
    stem = element.rstrip("*")
    if stem == element:
        return OSA.distance(word, stem, score_cutoff=1) <= 1
    longest = len(stem) + 1 + _LONGEST_ENDING
    return len(word) <= longest and any(
        OSA.distance(word[: len(stem) + more], stem, score_cutoff=1) <= 1 for more in (-1, 0, 1)
    )


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """Give the vocabulary, folded once."""
    entries = (*grammar.KNOWN, *OUTCOMES, *REASONS, grammar.PRESENT)
    fillers = _keys(grammar.FILLERS)
    phrases = [phrase for entry in entries for phrase in _phrases(entry.phrases, fillers)]
    return Vocabulary(
        phrases=_tree(entries, fillers),
        words=frozenset(word for phrase in phrases for word in phrase),
        pairs=frozenset(pair for phrase in phrases for pair in pairwise(phrase)),
        fillers=fillers,
        small=_keys(grammar.SMALL_WORDS),
        negations=_keys(grammar.NEGATIONS),
        late_negations=_keys(grammar.LATE_NEGATIONS),
        hedges=_keys(grammar.HEDGES),
        past=_keys(grammar.PAST),
    )
