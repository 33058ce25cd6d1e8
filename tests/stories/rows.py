"""What stories of stale fields share: a clock that is set forward, a quick rhythm, and the company's settings."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, select

from bot.app import new_id
from bot.config import Settings
from bot.i18n import Voice
from bot.rhythm import Rhythm
from bot.run import at_work
from bot.web import serve
from handlers.keeping import Word, WordKind
from handlers.people import Language
from handlers.writing.deciding import audit_sheet
from storage.schema import accounts, leads, nudges, owners, write_backs
from storage.work import Database
from tests.patience import running, until

SUNDAY = datetime(2026, 11, 15, 18, 0, tzinfo=UTC)
"""Nobody works, so that the leads are there before the first morning's look."""
MONDAY = datetime(2026, 11, 16, 6, 0, tzinfo=UTC)
"""07:00 in Warsaw, on the day after."""
HALF_PAST_NINE = timedelta(hours=2, minutes=31)
"""From seven on, and a minute more."""

QUICK = Rhythm(
    ring=timedelta(milliseconds=200),
    write=timedelta(milliseconds=200),
    read=timedelta(hours=1),
)
"""The CRM is looked at once, when Leadloop begins: until then it knows of no edit there."""


class Watch:
    """A clock that runs, and that a story sets forward."""

    def __init__(self, at: datetime = SUNDAY) -> None:
        self.set(at)

    def set(self, at: datetime) -> None:
        self._running = running(at)

    def move(self, **by: float) -> None:
        self.set(self() + timedelta(**by))

    def __call__(self) -> datetime:
        return self._running()


def company_settings(engine: Engine, **more: Any) -> Settings:
    """A company that asks about stale fields and writes what it is told."""
    return Settings(
        _env_file=None,  # type: ignore[call-arg]
        database_url=engine.url.render_as_string(hide_password=False),
        zone="Europe/Warsaw",
        domains=("northwind.example",),
        nudges=True,
        crm_write=True,
        **more,
    )


def memory(engine: Engine) -> Database:
    """Open the company's database beside Leadloop, to prepare it and to look into it."""
    return Database(engine, now=lambda: SUNDAY, new_id=new_id)


def may_be_written(engine: Engine, system: str, theirs: str, ours: str) -> None:
    """Say, as an administrator does, what a field of the CRM means and that it may be written."""
    with memory(engine).open_work() as work:
        word = Word(kind=WordKind.FIELD, word=theirs, means=ours, writes=True)
        work.mappings.keep(system, word)
        work.commit()


def states(engine: Engine) -> list[str]:
    """Give how far every row is."""
    with engine.connect() as connection:
        return sorted(connection.execute(select(nudges.c.state)).scalars())


def loaded(engine: Engine, count: int) -> bool:
    """Wait until our copy has so many leads."""

    def found() -> bool:
        with engine.connect() as connection:
            return len(connection.execute(select(leads.c.id)).all()) == count

    return until(found, within=20)


def owned(engine: Engine, count: int) -> bool:
    """Wait until our copy has so many leads whose owner we can write to."""
    reachable = (
        select(leads.c.id)
        .join_from(leads, owners, owners.c.id == leads.c.owner_id)
        .join(accounts, accounts.c.person_id == owners.c.person_id)
    )

    def found() -> bool:
        with engine.connect() as connection:
            return len(connection.execute(reachable).all()) == count

    return until(found, within=20)


def queued(engine: Engine, count: int) -> bool:
    """Wait until so many rows wait for the morning's envelope."""
    return bool(until(lambda: states(engine) == ["queued"] * count, within=20))


def row_of(engine: Engine, lead: str) -> dict[str, str]:
    """Give by what the buttons of a lead's newest row are told from those of other rows."""
    named = (
        select(nudges.c.id)
        .join_from(nudges, leads, leads.c.id == nudges.c.lead_id)
        .where(leads.c.name.startswith(lead))
        .order_by(nudges.c.queued_at.desc())
    )
    with engine.connect() as connection:
        return {"nudge": connection.execute(named).scalars().first() or ""}


def sending(engine: Engine) -> bool:
    """Tell whether something that was confirmed is on its way to the CRM."""
    claimed = select(write_backs.c.id).where(
        write_backs.c.state == "waiting", write_backs.c.attempts > 0
    )
    with engine.connect() as connection:
        return connection.execute(claimed).first() is not None


def live(settings: Settings, at: datetime, port: Path) -> None:
    """Be at work in a process of one's own, from this moment on; the file gets the address."""
    web = at_work(settings, at=running(at), rhythm=QUICK)
    ready = port.with_suffix(".new")

    def opened(address: str) -> None:
        ready.write_text(address, "ascii")
        ready.rename(port)

    asyncio.run(serve(web, host="127.0.0.1", port=0, opened=opened, closing=lambda: None))


def audit(engine: Engine) -> list[list[str]]:
    """Give the lines of the audit log without their moments, newest first."""
    voice = Voice(Language.ENGLISH, "Europe/Warsaw")
    with memory(engine).look() as work:
        lines = audit_sheet(work).rows
    return [[voice.speak(cell) for cell in line[1:]] for line in lines]
