"""The leads of the demo's invented company, as its CRM would export them; they tell a story.

The webinar went well, and then nobody said what became of its leads; the trade fair's leads were
worked at once; paid search brought many that did not fit, as it had before its form was mended.
"""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.platforms.demo.people import WARSAW, reps
from bot.platforms.demo.weeks import Came, stream
from handlers.working_time import WorkingHours

HEADINGS = (
    "Record ID", "First Name", "Last Name", "Email", "Job Title", "Company Name", "Contact owner",
    "Contact owner email", "Lead Status", "Disqualification reason", "Original Source", "Campaign",
    "Create Date", "Assigned Date", "First outreach date", "Last Contacted", "Next step",
    "Status Changed", "Converted Date",
)  # fmt: skip

WITHOUT_ACCOUNT = ("Karol Lis", "karol@elsewhere.example")
"""Owns leads in the CRM and has no chat account."""

SAMPLE_CAMPAIGN = "Spring webinar"
"""Whose leads the sample question is about."""

STREAM_FROM = 3001
"""The CRM's id of the first lead beside the story."""

HOURS = WorkingHours(zone=WARSAW)
"""In which the leads of the story are touched."""

_FIRST = (
    "Anna", "Jan", "Ewa", "Lukas", "Sofia", "Mateusz", "Nina", "Oliver", "Irina", "Pavel", "Chen",
    "Mei", "Carlos", "Fatima", "Jonas", "Elif", "Noah", "Zofia", "Marta", "Dmitri",
)  # fmt: skip
_LAST = (
    "Nowak", "Kowalska", "Müller", "Rossi", "Silva", "Petrov", "Ivanova", "Li", "Wang", "García",
    "Haddad", "Berg", "Yılmaz", "Dubois", "Wójcik", "Jensen", "O'Brien", "Sato", "Novák", "Łukasik",
)  # fmt: skip
_COMPANIES = (
    "Acme", "Globex", "Initech", "Umbra Labs", "Vertex Foods", "Polar Freight", "Bluebird Energy",
    "Kite Robotics", "Harbor & Sons", "Nimbus Cloud", "Orchard Health", "Quarry Steel",
    "Żubr Meble", "Lotos Media", "Cedar Bank", "Juniper Toys",
)  # fmt: skip
_TITLES = ("Head of Procurement", "CFO", "IT Director", "Operations Manager", "Founder", "Buyer")
_STEPS = ("Send the offer", "Call after their board meeting", "Demo with the IT team", "")
REASONS = ("No budget", "Not target", "Competitor", "Duplicate", "No need")
"""Why leads of the story were disqualified, in the CRM's words."""

STATUSES = (
    "New", "Attempted to contact", "Connected", "Open deal", "Converted", "Bad timing", "Unqualified",
)  # fmt: skip
"""The CRM's words for where a lead stands, as a lead goes on."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Leads of one campaign, with the statuses that its story needs."""

    campaign: str
    source: str
    days_ago: int
    over_days: int
    statuses: tuple[tuple[str, int], ...]
    """The CRM's words, and how many leads have each; the CRM knows nothing of the empty one."""


BATCHES = (
    Batch(SAMPLE_CAMPAIGN, "Webinar", 24, 4, (
        ("", 10), ("Connected", 3), ("Converted", 2), ("Unqualified", 2), ("New", 1),
    )),
    Batch("Trade fair Poznań", "Trade show", 40, 3, (
        ("Converted", 6), ("Connected", 7), ("Open deal", 4), ("Unqualified", 3), ("", 2),
    )),
    Batch("Search ads", "Paid search", 30, 28, (
        ("Unqualified", 14), ("Attempted to contact", 8), ("New", 7), ("Connected", 3), ("", 5),
    )),
    Batch("Partner newsletter", "Email marketing", 12, 9, (
        ("New", 6), ("Connected", 4), ("", 6), ("Bad timing", 3),
    )),
    Batch("Search ads", "Paid search", 88, 42, (
        ("Unqualified", 10), ("Attempted to contact", 2), ("Connected", 1),
    )),
)  # fmt: skip


