"""Tells what became of a lead from the words in its row, and which of them nobody has mapped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from bot.crm.file import cells
from bot.crm.file.words import Words
from handlers.lead import Status

KEPT = 20_000
"""Combinations of words that are remembered."""

_YES = frozenset(["1", "true", "yes", "y", "t", "x", "tak", "да", "是", "1.0", "prawda", "истина"])
_CONVERTED = "Converted"
_WON = "Won"
_LOST = "Lost"
_OPEN = "Open"


class Fate(NamedTuple):
    """What became of a lead: our words, the CRM's, and those of the CRM's that we do not know."""

    status: str | None = None
    status_raw: str = ""
    reason: str | None = None
    reason_raw: str = ""
    unknown: tuple[tuple[str, str], ...] = ()
    """Table and word."""
    stage_raw: str = ""
    """A stage beside the status that nobody knows: it may say that the lead was converted."""


class LeadWords(NamedTuple):
    """The cells of a lead's row that tell of its fate, as they stand."""

    status: str
    lifecycle: str
    deal_status: str
    converted: str
    reason: str


class DealWords(NamedTuple):
    """The cells of a deal's row that tell of its fate, as they stand."""

    stage: str
    is_won: str
    is_closed: str
    won_at: str
    lost_at: str
    reason: str


@dataclass(slots=True)
class Fates:
    """Reads the words of one import."""

    words: Words
    unknown: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])
    """How often each word came that no table has, by table and word."""
    _leads: dict[tuple[str, ...], Fate] = field(default_factory=dict[tuple[str, ...], Fate])
    _deals: dict[tuple[str, ...], Fate] = field(default_factory=dict[tuple[str, ...], Fate])

    def of_leads(self, columns: Sequence[Iterable[str]]) -> list[Fate]:
        """Read the columns of `LeadWords`."""
        known, fates = self._leads, list[Fate]()
        for words in zip(*columns, strict=True):
            fate = known.get(words)
            if fate is None:
                fate = self.of_lead(LeadWords(*words))
                _remember(known, words, fate)
            fates.append(fate)
        return fates

    def of_deals(self, columns: Sequence[Iterable[str]]) -> list[Fate]:
        """Read the columns of `DealWords`."""
        known, fates = self._deals, list[Fate]()
        for words in zip(*columns, strict=True):
            fate = known.get(words)
            if fate is None:
                fate = self.of_deal(DealWords(*words))
                _remember(known, words, fate)
            fates.append(fate)
        return fates

    def count(self, fates: Iterable[Fate]) -> None:
        """Remember the unknown words of rows that are imported."""
        for fate in fates:
            if fate.unknown:
                self.unknown.update(fate.unknown)

    def of_lead(self, words: LeadWords) -> Fate:
        """Tell a lead's fate. That it was converted, or has a deal, says more than any status.

        Where one column says converted and another denies it, nobody can tell.
        """
        if cells.clean(words.converted).casefold() in _YES:
            return Fate(Status.CONVERTED.value, _CONVERTED)
        for table, cell in (("stage", words.deal_status), ("lifecycle", words.lifecycle)):
            fate = self._told(table, cells.clean(cell), words.reason)
            if fate.status is not None and (table == "stage" or fate.status == "converted"):
                return fate
        own = self._told("status", cells.clean(words.status), words.reason)
        if own.status_raw:
            denied = own.status == Status.CONVERTED.value and bool(cells.clean(words.converted))
            return self._beside(own._replace(status=None) if denied else own, words.lifecycle)
        return self._told("lifecycle", cells.clean(words.lifecycle), words.reason)

    def _beside(self, own: Fate, lifecycle: str) -> Fate:
        """Note the stage beside a status where nobody has said what it means."""
        stage = cells.clean(lifecycle)
        if not stage or self.words.meaning("lifecycle", stage) is not None:
            return own
        return own._replace(stage_raw=stage, unknown=(*own.unknown, ("lifecycle", stage)))

    def of_deal(self, words: DealWords) -> Fate:
        """Tell what a deal makes of its lead: won is converted, lost disqualified, open qualified."""
        stage = cells.clean(words.stage)
        won = cells.clean(words.is_won).casefold() in _YES or bool(cells.clean(words.won_at))
        if won:
            return Fate(Status.CONVERTED.value, stage or _WON)
        told = self._told("stage", stage, words.reason)
        if told.status is not None:
            return told
        lost = bool(cells.clean(words.lost_at)) or (
            bool(cells.clean(words.is_won)) and cells.clean(words.is_closed).casefold() in _YES
        )
        if lost:
            reason = self._told("status", "lost", words.reason)
            return Fate(Status.DISQUALIFIED.value, stage or _LOST, reason.reason, reason.reason_raw)
        if not stage or cells.clean(words.is_closed):
            return Fate(Status.QUALIFIED.value, stage or _OPEN)
        return told

    def _told(self, table: str, word: str, reason_cell: str) -> Fate:
        """Read a word of statuses with the reason beside it; a reason of its own column is the better one."""
        said = self.words.meaning(table, word) if word else None
        status = said.status if said else None
        unknown = [] if said or not word else [(table, word)]
        if status == Status.CONVERTED.value:
            return Fate(status, word)
        raw = cells.clean(reason_cell)
        reason = self.words.term("reason", raw) if raw else None
        if raw and reason is None:
            unknown.append(("reason", raw))
        if not raw and said and said.reason:
            reason, raw = said.reason, word
        return Fate(status, word, reason or None, raw, tuple(unknown))


def _remember(known: dict[tuple[str, ...], Fate], words: tuple[str, ...], fate: Fate) -> None:
    if len(known) >= KEPT:
        known.clear()
    known[words] = fate


def weight(fate: Fate) -> int:
    """Weigh a deal against others of the same lead: won, then open, then lost, then unknown."""
    match fate.status:
        case Status.CONVERTED.value:
            return 3
        case Status.QUALIFIED.value:
            return 2
        case Status.DISQUALIFIED.value:
            return 1
        case _:
            return 0
