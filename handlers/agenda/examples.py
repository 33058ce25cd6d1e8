"""Every card and form of the joint meeting with invented topics in it, for the gallery and the snapshots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time

from handlers.agenda.at_home import agenda_part
from handlers.agenda.cards import agenda_card
from handlers.agenda.forms import (
    action_drop_form,
    action_form,
    add_form,
    cancel_form,
    decide_form,
    drop_form,
    meeting_form,
    series_form,
    time_form,
)
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
    Topic,
)
from handlers.agenda.notices import (
    Outcome,
    actions_card,
    agreed_card,
    cancelled_card,
    minutes_card,
    moved_card,
    no_meeting_card,
    reminder_card,
)
from handlers.agenda.planning import arranged, ordered
from handlers.agenda.shown import Shown
from handlers.message import Block, Example
from handlers.people import Person, PersonId, Role, Side

NOW = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
TODAY = NOW.date()
OWNER = Person(
    id=PersonId("maya"),
    name="Maya Lindqvist",
    email="maya@northwind.example",
    role=Role.MARKETER,
    side=Side.MARKETING,
)
SERIES = Series(
    id=SeriesId("series"),
    title="Sales and marketing",
    rhythm=Rhythm.FORTNIGHTLY,
    first_day=date(2026, 11, 4),
    starts=time(10),
    zone="Europe/Warsaw",
    minutes=30,
    room="Room 4",
)
MEETING = Meeting(
    id=MeetingId("meeting"),
    series=SERIES.id,
    day=date(2026, 11, 18),
    starts_at=datetime(2026, 11, 18, 9, 0, tzinfo=UTC),
    shown_at=NOW,
)


def examples() -> Sequence[Example]:
    """List every card and form."""
    return (*_agendas(), *_notices(), *_forms())


def home_examples() -> Sequence[tuple[Block, ...]]:
    """Show what stands on the page of somebody with an action, and of a manager without a meeting."""
    return (
        agenda_part(a_shown(), _actions()[:1], TODAY, manages=False),
        agenda_part(None, (), TODAY, manages=True),
    )


def a_shown(meeting: Meeting = MEETING, items: Sequence[Item] | None = None) -> Shown:
    """Make what an agenda is drawn from."""
    placed = _items() if items is None else items
    return Shown(
        series=SERIES,
        meeting=meeting,
        plan=arranged(placed, _topics(), minutes=SERIES.minutes, has_actions=bool(placed)),
        actions=_actions() if placed else (),
        today=TODAY,
        works_then=False,
    )


def _topics() -> Sequence[Topic]:
    finding = Topic(
        kind=Kind.FINDING,
        subject="finding",
        since=NOW,
        about="Autumn webinar",
        reason="outside-target",
        count=7,
    )
    flag = Topic(
        kind=Kind.FLAG,
        subject="flag",
        since=NOW,
        for_meeting=True,
        about="Anna Nowak · Acme",
        reason="not-the-role",
    )
    return (
        finding,
        flag,
        Topic(kind=Kind.AMENDMENT, subject="3", since=NOW),
        Topic(kind=Kind.DEBT, subject=Side.SALES.value, since=NOW, count=14),
        Topic(kind=Kind.DEBT, subject=Side.MARKETING.value, since=NOW),
        replace(flag, subject="later", for_meeting=False, reason="", reason_words="Wrong list"),
    )


def _items() -> Sequence[Item]:
    minutes = (3, 6, 8, 3, 3, 3)
    placed = [
        Item(
            id=ItemId(f"item-{number}"),
            meeting=MEETING.id,
            kind=topic.kind,
            subject=topic.subject,
            words=topic.about,
            minutes=minutes[number],
            position=number,
            at=NOW,
        )
        for number, topic in enumerate(ordered(_topics()))
    ]
    own = replace(placed[0], id=ItemId("own"), kind=Kind.OWN, subject="", words="Trade fair in May")
    decision = "The form asks for the role from Monday on"
    decided = replace(placed[0], state=ItemState.DECIDED, decision=decision)
    dropped = replace(own, position=9, state=ItemState.DROPPED, decision="next quarter")
    return (decided, *placed[1:], dropped)


def _actions() -> Sequence[Action]:
    overdue = Action(
        id=ActionId("action"),
        meeting=MEETING.id,
        what="Add the role to the webinar form",
        owner=OWNER.id,
        side=Side.MARKETING,
        due=date(2026, 11, 13),
        agreed_at=NOW,
    )
    other = replace(overdue, id=ActionId("other"), what="Call back the fair's visitors")
    return (overdue, replace(other, side=Side.SALES, due=date(2026, 11, 20)))


def _agendas() -> Sequence[Example]:
    over = replace(MEETING, state=MeetingState.HELD, day=date(2026, 11, 11))
    closed = replace(over, minuted_at=NOW)
    cancelled = replace(MEETING, state=MeetingState.CANCELLED)
    return (
        Example("agenda", agenda_card(a_shown())),
        Example("agenda-over", agenda_card(a_shown(over))),
        Example("agenda-closed", agenda_card(a_shown(closed))),
        Example("agenda-empty", agenda_card(a_shown(items=()))),
        Example("agenda-cancelled", agenda_card(a_shown(cancelled))),
    )


def _notices() -> Sequence[Example]:
    open_one, other = _actions()
    done = replace(other, state=ActionState.DONE)
    given_up = replace(other, state=ActionState.DROPPED, why="the fair was cancelled")
    outcome = Outcome(agreed=[open_one], closed=[done, given_up], owners={OWNER.id: OWNER})
    nothing = Outcome(agreed=(), closed=(), owners={})
    before = datetime(2026, 11, 17, 9, 0, tzinfo=UTC)
    return (
        Example("agenda-minutes", minutes_card(a_shown(), outcome)),
        Example("agenda-minutes-nothing", minutes_card(a_shown(items=()), nothing)),
        Example("agenda-moved-notice", moved_card(SERIES, MEETING, before)),
        Example(
            "agenda-cancelled-notice", cancelled_card(SERIES, MEETING, "the fair is that week")
        ),
        Example("agenda-none", no_meeting_card(may_set_up=True)),
        Example("agenda-agreed", agreed_card(_actions(), TODAY)),
        Example("agenda-reminder", reminder_card(_actions()[1:], TODAY)),
        Example("agenda-actions", actions_card(_actions(), TODAY)),
    )


def _forms() -> Sequence[Example]:
    slot = a_shown().plan.timed[1]
    return (
        Example("agenda-add", add_form(MEETING)),
        Example("agenda-time", time_form(slot)),
        Example("agenda-drop", drop_form(slot)),
        Example("agenda-decide", decide_form(slot)),
        Example("agenda-agree", action_form(MEETING, TODAY)),
        Example("agenda-give-up", action_drop_form(_actions()[0], TODAY)),
        Example("agenda-series", series_form(SERIES, zone="UTC", at=NOW)),
        Example("agenda-series-new", series_form(None, zone="Europe/Warsaw", at=NOW)),
        Example("agenda-move", meeting_form(SERIES, MEETING, TODAY)),
        Example("agenda-cancel", cancel_form(SERIES, MEETING)),
    )
