"""Looks whether Slack is set up: tokens, rights, clock, channels and administrators."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from email.utils import parsedate_to_datetime
from typing import Any, cast

from slack_sdk.errors import SlackApiError

from bot.checkup import Finding, advice, well, wrong
from bot.platforms.port import Unavailable, Undeliverable
from bot.platforms.slack.channels import FOREIGN, Conversations
from bot.platforms.slack.client import Client, connected
from bot.platforms.slack.errors import WHATEVER, TokenRefused, trouble
from bot.platforms.slack.manifest import scopes
from bot.platforms.slack.send import SlackPlatform
from handlers.phrase import Phrase, say, verbatim
from handlers.work import Now

LARGEST_SKEW = timedelta(minutes=2)
"""Slack's signatures are good for five minutes; a clock further off than this will fail one day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the settings say of Slack."""

    app_token: str
    has_secret: bool
    channels: Mapping[str, str]
    """Ids of the sides' channels, by the side's word."""
    administrators: Sequence[str]
    link_hosts: Sequence[str]


async def checkup(client: Client, wanted: Wanted, *, now: Now) -> Sequence[Finding]:
    """Ask Slack about everything that the settings name; it changes nothing there."""
    async with connected(client):
        return [finding async for finding in _Checkup(client, wanted, now).findings()]


class _Checkup:
    """One round of questions."""

    def __init__(self, client: Client, wanted: Wanted, now: Now) -> None:
        self._client = client
        self._wanted = wanted
        self._now = now
        self._conversations = Conversations(SlackPlatform(client, now=now).calls)

    async def findings(self) -> AsyncGenerator[Finding]:
        """Look at the token first: without it there is nothing else to see."""
        try:
            told = await self._asked("auth.test")
        except (TokenRefused, Undeliverable) as refusal:
            yield wrong(say("check-slack-token", code=verbatim(str(refusal))))
            return
        except Exception as error:  # noqa: BLE001 - whatever it is, Slack was not reached
            yield wrong(say("check-slack-away", error=verbatim(type(error).__name__)))
            return
        yield well(say("check-slack-workspace", name=verbatim(str(told.data["team"]))))
        yield self._clock(told.headers)
        async for finding in self._rights(told.headers):
            yield finding
        yield await self._door()
        for side, channel in self._wanted.channels.items():
            yield await self._channel(side, channel)
        for email in self._wanted.administrators:
            yield await self._administrator(email)

    def _clock(self, headers: Mapping[str, str]) -> Finding:
        try:
            theirs = parsedate_to_datetime(headers.get("Date", ""))
        except ValueError:
            return advice(say("check-clock-unknown"))
        skew = abs(self._now() - theirs)
        if skew > LARGEST_SKEW:
            return wrong(say("check-clock-wrong", minutes=int(skew.total_seconds() // 60)))
        return well(say("check-clock"))

    async def _rights(self, headers: Mapping[str, str]) -> AsyncGenerator[Finding]:
        """Compare the token's scopes with the manifest's."""
        given = {one.strip() for one in headers.get("x-oauth-scopes", "").split(",")}
        needed, wished = scopes(link_hosts=self._wanted.link_hosts)
        missing = [one for one in needed if one not in given]
        optional = [one for one in wished if one not in given]
        if missing:
            yield wrong(say("check-slack-scopes", scopes=_listed(missing)))
        else:
            yield well(say("check-slack-rights"))
        if optional:
            yield advice(say("check-slack-optional", scopes=_listed(optional)))

    async def _door(self) -> Finding:
        if not self._wanted.app_token:
            return (
                well(say("check-slack-http"))
                if self._wanted.has_secret
                else wrong(say("run-slack-no-door"))
            )
        try:
            await self._asked("apps.connections.open", token=self._wanted.app_token)
        except Exception as error:  # noqa: BLE001 - the operator sees which
            return wrong(say("check-slack-app-token", code=verbatim(str(error))))
        return well(say("check-slack-socket"))

    async def _channel(self, side: str, channel: str) -> Finding:
        team = say(f"delivery-channel-{side}")
        if not channel:
            return advice(say("check-slack-no-channel", team=team))
        try:
            await self._conversations.check(channel)
        except Undeliverable as reason:
            why = "shared" if str(reason) == FOREIGN else "closed"
            return wrong(say(f"check-slack-channel-{why}", team=team, code=verbatim(str(reason))))
        except Unavailable as error:
            return wrong(say("check-slack-away", error=verbatim(str(error))))
        return well(say("check-slack-channel", team=team))

    async def _administrator(self, email: str) -> Finding:
        try:
            await self._asked("users.lookupByEmail", email=email)
        except Exception:  # noqa: BLE001 - why Slack does not know them is not ours to say
            return wrong(say("check-slack-administrator", email=verbatim(email)))
        return well(say("check-slack-administrator-known", email=verbatim(email)))

    async def _asked(self, method: str, *, token: str = "", **asked: str) -> Any:
        """Ask Slack; raises the port's troubles, or `TokenRefused`."""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        try:
            return cast(
                "Any",
                await self._client.api_call(  # pyright: ignore[reportUnknownMemberType]
                    method, params=asked, headers=headers
                ),
            )
        except (SlackApiError, *WHATEVER) as error:
            raise trouble(error, writes=False) from None


def _listed(missing: Sequence[str]) -> tuple[Phrase, ...]:
    return tuple(verbatim(one) for one in missing)
