"""The forms of the joint meeting."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from handlers.agenda.model import Action, Item, Kind, Meeting, Rhythm, Series
from handlers.agenda.planning import FEWEST_MINUTES, MINUTES, MOST_MINUTES, Slot
from handlers.agenda.shown import action_text, clock_of, slot_text
from handlers.message import (
    Choice,
    Day,
    Form,
    LongText,
    Note,
    Option,
    PersonPick,
    ShortText,
    Switch,
    values,
)
from handlers.phrase import say
from handlers.settings.choices import hour_options, spelled, zone_options

WORDS, WHAT, OWNER, DUE, MINUTES_FIELD = "words", "what", "owner", "due", "minutes"
TITLE, RHYTHM, FIRST_DAY, STARTS, ZONE, ROOM = (
    *("title", "rhythm", "first-day"),
    *("starts", "zone", "room"),
)
DAY, ENDS = "day", "ends"
"""The names of the fields."""

LONGEST_WORDS = 1000
LONGEST_LINE = 200
LONGEST_TITLE = 80

USUAL_MINUTES = 30
LENGTHS = (15, 20, 30, 45, 60, 90, 120, 180, 240)
"""Minutes that a meeting may take."""

ITEM_MINUTES = (FEWEST_MINUTES, 3, 5, 6, 8, 10, 15, 20, 30, 45, 60, 90, MOST_MINUTES)

USUAL_START = time(10)

FURTHEST = timedelta(days=366)
"""A day further away than this is taken for a slip."""


def minute_options(lengths: Iterable[int], current: int) -> tuple[Option, ...]:
    """List lengths in minutes, the one in use among them."""
    every = sorted({*lengths, current})
    return tuple(Option(str(one), say("agenda-minutes", count=one)) for one in every)


def rhythm_options() -> tuple[Option, ...]:
    """List how often a series can meet."""
    return tuple(Option(one.value, say(f"agenda-rhythm-{one}")) for one in Rhythm)


# One item


def add_form(meeting: Meeting) -> Form:
    """Let somebody put their own words on the agenda."""
    return Form(
        name="agenda.added",
        title=say("agenda-add-title"),
        fields=(
            ShortText(name=WORDS, label=say("agenda-add-label"), hint=say("agenda-add-hint")),
            _minutes(MINUTES[Kind.OWN]),
        ),
        submit=say("agenda-add-submit"),
        keep=values(meeting=meeting.id),
    )


def _minutes(current: int) -> Choice:
    return Choice(
        name=MINUTES_FIELD,
        label=say("agenda-time-label"),
        options=minute_options(ITEM_MINUTES, current),
        value=str(current),
    )


def time_form(slot: Slot) -> Form:
    """Let somebody give an item more time or less."""
    return Form(
        name="agenda.timed",
        title=say("agenda-time-title"),
        intro=(Note(slot_text(slot)),),
        fields=(_minutes(slot.item.minutes),),
        submit=say("agenda-save"),
        keep=_this(slot.item),
    )


def drop_form(slot: Slot) -> Form:
    """Let somebody take an item off the agenda, with a word why."""
    return Form(
        name="agenda.dropped",
        title=say("agenda-drop-title"),
        intro=(Note(slot_text(slot)),),
        fields=(ShortText(name=WORDS, label=say("agenda-why")),),
        submit=say("agenda-drop-submit"),
        keep=_this(slot.item),
    )


def decide_form(slot: Slot) -> Form:
    """Let somebody write down what the meeting decided about an item."""
    label = say("agenda-decide-label")
    words = LongText(name=WORDS, label=label, value=slot.item.decision, longest=LONGEST_WORDS)
    return Form(
        name="agenda.decided",
        title=say("agenda-decide-title"),
        intro=(Note(slot_text(slot)),),
        fields=(words,),
        submit=say("agenda-save"),
        keep=(*_this(slot.item), ("state", slot.item.state.value)),
    )


def _this(item: Item) -> tuple[tuple[str, str], ...]:
    return values(meeting=item.meeting, item=item.id)


# Actions


def action_form(meeting: Meeting, today: date) -> Form:
    """Let somebody write down who does what until when."""
    return Form(
        name="agenda.actioned",
        title=say("agenda-agree-title"),
        fields=(
            ShortText(name=WHAT, label=say("agenda-agree-what"), hint=say("agenda-agree-hint")),
            PersonPick(name=OWNER, label=say("agenda-agree-owner")),
            Day(name=DUE, label=say("agenda-agree-due"), earliest=today),
        ),
        submit=say("agenda-agree-submit"),
        keep=values(meeting=meeting.id),
    )


def action_drop_form(action: Action, today: date) -> Form:
    """Let somebody give up an action, with a word why."""
    return Form(
        name="agenda.dropped",
        title=say("agenda-drop-action-title"),
        intro=(Note(action_text(action, today)),),
        fields=(ShortText(name=WORDS, label=say("agenda-why")),),
        submit=say("agenda-drop-action-submit"),
        keep=values(action=action.id),
    )


# The series and its next meeting


def series_form(known: Series | None, *, zone: str, at: datetime) -> Form:
    """Let a manager say when both teams meet; `zone` is the manager's own, for a new series."""
    starts = known.starts if known else USUAL_START
    in_zone = known.zone if known else zone
    length = known.minutes if known else USUAL_MINUTES
    return Form(
        name="agenda.series-saved",
        title=say("agenda-series-title"),
        fields=(
            ShortText(
                name=TITLE,
                label=say("agenda-series-name"),
                value=known.title if known else "",
                longest=LONGEST_TITLE,
            ),
            Choice(
                name=RHYTHM,
                label=say("agenda-series-rhythm"),
                options=rhythm_options(),
                value=known.rhythm.value if known else Rhythm.FORTNIGHTLY.value,
            ),
            Day(
                name=FIRST_DAY,
                label=say("agenda-series-first-day"),
                value=known.first_day if known else None,
                hint=say("agenda-series-first-day-hint"),
            ),
            Choice(
                name=STARTS,
                label=say("agenda-series-starts"),
                options=hour_options(starts),
                value=spelled(starts),
            ),
            Choice(
                name=ZONE,
                label=say("agenda-series-zone"),
                options=zone_options(in_zone, at),
                value=in_zone,
            ),
            Choice(
                name=MINUTES_FIELD,
                label=say("agenda-length"),
                options=minute_options(LENGTHS, length),
                value=str(length),
            ),
            _room(known.room if known else ""),
            *([Switch(name=ENDS, label=say("agenda-series-end"))] if known else []),
        ),
        submit=say("agenda-save"),
        keep=values(series=known.id, version=known.version) if known else (),
    )


