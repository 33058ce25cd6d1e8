"""The web front: the platforms' doors, and what an operator asks a running process."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncGenerator, Awaitable, Callable, Coroutine, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from types import FrameType
from typing import Any

import structlog
import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.faults import described
from bot.metrics import Metrics

LOOPBACK = ("localhost", "127.0.0.1", "[::1]", "::1")
"""Names a browser may use for this machine; a foreign page that points its own name here fails."""

LARGEST_BODY = 10_000_000
"""Bytes of any request; routes set narrower limits of their own."""

LAST_WORDS = timedelta(seconds=10)
"""How long open requests may take to end when the server stops."""

_HEADERS = (
    (
        b"content-security-policy",
        (
            b"default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
            b" form-action 'self'; frame-ancestors 'none'"
        ),
    ),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
)
_ASKED_BY_ANYBODY = ("/live", "/ready")

Service = Callable[[asyncio.Event], Coroutine[Any, Any, None]]
"""Works in the background until the event is set."""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What the web front is made of."""

    metrics: Metrics
    routes: Sequence[BaseRoute] = ()
    """The platforms' own."""
    services: Mapping[str, Service] = field(default_factory=dict[str, Service])
    """Started with the server and stopped with it, such as the delivery, by name."""
    checks: Mapping[str, Callable[[], bool]] = field(default_factory=dict[str, Callable[[], bool]])
    """What must hold to be ready, by name; each may block, and one that raises does not hold."""
    notes: Mapping[str, Callable[[], object]] = field(
        default_factory=dict[str, Callable[[], object]]
    )
    """What is told beside the checks and turns nothing red, by name."""
    hosts: Sequence[str] = LOOPBACK
    """Names under which the front may be reached."""
    home: str = "/live"
    """Where the bare address leads."""
    hang_up: Sequence[Callable[[], Awaitable[None]]] = ()
    """Ends connections to the outside, once every service has ended: some end what is under way."""
    closed: Callable[[], None] = lambda: None
    """Lets go of what everything stands on, at the very last."""


def front(parts: Front) -> Starlette:
    """Build the ASGI application."""
    running = _Running(parts)
    routes = [
        *parts.routes,  # first, since they are looked through one by one, and these are the busy ones
        Route("/", _leads_to(parts.home)),
        Route("/live", _live),
        Route("/ready", running.ready),
        Route("/metrics", running.metrics),
    ]
    middleware = [Middleware(_SecureHeaders), Middleware(_KnownHosts, hosts=parts.hosts)]
    return Starlette(
        routes=routes,
        middleware=middleware,
        lifespan=running.lifespan,
        max_body_size=LARGEST_BODY,
    )


async def serve(
    app: ASGIApp,
    *,
    host: str,
    port: int,
    opened: Callable[[str], None],
    closing: Callable[[], None],
) -> None:
    """Serve until a signal; `opened` gets the address, `closing` ends what would never end."""
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,  # nothing here believes who a proxy says is calling
        timeout_graceful_shutdown=int(LAST_WORDS.total_seconds()),
    )
    await _Server(config, opened, closing).serve()


class _Server(uvicorn.Server):
    """Tells when it can be reached, and when it begins to stop."""

    def __init__(
        self,
        config: uvicorn.Config,
        opened: Callable[[str], None],
        closing: Callable[[], None],
    ) -> None:
        super().__init__(config)
        self._opened = opened
        self._closing = closing

    async def startup(self, sockets: Any = None) -> None:
        """Listen, then tell where."""
        await super().startup(sockets)
        if self.started:
            host, port = self.servers[0].sockets[0].getsockname()[:2]
            self._opened(f"http://{f'[{host}]' if ':' in host else host}:{port}")

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop; a second signal does not wait."""
        self._closing()
        super().handle_exit(signal.Signals(sig), frame)


class _Running:
    """The background services of one running process."""

    def __init__(self, parts: Front) -> None:
        self._parts = parts
        self._tasks: dict[str, asyncio.Task[None]] = {}

    @asynccontextmanager
    async def lifespan(self, _: Starlette) -> AsyncGenerator[None]:
        """Start the services, and let them end before the process does."""
        stop = asyncio.Event()
        for name, service in self._parts.services.items():
            task = asyncio.create_task(service(stop), name=name)
            task.add_done_callback(_told)
            self._tasks[name] = task
        try:
            yield
        finally:
            stop.set()
            await asyncio.gather(*self._tasks.values(), return_exceptions=True)
            await asyncio.gather(*(end() for end in self._parts.hang_up), return_exceptions=True)
            await asyncio.to_thread(self._parts.closed)

    async def ready(self, _: Request) -> Response:
        """Tell whether work is done here: every check holds and every service runs."""
        holds = {
            name: await asyncio.to_thread(_holds, name, check)
            for name, check in self._parts.checks.items()
        }
        for name, task in self._tasks.items():  # a service and a check of one name: both must hold
            holds[name] = holds.get(name, True) and not task.done()
        told = {
            name: await asyncio.to_thread(_noted, name, note)
            for name, note in self._parts.notes.items()
        }
        return JSONResponse(told | holds, 200 if all(holds.values()) else 503)

    async def metrics(self, _: Request) -> Response:
        """Give the figures to Prometheus."""
        text = await asyncio.to_thread(self._parts.metrics.text)
        return Response(text, media_type=self._parts.metrics.media_type)


class _SecureHeaders:
    """Says in every answer what a browser must not do with it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_secured(message: Message) -> None:
            if message["type"] == "http.response.start":
                said = message["headers"]
                names = {name for name, _ in said}
                message["headers"] = [*said, *(one for one in _HEADERS if one[0] not in names)]
            await send(message)

        await self._app(scope, receive, send_secured)


class _KnownHosts:
    """Answers under its own names only; whether it lives, an orchestrator may ask by number."""

    def __init__(self, app: ASGIApp, hosts: Sequence[str]) -> None:
        self._anybody = app
        self._known = TrustedHostMiddleware(app, allowed_hosts=hosts, www_redirect=False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_open = scope["type"] == "http" and scope["path"] in _ASKED_BY_ANYBODY
        await (self._anybody if is_open else self._known)(scope, receive, send)


async def _live(_: Request) -> Response:
    return PlainTextResponse("Leadloop is up.\n")


def _leads_to(home: str) -> Callable[[Request], Coroutine[Any, Any, Response]]:
    async def lead(_: Request) -> Response:
        return RedirectResponse(home)

    return lead


def _holds(name: str, check: Callable[[], bool]) -> bool:
    try:
        return check()
    except Exception as error:  # noqa: BLE001 - what cannot be checked does not hold
        log.warning("not-ready", check=name, error=described(error))
        return False


def _noted(name: str, note: Callable[[], object]) -> object:
    try:
        return note()
    except Exception as error:  # noqa: BLE001 - what cannot be told is left out
        log.warning("not-noted", note=name, error=described(error))
        return None


def _told(task: asyncio.Task[None]) -> None:
    """Log a service that ended by an error: nobody else waits for it."""
    error = None if task.cancelled() else task.exception()
    if error is not None:
        log.error("service-ended", service=task.get_name(), error=described(error))
