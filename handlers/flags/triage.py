"""Marketing decides about a flag, the rep adds to it or takes it back, and anybody reads its history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from handlers.errors import NotFound, Refused, Stale
from handlers.flags.cards import flag_card
from handlers.flags.history import history_card
from handlers.flags.model import Flag, FlagId, Step, StepId
from handlers.flags.reasons import reason_of
from handlers.flags.shown import shown_flag
from handlers.flags.stepping import Taken, changed, take
from handlers.flags.triage_forms import SENT, WORDS, Said, read, step_form
from handlers.flags.work import FlagWork, Look, OpenWork
from handlers.interaction import (
    Correct,
    Interaction,
    Nothing,
    Open,
    Reply,
    Routes,
    Whisper,
    whisper,
)
from handlers.message import Card
from handlers.people import Person, Role, Side
from handlers.phrase import say
from handlers.work import NewId, Now
from handlers.working_time import WorkingHours

_RAISERS = frozenset({Step.ADD, Step.WITHDRAW})
"""What only the person who raised a flag may do with it."""

_DECIDERS = frozenset({Role.MANAGER, Role.ADMINISTRATOR})


@dataclass(frozen=True, slots=True, kw_only=True)
class Triage:
    """What becomes of a flag once it is raised."""

    open_work: OpenWork
    look: Look
    now: Now
    new_id: NewId
    team_hours: WorkingHours
    """Marketing's, in which its clock runs."""

    def routes(self) -> Routes:
        """Tell which interactions are answered here."""
        return {
            "triage.acknowledge": partial(self.press, Step.ACKNOWLEDGE),
            "triage.to-meeting": partial(self.press, Step.TO_MEETING),
            **{f"triage.{step}": partial(self.open_form, step) for step in SENT},
            **{route: partial(self.send, step) for step, route in SENT.items()},
            "triage.history": self.show_history,
        }

    def press(self, step: Step, asked: Interaction) -> Reply:
        """Take a step that needs no words."""
        with self.open_work(asked.id) as work:
            person, flag = _flag(work, asked, step)
            self._take(work, flag, person, step=step, said=Said(words=""))
            work.commit()
        return Nothing()

    def open_form(self, step: Step, asked: Interaction) -> Reply:
        """Ask for the words of a step."""
        with self.look() as work:
            person, flag = _flag(work, asked, step)
            question = _question(work, flag) if step is Step.ADD else ""
            reason = reason_of(work, flag)
        return Open(step_form(step, flag, reason, today=self._today(person), asked=question))

    def send(self, step: Step, asked: Interaction) -> Reply:
        """Take a step with its words; where it was overtaken, the form stays open with the words in it."""
        with self.open_work(asked.id) as work:
            try:
                person, flag = _flag(work, asked, step)
                said = read(step, asked.values, self._today(person))
                if not isinstance(said, Said):
                    return Correct(said)
                self._take(work, flag, person, step=step, said=said)
            except Stale as stale:
                return Correct({WORDS: say("triage-words-kept", why=stale.phrase)})
            work.commit()
        speaks_for_it = person.id == flag.by and step in {*_RAISERS, Step.REOPEN}
        return whisper(say("triage-passed-on")) if speaks_for_it else Nothing()

    def _take(self, work: FlagWork, flag: Flag, person: Person, *, step: Step, said: Said) -> None:
        taken = Taken(
            id=StepId(self.new_id()),
            step=step,
            by=person.id,
            at=self.now(),
            words=said.words,
            remedy=said.remedy,
            day=said.day,
        )
        take(work, flag, taken, self.team_hours)

    def show_history(self, asked: Interaction) -> Reply:
        """Tell somebody, and nobody else, all that was done with a flag."""
        with self.look() as work:
            reader = work.people.get(asked.actor)
            flag = work.flags.get(_id(asked))
            trail = work.flags.trail(flag.id)
            people = work.people.by_ids({one.by for one in trail})
        return Whisper(history_card(flag, trail, people, reader))

    def draw(self, flag: str) -> Card | None:
        """Draw a flag's card as it is now."""
        with self.look() as work:
            try:
                found = work.flags.get(FlagId(flag))
            except NotFound:
                return None
            return flag_card(shown_flag(work, found, hours=self.team_hours, at=self.now()))

    def _today(self, person: Person) -> date:
        return person.hours.day_of(self.now())


def _id(asked: Interaction) -> FlagId:
    return FlagId(asked.values.get("flag", ""))


def _flag(work: FlagWork, asked: Interaction, step: Step) -> tuple[Person, Flag]:
    """Give who pressed, and the flag if the step is theirs to take and it is still as they saw it."""
    person = work.people.get(asked.actor)
    flag = work.flags.get(_id(asked))
    _check_right(person, flag, step)
    if asked.values.get("version") != str(flag.version) or not flag.can(step):
        raise changed(flag)
    return person, flag


def _check_right(person: Person, flag: Flag, step: Step) -> None:
    """Let marketing, managers and administrators decide, and the rep speak for what they raised."""
    raised_it = person.id == flag.by
    if step in _RAISERS and not raised_it:
        raise Refused(say("triage-only-the-raiser"))
    if step in _RAISERS or (step is Step.REOPEN and raised_it):
        return
    if person.side is not Side.MARKETING and person.role not in _DECIDERS:
        raise Refused(say("triage-only-marketing"))


def _question(work: FlagWork, flag: Flag) -> str:
    """Give what marketing wants to know."""
    asks = [one.words for one in work.flags.trail(flag.id) if one.step is Step.ASK]
    return asks[-1] if asks else ""
