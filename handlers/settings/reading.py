"""Reads what somebody wrote into their settings, and says beside each field what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from handlers.filled import Given, Wrong, day, one_of
from handlers.people import Chosen, Language, Person
from handlers.phrase import Phrase, say
from handlers.settings.choices import (
    NO_COUNTRY,
    country_options,
    day_options,
    hour_options,
    language_options,
    zone_options,
)
from handlers.working_time import Away, WorkingHours

LONGEST_AHEAD = timedelta(days=366)
"""An absence that ends later than this is taken for a slip."""


def read_mine(person: Person, given: Given, at: datetime) -> Person | Mapping[str, Phrase]:
    """Give the person with their new settings, or the sentences that say what is wrong."""
    wrong = Wrong()
    hours = person.hours
    language = one_of(language_options(), given, "language", wrong)
    zone = one_of(zone_options(hours.zone, at), given, "zone", wrong)
    start = _hour(hours.start, given, "start", wrong)
    end = _hour(hours.end, given, "end", wrong)
    if end <= start:
        wrong.note("end", say("settings-end-after-start"))
    weekdays = _weekdays(given, wrong)
    country = one_of(country_options(hours.country), given, "country", wrong)
    away = read_away(hours, given, hours.day_of(at), wrong)
    if wrong.errors:
        return wrong.errors
    renewed = WorkingHours(
        zone=zone,
        start=start,
        end=end,
        weekdays=weekdays,
        country="" if country == NO_COUNTRY else country,
        away=away,
    )
    return _decided(person, Language(language), renewed)


def _decided(person: Person, language: Language, hours: WorkingHours) -> Person:
    """Note what differs from before as the person's own choice."""
    chosen = set(person.chosen)
    if language != person.language:
        chosen.add(Chosen.LANGUAGE)
    if hours.zone != person.hours.zone:
        chosen.add(Chosen.ZONE)
    return replace(person, language=language, hours=hours, chosen=frozenset(chosen))


def _hour(current: time, given: Given, name: str, wrong: Wrong) -> time:
    value = one_of(hour_options(current), given, name, wrong)
    return current if name in wrong.errors else time.fromisoformat(value)


def _weekdays(given: Given, wrong: Wrong) -> frozenset[int]:
    days = given.get("weekdays", "").split()
    if not days or not set(days) <= {option.value for option in day_options()}:
        wrong.note("weekdays", say("settings-weekday-needed"))
        return frozenset()
    return frozenset(int(day) for day in days)


# Absences


def coming_absence(hours: WorkingHours, today: date) -> Away | None:
    """Give the absence that somebody is in, or their next one."""
    coming = [away for away in hours.away if away.last >= today]
    return min(coming, key=lambda away: away.first, default=None)


def read_away(hours: WorkingHours, given: Given, today: date, wrong: Wrong) -> tuple[Away, ...]:
    """Give somebody's absences with the coming one as they wrote it."""
    first, last = (day(given, name, wrong) for name in ("away-first", "away-last"))
    if wrong.errors.keys() & {"away-first", "away-last"}:
        return hours.away
    if first is None and last is None:
        return without_coming(hours, today)
    if first is None or last is None:
        missing = "away-first" if first is None else "away-last"
        wrong.note(missing, say("settings-away-both"))
        return hours.away
    if last < first:
        wrong.note("away-last", say("settings-away-order"))
    elif not today <= last <= today + LONGEST_AHEAD:
        wrong.note("away-last", say("settings-away-range"))
    else:
        return with_coming(hours, Away(first, last), today)
    return hours.away


def with_coming(hours: WorkingHours, away: Away, today: date) -> tuple[Away, ...]:
    """Put an absence in place of the coming one; those before it and after it stay."""
    return _in_order([*_but(hours, coming_absence(hours, today)), away])


def without_coming(hours: WorkingHours, today: date) -> tuple[Away, ...]:
    """Drop the coming absence; of one under way the days that are over stay."""
    return _ended(hours, coming_absence(hours, today), today)


def away_till(hours: WorkingHours, last: date, today: date) -> tuple[Away, ...]:
    """Begin an absence today, or let the one under way end on another day."""
    current = absence_on(hours, today)
    first = today if current is None else current.first
    return _in_order([*_but(hours, current), Away(first, last)])


def back_today(hours: WorkingHours, today: date) -> tuple[Away, ...]:
    """End the absence that somebody is in."""
    return _ended(hours, absence_on(hours, today), today)


def absence_on(hours: WorkingHours, day: date) -> Away | None:
    """Give the absence into which a day falls."""
    return next((away for away in hours.away if day in away), None)


def _ended(hours: WorkingHours, away: Away | None, today: date) -> tuple[Away, ...]:
    """Take out what is left of an absence; the days that are over stay, they were no working days."""
    others = _but(hours, away)
    if away is None or away.first >= today:
        return _in_order(others)
    return _in_order([*others, Away(away.first, today - timedelta(days=1))])


def _but(hours: WorkingHours, away: Away | None) -> list[Away]:
    return [one for one in hours.away if one != away]


def _in_order(absences: Iterable[Away]) -> tuple[Away, ...]:
    return tuple(sorted(absences, key=lambda one: (one.first, one.last)))
