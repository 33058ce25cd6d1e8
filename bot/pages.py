"""Puts each person's page together from the parts that the features give."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from bot.crm.meaning import spoken_in, vocabulary
from bot.teamwork import TeamWork, Together
from handlers.home.handler import Home, Section
from handlers.interaction import Handler, Routes
from handlers.mapping.deciding import CrmMapping
from handlers.mapping.work import MappingWork
from handlers.parcel import Destination
from handlers.people import Person
from handlers.questions.ask_form import AskByForm
from handlers.questions.at_home import QuestionsAtHome, help_button
from handlers.questions.overview import OverviewWork
from handlers.questions.unfurl import Unfurling
from handlers.roster.matching import Matching
from handlers.roster.work import RosterWork
from handlers.router import merged
from handlers.settings.administration import Administration
from handlers.settings.mine import Mine
from handlers.settings.work import SettingsWork
from handlers.work import Now, Views


class PageWork(OverviewWork, SettingsWork, RosterWork, MappingWork, TeamWork, Protocol):
    """A transaction that sees all that a page shows."""


class OpenPageWork(Protocol):
    """Begins a transaction that may write."""

    def __call__(self, once: str | None = None) -> PageWork:
        """Begin; `once` names a deed that must not be done twice."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """The features around a person's page, with what they stand on."""

    open_work: OpenPageWork
    look: Callable[[], PageWork]
    now: Now
    said: Handler
    """Answers a sentence, and so a form in which one asks."""
    usual: Destination
    """How a channel is spoken to that nobody has decided anything about."""
    changed: Callable[[Person], None]
    """Hears of a person's new settings."""
    waiting: Section[PageWork]
    """What waits for somebody's word in their envelopes."""
    together: Together
    """What the two teams do with each other."""

    def put_together(self) -> tuple[Routes, Views]:
        """Give the routes and the views of them all."""
        open_work, look, now = self.open_work, self.look, self.now
        together = self.together
        questions = QuestionsAtHome(open_work=open_work, look=look)
        mine = Mine(open_work=open_work, look=look, now=now, changed=self.changed)
        company = Administration(open_work=open_work, look=look, now=now, usual=self.usual)
        people = Matching(open_work=open_work, look=look, now=now)
        mapping = CrmMapping(
            open_work=open_work, look=look, now=now, vocabulary=vocabulary, spoken_in=spoken_in
        )
        home: Home[PageWork] = Home(
            open_work=open_work,
            look=look,
            sections=(
                self.waiting,
                *together.first_sections,
                questions.asked,
                *together.sections,
                mine.part,
                people.section,
                *together.company_sections,
                mapping.section,
                company.part,
            ),
            knowledge=(mine.known, people.knowledge, questions.known, *together.knowledge),
            closing=(help_button(),),
        )
        asking = AskByForm(said=self.said, open_work=open_work, look=look)
        unfurling = Unfurling(look=look, now=now)
        features = (home, questions, asking, unfurling, mine, people, mapping, company)
        return merged(one.routes() for one in features), {"home.card": home.draw}
