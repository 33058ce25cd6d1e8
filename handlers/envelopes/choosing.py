"""Which rows get the places of an envelope: the most valuable, and no lead twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.envelope import MOST_ROWS, TakenPlace, Waiting, Worth


@dataclass(frozen=True, slots=True)
class Offered:
    """A row that would like a place, and the number of the feature that offers it."""

    slip: int
    row: Waiting


def chosen(offered: Sequence[Offered], standing: Sequence[TakenPlace]) -> Sequence[Offered]:
    """Give the rows that get a place beside those that stand, the most valuable first."""
    taken, found = list(standing), list[Offered]()
    for one in sorted(offered, key=lambda each: -each.row.worth):
        if len(taken) >= MOST_ROWS:
            break
        if not _clashes(one.row, taken):
            found.append(one)
            taken.append(TakenPlace(lead=one.row.lead, worth=one.row.worth))
    return found


def _clashes(row: Waiting, taken: Sequence[TakenPlace]) -> bool:
    """Tell whether the lead is asked about already; colleagues may ask two things of it."""
    same = [place for place in taken if row.lead is not None and place.lead == row.lead]
    if row.worth < Worth.QUESTION:
        return bool(same)
    return any(place.worth < Worth.QUESTION for place in same)
