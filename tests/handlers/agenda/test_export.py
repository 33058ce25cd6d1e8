"""The calendar tells when the meetings really are."""

from __future__ import annotations

from datetime import date, time

from handlers.message import Calendar, Event, WallTime
from tests.handlers.agenda.conftest import MAREK, PIOTR, SERIES_FORM, House
from tests.handlers.agenda.makers import moment


def calendar(house: House) -> Calendar:
    house.do("agenda.export", PIOTR, house.here(), form="calendar")
    newest = house.files(PIOTR)[-1]
    assert isinstance(newest, Calendar)
    return newest


def instead(house: House) -> dict[date, WallTime]:
    _, *others = calendar(house).events
    return {one.instead_of.day: one.starts for one in others if one.instead_of is not None}


def whole(house: House) -> Event:
    return calendar(house).events[0]


def test_a_holiday_moves_one_meeting_in_the_calendar(house: House) -> None:
    house.set_up(rhythm="weekly")
    moved = instead(house)
    assert moved[date(2027, 1, 6)] == WallTime(date(2027, 1, 7), time(10))
    assert date(2026, 12, 2) not in moved
    assert whole(house).rule == "FREQ=WEEKLY;INTERVAL=1"
    assert whole(house).starts == WallTime(date(2026, 11, 18), time(10))


def test_a_moved_and_a_cancelled_meeting_are_so_in_the_calendar(house: House) -> None:
    house.set_up()
    house.do("agenda.meeting-cancelled", MAREK, house.here(), words="fair")
    house.do("agenda.meeting-moved", MAREK, house.here(), day="2026-12-03", starts="12:30")
    assert whole(house).left_out == (WallTime(date(2026, 11, 18), time(10)),)
    assert instead(house)[date(2026, 12, 2)] == WallTime(date(2026, 12, 3), time(12, 30))


def test_every_change_makes_a_newer_edition(house: House) -> None:
    house.set_up()
    before = whole(house).edition
    with house.database.look() as work:
        series = work.agenda.running()
    assert series is not None
    seen = {"series": series.id, "version": str(series.version)}
    house.do("agenda.series-saved", MAREK, {**SERIES_FORM, **seen, "room": "Room 5"})
    assert whole(house).edition > before
    assert whole(house).uid == f"{series.id}@leadloop"


def test_an_ended_series_ends_in_the_calendar(house: House) -> None:
    house.set_up()
    house.until(moment("2026-11-20 09:00"))
    meeting = house.upcoming()
    with house.database.look() as work:
        series = work.agenda.running()
    assert series is not None
    seen = {"series": series.id, "version": str(series.version)}
    house.do("agenda.series-saved", MAREK, {**SERIES_FORM, **seen, "ends": "on"})
    house.do("agenda.export", PIOTR, meeting=meeting.id, form="calendar")
    newest = house.files(PIOTR)[-1]
    assert isinstance(newest, Calendar)
    assert newest.events[0].rule.endswith(";UNTIL=20261120T090000Z")
