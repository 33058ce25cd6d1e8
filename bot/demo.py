"""The browser demo, put together: an invented company, or the visitor's own leads."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from starlette.applications import Starlette

from bot import logs
from bot.app import (
    Bell,
    Ears,
    House,
    Memory,
    build,
    deal_out,
    lead_store,
    new_id,
    now,
    open_database,
    post_office,
    pressed,
)
from bot.clock import MovableClock
from bot.config import Settings
from bot.crm.demo.records import Records
from bot.crm.file.importing import import_files
from bot.crm.file.lists import read_lead_list
from bot.delivery import Delivery
from bot.demo_crm import POLICY, BesideCrm, DemoImports
from bot.demo_story import Past, flag_to_try
from bot.i18n import Voice
from bot.loop import run_until_stopped
from bot.metrics import Metrics
from bot.platforms.demo import people as company
from bot.platforms.demo import story
from bot.platforms.demo.answer import Demo
from bot.platforms.demo.app import demo_routes
from bot.platforms.demo.chat import Chat
from bot.platforms.demo.crm import CrmDesk
from bot.platforms.demo.live import Listeners
from bot.platforms.demo.sample import LINES, sample_question
from bot.platforms.demo.send import AT_ONCE, DemoPlatform
from bot.schedule import Schedule
from bot.web import LOOPBACK, Front, front, serve
from handlers.examples import examples
from handlers.lead import LeadFilter
from handlers.parcel import Destination, Patience
from handlers.people import Person, PersonId, Place
from handlers.roster.model import Company
from handlers.router import Router
from handlers.working_time import WorkingHours

DEMO = "demo"
"""The name of the demo's platform."""

DATABASE, CRM = "leadloop.sqlite3", "crm.sqlite3"
COMPANY = Company(hours=WorkingHours(zone=company.WARSAW))


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
    if visit.fresh or visit.data or is_from_before_the_crm(folder):
        shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    clock = MovableClock(now, folder / "clock")
    demo = open_demo(folder, clock, visit.data, hosts=settings.hosts)
    run_until_stopped(
        serve(
            demo.web,
            host=settings.host,
            port=visit.port,
            opened=visit.opened,
            closing=demo.listeners.close,
        )
    )


def is_from_before_the_crm(folder: Path) -> bool:
    """Tell whether an earlier version left a visit here, whose leads stand in no CRM."""
    return (folder / DATABASE).exists() and not (folder / CRM).exists()


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
    database = open_database(f"sqlite:///{folder / DATABASE}", at=clock, committed=bell.ring)
    settle(database, clock, data)
    crm = _crm_beside(database, folder)
    known = _known(database)
    ears = Ears(
        changed=lambda person: known.update({person.id: person}), refresh=crm.keeper.refresh
    )
    house = build(database, at=clock, company=COMPANY, ears=ears, policy=POLICY)
    listeners = Listeners()
    chat = Chat(folder / "chat.sqlite3")
    platform = DemoPlatform(
        chat=chat, listeners=listeners, now=clock, knows=company.conversations().__contains__
    )
    office = post_office(database)
    delivery = Delivery(
        office,
        {DEMO: platform},
        house.views,
        now=clock,
        prepare=house.tell,
        patience=Patience(poll=AT_ONCE.redraw / 2),
    )
    bell.hang(delivery.poke)
    bell.hang(crm.poke)
    schedule = Schedule(house.jobs, now=clock)
    metrics = Metrics(office.backlog)
    route, look = Router(house.routes).route, partial(_look, crm, schedule)
    demo = Demo(
        route=route,
        press=pressed(route, database, DEMO),
        chat=chat,
        listeners=listeners,
        people=lambda: known,
        channels={one.side.value: Voice(one.language, one.zone) for one in company.CHANNELS},
        read_list=read_lead_list,
        sample=partial(sample, database),
        sample_flag=partial(flag_to_try, database.look),
        examples=examples,
        now=clock,
        move_clock=partial(_move_clock, clock, crm, schedule),
        crm=CrmDesk(records=crm.records, asked=crm.asked, look=look),
        new_id=new_id,
        measured=metrics.presses(DEMO),
    )
    web = front(
        Front(
            metrics=metrics,
            routes=demo_routes(demo),
            services={"delivery": delivery.run, "schedule": schedule.run}
            | crm.services(house.writings, look),
            checks={"database": database.answers},
            hosts=(*LOOPBACK, *hosts),
            home="/demo",
        )
    )
    return OpenDemo(web=web, house=house, delivery=delivery, schedule=schedule, listeners=listeners)


def _crm_beside(database: Memory, folder: Path) -> BesideCrm:
    """Put the demo's CRM beside its database."""
    crm = BesideCrm(database, Records(folder / CRM), COMPANY)
    crm.move_in()
    return crm


def _known(database: Memory) -> dict[PersonId, Person]:
    """Give everybody of the company, as they decided to be spoken to."""
    known = {person.id: person for person in company.people()}
    with database.look() as work:
        return known | dict(work.people.by_ids(known))


def _move_clock(clock: MovableClock, crm: BesideCrm, schedule: Schedule, to: datetime) -> None:
    """Set the demo's clock, and do what has become due before the visitor looks."""
    clock.move(to)
    _look(crm, schedule)


def _look(crm: BesideCrm, schedule: Schedule) -> None:
    """See what changed in the CRM, and let what follows from it happen."""
    crm.look()
    for _ in range(
        2
    ):  # what a morning's look at stale fields finds, the next ring puts into envelopes
        schedule.ring()


def settle(database: Memory, clock: MovableClock, data: Sequence[Path]) -> None:
    """Move the invented company in, with its own leads or the visitor's, unless it is there."""
    with database.look() as work:
        if work.people.everybody():
            return
    clock.move(company.opening(clock()))
    with TemporaryDirectory() as folder:
        files = _exports_in(data) or [_written(Path(folder), clock())]
        import_files(files, DemoImports(lead_store(database)))
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
        deal_out(database, company.reps())
    else:
        with database.open_work() as work:
            Past(at=clock(), new_id=new_id).happen(work)
            work.commit()


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


def sample(database: Memory, person: Person, _: Place) -> str:
    """Propose a question about the campaign of which the story leaves most open, or the newest leads."""
    with database.look() as work:
        told = [id for id, name in work.leads.campaigns().items() if name == story.SAMPLE_CAMPAIGN]
        newest = work.leads.matching(LeadFilter(campaigns=tuple(told)), LINES)
        leads = work.leads.by_ids(newest)
    return sample_question(list(leads.values()), Voice(person.language, person.hours.zone))
