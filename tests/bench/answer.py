"""Times "what happened to these leads?" in a large house beside the bare SQL that fetches the same facts.

Ours is everything but the network: the pasted text is understood, the leads, their owners and what
was asked and said are gathered, business hours are summed and the price of asking is reckoned. The
baseline is handed the addresses and only fetches the rows, with statements written by hand and the
plain driver.
"""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from bot.app import House
from bot.app import build as build_house
from bot.i18n import Voice
from bot.platforms.demo.render import render_card
from handlers.people import Language
from handlers.questions.cards import Shown, answer_card
from handlers.roster.model import Company
from handlers.working_time import WorkingHours
from storage.database import PRAGMAS, open_engine
from storage.work import Database
from tests.bench import ask_leads
from tests.bench.finding import Finding, in_turns, median

LEADS = 1_000_000
CHANGES_EACH = 5
REPS = 60
SIGHTINGS = 5
"""The imports by which the house was compared with its CRM."""
ROUNDS = 31
WARM_UP = 5
SIZES = ((20, 3.0), (1_000, 5.0))
"""How many leads are asked about, and how many times the bare SQL the answer may take."""

WARSAW = Company(hours=WorkingHours(zone="Europe/Warsaw"))
NOW = datetime(2026, 11, 16, 9, tzinfo=UTC)
NOW_US = int(NOW.timestamp() * 1_000_000)
DAY_US = 86_400_000_000
TODAY = date(2026, 11, 16)

Rows = Sequence[tuple[Any, ...]]
Fetch = Callable[[sqlite3.Connection, Sequence[str]], tuple[Rows, Rows]]

FACTS = """
SELECT l.id, l.system, l.external_id, l.name, l.company, l.email, l.source, c.name, l.owner_id,
  l.status, l.status_raw, l.reason, l.reason_raw, l.next_step, l.created_at, l.assigned_at,
  l.first_touch_at, l.last_touch_at, l.status_changed_at, coalesce(seen.at, l.imported_at),
  a.id, a.person_id, a.state, a.queued_at, a.envelope_id, a.asked_at, a.remind_at, a.reminded_at,
  a.expires_at, a.closed_at,
  s.id, s.person_id, s.said, s.reason, s.look_again_on, s.note, s.at
FROM leads l
LEFT JOIN campaigns c ON c.id = l.campaign_id
LEFT JOIN sightings seen ON seen.id = l.sighting_id
LEFT JOIN asks a ON a.lead_id = l.id AND a.kind = 'outcome'
LEFT JOIN answers s ON s.ask_id = a.id AND s.replaced_at IS NULL
WHERE l.email IN (SELECT value FROM json_each(?)) AND l.email <> ''
"""
OWNERS = """
SELECT o.id, o.name, p.id, p.zone, p.starts, p.ends, p.weekdays, p.country, w.first, w.last,
  EXISTS (SELECT 1 FROM accounts WHERE person_id = p.id),
  (SELECT count(*) FROM asks WHERE person_id = p.id AND state = 'queued' AND state IN ('queued', 'asked')),
  (SELECT count(*) FROM envelope_places i JOIN envelopes e ON i.envelope_id = e.id
   WHERE e.person_id = p.id AND e.day = ?)
FROM owners o LEFT JOIN people p ON p.id = o.person_id LEFT JOIN absences w ON w.person_id = p.id
WHERE o.id IN (SELECT value FROM json_each(?))
"""


LAST_CHANGES = """
SELECT lead_id, new, max(at) FROM lead_changes
WHERE lead_id IN (SELECT value FROM json_each(?)) GROUP BY lead_id
"""


def build(path: Path, leads: int = LEADS) -> None:
    """Make a SQLite house with so many leads, five changes of each, and what was asked and said."""
    ask_leads.build(path, leads)
    with sqlite3.connect(path) as bare:
        _move_reps_in(bare)
        bare.execute(f"UPDATE leads SET owner_id = 1 + id % {REPS}")  # noqa: S608 - a number of ours
        _see_all(bare)
        bare.execute("UPDATE leads SET status = NULL, status_raw = '' WHERE id % 10 = 0")
        bare.executemany(
            "INSERT INTO lead_changes (lead_id, field, old, new, at, origin)"
            " VALUES (?, 'status', ?, ?, ?, 'import')",
            _changes(leads),
        )
        _ask_and_answer(bare, leads)
        bare.execute("ANALYZE")
    bare.close()


