"""Weeks that were counted stay as they were counted; editions and decisions are remembered."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from threading import Barrier, Thread

import pytest
from sqlalchemy import Engine, insert, update

from handlers.digests.editions import Decision, DecisionId, DecisionState, Edition, EditionState
from handlers.digests.model import (
    Completeness,
    Count,
    Debt,
    DebtKind,
    Effect,
    Figure,
    Figures,
    FirstTouch,
    FlagFigures,
    Holiday,
    Praise,
    QuestionFigures,
    ReasonFigure,
    Share,
    Size,
    Standout,
    Week,
    Which,
)
from handlers.errors import NotFound
from handlers.flags.effects import Verdict
from handlers.lead import CampaignId, Lead, Reason, Status
from handlers.people import Owner, OwnerId, PersonId, Side
from storage.digest_kept import read, written
from storage.schema import lead_changes, leads
from storage.work import Database
from tests.builders import a_lead, a_rep
from tests.population import settle
from tests.storage.weeks import BEGIN, COMPANY, DAY, END, WEEK

HOUR = timedelta(hours=1)
PIOTR = a_rep()
OWNERS = [Owner(id=OwnerId(number), name=f"Rep {number}") for number in range(1, 7)]
MONDAY = END + 9 * HOUR


def _leads(count: int, *, first: int = 1, **changes: object) -> Sequence[Lead]:
    return [
        a_lead(
            first + number,
            **{
                "created_at": BEGIN + DAY,
                "assigned_at": BEGIN + DAY,
                "first_touch_at": BEGIN + DAY + (9 + number % 4) * HOUR,
                "owner": OwnerId(1 + number % 6),
                "status": Status.ATTEMPTING,
            }
            | changes,
        )
        for number in range(count)
    ]


@pytest.fixture(autouse=True)
def inhabited(engine: Engine) -> None:
    settle(engine, people=[PIOTR], owning=OWNERS)


def counted(database: Database, week: Week = WEEK, at: datetime = MONDAY) -> Figures:
    with database.look() as work:
        return work.digests.figures(week, at=at, company=COMPANY)


def kept(database: Database, week: Week = WEEK, at: datetime = MONDAY) -> Figures:
    with database.open_work() as work:
        figures = work.digests.figures(week, at=at, company=COMPANY)
        assert work.digests.keep(figures)
        work.commit()
    return figures


# Figures


def test_a_week_with_enough_leads_is_told(engine: Engine, database: Database) -> None:
    closed = _leads(12, first=30, status=Status.DISQUALIFIED, reason=Reason.PRICE)
    settle(engine, having=[*_leads(14), *(replace(one, created_at=None) for one in closed)])
    with engine.begin() as connection:
        connection.execute(
            update(leads).where(leads.c.id >= 30).values(status_changed_at=BEGIN + 2 * DAY)
        )
    figures = counted(database)
    assert figures.size is Size.ENOUGH
    assert figures.of(Count.LEADS_IN) == Figure(value=14)
    assert figures.of(Count.ACCEPTED) == Figure(value=26)
    assert figures.of(Count.QUALIFIED) == Figure()
    assert figures.of(Count.DISQUALIFIED) == Figure(value=12)
    price = ReasonFigure(key="price", figure=Figure(value=12))
    assert list(figures.disqualified_by) == [price]
    assert figures.other_disqualified == 0
    assert figures.first_touch is not None
    assert figures.first_touch.leads == 20
    assert figures.completeness == Completeness(share=100)
    assert not figures.so_far
    assert not figures.late


def test_a_small_week_tells_no_number(engine: Engine, database: Database) -> None:
    settle(engine, having=_leads(9))
    figures = counted(database)
    assert figures.size is Size.SMALL
    assert {figure.value for figure in figures.counts.values()} == {None}
    assert figures.of(Count.LEADS_IN).hidden
    assert figures.first_touch is None
    assert figures.completeness is None


def test_an_empty_week_tells_that_nothing_came(database: Database) -> None:
    figures = counted(database)
    assert figures.size is Size.EMPTY
    assert figures.of(Count.LEADS_IN) == Figure(value=0)
    assert [holiday.day for holiday in figures.holidays] == [date(2026, 11, 11)]


def test_conduct_is_not_told_of_four_people(engine: Engine, database: Database) -> None:
    settle(engine, having=[replace(one, owner=OwnerId(1 + one.id % 4)) for one in _leads(20)])
    figures = counted(database)
    assert figures.of(Count.LEADS_IN).value == 20
    assert figures.first_touch is None
    assert figures.completeness is None


def test_a_week_that_is_not_over_is_counted_so_far_and_not_kept(
    engine: Engine, database: Database
) -> None:
    settle(engine, having=_leads(12))
    figures = counted(database, at=BEGIN + 3 * DAY)
    assert figures.so_far
    assert figures.of(Count.LEADS_IN).value == 12
    with database.open_work() as work, pytest.raises(ValueError, match="2026-W46 is not over"):
        work.digests.keep(figures)


def test_a_lead_that_changes_afterwards_rewrites_no_past_week(
    engine: Engine, database: Database
) -> None:
    settle(engine, having=_leads(14))
    before = kept(database)
    settle(engine, having=_leads(5, first=50))
    with engine.begin() as connection:
        connection.execute(update(leads).values(status="converted", converted_at=BEGIN + DAY))
    after = counted(database, at=MONDAY + 30 * DAY)
    assert after == before
    with database.open_work() as work:
        anew = replace(before, changes_to=99)
        assert not work.digests.keep(anew)
        assert work.digests.figures(WEEK, at=MONDAY, company=COMPANY) == before


def test_two_replicas_keep_a_week_once(engine: Engine, database: Database) -> None:
    settle(engine, having=_leads(14))
    figures, barrier, told = counted(database), Barrier(2), list[bool]()

    def keep() -> None:
        barrier.wait()
        with database.open_work() as work:
            told.append(work.digests.keep(figures))
            work.commit()

    both = [Thread(target=keep) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert sorted(told) == [False, True]


def test_a_week_stands_beside_what_earlier_weeks_told(engine: Engine, database: Database) -> None:
    for back, came in enumerate((12, 20, 4, 30, 16), start=1):
        day = BEGIN - 7 * back * DAY + DAY
        settle(engine, having=_leads(came, first=100 * back, created_at=day, first_touch_at=None))
    settle(engine, having=_leads(14))
    with database.look() as work:
        weeks = work.digests.unkept(WEEK.before(), company=COMPANY)
    assert list(weeks) == [WEEK.before(number) for number in (5, 4, 3, 2, 1)]
    for week in weeks:
        kept(database, week)
    figure = counted(database).of(Count.LEADS_IN)
    assert figure == Figure(value=14, last=12, usual=(12, 30))
    assert counted(database).weeks_before == 5
    with database.look() as work:
        assert list(work.digests.unkept(WEEK, company=COMPANY)) == [WEEK]


def test_no_week_is_missing_where_there_are_no_leads(database: Database) -> None:
    with database.look() as work:
        assert not work.digests.unkept(WEEK, company=COMPANY)


def test_a_week_counted_late_leaves_out_what_only_its_days_could_tell(
    engine: Engine, database: Database
) -> None:
    settle(engine, having=_leads(14))
    figures = counted(database, at=END + 8 * DAY)
    assert figures.late
    assert figures.of(Count.LEADS_IN).value == 14
    assert figures.completeness is None
    assert not figures.owes


# Which ones


def test_a_figure_lists_its_leads_as_they_were_counted(engine: Engine, database: Database) -> None:
    settle(engine, having=_leads(14))
    figures = kept(database)
    settle(engine, having=_leads(5, first=50))
    with engine.begin() as connection:
        moved = {"lead_id": 3, "field": "status", "old": "new", "new": "connected"}
        connection.execute(insert(lead_changes), {**moved, "at": BEGIN + DAY, "origin": "native"})
    with database.look() as work:
        came = work.digests.leads_of(figures, Which(Count.LEADS_IN), company=COMPANY)
        talking = work.digests.leads_of(figures, Which(Count.TALKING), company=COMPANY)
    assert list(came) == list(range(14, 0, -1))
    assert not talking


def test_a_hidden_figure_lists_nothing(engine: Engine, database: Database) -> None:
    settle(engine, having=_leads(14))
    with engine.begin() as connection:
        two = leads.c.id <= 2
        connection.execute(update(leads).where(two).values(converted_at=BEGIN + DAY))
    figures = counted(database)
    assert figures.of(Count.WON).hidden
    with database.look() as work:
        for which in (Which(Count.WON), Which(Count.DISQUALIFIED, "price")):
            assert not work.digests.leads_of(figures, which, company=COMPANY)


# As JSON

FULL = Figures(
    week=WEEK,
    counts={
        Count.LEADS_IN: Figure(value=24, last=19, usual=(15, 30)),
        Count.WON: Figure(hidden=True),
    },
    disqualified_by=(ReasonFigure(key="price", figure=Figure(value=9)),),
    other_disqualified=4,
    recycled_by=(),
    first_touch=FirstTouch(median=3.5, within=85, agreed=8, leads=20, last=4.0),
    campaigns=(
        Standout(
            id=CampaignId(4),
            campaign="Осенний вебинар",
            promising=3,
            leads=40,
            share=Share(8, 2, 20),
            elsewhere=31,
            since=Week(2026, 40),
        ),
    ),
    flags=FlagFigures(raised=12, praised=0, accepted=4, declined=3, done=None, waiting=10),
    questions=QuestionFigures(asked=20, answered=15, open=None),
    completeness=Completeness(share=85, last=80),
    praise=(Praise(reason="good-fit", words="", campaign="展会"),),
    effects=(
        Effect(
            what="The form asks for the role",
            subject="Webinar",
            done_on=date(2026, 10, 12),
            verdict=Verdict.BETTER,
            before=Share(10, 4, 20),
            after=Share(40, 25, 60),
        ),
    ),
    owes={Side.SALES: (Debt(kind=DebtKind.ANSWERS, count=10),), Side.MARKETING: ()},
    holidays=(Holiday(day=date(2026, 11, 11), name="Independence Day"),),
    definition=2,
    weeks_before=12,
    counted_at=datetime(2026, 11, 16, 8, 0, tzinfo=UTC),
    leads_to=1000,
    changes_to=5000,
)


def test_figures_are_read_back_as_they_were_written() -> None:
    assert read(json.loads(json.dumps(written(FULL)))) == FULL


def test_figures_that_an_older_version_kept_have_defaults_for_what_is_new() -> None:
    old = {**written(FULL), "a word of a later version": 1}
    del old["praise"]
    assert read(old) == replace(FULL, praise=())


# Editions


def test_an_edition_is_planned_until_something_is_said_of_it(database: Database) -> None:
    with database.open_work() as work:
        edition = work.digests.edition(WEEK, Side.SALES)
        assert edition == Edition(week=WEEK, side=Side.SALES)
        held = replace(edition, state=EditionState.HELD, note="Wait", note_by=Side.MARKETING)
        work.digests.keep_edition(held)
        work.commit()
    sent = Edition(week=WEEK, side=Side.MARKETING, state=EditionState.SENT, sent_at=MONDAY)
    with database.open_work() as work:
        work.digests.keep_edition(sent)
        work.commit()
    with database.open_work() as work:
        assert work.digests.edition(WEEK, Side.SALES) == held
        assert list(work.digests.editions(WEEK)) == [sent, held]
        assert not work.digests.editions(WEEK.before())


def test_a_slot_is_used_up_once(database: Database) -> None:
    with database.open_work() as work:
        assert work.digests.take_slot("digest", WEEK.last, "sales", at=MONDAY)
        assert not work.digests.take_slot("digest", WEEK.last, "sales", at=MONDAY)
        assert work.digests.take_slot("digest", WEEK.last, "marketing", at=MONDAY)


# Decisions


def a_decision(number: int, **changes: object) -> Decision:
    decision = Decision(
        id=DecisionId(f"decision-{number}"),
        week=WEEK,
        key="finding",
        subject=f"finding-{number}",
        about="Autumn webinar",
    )
    return replace(decision, **changes)  # type: ignore[arg-type]


def test_decisions_come_back_until_they_are_done(database: Database) -> None:
    taken = a_decision(
        2,
        state=DecisionState.TAKEN,
        taken_by=Side.SALES,
        person=PIOTR.id,
        due=date(2026, 11, 20),
    )
    first, later = a_decision(1), a_decision(3, week=WEEK.before(-1))
    with database.open_work() as work:
        work.digests.add_decisions([first, taken])
        work.digests.add_decisions([a_decision(9, subject="finding-1"), later])
        assert list(work.digests.decisions_of(WEEK)) == [first, taken]
        assert list(work.digests.unfinished()) == [first, taken, later]
        assert list(work.digests.taken_by(PIOTR.id)) == [taken]
        assert not work.digests.taken_by(PersonId("maya"))
        done = replace(taken, state=DecisionState.DONE, closed_at=MONDAY)
        work.digests.keep_decision(done)
        assert work.digests.decision(taken.id) == done
        assert list(work.digests.unfinished()) == [first, later]
        assert list(work.digests.closed_since(MONDAY)) == [done]
        assert not work.digests.closed_since(MONDAY + HOUR)
        with pytest.raises(NotFound):
            work.digests.decision(DecisionId("nobody's"))
