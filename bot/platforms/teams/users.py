"""Looks people up in the tenant's own directory by Microsoft Graph, where the company allows it."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import cast
from urllib.parse import quote

import httpx
import structlog

from bot.platforms.port import Unavailable
from bot.platforms.teams.errors import WHATEVER, Declined, TokenRefused, Told, told_by, trouble
from bot.platforms.teams.graph import GRAPH, SCOPE, TIME_OUT
from bot.platforms.teams.tokens import Tokens

FIELDS = "id,displayName,mail,userPrincipalName,userType,accountEnabled,preferredLanguage"

log = structlog.get_logger()


class GraphUsers:
    """The tenant's users. It needs ``User.Read.All``; without it nobody is found by address."""

    def __init__(
        self, client: httpx.AsyncClient, tokens: Tokens, *, url: str = GRAPH, scope: str = SCOPE
    ) -> None:
        """Ask Graph at this address, which comes without a version."""
        self._client = client
        self._tokens = tokens
        self._scope = scope
        self._users = f"{url.rstrip('/')}/v1.0/users"

    async def may_read(self, anybody: str) -> bool:
        """Tell whether Graph answers when it is asked for somebody's e-mail address."""
        try:
            await self._asked("", {"$filter": _which(anybody)})
        except Declined:
            return False
        return True

    async def with_id(self, object_id: str) -> Told | None:
        """Give a user by Entra's id."""
        try:
            return await self._asked(f"/{quote(object_id, safe='')}", {})
        except Declined as refusal:
            if refusal.status == HTTPStatus.NOT_FOUND:
                return None
            raise Unavailable(str(refusal)) from None

    async def with_email(self, email: str) -> Told | None:
        """Give the user with an e-mail address or user name; nobody where several have it."""
        try:
            told = await self._asked("", {"$filter": _which(email)})
        except Declined as refusal:
            log.warning("graph-finds-nobody", code=str(refusal))
            return None
        found = told.get("value")
        users = cast("list[object]", found) if isinstance(found, list) else []
        only = users[0] if len(users) == 1 else None
        return cast("Told", only) if isinstance(only, dict) else None

    async def _asked(self, path: str, asked: Mapping[str, str]) -> Told:
        """Ask for users; raises `Declined` where there is none, or we may not ask."""
        try:
            token = await self._tokens.get(self._scope)
            answer = await self._client.get(
                self._users + path,
                params={"$select": FIELDS, **asked},
                headers={"Authorization": f"Bearer {token}"},
                timeout=TIME_OUT,
                follow_redirects=False,
            )
        except TokenRefused as refused:
            raise Unavailable(str(refused)) from None
        except WHATEVER as error:
            raise Unavailable(type(error).__name__) from None
        wrong = trouble(answer, creates=False)
        if isinstance(wrong, TokenRefused):
            raise Unavailable(str(wrong))
        if wrong is not None:
            raise wrong
        return told_by(answer)


def _which(email: str) -> str:
    wanted = email.replace("'", "''")
    return f"mail eq '{wanted}' or userPrincipalName eq '{wanted}'"
