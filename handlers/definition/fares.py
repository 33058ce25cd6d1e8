"""How the leads of today fare under a proposal, beside the version in force."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.definition.judging import fit_to, known_fields
from handlers.definition.model import Version
from handlers.definition.work import DefinitionWork

SINCE = timedelta(days=90)
MOST_LEADS = 2_000
LEAST_LEADS = 10
"""Fewer make no figure."""


@dataclass(frozen=True, slots=True)
class Fares:
    """Of the newest leads, how many miss a criterion."""

    leads: int
    then: int = 0
    """Under the proposal."""
    now: int | None = None
    """Under the version in force; None where there is none."""

    @property
    def tens(self) -> int:
        """Round the leads down to full tens."""
        return self.leads - self.leads % LEAST_LEADS

    def percent(self, missing: int) -> int:
        """Give a share in whole per cent.

        Each proposal and each day counts other leads, so exact figures would tell of a few leads by
        their difference.
        """
        return round(100 * missing / self.leads)


def fares(
    work: DefinitionWork, proposal: Version, before: Version | None, at: datetime
) -> Fares | None:
    """Judge at most the 2,000 newest leads of the last 90 days; below 10 nothing is counted.

    Give nothing where no criterion of either version has a test.
    """
    versions = [proposal] if before is None else [proposal, before]
    if not any(one.test for version in versions for one in version.criteria):
        return None
    newest = work.definitions.newest(at - SINCE, MOST_LEADS)
    if len(newest) < LEAST_LEADS:
        return Fares(len(newest))
    known = known_fields(work, versions)
    read = work.definitions.read(newest)
    leads = [read.get(lead, {}) for lead in newest]
    then, *now = [_missing(version, leads, known) for version in versions]
    return Fares(len(newest), then, now[0] if now else None)


def _missing(version: Version, leads: Collection[Mapping[str, str]], known: Collection[str]) -> int:
    return sum(bool(fit_to(version, fields, known).missed) for fields in leads)
