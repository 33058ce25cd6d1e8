"""What is done in Teams after the answer, as errands: messages, cards put in place, files brought."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from bot.i18n import Voice
from bot.platforms.errands import Errand
from bot.platforms.port import Undeliverable
from bot.platforms.teams.deed import Consent, Spot
from bot.platforms.teams.parts import Teams
from bot.platforms.teams.profile import Sender
from handlers.message import Card
from handlers.phrase import say

Given = TypeVar("Given")


@dataclass(frozen=True, slots=True)
class Teller:
    """Answers one person beyond the answer that Teams waits for."""

    teams: Teams
    sender: Sender
    spot: Spot
    voice: Voice
    """The person's own."""

    def whispered(self, card: Card) -> tuple[Errand, ...]:
        """Tell the person alone, in their chat with us; who has no account is told nothing."""
        person, key = self.sender.object_id, self.teams.new_id()
        if not person:
            return ()
        send = self.teams.platform.send
        return (Errand(person, lambda: send(person, card, voice=self.voice, key=key)),)

    def updated(self, card: Card) -> tuple[Errand, ...]:
        """Put a card in place of the pressed message, for everybody there."""
        return (Errand(self.address, lambda: self._update(card)),) if self.address else ()

    async def voice_here(self) -> Voice:
        """Give how the conversation is spoken to: a channel in its own language."""
        if self.spot.is_direct:
            return self.voice
        found = await self.in_thread(lambda: self.teams.voice_in(self.spot.conversation))
        return found or self.voice

    async def in_thread(self, work: Callable[[], Given]) -> Given:
        """Let something that blocks be done aside."""
        return await asyncio.get_running_loop().run_in_executor(self.teams.threads, work)

    def fetched(self, consent: Consent) -> Errand:
        """Bring a file that somebody took, and tell them where it cannot be had any more."""
        return Errand(self.address, lambda: self._fetch(consent))

    def dropped(self, consent: Consent) -> Errand:
        """Drop a file that somebody does not want."""
        declined, on = self.teams.platform.declined, _activity(self.spot)
        return Errand(
            self.address, lambda: declined(consent.file, address=self.address, activity=on)
        )

    @property
    def address(self) -> str:
        """Name the conversation as delivery does: a personal chat by its person."""
        return self.sender.object_id if self.spot.is_direct else self.spot.conversation

    async def _update(self, card: Card) -> None:
        voice = await self.voice_here()
        await self.teams.platform.replace(self.address, self.spot.message, card, voice=voice)

    async def _fetch(self, consent: Consent) -> None:
        platform, on = self.teams.platform, _activity(self.spot)
        try:
            await platform.accepted(consent.file, consent.upload, address=self.address, activity=on)
        except Undeliverable:
            sorry = Card(say("teams-file-gone"), ())
            key = self.teams.new_id()
            await platform.send(self.address, sorry, voice=self.voice, key=key)


def _activity(spot: Spot) -> str:
    return spot.message.rpartition("|")[2]
