"""Puts the features' rows together into one envelope per rep and working day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from handlers.envelope import Slip
from handlers.envelopes.drawing import Drawing
from handlers.envelopes.filling import Filling
from handlers.flags.slip import FlagSlip
from handlers.flags.work import FlagWork
from handlers.nudges.slip import NudgeSlip
from handlers.nudges.work import NudgeWork
from handlers.questions.overview import OverviewWork
from handlers.questions.slip import QuestionSlip
from handlers.work import NewId, Now
from handlers.writing.model import Allowed


class RowWork(OverviewWork, FlagWork, NudgeWork, Protocol):
    """A transaction that sees every row that an envelope may hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelopes:
    """Fills and draws the envelopes."""

    filling: Filling[RowWork]
    drawing: Drawing[RowWork]

    @staticmethod
    def of(
        *,
        open_work: Callable[[], RowWork],
        look: Callable[[], RowWork],
        now: Now,
        new_id: NewId,
        allowed: Allowed,
    ) -> Envelopes:
        """Put the features together, in the order in which a card shows their rows."""
        slips: Sequence[Slip[RowWork]] = (
            QuestionSlip(),
            FlagSlip(),
            NudgeSlip(allowed=allowed),
        )
        return Envelopes(
            filling=Filling(open_work=open_work, look=look, new_id=new_id, slips=slips),
            drawing=Drawing(look=look, now=now, slips=slips),
        )
