"""The HTTP that all fake CRMs share: a server in a thread, and what can go wrong on the way.

It runs aiohttp on loopback, so that the code under test meets a real network. A fake is a plain
function from a request to a response, called one at a time.
"""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.fakes.faults import Fault, Faults

PAGE = "<!DOCTYPE html><html><body>Our engineers are on it.</body></html>"
LARGEST = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Request:
    """A call, as it arrived."""

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """The body, read as JSON; None where there is none."""
        return json.loads(self.body) if self.body else None


@dataclass(frozen=True, slots=True)
class Response:
    """What goes back: an object as JSON, bytes as they are."""

    status: int = 200
    body: object = None
    headers: Mapping[str, str] = field(default_factory=dict)


class Serving:
    """A server in a thread; `faults` are planned by the operation's name."""

    def __init__(
        self,
        answer: Callable[[Request], Response],
        *,
        operation: Callable[[Request], str],
        refusal: Callable[[Fault], Response] = lambda fault: Response(fault.status),
    ) -> None:
        """Answer with this function; `refusal` draws a planned 429 or code in the vendor's way."""
        self._answer = answer
        self._operation = operation
        self._refusal = refusal
        self.faults = Faults()
        self.calls: list[str] = []
        self.lock = threading.RLock()
        self.address = ""
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="fake-crm", daemon=True)

    def start(self) -> str:
        """Begin to listen on a free port, and say where."""
        self._thread.start()
        assert self._ready.wait(10), "the fake CRM did not start"
        return self.address

    def stop(self) -> None:
        """End every connection, and the thread."""
        self._loop.call_soon_threadsafe(self._stopping.set)
        self._thread.join(10)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._serve())
        self._loop.close()

    async def _serve(self) -> None:
        self._stopping = asyncio.Event()
        app = web.Application(client_max_size=LARGEST)
        app.router.add_route("*", "/{path:.*}", self._call)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
        self._ready.set()
        await self._stopping.wait()
        await runner.cleanup()

    async def _call(self, http: web.Request) -> web.StreamResponse:
        body = await http.read()
        request = Request(http.method, http.path, dict(http.query), http.headers, body)
        with self.lock:
            operation = self._operation(request)
            self.calls.append(operation)
            fault = self.faults.next(operation) or self.faults.next("*")
            told = self._answer(request) if fault is None or fault.kept else None
        if fault is None:
            return _sent(told or Response(500))
        return await self._gone_wrong(http, fault, told)

    async def _gone_wrong(
        self, http: web.Request, fault: Fault, told: Response | None
    ) -> web.StreamResponse:
        match fault.kind:
            case "too_many" | "code":
                return _sent(self._refusal(fault))
            case "status":
                return web.Response(status=fault.status)
            case "html":
                return web.Response(status=fault.status, text=PAGE, content_type="text/html")
            case "empty":
                return web.Response(status=200)
            case "slow":
                await asyncio.sleep(fault.seconds)
                return _sent(told or Response(500))
            case "drop":
                assert http.transport is not None
                http.transport.abort()
                return web.Response()


def _sent(told: Response) -> web.Response:
    if told.body is None or isinstance(told.body, bytes):
        return web.Response(status=told.status, body=told.body, headers=told.headers)
    text = json.dumps(told.body, ensure_ascii=False)
    return web.Response(
        status=told.status, text=text, content_type="application/json", headers=told.headers
    )
