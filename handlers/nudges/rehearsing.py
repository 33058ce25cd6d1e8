"""Tries the rules on the past: whom they would have asked about what, before anybody is asked.

A press only notes what is wanted. The rehearsal itself is done after it, one at a time, since it may
read a million leads; the card that says so is then brought up to date.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from handlers.errors import Refused
from handlers.filled import Given, Wrong
from handlers.interaction import Correct, Interaction, Nothing, Open, Reply, Routes, whisper
from handlers.lead import Lead, LeadId
from handlers.message import Block, Card, Sheet
from handlers.nudges.model import Rule, RuleState
from handlers.nudges.rehearsal import MOST_REHEARSED, Row, period_of, replay, working_days
from handlers.nudges.rehearsal_cards import (
    DAYS,
    Rehearsed,
    days_field,
    failed_card,
    rehearsal_card,
    rehearsal_form,
    rehearsal_part,
    rehearsal_sheet,
    waiting_card,
)
from handlers.nudges.rehearsing_work import (
    AskedTrial,
    LookBack,
    OpenRehearsalWork,
    RehearsalWork,
    Trial,
    TrialId,
    trial_view,
)
from handlers.nudges.rules import MOST_DAYS, all_rules, searches, wrong_with
from handlers.people import Person, PersonId, Place, Role
from handlers.phrase import say
from handlers.work import NewId, Now
from handlers.working_time import WorkingHours

USUAL_DAYS = 30

MAY_REHEARSE = frozenset({Role.ADMINISTRATOR, Role.MANAGER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsing:
    """The rehearsal on people's pages; it changes nothing and asks nobody."""

    open_work: OpenRehearsalWork
    look: LookBack
    now: Now
    new_id: NewId
    company: WorkingHours

    def routes(self) -> Routes:
        """Tell which interactions are answered here."""
        return {
            "rehearsal.show": self.show,
            "rehearsal.settings": self.open_settings,
            "rehearsal.try": self.try_out,
            "rehearsal.sheet": self.send_sheet,
        }

    def section(self, work: RehearsalWork, person: Person) -> tuple[Block, ...]:
        """Offer it to administrators and managers."""
        del work
        return rehearsal_part() if person.role in MAY_REHEARSE else ()

    def show(self, asked: Interaction) -> Reply:
        """Rehearse the rules as they are."""
        with self.open_work(asked.id) as work:
            _allowed(work, asked)
            return self._begun(work, asked, Trial(all_rules(work.nudges.rules()), USUAL_DAYS))

    def open_settings(self, asked: Interaction) -> Reply:
        """Let somebody try other settings; what a button carries is what was tried last."""
        with self.look() as work:
            _allowed(work, asked)
            trial = self._trial(work, asked.values, Wrong())
            return Open(rehearsal_form(trial.rules, trial.days))

    def try_out(self, asked: Interaction) -> Reply:
        """Rehearse other settings, which nothing keeps."""
        wrong = Wrong()
        with self.open_work(asked.id) as work:
            _allowed(work, asked)
            trial = self._trial(work, asked.values, wrong)
            return Correct(wrong.errors) if wrong.errors else self._begun(work, asked, trial)

    def send_sheet(self, asked: Interaction) -> Reply:
        """Send an administrator every row as a file."""
        with self.open_work(asked.id) as work:
            if work.people.get(asked.actor).role is not Role.ADMINISTRATOR:
                raise Refused(say("settings-only-administrators"))
            trial = self._trial(work, asked.values, Wrong())
            return self._begun(work, asked, trial, as_file=True)

    def _begun(
        self, work: RehearsalWork, asked: Interaction, trial: Trial, *, as_file: bool = False
    ) -> Reply:
        """Note what is wanted, and say where it will come."""
        wanted = AskedTrial(
            id=TrialId(self.new_id()),
            person=asked.actor,
            trial=trial,
            as_file=as_file,
            asked_at=self.now(),
        )
        if not work.trials.add(wanted):
            raise Refused(say("rehearsal-one-at-a-time"))
        direct = Place.direct(asked.actor)
        if not as_file:
            work.outbox.show(direct, trial_view(wanted.id))
        work.commit()
        if as_file:
            return whisper(say("rehearsal-sent"))
        return Nothing() if asked.place == direct else whisper(say("rehearsal-begun"))

    def draw(self, trial: str) -> Card | None:
        """Draw a rehearsal as far as it is; one that is long over stays as it was."""
        with self.look() as work:
            asked = work.trials.get(TrialId(trial))
        if asked is None or asked.as_file:
            return None
        if asked.done_at is None:
            return waiting_card(asked.trial.days)
        return (
            failed_card(asked.trial.rules, asked.trial.days) if asked.card is None else asked.card
        )

    def do_next(self, at: datetime) -> None:
        """Do a rehearsal that waits; may be rung for as often as one likes, by any number of replicas."""
        with self.look() as work:
            if not work.trials.any_waiting():
                return
        with self.open_work() as work:
            for trial in work.trials.given_up(at):
                work.outbox.refresh(trial_view(trial))
            asked = work.trials.take(at)
            work.commit()
        if asked is not None:
            self._do(asked)

    def _do(self, asked: AskedTrial) -> None:
        with self.look() as past:
            person = past.people.get(asked.person)
            may = {Role.ADMINISTRATOR} if asked.as_file else MAY_REHEARSE
            message = self._result(past, asked, person) if person.role in may else None
        with self.open_work() as work:
            card = message if isinstance(message, Card) else None
            if not work.trials.finish(asked.id, card, self.now()):
                return
            if isinstance(message, Sheet):
                work.outbox.post(Place.direct(person.id), message)
            work.outbox.refresh(trial_view(asked.id))
            work.commit()

    def _result(self, past: RehearsalWork, asked: AskedTrial, person: Person) -> Card | Sheet:
        told = self.rehearse(past, asked.trial)
        if asked.as_file:
            return rehearsal_sheet(told, leads_of(past, told))
        by_name = person.role is Role.ADMINISTRATOR
        return rehearsal_card(told, asked.trial.days, by_name=by_name)

    def rehearse(self, work: RehearsalWork, trial: Trial) -> Rehearsed:
        """Replay the past days; person by person, so that it takes the same room for any number."""
        at = self.now()
        fields = work.nudges.fields()
        wanted = searches(trial.rules, fields, self.company, at)
        period = period_of(wanted, trial.days, self.company, at)
        caps, rests = work.rehearsals.caps(), work.rehearsals.rests(period)
        people = work.people.by_ids(caps)
        rows: dict[PersonId, Sequence[Row]] = dict.fromkeys(caps, ())
        for id, found in work.rehearsals.stretches(wanted, period):
            if id in people:
                hours = people[id].hours
                rows[id] = replay(found, rests, period, hours=hours, cap=caps[id])
        begins = work.rehearsals.begins()
        return Rehearsed(
            tried=trial.rules,
            rules=[one.rule for one in wanted],
            first=period.days[0],
            last=period.days[-1],
            days=working_days(period, self.company),
            begins=None if begins is None else self.company.day_of(begins),
            people=[people[id] for id in caps],
            rows=rows,
        )

    def _trial(self, work: RehearsalWork, given: Given, wrong: Wrong) -> Trial:
        """Read what is to be tried; what is not given stays as it is."""
        kept = all_rules(work.nudges.rules())
        rules = [_as_tried(rule, given, wrong) for rule in kept]
        days = _number(given.get(DAYS, str(USUAL_DAYS)))
        if days is None or not 1 <= days <= MOST_REHEARSED:
            wrong.note(DAYS, say("rehearsal-wrong-days", most=MOST_REHEARSED))
            days = USUAL_DAYS
        return Trial(rules, days)


def _as_tried(rule: Rule, given: Given, wrong: Wrong) -> Rule:
    """Give a rule as many days as its field says; one whose field is empty does not ask."""
    name = days_field(rule)
    told = given.get(name)
    if told is None:
        return rule
    if not told.strip():
        return replace(rule, state=RuleState.OFF)
    days = _number(told)
    if days is None:
        wrong.note(name, say("rules-wrong-number"))
        return rule
    tried = replace(rule, days=days, state=RuleState.ON)
    found = wrong_with(tried)
    if found is not None:
        wrong.note(name, found[1])
        return rule
    return tried


def _number(told: str) -> int | None:
    told = told.strip()
    is_short = len(told) <= len(str(MOST_DAYS))
    return int(told) if is_short and told.isascii() and told.isdecimal() else None


def leads_of(work: RehearsalWork, told: Rehearsed) -> Mapping[LeadId, Lead]:
    """Give the leads of all rows."""
    return work.leads.by_ids({row.lead for rows in told.rows.values() for row in rows})


def _allowed(work: RehearsalWork, asked: Interaction) -> None:
    if work.people.get(asked.actor).role not in MAY_REHEARSE:
        raise Refused(say("rehearsal-only"))
