"""The forms of the triage: what changes, what is missing, why not; and how they are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from handlers.filled import Given, Wrong, day, one_of, text
from handlers.flags.model import Flag, FlagReason, Remedy, Step
from handlers.flags.reasons import reason_text
from handlers.message import Block, Choice, Day, Field, Form, LongText, Note, Option, values
from handlers.phrase import Phrase, say

WORDS = "words"
REMEDY = "remedy"
DAY = "day"

LONGEST_WORDS = 1000
FURTHEST = timedelta(days=366)
"""A day further away than this, on either side of today, is taken for a slip."""

SENT: Mapping[Step, str] = {
    Step.ACCEPT: "triage.accepted",
    Step.ASK: "triage.asked",
    Step.ADD: "triage.added",
    Step.DECLINE: "triage.declined",
    Step.FINISH: "triage.finished",
    Step.REOPEN: "triage.reopened",
    Step.WITHDRAW: "triage.withdrawn",
}
"""The steps that need words, and the route of the form with them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a form of the triage held."""

    words: str
    remedy: Remedy = Remedy.NOTHING
    day: date | None = None


def about_text(flag: Flag, reason: FlagReason) -> Phrase:
    """Name a flag by its lead and its reason."""
    return say("triage-about", lead=flag.lead_label, reason=reason_text(reason))


def step_form(step: Step, flag: Flag, reason: FlagReason, *, today: date, asked: str = "") -> Form:
    """Ask for the words of a step; `asked` is what marketing wants to know of the rep."""
    intro: list[Block] = [Note(about_text(flag, reason))]
    if asked:
        intro.append(Note(say("triage-said-ask", words=asked)))
    return Form(
        name=SENT[step],
        title=say(f"triage-form-{step}"),
        fields=(_words(step, flag), *_others(step, reason, today)),
        submit=say(f"triage-submit-{step}"),
        keep=values(flag=flag.id, version=flag.version),
        intro=tuple(intro),
    )


def _words(step: Step, flag: Flag) -> LongText:
    promised = flag.change.what if step is Step.FINISH and flag.change else ""
    return LongText(
        name=WORDS,
        label=say(f"triage-words-{step}"),
        hint=say(f"triage-hint-{step}"),
        value=promised,
        longest=LONGEST_WORDS,
        required=step is not Step.WITHDRAW,
    )


def _others(step: Step, reason: FlagReason, today: date) -> tuple[Field, ...]:
    if step is Step.ACCEPT:
        remedy = Choice(
            name=REMEDY,
            label=say("triage-remedy"),
            options=remedy_options(),
            value=reason.remedy.value,
        )
        due = Day(name=DAY, label=say("triage-due-label"), earliest=today, required=False)
        return (remedy, due)
    if step is Step.FINISH:
        return (Day(name=DAY, label=say("triage-done-label"), value=today),)
    return ()


def remedy_options() -> tuple[Option, ...]:
    """List where a cause can be mended."""
    return tuple(Option(remedy.value, say(f"triage-remedy-{remedy}")) for remedy in Remedy)


def read(step: Step, given: Given, today: date) -> Said | Mapping[str, Phrase]:
    """Read a form, or say beside each field what is wrong with it."""
    wrong = Wrong()
    words = text(given, WORDS, wrong, longest=LONGEST_WORDS, required=step is not Step.WITHDRAW)
    remedy = one_of(remedy_options(), given, REMEDY, wrong) if step is Step.ACCEPT else ""
    on = _day(step, given, today, wrong)
    if wrong.errors:
        return wrong.errors
    return Said(words=words, remedy=Remedy(remedy or Remedy.NOTHING), day=on)


def _day(step: Step, given: Given, today: date, wrong: Wrong) -> date | None:
    """Read by which day something changes, or on which day it was done."""
    if step is Step.ACCEPT:
        due = day(given, DAY, wrong)
        if due is not None and not today <= due <= today + FURTHEST:
            wrong.note(DAY, say("triage-due-range"))
        return due
    if step is Step.FINISH:
        done = day(given, DAY, wrong)
        if done is None or not today - FURTHEST <= done <= today:
            wrong.note(DAY, say("triage-done-range"))
        return done
    return None
