"""Times the whole digest of a week in a large house, beside the same figures by hand-written SQL.

By hand everything is asked in as few statements as there can be, for this one definition, and nothing is
made of it; both sides must count the same.
"""

from __future__ import annotations

import statistics
import tracemalloc
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, text

from handlers.digests.model import Count, Figures, Week
from handlers.working_time import WorkingHours
from storage.moment import microseconds
from storage.work import Database
from tests.bench.digest_house import NOW, build
from tests.bench.finding import Finding, in_turns, milliseconds

COMPANY = WorkingHours(zone="Europe/Warsaw", country="PL")
WEEK = Week(2026, 46)
AT_MOST, MOST_MS, MOST_MB = 2, 2_000, 40

EVENTS = """
WITH touched AS MATERIALIZED (
  SELECT id, status, reason, assigned_at, created_at, first_touch_at, converted_at, owner_id,
    status_changed_at FROM leads
  WHERE (first_touch_at >= :since AND first_touch_at < :until)
    OR (converted_at >= :since AND converted_at < :until)
    OR (status_changed_at >= :since AND status_changed_at < :until)),
steps AS MATERIALIZED (
  SELECT lead_id AS id, new AS status FROM lead_changes
  WHERE field = 'status' AND at >= :since AND at < :until
  UNION SELECT id, status FROM touched
  WHERE status_changed_at >= :since AND status_changed_at < :until AND status IS NOT NULL)
SELECT 'accepted', CAST(NULL AS text), count(*), CAST(NULL AS bigint), CAST(NULL AS bigint) FROM (
  SELECT id FROM steps WHERE status IN ('attempting', 'connected', 'qualified', 'converted')
  UNION SELECT id FROM touched WHERE first_touch_at >= :since AND first_touch_at < :until) AS t
WHERE NOT EXISTS (SELECT 1 FROM lead_changes AS c WHERE c.lead_id = t.id AND c.field = 'status'
    AND c.new IN ('attempting', 'connected', 'qualified', 'converted') AND c.at < :since)
  AND NOT EXISTS (SELECT 1 FROM leads AS l WHERE l.id = t.id AND l.first_touch_at < :since)
UNION ALL SELECT 'talking', NULL, count(*), NULL, NULL FROM steps AS s WHERE status = 'connected'
  AND NOT EXISTS (SELECT 1 FROM lead_changes AS c WHERE c.lead_id = s.id AND c.field = 'status'
    AND c.new = 'connected' AND c.at < :since)
UNION ALL SELECT 'won', NULL, count(*), NULL, NULL FROM touched
  WHERE converted_at >= :since AND converted_at < :until
UNION ALL SELECT 'disqualified', l.reason, count(*), NULL, NULL FROM steps AS s JOIN leads AS l ON l.id = s.id
  WHERE s.status = 'disqualified' GROUP BY l.reason
UNION ALL SELECT 'recycled', l.reason, count(*), NULL, NULL FROM steps AS s JOIN leads AS l ON l.id = s.id
  WHERE s.status = 'nurturing' GROUP BY l.reason
UNION ALL SELECT 'wait', NULL, owner_id, coalesce(assigned_at, created_at), first_touch_at
  FROM touched WHERE first_touch_at >= :since AND first_touch_at < :until
"""
CAME = """
SELECT count(*), sum(CASE WHEN {employees} >= 50 AND source <> 'Trade show' AND email <> ''
  THEN 1 ELSE 0 END)
FROM leads WHERE created_at >= :since AND created_at < :until
"""
CAMPAIGNS = """
SELECT campaign_id, count(*),
  sum(CASE WHEN status IN ('connected', 'qualified', 'converted') THEN 1 ELSE 0 END)
FROM leads WHERE created_at >= :long_ago AND created_at < :until
  AND status IN ('connected', 'qualified', 'converted', 'nurturing', 'disqualified')
GROUP BY campaign_id
"""
FILLED = """
SELECT count(*), count(DISTINCT owner_id), sum(CASE WHEN owner_id IS NOT NULL AND
  (status IN ('new', 'attempting') OR next_step <> '') THEN 1 ELSE 0 END)
FROM leads WHERE created_at >= :long_ago AND created_at < :until AND gone_at IS NULL
  AND status IN ('new', 'attempting', 'connected', 'qualified')
"""
EMPLOYEES = {
    "sqlite": "CAST(json_extract(extra, '$.employees') AS INTEGER)",
    "postgresql": "CAST(extra ->> 'employees' AS integer)",
}


