"""The least that could answer Slack: Bolt with one listener that only acknowledges.

``python -m tests.bench.bare_bolt SECRET`` listens on a free port and says its address.
"""

from __future__ import annotations

import asyncio
import logging
import re
import sys
from typing import Any

import uvicorn
import uvloop
from slack_bolt.adapter.starlette.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tests.bench.bare_server import Telling


async def authorize(**_: Any) -> AuthorizeResult:
    """Know our one installation without asking anybody."""
    return AuthorizeResult(
        enterprise_id=None, team_id="T1", bot_user_id="UBOT", bot_token="xoxb-bench"
    )


async def acknowledge(ack: Any) -> None:
    """Take the press, and do nothing."""
    await ack()


def served(secret: str) -> Starlette:
    """Build the application."""
    logger = logging.getLogger("bare-bolt")
    logger.setLevel(logging.CRITICAL)
    app = AsyncApp(
        signing_secret=secret, authorize=authorize, process_before_response=True, logger=logger
    )
    app.action(re.compile(".*"))(acknowledge)
    handler = AsyncSlackRequestHandler(app)

    async def answer(request: Request) -> Response:
        return await handler.handle(request)

    return Starlette(routes=[Route("/slack/events", answer, methods=["POST"])])


def main(secret: str) -> None:
    """Serve until a signal."""
    config = uvicorn.Config(
        served(secret), port=0, http="httptools", log_config=None, access_log=False, lifespan="off"
    )
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(Telling(config).serve())


if __name__ == "__main__":
    main(sys.argv[1])
