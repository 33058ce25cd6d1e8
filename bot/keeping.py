"""Keeps our copy of a CRM's leads in step: looks what changed, a share at a time, and can be killed at any moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import structlog

from bot.crm.meaning import Meaning
from handlers.connector import (
    Connector,
    CrmError,
    Cursor,
    FieldChange,
    History,
    Page,
    Remote,
    Touched,
    Trouble,
)
from handlers.crm import Batch
from handlers.keeping import KeepingStore, Overtaken, Share, Stream, Took
from handlers.lead import LeadId
from handlers.work import Now

EVERY = timedelta(minutes=5)
HELD = timedelta(minutes=15)
"""So long may a share take, with the pages before it, until another replica reads on."""
TOGETHER = 5_000
"""Leads that are written in one transaction at least, unless a look ends before."""
MOST_REMEMBERED = 2_000
"""Where more leads changed at once, what the CRM remembers of each is read little by little."""
REMEMBERED_A_LOOK = 500
DESCRIBED_EVERY = timedelta(days=1)
COMPARED_EVERY = timedelta(hours=20)
NIGHT = range(1, 5)
"""Hours of the company's clock in which ids are compared."""
SPENT_PAUSE = timedelta(hours=1)
"""Where the CRM does not say for how long the day's allowance is gone."""
BELIEVED_GONE = 0.1
"""Where a larger share of all leads is not there any more, we were shown too little rather than told of deletions."""
FEW = 100
"""So few may vanish whatever the share."""
MOST_READ_AT_ONCE = 10_000
"""Leads that the nightly comparison reads which changes did not bring."""
SEEN = 50_000
"""Versions that are remembered, so that the overlap does not bring the same leads again and again."""
FRESH_FOR = timedelta(minutes=1)
"""A lead that was compared with the CRM since is not read again for a question."""
MOST_REFRESHED = 1_000

log = structlog.get_logger()

ToldOf = Callable[[Sequence[str]], None]
"""Hears which questions are about leads that changed."""


def _nobody(questions: Sequence[str]) -> None:
    """Tell nobody."""
    del questions


def _never() -> bool:
    """Go on whatever happens."""
    return False


@dataclass(slots=True)
class _Gathered:
    """A few pages together."""

    leads: dict[str, Remote] = field(default_factory=dict[str, Remote])
    gone: dict[str, None] = field(default_factory=dict[str, None])
    merged: dict[str, str] = field(default_factory=dict[str, str])
    cursor: Cursor | None = None
    is_last: bool = False

    def add(self, page: Page) -> None:
        """Add a page; of a lead that comes again the newest counts."""
        for one in page.leads:
            self.leads[one.id] = one
            self.gone.pop(one.id, None)
        for id in (*page.gone, *page.merged):
            self.leads.pop(id, None)
        self.gone |= dict.fromkeys(page.gone)
        self.merged |= page.merged
        self.cursor, self.is_last = page.next, page.is_last


