"""The short messages around a flag: thanks, the leads that were meant, one's own flags, marketing's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from handlers.flags.model import Flag, FlagId, FlagReason, Kind
from handlers.flags.reasons import reason_text
from handlers.lead import Lead
from handlers.message import (
    MOST_BUTTONS,
    Block,
    Button,
    Buttons,
    Card,
    Note,
    Paragraph,
    Tone,
    values,
)
from handlers.phrase import Phrase, say, verbatim
from handlers.working_time import WorkingHours


def raised_card(flag: Flag, reason: FlagReason, hours: WorkingHours) -> Card:
    """Thank for a flag, and say what happens next and by when; `hours` are marketing's."""
    about = Paragraph(say("flags-about-reason", lead=flag.lead_label, reason=reason_text(reason)))
    if flag.kind is Kind.PRAISE or flag.decide_by is None:
        return Card(title=say("flags-praised"), blocks=(about, Note(say("flags-praised-next"))))
    by = hours.day_of(flag.decide_by)
    return Card(title=say("flags-raised"), blocks=(about, Note(say("flags-raised-next", day=by))))


def offer_card(leads: Sequence[Lead]) -> Card:
    """Offer a button that opens the form: one for each of a few leads, else one for all of them."""
    if not leads:
        return Card(title=say("flags-offer-none"), blocks=(Buttons((flag_button(),)),))
    title = say("flags-offer", count=len(leads))
    if len(leads) > MOST_BUTTONS:
        ids = ",".join(str(lead.id) for lead in leads)
        pick = Button(
            label=say("flags-button"), does="flags.start", values=values(leads=ids), opens=True
        )
        return Card(title=title, blocks=(Buttons((pick,)),))
    return Card(title=title, blocks=(Buttons(tuple(map(_lead_button, leads))),))


def _lead_button(lead: Lead) -> Button:
    return Button(
        label=verbatim(lead.label),
        does="flags.start",
        values=values(lead=lead.id),
        opens=True,
        hint=say("flags-button-hint", lead=lead.label),
    )


def flag_button() -> Button:
    """Offer to flag a lead that is named in the form."""
    return Button(label=say("flags-button"), does="flags.start", opens=True)


# One's own, and marketing's


def mine_card(flags: Sequence[Flag], reasons: Mapping[FlagId, FlagReason]) -> Card:
    """List somebody's own flags and what became of them."""
    blocks: list[Block] = []
    for flag in flags:
        blocks += [Paragraph(line_text(flag, reasons[flag.id])), Note(own_state_text(flag))]
    if not flags:
        blocks.append(Note(say("flags-mine-none")))
    return Card(title=say("flags-mine"), blocks=(*blocks, Buttons((flag_button(),))))


def line_text(flag: Flag, reason: FlagReason) -> Phrase:
    """Name a flag by its lead and its reason."""
    return say("flags-about-reason", lead=flag.lead_label, reason=reason_text(reason))


def own_state_text(flag: Flag) -> Phrase:
    """Say how far one's own flag has come, and what changes."""
    state = say(f"triage-state-{flag.state}")
    if flag.change is not None and not flag.state.is_undecided:
        return say("flags-state-change", state=state, what=flag.change.what)
    return say("flags-state-raised", state=state, day=flag.raised_at.date())


def desk_card(
    flags: Sequence[Flag],
    reasons: Mapping[FlagId, FlagReason],
    *,
    count: int,
    hours: WorkingHours,
) -> Card:
    """List for marketing what waits for a decision, the most pressing first; nobody is named."""
    blocks: list[Block] = []
    for flag in flags:
        again = Button(
            label=say("flags-again"),
            does="flags.again",
            values=values(flag=flag.id),
            tone=Tone.QUIET,
            hint=say("flags-again-hint", lead=flag.lead_label),
        )
        blocks += [
            Paragraph(line_text(flag, reasons[flag.id])),
            Note(due_text(flag, hours)),
            Buttons((again,)),
        ]
    if count > len(flags):
        blocks.append(Note(say("flags-desk-more", count=count - len(flags))))
    return Card(title=say("flags-desk", count=count), blocks=tuple(blocks))


def due_text(flag: Flag, hours: WorkingHours) -> Phrase:
    """Say how far a flag has come and by which day it should be decided."""
    state = say(f"triage-state-{flag.state}")
    if flag.decide_by is None:
        return state
    return say("flags-due", state=state, day=hours.day_of(flag.decide_by))
