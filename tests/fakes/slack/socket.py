"""Socket Mode: the websocket over which Slack sends, and the acknowledgements it waits for."""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from tests.fakes.slack.workspace import Workspace

GRACE = 1.0  # seconds


@dataclass
class Socket:
    """The app's open connections, each envelope going to one of them by chance."""

    slack: Workspace
    loop: asyncio.AbstractEventLoop | None = None
    connections: list[web.WebSocketResponse] = field(default_factory=list)
    _connected: asyncio.Event = field(default_factory=asyncio.Event)
    _waiting: dict[str, asyncio.Future[dict[str, Any]]] = field(default_factory=dict)
    _closing: asyncio.Task[None] | None = None
    _dice: random.Random = field(default_factory=lambda: random.Random(1))

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """One connection, from hello to its end."""
        connection = web.WebSocketResponse()
        await connection.prepare(request)
        self.connections.append(connection)
        await connection.send_json(self._hello())
        self._connected.set()
        async for said in connection:
            if said.type == WSMsgType.TEXT:
                self._heard(said.data)
        if connection in self.connections:
            self.connections.remove(connection)
        if not self.connections:
            self._connected.clear()
        return connection

    def send(self, envelope: dict[str, Any], *, seconds: float) -> dict[str, Any] | None:
        """Send an envelope and wait for its acknowledgement; None when none came in time."""
        acknowledged: dict[str, Any] | None = self._in_loop(self._sent(envelope, seconds))
        return acknowledged

    def disconnect(self, reason: str = "refresh_requested") -> None:
        """Tell every connection to go, as Slack does every few hours; it closes them itself soon."""
        self._in_loop(self._say_goodbye(reason))

    def drop(self) -> None:
        """Close every connection without a word."""
        self._in_loop(self.end())

    def wait_for_connection(self, seconds: float = 10) -> None:
        """Wait until the app has connected."""
        self._in_loop(self._until_connected(seconds))

    async def end(self) -> None:
        """Close what is open."""
        if self._closing is not None:
            self._closing.cancel()
        for connection in list(self.connections):
            await connection.close()

    async def _sent(self, envelope: dict[str, Any], seconds: float) -> dict[str, Any] | None:
        name = envelope["envelope_id"]
        self._waiting[name] = asyncio.get_running_loop().create_future()
        connection = self._dice.choice(self.connections)
        await connection.send_json(envelope)
        try:
            return await asyncio.wait_for(self._waiting[name], seconds)
        except TimeoutError:
            return None
        finally:
            del self._waiting[name]

    def _heard(self, said: str) -> None:
        told = json.loads(said)
        waiting = self._waiting.get(told.get("envelope_id", ""))
        if waiting is not None and not waiting.done():
            waiting.set_result(told)

    def _hello(self) -> dict[str, Any]:
        return {
            "type": "hello",
            "num_connections": len(self.connections),
            "debug_info": {"host": "applink-1", "approximate_connection_time": 18060},
            "connection_info": {"app_id": self.slack.app_id},
        }

    async def _say_goodbye(self, reason: str) -> None:
        goodbye = {"type": "disconnect", "reason": reason, "debug_info": {"host": "applink-1"}}
        leaving = list(self.connections)
        self.connections.clear()
        self._connected.clear()
        for connection in leaving:
            await connection.send_json(goodbye)
        self._closing = asyncio.create_task(self._close_late(leaving))

    async def _close_late(self, leaving: list[web.WebSocketResponse]) -> None:
        await asyncio.sleep(GRACE)
        for connection in leaving:
            await connection.close()

    async def _until_connected(self, seconds: float) -> None:
        async with asyncio.timeout(seconds):
            await self._connected.wait()

    def _in_loop(self, work: Coroutine[Any, Any, Any]) -> Any:
        assert self.loop is not None, "the fake Slack has not been started"
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(60)
