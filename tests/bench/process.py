"""Times how soon the demo is ready, and weighs it idle, beside a Python that only imports the frameworks."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from tests.bench.child import DEMO, Child, served
from tests.bench.finding import Finding

ROUNDS = 7
IDLE_S = 5.0
PATIENCE_S = 30
MOST_MB = 150
MOST_S = 2
FRAMEWORKS = (
    "import re, starlette.applications, uvicorn, sqlalchemy;"
    "print(re.search(r'VmRSS:\\s+(\\d+)', open('/proc/self/status').read())[1])"
)


def measure(folder: Path, *, rounds: int = ROUNDS, idle: float = IDLE_S) -> list[Finding]:
    """Start the demo again and again where it was before, by turns with the bare frameworks."""
    with served(DEMO, folder) as first:
        _wait_until_ready(first)
    starts, imports = [], []
    for _ in range(rounds):
        imports.append(_frameworks())
        starts.append(_start(folder))
    with served(DEMO, folder) as demo:
        _wait_until_ready(demo)
        time.sleep(idle)
        weight = demo.resident_mb
    return [
        Finding(
            what="start to ready, second start of the demo",
            unit="s",
            ours=statistics.median(starts),
            bare=statistics.median(seconds for seconds, _ in imports),
            at_most=MOST_S,
        ),
        Finding(
            what=f"memory after {idle:g} s idle",
            unit="MB",
            ours=weight,
            bare=statistics.median(megabytes for _, megabytes in imports),
            at_most=MOST_MB,
        ),
    ]


def _start(folder: Path) -> float:
    began = time.perf_counter()
    with served(DEMO, folder) as demo:
        _wait_until_ready(demo)
        return time.perf_counter() - began


def _wait_until_ready(demo: Child) -> None:
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        if _is_ready(demo):
            return
        time.sleep(0.01)
    raise RuntimeError("the demo was not ready in time")


def _is_ready(demo: Child) -> bool:
    try:
        with urllib.request.urlopen(f"{demo.address}/ready", timeout=PATIENCE_S) as answer:  # noqa: S310 - our own address
            return bool(answer.status == 200)
    except urllib.error.URLError:
        return False


def _frameworks() -> tuple[float, float]:
    """Give the seconds and the memory that Python needs for the frameworks alone."""
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", FRAMEWORKS], check=True, stdout=subprocess.PIPE, text=True
    )
    return time.perf_counter() - began, int(done.stdout) / 1000
