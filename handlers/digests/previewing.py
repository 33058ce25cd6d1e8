"""What managers do with a digest before it leaves: hold it, release it, add a note, send it at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from handlers.digests.editions import Edition, EditionState
from handlers.digests.forms import LONGEST_NOTE, WORDS, gentle_note_form, note_form
from handlers.digests.model import Week
from handlers.digests.notices import Previewed, preview_card, preview_part
from handlers.digests.rights import check_managing, may_manage
from handlers.digests.sending import refresh_digests, refresh_previews, send
from handlers.digests.shown import (
    DigestingWork,
    Look,
    OpenWork,
    due_at,
    gathered,
    preview_view,
    subject_of,
)
from handlers.digests.work import DigestWork
from handlers.errors import Refused, Stale
from handlers.filled import Wrong, text
from handlers.flags.wording.gentler import gentler
from handlers.interaction import Correct, Interaction, Nothing, Open, Reply, Routes, whisper
from handlers.message import Block, Card
from handlers.people import Person, Place, Side
from handlers.phrase import say
from handlers.work import NewId, Now, home_view
from handlers.working_time import WorkingHours

_WAITING = frozenset({EditionState.PLANNED, EditionState.HELD})


@dataclass(frozen=True, slots=True, kw_only=True)
class Previewing:
    """The managers' half of a digest."""

    open_work: OpenWork
    look: Look
    now: Now
    new_id: NewId
    company: WorkingHours

    def routes(self) -> Routes:
        """Tell which interactions are answered here."""
        return {
            "digests.look": self.show,
            "digests.hold": self.hold,
            "digests.release": self.release,
            "digests.send": self.send_now,
            "digests.note": self.open_note,
            "digests.noted": self.add_note,
            "digests.note-confirmed": self.confirm_note,
        }

    # Looking

    def draw(self, subject: str) -> Card | None:
        """Draw the preview of a week's digest as it is now."""
        week, side = subject_of(subject)
        with self.look() as work:
            return preview_card(self._previewed(work, week, side))

    def _previewed(self, work: DigestingWork, week: Week, side: Side) -> Previewed:
        at = self.now()
        channels = work.switchboard.channels()
        known = {one.side: one for one in work.digests.editions(week)}
        return Previewed(
            shown=gathered(work, week, side, at=at, company=self.company),
            editions={one: known.get(one, Edition(week=week, side=one)) for one in channels},
            due={one: due_at(week, to, self.company) for one, to in channels.items()},
            is_over=week.is_over(at, self.company),
        )

    def show(self, asked: Interaction) -> Reply:
        """Bring the preview to a manager who asks for it."""
        with self.open_work(asked.id) as work:
            manager = check_managing(work, asked)
            week = self._week(asked)
            work.outbox.show(Place.direct(manager.id), preview_view(week, manager.side))
            work.commit()
        return whisper(say("digests-sent-to-you"))

    def section(self, work: DigestWork, person: Person) -> tuple[Block, ...]:
        """Tell managers on their own page of a digest that waits to leave."""
        if not may_manage(person):
            return ()
        at = self.now()
        for week in (Week.of(self.company.day_of(at)).before(), Week.of(self.company.day_of(at))):
            waiting = [one for one in work.digests.editions(week) if one.state in _WAITING]
            if waiting:
                return preview_part(week, waiting)
        return ()

    # Holding and releasing

    def hold(self, asked: Interaction) -> Reply:
        """Keep a digest back from both channels."""
        with self.open_work(asked.id) as work:
            manager = check_managing(work, asked)
            for edition in self._waiting(work, self._week(asked)).values():
                work.digests.keep_edition(replace(edition, state=EditionState.HELD))
            self._tell(work, manager, self._week(asked))
            work.commit()
        return whisper(say("digests-held"))

    def release(self, asked: Interaction) -> Reply:
        """Let a digest leave: in its time, or at once where that is over."""
        at, week = self.now(), self._week(asked)
        with self.open_work(asked.id) as work:
            manager = check_managing(work, asked)
            due = self._due(work, week)
            for side, edition in self._waiting(work, week).items():
                planned = replace(edition, state=EditionState.PLANNED)
                work.digests.keep_edition(planned)
                if side in due and at >= due[side]:
                    self._send(work, planned, at)
            self._tell(work, manager, week)
            work.commit()
        return whisper(say("digests-released"))

    def send_now(self, asked: Interaction) -> Reply:
        """Send a digest to both channels as soon as its week is over; on Monday it is not sent again."""
        at, week = self.now(), self._week(asked)
        if not week.is_over(at, self.company):
            raise Refused(say("digests-week-not-over", last=week.last))
        with self.open_work(asked.id) as work:
            manager = check_managing(work, asked)
            channels = work.switchboard.channels()
            for side, edition in self._waiting(work, week).items():
                if side in channels:
                    self._send(work, edition, at)
            self._tell(work, manager, week)
            work.commit()
        return whisper(say("digests-sent"))

    def _send(self, work: DigestingWork, edition: Edition, at: datetime) -> None:
        figures = work.digests.figures(edition.week, at=at, company=self.company)
        send(work, edition, figures, at=at, new_id=self.new_id)

    def _due(self, work: DigestingWork, week: Week) -> Mapping[Side, datetime]:
        channels = work.switchboard.channels()
        return {side: due_at(week, to, self.company) for side, to in channels.items()}

    def _waiting(self, work: DigestingWork, week: Week) -> Mapping[Side, Edition]:
        """Give what has not left, so that nobody else changes it, or refuse."""
        held = {side: work.digests.edition(week, side) for side in Side}
        waiting = {side: one for side, one in held.items() if one.state in _WAITING}
        if not waiting:
            raise Stale(say("digests-has-left"))
        return waiting

    def _week(self, asked: Interaction) -> Week:
        """Read the week of a digest that may still leave: this one, or the last."""
        today = self.company.day_of(self.now())
        week = Week.parse(asked.values.get("week", ""), today=today)
        if week < Week.of(today).before():
            raise Stale(say("digests-has-left"))
        return week

    def _tell(self, work: DigestingWork, manager: Person, week: Week) -> None:
        refresh_previews(work, week)
        work.outbox.refresh(home_view(manager.id))

    # The note

    def open_note(self, asked: Interaction) -> Reply:
        """Ask what a manager wants to add."""
        with self.look() as work:
            manager = check_managing(work, asked)
            week = self._week(asked)
            known = {one.side: one.note for one in work.digests.editions(week)}
        return Open(note_form(week, known.get(manager.side, "")))

    def add_note(self, asked: Interaction) -> Reply:
        """Keep a note, or propose gentler words for it; the writer decides."""
        wrong = Wrong()
        words = text(asked.values, WORDS, wrong, longest=LONGEST_NOTE, required=False)
        if wrong.errors:
            return Correct(wrong.errors)
        with self.look() as work:
            check_managing(work, asked)
        found = gentler(words)
        if found is not None:
            return Open(gentle_note_form(self._week(asked), words, found))
        return self._keep_note(asked, words)

    def confirm_note(self, asked: Interaction) -> Reply:
        """Keep a note in the words in which it is sent; they are not looked at again."""
        wrong = Wrong()
        words = text(asked.values, WORDS, wrong, longest=LONGEST_NOTE, required=False)
        return Correct(wrong.errors) if wrong.errors else self._keep_note(asked, words)

    def _keep_note(self, asked: Interaction, words: str) -> Reply:
        try:
            week = self._week(asked)
            with self.open_work(asked.id) as work:
                manager = check_managing(work, asked)
                self._waiting(work, week)
                edition = work.digests.edition(week, manager.side)
                work.digests.keep_edition(replace(edition, note=words, note_by=manager.side))
                self._tell(work, manager, week)
                refresh_digests(work, week)
                work.commit()
        except Stale as stale:
            return Correct({WORDS: stale.phrase})
        return Nothing()
