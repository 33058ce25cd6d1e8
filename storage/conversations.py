"""How a platform is called about each conversation that it told us of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select, update

# SQLite understands PostgreSQL's words here, and SQLAlchemy has no common ones.
from sqlalchemy.dialects.postgresql import insert

from handlers.parcel import Conversation, Kind
from storage.schema import conversations

_THIS = (
    conversations.c.platform == bindparam("on"),
    conversations.c.address == bindparam("at_address"),
)
_ONE = select(conversations).where(*_THIS)
_NEW = insert(conversations)
_SAW = _NEW.on_conflict_do_update(
    index_elements=[conversations.c.platform, conversations.c.address],
    set_={
        name: _NEW.excluded[name]
        for name in ("conversation", "service_url", "kind", "blocked_at", "seen_at")
    },
)
_BLOCKED = (
    update(conversations)
    .where(*_THIS, conversations.c.blocked_at.is_(None))
    .values(blocked_at=bindparam("blocked"))
)


class SqlConversations:
    """Conversations and their service URLs, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work inside this transaction."""
        self._connection = connection

    def of(self, platform: str, address: str) -> Conversation | None:
        """Give the conversation at this address, if it was ever heard of."""
        row = self._connection.execute(_ONE, {"on": platform, "at_address": address}).first()
        return None if row is None else _conversation(row)

    def last_seen(self, platform: str, address: str) -> datetime | None:
        """Tell when the conversation was last heard of and noted."""
        row = self._connection.execute(_ONE, {"on": platform, "at_address": address}).first()
        return None if row is None else row.seen_at

    def saw(self, seen: Conversation, at: datetime) -> None:
        """Keep a conversation as it was heard of just now; whatever shut us out is over."""
        row = {
            "platform": seen.platform,
            "address": seen.address,
            "conversation": seen.conversation,
            "service_url": seen.service_url,
            "kind": seen.kind.value,
            "blocked_at": None,
            "seen_at": at,
        }
        self._connection.execute(_SAW, row)

    def blocked(self, platform: str, address: str, at: datetime) -> None:
        """Note that we are shut out of a conversation, if we know it; the first moment stays."""
        self._connection.execute(_BLOCKED, {"on": platform, "at_address": address, "blocked": at})

    def newest(
        self, platform: str, limit: int, *, kind: Kind | None = None
    ) -> Sequence[Conversation]:
        """List the conversations in which we may write, the one heard of last first."""
        wanted = [conversations.c.platform == platform, conversations.c.blocked_at.is_(None)]
        if kind is not None:
            wanted.append(conversations.c.kind == kind.value)
        newest = (conversations.c.seen_at.desc(), conversations.c.address)
        found = select(conversations).where(*wanted).order_by(*newest).limit(limit)
        return [_conversation(row) for row in self._connection.execute(found)]


def _conversation(row: Row[*tuple[Any, ...]]) -> Conversation:
    return Conversation(
        platform=row.platform,
        address=row.address,
        conversation=row.conversation,
        service_url=row.service_url,
        kind=Kind(row.kind),
        blocked_at=row.blocked_at,
    )
