"""A flag as marketing's channel sees it: what was seen, fit beside work, and what can be decided."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from handlers.definition.model import Fit, Verdict
from handlers.definition.wording import Labels, criterion_words
from handlers.flags.effects import effect_text, is_due
from handlers.flags.model import Change, Flag, Kind, State, Step
from handlers.flags.reasons import reason_text
from handlers.flags.shown import ShownFlag, Worked
from handlers.flags.triage_forms import SENT
from handlers.message import (
    MOST_BUTTONS,
    Block,
    Button,
    Buttons,
    Card,
    Cell,
    Facts,
    Note,
    Paragraph,
    Table,
    Tone,
    values,
)
from handlers.phrase import Phrase, say, verbatim

HOUR = timedelta(hours=1)

_MARKETING = (
    Step.ACKNOWLEDGE,
    Step.ACCEPT,
    Step.ASK,
    Step.TO_MEETING,
    Step.DECLINE,
    Step.FINISH,
    Step.REOPEN,
)
"""What marketing's card offers, in this order, as far as it is possible."""

_TONES = {
    Verdict.MET: Tone.GOOD,
    Verdict.MISSED: Tone.BAD,
    Verdict.UNKNOWN: Tone.QUIET,
    Verdict.BROKEN: Tone.WARN,
}

_ALL = (Step.REOPEN, Step.ASK, Step.ADD)
_QUOTED: Mapping[State, tuple[Step, ...]] = {
    State.RAISED: (),
    State.ACKNOWLEDGED: _ALL,
    State.NEEDS_MORE: (Step.ASK,),
    State.FOR_MEETING: _ALL,
    State.ACCEPTED: (),
    State.DECLINED: (Step.DECLINE,),
    State.DONE: (Step.FINISH,),
    State.REOPENED: (Step.REOPEN,),
    State.WITHDRAWN: (Step.WITHDRAW,),
}
"""Whose newest words a card shows; the history holds them all."""


def flag_card(shown: ShownFlag) -> Card:
    """Show marketing a flag and what can be decided; nobody is named."""
    flag = shown.flag
    title = say(
        "triage-card-title",
        kind=say(f"triage-kind-{flag.kind}"),
        lead=shown.lead.label if shown.lead else flag.lead_label,
        reason=reason_text(shown.reason),
    )
    blocks = (_standing(shown), *_facts(shown), *_halves(shown), *_said(shown), *_bars(flag))
    return Card(title=title, blocks=blocks)


# How it stands


def _standing(shown: ShownFlag) -> Note:
    """Say the state, and by when marketing decides or when it did."""
    flag = shown.flag
    state = say(f"triage-state-{flag.state}")
    if flag.kind is Kind.PRAISE:
        return Note(say("triage-thanked") if flag.state is State.DONE else state)
    if flag.state is State.NEEDS_MORE:
        return Note(say("triage-standing-asked", state=state))
    if not flag.state.is_undecided:
        return Note(_since(shown, state))
    return _waiting(shown, state)


def _since(shown: ShownFlag, state: Phrase) -> Phrase:
    change = shown.flag.change
    done_at = change.done_at if change and shown.flag.state is State.DONE else None
    at = done_at or shown.flag.decided_at
    return state if at is None else say("triage-since", state=state, day=shown.hours.day_of(at))


def _waiting(shown: ShownFlag, state: Phrase) -> Note:
    flag, day_of = shown.flag, shown.hours.day_of
    if flag.decide_by is None:
        return Note(state)
    day = day_of(flag.decide_by)
    if flag.decide_by < shown.at:
        return Note(say("triage-overdue", state=state, day=day), Tone.WARN)
    if flag.acknowledge_by is None or not flag.can(Step.ACKNOWLEDGE):
        return Note(say("triage-due", state=state, day=day))
    first = day_of(flag.acknowledge_by)
    if flag.acknowledge_by < shown.at:
        return Note(say("triage-unseen", state=state, first=first, day=day), Tone.WARN)
    return Note(say("triage-new", state=state, first=first, day=day))


# What was seen


def _facts(shown: ShownFlag) -> tuple[Block, ...]:
    flag, lead = shown.flag, shown.lead
    known = {
        "campaign": (lead and lead.campaign) or flag.campaign_name,
        "source": (lead and lead.source) or flag.source,
        "seen": flag.seen,
        "would-help": flag.would_help,
        "trigger": flag.trigger,
    }
    pairs = [
        (say(f"triage-fact-{name}"), verbatim(words)) for name, words in known.items() if words
    ]
    if flag.look_again_on is not None:
        day = say("triage-day", day=flag.look_again_on)
        pairs.append((say("triage-fact-look-again"), day))
    return (Facts(tuple(pairs)),) if pairs else ()


