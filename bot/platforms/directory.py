"""Knows who acts on a platform: asks it when somebody acts, and looks for owners in the background."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol, TypeVar

import structlog

from bot.faults import described
from bot.platforms.memory import Memory
from bot.platforms.port import NotYet, Throttled, Unavailable
from handlers.interaction import Handler, Interaction, Reply
from handlers.people import Person
from handlers.roster.enrolment import Enrolment
from handlers.roster.model import Account, Known, Outsider, Profile, Why
from handlers.work import Now

PROOF_HOLDS = timedelta(minutes=10)
"""How long we believe what a platform said of an account, unless it tells of a change."""

COPY_HOLDS = timedelta(minutes=1)
"""How long a person is not read from the database again: another replica may know better."""

GRACE = timedelta(hours=24)
"""How long the last proof serves while a platform cannot be asked, for whom we know already."""

TIME_TO_ASK = timedelta(seconds=1.5)
"""For one question at a press, which must be answered within three seconds in all."""

REST = timedelta(seconds=30)
"""After a question in vain nobody else waits for one so long."""

ROUNDS_EVERY = timedelta(minutes=10)
PROVEN_ANEW_AFTER = timedelta(days=1)
"""An account nobody uses is proven again daily: nobody may have told us of its end."""

MOST_LOOK_UPS = 200
MOST_PROOFS = 500
"""In one round."""

LONGEST_LULL = timedelta(seconds=30)
"""A wait longer than this ends the round; the next one goes on."""

VAIN = (Throttled, NotYet, Unavailable, TimeoutError)
"""The platform told nothing of the person, one way or the other."""

FEATURE_OF_THEIR_OWN = "settings."
"""Routes by which people change what is known of themselves."""

T = TypeVar("T")
Fits = Callable[[Person], bool]

log = structlog.get_logger()


class Accounts(Protocol):
    """A platform's accounts; what cannot be asked now raises `Throttled`, `NotYet` or `Unavailable`."""

    @property
    def platform(self) -> str:
        """What the platform is called in our tables."""
        ...

    async def profile(self, address: str) -> Profile | None:
        """Give what the platform says of an account; nothing where it knows no such account."""
        ...

    async def address_of(self, email: str) -> str | None:
        """Give the account with an e-mail address, if the platform knows one."""
        ...


def whoever(_: Person) -> bool:
    """Say of everybody that what we know of them needs no second look."""
    return True


