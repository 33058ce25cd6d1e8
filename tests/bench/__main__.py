"""``make bench``: everything that was promised about speed and memory, each beside a baseline.

``python -m tests.bench [import] [crm] [answer] [press] [slack] [teams] [flood] [process]
[rules] [flags] [digest] [nudges] [--quick]``
"""

from __future__ import annotations

import argparse
import os
import platform
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.bench import (
    answer,
    bad_requests,
    crm_load,
    digest,
    flags,
    import_leads,
    nudges,
    press,
    process,
    rules,
    slack_press,
    teams_press,
)
from tests.bench.finding import Finding, table


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How much is measured."""

    leads: int
    import_rounds: int
    rounds: int
    press_rounds: int
    press_seconds: float
    starts: int
    idle: float


FULL = Size(
    leads=1_000_000,
    import_rounds=3,
    rounds=61,
    press_rounds=5,
    press_seconds=3.0,
    starts=7,
    idle=5.0,
)
QUICK = Size(
    leads=20_000, import_rounds=1, rounds=11, press_rounds=1, press_seconds=0.5, starts=2, idle=1.0
)

Part = Callable[[Size, Path, str], Iterator[Finding]]


def imported(size: Size, folder: Path, postgres: str) -> Iterator[Finding]:
    """Import leads."""
    del folder
    yield from import_leads.measure(size.leads, postgres, size.import_rounds)


def kept(size: Size, folder: Path, postgres: str) -> Iterator[Finding]:
    """Keep a CRM in step."""
    del folder
    yield from crm_load.measure(size.leads, postgres)


def answered(size: Size, folder: Path, postgres: str) -> Iterator[Finding]:
    """Answer a question about leads."""
    del postgres
    house = folder / "house.sqlite3"
    answer.build(house, size.leads)
    yield from answer.measure(house, size.rounds)


def pressed(size: Size, folder: Path, postgres: str) -> Iterator[Finding]:
    """Press answers in the demo."""
    del postgres
    yield from press.measure(folder, rounds=size.press_rounds, seconds=size.press_seconds)


def slack_pressed(size: Size, folder: Path, postgres: str) -> Iterator[Finding]:
    """Press answers in Slack."""
    rounds, seconds = min(size.press_rounds, 3), min(size.press_seconds, 2.0)
    yield from slack_press.measure(folder, postgres, rounds=rounds, seconds=seconds)


def teams_pressed(size: Size, folder: Path, postgres: str) -> Iterator[Finding]:
    """Press answers in Teams."""
    rounds, seconds = min(size.press_rounds, 3), min(size.press_seconds, 2.0)
    yield from teams_press.measure(folder, postgres, rounds=rounds, seconds=seconds)


def flooded(size: Size, folder: Path, postgres: str) -> Iterator[Finding]:
    """Press answers in Slack while strangers flood the door."""
    del postgres
    yield from bad_requests.measure(
        folder, rounds=min(size.press_rounds, 3), seconds=size.press_seconds
    )


def started(size: Size, folder: Path, postgres: str) -> Iterator[Finding]:
    """Start the demo and let it idle."""
    del postgres
    yield from process.measure(folder / "idle", rounds=size.starts, idle=size.idle)


def ruled(size: Size, folder: Path, postgres: str) -> Iterator[Finding]:
    """Do the small things that are done over and over."""
    del folder, postgres
    yield from rules.measure(size.press_rounds * 3)


def flagged(size: Size, folder: Path, postgres: str) -> Iterator[Finding]:
    """Flag leads, decide about flags, and count findings."""
    yield from flags.measure(size.leads, folder, postgres, size.rounds)


def digested(size: Size, folder: Path, postgres: str) -> Iterator[Finding]:
    """Count a week for the digest."""
    yield from digest.measure(size.leads, folder, postgres, min(size.rounds, 15))


def nudged(size: Size, folder: Path, postgres: str) -> Iterator[Finding]:
    """Look for stale fields."""
    yield from nudges.measure(size.leads, folder, postgres, min(size.rounds, 7))


PARTS: Mapping[str, Part] = {
    "import": imported,
    "crm": kept,
    "answer": answered,
    "press": pressed,
    "slack": slack_pressed,
    "teams": teams_pressed,
    "flood": flooded,
    "process": started,
    "rules": ruled,
    "flags": flagged,
    "digest": digested,
    "nudges": nudged,
}


def main() -> None:
    """Measure what was asked for, and print a table of each part as soon as it is there."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=" ".join(PARTS))
    parser.add_argument("--quick", action="store_true", help="small sizes, to see that it runs")
    asked = parser.parse_args()
    if unknown := set(asked.parts) - PARTS.keys():
        parser.error(f"no part is called {', '.join(sorted(unknown))}")
    size = QUICK if asked.quick else FULL
    postgres = os.environ.get("LEADLOOP_TEST_POSTGRES", "")
    for name in asked.parts or PARTS:
        print(f"\n{name}: {_machine()}\n", flush=True)
        began = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="leadloop-bench-") as folder:
            print(table(list(PARTS[name](size, Path(folder), postgres))))
        print(f"\n{name} took {time.monotonic() - began:.0f} s; {_machine()}", flush=True)


def _machine() -> str:
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    return f"Python {platform.python_version()}, {os.cpu_count()} cores, load {load}"


if __name__ == "__main__":
    main()
