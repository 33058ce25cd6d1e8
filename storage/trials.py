"""Rehearsals that were asked for, one at a time under way for the whole company."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, RowMapping, and_, exists, or_, select, text, update

# SQLite understands PostgreSQL's words here, and SQLAlchemy has no common ones.
from sqlalchemy.dialects.postgresql import insert

from handlers.lead import Status
from handlers.message import Card
from handlers.nudges.model import Rule, RuleId, RuleState, Watch
from handlers.nudges.rehearsing_work import AskedTrial, Trial, TrialId
from handlers.people import PersonId
from storage.schema import UNFINISHED_TRIALS, trials
from storage.wire import decode, encode

LEASE = timedelta(minutes=5)
"""After which what was begun and not done is begun again; a rehearsal takes seconds."""

MOST_ATTEMPTS = 3

_WAITING = text(UNFINISHED_TRIALS)
_ADD = insert(trials).on_conflict_do_nothing().returning(trials.c.id)


class SqlTrials:
    """Rehearsals that were asked for, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work inside this transaction."""
        self._connection = connection

    def add(self, asked: AskedTrial) -> bool:
        """Keep a new one; false where another one of this person still waits."""
        row = {
            "id": asked.id,
            "person_id": asked.person,
            "rules": [_spelled(rule) for rule in asked.trial.rules],
            "days": asked.trial.days,
            "as_file": asked.as_file,
            "asked_at": asked.asked_at,
            "attempts": 0,
        }
        return self._connection.execute(_ADD, row).first() is not None

    def get(self, trial: TrialId) -> AskedTrial | None:
        """Give one of them."""
        found = self._connection.execute(select(trials).where(trials.c.id == trial))
        row = found.mappings().one_or_none()
        return None if row is None else _asked_of(row)

    def any_waiting(self) -> bool:
        """Tell whether one is to be done."""
        waiting = select(trials.c.id).where(_WAITING).limit(1)
        return self._connection.execute(waiting).first() is not None

    def take(self, at: datetime) -> AskedTrial | None:
        """Begin the oldest; none while another one is under way, in whatever process."""
        other = trials.alias("other")
        under_way = exists().where(other.c.done_at.is_(None), other.c.begun_at > at - LEASE)
        oldest = select(trials.c.id).where(_WAITING).order_by(trials.c.asked_at, trials.c.id)
        idle = or_(trials.c.begun_at.is_(None), trials.c.begun_at <= at - LEASE)
        begun = (
            update(trials)
            .where(trials.c.id == oldest.limit(1).scalar_subquery(), idle, ~under_way)
            .values(begun_at=at, attempts=trials.c.attempts + 1)
            .returning(trials)
        )
        row = self._connection.execute(begun).mappings().one_or_none()
        return None if row is None else _asked_of(row)

    def given_up(self, at: datetime) -> Sequence[TrialId]:
        """End what was begun several times and never done, and name it."""
        spent = and_(trials.c.attempts >= MOST_ATTEMPTS, trials.c.begun_at <= at - LEASE)
        ended = update(trials).where(_WAITING, spent).values(done_at=at).returning(trials.c.id)
        return [TrialId(id) for id in self._connection.execute(ended).scalars()]

    def finish(self, trial: TrialId, card: Card | None, at: datetime) -> bool:
        """Keep what one showed; false where that was known already."""
        kept = {"done_at": at, "card": None if card is None else encode(card)}
        done = update(trials).where(trials.c.id == trial, _WAITING).values(kept)
        return self._connection.execute(done).rowcount == 1


def _asked_of(row: RowMapping) -> AskedTrial:
    card = None if row["card"] is None else decode(row["card"])
    return AskedTrial(
        id=TrialId(row["id"]),
        person=PersonId(row["person_id"]),
        trial=Trial([_read(one) for one in row["rules"]], row["days"]),
        as_file=row["as_file"],
        asked_at=row["asked_at"],
        done_at=row["done_at"],
        card=card if isinstance(card, Card) else None,
    )


def _spelled(rule: Rule) -> Mapping[str, Any]:
    """Spell what a rule asks; why it paused and what is said of it is of no matter for a trial."""
    return {
        "id": rule.id,
        "watch": rule.watch.value,
        "field": rule.field,
        "statuses": [one.value for one in rule.statuses],
        "days": rule.days,
        "state": rule.state.value,
    }


def _read(told: Mapping[str, Any]) -> Rule:
    return Rule(
        id=RuleId(told["id"]),
        watch=Watch(told["watch"]),
        field=told["field"],
        statuses=tuple(Status(one) for one in told["statuses"]),
        days=told["days"],
        state=RuleState(told["state"]),
    )
