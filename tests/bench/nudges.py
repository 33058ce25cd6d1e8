"""Times the morning's look for stale fields in a large house, beside the best SQL by hand.

By hand it is one statement for these rules and these fields alone; both must queue the same rows.
"""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, Engine, text

from handlers.nudges.rules import all_rules, searches, shipped, stale_before
from handlers.nudges.scanning import MOST_QUEUED, Scanning
from handlers.working_time import WorkingHours
from storage.moment import microseconds
from storage.nudges import SqlNudges
from storage.work import Database
from tests.bench.finding import Finding, in_turns, median, milliseconds
from tests.bench.nudges_house import DAY_US, NOW, NOW_US, build

COMPANY = WorkingHours(zone="Europe/Warsaw", country="PL")
TODAY = COMPANY.day_of(NOW)
AT_MOST, MOST_MB = 2, 20

BY_HAND = """
INSERT INTO nudges (id, lead_id, rule_id, person_id, field, was, state, value, queued_at)
WITH askable AS (
  SELECT o.id, o.person_id, :most - coalesce(q.n, 0) AS room FROM owners AS o
  LEFT JOIN (SELECT person_id, count(*) AS n FROM nudges WHERE state = 'queued' GROUP BY person_id)
    AS q ON q.person_id = o.person_id
  WHERE o.gone_at IS NULL AND o.active IS NOT FALSE AND coalesce(q.n, 0) < :most
    AND EXISTS (SELECT 1 FROM accounts AS a WHERE a.person_id = o.person_id)
    AND NOT EXISTS (SELECT 1 FROM absences AS b
      WHERE b.person_id = o.person_id AND b.first <= :today AND b.last >= :today)),
resting AS (
  SELECT lead_id FROM asks WHERE state IN ('queued', 'asked') OR asked_at > :fortnight
  UNION SELECT lead_id FROM nudges WHERE state IN ('queued', 'asked') OR asked_at > :fortnight
  UNION SELECT lead_id FROM flags WHERE kind <> 'praise' AND state IN
    ('raised', 'acknowledged', 'needs-more', 'for-meeting', 'reopened')),
found AS MATERIALIZED (
  SELECT l.id, l.owner_id,
    CASE l.status WHEN 'attempting' THEN 'status-attempting' WHEN 'disqualified' THEN 'reason'
      WHEN 'qualified' THEN CASE WHEN l.status_changed_at < :d10 THEN 'status-qualified' {rest} END
      ELSE CASE WHEN l.status_changed_at < :d10 AND l.id NOT IN (
          SELECT lead_id FROM nudges WHERE rule_id = 'status-connected' AND (state = 'rule-wrong'
            OR (state = 'still-right' AND closed_at >= :d10)))
        THEN 'status-connected' {rest} END
    END AS rule,
    CASE l.status WHEN 'qualified' THEN 200 WHEN 'connected' THEN 100 ELSE 1 END
      + CASE WHEN l.status_changed_at < :now - 98 * {day} THEN 98
        ELSE (:now - l.status_changed_at) / {day} END AS worth
  FROM leads AS l
  WHERE (l.status IN ('connected', 'qualified') AND l.status_changed_at < :d2
      OR l.status = 'attempting' AND l.status_changed_at < :d5
      OR l.status = 'disqualified' AND l.status_changed_at < :d1 AND l.reason_raw = '')
    AND l.gone_at IS NULL AND l.owner_id IN (SELECT id FROM askable)
    AND {at_work}),
ranked AS (
  SELECT f.id, f.rule, f.worth, k.person_id, k.room,
    row_number() OVER (PARTITION BY k.person_id ORDER BY f.worth DESC, f.id) AS place
  FROM found AS f JOIN askable AS k ON k.id = f.owner_id WHERE f.rule IS NOT NULL)
SELECT 'hand-' || CAST(k.id AS text), k.id, k.rule, k.person_id, k.rule, l.status_raw, 'queued',
  k.worth, :now
FROM ranked AS k JOIN leads AS l ON l.id = k.id WHERE k.place <= k.room
"""
REST = """
        WHEN l.next_step = '' THEN 'next-step'
        WHEN l.status_changed_at < :d3 AND coalesce({situation}, '') = '' THEN 'situation'
        WHEN l.status_changed_at < :d3 AND coalesce({needs}, '') = '' AND l.id NOT IN (
            SELECT lead_id FROM nudges WHERE rule_id = 'needs' AND (state = 'rule-wrong'
              OR (state = 'still-right' AND closed_at >= :d3))) THEN 'needs'
        WHEN l.status_changed_at < :d5 AND coalesce({objections}, '') = '' THEN 'objections'
"""
AT_WORK = {
    "sqlite": "l.id NOT IN (SELECT lead_id FROM resting)",
    "postgresql": "NOT EXISTS (SELECT 1 FROM resting AS s WHERE s.lead_id = l.id)",
}
VALUE = {"sqlite": "json_extract(l.extra, '$.{0}')", "postgresql": "l.extra ->> '{0}'"}


