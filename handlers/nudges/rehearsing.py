"""Tries the rules on the past: whom they would have asked about what, before anybody is asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from handlers.errors import Refused
from handlers.filled import Given, Wrong
from handlers.interaction import Correct, Interaction, Open, Reply, Routes, Whisper, whisper
from handlers.lead import Lead, LeadId
from handlers.message import Block
from handlers.nudges.model import Rule, RuleState
from handlers.nudges.rehearsal import MOST_REHEARSED, Row, period_of, replay, working_days
from handlers.nudges.rehearsal_cards import (
    DAYS,
    Rehearsed,
    days_field,
    rehearsal_card,
    rehearsal_form,
    rehearsal_part,
    rehearsal_sheet,
)
from handlers.nudges.rehearsing_work import LookBack, RehearsalWork
from handlers.nudges.rules import MOST_DAYS, all_rules, searches, wrong_with
from handlers.nudges.work import OpenWork
from handlers.people import Person, PersonId, Place, Role
from handlers.phrase import say
from handlers.work import Now
from handlers.working_time import WorkingHours

USUAL_DAYS = 30

MAY_REHEARSE = frozenset({Role.ADMINISTRATOR, Role.MANAGER})


@dataclass(frozen=True, slots=True)
class Trial:
    """What is tried."""

    rules: Sequence[Rule]
    days: int
    """Working days to go back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsing:
    """The rehearsal on people's pages; it changes nothing and asks nobody."""

    open_work: OpenWork
    look: LookBack
    now: Now
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
        with self.look() as work:
            person = _allowed(work, asked)
            return self._told(work, person, Trial(all_rules(work.nudges.rules()), USUAL_DAYS))

    def open_settings(self, asked: Interaction) -> Reply:
        """Let somebody try other settings; what a button carries is what was tried last."""
        with self.look() as work:
            _allowed(work, asked)
            trial = self._trial(work, asked.values, Wrong())
            return Open(rehearsal_form(trial.rules, trial.days))

    def try_out(self, asked: Interaction) -> Reply:
        """Rehearse other settings, which nothing keeps."""
        wrong = Wrong()
        with self.look() as work:
            person = _allowed(work, asked)
            trial = self._trial(work, asked.values, wrong)
            return Correct(wrong.errors) if wrong.errors else self._told(work, person, trial)

    def send_sheet(self, asked: Interaction) -> Reply:
        """Send an administrator every row as a file."""
        with self.open_work(asked.id) as work, self.look() as past:
            if work.people.get(asked.actor).role is not Role.ADMINISTRATOR:
                raise Refused(say("settings-only-administrators"))
            told = self.rehearse(past, self._trial(past, asked.values, Wrong()))
            work.outbox.post(Place.direct(asked.actor), rehearsal_sheet(told, leads_of(past, told)))
            work.commit()
        return whisper(say("rehearsal-sent"))

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

    def _told(self, work: RehearsalWork, person: Person, trial: Trial) -> Reply:
        by_name = person.role is Role.ADMINISTRATOR
        return Whisper(rehearsal_card(self.rehearse(work, trial), trial.days, by_name=by_name))

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


def _allowed(work: RehearsalWork, asked: Interaction) -> Person:
    person = work.people.get(asked.actor)
    if person.role not in MAY_REHEARSE:
        raise Refused(say("rehearsal-only"))
    return person
