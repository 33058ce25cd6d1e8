"""What an administrator decides about owners in the CRM: who they are, or that they have left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from handlers.errors import NotFound, Refused, Stale
from handlers.interaction import Correct, Handler, Interaction, Open, Reply, Routes, Show, Whisper
from handlers.message import Block
from handlers.people import Owner, OwnerId, Person, PersonId, Role
from handlers.phrase import Phrase, say
from handlers.roster.cards import (
    Done,
    called,
    match_form,
    matched_text,
    undo_button,
    unmatched_card,
    unmatched_part,
)
from handlers.roster.work import Look, OpenWork, RosterWork, reachable
from handlers.work import Now, home_view

MOST_DIGITS = 12
"""Longer numbers are no owner's."""

Decide = Callable[[RosterWork, Interaction, Owner], Done]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """The administrator's screen; who may use it is checked at each press."""

    open_work: OpenWork
    look: Look
    now: Now

    def routes(self) -> Routes:
        """Tell which interactions are answered here."""
        return {
            "people.unmatched": self.show_unmatched,
            "people.match": self.open_match,
            "people.matched": self.match,
            "people.ignore": self._deciding(self._leave),
            "people.restore": self._deciding(_restore),
        }

    def show_unmatched(self, asked: Interaction) -> Reply:
        """List the owners that could not be matched; a turned page takes the place of the last."""
        with self.look() as work:
            _administrator(work, asked)
            card = unmatched_card(work.roster.unmatched(), _page(asked))
        return Show(card) if "page" in asked.values else Whisper(card)

    def open_match(self, asked: Interaction) -> Reply:
        """Ask which person an owner is."""
        with self.look() as work:
            _administrator(work, asked)
            owner = _owner(work, asked)
            listed = {one.owner.id: one for one in work.roster.unmatched()}
        if owner.id not in listed:
            raise Stale(say("people-matched-already", owner=called(owner)))
        return Open(match_form(listed[owner.id], _page(asked)))

    def match(self, asked: Interaction) -> Reply:
        """Take over which person an owner is."""
        try:
            return self._decide(asked, _match)
        except UnknownPerson as unknown:
            return Correct({"person": unknown.phrase})

    def _leave(self, work: RosterWork, asked: Interaction, owner: Owner) -> Done:
        work.roster.leave(owner.id, self.now())
        return Done(say("people-left", owner=called(owner)), undo_button(owner, _page(asked)))

    def _deciding(self, decide: Decide) -> Handler:
        return partial(self._decide, decide=decide)

    def _decide(self, asked: Interaction, decide: Decide) -> Reply:
        """Decide about one owner, and show the rest of the list."""
        with self.open_work(asked.id) as work:
            _administrator(work, asked)
            done = decide(work, asked, _owner(work, asked))
            work.outbox.refresh(home_view(asked.actor))
            work.commit()
        with self.look() as work:  # the list reads every lead, which must hold up no writer
            return Show(unmatched_card(work.roster.unmatched(), _page(asked), done))

    def section(self, work: RosterWork, person: Person) -> tuple[Block, ...]:
        """Give the administrator's home a way to the list, as long as somebody is on it."""
        if person.role is not Role.ADMINISTRATOR:
            return ()
        return unmatched_part(len(work.roster.unmatched()))

    def knowledge(self, work: RosterWork, person: Person) -> tuple[Phrase, ...]:
        """Tell somebody which owners in the CRM Leadloop takes them for."""
        names = [called(owner) for owner in work.roster.owned_by(person.id)]
        return tuple(say("people-known-as", owner=name) for name in names)


class UnknownPerson(NotFound):
    """Nobody has the id that was picked."""


def _match(work: RosterWork, asked: Interaction, owner: Owner) -> Done:
    person = _picked(work, asked)
    if person is None:
        raise UnknownPerson(say("people-pick-unknown"))
    work.roster.match(owner.id, person.id)
    return Done(matched_text(owner, person, reachable=reachable(work, owner.id)))


def _restore(work: RosterWork, asked: Interaction, owner: Owner) -> Done:
    person = _picked(work, asked)
    if person is None:
        work.roster.come_back(owner.id)
    else:
        work.roster.match(owner.id, person.id)
    return Done(say("people-restored", owner=called(owner)))


def _administrator(work: RosterWork, asked: Interaction) -> None:
    if work.people.get(asked.actor).role is not Role.ADMINISTRATOR:
        raise Refused(say("people-only-administrators"))


def _owner(work: RosterWork, asked: Interaction) -> Owner:
    return work.roster.owner(OwnerId(_number(asked.values.get("owner", ""))))


def _picked(work: RosterWork, asked: Interaction) -> Person | None:
    id = PersonId(asked.values.get("person", ""))
    return work.people.by_ids([id]).get(id)


def _page(asked: Interaction) -> int:
    return max(0, _number(asked.values.get("page", "")))


def _number(text: str) -> int:
    """Read a number; -1, which no owner and no page has, for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS else -1
