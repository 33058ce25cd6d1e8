"""What the rep does: answer in one tap, give a reason or a date, correct, say it their way.

An answer is only written down here; `Rounds.tell` brings it to the cards that show it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Generic, TypeVar

from handlers.envelope import DrawEnvelope, Envelope, EnvelopeId
from handlers.errors import Refused, Stale
from handlers.interaction import Correct, Interaction, Nothing, Open, Reply, Routes, Show, whisper
from handlers.lead import Reason
from handlers.leads.understanding import Kind
from handlers.people import PersonId
from handlers.phrase import Phrase, say
from handlers.questions.envelope import (
    NEEDS_MORE,
    Widened,
    details_form,
    own_words_form,
    proposal_form,
    wide_word,
)
from handlers.questions.model import (
    Answer,
    AnswerId,
    Ask,
    AskId,
    AskState,
    Cause,
    EnvelopeRow,
    Said,
)
from handlers.questions.own_words.proposing import propose
from handlers.questions.work import OpenWork, QuestionWork
from handlers.work import NewId, Now

LONGEST_NOTE = 200
FURTHEST = timedelta(days=3 * 366)
"""A date further away than this is taken for a slip."""

Word = TypeVar("Word", bound=StrEnum)
W = TypeVar("W", bound=QuestionWork)

Kept = Callable[[QuestionWork, Answer], None]
"""Hears of an answer in the transaction in which it is kept."""


def nowhere(work: QuestionWork, answer: Answer) -> None:
    """Bring an answer nowhere else."""
    del work, answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """An answer before it is kept."""

    said: Said
    reason: Reason | None = None
    cause: Cause | None = None
    look_again_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering(Generic[W]):
    """The owner's half of a question."""

    open_work: OpenWork
    look: Callable[[], W]
    now: Now
    new_id: NewId
    draw: DrawEnvelope[W]
    """Draws the whole envelope in which a row was widened."""
    kept: Kept = nowhere

    def routes(self) -> Routes:
        """Tell which interactions are answered here."""
        return {
            "questions.answer": self.answer,
            "questions.change": self.change,
            "questions.details": self.open_details,
            "questions.detailed": self.detail,
            "questions.say": self.open_own_words,
            "questions.propose": self.propose,
            "questions.confirm": self.confirm,
        }

    def answer(self, asked: Interaction) -> Reply:
        """Take a one-tap answer; where it needs a reason or a date, widen the row and wait."""
        spoken = _spoken(asked.values)
        if _lacks(spoken):
            by = Widened.DATE if spoken.said is Said.LATER else Widened.REASON
            return self._widen(asked, by)
        with self.open_work(asked.id) as work:
            ask = self._own_ask(work, asked)
            if spoken.said is Said.LATER and _errors(spoken, {}, self._today(work, asked.actor)):
                raise Stale(say("questions-row-changed"))
            self._keep(work, ask, spoken)
            work.commit()
        return Nothing()

    def change(self, asked: Interaction) -> Reply:
        """Show all first answers of a row once more."""
        return self._widen(asked, Widened.AGAIN)

    def _widen(self, asked: Interaction, by: Widened) -> Reply:
        with self.look() as work:
            ask = self._own_ask(work, asked)
            word = wide_word(ask.id, by)
            card = None if ask.envelope is None else self.draw(work, ask.envelope, word)
        return Nothing() if card is None else Show(card)

    def open_details(self, asked: Interaction) -> Reply:
        """Ask for any reason, any date, and a note."""
        said = _word(Said, asked.values.get("said"))
        if said not in NEEDS_MORE:
            raise Stale(say("questions-row-changed"))
        with self.look() as work:
            ask = self._own_ask(work, asked)
            row = _row_of(work, ask)
            return Open(details_form(row, said, self._today(work, asked.actor)))

    def detail(self, asked: Interaction) -> Reply:
        """Take an answer with its reason or date from the form."""
        with self.open_work(asked.id) as work:
            ask = self._own_ask(work, asked)
            spoken = _spoken(asked.values)
            errors = _errors(spoken, asked.values, self._today(work, asked.actor))
            if errors:
                return Correct(errors)
            self._keep(work, ask, spoken)
            work.commit()
        return Nothing()

    def open_own_words(self, asked: Interaction) -> Reply:
        """Let a rep type it their way."""
        with self.look() as work:
            envelope, waiting = self._waiting(work, asked)
            return Open(own_words_form(envelope, [row.lead for row in waiting]))

    def propose(self, asked: Interaction) -> Reply:
        """Show what was understood of a rep's own words, to be confirmed."""
        with self.look() as work:
            envelope, waiting = self._waiting(work, asked)
            today = self._today(work, asked.actor)
        words = asked.values.get("words", "").strip()
        if not words:
            return Correct({"words": say("questions-own-words-empty")})
        proposals = propose(words, [row.lead for row in waiting], today=today)
        asks = [row.ask.id for row in waiting]
        return Open(proposal_form(envelope, list(zip(asks, proposals, strict=True)), today))

    def confirm(self, asked: Interaction) -> Reply:
        """Take the answers that a rep confirmed; rows left blank stay open."""
        with self.open_work(asked.id) as work:
            _, waiting = self._waiting(work, asked)
            given = {row.ask.id: _of_row(asked.values, row.ask.id) for row in waiting}
            errors = self._all_errors(given, self._today(work, asked.actor))
            if errors:
                return Correct(errors)
            confirmed = [row for row in waiting if given[row.ask.id].get("said")]
            for row in confirmed:
                self._keep(work, row.ask, _spoken(given[row.ask.id]))
            work.commit()
        return whisper(say("questions-confirmed", count=len(confirmed)))

    def _all_errors(
        self, given: Mapping[AskId, Mapping[str, str]], today: date
    ) -> Mapping[str, Phrase]:
        errors: dict[str, Phrase] = {}
        for ask, values in given.items():
            if values.get("said"):
                found = _errors(_spoken(values), values, today)
                errors |= {f"{field}-{ask}": phrase for field, phrase in found.items()}
        return errors

    def _waiting(
        self, work: QuestionWork, asked: Interaction
    ) -> tuple[Envelope, Sequence[EnvelopeRow]]:
        """Give a rep's own envelope and the rows of it that still wait for an outcome."""
        envelope = work.envelopes.get(EnvelopeId(asked.values.get("envelope", "")))
        if envelope.person != asked.actor:
            raise Refused(say("questions-not-yours"))
        rows = work.questions.envelope_rows(envelope.id)
        waiting = [
            row for row in rows if row.ask.kind is Kind.OUTCOME and row.ask.state is AskState.ASKED
        ]
        if not waiting:
            raise Stale(say("questions-all-answered"))
        return envelope, waiting

    def _own_ask(self, work: QuestionWork, asked: Interaction) -> Ask:
        """Give the ask that was pressed, if it is the presser's to answer."""
        ask = work.questions.ask(AskId(asked.values.get("ask", "")))
        if ask.person != asked.actor:
            raise Refused(say("questions-not-yours"))
        return ask

    def _keep(self, work: QuestionWork, ask: Ask, spoken: Spoken) -> None:
        at = self.now()
        if (ask.kind is Kind.DELAY) is not (spoken.cause is not None) and spoken.said not in {
            Said.DO_NOT_KNOW,
            Said.NOT_MINE,
        }:
            raise Stale(say("questions-row-changed"))
        answer = _answer(ask, spoken, AnswerId(self.new_id()), at)
        work.questions.answer(answer)
        closed = ask.answered(spoken.said, at)
        if closed != ask:
            work.questions.end_ask(closed)
        self.kept(work, answer)

    def _today(self, work: QuestionWork, person: PersonId) -> date:
        return work.people.get(person).hours.day_of(self.now())


