"""How much a person wants to be asked about stale fields: so many a week, and not before a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from handlers.filled import Wrong, day, one_of
from handlers.interaction import (
    Correct,
    Interaction,
    Nothing,
    Open,
    Reply,
    Routes,
    whisper,
)
from handlers.message import Block, Button, Buttons, Note, Paragraph, Tone
from handlers.nudges.days import FURTHEST
from handlers.nudges.model import Choices
from handlers.nudges.row_forms import cap_options, limits_form
from handlers.nudges.work import Look, NudgeWork, OpenWork
from handlers.people import Person, Place, Role
from handlers.phrase import Phrase, say
from handlers.work import Now, home_view


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Each rep's own limits, on their page."""

    open_work: OpenWork
    look: Look
    now: Now

    def routes(self) -> Routes:
        """Tell which interactions are answered here."""
        return {"nudges.limits": self.open, "nudges.limited": self.save}

    def section(self, work: NudgeWork, person: Person) -> tuple[Block, ...]:
        """Show reps, and whoever else was asked, how much they are asked."""
        if person.role is not Role.REP and not work.nudges.asked_of(person.id):
            return ()
        return limits_part(work.nudges.choices(person.id), self._today(person))

    def known(self, work: NudgeWork, person: Person) -> tuple[Phrase, ...]:
        """Tell what is kept of a person."""
        count = work.nudges.asked_of(person.id)
        return (say("nudges-known", count=count),) if count else ()

    def open(self, asked: Interaction) -> Reply:
        """Open the form with the limits as they are."""
        with self.look() as work:
            person = work.people.get(asked.actor)
            return Open(limits_form(work.nudges.choices(person.id), self._today(person)))

    def save(self, asked: Interaction) -> Reply:
        """Keep the limits, or say beside each field what is wrong."""
        wrong = Wrong()
        with self.open_work(asked.id) as work:
            person = work.people.get(asked.actor)
            today = self._today(person)
            cap = one_of(cap_options(), asked.values, "cap", wrong)
            until = day(asked.values, "until", wrong)
            if until is not None and not today < until <= today + FURTHEST:
                wrong.note("until", say("nudges-day-range", last=today + FURTHEST))
            if wrong.errors:
                return Correct(wrong.errors)
            kept = Choices(muted_until=until, weekly_cap=int(cap))
            work.nudges.keep_choices(person.id, kept)
            work.outbox.refresh(home_view(person.id))
            work.commit()
        at_home = asked.place == Place.home(asked.actor)
        return Nothing() if at_home else whisper(say("nudges-limits-saved"))

    def _today(self, person: Person) -> date:
        return person.hours.day_of(self.now())


def limits_part(choices: Choices, today: date) -> tuple[Block, ...]:
    """Say how much a person is asked about stale fields, and offer to change it."""
    change = Button(
        label=say("nudges-limits-change"), does="nudges.limits", opens=True, tone=Tone.QUIET
    )
    blocks: list[Block] = [Paragraph(say("nudges-limits-now", count=choices.weekly_cap))]
    if choices.muted_until is not None and choices.muted_until > today:
        blocks.append(Note(say("nudges-limits-muted", day=choices.muted_until)))
    return (*blocks, Buttons((change,)))
