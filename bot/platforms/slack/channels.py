"""Conversations: which of them get lead data, and by which names they go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from bot.platforms.port import Undeliverable, Unsure
from bot.platforms.slack.calls import Calls
from bot.platforms.slack.errors import Told

HOME = "home:"
FOREIGN = "shared with another company"

_PEOPLE = frozenset("UW")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a message goes: a conversation, a thread in it, or somebody's home."""

    channel: str
    """A channel, a direct message, or the person at its other end."""
    thread: str = ""
    home: bool = False

    @staticmethod
    def read(address: str) -> Spot:
        """Read an address as delivery knows it: ``C1``, ``C1/1700000000.1``, ``U1``, ``home:U1``."""
        if address.startswith(HOME):
            return Spot(address.removeprefix(HOME), home=True)
        channel, _, thread = address.partition("/")
        return Spot(channel, thread)

    @property
    def is_direct(self) -> bool:
        """Whether one person alone reads it."""
        return self.home or self.channel[:1] in {"D", *_PEOPLE}


class Conversations:
    """Asks Slack about conversations."""

    def __init__(self, calls: Calls) -> None:
        """Ask through these calls."""
        self._calls = calls
        self._opened: dict[str, str] = {}

    async def check(self, channel: str) -> None:
        """Raise `Undeliverable` unless lead data may go there now; a direct message needs no look.

        A channel that workspaces of one Enterprise Grid organisation share (``is_org_shared``) is
        the company's own. One that another company is invited to counts as theirs already.
        """
        if Spot(channel).is_direct:
            return
        told = await self._calls.ask("conversations.info", channel=channel)
        about = told.get("channel")
        reason = _reason(cast("Told", about)) if isinstance(about, dict) else "channel_not_found"
        if reason:
            raise Undeliverable(reason)

    def learn(self, spot: Spot, channel: str) -> None:
        """Remember which direct message Slack opened for a person."""
        if spot.channel[:1] in _PEOPLE:
            self._opened[spot.channel] = channel

    async def own_name(self, spot: Spot) -> str:
        """Give the conversation's own id, for methods that do not take a person for it."""
        if spot.channel[:1] not in _PEOPLE:
            return spot.channel
        if spot.channel not in self._opened:
            told = await self._calls.hand("conversations.open", users=spot.channel)
            self.learn(spot, _id(told))
        return self._opened[spot.channel]


def _id(told: Told) -> str:
    about = told.get("channel")
    found = cast("Told", about).get("id") if isinstance(about, dict) else None
    if not isinstance(found, str):
        raise Unsure("no conversation")
    return found


def _reason(about: Told) -> str:
    """Say why not, or nothing; what Slack does not tell counts against the channel."""
    foreign = about.get("is_ext_shared") or about.get("is_pending_ext_shared")
    if foreign or (about.get("is_shared") and not about.get("is_org_shared")):
        return FOREIGN
    if about.get("is_archived"):
        return "is_archived"
    return "" if about.get("is_member") else "not_in_channel"
