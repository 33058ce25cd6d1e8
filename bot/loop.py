"""The event loop that everything at the edge runs on."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable


def fast_loop() -> Callable[[], asyncio.AbstractEventLoop]:
    """Take uvloop where it exists: it answers three times as many requests."""
    if sys.platform == "win32":
        return asyncio.new_event_loop
    import uvloop

    return uvloop.new_event_loop
