"""A chat platform in a process of its own, with faults by seed and a log of what it accepted.

The log is append-only and the one judge of what was lost, repeated or out of order.
"""

from __future__ import annotations

import asyncio
import json
import signal
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from random import Random
from typing import Any, TextIO
from urllib.parse import parse_qsl, urlsplit


class Fault(StrEnum):
    """What goes wrong with one call."""

    NONE = "none"
    THROTTLED = "429 before acceptance"
    LOST = "connection dropped before acceptance"
    DROPPED = "connection dropped after acceptance"
    FAILED = "503 after acceptance"
    SLOW = "accepted after the caller's time-out"


ODDS = {
    Fault.NONE: 92,
    Fault.THROTTLED: 1,
    Fault.LOST: 1,
    Fault.DROPPED: 3,
    Fault.FAILED: 2,
    Fault.SLOW: 1,
}
HIDDEN = {Fault.DROPPED, Fault.FAILED, Fault.SLOW}
RETRY_AFTER = 0.2
SLOW_SECONDS = 0.4
USUAL_SECONDS = 0.01

Answer = tuple[int, dict[str, Any]]
"""Status and body; status 0 closes the connection without an answer."""


@dataclass
class FakePlatform:
    """What the platform holds, and what it writes down."""

    log: TextIO
    chance: Random
    standing: dict[str, str] = field(default_factory=dict)
    keys: dict[tuple[str, str], str] = field(default_factory=dict)
    closed_until: dict[str, float] = field(default_factory=dict)

    async def answer(self, path: str, asked: Mapping[str, str]) -> Answer:
        """Answer one call, or pretend to."""
        if path == "/find":
            return 200, {"reference": self.keys.get((asked["address"], asked["key"]))}
        now = asyncio.get_running_loop().time()
        if now < self.closed_until.get(asked["address"], 0):
            self.note(what="impatient", address=asked["address"])
        [fault] = self.chance.choices(list(ODDS), weights=list(ODDS.values()))
        if fault is Fault.THROTTLED:
            self.closed_until[asked["address"]] = now + RETRY_AFTER
            return 429, {"retry_after": RETRY_AFTER}
        if fault is Fault.LOST:
            return 0, {}
        slow = SLOW_SECONDS if fault is Fault.SLOW else USUAL_SECONDS
        await asyncio.sleep(slow * self.chance.uniform(0.9, 1))
        return self.accept(path, asked, fault)

    def accept(self, path: str, asked: Mapping[str, str], fault: Fault) -> Answer:
        reference = asked.get("reference") or f"m{len(self.standing)}"
        known = reference in self.standing
        self.standing[reference] = asked["text"]
        if path == "/send":
            self.keys[asked["address"], asked["key"]] = reference
        what = path[1:] if known or path == "/send" else "update of nothing"
        self.note(what=what, fault=fault.value, **{**asked, "reference": reference})
        status = {Fault.DROPPED: 0, Fault.FAILED: 503}.get(fault, 200)
        return status, {"reference": reference}

    def note(self, **line: str) -> None:
        self.log.write(json.dumps(line) + "\n")
        self.log.flush()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Speak just enough HTTP/1.1 to hang up whenever it pleases us."""
        try:
            while request := (await reader.readline()).decode():
                await self.serve_one(request, reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            return
        finally:
            writer.close()

    async def serve_one(
        self, request: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        target = urlsplit(request.split()[1])
        length = 0
        while header := (await reader.readline()).strip().lower():
            if header.startswith(b"content-length:"):
                length = int(header.split(b":")[1])
        asked = (
            json.loads(await reader.readexactly(length))
            if length
            else dict(parse_qsl(target.query))
        )
        status, body = await self.answer(target.path, asked)
        if status == 0:
            raise ConnectionAbortedError
        text = json.dumps(body).encode()
        writer.write(b"HTTP/1.1 %d x\r\nContent-Length: %d\r\n\r\n%s" % (status, len(text), text))
        await writer.drain()


def run(log: Path, seed: int, port_file: Path) -> None:
    """Serve on a free port of the loopback until SIGTERM; the port is told in a file."""
    asyncio.run(_run(log, seed, port_file))


async def _run(log: Path, seed: int, port_file: Path) -> None:
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    with log.open("a", encoding="utf-8") as lines:
        platform = FakePlatform(lines, Random(seed))
        server = await asyncio.start_server(platform.serve, "127.0.0.1", 0)
        telling = port_file.with_suffix(".new")
        telling.write_text(str(server.sockets[0].getsockname()[1]), encoding="ascii")
        telling.rename(port_file)
        await stop.wait()
        server.close()
