"""What the company said that the CRM's words and fields mean, and the words that nobody explained yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    case,
    delete,
    func,
    insert,
    literal,
    null,
    or_,
    select,
    true,
    update,
)

from handlers.connector import RemoteField
from handlers.keeping import Stream, Word, WordKind
from handlers.lead import Status
from handlers.mapping.work import Unmapped
from handlers.work import Now
from storage.keeping_rows import stream_of
from storage.schema import crm_fields, crm_streams, crm_words, lead_changes, leads

ORIGIN = "mapping"
"""Where a change of our word comes from while the CRM's stayed as it was."""

_COLUMNS = {
    WordKind.STATUS: (leads.c.status, leads.c.status_raw),
    WordKind.REASON: (leads.c.reason, leads.c.reason_raw),
}
_UNEXPLAINED = (
    *((kind, raw, ours.is_(None)) for kind, (ours, raw) in _COLUMNS.items()),
    (WordKind.STATUS, leads.c.stage_raw, true()),
)
"""Where words stand that nobody explained, and when they are such."""


def words_of(connection: Connection, system: str) -> Sequence[Word]:
    """List what was said about a CRM's words."""
    own = crm_words.c
    told = select(crm_words).where(own.system == system).order_by(own.kind, own.word)
    return [
        Word(kind=WordKind(row.kind), word=row.word, means=row.means, writes=row.writes)
        for row in connection.execute(told)
    ]


def fields_of(connection: Connection, system: str) -> Sequence[RemoteField]:
    """List a CRM's fields as it described them last, by label."""
    own = crm_fields.c
    told = select(crm_fields).where(own.system == system).order_by(own.label, own.name)
    return [
        RemoteField(
            name=row.name,
            label=row.label,
            kind=row.kind,
            options=tuple((value, label) for value, label in row.options),
            is_writable=row.writable,
        )
        for row in connection.execute(told)
    ]


def keep_fields(connection: Connection, system: str, fields: Sequence[RemoteField]) -> None:
    """Take over how a CRM describes its fields now; nothing said means nothing learnt."""
    if not fields:
        return
    connection.execute(delete(crm_fields).where(crm_fields.c.system == system))
    rows = {one.name: _row(system, one) for one in fields}
    connection.execute(insert(crm_fields), list(rows.values()))


def _row(system: str, one: RemoteField) -> dict[str, Any]:
    return {
        "system": system,
        "name": one.name,
        "label": one.label,
        "kind": one.kind,
        "options": [list(option) for option in one.options],
        "writable": one.is_writable,
    }


class SqlMappings:
    """The mapping, inside one transaction."""

    def __init__(self, connection: Connection, *, now: Now) -> None:
        """Work inside this transaction."""
        self._connection = connection
        self._now = now

    def systems(self) -> Sequence[Stream]:
        """List the CRMs that are kept in step, and how far each is."""
        told = select(crm_streams).order_by(crm_streams.c.system)
        return [stream_of(row) for row in self._connection.execute(told).mappings()]

    def words(self, system: str) -> Sequence[Word]:
        """List what was said about a CRM's words."""
        return words_of(self._connection, system)

    def fields(self, system: str) -> Sequence[RemoteField]:
        """List a CRM's fields as it described them last, by label."""
        return fields_of(self._connection, system)

    def unmapped(self, most: int) -> Sequence[Unmapped]:
        """List words that leads have and nobody knows, the commonest first."""
        counts = Counter[tuple[str, WordKind, str]]()
        for kind, raw, is_unknown in _UNEXPLAINED:
            for system, word, count in self._unexplained(kind, raw, is_unknown, most):
                counts[system, kind, word] += count
        found = [Unmapped(*which, count) for which, count in counts.items()]
        return sorted(found, key=lambda one: (-one.count, one.word))[:most]

    def _unexplained(
        self, kind: WordKind, raw: Column[str], is_unknown: ColumnElement[bool], most: int
    ) -> Iterable[Sequence[Any]]:
        said = select(crm_words.c.word).where(
            crm_words.c.system == leads.c.system, crm_words.c.kind == kind.value
        )
        counted = (
            select(leads.c.system, raw, func.count())
            .where(is_unknown, raw != "", raw.not_in(said.correlate(leads)))
            .group_by(leads.c.system, raw)
            .order_by(func.count().desc(), raw)
            .limit(most)
        )
        return self._connection.execute(counted)

    def keep(self, system: str, word: Word) -> int:
        """Keep what a word means, and count the leads that it changes at once."""
        own = crm_words.c
        same = (own.system == system, own.kind == word.kind.value, own.word == word.word)
        self._connection.execute(delete(crm_words).where(*same))
        row: dict[str, Any] = {"system": system, "kind": word.kind.value, "word": word.word}
        row |= {"means": word.means, "writes": word.writes}
        self._connection.execute(insert(crm_words), row)
        return 0 if word.kind is WordKind.FIELD else self._apply(system, word)

    def _apply(self, system: str, word: Word) -> int:
        """Let all leads that have the word have its meaning, and keep that it changed."""
        ours, raw = _COLUMNS[word.kind]
        status, _, reason = (word.means or "").partition("/")
        means = literal(status or None) if status else null()
        which = (leads.c.system == system, _has(word, raw), ours.is_distinct_from(means))
        at = literal(self._now(), lead_changes.c.at.type)
        steps = select(
            leads.c.id,
            literal(word.kind.value),
            func.coalesce(ours, raw),
            literal(status or word.word),
            at,
            literal(ORIGIN),
        ).where(*which)
        columns = ["lead_id", "field", "old", "new", "at", "origin"]
        self._connection.execute(insert(lead_changes).from_select(columns, steps))
        values: dict[str, Any] = {ours.name: means, raw.name: word.word}
        if reason:
            unsaid = or_(leads.c.reason_raw == "", leads.c.reason_raw == word.word)
            values |= {
                "reason": case((unsaid, reason), else_=leads.c.reason),
                "reason_raw": case((unsaid, word.word), else_=leads.c.reason_raw),
            }
        changed = self._connection.execute(update(leads).where(*which).values(values)).rowcount
        if word.kind is WordKind.STATUS:
            explained = (leads.c.system == system, leads.c.stage_raw == word.word)
            self._connection.execute(update(leads).where(*explained).values(stage_raw=""))
        return changed

    def read_anew(self, system: str) -> None:
        """Read all leads of a CRM again, since more of their fields are wanted.

        Where the CRM is being read at the moment, that look ends as overtaken and the next one begins anew.
        """
        anew = {"at": None, "after_id": "", "token": "", "held_until": None}
        self._connection.execute(
            update(crm_streams).where(crm_streams.c.system == system).values(anew)
        )


def _has(word: Word, raw: Column[str]) -> ColumnElement[bool]:
    """Tell whether a word counts for a lead: a stage beside a status does only where it says converted."""
    if word.kind is WordKind.STATUS and word.means == Status.CONVERTED.value:
        return or_(raw == word.word, leads.c.stage_raw == word.word)
    return raw == word.word