def measure(leads: int, folder: Path, postgres: str, rounds: int) -> Iterator[Finding]:
    """Measure on SQLite, and on PostgreSQL where a URL names a database, which is emptied."""
    yield from _measured("SQLite", f"sqlite:///{folder / 'nudges.sqlite3'}", leads, rounds)
    if postgres:
        yield from _measured("PostgreSQL", postgres, leads, rounds)


def _measured(name: str, url: str, leads: int, rounds: int) -> Iterator[Finding]:
    engine = build(url, leads)
    database = Database(engine, now=lambda: NOW, new_id=lambda: "id")
    yield _compared(name, database, rounds)
    yield from _mornings(name, database, rounds)
    engine.dispose()


def _compared(name: str, database: Database, rounds: int) -> Finding:
    """Look by turns, and undo it each time."""
    engine = database.engine
    ours, theirs = _queued(engine, _ours), _queued(engine, _by_hand)
    assert ours == theirs, (len(ours), len(theirs), sorted(ours ^ theirs)[:5])
    mine: list[Callable[[], object]] = [partial(_undone, engine, _ours)] * rounds
    hand: list[Callable[[], object]] = [partial(_undone, engine, _by_hand)] * rounds
    took, bare = in_turns(mine, hand)
    what = f"{name}: all leads are looked at, {len(ours):,} rows are queued"
    return Finding(what=what, unit="ms", ours=took, bare=bare, ratio=took / bare, at_most=AT_MOST)


def _mornings(name: str, database: Database, rounds: int) -> Iterator[Finding]:
    """Look as the schedule does: once, again, and again with other rules."""
    scanning = Scanning(open_work=database.open_work, look=database.look, hours=COMPANY)
    tracemalloc.start()
    scanning.scan(NOW)
    peak = tracemalloc.get_traced_memory()[1] / 1_000_000
    tracemalloc.stop()
    yield Finding(what=f"{name}: memory it takes", unit="MB", ours=peak, at_most=MOST_MB)
    again = milliseconds(partial(_undone, database.engine, _ours))
    yield Finding(what=f"{name}: a second look right after finds nothing", unit="ms", ours=again)
    rung = median(partial(scanning.scan, NOW + timedelta(minutes=1)), rounds)
    yield Finding(what=f"{name}: a ring when the day’s look is done", unit="ms", ours=rung)
    left = median(partial(_leave, database), rounds)
    yield Finding(what=f"{name}: what the CRM settled leaves", unit="ms", ours=left)


def _leave(database: Database) -> None:
    with database.open_work() as work:
        work.nudges.leave(NOW, TODAY)


def _undone(engine: Engine, deed: Callable[[Connection], None]) -> None:
    with engine.connect() as connection:
        deed(connection)
        connection.rollback()


def _queued(engine: Engine, deed: Callable[[Connection], None]) -> set[tuple[str, int]]:
    with engine.connect() as connection:
        deed(connection)
        told = text("SELECT rule_id, lead_id FROM nudges WHERE state = 'queued'")
        found = {(rule, lead) for rule, lead in connection.execute(told)}
        connection.rollback()
        return found


def _ours(connection: Connection) -> None:
    kept = SqlNudges(connection)
    wanted = searches(all_rules(kept.rules()), kept.fields(), COMPANY, NOW)
    kept.scan(wanted, NOW, TODAY, MOST_QUEUED)


def _by_hand(connection: Connection) -> None:
    value = VALUE[connection.dialect.name]
    names = {name: value.format(name) for name in ("situation", "needs", "objections")}
    given = {
        f"d{days}": microseconds(stale_before(COMPANY, days, NOW))
        for days in {rule.days for rule in shipped()}
    }
    given |= {"most": MOST_QUEUED, "now": NOW_US, "fortnight": NOW_US - 14 * DAY_US}
    at_work = AT_WORK[connection.dialect.name]
    statement = text(BY_HAND.format(rest=REST.format(**names), day=DAY_US, at_work=at_work))
    connection.execute(statement, given | {"today": TODAY.isoformat()})
