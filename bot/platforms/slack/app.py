"""Slack's door over HTTP, and what both doors do with a payload that is proven to be Slack's.

How bot/app.py wires it::

    slack = Slack(route=router.route, directory=..., calls=..., outside=Outside(token), ...)
    routes = slack_routes(slack)                       # for bot.web.Front: POST /slack/events
    services = {"slack-errands": slack.errands.run}    # ends what is under way when we stop

`Slack` (bot/platforms/slack/parts.py) says what each of its parts is for; `bot.platforms.slack.socket`
has the other door.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import cast

from slack_bolt import BoltResponse
from slack_bolt.async_app import AsyncApp, AsyncBoltRequest
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.middleware.async_middleware import AsyncMiddleware
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.platforms.errands import Errand
from bot.platforms.payload import Json
from bot.platforms.refusals import Refusals
from bot.platforms.slack.body import read_body
from bot.platforms.slack.door import Door
from bot.platforms.slack.parts import Slack
from bot.platforms.slack.security import FORM, LARGEST_BODY, Gate, Refusal, is_ssl_check

PATH = "/slack/events"
RETRY = "x-slack-retry-num"
_AFTER = "leadloop_after"
"""Where a request's context keeps what is to be sent after its answer."""


def slack_routes(slack: Slack) -> Sequence[BaseRoute]:
    """Give the one address for events, interactivity, options and commands."""
    door = HttpDoor(slack)
    return [Route(PATH, door.answer, methods=["POST"], max_body_size=LARGEST_BODY)]


def bolt(slack: Slack) -> AsyncApp:
    """Build Bolt's app; it asks Slack for nothing and keeps nothing.

    One middleware of ours answers everything: Bolt tries listeners one after the other, and logs
    whole bodies of what none of them takes.
    """
    app = AsyncApp(
        name="leadloop",
        logger=silent(),
        process_before_response=True,
        signing_secret=slack.signing_secrets[0] if slack.signing_secrets else "",
        client=slack.client,
        authorize=_OneWorkspace(slack),
        attaching_function_token_enabled=False,
    )
    app.use(_Everything(Door(slack)))  # pyright: ignore[reportUnknownMemberType]
    return app


def silent() -> logging.Logger:
    """Write no line: Bolt and the SDK quote whole bodies."""
    logger = logging.getLogger("leadloop.bolt")
    logger.setLevel(logging.CRITICAL + 1)
    return logger


async def dispatch(
    app: AsyncApp, payload: Json, retry: Mapping[str, str]
) -> tuple[BoltResponse, Sequence[Errand]]:
    """Let Bolt answer a payload that is proven to be Slack's; give what is to be sent after it.

    Both doors prove it in their own way, so Bolt gets it as it gets those of Socket Mode: read once.
    A payload in which Bolt itself stumbles is none of Slack's, and nothing is done.
    """
    if not isinstance(payload.get("event", {}), dict):
        return BoltResponse(status=200), ()
    try:
        request = AsyncBoltRequest(mode="socket_mode", body=dict(payload), headers=dict(retry))
    except (AttributeError, KeyError, IndexError, TypeError, ValueError):
        return BoltResponse(status=200), ()
    answer = await app.async_dispatch(request)
    kept = cast("Mapping[str, object]", request.context).get(_AFTER, ())
    return answer, cast("Sequence[Errand]", kept)


class HttpDoor:
    """Proves that a request is Slack's, and answers it."""

    def __init__(self, slack: Slack) -> None:
        self._gate = Gate(slack.signing_secrets, slack.now)
        self._refusals = Refusals("slack", slack.now)
        self._errands = slack.errands
        self._app = bolt(slack)

    async def answer(self, request: Request) -> Response:
        """Answer Slack; anybody else is told nothing."""
        headers = request.headers
        refusal = self._gate.refusal(headers)
        if refusal is not None:
            return Response() if await _is_ssl_check(request) else self._turned_away(refusal)
        body = await request.body()
        if not self._gate.proves(headers, body):
            return self._turned_away(Refusal.UNPROVEN)
        is_form = headers["content-type"].lower().startswith(FORM)
        payload = read_body(body, is_form=is_form)
        if payload is None:
            return self._turned_away(Refusal.UNREADABLE)
        return await self._answered(payload, {RETRY: headers.get(RETRY, "")})

    def _turned_away(self, refusal: Refusal) -> Response:
        self._refusals.add(refusal)
        return Response(status_code=refusal)

    async def _answered(self, payload: Json, retry: Mapping[str, str]) -> Response:
        answer, after = await dispatch(self._app, payload, retry)
        task = BackgroundTask(self._start, after) if after else None
        headers = answer.first_headers_without_set_cookie()
        return Response(answer.body, answer.status, headers, background=task)

    async def _start(self, after: Sequence[Errand]) -> None:
        for errand in after:
            self._errands.start(errand)


async def _is_ssl_check(request: Request) -> bool:
    """Recognize Slack's look at our certificate, reading nothing that is longer than one."""
    length = request.headers.get("content-length", "")
    is_short = length.isascii() and length.isdecimal() and len(length) <= 3  # noqa: PLR2004 - digits
    return is_short and is_ssl_check(await request.body())


class _OneWorkspace(AsyncAuthorize):
    """Authorizes our one installation without asking Slack or a store."""

    def __init__(self, slack: Slack) -> None:
        self._token = slack.client.token
        self._bot = slack.us.bot

    async def __call__(  # noqa: PLR0913 - Bolt's own signature
        self,
        *,
        context: AsyncBoltContext,  # noqa: ARG002
        enterprise_id: str | None,
        team_id: str | None,
        user_id: str | None,
        actor_enterprise_id: str | None = None,  # noqa: ARG002
        actor_team_id: str | None = None,  # noqa: ARG002
        actor_user_id: str | None = None,  # noqa: ARG002
    ) -> AuthorizeResult:
        """Say who we are."""
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            user_id=user_id,
            bot_user_id=self._bot,
            bot_token=self._token,
        )


class _Everything(AsyncMiddleware):
    """Answers every request by the door's own dispatch."""

    def __init__(self, door: Door) -> None:
        self._door = door

    async def async_process(
        self,
        *,
        req: AsyncBoltRequest,
        resp: BoltResponse,  # noqa: ARG002 - Bolt's own signature
        next: Callable[[], Awaitable[BoltResponse]],  # noqa: A002, ARG002 - likewise
    ) -> BoltResponse:
        """Do what was asked, commit, and only then acknowledge."""
        ack = await self._door.answer(req.body, retry=_number(req.headers.get(RETRY, [""])[0]))
        req.context[_AFTER] = ack.after
        return BoltResponse(status=ack.status, body=dict(ack.body) if ack.body else "")


def _number(header: str) -> int:
    return int(header) if header.isascii() and header.isdecimal() and len(header) <= 3 else 0  # noqa: PLR2004 - digits
