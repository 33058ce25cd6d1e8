"""How series, meetings, items and actions become rows, and rows become them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row

from handlers.agenda.model import (
    Action,
    ActionId,
    ActionState,
    Item,
    ItemId,
    ItemState,
    Kind,
    Meeting,
    MeetingId,
    MeetingState,
    Rhythm,
    Series,
    SeriesId,
)
from handlers.people import PersonId, Side

RUNNING, ENDED = "running", "ended"

AnyRow = Row[*tuple[Any, ...]]


def series_of(row: AnyRow) -> Series:
    """Make a series of its row."""
    return Series(
        id=SeriesId(row.id),
        title=row.title,
        rhythm=Rhythm(row.rhythm),
        first_day=row.first_day,
        starts=row.starts,
        zone=row.zone,
        minutes=row.minutes,
        room=row.room,
        version=row.version,
        ended_at=row.ended_at,
    )


def series_values(series: Series) -> dict[str, object]:
    """Spell a series' columns."""
    return {
        "id": series.id,
        "title": series.title,
        "rhythm": series.rhythm.value,
        "first_day": series.first_day,
        "starts": series.starts,
        "zone": series.zone,
        "minutes": series.minutes,
        "room": series.room,
        "state": RUNNING if series.ended_at is None else ENDED,
        "version": series.version,
        "ended_at": series.ended_at,
    }


def meeting_of(row: AnyRow) -> Meeting:
    """Make a meeting of its row."""
    return Meeting(
        id=MeetingId(row.id),
        series=SeriesId(row.series_id),
        day=row.day,
        starts_at=row.starts_at,
        state=MeetingState(row.state),
        version=row.version,
        seen=row.seen,
        shown_at=row.shown_at,
        minuted_at=row.minuted_at,
    )


def meeting_values(meeting: Meeting) -> dict[str, object]:
    """Spell a meeting's columns."""
    return {
        "id": meeting.id,
        "series_id": meeting.series,
        "day": meeting.day,
        "starts_at": meeting.starts_at,
        "state": meeting.state.value,
        "version": meeting.version,
        "seen": meeting.seen,
        "shown_at": meeting.shown_at,
        "minuted_at": meeting.minuted_at,
    }


def item_of(row: AnyRow) -> Item:
    """Make an item of its row."""
    return Item(
        id=ItemId(row.id),
        meeting=MeetingId(row.meeting_id),
        kind=Kind(row.kind),
        subject=row.subject,
        words=row.words,
        minutes=row.minutes,
        position=row.position,
        state=ItemState(row.state),
        decision=row.decision,
        at=row.at,
    )


def item_values(item: Item) -> dict[str, object]:
    """Spell an item's columns."""
    return {
        "id": item.id,
        "meeting_id": item.meeting,
        "kind": item.kind.value,
        "subject": item.subject,
        "words": item.words,
        "minutes": item.minutes,
        "position": item.position,
        "state": item.state.value,
        "decision": item.decision,
        "at": item.at,
    }


def action_of(row: AnyRow) -> Action:
    """Make an action of its row."""
    return Action(
        id=ActionId(row.id),
        meeting=None if row.meeting_id is None else MeetingId(row.meeting_id),
        what=row.what,
        owner=PersonId(row.owner_id),
        side=Side(row.side),
        due=row.due,
        state=ActionState(row.state),
        agreed_at=row.agreed_at,
        closed_at=row.closed_at,
        why=row.why,
        told_at=row.told_at,
        reminded_at=row.reminded_at,
    )


def action_values(action: Action) -> dict[str, object]:
    """Spell an action's columns."""
    return {
        "id": action.id,
        "meeting_id": action.meeting,
        "what": action.what,
        "owner_id": action.owner,
        "side": action.side.value,
        "due": action.due,
        "state": action.state.value,
        "agreed_at": action.agreed_at,
        "closed_at": action.closed_at,
        "why": action.why,
        "told_at": action.told_at,
        "reminded_at": action.reminded_at,
    }
