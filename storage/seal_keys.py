"""Keys with which a platform's buttons are sealed: made at first use, and the same for every replica."""

from __future__ import annotations

from sqlalchemy import Engine, bindparam, select

# SQLite understands PostgreSQL's words here, and SQLAlchemy has no common ones.
from sqlalchemy.dialects.postgresql import insert

from handlers.work import Now
from storage.schema import seal_keys

_KEEP = insert(seal_keys).on_conflict_do_nothing(index_elements=[seal_keys.c.platform])
_KEY = select(seal_keys.c.key).where(seal_keys.c.platform == bindparam("named"))


class SqlSealKeys:
    """The keys, each in a transaction of its own."""

    def __init__(self, engine: Engine, *, now: Now) -> None:
        """Keep them in this database."""
        self._engine = engine
        self._now = now

    def of(self, platform: str, fresh: bytes) -> bytes:
        """Give a platform's key; `fresh` becomes it where there is none.

        Whoever comes second, and be it at the same moment, gets the key of the first.
        """
        row = {"platform": platform, "key": fresh, "made_at": self._now()}
        with self._engine.begin() as connection:
            connection.execute(_KEEP, row)
            key: bytes = connection.execute(_KEY, {"named": platform}).scalar_one()
        return key
