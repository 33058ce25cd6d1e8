"""What a link to a lead in the CRM unfolds to: the lead's fate, without its owner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.interaction import Interaction, Nothing, Reply, Routes, Show
from handlers.lead import Lead, LeadId
from handlers.leads.references import ids_in_link
from handlers.leads.understanding import Kind
from handlers.message import Buttons, Card, Facts
from handlers.phrase import Phrase, say, verbatim
from handlers.questions.cards import known_from, moment_text, outcome_text
from handlers.questions.flagging import flag_button
from handlers.questions.model import Row
from handlers.questions.work import Look, QuestionWork, rows_of
from handlers.work import Now

LONGEST_LINK = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfurling:
    """Knows leads by the links of their pages."""

    look: Look
    now: Now

    def routes(self) -> Routes:
        """Tell which interactions are answered here."""
        return {"leads.unfurl": self.unfurl}

    def unfurl(self, asked: Interaction) -> Reply:
        """Show the one lead that a link means; nothing where it means none, or several."""
        with self.look() as work:
            work.people.get(asked.actor)
            found = _meant(work, asked.values.get("link", ""))
            rows = rows_of(work, found, Kind.OUTCOME) if len(found) == 1 else ()
        return Show(lead_card(rows[0], self.now())) if rows else Nothing()


def _meant(work: QuestionWork, link: str) -> Sequence[LeadId]:
    if len(link) > LONGEST_LINK:
        return ()
    found = work.leads.by_external_ids(ids_in_link(link))
    return list({lead.id for leads in found.values() for lead in leads})


def lead_card(row: Row, at: datetime) -> Card:
    """Tell what became of one lead, how that is known and how long ago; nobody is named."""
    facts = [
        (say("questions-column-outcome"), outcome_text(row)),
        (say("questions-column-known-from"), known_from(row, at)),
        *_about(row.lead),
    ]
    return Card(
        title=verbatim(row.lead.label),
        blocks=(Facts(tuple(facts)), Buttons((flag_button(row.lead),))),
    )


def _about(lead: Lead) -> list[tuple[Phrase, Phrase]]:
    facts: list[tuple[Phrase, Phrase]] = []
    if lead.campaign or lead.source:
        came_from = verbatim(lead.campaign or lead.source)
        facts.append((say("questions-column-campaign"), came_from))
    if lead.last_touch_at is not None:
        facts.append((say("questions-column-last-touch"), moment_text(lead.last_touch_at)))
    return facts
