"""The series as a calendar that people take into their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import takewhile

from handlers.agenda.model import Meeting, MeetingState, Series
from handlers.agenda.rhythm import days, occurrences, rule, starts_at
from handlers.agenda.shown import clock_of
from handlers.agenda.work import AgendaWork
from handlers.message import Calendar, Event, WallTime
from handlers.phrase import say, verbatim
from handlers.working_time import WorkingHours

BACK = timedelta(days=31)
AHEAD = timedelta(days=366)
"""How far what differs from the rhythm is spelled out; a newer file takes an older one's place."""

Moments = Mapping[date, WallTime | None]
"""When the meeting of each day of the rhythm takes place; None where it does not."""


def calendar_of(
    work: AgendaWork, meeting: Meeting, *, at: datetime, company: WorkingHours
) -> Calendar:
    """Give a meeting's whole series, with what was moved or cancelled."""
    series = work.agenda.series(meeting.series)
    known = {one.day: one for one in work.agenda.of(series.id)}
    moments = _moments(series, known, at=at, company=company)
    moved = [
        _instead(series, day, moment, known.get(day))
        for day, moment in moments.items()
        if moment is not None and moment != WallTime(day, series.starts)
    ]
    return Calendar(
        title=verbatim(series.title),
        name="joint-meeting",
        made_at=at,
        events=(_whole(series, moments), *moved),
    )


def _moments(
    series: Series, known: Mapping[date, Meeting], *, at: datetime, company: WorkingHours
) -> Moments:
    """Say of each day of the rhythm within a year when its meeting takes place."""
    today = clock_of(series).day_of(at)
    since, until = max(series.first_day, today - BACK), today + AHEAD
    by_rhythm = {
        one.day: _on_the_wall(series, starts_at(series, one.held_on))
        for one in takewhile(lambda one: one.day < until, occurrences(series, since, company))
    }
    planned = {day: _planned(series, one) for day, one in known.items()}
    return {
        day: planned[day] if day in planned else by_rhythm.get(day)
        for day in takewhile(lambda day: day < until, days(series, since))
    }


def _planned(series: Series, meeting: Meeting) -> WallTime | None:
    if meeting.state is MeetingState.CANCELLED:
        return None
    return _on_the_wall(series, meeting.starts_at)


def _on_the_wall(series: Series, moment: datetime) -> WallTime:
    local = clock_of(series).local(moment)
    return WallTime(local.date(), local.time())


def _whole(series: Series, moments: Moments) -> Event:
    left_out = [WallTime(day, series.starts) for day, moment in moments.items() if moment is None]
    first = _event(series, WallTime(series.first_day, series.starts))
    return replace(first, rule=rule(series) + _end(series), left_out=tuple(left_out))


def _end(series: Series) -> str:
    if series.ended_at is None:
        return ""
    return f";UNTIL={series.ended_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _instead(series: Series, day: date, moment: WallTime, meeting: Meeting | None) -> Event:
    usual = WallTime(day, series.starts)
    edition = series.version + (0 if meeting is None else meeting.version)
    return replace(_event(series, moment), instead_of=usual, edition=edition)


def _event(series: Series, starts: WallTime) -> Event:
    return Event(
        uid=f"{series.id}@leadloop",
        edition=series.version,
        title=verbatim(series.title),
        description=say("agenda-calendar-about"),
        place=series.room,
        zone=series.zone,
        starts=starts,
        minutes=series.minutes,
    )
