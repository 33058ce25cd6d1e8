"""The demo's chat server: who is where, what was said there, and who has read it.

This stands for Slack's or Teams' servers. It is the vendor's memory, not Leadloop's, and so lives
in a SQLite file of its own that storage knows nothing of.
"""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections import defaultdict
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Any

BOT = ""
"""The author of what Leadloop says."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS message (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation TEXT NOT NULL,
  author TEXT NOT NULL,
  at TEXT NOT NULL,
  title TEXT NOT NULL,
  html TEXT NOT NULL,
  key TEXT,
  revision INTEGER NOT NULL,
  edited INTEGER NOT NULL DEFAULT 0,
  removed INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX IF NOT EXISTS message_key ON message (conversation, author, key);
CREATE INDEX IF NOT EXISTS message_place ON message (conversation, id);
CREATE INDEX IF NOT EXISTS message_revision ON message (revision);
CREATE VIEW IF NOT EXISTS said AS
  SELECT id, conversation, author, at, title, html, revision, edited, removed FROM message;
CREATE VIEW IF NOT EXISTS next AS SELECT coalesce(max(revision), 0) + 1 AS revision FROM message;
CREATE TABLE IF NOT EXISTS file (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, media_type TEXT NOT NULL, content BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS member (
  person TEXT NOT NULL,
  conversation TEXT NOT NULL,
  seen INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (person, conversation)
) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A message as the browser gets it."""

    id: int
    conversation: str
    author: str
    """A person's id, or `BOT`."""
    at: str
    """ISO 8601 with its zone."""
    title: str
    html: str
    revision: int
    """Grows with every change anywhere; a browser that knows one asks for what came after."""
    edited: bool
    removed: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """A file in the chat."""

    name: str
    media_type: str
    content: bytes