def measure(leads: int, folder: Path, postgres: str, rounds: int) -> Iterator[Finding]:
    """Measure on SQLite, and on PostgreSQL where a URL names a database, which is emptied."""
    yield from _measured("SQLite", f"sqlite:///{folder / 'digest.sqlite3'}", leads, rounds)
    if postgres:
        yield from _measured("PostgreSQL", postgres, leads, rounds)


def _measured(name: str, url: str, leads: int, rounds: int) -> Iterator[Finding]:
    engine = build(url, leads)
    database = Database(engine, now=lambda: NOW, new_id=lambda: "id")
    first = _catch_up(database)
    yield Finding(what=f"{name}: a week of long ago is counted", unit="ms", ours=first)
    yield from _compared(name, database, engine, rounds)
    tracemalloc.start()
    _ours(database)
    peak = tracemalloc.get_traced_memory()[1] / 1_000_000
    tracemalloc.stop()
    yield Finding(what=f"{name}: memory it takes", unit="MB", ours=peak, at_most=MOST_MB)
    engine.dispose()


def _compared(name: str, database: Database, engine: Engine, rounds: int) -> Iterator[Finding]:
    _same(_ours(database), _by_hand(engine))
    mine: list[Callable[[], object]] = [partial(_ours, database)] * rounds
    theirs: list[Callable[[], object]] = [partial(_by_hand, engine)] * rounds
    ours, bare = in_turns(mine, theirs)
    what = f"{name}: the whole digest of a week"
    ratio = ours / bare
    yield Finding(what=what, unit="ms", ours=ours, bare=bare, ratio=ratio, at_most=AT_MOST)
    yield Finding(what=f"{what}, plainly", unit="ms", ours=ours, at_most=MOST_MS)


def _catch_up(database: Database) -> float:
    """Keep the twelve weeks before, as every Monday did; the median of one."""
    with database.look() as work:
        weeks = work.digests.unkept(WEEK.before(), company=COMPANY)
    return statistics.median(milliseconds(partial(_keep, database, week)) for week in weeks)


def _keep(database: Database, week: Week) -> None:
    at = min(NOW, week.before(-1).ends_at(COMPANY))
    with database.open_work() as work:
        work.digests.keep(work.digests.figures(week, at=at, company=COMPANY))
        work.commit()


def _ours(database: Database) -> Figures:
    with database.look() as work:
        return work.digests.figures(WEEK, at=NOW, company=COMPANY)


def _by_hand(engine: Engine) -> Mapping[str, Any]:
    given = {
        "since": microseconds(WEEK.begins_at(COMPANY)),
        "until": microseconds(WEEK.ends_at(COMPANY)),
        "long_ago": microseconds(WEEK.before(11).begins_at(COMPANY)),
    }
    employees = EMPLOYEES[engine.dialect.name]
    with engine.connect().execution_options(reads_only=True) as connection:
        [(came, qualified)] = connection.execute(text(CAME.format(employees=employees)), given)
        events = connection.execute(text(EVENTS), given).all()
        connection.execute(text(CAMPAIGNS), given).all()
        connection.execute(text(FILLED), given).all()
    statistics.median(row[4] - row[3] for row in events if row[0] == "wait")
    told: dict[str, int] = {"leads-in": came, "qualified": qualified}
    for name, _, leads, *_ in events:
        told[name] = told.get(name, 0) + leads
    return told


def _same(figures: Figures, by_hand: Mapping[str, int]) -> None:
    shown = {str(count): figure.value for count, figure in figures.counts.items()}
    wanted = {count.value: by_hand.get(count.value, 0) for count in Count}
    assert all(shown[name] in {None, number} for name, number in wanted.items()), (shown, wanted)
