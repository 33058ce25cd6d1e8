"""Understands leads described in words: by campaign, source, status and period."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce

from handlers.errors import Refused
from handlers.lead import LeadFilter, Leads, Status
from handlers.leads import periods, synonyms, talk
from handlers.leads.catalogue import Catalogue, Choice
from handlers.leads.periods import Period
from handlers.leads.time_words import words_of
from handlers.phrase import Phrase, say, verbatim

MOST_TEXT = 500
_SHORT_NOT = re.compile(r"n['’]t\b", re.IGNORECASE)

_ORDINALS = (
    *("first", "second", "third", "fourth"),
    *("pierwsz", "drug", "trzeci", "czwart"),
    *("перв", "втор", "трет", "четверт"),
)
"""Of "the first week of May" none but the month is known."""

MOST_SAID = 3
"""So many campaigns or sources are named in a sentence; the others are counted."""


@dataclass(frozen=True, slots=True)
class Words:
    """What was understood from words, as a filter and to be said."""

    filter: LeadFilter
    described: Phrase


def read(text: str, leads: Leads, today: date) -> Words:
    """Read a text in which every word must be understood, or refuse and say what could be said."""
    if len(text) > MOST_TEXT:
        raise Refused(say("leads-none-named"))
    catalogue = Catalogue.of(leads)
    choice, words = catalogue.named_outright(words_of(_SHORT_NOT.sub(" not", text)))
    words = _without_chinese_talk(words)
    period, words = _take_periods(words, today)
    statuses, words = _take_statuses(words, dated=period != Period())
    content = [word for at, word in enumerate(words) if _is_content(words, at)]
    choices = catalogue.choices(content, words) if content else [choice]
    if not choices:
        raise Refused(catalogue.what_could_be_said(" ".join(content)))
    if content == [] and (choice, statuses, period) == (Choice(), (), Period()):
        raise Refused(say("leads-none-named"))
    return _fullest([_words(choice.and_(one), statuses, period) for one in choices], leads)


def _is_content(words: Sequence[str], at: int) -> bool:
    """Tell whether a word must be understood: "not" must, and so must a number that may be an id."""
    word, following = words[at], words[at + 1 : at + 2]
    if word.startswith(_ORDINALS) and following and periods.is_unit(following[0]):
        return True
    if word.isdigit() and len(word) == 4:  # noqa: PLR2004 - shorter ones count leads
        return not talk.counts(words, at)
    return not talk.is_around(word) or talk.turns_around(word)


def _fullest(possible: Sequence[Words], leads: Leads) -> Words:
    """Take the likeliest reading, unless no lead fits it and one fits another."""
    if len(possible) > 1:
        return next((one for one in possible if leads.count(one.filter)), possible[0])
    return possible[0]


def _without_chinese_talk(words: Sequence[str]) -> Sequence[str]:
    text = " ".join(words)
    if text.isascii():
        return words
    left = synonyms.spread(talk.without_chinese_talk(synonyms.spell_untouched(text)))
    return left.translate(dict.fromkeys(map(ord, talk.CHINESE_PARTICLES), " ")).split()


def _take_periods(words: Sequence[str], today: date) -> tuple[Period, Sequence[str]]:
    """Take every period out of the words; leads must lie in all of them."""
    period = Period()
    while (found := periods.find(words, today)) is not None:
        period = period.within(found.period)
        words = [*words[: found.start], *words[found.end :]]
    return period, words


def _take_statuses(
    words: Sequence[str], *, dated: bool
) -> tuple[tuple[Status, ...], Sequence[str]]:
    """Take the statuses out; "new leads this week" are those that came, whatever became of them."""
    taken: list[Status] = []
    left: list[str] = []
    at = 0
    while at < len(words):
        found = synonyms.status_at(words, at)
        if found is None:
            left.append(words[at])
            at += 1
        else:
            taken.append(found[0])
            at = found[1]
    return tuple(one for one in dict.fromkeys(taken) if not (dated and one is Status.NEW)), left


def _words(choice: Choice, statuses: tuple[Status, ...], period: Period) -> Words:
    parts = (*_said_choice(choice), *_said_statuses(statuses), *_said_period(period))
    return Words(
        LeadFilter(
            campaigns=tuple(choice.campaigns),
            sources=choice.sources,
            statuses=statuses,
            created_since=period.since,
            created_before=period.before,
        ),
        reduce(lambda so_far, part: say("leads-described", so_far=so_far, part=part), parts),
    )


def _said_choice(choice: Choice) -> Iterable[Phrase]:
    if choice.campaigns:
        yield _said("leads-of-campaigns", tuple(dict.fromkeys(choice.campaigns.values())))
    if choice.sources:
        yield _said("leads-of-sources", choice.sources)


def _said(key: str, names: Sequence[str]) -> Phrase:
    said = tuple(verbatim(name) for name in names[:MOST_SAID])
    if len(names) <= MOST_SAID:
        return say(key, count=len(names), names=said)
    return say(f"{key}-more", names=said, more=len(names) - MOST_SAID)


def _said_statuses(statuses: Sequence[Status]) -> Iterable[Phrase]:
    return (say(f"leads-with-status-{status.value}") for status in statuses)


def _said_period(period: Period) -> Iterable[Phrase]:
    """Say the days of a period, the last one included."""
    last = period.before - timedelta(1) if period.before else None
    if period.since and last:
        if period.since == last:
            yield say("leads-on-day", day=last)
        else:
            yield say("leads-between-days", first=period.since, last=last)
    elif period.since:
        yield say("leads-since-day", first=period.since)
    elif last:
        yield say("leads-until-day", last=last)
