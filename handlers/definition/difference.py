"""What a proposal would change of the version in force."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.definition.model import Criterion, Version


@dataclass(frozen=True, slots=True)
class Difference:
    """Criteria that come, go, or read otherwise."""

    added: tuple[Criterion, ...] = ()
    dropped: tuple[Criterion, ...] = ()
    changed: tuple[tuple[Criterion, Criterion], ...] = ()
    """Each as it was and as it would be."""

    def __bool__(self) -> bool:
        """Tell whether anything differs."""
        return bool(self.added or self.dropped or self.changed)


def difference(before: Version | None, after: Version) -> Difference:
    """Compare a proposal with the version in force; without one everything is new."""
    if before is None:
        return Difference(added=after.criteria)
    both = [(before.criterion(one.id), one) for one in after.criteria]
    return Difference(
        added=tuple(one for was, one in both if was is None),
        dropped=tuple(one for one in before.criteria if after.criterion(one.id) is None),
        changed=tuple((was, one) for was, one in both if was is not None and was != one),
    )
