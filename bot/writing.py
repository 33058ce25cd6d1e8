"""Brings to a CRM what named people confirmed, and can be killed at any moment.

A bundle is claimed with a lease; the lead is read, compared with what the person saw, and its version
kept before anything leaves. Whoever tries again after a lost answer writes with that first version, so
that the CRM or its connector sees what was changed since, and nothing is written twice.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from bot.crm.file.cells import clean
from handlers.connector import (
    Conflict,
    Connector,
    CrmError,
    Fate,
    Rejected,
    Remote,
    RemoteField,
    Trouble,
    Write,
    Written,
)
from handlers.errors import Stale
from handlers.lead import LeadId
from handlers.mapping.telling import tell_administrators
from handlers.phrase import Phrase, say
from handlers.work import Now
from handlers.writing.cards import note_text, trouble_card
from handlers.writing.confirming import targets
from handlers.writing.model import Allowed, Bundle, WriteBack
from handlers.writing.settling import Settling
from handlers.writing.work import Look, OpenWork

HELD = timedelta(minutes=10)
"""Far longer than all calls of a round may take; then another replica looks what became of it."""
A_ROUND = 100
"""Bundles that are claimed together at most."""

log = structlog.get_logger()

ToldOf = Callable[[Sequence[LeadId]], None]


def _nobody(leads: Sequence[LeadId]) -> None:
    """Tell nobody."""
    del leads


def _never() -> bool:
    """Go on whatever happens."""
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Errand:
    """A bundle on its way, with the lead, the person and the CRM's own fields."""

    bundle: Bundle
    lead: str
    """The CRM's id."""
    person: str
    fields: Mapping[str, RemoteField]
    """The CRM's by ours; incomplete where one of them may not be written any more."""
    until: datetime
    """So long nobody else takes it."""
    unsure: bool
    """An earlier try may have arrived."""

    def theirs(self, field: str) -> str:
        """Give the CRM's name of a field of ours."""
        return self.fields[field].name

    def has_all(self) -> bool:
        """Tell whether all of it may be written."""
        return all(one.field in self.fields for one in self.bundle.writes)

    def values(self, there: Mapping[str, str]) -> Mapping[str, str]:
        """Give what the CRM has in the touched fields, by our names."""
        touched = [one.field for one in self.bundle.writes]
        return {field: there.get(self.theirs(field), "") for field in touched}

    def write(self, note: str) -> Write:
        """Say to the CRM what is to be written."""
        writes = self.bundle.writes
        return Write(
            lead=self.lead,
            was={self.theirs(one.field): one.was for one in writes},
            becomes={self.theirs(one.field): one.becomes for one in writes},
            version=self.bundle.sent,
            note=note,
            key=self.bundle.id,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """The queue of one CRM. A round may block for long; none belongs in a press."""

    connector: Connector
    open_work: OpenWork
    look: Look
    settling: Settling
    allowed: Allowed
    now: Now
    spoken: Callable[[Phrase], str]
    """Speaks the company's language: notes in the CRM are for everybody."""
    written: ToldOf = _nobody
    """Hears which leads were written, so that our copy is brought up to date at once."""
    stopped: Callable[[], bool] = _never

    def bring(self) -> int:
        """Bring everything that may leave now, and count the bundles that were tried."""
        tried = 0
        while self.allowed.is_on and not self.stopped():
            errands = self._claimed()
            tried += len(errands)
            if not errands or not self._brought(errands):
                break
        return tried

    def _claimed(self) -> Sequence[_Errand]:
        at = self.now()
        system = self.connector.system
        if not self._is_due(system, at):
            return ()
        try:
            with self.open_work() as work:
                bundles = work.writes.claim(system, at=at, until=at + HELD, most=A_ROUND)
                fields = targets(work.mappings, system, self.allowed)
                leads = work.leads.by_ids([one.lead for one in bundles])
                people = work.people.by_ids([one.by for one in bundles])
                work.commit()
        except Stale:  # somebody has just confirmed something newer
            return ()
        return [
            _Errand(
                bundle=one,
                lead=leads[one.lead].external_id,
                person=people[one.by].name,
                fields=fields,
                until=at + HELD,
                unsure=bool(one.sent),
            )
            for one in bundles
        ]

    def _is_due(self, system: str, at: datetime) -> bool:
        """Look without holding up any writer, since mostly nothing is."""
        with self.look() as work:
            return work.writes.is_due(system, at)

    def _brought(self, errands: Sequence[_Errand]) -> bool:
        """Bring bundles as far as they come; false where the CRM cannot be asked at all now."""
        possible = [one for one in errands if one.has_all()]
        for one in errands:
            if not one.has_all():
                self._settle(one, Rejected(""))
        there = self._read([one for one in possible if not one.unsure])
        if isinstance(there, CrmError):
            self._put_off(possible, there)
            return False
        compared = [
            one if one.unsure else self._compared(one, there.get(one.lead)) for one in possible
        ]
        return self._write([one for one in compared if one is not None])

    def _read(self, fresh: Sequence[_Errand]) -> Mapping[str, Remote] | CrmError:
        try:
            return self.connector.read([one.lead for one in fresh]) if fresh else {}
        except CrmError as error:
            return error

    # compare

    def _compared(self, errand: _Errand, remote: Remote | None) -> _Errand | None:
        """Make ready to leave what the CRM still has as the person saw it; settle the rest."""
        if remote is None:
            self._settle(errand, Rejected(""))
            return None
        now = errand.values(remote.values)
        try:
            ready = self._sent(errand, now, remote.version)
        except Stale:
            self._let_go(errand)
            return None
        if ready is None:
            self._settle(errand, Conflict(remote.values))
        return ready

    def _sent(self, errand: _Errand, now: Mapping[str, str], version: str) -> _Errand | None:
        """Keep that it leaves, before it does; None where the CRM has something else by now."""
        with self.open_work() as work:
            own = [
                () if one.undoes else work.writes.own_values(one) for one in errand.bundle.writes
            ]
            pairs = list(zip(errand.bundle.writes, own, strict=True))
            if not all(_is_seen(one, now[one.field], values) for one, values in pairs):
                return None
            moved = tuple(one.sending(_was(one, now[one.field]), version) for one, _ in pairs)
            for one in moved:
                work.writes.move(one, held_until=errand.until)
            if self.now() >= errand.until:
                raise Stale(say("writing-stale"))
            work.commit()
        return replace(errand, bundle=Bundle(moved))

    def _let_go(self, errand: _Errand) -> None:
        """Let the rest of a bundle go on at once whose other part the person gave a newer value."""
        for one in errand.bundle.writes:
            with suppress(Stale), self.open_work() as work:
                work.writes.move(one.put_off())
                work.commit()

    # write

    def _write(self, errands: Sequence[_Errand]) -> bool:
        if not errands:
            return True
        try:
            fates = self.connector.write([one.write(self._note(one)) for one in errands])
        except CrmError as error:
            self._put_off(errands, error)
            return False
        for one in errands:
            self._settle(one, fates.get(one.lead, CrmError(Trouble.ODD, said="no word of it")))
        done = [one for one in errands if isinstance(fates.get(one.lead), Written)]
        self.written([one.bundle.lead for one in done])
        troubles = [fate for fate in fates.values() if isinstance(fate, CrmError)]
        for trouble in troubles[:1]:
            self._tell(trouble)
        return not troubles

    def _note(self, errand: _Errand) -> str:
        return self.spoken(note_text(errand.bundle, errand.person, errand.fields))

    # settle

    def _settle(self, errand: _Errand, fate: Fate | CrmError) -> None:
        now: Mapping[str, str] = {}
        if isinstance(fate, Conflict):
            now = errand.values(fate.now)
        self.settling.settle(errand.bundle, fate, now=now, unsure=errand.unsure)

    def _put_off(self, errands: Sequence[_Errand], error: CrmError) -> None:
        for one in errands:
            self._settle(one, error)
        self._tell(error)

    def _tell(self, error: CrmError) -> None:
        """Tell administrators what will not pass by itself, once a day at most."""
        system, at = self.connector.system, self.now()
        log.warning("crm-write-trouble", system=system, trouble=error.trouble.value)
        if error.trouble.asks_a_hand:
            deed = f"writing.trouble:{system}:{at.date()}"
            tell_administrators(self.open_work, deed, trouble_card(system, error.trouble))


def _is_seen(one: WriteBack, now: str, own: Collection[str]) -> bool:
    """Tell whether the CRM has what the person saw, or has had from them since."""
    return now in {one.was, one.becomes} or clean(now) == one.was or now in own


def _was(one: WriteBack, now: str) -> str:
    """Give what the CRM must still have at the moment of writing, letter by letter."""
    return one.was if now == one.becomes else now
