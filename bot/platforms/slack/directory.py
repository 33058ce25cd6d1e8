"""Knows who a Slack user is: asks Slack when somebody acts, and looks for owners in the background."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar, cast

import structlog

from bot.faults import described
from bot.platforms.port import NotYet, Throttled, Unavailable
from bot.platforms.slack.calls import Calls
from bot.platforms.slack.errors import Declined
from bot.platforms.slack.memory import Memory
from bot.platforms.slack.profile import SLACK, profile_of
from handlers.interaction import Handler, Interaction, Reply
from handlers.people import Person
from handlers.roster.enrolment import Enrolment
from handlers.roster.model import Account, Known, Outsider, Why
from handlers.work import Now

PROOF_HOLDS = timedelta(minutes=10)
"""How long we believe what Slack said of an account; `user_change` ends it at once."""

COPY_HOLDS = timedelta(minutes=1)
"""How long a person is not read from the database again: another replica may know better."""

GRACE = timedelta(hours=24)
"""How long the last proof serves while Slack cannot be asked, for whom we know already."""

TIME_TO_ASK = timedelta(seconds=1.5)
"""For one question at a press, which must be answered within three seconds in all."""

REST = timedelta(seconds=30)
"""After a question in vain nobody else waits for one so long."""

ROUNDS_EVERY = timedelta(minutes=10)
PROVEN_ANEW_AFTER = timedelta(days=1)
"""An account nobody uses is proven again daily: an event that told of its end may have been lost."""

MOST_LOOK_UPS = 200
MOST_PROOFS = 500
"""In one round."""

LONGEST_LULL = timedelta(seconds=30)
"""A wait longer than this ends the round; the next one goes on."""

NOT_HERE = frozenset({"user_not_found", "user_not_visible", "users_not_found"})

VAIN = (Throttled, NotYet, Unavailable, TimeoutError)
"""Slack told nothing of the person, one way or the other."""

FEATURE_OF_THEIR_OWN = "settings."
"""Routes by which people change what is known of themselves."""

T = TypeVar("T")

log = structlog.get_logger()


class Directory:
    """People by their Slack users. Whom Slack cannot vouch for is not let in, unless known of late."""

    def __init__(
        self,
        calls: Calls,
        roll: Enrolment,
        *,
        team: str,
        now: Now,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """Ask Slack by these calls, and keep what it says on this roll; `team` is our workspace."""
        self._calls = calls
        self._roll = roll
        self._team = team
        self._now = now
        self._sleep = sleep
        self._memory = Memory()
        self._rests_until: datetime | None = None

    async def actor(self, user: str) -> Person | Outsider:
        """Tell who acts, or why they are not let in."""
        at = self._now()
        remembered = self._memory.get(user, at)
        if remembered is not None:
            return remembered
        known = await asyncio.to_thread(self._roll.known, Account(SLACK, user))
        if known is not None and _is_within(PROOF_HOLDS, known, at):
            self._memory.keep(user, known.person, _until(known, at))
            return known.person
        try:
            return await self._asked_now(user)
        except VAIN as trouble:
            log.warning("slack-user-unchecked", known=known is not None, error=described(trouble))
            return _in_grace(known, at)

    async def forget(self, user: str) -> None:
        """Believe nothing of a user any more, and look again at once if it is somebody's account."""
        self._memory.drop(user)
        if not await asyncio.to_thread(self._roll.doubt, Account(SLACK, user)):
            return
        try:
            await self._proven(user)
        except VAIN as trouble:
            log.warning("slack-user-in-doubt", error=described(trouble))

    def renewing(self, route: Handler) -> Handler:
        """Let people be spoken to in their new language from the press on by which they chose it."""

        def routed(asked: Interaction) -> Reply:
            try:
                return route(asked)
            finally:
                if asked.name.startswith(FEATURE_OF_THEIR_OWN):
                    self._memory.drop_person(asked.actor)

        return routed

    # ---- asking Slack

    async def _asked_now(self, user: str) -> Person | Outsider:
        """Ask while somebody waits, but not again and again where Slack does not answer."""
        at = self._now()
        if self._rests_until is not None and at < self._rests_until:
            raise NotYet(self._rests_until - at)
        try:
            async with asyncio.timeout(TIME_TO_ASK.total_seconds()):
                return await self._proven(user)
        except (Unavailable, TimeoutError):
            self._rests_until = at + REST
            raise

    async def _proven(self, user: str) -> Person | Outsider:
        """Ask Slack who a user is, and sign them in or out accordingly."""
        who = await self._enrolled(user)
        if isinstance(who, Outsider) and who.reason is Why.NO_DOMAINS:
            log.warning("nobody-is-let-in", missing="LEADLOOP_DOMAINS")
        self._memory.keep(user, who, self._now() + _life(who))
        return who

    async def _enrolled(self, user: str) -> Person | Outsider:
        told = await self._told("users.info", user=user, include_locale="true")
        if told is None:
            await asyncio.to_thread(self._roll.sign_out, Account(SLACK, user))
            return Outsider(Why.STRANGER)
        profile = profile_of({**told, "id": user}, team=self._team)
        return await asyncio.to_thread(self._roll.enrol, profile)

    async def _told(self, method: str, **asked: str) -> Mapping[str, object] | None:
        """Give a user object; none where Slack knows no such user."""
        try:
            body = await self._calls.ask(method, **asked)
        except Declined as refusal:
            if refusal.code in NOT_HERE:
                return None
            log.warning("slack-tells-of-nobody", method=method, code=str(refusal))
            raise Unavailable(refusal.code) from None
        user = body.get("user")
        if not isinstance(user, dict):
            raise Unavailable("no user in the answer")
        return cast("Mapping[str, object]", user)

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
                    log.warning("slack-round-failed", error=described(error))
            await self._sleep(ROUNDS_EVERY.total_seconds())

    async def match_owners(self) -> int:
        """Look for the accounts of owners and of people named in the settings, and count them.

        Each address is looked up once a day, whether it was found or not.
        """
        found = 0
        with suppress(*VAIN):
            for email in await asyncio.to_thread(self._roll.to_look_up, MOST_LOOK_UPS):
                found += await self._in_time(partial(self._looked_up, email))
                await asyncio.to_thread(self._roll.note_look_up, email)
        return found

    async def prove_accounts(self) -> int:
        """Prove the accounts again that were not for a day, or are in doubt, and count them."""
        since, proven = self._now() - PROVEN_ANEW_AFTER, 0
        stale = await asyncio.to_thread(self._roll.unproven, SLACK, since=since, limit=MOST_PROOFS)
        with suppress(*VAIN):
            for account in stale:
                await self._in_time(partial(self._proven, account.address))
                proven += 1
        return proven

    async def _looked_up(self, email: str) -> bool:
        told = await self._told("users.lookupByEmail", email=email)
        user = None if told is None else told.get("id")
        return isinstance(user, str) and isinstance(await self._proven(user), Person)

    async def _in_time(self, ask: Callable[[], Awaitable[T]]) -> T:
        """Ask at the pace that Slack allows."""
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
