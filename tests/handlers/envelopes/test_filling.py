"""Envelopes of several features: five places together, the most valuable first, at the right time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.envelope import ENVELOPE_TIME, MOST_ROWS, Waiting, Worth
from handlers.lead import LeadId
from handlers.people import Place
from handlers.working_time import Away, WorkingHours
from tests.builders import a_rep
from tests.handlers.envelopes.fakes import FakeHouse

WARSAW = WorkingHours(zone="Europe/Warsaw", country="PL")
PIOTR = a_rep(hours=WARSAW)


def warsaw(day: int, hour: int, minute: int = 0) -> datetime:
    """Give a moment of November 2026 by Warsaw's clock; the 16th is a Monday."""
    return datetime.fromisoformat(f"2026-11-{day:02}T{hour:02}:{minute:02}:00+01:00")


def a_row(key: str, worth: int = Worth.QUESTION, lead: int | None = None) -> Waiting:
    return Waiting(key, worth, None if lead is None else LeadId(lead))


@pytest.fixture
def house() -> FakeHouse:
    """It is Monday, 10:00 in Warsaw."""
    return FakeHouse(warsaw(16, 10), PIOTR)


def test_the_most_valuable_rows_of_all_features_get_the_five_places(house: FakeHouse) -> None:
    house.offer(house.first, *(a_row(f"q{n}", Worth.QUESTION) for n in range(3)))
    house.offer(house.second, a_row("old", Worth.EARLIER), a_row("won", Worth.QUALIFIED))
    house.offer(house.second, a_row("new", Worth.CONNECTED), a_row("urgent", Worth.REMINDER))
    house.fill()
    assert house.today() == ["q0", "q1", "q2", "urgent", "won"]


def test_what_found_no_place_comes_the_next_working_day(house: FakeHouse) -> None:
    house.offer(house.first, *(a_row(f"q{n}") for n in range(4)))
    house.offer(house.second, *(a_row(f"f{n}", Worth.FLAG) for n in range(3)))
    house.fill()
    assert house.today() == ["q0", "q1", "q2", "q3", "f0"]
    house.fill(warsaw(17, 9, 30))
    assert house.today() == ["f1", "f2"]


def test_a_later_row_joins_the_envelope_of_the_day_while_there_is_room(house: FakeHouse) -> None:
    house.offer(house.first, a_row("q0"))
    house.fill()
    house.offer(house.second, a_row("f0", Worth.FLAG))
    house.fill(warsaw(16, 15))
    assert len(house.days) == 1
    assert house.today() == ["q0", "f0"]


def test_a_row_that_leaves_gives_its_place_only_to_the_next_day(house: FakeHouse) -> None:
    house.offer(house.first, *(a_row(f"q{n}") for n in range(MOST_ROWS)))
    house.fill()
    house.first.standing[house.days[0].id].clear()
    house.offer(house.second, a_row("f0", Worth.FLAG))
    house.fill(warsaw(16, 15))
    assert house.today() == []
    house.fill(warsaw(17, 10))
    assert house.today() == ["f0"]


@pytest.mark.parametrize(
    ("why", "moment"),
    [
        ("it is not half past nine yet", warsaw(16, 9, 29)),
        ("work is over", warsaw(16, 17)),
        ("it is Saturday", warsaw(21, 10)),
        ("it is Sunday", warsaw(22, 10)),
        ("it is Independence Day", warsaw(11, 10)),
    ],
)
def test_no_envelope_comes_when(house: FakeHouse, why: str, moment: datetime) -> None:
    house.offer(house.first, a_row("q0"))
    house.fill(moment)
    assert house.days == [], why
    assert house.work.outbox.shown == []
    assert house.work.commits == 0


def test_nobody_gets_an_envelope_while_away(house: FakeHouse) -> None:
    away = replace(WARSAW, away=(Away(date(2026, 11, 16), date(2026, 11, 18)),))
    gone = FakeHouse(warsaw(16, 10), replace(PIOTR, hours=away))
    gone.offer(gone.first, a_row("q0"))
    for day in (16, 17, 18):
        gone.fill(warsaw(day, 10))
    assert gone.days == []
    gone.fill(warsaw(19, 9, 30))
    assert gone.today() == ["q0"]


def test_there_is_no_envelope_without_a_row_worth_asking(house: FakeHouse) -> None:
    house.fill()
    assert house.days == []
    assert house.work.commits == 0


