"""Draws cards with what a workspace takes, and plainer where it refuses something."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from typing import TypeVar

from bot.i18n import Voice
from bot.platforms.slack.errors import Declined
from bot.platforms.slack.pictures import Pictures
from bot.platforms.slack.render import Drawn
from bot.platforms.slack.surface import Kit
from handlers.message import Card, Chart
from handlers.work import Now

TABLE = "data_table"
CHART = "data_visualization"
PICTURE = "image"
_DOUBTFUL = frozenset({TABLE, CHART, PICTURE})
"""What a workspace may not take yet, and a picture, which may not be ready."""

AGAIN_AFTER = timedelta(days=1)
"""Slack brings tables and charts to one workspace after the other."""

MOST_PICTURES = 2

_MALFORMED = frozenset({"invalid_blocks", "invalid_blocks_format", "invalid_arguments"})

_POINTER = re.compile(r"/blocks/([0-9]{1,3})\b")

Draw = Callable[[Card, Voice, Kit], Drawn]
T = TypeVar("T")


class Learnt:
    """What the workspace refused within the last day."""

    def __init__(self, now: Now) -> None:
        """Begin by trying everything."""
        self._now = now
        self._refused: dict[str, datetime] = {}

    def refused(self) -> frozenset[str]:
        """Name what need not be tried."""
        now = self._now()
        return frozenset(kind for kind, at in self._refused.items() if now - at < AGAIN_AFTER)

    def learn(self, kinds: frozenset[str]) -> None:
        """Remember what was refused just now; a picture is another one each time."""
        self._refused |= dict.fromkeys(kinds - {PICTURE}, self._now())


class Easel:
    """Tries tables and charts of Slack's own, then a picture, then words."""

    def __init__(self, learnt: Learnt, pictures: Pictures) -> None:
        """Keep in mind what was refused."""
        self._learnt = learnt
        self._pictures = pictures

    async def show(
        self,
        card: Card,
        voice: Voice,
        *,
        draw: Draw,
        put: Callable[[Drawn], Awaitable[T]],
        pictures: bool = True,
    ) -> T:
        """Draw a card and put it somewhere; again, and plainer, while Slack refuses a part of it."""
        known = self._learnt.refused()
        without = known if pictures else known | {PICTURE}
        while True:
            drawn = draw(card, voice, await self._kit(card, voice, without))
            try:
                result = await put(drawn)
            except Declined as declined:
                blamed = _blamed(drawn, declined)
                if not blamed:
                    raise
                without |= blamed
            else:
                self._learnt.learn(without - known)
                return result

    async def _kit(self, card: Card, voice: Voice, without: frozenset[str]) -> Kit:
        shown: Mapping[Chart, str] = {}
        if CHART in without and PICTURE not in without:
            charts = [block for block in card.blocks if isinstance(block, Chart)]
            shown = await self._pictures.of(charts[:MOST_PICTURES], voice)
        return Kit(tables=TABLE not in without, charts=CHART not in without, pictures=shown)


def _blamed(drawn: Drawn, declined: Declined) -> frozenset[str]:
    """Name what in the drawing Slack may have refused: what it names, else all that is doubtful."""
    if declined.code not in _MALFORMED:
        return frozenset()
    kinds = [str(block.get("type")) for block in drawn.blocks]
    doubtful = _DOUBTFUL & set(kinds)
    told = " ".join(declined.where)
    places = {int(place) for place in _POINTER.findall(told)}
    pointed = {kind for place, kind in enumerate(kinds) if place in places}
    named = {kind for kind in doubtful if kind in told}
    return frozenset(doubtful & (named | pointed) or doubtful)
