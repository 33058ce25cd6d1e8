"""The invented company tells a story: it can be imported, asked about and answered."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import demo as app
from bot.clock import MovableClock
from bot.platforms.demo import people as company
from bot.platforms.demo.agreed import DECIDES, NEXT
from bot.platforms.demo.story import SAMPLE_CAMPAIGN
from bot.platforms.demo.weeks import BEFORE, NOW
from handlers.agenda.rhythm import next_occurrence, starts_at
from handlers.definition.judging import fit_of, fits_of
from handlers.flags.model import State
from handlers.lead import LeadFilter
from handlers.people import Place, Role, Side
from handlers.working_time import WorkingHours
from tests.builders import MONDAY_MORNING


@given(st.dates(date(2026, 1, 1), date(2032, 1, 1)), st.integers(0, 23))
def test_the_demo_opens_when_two_of_three_zones_are_at_work(day: date, hour: int) -> None:
    now = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    opening = company.opening(now)
    at_work = {rep.hours.zone for rep in company.reps() if rep.hours.works_at(opening)}
    assert {company.WARSAW, company.NEW_YORK} <= at_work
    assert timedelta(days=-1) < now - opening < timedelta(days=14)


def test_the_company_is_the_one_that_was_promised() -> None:
    roles = [person.role for person in company.people()]
    assert [roles.count(role) for role in (Role.MARKETER, Role.REP, Role.MANAGER)] == [2, 4, 2]
    assert roles.count(Role.ADMINISTRATOR) == 1
    assert len({rep.hours.zone for rep in company.reps()}) == 3
    assert len({person.language for person in company.people()}) == 4


@pytest.fixture
def clock(tmp_path: Path) -> MovableClock:
    return MovableClock(lambda: MONDAY_MORNING, tmp_path / "clock")


def test_the_sample_question_has_gaps_to_ask_about(tmp_path: Path, clock: MovableClock) -> None:
    demo = app.open_demo(tmp_path, clock)
    maya = company.people()[0]
    question = app.sample(demo.house.database, maya, Place.channel(Side.MARKETING))
    assert question.startswith("@Leadloop what happened to these leads?")
    asked, shown = demo.house.asking.read(question.removeprefix("@Leadloop"), today=clock().date())
    assert asked.asked == 20
    assert len(shown.rows) == 17
    assert len(asked.remarks.candidates) == len(asked.remarks.unknown) == 1
    assert len(asked.remarks.duplicates) == 1
    assert shown.price.people >= 3
    assert shown.price.ownerless or shown.price.unreachable


def test_the_second_start_finds_everything_as_it_was(tmp_path: Path, clock: MovableClock) -> None:
    first = app.open_demo(tmp_path, clock)
    clock.move(clock() + timedelta(days=3))
    moved = clock()
    again = MovableClock(lambda: MONDAY_MORNING, tmp_path / "clock")
    second = app.open_demo(tmp_path, again)
    assert abs(again() - moved) < timedelta(seconds=1)
    for demo in (first, second):
        with demo.house.database.look() as work:
            assert SAMPLE_CAMPAIGN in work.leads.campaigns().values()
            assert work.leads.count(LeadFilter()) == 109 + NOW + sum(BEFORE)


def test_a_visitors_own_leads_are_dealt_to_the_reps(tmp_path: Path, clock: MovableClock) -> None:
    data = tmp_path / "own.csv"
    data.write_text(
        "id,email,owner\n1,a@x.example,Someone Else\n2,b@x.example,\n", encoding="utf-8"
    )
    demo = app.open_demo(tmp_path, clock, [data])
    _, shown = demo.house.asking.read("a@x.example\nb@x.example", today=clock().date())
    reps = {rep.id for rep in company.reps()}
    assert set(shown.price.askable.values()) <= reps
    assert len(shown.price.askable) == 2


def test_a_folder_of_exports_is_brought_in_whole(tmp_path: Path, clock: MovableClock) -> None:
    exports = tmp_path / "exports"
    exports.mkdir()
    (exports / "leads.csv").write_text("mql_id,first_contact_date,origin\na1,2018-01-01,social\n")
    (exports / "deals.csv").write_text("mql_id,won_date,sr_id\na1,2018-02-01 10:00:00,rep1\n")
    (exports / "README.md").write_text("not an export")
    demo = app.open_demo(tmp_path, clock, [exports])
    _, shown = demo.house.asking.read("a1", today=clock().date())
    assert [row.outcome.value for row in shown.rows] == ["converted"]


def test_both_heads_have_signed_the_definition_before_any_lead_came(
    tmp_path: Path, clock: MovableClock
) -> None:
    with app.open_demo(tmp_path, clock).house.database.look() as work:
        version = work.definitions.in_force(clock())
        newest = work.leads.matching(LeadFilter(), 200)
        leads = list(work.leads.by_ids(newest).values())
        fits = fits_of(work, leads)
    heads = {person.id: person for person in company.people() if person.role is Role.MANAGER}
    assert version is not None
    assert {heads[one.by].side for one in version.signatures} == set(Side)
    assert set(fits) == {lead.id for lead in leads}
    assert any(fit.missed for fit in fits.values())
    assert any(not fit.missed for fit in fits.values())


def test_the_teams_meet_every_second_thursday_and_not_before_the_visitor_has_looked_round(
    tmp_path: Path, clock: MovableClock
) -> None:
    with app.open_demo(tmp_path, clock).house.database.look() as work:
        series = work.agenda.running()
    assert series is not None
    warsaw = WorkingHours(zone=company.WARSAW)
    meeting = next_occurrence(series, clock(), warsaw)
    assert (meeting.day.weekday(), series.minutes) == (3, 45)
    assert timedelta(days=5) < starts_at(series, meeting.day) - clock() < timedelta(days=15)


def test_one_more_flag_on_search_ads_makes_a_finding(tmp_path: Path, clock: MovableClock) -> None:
    with app.open_demo(tmp_path, clock).house.database.look() as work:
        undecided = work.flags.undecided(10)
        [lead] = work.leads.by_external_ids([NEXT])[NEXT]
        [owner] = work.people.behind([lead.owner] if lead.owner else []).values()
        fit = fit_of(work, lead)
        changed = work.flags.changed_before(clock() - timedelta(weeks=4))
        assert not work.flags.any_untold()
    assert {(flag.reason, flag.campaign_name) for flag in undecided} == {
        ("not-the-role", "Search ads")
    }
    assert len(undecided) == 2
    assert all(DECIDES in flag.missed for flag in undecided)
    assert (owner.id, lead.campaign) == ("tom", "Search ads")
    assert fit is not None
    assert DECIDES in fit.missed
    assert [flag.state for flag in changed] == [State.DONE]


def test_a_visitors_own_company_has_agreed_on_nothing_yet(
    tmp_path: Path, clock: MovableClock
) -> None:
    data = tmp_path / "own.csv"
    data.write_text("id,email\n1,a@x.example\n", encoding="utf-8")
    with app.open_demo(tmp_path, clock, [data]).house.database.look() as work:
        assert work.definitions.in_force(clock()) is None
        assert work.agenda.running() is None
