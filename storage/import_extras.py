"""Keeps what changed in the further fields of leads, each by its name, as the other fields' history is kept."""

from __future__ import annotations

from sqlalchemy import Connection, text

LONGEST_NAME = 58
"""Letters of a further field's name for which the history has room."""

_SQLITE = """
INSERT INTO lead_changes (lead_id, field, old, new, at, origin)
SELECT l.id, 'extra:' || told.key, coalesce(kept.value, ''), coalesce(told.value, ''), :at, :origin
FROM matched_leads m
JOIN incoming_leads i ON i.n = m.n
JOIN leads l ON l.id = m.lead_id
JOIN json_each(nullif(i.extra, '')) told
LEFT JOIN json_each(l.extra) kept ON kept.key = told.key
WHERE m.changed <> 0 AND length(told.key) <= :longest
  AND coalesce(told.value, '') <> coalesce(kept.value, '')
"""
_POSTGRES = """
INSERT INTO lead_changes (lead_id, field, old, new, at, origin)
SELECT l.id, 'extra:' || told.key, coalesce(l.extra ->> told.key, ''), coalesce(told.value, ''),
  CAST(:at AS bigint), CAST(:origin AS text)
FROM matched_leads m
JOIN incoming_leads i ON i.n = m.n
JOIN leads l ON l.id = m.lead_id
CROSS JOIN LATERAL json_each_text(CAST(nullif(i.extra, '') AS json)) told
WHERE m.changed <> 0 AND length(told.key) <= :longest
  AND coalesce(told.value, '') <> coalesce(l.extra ->> told.key, '')
"""


def write_extra_history(connection: Connection, at: int, origin: str) -> None:
    """Keep each change that matched records bring, before the leads are brought up to date."""
    statement = _SQLITE if connection.dialect.name == "sqlite" else _POSTGRES
    given = {"at": at, "origin": origin, "longest": LONGEST_NAME}
    connection.execute(text(statement), given)
