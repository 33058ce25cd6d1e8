"""The fake Slack's own HTTP: the Web API, uploads, downloads, response addresses, and sockets.

It runs aiohttp on loopback in a thread, so that the code under test meets a real network.
"""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable
from typing import Any

from aiohttp import web

from tests.fakes.slack import responses, web_api
from tests.fakes.slack.arguments import Args
from tests.fakes.slack.faults import Fault
from tests.fakes.slack.files import may_read, put_up
from tests.fakes.slack.socket import Socket
from tests.fakes.slack.workspace import Call, Workspace

PAGE = "<!DOCTYPE html><html><body>Slack is having a bad day.</body></html>"
SIGN_IN = "<!DOCTYPE html><html><body>Sign in to Slack</body></html>"
LARGEST = 64 * 1024 * 1024


class Server:
    """An HTTP server in a thread, with a workspace behind it."""

    def __init__(self, slack: Workspace, socket: Socket) -> None:
        self._slack = slack
        self._socket = socket
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, name="fake-slack", daemon=True)

    def start(self) -> str:
        """Begin to listen on a free port, and say where."""
        self._thread.start()
        self._ready.wait(10)
        return self._slack.address

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
        self._socket.loop = self._loop
        runner = web.AppRunner(self._app(), access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        port = runner.addresses[0][1]
        self._slack.address = f"http://127.0.0.1:{port}"
        self._ready.set()
        await self._stopping.wait()
        await self._socket.end()
        await runner.cleanup()

    def _app(self) -> web.Application:
        app = web.Application(client_max_size=LARGEST)
        app.router.add_route("*", "/api/{method}", self._call)
        app.router.add_post("/upload/v1/{file}", self._upload)
        app.router.add_get("/files-pri/{file}/{name:.*}", self._download)
        app.router.add_post("/actions/{team}/{name}", self._respond)
        app.router.add_get("/link/", self._socket.serve)
        return app

    # ---- the Web API ----------------------------------------------------------------------------

    async def _call(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        args = await _arguments(request)
        token = _token(request, args)
        if wait := self._slack.limits.wait(method, str(args.get("channel", ""))):
            self._remember(method, args, "ratelimited")
            return _too_many(wait)
        fault = self._slack.faults.next(method)

        def carry_out() -> dict[str, Any]:
            return web_api.answer(self._slack, method, token, args)

        if fault is None:
            return self._told(carry_out())
        return await self._gone_wrong(request, fault, carry_out)

    async def _gone_wrong(
        self, request: web.Request, fault: Fault, carry_out: Callable[[], dict[str, Any]]
    ) -> web.StreamResponse:
        told = carry_out() if fault.kept else {"ok": False, "error": fault.code, **fault.more}
        if not fault.kept:
            self._remember(request.match_info["method"], {}, fault.kind)
        match fault.kind:
            case "too_many":
                return _too_many(int(fault.seconds))
            case "status":
                return web.Response(status=fault.status)
            case "html":
                return web.Response(status=fault.status, text=PAGE, content_type="text/html")
            case "empty":
                return web.Response(status=200)
            case "slow":
                await asyncio.sleep(fault.seconds)
                return self._told(told)
            case "code":
                return self._told({"ok": False, "error": fault.code, **fault.more})
            case "drop":
                assert request.transport is not None
                request.transport.abort()
                return web.Response()

    def _told(self, answer: dict[str, Any]) -> web.Response:
        headers = {"x-oauth-scopes": ",".join(sorted(self._slack.scopes))}
        return web.json_response(answer, headers=headers)

    def _remember(self, method: str, args: Args, outcome: str) -> None:
        with self._slack.lock:
            self._slack.calls.append(Call(method, args, self._slack.now(), outcome))

    # ---- files ----------------------------------------------------------------------------------

    async def _upload(self, request: web.Request) -> web.Response:
        content = await _uploaded(request)
        with self._slack.lock:
            taken = put_up(self._slack, request.match_info["file"], content)
        return web.Response(status=200 if taken else 400, text="OK" if taken else "FAIL")

    async def _download(self, request: web.Request) -> web.Response:
        """Slack shows its sign-in page, with 200, to whoever may not have a file."""
        file = self._slack.files.get(request.match_info["file"].rpartition("-")[2])
        allowed = _token(request, {}) == self._slack.bot_token
        if file is None or file.content is None:
            return web.Response(status=404, text="")
        if not allowed or not may_read(self._slack, file):
            return web.Response(text=SIGN_IN, content_type="text/html")
        return web.Response(body=file.content, content_type=file.mimetype)

    # ---- answers to interactions ----------------------------------------------------------------

    async def _respond(self, request: web.Request) -> web.Response:
        body = await request.json()
        with self._slack.lock:
            status, text = responses.respond(self._slack, request.match_info["name"], body)
        return web.Response(status=status, text=text)


async def _arguments(request: web.Request) -> Args:
    found: Args = dict(request.query)
    if request.content_type == "application/json":
        told: Args = json.loads(await request.text() or "{}")
        return found | told
    return found | dict(await request.post())


async def _uploaded(request: web.Request) -> bytes:
    if not request.content_type.startswith("multipart/"):
        return await request.read()
    form = await request.post()
    part = next(iter(form.values()))
    return part.file.read() if isinstance(part, web.FileField) else str(part).encode()


def _token(request: web.Request, args: Args) -> str:
    bearer = request.headers.get("Authorization", "").removeprefix("Bearer ").strip()
    return bearer or str(args.pop("token", ""))


def _too_many(seconds: int) -> web.Response:
    body = {"ok": False, "error": "ratelimited"}
    return web.json_response(body, status=429, headers={"Retry-After": str(seconds)})
