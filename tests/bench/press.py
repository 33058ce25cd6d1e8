"""Times a press in the demo, from the request to its answer, beside a bare server's committed insert.

The demo is the real one in a process of its own, with delivery at work behind it: a marketer asks,
the owners are asked, and then the reps press answers, and correct them, as fast as they are taken.
Each round begins with a fresh demo, so that no row is corrected a thousand times.
"""

from __future__ import annotations

import json
import re
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import count, cycle
from pathlib import Path
from typing import Any

import httpx

from bot.platforms.demo.story import BATCHES
from tests.bench.child import DEMO, Child, served
from tests.bench.finding import Finding
from tests.bench.load import Load, press, request

ROUNDS = 5
SECONDS = 2.0
CONNECTIONS = (1, 16)
AT_LEAST = 1 / 3
PATIENCE_S = 20
ASKER, REPS = "maya", ("tom", "piotr", "olga")
LEAST_ROWS = 8
ANSWERS = ("converted", "in-conversation", "trying", "not-touched", "do-not-know")

_BUTTON = re.compile(r'data-does="([\w.-]+)" data-values="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a rep's envelope that can be answered."""

    rep: str
    message: int
    ask: str


class Visitor:
    """Somebody who uses the demo's page."""

    def __init__(self, client: httpx.Client, person: str) -> None:
        """Come in."""
        self._client = client
        self._person = person
        self._deeds = count(10_000_000)
        self.token = client.get("/demo/state", params={"as": person}).json()["token"]
        self.home = f"person:{person}"

    def post(self, name: str, body: dict[str, object]) -> None:
        """Say or press something."""
        self._client.post(
            f"/demo/{name}",
            params={"as": self._person},
            json={"deed": f"setup-{next(self._deeds)}", **body},
            headers={"X-Leadloop-Token": self.token},
        ).raise_for_status()

    def buttons(self, does: str) -> Sequence[tuple[int, dict[str, str]]]:
        """List the buttons that do this in the direct message, each with its message."""
        asked = {"as": self._person, "conversation": self.home}
        messages: list[Any] = self._client.get("/demo/messages", params=asked).json()["messages"]
        return [
            (message["id"], json.loads(unescape(values)))
            for message in messages
            for name, values in _BUTTON.findall(message["html"])
            if name == does
        ]


def measure(folder: Path, *, rounds: int = ROUNDS, seconds: float = SECONDS) -> list[Finding]:
    """Press by turns in the demo and in the bare server."""
    ours: dict[int, list[Load]] = {many: [] for many in CONNECTIONS}
    bare: dict[int, list[Load]] = {many: [] for many in CONNECTIONS}
    with served(("-m", "tests.bench.bare_server", str(folder / "bare.sqlite3")), folder) as plain:
        for number in range(rounds):
            with served(DEMO, folder / f"demo{number}") as demo:
                presses = _presses(demo)
                press(demo.port, presses, connections=1, seconds=seconds / 4)
                for many in CONNECTIONS:
                    how = {"connections": many, "seconds": seconds}
                    bare[many].append(press(plain.port, _inserts(), **how))  # type: ignore[arg-type]
                    ours[many].append(press(demo.port, presses, **how))  # type: ignore[arg-type]
    return [one for many in CONNECTIONS for one in _told(many, ours[many], bare[many])]


def _told(many: int, ours: Sequence[Load], bare: Sequence[Load]) -> Iterator[Finding]:
    to = "1 connection" if many == 1 else f"{many} connections"
    we, they = _rate(ours), _rate(bare)
    yield Finding(
        what=f"presses a second, {to}",
        unit="1/s",
        ours=we,
        bare=they,
        ratio=we / they,
        at_least=AT_LEAST,
    )
    yield Finding(
        what=f"a press, {to}, median",
        unit="ms",
        ours=statistics.median(one.median_ms for one in ours),
        bare=statistics.median(one.median_ms for one in bare),
    )


def _rate(loads: Sequence[Load]) -> float:
    return statistics.median(one.per_second for one in loads)


def _inserts() -> Iterator[bytes]:
    body = {"does": "questions.answer", "values": {"ask": "x" * 16, "said": "trying"}}
    return cycle([request("/deed", json.dumps(body).encode())])


def _presses(demo: Child) -> Iterator[bytes]:
    """Ask about the demo's leads, let the owners be asked, and give one answer after the other."""
    with httpx.Client(base_url=demo.address) as client:
        asker = Visitor(client, ASKER)
        for campaign in dict.fromkeys(batch.campaign for batch in BATCHES):
            text = f"what happened to the leads from campaign {campaign}?"
            asker.post("say", {"conversation": asker.home, "text": text})
        rows = _until(lambda: _rows_of_everybody(client, asker))
    return (_answer(row, said, asker.token, deed) for deed, (row, said) in enumerate(_tour(rows)))


def _rows_of_everybody(client: httpx.Client, asker: Visitor) -> Sequence[Row]:
    """Ask the owners wherever a card still offers it; nothing until all of it has arrived."""
    for message, values in (offers := asker.buttons("questions.ask-owners")):
        body = {"conversation": asker.home, "message": message, "does": "questions.ask-owners"}
        asker.post("press", {**body, "values": values})
    rows = [row for rep in REPS for row in _rows(Visitor(client, rep), rep)]
    return () if offers or len(rows) < LEAST_ROWS else rows


def _until(found: Callable[[], Sequence[Row]]) -> Sequence[Row]:
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        time.sleep(0.3)
        if rows := found():
            return rows
    raise RuntimeError("the reps were not asked in time")


def _rows(rep: Visitor, name: str) -> Sequence[Row]:
    found = {values["ask"]: message for message, values in rep.buttons("questions.answer")}
    return [Row(name, message, ask) for ask, message in found.items()]


def _tour(rows: Sequence[Row]) -> Iterator[tuple[Row, str]]:
    """Go from row to row; each time around, every row gets another answer."""
    for said in cycle(ANSWERS):
        for row in rows:
            yield row, said


def _answer(row: Row, said: str, token: str, deed: int) -> bytes:
    body = {
        "conversation": f"person:{row.rep}",
        "message": row.message,
        "does": "questions.answer",
        "values": {"ask": row.ask, "said": said},
        "deed": f"deed-{deed:08}",
    }
    path = f"/demo/press?as={row.rep}"
    return request(path, json.dumps(body).encode(), x_leadloop_token=token)
