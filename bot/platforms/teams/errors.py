"""What went wrong with a call of the Connector or of Graph, in the port's words."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import timedelta
from http import HTTPStatus
from typing import cast

import httpx

from bot.platforms.port import Throttled, Unavailable, Undeliverable, Unsure

Told = Mapping[str, object]
"""The body of an answer."""

USUAL_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(hours=1)

NEVER_LEFT = (
    httpx.ConnectError,  # refused, no such host, no trust in its certificate
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
    httpx.InvalidURL,
)
WHATEVER = (httpx.HTTPError, httpx.InvalidURL)

SHUT_OUT = frozenset(
    {"BotDisabledByAdmin", "BotNotInConversationRoster", "MessageWritesBlocked", "BotBlocked"}
)
"""Codes of a 403 by which a person or an administrator has shown us the door."""

_PASSING = frozenset(
    {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.CONFLICT, HTTPStatus.PRECONDITION_FAILED}
)

_CODE = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,60}")


class TokenRefused(Exception):
    """Our token is worth nothing, or we get none; the argument is the code that was given for it."""


class Declined(Undeliverable):
    """Teams understood and did nothing; the text is its code."""

    def __init__(self, status: int, code: str) -> None:
        """Keep the status and the code."""
        super().__init__(code or f"HTTP {status}")
        self.status = status
        self.code = code

    @property
    def shuts_out(self) -> bool:
        """Whether we may not write there until we are let in again."""
        return self.status == HTTPStatus.FORBIDDEN and self.code in SHUT_OUT


def trouble(answer: httpx.Response, *, creates: bool) -> Exception | None:
    """Name what is wrong with an answer; nothing where all is well.

    `creates` says that doing it twice would show: then nobody knows after a 412, 500, 502 or 504.
    """
    unclear = Unsure if creates else Unavailable
    status = answer.status_code
    if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return None
    if status == HTTPStatus.UNAUTHORIZED:
        return TokenRefused(f"HTTP {status}")
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return Throttled(asked_wait(answer))
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR or status in _PASSING:
        return unclear(f"HTTP {status}")
    if status < HTTPStatus.BAD_REQUEST:  # a redirect, which we never follow
        return Unavailable(f"HTTP {status}")
    return Declined(status, code_of(answer))


def unanswered(error: Exception, *, creates: bool) -> Exception:
    """Name what is known after a call without an answer."""
    unclear = Unsure if creates and not isinstance(error, NEVER_LEFT) else Unavailable
    return unclear(type(error).__name__)


def asked_wait(answer: httpx.Response) -> timedelta:
    """Read a ``Retry-After`` in seconds."""
    asked = answer.headers.get("Retry-After", "")
    wait = timedelta(seconds=int(asked)) if re.fullmatch("[0-9]{1,9}", asked) else USUAL_WAIT
    return min(wait, LONGEST_WAIT)


def code_of(answer: httpx.Response) -> str:
    """Take only what looks as Teams spells it: it is logged, and told to the administrator."""
    error = told_by(answer).get("error")
    code = cast("Told", error).get("code") if isinstance(error, dict) else None
    return code if isinstance(code, str) and _CODE.fullmatch(code) else ""


def told_by(answer: httpx.Response) -> Told:
    """Read the body; what is no JSON object says nothing."""
    try:
        body: object = json.loads(answer.content)
    except (ValueError, RecursionError):
        return {}
    return cast("Told", body) if isinstance(body, dict) else {}
