"""Asks who somebody is: the roster of the room they were met in, the teams' rosters, or Graph."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import AsyncGenerator, AsyncIterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from threading import Lock
from typing import Protocol

from bot.platforms.port import Unavailable, Undeliverable
from bot.platforms.teams.profile import (
    TEAMS,
    Room,
    Sender,
    Tenant,
    Told,
    addresses_of,
    object_id_of,
    profile_of,
    profile_of_user,
)
from handlers.parcel import Conversation
from handlers.roster.model import Outsider, Profile, admit, email_key
from handlers.work import Now

MOST_MET = 2000
"""Senders remembered; the one that was not met for longest makes room."""

ROSTERS_HOLD = timedelta(minutes=5)
"""How long the rosters that were read serve; a round looks up many addresses in them."""


class Rosters(Protocol):
    """The Connector's rosters; what cannot be asked now raises the port's troubles."""

    async def member(self, service: str, conversation: str, user: str) -> Told | None:
        """Give a member by the Connector's or by Entra's id; nothing where there is none such."""
        ...

    def members(self, service: str, conversation: str) -> AsyncIterator[Sequence[Told]]:
        """Go through everybody in a conversation, page by page."""
        ...


class Rooms(Protocol):
    """The conversations that Leadloop was met in; asked in worker threads."""

    def of(self, address: str) -> Conversation | None:
        """Give the personal chat with somebody, by Entra's id."""
        ...

    def rooms(self) -> Sequence[Conversation]:
        """List the channels that were heard of last."""
        ...


class Users(Protocol):
    """The tenant's own directory, where Leadloop may read it."""

    async def with_id(self, object_id: str) -> Told | None:
        """Give a user by Entra's id."""
        ...

    async def with_email(self, email: str) -> Told | None:
        """Give a user by e-mail address or user name."""
        ...


class Members:
    """The people of our tenant, by Entra's ids, as the rosters of the rooms that we are in show them."""

    platform = TEAMS

    def __init__(
        self,
        rosters: Rosters,
        rooms: Rooms,
        *,
        tenant: Tenant,
        now: Now,
        users: Users | None = None,
    ) -> None:
        """Ask these rosters, and the tenant's directory where `users` is given."""
        self._rosters = rosters
        self._rooms = rooms
        self._tenant = tenant
        self._users = users
        self._met = Met()
        self._everybody = Everybody(rosters, rooms, tenant=tenant, now=now)

    def met(self, sender: Sender) -> None:
        """Remember where somebody was seen, and how their device speaks."""
        self._met.keep(sender)

    async def profile(self, address: str) -> Profile | None:
        """Give what Teams says of somebody, asked wherever we may meet them."""
        sender, asked = self._met.get(address), False
        async for room, member in self._whereabouts(address, sender):
            asked = True
            told = await _member(self._rosters, room, member)
            if told is not None and object_id_of(told) == address:
                return profile_of(told, tenant=self._tenant, sender=sender)
        if self._users is not None:
            user = await self._users.with_id(address)
            return profile_of_user(user, tenant=self._tenant, sender=sender) if user else None
        if not asked:
            raise Unavailable("no room to ask in")
        return None

    async def address_of(self, email: str) -> str | None:
        """Find somebody by e-mail address or user name, in the teams' rosters or by Graph."""
        found = await self._everybody.find(email)
        if found is not None:
            if self._met.get(found.object_id) is None:
                self._met.keep(found)
            return found.object_id
        user = None if self._users is None else await self._users.with_email(email)
        return profile_of_user(user, tenant=self._tenant).address or None if user else None

    async def _whereabouts(
        self, address: str, sender: Sender | None
    ) -> AsyncGenerator[tuple[Room, str]]:
        """Name the rooms where somebody may be met, the last one first, each with their id there."""
        if sender is not None and sender.room.conversation:
            yield sender.room, sender.member
        chat = await asyncio.to_thread(self._rooms.of, address)
        teams = await asyncio.to_thread(self._rooms.rooms)
        for one in (*([chat] if chat else ()), *teams):
            if sender is None or room_of(one) != sender.room:
                yield room_of(one), address


class Everybody:
    """Who is in the teams, read once for the many addresses of a round."""

    def __init__(self, rosters: Rosters, rooms: Rooms, *, tenant: Tenant, now: Now) -> None:
        """Read nothing yet."""
        self._rosters = rosters
        self._rooms = rooms
        self._tenant = tenant
        self._now = now
        self._by_address: Mapping[str, Sender] = {}
        self._holds_until: datetime | None = None

    async def find(self, email: str) -> Sender | None:
        """Give where somebody with an e-mail address or user name can be met."""
        at = self._now()
        if self._holds_until is None or at >= self._holds_until:
            self._by_address = await self._read()
            self._holds_until = at + ROSTERS_HOLD
        return self._by_address.get(email_key(email))

    async def _read(self) -> Mapping[str, Sender]:
        found = dict[str, Sender]()
        for conversation in await asyncio.to_thread(self._rooms.rooms):
            room = room_of(conversation)
            with suppress(Undeliverable):  # we are in this team no more
                async for page in self._rosters.members(room.service_url, room.conversation):
                    self._note(page, room, found)
        return found

    def _note(self, page: Sequence[Told], room: Room, found: dict[str, Sender]) -> None:
        """Note who would be let in: a stranger's roster entry may claim anybody's address."""
        for member in page:
            profile = profile_of(member, tenant=self._tenant)
            if isinstance(admit(profile, self._tenant.domains), Outsider) or not profile.address:
                continue
            sender = Sender(object_id=profile.address, member=profile.address, room=room)
            for address in addresses_of(member):
                found.setdefault(email_key(address), sender)


class Met:
    """Where each person was met last; any thread may use it."""

    def __init__(self, most: int = MOST_MET) -> None:
        """Remember nobody."""
        self._most = most
        self._senders: OrderedDict[str, Sender] = OrderedDict()
        self._lock = Lock()

    def get(self, object_id: str) -> Sender | None:
        """Give how somebody was met last."""
        with self._lock:
            return self._senders.get(object_id)

    def keep(self, sender: Sender) -> None:
        """Remember how somebody was met."""
        with self._lock:
            self._senders[sender.object_id] = sender
            self._senders.move_to_end(sender.object_id)
            if len(self._senders) > self._most:
                self._senders.popitem(last=False)


def room_of(conversation: Conversation) -> Room:
    """Give where a conversation's roster is asked for."""
    return Room(conversation.conversation, conversation.service_url)


async def _member(rosters: Rosters, room: Room, member: str) -> Told | None:
    try:
        return await rosters.member(room.service_url, room.conversation, member)
    except Undeliverable:  # we are in this room no more, so it tells of nobody
        return None
