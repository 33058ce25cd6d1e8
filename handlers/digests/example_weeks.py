"""Invented weeks: a full one, one with few leads, an empty one, and one with holidays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

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
)
from handlers.flags.effects import Verdict
from handlers.lead import CampaignId
from handlers.people import Side

WEEK = Week(2026, 47)
COUNTED_AT = datetime(2026, 11, 22, 23, 5, tzinfo=UTC)
NO_FLAGS = FlagFigures(
    raised=None, praised=None, accepted=None, declined=None, done=None, waiting=None
)


def a_full_week() -> Figures:
    """Make a week in which a lot happened."""
    return Figures(
        week=WEEK,
        counts=_counts(),
        disqualified_by=(
            _reason("no-budget", 5),
            _reason("not-target", 4),
            _reason("competitor", 3),
        ),
        other_disqualified=4,
        recycled_by=(_reason("timing", 6), _reason("price", 5)),
        first_touch=FirstTouch(median=3.5, within=80, agreed=8, leads=30, last=4.1),
        campaigns=(
            Standout(
                id=CampaignId(1),
                campaign="Trade fair Poznań",
                promising=17,
                leads=24,
                share=Share(71, 50, 86),
                elsewhere=31,
                since=WEEK.before(11),
            ),
            Standout(
                id=CampaignId(2),
                campaign="Search ads",
                promising=4,
                leads=46,
                share=Share(9, 3, 21),
                elsewhere=38,
                since=WEEK.before(11),
            ),
        ),
        flags=FlagFigures(raised=6, praised=3, accepted=4, declined=1, done=2, waiting=1),
        questions=QuestionFigures(asked=40, answered=36, open=4),
        completeness=Completeness(share=80, last=75),
        praise=(Praise(reason="real-need", campaign="Trade fair Poznań"),),
        effects=(_effect(),),
        owes=_debts(),
        definition=2,
        weeks_before=12,
        counted_at=COUNTED_AT,
        leads_to=1_440,
        changes_to=9_120,
    )


def _counts() -> Mapping[Count, Figure]:
    return {
        Count.LEADS_IN: Figure(value=34, last=27, usual=(22, 33)),
        Count.QUALIFIED: Figure(value=21, last=18, usual=(14, 22)),
        Count.ACCEPTED: Figure(value=29, last=24, usual=(19, 30)),
        Count.TALKING: Figure(value=17, last=19, usual=(12, 21)),
        Count.WON: Figure(value=10, last=None, usual=None),
        Count.DISQUALIFIED: Figure(value=16, last=12, usual=(10, 18)),
        Count.RECYCLED: Figure(value=11, last=None, usual=(10, 13)),
    }


def _reason(key: str, count: int) -> ReasonFigure:
    return ReasonFigure(key=key, figure=Figure(value=count))


def _effect() -> Effect:
    return Effect(
        what="The form asks for a phone number and checks the address",
        subject="Search ads",
        done_on=date(2026, 10, 19),
        verdict=Verdict.BETTER,
        before=Share(9, 3, 21),
        after=Share(34, 22, 49),
    )


def _debts() -> Mapping[Side, tuple[Debt, ...]]:
    return {
        Side.SALES: (Debt(kind=DebtKind.ANSWERS, count=10), Debt(kind=DebtKind.SIGNATURES)),
        Side.MARKETING: (Debt(kind=DebtKind.DECISIONS),),
    }


def a_small_week() -> Figures:
    """Make a week with five leads."""
    return replace(
        an_empty_week(),
        size=Size.SMALL,
        counts={count: Figure(hidden=True) for count in Count},
        flags=replace(NO_FLAGS, raised=3, waiting=3),
        weeks_before=2,
    )


def an_empty_week() -> Figures:
    """Make a week in which nothing happened."""
    return Figures(
        week=WEEK,
        size=Size.EMPTY,
        counts={count: Figure(value=0) for count in Count},
        flags=NO_FLAGS,
        counted_at=COUNTED_AT,
        leads_to=0,
        changes_to=0,
    )


def a_week_with_holidays() -> Figures:
    """Make a short week, the second that is counted, some of whose counts are hidden."""
    hidden = dict.fromkeys((Count.TALKING, Count.WON, Count.RECYCLED), Figure(hidden=True))
    few = {
        Count.LEADS_IN: Figure(value=14, last=22),
        Count.QUALIFIED: Figure(value=11, last=14),
        Count.ACCEPTED: Figure(value=12, last=20),
        Count.DISQUALIFIED: Figure(value=10),
    }
    return replace(
        a_full_week(),
        counts=few | hidden,
        disqualified_by=(),
        other_disqualified=None,
        recycled_by=(),
        first_touch=FirstTouch(median=6.2, within=None, agreed=8, leads=10),
        campaigns=(),
        praise=(),
        effects=(),
        owes={},
        holidays=(Holiday(day=date(2026, 11, 16), name="Founders’ Day"),),
        weeks_before=1,
    )
