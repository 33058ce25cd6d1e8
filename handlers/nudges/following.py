"""Brings a row up to date when it is known what became of its value in the CRM."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from handlers.envelope import envelope_view
from handlers.nudges.model import Nudge, NudgeState
from handlers.nudges.work import NudgeWork
from handlers.work import home_view
from handlers.writing.model import Bundle, WriteBack, WriteState
from handlers.writing.settling import Told
from handlers.writing.settling import tell as tell_person
from handlers.writing.work import WritingWork, fate_view

MENDS = frozenset({WriteState.WAITING, WriteState.WRITTEN})
"""The person gave a value, whether in the row or by trying once more what was refused."""


SHOWS = frozenset({NudgeState.ASKED, NudgeState.FIXED})
"""A row that says what became of its value; in all others it says something else, or nothing."""


def told(tell: Told = tell_person) -> Told:
    """Bring the rows up to date that the values came from, and tell as `tell` does what no row shows.

    Nobody reads the same of one value in two places.
    """

    def follow(work: WritingWork, bundle: Bundle) -> None:
        nudged = cast("NudgeWork", work)  # every transaction of the house knows nudges
        shown = [_follow(nudged, write) for write in bundle.writes]
        if not all(shown):
            tell(work, bundle)
            return
        work.outbox.refresh(fate_view(bundle))
        work.outbox.refresh(home_view(bundle.by))

    return follow


def _follow(work: NudgeWork, write: WriteBack) -> bool:
    """Bring a value's row up to date; tell whether the row shows what became of the value."""
    nudge = work.nudges.newest(write.lead)
    if nudge is None or nudge.envelope is None or not nudge.is_answered_by(write):
        return False
    followed = _following(nudge, write)
    if followed != nudge:
        work.nudges.keep([followed])
    work.outbox.refresh(envelope_view(nudge.envelope))
    return followed.state in SHOWS and write.undoes is None


def _following(nudge: Nudge, write: WriteBack) -> Nudge:
    """Let a row wait again whose value the CRM refused, until it is tried again."""
    if write.undoes is not None:
        return nudge
    if nudge.state is NudgeState.FIXED and write.state is WriteState.REJECTED:
        return nudge.opened_again()
    if nudge.state is NudgeState.ASKED and write.state in MENDS:
        return replace(nudge, state=NudgeState.FIXED, closed_at=write.at)
    return nudge
