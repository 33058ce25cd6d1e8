"""Which leads a text names: by name, company, e-mail or id, with one typing error or an inflected ending."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import OSA

from handlers.lead import Lead, LeadId
from handlers.naming import company_key
from handlers.questions.own_words import grammar
from handlers.questions.own_words.days_vocabulary import calendar_names
from handlers.questions.own_words.reading import Token, is_known, tokens, vocabulary

SHORTEST_WORD = 3
SHORTEST_MISSPELT = 5
SHORTEST_ID = 5

_VOWELS = "aeiouyаеиоуыэюя"
_ENDINGS = frozenset(
    [
        "a",
        "e",
        "i",
        "o",
        "u",
        "y",
        "ie",
        "ia",
        "ii",
        "em",
        "iem",
        "im",
        "ym",
        "om",
        "ego",
        "iego",
        "emu",
        "iemu",
        "owi",
        "iowi",
        "ej",
        "iej",
        "a",
        "ow",
        "ami",
        "ach",
        "s",
        "а",
        "е",
        "и",
        "о",
        "у",
        "ы",
        "ю",
        "я",
        "ем",
        "ом",
        "ым",
        "им",
        "ой",
        "ои",
        "ей",
        "еи",
        "ого",
        "ему",
        "ому",
        "ам",
        "ами",
        "ах",
        "ову",
    ]
)
_TITLES_AFTER = ("总", "经理", "先生", "女士", "小姐", "老师")
_TITLES_BEFORE = ("小", "老")

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words, from one token up to another, that name a lead; several leads where it is not clear which."""

    start: int
    end: int
    leads: frozenset[LeadId]


class Names:
    """The words that tell some leads from each other."""

    def __init__(self, leads: Iterable[Lead]) -> None:
        self._phrases: dict[Words, set[LeadId]] = {}
        self._words: dict[Words, set[LeadId]] = {}
        for lead in leads:
            for phrase in _whole_names(lead):
                self._phrases.setdefault(phrase, set()).add(lead.id)
            for words in _single_names(lead):
                self._words.setdefault(words, set()).add(lead.id)
        self._longest = max(map(len, self._phrases), default=0)

    def mentions(self, said: Sequence[Token]) -> tuple[Mention, ...]:
        """List the mentions in the order of the text."""
        return tuple(_joined(self._each(said), said))

    def _each(self, said: Sequence[Token]) -> Iterator[Mention]:
        keys = tuple(token.key for token in said)
        place = 0
        while place < len(keys):
            mention = self._at(keys, place)
            if mention:
                yield mention
            place = mention.end if mention else place + 1

    def _at(self, keys: Words, place: int) -> Mention | None:
        for length in range(min(self._longest, len(keys) - place), 0, -1):
            leads = self._phrases.get(keys[place : place + length])
            if leads:
                return Mention(place, place + length, frozenset(leads))
        for words in (keys[place : place + 2], keys[place : place + 1]):
            leads = self._words.get(words)
            if leads:
                return Mention(place, place + len(words), frozenset(leads))
        leads = self._alike(keys[place])
        return Mention(place, place + 1, frozenset(leads)) if leads else None

    def _alike(self, key: str) -> set[LeadId]:
        if len(key) < SHORTEST_WORD or is_known(key):
            return set()
        return {
            lead
            for words, leads in self._words.items()
            if len(words) == 1 and _is_alike(key, words[0])
            for lead in leads
        }


def _joined(mentions: Iterable[Mention], said: Sequence[Token]) -> Iterator[Mention]:
    """Join words that stand beside each other and together name fewer leads: "Anna Nowak"."""
    held: Mention | None = None
    for mention in mentions:
        both = held and _touch(held, mention, said) and held.leads & mention.leads
        if held and both:
            held = Mention(held.start, mention.end, both)
            continue
        if held:
            yield held
        held = mention
    if held:
        yield held


def _touch(one: Mention, other: Mention, said: Sequence[Token]) -> bool:
    return (
        one.end == other.start and said[other.start].start - said[one.end - 1].end <= SHORTEST_WORD
    )


def _whole_names(lead: Lead) -> Iterator[Words]:
    """Give the names that count as they stand, even where their words are everyday ones."""
    for text in (lead.name, lead.company, company_key(lead.company), lead.email):
        words = _keys(text)
        if len(words) > 1:
            yield words
    if len(lead.external_id) >= SHORTEST_ID:
        yield _keys(lead.external_id)


def _single_names(lead: Lead) -> Iterator[Words]:
    for text in (lead.name, company_key(lead.company)):
        words = _keys(text)
        yield from ((word,) for word in words if _tells(word))
        yield from (pair for pair in pairwise(words) if _pair_tells(pair))
    yield from _with_title(_keys(lead.name))


def _tells(word: str) -> bool:
    generic = grammar.GENERIC_NAME_WORDS.split()
    return len(word) >= SHORTEST_WORD and not (
        word in generic or word.isdecimal() or is_known(word) or word in calendar_names()
    )


def _pair_tells(pair: tuple[str, str]) -> bool:
    """Take two Chinese signs for a word."""
    common = "".join(pair) in grammar.GENERIC_CHINESE.split() or pair in vocabulary().pairs
    return all(map(_is_sign, pair)) and not common


def _with_title(words: Words) -> Iterator[Words]:
    """Name a Chinese person by surname and title: 张总."""
    if words and all(_is_sign(word) for word in words):
        yield from ((words[0], title[0]) for title in _TITLES_AFTER)
        yield from ((title, words[0]) for title in _TITLES_BEFORE)


def _is_sign(word: str) -> bool:
    return len(word) == 1 and word >= "\u3400"


def _keys(text: str) -> Words:
    return tuple(token.key for token in tokens(text))


def _is_alike(said: str, word: str) -> bool:
    if said[0] != word[0]:
        return False
    stem = word[:-1] if word[-1] in _VOWELS and len(word) > SHORTEST_WORD else word
    if said.startswith(stem) and said[len(stem) :] in _ENDINGS:
        return True
    return len(word) >= SHORTEST_MISSPELT and OSA.distance(said, word, score_cutoff=1) <= 1