def _room(value: str) -> ShortText:
    label, hint = say("agenda-room"), say("agenda-series-room-hint")
    return ShortText(
        name=ROOM, label=label, hint=hint, value=value, required=False, longest=LONGEST_LINE
    )


def meeting_form(series: Series, meeting: Meeting, today: date) -> Form:
    """Let a manager move one meeting."""
    local = clock_of(series).local(meeting.starts_at)
    starts = local.time()
    return Form(
        name="agenda.meeting-moved",
        title=say("agenda-move-title"),
        fields=(
            Day(name=DAY, label=say("agenda-move-day"), value=local.date(), earliest=today),
            Choice(
                name=STARTS,
                label=say("agenda-series-starts"),
                options=hour_options(starts),
                value=spelled(starts),
            ),
        ),
        submit=say("agenda-save"),
        keep=values(meeting=meeting.id, version=meeting.version),
    )


def cancel_form(series: Series, meeting: Meeting) -> Form:
    """Let a manager cancel one meeting, with a word why."""
    about = say("agenda-title", title=series.title, at=meeting.starts_at)
    return Form(
        name="agenda.meeting-cancelled",
        title=say("agenda-cancel-title"),
        intro=(Note(about),),
        fields=(ShortText(name=WORDS, label=say("agenda-why")),),
        submit=say("agenda-cancel-submit"),
        keep=values(meeting=meeting.id, version=meeting.version),
    )
