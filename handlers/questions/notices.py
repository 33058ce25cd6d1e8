"""The short messages around a question: how it ended, what could not be asked, and help."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.lead import Lead, Outcome
from handlers.message import Card, Items, Note, Paragraph
from handlers.phrase import Phrase, say
from handlers.questions.cards import MOST_LINES, headline
from handlers.questions.model import Question, Summary


def closing_card(question: Question, summary: Summary) -> Card:
    """Tell the asker how it ended."""
    known = summary.asked - summary.outcomes.get(Outcome.UNKNOWN, 0)
    return Card(
        title=say("questions-closing-title", known=known, count=summary.asked),
        blocks=(
            Paragraph(headline(summary)),
            Note(say("questions-closing-asked", at=question.asked_at)),
        ),
    )


def unreachable_card(leads: Sequence[tuple[Lead, str]]) -> Card:
    """List the leads whose owners cannot be asked in chat, with the owner as the CRM names them."""
    lines = tuple(
        say("questions-no-account-line", lead=lead.label, owner=owner)
        if owner
        else say("questions-no-owner-line", lead=lead.label)
        for lead, owner in leads[:MOST_LINES]
    )
    rest = len(leads) - len(lines)
    more = (say("questions-more-lines", count=rest),) if rest else ()
    return Card(
        title=say("questions-unreachable-title", count=len(leads)),
        blocks=(Items((*lines, *more)), Note(say("questions-unreachable-help"))),
    )


def liaison_card(count: int) -> Card:
    """Tell sales' manager how many leads stayed without an answer, and not whose they are."""
    return Card(
        title=say("questions-liaison-title", count=count),
        blocks=(Note(say("questions-liaison-help")),),
    )


def help_card() -> Card:
    """Say what one can ask, with examples to copy, and which first words do something else."""
    examples = tuple(say(f"questions-help-example-{name}") for name in ("list", "words", "delay"))
    return Card(
        title=say("questions-help-title"),
        blocks=(
            Paragraph(say("questions-help-text")),
            Items(examples),
            Note(say("questions-help-file")),
            Paragraph(say("questions-help-commands")),
            Items(command_lines()),
        ),
    )


def command_lines() -> tuple[Phrase, ...]:
    """Show what there is besides questions, each by its first word."""
    return (
        say("questions-help-flag"),
        say("questions-help-definition"),
        say("questions-help-agenda"),
        say("questions-help-digest"),
        say("questions-help-settings"),
    )
