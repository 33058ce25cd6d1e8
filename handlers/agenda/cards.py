"""The agenda as both channels see it; nobody is named on it."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.agenda.model import ItemState, Kind, Meeting, MeetingState
from handlers.agenda.planning import CLOSING_MINUTES, Slot
from handlers.agenda.shown import Shown, action_text, slot_text
from handlers.message import (
    Block,
    Button,
    Buttons,
    Card,
    Facts,
    Heading,
    Items,
    Note,
    Paragraph,
    Tone,
    values,
)
from handlers.phrase import Phrase, say, verbatim

MOST_LISTED = 10
"""Lines under one heading."""

MOST_DROPPED = 5
"""Dropped items that can be put back from the card."""

ELSEWHERE = {
    Kind.FLAG: "agenda-elsewhere-flag",
    Kind.FINDING: "agenda-elsewhere-finding",
    Kind.AMENDMENT: "agenda-elsewhere-amendment",
}
"""Where a topic is decided for good: its own card has the buttons."""


def agenda_card(shown: Shown) -> Card:
    """Show both teams what the meeting will be about, minute by minute."""
    title = say("agenda-title", title=shown.series.title, at=shown.meeting.starts_at)
    if shown.meeting.state is MeetingState.CANCELLED:
        cancelled = Note(say("agenda-is-cancelled"), Tone.WARN)
        return Card(title=title, blocks=(cancelled,))
    agenda = (*_opening(shown), *_timed(shown), *_later(shown))
    blocks = (*_standing(shown), *_writing(shown), *agenda, _taking(shown))
    return Card(title=title, blocks=blocks)


def _standing(shown: Shown) -> list[Block]:
    pairs = [(say("agenda-length"), say("agenda-minutes", count=shown.series.minutes))]
    if shown.series.room:
        pairs.append((say("agenda-room"), verbatim(shown.series.room)))
    blocks: list[Block] = [Facts(tuple(pairs))]
    if shown.held_on != shown.meeting.day:
        key = "agenda-moved-from" if shown.works_then else "agenda-moved-from-day-off"
        blocks.append(Note(say(key, day=shown.meeting.day)))
    if shown.clocks_change:
        blocks.append(Note(say("agenda-clocks-change", at=shown.meeting.starts_at)))
    if shown.meeting.minuted_at is not None:
        blocks.append(Note(say("agenda-minutes-are-posted", at=shown.meeting.minuted_at)))
    elif shown.is_over:
        blocks.append(Note(say("agenda-is-over")))
    return blocks


def _opening(shown: Shown) -> list[Block]:
    if not shown.actions:
        return []
    lines = [action_text(action, shown.today) for action in shown.actions]
    heading = _stretch(0, shown.plan.opening, say("agenda-opening"))
    return [Heading(heading), _listed(lines)]


def _stretch(first: int, last: int, what: Phrase) -> Phrase:
    return say("agenda-slot", first=first, last=last, what=what)


def _listed(lines: Sequence[Phrase]) -> Items:
    rest = len(lines) - MOST_LISTED
    if rest <= 0:
        return Items(tuple(lines))
    return Items((*lines[:MOST_LISTED], say("agenda-more", count=rest)))


# Minute by minute


def _timed(shown: Shown) -> list[Block]:
    blocks: list[Block] = []
    timed = shown.plan.timed
    for place, slot in enumerate(timed):
        last = slot.first + slot.item.minutes
        blocks.append(Paragraph(_stretch(slot.first, last, slot_text(slot))))
        blocks += _under(slot, shown, is_first=not place, is_last=place == len(timed) - 1)
    if not timed:
        blocks.append(Paragraph(say("agenda-empty")))
    closing = shown.plan.closing_at
    blocks.append(Heading(_stretch(closing, closing + CLOSING_MINUTES, say("agenda-closing"))))
    return [*blocks, *_elsewhere(timed)]


def _under(slot: Slot, shown: Shown, *, is_first: bool, is_last: bool) -> list[Block]:
    """Say what was decided under an item, or offer what can be done with it."""
    if slot.item.state is ItemState.DECIDED:
        decided = Note(say("agenda-decided", words=slot.item.decision), Tone.GOOD)
        again = _button("agenda-decide-again", "agenda.decide", slot, shown.meeting, opens=True)
        return [decided, Buttons((again,))] if shown.is_open else [decided]
    if not shown.is_open:
        return []
    return [Buttons(_deeds(slot, shown.meeting, is_first=is_first, is_last=is_last))]


def _deeds(slot: Slot, meeting: Meeting, *, is_first: bool, is_last: bool) -> tuple[Button, ...]:
    """Offer at most five deeds: an item that has something to look at is moved one way only."""
    look = _look(slot)
    decide = _button("agenda-decide", "agenda.decide", slot, meeting, opens=True)
    ways = [] if is_first else [_way("agenda-earlier", slot, meeting, -1)]
    if not is_last and not look:
        ways.append(_way("agenda-later", slot, meeting, 1))
    return (
        decide,
        *look,
        *ways,
        _button("agenda-time", "agenda.time", slot, meeting, opens=True),
        _button("agenda-drop", "agenda.drop", slot, meeting, opens=True),
    )


def _look(slot: Slot) -> tuple[Button, ...]:
    subject = slot.item.subject
    if slot.item.kind is Kind.FINDING:
        label, does, carried = "agenda-show-flags", "findings.flags", values(finding=subject)
    elif slot.item.kind is Kind.AMENDMENT:
        label, does, carried = "agenda-show-version", "definition.show", values(version=subject)
    else:
        return ()
    return (Button(label=say(label), does=does, values=carried, tone=Tone.QUIET),)


def _way(label: str, slot: Slot, meeting: Meeting, by: int) -> Button:
    return _button(label, "agenda.move", slot, meeting, by=by)


def _button(
    label: str, does: str, slot: Slot, meeting: Meeting, *, opens: bool = False, **more: int
) -> Button:
    carried = values(meeting=meeting.id, version=meeting.version, item=slot.item.id, **more)
    return Button(
        label=say(label),
        does=does,
        values=carried,
        opens=opens,
        tone=Tone.NORMAL if does == "agenda.decide" else Tone.QUIET,
        hint=say("agenda-hint", action=say(label), what=slot_text(slot)),
    )


def _elsewhere(timed: Sequence[Slot]) -> list[Block]:
    kinds = dict.fromkeys(slot.item.kind for slot in timed if slot.item.kind in ELSEWHERE)
    return [Note(say(ELSEWHERE[kind])) for kind in kinds]


# What is left, and what was taken off


def _later(shown: Shown) -> list[Block]:
    blocks: list[Block] = []
    if shown.plan.spare:
        lines = [_spare(slot) for slot in shown.plan.spare]
        blocks += [Heading(say("agenda-if-time-allows")), _listed(lines)]
    return [*blocks, *_dropped(shown)]


def _spare(slot: Slot) -> Phrase:
    if slot.item.state is ItemState.DECIDED:
        return say("agenda-spare-decided", what=slot_text(slot), words=slot.item.decision)
    return say("agenda-spare", what=slot_text(slot), minutes=slot.item.minutes)


def _dropped(shown: Shown) -> list[Block]:
    dropped = shown.plan.dropped
    if not dropped:
        return []
    lines = [dropped_text(slot) for slot in dropped]
    blocks: list[Block] = [Heading(say("agenda-taken-off")), _listed(lines)]
    if shown.is_open:
        back = [_put_back(slot, shown) for slot in dropped[-MOST_DROPPED:]]
        blocks.append(Buttons(tuple(back)))
    return blocks


def dropped_text(slot: Slot) -> Phrase:
    """Say what was taken off the agenda, and why."""
    return say("agenda-dropped", what=slot_text(slot), words=slot.item.decision)


def _put_back(slot: Slot, shown: Shown) -> Button:
    carried = values(meeting=shown.meeting.id, item=slot.item.id)
    return Button(
        label=say("agenda-put-back", what=slot_text(slot)),
        does="agenda.put-back",
        values=carried,
        tone=Tone.QUIET,
    )


# What can be done with the whole


def _writing(shown: Shown) -> list[Block]:
    """Offer, on top, what a meeting is run with: a platform may cut a long card short at its end."""
    if not shown.is_open:
        return []
    this = values(meeting=shown.meeting.id)
    buttons = [
        Button(label=say("agenda-add"), does="agenda.add", values=this, opens=True),
        Button(label=say("agenda-agree"), does="agenda.action", values=this, opens=True),
    ]
    if shown.is_over:
        label = say("agenda-post-minutes")
        post = Button(label=label, does="agenda.minutes", values=this, tone=Tone.PRIMARY)
        buttons.insert(0, post)
    return [Buttons(tuple(buttons))]


def _taking(shown: Shown) -> Buttons:
    return Buttons(
        (
            Button(label=say("agenda-actions-button"), does="agenda.actions", tone=Tone.QUIET),
            _export("agenda-as-calendar", "calendar", shown.meeting),
            _export("agenda-as-text", "text", shown.meeting),
        )
    )


def _export(label: str, form: str, meeting: Meeting) -> Button:
    carried = values(meeting=meeting.id, form=form)
    return Button(label=say(label), does="agenda.export", values=carried, tone=Tone.QUIET)
