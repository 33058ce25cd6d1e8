"""Says what went wrong without what it was about: messages of errors may quote names and texts."""

from __future__ import annotations

from pathlib import PurePath
from traceback import extract_tb


def described(error: BaseException) -> str:
    """Name the error's kind and the line it comes from: ``KeyError at cards.py:12``."""
    frames = extract_tb(error.__traceback__)
    line = f" at {PurePath(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{line}"
