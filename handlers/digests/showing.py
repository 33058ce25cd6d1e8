"""Shows the digest of any week to whoever asks, and the leads behind its figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.digests.asking import wanted_week
from handlers.digests.cards import digest_card
from handlers.digests.forms import WHICH, described, which_form, which_options
from handlers.digests.keeping import Keeping
from handlers.digests.model import Count, Figures, ReasonFigure, Week, Which
from handlers.digests.rights import may_manage
from handlers.digests.shown import DigestingWork, Look, OpenWork, gathered, subject_of
from handlers.errors import Refused, Stale
from handlers.interaction import Correct, Interaction, Open, Reply, Routes, Whisper, whisper
from handlers.lead import LeadId
from handlers.leads.understanding import Kind, Remarks
from handlers.message import Card
from handlers.people import Person, Place
from handlers.phrase import Phrase, say
from handlers.questions.model import Question, QuestionId
from handlers.questions.work import answer_view
from handlers.work import NewId, Now
from handlers.working_time import WorkingHours

MOST_LEADS = 1_000
"""On one answer; of more the newest are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Showing:
    """The digest as it stands in a channel, as anybody asks for it, and what it counts."""

    open_work: OpenWork
    look: Look
    now: Now
    new_id: NewId
    company: WorkingHours

    def routes(self) -> Routes:
        """Tell which interactions are answered here."""
        return {
            "digests.show": self.show,
            "digests.which": self.open_which,
            "digests.whose": self.list_leads,
        }

    def draw(self, subject: str) -> Card | None:
        """Draw the digest of a side's channel as it is now."""
        week, side = subject_of(subject)
        with self.look() as work:
            shown = gathered(work, week, side, at=self.now(), company=self.company)
        return digest_card(shown)

    def show(self, asked: Interaction) -> Reply:
        """Show somebody the digest of a week: the last that is over, unless they name another."""
        at, week = self.now(), self._week(asked)
        with self.look() as work:
            person = work.people.get(asked.actor)
        self._keeping.keep(week, at)
        with self.look() as work:
            shown = gathered(work, week, person.side, at=at, company=self.company)
        card = digest_card(shown, takes_files=may_manage(person))
        if asked.place != Place.home(asked.actor):
            return Whisper(card)
        return self._send_home(asked, person, card)

    def _send_home(self, asked: Interaction, person: Person, card: Card) -> Reply:
        """A page shows no messages, so that what is asked for there comes as one."""
        with self.open_work(asked.id) as work:
            work.outbox.post(Place.direct(person.id), card)
            work.commit()
        return whisper(say("digests-sent-to-you"))

    def _week(self, asked: Interaction) -> Week:
        today = self.company.day_of(self.now())
        return wanted_week(asked.values.get("week", "") or asked.text, today)

    @property
    def _keeping(self) -> Keeping:
        return Keeping(open_work=self.open_work, look=self.look, company=self.company)

    # Which ones?

    def open_which(self, asked: Interaction) -> Reply:
        """Ask which figure's leads somebody wants to see."""
        with self.look() as work:
            work.people.get(asked.actor)
            figures = self._figures(work, asked)
        if not which_options(figures):
            raise Stale(say("digests-nothing-to-list"))
        return Open(which_form(figures))

    def list_leads(self, asked: Interaction) -> Reply:
        """Send the leads that a figure counts, as an answer about them that one person reads."""
        with self.open_work(asked.id) as work:
            person = work.people.get(asked.actor)
            figures = self._figures(work, asked)
            chosen = asked.values.get(WHICH, "")
            if chosen not in {option.value for option in which_options(figures)}:
                return Correct({WHICH: say("form-choose")})
            count, reason = _read(chosen, figures)
            which = Which(count, None if reason is None else reason.key)
            found = work.digests.leads_of(figures, which, company=self.company)
            if not found:
                return Correct({WHICH: say("digests-nothing-to-list")})
            about = described(figures.week, count, reason)
            self._answer(work, person, found, about)
            work.commit()
        return whisper(say("digests-leads-sent", count=len(found)))

    def _figures(self, work: DigestingWork, asked: Interaction) -> Figures:
        week = self._week(asked)
        return work.digests.figures(week, at=self.now(), company=self.company)

    def _answer(
        self, work: DigestingWork, person: Person, leads: Sequence[LeadId], about: Phrase
    ) -> None:
        question = Question(
            id=QuestionId(self.new_id()),
            asker=person.id,
            place=Place.direct(person.id),
            kind=Kind.OUTCOME,
            words="",
            remarks=Remarks(),
            leads=tuple(leads[:MOST_LEADS]),
            described=about,
            asked_at=self.now(),
        )
        work.questions.add(question)
        work.outbox.show(question.place, answer_view(question.id))


def _read(chosen: str, figures: Figures) -> tuple[Count, ReasonFigure | None]:
    """Read an option of the form, which was offered."""
    name, colon, key = chosen.partition(":")
    count = Count(name)
    if not colon:
        return count, None
    found = [one for one in figures.reasons_of(count) if one.key == key]
    if not found:
        raise Refused(say("digests-nothing-to-list"))
    return count, found[0]
