"""What is sent to Slack after the acknowledgement, as errands: whispers, cards put in place, links."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass

from bot.i18n import Voice
from bot.platforms.errands import Errand
from bot.platforms.port import Undeliverable
from bot.platforms.slack.deed import HOME, Deed, Kind, Preview
from bot.platforms.slack.errors import Declined
from bot.platforms.slack.parts import Slack
from bot.platforms.slack.render import Drawn, render_card
from bot.platforms.slack.surface import Kit
from handlers.message import Card
from handlers.phrase import say

PLAINEST = Kit(tables=False, charts=False)
"""What every workspace takes."""

POSTED = "conversations_history"
"""The source of a link in a message that was sent; any other is still being written."""

QUIET = {"unfurl_links": False, "unfurl_media": False}

_OURS = frozenset({Kind.SAID, Kind.MESSAGE, Kind.WHISPER})
"""Done in a conversation in which we are."""

Shape = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Teller:
    """Answers one deed by what Slack gave along with it."""

    slack: Slack
    deed: Deed
    voice: Voice
    """The person's own."""

    def whispered(self, card: Card) -> Errand:
        """Tell the person alone."""
        spot, message = self.deed.spot, body_of(render_card(card, self.voice, PLAINEST))
        is_here = spot.kind in _OURS and bool(spot.channel)
        if is_here and spot.is_direct:
            return self._posted(spot.channel, message | self._thread())
        if spot.response_url and self.slack.outside.may_reply(spot.response_url):
            words = {"response_type": "ephemeral", "replace_original": False}
            return self._replied(message | words | self._thread())
        if is_here:
            return Errand(spot.channel, lambda: self._whisper(message))
        return self._posted(self.deed.user, message)

    def to_themselves(self, card: Card) -> Errand:
        """Tell the person in their direct messages, where nothing else is left."""
        return self._posted(self.deed.user, body_of(render_card(card, self.voice, PLAINEST)))

    def replaced(self, card: Card) -> Errand:
        """Put a card in place of the message that this person alone sees."""
        drawn = render_card(card, self.voice, PLAINEST)
        return self._replied(body_of(drawn) | {"replace_original": True})

    def updated(self, card: Card) -> Errand:
        """Put a card in place of the pressed message, for everybody there."""
        channel = self.deed.spot.message.partition("/")[0]
        return Errand(channel, lambda: self._update(card))

    def published(self, card: Card) -> Errand:
        """Put a card in place of the person's home."""
        replace, user = self.slack.platform.replace, self.deed.user
        return Errand(user, lambda: replace(f"{HOME}:{user}", HOME, card, voice=self.voice))

    def unfolded(self, preview: Preview, card: Card) -> Errand:
        """Put a card below a link; a neutral one where others than our people may read it."""
        return Errand(f"{preview.channel}/{preview.url}", lambda: self._unfold(preview, card))

    def _posted(self, channel: str, message: Shape) -> Errand:
        return Errand(
            channel,
            lambda: self.slack.platform.calls.do(
                "chat.postMessage", channel=channel, **message, **QUIET
            ),
        )

    def _replied(self, message: Shape) -> Errand:
        spot = self.deed.spot
        return Errand(
            spot.channel or self.deed.user,
            lambda: self.slack.outside.reply(spot.response_url, message),
        )

    def _thread(self) -> dict[str, object]:
        return {"thread_ts": self.deed.spot.thread} if self.deed.spot.thread else {}

    async def _whisper(self, message: Shape) -> None:
        """Whisper in a channel; who is not in it hears it in their direct messages."""
        spot, calls = self.deed.spot, self.slack.platform.calls
        whisper = {"channel": spot.channel, "user": self.deed.user, **message, **self._thread()}
        try:
            await calls.do("chat.postEphemeral", **whisper)
        except Declined:
            await calls.do("chat.postMessage", channel=self.deed.user, **message, **QUIET)

    async def _update(self, card: Card) -> None:
        spot, voice = self.deed.spot, self.voice
        channel = spot.message.partition("/")[0]
        if not channel.startswith("D"):
            voice = await self._voice_in(channel)
        await self.slack.platform.replace(channel, spot.message, card, voice=voice)

    async def _voice_in(self, channel: str) -> Voice:
        loop, slack = asyncio.get_running_loop(), self.slack
        return await loop.run_in_executor(slack.threads, slack.voice_in, channel) or self.voice

    async def _unfold(self, preview: Preview, card: Card) -> None:
        is_open = await self._may_unfold(preview)
        shown = card if is_open else Card(say("slack-unfurl-neutral"), ())
        blocks = render_card(shown, self.voice, PLAINEST).blocks
        by_id = {"unfurl_id": preview.unfurl, "source": preview.source}
        by_message = {"channel": preview.channel, "ts": preview.ts}
        where = by_id if preview.unfurl and preview.source else by_message
        unfurls = {preview.url: {"blocks": list(blocks)}}
        await self.slack.platform.calls.do("chat.unfurl", unfurls=unfurls, **where)

    async def _may_unfold(self, preview: Preview) -> bool:
        """Tell whether only our people read this; what is still being written may go anywhere."""
        if preview.source not in {"", POSTED} or self.deed.is_shared:
            return False
        if preview.channel.startswith("D"):
            return preview.is_ours
        try:
            await self.slack.platform.check(preview.channel)
        except Undeliverable as refusal:
            return str(refusal) == "not_in_channel"
        return True


def body_of(drawn: Drawn) -> dict[str, object]:
    """Give a drawn card as the arguments of a call."""
    return {"text": drawn.text, "blocks": list(drawn.blocks)}
