"""Reads the forms in which managers say when both teams meet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time

from handlers.agenda.forms import (
    DAY,
    FIRST_DAY,
    FURTHEST,
    LENGTHS,
    LONGEST_LINE,
    LONGEST_TITLE,
    MINUTES_FIELD,
    RHYTHM,
    ROOM,
    STARTS,
    TITLE,
    USUAL_MINUTES,
    USUAL_START,
    ZONE,
    minute_options,
    rhythm_options,
)
from handlers.agenda.model import Meeting, Rhythm, Series, SeriesId
from handlers.agenda.rhythm import next_occurrence, starts_at
from handlers.agenda.shown import clock_of
from handlers.filled import Given, Wrong, day, one_of, text
from handlers.phrase import say
from handlers.settings.choices import hour_options, zone_options
from handlers.working_time import WorkingHours


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a form is read against."""

    at: datetime
    company: WorkingHours
    zone: str
    """The manager's own, offered for a new series."""


def read_series(given: Given, known: Series | None, desk: Desk, wrong: Wrong) -> Series | None:
    """Read a series without its id; nothing where anything is wrong, which is noted."""
    zone = known.zone if known else desk.zone
    length = known.minutes if known else USUAL_MINUTES
    title = text(given, TITLE, wrong, longest=LONGEST_TITLE)
    rhythm = one_of(rhythm_options(), given, RHYTHM, wrong)
    starts = _hour(given, known.starts if known else USUAL_START, wrong)
    in_zone = one_of(zone_options(zone, desk.at), given, ZONE, wrong)
    minutes = one_of(minute_options(LENGTHS, length), given, MINUTES_FIELD, wrong)
    room = text(given, ROOM, wrong, longest=LONGEST_LINE, required=False)
    first = day(given, FIRST_DAY, wrong)
    if first is None:
        wrong.note(FIRST_DAY, say("form-empty"))
    if wrong.errors or first is None or starts is None:
        return None
    series = Series(
        id=known.id if known else SeriesId(""),
        title=title,
        rhythm=Rhythm(rhythm),
        first_day=first,
        starts=starts,
        zone=in_zone,
        minutes=int(minutes),
        room=room,
        version=known.version + 1 if known else 1,
    )
    _check_first_day(series, known, desk, wrong)
    return None if wrong.errors else series


def _check_first_day(series: Series, known: Series | None, desk: Desk, wrong: Wrong) -> None:
    """Refuse a first meeting in the past or on a weekend, unless it was the first all along."""
    first = series.first_day
    if known is not None and first == known.first_day:
        return
    if first - clock_of(series).day_of(desk.at) > FURTHEST:
        wrong.note(FIRST_DAY, say("agenda-too-far"))
    elif starts_at(series, first) <= desk.at:
        wrong.note(FIRST_DAY, say("agenda-in-the-past"))
    elif first.weekday() not in desk.company.weekdays:
        wrong.note(FIRST_DAY, say("agenda-first-day-off"))


def _hour(given: Given, current: time, wrong: Wrong) -> time | None:
    chosen = one_of(hour_options(current), given, STARTS, wrong)
    return None if STARTS in wrong.errors else time.fromisoformat(chosen)


def read_moved(
    given: Given, series: Series, meeting: Meeting, desk: Desk, wrong: Wrong
) -> Meeting | None:
    """Read to when one meeting is moved: before the one after it, and not into the past."""
    new_day = day(given, DAY, wrong)
    if new_day is None:
        wrong.note(DAY, say("form-empty"))
    starts = _hour(given, clock_of(series).local(meeting.starts_at).time(), wrong)
    if new_day is None or starts is None or wrong.errors:
        return None
    moment = clock_of(series).at_local(new_day, starts)
    if moment <= desk.at:
        wrong.note(DAY, say("agenda-in-the-past"))
    elif moment >= _following(series, meeting, desk):
        wrong.note(DAY, say("agenda-beyond-the-next", at=_following(series, meeting, desk)))
    return None if wrong.errors else replace(meeting, starts_at=moment)


def _following(series: Series, meeting: Meeting, desk: Desk) -> datetime:
    """Give the moment of the meeting after this one, by the rhythm."""
    day_after = clock_of(series).at_local(meeting.day, time.max)
    taken: frozenset[date] = frozenset({meeting.day})
    following = next_occurrence(series, max(day_after, desk.at), desk.company, taken=taken)
    return starts_at(series, following.held_on)
