"""Other calendars read our files as we mean them, whatever clocks do."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, takewhile
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.calendars import as_file
from bot.i18n import Voice
from handlers.agenda.model import Rhythm, Series
from handlers.agenda.rhythm import days, rule, starts_at
from handlers.message import Calendar, Event, WallTime
from handlers.people import Language
from handlers.phrase import say, verbatim
from tests.handlers.agenda.makers import a_series

POLISH = Voice(Language.POLISH, "UTC")
MADE_AT = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
ZONES = ("Europe/Warsaw", "America/New_York", "Asia/Shanghai", "Australia/Sydney", "UTC")


def an_event(series: Series) -> Event:
    return Event(
        uid="series@leadloop",
        edition=series.version,
        title=verbatim(series.title),
        description=say("agenda-calendar-about"),
        place=series.room,
        zone=series.zone,
        starts=WallTime(series.first_day, series.starts),
        minutes=series.minutes,
        rule=rule(series),
    )


def written(*events: Event) -> bytes:
    return as_file(Calendar(verbatim("x"), "joint-meeting", MADE_AT, events), POLISH).content


def read(content: bytes, first: date, last: date) -> list[datetime]:
    """Read as a calendar program does: the moments in UTC, in order."""
    events: Any = recurring_ical_events.of(icalendar.Calendar.from_ical(content))
    return sorted(event.start.astimezone(UTC) for event in events.between(first, last))


@settings(max_examples=40)
@given(
    st.builds(
        a_series,
        rhythm=st.sampled_from(Rhythm),
        first_day=st.dates(date(2026, 1, 1), date(2028, 12, 31)),
        starts=st.integers(8, 47).map(lambda half: time(half // 2, half % 2 * 30)),
        zone=st.sampled_from(ZONES),
    )
)
def test_a_series_is_read_back_over_every_change_of_clocks(series: Series) -> None:
    end = series.first_day + timedelta(days=500)
    ours = takewhile(lambda day: day <= end - timedelta(days=2), days(series, series.first_day))
    expected = [starts_at(series, day) for day in ours]
    found = read(written(an_event(series)), series.first_day - timedelta(days=2), end)
    assert [one for one in found if one <= expected[-1]] == expected


def test_what_is_left_out_and_moved_is_so_for_every_reader() -> None:
    series = a_series(rhythm=Rhythm.WEEKLY, first_day=date(2027, 3, 16))
    whole = an_event(series)
    usual = [WallTime(day, series.starts) for day in islice(days(series, series.first_day), 4)]
    left_out = replace(whole, left_out=(usual[1],))
    moved = replace(
        whole, rule="", starts=WallTime(date(2027, 3, 31), time(14)), instead_of=usual[2]
    )
    found = read(written(left_out, moved), date(2027, 3, 1), date(2027, 4, 8))
    assert found == [
        datetime(2027, 3, 16, 9, 0, tzinfo=UTC),
        datetime(2027, 3, 31, 12, 0, tzinfo=UTC),
        datetime(2027, 4, 6, 8, 0, tzinfo=UTC),
    ]


@pytest.mark.parametrize("zone", ZONES)
def test_the_file_itself_tells_when_clocks_change(zone: str) -> None:
    """A reader that knows no zone by its name goes by the rules in the file."""
    series = a_series(zone=zone, first_day=date(2027, 1, 4))
    calendar = icalendar.Calendar.from_ical(written(an_event(series)))
    named = [one for one in calendar.timezones if one.tz_name == zone]
    if zone == "UTC":
        assert not named
        return
    told, known = named[0].to_tz(lookup_tzid=False), ZoneInfo(zone)
    start = datetime(2027, 1, 1, tzinfo=UTC)
    for hours in range(0, 3 * 365 * 24, 1):
        at = start + timedelta(hours=hours)
        assert at.astimezone(told).utcoffset() == at.astimezone(known).utcoffset(), at


def test_a_newer_file_takes_the_place_of_an_older_one() -> None:
    calendar = icalendar.Calendar.from_ical(written(an_event(a_series(version=3))))
    event = calendar.events[0]
    assert (str(event["UID"]), event["SEQUENCE"]) == ("series@leadloop", 3)
    assert calendar["METHOD"] == "PUBLISH"


@settings(max_examples=60)
@given(st.text(max_size=60), st.text(max_size=60))
def test_no_name_begins_a_line_of_its_own(title: str, room: str) -> None:
    content = written(
        an_event(a_series(title=title + "\r\nATTENDEE:x", room=f"{room}\nEND:VEVENT"))
    )
    calendar = icalendar.Calendar.from_ical(content)
    assert [component.name for component in calendar.walk("VEVENT")] == ["VEVENT"]
    assert "ATTENDEE" not in calendar.events[0]


def test_the_words_are_the_readers_own() -> None:
    content = written(an_event(a_series(title="Zażółć; gęślą, jaźń", room="Sala 4")))
    event = icalendar.Calendar.from_ical(content).events[0]
    assert str(event["SUMMARY"]) == "Zażółć; gęślą, jaźń"
    assert str(event["LOCATION"]) == "Sala 4"
    assert "Leadloop" in str(event["DESCRIPTION"])
    assert "Plan spotkania" in str(event["DESCRIPTION"])
