"""The flags' part of every envelope: those of which marketing needs to know more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.envelope import MOST_ROWS, Drawn, Envelope, EnvelopeId, Waiting, Worth
from handlers.flags.cards import history_button, step_button
from handlers.flags.model import FlagId, FlagReason, FlagRow, State, Step
from handlers.flags.notices import own_state_text
from handlers.flags.reasons import reasons_of
from handlers.flags.triage_forms import about_text
from handlers.flags.work import FlagWork
from handlers.message import Block, Buttons, Divider, Heading, Note, Paragraph, Tone
from handlers.people import Person, PersonId
from handlers.phrase import say


@dataclass(frozen=True, slots=True)
class FlagSlip:
    """Asks whoever raised a flag for the word that marketing waits for."""

    def people(self, work: FlagWork, at: datetime) -> Sequence[PersonId]:
        """List whose word marketing waits for without their knowing it."""
        del at
        return work.flags.people_to_ask()

    def waiting(self, work: FlagWork, person: Person, at: datetime) -> Sequence[Waiting]:
        """List the flags that this person has yet to be asked about, oldest first."""
        del at
        return [
            Waiting(flag.id, Worth.FLAG, flag.lead)
            for flag in work.flags.to_ask(person.id, MOST_ROWS)
        ]

    def put(
        self, work: FlagWork, envelope: Envelope, person: Person, keys: Sequence[str], at: datetime
    ) -> Sequence[EnvelopeId]:
        """Ask; a row stays in the envelope in which it came."""
        del at
        wanted = [flag for flag in work.flags.to_ask(person.id, MOST_ROWS) if flag.id in keys]
        work.flags.put_into(envelope.id, wanted)
        return ()

    def drawn(
        self,
        work: FlagWork,
        envelope: EnvelopeId,
        person: Person,
        at: datetime,
        wide: str = "",
    ) -> Drawn:
        """Draw the flags that stand in this envelope."""
        del person, at, wide
        return _drawn(work, work.flags.rows(envelope))

    def on_page(self, work: FlagWork, person: Person, at: datetime) -> Drawn:
        """Draw the flags that wait for this person's word."""
        del at
        return _drawn(work, work.flags.open_rows(person.id), divided=False)


def _drawn(work: FlagWork, rows: Sequence[FlagRow], *, divided: bool = True) -> Drawn:
    if not rows:
        return Drawn()
    reasons = reasons_of(work, [row.flag for row in rows])
    return rows_part(rows, reasons, divided=divided)


def rows_part(
    rows: Sequence[FlagRow], reasons: Mapping[FlagId, FlagReason], *, divided: bool = True
) -> Drawn:
    """Say of each flag what marketing asks, and offer to answer; an answered one says how it stands."""
    shown = [row for row in rows if row.is_open or row.flag.state is not State.NEEDS_MORE]
    blocks: list[Block] = []
    for row in shown:
        blocks += [Heading(about_text(row.flag, reasons[row.flag.id])), *_row(row)]
        blocks += [Divider()] if divided else []
    waiting = sum(row.is_open for row in shown)
    return Drawn(
        blocks=tuple(blocks),
        waiting=waiting,
        done=len(shown) - waiting,
        title=say("triage-envelope-title", count=waiting),
    )


def _row(row: FlagRow) -> tuple[Block, ...]:
    flag, history = row.flag, history_button(row.flag)
    if not row.is_open:
        return (Note(own_state_text(flag), Tone.GOOD), Buttons((history,)))
    offered = tuple(step_button(step, flag) for step in (Step.ADD, Step.WITHDRAW))
    asked = Paragraph(say("triage-said-ask", words=row.asked))
    return (asked, Buttons((*offered, history)))
