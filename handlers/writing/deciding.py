"""What people decide about what goes to the CRM: mine, the CRM's, once more, or back again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from handlers.errors import NotFound, Refused, Stale
from handlers.interaction import Interaction, Nothing, Reply, Routes, Whisper
from handlers.message import Block, Button, Buttons, Card, Sheet, values
from handlers.people import Person, Role
from handlers.phrase import say
from handlers.work import NewId, Now
from handlers.writing.at_home import UNSURE, queue_part
from handlers.writing.cards import (
    Logged,
    Shown,
    fate_card,
    log_card,
    log_sheet,
    recent_card,
    unsure_card,
)
from handlers.writing.confirming import overtake, queue, targets
from handlers.writing.model import Allowed, Bundle, Change, WriteBack, WriteId, WriteState
from handlers.writing.settling import Told, tell
from handlers.writing.work import Look, OpenWork, WritingWork, fate_view

A_PAGE = 10
RECENT = 5
MOST_LOGGED = 1_000_000
"""Lines of a file of the log."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deciding:
    """What a person may do about what they confirmed; whose it is, is checked at each press."""

    open_work: OpenWork
    look: Look
    now: Now
    new_id: NewId
    allowed: Allowed
    told: Told = tell

    def routes(self) -> Routes:
        """Tell which interactions are answered here."""
        return {
            "writing.mine": self.take_mine,
            "writing.crms": self.take_crms,
            "writing.again": self.try_again,
            "writing.undo": self.undo,
            "writing.recent": self.show_recent,
            "writing.log": self.show_log,
        }

    # decisions

    def take_mine(self, asked: Interaction) -> Reply:
        """Let the person's value go over the CRM's, which they have seen now."""
        return self._anew(asked, WriteState.CONFLICT, lambda one: one.now)

    def try_again(self, asked: Interaction) -> Reply:
        """Bring once more what the CRM refused."""
        return self._anew(asked, WriteState.REJECTED, lambda one: one.was)

    def _anew(
        self, asked: Interaction, state: WriteState, seen: Callable[[WriteBack], str]
    ) -> Reply:
        with self.open_work(asked.id) as work:
            bundle = self._own(work, asked, {state})
            changes = [Change(one.field, seen(one), one.becomes) for one in bundle.writes]
            overtake(work, (bundle.lead, bundle.by), changes)
            ended = self._end(work, bundle, WriteState.OVERTAKEN)
            work.outbox.refresh(fate_view(ended))
            self.told(work, self._queue(work, bundle, changes))
            work.commit()
        return Nothing()

    def take_crms(self, asked: Interaction) -> Reply:
        """Leave the CRM as it is."""
        with self.open_work(asked.id) as work:
            bundle = self._own(work, asked, {WriteState.CONFLICT, WriteState.REJECTED})
            self.told(work, self._end(work, bundle, WriteState.DROPPED))
            work.commit()
        return Nothing()

    def undo(self, asked: Interaction) -> Reply:
        """Take back what was written within a day, if the CRM still has it."""
        with self.open_work(asked.id) as work:
            bundle = self._own(work, asked, {WriteState.WRITTEN})
            undone = [one for one in bundle.writes if one.is_undoable(self.now())]
            if not undone:
                raise Refused(say("writing-undo-over"))
            if work.writes.undone_by(one.id for one in undone):
                raise Refused(say("writing-being-undone"))
            changes = [Change(one.field, one.becomes, one.was) for one in undone]
            back = {one.field: one.id for one in undone}
            queue(
                work,
                (bundle.lead, bundle.by),
                changes,
                now=self.now,
                new_id=self.new_id,
                undoes=back,
            )
            self.told(work, bundle)
            work.commit()
        return Nothing()

    def _queue(self, work: WritingWork, bundle: Bundle, changes: Sequence[Change]) -> Bundle:
        whose = (bundle.lead, bundle.by)
        return queue(work, whose, changes, now=self.now, new_id=self.new_id)

    def _end(self, work: WritingWork, bundle: Bundle, state: WriteState) -> Bundle:
        ended = Bundle(tuple(one.ended(state) for one in bundle.writes))
        for one in ended.writes:
            work.writes.move(one)
        return ended

    def _own(self, work: WritingWork, asked: Interaction, states: set[WriteState]) -> Bundle:
        """Give the person's own write-backs, as far as they stand as they were shown."""
        bundle = work.writes.bundle(WriteId(asked.values.get("write", "")))
        if bundle.by != asked.actor:
            raise NotFound(say("writing-stale"))
        found = tuple(one for one in bundle.writes if one.state in states)
        if not found or asked.values.get("version") != str(
            max(one.version for one in bundle.writes)
        ):
            raise Stale(say("writing-stale"))
        return Bundle(found)

    # what is shown

    def draw(self, write: str) -> Card | None:
        """Draw what became of a bundle as it is now."""
        with self.look() as work:
            try:
                shown = self._shown(work, work.writes.bundle(WriteId(write)))
            except NotFound:
                return None
        return None if shown is None else fate_card(shown, self.now())

    def _shown(self, work: WritingWork, bundle: Bundle) -> Shown | None:
        lead = work.leads.by_ids([bundle.lead]).get(bundle.lead)
        if lead is None:
            return None
        undone = work.writes.undone_by(one.id for one in bundle.writes)
        fields = targets(work.mappings, lead.system, self.allowed)
        return Shown(bundle=bundle, lead=lead, fields=fields, is_being_undone=bool(undone))

    def show_recent(self, asked: Interaction) -> Reply:
        """Show somebody, and nobody else, what they had written lately."""
        with self.look() as work:
            mine = work.writes.newest(RECENT * 2, person=asked.actor)
            bundles = dict.fromkeys(work.writes.bundle(one.id) for one in mine)
            shown = [self._shown(work, one) for one in list(bundles)[:RECENT]]
        return Whisper(recent_card([one for one in shown if one], self.now()))

    def show_log(self, asked: Interaction) -> Reply:
        """Show an administrator who had what written to the CRM."""
        with self.look() as work:
            if work.people.get(asked.actor).role is not Role.ADMINISTRATOR:
                raise Refused(say("writing-log-not-yours"))
            if asked.values.get("only") == UNSURE:
                unsure = work.writes.unsure(self.now(), A_PAGE)
                return Whisper(unsure_card(_logged(work, unsure)))
            before = asked.values.get("before")
            since = _one(work.writes.bundle(WriteId(before)), before) if before else None
            found = work.writes.newest(A_PAGE + 1, before=since)
            logged = _logged(work, found[:A_PAGE])
        return Whisper(log_card(logged, found[A_PAGE - 1] if len(found) > A_PAGE else None))

    def section(self, work: WritingWork, person: Person) -> tuple[Block, ...]:
        """Offer a person what they had written, and an administrator the log, once there is any.

        An administrator sees besides what stands still on its way to the CRM.
        """
        queues: tuple[Block, ...] = ()
        buttons: list[Button] = []
        if work.writes.newest(1, person=person.id):
            buttons.append(Button(label=say("writing-recent-look"), does="writing.recent"))
        if person.role is Role.ADMINISTRATOR and work.writes.newest(1):
            queues = queue_part(work.writes.queues(self.now()), self.now())
            buttons.append(
                Button(label=say("writing-log-look"), does="writing.log", values=values())
            )
        return (*queues, Buttons(tuple(buttons))) if buttons else ()


def audit_sheet(work: WritingWork, most: int = MOST_LOGGED) -> Sheet:
    """Give the whole log as a file, newest first."""
    return log_sheet(_logged(work, work.writes.newest(most)))


def _logged(work: WritingWork, found: Sequence[WriteBack]) -> Sequence[Logged]:
    people = work.people.by_ids({one.by for one in found})
    leads = work.leads.by_ids({one.lead for one in found})
    return [
        Logged(
            write=one,
            person=people[one.by].name if one.by in people else "",
            lead=leads.get(one.lead),
        )
        for one in found
    ]


def _one(bundle: Bundle, id: str) -> WriteBack:
    return next(one for one in bundle.writes if one.id == id)
