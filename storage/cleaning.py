"""What has served its time is dropped at night."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Engine, delete

from handlers.work import DEEDS_REMEMBERED
from storage import due, once
from storage.schema import outbox, paused_destinations, trials, waiting_files

SENT_KEPT = timedelta(days=30)
DUE_KEPT = timedelta(days=90)


class NightlyCleaning:
    """A job of the schedule: once a day, in UTC."""

    def __init__(self, engine: Engine) -> None:
        """Clean this database."""
        self._engine = engine

    def __call__(self, at: datetime) -> None:
        """Clean, unless it was done today."""
        with self._engine.begin() as connection:
            if not due.take(
                connection, job="cleaning", local_date=at.date(), destination="", at=at
            ):
                return
            connection.execute(
                delete(outbox).where(outbox.c.state == "sent", outbox.c.sent_at < at - SENT_KEPT)
            )
            connection.execute(delete(paused_destinations).where(paused_destinations.c.until < at))
            connection.execute(delete(waiting_files).where(waiting_files.c.until < at))
            connection.execute(delete(trials).where(trials.c.asked_at < at - SENT_KEPT))
            once.forget(connection, at - DEEDS_REMEMBERED)
            due.forget(connection, at - DUE_KEPT)
