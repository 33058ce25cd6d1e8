"""The least that could answer a press: uvicorn, one committed insert, a small answer.

``python -m tests.bench.bare_server FILE`` listens on a free port and says its address.
"""

from __future__ import annotations

import asyncio
import sqlite3
import sys
from typing import Any

import uvicorn
import uvloop

HEADERS = [(b"content-type", b"application/json")]
ANSWER = b'{"kind": "nothing"}'


class Bare:
    """An ASGI application that keeps what it is sent."""

    def __init__(self, path: str) -> None:
        """Open the file as durable as ours is."""
        self._sql = sqlite3.connect(path, isolation_level=None)
        self._sql.execute("PRAGMA journal_mode = WAL")
        self._sql.execute("PRAGMA synchronous = FULL")
        self._sql.execute("CREATE TABLE IF NOT EXISTS deed (id INTEGER PRIMARY KEY, said BLOB)")

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Insert, commit, answer."""
        if scope["type"] != "http":
            return
        body, more = b"", True
        while more:
            message = await receive()
            body += message.get("body", b"")
            more = message.get("more_body", False)
        self._sql.execute("BEGIN IMMEDIATE")
        self._sql.execute("INSERT INTO deed (said) VALUES (?)", (body,))
        self._sql.execute("COMMIT")
        length = (b"content-length", str(len(ANSWER)).encode())
        await send({"type": "http.response.start", "status": 200, "headers": [*HEADERS, length]})
        await send({"type": "http.response.body", "body": ANSWER})


class Telling(uvicorn.Server):
    """Says its address once it listens."""

    async def startup(self, sockets: Any = None) -> None:
        """Listen, then tell where."""
        await super().startup(sockets)
        port = self.servers[0].sockets[0].getsockname()[1]
        print(f"http://127.0.0.1:{port}", flush=True)


def main(path: str) -> None:
    """Serve until a signal."""
    config = uvicorn.Config(
        Bare(path), port=0, http="httptools", log_config=None, access_log=False, lifespan="off"
    )
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(Telling(config).serve())


if __name__ == "__main__":
    main(sys.argv[1])
