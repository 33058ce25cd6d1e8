"""The statements of questions, asks, envelopes and answers, built once: building costs more than running."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    bindparam,
    exists,
    func,
    insert,
    or_,
    select,
    text,
    update,
)

from handlers.leads.understanding import Kind
from handlers.questions.model import AskState
from storage.envelopes import PLACES_ON_DAY
from storage.holding import Held
from storage.lead_rows import WHOLE
from storage.question_rows import ANSWER_COLUMNS, ASK_COLUMNS
from storage.schema import (
    OPEN_ASKS,
    answers,
    ask_followers,
    asks,
    leads,
    people,
    question_leads,
    questions,
)

Statement = Select[*tuple[Any, ...]]

_IS_OPEN = text(OPEN_ASKS)
_IS_QUEUED = and_(_IS_OPEN, asks.c.state == AskState.QUEUED.value)
_IS_ASKED = and_(_IS_OPEN, asks.c.state == AskState.ASKED.value)
_AT = bindparam("at", type_=asks.c.queued_at.type)

_STANDING = and_(answers.c.ask_id == asks.c.id, answers.c.replaced_at.is_(None))
"""Joins an ask with the answer that stands."""

# Questions

ADD_QUESTION = insert(questions)
ADD_LEADS = insert(question_leads)
KEEP_QUESTION = update(questions).where(questions.c.id == bindparam("question"))
COUNT_LEADS = select(func.count()).where(question_leads.c.question_id == bindparam("question"))
CLOSE = (
    update(questions)
    .where(questions.c.id == bindparam("question"), questions.c.closed_at.is_(None))
    .values(closed_at=bindparam("at"))
)
ABOUT: Statement = (
    select(questions.c.id)
    .join(question_leads)
    .where(
        question_leads.c.lead_id.in_(bindparam("leads", expanding=True)),
        questions.c.asked_at >= bindparam("since"),
    )
    .distinct()
    .order_by(questions.c.id)
)
LEADS_OF: Statement = (
    select(question_leads.c.question_id, question_leads.c.lead_id)
    .where(question_leads.c.question_id.in_(bindparam("questions", expanding=True)))
    .order_by(question_leads.c.question_id, question_leads.c.position)
)

_WAITS = (questions.c.closed_at.is_(None), questions.c.owners_asked_at.is_not(None))
_STILL_OPEN = exists().where(
    ask_followers.c.question_id == questions.c.id, asks.c.id == ask_followers.c.ask_id, _IS_OPEN
)
_FOLLOWING = select(ask_followers.c.question_id).where(
    ask_followers.c.ask_id.in_(bindparam("asks", expanding=True))
)

QUESTION: Statement = select(questions).where(questions.c.id == bindparam("question"))
SETTLED: Statement = select(questions).where(
    *_WAITS, or_(questions.c.closes_at <= bindparam("at"), ~_STILL_OPEN)
)
SETTLED_BY: Statement = select(questions).where(
    questions.c.id.in_(_FOLLOWING), *_WAITS, ~_STILL_OPEN
)

_WAITED_FOR = exists().where(
    ask_followers.c.ask_id == asks.c.id,
    questions.c.id == ask_followers.c.question_id,
    questions.c.closed_at.is_(None),
)
WITHDRAW = (
    update(asks)
    .where(
        asks.c.id.in_(
            select(ask_followers.c.ask_id).where(
                ask_followers.c.question_id == bindparam("question")
            )
        ),
        _IS_QUEUED,
        ~_WAITED_FOR,
    )
    .values(state=AskState.EXPIRED.value, closed_at=bindparam("at"))
)

# Asks and answers

HEARD: Mapping[Kind, Statement] = {
    kind: select(*ASK_COLUMNS, *ANSWER_COLUMNS)
    .outerjoin_from(asks, answers, _STANDING)
    .where(asks.c.kind == kind.value)
    .order_by(asks.c.queued_at, asks.c.id)
    for kind in Kind
}
ADD_ASK = insert(asks)
FOLLOW = insert(ask_followers)
FOLLOWED: Statement = select(ask_followers.c.ask_id).where(
    ask_followers.c.question_id == bindparam("question")
)
ASK = Held.of(select(*ASK_COLUMNS).where(asks.c.id == bindparam("ask")))
KEEP_ASK = update(asks).where(asks.c.id == bindparam("ask"))
OVERDUE: Statement = select(*ASK_COLUMNS).where(_IS_ASKED, asks.c.expires_at <= _AT)
TOLD_BY_CRM: Statement = (
    select(*ASK_COLUMNS)
    .join_from(asks, leads)
    .where(_IS_OPEN, asks.c.kind == Kind.OUTCOME.value, leads.c.status.is_not(None))
)
REPLACE_ANSWER = (
    update(answers)
    .where(answers.c.ask_id == bindparam("ask"), answers.c.replaced_at.is_(None))
    .values(replaced_at=bindparam("from_now"))
)
ADD_ANSWER = insert(answers)

_REPLACED = REPLACE_ANSWER.returning(answers.c.id).cte("replaced")
_NEW = [one for one in answers.c if one.name not in {"replaced_at", "told_at"}]
REPLACE_AND_ADD_ANSWER = insert(answers).from_select(
    [one.name for one in _NEW],
    select(*(bindparam(f"new_{one.name}", type_=one.type) for one in _NEW)).select_from(
        select(func.count()).select_from(_REPLACED).subquery()
    ),
)
"""Both in one message to the server, which SQLite does not need and cannot read.

