"""Every action around a new flag, tried by strangers and with forged words."""

from __future__ import annotations

from typing import Any

import pytest

from handlers.interaction import Correct, Nothing, Open, Whisper
from handlers.people import Person
from tests.handlers.flags.raising.conftest import (
    ADA,
    EVERYBODY,
    REJECT,
    STRANGER,
    Office,
    told,
)

ROUTES = (
    *("flags.start", "flags.kind", "flags.raise", "flags.more-reasons", "flags.confirm"),
    *("flags.offer", "flags.mine", "flags.desk", "flags.again"),
    *("flags.reasons", "flags.reason-edit", "flags.reasons-saved"),
)
RUBBISH = ("", "x" * 5000, "'; DROP TABLE flags; --", "<!channel>", "9" * 30, "1,2,,3")


def test_every_action_is_in_the_table(office: Office) -> None:
    assert office.router.routes.keys() == set(ROUTES)


@pytest.mark.parametrize("route", ROUTES)
def test_nobody_unknown_gets_anything(office: Office, route: str) -> None:
    assert told(office.do(route, STRANGER, **REJECT, lead=1)) == "people-unknown"
    assert not office.flags(STRANGER)


@pytest.mark.parametrize("person", EVERYBODY, ids=lambda person: person.id)
def test_everybody_may_flag_a_lead(office: Office, person: Person) -> None:
    assert told(office.do("flags.raise", person, **REJECT, lead=1)) == "flags-raised"


@pytest.mark.parametrize("forged", RUBBISH)
@pytest.mark.parametrize("route", ROUTES)
def test_rubbish_is_answered_and_changes_nothing(office: Office, route: str, forged: str) -> None:
    names = ("lead", "leads", "kind", "reason", "which", "flag", "label", "remedy", "day")
    given: dict[str, Any] = dict.fromkeys(names, forged)
    reply = office.do(route, ADA, **given)
    assert isinstance(reply, Correct | Nothing | Open | Whisper)
    assert not office.flags(ADA)
    with office.database.look() as work:
        assert not work.flags.reasons()