def _see_all(bare: sqlite3.Connection) -> None:
    numbers = range(1, SIGHTINGS + 1)
    bare.executemany(
        "INSERT INTO sightings (id, at) VALUES (?, ?)", [(n, NOW_US - n * DAY_US) for n in numbers]
    )
    bare.execute(f"UPDATE leads SET sighting_id = 1 + id % {SIGHTINGS}")  # noqa: S608 - likewise


def _move_reps_in(bare: sqlite3.Connection) -> None:
    reps = range(1, REPS + 1)
    bare.executemany(
        "INSERT INTO people (id, name, email, role, side, language, zone, starts, ends, weekdays,"
        " country) VALUES (?, ?, ?, 'rep', 'sales', 'en', ?, '09:00:00.000000', '17:00:00.000000',"
        " '01234', ?)",
        [(f"rep{n}", f"Rep {n}", f"rep{n}@x.example", *_home(n)) for n in reps],
    )
    bare.executemany(
        "INSERT INTO accounts (platform, address, person_id) VALUES ('demo', ?, ?)",
        [(f"person:rep{n}", f"rep{n}") for n in reps],
    )
    bare.executemany(
        "INSERT INTO owners (id, system, key, name, email, person_id) VALUES (?, 'file', ?, ?, '', ?)",
        [(n, f"rep {n}", f"Rep {n}", f"rep{n}") for n in reps],
    )
    bare.executemany(
        "INSERT INTO absences (person_id, first, last) VALUES (?, '2026-08-03', '2026-08-14')",
        [(f"rep{n}",) for n in reps],
    )


def _home(number: int) -> tuple[str, str]:
    return (("Europe/Warsaw", "PL"), ("America/New_York", "US"), ("Asia/Shanghai", "CN"))[
        number % 3
    ]


def _changes(leads: int) -> Iterator[tuple[object, ...]]:
    steps = ("", "New", "Attempted to contact", "Connected", "Qualified", "Closed")
    for step in range(CHANGES_EACH):
        at = 1_760_000_000_000_000 + step * DAY_US
        for lead in range(1, leads + 1):
            yield lead, steps[step], steps[step + 1], at + lead


def _ask_and_answer(bare: sqlite3.Connection, leads: int) -> None:
    """Half of the leads of which the CRM knows nothing were asked about; half of those are answered."""
    bare.execute("UPDATE leads SET status_changed_at = NULL WHERE status IS NULL")
    numbers = range(20, leads + 1, 20)
    bare.executemany(
        "INSERT INTO envelopes (id, person_id, day, sent_at) VALUES (?, ?, '2026-11-13', ?)",
        [(f"envelope{n}", f"rep{n}", NOW_US) for n in range(1, REPS + 1)],
    )
    bare.executemany(
        "INSERT INTO asks (id, lead_id, person_id, kind, state, queued_at, envelope_id, asked_at,"
        " closed_at) VALUES (?, ?, ?, 'outcome', ?, ?, ?, ?, ?)",
        (_ask(lead) for lead in numbers),
    )
    bare.executemany(
        "INSERT INTO answers (id, ask_id, lead_id, person_id, said, note, at)"
        " VALUES (?, ?, ?, ?, 'in-conversation', '', ?)",
        (
            (f"answer{lead}", f"ask{lead}", lead, _rep(lead), NOW_US - DAY_US)
            for lead in numbers
            if _is_answered(lead)
        ),
    )


def _ask(lead: int) -> tuple[object, ...]:
    state, closed = ("answered", NOW_US) if _is_answered(lead) else ("asked", None)
    envelope = f"envelope{1 + lead % REPS}"
    asked = NOW_US - 3 * DAY_US
    return f"ask{lead}", lead, _rep(lead), state, asked, envelope, asked, closed


def _rep(lead: int) -> str:
    return f"rep{1 + lead % REPS}"


def _is_answered(lead: int) -> bool:
    return lead % 40 == 0