def _row_of(work: QuestionWork, ask: Ask) -> EnvelopeRow:
    """Give the row in which an ask stands."""
    rows = () if ask.envelope is None else work.questions.envelope_rows(ask.envelope)
    row = next((row for row in rows if row.ask.id == ask.id), None)
    if row is None:
        raise Stale(say("questions-row-changed"))
    return row


def _answer(ask: Ask, spoken: Spoken, id: AnswerId, at: datetime) -> Answer:
    return Answer(
        id=id,
        ask=ask.id,
        lead=ask.lead,
        by=ask.person,
        said=spoken.said,
        at=at,
        reason=spoken.reason,
        cause=spoken.cause,
        look_again_on=spoken.look_again_on,
        note=spoken.note,
    )


def _word(words: type[Word], given: str | None) -> Word:
    """Read a word of ours; any other was forged or comes from another version."""
    try:
        return words(given or "")
    except ValueError:
        raise Stale(say("questions-row-changed")) from None


def _spoken(values: Mapping[str, str]) -> Spoken:
    """Read an answer from a button or a form, keeping only what belongs to what was said."""
    said = _word(Said, values.get("said"))
    reason = values.get("reason", "")
    takes_reason = said in NEEDS_MORE
    return Spoken(
        said=said,
        reason=_word(Reason, reason) if reason and takes_reason else None,
        cause=_word(Cause, values.get("cause")) if said is Said.CAUSE else None,
        look_again_on=_day(values.get("day", "")) if takes_reason else None,
        note=values.get("note", "").strip()[:LONGEST_NOTE],
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _lacks(spoken: Spoken) -> bool:
    """Tell whether an answer still needs its reason or its date."""
    if spoken.said is Said.DISQUALIFIED:
        return spoken.reason is None
    return spoken.said is Said.LATER and spoken.look_again_on is None


def _errors(spoken: Spoken, given: Mapping[str, str], today: date) -> Mapping[str, Phrase]:
    """Say beside each field what is wrong with it."""
    errors: dict[str, Phrase] = {}
    day = spoken.look_again_on
    if spoken.said is Said.DISQUALIFIED and spoken.reason is None:
        errors["reason"] = say("questions-reason-needed")
    if spoken.said is Said.LATER and (day is None or not today < day <= today + FURTHEST):
        errors["day"] = say("questions-day-needed")
    if spoken.reason is Reason.OTHER and "note" in given and not spoken.note:
        errors["note"] = say("questions-note-needed")
    return errors


def _of_row(values: Mapping[str, str], ask: AskId) -> Mapping[str, str]:
    """Pick one row's fields out of a form with several."""
    ending = f"-{ask}"
    return {
        name.removesuffix(ending): value for name, value in values.items() if name.endswith(ending)
    }
