"""Which of very many leads meet the definition of their day."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from handlers.definition.judging import judge, version_on
from handlers.definition.model import Test, Verdict, Version

MOST_KEPT = 20_000
"""So many verdicts are remembered: most leads say the same of most fields."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualifying:
    """Judges leads by the versions of some days.

    A lead qualifies that meets all that tests can tell; what only a person can tell is left out, and so
    is a field that the CRM does not have any more.
    """

    versions: Sequence[Version]
    known: Collection[str]
    """The fields that leads have."""

    @property
    def fields(self) -> Collection[str]:
        """Name the fields that any test looks at."""
        return {test.field for version in self.versions for test in self._tests(version)}

    def meets(self, fields: Mapping[str, str], at: datetime) -> bool:
        """Tell whether a lead that was created at a moment qualifies."""
        version = version_on(self.versions, at)
        if version is None:
            return False
        tests = self._tests(version)
        return bool(tests) and all(
            _verdict(test, fields.get(test.field, "")) is Verdict.MET for test in tests
        )

    def _tests(self, version: Version) -> Sequence[Test]:
        return [one.test for one in version.criteria if one.test and one.test.field in self.known]


@lru_cache(maxsize=MOST_KEPT)
def _verdict(test: Test, value: str) -> Verdict:
    return judge(test, {test.field: value}, {test.field})
