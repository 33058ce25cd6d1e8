"""What the questions remember, and the transaction they do it in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Protocol

from handlers.envelope import EnvelopeId, EnvelopeWork
from handlers.lead import LeadId
from handlers.leads.understanding import Kind
from handlers.people import PersonId
from handlers.questions.model import (
    Answer,
    Ask,
    AskId,
    EnvelopeRow,
    Heard,
    Question,
    QuestionId,
    Row,
    known,
)
from handlers.work import About

NOTHING = Heard()
"""Of most leads the CRM tells everything."""

RECENT = timedelta(days=14)
"""How long a card goes on filling when something is said about its leads."""


class Questions(Protocol):
    """Questions, asks and answers."""

    def add(self, question: Question) -> None:
        """Keep a new question."""
        ...

    def get(self, question: QuestionId) -> Question:
        """Give a question, or raise `NotFound`."""
        ...

    def keep(self, question: Question) -> None:
        """Keep a question's newest form, its leads included."""
        ...

    def heard(self, wanted: Iterable[LeadId], kind: Kind) -> Mapping[LeadId, Heard]:
        """Give the newest ask and the standing answer of each lead that has any."""
        ...

    def rows_today(self, wanted: Mapping[PersonId, date]) -> Mapping[PersonId, int]:
        """Count the places taken in each person's envelope of their local date, and asks that wait."""
        ...

    def add_ask(self, ask: Ask, question: QuestionId) -> None:
        """Keep a new ask and the question that waits for it."""
        ...

    def follow(self, wanted: Iterable[AskId], question: QuestionId) -> None:
        """Let a question wait for asks that exist."""
        ...

    def ask(self, ask: AskId) -> Ask:
        """Give an ask, or raise `NotFound`."""
        ...

    def keep_ask(self, ask: Ask) -> None:
        """Keep an ask's newest form."""
        ...

    def end_ask(self, ask: Ask) -> None:
        """Keep how an ask ended."""
        ...

    def people_with_mail(self, at: datetime) -> Sequence[PersonId]:
        """List whose queued asks or due reminders wait for an envelope."""
        ...

    def mail_for(self, person: PersonId, at: datetime) -> Sequence[Ask]:
        """List a person's due reminders and queued asks, reminders first, then oldest first."""
        ...

    def envelope_rows(self, envelope: EnvelopeId) -> Sequence[EnvelopeRow]:
        """List an envelope's rows in the order they were put in."""
        ...

    def answer(self, answer: Answer) -> None:
        """Keep an answer in place of the one that stood."""
        ...

    def any_untold(self) -> bool:
        """Tell whether any answer is on no card yet."""
        ...

    def tell(self, at: datetime) -> Sequence[Ask]:
        """Take the answers that are on no card yet, oldest first, and list their asks."""
        ...

    def about(self, wanted: Iterable[LeadId], since: datetime) -> Sequence[QuestionId]:
        """List the questions since then whose cards show any of these leads."""
        ...

    def overdue(self, at: datetime) -> Sequence[Ask]:
        """List the asks whose time to answer is over."""
        ...

    def close(self, question: QuestionId, at: datetime) -> bool:
        """Close a question, and tell whether this transaction was the one to do it."""
        ...

    def withdraw(self, question: QuestionId, at: datetime) -> None:
        """Take back what nobody was asked yet and no open question waits for any more."""
        ...

    def told_by_crm(self) -> Sequence[Ask]:
        """List the open asks about outcomes that the CRM knows by now."""
        ...

    def settled(self, at: datetime) -> Sequence[Question]:
        """List the open questions whose asks are all closed or whose time is over."""
        ...

    def settled_by(self, wanted: Iterable[AskId]) -> Sequence[Question]:
        """List the open questions that waited for one of these asks, and wait for none any more."""
        ...


class QuestionWork(EnvelopeWork, Protocol):
    """A transaction in which questions are asked and answered."""

    @property
    def questions(self) -> Questions:
        """Everything that was asked and said."""
        ...


class OpenWork(Protocol):
    """Begins a transaction that may write."""

    def __call__(self, once: str | None = None) -> QuestionWork:
        """Begin; `once` names a deed that must not be done twice."""
        ...


Look = Callable[[], QuestionWork]
"""Begins a transaction that only reads."""


def answer_view(question: QuestionId) -> About:
    """Name the live answer to a question."""
    return About("questions.answer", question)


def rows_of(work: QuestionWork, leads: Sequence[LeadId], kind: Kind) -> tuple[Row, ...]:
    """Give what is known of each lead that still exists, in the order asked."""
    found = work.leads.by_ids(leads)
    heard = work.questions.heard(leads, kind)
    rows = [known(found[lead], heard.get(lead, NOTHING)) for lead in leads if lead in found]
    return tuple(rows)
