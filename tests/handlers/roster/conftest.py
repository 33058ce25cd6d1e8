"""A company with owners who have no match yet, on a database, and the door to its roster."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import count

import pytest
from sqlalchemy import Engine, select

from handlers.interaction import Interaction, Reply
from handlers.message import Buttons, Card
from handlers.people import Language, Owner, OwnerId, Person, Place, Role, Side
from handlers.roster.enrolment import Enrolment
from handlers.roster.matching import Matching
from handlers.roster.model import Appointed, Company, Profile
from handlers.roster.registry import Registry
from handlers.router import Router
from handlers.working_time import WorkingHours
from storage.schema import outbox
from storage.work import Database
from tests.builders import Clock, a_lead, a_marketer, a_rep
from tests.population import settle

MAYA = a_marketer()
PIOTR = a_rep()
MAREK = a_rep("Marek Manager", role=Role.MANAGER)
ADA = a_rep("Ada Admin", role=Role.ADMINISTRATOR)
EVERYBODY = (MAYA, PIOTR, MAREK, ADA)
KAROL = a_rep("Karol Away")
"""Is known, and has no chat account any more."""

OWNERS = (
    Owner(id=OwnerId(1), name="Piotr Rep", email="piotr@example.com", person=PIOTR.id),
    Owner(id=OwnerId(2), name="Karol Away", email="karol@example.com", person=KAROL.id),
    Owner(id=OwnerId(3), name="Nobody Known", email="nobody@example.com"),
    Owner(id=OwnerId(4), name="Maya Marketer", email="maya@old.example"),
    Owner(id=OwnerId(5), name="Without Address"),
    Owner(id=OwnerId(6), name="Sixth Owner", email="sixth@example.com"),
    Owner(id=OwnerId(7), name="Seventh Owner", email="seventh@elsewhere.example"),
)
DOMAINS = ("example.com",)
COMPANY = Company(language=Language.POLISH, hours=WorkingHours(zone="Europe/Warsaw"))
APPOINTED = Appointed(
    administrators={"boss@example.com": Side.SALES}, managers={"head@example.com": Side.MARKETING}
)


@dataclass
class Office:
    """Everything that knows who is who."""

    engine: Engine
    database: Database
    clock: Clock
    enrolment: Enrolment
    registry: Registry
    matching: Matching
    router: Router

    def __post_init__(self) -> None:
        self._deeds = count(1)

    def do(
        self,
        name: str,
        by: Person,
        values: Mapping[str, str] | None = None,
        *,
        once: str | None = None,
    ) -> Reply:
        return self.router.route(
            Interaction(
                name=name,
                actor=by.id,
                place=Place.direct(by.id),
                id=once or f"deed-{next(self._deeds)}",
                values=values or {},
            )
        )

    def unmatched(self) -> list[int]:
        with self.database.look() as work:
            return [one.owner.id for one in work.roster.unmatched()]

    def owner(self, number: int) -> Owner:
        with self.database.look() as work:
            return work.roster.owner(OwnerId(number))

    def refreshed(self) -> list[str]:
        with self.engine.connect() as connection:
            return list(connection.execute(select(outbox.c.view)).scalars())


def open_office(
    engine: Engine,
    database: Database,
    clock: Clock,
    new_id: Callable[[], str],
    domains: tuple[str, ...] = DOMAINS,
) -> Office:
    """Wire everything up over one database."""
    enrolment = Enrolment(
        open_work=database.open_work,
        look=database.look,
        now=clock,
        new_id=new_id,
        domains=domains,
        appointed=APPOINTED,
        company=COMPANY,
    )
    registry = Registry(
        open_work=database.open_work,
        look=database.look,
        now=clock,
        new_id=new_id,
        domains=domains,
        company=COMPANY,
    )
    matching = Matching(open_work=database.open_work, look=database.look, now=clock)
    router = Router(matching.routes())
    return Office(engine, database, clock, enrolment, registry, matching, router)


@pytest.fixture
def office(engine: Engine, database: Database, clock: Clock, new_id: Callable[[], str]) -> Office:
    """Owner n has n open leads; Piotr alone can be asked about his."""
    leads = [
        a_lead(100 * owner + number, owner=OwnerId(owner))
        for owner in range(1, 8)
        for number in range(owner)
    ]
    settle(engine, people=EVERYBODY, accountless=(KAROL,), owning=OWNERS, having=leads)
    return open_office(engine, database, clock, new_id)


def a_profile(**changes: object) -> Profile:
    profile = Profile(
        platform="slack",
        address="U1",
        name="Ola Nowa",
        email="ola@example.com",
        zone="Asia/Shanghai",
        language="zh-CN",
        is_full_member=True,
    )
    return replace(profile, **changes)  # type: ignore[arg-type]


def presses(card: Card, does: str) -> list[dict[str, str]]:
    """List what the buttons of a card carry that do this."""
    return [
        dict(button.values)
        for block in card.blocks
        if isinstance(block, Buttons)
        for button in block.buttons
        if button.does == does
    ]
