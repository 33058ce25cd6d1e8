"""Series, topics and items with defaults, so that a test says only what it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from handlers.agenda.model import (
    Item,
    ItemId,
    Kind,
    MeetingId,
    Rhythm,
    Series,
    SeriesId,
    Topic,
)
from tests.builders import MONDAY_MORNING


def a_series(**changes: Any) -> Series:
    series = Series(
        id=SeriesId("series"),
        title="Sales and marketing",
        rhythm=Rhythm.FORTNIGHTLY,
        first_day=date(2026, 11, 18),
        starts=time(10),
        zone="Europe/Warsaw",
        minutes=30,
    )
    return replace(series, **changes)


def a_topic(subject: str = "flag-1", kind: Kind = Kind.FLAG, **changes: Any) -> Topic:
    topic = Topic(kind=kind, subject=subject, since=MONDAY_MORNING, about="Anna Nowak · Acme")
    return replace(topic, **changes)


def an_item(id: str = "item-1", minutes: int = 3, **changes: Any) -> Item:
    item = Item(
        id=ItemId(id),
        meeting=MeetingId("meeting"),
        kind=Kind.OWN,
        words=id,
        minutes=minutes,
        position=0,
        at=MONDAY_MORNING,
    )
    return replace(item, **changes)


def moment(text: str) -> datetime:
    """Read a moment in UTC: ``2026-11-18 09:00``."""
    return datetime.fromisoformat(f"{text}+00:00")