def _halves(shown: ShownFlag) -> tuple[Block, ...]:
    """Set the fit to the agreed definition beside the work on the lead."""
    if shown.worked is None:
        return (Note(say("triage-lead-gone")),)
    work = Cell(work_text(shown.worked))
    nothing = Cell(say("none"))
    rows = tuple(
        (cell, work if place == 0 else nothing)
        for place, cell in enumerate(_fit_cells(shown.fit, shown.labels))
    )
    columns = (say("triage-fit"), say("triage-work"))
    return (Table(columns=columns, rows=rows, caption=fit_text(shown.fit)),)


def _fit_cells(fit: Fit | None, labels: Labels) -> tuple[Cell, ...]:
    if fit is None or not fit.verdicts:
        return (Cell(say("triage-fit-none"), Tone.QUIET),)
    return tuple(
        _fit_cell(criterion_words(criterion, labels), verdict)
        for criterion, verdict in fit.verdicts
    )


def _fit_cell(words: Phrase, verdict: Verdict) -> Cell:
    return Cell(say(f"triage-fit-{verdict}", words=words), _TONES[verdict])


def fit_text(fit: Fit | None) -> Phrase:
    """Say how many criteria of which version a lead meets."""
    if fit is None:
        return say("triage-fit-and-work")
    met = fit.counts[Verdict.MET]
    return say("triage-fit-caption", version=fit.version, met=met, count=len(fit.verdicts))


def work_text(worked: Worked) -> Phrase:
    """Say how soon a lead was touched and how often."""
    attempts = say("triage-attempts", count=worked.attempts)
    if worked.delay is not None:
        hours = say("business-hours", hours=round(worked.delay / HOUR, 1))
        return say("triage-worked", hours=hours, attempts=attempts)
    key = "triage-worked-sometime" if worked.touched else "triage-not-worked"
    return say(key, attempts=attempts)


# What was decided


def _said(shown: ShownFlag) -> tuple[Block, ...]:
    flag = shown.flag
    blocks: list[Block] = []
    if flag.change is not None:
        blocks.append(Paragraph(promise_text(flag.change)))
    for step in _QUOTED[flag.state]:
        words = next((one.words for one in reversed(shown.trail) if one.step is step), "")
        if words and (flag.change is None or words != flag.change.what):
            blocks.append(Paragraph(say(f"triage-said-{step}", words=words)))
    if is_due(flag, shown.at):
        blocks.append(Note(effect_text(shown.effect, is_shared=True)))
    return tuple(blocks)


def promise_text(change: Change) -> Phrase:
    """Say what marketing changes, where and by when; or what it changed."""
    remedy = say(f"triage-remedy-{change.remedy}")
    if change.done_at is not None:
        return say("triage-promise-kept", words=change.what, remedy=remedy)
    if change.due is None:
        return say("triage-promise", words=change.what, remedy=remedy)
    return say("triage-promise-by", words=change.what, remedy=remedy, day=change.due)


def _bars(flag: Flag) -> tuple[Block, ...]:
    """Offer what is possible, and the history; in a second bar where the first is full."""
    steps = (Step.ACKNOWLEDGE,) if flag.kind is Kind.PRAISE else _MARKETING
    offered = tuple(step_button(step, flag) for step in steps if flag.can(step))
    history = history_button(flag)
    if len(offered) < MOST_BUTTONS:
        return (Buttons((*offered, history)),)
    return (Buttons(offered), Buttons((history,)))


def step_button(step: Step, flag: Flag) -> Button:
    """Offer a step with a flag as it is now; the press carries the version that its reader saw."""
    thanks = flag.kind is Kind.PRAISE and step is Step.ACKNOWLEDGE
    return Button(
        label=say("triage-button-thanks" if thanks else f"triage-button-{step}"),
        does=f"triage.{step}",
        values=values(flag=flag.id, version=flag.version),
        opens=step in SENT,
        tone=Tone.PRIMARY if step is Step.ACCEPT else Tone.NORMAL,
    )


def history_button(flag: Flag) -> Button:
    """Offer all that was done with a flag."""
    return Button(
        label=say("triage-button-history"),
        does="triage.history",
        values=values(flag=flag.id),
        tone=Tone.QUIET,
    )
