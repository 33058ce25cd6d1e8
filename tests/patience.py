"""Waiting for what other threads and processes do, so that no test needs a stopwatch of its own."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

WITHIN_S = 10.0
BETWEEN_S = 0.02

Found = TypeVar("Found")


def until(look: Callable[[], Found], within: float = WITHIN_S) -> Found:
    """Look again and again until there is something; give what was seen last, even if that is nothing."""
    end = time.monotonic() + within
    while not (found := look()) and time.monotonic() < end:
        time.sleep(BETWEEN_S)
    return found


def running(since: datetime) -> Callable[[], datetime]:
    """Give a clock that shows a moment now and runs from there."""
    began = time.monotonic()
    return lambda: since + timedelta(seconds=time.monotonic() - began)
