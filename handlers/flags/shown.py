"""All that a flag's card is drawn from, gathered in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from handlers.definition.judging import fit_of
from handlers.definition.model import Fit
from handlers.definition.wording import Labels
from handlers.flags.effects import effect_of, is_due
from handlers.flags.model import Effect, Flag, FlagReason, Stepped
from handlers.flags.reasons import known_reasons, reason_in, reason_text
from handlers.flags.work import FlagWork
from handlers.lead import Lead
from handlers.leads.worked import working_delay
from handlers.phrase import Phrase
from handlers.working_time import WorkingHours


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """What sales did with a lead so far."""

    delay: timedelta | None
    """Business hours from hand-over to first touch; None where the CRM does not tell."""
    touched: bool
    attempts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFlag:
    """All that a flag's card is drawn from."""

    flag: Flag
    reason: FlagReason
    lead: Lead | None
    """As the CRM has it now; None once it is gone."""
    fit: Fit | None
    """None where no definition was in force on the lead's day, or where the lead is gone."""
    worked: Worked | None
    """None once the lead is gone."""
    trail: Sequence[Stepped]
    effect: Effect | None
    """What the change did, once it is four weeks old."""
    hours: WorkingHours
    """Marketing's, in which its clock runs."""
    at: datetime
    labels: Labels = field(default_factory=dict[str, Phrase])
    """What the company calls the reasons, by which a drafted criterion is said."""


def shown_flag(work: FlagWork, flag: Flag, *, hours: WorkingHours, at: datetime) -> ShownFlag:
    """Gather a flag with its lead's newest facts."""
    lead = None if flag.lead is None else work.leads.by_ids([flag.lead]).get(flag.lead)
    known = known_reasons(work)
    return ShownFlag(
        flag=flag,
        reason=reason_in(known, flag),
        lead=lead,
        fit=None if lead is None else fit_of(work, lead),
        worked=None if lead is None else worked_on(work, lead, hours),
        trail=work.flags.trail(flag.id),
        effect=effect_of(work, flag) if is_due(flag, at) else None,
        hours=hours,
        at=at,
        labels={one.key: reason_text(one) for one in known},
    )


def worked_on(work: FlagWork, lead: Lead, hours: WorkingHours) -> Worked:
    """Count in the owner's hours where the owner is known, else in the team's."""
    owners = () if lead.owner is None else (lead.owner,)
    kept = next((one.hours for one in work.people.behind(owners).values()), hours)
    return Worked(
        delay=working_delay(lead, kept),
        touched=lead.first_touch_at is not None,
        attempts=len(work.leads.touches(lead.id)),
    )
