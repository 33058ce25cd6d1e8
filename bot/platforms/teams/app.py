"""Teams' door: our gate, then the Teams SDK, then what was said.

How it is wired::

    teams = Teams(gate=..., route=router.route, directory=..., platform=..., ...)
    routes = teams_routes(teams)                       # for bot.web.Front: POST /api/messages
    services = {"teams-errands": teams.errands.run}    # ends what is under way when we stop

Of the SDK we use the dispatch of activities, which is one catch-all of ours. Its own HTTP server, its
check of tokens (weaker than our gate's, and blocking the loop while it fetches keys), its state,
sign-in and telemetry stay out of it, and it sends nothing: `bot.platforms.teams.send` does.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import timedelta

import structlog
from microsoft_teams.api.activities import Activity
from microsoft_teams.api.auth.cloud_environment import PUBLIC
from microsoft_teams.api.auth.json_web_token import JsonWebToken
from microsoft_teams.apps import ActivityContext, App
from microsoft_teams.apps.events import ActivityEvent, CoreActivity
from microsoft_teams.apps.http.adapter import HttpMethod, HttpRouteHandler
from microsoft_teams.common import ClientOptions
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.faults import described
from bot.platforms.errands import Errand
from bot.platforms.payload import Json
from bot.platforms.refusals import Refusals
from bot.platforms.teams.door import Door
from bot.platforms.teams.gate import LARGEST_BODY, Refusal, bearer, read_body
from bot.platforms.teams.parse import hears
from bot.platforms.teams.parts import Ack, Teams
from handlers.errors import Unusable

PATH = "/api/messages"
TIME_OUT = timedelta(seconds=5)

UNGUARDED = "DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS"
"""With this variable set, the SDK believes everybody; somebody may have thought it a good idea."""

log = structlog.get_logger()


def teams_routes(teams: Teams) -> Sequence[BaseRoute]:
    """Give the one address that Teams calls; raises `Unusable` where the SDK was told to trust all."""
    door = HttpDoor(teams)
    return [Route(PATH, door.answer, methods=["POST"], max_body_size=LARGEST_BODY)]


def check_guarded(environment: Mapping[str, str]) -> None:
    """Refuse to start where the SDK was told to let in requests without a token."""
    if environment.get(UNGUARDED, "").strip():
        raise Unusable(f"{UNGUARDED} is set: Leadloop never lets in unsigned requests. Unset it.")


class HttpDoor:
    """Proves that a request is the Connector's and of our tenant, and answers it."""

    def __init__(self, teams: Teams) -> None:
        """Open for these parts; raises `Unusable` where the SDK was told to trust everybody."""
        check_guarded(os.environ)
        self._gate = teams.gate
        self._refusals = Refusals("teams", teams.now)
        self._errands = teams.errands
        self._sdk = _Sdk(teams)

    async def answer(self, request: Request) -> Response:
        """Answer Teams; anybody else is told nothing."""
        headers = request.headers
        refusal = self._gate.refusal(headers)
        if refusal is not None:
            return self._turned_away(refusal)
        proof = await self._gate.proof(headers)
        if proof is None:
            return self._turned_away(Refusal.UNPROVEN)
        activity = read_body(await request.body())
        if activity is None:
            return self._turned_away(Refusal.UNREADABLE)
        misfit = self._gate.misfit(proof, activity)
        if misfit is not None:
            return self._turned_away(misfit)
        return await self._answered(activity, bearer(headers))

    def _turned_away(self, refusal: Refusal) -> Response:
        self._refusals.add(refusal)
        return Response(status_code=refusal)

    async def _answered(self, activity: Json, token: str) -> Response:
        """Answer; what nobody here knows is taken kindly, for Teams would only send it again."""
        if not hears(activity):
            log.debug("teams-unheard")
            return Response()
        ack = await self._sdk.answer(activity, token)
        task = BackgroundTask(self._start, ack.after) if ack.after else None
        if ack.body is None:
            return Response(background=task)
        return JSONResponse(ack.body, background=task)

    async def _start(self, after: Sequence[Errand]) -> None:
        for errand in after:
            self._errands.start(errand)


@dataclass(slots=True)
class _Turn:
    """One activity on its way through the SDK, and what came of it."""

    activity: Json
    ack: Ack | None = None


class _Sdk:
    """The SDK with one handler for everything.

    It reads activities by models of its own, which refuse what is newer than they are; our door reads
    them itself, so such an activity is answered all the same.
    """

    def __init__(self, teams: Teams) -> None:
        self._door = Door(teams)
        self._turn: ContextVar[_Turn] = ContextVar("teams-turn")
        self._app = _app(teams)
        self._app.on_activity(self._handle)

    async def answer(self, activity: Json, token: str) -> Ack:
        """Let the SDK hand the activity to our door, once."""
        turn = _Turn(activity)
        self._turn.set(turn)
        try:
            body = CoreActivity.model_validate(dict(activity))
            processor = self._app.activity_processor
            await processor.process_activity([], ActivityEvent(body, JsonWebToken(token)))
        except Exception as error:  # noqa: BLE001 - the boundary: its models raise many things
            log.info("teams-sdk-stumbled", error=described(error))
        return turn.ack or await self._door.answer(activity)

    async def _handle(self, _: ActivityContext[Activity]) -> None:
        turn = self._turn.get()
        turn.ack = await self._door.answer(turn.activity)


def _app(teams: Teams) -> App:
    """Build the SDK's app: everything is told to it, so that it looks for nothing by itself."""
    logging.getLogger("microsoft_teams").setLevel(logging.CRITICAL + 1)  # it quotes activities

    async def token(scope: str | list[str], _: str | None) -> str:
        return await teams.tokens.get(scope if isinstance(scope, str) else scope[0])

    return App(
        client_id=teams.app_id,
        tenant_id=teams.tenant_id,
        token=token,
        client=ClientOptions(timeout=TIME_OUT.total_seconds()),
        http_server_adapter=_Mounted(),
        messaging_endpoint=PATH,
        cloud=PUBLIC,
        service_url="https://smba.trafficmanager.net/teams",
        state=False,
        fetch_user_token=False,
        telemetry={"agent365": False},
        dangerously_allow_unauthenticated_requests=False,
    )


class _Mounted:
    """Stands where the SDK looks for a web server: ours has the address already, behind the gate."""

    def register_route(self, method: HttpMethod, path: str, handler: HttpRouteHandler) -> None:
        """Take no route: what the SDK would answer at it, it would answer past our gate."""

    def serve_static(self, path: str, directory: str) -> None:
        """Serve nothing."""

    async def start(self, port: int) -> None:
        """Start nothing."""

    async def stop(self) -> None:
        """Stop nothing."""
