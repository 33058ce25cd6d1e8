"""The whole answer as a table, for a file."""

from __future__ import annotations

from datetime import datetime, timedelta

from handlers.leads.worked import is_bare_date
from handlers.message import Sheet
from handlers.phrase import Phrase, say, verbatim
from handlers.questions.cards import Shown, headline
from handlers.questions.model import Row, summed


def sheet(shown: Shown) -> Sheet:
    """Give the whole answer as a table."""
    columns = (
        "lead",
        "company",
        "email",
        "crm-id",
        "campaign",
        "outcome",
        "reason",
        "look-again",
        "first-touch",
        "business-hours",
        "last-touch",
        "next-step",
        "known-from",
        "as-of",
    )
    return Sheet(
        title=headline(summed(shown.rows)),
        name=f"leads-{shown.at:%Y-%m-%d}",
        columns=tuple(say(f"questions-column-{name}") for name in columns),
        rows=tuple(_sheet_row(row, shown.delays.get(row.lead.id)) for row in shown.rows),
    )


def _sheet_row(row: Row, delay: timedelta | None) -> tuple[Phrase, ...]:
    lead = row.lead
    hours = None if delay is None else f"{delay / timedelta(hours=1):.1f}"
    return (
        verbatim(lead.name),
        verbatim(lead.company),
        verbatim(lead.email),
        verbatim(lead.external_id),
        verbatim(lead.campaign),
        say(f"outcome-{row.outcome}"),
        verbatim("") if row.reason is None else say(f"reason-{row.reason}"),
        verbatim("" if row.look_again_on is None else row.look_again_on.isoformat()),
        verbatim(_iso(lead.first_touch_at)),
        verbatim(hours or ""),
        verbatim(_iso(lead.last_touch_at)),
        verbatim(lead.next_step),
        say(f"provenance-{row.provenance}"),
        verbatim(_iso(row.as_of)),
    )


def _iso(at: datetime | None) -> str:
    if at is None:
        return ""
    return at.date().isoformat() if is_bare_date(at) else at.isoformat(timespec="seconds")