@dataclass(slots=True, kw_only=True)
class Keeping:
    """One CRM and our copy of it. Every call may block for long; none belongs in a press."""

    connector: Connector
    store: KeepingStore
    now: Now
    hour: Callable[[datetime], int] = lambda at: at.hour
    """Gives the hour of the company's clock."""
    changed: ToldOf = _nobody
    stopped: Callable[[], bool] = _never
    """Asked between shares: what is not read now is read by the next look."""
    together: int = TOGETHER
    _seen: dict[str, str] = field(default_factory=dict[str, str])
    """Versions that are in our copy already, of the leads that the overlap brings again."""
    _meaning: Meaning | None = None

    # a look

    def look(self) -> bool:
        """Bring our copy up to date; tell whether that came to its end.

        Another replica that reads, a pause that the CRM asked for, and trouble are no errors: the next
        look goes on where this one stopped.
        """
        began = self.now()
        stream = self.store.hold(self.connector.system, began + HELD)
        if stream is None:
            return False
        if stream.not_before is not None and began < stream.not_before:
            self.store.let_go(stream)
            return False
        try:
            return self._looked(_Hold(stream), began)
        except Overtaken:
            log.info("crm-overtaken", system=self.connector.system)
            return False

    def _looked(self, hold: _Hold, began: datetime) -> bool:
        try:
            self._describe(hold, began, forced=hold.stream.described_at is None)
            if not self._read_changes(hold):
                self.store.let_go(hold.stream)
                return False
            self._describe(
                hold, began, forced=self.store.has_nameless_owners(self.connector.system)
            )
            self._remember_more(hold)
            self._compare(hold, began)
        except CrmError as error:
            self._fail(hold.stream, error)
            return False
        except BaseException:
            self.store.let_go(hold.stream)
            raise
        self.store.finish(hold.stream, began)
        return True

    def _fail(self, stream: Stream, error: CrmError) -> None:
        """Write down why, without a value, and pause as long as the CRM asks."""
        pause = error.wait or (SPENT_PAUSE if error.trouble is Trouble.SPENT else None)
        until = None if pause is None else self.now() + pause
        log.warning(
            "crm-trouble",
            system=self.connector.system,
            trouble=error.trouble.value,
            pause_s=None if pause is None else round(pause.total_seconds()),
        )
        anew = error.trouble is Trouble.EXPIRED
        self.store.fail(stream, error.trouble, wait_until=until, anew=anew)

    # changes

    def _read_changes(self, hold: _Hold) -> bool:
        """Take in everything that changed; false where we were asked to stop before the end."""
        is_first = hold.stream.first_done_at is None
        for some in self._gathered(self._since(hold.stream)):
            self._take_changes(hold, some, remembers=not is_first)
            if not some.is_last and self.stopped():
                return False
        return True

    def _since(self, stream: Stream) -> Cursor | None:
        """Begin a little before the end of the last look; a look that was cut goes on where it was."""
        cursor = stream.cursor
        if cursor is None:
            self._seen.clear()
        if cursor is None or cursor.id or cursor.token:
            return cursor
        return Cursor(cursor.at - self.connector.capabilities.overlap)

    def _gathered(self, since: Cursor | None) -> Iterator[_Gathered]:
        """Gather pages; what came before trouble is not lost."""
        some = _Gathered()
        while not some.is_last:
            try:
                page = self.connector.changes(since)
            except CrmError:
                if some.cursor is not None:
                    yield some
                raise
            some.add(page)
            since = page.next
            if len(some.leads) >= self.together or page.is_last:
                yield some
                some = _Gathered(is_last=page.is_last)

    def _take_changes(self, hold: _Hold, some: _Gathered, *, remembers: bool) -> None:
        fresh = {id: one for id, one in some.leads.items() if self._seen.get(id) != one.version}
        missing = [id for id in some.merged.values() if id not in some.leads]
        if missing:
            fresh |= self.connector.read(missing)
        share = replace(
            self._share(list(fresh.values()), self.meaning, remembers=remembers),
            gone=list(some.gone),
            merged=some.merged,
            cursor=_at_rest(some.cursor) if some.is_last else some.cursor,
        )
        self._take(hold, share)
        if len(self._seen) > SEEN:
            self._seen.clear()
        self._seen |= {id: one.version for id, one in some.leads.items()}

    def _share(self, leads: Sequence[Remote], meaning: Meaning, *, remembers: bool) -> Share:
        """Put leads into our words, with what the CRM remembers of them."""
        if not leads:
            return Share()
        batches: list[Batch] = [meaning.batch(leads)]
        changes: Sequence[FieldChange] = ()
        if remembers and len(leads) <= MOST_REMEMBERED:
            changes, touched = self._remembered([one.id for one in leads])
            if touched:
                batches.append(meaning.touches(touched))
        return Share(batches=batches, former=meaning.former(changes))

    def _remembered(self, ids: Sequence[str]) -> tuple[Sequence[FieldChange], Sequence[Touched]]:
        has_history = self.connector.capabilities.history is not History.NONE
        changes = self.connector.history(ids) if has_history else ()
        return changes, self.connector.touches(ids)

    def _take(self, hold: _Hold, share: Share) -> Took:
        until = self.now() + HELD
        took = self.store.take(hold.stream, share, until)
        hold.stream = replace(
            hold.stream,
            held_until=until,
            cursor=share.cursor or hold.stream.cursor,
            remembers_to=share.remembers_to or hold.stream.remembers_to,
        )
        if took.questions:
            self.changed(took.questions)
        return took

    @property
    def meaning(self) -> Meaning:
        """Give what the company's words mean as of this look."""
        if self._meaning is None:
            self._meaning = self._meant()
        return self._meaning

    def _meant(self) -> Meaning:
        system = self.connector.system
        return Meaning(
            system=system,
            said=self.store.words(system),
            described=self.store.fields(system),
            names=() if self._meaning is None else self._meaning.names,
        )

    # owners and fields

    def _describe(self, hold: _Hold, at: datetime, *, forced: bool) -> None:
        """Take over owners and fields once a day, and when an owner came whom nobody described."""
        described = hold.stream.described_at
        if forced or described is None or at - described >= DESCRIBED_EVERY:
            self.store.describe(hold.stream, self.connector.owners(), self.connector.fields())
            hold.stream = replace(hold.stream, described_at=at)
        self._meaning = self._meant()

    # what the CRM remembers of leads that were there before us

    def _remember_more(self, hold: _Hold) -> None:
        """Read a little of what the CRM remembers, until all leads had their turn."""
        ids, last = self.store.unremembered(hold.stream, REMEMBERED_A_LOOK)
        if not ids:
            return
        changes, touched = self._remembered(ids)
        batches = [self.meaning.touches(touched)] if touched else []
        former = self.meaning.former(changes)
        self._take(hold, Share(batches=batches, former=former, remembers_to=last))

    # the nightly comparison

    def _compare(self, hold: _Hold, at: datetime) -> None:
        """Compare all ids once a night: what no change told us of is found here."""
        last = hold.stream.compared_at or hold.stream.first_done_at
        if last is None or at - last < COMPARED_EVERY or self.hour(at) not in NIGHT:
            return
        ours, theirs, count = self.store.not_among(self.connector.system, self.connector.ids())
        self._renew(hold)
        gone = self._surely_gone(ours, count)
        leads = list(self._read_all(theirs[:MOST_READ_AT_ONCE]).values())
        self._take(hold, replace(self._share(leads, self.meaning, remembers=True), gone=gone))
        self.store.compared(hold.stream)

    def _renew(self, hold: _Hold) -> None:
        self._take(hold, Share())

    def _surely_gone(self, ours: Sequence[str], count: int) -> Sequence[str]:
        """Ask for the leads that were not among all ids, since lists lag behind."""
        if len(ours) > max(FEW, count * BELIEVED_GONE):
            log.warning("crm-list-too-short", system=self.connector.system, missing=len(ours))
            return ()
        there = self._read_all(ours)
        return [id for id in ours if id not in there]

    def _read_all(self, ids: Sequence[str]) -> Mapping[str, Remote]:
        size = self.connector.capabilities.read_at_once
        found: dict[str, Remote] = {}
        for start in range(0, len(ids), size):
            found |= self.connector.read(ids[start : start + size])
        return found

    # leads of a question

    def refresh(self, leads: Sequence[LeadId]) -> int:
        """Read the leads of a question again, and count those that were read.

        What the CRM refuses now the next look brings; so trouble is written to the log and no more.
        """
        try:
            return self._refreshed(leads[:MOST_REFRESHED])
        except CrmError as error:
            log.info("crm-refresh", system=self.connector.system, trouble=error.trouble.value)
            return 0

    def _refreshed(self, leads: Sequence[LeadId]) -> int:
        system = self.connector.system
        stream = next((one for one in self.store.streams() if one.system == system), None)
        at = self.now()
        if stream is None or (stream.not_before is not None and at < stream.not_before):
            return 0
        ids = self.store.outdated(system, leads, at - FRESH_FOR)
        if not ids:
            return 0
        found = self._read_all(ids)
        there = list(found.values())
        share = replace(
            self._share(there, self._meant(), remembers=True),
            gone=[id for id in ids if id not in found],
        )
        took = self.store.take(stream, share, None)
        if took.questions:
            self.changed(took.questions)
        return len(ids)


@dataclass(slots=True)
class _Hold:
    """The stream as we hold it now; every share renews the hold."""

    stream: Stream


def _at_rest(cursor: Cursor | None) -> Cursor | None:
    """Give where the next look begins once a look has come to its end."""
    return None if cursor is None else Cursor(cursor.at, "", cursor.token)
