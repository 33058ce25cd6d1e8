"""Brings Leadloop to somebody by Microsoft Graph, where the company allows it."""

from __future__ import annotations

from http import HTTPStatus
from typing import cast
from urllib.parse import quote

import httpx

from bot.platforms.port import NotYet, Throttled, Unavailable, Undeliverable
from bot.platforms.teams.errors import (
    WHATEVER,
    Declined,
    TokenRefused,
    Told,
    told_by,
    trouble,
    unanswered,
)
from bot.platforms.teams.tokens import Tokens

GRAPH = "https://graph.microsoft.com"
SCOPE = f"{GRAPH}/.default"
TIME_OUT = httpx.Timeout(8, connect=3, pool=3)

ABSENT = "not installed"
NOT_ALLOWED = "Graph does not let Leadloop install itself"


class Graph:
    """Installs the app for one person at a time, and finds the chat that comes with it.

    It needs ``TeamsAppInstallation.ReadWriteSelfForUser.All`` and ``AppCatalog.Read.All``, and the
    app in the organisation's catalogue.
    """

    def __init__(
        self,
        client: httpx.AsyncClient,
        tokens: Tokens,
        *,
        app: str,
        url: str = GRAPH,
        scope: str = SCOPE,
    ) -> None:
        """Install the app whose package has this id; `url` comes without a version."""
        self._client = client
        self._tokens = tokens
        self._app = app
        self._scope = scope
        self._v1 = f"{url.rstrip('/')}/v1.0"
        self._in_catalogue = ""

    async def prepare(self) -> None:
        """Find the app in the organisation's catalogue; raises the port's troubles."""
        await self._catalogued()

    async def install(self, user: str) -> str:
        """Install Leadloop for somebody and give their chat's id; repeating this does no harm.

        Raises `Undeliverable` where the company does not allow it, and other troubles of the port.
        """
        theirs = f"/users/{quote(user, safe='')}/teamwork/installedApps"
        app = f"{self._v1}/appCatalogs/teamsApps/{await self._catalogued()}"
        try:
            await self._call("POST", theirs, body={"teamsApp@odata.bind": app})
        except Declined as declined:
            if declined.status != HTTPStatus.CONFLICT:
                raise
        asked = {"$expand": "teamsApp", "$filter": f"teamsApp/externalId eq '{self._app}'"}
        installation = _first_id(await self._call("GET", theirs, asked=asked))
        told = await self._call("GET", f"{theirs}/{quote(installation, safe='')}/chat")
        return _id(told)

    async def _catalogued(self) -> str:
        """Find the catalogue's own id of the app, once."""
        if not self._in_catalogue:
            asked = {"$filter": f"externalId eq '{self._app}'"}
            told = await self._call("GET", "/appCatalogs/teamsApps", asked=asked)
            self._in_catalogue = quote(_first_id(told), safe="")
        return self._in_catalogue

    async def _call(
        self,
        method: str,
        path: str,
        *,
        body: Told | None = None,
        asked: dict[str, str] | None = None,
    ) -> Told:
        try:
            return await self._answer(method, path, body=body, asked=asked)
        except TokenRefused as refused:
            self._tokens.forget()
            raise Undeliverable(f"{NOT_ALLOWED}: {refused}") from None
        except Throttled as throttled:  # of Graph: the Connector may still be called
            raise NotYet(throttled.wait) from None
        except Declined as declined:
            if declined.status == HTTPStatus.FORBIDDEN:
                raise Undeliverable(NOT_ALLOWED) from None
            if declined.status == HTTPStatus.NOT_FOUND:
                raise Undeliverable(ABSENT) from None
            raise

    async def _answer(
        self, method: str, path: str, *, body: Told | None, asked: dict[str, str] | None
    ) -> Told:
        token = await self._tokens.get(self._scope)
        try:
            answer = await self._client.request(
                method,
                self._v1 + path,
                json=body,
                params=asked,
                headers={"Authorization": f"Bearer {token}"},
                timeout=TIME_OUT,
                follow_redirects=False,
            )
        except WHATEVER as error:
            raise unanswered(error, creates=False) from None
        if answer.status_code == HTTPStatus.CONFLICT:
            raise Declined(answer.status_code, "Conflict")
        if wrong := trouble(answer, creates=False):
            raise wrong
        return told_by(answer)


def _first_id(told: Told) -> str:
    found = told.get("value")
    things = cast("list[object]", found) if isinstance(found, list) else []
    first = things[0] if things else None
    if not isinstance(first, dict):
        raise Undeliverable(ABSENT)
    return _id(cast("Told", first))


def _id(told: Told) -> str:
    id = told.get("id")
    if not isinstance(id, str) or not id:
        raise Unavailable("no id")
    return id
