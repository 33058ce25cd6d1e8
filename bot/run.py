"""Leadloop at work: every platform that is configured, on one database, behind one web front."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from starlette.applications import Starlette

from bot import logs
from bot.app import (
    Bell,
    Ears,
    Memory,
    build,
    company_of,
    keeping_store,
    now,
    open_database,
    policy_of,
    post_office,
    usual_voice,
    writing_queues,
)
from bot.config import Settings
from bot.connected import AtWork, Connected
from bot.crm import state
from bot.crms import Keepers
from bot.delivery import Delivery
from bot.i18n import Voice
from bot.loop import run_until_stopped
from bot.metrics import Metrics
from bot.rhythm import Rhythm
from bot.schedule import Schedule
from bot.web import LOOPBACK, Front, Service, front, serve
from handlers.errors import Refused, Unusable
from handlers.phrase import say
from handlers.work import Now


def run(settings: Settings, *, opened: Callable[[str], None]) -> None:
    """Run Leadloop until it is stopped; `opened` gets the address once it can be reached.

    Raises `Refused` where no platform is configured.
    """
    logs.set_up(settings.log_level)
    web = at_work(settings)
    run_until_stopped(
        serve(web, host=settings.host, port=settings.port, opened=opened, closing=_nothing)
    )


def _nothing() -> None:
    """Every request of ours ends by itself."""


def at_work(settings: Settings, *, at: Now = now, rhythm: Rhythm = Rhythm()) -> Starlette:  # noqa: B008 - frozen
    """Wire everything up; nothing runs yet."""
    bell = Bell()
    database = open_database(
        settings.database_url,
        at=at,
        committed=bell.ring,
        agreed_hours=settings.first_touch_hours,
    )
    try:
        return _wired(settings, database, bell, at=at, rhythm=rhythm)
    except BaseException:
        database.close()
        raise


def _wired(
    settings: Settings, database: Memory, bell: Bell, *, at: Now, rhythm: Rhythm
) -> Starlette:
    company = company_of(settings)
    office = post_office(database, elsewhere=usual_voice(company))
    crms = Keepers(rhythm)
    crms.keep(settings, database, company, at=at)
    house = build(
        database,
        at=at,
        company=company,
        ears=Ears(refresh=crms.refresh),
        policy=policy_of(settings),
    )
    crms.write(house.writings, Voice(settings.language, settings.zone))
    kept = keeping_store(database)
    queues = partial(writing_queues, database)
    metrics = Metrics(office.backlog, lambda: state.figures(kept.streams(), at(), queues()))
    connected = _connected(AtWork(settings=settings, house=house, metrics=metrics, at=at))
    platforms = {one.platform.name: one.platform for one in connected}
    delivery = Delivery(office, platforms, house.views, now=at, prepare=house.tell)
    bell.hang(delivery.poke)
    bell.hang(crms.poke)
    schedule = Schedule(house.jobs, now=at, every=rhythm.ring)
    services: dict[str, Service] = {"delivery": delivery.run, "schedule": schedule.run}
    services |= crms.services
    checks: dict[str, Callable[[], bool]] = {"database": database.answers}
    for one in connected:
        services |= one.services
        checks |= one.checks
    return front(
        Front(
            metrics=metrics,
            routes=[route for one in connected for route in one.routes],
            services=services,
            checks=checks,
            notes={"crm": lambda: state.note(kept.streams(), at(), queues())},
            hosts=(*LOOPBACK, *settings.hosts),
            hang_up=[end for one in connected for end in one.hang_up],
            closed=database.close,
        )
    )


def _teams(work: AtWork) -> Connected:
    logs.hush()
    try:
        from bot.tenant import connect
    except ModuleNotFoundError as missing:
        raise Unusable("Teams needs its SDK: install leadloop[teams].") from missing
    return connect(work)


def _connected(work: AtWork) -> Sequence[Connected]:
    """Connect what the settings name; a platform is imported only when it is configured."""
    found: list[Connected] = []
    if work.settings.slack_bot_token.get_secret_value():
        from bot.workspace import connect

        found.append(connect(work))
    if work.settings.teams_app_id:
        found.append(_teams(work))
    if not found:
        raise Refused(say("run-no-platform"))
    return found
