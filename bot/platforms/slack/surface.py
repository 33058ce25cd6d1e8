"""What Slack's surfaces hold, and what a workspace takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from handlers.message import Chart


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """What a workspace takes; Slack brings tables and charts to workspaces one by one."""

    tables: bool = True
    """Whether tables may be Slack's own, with pages and sorting."""
    charts: bool = True
    """Whether charts may be Slack's own."""
    pictures: Mapping[Chart, str] = field(default_factory=dict[Chart, str])
    """Ids of files that show a chart, for where it cannot be Slack's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """A place to draw on."""

    blocks: int
    letters: int
    """Visible letters in all blocks together."""
    bytes: int
    """All blocks together, as JSON."""
    tables: int
    """Tables of Slack's own that it holds."""
    charts: int


MESSAGE = Surface(blocks=50, letters=10_000, bytes=200_000, tables=1, charts=2)
"""Slack refuses a message from about 12,000 letters on (``msg_blocks_too_long``), and counts
its containers besides; where the limit lies is not documented."""
MODAL = Surface(blocks=100, letters=20_000, bytes=200_000, tables=0, charts=0)
"""A view may weigh 250 kB."""
HOME = Surface(blocks=100, letters=20_000, bytes=200_000, tables=1, charts=0)

EVERYTHING = Kit()
