"""Questions, seen from one person."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, String, bindparam, func, select, text

from handlers.envelope import EnvelopeId
from handlers.people import PersonId
from handlers.questions.model import AskState, QuestionId
from handlers.questions.overview import Own
from storage.schema import OPEN_ASKS, answers, asks, envelopes, questions

_PERSON = bindparam("person", type_=String)

_OPEN_ENVELOPES = (
    select(envelopes.c.id)
    .join_from(asks, envelopes)
    .where(asks.c.person_id == _PERSON, text(OPEN_ASKS), asks.c.state == AskState.ASKED.value)
    .group_by(envelopes.c.id, envelopes.c.day)
    .order_by(envelopes.c.day.desc(), envelopes.c.id)
)

_ASKED_BY = (
    select(questions.c.id)
    .where(questions.c.asker_id == _PERSON)
    .order_by(questions.c.asked_at.desc(), questions.c.id)
    .limit(bindparam("most"))
)

_OWN = select(
    select(func.count()).where(questions.c.asker_id == _PERSON).scalar_subquery(),
    select(func.count()).where(asks.c.person_id == _PERSON).scalar_subquery(),
    select(func.count())
    .select_from(answers)
    .join(asks, asks.c.id == answers.c.ask_id)
    .where(asks.c.person_id == _PERSON, answers.c.person_id == _PERSON)
    .scalar_subquery(),
)
"""Answers are counted by way of the asks, which have an index by person."""


class SqlOverview:
    """What one person has to do with questions, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work inside this transaction."""
        self._connection = connection

    def open_envelopes(self, person: PersonId) -> Sequence[EnvelopeId]:
        """List the person's envelopes with a row that waits for an answer, newest first."""
        rows = self._connection.execute(_OPEN_ENVELOPES, {"person": person})
        return [EnvelopeId(row[0]) for row in rows]

    def asked_by(self, person: PersonId, most: int) -> Sequence[QuestionId]:
        """List the newest questions of a person, newest first."""
        rows = self._connection.execute(_ASKED_BY, {"person": person, "most": most})
        return [QuestionId(row[0]) for row in rows]

    def own(self, person: PersonId) -> Own:
        """Count what is kept of a person."""
        questions, asks, answers = self._connection.execute(_OWN, {"person": person}).one()
        return Own(questions=questions, asks=asks, answers=answers)
