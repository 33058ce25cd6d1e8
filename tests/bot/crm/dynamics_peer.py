"""Dynamics as the contract's peer: its fake, and the hands of its users."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import Any

import httpx

from bot.crm.dynamics.client import BUDGETS, Api
from bot.crm.dynamics.connector import Dynamics
from bot.crm.dynamics.entrance import Entrance, scope_of
from bot.crm.dynamics.refusals import judge
from bot.crm.http import Line, new_client
from bot.crm.turns import Limiter
from bot.microsoft_tokens import Entra, Secret
from tests.bot.crm.peer import Words
from tests.fakes.crm.dynamics import APP, SECRET, TENANT, FakeDynamics
from tests.fakes.crm.dynamics_org import moment
from tests.fakes.faults import broken, dropped, slow, too_many

WORDS = Words(
    status="statuscode",
    first="1",
    second="2",
    third="4",
    unknown="99",
    text="qualificationcomments",
    read_only="modifiedon",
    hidden="new_secret",
)
PATIENT, SHORT = httpx.Timeout(20), httpx.Timeout(0.2)
PAGE = 150
TABLES = {"call": "phonecalls", "email": "emails", "meeting": "appointments", "task": "tasks"}


@dataclass
class DynamicsPeer:
    """One environment."""

    dynamics: FakeDynamics
    tracked: bool = True
    words: Words = WORDS
    renews: bool = True
    connector: Dynamics = field(init=False)
    _opened: list[Dynamics] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.connector = self.reconnect()

    def reconnect(self) -> Dynamics:
        self._opened.append(a_connector(self.dynamics, tracked=self.tracked))
        return self._opened[-1]

    def close(self) -> None:
        for one in self._opened:
            one.close()

    def add(self, values: Mapping[str, str] | None = None) -> str:
        return self.dynamics.org.create(_typed(values or {}))

    def add_many(self, count: int) -> Sequence[str]:
        org = self.dynamics.org
        return [org.create({}, at=org.later(int(number % 3 > 0))) for number in range(count)]

    def edit(self, leads: Sequence[str], values: Mapping[str, str]) -> None:
        at = self.dynamics.org.later()
        for lead in leads:
            self.dynamics.org.change(lead, _typed(values), at=at)

    def value(self, lead: str, field: str) -> str:
        found = self.dynamics.org.leads[lead].values.get(field)
        return "" if found is None else str(found)

    def delete(self, lead: str) -> None:
        self.dynamics.org.delete(lead)

    def merge(self, lead: str, into: str) -> str:
        return self.dynamics.org.merge(lead, into)

    def add_owner(self, name: str, email: str, *, active: bool = True, person: bool = True) -> str:
        if not person:
            return self.dynamics.org.add("teams", "teamid", {"name": name, "emailaddress": None})
        return self.dynamics.org.add_user(name, email, isdisabled=not active)

    def touch(self, lead: str, kind: str, direction: str, *, state: int = 1) -> None:
        org = self.dynamics.org
        values = {
            "_regardingobjectid_value": lead,
            "actualend": moment(org.later()),
            "statecode": state,
            "directioncode": direction == "out",
        }
        org.add(TABLES[kind], "activityid", values)

    def notes(self, lead: str) -> Sequence[str]:
        rows = self.dynamics.org.tables["annotations"].values()
        return [
            unescape(re.sub(r"<[^>]*>", "\n", one["notetext"]))
            for one in rows
            if one["_objectid_value"] == lead
        ]

    def add_rule(self, lead: str, words: str) -> None:
        self.dynamics.org.rules[lead] = words

    @property
    def calls(self) -> int:
        return len(self.dynamics.calls)

    @property
    def secrets(self) -> Sequence[str]:
        return [SECRET, *self.dynamics.issued]

    def hold_index(self) -> None:
        self.dynamics.org.hold_index()

    def catch_up(self) -> None:
        self.dynamics.org.catch_up()

    def busy(self, seconds: int) -> None:
        self.dynamics.faults.plan("*", too_many(seconds))

    def spend_day(self) -> None:
        self.dynamics.day_is_spent = True

    def expire(self) -> None:
        self.dynamics.expire()

    def revoke(self) -> None:
        self.dynamics.revoke()

    def forbid(self) -> None:
        self.dynamics.lacks_role = True

    def break_down(self, times: int) -> None:
        self.dynamics.faults.plan("*", *[broken(502)] * times)

    def hang(self) -> None:
        self.dynamics.faults.always("*", slow(5))
        for one in self._opened:
            one._api._line._client.timeout = SHORT

    def cut_write(self) -> None:
        self.dynamics.faults.plan("PATCH leads", dropped(kept=True))

    def cut_note(self) -> None:
        self.dynamics.faults.plan("PATCH annotations", dropped(kept=True))


def a_connector(
    dynamics: FakeDynamics, *, tracked: bool = True, also: Sequence[str] = (), page: int = PAGE
) -> Dynamics:
    """Connect with a clock that knows no waiting."""
    waited: list[float] = []
    limiter = Limiter(BUDGETS, clock=lambda: sum(waited), sleep=waited.append)
    entra = Entra(app=APP, tenant=TENANT, proof=Secret(SECRET), login=dynamics.login)
    line = Line(
        new_client(dynamics.address, timeout=PATIENT),
        Entrance(entra, scope_of(dynamics.address)),
        limiter=limiter,
        judge=judge,
    )
    return Dynamics(Api(line, page=page), tracked=tracked, also=lambda: also)


def _typed(values: Mapping[str, str]) -> dict[str, Any]:
    """Put values as the environment holds them."""
    return {name: int(one) if one.isdecimal() else one for name, one in values.items()}
