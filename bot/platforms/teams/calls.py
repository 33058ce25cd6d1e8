"""Calls the Bot Connector, and says in the port's words what went wrong.

We call it ourselves: the SDK's client sets no time-out of its own accord, follows the stored
service URL wherever it points, leaves ids in addresses unquoted and lets no caller see apart a
request that never left from one whose answer got lost.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import suppress
from http import HTTPStatus
from typing import cast
from urllib.parse import quote

import httpx

from bot.platforms.health import Health
from bot.platforms.port import NotYet, Throttled, Unavailable, Undeliverable, Unsure
from bot.platforms.teams.errors import (
    WHATEVER,
    Declined,
    TokenRefused,
    Told,
    told_by,
    trouble,
    unanswered,
)
from bot.platforms.teams.hosts import Hosts
from bot.platforms.teams.limits import Allowance
from bot.platforms.teams.tokens import BOT, Tokens
from handlers.parcel import Conversation

TIME_OUT = httpx.Timeout(8, connect=3, pool=3)
"""Two calls and a turn between fit into delivery's time-out."""

PAGE = 500
MOST_PAGES = 40

UNLIMITED = httpx.Limits(max_connections=None, max_keepalive_connections=20)

FOREIGN_URL = "service URL is not on the allowed hosts"


def new_client() -> httpx.AsyncClient:
    """Open connections that give up in time and go nowhere but where they were told to.

    httpx tells every address it calls; those of uploads are as good as a password. Its pool has no
    limit: httpcore may lose a place for good when a call is cancelled (encode/httpcore#1093), and
    delivery itself limits how many messages are under way.
    """
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
    return httpx.AsyncClient(timeout=TIME_OUT, follow_redirects=False, limits=UNLIMITED)


class Connector:
    """Every call of the sending half; any of them may raise the port's troubles."""

    def __init__(
        self,
        client: httpx.AsyncClient,
        tokens: Tokens,
        *,
        hosts: Hosts,
        allowance: Allowance | None = None,
        health: Health | None = None,
    ) -> None:
        """Call these hosts alone, with tokens that they take."""
        self._client = client
        self._tokens = tokens
        self._hosts = hosts
        self._allowance = allowance or Allowance()
        self.health = health or Health("teams")

    # ---- what changes something

    async def post(self, service: str, conversation: str, activity: Told) -> str:
        """Say something, and give the activity's id; `Unsure` where nobody knows whether it was said."""
        await self._allowance.speak(conversation)
        path = _path("conversations", conversation, "activities")
        told = await self._call("POST", service, path, body=activity, creates=True)
        id = told.get("id")
        if not isinstance(id, str) or not id:
            raise Unsure("no id")
        return id

    async def put(self, service: str, conversation: str, id: str, activity: Told) -> None:
        """Put something in the place of what we said; harmless to repeat."""
        await self._allowance.speak(conversation)
        path = _path("conversations", conversation, "activities", id)
        await self._call("PUT", service, path, body={**activity, "id": id})

    async def delete(self, service: str, conversation: str, id: str) -> None:
        """Take away what we said; what is gone stays gone."""
        await self._allowance.speak(conversation)
        path = _path("conversations", conversation, "activities", id)
        try:
            await self._call("DELETE", service, path)
        except Declined as declined:
            if declined.status != HTTPStatus.NOT_FOUND:
                raise

    async def open(self, service: str, body: Told) -> str:
        """Open a personal conversation, or find the one that is open, and give its id."""
        await self._allowance.open()
        told = await self._call("POST", service, _path("conversations"), body=body)
        id = told.get("id")
        if not isinstance(id, str) or not id:
            raise Unavailable("no conversation")
        return id

    # ---- what only asks

    async def member(self, service: str, conversation: str, user: str) -> Told | None:
        """Ask who somebody is in a conversation; nobody where they are no member of it."""
        await self._allowance.look(conversation)
        path = _path("conversations", conversation, "members", user)
        try:
            return await self._call("GET", service, path)
        except Declined as declined:
            if declined.status == HTTPStatus.NOT_FOUND:
                return None
            raise

    async def members(self, service: str, conversation: str) -> AsyncIterator[Sequence[Told]]:
        """Ask who reads a conversation, some hundred at a time; raises where they do not end."""
        path = _path("conversations", conversation, "pagedmembers")
        token = ""
        for _ in range(MOST_PAGES):
            await self._allowance.look(conversation)
            asked = {"pageSize": str(PAGE)} | ({"continuationToken": token} if token else {})
            told = await self._call("GET", service, path, asked=asked)
            yield _objects(told.get("members"))
            token = str(told.get("continuationToken") or "")
            if not token:
                return
        raise Undeliverable("too many members")

    # ---- whether we are let in

    async def probe(self, known: Conversation | None = None) -> None:
        """Ask for a token, and where a conversation is known, whether the Connector takes it."""
        with suppress(Throttled, Unavailable):
            try:
                await self._tokens.get(BOT)
                if known is not None:
                    await self._knock(known)
            except TokenRefused as refused:
                self._fall(refused)
            else:
                self.health.recover()

    async def _knock(self, known: Conversation) -> None:
        """Ask for something harmless; any answer but a 401 says that the token is good."""
        path = _path("conversations", known.conversation, "pagedmembers")
        with suppress(Undeliverable):
            await self._ask("GET", known.service_url, path, asked={"pageSize": "50"})

    # ---- how it is done

    async def _call(
        self,
        method: str,
        service: str,
        path: str,
        *,
        body: Told | None = None,
        asked: dict[str, str] | None = None,
        creates: bool = False,
    ) -> Told:
        self.health.insist()
        try:
            return await self._ask(method, service, path, body=body, asked=asked, creates=creates)
        except TokenRefused as refused:
            raise self._fall(refused) from None

    async def _ask(
        self,
        method: str,
        service: str,
        path: str,
        *,
        body: Told | None = None,
        asked: dict[str, str] | None = None,
        creates: bool = False,
    ) -> Told:
        if not self._hosts.allow(service):  # before there is a token that could go there
            raise Undeliverable(FOREIGN_URL)
        token = await self._tokens.get(BOT)
        try:
            answer = await self._client.request(
                method,
                service.rstrip("/") + path,
                json=body,
                params=asked,
                headers={"Authorization": f"Bearer {token}"},
                timeout=TIME_OUT,
                follow_redirects=False,
            )
        except WHATEVER as error:
            raise unanswered(error, creates=creates) from None  # its text quotes the address
        if wrong := trouble(answer, creates=creates):
            raise wrong
        return told_by(answer)

    def _fall(self, refused: TokenRefused) -> NotYet:
        self._tokens.forget()
        return self.health.fall(str(refused))


def _path(*parts: str) -> str:
    return "/v3/" + "/".join(quote(part, safe="") for part in parts)


def _objects(things: object) -> Sequence[Told]:
    found = cast("list[object]", things) if isinstance(things, list) else []
    return [cast("Told", one) for one in found if isinstance(one, dict)]
