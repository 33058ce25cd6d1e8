"""Questions, asks, envelopes and answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    exists,
    func,
    insert,
    or_,
    select,
    update,
)

from handlers.errors import NotFound
from handlers.lead import LeadId
from handlers.leads.understanding import Kind
from handlers.people import PersonId
from handlers.phrase import say
from handlers.questions.model import (
    Answer,
    Ask,
    AskId,
    AskState,
    Envelope,
    EnvelopeId,
    EnvelopeRow,
    Heard,
    Question,
    QuestionId,
)
from storage.lead_rows import WHOLE, Lists, lead_of
from storage.question_rows import (
    ANSWER_COLUMNS,
    ASK_COLUMNS,
    answer_of,
    answer_values,
    ask_of,
    ask_values,
    envelope_of,
    question_of,
    question_values,
)
from storage.schema import (
    answers,
    ask_followers,
    asks,
    envelopes,
    leads,
    people,
    question_leads,
    questions,
)

OPEN = (AskState.QUEUED.value, AskState.ASKED.value)

_STANDING = and_(answers.c.ask_id == asks.c.id, answers.c.replaced_at.is_(None))
"""Joins an ask with the answer that stands."""

_HEARD: Mapping[Kind, Select[*tuple[Any, ...]]] = {
    kind: select(*ASK_COLUMNS, *ANSWER_COLUMNS)
    .outerjoin_from(asks, answers, _STANDING)
    .where(asks.c.kind == kind.value)
    .order_by(asks.c.queued_at, asks.c.id)
    for kind in Kind
}

_ABOUT = (
    select(questions.c.id)
    .join(question_leads)
    .where(
        question_leads.c.lead_id == bindparam("lead"), questions.c.asked_at >= bindparam("since")
    )
)

_ENVELOPE_ROWS: Select[*tuple[Any, ...]] = (
    WHOLE.add_columns(*ASK_COLUMNS, *ANSWER_COLUMNS)
    .join(asks, asks.c.lead_id == leads.c.id)
    .outerjoin(answers, _STANDING)
    .where(asks.c.envelope_id == bindparam("envelope"), asks.c.state != AskState.SETTLED.value)
    .order_by(asks.c.queued_at, asks.c.id)
)

_ROWS_OF_DAYS: Select[*tuple[Any, ...]] = (
    select(envelopes.c.person_id, envelopes.c.day, func.count())
    .join_from(envelopes, asks)
    .where(envelopes.c.day.between(bindparam("first"), bindparam("last")))
    .group_by(envelopes.c.person_id, envelopes.c.day)
)
_QUEUED: Select[*tuple[Any, ...]] = (
    select(asks.c.person_id, func.count())
    .where(asks.c.state == AskState.QUEUED.value)
    .group_by(asks.c.person_id)
)
"""In two, because one condition over both tables would read every ask there ever was."""

_STILL_OPEN = exists().where(
    ask_followers.c.question_id == questions.c.id,
    asks.c.id == ask_followers.c.ask_id,
    asks.c.state.in_(OPEN),
)

_REPLACE = (
    update(answers)
    .where(answers.c.ask_id == bindparam("of_ask"), answers.c.replaced_at.is_(None))
    .values(replaced_at=bindparam("from_now"))
)


class SqlQuestions:
    """What was asked and said, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work inside this transaction."""
        self._connection = connection

    # questions

    def add(self, question: Question) -> None:
        """Keep a new question."""
        self._connection.execute(insert(questions).values(question_values(question)))
        self._add_leads(question.id, question.leads, since=0)

    def get(self, question: QuestionId) -> Question:
        """Give a question, or raise `NotFound`."""
        found = self._questions(questions.c.id == question)
        if not found:
            raise NotFound(say("questions-gone-question"))
        return found[0]

    def keep(self, question: Question) -> None:
        """Keep a question's newest form, its leads included."""
        values = question_values(question)
        self._connection.execute(
            update(questions).where(questions.c.id == question.id).values(values)
        )
        known = select(func.count()).where(question_leads.c.question_id == question.id)
        count = self._connection.execute(known).scalar_one()
        self._add_leads(question.id, question.leads[count:], since=count)

    def _add_leads(self, question: QuestionId, new: Sequence[LeadId], *, since: int) -> None:
        if new:
            rows = [
                {"question_id": question, "position": position, "lead_id": lead}
                for position, lead in enumerate(new, since)
            ]
            self._connection.execute(insert(question_leads), rows)

    def about(self, lead: LeadId, since: datetime) -> Sequence[QuestionId]:
        """List the questions since then whose cards show this lead."""
        rows = self._connection.execute(_ABOUT, {"lead": lead, "since": since})
        return [QuestionId(row[0]) for row in rows]

    def close(self, question: QuestionId, at: datetime) -> bool:
        """Close a question, and tell whether this transaction was the one to do it."""
        closed = self._connection.execute(
            update(questions)
            .where(questions.c.id == question, questions.c.closed_at.is_(None))
            .values(closed_at=at)
        )
        return closed.rowcount == 1

    def settled(self, at: datetime) -> Sequence[Question]:
        """List the open questions whose asks are all closed or whose time is over."""
        return self._questions(
            questions.c.closed_at.is_(None),
            questions.c.owners_asked_at.is_not(None),
            or_(questions.c.closes_at <= at, ~_STILL_OPEN),
        )

    def settled_by(self, ask: AskId) -> Sequence[Question]:
        """List the open questions for which this was the last ask to be closed."""
        followed = select(ask_followers.c.question_id).where(ask_followers.c.ask_id == ask)
        return self._questions(
            questions.c.id.in_(followed),
            questions.c.closed_at.is_(None),
            questions.c.owners_asked_at.is_not(None),
            ~_STILL_OPEN,
        )

    def _questions(self, *wanted: ColumnElement[bool]) -> Sequence[Question]:
        rows = self._connection.execute(select(questions).where(*wanted)).all()
        if not rows:
            return []
        of: dict[str, list[LeadId]] = {row.id: [] for row in rows}
        listed = (
            select(question_leads)
            .where(question_leads.c.question_id.in_(of))
            .order_by(question_leads.c.question_id, question_leads.c.position)
        )
        for row in self._connection.execute(listed):
            of[row.question_id].append(LeadId(row.lead_id))
        return [question_of(row, tuple(of[row.id])) for row in rows]

    # asks

    def heard(self, wanted: Iterable[LeadId], kind: Kind) -> Mapping[LeadId, Heard]:
        """Give the newest ask and the standing answer of each lead that has any."""
        found: dict[LeadId, Heard] = {}
        for row in Lists(self._connection).by(_HEARD[kind], asks.c.lead_id, list(wanted)):
            lead = LeadId(row.ask_lead_id)
            before = found.get(lead, Heard())
            found[lead] = Heard(ask_of(row), answer_of(row) or before.answer)
        return found

    def hold(self, wanted: Sequence[PersonId]) -> None:
        """Let no other transaction ask these people anything until this one ends."""
        self._connection.execute(
            select(people.c.id)
            .where(people.c.id.in_(wanted))
            .order_by(people.c.id)
            .with_for_update()
        ).all()

    def add_ask(self, ask: Ask, question: QuestionId) -> None:
        """Keep a new ask and the question that waits for it."""
        self._connection.execute(insert(asks).values(ask_values(ask)))
        self._connection.execute(insert(ask_followers).values(ask_id=ask.id, question_id=question))

    def follow(self, wanted: Iterable[AskId], question: QuestionId) -> None:
        """Let a question wait for asks that exist."""
        of_it = ask_followers.c.question_id == question
        known = set(self._connection.execute(select(ask_followers.c.ask_id).where(of_it)).scalars())
        rows = [{"ask_id": ask, "question_id": question} for ask in wanted if ask not in known]
        if rows:
            self._connection.execute(insert(ask_followers), rows)

    def ask(self, ask: AskId) -> Ask:
        """Give an ask, or raise `NotFound`; nobody else changes it until this transaction ends."""
        found = self._asks(select(*ASK_COLUMNS).where(asks.c.id == ask).with_for_update())
        if not found:
            raise NotFound(say("questions-row-gone"))
        return found[0]

    def keep_ask(self, ask: Ask) -> None:
        """Keep an ask's newest form."""
        self._connection.execute(update(asks).where(asks.c.id == ask.id).values(ask_values(ask)))

    def overdue(self, at: datetime) -> Sequence[Ask]:
        """List the asks whose time to answer is over."""
        return self._asks(
            select(*ASK_COLUMNS).where(
                asks.c.state == AskState.ASKED.value, asks.c.expires_at <= at
            )
        )

    def told_by_crm(self) -> Sequence[Ask]:
        """List the open asks about outcomes that the CRM knows by now."""
        return self._asks(
            select(*ASK_COLUMNS)
            .join_from(asks, leads)
            .where(
                asks.c.state.in_(OPEN),
                asks.c.kind == Kind.OUTCOME.value,
                leads.c.status.is_not(None),
            )
        )

    def _asks(self, statement: Select[*tuple[Any, ...]]) -> Sequence[Ask]:
        return [ask_of(row) for row in self._connection.execute(statement)]

    def answer(self, answer: Answer) -> None:
        """Keep an answer in place of the one that stood."""
        self._connection.execute(_REPLACE, {"of_ask": answer.ask, "from_now": answer.at})
        self._connection.execute(insert(answers).values(answer_values(answer)))

    # envelopes

    def rows_today(self, wanted: Mapping[PersonId, date]) -> Mapping[PersonId, int]:
        """Count the rows in each person's envelope of their local date, and those that wait."""
        if not wanted:
            return {}
        lists, persons = Lists(self._connection), list(wanted)
        days = {"first": min(wanted.values()), "last": max(wanted.values())}
        counts = Counter[PersonId]()
        for person, day, count in lists.by(_ROWS_OF_DAYS, envelopes.c.person_id, persons, **days):
            counts[person] += count if day == wanted[person] else 0
        for person, count in lists.by(_QUEUED, asks.c.person_id, persons):
            counts[person] += count
        return counts

    def people_with_mail(self, at: datetime) -> Sequence[PersonId]:
        """List whose queued asks or due reminders wait for an envelope."""
        waiting = select(asks.c.person_id).where(_mail(at)).distinct().order_by(asks.c.person_id)
        return [PersonId(person) for person in self._connection.execute(waiting).scalars()]

    def mail_for(self, person: PersonId, at: datetime) -> Sequence[Ask]:
        """List a person's due reminders and queued asks, reminders first, then oldest first."""
        return self._asks(
            select(*ASK_COLUMNS)
            .where(asks.c.person_id == person, _mail(at))
            .order_by(asks.c.asked_at.is_(None), asks.c.queued_at, asks.c.id)
        )

    def envelope_on(self, person: PersonId, day: date) -> tuple[Envelope, int] | None:
        """Give a person's envelope of a day and the number of its rows."""
        rows = select(func.count()).where(asks.c.envelope_id == envelopes.c.id).scalar_subquery()
        found = self._connection.execute(
            select(*envelopes.c, rows.label("rows")).where(
                envelopes.c.person_id == person, envelopes.c.day == day
            )
        ).one_or_none()
        return None if found is None else (envelope_of(found), found.rows)

    def add_envelope(self, envelope: Envelope) -> None:
        """Keep a new envelope."""
        self._connection.execute(
            insert(envelopes).values(
                id=envelope.id,
                person_id=envelope.person,
                day=envelope.day,
                sent_at=envelope.sent_at,
            )
        )

    def envelope(self, envelope: EnvelopeId) -> Envelope:
        """Give an envelope, or raise `NotFound`."""
        found = self._connection.execute(
            select(envelopes).where(envelopes.c.id == envelope)
        ).one_or_none()
        if found is None:
            raise NotFound(say("questions-row-gone"))
        return envelope_of(found)

    def envelope_rows(self, envelope: EnvelopeId) -> Sequence[EnvelopeRow]:
        """List an envelope's rows in the order they were put in."""
        rows = self._connection.execute(_ENVELOPE_ROWS, {"envelope": envelope}).all()
        askers = self._askers([row.ask_id for row in rows])
        width = len(WHOLE.selected_columns)
        return [
            EnvelopeRow(
                ask=ask_of(row),
                lead=lead_of(row[:width]),
                answer=answer_of(row),
                asked_for=askers.get(row.ask_id),
            )
            for row in rows
        ]

    def _askers(self, wanted: Sequence[str]) -> Mapping[str, PersonId]:
        """Tell who wanted to know first, of each ask."""
        first_last = (
            select(ask_followers.c.ask_id, questions.c.asker_id)
            .join_from(ask_followers, questions)
            .where(ask_followers.c.ask_id.in_(wanted))
            .order_by(questions.c.asked_at.desc())
        )
        return {row.ask_id: PersonId(row.asker_id) for row in self._connection.execute(first_last)}


def _mail(at: datetime) -> ColumnElement[bool]:
    return or_(
        asks.c.state == AskState.QUEUED.value,
        and_(
            asks.c.state == AskState.ASKED.value,
            asks.c.remind_at <= at,
            asks.c.reminded_at.is_(None),
        ),
    )
