"""Many who are not Slack, all at once: badly signed and malformed requests, each from another sender."""

from __future__ import annotations

import asyncio
import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count, islice

from tests.fakes.slack.door import signed

MARK = "flooder"
"""Stands in whatever such a sender says of itself."""
AN_HOUR = 3600


@dataclass(frozen=True, slots=True)
class Bad:
    """A request as it goes over the wire, and the status with which it is to be turned away."""

    wire: bytes
    status: int


@dataclass(frozen=True, slots=True)
class Poured:
    """What became of a flood."""

    turned_away: Counter[bool]
    """How many were turned away with the status they should be, and how many were not."""
    a_second: float


def bad_requests(secret: str) -> Iterator[Bad]:
    """Spell one bad request after the other, without end; some of them are signed rightly."""
    for sender in count():
        kind = KINDS[sender % len(KINDS)]
        yield kind(sender, secret, int(time.time()))


def some_bad(secret: str, many: int) -> list[Bad]:
    """Spell so many bad requests."""
    return list(islice(bad_requests(secret), many))


def pour(port: int, requests: Iterable[Bad], *, connections: int, a_second: float) -> Poured:
    """Send these, at most so fast."""
    began = time.monotonic()
    turned_away = asyncio.run(_pour(port, iter(requests), connections, a_second))
    return Poured(turned_away, turned_away.total() / (time.monotonic() - began))


async def _pour(
    port: int, waiting: Iterator[Bad], connections: int, a_second: float
) -> Counter[bool]:
    pace = connections / a_second
    each = (_pour_one(port, waiting, pace) for _ in range(connections))
    return sum(await asyncio.gather(*each), Counter[bool]())


async def _pour_one(port: int, waiting: Iterator[Bad], pace: float) -> Counter[bool]:
    turned_away = Counter[bool]()
    due = time.monotonic()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for bad in waiting:
        writer.write(bad.wire)
        turned_away[await _status(reader) == bad.status] += 1
        due += pace
        await asyncio.sleep(max(0.0, due - time.monotonic()))
    writer.close()
    await writer.wait_closed()
    return turned_away


async def _status(reader: asyncio.StreamReader) -> int:
    head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
    length = next((line for line in head.split("\r\n") if line.startswith("content-length:")), ":0")
    await reader.readexactly(int(length.partition(":")[2]))
    return int(head.split()[1])


def _wrong_signature(sender: int, secret: str, now: int) -> Bad:
    return _bad(sender, _press(sender), now, "v0=" + "0" * 64, status=401)


def _no_signature(sender: int, secret: str, now: int) -> Bad:
    return _bad(sender, _press(sender), now, "", status=401)


def _changed(sender: int, secret: str, now: int) -> Bad:
    body = _press(sender)
    return _bad(sender, body, now, signed(secret, body + b" ", str(now)), status=401)


def _old(sender: int, secret: str, now: int) -> Bad:
    body, then = _press(sender), now - AN_HOUR
    return _bad(sender, body, then, signed(secret, body, str(then)), status=401)


def _no_json(sender: int, secret: str, now: int) -> Bad:
    body = _press(sender)[:-1]
    return _bad(sender, body, now, signed(secret, body, str(now)), status=400)


def _no_object(sender: int, secret: str, now: int) -> Bad:
    body = b"[" + _press(sender) + b"]"
    return _bad(sender, body, now, signed(secret, body, str(now)), status=400)


KINDS = (_wrong_signature, _no_signature, _changed, _old, _no_json, _no_object)


def _press(sender: int) -> bytes:
    return json.dumps(
        {
            "type": "block_actions",
            "user": {"id": f"U{MARK}{sender}"},
            "team": {"id": f"T{MARK}{sender}"},
            "trigger_id": f"{MARK}{sender}",
            "actions": [{"action_id": "questions.answer#1", "value": "{}", "type": "button"}],
        }
    ).encode()


def _bad(sender: int, body: bytes, at: int, signature: str, *, status: int) -> Bad:
    lines = [
        "POST /slack/events HTTP/1.1",
        "Host: 127.0.0.1",
        "Content-Type: application/json",
        f"Content-Length: {len(body)}",
        f"X-Forwarded-For: 10.{sender >> 16 & 255}.{sender >> 8 & 255}.{sender & 255}",
        f"X-Slack-Request-Timestamp: {at}",
    ]
    lines += [f"X-Slack-Signature: {signature}"] if signature else []
    return Bad("\r\n".join(lines).encode() + b"\r\n\r\n" + body, status)
