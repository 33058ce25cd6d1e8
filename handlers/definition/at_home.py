"""The definition's part of a person's page."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from handlers.definition.cards import propose_button, show_button, versions_button
from handlers.definition.judging import fields_gone
from handlers.definition.model import Version
from handlers.definition.rights import current, signing_side
from handlers.definition.wording import field_name, proposal_text
from handlers.definition.work import DefinitionWork
from handlers.message import Block, Button, Buttons, Heading, Note, Paragraph, Tone
from handlers.people import Person, Role
from handlers.phrase import say

MOST_WAITING = 3
"""Proposals that a page asks a signature for; the channels show them all."""


@dataclass(frozen=True, slots=True)
class DefinitionAtHome:
    """Tells everybody what was agreed, heads what waits for them, and administrators what is broken."""

    def section(self, work: DefinitionWork, person: Person) -> tuple[Block, ...]:
        """Give the page its part."""
        version = current(work)
        side = signing_side(work, person)
        waiting = [
            one
            for one in (work.definitions.proposed() if side else ())
            if side is not None and one.signed_by(side) is None
        ]
        gone: Collection[str] = ()
        if version is not None and person.role is Role.ADMINISTRATOR:
            gone = fields_gone(work, version)
        return definition_part(version, waiting, gone)


def definition_part(
    version: Version | None, waiting: Sequence[Version], gone: Collection[str] = ()
) -> tuple[Block, ...]:
    """Draw the part; `waiting` are the proposals that this person may sign."""
    blocks: list[Block] = [Heading(say("definition-home-title"))]
    if version is None or version.in_force_from is None:
        blocks.append(Note(say("definition-none")))
    else:
        line = say(
            "definition-home-line",
            number=version.number,
            count=len(version.criteria),
            since=version.in_force_from,
        )
        blocks.append(Note(line))
    if gone:
        fields = tuple(field_name(field) for field in sorted(gone))
        blocks.append(Note(say("definition-home-broken", fields=fields), Tone.WARN))
    show = Button(label=say("definition-show"), does="definition.show")
    blocks.append(Buttons((show, propose_button(), versions_button())))
    for one in waiting[:MOST_WAITING]:
        blocks += [
            Paragraph(say("definition-waiting", proposal=proposal_text(one))),
            Buttons((show_button(one),)),
        ]
    return tuple(blocks)
