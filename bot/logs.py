"""How log lines are written: one line each to stderr, without names, addresses or texts."""

from __future__ import annotations

import logging
import sys
import warnings

import structlog


def hush() -> None:
    """Keep quiet what the Teams SDK says about itself when it is loaded; it is no news to anybody."""
    warnings.filterwarnings("ignore", message=".* is in preview and may change")


def set_up(level: str) -> None:
    """Write lines of this level and above: coloured for a person, JSON for a machine."""
    to_a_person = sys.stderr.isatty()
    renderer = (
        structlog.dev.ConsoleRenderer() if to_a_person else structlog.processors.JSONRenderer()
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(
            logging.getLevelNamesMapping()[level.upper()]
        ),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
