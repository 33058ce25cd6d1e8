"""A series over half a year: holidays, summer time, and an action that comes back until it is done."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from handlers.agenda.model import Meeting, MeetingState
from handlers.people import Place, Side
from tests.handlers.agenda.conftest import MAYA, PIOTR, House, keys, words
from tests.handlers.agenda.makers import moment

WARSAW = ZoneInfo("Europe/Warsaw")
CHANNELS = (Place.channel(Side.SALES), Place.channel(Side.MARKETING))


def held(house: House) -> list[Meeting]:
    with house.database.look() as work:
        series = work.agenda.running()
        assert series is not None
        every = work.agenda.of(series.id)
    return [one for one in every if one.state is MeetingState.HELD]


@pytest.mark.slow
def test_a_weekly_series_runs_for_half_a_year(house: House) -> None:
    house.set_up(rhythm="weekly")
    agreed = {"what": "Add the role", "owner": MAYA.id, "due": "2027-03-31"}
    house.do("agenda.actioned", PIOTR, house.here() | agreed)
    shown: dict[str, list[str]] = {}
    house.clock.at = moment("2026-11-16 14:30")
    while house.clock.at < moment("2027-05-17 06:00"):
        house.clock.move(days=1)
        house.tick()
        meeting = house.upcoming()
        if meeting.shown_at is not None:
            shown.setdefault(meeting.id, keys(house.card()))
        if house.clock.at > moment("2027-04-10 00:00") and house.open_actions():
            house.do("agenda.done", MAYA, action=house.open_actions()[0].id)

    meetings = held(house)
    local = [one.starts_at.astimezone(WARSAW) for one in meetings]
    assert len(meetings) == 26
    assert {one.strftime("%H:%M") for one in local} == {"10:00"}
    assert len({one.utcoffset() for one in local}) == 2
    holiday = next(one for one in meetings if one.day == date(2027, 1, 6))
    assert holiday.starts_at == moment("2027-01-07 09:00")
    assert "agenda-moved-from-day-off" in shown[holiday.id]
    assert all(before.starts_at < after.starts_at for before, after in pairwise(meetings))

    for channel in CHANNELS:
        assert [card.title.key for card in house.posted(channel)] == ["agenda-minutes-title"] * 26
        live = [one for one in house.live() if one[0] == channel.name]
        assert len({subject for _, _, subject in live}) == len(shown)

    april = moment("2027-04-10 00:00")
    with_action = [one for one in meetings if "agenda-opening" in shown[one.id]]
    assert with_action == [one for one in meetings if one.starts_at < april]
    assert any("agenda-action-overdue" in shown[one.id] for one in with_action)
    told = house.posted(Place.direct(MAYA.id))
    assert [card.title.key for card in told] == ["agenda-yours", "agenda-due-soon"]


def test_both_channels_get_the_agenda_two_working_days_before(house: House) -> None:
    house.set_up(**{"first-day": "2026-11-24"})
    house.flag()
    house.until(moment("2026-11-20 07:59"))
    assert house.live() == set()
    house.until(moment("2026-11-20 08:00"))
    meeting = house.upcoming()
    assert house.live() == {(one.name, "agenda.card", meeting.id) for one in CHANNELS}
    assert "Anna Nowak · Acme" in words(house.card())


def test_a_topic_that_changes_brings_the_agenda_up_to_date_where_it_stands(house: House) -> None:
    house.set_up()
    house.forget_sent()
    before = house.upcoming()
    house.tick()
    assert house.upcoming() == before
    house.flag()
    house.tick()
    assert house.upcoming().version > before.version
    assert [item.subject for item in house.items()] == ["flag"]


def test_jobs_that_ring_often_do_everything_once(house: House) -> None:
    house.set_up()
    house.until(moment("2026-11-19 16:00"))
    for _ in range(5):
        house.tick()
    assert len(house.posted(CHANNELS[0])) == 1
    assert len(held(house)) == 1


def test_two_replicas_that_ring_at_once_do_everything_once(house: House) -> None:
    house.flag()
    house.set_up()
    given = {"what": "Add the role", "owner": "maya", "due": "2026-11-26"}
    house.do("agenda.actioned", PIOTR, house.here() | given)
    for at in ("2026-11-16 10:00", "2026-11-18 10:00", "2026-11-19 16:00", "2026-11-25 10:00"):
        house.clock.at = moment(at)
        for job in ("keep_agenda", "keep_agenda", "tell_owners", "remind", "post_minutes"):
            at_once(house, job)
    for channel in CHANNELS:
        assert len(house.posted(channel)) == 1
    assert len(house.posted(Place.direct(MAYA.id))) == 2
    assert [item.subject for item in house.items()] == ["marketing", "flag"]
    assert len(held(house)) == 1


def at_once(house: House, job: str) -> None:
    """Let two replicas do a job at the same time."""
    with ThreadPoolExecutor(2) as replicas:
        ring = getattr(house.rounds, job)
        for done in [replicas.submit(ring, house.clock.at) for _ in range(2)]:
            done.result()
