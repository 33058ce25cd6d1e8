"""You said, we did: what a change did to its leads, without figures that tell of a few."""

from __future__ import annotations

from datetime import date

from handlers.digests.model import Effect, Share
from handlers.digests.standing_out import share_of
from handlers.flags.effects import Verdict, verdict
from handlers.flags.model import Change, Stretch, Subject
from handlers.flags.model import Effect as Counted


def effect_told(
    change: Change, done_on: date, subject: Subject | None, counted: Counted | None
) -> Effect:
    """Say what was changed, and what it did where four weeks of leads are counted.

    As wherever a channel reads it, only shares: exact figures of two changes would tell of single days.
    """
    effect = Effect(
        what=change.what, subject="" if subject is None else subject.name, done_on=done_on
    )
    if counted is None:
        return effect
    found = verdict(counted)
    is_enough = found is not Verdict.TOO_FEW
    return Effect(
        what=effect.what,
        subject=effect.subject,
        done_on=done_on,
        verdict=found,
        before=_share(counted.before) if is_enough else None,
        after=_share(counted.after) if is_enough else None,
    )


def _share(stretch: Stretch) -> Share:
    return share_of(stretch.promising, stretch.leads)
