"""The joint meeting: series, meetings, items, actions, and the topics that ask for its time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, Update, bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from handlers.agenda.model import (
    Action,
    ActionId,
    ActionState,
    Item,
    Meeting,
    MeetingId,
    MeetingState,
    Series,
    SeriesId,
    Topic,
)
from handlers.errors import NotFound, Stale
from handlers.people import PersonId, Side
from handlers.phrase import say
from storage import agenda_topics as topics_sql
from storage.agenda_rows import (
    RUNNING,
    action_of,
    action_values,
    item_of,
    item_values,
    meeting_of,
    meeting_values,
    series_of,
    series_values,
)
from storage.holding import Held
from storage.moment import Moment
from storage.schema import actions, agenda_items, meetings, series

LATELY = timedelta(days=14)
"""How long an answer that nobody gave is owed: after it the lead may be asked about again."""

Statement = Select[*tuple[Any, ...]]

_SERIES = select(series).where(series.c.id == bindparam("series"))
_RUNNING = select(series).where(series.c.state == RUNNING)
_HOLD_RUNNING = _RUNNING.with_for_update()
_KEEP_SERIES = update(series).where(
    series.c.id == bindparam("series"), series.c.version == bindparam("before")
)
_MEETING = select(meetings).where(meetings.c.id == bindparam("meeting"))
_HOLD = _MEETING.with_for_update()
_KEEP = update(meetings).where(meetings.c.id == bindparam("meeting"))
_IN_STATE = select(meetings).where(meetings.c.state == bindparam("state"))
_UPCOMING = _IN_STATE.order_by(meetings.c.starts_at).limit(1)
_LAST = _IN_STATE.order_by(meetings.c.starts_at.desc()).limit(1)
_UNMINUTED = _IN_STATE.where(meetings.c.minuted_at.is_(None)).order_by(meetings.c.starts_at)
_OF = (
    select(meetings)
    .where(meetings.c.series_id == bindparam("series"))
    .order_by(meetings.c.starts_at, meetings.c.id)
)
_ITEMS = (
    select(agenda_items)
    .where(agenda_items.c.meeting_id == bindparam("meeting"))
    .order_by(agenda_items.c.position, agenda_items.c.id)
)
_KEEP_ITEM = update(agenda_items).where(agenda_items.c.id == bindparam("item"))
_DROP_ITEMS = delete(agenda_items).where(agenda_items.c.id.in_(bindparam("items", expanding=True)))
_ACTION = Held.of(select(actions).where(actions.c.id == bindparam("action")))
_KEEP_ACTION = update(actions).where(actions.c.id == bindparam("action"))
_OPEN = (
    select(actions)
    .where(actions.c.state == ActionState.OPEN.value)
    .order_by(actions.c.due, actions.c.agreed_at, actions.c.id)
)
_OPEN_OF = _OPEN.where(actions.c.owner_id == bindparam("person"))
_UNTOLD = _OPEN.where(actions.c.told_at.is_(None))
_DUE = _OPEN.where(
    actions.c.told_at.is_not(None),
    actions.c.reminded_at.is_(None),
    actions.c.due <= bindparam("day"),
)
_AGREED = (
    select(actions)
    .where(actions.c.meeting_id == bindparam("meeting"))
    .order_by(actions.c.agreed_at, actions.c.id)
)
_CLOSED = (
    select(actions)
    .where(actions.c.closed_at >= bindparam("at", type_=Moment))
    .order_by(actions.c.closed_at, actions.c.id)
)
_THESE_ACTIONS = update(actions).where(actions.c.id.in_(bindparam("actions", expanding=True)))
_TOLD = _THESE_ACTIONS.where(actions.c.told_at.is_(None)).values(told_at=bindparam("at"))
_REMINDED = _THESE_ACTIONS.where(actions.c.reminded_at.is_(None)).values(
    reminded_at=bindparam("at")
)


class SqlAgenda:
    """The joint meeting, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work inside this transaction."""
        self._connection = connection

    # series

    def add_series(self, new: Series) -> None:
        """Keep a new series, or raise `Stale` when one runs already."""
        try:
            self._connection.execute(insert(series), series_values(new))
        except IntegrityError as taken:
            raise Stale(say("agenda-series-changed")) from taken

    def keep_series(self, newest: Series) -> None:
        """Keep a series' newest form, or raise `Stale` when its version was overtaken."""
        which = {"series": newest.id, "before": newest.version - 1}
        kept = self._connection.execute(_KEEP_SERIES, which | series_values(newest))
        if kept.rowcount != 1:
            raise Stale(say("agenda-series-changed"))

    def series(self, wanted: SeriesId) -> Series:
        """Give a series, or raise `NotFound`."""
        found = self._connection.execute(_SERIES, {"series": wanted}).one_or_none()
        if found is None:
            raise NotFound(say("agenda-gone"))
        return series_of(found)

    def running(self) -> Series | None:
        """Give the series that runs."""
        return self._running(_RUNNING)

    def hold_running(self) -> Series | None:
        """Give the series that runs; nobody else plans its meetings until this transaction ends."""
        return self._running(_HOLD_RUNNING)

    def _running(self, wanted: Statement) -> Series | None:
        found = self._connection.execute(wanted).one_or_none()
        return None if found is None else series_of(found)

    # meetings

    def add(self, meeting: Meeting) -> None:
        """Keep a new meeting."""
        self._connection.execute(insert(meetings), meeting_values(meeting))

    def get(self, meeting: MeetingId) -> Meeting:
        """Give a meeting, or raise `NotFound`."""
        return self._meeting(_MEETING, meeting)

    def hold(self, meeting: MeetingId) -> Meeting:
        """Give a meeting that nobody else changes until this transaction ends, or raise `NotFound`."""
        return self._meeting(_HOLD, meeting)

    def _meeting(self, wanted: Statement, meeting: MeetingId) -> Meeting:
        found = self._connection.execute(wanted, {"meeting": meeting}).one_or_none()
        if found is None:
            raise NotFound(say("agenda-gone"))
        return meeting_of(found)

    def keep(self, meeting: Meeting) -> None:
        """Keep a meeting's newest form."""
        self._connection.execute(_KEEP, {"meeting": meeting.id, **meeting_values(meeting)})

    def upcoming(self) -> Meeting | None:
        """Give the meeting that is planned, or under way."""
        return self._one(_UPCOMING, MeetingState.PLANNED)

    def last_held(self) -> Meeting | None:
        """Give the meeting that was over last."""
        return self._one(_LAST, MeetingState.HELD)

    def _one(self, wanted: Statement, state: MeetingState) -> Meeting | None:
        found = self._connection.execute(wanted, {"state": state.value}).one_or_none()
        return None if found is None else meeting_of(found)

    def unminuted(self) -> Sequence[Meeting]:
        """List the meetings that are over and whose minutes were not posted, oldest first."""
        rows = self._connection.execute(_UNMINUTED, {"state": MeetingState.HELD.value})
        return [meeting_of(row) for row in rows]

    def of(self, wanted: SeriesId) -> Sequence[Meeting]:
        """List all meetings of a series, oldest first."""
        return [meeting_of(row) for row in self._connection.execute(_OF, {"series": wanted})]

    # items

    def items(self, meeting: MeetingId) -> Sequence[Item]:
        """List a meeting's items in their order."""
        return [item_of(row) for row in self._connection.execute(_ITEMS, {"meeting": meeting})]

    def arrange(self, meeting: MeetingId, items: Sequence[Item]) -> None:
        """Let a meeting have exactly these items."""
        before = {item.id: item for item in self.items(meeting)}
        gone = before.keys() - {item.id for item in items}
        if gone:
            self._connection.execute(_DROP_ITEMS, {"items": sorted(gone)})
        for item in items:
            if item.id not in before:
                self._connection.execute(insert(agenda_items), item_values(item))
            elif item != before[item.id]:
                self._connection.execute(_KEEP_ITEM, {"item": item.id, **item_values(item)})

    def topics(self, at: datetime) -> Sequence[Topic]:
        """List what asks for the meeting's time, each thing once."""
        run = self._connection.execute
        found = [
            *map(topics_sql.flag_topic, run(topics_sql.FLAGS)),
            *map(topics_sql.finding_topic, run(topics_sql.FINDINGS)),
            *map(topics_sql.amendment_topic, run(topics_sql.AMENDMENTS)),
        ]
        moments = {"at": at, "lately": at - LATELY}
        answers = run(topics_sql.ANSWERS_OWED, moments).one()
        decisions = run(topics_sql.DECISIONS_OWED, {"at": at}).one()
        debts = (
            topics_sql.debt_topic(Side.SALES, answers),
            topics_sql.debt_topic(Side.MARKETING, decisions),
        )
        return [*found, *(debt for debt in debts if debt is not None)]

    # actions

    def add_action(self, action: Action) -> None:
        """Keep a new action."""
        self._connection.execute(insert(actions), action_values(action))

    def action(self, action: ActionId) -> Action:
        """Give an action, or raise `NotFound`; work that may write holds it against others' changes."""
        found = self._actions(_ACTION.on(self._connection), action=action)
        if not found:
            raise NotFound(say("agenda-action-gone"))
        return found[0]

    def keep_action(self, action: Action) -> None:
        """Keep an action's newest form."""
        self._connection.execute(_KEEP_ACTION, {"action": action.id, **action_values(action)})

    def open_actions(self) -> Sequence[Action]:
        """List the actions that are not done, the one due first before the others."""
        return self._actions(_OPEN)

    def open_actions_of(self, person: PersonId) -> Sequence[Action]:
        """List somebody's own actions that are not done, likewise."""
        return self._actions(_OPEN_OF, person=person)

    def agreed_in(self, meeting: MeetingId) -> Sequence[Action]:
        """List the actions that were agreed in a meeting, in that order."""
        return self._actions(_AGREED, meeting=meeting)

    def closed_since(self, at: datetime) -> Sequence[Action]:
        """List the actions that were done or given up since then, oldest first."""
        return self._actions(_CLOSED, at=at)

    def untold(self) -> Sequence[Action]:
        """List the open actions that their owners have not got in a direct message."""
        return self._actions(_UNTOLD)

    def due_until(self, day: date) -> Sequence[Action]:
        """List the open actions due by a day whose owners got them and were not reminded."""
        return self._actions(_DUE, day=day)

    def _actions(self, wanted: Statement, **given: object) -> Sequence[Action]:
        return [action_of(row) for row in self._connection.execute(wanted, given)]

    def told(self, wanted: Sequence[ActionId], at: datetime) -> bool:
        """Note that the owners got these; false where another transaction was the one to do it."""
        return self._noted(_TOLD, wanted, at)

    def reminded(self, wanted: Sequence[ActionId], at: datetime) -> bool:
        """Note that the owners were reminded of these; false likewise."""
        return self._noted(_REMINDED, wanted, at)

    def _noted(self, what: Update, wanted: Sequence[ActionId], at: datetime) -> bool:
        noted = self._connection.execute(what, {"actions": list(wanted), "at": at})
        return noted.rowcount == len(wanted)
