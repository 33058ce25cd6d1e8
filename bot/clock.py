"""The demo's clock: the real one, moved forward by whoever plays with it."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from handlers.work import Now


class MovableClock:
    """Tells the time with an offset that survives a restart."""

    def __init__(self, real: Now, file: Path) -> None:
        """Go on from the offset in the file, if there is one."""
        self._real = real
        self._file = file
        self._ahead = timedelta(seconds=float(file.read_text())) if file.exists() else timedelta()

    def __call__(self) -> datetime:
        """Tell the time."""
        return self._real() + self._ahead

    def move(self, to: datetime) -> None:
        """Set the clock."""
        self._ahead = to - self._real()
        self._file.write_text(str(self._ahead.total_seconds()))
