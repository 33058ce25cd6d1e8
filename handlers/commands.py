"""What somebody wants by their first word: the commands of every platform, in four languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from handlers.leads.periods import is_word_of_time
from handlers.leads.time_words import words_of
from handlers.naming import name_key

SAID = "said"
"""A sentence, and so a question; whatever is no command is one."""

ASK = "questions.ask"
FLAG = "flags.start"
OFFER_FLAG = "flags.offer"
"""The same where no form can be opened: a card with a button for each lead."""

DEFINITION = "definition.show"
AGENDA = "agenda.show"
DIGEST = "digests.show"
HOME_OPENED = "home.opened"
SETTINGS = "settings.mine"
HELP = "questions.help"

WORDS: Mapping[str, tuple[str, ...]] = {
    ASK: ("ask", "zapytaj", "спросить", "спроси", "询问", "提问"),
    FLAG: ("flag", "zgłoś", "oznacz", "отметить", "отметь", "пометить", "反馈", "标记"),
    DEFINITION: ("definition", "definicja", "определение", "定义"),
    AGENDA: ("agenda", "meeting", "spotkanie", "повестка", "встреча", "议程", "会议"),
    DIGEST: ("digest", "podsumowanie", "сводка", "дайджест", "周报", "摘要"),
    HOME_OPENED: ("home", "start", "główna", "главная", "домой", "主页", "首页"),
    SETTINGS: ("settings", "ustawienia", "настройки", "设置"),
    HELP: ("help", "pomoc", "помощь", "справка", "帮助"),
}
"""The first words by their routes."""

BRINGING = frozenset(
    {
        "agenda.export",
        AGENDA,
        "definition.propose",
        "digests.csv",
        DIGEST,
        "digests.look",
        "digests.xlsx",
        "flags.again",
        HOME_OPENED,
        "questions.again",
        "questions.page",
        "questions.sheet",
        "rehearsal.sheet",
        "rehearsal.show",
    }
)
"""Routes that only bring something to look at: a button for it may be pressed as often as one likes."""

MOST_WORDS_OF_TIME = 4
"""``last 3 weeks``, ``3 May 2026``"""

_WITH_LEADS = frozenset({ASK, FLAG})
_WITH_DAY = frozenset({AGENDA, DIGEST})
_FURTHER_TIMES = "next tomorrow następne następny jutro следующая следующий завтра 下次 下周 明天"
_WEEK = re.compile(r"w\d{1,2}")
_LONGEST_NUMBER = 4
_COLONS = (":", "：")
_FIRST = re.compile(r"/?(\w+)[.!?…。！？]*(?:[:：]\s*|\s+|$)(.*)")
"""A first word, which no comma follows as it would in a list, and the rest of its line."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted, and the words that go with it."""

    route: str
    words: str = ""

    @property
    def values(self) -> Mapping[str, str]:
        """Give what the route takes besides words."""
        return {"week": self.words} if self.route == DIGEST else {}


def typed(words: str) -> Wish:
    """Read what follows a slash command; a form can be opened for it."""
    return _read(words)


def spoken(words: str) -> Wish:
    """Read a message; where a form would be opened for a flag, its leads are offered instead."""
    wish = _read(words)
    return Wish(OFFER_FLAG, wish.words) if wish.route == FLAG else wish


def _read(words: str) -> Wish:
    """Take a command only for what cannot well be a list of leads or a question.

    Most commands stand alone; an agenda and a digest may name a time. Leads follow in the same line,
    or below a first line that is the command alone or ends in a colon. A company called *Agenda* at
    the head of a list, *Home Depot*, or a table with the column *Flag* stay what they are.
    """
    whole = words.strip()
    first, _, below = (part.strip() for part in whole.partition("\n"))
    found = _FIRST.fullmatch(first)
    route, rest = (_routes().get(name_key(found[1])), found[2]) if found else (None, first)
    if route in _WITH_LEADS and _is_with_leads(first, rest, below):
        leads = f"{rest}\n{below}".strip()
        return Wish(SAID, leads) if route == ASK and leads else Wish(route, leads)
    is_alone = not rest or (route in _WITH_DAY and _is_time(rest))
    if route is None or route in _WITH_LEADS or below or not is_alone:
        return Wish(SAID, whole)
    return Wish(route, rest)


def _is_with_leads(first: str, rest: str, below: str) -> bool:
    """Tell whether leads follow as they would follow a command, and it is no question."""
    if not below:
        return not rest.endswith(("?", "？"))
    return not rest or first.endswith(_COLONS)


def _is_time(rest: str) -> bool:
    if len(rest.split()) > MOST_WORDS_OF_TIME:
        return False
    return all(map(_is_of_time, words_of(rest)))


def _is_of_time(word: str) -> bool:
    if word.isdigit():
        return len(word) <= _LONGEST_NUMBER
    return is_word_of_time(word) or word in _times() or _WEEK.fullmatch(word) is not None


@lru_cache(maxsize=1)
def _times() -> frozenset[str]:
    return frozenset(map(name_key, _FURTHER_TIMES.split()))


@lru_cache(maxsize=1)
def _routes() -> Mapping[str, str]:
    return {name_key(word): route for route, words in WORDS.items() for word in words}
