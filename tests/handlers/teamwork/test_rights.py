"""Every action between the teams, tried by everybody, with ids of their own and forged ones."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from handlers.interaction import Correct, Interaction, Nothing, Open, Reply, Show, Whisper
from handlers.people import Person, Place, Side
from tests.builders import a_rep
from tests.handlers.questions.conftest import ADA, KASIA, MAREK, MAYA, PIOTR, WEI
from tests.handlers.teamwork.conftest import FINDING, FLAG, VERSION, Teams

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
"""The actions themselves are tried on both databases beside their features."""

EVERYBODY = (MAYA, KASIA, PIOTR, WEI, MAREK, ADA)
MARKETING = (MAYA, KASIA, MAREK, ADA)
"""Marketers, and managers and administrators of either side."""
RAISER = (PIOTR,)
PROPOSER = (PIOTR,)
REOPENS = (MAYA, KASIA, PIOTR, MAREK, ADA)
SCHEDULES = (MAREK, ADA)
ACTS = (PIOTR, MAREK, ADA)
"""Who owns an action, managers and administrators."""

MAY: Mapping[str, tuple[Person, ...]] = {
    "agenda.action": EVERYBODY,
    "agenda.actioned": EVERYBODY,
    "agenda.actions": EVERYBODY,
    "agenda.add": EVERYBODY,
    "agenda.added": EVERYBODY,
    "agenda.cancel": SCHEDULES,
    "agenda.decide": EVERYBODY,
    "agenda.decided": EVERYBODY,
    "agenda.done": ACTS,
    "agenda.drop": ACTS,
    "agenda.dropped": ACTS,
    "agenda.export": EVERYBODY,
    "agenda.meeting": SCHEDULES,
    "agenda.meeting-cancelled": SCHEDULES,
    "agenda.meeting-moved": SCHEDULES,
    "agenda.minutes": EVERYBODY,
    "agenda.move": EVERYBODY,
    "agenda.put-back": EVERYBODY,
    "agenda.series": SCHEDULES,
    "agenda.series-saved": SCHEDULES,
    "agenda.show": EVERYBODY,
    "agenda.time": EVERYBODY,
    "agenda.timed": EVERYBODY,
    "definition.add": PROPOSER,
    "definition.change": PROPOSER,
    "definition.change-chosen": PROPOSER,
    "definition.discard": PROPOSER,
    "definition.drop": PROPOSER,
    "definition.drop-chosen": PROPOSER,
    "definition.judge": EVERYBODY,
    "definition.propose": EVERYBODY,
    "definition.proposed": PROPOSER,
    "definition.put": PROPOSER,
    "definition.show": EVERYBODY,
    "definition.sign": (MAREK,),
    "definition.tested": PROPOSER,
    "definition.versions": EVERYBODY,
    "definition.withdraw": (PIOTR, MAREK),
    "definition.withdrawn": (PIOTR, MAREK),
    "definition.worded": PROPOSER,
    "findings.decide": MARKETING,
    "findings.decided": MARKETING,
    "findings.flags": EVERYBODY,
    "findings.to-meeting": MARKETING,
    "flags.again": MARKETING,
    "flags.confirm": EVERYBODY,
    "flags.desk": MARKETING,
    "flags.kind": EVERYBODY,
    "flags.mine": EVERYBODY,
    "flags.more-reasons": EVERYBODY,
    "flags.offer": EVERYBODY,
    "flags.raise": EVERYBODY,
    "flags.reason-edit": (ADA,),
    "flags.reasons": (ADA,),
    "flags.reasons-saved": (ADA,),
    "flags.start": EVERYBODY,
    "triage.accept": MARKETING,
    "triage.accepted": MARKETING,
    "triage.acknowledge": MARKETING,
    "triage.add": RAISER,
    "triage.added": RAISER,
    "triage.ask": MARKETING,
    "triage.asked": MARKETING,
    "triage.decline": MARKETING,
    "triage.declined": MARKETING,
    "triage.finish": MARKETING,
    "triage.finished": MARKETING,
    "triage.history": EVERYBODY,
    "triage.reopen": REOPENS,
    "triage.reopened": REOPENS,
    "triage.to-meeting": MARKETING,
    "triage.withdraw": RAISER,
    "triage.withdrawn": RAISER,
}
"""Who may do what to a flag, a proposal and an action of Piotr's. A new action needs its row."""

REFUSALS = {
    "agenda-only-managers",
    "agenda-only-the-owner",
    "definition-not-yours",
    "definition-not-yours-to-withdraw",
    "definition-only-heads",
    "findings-only-marketing",
    "flags-only-administrators",
    "flags-only-marketing",
    "triage-only-marketing",
    "triage-only-the-raiser",
}

STRANGER = a_rep("Stranger Nobody")


def honest(teams: Teams, route: str) -> dict[str, str]:
    """Give what an honest button or form of this action carries."""
    version = "" if route == "definition.propose" else str(VERSION)
    return {
        "flag": FLAG,
        "finding": FINDING,
        "version": version,
        "revision": "1",
        "criterion": "c",
        "meeting": teams.meeting,
        "series": teams.series,
        "item": teams.item,
        "action": teams.action,
        "minutes": "5",
        "lead": "1",
        "kind": "reject",
        "reason": "reject-role",
        "words": "Some words",
        "decision": "accept",
        "remedy": "data",
        "day": "2026-11-20",
        "as": "text",
    }


def press(teams: Teams, route: str, person: Person, given: Mapping[str, str]) -> Reply:
    return teams.router.route(
        Interaction(
            name=route,
            actor=person.id,
            place=Place.channel(Side.MARKETING),
            id=f"{route}-{person.id}-{sorted(given.items())}",
            values=given,
            text="L-1" if route == "flags.offer" else "",
        )
    )


def refused(reply: Reply) -> bool:
    return isinstance(reply, Whisper) and reply.card.title.key in REFUSALS


def test_every_action_has_a_row_in_the_table(teams: Teams) -> None:
    assert teams.router.routes.keys() == MAY.keys()


@pytest.mark.parametrize("person", EVERYBODY, ids=lambda person: person.id)
@pytest.mark.parametrize("route", MAY)
def test_an_action_is_open_to_those_who_may_and_to_nobody_else(
    teams: Teams, route: str, person: Person
) -> None:
    reply = press(teams, route, person, honest(teams, route))
    assert refused(reply) is (person not in MAY[route]), reply
    assert isinstance(reply, Nothing | Show | Open | Correct | Whisper)


@pytest.mark.parametrize("route", MAY)
def test_nobody_unknown_gets_anything(teams: Teams, route: str) -> None:
    reply = press(teams, route, STRANGER, honest(teams, route))
    assert isinstance(reply, Whisper)
    assert not reply.card.blocks


@pytest.mark.parametrize("route", MAY)
def test_forged_ids_are_answered_kindly(teams: Teams, route: str) -> None:
    names = honest(teams, route)
    for number, forged in enumerate(("", "forged", "flag-1'; DROP TABLE flags; --", "9" * 40)):
        given = {**dict.fromkeys(names, forged), f"forged-{number}": forged}
        reply = press(teams, route, MAY[route][0], given)
        assert isinstance(reply, Nothing | Show | Open | Correct | Whisper)
