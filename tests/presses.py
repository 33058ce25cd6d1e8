"""Answers pressed buttons where nothing is committed and nothing has to be shared."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

from bot.lane import Press
from handlers.interaction import Handler, Interaction, Reply


def in_threads(route: Handler) -> Press:
    """Answer each press in a thread, whoever comes beside it."""
    threads = ThreadPoolExecutor(4, thread_name_prefix="test-press")

    async def press(asked: Interaction) -> Reply:
        return await asyncio.get_running_loop().run_in_executor(threads, route, asked)

    return press
