"""Charts as pictures, for workspaces that do not take Slack's own."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import structlog

from bot.charts import as_png
from bot.faults import described
from bot.i18n import Voice
from bot.platforms.port import NotYet, Throttled, Unavailable, Undeliverable, Unsure
from bot.platforms.slack.errors import Declined
from bot.platforms.slack.files import Files
from handlers.message import Chart
from handlers.people import Language
from handlers.work import Now

AT_ONCE = 2
LONGEST = timedelta(seconds=6)
"""For a picture with everything, waiting for others included: the card leaves without it then."""

MOST_KEPT = 100
AGAIN_AFTER = timedelta(days=1)
"""How long we remember that the right to bring files up is missing."""

_TROUBLES = (NotYet, Throttled, Unavailable, Unsure, Undeliverable, TimeoutError)

log = structlog.get_logger()


class Pictures:
    """Draws charts and brings them up; a chart that was brought up before is not drawn again."""

    def __init__(self, files: Files, now: Now) -> None:
        """Bring pictures up as these files."""
        self._files = files
        self._now = now
        self._gate = asyncio.Semaphore(AT_ONCE)
        self._kept: dict[tuple[Chart, Language], str] = {}
        self._not_before: datetime | None = None

    async def of(self, charts: Sequence[Chart], voice: Voice) -> Mapping[Chart, str]:
        """Give the files of these charts that are ready in time."""
        shown: dict[Chart, str] = {}
        try:
            async with asyncio.timeout(LONGEST.total_seconds()):
                for chart in charts:
                    if file := await self._file(chart, voice):
                        shown[chart] = file
        except _TROUBLES as trouble:
            self._note(trouble)
        return shown

    async def _file(self, chart: Chart, voice: Voice) -> str | None:
        kept = self._kept.get((chart, voice.language))
        if kept is not None or not self._may():
            return kept
        async with self._gate:
            png = await asyncio.to_thread(as_png, chart, voice)
            return None if png is None else await self._brought(chart, voice, png)

    async def _brought(self, chart: Chart, voice: Voice, png: bytes) -> str:
        file = await self._files.bring_up(png, name="chart.png")
        await self._files.keep(file, voice.speak(chart.title))
        await self._files.until_ready(file)
        if len(self._kept) >= MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        self._kept[chart, voice.language] = file
        return file

    def _may(self) -> bool:
        return self._not_before is None or self._now() >= self._not_before

    def _note(self, trouble: Exception) -> None:
        if isinstance(trouble, Declined) and trouble.code == "missing_scope":
            self._not_before = self._now() + AGAIN_AFTER
        log.warning("no-picture", error=described(trouble))
