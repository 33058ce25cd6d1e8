"""A stand-in for the app at the door: it checks signatures as Slack's SDK does, and remembers."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qsl

from slack_sdk.signature import SignatureVerifier

Payload = dict[str, Any]
Answer = Callable[[Payload], tuple[int, str]]


class AnApp:
    """An app that answers 200 and nothing, unless told otherwise."""

    def __init__(self, signing_secret: str) -> None:
        self.heard: list[Payload] = []
        self.headers: list[dict[str, str]] = []
        self.answer: Answer = lambda _payload: (200, "")
        self._verifier = SignatureVerifier(signing_secret)
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
        return f"http://127.0.0.1:{self._server.server_port}/slack/events"

    @property
    def last(self) -> Payload:
        return self.heard[-1]

    def says(self, body: Payload | str = "", status: int = 200) -> None:
        """Answer everything with this."""
        text = body if isinstance(body, str) else json.dumps(body)
        self.answer = lambda _payload: (status, text)

    def take(self, body: bytes, headers: dict[str, str]) -> tuple[int, str]:
        """Check, read, remember, answer."""
        try:
            genuine = self._verifier.is_valid_request(body, headers)
        except (ValueError, TypeError):
            genuine = False
        if not genuine:
            return 401, ""
        payload = read(body, headers["Content-Type"])
        self.heard.append(payload)
        self.headers.append(headers)
        return self.answer(payload)

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
                self.send_header("Content-Length", str(len(text.encode())))
                self.end_headers()
                self.wfile.write(text.encode())

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        return Handler


def read(body: bytes, content_type: str) -> Payload:
    """A body as Slack's libraries read it."""
    if content_type == "application/json":
        told: Payload = json.loads(body)
        return told
    fields = dict(parse_qsl(body.decode(), keep_blank_values=True))
    return json.loads(fields["payload"]) if "payload" in fields else fields
