"""Opens a person's own page and draws it from the parts that the features give."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from handlers.errors import NotFound
from handlers.home.cards import Part, home_card, known_card
from handlers.interaction import Interaction, Nothing, Reply, Routes, Whisper
from handlers.message import Button, Card
from handlers.people import Person, PersonId, Place
from handlers.phrase import Phrase
from handlers.work import Work, home_view

W = TypeVar("W", bound=Work)

Section = Callable[[W, Person], Part]
"""Gives a feature's part of a person's page."""

Knowledge = Callable[[W, Person], tuple[Phrase, ...]]
"""Gives what a feature keeps about a person, a line each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Home(Generic[W]):
    """The page that each person alone can open."""

    open_work: Callable[[str], W]
    look: Callable[[], W]
    sections: Sequence[Section[W]]
    """From top to bottom."""
    knowledge: Sequence[Knowledge[W]]
    closing: tuple[Button, ...] = ()
    """What is offered at the end beside "what Leadloop knows of me"."""

    def routes(self) -> Routes:
        """Tell which interactions are answered here."""
        return {"home.opened": self.opened, "home.knows": self.tell_what_is_known}

    def opened(self, asked: Interaction) -> Reply:
        """Bring somebody's page up to date."""
        with self.open_work(asked.id) as work:
            work.people.get(asked.actor)
            work.outbox.show(Place.home(asked.actor), home_view(asked.actor))
            work.commit()
        return Nothing()

    def tell_what_is_known(self, asked: Interaction) -> Reply:
        """Tell somebody, and nobody else, what Leadloop keeps about them."""
        with self.look() as work:
            person = work.people.get(asked.actor)
            lines = [line for known in self.knowledge for line in known(work, person)]
        return Whisper(known_card(lines))

    def draw(self, person: str) -> Card | None:
        """Draw a person's page as it is now."""
        with self.look() as work:
            try:
                reader = work.people.get(PersonId(person))
            except NotFound:
                return None
            parts = [section(work, reader) for section in self.sections]
        return home_card(parts, self.closing)
