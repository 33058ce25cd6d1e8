"""A stand-in for the app at the door: it checks tokens as bots do, and remembers."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

import jwt

from tests.fakes.teams.connector_tokens import ISSUER, key_set
from tests.fakes.teams.tenant import Tenant

Activity = dict[str, Any]
Answer = Callable[[Activity], tuple[int, str]]


class AnApp:
    """An app that answers 200 and nothing, unless told otherwise."""

    def __init__(self, tenant: Tenant) -> None:
        self.heard: list[Activity] = []
        self.answer: Answer = lambda _activity: (200, "")
        self._tenant = tenant
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.01,), daemon=True
        )

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/api/messages"

    @property
    def last(self) -> Activity:
        return self.heard[-1]

    def says(self, body: Activity | str = "", status: int = 200) -> None:
        """Answer everything with this."""
        text = body if isinstance(body, str) else json.dumps(body)
        self.answer = lambda _activity: (status, text)

    def take(self, body: bytes, headers: dict[str, str]) -> tuple[int, str]:
        """Check, read, remember, answer."""
        try:
            told = self._genuine(headers.get("Authorization", "").removeprefix("Bearer "))
            activity: Activity = json.loads(body)
            agreed = activity["serviceUrl"] == told["serviceurl"]
        except (jwt.PyJWTError, ValueError, KeyError, TypeError):
            return 401, ""
        if not agreed:
            return 401, ""
        self.heard.append(activity)
        return self.answer(activity)

    def _genuine(self, token: str) -> dict[str, Any]:
        kid = jwt.get_unverified_header(token).get("kid")
        good = [one for one in key_set()["keys"] if "msteams" in one["endorsements"]]
        key = next((jwt.PyJWK(one) for one in good if one["kid"] == kid), None)
        if key is None:
            raise jwt.InvalidKeyError
        told: dict[str, Any] = jwt.decode(
            token,
            key,
            algorithms=["RS256"],
            audience=self._tenant.app_id,
            issuer=ISSUER,
            options={"require": ["exp", "iss", "aud", "serviceurl"]},
        )
        return told

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        app = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                status, text = app.take(
                    body, {key.title(): one for key, one in self.headers.items()}
                )
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(text.encode())))
                self.end_headers()
                self.wfile.write(text.encode())

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        return Handler
