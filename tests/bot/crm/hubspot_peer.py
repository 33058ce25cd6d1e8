"""HubSpot as the contract's peer: its fake, and the hands of its users."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape

import httpx

from bot.crm.http import FixedToken, Line, new_client
from bot.crm.hubspot.client import BUDGETS, Api
from bot.crm.hubspot.connector import HubSpot
from bot.crm.hubspot.model import MODELS
from bot.crm.hubspot.refusals import judge
from bot.crm.turns import Limiter
from tests.bot.crm.peer import Words
from tests.fakes.crm.hubspot import TOKEN, VERSION, FakeHubSpot
from tests.fakes.faults import broken, dropped, slow, too_many

CONTACT_WORDS = Words(
    status="hs_lead_status",
    first="NEW",
    second="IN_PROGRESS",
    third="UNQUALIFIED",
    unknown="FROZEN",
    text="next_step",
    read_only="lastmodifieddate",
    hidden="secret_score",
)
LEAD_WORDS = Words(
    status="hs_pipeline_stage",
    first="new-stage-id",
    second="connected-stage-id",
    third="unqualified-stage-id",
    unknown="frozen-stage-id",
    text="next_step",
    read_only="hs_lastmodifieddate",
    hidden="secret_score",
)
PATIENT, SHORT = httpx.Timeout(20), httpx.Timeout(0.2)
OBJECTS = {"call": "calls", "email": "emails"}
DIRECTIONS = {
    ("call", "out"): {"hs_call_direction": "OUTBOUND", "hs_call_status": "COMPLETED"},
    ("call", "in"): {"hs_call_direction": "INBOUND", "hs_call_status": "COMPLETED"},
    ("email", "out"): {"hs_email_direction": "EMAIL", "hs_email_status": "SENT"},
    ("email", "in"): {"hs_email_direction": "INCOMING_EMAIL"},
}


@dataclass
class HubSpotPeer:
    """One account, with leads in one of its two objects."""

    hubspot: FakeHubSpot
    kind: str = "contacts"
    renews: bool = False
    connector: HubSpot = field(init=False)
    waited: list[float] = field(default_factory=list)
    """The seconds for which a call would have waited."""
    _opened: list[HubSpot] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.words = CONTACT_WORDS if self.kind == "contacts" else LEAD_WORDS
        self.connector = self.reconnect()

    def reconnect(self) -> HubSpot:
        self._opened.append(a_connector(self.hubspot, self.kind, self.waited))
        return self._opened[-1]

    def close(self) -> None:
        for one in self._opened:
            one.close()

    def add(self, values: Mapping[str, str] | None = None) -> str:
        return self.hubspot.portal.create(self.kind, {**self._usual(), **(values or {})})

    def add_many(self, count: int) -> Sequence[str]:
        portal = self.hubspot.portal
        return [
            portal.create(self.kind, self._usual(), at=portal.later(1000 if number % 3 else 0))
            for number in range(count)
        ]

    def edit(self, leads: Sequence[str], values: Mapping[str, str]) -> None:
        portal = self.hubspot.portal
        at = portal.later()
        for lead in leads:
            portal.change(portal.records[self.kind][lead], values, at=at)

    def value(self, lead: str, field: str) -> str:
        return self.hubspot.portal.records[self.kind][lead].properties.get(field, "")

    def delete(self, lead: str) -> None:
        self.hubspot.portal.archive(self.kind, lead)

    def merge(self, lead: str, into: str) -> str:
        return self.hubspot.portal.merge(self.kind, into, lead)

    def add_owner(self, name: str, email: str, *, active: bool = True, person: bool = True) -> str:
        return self.hubspot.add_owner(name, email, active=active, person=person)

    def touch(self, lead: str, kind: str, direction: str) -> None:
        portal = self.hubspot.portal
        at = {"hs_timestamp": portal.later().isoformat()}
        id = portal.create(OBJECTS[kind], {**DIRECTIONS[kind, direction], **at})
        portal.link(OBJECTS[kind], id, self.kind, lead)

    def notes(self, lead: str) -> Sequence[str]:
        portal = self.hubspot.portal
        ids = portal.links.get((self.kind, lead, "notes"), [])
        return [_read(portal.records["notes"][id].properties["hs_note_body"]) for id in ids]

    def add_rule(self, lead: str, words: str) -> None:
        self.hubspot.portal.rules[lead] = words

    @property
    def calls(self) -> int:
        return len(self.hubspot.calls)

    @property
    def secrets(self) -> Sequence[str]:
        return [TOKEN, self.hubspot.token]

    def hold_index(self) -> None:
        self.hubspot.portal.hold_index()

    def catch_up(self) -> None:
        self.hubspot.portal.catch_up()

    def busy(self, seconds: int) -> None:
        self.hubspot.faults.plan("*", too_many(seconds))

    def spend_day(self) -> None:
        self.hubspot.day_is_spent = True

    def expire(self) -> None:
        self.hubspot.token = "pat-eu1-another"

    def revoke(self) -> None:
        self.hubspot.token = "pat-eu1-another"

    def forbid(self) -> None:
        self.hubspot.lacks_scopes = True

    def break_down(self, times: int) -> None:
        self.hubspot.faults.plan("*", *[broken(502)] * times)

    def hang(self) -> None:
        self.hubspot.faults.always("*", slow(5))
        for one in self._opened:
            one._api._line._client.timeout = SHORT

    def cut_write(self) -> None:
        self.hubspot.faults.plan(f"{self.kind}/batch/update", dropped(kept=True))

    def cut_note(self) -> None:
        self.hubspot.faults.plan("notes/batch/create", dropped(kept=True))

    def _usual(self) -> Mapping[str, str]:
        return {self.words.status: self.words.first}


def a_connector(
    hubspot: FakeHubSpot, kind: str = "contacts", waited: list[float] | None = None
) -> HubSpot:
    """Connect with a clock that knows no waiting: what would be slept is written down."""
    held = waited if waited is not None else []
    limiter = Limiter(BUDGETS, clock=lambda: sum(held), sleep=held.append)
    line = Line(
        new_client(hubspot.address, timeout=PATIENT),
        FixedToken(TOKEN),
        limiter=limiter,
        judge=judge,
    )
    api = Api(line, version=VERSION)
    also = ("next_step",)
    return HubSpot(api, MODELS[kind], also=lambda: also, now=lambda: hubspot.portal.at)


def _read(html: str) -> str:
    """Show a note as a browser would."""
    return unescape(re.sub(r"<[^>]*>", "\n", html))
