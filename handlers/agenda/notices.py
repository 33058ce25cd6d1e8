"""What is said about the meeting beside its agenda: minutes, changes, and to the owners of actions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from handlers.agenda.cards import MOST_LISTED, dropped_text
from handlers.agenda.model import Action, ActionState, ItemState, Meeting, Series
from handlers.agenda.planning import Slot
from handlers.agenda.shown import Shown, action_text, slot_text
from handlers.message import (
    Block,
    Button,
    Buttons,
    Card,
    Heading,
    Items,
    Note,
    Paragraph,
    Tone,
    values,
)
from handlers.people import Person, PersonId
from handlers.phrase import Phrase, say


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a meeting besides its agenda."""

    agreed: Sequence[Action]
    """In this meeting."""
    closed: Sequence[Action]
    """Since the meeting before."""
    owners: Mapping[PersonId, Person]


def minutes_card(shown: Shown, outcome: Outcome) -> Card:
    """Tell both teams what was decided and agreed, and what is left.

    Who does what until when was agreed in this meeting, and is said by name this once; but not of
    what was due before the minutes: a name beside a missed day would blame.
    """
    every = shown.plan.all
    decided = [slot for slot in every if slot.item.state is ItemState.DECIDED]
    left = [slot for slot in every if slot.item.state is ItemState.OPEN]
    parts = (
        *_part("agenda-minutes-decisions", [_decision(slot) for slot in decided]),
        *_part(
            "agenda-minutes-actions", [_agreed(one, outcome, shown.today) for one in outcome.agreed]
        ),
        *_part("agenda-minutes-closed", [_closed(one) for one in outcome.closed]),
        *_part("agenda-minutes-dropped", [dropped_text(slot) for slot in shown.plan.dropped]),
        *_part("agenda-minutes-left", [slot_text(slot) for slot in left]),
    )
    title = say("agenda-minutes-title", title=shown.series.title, at=shown.meeting.starts_at)
    return Card(title=title, blocks=parts or (Paragraph(say("agenda-minutes-nothing")),))


def _part(heading: str, lines: Sequence[Phrase]) -> tuple[Block, ...]:
    return (Heading(say(heading)), Items(tuple(lines))) if lines else ()


def _decision(slot: Slot) -> Phrase:
    return say("agenda-minutes-decision", what=slot_text(slot), words=slot.item.decision)


def _agreed(action: Action, outcome: Outcome, today: date) -> Phrase:
    owner = outcome.owners.get(action.owner)
    if owner is None or action.due < today:
        side = say(f"agenda-side-{action.side}")
        return say("agenda-action-open", what=action.what, day=action.due, side=side)
    return say("agenda-minutes-action", what=action.what, owner=owner.name, day=action.due)


def _closed(action: Action) -> Phrase:
    if action.state is ActionState.DROPPED:
        return say("agenda-minutes-given-up", what=action.what, words=action.why)
    return say("agenda-minutes-done", what=action.what)


# When something changes


def moved_card(series: Series, meeting: Meeting, before: datetime) -> Card:
    """Tell both channels that a meeting takes place at another time."""
    title = say("agenda-moved", title=series.title, at=meeting.starts_at)
    return Card(title=title, blocks=(Note(say("agenda-moved-before", at=before)),))


def cancelled_card(series: Series, meeting: Meeting, why: str) -> Card:
    """Tell both channels that a meeting does not take place; its open topics come back."""
    title = say("agenda-cancelled", title=series.title, at=meeting.starts_at)
    reason = Paragraph(say("agenda-cancelled-why", words=why))
    return Card(title=title, blocks=(reason, Note(say("agenda-cancelled-help"))))


def no_meeting_card(*, may_set_up: bool) -> Card:
    """Say that no joint meeting was set up, and let those who may do so."""
    blocks: list[Block] = [Paragraph(say("agenda-none-help"))]
    if may_set_up:
        blocks.append(Buttons((set_up_button(),)))
    return Card(title=say("agenda-none"), blocks=tuple(blocks))


def set_up_button() -> Button:
    """Lead to the form of a new series."""
    label = say("agenda-set-up")
    return Button(label=label, does="agenda.series", opens=True, tone=Tone.PRIMARY)


# To the owners of actions


def agreed_card(actions: Sequence[Action], today: date) -> Card:
    """Give somebody what they agreed to do; they alone see it."""
    title = say("agenda-yours", count=len(actions))
    return Card(title=title, blocks=(*action_rows(actions, today), Note(say("agenda-yours-help"))))


def reminder_card(actions: Sequence[Action], today: date) -> Card:
    """Remind somebody, once, of what is due next."""
    title = say("agenda-due-soon", count=len(actions))
    return Card(
        title=title, blocks=(*action_rows(actions, today), Note(say("agenda-due-soon-help")))
    )


def actions_card(actions: Sequence[Action], today: date) -> Card:
    """Let somebody say which actions are done: their own, or any where they may."""
    if not actions:
        return Card(title=say("agenda-no-actions"), blocks=())
    rows = action_rows(actions[:MOST_LISTED], today)
    rest = len(actions) - MOST_LISTED
    more = (Note(say("agenda-more", count=rest)),) if rest > 0 else ()
    return Card(title=say("agenda-actions", count=len(actions)), blocks=(*rows, *more))


def action_rows(actions: Sequence[Action], today: date) -> tuple[Block, ...]:
    """Show actions, each with what can be said of it."""
    blocks: list[Block] = []
    for action in actions:
        said = action_text(action, today)
        blocks += [Paragraph(said), Buttons((_done(action, said), _drop(action, said)))]
    return tuple(blocks)


def _done(action: Action, said: Phrase) -> Button:
    label = say("agenda-done-button")
    return Button(
        label=label,
        does="agenda.done",
        values=values(action=action.id),
        tone=Tone.GOOD,
        hint=say("agenda-hint", action=label, what=said),
    )


def _drop(action: Action, said: Phrase) -> Button:
    label = say("agenda-drop-action")
    return Button(
        label=label,
        does="agenda.drop",
        values=values(action=action.id),
        opens=True,
        tone=Tone.QUIET,
        hint=say("agenda-hint", action=label, what=said),
    )
