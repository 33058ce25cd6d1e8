"""A finding as marketing's channel sees it, its form, and the leads it is about. Nobody is named."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from handlers.flags.model import (
    Finding,
    FindingState,
    Flag,
    FlagReason,
    Kind,
    On,
    Rates,
    Step,
)
from handlers.flags.proportion import (
    FEWEST_LEADS,
    percent,
    rough_share_text,
    share_text,
    wilson,
)
from handlers.flags.reasons import reason_text
from handlers.flags.triage_forms import DAY, LONGEST_WORDS, REMEDY, WORDS, remedy_options
from handlers.message import (
    Block,
    Button,
    Buttons,
    Card,
    Chart,
    ChartKind,
    Choice,
    Day,
    Field,
    Form,
    Items,
    LongText,
    Note,
    Option,
    Paragraph,
    Point,
    Tone,
    values,
)
from handlers.phrase import Phrase, say
from handlers.working_time import WorkingHours

DECISION = "decision"
DECISIONS = (Step.ACCEPT, Step.DECLINE)

MOST_LISTED = 20
"""Leads that are named, the newest flags first."""


def finding_card(finding: Finding, reason: FlagReason, hours: WorkingHours) -> Card:
    """Show what flags have in common, how its leads fare, and what can be decided."""
    blocks: list[Block] = [Note(_standing(finding, hours))]
    if not finding.flags:
        blocks.append(Note(say("findings-all-withdrawn")))
    blocks += [*_said(finding, reason), *_figures(finding, hours), _buttons(finding, reason)]
    return Card(title=title(finding, reason), blocks=tuple(blocks))


def title(finding: Finding, reason: FlagReason) -> Phrase:
    """Name a finding: the reason, how many flags, and what they have in common."""
    name = say(
        f"findings-title-{finding.subject.on}",
        reason=reason_text(reason),
        name=finding.subject.name,
        count=finding.flags,
    )
    return say("findings-works", finding=name) if reason.kind is Kind.PRAISE else name


def _standing(finding: Finding, hours: WorkingHours) -> Phrase:
    at = finding.decided_at or finding.opened_at
    return say(f"findings-standing-{finding.state}", day=hours.day_of(at))


def _said(finding: Finding, reason: FlagReason) -> tuple[Block, ...]:
    if not finding.state.is_decided:
        return ()
    which = "praise" if reason.kind is Kind.PRAISE else finding.state.value
    return (Paragraph(say(f"findings-said-{which}", words=finding.words)),)


# How its leads fare


def _figures(finding: Finding, hours: WorkingHours) -> tuple[Block, ...]:
    """Set the share of promising leads beside the one elsewhere, if there are enough of them."""
    rates = finding.rates
    if rates is None:
        return () if finding.state.is_decided else (Note(say("findings-not-counted")),)
    of = _object(finding, rates)
    if min(rates.leads, rates.leads_elsewhere) < FEWEST_LEADS:
        return (Note(say("findings-few-leads", object=of, fewest=FEWEST_LEADS)),)
    elsewhere = say(
        "findings-elsewhere", percent=_percent(rates.promising_elsewhere, rates.leads_elsewhere)
    )
    key = "findings-rates-met" if finding.subject.on is On.CRITERION else "findings-rates"
    return (
        Paragraph(say(key, object=of, share=_share(finding, rates), elsewhere=elsewhere)),
        *((Note(say("findings-may-be-chance")),) if _may_be_chance(rates) else ()),
        _chart(finding, rates, of),
        Note(say("findings-help", day=hours.day_of(rates.counted_at), fewest=FEWEST_LEADS)),
    )


def _share(finding: Finding, rates: Rates) -> Phrase:
    """Give exact figures of campaigns only: a lead has one, so no two of them overlap."""
    told = share_text if finding.subject.on is On.CAMPAIGN else rough_share_text
    return told(rates.promising, rates.leads)


def _object(finding: Finding, rates: Rates) -> Phrase:
    """Name whose leads were counted, and since when."""
    return say(
        f"findings-object-{finding.subject.on}", name=finding.subject.name, since=rates.since
    )


def _may_be_chance(rates: Rates) -> bool:
    """Tell whether the two shares' intervals overlap."""
    low, high = wilson(rates.promising, rates.leads)
    low_elsewhere, high_elsewhere = wilson(rates.promising_elsewhere, rates.leads_elsewhere)
    return low <= high_elsewhere and low_elsewhere <= high


