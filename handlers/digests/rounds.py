"""What happens by the clock: weeks are counted and kept, managers get the preview, channels the digest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from handlers.agenda.model import Action, ActionState
from handlers.digests.editions import Decision, DecisionState, Edition, EditionState
from handlers.digests.keeping import Keeping
from handlers.digests.model import Week
from handlers.digests.notices import held_card, skipped_card
from handlers.digests.sending import SLOT, refresh_digests, refresh_previews, send
from handlers.digests.shown import (
    DigestingWork,
    Look,
    OpenWork,
    action_of,
    due_at,
    preview_view,
)
from handlers.message import Card
from handlers.people import Person, Place, Role, Side
from handlers.work import NewId
from handlers.working_time import WorkingHours

PREVIEW_TIME = time(14)
"""On the last working day of the week, by the company's clock."""

TOO_OLD = timedelta(days=2)
"""After its time a digest that could not be sent is old news."""

FRESH = timedelta(hours=12)
"""For so long after its time the very first digest of a channel may come."""

PREVIEW, HELD = "digest-preview", "digest-held"
"""The jobs whose slots are used up by previews and by what is said of a digest that is held."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestRounds:
    """The jobs that the ticker rings for; each may run as often as it likes."""

    open_work: OpenWork
    look: Look
    new_id: NewId
    company: WorkingHours

    # Weeks

    def keep_weeks(self, at: datetime) -> None:
        """Count each week once when it is over, and keep what was counted."""
        keeping = Keeping(open_work=self.open_work, look=self.look, company=self.company)
        keeping.keep_until(Week.of(self.company.day_of(at)).before(), at)

    # Digests

    def send_digests(self, at: datetime) -> None:
        """Send each channel its digest when it is due; late if need be, and never twice."""
        with self.look() as work:
            channels = work.switchboard.channels()
        for side, channel in channels.items():
            week = Week.of(WorkingHours(zone=channel.zone).day_of(at)).before()
            due = due_at(week, channel, self.company)
            if at >= due:
                self._settle(week, side, at, waited=at - due)

    def _settle(self, week: Week, side: Side, at: datetime, *, waited: timedelta) -> None:
        """Send a digest, or say that it is too old, if nobody did yet.

        A channel that never had one begins with a fresh one, and is told nothing of older weeks.
        """
        with self.look() as work:
            edition = _edition(work.digests.editions(week), week, side)
            is_first = not work.digests.editions(week.before())
        if edition.state is EditionState.HELD:
            self._tell_of_held(week, at)
        elif edition.state is not EditionState.PLANNED:
            return
        elif waited <= (FRESH if is_first else TOO_OLD):
            self._send(week, side, at)
        elif not is_first:
            self._skip(week, side, at)

    def _send(self, week: Week, side: Side, at: datetime) -> None:
        with self.look() as work:
            figures = work.digests.figures(week, at=at, company=self.company)
        with self.open_work() as work:
            edition = work.digests.edition(week, side)
            if edition.state is EditionState.PLANNED and send(
                work, edition, figures, at=at, new_id=self.new_id
            ):
                work.commit()

    def _skip(self, week: Week, side: Side, at: datetime) -> None:
        with self.open_work() as work:
            edition = work.digests.edition(week, side)
            if edition.state is EditionState.PLANNED and work.digests.take_slot(
                SLOT, week.before(-1).first, side.value, at=at
            ):
                work.digests.keep_edition(replace(edition, state=EditionState.SKIPPED))
                _tell_managers(work, skipped_card(week, side))
                refresh_previews(work, week)
                work.commit()

    def _tell_of_held(self, week: Week, at: datetime) -> None:
        """Remind managers once that a digest that is held has not left."""
        monday = week.before(-1).first
        with self.look() as work:
            if work.digests.slots_taken(HELD, monday):
                return
        with self.open_work() as work:
            if work.digests.take_slot(HELD, monday, "managers", at=at):
                _tell_managers(work, held_card(week))
                work.commit()

    # The preview

    def preview(self, at: datetime) -> None:
        """Show each manager the week so far, once they work after its last working day's afternoon."""
        week = Week.of(self.company.day_of(at))
        shown_at = self._preview_at(week)
        if shown_at is None or at < shown_at:
            return
        with self.look() as work:
            seen = work.digests.slots_taken(PREVIEW, week.first)
            waiting = [
                one for one in _managers(work) if one.id not in seen and one.hours.works_at(at)
            ]
        for manager in waiting:
            self._show(week, manager, at)

    def _preview_at(self, week: Week) -> datetime | None:
        """Give when the preview of a week is shown; nothing where nobody works in it."""
        days = (week.last - timedelta(days=back) for back in range(7))
        day = next((one for one in days if self.company.works_on(one)), None)
        return None if day is None else self.company.at_local(day, PREVIEW_TIME)

    def _show(self, week: Week, manager: Person, at: datetime) -> None:
        with self.open_work() as work:
            if work.digests.take_slot(PREVIEW, week.first, manager.id, at=at):
                work.outbox.show(Place.direct(manager.id), preview_view(week, manager.side))
                work.commit()

    # Decisions

    def follow(self, at: datetime) -> None:
        """Note which decisions were carried out, or given up, as the joint meeting's actions tell."""
        del at
        with self.look() as work:
            ended = _ended(work, self.company)
        if not ended:
            return
        with self.open_work() as work:
            for decision in _ended(work, self.company):
                work.digests.keep_decision(decision)
                refresh_digests(work, decision.week)
            work.commit()


def _ended(work: DigestingWork, company: WorkingHours) -> Sequence[Decision]:
    """Give the decisions as they are once their actions were closed."""
    taken = [one for one in work.digests.unfinished() if one.state is DecisionState.TAKEN]
    if not taken:
        return []
    since = min(one.week for one in taken).begins_at(company)
    closed = {action.id: action for action in work.agenda.closed_since(since)}
    return [_closed(one, closed[action_of(one)]) for one in taken if action_of(one) in closed]


def _closed(decision: Decision, action: Action) -> Decision:
    is_done = action.state is ActionState.DONE
    state = DecisionState.DONE if is_done else DecisionState.DROPPED
    return replace(decision, state=state, closed_at=action.closed_at)


def _edition(editions: Sequence[Edition], week: Week, side: Side) -> Edition:
    return next((one for one in editions if one.side is side), Edition(week=week, side=side))


def _managers(work: DigestingWork) -> Sequence[Person]:
    return work.people.with_role(Role.MANAGER)


def _tell_managers(work: DigestingWork, card: Card) -> None:
    for manager in _managers(work):
        work.outbox.post(Place.direct(manager.id), card)
