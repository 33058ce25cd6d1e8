"""What the digest tells of flags, questions, debts, campaigns and the definition, in small houses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import Engine, insert

from handlers.agenda.model import Action, ActionId
from handlers.definition.model import (
    Criterion,
    CriterionId,
    Operator,
    Signature,
    State,
    Test,
    Version,
)
from handlers.digests.model import (
    Completeness,
    Count,
    Debt,
    DebtKind,
    Effect,
    Figure,
    Figures,
    FlagFigures,
    Praise,
    QuestionFigures,
    Share,
    Standout,
    Week,
    Which,
)
from handlers.flags.effects import Verdict
from handlers.flags.model import (
    Change,
    Flag,
    FlagReason,
    Kind,
    ReasonKey,
    Remedy,
    Step,
    StepId,
    Stepped,
)
from handlers.flags.model import State as FlagState
from handlers.lead import CampaignId, Lead, LeadId, Status
from handlers.leads.understanding import Kind as AskKind
from handlers.people import Owner, OwnerId, PersonId, Side
from handlers.questions.model import Ask, AskId, AskState
from storage.question_rows import ask_values
from storage.schema import asks
from storage.work import Database
from tests.builders import a_flag, a_lead, a_marketer, a_rep
from tests.population import settle
from tests.storage.weeks import BEGIN, COMPANY, DAY, END, WEEK

HOUR = timedelta(hours=1)
MONDAY = END + 9 * HOUR
REPS = [a_rep(f"Rep{number} Rep") for number in range(6)]
MAYA = a_marketer()
OWNERS = [Owner(id=OwnerId(number), name=f"Rep {number}") for number in range(1, 7)]


@pytest.fixture(autouse=True)
def inhabited(engine: Engine) -> None:
    settle(engine, people=[*REPS, MAYA], owning=OWNERS)


def counted(database: Database, week: Week = WEEK, at: datetime = MONDAY) -> Figures:
    with database.look() as work:
        return work.digests.figures(week, at=at, company=COMPANY)


# Flags


def raised(database: Database, *flags: Flag) -> None:
    with database.open_work() as work:
        for flag in flags:
            line = Stepped(
                id=StepId(f"{flag.id}-raised"),
                flag=flag.id,
                step=Step.RAISE,
                by=flag.by,
                at=flag.raised_at,
            )
            work.flags.add(flag, line)
        work.commit()


def a_case(number: int, **changes: object) -> Flag:
    flag = a_flag(number, lead=None, by=REPS[0].id, raised_at=BEGIN + number * HOUR)
    return replace(flag, **changes)  # type: ignore[arg-type]


def test_flags_are_counted_by_when_they_were_raised_and_decided(database: Database) -> None:
    decided = {"decided_at": BEGIN + 2 * DAY}
    raised(
        database,
        *(a_case(number) for number in range(11)),
        *(a_case(20 + n, state=FlagState.ACCEPTED, **decided) for n in range(4)),
        *(
            a_case(30 + n, state=FlagState.DECLINED, raised_at=BEGIN - DAY, **decided)
            for n in range(3)
        ),
        a_case(40, state=FlagState.WITHDRAWN),
        *(a_case(41 + n, kind=Kind.PRAISE, state=FlagState.DONE, **decided) for n in range(3)),
        a_case(50, raised_at=BEGIN - DAY),
        a_case(51, raised_at=END),
        a_case(52, state=FlagState.DECLINED, decided_at=END, raised_at=BEGIN - DAY),
    )
    assert counted(database).flags == FlagFigures(
        raised=15, praised=3, accepted=4, declined=3, done=0, waiting=10
    )


def test_praise_is_told_by_reason_and_campaign_and_without_names(database: Database) -> None:
    with database.open_work() as work:
        dear = FlagReason(
            key=ReasonKey("own"), kind=Kind.PRAISE, remedy=Remedy.NOTHING, label="Very quick"
        )
        work.flags.keep_reason(dear)
        work.commit()
    praise = {"kind": Kind.PRAISE, "reason": ReasonKey("good-fit")}
    raised(
        database,
        a_case(1, source="Fair", **praise),
        a_case(2, source="Fair", by=REPS[1].id, **praise),
        a_case(3, **{**praise, "reason": ReasonKey("own")}),
        a_case(4, state=FlagState.WITHDRAWN, source="Secret", **praise),
        a_case(5, raised_at=END, source="Later", **praise),
    )
    assert list(counted(database).praise) == [
        Praise(reason="good-fit", campaign="Fair"),
        Praise(reason="own", words="Very quick"),
    ]


def test_what_was_changed_is_told_and_four_weeks_later_what_it_did(
    engine: Engine, database: Database
) -> None:
    begun, done_at = BEGIN - 50 * DAY, BEGIN - 27 * DAY
    settle(
        engine,
        having=[
            *_fares(10, 40, 0, campaign="Webinar", at=begun),
            *_fares(100, 40, 36, campaign="Webinar", at=done_at + 5 * DAY),
        ],
    )
    changed = {"state": FlagState.DONE, "decided_at": begun}
    on_webinar = {"campaign": CampaignId(1), "campaign_name": "Webinar"}
    asks_more = Change(what="The form asks more", remedy=Remedy.DATA, done_at=done_at)
    fresh = Change(what="No free mail", remedy=Remedy.DATA, done_at=BEGIN + DAY)
    raised(
        database,
        a_case(1, change=asks_more, raised_at=begun, **changed, **on_webinar),
        a_case(2, change=fresh, **changed),
    )
    assert list(counted(database).effects) == [
        Effect(
            what="The form asks more",
            subject="Webinar",
            done_on=date(2026, 10, 12),
            verdict=Verdict.BETTER,
            before=Share(0, 0, 9),
            after=Share(90, 76, 97),
        ),
        Effect(what="No free mail", done_on=date(2026, 11, 9)),
    ]


# Questions


def test_questions_are_told_as_they_stood_when_the_week_ended(
    engine: Engine, database: Database
) -> None:
    settle(engine, having=[a_lead(number) for number in range(1, 31)])
    answered = {"state": AskState.ANSWERED, "closed_at": BEGIN + 2 * DAY}
    asked = [
        *(_ask(number, **answered) for number in range(12)),
        *(_ask(12 + n, **{**answered, "closed_at": END}) for n in range(4)),
        *(_ask(16 + n, state=AskState.EXPIRED, closed_at=BEGIN + 3 * DAY) for n in range(3)),
        _ask(20, asked_at=BEGIN - HOUR),
        _ask(21, asked_at=END),
        _ask(22, asked_at=None, state=AskState.QUEUED),
        _ask(23, kind=AskKind.DELAY),
    ]
    with engine.begin() as connection:
        connection.execute(insert(asks), [dict(ask_values(one)) for one in asked])
    expected = QuestionFigures(asked=19, answered=12, open=4)
    assert counted(database).questions == expected


def _ask(number: int, **changes: object) -> Ask:
    ask = Ask(
        id=AskId(f"ask-{number}"),
        lead=LeadId(number + 1),
        person=REPS[number % 6].id,
        kind=AskKind.OUTCOME,
        state=AskState.ASKED,
        queued_at=BEGIN - DAY,
        asked_at=BEGIN + DAY,
    )
    return replace(ask, **changes)  # type: ignore[arg-type]


# Debts


def test_both_sides_owe_and_small_debts_have_no_number(database: Database) -> None:
    late = {"decide_by": BEGIN, "raised_at": BEGIN - DAY}
    raised(database, *(a_case(number, **late) for number in range(12)))
    proposed = Version(
        number=1,
        criteria=(),
        state=State.PROPOSED,
        proposed_by=MAYA.id,
        proposed_at=BEGIN,
        signatures=(Signature(Side.MARKETING, MAYA.id, BEGIN),),
    )
    with database.open_work() as work:
        work.definitions.add(proposed)
        work.agenda.add_action(_action("late", date(2026, 11, 13)))
        work.agenda.add_action(_action("today", date(2026, 11, 16)))
        work.commit()
    assert counted(database).owes == {
        Side.SALES: (Debt(kind=DebtKind.SIGNATURES),),
        Side.MARKETING: (Debt(kind=DebtKind.DECISIONS), Debt(kind=DebtKind.ACTIONS)),
    }


def _action(name: str, due: date) -> Action:
    return Action(
        id=ActionId(name),
        meeting=None,
        what="Ask for the role",
        owner=PersonId("maya"),
        side=Side.MARKETING,
        due=due,
        agreed_at=BEGIN,
    )


# Completeness


def test_open_leads_are_complete_with_an_owner_and_a_next_step_where_due(
    engine: Engine, database: Database
) -> None:
    some = [a_lead(n, created_at=BEGIN, owner=OwnerId(1 + n % 6)) for n in range(1, 26)]
    settle(
        engine,
        having=[
            *(replace(one, status=Status.NEW) for one in some[:8]),
            *(replace(one, status=Status.CONNECTED, next_step="Demo") for one in some[8:12]),
            *(replace(one, status=Status.CONNECTED) for one in some[12:14]),
            *(replace(one, status=None) for one in some[14:15]),
            *(replace(one, status=Status.NEW, owner=None) for one in some[15:16]),
            *(replace(one, status=Status.DISQUALIFIED, owner=None) for one in some[16:]),
            a_lead(90, status=None, created_at=BEGIN - 90 * DAY),
        ],
    )
    assert counted(database).completeness == Completeness(share=75)


# Campaigns


def _fares(
    first: int, leads: int, promising: int, *, campaign: str, at: datetime
) -> Sequence[Lead]:
    return [
        a_lead(
            first + number,
            campaign=campaign,
            created_at=at,
            status=Status.CONNECTED if number < promising else Status.DISQUALIFIED,
        )
        for number in range(leads)
    ]


def test_a_campaign_stands_out_once_with_the_same_leads(engine: Engine, database: Database) -> None:
    settle(
        engine,
        having=[
            *_fares(1, 40, 3, campaign="Fair", at=BEGIN - 20 * DAY),
            *_fares(100, 100, 40, campaign="Webinar", at=BEGIN - 30 * DAY),
            *_fares(300, 100, 40, campaign="", at=BEGIN),
        ],
    )
    figures = counted(database)
    assert list(figures.campaigns) == [
        Standout(
            id=CampaignId(1),
            campaign="Fair",
            promising=3,
            leads=40,
            share=Share(8, 2, 20),
            elsewhere=40,
            since=WEEK.before(11),
        )
    ]
    with database.open_work() as work:
        work.digests.keep(figures)
        work.commit()
    settle(engine, having=_fares(500, 12, 0, campaign="Fair", at=END))
    [again] = counted(database, WEEK.before(-1), MONDAY + 7 * DAY).campaigns
    assert (again.leads, again.promising) == (12, 0)
    assert again.since == WEEK.before(-1)
    assert not counted(database, WEEK.before(-1), END + 3 * DAY).campaigns


# The definition


def test_leads_are_judged_by_the_definition_of_their_day(
    engine: Engine, database: Database
) -> None:
    source = _criterion("source", Operator.ONE_OF, "Fair")
    title = _criterion("title", Operator.FILLED)
    person = Criterion(id=CriterionId("budget"), words="Has a budget")
    changed_at = BEGIN + 3 * DAY
    with database.open_work() as work:
        old = _version(1, [source], State.REPLACED, BEGIN - 90 * DAY)
        work.definitions.add(replace(old, in_force_until=changed_at))
        work.definitions.add(_version(2, [title, person], State.IN_FORCE, changed_at))
        work.commit()
    before, after = changed_at - HOUR, changed_at + HOUR
    settle(
        engine,
        having=[
            *(a_lead(n, created_at=before, source="fair") for n in range(1, 8)),
            *(a_lead(n, created_at=before, source="Web") for n in range(10, 14)),
            *(a_lead(n, created_at=before) for n in range(20, 23)),
            *(a_lead(n, created_at=after, source="Fair") for n in range(30, 35)),
            a_lead(40, created_at=BEGIN - DAY, source="Fair"),
        ],
    )
    figures = counted(database)
    assert figures.definition == 2
    assert figures.of(Count.QUALIFIED) == Figure(value=7)
    with database.look() as work:
        listed = work.digests.leads_of(figures, Which(Count.QUALIFIED), company=COMPANY)
    assert list(listed) == [7, 6, 5, 4, 3, 2, 1]


def test_where_no_definition_was_in_force_none_is_qualified(
    engine: Engine, database: Database
) -> None:
    with database.open_work() as work:
        later = _version(1, [_criterion("email", Operator.FILLED)], State.IN_FORCE, END)
        work.definitions.add(later)
        work.commit()
    settle(engine, having=[a_lead(n, created_at=BEGIN) for n in range(1, 20)])
    figures = counted(database)
    assert figures.definition is None
    assert figures.of(Count.QUALIFIED) == Figure()


def _criterion(field: str, operator: Operator, *values: str) -> Criterion:
    test = Test(field=field, operator=operator, values=values)
    return Criterion(id=CriterionId(field), words=field, test=test)


def _version(number: int, criteria: Sequence[Criterion], state: State, since: datetime) -> Version:
    return Version(
        number=number,
        criteria=tuple(criteria),
        state=state,
        proposed_by=MAYA.id,
        proposed_at=since,
        in_force_from=since,
    )
