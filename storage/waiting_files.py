"""Files that wait until the person they are for accepts them."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, delete, select

# SQLite understands PostgreSQL's words here, and SQLAlchemy has no common ones.
from sqlalchemy.dialects.postgresql import insert

from handlers.parcel import WaitingFile
from storage.schema import waiting_files


class SqlWaitingFiles:
    """Files on their way to somebody, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work inside this transaction."""
        self._connection = connection

    def keep(self, file: WaitingFile, until: datetime) -> None:
        """Keep a file until a moment; keeping it again does no harm."""
        row = {
            "id": file.id,
            "platform": file.platform,
            "address": file.address,
            "name": file.name,
            "content": file.content,
            "until": until,
        }
        self._connection.execute(insert(waiting_files).values(row).on_conflict_do_nothing())

    def of(self, id: str, platform: str, address: str, at: datetime) -> WaitingFile | None:
        """Give a file, to nobody but the one it is for, and not after its time."""
        row = self._connection.execute(
            select(waiting_files).where(
                waiting_files.c.id == id,
                waiting_files.c.platform == platform,
                waiting_files.c.address == address,
                waiting_files.c.until > at,
            )
        ).first()
        if row is None:
            return None
        return WaitingFile(
            id=row.id,
            platform=row.platform,
            address=row.address,
            name=row.name,
            content=row.content,
        )

    def drop(self, id: str, platform: str, address: str) -> None:
        """Forget a file that this person has got, or does not want."""
        self._connection.execute(
            delete(waiting_files).where(
                waiting_files.c.id == id,
                waiting_files.c.platform == platform,
                waiting_files.c.address == address,
            )
        )
