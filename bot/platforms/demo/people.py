"""The invented company of the demo: who works there, where, and in which language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from handlers.people import Language, Person, PersonId, Place, Role, Side
from handlers.working_time import WorkingHours

DOMAIN = "northwind.example"
WARSAW, NEW_YORK, SHANGHAI = "Europe/Warsaw", "America/New_York", "Asia/Shanghai"

OPENS = time(15, 40)
"""By Warsaw's clock: New York has begun its day, Warsaw has not ended it, Shanghai sleeps."""


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel of the demo."""

    side: Side
    language: Language
    zone: str


CHANNELS = (
    Channel(Side.MARKETING, Language.ENGLISH, WARSAW),
    Channel(Side.SALES, Language.ENGLISH, WARSAW),
)


def people() -> tuple[Person, ...]:
    """List everybody a visitor can be, in the order of the side bar."""
    return (
        _person("Maya Lindqvist", Role.MARKETER, Side.MARKETING, Language.ENGLISH, WARSAW, "PL"),
        _person("Kasia Wrona", Role.MARKETER, Side.MARKETING, Language.POLISH, WARSAW, "PL"),
        _person("Tom Baker", Role.REP, Side.SALES, Language.ENGLISH, NEW_YORK, "US"),
        _person("Piotr Zając", Role.REP, Side.SALES, Language.POLISH, WARSAW, "PL"),
        _person("Olga Smirnova", Role.REP, Side.SALES, Language.RUSSIAN, WARSAW, "PL"),
        _person("Zhang Wei", Role.REP, Side.SALES, Language.CHINESE, SHANGHAI, "CN"),
        _person("Helen Marsh", Role.MANAGER, Side.MARKETING, Language.ENGLISH, WARSAW, "PL"),
        _person("Marek Sowa", Role.MANAGER, Side.SALES, Language.POLISH, WARSAW, "PL"),
        _person("Ada Nwosu", Role.ADMINISTRATOR, Side.SALES, Language.ENGLISH, WARSAW, "PL"),
    )


def reps() -> tuple[Person, ...]:
    """List the reps."""
    return tuple(person for person in people() if person.role is Role.REP)


def conversations() -> frozenset[str]:
    """Name every conversation in which something can be said, and everybody's page."""
    channels = [Place.channel(channel.side).name for channel in CHANNELS]
    directs = [Place.direct(person.id).name for person in people()]
    pages = [f"home:{address}" for address in directs]
    return frozenset([*channels, *directs, *pages])


def _person(
    name: str, role: Role, side: Side, language: Language, zone: str, country: str
) -> Person:
    first = name.partition(" ")[0].lower()
    return Person(
        id=PersonId(first),
        name=name,
        email=f"{first}@{DOMAIN}",
        role=role,
        side=side,
        language=language,
        hours=WorkingHours(zone=zone, country=country),
    )


def opening(now: datetime) -> datetime:
    """Give the newest moment to begin at: every rep works on that day and on the next one."""
    hours = WorkingHours(zone=WARSAW)
    day = hours.day_of(now)
    while not (_all_work_on(day) and _all_work_on(day + timedelta(days=1))):
        day -= timedelta(days=1)
    return hours.at_local(day, OPENS)


def _all_work_on(day: date) -> bool:
    return all(rep.hours.works_on(day) for rep in reps())
