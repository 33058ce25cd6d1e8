"""Asks Slack who a user is, for the directory."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

import structlog

from bot.platforms.port import Unavailable
from bot.platforms.slack.calls import Calls
from bot.platforms.slack.errors import Declined
from bot.platforms.slack.profile import SLACK, profile_of
from handlers.roster.model import Profile

NOT_HERE = frozenset({"user_not_found", "user_not_visible", "users_not_found"})

log = structlog.get_logger()


class SlackUsers:
    """The users of our workspace, by their ids."""

    platform = SLACK

    def __init__(self, calls: Calls, *, team: str) -> None:
        """Ask Slack by these calls; `team` is our workspace."""
        self._calls = calls
        self._team = team

    async def profile(self, address: str) -> Profile | None:
        """Give what Slack says of a user."""
        told = await self._told("users.info", user=address, include_locale="true")
        return None if told is None else profile_of({**told, "id": address}, team=self._team)

    async def address_of(self, email: str) -> str | None:
        """Give the user with an e-mail address."""
        told = await self._told("users.lookupByEmail", email=email)
        user = None if told is None else told.get("id")
        return user if isinstance(user, str) else None

    async def _told(self, method: str, **asked: str) -> Mapping[str, object] | None:
        """Give a user object; none where Slack knows no such user."""
        try:
            body = await self._calls.ask(method, **asked)
        except Declined as refusal:
            if refusal.code in NOT_HERE:
                return None
            log.warning("slack-tells-of-nobody", method=method, code=str(refusal))
            raise Unavailable(refusal.code) from None
        user = body.get("user")
        if not isinstance(user, dict):
            raise Unavailable("no user in the answer")
        return cast("Mapping[str, object]", user)
