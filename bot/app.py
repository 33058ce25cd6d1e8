"""The composition root: the one file that knows all others, the system's clock and chance."""

from __future__ import annotations

import asyncio
import secrets
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.applications import Starlette

from bot import logs
from bot.clock import MovableClock
from bot.config import Settings
from bot.crm.file.importing import Imported, OnProgress, Options, ignore, import_files
from bot.crm.file.lists import read_lead_list
from bot.crm.file.words import UserMapping, read_mapping
from bot.delivery import Delivery
from bot.i18n import Voice
from bot.metrics import Metrics
from bot.platforms.demo import people as company
from bot.platforms.demo import story
from bot.platforms.demo.answer import Demo
from bot.platforms.demo.app import demo_routes
from bot.platforms.demo.chat import Chat
from bot.platforms.demo.live import Listeners
from bot.platforms.demo.sample import LINES, sample_question
from bot.platforms.demo.send import DemoPlatform
from bot.schedule import Job, Schedule
from bot.web import LOOPBACK, Front, front, serve
from handlers.errors import Refused
from handlers.interaction import Routes
from handlers.lead import LeadFilter
from handlers.leads.understanding import Understood
from handlers.parcel import Destination
from handlers.people import OwnerId, Person, Place
from handlers.phrase import say
from handlers.questions.answering import Answering
from handlers.questions.asking import Asking
from handlers.questions.cards import Shown
from handlers.questions.examples import examples
from handlers.questions.rounds import Rounds
from handlers.router import Router, merged
from handlers.work import Now, Views
from handlers.working_time import WorkingHours
from storage.cleaning import NightlyCleaning
from storage.database import migrate, open_engine
from storage.dealing import deal
from storage.imports import SqlImport
from storage.post_office import SqlPostOffice
from storage.work import Database

DEMO = "demo"
"""The name of the demo's platform."""


def now() -> datetime:
    """Tell the time by the system's clock."""
    return datetime.now(UTC)


def new_id() -> str:
    """Make an opaque id that nobody can guess."""
    return secrets.token_urlsafe(12)


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """All features on one database."""

    database: Database
    asking: Asking
    routes: Routes
    views: Views
    jobs: Mapping[str, Job]


def build(database: Database, *, at: Now, hours: WorkingHours) -> House:
    """Put the features on a database."""
    asking = Asking(
        open_work=database.open_work,
        look=database.look,
        now=at,
        new_id=new_id,
        team_hours=hours,
    )
    answering = Answering(open_work=database.open_work, look=database.look, now=at, new_id=new_id)
    rounds = Rounds(open_work=database.open_work, look=database.look, new_id=new_id)
    return House(
        database=database,
        asking=asking,
        routes=merged([asking.routes(), answering.routes()]),
        views={"questions.answer": asking.draw, "questions.envelope": answering.draw},
        jobs={
            "settle-asks": rounds.settle,
            "fill-envelopes": rounds.fill_envelopes,
            "expire-asks": rounds.expire,
            "close-questions": rounds.close_questions,
            "cleaning": NightlyCleaning(database.engine),
        },
    )


