"""The company with everybody's page."""

from __future__ import annotations

from tests.handlers.home.conftest import company, house

__all__ = ["company", "house"]
