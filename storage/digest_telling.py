"""What the digest tells beside its counts: praise, what was changed, and what each side owes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import Connection, select

from handlers.agenda.model import Topic
from handlers.definition.work import Definitions
from handlers.digests.effects import effect_told
from handlers.digests.model import Debt, DebtKind, Effect, Praise
from handlers.digests.standing_out import Fare
from handlers.flags.effects import EFFECT_AFTER, subject_of
from handlers.flags.model import On
from handlers.flags.work import Findings
from handlers.lead import CampaignId
from handlers.people import Side
from handlers.working_time import WorkingHours
from storage import agenda_topics as topics
from storage import digest_talk as talk
from storage.agenda import LATELY
from storage.digest_tally import Scope
from storage.finding_rates import BY_CAMPAIGN, COUNTED_ON
from storage.flag_rows import flag_of
from storage.moment import microseconds
from storage.schema import campaigns

MOST = 5
"""Of praise and of changes no digest tells more."""


class Telling:
    """Tells inside one transaction."""

    def __init__(
        self, connection: Connection, definitions: Definitions, findings: Findings
    ) -> None:
        """Work inside this transaction."""
        self._connection = connection
        self._definitions = definitions
        self._findings = findings

    def praise(self, scope: Scope) -> Sequence[Praise]:
        """Tell what was praised within a week."""
        rows = self._connection.execute(talk.PRAISE, {**scope.given, "most": MOST})
        return [
            Praise(reason=row.reason, words=row.words, campaign=row.campaign or "") for row in rows
        ]

    def effects(self, scope: Scope) -> Sequence[Effect]:
        """Tell what was changed within a week, and what came of changes four weeks earlier."""
        earlier = replace(scope, since=scope.since - EFFECT_AFTER, until=scope.until - EFFECT_AFTER)
        return [
            *self._changes(earlier, is_over=True),
            *self._changes(scope, is_over=False),
        ]

    def _changes(self, scope: Scope, *, is_over: bool) -> Iterator[Effect]:
        for row in self._connection.execute(talk.CHANGED, {**scope.given, "most": MOST}).all():
            flag = flag_of(row)
            subject = subject_of(flag)
            if flag.change is None or flag.change.done_at is None:
                continue
            counted = (
                self._findings.before_and_after(subject, flag.change.done_at)
                if is_over and subject is not None
                else None
            )
            yield effect_told(flag.change, flag.change.done_at.date(), subject, counted)

    # campaigns

    def fares(self, since: datetime, until: datetime) -> Sequence[Fare]:
        """Count how the leads of each campaign fare that came within a time, as far as is known."""
        given = {"since": microseconds(since), "until": microseconds(until)}
        return [
            Fare(campaign=id, name=name or "", promising=int(promising), leads=number)
            for id, name, number, promising in self._connection.execute(BY_CAMPAIGN, given)
        ]

    def fare(self, campaign: CampaignId, since: datetime, until: datetime) -> Fare:
        """Count the same of one campaign."""
        given = {"since": microseconds(since), "until": microseconds(until), "key": campaign}
        row = self._connection.execute(COUNTED_ON[On.CAMPAIGN], given).one()
        named = select(campaigns.c.name).where(campaigns.c.id == campaign)
        name = self._connection.execute(named).scalar_one()
        return Fare(campaign=campaign, name=name, promising=int(row.promising), leads=row.leads)

    # debts

    def owes(self, at: datetime, company: WorkingHours) -> Mapping[Side, Sequence[Debt]]:
        """Tell what each side owes the other beyond its time."""
        run = self._connection.execute
        moments = {"at": at, "lately": at - LATELY}
        answers = run(topics.ANSWERS_OWED, moments).one()
        decisions = run(topics.DECISIONS_OWED, {"at": at}).one()
        owed = {
            Side.SALES: _debts(DebtKind.ANSWERS, topics.debt_topic(Side.SALES, answers)),
            Side.MARKETING: _debts(
                DebtKind.DECISIONS, topics.debt_topic(Side.MARKETING, decisions)
            ),
        }
        for side, kind in self._others(company.day_of(at)):
            owed[side].append(Debt(kind=kind))
        return owed

    def _others(self, today: date) -> Iterator[tuple[Side, DebtKind]]:
        proposed = self._definitions.proposed()
        for side in Side:
            if any(version.signed_by(side) is None for version in proposed):
                yield side, DebtKind.SIGNATURES
        overdue = self._connection.execute(talk.OVERDUE_ACTIONS, {"today": today})
        for side in overdue.scalars():
            yield Side(side), DebtKind.ACTIONS


def _debts(kind: DebtKind, topic: Topic | None) -> list[Debt]:
    return [] if topic is None else [Debt(kind=kind, count=topic.count)]