def export(now: datetime) -> str:
    """Write the CRM's export as CSV, its dates reckoned back from now."""
    chance = random.Random(20261116)  # noqa: S311 - a story, not a secret
    paper = io.StringIO()
    writer = csv.writer(paper)
    writer.writerow(HEADINGS)
    for number, (batch, status) in enumerate(_leads(), 1001):
        writer.writerow(_line(chance, number, batch, status, now))
    for number, came in enumerate(stream(chance, now), STREAM_FROM):
        writer.writerow(_ordinary(chance, number, came))
    return paper.getvalue()


def _leads() -> Iterator[tuple[Batch, str]]:
    for batch in BATCHES:
        for status, count in batch.statuses:
            for _ in range(count):
                yield batch, status


def _line(
    chance: random.Random, number: int, batch: Batch, status: str, now: datetime
) -> list[str]:
    first, last = chance.choice(_FIRST), chance.choice(_LAST)
    company = chance.choice(_COMPANIES)
    created, assigned, touched, latest = _moments(chance, batch, now)
    worked = status not in {"", "New"}
    return [
        str(number), first, last, f"{_slug(first)}.{_slug(last)}.{number}@{_slug(company)}.example",
        chance.choice(_TITLES), company, *_owner(number, status), status,
        chance.choice(REASONS) if status == "Unqualified" else "", batch.source, batch.campaign,
        _written(created), _written(assigned),
        _written(touched) if worked else "", _written(latest) if worked else "",
        chance.choice(_STEPS) if status == "Connected" else "",
        _written(latest) if worked else "", _written(latest) if status == "Converted" else "",
    ]  # fmt: skip


def _ordinary(chance: random.Random, number: int, came: Came) -> list[str]:
    """Write a lead of an ordinary week; those who look for stale fields find none in it."""
    first, last = chance.choice(_FIRST), chance.choice(_LAST)
    company, status = chance.choice(_COMPANIES), came.status
    owners = [*((rep.name, rep.email) for rep in reps()), WITHOUT_ACCOUNT]
    touched = _written(came.touched) if came.touched else ""
    changed = _written(came.changed) if came.changed else ""
    return [
        str(number), first, last, f"{_slug(first)}.{_slug(last)}.{number}@{_slug(company)}.example",
        chance.choice(_TITLES), company, *owners[number % len(owners)], status,
        chance.choice(REASONS) if status == "Unqualified" else "", came.source, came.campaign,
        _written(came.created), _written(came.created), touched, changed or touched,
        chance.choice(_STEPS[:3]) if status == "Connected" else "",
        changed, changed if status == "Converted" else "",
    ]  # fmt: skip


def _moments(chance: random.Random, batch: Batch, now: datetime) -> tuple[datetime, ...]:
    """Give when a lead came, was assigned, was touched first and was touched last."""
    days = batch.days_ago - chance.randrange(batch.over_days)
    created = now - timedelta(days=days, minutes=chance.randrange(600))
    assigned = created + timedelta(minutes=chance.randrange(5, 240))
    touched = HOURS.next_moment(assigned + timedelta(minutes=chance.randrange(20, 1600)))
    touched += timedelta(minutes=chance.randrange(45))
    latest = HOURS.next_moment(touched + timedelta(days=chance.randrange(1, 9)))
    return created, assigned, touched, latest if latest < now else touched


def _owner(number: int, status: str) -> tuple[str, str]:
    """Deal the leads among the reps in turn; some unknown ones have nobody who can be asked."""
    owners = [(rep.name, rep.email) for rep in reps()]
    if status == "":
        owners += [WITHOUT_ACCOUNT, ("", "")]
    return owners[number % len(owners)]


def _slug(name: str) -> str:
    letters = name.lower().translate(str.maketrans("łńóśżźćęąüıé'& ", "lnoszzceauie---"))
    return "".join(c for c in letters if c.isascii() and (c.isalnum() or c == "-")).strip("-")


def _written(at: datetime) -> str:
    return at.strftime("%Y-%m-%d %H:%M")
