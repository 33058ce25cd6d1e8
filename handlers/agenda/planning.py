"""What comes onto the agenda, in which order, and what of it the meeting has time for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from handlers.agenda.model import (
    Action,
    Item,
    ItemId,
    ItemState,
    Kind,
    MeetingId,
    Topic,
)
from handlers.work import NewId

OPENING_MINUTES = 5
"""For the actions that are still open; nothing where there are none."""

CLOSING_MINUTES = 3
"""For saying once more what was decided, and who does what until when."""

MINUTES: Mapping[Kind, int] = {
    Kind.FLAG: 3,
    Kind.FINDING: 6,
    Kind.AMENDMENT: 8,
    Kind.DEBT: 3,
    Kind.OWN: 5,
}
"""What an item gets as long as nobody gives it another time."""

FEWEST_MINUTES, MOST_MINUTES = 2, 120
"""For one item."""

MOST_TIMED = 10
"""Items that a meeting takes up, however long it is: what is more tires everybody, and fills a card."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """An item with its place in the meeting."""

    item: Item
    topic: Topic | None
    """None for somebody's own words."""
    first: int
    """The minute at which it begins, counted from the start; 0 where there is no time for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A meeting's agenda, timed."""

    minutes: int
    opening: int
    """Minutes at the start for open actions."""
    timed: tuple[Slot, ...]
    spare: tuple[Slot, ...]
    """What is taken up if time allows, or next time."""
    dropped: tuple[Slot, ...]

    @property
    def closing_at(self) -> int:
        """Give the minute at which the closing begins."""
        return self.minutes - CLOSING_MINUTES

    @property
    def all(self) -> tuple[Slot, ...]:
        """List what is on the agenda, in its order of time."""
        return *self.timed, *self.spare


def rank(kind: Kind, *, for_meeting: bool = False) -> int:
    """Tell how soon something is taken up: 0 comes first."""
    if for_meeting:
        return 0
    return {Kind.OWN: 1, Kind.FINDING: 2, Kind.AMENDMENT: 3, Kind.DEBT: 4, Kind.FLAG: 5}[kind]


def ordered(topics: Iterable[Topic]) -> Sequence[Topic]:
    """Sort topics by how pressing they are, then oldest first."""
    return sorted(topics, key=lambda one: (_rank(one), one.since, one.key))


def _rank(topic: Topic) -> int:
    return rank(topic.kind, for_meeting=topic.for_meeting)


def in_step(
    items: Sequence[Item],
    topics: Iterable[Topic],
    *,
    meeting: MeetingId,
    at: datetime,
    new_id: NewId,
) -> Sequence[Item]:
    """Give the items once every topic has a place and no open item has lost its topic.

    What people put into an order keeps it; a new topic comes before the first that is less pressing.
    """
    known = {topic.key: topic for topic in topics}
    kept = [item for item in items if _stays(item, known)]
    placed = {item.key for item in kept}
    for topic in ordered(known.values()):
        if topic.key not in placed:
            new = _item(topic, meeting=meeting, at=at, id=ItemId(new_id()))
            kept.insert(_place(kept, known, _rank(topic)), new)
    return renumbered(kept)


def _stays(item: Item, known: Mapping[tuple[Kind, str], Topic]) -> bool:
    return item.kind is Kind.OWN or item.key in known or item.state is not ItemState.OPEN


def _item(topic: Topic, *, meeting: MeetingId, at: datetime, id: ItemId) -> Item:
    return Item(
        id=id,
        meeting=meeting,
        kind=topic.kind,
        subject=topic.subject,
        words=topic.about,
        minutes=MINUTES[topic.kind],
        position=0,
        at=at,
    )


def _place(items: Sequence[Item], known: Mapping[tuple[Kind, str], Topic], new: int) -> int:
    """Find the place after the last item that is as pressing as the new one, or more."""
    for place in range(len(items), 0, -1):
        item = items[place - 1]
        topic = known.get(item.key)
        if (rank(item.kind) if topic is None else _rank(topic)) <= new:
            return place
    return 0


def renumbered(items: Iterable[Item]) -> Sequence[Item]:
    """Number the items in the order given."""
    return [replace(item, position=number) for number, item in enumerate(items)]


def moved(items: Sequence[Item], item: ItemId, by: int) -> Sequence[Item]:
    """Let an item change places with its open neighbour: -1 for earlier, 1 for later."""
    order = list(items)
    place = next(number for number, one in enumerate(order) if one.id == item)
    there = place + by
    while 0 <= there < len(order) and order[there].state is ItemState.DROPPED:
        there += by
    if 0 <= there < len(order):
        order[place], order[there] = order[there], order[place]
    return renumbered(order)


def arranged(
    items: Iterable[Item], topics: Iterable[Topic], *, minutes: int, has_actions: bool
) -> Plan:
    """Time the items one after another; what no longer fits is for later.

    An open item whose topic was decided meanwhile is left out.
    """
    known = {topic.key: topic for topic in topics}
    opening = OPENING_MINUTES if has_actions else 0
    plan = _Filling(now=opening, until=minutes - CLOSING_MINUTES)
    for item in sorted(items, key=lambda one: one.position):
        if _stays(item, known):
            plan.put(item, known.get(item.key) or _as_it_was(item))
    return Plan(
        minutes=minutes,
        opening=opening,
        timed=tuple(plan.timed),
        spare=tuple(plan.spare),
        dropped=tuple(plan.dropped),
    )


def _as_it_was(item: Item) -> Topic | None:
    """Give as much of a topic as is remembered once it asks for nothing any more."""
    if item.kind is Kind.OWN:
        return None
    return Topic(kind=item.kind, subject=item.subject, since=item.at, about=item.words)


class _Filling:
    """A meeting that fills up item by item."""

    def __init__(self, *, now: int, until: int) -> None:
        self._now = now
        self._until = until
        self.timed: list[Slot] = []
        self.spare: list[Slot] = []
        self.dropped: list[Slot] = []

    def put(self, item: Item, topic: Topic | None) -> None:
        if item.state is ItemState.DROPPED:
            self.dropped.append(Slot(item=item, topic=topic, first=0))
        elif len(self.timed) < MOST_TIMED and self._now + item.minutes <= self._until:
            self.timed.append(Slot(item=item, topic=topic, first=self._now))
            self._now += item.minutes
        else:
            self.spare.append(Slot(item=item, topic=topic, first=0))


def fingerprint(topics: Iterable[Topic], actions: Iterable[Action], *, minutes: int) -> str:
    """Give a text that changes when the agenda would look different."""
    seen = [*map(repr, ordered(topics)), *(repr((one.what, one.due)) for one in actions)]
    return sha256("\n".join([str(minutes), *seen]).encode()).hexdigest()
