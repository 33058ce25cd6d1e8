"""Finds the conversation at an address, and opens one with a person we never spoke with."""

from __future__ import annotations

import asyncio

from bot.platforms.port import Undeliverable
from bot.platforms.teams.calls import Connector
from bot.platforms.teams.errors import Declined
from bot.platforms.teams.graph import Graph
from bot.platforms.teams.hosts import MICROSOFT
from bot.platforms.teams.references import TEAMS, References
from bot.platforms.teams.spots import Spot
from handlers.parcel import Conversation, Kind

SERVICE_URL = f"https://{MICROSOFT[0]}/teams/"
"""Where the Connector is called about a conversation that was never heard of."""

SHUT_OUT = "blocked, or uninstalled"
ABSENT = "not installed"
FOREIGN = "people of other companies can read there"

_OUTSIDE = frozenset({"anonymous", "guest"})


class Contacts:
    """Who and what can be written to, and how."""

    def __init__(
        self,
        connector: Connector,
        references: References,
        *,
        app: str,
        tenant: str,
        graph: Graph | None = None,
        service_url: str = SERVICE_URL,
    ) -> None:
        """Speak for this app in this tenant; `graph` where it may install itself for people."""
        self._connector = connector
        self._references = references
        self._app = app
        self._tenant = tenant.lower()
        self._graph = graph
        self._service_url = service_url

    async def at(self, spot: Spot) -> Conversation:
        """Give the conversation; raises `Undeliverable` where we may not or cannot write."""
        known = await asyncio.to_thread(self._references.of, spot.address)
        if known is None:
            return await self._first(spot)
        if known.blocked_at is not None:
            raise Undeliverable(SHUT_OUT)
        return known

    async def check(self, room: Conversation) -> None:
        """Raise `Undeliverable` where somebody reads who is not the company's own.

        A guest is let into the tenant, not into lead data; whoever has no tenant counts against
        the room. One person alone needs no look: they were proven to be ours.
        """
        if room.kind is Kind.PERSONAL:
            return
        async for some in self._connector.members(room.service_url, room.conversation):
            for member in some:
                tenant = str(member.get("tenantId") or "").lower()
                if tenant != self._tenant or member.get("userRole") in _OUTSIDE:
                    raise Undeliverable(FOREIGN)

    async def shut_out(self, spot: Spot) -> None:
        """Remember that nothing may be sent there until it is heard of again."""
        await asyncio.to_thread(self._references.blocked, spot.address)

    async def _first(self, spot: Spot) -> Conversation:
        if not spot.is_direct:
            kind = Kind.CHANNEL if spot.address.endswith("@thread.tacv2") else Kind.GROUP
            url = await self._usual_url()
            return _conversation(spot.address, spot.address, url, kind)
        found = await self._by_roster(spot.address) or await self._by_graph(spot.address)
        if found is None:
            raise Undeliverable(ABSENT)
        await asyncio.to_thread(self._references.saw, found)
        return found

    async def _by_roster(self, person: str) -> Conversation | None:
        """Look for somebody in the channels that we are in, and open a chat with them."""
        for room in await asyncio.to_thread(self._references.rooms):
            try:
                member = await self._connector.member(room.service_url, room.conversation, person)
            except Declined:  # we are in this one no more
                continue
            if member is not None and str(member.get("aadObjectId", "")).lower() == person:
                return await self._opened(person, str(member.get("id")), room.service_url)
        return None

    async def _opened(self, person: str, member: str, service_url: str) -> Conversation | None:
        asked = {
            "bot": {"id": f"28:{self._app}"},
            "members": [{"id": member}],
            "tenantId": self._tenant,
            "channelData": {"tenant": {"id": self._tenant}},
            "isGroup": False,
        }
        try:
            id = await self._connector.open(service_url, asked)
        except Declined as declined:
            if not declined.shuts_out:
                raise
            return None
        return _conversation(person, id, service_url, Kind.PERSONAL)

    async def _by_graph(self, person: str) -> Conversation | None:
        if self._graph is None:
            return None
        id = await self._graph.install(person)
        return _conversation(person, id, await self._usual_url(), Kind.PERSONAL)

    async def _usual_url(self) -> str:
        """Give where Teams called from last: all of a tenant is in one region."""
        newest = await asyncio.to_thread(self._references.newest)
        return self._service_url if newest is None else newest.service_url


def _conversation(address: str, id: str, service_url: str, kind: Kind) -> Conversation:
    return Conversation(
        platform=TEAMS, address=address, conversation=id, service_url=service_url, kind=kind
    )
