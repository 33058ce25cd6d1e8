"""Chooses what a digest puts up for decision: three things at most, the weightiest first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from handlers.agenda.model import Kind, Topic
from handlers.agenda.planning import ordered
from handlers.digests.editions import Decision, DecisionId, DecisionState
from handlers.digests.model import Figures, Standout, Week
from handlers.digests.shown import DigestingWork
from handlers.people import Person, Role, Side
from handlers.work import NewId

MOST_DECISIONS = 3
"""In one digest: what is more is not decided but read over."""

INCOMPLETE = 60
"""Per cent of filled fields below which the digest asks what is to be done about it."""

FALLEN = 10
"""Per cent by which completeness may fall in a week before it does."""

WEIGHT = ("finding", "campaign-worse", "amendment", "debt", "campaign-better", "completeness")
"""What is to be decided, the weightiest first."""

_DECIDES = {
    "finding": Side.MARKETING,
    "campaign-worse": Side.MARKETING,
    "campaign-better": Side.MARKETING,
    "completeness": Side.SALES,
}
_OF_TOPIC = {Kind.FINDING: "finding", Kind.AMENDMENT: "amendment", Kind.DEBT: "debt"}

Subject = tuple[str, str]
"""What is to be decided and about what, by which the same thing is known again next week."""


def side_of(decision: Decision) -> Side | None:
    """Tell which side decides; nobody's alone where both have to agree."""
    if decision.key == "debt":
        return Side(decision.subject)
    return _DECIDES.get(decision.key)


def decides(decision: Decision, side: Side) -> bool:
    """Tell whether a side may take a decision."""
    return side_of(decision) in {None, side}


def may_take(person: Person, decision: Decision) -> bool:
    """Tell whether somebody may take a decision, or let it rest: their side's, or an administrator."""
    return person.role is Role.ADMINISTRATOR or decides(decision, person.side)


def chosen(
    work: DigestingWork, figures: Figures, *, at: datetime, new_id: NewId
) -> Sequence[Decision]:
    """Choose what a week's digest puts up for decision, without what somebody does something about."""
    wanted = [*_topics(work.agenda.topics(at)), *_campaigns(figures), *_fields(figures)]
    taken = {
        (one.key, one.subject)
        for one in work.digests.unfinished()
        if one.state is DecisionState.TAKEN
    }
    return [
        Decision(id=DecisionId(new_id()), week=figures.week, key=key, subject=subject, about=about)
        for key, subject, about in _weightiest(wanted, taken)
    ]


Wanted = tuple[str, str, str]
"""What is to be decided, the id of what it is about, and by which words people know that."""


def _weightiest(wanted: Iterable[Wanted], taken: Collection[Subject]) -> Sequence[Wanted]:
    """Take the weightiest, and of what is said of one campaign only that."""
    found: list[Wanted] = []
    for one in sorted(wanted, key=lambda one: WEIGHT.index(one[0])):
        key, subject, about = one
        is_known = any(about and about == other[2] for other in found)
        if (key, subject) not in taken and not is_known:
            found.append(one)
    return found[:MOST_DECISIONS]


def _topics(topics: Iterable[Topic]) -> Sequence[Wanted]:
    """Take from what asks for the joint meeting's time what is more than one lead's."""
    return [
        (_OF_TOPIC[topic.kind], topic.subject, _about(topic))
        for topic in ordered(topics)
        if topic.kind in _OF_TOPIC
    ]


def _about(topic: Topic) -> str:
    return topic.subject if topic.kind is Kind.AMENDMENT else topic.about


def _campaigns(figures: Figures) -> Sequence[Wanted]:
    return [(_key(one), str(one.id), one.campaign) for one in figures.campaigns]


def _key(one: Standout) -> str:
    return "campaign-better" if one.is_better else "campaign-worse"


def _fields(figures: Figures) -> Sequence[Wanted]:
    """Ask about the CRM's fields where many are empty, or more than the week before."""
    complete = figures.completeness
    if complete is None:
        return []
    fallen = complete.last is not None and complete.last - complete.share >= FALLEN
    return [("completeness", "", "")] if complete.share < INCOMPLETE or fallen else []


def put_up(work: DigestingWork, week: Week, new: Sequence[Decision]) -> None:
    """Keep a digest's decisions, unless it has some."""
    if not work.digests.decisions_of(week):
        work.digests.add_decisions(new)
