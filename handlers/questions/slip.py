"""The questions' part of every envelope, and of the rows on a person's own page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.envelope import MOST_ROWS, Drawn, Envelope, EnvelopeId, Waiting, Worth
from handlers.leads.understanding import Kind
from handlers.message import Block, Buttons, Heading, Note
from handlers.people import Person, PersonId
from handlers.phrase import say
from handlers.questions.envelope import (
    NEEDS_MORE,
    OUTCOMES,
    about,
    answer_button,
    aside,
    background,
    causes,
    envelope_part,
    own_words_button,
    waiting_title,
    wide_of,
)
from handlers.questions.model import AskState, EnvelopeRow
from handlers.questions.overview import OverviewWork
from handlers.questions.work import QuestionWork

MOST_OPEN = 10
"""Rows that a page shows; the envelopes hold them all."""


@dataclass(frozen=True, slots=True)
class QuestionSlip:
    """Asks the owners of leads what became of them."""

    def people(self, work: QuestionWork, at: datetime) -> Sequence[PersonId]:
        """List whose queued asks or due reminders wait for a place."""
        return work.questions.people_with_mail(at)

    def waiting(self, work: QuestionWork, person: Person, at: datetime) -> Sequence[Waiting]:
        """List due reminders, then queued asks, oldest first."""
        return [
            Waiting(ask.id, Worth.QUESTION if ask.asked_at is None else Worth.REMINDER, ask.lead)
            for ask in work.questions.mail_for(person.id, at)[:MOST_ROWS]
        ]

    def put(
        self,
        work: QuestionWork,
        envelope: Envelope,
        person: Person,
        keys: Sequence[str],
        at: datetime,
    ) -> Sequence[EnvelopeId]:
        """Ask, or remind once; a reminder leaves the envelope in which it was asked."""
        mail = {ask.id: ask for ask in work.questions.mail_for(person.id, at) if ask.id in keys}
        for ask in mail.values():
            work.questions.keep_ask(ask.put_into(envelope.id, at=at, hours=person.hours))
        return sorted({ask.envelope for ask in mail.values() if ask.envelope is not None})

    def drawn(
        self,
        work: QuestionWork,
        envelope: EnvelopeId,
        person: Person,
        at: datetime,
        wide: str = "",
    ) -> Drawn:
        """Draw the leads that are asked about in this envelope."""
        del person
        rows = work.questions.envelope_rows(envelope)
        if not rows:
            return Drawn()
        return envelope_part(envelope, rows, _askers(work, rows), at=at, wide=wide_of(wide))

    def on_page(self, work: OverviewWork, person: Person, at: datetime) -> Drawn:
        """Draw the leads that wait for this person's word."""
        del at
        rows = [
            row
            for envelope in work.overview.open_envelopes(person.id)
            for row in work.questions.envelope_rows(envelope)
            if row.ask.state is AskState.ASKED
        ]
        return page_part(rows, _askers(work, rows)) if rows else Drawn()


def _askers(work: QuestionWork, rows: Sequence[EnvelopeRow]) -> Mapping[PersonId, Person]:
    return work.people.by_ids({row.asked_for for row in rows if row.asked_for is not None})


def page_part(rows: Sequence[EnvelopeRow], people: Mapping[PersonId, Person]) -> Drawn:
    """Draw the rows as in the envelope; what needs more than a tap opens a form."""
    blocks: list[Block] = []
    for row in rows[:MOST_OPEN]:
        blocks += [Heading(about(row)), Note(background(row, people)), *_answers(row)]
    if len(rows) > MOST_OPEN:
        blocks.append(Note(say("questions-home-more", count=len(rows) - MOST_OPEN)))
    return Drawn(
        blocks=(*blocks, *_in_own_words(rows)),
        waiting=len(rows),
        title=waiting_title(len(rows)),
    )


def _answers(row: EnvelopeRow) -> tuple[Block, ...]:
    if row.ask.kind is Kind.DELAY:
        return (causes(row), aside(row))
    first = (answer_button(row, said, in_form=said in NEEDS_MORE) for said in OUTCOMES)
    return (Buttons(tuple(first)), aside(row))


def _in_own_words(rows: Sequence[EnvelopeRow]) -> list[Block]:
    """Offer to answer in words where all rows are in one envelope."""
    envelopes = {row.ask.envelope for row in rows}
    envelope = rows[0].ask.envelope
    if len(envelopes) > 1 or envelope is None or all(row.ask.kind is Kind.DELAY for row in rows):
        return []
    return [Buttons((own_words_button(envelope),))]
