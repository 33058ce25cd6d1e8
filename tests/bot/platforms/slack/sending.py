"""What the tests of sending share: a platform that speaks to the fake Slack, and things to say."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from typing import Any

from bot.i18n import Voice
from bot.platforms.slack.client import connected, slack_client
from bot.platforms.slack.limits import Allowance
from bot.platforms.slack.search import Reconcile
from bot.platforms.slack.send import SlackPlatform
from handlers.message import Card, Cell, Chart, ChartKind, File, Paragraph, Point, Table, Tone
from handlers.people import Language
from handlers.phrase import verbatim
from tests.builders import Clock
from tests.fakes.slack.fake import FakeSlack

ENGLISH = Voice(Language.ENGLISH, "UTC")
SHEET = File(verbatim("20 leads"), "leads.csv", "text/csv", b"a,b\n1,2\n")
CHART = Chart(
    ChartKind.FUNNEL,
    verbatim("20 leads in April"),
    (Point(verbatim("Leads"), 20), Point(verbatim("Won"), 4, Tone.GOOD)),
)
TABLE = Table(
    (verbatim("Lead"), verbatim("Outcome")),
    ((Cell(verbatim("Anna Nowak")), Cell(verbatim("won"), Tone.GOOD)),),
    verbatim("Leads"),
)


@asynccontextmanager
async def speaking(
    slack: FakeSlack,
    *,
    clock: Clock | None = None,
    reconcile: Reconcile = Reconcile.DIRECT,
    allowance: Allowance | None = None,
    base_url: str = "",
) -> AsyncGenerator[SlackPlatform]:
    """A platform with its connections open, at no particular pace."""
    client = slack_client(slack.bot_token, base_url=base_url or slack.base_url)
    async with connected(client):
        yield SlackPlatform(
            client,
            now=clock or Clock(),
            reconcile=reconcile,
            allowance=allowance or Allowance({}),
        )


async def until(condition: Callable[[], bool]) -> None:
    while not condition():  # noqa: ASYNC110 - the condition lies in another thread
        await asyncio.sleep(0.02)


def card(text: str = "hello", *more: Any) -> Card:
    return Card(verbatim(text), (Paragraph(verbatim(text)), *more))


async def sent(
    platform: SlackPlatform, address: str, message: Card | File | None = None, *, key: str = "k-1"
) -> str:
    return await platform.send(address, message or card(), voice=ENGLISH, key=key)


async def replaced(
    platform: SlackPlatform, address: str, reference: str, message: Card | None = None
) -> None:
    await platform.replace(address, reference, message or card("hello again"), voice=ENGLISH)


def kinds(message: Any) -> list[str]:
    return [block["type"] for block in message.blocks]
