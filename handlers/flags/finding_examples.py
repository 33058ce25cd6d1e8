"""Every card and form of findings with invented leads in it, for the gallery and the snapshots."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from handlers.flags.finding_cards import decide_form, finding_card, flags_card
from handlers.flags.model import (
    Finding,
    FindingId,
    FindingState,
    Flag,
    FlagId,
    FlagReason,
    Kind,
    On,
    Rates,
    ReasonKey,
    Remedy,
    State,
    Subject,
)
from handlers.message import Example
from handlers.people import PersonId
from handlers.working_time import WorkingHours

NOW = datetime(2026, 11, 16, 14, 40, tzinfo=UTC)
HOURS = WorkingHours(zone="Europe/Warsaw")
REASON = FlagReason(key=ReasonKey("outside-target"), kind=Kind.REJECT, remedy=Remedy.TARGETING)
PRAISE = FlagReason(key=ReasonKey("right-role"), kind=Kind.PRAISE, remedy=Remedy.NOTHING)
RATES = Rates(
    since=date(2026, 8, 18),
    promising=3,
    leads=40,
    promising_elsewhere=372,
    leads_elsewhere=1_200,
    counted_at=NOW,
)
OPEN = Finding(
    id=FindingId("finding"),
    reason=REASON.key,
    subject=Subject(On.CAMPAIGN, "1", "Spring webinar"),
    flags=5,
    opened_at=NOW - timedelta(days=2),
    rates=RATES,
)
CRITERION = Subject(On.CRITERION, "criterion", "At least 50 people")
LEADS = (
    ("Anna Nowak · Acme", State.RAISED),
    ("Jan Kowalski · Globex", State.ACCEPTED),
    ("Mei Chen · Polar Freight", State.NEEDS_MORE),
)


def finding_examples() -> tuple[Example, ...]:
    """List them all, in the order in which people meet them."""
    return (
        *(
            Example(f"findings-{name}", finding_card(finding, reason, HOURS))
            for name, finding, reason in _cards()
        ),
        Example("findings-decide", decide_form(OPEN, REASON, today=NOW.date())),
        Example("findings-decide-praise", decide_form(OPEN, PRAISE, today=NOW.date())),
        Example("findings-flags", flags_card(OPEN, REASON, _flags())),
    )


def _cards() -> tuple[tuple[str, Finding, FlagReason], ...]:
    few = replace(RATES, promising=1, leads=4)
    alike = replace(RATES, promising=11, leads=40)
    source = Subject(On.SOURCE, "Search ads", "Search ads")
    decided = replace(OPEN, version=2, decided_at=NOW)
    return (
        ("new", replace(OPEN, flags=3, rates=None), REASON),
        ("open", OPEN, REASON),
        ("thin", replace(OPEN, rates=few), REASON),
        ("chance", replace(OPEN, subject=source, rates=alike), REASON),
        ("criterion", replace(OPEN, subject=CRITERION), REASON),
        ("for-meeting", replace(OPEN, state=FindingState.FOR_MEETING, version=2), REASON),
        (
            "accepted",
            replace(
                decided, state=FindingState.ACCEPTED, words="The form asks for the company’s size."
            ),
            REASON,
        ),
        (
            "declined",
            replace(
                decided, state=FindingState.DECLINED, words="Small companies are this year’s aim."
            ),
            REASON,
        ),
        (
            "praise",
            replace(OPEN, reason=PRAISE.key, rates=replace(RATES, promising=31, leads=40)),
            PRAISE,
        ),
    )


def _flags() -> tuple[Flag, ...]:
    return tuple(
        Flag(
            id=FlagId(f"flag-{number}"),
            lead=None,
            lead_label=lead,
            by=PersonId("piotr"),
            kind=Kind.REJECT,
            reason=REASON.key,
            state=state,
            raised_at=NOW,
        )
        for number, (lead, state) in enumerate(LEADS)
    )
