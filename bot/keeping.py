"""Keeps our copy of a CRM's leads in step: looks what changed, a share at a time, and can be killed at any moment."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from threading import RLock

import structlog

from bot.crm.meaning import Meaning
from bot.reading import Gathered, Reader, Stopped
from handlers.connector import Connector, CrmError, Cursor, Remote, Trouble
from handlers.crm import Batch
from handlers.keeping import KeepingStore, Overtaken, Share, Stream, Took, Word
from handlers.lead import LeadId
from handlers.work import Now

EVERY = timedelta(minutes=5)
HELD = timedelta(minutes=4)
"""So long after its last breath a replica is taken for dead, and another one reads on."""
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
READ_AGAIN = timedelta(days=7)
"""What changed this lately is read once more at night: a backup that was put back undoes just these changes."""
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


_Told = tuple[str, datetime]
"""By what we know a lead's state again. Some changes move only the one, or only the other."""


def _told(one: Remote) -> _Told:
    return one.version, one.modified_at


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
    """Asked at every breath: what is not read now is read by the next look."""
    together: int = TOGETHER
    said: Sequence[Word] = ()
    """Words that the company explained in a file of its own; what it says in the home counts more."""
    _seen: dict[str, _Told] = field(default_factory=dict[str, _Told])
    """What is in our copy already, of the leads that the overlap brings again."""
    _turn: RLock = field(default_factory=RLock)
    """What is older is never written over what is newer: a look and a question take turns."""
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
            self._read(hold, began)
        except CrmError as error:
            self._fail(hold.stream, error)
            return False
        except Stopped:
            self.store.let_go(hold.stream)
            return False
        except Overtaken:
            raise
        except Exception:  # whatever it is, whoever looks after us has to hear of it
            self.store.fail(hold.stream, Trouble.FAULT, wait_until=None, anew=False)
            raise
        except BaseException:
            self.store.let_go(hold.stream)
            raise
        self.store.finish(hold.stream, self._as_of(hold.stream, began))
        return True

    def _as_of(self, stream: Stream, began: datetime) -> datetime:
        """Tell how old our copy is at most: what an export tells is as old as the export."""
        if self.connector.capabilities.is_export and stream.cursor is not None:
            return min(began, stream.cursor.at)
        return began

    def _read(self, hold: _Hold, began: datetime) -> None:
        described = hold.stream.described_at
        if described is None or began - described >= DESCRIBED_EVERY:
            self._describe(hold, began)
        self._meaning = self._meant()
        self._read_changes(hold)
        if self.store.has_nameless_owners(self.connector.system):
            self._describe(hold, began)
            self._meaning = self._meant()
        self._remember_more(hold)
        self._compare(hold, began)

    def _reader(self, hold: _Hold) -> Reader:
        return Reader(self.connector, partial(self._breathe, hold))

    def _breathe(self, hold: _Hold) -> None:
        """Go on as long as nobody asks us to stop, and keep other replicas from reading meanwhile."""
        if self.stopped():
            raise Stopped
        self._hold_on(hold)

    def _hold_on(self, hold: _Hold) -> None:
        until = hold.stream.held_until
        if until is None or self.now() >= until - HELD / 2:
            self._take(hold, Share())

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

    def _read_changes(self, hold: _Hold) -> None:
        """Take in everything that changed."""
        is_first = hold.stream.first_done_at is None
        for some in self._reader(hold).gathered(self._since(hold.stream), self.together):
            with self._turn:
                self._take_changes(hold, some, remembers=not is_first)

    def _since(self, stream: Stream) -> Cursor | None:
        """Begin a little before the end of the last look; a look that was cut goes on where it was."""
        cursor = stream.cursor
        if cursor is None:
            self._seen.clear()
        if cursor is None or cursor.id or cursor.token:
            return cursor
        return Cursor(cursor.at - self.connector.capabilities.overlap)

    def _take_changes(self, hold: _Hold, some: Gathered, *, remembers: bool) -> None:
        reader = self._reader(hold)
        fresh = {id: one for id, one in some.leads.items() if self._is_news(one)}
        missing = [id for id in some.merged.values() if id not in some.leads]
        fresh |= reader.leads(missing)
        share = self._share(reader, list(fresh.values()), self.meaning, remembers=remembers)
        cursor = _at_rest(some.cursor) if some.is_last else some.cursor
        self._take(hold, replace(share, gone=list(some.gone), merged=some.merged, cursor=cursor))
        self._note(fresh.values(), gone=[*some.gone, *some.merged])

    def _is_news(self, one: Remote) -> bool:
        """Tell whether a lead is not in our copy yet, neither like this nor newer."""
        known = self._seen.get(one.id)
        return known is None or (known != _told(one) and one.modified_at >= known[1])

    def _note(self, leads: Iterable[Remote], *, gone: Iterable[str]) -> None:
        """Remember what our copy has now."""
        if len(self._seen) > SEEN:
            self._seen.clear()
        self._seen |= {one.id: _told(one) for one in leads}
        for id in gone:
            self._seen.pop(id, None)

    def _share(
        self, reader: Reader, leads: Sequence[Remote], meaning: Meaning, *, remembers: bool
    ) -> Share:
        """Put leads into our words, with what the CRM remembers of them."""
        if not leads:
            return Share()
        batches: list[Batch] = [meaning.batch(leads)]
        remembers = remembers and not self.connector.capabilities.is_export
        if not remembers or len(leads) > MOST_REMEMBERED:
            return Share(batches=batches, remembers_later=remembers)
        changes, touched = reader.past([one.id for one in leads])
        if touched:
            batches.append(meaning.touches(touched))
        return Share(batches=batches, former=meaning.former(changes))

    def _take(self, hold: _Hold, share: Share) -> Took:
        with self._turn:
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
            said=[*self.said, *self.store.words(system)],
            described=self.store.fields(system),
            names=() if self._meaning is None else self._meaning.names,
        )

    # owners and fields

    def _describe(self, hold: _Hold, at: datetime) -> None:
        """Take over owners and fields: once a day, and when an owner came whom nobody described."""
        owners = self.connector.owners()
        self._hold_on(hold)
        self.store.describe(hold.stream, owners, self.connector.fields())
        hold.stream = replace(hold.stream, described_at=at)
        self._hold_on(hold)

    # what the CRM remembers of leads that were there before us

    def _remember_more(self, hold: _Hold) -> None:
        """Read a little of what the CRM remembers, until all leads had their turn."""
        if self.connector.capabilities.is_export:
            return
        ids, last = self.store.unremembered(hold.stream, REMEMBERED_A_LOOK)
        if not ids:
            return
        changes, touched = self._reader(hold).past(ids)
        batches = [self.meaning.touches(touched)] if touched else []
        former = self.meaning.former(changes)
        share = Share(batches=batches, former=former, remembered=ids, remembers_to=last)
        self._take(hold, share)

    # the nightly comparison

    def _compare(self, hold: _Hold, at: datetime) -> None:
        """Compare all ids once a night: what no change told us of is found here."""
        last = hold.stream.compared_at or hold.stream.first_done_at
        if last is None or at - last < COMPARED_EVERY or self.hour(at) not in NIGHT:
            return
        reader = self._reader(hold)
        ours, theirs, count = self.store.not_among(self.connector.system, reader.ids())
        with self._turn:
            gone = self._surely_gone(reader, ours, count)
            leads = list(reader.leads(self._doubtful(theirs, at)).values())
            share = self._share(reader, leads, self.meaning, remembers=True)
            self._take(hold, replace(share, gone=gone))
            self._note(leads, gone=gone)
        self.store.compared(hold.stream)

    def _doubtful(self, theirs: Sequence[str], at: datetime) -> Sequence[str]:
        """List the leads that only the CRM has, and those that it may have set back to an earlier moment."""
        room = MOST_READ_AT_ONCE - len(theirs)
        if room <= 0 or self.connector.capabilities.is_export:
            return theirs[:MOST_READ_AT_ONCE]
        again = self.store.lately_changed(self.connector.system, at - READ_AGAIN, room)
        return [*theirs, *again]

    def _surely_gone(self, reader: Reader, ours: Sequence[str], count: int) -> Sequence[str]:
        """Ask for the leads that were not among all ids, since lists lag behind."""
        if len(ours) > max(FEW, count * BELIEVED_GONE):
            log.warning("crm-list-too-short", system=self.connector.system, missing=len(ours))
            return ()
        there = reader.leads(ours)
        return [id for id in ours if id not in there]

    # leads of a question

    def refresh(self, leads: Sequence[LeadId]) -> int:
        """Read the leads of a question again, and count those that were read.

        What the CRM refuses now the next look brings; so trouble is written to the log and no more.
        An export has nothing newer to say before it is replaced.
        """
        if self.connector.capabilities.is_export:
            return 0
        try:
            return self._refreshed(leads[:MOST_REFRESHED])
        except CrmError as error:
            log.info("crm-refresh", system=self.connector.system, trouble=error.trouble.value)
        except Stopped:
            log.info("crm-refresh-stopped", system=self.connector.system)
        return 0

    def _go_on(self) -> None:
        if self.stopped():
            raise Stopped

    def _refreshed(self, leads: Sequence[LeadId]) -> int:
        system = self.connector.system
        stream = next((one for one in self.store.streams() if one.system == system), None)
        at = self.now()
        if stream is None or (stream.not_before is not None and at < stream.not_before):
            return 0
        with self._turn:
            ids = self.store.outdated(system, leads, at - FRESH_FOR)
            took = self._read_again(stream, leads, ids) if ids else None
        if took is not None and took.questions:
            self.changed(took.questions)
        return len(ids)

    def _read_again(self, stream: Stream, leads: Sequence[LeadId], ids: Sequence[str]) -> Took:
        reader, began = Reader(self.connector, self._go_on), self.now()
        found = reader.leads(ids)
        # another replica's look may have brought what is newer than we read
        still = set(self.store.outdated(stream.system, leads, began))
        there = [one for id, one in found.items() if id in still]
        gone = [id for id in ids if id not in found and id in still]
        share = self._share(reader, there, self._meant(), remembers=True)
        took = self.store.take(stream, replace(share, gone=gone), None)
        self._note(there, gone=gone)
        return took


@dataclass(slots=True)
class _Hold:
    """The stream as we hold it now; every share renews the hold."""

    stream: Stream


def _at_rest(cursor: Cursor | None) -> Cursor | None:
    """Give where the next look begins once a look has come to its end."""
    return None if cursor is None else Cursor(cursor.at, "", cursor.token)