class Chat:
    """Conversations in one SQLite file, safe to use from any thread."""

    def __init__(self, path: Path) -> None:
        """Open the file, or make it."""
        self._lock = Lock()
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._connection.executescript(_SCHEMA)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    def admit(self, person: str, conversations: Iterable[str]) -> None:
        """Make somebody a member of conversations; being one already is fine."""
        with self._writing() as sql:
            sql.executemany(
                "INSERT OR IGNORE INTO member (person, conversation) VALUES (?, ?)",
                [(person, conversation) for conversation in conversations],
            )

    def append(
        self, conversation: str, *, author: str, at: datetime, title: str, html: str, key: str
    ) -> int:
        """Post a message and give its id; a key that its author used there before posts nothing."""
        with self._writing() as sql:
            found = _by_key(sql, conversation, author, key)
            if found is not None:
                return found
            row = sql.execute(
                "INSERT INTO message (conversation, author, at, title, html, key, revision)"
                " SELECT ?, ?, ?, ?, ?, ?, revision FROM next RETURNING id",
                (conversation, author, at.isoformat(), title, html, key),
            ).fetchone()
        return int(row[0])

    def replace(self, message: int, *, title: str, html: str) -> bool:
        """Put other words in a message's place, and tell whether that changed anything."""
        same = "SELECT 1 FROM message WHERE id = ? AND (removed OR (title = ? AND html = ?))"
        if self._rows(same, message, title, html):
            return False
        with self._writing() as sql:
            changed = sql.execute(
                "UPDATE message SET title = ?, html = ?, edited = 1,"
                " revision = (SELECT revision FROM next) WHERE id = ? AND NOT removed",
                (title, html, message),
            )
        return changed.rowcount == 1

    def remove(self, message: int) -> bool:
        """Take a message away, and tell whether it was there."""
        with self._writing() as sql:
            changed = sql.execute(
                "UPDATE message SET title = '', html = '', removed = 1,"
                " revision = (SELECT revision FROM next) WHERE id = ? AND NOT removed",
                (message,),
            )
        return changed.rowcount == 1

    def find(self, conversation: str, key: str) -> int | None:
        """Give the message that Leadloop posted there with this key."""
        with self._lock:
            return _by_key(self._connection, conversation, BOT, key)

    def holds(self, conversation: str, message: int) -> bool:
        """Tell whether a message is there and was not taken away."""
        query = "SELECT 1 FROM message WHERE id = ? AND conversation = ? AND NOT removed"
        return bool(self._rows(query, message, conversation))

    def latest(
        self, conversation: str, *, before: int | None = None, most: int = 50
    ) -> Sequence[Said]:
        """Give the last messages of a conversation, oldest first, or those that came before one."""
        rows = self._rows(
            "SELECT * FROM said WHERE conversation = ? AND NOT removed"
            " AND (? IS NULL OR id < ?) ORDER BY id DESC LIMIT ?",
            conversation,
            before,
            before,
            most,
        )
        return [_said(row) for row in reversed(rows)]

    def changes(
        self, after: int, conversations: Iterable[str], *, most: int = 200
    ) -> Sequence[Said]:
        """Give what was posted, changed or taken away after a revision, in that order."""
        rows = self._rows(
            "SELECT * FROM said WHERE revision > ?"
            " AND conversation IN (SELECT value FROM json_each(?)) ORDER BY revision LIMIT ?",
            after,
            json.dumps(list(conversations)),
            most,
        )
        return [_said(row) for row in rows]

    def has_spoken(self, conversations: Iterable[str], *, again: bool = False) -> bool:
        """Tell whether Leadloop said something there; `again`, whether it has changed it since."""
        query = (
            "SELECT 1 FROM message WHERE author = ? AND edited >= ? AND NOT removed"
            " AND conversation IN (SELECT value FROM json_each(?)) LIMIT 1"
        )
        return bool(self._rows(query, BOT, int(again), json.dumps(list(conversations))))

    def has_offered(self, conversations: Iterable[str], route: str) -> bool:
        """Tell whether a message of Leadloop's has a button there whose route begins like this."""
        query = (
            "SELECT 1 FROM message WHERE author = ? AND instr(html, ?) AND NOT removed"
            " AND conversation IN (SELECT value FROM json_each(?)) LIMIT 1"
        )
        button = f'data-does="{route}'
        return bool(self._rows(query, BOT, button, json.dumps(list(conversations))))

    def revision(self) -> int:
        """Give the number of the last change."""
        return int(self._rows("SELECT coalesce(max(revision), 0) FROM message")[0][0])

    def mark_seen(self, person: str, conversation: str, message: int) -> bool:
        """Note how far somebody has read, and tell whether that is news."""
        with self._writing() as sql:
            changed = sql.execute(
                "UPDATE member SET seen = ? WHERE person = ? AND conversation = ? AND seen < ?",
                (message, person, conversation, message),
            )
        return changed.rowcount == 1

    def unread(self) -> Mapping[str, Mapping[str, int]]:
        """Count for every member what they have not read: person, conversation, number."""
        rows = self._rows(
            "SELECT member.person, member.conversation, count(*) FROM member"
            " JOIN message ON message.conversation = member.conversation"
            " AND message.id > member.seen AND message.author <> member.person"
            " WHERE NOT message.removed GROUP BY 1, 2"
        )
        counted: dict[str, dict[str, int]] = defaultdict(dict)
        for person, conversation, number in rows:
            counted[person][conversation] = number
        return counted

    def keep(self, file: Kept) -> str:
        """Keep a file and give its id, which cannot be guessed: who knows it may read the file."""
        id = secrets.token_urlsafe(18)
        with self._writing() as sql:
            sql.execute(
                "INSERT INTO file VALUES (?, ?, ?, ?)",
                (id, file.name, file.media_type, file.content),
            )
        return id

    def file(self, id: str) -> Kept | None:
        """Give a file."""
        rows = self._rows("SELECT name, media_type, content FROM file WHERE id = ?", id)
        return Kept(*rows[0]) if rows else None

    def _rows(self, query: str, *args: str | int | None) -> list[tuple[Any, ...]]:
        with self._lock:
            return self._connection.execute(query, args).fetchall()

    @contextmanager
    def _writing(self) -> Generator[sqlite3.Connection]:
        """Hold the file for one transaction."""
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")


def _by_key(sql: sqlite3.Connection, conversation: str, author: str, key: str) -> int | None:
    row = sql.execute(
        "SELECT id FROM message WHERE conversation = ? AND author = ? AND key = ?",
        (conversation, author, key),
    ).fetchone()
    return int(row[0]) if row else None


def _said(row: tuple[Any, ...]) -> Said:
    id, conversation, author, at, title, html, revision, edited, removed = row
    return Said(
        id=id,
        conversation=conversation,
        author=author,
        at=at,
        title=title,
        html=html,
        revision=revision,
        edited=bool(edited),
        removed=bool(removed),
    )
