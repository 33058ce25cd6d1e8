"""Starts a server in a process of its own, and ends it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

DEMO = ("-m", "bot", "demo", "--port", "0")


@dataclass(frozen=True, slots=True)
class Child:
    """A server that runs."""

    process: subprocess.Popen[str]
    port: int

    @property
    def address(self) -> str:
        """Give its bare address."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def resident_mb(self) -> float:
        """Tell how much memory it holds, in MB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        found = re.search(r"VmRSS:\s+(\d+) kB", status)
        assert found
        return int(found[1]) / 1000


@contextmanager
def served(arguments: Sequence[str], folder: Path, **more: str) -> Generator[Child]:
    """Run Python with these arguments until it says its address; the demo lives in this folder.

    `more` are further variables of its environment.
    """
    settings = {"LEADLOOP_DEMO_FOLDER": str(folder), "LEADLOOP_LOG_LEVEL": "warning", **more}
    with subprocess.Popen(
        [sys.executable, *arguments],
        env=os.environ | settings,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield Child(process, _port(process))
        finally:
            process.terminate()


def _port(process: subprocess.Popen[str]) -> int:
    line = process.stdout.readline() if process.stdout else ""
    found = re.search(r"http://127\.0\.0\.1:(\d+)", line)
    if found is None:
        raise RuntimeError(f"the server said {line!r} instead of its address")
    return int(found[1])
