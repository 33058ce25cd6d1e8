"""Every form and card around a new flag with invented leads in it, for the gallery and the snapshots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from handlers.definition.model import Criterion, CriterionId, Fit, Verdict
from handlers.flags.at_home import desk_part, mine_part
from handlers.flags.clock import started
from handlers.flags.company_reasons import list_form, one_form, reasons_part
from handlers.flags.fitting import Situation
from handlers.flags.forms import Draft, first_form, gentle_form, reason_form
from handlers.flags.model import (
    Change,
    Flag,
    FlagId,
    FlagReason,
    Kind,
    ReasonKey,
    Remedy,
    State,
)
from handlers.flags.notices import desk_card, mine_card, offer_card, raised_card
from handlers.flags.reasons import catalogue
from handlers.flags.shown import Worked
from handlers.flags.wording.gentler import gentler
from handlers.lead import Lead, LeadId
from handlers.message import Block, Example
from handlers.people import PersonId
from handlers.working_time import WorkingHours

NOW = datetime(2026, 11, 16, 14, 40, tzinfo=UTC)
TODAY = date(2026, 11, 16)
HOURS = WorkingHours(zone="Europe/Warsaw")
SEEN = "Marketing always sends garbage. The address is a school's."

OWN = FlagReason(
    key=ReasonKey("own-fair"),
    kind=Kind.REJECT,
    remedy=Remedy.TARGETING,
    label="came only for the raffle",
    crm_value="Raffle",
    first=False,
)
KNOWN = catalogue([OWN])
LEADS = tuple(
    Lead(
        id=LeadId(number),
        system="hubspot",
        external_id=str(1000 + number),
        name=name,
        company=company,
        campaign="Spring webinar",
        imported_at=NOW,
    )
    for number, (name, company) in enumerate(
        (("Lukas Müller", "Vertex Foods"), ("Ana Silva", "Baltic Wind"), ("王芳", "Delta Retail")),
        1,
    )
)
SITUATION = Situation(
    lead=LEADS[0],
    fit=Fit(
        version=2,
        verdicts=(
            (Criterion(id=CriterionId("size"), words="50 people or more"), Verdict.MET),
            (Criterion(id=CriterionId("role"), words="Buys or decides"), Verdict.MISSED),
            (Criterion(id=CriterionId("need"), words="Has a need this year"), Verdict.UNKNOWN),
        ),
    ),
    worked=Worked(delay=timedelta(hours=2, minutes=30), touched=True, attempts=2),
    with_colleague=False,
)


def raising_examples() -> Sequence[Example]:
    """List them all, in the order in which somebody meets them."""
    return (*_first_steps(), *_reasons(), *_answers(), *_for_administrators())


def _first_steps() -> Sequence[Example]:
    return (
        Example("flags-first", first_form(LEADS[:1])),
        Example("flags-first-several", first_form(LEADS, left_out=3)),
        Example("flags-first-words", first_form([])),
        Example("flags-offer", offer_card(LEADS)),
        Example("flags-offer-many", offer_card(LEADS * 2)),
        Example("flags-offer-none", offer_card([])),
    )


def _reasons() -> Sequence[Example]:
    forms = {
        kind: reason_form(SITUATION, Draft(kind=kind), known=KNOWN, today=TODAY) for kind in Kind
    }
    every = reason_form(_standing(), Draft(kind=Kind.REJECT), known=KNOWN, today=TODAY, every=True)
    draft = Draft(kind=Kind.REJECT, reason="student", seen=SEEN)
    found = {name: one for name, one in {"seen": gentler(SEEN)}.items() if one is not None}
    return (
        *(Example(f"flags-reason-{kind}", form) for kind, form in forms.items()),
        Example("flags-reason-every", every),
        Example(
            "flags-gentle",
            gentle_form(LEADS[0], draft, found=found, known=KNOWN, today=TODAY),
        ),
    )


def _standing() -> Situation:
    flag, reason = _flags()[0], KNOWN[0]
    return replace(
        SITUATION,
        fit=None,
        worked=Worked(delay=None, touched=False, attempts=0),
        with_colleague=True,
        standing=((flag, reason),),
    )


def _answers() -> Sequence[Example]:
    flags = _flags()
    reasons = {flag.id: _reason(flag) for flag in flags}
    praise = replace(flags[0], kind=Kind.PRAISE, decide_by=None)
    return (
        Example("flags-raised", raised_card(flags[0], _reason(flags[0]), HOURS)),
        Example("flags-praised", raised_card(praise, _reason(flags[0]), HOURS)),
        Example("flags-mine", mine_card(flags, reasons)),
        Example("flags-mine-none", mine_card([], {})),
        Example("flags-desk", desk_card(flags[:2], reasons, count=14, hours=HOURS)),
    )


def _for_administrators() -> Sequence[Example]:
    new = FlagReason(key=ReasonKey(""), kind=Kind.REJECT, remedy=Remedy.NOTHING, first=False)
    return (
        Example("flags-reasons", list_form(KNOWN)),
        Example("flags-reason-shipped", one_form(KNOWN[0])),
        Example("flags-reason-own", one_form(OWN)),
        Example("flags-reason-new", one_form(new)),
        Example("flags-reason-other", one_form(KNOWN[-1])),
    )


def _reason(flag: Flag) -> FlagReason:
    return next(one for one in KNOWN if one.key == flag.reason)


def _flags() -> Sequence[Flag]:
    """Show one that is new, one that waits for the rep, and one that was mended."""
    flag = Flag(
        id=FlagId("flag-1"),
        lead=LEADS[0].id,
        lead_label=LEADS[0].label,
        by=PersonId("piotr"),
        kind=Kind.REJECT,
        reason=ReasonKey("not-the-role"),
        raised_at=NOW,
    )
    raised = started(flag, NOW, HOURS)
    asked = replace(
        raised,
        id=FlagId("flag-2"),
        lead_label=LEADS[1].label,
        reason=ReasonKey("own-fair"),
        state=State.NEEDS_MORE,
        decide_by=None,
    )
    change = Change(what="The form asks for the role.", remedy=Remedy.DATA, done_at=NOW)
    done = replace(
        raised,
        id=FlagId("flag-3"),
        lead_label=LEADS[2].label,
        reason=ReasonKey("student"),
        state=State.DONE,
        decided_at=NOW,
        change=change,
    )
    return (raised, asked, done)


# On a person's page


def mine_example() -> tuple[Block, ...]:
    """Show a rep with three flags."""
    flags = _flags()
    return mine_part(flags, {flag.id: _reason(flag) for flag in flags})


def mine_none_example() -> tuple[Block, ...]:
    """Show a rep who raised none yet."""
    return mine_part([], {})


def desk_example(count: int = 14) -> tuple[Block, ...]:
    """Show somebody who decides."""
    return desk_part(count)


def reasons_example() -> tuple[Block, ...]:
    """Show an administrator."""
    return reasons_part(KNOWN)
