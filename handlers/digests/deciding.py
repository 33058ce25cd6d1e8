"""What either side does with what a digest puts up for decision: take it until a day, or let it rest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from handlers.agenda.forms import FURTHEST
from handlers.agenda.model import Action
from handlers.agenda.work import agenda_view
from handlers.digests.choosing import may_take, side_of
from handlers.digests.editions import Decision, DecisionId, DecisionState
from handlers.digests.forms import DUE, LONGEST_LINE, OWNER, WHAT, take_form
from handlers.digests.rights import may_manage
from handlers.digests.sending import refresh_digests
from handlers.digests.shown import DigestingWork, Look, OpenWork, action_of
from handlers.errors import NotFound, Refused, Stale
from handlers.filled import Given, Wrong, day, text
from handlers.interaction import Correct, Interaction, Nothing, Open, Reply, Routes
from handlers.people import Person, PersonId
from handlers.phrase import say
from handlers.work import Now, home_view
from handlers.working_time import WorkingHours


@dataclass(frozen=True, slots=True, kw_only=True)
class Deciding:
    """Decisions of a digest; one that is taken is an action of the joint meeting from then on."""

    open_work: OpenWork
    look: Look
    now: Now
    company: WorkingHours

    def routes(self) -> Routes:
        """Tell which interactions are answered here."""
        return {
            "digests.take": self.open_take,
            "digests.taken": self.take,
            "digests.leave": self.leave,
        }

    def open_take(self, asked: Interaction) -> Reply:
        """Ask what is done, by whom and until when."""
        with self.look() as work:
            person = work.people.get(asked.actor)
            waiting = [one for one in work.digests.unfinished() if one.state is DecisionState.OPEN]
        found = [one for one in waiting if one.id == _id(asked)]
        if not found:
            raise Stale(say("digests-decided-already"))
        _check(person, found[0])
        return Open(take_form(found[0], owner=person.id, today=self._today()))

    def take(self, asked: Interaction) -> Reply:
        """Make a decision an action: its owner hears of it, and it comes back until it is done."""
        try:
            with self.open_work(asked.id) as work:
                person = work.people.get(asked.actor)
                decision = _open(work, person, _id(asked))
                wrong = Wrong()
                action = self._action(work, decision, asked.values, wrong)
                if action is None:
                    return Correct(wrong.errors)
                self._keep(work, decision, action)
                work.commit()
        except Refused as refused:
            return Correct({WHAT: refused.phrase})
        return Nothing()

    def _action(
        self, work: DigestingWork, decision: Decision, given: Given, wrong: Wrong
    ) -> Action | None:
        """Read who does what until when; nothing where anything is wrong, which is noted."""
        what = text(given, WHAT, wrong, longest=LONGEST_LINE)
        owner = _owner(work, decision, given, wrong)
        due = self._due(given, wrong)
        if owner is None or due is None or wrong.errors:
            return None
        return Action(
            id=action_of(decision),
            meeting=None,
            what=what,
            owner=owner.id,
            side=owner.side,
            due=due,
            agreed_at=self.now(),
        )

    def _due(self, given: Given, wrong: Wrong) -> date | None:
        due, today = day(given, DUE, wrong), self._today()
        if due is None:
            wrong.note(DUE, say("form-empty"))
        elif not today <= due <= today + FURTHEST:
            wrong.note(DUE, say("agenda-due-range"))
        return due

    def _keep(self, work: DigestingWork, decision: Decision, action: Action) -> None:
        taken = replace(
            decision,
            state=DecisionState.TAKEN,
            taken_by=action.side,
            person=action.owner,
            due=action.due,
        )
        work.agenda.add_action(action)
        work.digests.keep_decision(taken)
        work.outbox.refresh(home_view(action.owner))
        upcoming = work.agenda.upcoming()
        if upcoming is not None:
            work.outbox.refresh(agenda_view(upcoming.id))
        refresh_digests(work, decision.week)

    def leave(self, asked: Interaction) -> Reply:
        """Let a decision rest: a manager of the side that decides says so."""
        with self.open_work(asked.id) as work:
            person = work.people.get(asked.actor)
            if not may_manage(person):
                raise Refused(say("digests-only-managers-leave"))
            decision = _open(work, person, _id(asked))
            at = self.now()
            dropped = replace(decision, state=DecisionState.DROPPED, closed_at=at)
            work.digests.keep_decision(dropped)
            refresh_digests(work, decision.week)
            work.commit()
        return Nothing()

    def _today(self) -> date:
        return self.company.day_of(self.now())


def _id(asked: Interaction) -> DecisionId:
    return DecisionId(asked.values.get("decision", ""))


def _open(work: DigestingWork, person: Person, wanted: DecisionId) -> Decision:
    """Give a decision that is this person's to take and that nobody has taken."""
    decision = work.digests.decision(wanted)
    _check(person, decision)
    if decision.state is not DecisionState.OPEN:
        raise Stale(say("digests-decided-already"))
    return decision


def _check(person: Person, decision: Decision) -> None:
    if not may_take(person, decision):
        raise Refused(say(f"digests-not-yours-{side_of(decision)}"))


def _owner(work: DigestingWork, decision: Decision, given: Given, wrong: Wrong) -> Person | None:
    """Find who takes it: somebody of the side that decides, who knows what it can promise."""
    wanted = given.get(OWNER, "")
    if not wanted:
        wrong.note(OWNER, say("form-empty"))
        return None
    try:
        owner = work.people.get(PersonId(wanted))
    except NotFound:
        wrong.note(OWNER, say("agenda-owner-unknown"))
        return None
    if side_of(decision) not in {None, owner.side}:
        wrong.note(OWNER, say(f"digests-owner-elsewhere-{side_of(decision)}"))
    return owner
