"""The joint meeting on a person's own page: when it is next, and what they agreed to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from handlers.agenda.cards import MOST_LISTED
from handlers.agenda.model import Action, ItemState
from handlers.agenda.notices import action_rows, set_up_button
from handlers.agenda.rights import may_schedule
from handlers.agenda.shown import Shown, gathered
from handlers.agenda.work import AgendaWork
from handlers.message import Block, Button, Buttons, Heading, Note, Paragraph, Tone
from handlers.people import Person
from handlers.phrase import Phrase, say
from handlers.work import Now
from handlers.working_time import WorkingHours


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaAtHome:
    """The meeting's part of a person's page."""

    now: Now
    company: WorkingHours

    def section(self, work: AgendaWork, person: Person) -> tuple[Block, ...]:
        """Show the next meeting and one's own open actions; managers can change when it is."""
        at = self.now()
        meeting = work.agenda.upcoming()
        shown = gathered(work, meeting, at=at, company=self.company) if meeting else None
        mine = work.agenda.open_actions_of(person.id)
        return agenda_part(shown, mine, person.hours.day_of(at), manages=may_schedule(person))

    def known(self, work: AgendaWork, person: Person) -> tuple[Phrase, ...]:
        """Say what is kept of somebody's actions."""
        count = len(work.agenda.open_actions_of(person.id))
        return (say("agenda-known-actions", count=count),)


def agenda_part(
    shown: Shown | None, mine: Sequence[Action], today: date, *, manages: bool
) -> tuple[Block, ...]:
    """Show what somebody has to do with the joint meeting; nothing where there is none."""
    if shown is None and not mine and not manages:
        return ()
    return (
        Heading(say("agenda-home-title")),
        *_next(shown),
        *_own(mine, today),
        *_buttons(shown, manages=manages),
    )


def _next(shown: Shown | None) -> tuple[Block, ...]:
    if shown is None:
        return (Paragraph(say("agenda-home-none")),)
    count = sum(slot.item.state is ItemState.OPEN for slot in shown.plan.all)
    text = say(
        "agenda-home-next", title=shown.series.title, at=shown.meeting.starts_at, count=count
    )
    return (Paragraph(text),)


def _own(mine: Sequence[Action], today: date) -> tuple[Block, ...]:
    rows = action_rows(mine[:MOST_LISTED], today)
    rest = len(mine) - MOST_LISTED
    return (*rows, Note(say("agenda-more", count=rest))) if rest > 0 else rows


def _buttons(shown: Shown | None, *, manages: bool) -> tuple[Block, ...]:
    buttons: list[Button] = []
    if shown is not None:
        buttons.append(Button(label=say("agenda-home-show"), does="agenda.show"))
    if manages and shown is None:
        buttons.append(set_up_button())
    if manages and shown is not None:
        buttons += [
            _manage("agenda-home-move", "agenda.meeting"),
            _manage("agenda-home-cancel", "agenda.cancel"),
            _manage("agenda-home-series", "agenda.series"),
        ]
    return (Buttons(tuple(buttons)),) if buttons else ()


def _manage(label: str, does: str) -> Button:
    return Button(label=say(label), does=does, opens=True, tone=Tone.QUIET)
