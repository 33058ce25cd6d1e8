"""The least that could answer Teams: its SDK with one handler that only acknowledges.

``python -m tests.bench.bare_teams APP TENANT METADATA`` listens on a free port and says its address;
tokens are checked by the SDK, with the keys beside the OpenID metadata at the last address.
"""

from __future__ import annotations

import asyncio
import logging
import sys
from dataclasses import replace

import uvicorn
import uvloop
from microsoft_teams.api.auth.cloud_environment import PUBLIC
from microsoft_teams.api.models.adaptive_card import AdaptiveCardActionMessageResponse
from microsoft_teams.apps import App
from microsoft_teams.apps.http.adapter import HttpMethod, HttpRouteHandler
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.bench.bare_server import Telling


class Mounted:
    """Puts the SDK's one address into an application of ours."""

    def __init__(self) -> None:
        """Begin without any."""
        self.routes: list[Route] = []

    def register_route(self, method: HttpMethod, path: str, handler: HttpRouteHandler) -> None:
        """Hand on what comes, and back what the SDK says."""

        async def answer(request: Request) -> Response:
            said = {"body": await request.json(), "headers": dict(request.headers)}
            told = await handler(said)  # type: ignore[arg-type]
            return JSONResponse(told["body"], status_code=told["status"])

        self.routes.append(Route(path, answer, methods=[method]))

    def serve_static(self, path: str, directory: str) -> None:
        """Serve nothing."""

    async def start(self, port: int) -> None:
        """Start nothing: uvicorn is started below."""

    async def stop(self) -> None:
        """Stop nothing."""


async def acknowledge(_: object) -> AdaptiveCardActionMessageResponse:
    """Take the press, and do nothing."""
    return AdaptiveCardActionMessageResponse(value="")


async def no_token(*_: object) -> str:
    """Have a token, which nothing is sent with."""
    return "none"


async def served(app_id: str, tenant: str, metadata: str) -> Starlette:
    """Build the application."""
    logging.getLogger("microsoft_teams").setLevel(logging.CRITICAL)
    mounted = Mounted()
    app = App(
        client_id=app_id,
        tenant_id=tenant,
        token=no_token,
        http_server_adapter=mounted,
        cloud=replace(PUBLIC, openid_metadata_url=metadata),
        state=False,
        fetch_user_token=False,
        telemetry={"agent365": False},
        dangerously_allow_unauthenticated_requests=False,
    )
    app.on_card_action_execute(acknowledge)
    await app.initialize()
    return Starlette(routes=mounted.routes)


async def serve(app_id: str, tenant: str, metadata: str) -> None:
    """Serve until a signal."""
    made = await served(app_id, tenant, metadata)
    config = uvicorn.Config(
        made, port=0, http="httptools", log_config=None, access_log=False, lifespan="off"
    )
    await Telling(config).serve()


if __name__ == "__main__":
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(serve(*sys.argv[1:]))
