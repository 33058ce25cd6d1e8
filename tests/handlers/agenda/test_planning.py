"""What comes onto an agenda, in which order, and what the meeting has time for."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import count, pairwise

from hypothesis import given
from hypothesis import strategies as st

from handlers.agenda.model import Item, ItemId, ItemState, Kind, MeetingId, Topic
from handlers.agenda.planning import (
    CLOSING_MINUTES,
    MOST_TIMED,
    OPENING_MINUTES,
    arranged,
    fingerprint,
    in_step,
    moved,
    ordered,
    renumbered,
)
from tests.builders import MONDAY_MORNING
from tests.handlers.agenda.makers import a_topic, an_item

TOPICS = st.lists(
    st.builds(
        a_topic,
        st.integers(0, 30).map(str),
        st.sampled_from([Kind.FLAG, Kind.FINDING, Kind.AMENDMENT, Kind.DEBT]),
        for_meeting=st.booleans(),
        since=st.integers(0, 9).map(lambda days: MONDAY_MORNING - timedelta(days=days)),
    ),
    unique_by=lambda topic: topic.key,
    max_size=12,
)
OWN = st.lists(
    st.builds(
        an_item,
        st.integers(0, 99).map(lambda number: f"own-{number}"),
        st.integers(2, 60),
        state=st.sampled_from(ItemState),
    ),
    unique_by=lambda item: item.id,
    max_size=12,
).map(renumbered)


def stepped(items: list[Item], topics: list[Topic]) -> list[Item]:
    numbers = count()
    found = in_step(
        items,
        topics,
        meeting=MeetingId("meeting"),
        at=MONDAY_MORNING,
        new_id=lambda: f"new-{next(numbers)}-{len(items)}",
    )
    return list(found)


def test_the_most_pressing_topics_come_first() -> None:
    topics = [
        a_topic("late"),
        a_topic("sales", Kind.DEBT),
        a_topic("3", Kind.AMENDMENT),
        a_topic("finding", Kind.FINDING),
        a_topic("asked-for", for_meeting=True),
    ]
    assert [one.subject for one in ordered(topics)] == [
        "asked-for",
        "finding",
        "3",
        "sales",
        "late",
    ]


@given(OWN, TOPICS)
def test_every_topic_has_one_place_and_nothing_is_lost(
    own: list[Item], topics: list[Topic]
) -> None:
    found = stepped(own, topics)
    assert {item.key for item in found if item.kind is not Kind.OWN} == {one.key for one in topics}
    assert [item.id for item in found if item.kind is Kind.OWN] == [item.id for item in own]
    assert [item.position for item in found] == list(range(len(found)))


@given(TOPICS, TOPICS, st.randoms())
def test_what_people_put_into_an_order_keeps_it(
    before: list[Topic], after: list[Topic], chance: st.DataObject
) -> None:
    items = stepped([], before)
    chance.shuffle(items)  # type: ignore[attr-defined]
    kept = [item.id for item in stepped(list(renumbered(items)), after)]
    stayed = [item.id for item in items if item.key in {one.key for one in after}]
    assert [one for one in kept if one in stayed] == stayed


def test_a_topic_that_is_gone_leaves_unless_the_meeting_said_something_of_it() -> None:
    items = stepped([], [a_topic("a"), a_topic("b"), a_topic("c")])
    decided = replace(items[1], state=ItemState.DECIDED, decision="yes")
    dropped = replace(items[2], state=ItemState.DROPPED, decision="later")
    assert [item.subject for item in stepped([items[0], decided, dropped], [])] == ["b", "c"]


def test_a_new_pressing_topic_comes_before_the_first_that_is_less_pressing() -> None:
    items = stepped([], [a_topic("finding", Kind.FINDING), a_topic("flag")])
    more = [
        a_topic("finding", Kind.FINDING),
        a_topic("flag"),
        a_topic("asked-for", for_meeting=True),
        a_topic("3", Kind.AMENDMENT),
    ]
    found = [item.subject for item in stepped(items, more)]
    assert found == ["asked-for", "finding", "3", "flag"]


@given(OWN, TOPICS, st.integers(15, 240), st.sampled_from([0, OPENING_MINUTES]))
def test_a_plan_fits_into_the_meeting_and_leaves_nothing_out(
    own: list[Item], topics: list[Topic], minutes: int, opening: int
) -> None:
    items = stepped(own, topics)
    plan = arranged(items, topics, minutes=minutes, has_actions=bool(opening))
    assert plan.opening == opening
    assert {slot.item.id for slot in (*plan.all, *plan.dropped)} == {item.id for item in items}
    ends = [plan.opening, *(slot.first + slot.item.minutes for slot in plan.timed)]
    assert [slot.first for slot in plan.timed] == ends[:-1]
    assert ends[-1] <= minutes - CLOSING_MINUTES == plan.closing_at
    assert len(plan.timed) <= MOST_TIMED
    assert all(one.item.position < after.item.position for one, after in pairwise(plan.timed))


def test_what_does_not_fit_leaves_its_room_to_what_does() -> None:
    items = renumbered([an_item("long", 60), an_item("short", 5)])
    plan = arranged(items, [], minutes=30, has_actions=False)
    assert [slot.item.id for slot in plan.timed] == ["short"]
    assert [slot.item.id for slot in plan.spare] == ["long"]


def test_an_item_whose_topic_is_decided_elsewhere_is_left_out_at_once() -> None:
    items = stepped([], [a_topic("a"), a_topic("b")])
    plan = arranged(items, [a_topic("b")], minutes=30, has_actions=False)
    assert [slot.item.subject for slot in plan.all] == ["b"]


@given(OWN.filter(len), st.data())
def test_a_move_changes_places_with_a_neighbour_and_back(
    items: list[Item], data: st.DataObject
) -> None:
    seen = [item.id for item in items if item.state is not ItemState.DROPPED]
    if not seen:
        return
    one = data.draw(st.sampled_from(seen))
    later = moved(items, one, 1)
    assert sorted(item.id for item in later) == sorted(item.id for item in items)
    order = [item.id for item in later if item.state is not ItemState.DROPPED]
    place = seen.index(one)
    assert order.index(one) == min(place + 1, len(seen) - 1)
    if place + 1 < len(seen):
        again = [item.id for item in moved(later, one, -1)]
        assert [id for id in again if id in seen] == seen


def test_the_fingerprint_changes_with_what_is_seen_and_only_then() -> None:
    one, other = a_topic("a"), a_topic("b", about="Jan Kowalski")
    before = fingerprint([one, other], [], minutes=30)
    assert fingerprint([other, one], [], minutes=30) == before
    assert fingerprint([one, replace(other, about="J. Kowalski")], [], minutes=30) != before
    assert fingerprint([one], [], minutes=30) != before
    assert fingerprint([one, other], [], minutes=45) != before


def test_the_first_item_stays_first() -> None:
    items = renumbered([an_item("a"), an_item("b")])
    assert [item.id for item in moved(items, ItemId("a"), -1)] == ["a", "b"]
