"""A pressed message is changed where the press itself came from, and spares the limit of updates."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest

from bot.platforms.slack.client import connected, slack_client
from bot.platforms.slack.limits import Allowance
from bot.platforms.slack.outside import Outside
from bot.platforms.slack.replies import LIVES, MOST, USES, Replies
from bot.platforms.slack.send import SlackPlatform
from tests.bot.platforms.slack.sending import card, replaced, sent
from tests.builders import Clock
from tests.fakes.slack.fake import FakeSlack

pytestmark = pytest.mark.anyio


@dataclass
class Pressed:
    """A rep's message, where they pressed something just now."""

    slack: FakeSlack
    platform: SlackPlatform
    replies: Replies
    clock: Clock
    user: str
    reference: str

    def press(self) -> None:
        channel, _, ts = self.reference.partition("/")
        url = self.slack.new_response_url(channel, self.user, ts)
        self.replies.remember(self.reference, url)

    async def change(self, text: str) -> None:
        await replaced(self.platform, self.user, self.reference, card(text))

    @property
    def updates(self) -> int:
        return len(self.slack.calls_of("chat.update"))

    @property
    def shown(self) -> str:
        return self.slack.said_to(self.user)[-1].text


@asynccontextmanager
async def pressed(slack: FakeSlack) -> AsyncGenerator[Pressed]:
    clock, host = Clock(), urlsplit(slack.address).netloc
    outside = Outside(
        slack.bot_token,
        replies=frozenset({host}),
        files=frozenset({host}),
        schemes=frozenset({"http"}),
    )
    replies = Replies(outside, now=clock)
    client = slack_client(slack.bot_token, base_url=slack.base_url)
    async with connected(client):
        platform = SlackPlatform(client, now=clock, allowance=Allowance({}), replies=replies)
        user = slack.member("Piotr Rep").id
        reference = await sent(platform, user)
        yield Pressed(slack, platform, replies, clock, user, reference)


async def test_a_message_that_was_just_pressed_costs_no_update(slack: FakeSlack) -> None:
    async with pressed(slack) as rep:
        rep.press()
        await rep.change("answered")
        assert rep.shown.startswith("answered")
        assert rep.updates == 0


async def test_a_message_that_nobody_pressed_is_updated(slack: FakeSlack) -> None:
    async with pressed(slack) as rep:
        await rep.change("changed")
        assert rep.shown.startswith("changed")
        assert rep.updates == 1


async def test_an_address_is_used_no_more_often_and_no_longer_than_slack_takes_it(
    slack: FakeSlack,
) -> None:
    async with pressed(slack) as rep:
        rep.press()
        for number in range(USES):
            await rep.change(f"change {number}")
        assert rep.updates == 0
        await rep.change("one more")
        assert rep.updates == 1
        rep.press()
        rep.clock.move(seconds=LIVES.total_seconds())
        await rep.change("late")
        assert rep.updates == 2
        assert rep.shown.startswith("late")


async def test_an_address_that_slack_refuses_does_not_lose_the_change(slack: FakeSlack) -> None:
    async with pressed(slack) as rep:
        rep.replies.remember(rep.reference, f"{slack.address}/no/such/address")
        await rep.change("all the same")
        assert rep.updates == 1
        assert rep.shown.startswith("all the same")


async def test_only_so_many_presses_are_remembered(slack: FakeSlack) -> None:
    async with pressed(slack) as rep:
        rep.press()
        for number in range(MOST):
            rep.replies.remember(f"D/{number}", "https://hooks.slack.com/x")
        await rep.change("forgotten")
        assert rep.updates == 1
