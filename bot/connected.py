"""What a platform gets of the house, and what it brings once it is configured."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field

from starlette.routing import BaseRoute

from bot.app import House
from bot.config import Settings
from bot.metrics import Metrics
from bot.platforms.port import Platform
from bot.web import Service
from handlers.work import Now


@dataclass(frozen=True, slots=True, kw_only=True)
class Connected:
    """A platform with its doors."""

    platform: Platform
    """What delivery sends through."""
    routes: Sequence[BaseRoute] = ()
    """Addresses it is called at."""
    services: Mapping[str, Service] = field(default_factory=dict[str, Service])
    """What runs as long as the process does."""
    checks: Mapping[str, Callable[[], bool]] = field(default_factory=dict[str, Callable[[], bool]])
    """What must hold for Leadloop to be ready."""
    hang_up: Sequence[Callable[[], Awaitable[None]]] = ()
    """What ends its connections, when nobody needs them any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AtWork:
    """The house with what platforms need of it."""

    settings: Settings
    house: House
    metrics: Metrics
    at: Now
