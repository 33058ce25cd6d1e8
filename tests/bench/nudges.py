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
WITH room AS (
  SELECT p.id, :most - coalesce(q.n, 0) AS room FROM people AS p
  LEFT JOIN (SELECT person_id, count(*) AS n FROM nudges WHERE state = 'queued' GROUP BY person_id)
    AS q ON q.person_id = p.id
  WHERE EXISTS (SELECT 1 FROM accounts AS a WHERE a.person_id = p.id)
    AND NOT EXISTS (SELECT 1 FROM absences AS b
      WHERE b.person_id = p.id AND b.first <= :today AND b.last >= :today)),
resting AS (
  SELECT lead_id FROM asks WHERE state IN ('queued', 'asked') OR asked_at > :fortnight
  UNION SELECT lead_id FROM nudges WHERE state IN ('queued', 'asked') OR asked_at > :fortnight
  UNION SELECT lead_id FROM flags WHERE kind <> 'praise' AND state IN
    ('raised', 'acknowledged', 'needs-more', 'for-meeting', 'reopened')),
ranked AS (
  SELECT f.*, row_number() OVER (PARTITION BY person_id ORDER BY worth DESC, id) AS place FROM (
    SELECT l.id, o.person_id, r.room,
      CASE WHEN l.status = 'disqualified' AND l.status_changed_at < :d1 AND l.reason_raw = ''
          THEN 'reason'
        WHEN l.status = 'qualified' AND l.status_changed_at < :d10 THEN 'status-qualified'
        WHEN l.status = 'connected' AND l.status_changed_at < :d10
          AND NOT EXISTS (SELECT 1 FROM nudges AS w WHERE w.lead_id = l.id
            AND w.rule_id = 'status-connected' AND (w.state = 'rule-wrong'
              OR (w.state = 'still-right' AND w.closed_at >= :d10))) THEN 'status-connected'
        WHEN l.status = 'attempting' AND l.status_changed_at < :d5 THEN 'status-attempting'
        WHEN l.status NOT IN ('connected', 'qualified') THEN NULL
        WHEN l.status_changed_at < :d2 AND l.next_step = '' THEN 'next-step'
        WHEN l.status_changed_at < :d3 AND coalesce({situation}, '') = '' THEN 'situation'
        WHEN l.status_changed_at < :d3 AND coalesce({needs}, '') = ''
          AND NOT EXISTS (SELECT 1 FROM nudges AS w WHERE w.lead_id = l.id
            AND w.rule_id = 'needs' AND (w.state = 'rule-wrong'
              OR (w.state = 'still-right' AND w.closed_at >= :d3))) THEN 'needs'
        WHEN l.status_changed_at < :d5 AND coalesce({objections}, '') = '' THEN 'objections'
      END AS rule,
      CASE l.status WHEN 'qualified' THEN 200 WHEN 'connected' THEN 100 ELSE 1 END
        + CASE WHEN l.status_changed_at < :now - 98 * {day} THEN 98
          ELSE (:now - l.status_changed_at) / {day} END AS worth
    FROM leads AS l JOIN owners AS o ON o.id = l.owner_id JOIN room AS r ON r.id = o.person_id
    LEFT JOIN resting AS s ON s.lead_id = l.id
    WHERE l.status IN ('attempting', 'connected', 'qualified', 'disqualified')
      AND l.status_changed_at < :d1 AND l.gone_at IS NULL AND o.gone_at IS NULL
      AND o.active IS NOT FALSE AND s.lead_id IS NULL AND r.room > 0) AS f
  WHERE rule IS NOT NULL)
SELECT 'hand-' || CAST(k.id AS text), k.id, k.rule, k.person_id, k.rule, l.status_raw, 'queued',
  k.worth, :now
FROM ranked AS k JOIN leads AS l ON l.id = k.id WHERE k.place <= k.room
"""
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
    statement = text(BY_HAND.format(**names, day=DAY_US))
    connection.execute(statement, given | {"today": TODAY.isoformat()})
