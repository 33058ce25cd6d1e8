"""Builds a house with very many leads and flags, on either database, for the bench of flags."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, text

from handlers.flags.model import FlagReason
from handlers.flags.reasons import shipped
from storage.bulk import Value, write_rows
from storage.database import migrate, open_engine
from storage.moment import microseconds
from tests.bench import bare_import

NOW = datetime(2026, 11, 16, 9, tzinfo=UTC)
NOW_US = microseconds(NOW)
DAY_US = 86_400_000_000
YEAR_US = 365 * DAY_US

CAMPAIGNS, REPS, CRITERIA = 200, 60, 5
SOURCES = ("Webinar", "Paid search", "Organic search", "Referral", "Trade show", "LinkedIn")
STATUSES = ("new", "attempting", "connected", "nurturing", "converted", "disqualified", None)
REASONS = tuple(one for one in shipped() if not one.needs_note and one.kind != "recycle")
ANSWERED = 40
"""An owner answered about every so manieth lead."""
UNDECIDED = 50
"""Every so manieth flag awaits a decision."""
OPEN_FINDINGS = 60
ASKS = 2_000

_LEAD = (
    *("id", "system", "external_id", "external_key", "name", "name_key", "surname_key"),
    *("company", "company_key", "email", "source", "campaign_id", "owner_id", "status"),
    *("created_at", "first_touch_at", "status_changed_at", "imported_at"),
)
_FLAG = (
    *("id", "lead_id", "lead_label", "campaign_id", "campaign_name", "source", "person_id"),
    *("kind", "reason", "state", "version", "raised_at", "decide_by", "decided_at"),
)
_PERSON = (
    *("id", "name", "email", "role", "side", "language", "zone", "starts", "ends", "weekdays"),
    "country",
)
_ASK = ("id", "lead_id", "person_id", "kind", "state", "queued_at", "envelope_id", "asked_at")
_ANSWER = ("id", "ask_id", "lead_id", "person_id", "said", "at", "told_at")
_FINDING = (
    *("id", "reason", "subject_on", "subject_key", "subject_name", "flags", "state", "version"),
    *("opened_at", "decided_at"),
)
_MESSAGE = ("view", "subject", "place", "platform", "address", "reference", "drawn_at")

Rows = Iterator[Sequence[Value]]


def build(url: str, leads: int, flags: int) -> Engine:
    """Empty a database and fill it with leads, flags, findings and what was asked and said."""
    engine = open_engine(url)
    bare_import.empty(engine)
    migrate(engine)
    with engine.begin() as connection:
        _move_in(connection)
        write_rows(connection, "leads", _LEAD, _leads(leads))
        _ask(connection, leads)
        _flag(connection, leads, flags)
        _find(connection)
    with engine.begin() as connection:
        connection.execute(text("ANALYZE"))
    return engine


def _move_in(connection: Connection) -> None:
    people = [
        *((f"rep{n}", "rep", "sales") for n in range(REPS)),
        ("maya", "marketer", "marketing"),
    ]
    day = ("Europe/Warsaw", "09:00:00.000000", "17:00:00.000000", "01234", "")
    rows = ((id, id, f"{id}@x.example", role, side, "en", *day) for id, role, side in people)
    write_rows(connection, "people", _PERSON, rows)
    campaigns = ((n, "file", f"campaign {n}", f"Campaign {n}") for n in range(1, CAMPAIGNS + 1))
    write_rows(connection, "campaigns", ("id", "system", "key", "name"), campaigns)
    owners = ((n + 1, "file", f"rep {n}", f"Rep {n}", f"rep{n}") for n in range(REPS))
    write_rows(connection, "owners", ("id", "system", "key", "name", "person_id"), owners)
    channels = ((side, "demo", side, "en", "Europe/Warsaw") for side in ("sales", "marketing"))
    columns = ("place", "platform", "address", "language", "zone")
    write_rows(connection, "channels", columns, channels)


def _leads(count: int) -> Rows:
    chance = random.Random(7)
    for number in range(1, count + 1):
        at = NOW_US - chance.randrange(YEAR_US)
        name, company = f"Anna Nowak{number}", f"Acme {number // 5}"
        yield (
            *(number, "file", f"L-{number}", f"l-{number}", name, name.lower(), f"nowak{number}"),
            *(company, company.lower(), f"anna{number}@mail.example", chance.choice(SOURCES)),
            *(chance.randint(1, CAMPAIGNS), number % REPS + 1, chance.choice(STATUSES)),
            *(at, at + DAY_US // 8, at + DAY_US, NOW_US),
        )


def _ask(connection: Connection, leads: int) -> None:
    """Let owners have answered about some leads, and be asked about a few more."""
    envelopes = ((f"envelope{n}", f"rep{n}", "2026-11-16", NOW_US) for n in range(REPS))
    columns = ("id", "person_id", "day", "sent_at")
    write_rows(connection, "envelopes", columns, envelopes)
    answered = range(ANSWERED, leads + 1, ANSWERED)
    waiting = range(1, min(ASKS, leads), 1)
    states = {**dict.fromkeys(waiting, "asked"), **dict.fromkeys(answered, "answered")}
    asks = (
        (f"ask{n}", n, f"rep{n % REPS}", "outcome", state, NOW_US, f"envelope{n % REPS}", NOW_US)
        for n, state in states.items()
    )
    write_rows(connection, "asks", _ASK, asks)
    answers = (
        (f"answer{n}", f"ask{n}", n, f"rep{n % REPS}", "in-conversation", NOW_US, NOW_US)
        for n in answered
    )
    write_rows(connection, "answers", _ANSWER, answers)


def _flag(connection: Connection, leads: int, count: int) -> None:
    write_rows(connection, "flags", _FLAG, _flags(leads, count))
    misses = (
        (f"flag{n}", f"criterion{(n + more) % CRITERIA}", reason_of(n).key, _raised(n, count))
        for n in range(count)
        for more in range(n % 3)
    )
    write_rows(
        connection, "flag_misses", ("flag_id", "criterion_id", "reason", "raised_at"), misses
    )
    steps = (
        (f"step{n}-{at}", f"flag{n}", step, who, _raised(n, count) + at, at, NOW_US)
        for n in range(count)
        for at, (step, who) in enumerate(_trail(n), start=1)
    )
    columns = ("id", "flag_id", "step", "person_id", "at", "version", "told_at")
    write_rows(connection, "flag_steps", columns, steps)


def _flags(leads: int, count: int) -> Rows:
    chance = random.Random(11)
    for n in range(count):
        reason, raised = reason_of(n), _raised(n, count)
        undecided = _is_undecided(n)
        campaign = n % CAMPAIGNS + 1
        yield (
            *(f"flag{n}", chance.randint(1, leads), f"Lead {n}", campaign, f"Campaign {campaign}"),
            *(SOURCES[n % len(SOURCES)], f"rep{n % REPS}", reason.kind.value, reason.key),
            *("raised" if undecided else "declined", 1 if undecided else 2, raised),
            *(raised + 5 * DAY_US, None if undecided else raised + DAY_US),
        )


def reason_of(number: int) -> FlagReason:
    """Give the reason of the flag, and of the finding, of this number."""
    return REASONS[number % len(REASONS)]


def _raised(number: int, count: int) -> int:
    """Spread the flags over two years, the newest last."""
    return NOW_US - 2 * YEAR_US + number * (2 * YEAR_US // count)


def _is_undecided(number: int) -> bool:
    return number % UNDECIDED == 0


def _trail(number: int) -> Sequence[tuple[str, str]]:
    raised = ("raise", f"rep{number % REPS}")
    return [raised] if _is_undecided(number) else [raised, ("decline", "maya")]


def _find(connection: Connection) -> None:
    """Open some findings on campaigns and sources; of each reason on each an older one was decided."""
    half_a_year = NOW_US - YEAR_US // 2
    rows = [
        (f"{state}-{n}", reason_of(n).key, *_subject(n), 40, state, 1, opened, decided)
        for n in range(OPEN_FINDINGS)
        for state, opened, decided in (
            ("declined", half_a_year - DAY_US, half_a_year),
            ("open", half_a_year + DAY_US, None),
        )
    ]
    write_rows(connection, "findings", _FINDING, rows)
    shown = ((f"open-{n}", "flags.finding") for n in range(OPEN_FINDINGS))
    pressed = ((f"flag{n}", "flags.card") for n in range(0, 200 * UNDECIDED, UNDECIDED))
    messages = (
        (view, subject, "marketing", "demo", "marketing", f"{view}-{subject}", NOW_US)
        for subject, view in (*shown, *pressed)
    )
    write_rows(connection, "messages", _MESSAGE, messages)


def _subject(number: int) -> tuple[str, str, str]:
    if number % 3:
        campaign = number % CAMPAIGNS + 1
        return "campaign", str(campaign), f"Campaign {campaign}"
    source = SOURCES[number % len(SOURCES)]
    return "source", source, source
