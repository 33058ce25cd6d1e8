"""What a change did: a campaign's or a source's leads before it and after, honest about few leads."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from handlers.flags.model import Effect, Flag, On, State, Stretch, Subject
from handlers.flags.proportion import FEWEST_LEADS, rough_share_text, share_text, wilson
from handlers.flags.work import FlagWork
from handlers.phrase import Phrase, say

EFFECT_AFTER = timedelta(weeks=4, days=1)
"""Four weeks of leads are counted after a change, and the last day of them must be over."""


class Verdict(StrEnum):
    """What the figures say of a change."""

    TOO_FEW = "too-few"
    CHANCE = "chance"
    """The ranges overlap, so it may be chance."""
    BETTER = "better"
    WORSE = "worse"


def subject_of(flag: Flag) -> Subject | None:
    """Name what a flag's lead has in common with others: its campaign, else its source."""
    if flag.campaign is not None:
        return Subject(On.CAMPAIGN, str(flag.campaign), flag.campaign_name)
    if flag.source:
        return Subject(On.SOURCE, flag.source, flag.source)
    return None


def is_due(flag: Flag, at: datetime) -> bool:
    """Tell whether a change is old enough for its effect."""
    done_at = None if flag.change is None else flag.change.done_at
    return flag.state is State.DONE and done_at is not None and done_at + EFFECT_AFTER <= at


def effect_of(work: FlagWork, flag: Flag) -> Effect | None:
    """Count what a flag's change did; nothing where its lead came from nowhere that we know."""
    subject = subject_of(flag)
    if subject is None or flag.change is None or flag.change.done_at is None:
        return None
    return work.findings.before_and_after(subject, flag.change.done_at)


def verdict(effect: Effect) -> Verdict:
    """Weigh the share of promising leads after a change against the one before it."""
    before, after = effect.before, effect.after
    if min(before.leads, after.leads) < FEWEST_LEADS:
        return Verdict.TOO_FEW
    lowest_before, highest_before = wilson(before.promising, before.leads)
    lowest_after, highest_after = wilson(after.promising, after.leads)
    if lowest_after > highest_before:
        return Verdict.BETTER
    if highest_after < lowest_before:
        return Verdict.WORSE
    return Verdict.CHANCE


def effect_text(effect: Effect | None, *, is_shared: bool = False) -> Phrase:
    """Say what a change did, with the days, the figures and the range that each may lie in.

    What a channel shares says no exact figures: those of two changes would tell of single days.
    """
    if effect is None:
        return say("triage-effect-nowhere")
    found = verdict(effect)
    if found is Verdict.TOO_FEW:
        return say(
            "triage-effect-too-few",
            subject=effect.subject.name,
            first=effect.before.first,
            last=effect.after.last,
            fewest=FEWEST_LEADS,
        )
    return say(
        f"triage-effect-{found}",
        subject=effect.subject.name,
        before=_share(effect.before, is_shared=is_shared),
        after=_share(effect.after, is_shared=is_shared),
    )


def _share(stretch: Stretch, *, is_shared: bool) -> Phrase:
    told = rough_share_text if is_shared else share_text
    share = told(stretch.promising, stretch.leads)
    return say("triage-effect-share", share=share, first=stretch.first, last=stretch.last)
