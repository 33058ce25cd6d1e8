"""A small company with a definition and a few leads, on a database, and a way to fill in forms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from sqlalchemy import Engine, delete

from handlers.definition.model import (
    Criterion,
    CriterionId,
    Operator,
    Signature,
    Test,
    Version,
)
from handlers.definition.model import State as VersionState
from handlers.flags.at_home import FlagsAtHome
from handlers.flags.company_reasons import CompanyReasons
from handlers.flags.model import Flag, State, Step, StepId, Stepped
from handlers.flags.raising import Raising
from handlers.flags.rounds import Rounds
from handlers.interaction import Correct, Interaction, Open, Reply, Whisper
from handlers.lead import Lead, LeadId
from handlers.message import Button, Buttons, Card, Choice, Form
from handlers.people import Owner, OwnerId, Person, Place, Role, Side
from handlers.phrase import Phrase
from handlers.router import Router, merged
from handlers.working_time import WorkingHours
from storage.schema import leads
from storage.work import Database
from tests.builders import MONDAY_MORNING, Clock, a_lead, a_marketer, a_rep
from tests.population import open_channels, settle

TEAM = WorkingHours(zone="Europe/Warsaw")

MAYA = a_marketer()
PIOTR = a_rep()
OLA = a_rep("Ola Rep")
MAREK = a_rep("Marek Manager", role=Role.MANAGER)
ADA = a_rep("Ada Admin", role=Role.ADMINISTRATOR)
STRANGER = a_rep("Stranger Nobody")
EVERYBODY = (MAYA, PIOTR, OLA, MAREK, ADA)

DEFINITION = Version(
    number=1,
    criteria=(
        Criterion(
            id=CriterionId("source"),
            words="Came by itself",
            test=Test(field="source", operator=Operator.ONE_OF, values=("Webinar",)),
        ),
        Criterion(id=CriterionId("need"), words="Has a need"),
    ),
    state=VersionState.IN_FORCE,
    proposed_by=MAYA.id,
    proposed_at=MONDAY_MORNING - timedelta(days=100),
    signatures=(
        Signature(Side.MARKETING, MAYA.id, MONDAY_MORNING - timedelta(days=99)),
        Signature(Side.SALES, MAREK.id, MONDAY_MORNING - timedelta(days=98)),
    ),
    in_force_from=MONDAY_MORNING - timedelta(days=98),
)


def some_leads() -> list[Lead]:
    """Leads 1 to 9 are Piotr's and misfits by their source; 10 is Ola's and nobody has touched it."""
    touched = MONDAY_MORNING - timedelta(days=3)
    misfit = a_lead(
        1,
        source="Fair",
        campaign="Spring fair",
        owner=OwnerId(1),
        created_at=touched - timedelta(hours=2),
        first_touch_at=touched,
    )
    return [
        *(
            replace(misfit, id=LeadId(n), external_id=f"L-{n}", name=f"Lead Number{n}")
            for n in range(1, 10)
        ),
        a_lead(10, name="Li Na", source="Webinar", owner=OwnerId(2)),
    ]


@dataclass
class Office:
    """The people who flag leads."""

    engine: Engine
    database: Database
    clock: Clock
    rounds: Rounds
    router: Router
    home: FlagsAtHome
    reasons: CompanyReasons

    def __post_init__(self) -> None:
        self._deeds = count(1)

    def do(
        self,
        name: str,
        by: Person = PIOTR,
        *,
        text: str = "",
        once: str | None = None,
        place: Place | None = None,
        **given: object,
    ) -> Reply:
        """Press, send or say something, and let what follows from it be done."""
        reply = self.router.route(
            Interaction(
                name=name,
                actor=by.id,
                place=place or Place.direct(by.id),
                id=once or f"deed-{next(self._deeds)}",
                values={key.replace("_", "-"): str(value) for key, value in given.items()},
                text=text,
            )
        )
        self.rounds.tell(self.clock())
        return reply

    def flagged(self, lead: int = 1, by: Person = PIOTR, **given: object) -> Flag:
        """Flag a lead that can be flagged, and give the flag."""
        reply = self.do("flags.raise", by, **{"lead": lead, **REJECT, **given})
        assert isinstance(reply, Whisper), reply
        return self.flags(by)[0]

    def flags(self, by: Person = PIOTR) -> Sequence[Flag]:
        with self.database.look() as work:
            return work.flags.raised_by(by.id, 100)

    def decided(self, flag: Flag, state: State) -> None:
        """Let marketing have come so far with a flag."""
        after = replace(flag, state=state, version=flag.version + 1)
        line = Stepped(
            id=StepId(f"{flag.id}-{state}"),
            flag=flag.id,
            step=Step.DECLINE,
            by=MAYA.id,
            at=self.clock(),
        )
        with self.database.open_work() as work:
            work.flags.move(after, line)
            work.commit()

    def forget_lead(self, lead: int) -> None:
        """Let a lead leave the CRM."""
        with self.engine.begin() as connection:
            connection.execute(delete(leads).where(leads.c.id == lead))


REJECT: dict[str, Any] = {
    "kind": "reject",
    "reason": "not-the-role",
    "seen": "The title says intern.",
}
RECYCLE: dict[str, Any] = {"kind": "recycle", "reason": "budget-later", "day": "2027-04-01"}


@pytest.fixture
def office(engine: Engine, database: Database, clock: Clock, new_id: Callable[[], str]) -> Office:
    """Piotr and Ola flag, Maya decides; it is Monday, 10:00 in Warsaw."""
    owning = [
        Owner(id=OwnerId(1), name=PIOTR.name, person=PIOTR.id),
        Owner(id=OwnerId(2), name=OLA.name, person=OLA.id),
    ]
    settle(engine, people=EVERYBODY, owning=owning, having=some_leads())
    open_channels(engine)
    with database.open_work() as work:
        work.definitions.add(DEFINITION)
        work.commit()
    open_work, look = database.open_work, database.look
    raising = Raising(open_work=open_work, look=look, now=clock, new_id=new_id, team_hours=TEAM)
    home = FlagsAtHome(open_work=open_work, look=look, team_hours=TEAM)
    reasons = CompanyReasons(open_work=open_work, look=look, new_id=new_id)
    rounds = Rounds(open_work=open_work, look=look, team_hours=TEAM)
    router = Router(merged([raising.routes(), home.routes(), reasons.routes()]))
    return Office(engine, database, clock, rounds, router, home, reasons)


# Reading what is shown


def form(reply: Reply) -> Form:
    assert isinstance(reply, Open), reply
    return reply.form


def options(shown: Form, name: str) -> list[str]:
    """List what can be picked in a field."""
    [field] = [one for one in shown.fields if one.name == name]
    assert isinstance(field, Choice)
    return [option.value for option in field.options]


def filled(shown: Form) -> dict[str, Any]:
    """Give what a form carries and is filled in with before anybody touches it."""
    given = {one.name: getattr(one, "value", "") for one in shown.fields}
    return {**{name: _spelled(value) for name, value in given.items()}, **dict(shown.keep)}


def _spelled(value: object) -> str:
    if isinstance(value, bool):
        return "on" if value else ""
    return "" if value is None else str(value)


def wrong(reply: Reply) -> dict[str, str]:
    """Give the key of the sentence beside each field."""
    assert isinstance(reply, Correct), reply
    return {name: phrase.key for name, phrase in reply.errors.items()}


def told(reply: Reply) -> str:
    """Give the key of what was told to the person alone."""
    assert isinstance(reply, Whisper), reply
    return reply.card.title.key


def buttons(shown: Card | Sequence[object]) -> list[Button]:
    blocks = shown.blocks if isinstance(shown, Card) else shown
    return [one for block in blocks if isinstance(block, Buttons) for one in block.buttons]


def phrases(shown: object) -> list[Phrase]:
    """List all phrases in a card, a form or some blocks."""
    found: list[Phrase] = []
    _collect(shown, found)
    return found


def keys(shown: object) -> set[str]:
    return {phrase.key for phrase in phrases(shown)}


def words(shown: object) -> str:
    """Give all values that are said."""
    return "\n".join(str(value) for phrase in phrases(shown) for _, value in phrase.args)


def _collect(part: object, found: list[Phrase]) -> None:
    if isinstance(part, Phrase):
        found.append(part)
        for _, value in part.args:
            _collect(value, found)
    elif isinstance(part, tuple | list):
        for one in part:
            _collect(one, found)
    elif is_dataclass(part):
        for field in fields(part):
            _collect(getattr(part, field.name), found)
