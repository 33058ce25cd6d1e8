"""How questions, asks and answers become rows, and rows become them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Row

from handlers.envelope import EnvelopeId
from handlers.lead import LeadId, Reason
from handlers.leads.understanding import Kind, MayBe, Remarks
from handlers.message import Card
from handlers.people import PersonId, Place
from handlers.phrase import Phrase
from handlers.questions.model import (
    Answer,
    AnswerId,
    Ask,
    AskId,
    AskState,
    Cause,
    Question,
    QuestionId,
    Said,
)
from storage.schema import answers, asks
from storage.wire import decode, encode

ASK_COLUMNS = tuple(column.label(f"ask_{column.name}") for column in asks.c)
ANSWER_COLUMNS = tuple(column.label(f"answer_{column.name}") for column in answers.c)
"""Labelled apart, so that both fit into one row."""


def question_of(row: Row[*tuple[Any, ...]], of: tuple[LeadId, ...]) -> Question:
    """Make a question of its row and its leads."""
    return Question(
        id=QuestionId(row.id),
        asker=PersonId(row.asker_id),
        place=Place(row.place),
        kind=Kind(row.kind),
        words=row.words,
        remarks=_remarks(row.remarks),
        leads=of,
        described=None if row.described is None else _read(row.described),
        asked_at=row.asked_at,
        page=row.page,
        owners_asked_at=row.owners_asked_at,
        closes_at=row.closes_at,
        closed_at=row.closed_at,
    )


def question_values(question: Question) -> dict[str, object]:
    """Spell a question's columns."""
    return {
        "id": question.id,
        "asker_id": question.asker,
        "place": question.place.name,
        "kind": question.kind.value,
        "words": question.words,
        "remarks": _remarks_json(question.remarks),
        "described": _written(question.described),
        "page": question.page,
        "asked_at": question.asked_at,
        "owners_asked_at": question.owners_asked_at,
        "closes_at": question.closes_at,
        "closed_at": question.closed_at,
    }


def _read(written: bytes) -> Phrase | None:
    card = decode(written)
    return card.title if isinstance(card, Card) else None


def _written(phrase: Phrase | None) -> bytes | None:
    return None if phrase is None else encode(Card(title=phrase, blocks=()))


def _remarks(kept: Mapping[str, Any]) -> Remarks:
    return Remarks(
        unknown=tuple(kept["unknown"]),
        duplicates=tuple(kept["duplicates"]),
        candidates=tuple(
            MayBe(one["line"], tuple(LeadId(lead) for lead in one["leads"]))
            for one in kept["candidates"]
        ),
    )


def _remarks_json(remarks: Remarks) -> dict[str, object]:
    return {
        "unknown": list(remarks.unknown),
        "duplicates": list(remarks.duplicates),
        "candidates": [{"line": one.line, "leads": list(one.leads)} for one in remarks.candidates],
    }


def ask_of(row: Row[*tuple[Any, ...]]) -> Ask:
    """Make an ask of a row with `ASK_COLUMNS`."""
    return Ask(
        id=AskId(row.ask_id),
        lead=LeadId(row.ask_lead_id),
        person=PersonId(row.ask_person_id),
        kind=Kind(row.ask_kind),
        state=AskState(row.ask_state),
        queued_at=row.ask_queued_at,
        envelope=None if row.ask_envelope_id is None else EnvelopeId(row.ask_envelope_id),
        asked_at=row.ask_asked_at,
        remind_at=row.ask_remind_at,
        reminded_at=row.ask_reminded_at,
        expires_at=row.ask_expires_at,
        closed_at=row.ask_closed_at,
    )


def ask_values(ask: Ask) -> dict[str, object]:
    """Spell an ask's columns."""
    return {
        "id": ask.id,
        "lead_id": ask.lead,
        "person_id": ask.person,
        "kind": ask.kind.value,
        "state": ask.state.value,
        "queued_at": ask.queued_at,
        "envelope_id": ask.envelope,
        "asked_at": ask.asked_at,
        "remind_at": ask.remind_at,
        "reminded_at": ask.reminded_at,
        "expires_at": ask.expires_at,
        "closed_at": ask.closed_at,
    }


def answer_of(row: Row[*tuple[Any, ...]]) -> Answer | None:
    """Make an answer of a row with `ANSWER_COLUMNS`; none where the join found none."""
    if row.answer_id is None:
        return None
    return Answer(
        id=AnswerId(row.answer_id),
        ask=AskId(row.answer_ask_id),
        lead=LeadId(row.answer_lead_id),
        by=PersonId(row.answer_person_id),
        said=Said(row.answer_said),
        at=row.answer_at,
        reason=None if row.answer_reason is None else Reason(row.answer_reason),
        cause=None if row.answer_cause is None else Cause(row.answer_cause),
        look_again_on=row.answer_look_again_on,
        note=row.answer_note,
    )


def answer_values(answer: Answer) -> dict[str, object]:
    """Spell an answer's columns."""
    return {
        "id": answer.id,
        "ask_id": answer.ask,
        "lead_id": answer.lead,
        "person_id": answer.by,
        "said": answer.said.value,
        "reason": None if answer.reason is None else answer.reason.value,
        "cause": None if answer.cause is None else answer.cause.value,
        "look_again_on": answer.look_again_on,
        "note": answer.note,
        "at": answer.at,
    }
