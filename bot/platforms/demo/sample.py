"""What somebody in the demo might write: a question, well written and not, or a flag on a lead."""

from __future__ import annotations

from collections.abc import Sequence

from bot.i18n import Voice
from handlers.lead import Lead
from handlers.phrase import say

LINES = 20
UNKNOWN = "nobody@nowhere.example"


def sample_question(leads: Sequence[Lead], voice: Voice) -> str:
    """Ask about these leads: by address, name or id, and with three lines gone wrong."""
    lines = [_line(number, lead) for number, lead in enumerate(leads[: LINES - 3])]
    wrong = [_misspelt(lead) for lead in leads[LINES - 3 : LINES - 2] if lead.name]
    repeated = lines[:1]
    question = voice.speak(say("demo-sample-question"))
    return "\n".join([f"@Leadloop {question}", *lines, *wrong, UNKNOWN, *repeated])


def sample_flag(lead: Lead, voice: Voice) -> str:
    """Flag this lead, as it would be written to Leadloop."""
    return voice.speak(say("demo-sample-flag", lead=lead.email or lead.external_id))


def _line(number: int, lead: Lead) -> str:
    """Write a lead as people do: mostly its address, sometimes its name or id."""
    by_name = f"{lead.name}, {lead.company}" if lead.name and lead.company else lead.external_id
    address = lead.email or lead.external_id
    ways = (address, address, by_name, lead.external_id)
    return ways[number % len(ways)]


def _misspelt(lead: Lead) -> str:
    first, _, last = lead.name.partition(" ")
    return f"{first} {last[:2]}{last[3:]}, {lead.company}"
