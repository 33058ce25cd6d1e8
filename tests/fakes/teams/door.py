"""How the fake Teams reaches the app: activities with the Connector's token; and what it heard."""

from __future__ import annotations

import json
import ssl
import time
from dataclasses import dataclass, field
from typing import Any

import httpx

from tests.fakes.teams.connector_tokens import genuine
from tests.fakes.teams.tenant import Tenant

IN_TIME = 5.0
Activity = dict[str, Any]


@dataclass(frozen=True)
class Reply:
    """What the app answered, and how long that took; `sent` is the activity it answered."""

    status: int
    body: str
    seconds: float
    headers: dict[str, str] = field(default_factory=dict)
    sent: Activity | None = None

    @property
    def in_time(self) -> bool:
        """Whether Teams takes it for an answer; it waits longer, but that is too long for people."""
        return 200 <= self.status < 300 and self.seconds <= IN_TIME

    @property
    def json(self) -> dict[str, Any]:
        """The body, when it is an object; nothing else is one."""
        told = json.loads(self.body) if self.body.strip().startswith("{") else {}
        return told if isinstance(told, dict) else {}


class Door:
    """The way to the app under test."""

    def __init__(self, tenant: Tenant) -> None:
        self.url = ""
        self.patience = 30.0  # seconds
        self._tenant = tenant
        no_authorities = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # plain HTTP, made quickly
        self._client = httpx.Client(trust_env=False, verify=no_authorities)

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    def deliver(self, activity: Activity, *, token: str | None = None) -> Reply:
        """Send an activity with the Connector's token, or with this one; "" sends none."""
        proof = genuine(self._tenant) if token is None else token
        headers = {"Content-Type": "application/json; charset=utf-8"}
        headers |= {"Authorization": f"Bearer {proof}"} if proof else {}
        return self.post(json.dumps(activity).encode(), headers, sent=activity)

    def post(self, body: bytes, headers: dict[str, str], *, sent: Activity | None = None) -> Reply:
        """Post just this."""
        assert self.url, "set teams.door to the app's /api/messages"
        began = time.monotonic()
        answer = self._client.post(self.url, content=body, headers=headers, timeout=self.patience)
        seconds = time.monotonic() - began
        return Reply(answer.status_code, answer.text, seconds, dict(answer.headers), sent)