def test_a_full_envelope_is_left_in_peace(house: FakeHouse) -> None:
    house.offer(house.first, *(a_row(f"q{n}") for n in range(9)))
    house.fill()
    commits, shown = house.work.commits, list(house.work.outbox.shown)
    house.fill(warsaw(16, 11))
    assert (house.work.commits, house.work.outbox.shown) == (commits, shown)


def test_an_envelope_is_shown_once_for_all_its_rows(house: FakeHouse) -> None:
    house.offer(house.first, a_row("q0"), a_row("q1"))
    house.offer(house.second, a_row("f0", Worth.FLAG))
    house.fill()
    [(place, about)] = house.work.outbox.shown
    assert (place, about.subject) == (Place.direct(PIOTR.id), house.days[0].id)


def test_no_lead_is_asked_about_twice_in_one_envelope(house: FakeHouse) -> None:
    house.offer(house.first, a_row("q0", Worth.QUESTION, 7))
    house.offer(house.second, a_row("f0", Worth.FLAG, 7), a_row("n0", Worth.QUALIFIED, 8))
    house.fill()
    assert house.today() == ["q0", "n0"]
    house.fill(warsaw(16, 15))
    assert house.today() == ["q0", "n0"]
    house.fill(warsaw(17, 10))
    assert house.today() == ["f0"]


def test_colleagues_may_ask_two_things_of_one_lead(house: FakeHouse) -> None:
    house.offer(house.first, a_row("outcome", lead=7), a_row("delay", lead=7))
    house.fill()
    assert house.today() == ["outcome", "delay"]


def test_a_question_waits_where_its_lead_stands_in_the_envelope_for_another_reason(
    house: FakeHouse,
) -> None:
    house.offer(house.second, a_row("f0", Worth.FLAG, 7))
    house.fill()
    house.offer(house.first, a_row("q0", Worth.QUESTION, 7))
    house.fill(warsaw(16, 15))
    assert house.today() == ["f0"]


rows = st.tuples(
    st.sampled_from([0, 1]),
    st.integers(min_value=1, max_value=500),
    st.none() | st.integers(min_value=1, max_value=6),
)
moments = st.tuples(st.integers(min_value=0, max_value=24 * 60), st.lists(rows, max_size=8))


@given(st.lists(moments, max_size=25))
def test_however_rows_come_and_the_clock_rings_every_envelope_keeps_the_rules(
    story: list[tuple[int, list[tuple[int, int, int | None]]]],
) -> None:
    house = FakeHouse(warsaw(9, 8), PIOTR)
    worths: dict[str, Waiting] = {}
    for minutes, new in story:
        for slip, worth, lead in new:
            row = a_row(f"row-{len(worths)}", worth, lead)
            worths[row.key] = row
            house.offer((house.first, house.second)[slip], row)
        house.fill(house.at + timedelta(minutes=minutes))
    placed = [key for envelope in house.days for key in house.keys(envelope)]
    waiting = [
        row.key for slip in (house.first, house.second) for row in slip.rows.get(PIOTR.id, [])
    ]
    assert sorted(placed + waiting) == sorted(worths)
    for envelope in house.days:
        keys = house.keys(envelope)
        assert 1 <= len(keys) <= MOST_ROWS
        assert WARSAW.works_on(envelope.day)
        assert WARSAW.local(envelope.sent_at).time() >= ENVELOPE_TIME
        _check_leads([worths[key] for key in keys])
    assert len({envelope.day for envelope in house.days}) == len(house.days)


def _check_leads(inside: list[Waiting]) -> None:
    for row in inside:
        same = [one for one in inside if one.lead is not None and one.lead == row.lead]
        assert len(same) <= 1 or all(one.worth >= Worth.QUESTION for one in same)


@given(st.lists(rows, min_size=1, max_size=12))
def test_nothing_that_was_left_out_is_worth_more_than_what_got_a_place(
    new: list[tuple[int, int, int | None]],
) -> None:
    house = FakeHouse(warsaw(16, 10), PIOTR)
    offered = [(slip, a_row(f"row-{n}", worth)) for n, (slip, worth, _) in enumerate(new)]
    for slip, row in offered:
        house.offer((house.first, house.second)[slip], row)
    house.fill()
    inside = set(house.today())
    least = min(row.worth for _, row in offered if row.key in inside)
    assert all(row.worth <= least for _, row in offered if row.key not in inside)
    assert len(inside) == min(MOST_ROWS, len(offered))
