"""Lets through what Slack signed lately, and refuses everything else before it is read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import IntEnum

import structlog
from slack_sdk.signature import Clock, SignatureVerifier

from handlers.work import Now

LARGEST_BODY = 1_000_000
"""Bytes; Slack's largest, a press on a view of 250 KB, stays below it when percent-encoded."""

LONGEST_SSL_CHECK = 200
"""Bytes of the unsigned request by which Slack looks at our certificate."""


FORM = "application/x-www-form-urlencoded"
JSON = "application/json"

_TIMESTAMP = re.compile(r"[0-9]{1,12}")
_SIGNATURE = re.compile(r"v0=[0-9a-f]{64}")

Headers = Mapping[str, str]

log = structlog.get_logger()


class Refusal(IntEnum):
    """The HTTP status with which a request is turned away."""

    UNREADABLE = 400
    UNPROVEN = 401
    OF_ANOTHER_KIND = 415


class Gate:
    """Knows Slack by its signature; two secrets are good while the old one is being replaced."""

    def __init__(self, secrets: Sequence[str], now: Now) -> None:
        """Take the signing secrets; no secret at all lets nothing through."""
        self._verifiers = [SignatureVerifier(secret, _OurClock(now)) for secret in secrets]

    def refusal(self, headers: Headers) -> Refusal | None:
        """Tell from the headers alone why a request cannot be Slack's, if it cannot."""
        if not _TIMESTAMP.fullmatch(headers.get("x-slack-request-timestamp", "")):
            return Refusal.UNPROVEN
        if not _SIGNATURE.fullmatch(headers.get("x-slack-signature", "")):
            return Refusal.UNPROVEN
        kind = headers.get("content-type", "").partition(";")[0].strip().lower()
        return None if kind in {FORM, JSON} else Refusal.OF_ANOTHER_KIND

    def proves(self, headers: Headers, body: bytes) -> bool:
        """Tell whether Slack signed this within the last five minutes.

        The headers are those for which `refusal` gave none.
        """
        at, signature = headers["x-slack-request-timestamp"], headers["x-slack-signature"]
        try:
            text = body.decode()
        except UnicodeDecodeError:
            return False
        return any(verifier.is_valid(text, at, signature) for verifier in self._verifiers)


def is_ssl_check(body: bytes) -> bool:
    """Recognize Slack's look at our certificate, which is unsigned and asks for nothing."""
    return len(body) <= LONGEST_SSL_CHECK and b"ssl_check=1" in body.split(b"&")


class _OurClock(Clock):
    """Tells Slack's own verifier the time by the clock we were given."""

    def __init__(self, now: Now) -> None:
        self._now = now

    def now(self) -> float:
        return self._now().timestamp()
