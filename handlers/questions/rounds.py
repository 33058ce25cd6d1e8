"""What happens by the clock: answers are told, asks expire, questions close."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.envelope import envelope_view
from handlers.people import Place, Role, Side
from handlers.questions.model import (
    Ask,
    AskState,
    Question,
    summed,
)
from handlers.questions.notices import closing_card, liaison_card
from handlers.questions.work import (
    RECENT,
    Look,
    OpenWork,
    QuestionWork,
    answer_view,
    rows_of,
)
from handlers.work import home_view


def show_everywhere(work: QuestionWork, asks: Sequence[Ask], at: datetime) -> None:
    """Bring every card up to date that shows these asks: the askers' and the reps' own."""
    leads = {ask.lead for ask in asks}
    for question in work.questions.about(sorted(leads), at - RECENT):
        work.outbox.refresh(answer_view(question))
    envelopes = {ask.envelope: ask.person for ask in asks if ask.envelope is not None}
    for envelope, person in envelopes.items():
        work.outbox.show(Place.direct(person), envelope_view(envelope))
    for person in sorted({ask.person for ask in asks}):
        work.outbox.refresh(home_view(person))


def close(work: QuestionWork, questions: Iterable[Question], at: datetime) -> None:
    """Close questions that wait for nobody any more, and tell their askers how they ended."""
    for question in questions:
        if not work.questions.close(question.id, at):
            continue
        work.questions.withdraw(question.id, at)
        rows = rows_of(work, question.leads, question.kind)
        work.outbox.post(Place.direct(question.asker), closing_card(question, summed(rows)))
        work.outbox.refresh(answer_view(question.id))
        asks = [row.ask for row in rows if row.ask is not None and row.ask.asked_at is not None]
        _tell_liaison(work, sum(ask.state is AskState.EXPIRED for ask in asks))


def _tell_liaison(work: QuestionWork, silent: int) -> None:
    if not silent:
        return
    for person in work.people.with_role(Role.MANAGER):
        if person.side is Side.SALES:
            work.outbox.post(Place.direct(person.id), liaison_card(silent))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rounds:
    """The jobs that the ticker rings for; each may run as often as it likes."""

    open_work: OpenWork
    look: Look

    def settle(self, at: datetime) -> None:
        """Take back what the CRM has answered in the meantime."""
        with self.look() as work:
            told = work.questions.told_by_crm()
        for ask in told:
            self._end(ask, Ask.settled, at)

    def expire(self, at: datetime) -> None:
        """Stop waiting where the time to answer is over."""
        with self.look() as work:
            overdue = work.questions.overdue(at)
        for ask in overdue:
            self._end(ask, Ask.expired, at)

    def _end(self, seen: Ask, ended: Callable[[Ask, datetime], Ask], at: datetime) -> None:
        with self.open_work() as work:
            ask = work.questions.ask(seen.id)
            if not ask.state.is_open:
                return
            work.questions.end_ask(ended(ask, at))
            show_everywhere(work, [ask], at)
            work.commit()

    def tell(self, at: datetime) -> None:
        """Bring the new answers to everybody who waits for them.

        A press only writes its answer down; ten answers of a second then cost one look at who waits.
        Those that come meanwhile are for the next call, and so are those beyond the most that are
        told at once: who answers without end must not keep anybody's message from leaving.
        """
        with self.look() as work:
            if not work.questions.any_untold():
                return
        with self.open_work() as work:
            asks = work.questions.tell(at)
            show_everywhere(work, asks, at)
            close(work, work.questions.settled_by(ask.id for ask in asks), at)
            work.commit()

    def close_questions(self, at: datetime) -> None:
        """Close the questions that are answered, or whose time is over."""
        with self.look() as work:
            anything = work.questions.settled(at)
        if anything:
            with self.open_work() as work:
                close(work, work.questions.settled(at), at)
                work.commit()
