"""Questions, asks and answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import Connection

from handlers.envelope import EnvelopeId
from handlers.errors import NotFound
from handlers.lead import LeadId
from handlers.leads.understanding import Kind
from handlers.people import PersonId
from handlers.phrase import say
from handlers.questions.model import (
    Answer,
    Ask,
    AskId,
    EnvelopeRow,
    Heard,
    Question,
    QuestionId,
)
from storage import question_statements as sql
from storage.envelopes import by_day
from storage.lead_rows import WHOLE, Lists, lead_of
from storage.question_rows import (
    answer_of,
    answer_values,
    ask_of,
    ask_values,
    question_of,
    question_values,
)
from storage.schema import asks

MOST_TOLD = 200
"""Answers whose cards are sent for in one transaction."""


class SqlQuestions:
    """What was asked and said, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work inside this transaction."""
        self._connection = connection

    # questions

    def add(self, question: Question) -> None:
        """Keep a new question."""
        self._connection.execute(sql.ADD_QUESTION, question_values(question))
        self._add_leads(question.id, question.leads, since=0)

    def get(self, question: QuestionId) -> Question:
        """Give a question, or raise `NotFound`."""
        found = self._questions(sql.QUESTION, question=question)
        if not found:
            raise NotFound(say("questions-gone-question"))
        return found[0]

    def keep(self, question: Question) -> None:
        """Keep a question's newest form, its leads included."""
        values = {"question": question.id, **question_values(question)}
        self._connection.execute(sql.KEEP_QUESTION, values)
        count = self._connection.execute(sql.COUNT_LEADS, {"question": question.id}).scalar_one()
        self._add_leads(question.id, question.leads[count:], since=count)

    def _add_leads(self, question: QuestionId, new: Sequence[LeadId], *, since: int) -> None:
        if new:
            rows = [
                {"question_id": question, "position": position, "lead_id": lead}
                for position, lead in enumerate(new, since)
            ]
            self._connection.execute(sql.ADD_LEADS, rows)

    def about(self, wanted: Iterable[LeadId], since: datetime) -> Sequence[QuestionId]:
        """List the questions since then whose cards show any of these leads."""
        rows = self._connection.execute(sql.ABOUT, {"leads": list(wanted), "since": since})
        return [QuestionId(row[0]) for row in rows]

    def close(self, question: QuestionId, at: datetime) -> bool:
        """Close a question, and tell whether this transaction was the one to do it."""
        closed = self._connection.execute(sql.CLOSE, {"question": question, "at": at})
        return closed.rowcount == 1

    def withdraw(self, question: QuestionId, at: datetime) -> None:
        """Take back what nobody was asked yet and no open question waits for any more."""
        self._connection.execute(sql.WITHDRAW, {"question": question, "at": at})

    def settled(self, at: datetime) -> Sequence[Question]:
        """List the open questions whose asks are all closed or whose time is over."""
        return self._questions(sql.SETTLED, at=at)

    def settled_by(self, wanted: Iterable[AskId]) -> Sequence[Question]:
        """List the open questions that waited for one of these asks, and wait for none any more."""
        return self._questions(sql.SETTLED_BY, asks=list(wanted))

    def _questions(self, wanted: sql.Statement, **given: object) -> Sequence[Question]:
        rows = self._connection.execute(wanted, given).all()
        if not rows:
            return []
        of: dict[str, list[LeadId]] = {row.id: [] for row in rows}
        for question, lead in self._connection.execute(sql.LEADS_OF, {"questions": list(of)}):
            of[question].append(LeadId(lead))
        return [question_of(row, tuple(of[row.id])) for row in rows]

    # asks

    def heard(self, wanted: Iterable[LeadId], kind: Kind) -> Mapping[LeadId, Heard]:
        """Give the newest ask and the standing answer of each lead that has any."""
        found: dict[LeadId, Heard] = {}
        for row in Lists(self._connection).by(sql.HEARD[kind], asks.c.lead_id, list(wanted)):
            lead = LeadId(row.ask_lead_id)
            before = found.get(lead, Heard())
            found[lead] = Heard(ask_of(row), answer_of(row) or before.answer)
        return found

    def add_ask(self, ask: Ask, question: QuestionId) -> None:
        """Keep a new ask and the question that waits for it."""
        self._connection.execute(sql.ADD_ASK, ask_values(ask))
        self._connection.execute(sql.FOLLOW, {"ask_id": ask.id, "question_id": question})

    def follow(self, wanted: Iterable[AskId], question: QuestionId) -> None:
        """Let a question wait for asks that exist."""
        followed = self._connection.execute(sql.FOLLOWED, {"question": question})
        known = set(followed.scalars())
        rows = [{"ask_id": ask, "question_id": question} for ask in wanted if ask not in known]
        if rows:
            self._connection.execute(sql.FOLLOW, rows)

    def ask(self, ask: AskId) -> Ask:
        """Give an ask, or raise `NotFound`; work that may write holds it against others' changes."""
        found = self._asks(sql.ASK.on(self._connection), ask=ask)
        if not found:
            raise NotFound(say("questions-row-gone"))
        return found[0]

    def keep_ask(self, ask: Ask) -> None:
        """Keep an ask's newest form."""
        self._connection.execute(sql.KEEP_ASK, {"ask": ask.id, **ask_values(ask)})

    def end_ask(self, ask: Ask) -> None:
        """Keep how an ask ended, and touch nothing else of it."""
        ended = {"ask": ask.id, "state": ask.state.value, "closed_at": ask.closed_at}
        self._connection.execute(sql.KEEP_ASK, ended)

    def overdue(self, at: datetime) -> Sequence[Ask]:
        """List the asks whose time to answer is over."""
        return self._asks(sql.OVERDUE, at=at)

    def told_by_crm(self) -> Sequence[Ask]:
        """List the open asks about outcomes that the CRM knows by now."""
        return self._asks(sql.TOLD_BY_CRM)

    def _asks(self, wanted: sql.Statement, **given: object) -> Sequence[Ask]:
        return [ask_of(row) for row in self._connection.execute(wanted, given)]

    def answer(self, answer: Answer) -> None:
        """Keep an answer in place of the one that stood."""
        replaced, new = {"ask": answer.ask, "from_now": answer.at}, answer_values(answer)
        if self._connection.dialect.name == "postgresql":
            given = replaced | {f"new_{name}": value for name, value in new.items()}
            self._connection.execute(sql.REPLACE_AND_ADD_ANSWER, given)
            return
        self._connection.execute(sql.REPLACE_ANSWER, replaced)
        self._connection.execute(sql.ADD_ANSWER, new)

    def any_untold(self) -> bool:
        """Tell whether any answer is on no card yet."""
        return bool(self._connection.execute(sql.ANY_UNTOLD).scalar_one())

    def tell(self, at: datetime) -> Sequence[Ask]:
        """Take the answers that are on no card yet, oldest first, and list their asks."""
        rows = self._connection.execute(sql.UNTOLD, {"most": MOST_TOLD}).all()
        asks = [ask_of(row) for row in rows]
        if rows:
            told = {"asks": list({ask.id for ask in asks}), "answers": [row[0] for row in rows]}
            self._connection.execute(sql.TOLD, told | {"from_now": at})
        return asks

    # envelopes

    def rows_today(self, wanted: Mapping[PersonId, date]) -> Mapping[PersonId, int]:
        """Count the places taken in each person's envelope of their local date, and asks that wait."""
        return by_day(self._connection, sql.PLACES_TAKEN, wanted)

    def people_with_mail(self, at: datetime) -> Sequence[PersonId]:
        """List whose queued asks or due reminders wait for an envelope."""
        return [PersonId(row[0]) for row in self._connection.execute(sql.WITH_MAIL, {"at": at})]

    def mail_for(self, person: PersonId, at: datetime) -> Sequence[Ask]:
        """List a person's due reminders and queued asks, reminders first, then oldest first."""
        return self._asks(sql.MAIL, person=person, at=at)

    def envelope_rows(self, envelope: EnvelopeId) -> Sequence[EnvelopeRow]:
        """List an envelope's rows in the order they were put in."""
        width = len(WHOLE.selected_columns)
        return [
            EnvelopeRow(
                ask=ask_of(row),
                lead=lead_of(row[:width]),
                answer=answer_of(row),
                asked_for=None if row.asked_for is None else PersonId(row.asked_for),
            )
            for row in self._connection.execute(sql.ENVELOPE_ROWS, {"envelope": envelope})
        ]
