"""By the clock: a digest leaves once, late if it must, and never twice."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete

from handlers.digests.editions import EditionState
from handlers.digests.model import Count, Week
from handlers.digests.shown import due_at
from handlers.parcel import Destination
from handlers.people import Side
from handlers.working_time import WorkingHours
from storage.schema import channels
from tests.handlers.agenda.conftest import keys
from tests.handlers.digests.conftest import COMPANY, HELEN, MAREK, PIOTR, WEEK, House, moment


def test_both_channels_get_the_digest_on_monday_at_nine_and_only_once(full: House) -> None:
    full.at("2026-11-23 08:59")
    assert full.sent(Side.SALES) == []
    for text in ("2026-11-23 09:00", "2026-11-23 09:01", "2026-11-23 15:00", "2026-11-24 09:00"):
        full.at(text)
    assert full.sent(Side.SALES) == full.sent(Side.MARKETING) == ["2026-W47"]


def test_each_channel_gets_it_by_its_own_clock(full: House) -> None:
    full.move_channel(Side.SALES, "America/New_York")
    full.at("2026-11-23 09:00")
    assert (full.sent(Side.SALES), full.sent(Side.MARKETING)) == ([], ["2026-W47"])
    full.at("2026-11-23 15:00")
    assert full.sent(Side.SALES) == ["2026-W47"]


def test_far_to_the_east_it_waits_until_the_week_is_over_for_the_company(full: House) -> None:
    full.move_channel(Side.SALES, "Pacific/Auckland")
    full.at("2026-11-22 21:00")
    assert full.sent(Side.SALES) == []
    full.at("2026-11-23 00:05")
    assert full.sent(Side.SALES) == ["2026-W47"]


def test_two_replicas_send_it_once(full: House) -> None:
    full.clock.at = moment("2026-11-23 09:00")
    other = full.together.jobs["send-digests"]
    full.ring()
    other(full.clock())
    assert full.sent(Side.SALES) == ["2026-W47"]


def test_a_bot_that_was_down_sends_it_late_and_says_so(full: House) -> None:
    full.at("2026-11-16 09:00")
    full.at("2026-11-24 16:00")
    assert full.sent(Side.SALES)[-1] == "2026-W47"
    assert "digests-sent-late" in keys(full.card())


def test_after_two_days_it_is_skipped_and_managers_and_the_next_digest_say_so(
    full: House,
) -> None:
    full.at("2026-11-16 09:00")
    full.at("2026-11-25 09:01")
    full.at("2026-11-25 12:00")
    assert full.sent(Side.SALES) == ["2026-W46"]
    assert full.editions()[Side.SALES].state is EditionState.SKIPPED
    told = {card.title.key for card in full.posted(MAREK)}
    assert told == {"digests-skipped-sales", "digests-skipped-marketing"}
    assert len(full.posted(MAREK)) == len(full.posted(HELEN)) == 2
    assert full.posted(PIOTR) == []
    full.at("2026-11-30 09:00")
    assert "digests-missed" in keys(full.card(week=WEEK.before(-1)))


def test_a_channel_that_is_new_begins_with_a_fresh_digest(full: House) -> None:
    full.at("2026-11-24 09:00")
    assert full.sent(Side.SALES) == []
    assert full.posted(MAREK) == []
    full.at("2026-11-30 09:00")
    assert full.sent(Side.SALES) == ["2026-W48"]


def test_on_a_public_holiday_it_waits_for_the_next_working_day(house: House) -> None:
    easter_monday = Week(2027, 12)
    channel = Destination(platform="demo", address="sales", zone="Europe/Warsaw")
    assert due_at(easter_monday, channel, COMPANY) == moment("2027-03-30 09:00")


@given(
    st.integers(1, 52),
    st.sampled_from(["Europe/Warsaw", "America/New_York", "Pacific/Auckland", "Asia/Kolkata"]),
)
def test_it_is_nine_o_clock_there_unless_the_week_is_not_over(number: int, zone: str) -> None:
    week = Week(2027, number)
    channel = Destination(platform="demo", address="sales", zone=zone)
    due = due_at(week, channel, COMPANY)
    local = WorkingHours(zone=zone).local(due)
    is_nine = (local.hour, local.minute) == (9, 0)
    assert is_nine or due == week.ends_at(COMPANY) + timedelta(minutes=5)
    assert due >= week.ends_at(COMPANY)


def test_a_week_is_counted_once_and_what_changes_later_rewrites_nothing(full: House) -> None:
    full.at("2026-11-23 00:05")
    before = full.figures()
    full.come(30, moment("2026-11-19 10:00"), first=500)
    full.at("2026-11-23 09:00")
    full.at("2026-11-30 09:00")
    assert full.figures() == before


def test_a_week_that_has_just_ended_is_shown_but_not_yet_kept(full: House) -> None:
    full.clock.at = moment("2026-11-23 00:04")
    full.do("digests.show", PIOTR)
    before = full.figures().of(Count.LEADS_IN).value or 0
    full.come(30, moment("2026-11-22 23:59"), first=500)
    full.at("2026-11-23 00:05")
    assert full.figures().of(Count.LEADS_IN).value == before + 30


def test_managers_alone_get_the_preview_once_they_work(full: House) -> None:
    full.at("2026-11-20 13:59")
    assert full.previews(MAREK) == []
    full.at("2026-11-20 14:00")
    full.at("2026-11-20 14:01")
    assert len(full.previews(MAREK)) == len(full.previews(HELEN)) == 1
    assert full.previews(PIOTR) == []


def test_before_free_days_the_preview_comes_on_the_last_working_day(house: House) -> None:
    house.come(40, moment("2026-12-21 10:00"))
    house.at("2026-12-23 13:59")
    assert house.previews(MAREK) == []
    house.at("2026-12-23 14:00")
    assert house.previews(MAREK) == ["2026-W52:sales"]


def test_without_a_channel_nothing_is_sent_and_the_preview_says_so(full: House) -> None:
    with full.engine.begin() as connection:
        connection.execute(delete(channels))
    full.at("2026-11-23 09:00")
    assert full.sent(Side.SALES) == []
    assert "digests-no-channels" in keys(full.preview())
