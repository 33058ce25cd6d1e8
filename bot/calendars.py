"""Turns events into the iCalendar file that every calendar reads (RFC 5545)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
from icalendar import TimezoneDaylight, TimezoneStandard
from icalendar.prop import vDDDLists, vRecur

from bot.i18n import Voice
from handlers.message import Calendar, Event, File, WallTime
from handlers.naming import shown

MAKER = "-//Leadloop//Leadloop//EN"
MEDIA_TYPE = "text/calendar"

YEARS = 12
"""For which the changes of clocks are told ahead."""


def as_file(calendar: Calendar, voice: Voice) -> File:
    """Write the events, with the rules of their time zones, in the reader's language."""
    written = icalendar.Calendar.new(
        prodid=MAKER,
        calscale="GREGORIAN",
        method="PUBLISH",
        name=voice.speak(calendar.title),
        uid=f"{calendar.name}-of-{calendar.events[0].uid}",
        subcomponents=[_event(event, calendar.made_at, voice) for event in calendar.events],
    )
    _add_zones(written, calendar)
    return File(
        title=calendar.title,
        name=f"{calendar.name}.ics",
        media_type=MEDIA_TYPE,
        content=written.to_ical(),
    )


def _add_zones(written: icalendar.Calendar, calendar: Calendar) -> None:
    """Add when clocks change, for readers that do not know a zone by its name."""
    first = min(event.starts.day.year for event in calendar.events) - 1
    written.add_missing_timezones(date(first, 1, 1), date(calendar.made_at.year + YEARS, 1, 1))
    for zone in written.timezones:
        for standard in zone.standard:
            _mend(standard)
        for daylight in zone.daylight:
            _mend(daylight)


def _mend(part: TimezoneStandard | TimezoneDaylight) -> None:
    """Let clocks go forward when the clock before says so (RFC 5545, 3.6.5), not the one after.

    icalendar writes down the first moment after the gap.
    """
    jump = part.TZOFFSETTO - part.TZOFFSETFROM
    if jump > timedelta():
        part.DTSTART = part.DTSTART - jump
        later = [one - jump for one, *_ in part.rdates if isinstance(one, datetime)]
        if later:
            part["RDATE"] = vDDDLists(later)


def _event(event: Event, made_at: datetime, voice: Voice) -> icalendar.Event:
    zone = ZoneInfo(event.zone)
    written = icalendar.Event.new(
        uid=event.uid,
        stamp=made_at,
        sequence=event.edition,
        summary=voice.speak(event.title),
        description=voice.speak(event.description),
        location=shown(event.place) or None,
        start=_moment(event.starts, zone),
        recurrence_id=_moment(event.instead_of, zone) if event.instead_of else None,
    )
    written.DURATION = timedelta(minutes=event.minutes)
    if event.rule:
        written["RRULE"] = vRecur.from_ical(event.rule)
    if event.left_out:
        written["EXDATE"] = vDDDLists([_moment(one, zone) for one in event.left_out])
    return written


def _moment(wall: WallTime, zone: ZoneInfo) -> datetime:
    return datetime.combine(wall.day, wall.at, zone)