def measure(path: Path, rounds: int = ROUNDS) -> Iterator[Finding]:
    """Time answers to pasted addresses, and drawing their cards."""
    engine = open_engine(f"sqlite:///{path}")
    ids = count(1)
    database = Database(engine, now=lambda: NOW, new_id=lambda: f"id-{next(ids)}")
    house = build_house(database, at=lambda: NOW, company=WARSAW)
    bare = _plainly(path)
    for size, at_most in SIZES:
        yield _compared(house, bare, size, fetch, rounds, at_most)
        yield _compared(house, bare, size, fetch_with_changes, rounds)
        yield from _drawn(house, _addresses(bare, size, 0), rounds)
    bare.close()
    engine.dispose()


def _plainly(path: Path) -> sqlite3.Connection:
    bare = sqlite3.connect(path, isolation_level=None)
    for pragma in PRAGMAS:
        bare.execute(pragma)
    return bare


def _addresses(bare: sqlite3.Connection, size: int, seed: int) -> Sequence[str]:
    most = bare.execute("SELECT max(id) FROM leads").fetchone()[0]
    wanted = json.dumps(random.Random(seed).sample(range(1, most + 1), min(size, most)))
    found = bare.execute(
        "SELECT email FROM leads WHERE id IN (SELECT value FROM json_each(?))", (wanted,)
    )
    return [email for (email,) in found]


def _compared(
    house: House,
    bare: sqlite3.Connection,
    size: int,
    plainly: Fetch,
    rounds: int,
    at_most: float | None = None,
) -> Finding:
    """Ask about other leads each time: nobody asks the same question twice."""
    lists = [_addresses(bare, size, seed) for seed in range(WARM_UP + rounds)]
    for addresses in lists[:WARM_UP]:
        _check(house, bare, addresses)
    ours, theirs = in_turns(
        [partial(_read, house, addresses) for addresses in lists[WARM_UP:]],
        [partial(plainly, bare, addresses) for addresses in lists[WARM_UP:]],
    )
    asked = f"what happened to {len(lists[0]):,} leads"
    return Finding(
        what=asked if plainly is fetch else f"{asked}, with their last changes",
        unit="ms",
        ours=ours,
        bare=theirs,
        ratio=ours / theirs,
        at_most=at_most,
    )


def _check(house: House, bare: sqlite3.Connection, addresses: Sequence[str]) -> None:
    """See that both find the same leads."""
    found = {row.lead.id for row in _read(house, addresses).rows}
    assert found == {row[0] for row in fetch(bare, addresses)[0]}
    assert len(found) == len(addresses)


def _read(house: House, addresses: Sequence[str]) -> Shown:
    return house.asking.read("\n".join(addresses), today=TODAY)[1]


def _drawn(house: House, addresses: Sequence[str], rounds: int) -> Iterator[Finding]:
    shown, size = _read(house, addresses), len(addresses)
    voice = Voice(Language.ENGLISH, "Europe/Warsaw")
    card = median(lambda: answer_card(shown), rounds)
    page = median(lambda: render_card(answer_card(shown), voice), rounds)
    yield Finding(what=f"the card of {size:,} leads", unit="ms", ours=card)
    yield Finding(what=f"the card of {size:,} leads, as the browser gets it", unit="ms", ours=page)


def fetch(bare: sqlite3.Connection, addresses: Sequence[str]) -> tuple[Rows, Rows]:
    """Fetch what the answer is drawn from, at one moment: leads and what was said, and their owners."""
    bare.execute("BEGIN")
    found = _fetched(bare, addresses)
    bare.execute("COMMIT")
    return found


def fetch_with_changes(bare: sqlite3.Connection, addresses: Sequence[str]) -> tuple[Rows, Rows]:
    """Fetch the last change of each lead besides, which we keep beside the lead."""
    bare.execute("BEGIN")
    facts, behind = _fetched(bare, addresses)
    bare.execute(LAST_CHANGES, (json.dumps([row[0] for row in facts]),)).fetchall()
    bare.execute("COMMIT")
    return facts, behind


def _fetched(bare: sqlite3.Connection, addresses: Sequence[str]) -> tuple[Rows, Rows]:
    facts = bare.execute(FACTS, (json.dumps(addresses),)).fetchall()
    owners = json.dumps(list({row[8] for row in facts}))
    behind = bare.execute(OWNERS, (TODAY.isoformat(), owners)).fetchall()
    return facts, behind
