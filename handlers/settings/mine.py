"""What people decide about themselves: language, place, hours, absences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from handlers.errors import Stale
from handlers.interaction import (
    Correct,
    Interaction,
    Nothing,
    Open,
    Reply,
    Routes,
    whisper,
)
from handlers.message import Block
from handlers.people import Person, Place
from handlers.phrase import Phrase, say
from handlers.settings.cards import known_lines, mine_part
from handlers.settings.forms import away_form, mine_form
from handlers.settings.reading import LONGEST_AHEAD, absence_on, away_till, back_today, read_mine
from handlers.settings.work import Look, OpenWork, SettingsWork
from handlers.work import Now, home_view
from handlers.working_time import Away


def _nobody(_: Person) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mine:
    """Everybody's own settings."""

    open_work: OpenWork
    look: Look
    now: Now
    changed: Callable[[Person], None] = _nobody
    """Hears of a person's new settings after the commit, for whoever keeps people in memory."""

    def routes(self) -> Routes:
        """Tell which interactions are answered here."""
        return {
            "settings.mine": self.open,
            "settings.mine-saved": self.save,
            "settings.away": self.open_away,
            "settings.away-saved": self.leave,
            "settings.back": self.come_back,
        }

    def part(self, _: SettingsWork, person: Person) -> tuple[Block, ...]:
        """Show somebody their settings on their page."""
        return mine_part(person, self._today(person))

    def known(self, work: SettingsWork, person: Person) -> tuple[Phrase, ...]:
        """Tell what is kept about a person themselves."""
        return known_lines(person, work.switchboard.platforms_of(person.id))

    def open(self, asked: Interaction) -> Reply:
        """Open the form with the settings as they are."""
        with self.look() as work:
            return Open(mine_form(work.people.get(asked.actor), self.now()))

    def save(self, asked: Interaction) -> Reply:
        """Keep the settings, or say beside each field what is wrong."""
        with self.open_work(asked.id) as work:
            renewed = read_mine(work.people.get(asked.actor), asked.values, self.now())
            if not isinstance(renewed, Person):
                return Correct(renewed)
            self._keep(work, renewed)
        return self._told(asked, renewed, say("settings-saved"))

    def open_away(self, asked: Interaction) -> Reply:
        """Ask until when somebody is away."""
        with self.look() as work:
            return Open(away_form(self._today(work.people.get(asked.actor))))

    def leave(self, asked: Interaction) -> Reply:
        """Ask nothing of somebody until they are back."""
        with self.open_work(asked.id) as work:
            person = work.people.get(asked.actor)
            today, last = self._today(person), _day(asked.values.get("last", ""))
            if last is None or not today <= last <= today + LONGEST_AHEAD:
                return Correct({"last": say("settings-away-range")})
            renewed = _with_absences(person, away_till(person.hours, last, today))
            self._keep(work, renewed)
        return self._told(asked, renewed, say("settings-away-saved", day=last))

    def come_back(self, asked: Interaction) -> Reply:
        """End an absence before its time."""
        with self.open_work(asked.id) as work:
            person = work.people.get(asked.actor)
            today = self._today(person)
            if absence_on(person.hours, today) is None:
                raise Stale(say("settings-not-away"))
            renewed = _with_absences(person, back_today(person.hours, today))
            self._keep(work, renewed)
        return self._told(asked, renewed, say("settings-back-saved"))

    def _keep(self, work: SettingsWork, renewed: Person) -> None:
        work.people.add(renewed)
        work.outbox.refresh(home_view(renewed.id))
        work.commit()

    def _told(self, asked: Interaction, renewed: Person, sentence: Phrase) -> Reply:
        """Tell that it is kept, where the page that changes does not show it by itself."""
        self.changed(renewed)
        return Nothing() if asked.place == Place.home(asked.actor) else whisper(sentence)

    def _today(self, person: Person) -> date:
        return person.hours.day_of(self.now())


def _with_absences(person: Person, away: tuple[Away, ...]) -> Person:
    return replace(person, hours=replace(person.hours, away=away))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