The new answer waits for the count of those it replaces: there is never more than one that stands.
"""
ANY_UNTOLD = select(exists().where(answers.c.told_at.is_(None)))
UNTOLD: Statement = (
    select(answers.c.id, *ASK_COLUMNS)
    .join_from(answers, asks)
    .where(answers.c.told_at.is_(None))
    .order_by(answers.c.at)
    .limit(bindparam("most"))
    .with_for_update(of=answers, skip_locked=True)
)
TOLD = (
    update(answers)
    .where(
        answers.c.ask_id.in_(bindparam("asks", expanding=True)),
        answers.c.id.in_(bindparam("answers", expanding=True)),
    )
    .values(told_at=bindparam("from_now"))
)

# Envelopes

_MAIL: ColumnElement[bool] = and_(
    _IS_OPEN,
    or_(
        asks.c.state == AskState.QUEUED.value,
        and_(asks.c.remind_at <= _AT, asks.c.reminded_at.is_(None)),
    ),
)
"""Queued asks and due reminders."""

WITH_MAIL: Statement = select(asks.c.person_id).where(_MAIL).distinct().order_by(asks.c.person_id)
MAIL: Statement = (
    select(*ASK_COLUMNS)
    .where(asks.c.person_id == bindparam("person"), _MAIL)
    .order_by(asks.c.asked_at.is_(None), asks.c.queued_at, asks.c.id)
)
_QUEUED = select(func.count()).where(asks.c.person_id == people.c.id, _IS_QUEUED).scalar_subquery()
PLACES_TAKEN: Statement = select(people.c.id, PLACES_ON_DAY + _QUEUED)
"""Two counts, because one condition over both tables would read every ask there ever was."""

_FIRST_ASKER = (
    select(questions.c.asker_id)
    .join(ask_followers, ask_followers.c.question_id == questions.c.id)
    .where(ask_followers.c.ask_id == asks.c.id)
    .order_by(questions.c.asked_at)
    .limit(1)
    .scalar_subquery()
)
"""Who wanted to know first."""

ENVELOPE_ROWS: Statement = (
    WHOLE.add_columns(*ASK_COLUMNS, *ANSWER_COLUMNS, _FIRST_ASKER.label("asked_for"))
    .join(asks, asks.c.lead_id == leads.c.id)
    .outerjoin(answers, _STANDING)
    .where(asks.c.envelope_id == bindparam("envelope"), asks.c.state != AskState.SETTLED.value)
    .order_by(asks.c.queued_at, asks.c.id)
)