class Directory:
    """People by their accounts. Whom the platform cannot vouch for is not let in, unless known of late."""

    def __init__(
        self,
        accounts: Accounts,
        roll: Enrolment,
        *,
        now: Now,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """Ask for these accounts, and keep what is said of them on this roll."""
        self._accounts = accounts
        self._roll = roll
        self._now = now
        self._sleep = sleep
        self._memory = Memory()
        self._rests_until: datetime | None = None
        self._log = log.bind(platform=accounts.platform)

    async def actor(self, address: str, *, fits: Fits = whoever) -> Person | Outsider:
        """Tell who acts, or why they are not let in.

        Whom we know is looked at again where `fits` says that what was just seen of them is new.
        """
        at = self._now()
        remembered = self._memory.get(address, at)
        if isinstance(remembered, Outsider) or (remembered and fits(remembered)):
            return remembered
        known = await asyncio.to_thread(self._roll.known, self._account(address))
        if known is not None and _is_within(PROOF_HOLDS, known, at) and fits(known.person):
            self._memory.keep(address, known.person, _until(known, at))
            return known.person
        try:
            return await self._asked_now(address)
        except VAIN as trouble:
            self._log.warning("user-unchecked", known=known is not None, error=described(trouble))
            return _in_grace(known, at)

    async def forget(self, address: str) -> None:
        """Believe nothing of an account any more, and look again at once if it is somebody's."""
        self._memory.drop(address)
        if not await asyncio.to_thread(self._roll.doubt, self._account(address)):
            return
        try:
            await self._proven(address)
        except VAIN as trouble:
            self._log.warning("user-in-doubt", error=described(trouble))

    def renewing(self, route: Handler) -> Handler:
        """Let people be spoken to in their new language from the press on by which they chose it."""

        def routed(asked: Interaction) -> Reply:
            try:
                return route(asked)
            finally:
                if asked.name.startswith(FEATURE_OF_THEIR_OWN):
                    self._memory.drop_person(asked.actor)

        return routed

    # ---- asking the platform

    async def _asked_now(self, address: str) -> Person | Outsider:
        """Ask while somebody waits, but not again and again where there is no answer."""
        at = self._now()
        if self._rests_until is not None and at < self._rests_until:
            raise NotYet(self._rests_until - at)
        try:
            async with asyncio.timeout(TIME_TO_ASK.total_seconds()):
                return await self._proven(address)
        except (Unavailable, TimeoutError):
            self._rests_until = at + REST
            raise

    async def _proven(self, address: str) -> Person | Outsider:
        """Ask the platform who this is, and sign them in or out accordingly."""
        who = await self._enrolled(address)
        if isinstance(who, Outsider) and who.reason is Why.NO_DOMAINS:
            self._log.warning("nobody-is-let-in", missing="LEADLOOP_DOMAINS")
        self._memory.keep(address, who, self._now() + _life(who))
        return who

    async def _enrolled(self, address: str) -> Person | Outsider:
        profile = await self._accounts.profile(address)
        if profile is None:
            await asyncio.to_thread(self._roll.sign_out, self._account(address))
            return Outsider(Why.STRANGER)
        return await asyncio.to_thread(self._roll.enrol, profile)

    def _account(self, address: str) -> Account:
        return Account(self._accounts.platform, address)

    # ---- in the background

    async def run(self, stop: asyncio.Event) -> None:
        """Go the rounds until `stop`."""
        rounds = asyncio.create_task(self._rounds())
        await stop.wait()
        rounds.cancel()
        with suppress(asyncio.CancelledError):
            await rounds

    async def _rounds(self) -> None:
        while True:
            for job in (self.match_owners, self.prove_accounts):
                try:
                    await job()
                except Exception as error:  # noqa: BLE001 - the next round may fare better
                    self._log.warning("round-failed", error=described(error))
            await self._sleep(ROUNDS_EVERY.total_seconds())

    async def match_owners(self) -> int:
        """Look for the accounts of owners and of people named in the settings, and count them.

        Each address is looked up once a day, whether it was found or not.
        """
        found, platform = 0, self._accounts.platform
        wanted = await asyncio.to_thread(self._roll.to_look_up, platform, MOST_LOOK_UPS)
        with suppress(*VAIN):
            for email in wanted:
                found += await self._in_time(partial(self._looked_up, email))
                await asyncio.to_thread(self._roll.note_look_up, platform, email)
        return found

    async def prove_accounts(self) -> int:
        """Prove the accounts again that were not for a day, or are in doubt, and count them."""
        since, platform = self._now() - PROVEN_ANEW_AFTER, self._accounts.platform
        proven = 0
        stale = await asyncio.to_thread(
            self._roll.unproven, platform, since=since, limit=MOST_PROOFS
        )
        with suppress(*VAIN):
            for account in stale:
                await self._in_time(partial(self._proven, account.address))
                proven += 1
        return proven

    async def _looked_up(self, email: str) -> bool:
        address = await self._accounts.address_of(email)
        return address is not None and isinstance(await self._proven(address), Person)

    async def _in_time(self, ask: Callable[[], Awaitable[T]]) -> T:
        """Ask at the pace that the platform allows."""
        while True:
            try:
                return await ask()
            except (NotYet, Throttled) as hold:
                if hold.wait > LONGEST_LULL:
                    raise
                await self._sleep(hold.wait.total_seconds())


def _is_within(span: timedelta, known: Known, at: datetime) -> bool:
    return known.proven_at is not None and at < known.proven_at + span


def _until(known: Known, at: datetime) -> datetime:
    """Say when to look again: soon, and no later than the proof holds."""
    proof_ends = (known.proven_at or at) + PROOF_HOLDS
    return min(at + COPY_HOLDS, proof_ends)


def _life(who: Person | Outsider) -> timedelta:
    return COPY_HOLDS if isinstance(who, Person) else PROOF_HOLDS


def _in_grace(known: Known | None, at: datetime) -> Person | Outsider:
    if known is not None and _is_within(GRACE, known, at):
        return known.person
    return Outsider(Why.UNCHECKED)
