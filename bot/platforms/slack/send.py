"""Slack as a platform: posts, replaces and takes away messages, and looks what became of them."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from functools import partial
from typing import assert_never, cast

from slack_sdk.web.async_client import AsyncWebClient

from bot.i18n import Voice
from bot.pace import Pace
from bot.platforms.health import Health
from bot.platforms.port import Undeliverable, Unsure
from bot.platforms.slack.calls import POST, Calls
from bot.platforms.slack.channels import Conversations, Spot
from bot.platforms.slack.easel import Easel, Learnt
from bot.platforms.slack.errors import Declined, Told
from bot.platforms.slack.files import Files, marked
from bot.platforms.slack.limits import Allowance, paces
from bot.platforms.slack.pictures import Pictures
from bot.platforms.slack.render import Drawn, render_card, render_home
from bot.platforms.slack.replies import Replies
from bot.platforms.slack.search import Reconcile, Search, metadata
from bot.platforms.slack.shapes import Shape, divider
from bot.platforms.slack.surface import Kit
from handlers.message import Card, File, Message
from handlers.work import Now

PACE = Pace(per_second=1, burst=2, redraw=timedelta(seconds=2.5))
"""One message a second and channel, in short bursts more (docs.slack.dev, rate limits). Updates
have 50 a minute for all conversations together, so a live card changes less often."""

EMPTY = (divider(),)
"""What a home shows that was taken away: Slack publishes none without a block."""

HOME = "home"
"""The reference of a person's home: there is only one."""


class SlackPlatform:
    """One workspace; an address is a channel, a thread in it, a person, or a person's home."""

    name = "slack"
    pace = PACE

    def __init__(
        self,
        client: AsyncWebClient,
        *,
        now: Now,
        reconcile: Reconcile = Reconcile.DIRECT,
        allowance: Allowance | None = None,
        replies: Replies | None = None,
    ) -> None:
        """Speak through this client, at Slack's usual pace unless an allowance says otherwise."""
        self._replies = replies
        self._health = Health(self.name)
        self._calls = Calls(client, allowance or Allowance(paces()), self._health)
        self._conversations = Conversations(self._calls)
        self._files = Files(self._calls)
        self._easel = Easel(Learnt(now), Pictures(self._files, now))
        self._search = Search(self._calls, self._conversations, reconcile)

    # ---- what the port wants

    async def send(self, address: str, message: Message, *, voice: Voice, key: str) -> str:
        """Post a message and give its reference: the channel with the message's time or file."""
        spot = Spot.read(address)
        if spot.home:
            await self._publish(spot, message, voice)
            return HOME
        await self.check(spot.channel)
        match message:
            case Card():
                put = partial(self._post, spot, key)
                return await self._easel.show(message, voice, draw=render_card, put=put)
            case File():
                return await self._share(spot, message, voice, key)
            case _:
                assert_never(message)

    async def replace(
        self, address: str, reference: str, message: Message, *, voice: Voice
    ) -> None:
        """Put a card in place of an earlier one; one that a person deleted is not posted again."""
        spot = Spot.read(address)
        if spot.home:
            return await self._publish(spot, message, voice)
        await self.check(spot.channel)
        put = partial(self._update, *_read(reference))
        return await self._easel.show(_card(message), voice, draw=render_card, put=put)

    async def remove(self, address: str, reference: str) -> None:
        """Take a message away; one that is gone stays gone."""
        spot = Spot.read(address)
        if spot.home:
            return await self._put_home(spot.channel, Drawn("", EMPTY))
        channel, name = _read(reference)
        if "." not in name:
            return await self._files.delete(name)
        try:
            await self._calls.do("chat.delete", channel=channel, ts=name)
        except Declined as declined:
            if declined.code != "message_not_found":
                raise
        return None

    def can_find(self, address: str) -> bool:
        """Tell whether we may look there for our own messages."""
        return self._search.can(Spot.read(address))

    async def find(self, address: str, key: str) -> str | None:
        """Give the reference of the message that was sent with this key, if it arrived."""
        return await self._search.find(Spot.read(address), key)

    # ---- what the rest of the house wants

    @property
    def calls(self) -> Calls:
        """The way to call Slack, whose pace and health the door shares."""
        return self._calls

    def holds(self) -> bool:
        """Tell whether Slack takes our token; while it does not, nothing is sent and all is kept."""
        return self._health.holds()

    def fall(self, code: str) -> None:
        """Stop sending: Slack said in an event that our token is worth nothing any more."""
        self._health.fall(code)

    async def watch(self, stop: asyncio.Event) -> None:
        """Try the token at the start, and every minute while Slack refuses it, until `stop`."""
        await self._calls.watch(stop)

    async def probe(self) -> None:
        """Try the token now."""
        await self._calls.probe()

    async def check(self, channel: str) -> None:
        """Raise `Undeliverable` where no lead data may go, such as another company's channel."""
        await self._conversations.check(channel)

    # ---- how it is done

    async def _post(self, spot: Spot, key: str, drawn: Drawn) -> str:
        told = await self._calls.do(
            POST,
            channel=spot.channel,
            text=drawn.text,
            blocks=drawn.blocks,
            metadata=metadata(key),
            unfurl_links=False,
            unfurl_media=False,
            **({"thread_ts": spot.thread} if spot.thread else {}),
        )
        channel, ts = _stands(told)
        self._conversations.learn(spot, channel)
        return f"{channel}/{ts}"

    async def _update(self, channel: str, ts: str, drawn: Drawn) -> None:
        if self._replies is not None and await self._replies.put(f"{channel}/{ts}", drawn):
            return
        await self._calls.do(
            "chat.update", channel=channel, ts=ts, text=drawn.text, blocks=drawn.blocks
        )

    async def _publish(self, spot: Spot, message: Message, voice: Voice) -> None:
        put = partial(self._put_home, spot.channel)
        await self._easel.show(_card(message), voice, draw=_draw_home, put=put, pictures=False)

    async def _put_home(self, user: str, drawn: Drawn) -> None:
        view = {"type": "home", "blocks": drawn.blocks}
        await self._calls.do("views.publish", user_id=user, view=view)

    async def _share(self, spot: Spot, file: File, voice: Voice, key: str) -> str:
        channel = await self._conversations.own_name(spot)
        id = await self._files.bring_up(file.content, name=marked(file.name, key))
        title = voice.speak(file.title)
        await self._files.share(id, title, channel=channel, thread=spot.thread)
        return f"{channel}/{id}"


def _draw_home(card: Card, voice: Voice, kit: Kit) -> Drawn:
    view = render_home(card, voice, kit)
    return Drawn(voice.speak(card.title), cast("list[Shape]", view["blocks"]))


def _card(message: Message) -> Card:
    if not isinstance(message, Card):
        raise Undeliverable("a file does not fit there")
    return message


def _read(reference: str) -> tuple[str, str]:
    channel, _, name = reference.partition("/")
    if not name:
        raise Undeliverable("Slack gave no such reference")
    return channel, name


def _stands(told: Told) -> tuple[str, str]:
    channel, ts = told.get("channel"), told.get("ts")
    if not (isinstance(channel, str) and isinstance(ts, str)):
        raise Unsure("no reference")
    return channel, ts
