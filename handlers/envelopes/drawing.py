"""Draws an envelope, and the rows that wait on a person's own page, from every feature's part."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Generic

from handlers.envelope import Drawn, EnvelopeId, Slip, W
from handlers.errors import NotFound
from handlers.message import Block, Card, Heading, Note
from handlers.people import Person, Role
from handlers.phrase import Phrase, say
from handlers.work import Now


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing(Generic[W]):
    """Knows how every feature draws its rows."""

    look: Callable[[], W]
    now: Now
    slips: Sequence[Slip[W]]
    """In the order in which a card shows them."""

    def draw(self, envelope: str) -> Card | None:
        """Draw an envelope as it is now."""
        with self.look() as work:
            return self.card(work, EnvelopeId(envelope))

    def card(self, work: W, envelope: EnvelopeId, wide: str = "") -> Card | None:
        """Draw an envelope, with one row of it widened; nothing where all its rows have left."""
        try:
            found = work.envelopes.get(envelope)
        except NotFound:
            return None
        person, at = work.people.get(found.person), self.now()
        return envelope_card([slip.drawn(work, envelope, person, at, wide) for slip in self.slips])

    def section(self, work: W, person: Person) -> tuple[Block, ...]:
        """Draw what waits for somebody's word, for their own page."""
        at = self.now()
        parts = [slip.on_page(work, person, at) for slip in self.slips]
        return page_part(parts) if person.role is Role.REP or _waiting(parts) else ()


def envelope_card(parts: Sequence[Drawn]) -> Card | None:
    """Put the features' rows into one card."""
    blocks = _blocks(parts)
    if not blocks:
        return None
    footing = _help(parts) if _waiting(parts) else say("envelopes-thanks")
    return Card(title=_title(parts), blocks=(*blocks, Note(footing)))


def page_part(parts: Sequence[Drawn]) -> tuple[Block, ...]:
    """Put the features' rows onto somebody's own page."""
    if not _waiting(parts):
        return (Heading(say("envelopes-home-none-title")), Note(say("envelopes-home-none")))
    return (Heading(_title(parts)), *_blocks(parts), Note(_help(parts)))


def _title(parts: Sequence[Drawn]) -> Phrase:
    """Call a card as the one feature does whose rows wait, else by the number of its rows."""
    waiting = [part for part in parts if part.waiting]
    if len(waiting) == 1 and waiting[0].title is not None:
        return waiting[0].title
    if waiting:
        return say("envelopes-title", count=_waiting(parts))
    done = sum(part.done for part in parts)
    return say("envelopes-done", count=done) if done else say("envelopes-over")


def _help(parts: Sequence[Drawn]) -> Phrase:
    """Say how to answer, as the one feature does whose rows wait."""
    waiting = [part for part in parts if part.waiting]
    alone = waiting[0].help if len(waiting) == 1 else None
    return alone or say("envelopes-help")


def _waiting(parts: Sequence[Drawn]) -> int:
    return sum(part.waiting for part in parts)


def _blocks(parts: Sequence[Drawn]) -> tuple[Block, ...]:
    return tuple(chain.from_iterable(part.blocks for part in parts))
