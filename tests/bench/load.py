"""Presses as fast as a server answers, over connections that are kept open."""

from __future__ import annotations

import asyncio
import re
import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import uvloop

_LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Load:
    """What a server bore."""

    answered: int
    per_second: float
    median_ms: float
    p99_ms: float


def press(port: int, requests: Iterator[bytes], *, connections: int, seconds: float) -> Load:
    """Send requests for so long, each connection its next one when the last was answered."""
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(_press(port, requests, connections, seconds))


async def _press(port: int, requests: Iterator[bytes], connections: int, seconds: float) -> Load:
    began = time.perf_counter()
    until = began + seconds
    taken = await asyncio.gather(*(_one(port, requests, until) for _ in range(connections)))
    all_taken = [one for some in taken for one in some]
    lasted = time.perf_counter() - began
    slowest = sorted(all_taken)[int(len(all_taken) * 0.99)]
    return Load(
        answered=len(all_taken),
        per_second=len(all_taken) / lasted,
        median_ms=statistics.median(all_taken) * 1000,
        p99_ms=slowest * 1000,
    )


async def _one(port: int, requests: Iterator[bytes], until: float) -> Sequence[float]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    taken: list[float] = []
    while (began := time.perf_counter()) < until and (one := next(requests, b"")):
        writer.write(one)
        await _answered(reader)
        taken.append(time.perf_counter() - began)
    writer.close()
    await writer.wait_closed()
    return taken


async def _answered(reader: asyncio.StreamReader) -> None:
    head = await reader.readuntil(b"\r\n\r\n")
    length = _LENGTH.search(head)
    body = await reader.readexactly(int(length[1]) if length else 0)
    if not head.startswith(b"HTTP/1.1 200"):
        raise RuntimeError(f"a press was answered with {head[:80]!r} {body[:200]!r}")


def request(path: str, body: bytes, **headers: str) -> bytes:
    """Spell a POST."""
    given = {"content_type": "application/json", **headers}
    lines = [f"POST {path} HTTP/1.1", "Host: 127.0.0.1"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in given.items()]
    lines.append(f"Content-Length: {len(body)}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body
