"""Stale fields come into an envelope as far as there is room, the person wants it, and the week allows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from sqlalchemy import select

from handlers.envelope import MOST_ROWS
from handlers.message import Heading
from handlers.nudges.model import Choices, NudgeState
from handlers.nudges.slip import NudgeSlip
from handlers.people import Person
from handlers.phrase import say
from handlers.working_time import WorkingHours
from handlers.writing.model import Allowed
from storage.schema import envelopes
from tests.handlers.nudges.conftest import PIOTR, House
from tests.storage.stale import a_nudge, a_stale_lead, having, keep

SLIP = NudgeSlip(allowed=Allowed())


def chosen(house: House, person: Person = PIOTR, **choices: object) -> None:
    with house.database.open_work() as work:
        work.nudges.keep_choices(person.id, Choices(**choices))  # type: ignore[arg-type]
        work.commit()


def asked(house: House, *numbers: int) -> list[bool]:
    return [house.asked(number) for number in numbers]


def offered(house: House, person: Person = PIOTR) -> list[str]:
    with house.database.look() as work:
        waiting = SLIP.waiting(work, person, house.clock())
        people = SLIP.people(work, house.clock())
    assert not waiting or person.id in people
    return [row.key for row in waiting]


def living(house: House, zone: str) -> Person:
    """Let Piotr live elsewhere."""
    moved = replace(PIOTR, hours=WorkingHours(zone=zone))
    with house.database.open_work() as work:
        work.people.add(moved)
        work.commit()
    return moved


def test_whoever_was_asked_enough_this_week_is_not_even_looked_at(house: House) -> None:
    chosen(house, weekly_cap=2)
    house.clock.move(days=1)
    house.find(*(a_nudge(number, value=9 - number) for number in range(1, 4)))
    assert asked(house, 1, 2, 3) == [True, True, False]
    with house.database.look() as work:
        assert SLIP.people(work, house.clock()) == []
    house.clock.move(days=6)
    assert offered(house) == ["nudge-3"]


def test_the_most_valuable_fields_come_first_and_five_at_most(house: House) -> None:
    house.find(*(a_nudge(number, value=number) for number in range(1, 9)))
    assert asked(house, *range(1, 9)) == [False] * 3 + [True] * MOST_ROWS
    heads = [block.text for block in house.card().blocks if isinstance(block, Heading)]
    assert dict(heads[0].args)["lead"] == "Lead 8 · Acme"
    assert house.card().title == say("nudges-title", count=5)


def test_what_found_no_room_comes_on_the_next_day(house: House) -> None:
    house.find(*(a_nudge(number, value=number) for number in range(1, 8)))
    house.fill()
    assert asked(house, 1, 2) == [False, False]
    house.clock.move(days=1)
    house.fill()
    assert asked(house, 1, 2) == [True, True]


def test_nobody_is_asked_before_half_past_nine_on_a_day_off_or_while_away(house: House) -> None:
    for moment in ("2026-11-16T08:29", "2026-11-21T10:00", "2026-11-16T20:00"):
        house.clock.at = datetime.fromisoformat(f"{moment}+00:00")
        house.fill() if house.crm.leads else house.find()
        assert not house.asked()
    house.clock.at = datetime.fromisoformat("2026-11-23T08:30+00:00")
    house.fill()
    assert house.asked()


def test_the_weekly_cap_ends_with_sunday_by_the_persons_own_clock(house: House) -> None:
    auckland = living(house, "Pacific/Auckland")
    chosen(house, weekly_cap=3)
    house.clock.at = datetime.fromisoformat("2026-11-19T21:00+00:00")  # Friday there
    house.find(*(a_nudge(number, value=9 - number) for number in range(1, 6)))
    assert asked(house, 1, 2, 3, 4, 5) == [True, True, True, False, False]
    house.fill()
    assert offered(house, auckland) == []
    house.clock.at = datetime.fromisoformat("2026-11-22T21:00+00:00")  # Sunday in UTC
    assert offered(house, auckland) == ["nudge-4", "nudge-5"]


def test_who_wants_none_is_asked_nothing(house: House) -> None:
    chosen(house, weekly_cap=0)
    house.find()
    assert (offered(house), house.asked()) == ([], False)
    with house.engine.connect() as connection:
        assert connection.execute(select(envelopes.c.id)).all() == []


def test_a_mute_ends_on_its_day_by_the_persons_own_clock(house: House) -> None:
    living(house, "Pacific/Auckland")
    chosen(house, muted_until=date(2026, 11, 18))
    house.clock.at = datetime.fromisoformat("2026-11-16T21:00+00:00")  # Tuesday, 17 November there
    house.find()
    assert not house.asked()
    house.clock.at = datetime.fromisoformat("2026-11-17T21:00+00:00")  # Wednesday there
    house.fill()
    assert house.asked()


def test_a_mute_lasts_to_the_end_of_its_last_day_in_the_west(house: House) -> None:
    honolulu = living(house, "Pacific/Honolulu")
    chosen(house, muted_until=date(2026, 11, 18))
    house.clock.at = datetime.fromisoformat("2026-11-18T05:00+00:00")  # Tuesday, 17 November there
    house.find()
    assert (offered(house, honolulu), house.asked()) == ([], False)
    house.clock.at = datetime.fromisoformat("2026-11-18T20:00+00:00")  # Wednesday, 10:00 there
    house.fill()
    assert house.asked()


@pytest.mark.parametrize(
    ("zone", "too_early", "on_the_day"),
    [
        ("Pacific/Honolulu", "2026-11-18T05:00+00:00", "2026-11-18T20:00+00:00"),
        ("Pacific/Auckland", "2026-11-17T01:00+00:00", "2026-11-17T21:00+00:00"),
    ],
)
def test_what_was_put_off_comes_again_on_its_day_by_the_persons_own_clock(
    house: House, zone: str, too_early: str, on_the_day: str
) -> None:
    moved = living(house, zone)
    said = a_nudge(2, lead=1, state=NudgeState.SNOOZED, snoozed_until=date(2026, 11, 18))
    with house.database.open_work() as work:
        having(work, a_stale_lead())
        keep(work, said, a_nudge())
        work.commit()
    house.clock.at = datetime.fromisoformat(too_early)
    assert offered(house, moved) == []
    house.clock.at = datetime.fromisoformat(on_the_day)
    assert offered(house, moved) == ["nudge-1"]


def test_the_rest_of_the_week_is_shared_by_its_days(house: House) -> None:
    chosen(house, weekly_cap=7)
    house.find(*(a_nudge(number, value=20 - number) for number in range(1, 11)))
    house.clock.move(days=1)
    house.fill()
    assert asked(house, 7, 8) == [True, False]
    house.clock.move(days=1)
    assert offered(house) == []


def test_nothing_that_is_over_counts_as_answered(house: House) -> None:
    house.find(a_nudge(1), a_nudge(2))
    ended = [
        house.nudge(1).closed(NudgeState.EXPIRED, house.clock()),
        house.nudge(2).closed(NudgeState.STILL_RIGHT, house.clock()),
    ]
    with house.database.open_work() as work:
        work.nudges.keep(ended)
        work.commit()
    assert house.card().title == say("envelopes-done", count=1)


def test_a_row_of_a_rule_that_was_dropped_is_not_drawn(house: House) -> None:
    house.find(a_nudge(1), a_nudge(2, rule="own-dropped"))
    assert house.card().title == say("nudges-title", count=1)


def test_the_page_shows_what_waits_in_any_envelope(house: House) -> None:
    house.find(a_nudge(1))
    house.clock.move(days=1)
    house.find(a_nudge(2))
    house.press("nudges.right")
    with house.database.open_work() as work:
        keep(work, a_nudge(3, lead=1))
        work.commit()
    heads = [block for block in house.page().blocks if isinstance(block, Heading)]
    assert [dict(one.text.args).get("lead") for one in heads] == [None, "Lead 2 · Acme"]
