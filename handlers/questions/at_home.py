"""Questions on a person's own page: rows that wait for them, and what they asked of late."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from handlers.errors import Refused
from handlers.interaction import Interaction, Reply, Routes, Whisper, whisper
from handlers.lead import Outcome
from handlers.leads.understanding import Kind
from handlers.message import Block, Button, Buttons, Heading, Note, Paragraph, Tone, values
from handlers.people import Person, Place
from handlers.phrase import Phrase, say, verbatim
from handlers.questions.model import (
    Question,
    QuestionId,
    Summary,
    summed,
)
from handlers.questions.notices import help_card
from handlers.questions.overview import OpenOverviewWork, OverviewWork
from handlers.questions.work import answer_view, rows_of

MOST_OPEN = 10
"""Rows that a page shows; the envelopes hold them all."""

MOST_ASKED = 5
"""Questions of late."""

LONGEST_QUOTE = 60


@dataclass(frozen=True, slots=True)
class Recent:
    """A question of somebody's, and how far it is filled."""

    question: Question
    summary: Summary
    first: str
    """The first lead's label; empty where no lead was found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionsAtHome:
    """The questions' part of a person's page."""

    open_work: OpenOverviewWork
    look: Callable[[], OverviewWork]

    def routes(self) -> Routes:
        """Tell which interactions are answered here."""
        return {"questions.again": self.send_again, "questions.help": self.help}

    def asked(self, work: OverviewWork, person: Person) -> tuple[Block, ...]:
        """Offer to ask, and show what was asked of late."""
        wanted = work.overview.asked_by(person.id, MOST_ASKED)
        return asked_part([_recent(work, question) for question in wanted])

    def known(self, work: OverviewWork, person: Person) -> tuple[Phrase, ...]:
        """Tell how much is kept that this person asked and said."""
        own = work.overview.own(person.id)
        return (
            say("questions-known-asked", count=own.questions),
            say("questions-known-asks", count=own.asks, answers=own.answers),
        )

    def send_again(self, asked: Interaction) -> Reply:
        """Bring the live answer to one's own question into one's direct message."""
        with self.open_work(asked.id) as work:
            work.people.get(asked.actor)
            question = work.questions.get(QuestionId(asked.values.get("question", "")))
            if question.asker != asked.actor:
                raise Refused(say("questions-not-your-question"))
            work.outbox.show(Place.direct(asked.actor), answer_view(question.id))
            work.commit()
        return whisper(say("questions-sent-again"))

    def help(self, asked: Interaction) -> Reply:
        """Say what one can ask."""
        with self.look() as work:
            work.people.get(asked.actor)
        return Whisper(help_card())


def help_button() -> Button:
    """Offer the examples of what one can ask."""
    return Button(label=say("questions-help-button"), does="questions.help", tone=Tone.QUIET)


def _recent(work: OverviewWork, id: QuestionId) -> Recent:
    question = work.questions.get(id)
    rows = rows_of(work, question.leads, question.kind)
    return Recent(question, summed(rows), rows[0].lead.label if rows else "")


# Questions of late


def asked_part(recent: Sequence[Recent]) -> tuple[Block, ...]:
    """Offer to ask, and list the questions with how far they are filled."""
    ask = Button(
        label=say("questions-home-ask"), does="questions.ask", opens=True, tone=Tone.PRIMARY
    )
    blocks: list[Block] = [
        Heading(say("questions-home-asked")),
        *([] if recent else [Note(say("questions-home-asked-none"))]),
        Buttons((ask,)),
    ]
    for one in recent:
        blocks += [Paragraph(_what(one)), Note(_how_far(one)), Buttons((_again_button(one),))]
    return tuple(blocks)


def _how_far(one: Recent) -> Phrase:
    count, at = one.summary.asked, one.question.asked_at
    if one.question.kind is Kind.DELAY or not count:
        return say("questions-home-line", at=at)
    known = count - one.summary.outcomes.get(Outcome.UNKNOWN, 0)
    return say("questions-home-filled", known=known, count=count, at=at)


def _what(one: Recent) -> Phrase:
    """Name a question by the words that were understood, else by its first lead."""
    if one.question.described is not None:
        return one.question.described
    if not one.first:
        return say("questions-home-unfound", words=one.question.words[:LONGEST_QUOTE])
    if one.question.kind is Kind.DELAY:
        return say("questions-home-delay", lead=one.first)
    if one.summary.asked == 1:
        return verbatim(one.first)
    return say("questions-home-leads", lead=one.first, more=one.summary.asked - 1)


def _again_button(one: Recent) -> Button:
    label = say("questions-home-again")
    return Button(
        label=label,
        does="questions.again",
        values=values(question=one.question.id),
        tone=Tone.QUIET,
        hint=say("questions-home-again-hint", action=label, what=_what(one)),
    )
