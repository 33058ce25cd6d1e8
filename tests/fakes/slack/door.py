"""How the fake Slack reaches the app: signed HTTP, or Socket Mode; and what it heard back."""

from __future__ import annotations

import hashlib
import hmac
import json
import ssl
import time
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import urlencode

import httpx

from tests.fakes.slack.socket import Socket
from tests.fakes.slack.workspace import Workspace

Kind = Literal["event", "interactive", "command"]
SOCKET = "socket"
IN_TIME = 3.0
ENVELOPES = {"event": "events_api", "interactive": "interactive", "command": "slash_commands"}
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Sent:
    """Something Slack sent: enough to send it once more."""

    kind: Kind
    payload: dict[str, Any]


@dataclass(frozen=True)
class Reply:
    """What the app answered, and how long that took. Status 0: no acknowledgement at all."""

    status: int
    body: str
    seconds: float
    headers: dict[str, str] = field(default_factory=dict)
    sent: Sent | None = None

    @property
    def in_time(self) -> bool:
        """Whether Slack takes it for an acknowledgement."""
        return self.status == 200 and self.seconds <= IN_TIME

    @property
    def json(self) -> dict[str, Any]:
        """The body, when it is an object; nothing else is one."""
        told = json.loads(self.body) if self.body.strip().startswith("{") else {}
        return told if isinstance(told, dict) else {}


def signed(secret: str, body: bytes, timestamp: str) -> str:
    """Slack's signature, version 0."""
    base = b"v0:" + timestamp.encode() + b":" + body
    return "v0=" + hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()


def encoded(sent: Sent) -> tuple[bytes, str]:
    """A body and its content type, as each kind is sent."""
    match sent.kind:
        case "event":
            return json.dumps(sent.payload).encode(), "application/json"
        case "interactive":
            return urlencode({"payload": json.dumps(sent.payload)}).encode(), FORM
        case "command":
            return urlencode(sent.payload).encode(), FORM


class Door:
    """The way to the app under test."""

    def __init__(self, slack: Workspace, socket: Socket) -> None:
        self.url = ""
        self.patience = 30.0  # seconds
        self._slack = slack
        self._socket = socket
        no_authorities = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # plain HTTP, made quickly
        self._client = httpx.Client(trust_env=False, verify=no_authorities)

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    def deliver(self, sent: Sent, *, retry: int = 0, reason: str = "") -> Reply:
        """Send something over the way that is set, and wait for what comes back."""
        assert self.url, "set slack.door to the app's /slack/events, or to 'socket'"
        if self.url == SOCKET:
            return self._over_socket(sent, retry, reason)
        body, content_type = encoded(sent)
        more = {"X-Slack-Retry-Num": str(retry), "X-Slack-Retry-Reason": reason} if retry else {}
        headers: dict[str, str | bytes] = {"Content-Type": content_type, **more}
        return self.post(body, headers, sent=sent)

    def post(
        self,
        body: bytes,
        headers: dict[str, str | bytes],
        *,
        sent: Sent | None = None,
        timestamp: str | None = None,
        signature: str | bytes | None = None,
    ) -> Reply:
        """Post a body, signed rightly unless a timestamp or signature is given."""
        stamp = str(int(self._slack.now())) if timestamp is None else timestamp
        sign = signed(self._slack.signing_secret, body, stamp) if signature is None else signature
        proof: dict[str, str | bytes] = {"X-Slack-Request-Timestamp": stamp}
        proof |= {"X-Slack-Signature": sign} if sign else {}
        return self.post_raw(body, headers | proof, sent=sent)

    def post_raw(
        self, body: bytes, headers: dict[str, str | bytes], *, sent: Sent | None = None
    ) -> Reply:
        """Post just this."""
        raw = [
            (key.encode(), one.encode() if isinstance(one, str) else one)
            for key, one in headers.items()
        ]
        began = time.monotonic()
        answer = self._client.post(self.url, content=body, headers=raw, timeout=self.patience)
        seconds = time.monotonic() - began
        return Reply(answer.status_code, answer.text, seconds, dict(answer.headers), sent)

    def _over_socket(self, sent: Sent, retry: int, reason: str) -> Reply:
        envelope: dict[str, Any] = {
            "envelope_id": self._slack.new("envelope-"),
            "type": ENVELOPES[sent.kind],
            "payload": sent.payload,
            "accepts_response_payload": sent.kind != "event",
        }
        if sent.kind == "event":
            envelope |= {"retry_attempt": retry, "retry_reason": reason}
        began = time.monotonic()
        told = self._socket.send(envelope, seconds=self.patience)
        seconds = time.monotonic() - began
        if told is None:
            return Reply(0, "", seconds, sent=sent)
        body = json.dumps(told["payload"]) if told.get("payload") else ""
        return Reply(200, body, seconds, sent=sent)
