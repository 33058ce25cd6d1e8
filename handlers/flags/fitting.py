"""What somebody should see of a lead before they flag it: its facts, fit beside work, other flags."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.definition.judging import fit_of
from handlers.definition.model import Fit, Verdict
from handlers.flags.model import Flag, FlagReason
from handlers.flags.reasons import reason_text, reasons_of
from handlers.flags.shown import Worked, worked_on
from handlers.flags.work import FlagWork
from handlers.lead import Lead
from handlers.message import Block, Note, Paragraph, Tone
from handlers.people import Person, Side
from handlers.phrase import Phrase, say, verbatim
from handlers.working_time import WorkingHours

MOST_MISSED = 3
"""Criteria that are named in one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """A lead as it stands when somebody is about to flag it."""

    lead: Lead
    fit: Fit | None
    """None where no definition was in force on the lead's day."""
    worked: Worked
    with_colleague: bool
    """It belongs to somebody else in sales."""
    standing: tuple[tuple[Flag, FlagReason], ...] = ()
    """Its undecided flags, newest first."""


def situation_of(work: FlagWork, lead: Lead, person: Person, team_hours: WorkingHours) -> Situation:
    """Gather what is known of a lead."""
    flags = work.flags.of_leads([lead.id]).get(lead.id, ())
    standing = [flag for flag in flags if flag.state.is_undecided]
    reasons = reasons_of(work, standing)
    return Situation(
        lead=lead,
        fit=fit_of(work, lead),
        worked=worked_on(work, lead, team_hours),
        with_colleague=_is_with_colleague(work, lead, person),
        standing=tuple((flag, reasons[flag.id]) for flag in standing),
    )


def _is_with_colleague(work: FlagWork, lead: Lead, person: Person) -> bool:
    if lead.owner is None or person.side is not Side.SALES:
        return False
    owners = work.people.behind([lead.owner])
    return not any(owner.id == person.id for owner in owners.values())


def situation_blocks(situation: Situation) -> tuple[Block, ...]:
    """Remind somebody of a lead in a few short lines; nobody is named."""
    blocks: list[Block] = [Paragraph(about_text(situation.lead))]
    if situation.fit is not None:
        blocks.append(Note(fit_text(situation.fit)))
    blocks.append(Note(work_text(situation.worked)))
    if situation.with_colleague:
        blocks.append(Note(say("flags-with-colleague"), Tone.WARN))
    if situation.standing:
        blocks.append(Note(_standing_text(situation.standing), Tone.WARN))
    return tuple(blocks)


def about_text(lead: Lead) -> Phrase:
    """Name a lead, and where it came from."""
    came_from = lead.campaign or lead.source
    if not came_from:
        return verbatim(lead.label)
    return say("flags-about", lead=lead.label, source=came_from)


def fit_text(fit: Fit) -> Phrase:
    """Count the criteria that a lead meets, and name those it misses."""
    missed = [one.words for one, verdict in fit.verdicts if verdict is Verdict.MISSED and one.words]
    met = fit.counts[Verdict.MET]
    if not missed:
        return say("flags-fit", met=met, count=len(fit.verdicts))
    named = tuple(verbatim(words) for words in missed[:MOST_MISSED])
    return say("flags-fit-missed", met=met, count=len(fit.verdicts), missed=named)


def work_text(worked: Worked) -> Phrase:
    """Say how soon a lead was touched and how often."""
    if worked.delay is not None:
        hours = round(worked.delay.total_seconds() / 3600, 1)
        return say("flags-work", hours=hours, attempts=worked.attempts)
    if worked.touched or worked.attempts:
        return say("flags-work-unclear", attempts=worked.attempts)
    return say("flags-work-untouched")


def _standing_text(standing: Sequence[tuple[Flag, FlagReason]]) -> Phrase:
    reasons = tuple(dict.fromkeys(reason_text(reason) for _, reason in standing))
    return say("flags-standing", reasons=reasons)
