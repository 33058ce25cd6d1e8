"""Tokens for the Connector and for Graph, as Teams' code and its SDK ask for them."""

from __future__ import annotations

import asyncio
from typing import Protocol

from bot.microsoft_tokens import LOGIN, Entra, NoToken, Proof
from bot.platforms.port import Unavailable
from bot.platforms.teams.errors import TokenRefused

BOT = "https://api.botframework.com/.default"
"""The scope of the Bot Connector."""


class Tokens(Protocol):
    """Whoever gives tokens."""

    async def get(self, scope: str) -> str:
        """Give a token; raises `TokenRefused`, or `Unavailable` where it may come later."""
        ...

    def forget(self) -> None:
        """Ask anew next time."""
        ...


class EntraTokens:
    """Entra's tokens without holding up the loop; also what the Teams SDK takes as its ``token=``."""

    def __init__(self, *, app: str, tenant: str, proof: Proof, login: str = LOGIN) -> None:
        """Ask for this app in this tenant; nothing is asked before the first token is wanted."""
        self._app_id = app
        self._entra = Entra(app=app, tenant=tenant, proof=proof, login=login)

    def __repr__(self) -> str:
        return f"EntraTokens({self._app_id})"

    async def __call__(self, scope: str, tenant: str | None = None) -> str:
        """Give the Teams SDK a token; of our own tenant, whichever it asks for."""
        del tenant
        return await self.get(scope)

    async def get(self, scope: str) -> str:
        """Give a token; raises `TokenRefused`, or `Unavailable` where it may come later."""
        try:
            return await asyncio.to_thread(self._entra.token, scope)
        except NoToken as error:
            raise (Unavailable if error.may_come else TokenRefused)(str(error)) from None

    def forget(self) -> None:
        """Ask anew next time, from the beginning."""
        self._entra.forget()
