"""Teams as a platform: posts, replaces and takes away messages, and hands over files."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from typing import assert_never

from bot.i18n import Voice
from bot.pace import Pace
from bot.platforms.port import Undeliverable
from bot.platforms.teams.calls import Connector
from bot.platforms.teams.contact import Contacts
from bot.platforms.teams.errors import Declined, Told
from bot.platforms.teams.files import Files
from bot.platforms.teams.limits import SPEAKING
from bot.platforms.teams.references import References
from bot.platforms.teams.render import render_card
from bot.platforms.teams.seals import Seal, Seals
from bot.platforms.teams.spots import Spot, read_reference, reference
from handlers.message import Card, File, Message
from handlers.parcel import Conversation

ADAPTIVE = "application/vnd.microsoft.card.adaptive"


class TeamsPlatform:
    """One tenant; an address is a person, their home, a channel, a group chat or a thread."""

    name = "teams"

    def __init__(
        self,
        connector: Connector,
        contacts: Contacts,
        files: Files,
        references: References,
        seals: Seals,
        *,
        pace: Pace = SPEAKING,
    ) -> None:
        """Speak through this connector with whom it may; what buttons carry goes out sealed."""
        self.pace = pace
        self._connector = connector
        self._contacts = contacts
        self._files = files
        self._references = references
        self._seals = seals

    # ---- what the port wants

    async def send(self, address: str, message: Message, *, voice: Voice, key: str) -> str:
        """Post a message and give its reference."""
        spot = Spot.read(address)
        async with self._let_in(spot) as room:
            seal = self._seal(spot, room.conversation)
            activity = await self._spoken(spot, message, voice, key=key, seal=seal)
            where = spot.within(room.conversation)
            id = await self._connector.post(room.service_url, where, activity)
            return reference(room.conversation, id)

    async def replace(
        self, address: str, reference: str, message: Message, *, voice: Voice
    ) -> None:
        """Put a card in place of an earlier one; one that is gone is not posted again."""
        if not isinstance(message, Card):
            raise Undeliverable("a file takes nothing's place")
        spot, (conversation, id) = Spot.read(address), read_reference(reference)
        shown = _drawn(message, voice, self._seal(spot, conversation))
        async with self._let_in(spot) as room:
            await self._connector.put(room.service_url, conversation, id, shown)

    async def remove(self, address: str, reference: str) -> None:
        """Take a message away; one that is gone stays gone."""
        conversation, id = read_reference(reference)
        room = await self._contacts.at(Spot.read(address))
        await self._connector.delete(room.service_url, conversation, id)

    def can_find(self, address: str) -> bool:
        """Tell that Teams cannot be asked: it lets no bot look for its own messages."""
        del address
        return False

    async def find(self, address: str, key: str) -> str | None:
        """Find nothing; nobody asks."""
        del address, key
        return None

    # ---- what the rest of the house wants

    @property
    def connector(self) -> Connector:
        """The way to call Teams, whose limits and health the door shares."""
        return self._connector

    def holds(self) -> bool:
        """Tell whether we get a token that Teams takes; else nothing is sent and all is kept."""
        return self._connector.health.holds()

    def fall(self, code: str) -> None:
        """Stop sending: somebody found that our token is worth nothing any more."""
        self._connector.health.fall(code)

    async def watch(self, stop: asyncio.Event) -> None:
        """Try the token at the start, and every minute while it is refused, until `stop`."""
        await self._connector.health.watch(self.probe, stop)

    async def probe(self) -> None:
        """Try the token now."""
        await self._connector.probe(await asyncio.to_thread(self._references.newest))

    async def check(self, address: str) -> None:
        """Raise `Undeliverable` where no lead data may go, such as a room with guests in it."""
        async with self._let_in(Spot.read(address)):
            return

    async def accepted(
        self, file: str, upload: Mapping[str, object], *, address: str, activity: str
    ) -> None:
        """Bring up a file that the person at this address accepted, and show it in its place.

        `activity` is the id of the message that asked. Repeating this does no harm; raises the
        port's troubles, `Undeliverable` where the file is not theirs or its time is over.
        """
        spot = Spot.read(address)
        shown = await self._files.bring(file, upload, address=spot.address)
        room = await self._contacts.at(spot)
        await self._connector.put(room.service_url, room.conversation, activity, shown)
        await self._files.forget(file, address=spot.address)

    async def declined(self, file: str, *, address: str, activity: str) -> None:
        """Drop a file that the person at this address does not want, and the question for it."""
        spot = Spot.read(address)
        await self._files.forget(file, address=spot.address)
        room = await self._contacts.at(spot)
        await self._connector.delete(room.service_url, room.conversation, activity)

    # ---- how it is done

    @asynccontextmanager
    async def _let_in(self, spot: Spot) -> AsyncGenerator[Conversation]:
        """Find a conversation that lead data may go to, and remember where we are shut out."""
        try:
            room = await self._contacts.at(spot)
            await self._contacts.check(room)
            yield room
        except Declined as declined:
            if declined.shuts_out:
                await self._contacts.shut_out(spot)
            raise

    def _seal(self, spot: Spot, conversation: str) -> Seal:
        """Seal for all who read a conversation, or for the one person who alone does."""
        return self._seals.at("", spot.address) if spot.is_direct else self._seals.at(conversation)

    async def _spoken(
        self, spot: Spot, message: Message, voice: Voice, *, key: str, seal: Seal
    ) -> Told:
        match message:
            case Card():
                return _drawn(message, voice, seal)
            case File():
                if not spot.is_direct:
                    raise Undeliverable("Teams takes a file only in a personal chat")
                title = voice.speak(message.title)
                address = spot.address
                return await self._files.offer(message, title, id=key, address=address, seal=seal)
            case _:
                assert_never(message)


def _drawn(card: Card, voice: Voice, seal: Seal) -> Told:
    drawn = render_card(card, voice, seal=seal)
    attachment = {"contentType": ADAPTIVE, "content": drawn.content}
    return {"type": "message", "summary": drawn.summary, "attachments": [attachment]}
