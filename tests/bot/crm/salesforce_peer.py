"""Salesforce as the contract's peer: its fake, and the hands of its users."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

import httpx

from bot.crm.http import Line, new_client
from bot.crm.salesforce.client import BUDGETS, PAGE, Api
from bot.crm.salesforce.connector import Salesforce
from bot.crm.salesforce.login import Account, Tokens, log_in
from bot.crm.salesforce.refusals import judge
from bot.crm.turns import Limiter
from tests.bot.crm.peer import Words
from tests.fakes.crm.salesforce import DOMAIN, KEY, SECRET, VERSION, FakeSalesforce
from tests.fakes.crm.salesforce_org import PICKED
from tests.fakes.faults import broken, dropped, slow, too_many

WORDS = Words(
    status="Status",
    first=PICKED[0],
    second=PICKED[1],
    third=PICKED[2],
    unknown="Frozen",
    text="Description",
    read_only="SystemModstamp",
    hidden="Closed - Converted",
)
ALSO = ("Description", "NumberOfEmployees", "HasOptedOutOfEmail", "Score__c", "Demo_At__c")
PATIENT, SHORT = httpx.Timeout(20), httpx.Timeout(0.2)
BY_SECRET = Account(domain=DOMAIN, key=KEY, secret=SECRET)
CALLS = {"out": "Outbound", "in": "Inbound"}


@dataclass
class SalesforcePeer:
    """One company's Salesforce."""

    salesforce: FakeSalesforce
    page: int = 200
    account: Account = BY_SECRET
    renews: bool = True
    words: Words = WORDS
    connector: Salesforce = field(init=False)
    waited: list[float] = field(default_factory=list)
    """The seconds for which a call would have waited."""
    _opened: list[Salesforce] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.connector = self.reconnect()

    def reconnect(self) -> Salesforce:
        """Connect, and let the connector look up once what it needs of every account."""
        one = a_connector(self.salesforce, self.account, page=self.page, waited=self.waited)
        self._opened.append(one)
        one.fields()
        return one

    def close(self) -> None:
        for one in self._opened:
            one.close()

    def add(self, values: Mapping[str, str] | None = None) -> str:
        return self.salesforce.org.create_lead(values or {})

    def add_many(self, count: int) -> Sequence[str]:
        org = self.salesforce.org
        return [
            org.create_lead({}, at=org.later(1 if number % 3 else 0)) for number in range(count)
        ]

    def edit(self, leads: Sequence[str], values: Mapping[str, str]) -> None:
        at = self.salesforce.org.later()
        for lead in leads:
            self.salesforce.org.change(lead, values, at=at)

    def value(self, lead: str, field: str) -> str:
        return self.salesforce.org.tables["Lead"][lead][field] or ""

    def delete(self, lead: str) -> None:
        self.salesforce.org.delete(lead)

    def merge(self, lead: str, into: str) -> str:
        self.salesforce.org.delete(lead, into=into)
        return into

    def add_owner(self, name: str, email: str, *, active: bool = True, person: bool = True) -> str:
        if not person:
            return self.salesforce.org.put("Group", Name=name, Type="Queue")
        user = {"Name": name, "Email": email, "IsActive": active, "UserType": "Standard"}
        return self.salesforce.org.put("User", **user)

    def touch(self, lead: str, kind: str, direction: str) -> None:
        org = self.salesforce.org
        if kind == "call":
            org.add_task(lead, TaskSubtype="Call", CallType=CALLS[direction])
            return
        task = org.add_task(lead, TaskSubtype="Email", Subject="Re: Offer")
        org.put("EmailMessage", ActivityId=task, Incoming=direction == "in")

    def notes(self, lead: str) -> Sequence[str]:
        tasks = self.salesforce.org.rows("Task")
        return [one["Description"] for one in tasks if one["WhoId"] == lead and one["IsClosed"]]

    def add_rule(self, lead: str, words: str) -> None:
        self.salesforce.org.rules[lead] = words

    @property
    def calls(self) -> int:
        return len(self.salesforce.calls)

    @property
    def secrets(self) -> Sequence[str]:
        return [KEY, SECRET, self.salesforce.token]

    def hold_index(self) -> None:
        self.salesforce.org.hold()

    def catch_up(self) -> None:
        self.salesforce.org.commit()

    def busy(self, seconds: int) -> None:
        self.salesforce.faults.plan("*", too_many(seconds))

    def spend_day(self) -> None:
        self.salesforce.day_is_spent = True

    def expire(self) -> None:
        self.salesforce.token = "00D5g-fake-session-of-somebody-else"

    def revoke(self) -> None:
        self.expire()
        self.salesforce.lets_in = False

    def forbid(self) -> None:
        self.salesforce.hides_leads = True

    def break_down(self, times: int) -> None:
        self.salesforce.faults.plan("*", *[broken(502)] * times)

    def hang(self) -> None:
        self.salesforce.faults.always("*", slow(5))
        for one in self._opened:
            one._api._line._client.timeout = SHORT

    def cut_write(self) -> None:
        self.salesforce.faults.plan("patch", dropped(kept=True))

    def cut_note(self) -> None:
        self.salesforce.faults.plan("create", dropped(kept=True))


def a_connector(
    salesforce: FakeSalesforce,
    account: Account = BY_SECRET,
    *,
    page: int = PAGE,
    waited: list[float] | None = None,
) -> Salesforce:
    """Connect with a clock that knows no waiting: what would be slept is written down."""
    held = waited if waited is not None else []
    limiter = Limiter(BUDGETS, clock=lambda: sum(held), sleep=held.append)
    tokens = Tokens(partial(log_in, account, salesforce.session()))
    client = new_client(salesforce.address, timeout=PATIENT)
    line = Line(client, tokens, limiter=limiter, judge=judge)
    api = Api(line, version=VERSION)
    return Salesforce(api, also=lambda: ALSO, now=lambda: salesforce.org.at, page=page)
