"""Reads which week somebody wants, in the words of four languages."""

from __future__ import annotations

import re
from datetime import date, timedelta

from handlers.digests.model import Week
from handlers.leads.periods import find
from handlers.leads.time_words import kinds, words_of
from handlers.naming import name_key

WEEK = "week"
_DAYS = 7
_CHINESE = re.compile(r"第?\s*(\d{1,2})\s*周")


def wanted_week(words: str, today: date) -> Week:
    """Read "", "2026-W47", "47", "week 47", "last week", "прошлая неделя", "第47周".

    Raise `Refused` for other words, and for weeks that have not begun.
    """
    period = find(words_of(words), today)
    if period is not None and _is_week(period.period.since, period.period.before):
        return Week.of(period.period.since or today)
    chinese = _CHINESE.fullmatch(words.strip())
    if chinese is not None:
        return Week.parse(chinese[1], today=today)
    named = [word for word in words.split() if WEEK not in kinds().get(name_key(word), ())]
    return Week.parse(" ".join(named), today=today)


def _is_week(since: date | None, before: date | None) -> bool:
    return since is not None and before is not None and before - since == timedelta(days=_DAYS)
