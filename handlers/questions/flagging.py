"""The way from a lead on one of the questions' cards to a flag on it."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.lead import Lead
from handlers.message import Button, Tone, values
from handlers.phrase import say


def flag_button(lead: Lead) -> Button:
    """Offer to say what is wrong, or right, with a lead."""
    return Button(
        label=say("flags-button"),
        does="flags.start",
        values=values(lead=lead.id),
        opens=True,
        tone=Tone.QUIET,
        hint=say("flags-button-hint", lead=lead.label),
    )


def flag_one_button(leads: Iterable[Lead]) -> Button:
    """Offer to flag one of a few leads; the form asks which."""
    return Button(
        label=say("flags-button"),
        does="flags.start",
        values=values(leads=",".join(str(lead.id) for lead in leads)),
        opens=True,
        tone=Tone.QUIET,
    )