def open_database(
    url: str, *, at: Now = now, committed: Callable[[], None] = lambda: None
) -> Database:
    """Open a database and bring its schema up to date."""
    engine = open_engine(url)
    migrate(engine)
    return Database(engine, now=at, new_id=new_id, committed=committed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """What is brought in, and how it is read."""

    files: Sequence[Path]
    mapping: Path | None = None
    zone: str | None = None
    system: str = ""
    on_progress: OnProgress = ignore


def import_leads(settings: Settings, wanted: Import) -> Imported:
    """Bring leads in from a CRM's export."""
    words = wanted.mapping or settings.words_file
    options = Options(
        mapping=UserMapping() if words is None else read_mapping(words),
        zone=wanted.zone or settings.zone,
        system=wanted.system,
        voice=Voice(settings.language, settings.zone),
    )
    database = open_database(settings.database_url)
    store = SqlImport(database.engine, now=now)
    imported = import_files(wanted.files, store, options=options, on_progress=wanted.on_progress)
    with database.open_work() as work:
        work.people.link_by_email()
        work.commit()
    return imported


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An answer for the terminal."""

    understood: Understood
    shown: Shown
    owners: Mapping[OwnerId, str]


def ask(settings: Settings, *, words: str | None, file: Path | None) -> Told:
    """Answer a question from what is known now."""
    database = open_database(settings.database_url)
    hours = company_hours(settings)
    asking = build(database, at=now, hours=hours).asking
    text = words if file is None else _list_in(file)
    understood, shown = asking.read(text or "", today=hours.day_of(now()))
    with database.look() as work:
        owners = {owner.id: owner.name for owner in work.people.all_owners()}
    return Told(understood=understood, shown=shown, owners=owners)


def _list_in(file: Path) -> str:
    """Read a file of leads; a plain text is a list as it stands."""
    if not file.is_file():
        raise Refused(say("ask-no-file", file=str(file)))
    return read_lead_list(file.name, file.read_bytes())


def check(settings: Settings) -> None:
    """Open everything that the settings name, and raise `Refused` for what cannot be used."""
    open_database(settings.database_url).answers()


def company_hours(settings: Settings) -> WorkingHours:
    """Give the hours in which the company works, for what has no person of its own."""
    return WorkingHours(zone=settings.zone, country=settings.country)


# The demo


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """How a visitor wants the demo."""

    data: Sequence[Path]
    """Their own export instead of the invented leads."""
    port: int
    fresh: bool
    opened: Callable[[str], None]
    """Gets the address once the demo can be reached."""


def run_demo(settings: Settings, visit: Visit) -> None:
    """Run the browser demo until it is stopped."""
    logs.set_up(settings.log_level)
    folder = settings.demo_folder / ("own" if visit.data else "story")
    if visit.fresh or visit.data:
        shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    clock = MovableClock(now, folder / "clock")
    # uvicorn hands Ctrl+C on once it has stopped
    with suppress(KeyboardInterrupt), asyncio.Runner(loop_factory=_fast_loop()) as runner:
        runner.run(_serve_demo(settings, visit, folder, clock))


def _fast_loop() -> Callable[[], asyncio.AbstractEventLoop]:
    """Take uvloop where it exists: it answers three times as many requests."""
    if sys.platform == "win32":
        return asyncio.new_event_loop
    import uvloop

    return uvloop.new_event_loop


async def _serve_demo(settings: Settings, visit: Visit, folder: Path, clock: MovableClock) -> None:
    demo = open_demo(folder, clock, visit.data, hosts=settings.hosts)
    await serve(
        demo.web,
        host=settings.host,
        port=visit.port,
        opened=visit.opened,
        closing=demo.listeners.close,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenDemo:
    """The demo, ready to be served."""

    web: Starlette
    """Starts and stops the delivery and the schedule with itself."""
    house: House
    delivery: Delivery
    schedule: Schedule
    listeners: Listeners


def open_demo(
    folder: Path, clock: MovableClock, data: Sequence[Path] = (), *, hosts: Sequence[str] = ()
) -> OpenDemo:
    """Move the invented company in and wire everything up; nothing runs yet."""
    bell = Bell()
    url = f"sqlite:///{folder / 'leadloop.sqlite3'}"
    database = open_database(url, at=clock, committed=bell.ring)
    settle(database, clock, data)
    house = build(database, at=clock, hours=WorkingHours(zone=company.WARSAW))
    listeners = Listeners()
    chat = Chat(folder / "chat.sqlite3")
    platform = DemoPlatform(
        chat=chat, listeners=listeners, now=clock, knows=company.conversations().__contains__
    )
    office = SqlPostOffice(database.engine, now=clock, new_id=new_id)
    delivery = Delivery(office, {DEMO: platform}, house.views, now=clock)
    bell.hang(delivery.poke)
    schedule = Schedule(house.jobs, now=clock)
    metrics = Metrics(office.backlog)
    known = {person.id: person for person in company.people()}
    demo = Demo(
        route=Router(house.routes).route,
        chat=chat,
        listeners=listeners,
        people=lambda: known,
        channels={one.side.value: Voice(one.language, one.zone) for one in company.CHANNELS},
        read_list=read_lead_list,
        sample=partial(sample, database),
        examples=examples,
        now=clock,
        move_clock=partial(_move_clock, clock, schedule),
        new_id=new_id,
        measured=partial(metrics.pressed, DEMO),
    )
    web = front(
        Front(
            metrics=metrics,
            routes=demo_routes(demo),
            services={"delivery": delivery.run, "schedule": schedule.run},
            checks={"database": database.answers},
            hosts=(*LOOPBACK, *hosts),
            home="/demo",
        )
    )
    return OpenDemo(web=web, house=house, delivery=delivery, schedule=schedule, listeners=listeners)


def _move_clock(clock: MovableClock, schedule: Schedule, to: datetime) -> None:
    """Set the demo's clock, and do what has become due before the visitor looks."""
    clock.move(to)
    schedule.ring()


class Bell:
    """Rings for somebody who comes later."""

    def __init__(self) -> None:
        """Hang nowhere."""
        self._heard: Callable[[], None] = lambda: None

    def hang(self, heard: Callable[[], None]) -> None:
        """Say who hears it."""
        self._heard = heard

    def ring(self) -> None:
        """Let it be heard."""
        self._heard()


def settle(database: Database, clock: MovableClock, data: Sequence[Path]) -> None:
    """Move the invented company in, with its own leads or the visitor's, unless it is there."""
    with database.look() as work:
        if work.people.everybody():
            return
    clock.move(company.opening(clock()))
    with TemporaryDirectory() as folder:
        files = _exports_in(data) or [_written(Path(folder), clock())]
        import_files(files, SqlImport(database.engine, now=clock))
    with database.open_work() as work:
        for person in company.people():
            work.people.add(person)
            work.people.give_account(person.id, DEMO, Place.direct(person.id).name)
        for channel in company.CHANNELS:
            place = Place.channel(channel.side)
            to = Destination(
                platform=DEMO, address=place.name, language=channel.language, zone=channel.zone
            )
            work.people.set_channel(place, to)
        work.people.link_by_email()
        work.commit()
    if data:
        with database.engine.begin() as connection:
            deal(connection, company.reps())


def _exports_in(data: Sequence[Path]) -> Sequence[Path]:
    """Take each file, and every export in each folder."""
    return [
        file
        for path in data
        for file in (sorted(path.iterdir()) if path.is_dir() else [path])
        if file == path or file.suffix.lower() in {".csv", ".xlsx"}
    ]


def _written(folder: Path, at: datetime) -> Path:
    file = folder / "leads.csv"
    file.write_text(story.export(at), encoding="utf-8")
    return file


def sample(database: Database, person: Person, _: Place) -> str:
    """Propose a question about the campaign of which the story leaves most open, or the newest leads."""
    with database.look() as work:
        told = [id for id, name in work.leads.campaigns().items() if name == story.SAMPLE_CAMPAIGN]
        newest = work.leads.matching(LeadFilter(campaigns=tuple(told)), LINES)
        leads = work.leads.by_ids(newest)
    return sample_question(list(leads.values()), Voice(person.language, person.hours.zone))
