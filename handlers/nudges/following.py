"""Brings a row up to date when it is known what became of its value in the CRM."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from handlers.envelope import EnvelopeId, envelope_view
from handlers.nudges.model import Nudge, NudgeState
from handlers.nudges.work import NudgeWork
from handlers.writing.model import Bundle, WriteBack, WriteState
from handlers.writing.settling import Told
from handlers.writing.settling import tell as tell_person
from handlers.writing.work import WritingWork

OPEN_AGAIN = frozenset({WriteState.REJECTED})
"""What the CRM refused is not mended yet: the row waits again."""


def told(tell: Told = tell_person) -> Told:
    """Tell the person as `tell` does, and bring the rows up to date that the values came from."""

    def follow(work: WritingWork, bundle: Bundle) -> None:
        tell(work, bundle)
        for write in bundle.writes:
            _follow(cast("NudgeWork", work), write)  # every transaction of the house knows nudges

    return follow


def _follow(work: NudgeWork, write: WriteBack) -> None:
    for nudge in work.nudges.fixed(write.lead, write.by, write.field):
        if write.state in OPEN_AGAIN and write.undoes is None:
            work.nudges.keep([_open_again(nudge)])
        if nudge.envelope is not None:
            work.outbox.refresh(envelope_view(EnvelopeId(nudge.envelope)))


def _open_again(nudge: Nudge) -> Nudge:
    return replace(nudge, state=NudgeState.ASKED, closed_at=None)
