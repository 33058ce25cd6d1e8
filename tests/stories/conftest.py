"""A real browser at the real demo, which runs as a process of its own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.fakes.slack.fixtures import slack
from tests.fakes.teams.fixtures import teams

__all__ = ["slack", "teams"]

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE_MS = 20_000
"""A guard against a page that hangs, not against a busy machine."""
Visit = Callable[..., Page]


@dataclass
class RunningDemo:
    """`leadloop demo` as a visitor runs it, on a folder that outlives it."""

    folder: Path
    address: str = ""
    _process: subprocess.Popen[str] | None = field(default=None, repr=False)

    def start(self) -> None:
        """Start on a free port, or again on the one it had."""
        port = self.address.rpartition(":")[2] or "0"
        self._process = subprocess.Popen(
            [sys.executable, "-u", "-m", "bot", "demo", "--port", port],
            cwd=self.folder,
            env={**os.environ, "LEADLOOP_DEMO_FOLDER": str(self.folder)},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        told = re.search(r"http://[\d.:]+", self._process.stdout.readline())
        assert told is not None
        self.address = told.group()

    def kill(self) -> None:
        """End it as a power cut would."""
        assert self._process is not None
        self._process.kill()
        self._left()

    def stop(self) -> None:
        """End it as Ctrl+C would."""
        assert self._process is not None
        self._process.terminate()
        self._left()

    def _left(self) -> None:
        assert self._process is not None
        self._process.wait(20)
        assert self._process.stdout is not None
        self._process.stdout.close()


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningDemo]:
    """A demo that has just been begun."""
    demo = RunningDemo(tmp_path_factory.mktemp("demo"))
    demo.start()
    yield demo
    demo.stop()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium."""
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("there is no chromium")
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def complaints() -> list[str]:
    """What the browser had to complain about."""
    return []


@pytest.fixture
def visit(chromium: Browser, running: RunningDemo, complaints: list[str]) -> Iterator[Visit]:
    """Open pages that complain about nothing and fetch nothing from elsewhere."""
    pages = list[Page]()

    def open_page(path: str, *, width: int = 1280, height: int = 900) -> Page:
        context = chromium.new_context(
            base_url=running.address,
            viewport={"width": width, "height": height},
            reduced_motion="reduce",
        )
        page = context.new_page()
        pages.append(page)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text))
        page.on(
            "request", lambda asked: complaints.append(asked.url) if elsewhere(asked.url) else None
        )
        page.goto(f"{running.address}{path}")
        page.locator("body:not([inert])").wait_for()
        return page

    def elsewhere(url: str) -> bool:
        return not url.startswith((running.address, "data:"))

    yield open_page
    for page in pages:
        page.context.close()
    assert complaints == []
