"""What the things heard about one lead come to: one outcome, with its reason and date, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from handlers.lead import Reason
from handlers.questions.model import Said
from handlers.questions.own_words.reading import Reading

_LASTING = frozenset(
    {
        Reason.NOT_TARGET,
        Reason.BAD_DATA,
        Reason.UNREACHABLE,
        Reason.ALREADY_CUSTOMER,
        Reason.DUPLICATE,
        Reason.OPTED_OUT,
    }
)
"""Reasons that no date heals."""

_STANDS_BESIDE: dict[Said, frozenset[Said]] = {
    Said.CONVERTED: frozenset({Said.IN_CONVERSATION, Said.QUALIFIED}),
    Said.QUALIFIED: frozenset({Said.IN_CONVERSATION}),
    Said.LATER: frozenset({Said.IN_CONVERSATION, Said.QUALIFIED}),
    Said.DISQUALIFIED: frozenset({Said.TRYING, Said.LATER}),
    Said.TRYING: frozenset({Said.LATER}),
    Said.NOT_TOUCHED: frozenset({Said.LATER, Said.DO_NOT_KNOW}),
    Said.NOT_MINE: frozenset(
        {Said.IN_CONVERSATION, Said.TRYING, Said.NOT_TOUCHED, Said.DO_NOT_KNOW}
    ),
}
"""What may be said beside an outcome and leaves it standing; anything else contradicts it."""

_NEARNESS = (Said.QUALIFIED, Said.IN_CONVERSATION, Said.TRYING)

_PUT_OFF = frozenset({Said.LATER, Said.DISQUALIFIED})


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What may be proposed."""

    said: Said | None = None
    reason: Reason | None = None
    look_again_on: date | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """What one part of the text says, and the days that it names."""

    reading: Reading
    days: tuple[date | None, ...]

    @property
    def tells(self) -> bool:
        """Tell whether anything in it was understood."""
        return bool(self.reading.meanings) or any(self.days)

    @property
    def days_to_come(self) -> frozenset[date]:
        """Give the days on which the lead may be looked at again: "called on Monday" names none."""
        if self.reading.past and Said.LATER not in self.said:
            return frozenset()
        return frozenset(day for day in self.days if day)

    @property
    def said(self) -> frozenset[Said]:
        """Give the outcomes that are named outright."""
        return frozenset(one.said for one in self.reading.meanings if one.said and not one.faint)

    @property
    def faintly(self) -> frozenset[Said]:
        """Give the outcomes that count only where no other is named."""
        return frozenset(one.said for one in self.reading.meanings if one.said and one.faint)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Give the reasons in their order."""
        return tuple(one.reason for one in self.reading.meanings if one.reason)

    @property
    def puts_off(self) -> bool:
        """Tell whether a reason holds only for now."""
        return bool(self.reasons) and any(one.now for one in self.reading.meanings)

    @property
    def is_only_a_day(self) -> bool:
        """Tell whether a day is named, and nothing that nobody understood."""
        return bool(self.days_to_come) and not self.reading.strange


def concluded(heard: Sequence[Heard]) -> Conclusion | None:
    """Weigh what was heard; nothing where it is doubtful or contradicts itself."""
    days = frozenset[date]().union(*(one.days_to_come for one in heard))
    reasons = [reason for one in heard for reason in one.reasons]
    said = _standing(_named(heard, reasons, dated=bool(days)))
    if said is None or any(one.reading.doubted for one in heard):
        return None
    if days and Reason.OPTED_OUT in reasons:
        return None
    if said not in _PUT_OFF:
        return Conclusion(said)
    reason = reasons[0] if reasons else None
    day = next(iter(days)) if len(days) == 1 else None
    ended = said is Said.DISQUALIFIED and reason in _LASTING
    return Conclusion(said, reason, None if ended else day)


def _named(heard: Sequence[Heard], reasons: Sequence[Reason], *, dated: bool) -> frozenset[Said]:
    """Gather the outcomes that are named, or that follow from a reason, a faint word or a bare date."""
    named = frozenset[Said]().union(*(one.said for one in heard))
    if reasons and not named & _PUT_OFF:
        put_off = any(one.puts_off for one in heard) or (dated and Said.QUALIFIED not in named)
        return named | {_implied(reasons[0], put_off=put_off)}
    if named:
        return named
    faint = frozenset[Said]().union(*(one.faintly for one in heard))
    if faint:
        return frozenset({next(said for said in _NEARNESS if said in faint)})
    return frozenset({Said.LATER}) if any(one.is_only_a_day for one in heard) else frozenset()


def _implied(reason: Reason, *, put_off: bool) -> Said:
    if reason is Reason.TIMING or (put_off and reason not in _LASTING):
        return Said.LATER
    return Said.DISQUALIFIED


def _standing(named: frozenset[Said]) -> Said | None:
    """Give the outcome beside which all others may stand."""
    none: frozenset[Said] = frozenset()
    return next((said for said in named if named - {said} <= _STANDS_BESIDE.get(said, none)), None)
