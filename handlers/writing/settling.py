"""What follows from what a CRM said to a write: one transaction each, as short as it can be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from handlers.connector import Conflict, CrmError, Fate, Rejected, Written
from handlers.errors import Stale
from handlers.people import Place
from handlers.work import Now, home_view
from handlers.writing.model import Bundle, WriteBack, WriteId, WriteState
from handlers.writing.work import OpenWork, WritingWork, fate_view

FIRST_PAUSE = timedelta(seconds=15)
LONGEST_PAUSE = timedelta(hours=1)
SOON = timedelta(seconds=1)

Told = Callable[[WritingWork, Bundle], None]
"""Hears, in the same transaction, what became of what a person confirmed."""


def tell(work: WritingWork, bundle: Bundle) -> None:
    """Bring the person's card up to date, and show one where they have to decide or to know."""
    about = fate_view(bundle)
    if any(one.state in NEEDS_THE_PERSON for one in bundle.writes) or is_late_undo(bundle):
        work.outbox.show(Place.direct(bundle.by), about)
    else:
        work.outbox.refresh(about)
    work.outbox.refresh(home_view(bundle.by))


NEEDS_THE_PERSON = frozenset({WriteState.CONFLICT, WriteState.REJECTED})


def is_late_undo(bundle: Bundle) -> bool:
    """Tell whether something was not taken back, since the CRM has another value by now."""
    return bundle.is_undo and any(one.state is WriteState.DROPPED for one in bundle.writes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settling:
    """Keeps what became of a bundle in the CRM."""

    open_work: OpenWork
    now: Now
    told: Told = tell

    def settle(
        self,
        bundle: Bundle,
        fate: Fate | CrmError,
        *,
        now: Mapping[str, str],
        unsure: bool = False,
    ) -> Bundle | None:
        """Keep a bundle's fate; None where another replica has taken it over meanwhile.

        `now` are the CRM's values in a conflict, by our names of fields. `unsure` says that an
        earlier try may have arrived: then the old value may be somebody's decision, and a person
        decides again.
        """
        if isinstance(fate, Conflict) and not unsure and _is_as_seen(bundle, now):
            self._again(bundle)
            return None
        try:
            with self.open_work() as work:
                settled = self._moved(work, bundle, fate, now)
                self.told(work, settled)
                work.commit()
        except Stale:
            return None
        return settled

    def _moved(
        self, work: WritingWork, bundle: Bundle, fate: Fate | CrmError, now: Mapping[str, str]
    ) -> Bundle:
        match fate:
            case Written():
                return self._written(work, bundle)
            case Conflict():
                moved = [one.conflicting(now[one.field]) for one in bundle.writes]
            case Rejected(words):
                moved = [one.rejected(words) for one in bundle.writes]
            case CrmError():
                return self._put_off(work, bundle, fate)
        return _kept(work, [_unless_newer(work, one) for one in moved])

    def _written(self, work: WritingWork, bundle: Bundle) -> Bundle:
        kept = _kept(work, [one.written(self.now()) for one in bundle.writes])
        for one in bundle.writes:
            if one.undoes is not None:
                _undo(work, one.undoes)
        return kept

    def _put_off(self, work: WritingWork, bundle: Bundle, error: CrmError) -> Bundle:
        pause = min(FIRST_PAUSE * 2 ** min(bundle.attempts - 1, 10), LONGEST_PAUSE)
        until = self.now() + max(pause, error.wait or pause)
        moved = tuple(one.put_off() for one in bundle.writes)
        for one in moved:
            work.writes.move(one, not_before=until)
        return Bundle(moved)

    def _again(self, bundle: Bundle) -> None:
        """Look once more: something else of the lead changed between reading and writing."""
        try:
            with self.open_work() as work:
                for one in bundle.writes:
                    again = one.put_off(arrived_never=True)
                    work.writes.move(again, not_before=self.now() + SOON)
                work.commit()
        except Stale:
            return


def _is_as_seen(bundle: Bundle, now: Mapping[str, str]) -> bool:
    return all(now.get(one.field) == one.was for one in bundle.writes)


def _kept(work: WritingWork, moved: list[WriteBack]) -> Bundle:
    for one in moved:
        work.writes.move(one)
    return Bundle(tuple(moved))


def _unless_newer(work: WritingWork, ended: WriteBack) -> WriteBack:
    """Ask nobody about a value in whose place they have confirmed a newer one."""
    newer = any(
        one.field == ended.field and one.by == ended.by and one.at > ended.at
        for one in work.writes.waiting(ended.lead)
    )
    return replace(ended, state=WriteState.OVERTAKEN) if newer else ended


def _undo(work: WritingWork, undone: WriteId) -> None:
    for one in work.writes.bundle(undone).writes:
        if one.id == undone and one.state is WriteState.WRITTEN:
            work.writes.move(one.ended(WriteState.UNDONE))
