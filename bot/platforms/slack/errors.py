"""What went wrong with a call of Slack, in the port's words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, cast

import aiohttp
from slack_sdk.errors import SlackApiError

from bot.platforms.port import Throttled, Unavailable, Undeliverable, Unsure

Told = Mapping[str, object]
"""The body of an answer."""

TOO_MANY = 429
BROKEN = 500

USUAL_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(hours=1)

NEVER_LEFT = (
    aiohttp.ClientConnectorError,  # refused, no such host, no trust in its certificate
    aiohttp.ConnectionTimeoutError,
    aiohttp.ClientHttpProxyError,
    aiohttp.InvalidURL,
)
WHATEVER = (aiohttp.ClientError, OSError, AttributeError, TypeError, ValueError)
"""What else a call may end in: the SDK stumbles over bodies that are not what Slack speaks."""

TOKEN = frozenset(
    {"account_inactive", "invalid_auth", "not_authed", "token_expired", "token_revoked"}
)
_LIMITED = frozenset({"rate_limited", "ratelimited", "message_limit_exceeded"})
_PERHAPS = frozenset({"fatal_error", "internal_error", "service_unavailable"})
"""Some of the call may have been done before the error, says Slack of these."""

_CODE = re.compile(r"[a-z][a-z0-9_]{0,60}")
_SCOPES = re.compile(r"[a-z][a-z.:,_]{0,120}")


class TokenRefused(Exception):
    """Slack knows our token no more, whatever we ask; the argument is Slack's code."""


class Declined(Undeliverable):
    """Slack understood and did nothing; the text is its code."""

    def __init__(self, code: str, needed: str = "", where: Sequence[str] = ()) -> None:
        """Keep the code, the scope that is missing, and what Slack says of each fault."""
        super().__init__(f"{code}: {needed}" if needed else code)
        self.code = code
        self.where = tuple(where)


def trouble(error: Exception, *, writes: bool) -> Exception:
    """Name what went wrong; a call that only asks was done in vain wherever a write is `Unsure`."""
    unclear = Unsure if writes else Unavailable
    match error:
        case SlackApiError():
            return _answered(error, unclear)
        case _ if isinstance(error, NEVER_LEFT):
            return Unavailable(type(error).__name__)
        case _:
            return unclear(type(error).__name__)


def throttled(asked: str | None) -> Throttled:
    """Read a ``Retry-After``."""
    wait = timedelta(seconds=int(asked)) if asked and re.fullmatch("[0-9]{1,9}", asked) else None
    return Throttled(min(USUAL_WAIT if wait is None else wait, LONGEST_WAIT))


def _answered(error: SlackApiError, unclear: type[Exception]) -> Exception:
    response: Any = error.response  # pyright: ignore[reportUnknownMemberType]
    if not hasattr(response, "status_code"):  # aiohttp's own: the SDK could not read it
        return unclear("no JSON")
    status: int = response.status_code
    retry_after: str | None = response.headers.get("Retry-After")
    if status == TOO_MANY:
        return throttled(retry_after)
    body: object = response.data
    if status >= BROKEN or not isinstance(body, dict) or "error" not in body:
        return unclear(f"HTTP {status}")
    return _declined(cast("Told", body), retry_after, unclear)


def _declined(body: Told, retry_after: str | None, unclear: type[Exception]) -> Exception:
    code = _matching(_CODE, body["error"]) or "refused"
    if code in TOKEN:
        return TokenRefused(code)
    if code in _LIMITED:
        return throttled(retry_after)
    if code in _PERHAPS:
        return unclear(code)
    return Declined(code, _matching(_SCOPES, body.get("needed")), _messages(body))


def _messages(body: Told) -> list[str]:
    about = body.get("response_metadata")
    messages = cast("Told", about).get("messages") if isinstance(about, dict) else None
    given = cast("list[object]", messages) if isinstance(messages, list) else []
    return [one for one in given if isinstance(one, str)]


def _matching(shape: re.Pattern[str], value: object) -> str:
    """Take only what looks as Slack spells it: it is logged, and told to the administrator."""
    return value if isinstance(value, str) and shape.fullmatch(value) else ""
