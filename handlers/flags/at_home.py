"""Flags on a person's own page: what became of one's own, and for marketing what waits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handlers.errors import Refused
from handlers.flags.model import Flag, FlagId, FlagReason
from handlers.flags.notices import desk_card, flag_button, line_text, mine_card, own_state_text
from handlers.flags.reasons import reasons_of
from handlers.flags.work import FlagWork, Look, OpenWork, flag_view
from handlers.interaction import Interaction, Reply, Routes, Whisper, whisper
from handlers.message import Block, Button, Buttons, Heading, Note, Paragraph, Tone
from handlers.people import Person, Place, Role, Side
from handlers.phrase import Phrase, say
from handlers.working_time import WorkingHours

MOST_AT_HOME = 3
"""Of one's own flags on the page."""

MOST_LISTED = 10
"""In one card."""

_MANAGING = frozenset({Role.MANAGER, Role.ADMINISTRATOR})


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagsAtHome:
    """The flags' part of a person's page."""

    open_work: OpenWork
    look: Look
    team_hours: WorkingHours
    """Marketing's."""

    def routes(self) -> Routes:
        """Tell which interactions are answered here."""
        return {
            "flags.mine": self.list_mine,
            "flags.desk": self.list_undecided,
            "flags.again": self.send_again,
        }

    def section(self, work: FlagWork, person: Person) -> tuple[Block, ...]:
        """Show a rep what became of their flags, and who decides how many wait."""
        desk = desk_part(work.flags.count_undecided()) if may_decide(person) else ()
        if person.side is Side.MARKETING:
            return desk
        flags = work.flags.raised_by(person.id, MOST_AT_HOME)
        return (*mine_part(flags, reasons_of(work, flags)), *desk)

    def knowledge(self, work: FlagWork, person: Person) -> tuple[Phrase, ...]:
        """Tell that flags are kept with who raised them."""
        newest = work.flags.raised_by(person.id, 1)
        return (say("flags-known", day=newest[0].raised_at.date()),) if newest else ()

    def list_mine(self, asked: Interaction) -> Reply:
        """Show somebody, and nobody else, their own flags."""
        with self.look() as work:
            person = work.people.get(asked.actor)
            flags = work.flags.raised_by(person.id, MOST_LISTED)
            return Whisper(mine_card(flags, reasons_of(work, flags)))

    def list_undecided(self, asked: Interaction) -> Reply:
        """Show who decides what waits for a decision."""
        with self.look() as work:
            _check(work, asked)
            flags = work.flags.undecided(MOST_LISTED)
            card = desk_card(
                flags,
                reasons_of(work, flags),
                count=work.flags.count_undecided(),
                hours=self.team_hours,
            )
        return Whisper(card)

    def send_again(self, asked: Interaction) -> Reply:
        """Bring a flag's live card into the direct message of somebody who decides."""
        with self.open_work(asked.id) as work:
            _check(work, asked)
            flag = work.flags.get(FlagId(asked.values.get("flag", "")))
            work.outbox.show(Place.direct(asked.actor), flag_view(flag.id))
            work.commit()
        return whisper(say("flags-sent-again"))


def may_decide(person: Person) -> bool:
    """Tell whether somebody decides about flags: marketing, managers and administrators do."""
    return person.side is Side.MARKETING or person.role in _MANAGING


def _check(work: FlagWork, asked: Interaction) -> None:
    if not may_decide(work.people.get(asked.actor)):
        raise Refused(say("flags-only-marketing"))


def mine_part(flags: Sequence[Flag], reasons: Mapping[FlagId, FlagReason]) -> tuple[Block, ...]:
    """Show somebody their last flags, and offer to raise one."""
    blocks: list[Block] = [Heading(say("flags-mine"))]
    for flag in flags:
        blocks += [Paragraph(line_text(flag, reasons[flag.id])), Note(own_state_text(flag))]
    if not flags:
        return (*blocks, Note(say("flags-mine-none")), Buttons((flag_button(),)))
    every = Button(label=say("flags-mine-all"), does="flags.mine", tone=Tone.QUIET)
    return (*blocks, Buttons((flag_button(), every)))


def desk_part(count: int) -> tuple[Block, ...]:
    """Say how many flags wait for a decision, and offer to show them."""
    heading = Heading(say("flags-desk-title"))
    if not count:
        return (heading, Note(say("flags-desk-none"), Tone.GOOD))
    show = Button(label=say("flags-desk-show"), does="flags.desk")
    return (heading, Paragraph(say("flags-desk", count=count)), Buttons((show,)))
