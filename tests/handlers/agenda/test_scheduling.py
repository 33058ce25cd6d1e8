"""Managers say when both teams meet, and what cannot be is said beside its field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from handlers.agenda.model import MeetingState
from handlers.interaction import Correct, Open
from handlers.people import Person, Place, Side
from tests.handlers.agenda.conftest import (
    ADA,
    MAREK,
    MAYA,
    NINA,
    SERIES_FORM,
    House,
    keys,
    told,
)
from tests.handlers.agenda.makers import moment

SALES, MARKETING = Place.channel(Side.SALES), Place.channel(Side.MARKETING)


def wrong(house: House, **changes: str) -> dict[str, str]:
    reply = house.do("agenda.series-saved", MAREK, {**SERIES_FORM, **changes})
    assert isinstance(reply, Correct)
    return {name: phrase.key for name, phrase in reply.errors.items()}


def test_a_manager_sets_up_a_series_and_hears_when_the_first_meeting_is(house: House) -> None:
    assert isinstance(house.do("agenda.series", MAREK), Open)
    assert told(house.set_up()) == "agenda-series-saved"
    assert house.upcoming().starts_at == moment("2026-11-18 09:00")


@pytest.mark.parametrize("person", [MAYA, NINA])
def test_only_managers_and_administrators_set_up_move_and_cancel(
    house: House, person: Person
) -> None:
    assert told(house.do("agenda.series", person)) == "agenda-only-managers"
    assert told(house.do("agenda.series-saved", person, SERIES_FORM)) == "agenda-only-managers"
    house.set_up()
    for name in ("agenda.meeting", "agenda.cancel"):
        assert told(house.do(name, person)) == "agenda-only-managers"
    assert house.upcoming().state is MeetingState.PLANNED


@pytest.mark.parametrize(
    ("field", "given", "sentence"),
    [
        ("minutes", "0", "form-choose"),
        ("minutes", "1000", "form-choose"),
        ("minutes", "half an hour", "form-choose"),
        ("zone", "Europe/Atlantis", "form-choose"),
        ("zone", "../../etc/passwd", "form-choose"),
        ("rhythm", "daily", "form-choose"),
        ("starts", "25:00", "form-choose"),
        ("title", "  ", "form-empty"),
        ("title", "x" * 81, "form-too-long"),
        ("first-day", "", "form-empty"),
        ("first-day", "2026-02-30", "form-day-wrong"),
        ("first-day", "2026-11-13", "agenda-in-the-past"),
        ("first-day", "2026-11-21", "agenda-first-day-off"),
        ("first-day", "2028-11-20", "agenda-too-far"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(
    house: House, field: str, given: str, sentence: str
) -> None:
    assert wrong(house, **{field: given}) == {field: sentence}
    with house.database.look() as work:
        assert work.agenda.running() is None


def test_a_first_meeting_an_hour_ago_is_in_the_past(house: House) -> None:
    assert wrong(house, **{"first-day": "2026-11-16", "starts": "09:00"}) == {
        "first-day": "agenda-in-the-past"
    }
    house.set_up(**{"first-day": "2026-11-16", "starts": "11:00"})
    assert house.upcoming().starts_at == moment("2026-11-16 10:00")


def test_an_hour_that_clocks_jump_over_begins_after_the_gap_and_the_card_says_so(
    house: House,
) -> None:
    house.clock.at = moment("2027-03-22 09:00")
    night = {"first-day": "2027-03-24", "rhythm": "weekly", "starts": "02:30"}
    house.set_up(**night, zone="America/New_York")
    sunday = replace(house.upcoming(), day=date(2028, 3, 12), starts_at=moment("2028-03-12 07:00"))
    with house.database.open_work() as work:
        work.agenda.keep(sunday)
        work.commit()
    assert "agenda-clocks-change" in keys(house.card())


def test_two_managers_cannot_set_up_a_series_at_once(house: House) -> None:
    house.set_up()
    assert wrong(house) == {"title": "agenda-series-changed"}
    with house.database.look() as work:
        series = work.agenda.running()
    assert series is not None
    seen = {"series": series.id, "version": "1"}
    assert told(house.do("agenda.series-saved", ADA, {**SERIES_FORM, **seen, "room": "Room 5"}))
    assert wrong(house, **seen, room="Room 6") == {"title": "agenda-series-changed"}


def test_a_new_hour_takes_the_next_meeting_and_its_agenda_along(house: House) -> None:
    house.set_up()
    house.do("agenda.added", MAYA, house.here(), words="Trade fair", minutes="5")
    before = house.upcoming()
    with house.database.look() as work:
        series = work.agenda.running()
    assert series is not None
    seen = {"series": series.id, "version": str(series.version)}
    changed = {**SERIES_FORM, **seen, "first-day": "2026-11-19", "starts": "14:30"}
    assert told(house.do("agenda.series-saved", MAREK, changed)) == "agenda-series-saved"
    after = house.upcoming()
    assert (after.id, after.starts_at) == (before.id, moment("2026-11-19 13:30"))
    assert [item.words for item in house.items()] == ["Trade fair"]
    assert [card.title.key for card in house.posted(SALES)] == ["agenda-moved"]


def test_a_new_room_moves_nothing_and_says_nothing(house: House) -> None:
    house.set_up()
    with house.database.look() as work:
        series = work.agenda.running()
    assert series is not None
    seen = {"series": series.id, "version": str(series.version)}
    house.do("agenda.series-saved", MAREK, {**SERIES_FORM, **seen, "room": "Room 5"})
    assert house.upcoming().starts_at == moment("2026-11-18 09:00")
    assert house.posted(SALES) == []


def test_a_series_that_runs_keeps_its_first_day(house: House) -> None:
    house.set_up()
    house.until(moment("2026-12-04 09:00"))
    with house.database.look() as work:
        series = work.agenda.running()
    assert series is not None
    seen = {"series": series.id, "version": str(series.version)}
    reply = house.do("agenda.series-saved", MAREK, {**SERIES_FORM, **seen, "starts": "11:00"})
    assert told(reply) == "agenda-series-saved"
    assert house.upcoming().starts_at == moment("2026-12-16 10:00")


def test_one_meeting_moves_and_the_rhythm_stays(house: House) -> None:
    house.set_up()
    assert isinstance(house.do("agenda.meeting", MAREK), Open)
    reply = house.do("agenda.meeting-moved", MAREK, house.here(), day="2026-11-20", starts="12:00")
    assert told(reply) == "agenda-meeting-moved"
    assert house.upcoming().starts_at == moment("2026-11-20 11:00")
    assert "agenda-moved-from" in keys(house.card())
    assert [card.title.key for card in house.posted(MARKETING)] == ["agenda-moved"]
    house.until(moment("2026-11-23 09:00"))
    assert house.upcoming().starts_at == moment("2026-12-02 09:00")


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("2026-11-15", "agenda-in-the-past"),
        ("2026-12-02", "agenda-beyond-the-next"),
        ("2026-11-31", "form-day-wrong"),
        ("", "form-empty"),
    ],
)
def test_a_meeting_does_not_move_where_it_cannot_be(house: House, day: str, sentence: str) -> None:
    house.set_up()
    reply = house.do("agenda.meeting-moved", MAREK, house.here(), day=day, starts="10:00")
    assert isinstance(reply, Correct)
    assert {name: one.key for name, one in reply.errors.items()} == {"day": sentence}
    assert house.upcoming().starts_at == moment("2026-11-18 09:00")


def test_a_cancelled_meeting_says_so_once_and_its_open_words_go_to_the_next(house: House) -> None:
    house.set_up()
    house.do("agenda.added", MAYA, house.here(), words="Trade fair", minutes="5")
    first = house.upcoming()
    reply = house.do("agenda.meeting-cancelled", MAREK, house.here(), words="the fair is on")
    assert told(reply) == "agenda-series-saved"
    assert house.upcoming().starts_at == moment("2026-12-02 09:00")
    assert [item.words for item in house.items()] == ["Trade fair"]
    for channel in (SALES, MARKETING):
        assert [card.title.key for card in house.posted(channel)] == ["agenda-cancelled"]
    again = {"meeting": first.id, "words": "once more"}
    late = house.do("agenda.meeting-cancelled", MAREK, again)
    assert isinstance(late, Correct)
    assert late.errors["words"].key == "agenda-none-to-change"
    assert "agenda-is-cancelled" in keys(house.card(first))


def test_a_meeting_nobody_has_heard_of_is_cancelled_without_a_word(house: House) -> None:
    house.set_up(**{"first-day": "2026-12-16"})
    house.do("agenda.meeting-cancelled", MAREK, house.here(), words="too early")
    assert house.posted(SALES) == []
    assert house.upcoming().starts_at == moment("2026-12-30 09:00")


def test_a_series_ends_and_another_can_begin(house: House) -> None:
    house.set_up()
    with house.database.look() as work:
        series = work.agenda.running()
    assert series is not None
    seen = {"series": series.id, "version": str(series.version)}
    reply = house.do("agenda.series-saved", MAREK, {**SERIES_FORM, **seen, "ends": "on"})
    assert told(reply) == "agenda-series-ended"
    house.tick()
    with house.database.look() as work:
        assert (work.agenda.running(), work.agenda.upcoming()) == (None, None)
    house.set_up(**{"first-day": "2026-11-19"})
    assert house.upcoming().starts_at == moment("2026-11-19 09:00")


def test_the_form_shows_what_is_kept(house: House) -> None:
    house.set_up(starts="10:30", minutes="45")
    reply = house.do("agenda.series", MAREK)
    assert isinstance(reply, Open)
    shown = {one.name: getattr(one, "value", None) for one in reply.form.fields}
    assert (shown["starts"], shown["minutes"]) == (time(10, 30).strftime("%H:%M"), "45")
    assert shown["first-day"] == date(2026, 11, 18)
