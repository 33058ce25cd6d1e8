"""Leads whose owner in the CRM said "not mine": shown to administrators, who can have that mended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.errors import Refused
from handlers.interaction import Interaction, Reply, Routes, Whisper
from handlers.message import Block, Button, Buttons, Card, Items, Note, Tone
from handlers.nudges.work import DisownedLead, Look, NudgeWork
from handlers.people import Person, Role
from handlers.phrase import Phrase, say
from handlers.work import home_view
from handlers.writing.cards import system_text

MOST_SHOWN = 20
"""Leads on the card; the others follow as these leave."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disowned:
    """What administrators see of it: leads, and never who said so."""

    look: Look

    def routes(self) -> Routes:
        """Tell which interactions are answered here."""
        return {"nudges.disowned": self.show}

    def section(self, work: NudgeWork, person: Person) -> tuple[Block, ...]:
        """Tell an administrator how many leads there are, and nothing where there are none."""
        if person.role is not Role.ADMINISTRATOR:
            return ()
        count = work.nudges.count_disowned()
        return disowned_part(count) if count else ()

    def show(self, asked: Interaction) -> Reply:
        """List the leads."""
        with self.look() as work:
            if work.people.get(asked.actor).role is not Role.ADMINISTRATOR:
                raise Refused(say("settings-only-administrators"))
            found = work.nudges.disowned(MOST_SHOWN)
            return Whisper(disowned_card(found, work.nudges.count_disowned()))


def tell_administrators(work: NudgeWork) -> None:
    """Bring their pages up to date."""
    for person in work.people.with_role(Role.ADMINISTRATOR):
        work.outbox.refresh(home_view(person.id))


def disowned_part(count: int) -> tuple[Block, ...]:
    """Say how many leads have an owner who says they are not theirs."""
    look = Button(label=say("nudges-disowned-look"), does="nudges.disowned", tone=Tone.QUIET)
    return (Note(say("nudges-disowned-count", count=count), Tone.WARN), Buttons((look,)))


def disowned_card(found: Sequence[DisownedLead], count: int) -> Card:
    """List the leads, and say how they leave."""
    if not found:
        return Card(say("nudges-disowned-none"), ())
    left = count - len(found)
    blocks: list[Block] = [Items(tuple(_line(one) for one in found))]
    blocks += [Note(say("nudges-disowned-more", count=left))] if left > 0 else []
    blocks.append(Note(say("nudges-disowned-help")))
    return Card(say("nudges-disowned-title"), tuple(blocks))


def _line(one: DisownedLead) -> Phrase:
    return say(
        "nudges-disowned-lead",
        lead=one.lead.label,
        system=system_text(one.lead.system),
        id=one.lead.external_id,
        since=one.since.date(),
    )
