"""The demo's CRM itself: its leads, what was changed on them and by whom, and the notes on them.

This stands for a vendor's servers. It is the vendor's memory, not Leadloop's, and so lives in a SQLite
file of its own that storage knows nothing of.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Any

from bot.crm.demo.rules import wrong_with
from handlers.connector import Conflict, Fate, Rejected, RemoteField, Write, Written
from handlers.naming import name_key

_SCHEMA = """
CREATE TABLE IF NOT EXISTS field (
  place INTEGER PRIMARY KEY, name TEXT NOT NULL, label TEXT NOT NULL, kind TEXT NOT NULL,
  options TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS lead (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, company TEXT NOT NULL, owner TEXT NOT NULL,
  said TEXT NOT NULL, version INTEGER NOT NULL UNIQUE, at TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS change (
  number INTEGER PRIMARY KEY, lead TEXT NOT NULL, field TEXT NOT NULL, old TEXT NOT NULL,
  new TEXT NOT NULL, at TEXT NOT NULL, version INTEGER NOT NULL, key TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS change_lead ON change (lead, version);
CREATE TABLE IF NOT EXISTS note (
  key TEXT PRIMARY KEY, lead TEXT NOT NULL, text TEXT NOT NULL, at TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS note_lead ON note (lead);
CREATE VIEW IF NOT EXISTS next AS SELECT coalesce(max(version), 0) + 1 AS version FROM lead;
"""
_FIELDS = "SELECT name, label, kind, options FROM field ORDER BY place"
BY_HAND = ""
"""The key of what somebody changed in the CRM itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A lead as this CRM has it."""

    id: str
    name: str
    company: str = ""
    owner: str = ""
    """A name, shown and no more: who owns a lead our copy knows by itself."""
    values: Mapping[str, str] = field(default_factory=dict[str, str])
    """Every field's, by its name; empty where nothing is said."""
    version: int = 0
    """Grows with every change of any lead, so no two leads have the same."""
    at: datetime
    """Of the last change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A field that was changed."""

    field: str
    old: str
    new: str
    at: datetime
    is_by_hand: bool
    """Somebody changed it here, not through Leadloop."""
    note: str
    """What was said about it on the lead; empty where nothing was."""


class Records:
    """The leads in one SQLite file, safe to use from any thread."""

    def __init__(self, path: Path) -> None:
        """Open the file, or make it."""
        self._lock = Lock()
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._connection.create_function("folded", 1, name_key, deterministic=True)
        self._connection.executescript(_SCHEMA)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    # setting up

    def is_set_up(self) -> bool:
        """Tell whether it has been filled."""
        return bool(self._rows("SELECT 1 FROM field LIMIT 1"))

    def set_up(self, fields: Sequence[RemoteField], leads: Iterable[Record]) -> None:
        """Take in the fields and the leads, all of them or nothing; the leads get the versions from 1 on."""
        with self._writing() as sql:
            sql.executemany(
                "INSERT INTO field (name, label, kind, options) VALUES (?, ?, ?, ?)",
                [(one.name, one.label, one.kind, _json(one.options)) for one in fields],
            )
            sql.executemany(
                "INSERT INTO lead VALUES (?, ?, ?, ?, ?, ?, ?)",
                ((*_stored(one), number, _written(one.at)) for number, one in enumerate(leads, 1)),
            )

    def add(self, lead: Record) -> None:
        """Make one more lead."""
        with self._writing() as sql:
            insert = "INSERT INTO lead VALUES (?, ?, ?, ?, ?, (SELECT version FROM next), ?)"
            sql.execute(insert, (*_stored(lead), _written(lead.at)))

    # reading

    def fields(self) -> Sequence[RemoteField]:
        """List the fields."""
        return [_field(row) for row in self._rows(_FIELDS)]

    def by_ids(self, ids: Iterable[str]) -> Mapping[str, Record]:
        """Give the leads of these ids that exist, in this order."""
        wanted = list(dict.fromkeys(ids))
        rows = self._rows(
            "SELECT * FROM lead WHERE id IN (SELECT value FROM json_each(?))", _json(wanted)
        )
        found = {row[0]: _record(row) for row in rows}
        return {id: found[id] for id in wanted if id in found}

    def since(self, version: int, most: int) -> Sequence[Record]:
        """List the leads that changed after a version, the earliest change first."""
        rows = self._rows(
            "SELECT * FROM lead WHERE version > ? ORDER BY version LIMIT ?", version, most
        )
        return [_record(row) for row in rows]

    def ids(self) -> Sequence[str]:
        """List the ids of all leads."""
        return [row[0] for row in self._rows("SELECT id FROM lead")]

    def named(self, words: str, most: int) -> Sequence[Record]:
        """Find leads by a part of their name or company, or by their id."""
        found = self._rows(
            "SELECT * FROM lead WHERE id = ? OR instr(folded(name || ' ' || company), ?) ORDER BY name LIMIT ?",
            words,
            name_key(words),
            most,
        )
        return [_record(row) for row in found]

    def changed(self, most: int) -> Sequence[Record]:
        """List the leads that were changed since they came, the latest first."""
        rows = self._rows(
            "SELECT * FROM lead WHERE id IN (SELECT lead FROM change) ORDER BY version DESC LIMIT ?",
            most,
        )
        return [_record(row) for row in rows]

    def entries(self, lead: str, most: int) -> Sequence[Entry]:
        """List what was changed on a lead, the latest first, with what was said about it."""
        rows = self._rows(
            "SELECT field, old, new, change.at, change.key, coalesce(text, '')"
            " FROM change LEFT JOIN note ON note.key = change.key AND change.key <> ''"
            " WHERE change.lead = ? ORDER BY number DESC LIMIT ?",
            lead,
            most,
        )
        return [
            Entry(
                field=name,
                old=old,
                new=new,
                at=datetime.fromisoformat(at),
                is_by_hand=key == BY_HAND,
                note=text,
            )
            for name, old, new, at, key, text in rows
        ]

    def notes(self, lead: str) -> Sequence[str]:
        """List the notes on a lead, the earliest first."""
        rows = self._rows("SELECT text FROM note WHERE lead = ? ORDER BY rowid", lead)
        return [row[0] for row in rows]

    # writing

    def edit(self, lead: str, values: Mapping[str, str], at: datetime) -> str:
        """Change a lead by hand; give the CRM's words where it refuses, and then nothing is changed."""
        with self._writing() as sql:
            record = _found(sql, lead)
            if record is None:
                return "This record does not exist."
            due = _due(record, values)
            wrong = wrong_with(_described(sql), due)
            if not wrong:
                _change(sql, record, due, at=at, key=BY_HAND)
            return wrong

    def write(self, write: Write, at: datetime) -> Fate:
        """Compare and write in one step; repeating it does nothing more."""
        with self._writing() as sql:
            record = _found(sql, write.lead)
            if record is None:
                return Rejected("This record does not exist.")
            due = _due(record, write.becomes)
            if _has_moved(sql, record, write, due):
                now = {name: record.values.get(name, "") for name in write.becomes}
                return Conflict(now)
            if wrong := wrong_with(_described(sql), due):
                return Rejected(wrong)
            _change(sql, record, due, at=at, key=write.key)
            if write.note:
                note = (write.key, write.lead, write.note, _written(at))
                sql.execute("INSERT OR IGNORE INTO note VALUES (?, ?, ?, ?)", note)
            return Written()

    def _rows(self, query: str, *values: object) -> list[Any]:
        with self._lock, closing(self._connection.execute(query, values)) as found:
            return found.fetchall()

    @contextmanager
    def _writing(self) -> Generator[sqlite3.Connection]:
        with self._lock:
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")


def _described(sql: sqlite3.Connection) -> Mapping[str, RemoteField]:
    return {one.name: one for one in map(_field, sql.execute(_FIELDS).fetchall())}


def _found(sql: sqlite3.Connection, lead: str) -> Record | None:
    row = sql.execute("SELECT * FROM lead WHERE id = ?", (lead,)).fetchone()
    return None if row is None else _record(row)


def _due(record: Record, values: Mapping[str, str]) -> Mapping[str, str]:
    """Give what is not there yet."""
    return {name: new for name, new in values.items() if record.values.get(name, "") != new}


def _has_moved(
    sql: sqlite3.Connection, record: Record, write: Write, due: Mapping[str, str]
) -> bool:
    """Tell whether a field that is to be written is not what the person saw, or was not meanwhile."""
    if any(record.values.get(name, "") != write.was[name] for name in due):
        return True
    if not write.version or not due:
        return False
    since = sql.execute(
        "SELECT 1 FROM change WHERE lead = ? AND version > ?"
        " AND field IN (SELECT value FROM json_each(?)) LIMIT 1",
        (record.id, int(write.version), _json(list(due))),
    )
    return since.fetchone() is not None


def _change(
    sql: sqlite3.Connection, record: Record, due: Mapping[str, str], *, at: datetime, key: str
) -> int:
    """Change a lead, and give the version that it has now."""
    if not due:
        return record.version
    version: int = sql.execute("SELECT version FROM next").fetchone()[0]
    sql.executemany(
        "INSERT INTO change (lead, field, old, new, at, version, key) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (record.id, name, record.values.get(name, ""), new, _written(at), version, key)
            for name, new in due.items()
        ],
    )
    said = _json({**record.values, **due})
    update = "UPDATE lead SET said = ?, version = ?, at = ? WHERE id = ?"
    sql.execute(update, (said, version, _written(at), record.id))
    return version


def _field(row: Sequence[str]) -> RemoteField:
    name, label, kind, options = row
    values = tuple((value, shown) for value, shown in json.loads(options))
    return RemoteField(name=name, label=label, kind=kind, options=values)


def _record(row: Sequence[Any]) -> Record:
    id, name, company, owner, said, version, at = row
    return Record(
        id=id,
        name=name,
        company=company,
        owner=owner,
        values=json.loads(said),
        version=version,
        at=datetime.fromisoformat(at),
    )


def _stored(one: Record) -> tuple[str, str, str, str, str]:
    return one.id, one.name, one.company, one.owner, _json(one.values)


def _written(at: datetime) -> str:
    return at.isoformat()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
