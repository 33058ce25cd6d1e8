"""What became of each week's digest on either side, and of what it put up for decision."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, select, text, update

# SQLite understands PostgreSQL's words here, and SQLAlchemy has no common ones.
from sqlalchemy.dialects.postgresql import insert

from handlers.digests.editions import Decision, DecisionId, DecisionState, Edition, EditionState
from handlers.digests.model import Week
from handlers.errors import NotFound
from handlers.people import PersonId, Side
from handlers.phrase import say
from storage import due
from storage.holding import Held
from storage.lead_rows import Rows
from storage.schema import UNFINISHED, digest_decisions, digest_editions

_D, _E = digest_decisions.c, digest_editions.c
_CLOSED = (DecisionState.DONE.value, DecisionState.DROPPED.value)
_ADD_EDITION = insert(digest_editions).on_conflict_do_nothing()
_ADD = insert(digest_decisions).on_conflict_do_nothing()
_DECISIONS: Rows = select(digest_decisions)
_DECISION = Held.of(_DECISIONS.where(_D.id == bindparam("decision")))


class SqlEditions:
    """Editions and decisions, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work inside this transaction."""
        self._connection = connection

    def edition(self, week: Week, side: Side) -> Edition:
        """Give a week's digest on one side, and let nobody else change it until this transaction ends."""
        planned = Edition(week=week, side=side)
        self._connection.execute(_ADD_EDITION, _edition_values(planned))
        this = select(digest_editions).where(_E.week == str(week), _E.side == side.value)
        return _edition(self._connection.execute(this.with_for_update()).one())

    def editions(self, week: Week) -> Sequence[Edition]:
        """List what was said of a week's digest, on each side."""
        those = select(digest_editions).where(_E.week == str(week)).order_by(_E.side)
        return [_edition(row) for row in self._connection.execute(those)]

    def keep_edition(self, edition: Edition) -> None:
        """Keep an edition's newest form."""
        values = _edition_values(edition)
        kept = insert(digest_editions).values(values)
        kept = kept.on_conflict_do_update(index_elements=["week", "side"], set_=values)
        self._connection.execute(kept)

    def take_slot(self, job: str, day: date, destination: str, *, at: datetime) -> bool:
        """Use up a slot of the calendar, and tell whether this transaction was the first to."""
        return due.take(self._connection, job=job, local_date=day, destination=destination, at=at)

    def slots_taken(self, job: str, day: date) -> Collection[str]:
        """Give the destinations whose slots of a day are used up; it only reads."""
        return due.taken(self._connection, job=job, local_date=day)

    # decisions

    def add_decisions(self, new: Iterable[Decision]) -> None:
        """Keep new decisions; what a week's digest has already is left as it is."""
        for decision in new:
            those = select(func.count()).where(_D.week == str(decision.week))
            place = self._connection.execute(those).scalar_one()
            values = {"id": decision.id, "position": place, **_decision_values(decision)}
            self._connection.execute(_ADD, values)

    def decision(self, wanted: DecisionId) -> Decision:
        """Give a decision, or raise `NotFound`; work that may write holds it against others' changes."""
        this = _DECISION.on(self._connection)
        row = self._connection.execute(this, {"decision": wanted}).one_or_none()
        if row is None:
            raise NotFound(say("digests-decision-gone"))
        return _decision(row)

    def keep_decision(self, decision: Decision) -> None:
        """Keep a decision's newest form."""
        this = update(digest_decisions).where(_D.id == decision.id)
        self._connection.execute(this.values(_decision_values(decision)))

    def decisions_of(self, week: Week) -> Sequence[Decision]:
        """List what a week's digest put up for decision, in that order."""
        return self._listed(_DECISIONS.where(_D.week == str(week)).order_by(_D.position))

    def unfinished(self) -> Sequence[Decision]:
        """List the decisions that are open or taken, of all weeks, oldest first."""
        return self._listed(_DECISIONS.where(text(UNFINISHED)).order_by(_D.week, _D.position))

    def closed_since(self, at: datetime) -> Sequence[Decision]:
        """List the decisions that were done or dropped since then, oldest first."""
        closed = _DECISIONS.where(_D.closed_at >= at, _D.state.in_(_CLOSED))
        return self._listed(closed.order_by(_D.closed_at, _D.id))

    def taken_by(self, person: PersonId) -> Sequence[Decision]:
        """List what somebody took and has not done, the one due first before the others."""
        own = _DECISIONS.where(_D.person_id == person, _D.state == DecisionState.TAKEN.value)
        return self._listed(own.order_by(_D.due, _D.id))

    def _listed(self, wanted: Rows) -> Sequence[Decision]:
        return [_decision(row) for row in self._connection.execute(wanted)]


def _edition_values(edition: Edition) -> Mapping[str, object]:
    return {
        "week": str(edition.week),
        "side": edition.side.value,
        "state": edition.state.value,
        "note": edition.note,
        "note_by": None if edition.note_by is None else edition.note_by.value,
        "sent_at": edition.sent_at,
    }


def _edition(row: Row[Any]) -> Edition:
    return Edition(
        week=week_of(row.week),
        side=Side(row.side),
        state=EditionState(row.state),
        note=row.note,
        note_by=None if row.note_by is None else Side(row.note_by),
        sent_at=row.sent_at,
    )


def _decision_values(decision: Decision) -> Mapping[str, object]:
    return {
        "week": str(decision.week),
        "key": decision.key,
        "subject": decision.subject,
        "about": decision.about,
        "state": decision.state.value,
        "taken_by": None if decision.taken_by is None else decision.taken_by.value,
        "person_id": decision.person,
        "due": decision.due,
        "closed_at": decision.closed_at,
    }


def _decision(row: Row[Any]) -> Decision:
    return Decision(
        id=DecisionId(row.id),
        week=week_of(row.week),
        key=row.key,
        subject=row.subject,
        about=row.about,
        state=DecisionState(row.state),
        taken_by=None if row.taken_by is None else Side(row.taken_by),
        person=None if row.person_id is None else PersonId(row.person_id),
        due=row.due,
        closed_at=row.closed_at,
    )


def week_of(kept: str) -> Week:
    """Read a week as it is kept."""
    year, _, number = kept.partition("-W")
    return Week(int(year), int(number))