def _chart(finding: Finding, rates: Rates, of: Phrase) -> Chart:
    on = finding.subject.on
    here = _percent(rates.promising, rates.leads)
    there = _percent(rates.promising_elsewhere, rates.leads_elsewhere)
    return Chart(
        kind=ChartKind.BARS,
        title=say("findings-chart", object=of),
        points=(
            Point(say(f"findings-here-{on}"), here, Tone.PRIMARY),
            Point(say(f"findings-there-{on}"), there, Tone.QUIET),
        ),
    )


def _percent(hits: int, of: int) -> int:
    return percent(hits / of)


# What can be done


def _buttons(finding: Finding, reason: FlagReason) -> Buttons:
    offered: list[Button] = []
    is_praise = reason.kind is Kind.PRAISE
    if not finding.state.is_decided:
        offered.append(_decide_button(finding, is_praise=is_praise))
    if finding.state is FindingState.OPEN and not is_praise:
        offered.append(_meeting_button(finding))
    which = Button(
        label=say("findings-which"),
        does="findings.flags",
        values=values(finding=finding.id),
        tone=Tone.QUIET,
    )
    return Buttons((*offered, which))


def _decide_button(finding: Finding, *, is_praise: bool) -> Button:
    return Button(
        label=say("findings-decide-praise" if is_praise else "findings-decide"),
        does="findings.decide",
        values=values(finding=finding.id, version=finding.version),
        opens=True,
        tone=Tone.PRIMARY,
    )


def _meeting_button(finding: Finding) -> Button:
    return Button(
        label=say("triage-button-to-meeting"),
        does="findings.to-meeting",
        values=values(finding=finding.id, version=finding.version),
    )


def decide_form(finding: Finding, reason: FlagReason, *, today: date) -> Form:
    """Ask what changes and where, or why nothing does; of praise what marketing makes of it."""
    is_praise = reason.kind is Kind.PRAISE
    words = LongText(
        name=WORDS,
        label=say("findings-words-praise" if is_praise else "findings-words"),
        hint=say("findings-words-hint"),
        longest=LONGEST_WORDS,
    )
    return Form(
        name="findings.decided",
        title=say("findings-form"),
        fields=(words,) if is_praise else _choices(words, reason, today),
        submit=say("findings-submit"),
        keep=values(finding=finding.id, version=finding.version),
        intro=(Note(title(finding, reason)), Note(say("findings-alike"))),
    )


def _choices(words: LongText, reason: FlagReason, today: date) -> tuple[Field, ...]:
    decision = Choice(
        name=DECISION,
        label=say("findings-decision"),
        options=decision_options(),
        value=Step.ACCEPT.value,
    )
    remedy = Choice(
        name=REMEDY,
        label=say("triage-remedy"),
        options=remedy_options(),
        value=reason.remedy.value,
    )
    due = Day(name=DAY, label=say("triage-due-label"), earliest=today, required=False)
    return (decision, words, remedy, due)


def decision_options() -> tuple[Option, ...]:
    """List what can be decided about a finding."""
    return tuple(Option(step.value, say(f"findings-decision-{step}")) for step in DECISIONS)


def flags_card(finding: Finding, reason: FlagReason, flags: Sequence[Flag]) -> Card:
    """List the leads that a finding's newest flags are about, and how far each flag has come."""
    lines = [
        say("findings-line", lead=flag.lead_label, state=say(f"triage-state-{flag.state}"))
        for flag in flags
    ]
    if finding.flags > len(flags):
        lines.append(say("triage-more", count=finding.flags - len(flags)))
    blocks: tuple[Block, ...] = (Items(tuple(lines)),) if lines else ()
    return Card(
        title=title(finding, reason), blocks=blocks or (Note(say("findings-all-withdrawn")),)
    )
