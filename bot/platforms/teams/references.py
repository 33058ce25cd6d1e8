"""What we know of conversations: by which name and under which service URL each is called."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from typing import Protocol

from handlers.parcel import Conversation, Kind, WaitingFile
from handlers.work import Now

TEAMS = "teams"

NOTE_AGAIN_AFTER = timedelta(hours=1)
"""A conversation that has not changed is noted no more often: most activities cost one look."""

FILE_KEPT = timedelta(days=7)
"""How long a person may take to accept a file."""

MOST_ROOMS = 20
"""Channels in which somebody is looked for whom we have never spoken with."""


class Conversations(Protocol):
    """Conversations, as the database keeps them."""

    def of(self, platform: str, address: str) -> Conversation | None:
        """Give the conversation at this address, if it was ever heard of."""
        ...

    def last_seen(self, platform: str, address: str) -> datetime | None:
        """Tell when the conversation was last heard of and noted."""
        ...

    def saw(self, seen: Conversation, at: datetime) -> None:
        """Keep a conversation as it was heard of just now; whatever shut us out is over."""
        ...

    def blocked(self, platform: str, address: str, at: datetime) -> None:
        """Note that we are shut out of a conversation, if we know it."""
        ...

    def newest(
        self, platform: str, limit: int, *, kind: Kind | None = None
    ) -> Sequence[Conversation]:
        """List the conversations in which we may write, the one heard of last first."""
        ...


class WaitingFiles(Protocol):
    """Files that a person has yet to accept, as the database keeps them."""

    def keep(self, file: WaitingFile, until: datetime) -> None:
        """Keep a file until a moment; keeping it again does no harm."""
        ...

    def of(self, id: str, platform: str, address: str, at: datetime) -> WaitingFile | None:
        """Give a file, to nobody but the one it is for, and not after its time."""
        ...

    def drop(self, id: str, platform: str, address: str) -> None:
        """Forget a file that this person has got, or does not want."""
        ...


class ReferenceWork(Protocol):
    """One transaction over both."""

    @property
    def conversations(self) -> Conversations:
        """How each conversation is called about."""
        ...

    @property
    def waiting_files(self) -> WaitingFiles:
        """What waits until it is accepted."""
        ...

    def commit(self) -> None:
        """Keep everything that was done."""
        ...


OpenWork = Callable[[], AbstractContextManager[ReferenceWork]]


class References:
    """Notes and gives conversations, each call in a transaction of its own; it may block."""

    def __init__(self, *, open_work: OpenWork, look: OpenWork, now: Now) -> None:
        """Remember through these transactions."""
        self._open_work = open_work
        self._look = look
        self._now = now

    def saw(self, seen: Conversation) -> None:
        """Note a conversation that an activity came from, once it has passed the gate."""
        now = self._now()
        with self._look() as work:
            known = work.conversations.of(TEAMS, seen.address)
            last = work.conversations.last_seen(TEAMS, seen.address)
        if known == seen and last is not None and now - last < NOTE_AGAIN_AFTER:
            return
        with self._open_work() as work:
            work.conversations.saw(seen, now)
            work.commit()

    def blocked(self, address: str) -> None:
        """Note that we were shut out of a conversation or taken out of it."""
        with self._open_work() as work:
            work.conversations.blocked(TEAMS, address, self._now())
            work.commit()

    def of(self, address: str) -> Conversation | None:
        """Give the conversation at this address, if it was ever heard of."""
        with self._look() as work:
            return work.conversations.of(TEAMS, address)

    def rooms(self) -> Sequence[Conversation]:
        """List the channels that were heard of last."""
        with self._look() as work:
            return work.conversations.newest(TEAMS, MOST_ROOMS, kind=Kind.CHANNEL)

    def newest(self) -> Conversation | None:
        """Give the conversation that was heard of last."""
        with self._look() as work:
            return next(iter(work.conversations.newest(TEAMS, 1)), None)

    def keep_file(self, file: WaitingFile) -> None:
        """Keep a file until it is accepted."""
        with self._open_work() as work:
            work.waiting_files.keep(file, self._now() + FILE_KEPT)
            work.commit()

    def file(self, id: str, address: str) -> WaitingFile | None:
        """Give a file that waits for the person at this address."""
        with self._look() as work:
            return work.waiting_files.of(id, TEAMS, address, self._now())

    def drop_file(self, id: str, address: str) -> None:
        """Forget a file of the person at this address."""
        with self._open_work() as work:
            work.waiting_files.drop(id, TEAMS, address)
            work.commit()
