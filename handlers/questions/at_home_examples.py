"""The questions' parts of a person's page, with invented leads in them."""

from __future__ import annotations

from dataclasses import replace

from handlers.envelope import Drawn
from handlers.leads.understanding import Kind
from handlers.message import Block
from handlers.phrase import say, verbatim
from handlers.questions.at_home import Recent, asked_part
from handlers.questions.examples import ASKER, a_question, a_shown, envelope_rows
from handlers.questions.model import summed
from handlers.questions.slip import page_part


def open_rows_example() -> Drawn:
    """Show two rows that wait."""
    waiting = [row for row in envelope_rows() if row.answer is None]
    return page_part(waiting, {ASKER.id: ASKER})


def asked_example() -> tuple[Block, ...]:
    """Show a question by names, one by words, one about a delay, and one that found nothing."""
    rows = a_shown().rows
    first = rows[0].lead.label
    question = a_question(len(rows))
    described = say("leads-of-campaigns", names=(verbatim("Spring webinar"),), count=1)
    unfound = replace(question, leads=(), words="lorem ipsum")
    return asked_part(
        [
            Recent(question, summed(rows), first),
            Recent(replace(question, described=described), summed(rows), first),
            Recent(replace(question, kind=Kind.DELAY), summed(rows[:1]), first),
            Recent(unfound, summed([]), ""),
        ]
    )


def nothing_asked_example() -> tuple[Block, ...]:
    """Show somebody who asked nothing yet."""
    return asked_part([])
