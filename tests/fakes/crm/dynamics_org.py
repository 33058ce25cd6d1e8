"""What a Dataverse environment holds: leads with versions, the audit log, activities, users, and its users' hands."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

Told = dict[str, Any]

STATES = {1: 0, 2: 0, 3: 1, 4: 2, 5: 2, 6: 2, 7: 2}
"""The state of each status of a lead, as Dynamics comes out of its box."""

STATUSES = {
    1: "New",
    2: "Contacted",
    3: "Qualified",
    4: "Lost",
    5: "Cannot Contact",
    6: "No Longer Interested",
    7: "Canceled",
}
ACTIVITIES = ("phonecalls", "emails", "appointments", "tasks", "campaignresponses")
TABLES = ("systemusers", "teams", "campaigns", "annotations", *ACTIVITIES)


@dataclass(frozen=True, slots=True)
class Column:
    """One attribute of the table of leads."""

    sort: str
    label: str
    options: Mapping[int, str] = field(default_factory=dict)
    hidden_options: frozenset[int] = frozenset()
    writable: bool = True
    readable: bool = True
    required: str = "None"
    parent: str | None = None
    day_only: bool = False


COLUMNS: dict[str, Column] = {
    "leadid": Column("Uniqueidentifier", "Lead", writable=False, required="SystemRequired"),
    "subject": Column("String", "Topic", required="ApplicationRequired"),
    "fullname": Column("String", "Name", writable=False),
    "firstname": Column("String", "First Name"),
    "lastname": Column("String", "Last Name", required="ApplicationRequired"),
    "companyname": Column("String", "Company Name"),
    "emailaddress1": Column("String", "Email"),
    "telephone1": Column("String", "Business Phone"),
    "jobtitle": Column("String", "Job Title"),
    "ownerid": Column("Owner", "Owner", required="SystemRequired"),
    "statecode": Column("State", "Status", {0: "Open", 1: "Qualified", 2: "Disqualified"}),
    "statuscode": Column("Status", "Status Reason", STATUSES),
    "leadsourcecode": Column("Picklist", "Lead Source", {1: "Advertisement", 8: "Web"}),
    "leadqualitycode": Column("Picklist", "Rating", {1: "Hot", 2: "Warm", 3: "Cold"}),
    "campaignid": Column("Lookup", "Source Campaign"),
    "createdon": Column("DateTime", "Created On", writable=False),
    "modifiedon": Column("DateTime", "Modified On", writable=False),
    "need": Column("Picklist", "Need", {0: "Must have", 99: "Secret"}, frozenset({99})),
    "budgetstatus": Column("Picklist", "Budget", {0: "No Committed Budget"}),
    "purchasetimeframe": Column("Picklist", "Purchase Timeframe", {0: "Immediate"}),
    "purchaseprocess": Column("Picklist", "Purchase Process", {0: "Individual"}),
    "decisionmaker": Column("Boolean", "Decision Maker?"),
    "qualificationcomments": Column("Memo", "Qualification Comments"),
    "estimatedclosedate": Column("DateTime", "Est. Close Date", day_only=True),
    "estimatedamount": Column("Money", "Est. Value"),
    "new_secret": Column("String", "Secret", readable=False),
    "yomifullname": Column("String", "Yomi Full Name", parent="fullname"),
    "entityimage": Column("Virtual", "Image"),
    "merged": Column("Boolean", "Merged", writable=False),
    "masterid": Column("Lookup", "Master ID", writable=False),
}
LINKS = {f"_{name}_value" for name, one in COLUMNS.items() if one.sort in {"Owner", "Lookup"}}
PROPERTIES = LINKS | {name for name in COLUMNS if f"_{name}_value" not in LINKS}


def moment(at: datetime) -> str:
    """Write a time as Dataverse does: to the second."""
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


@dataclass
class Lead:
    """One row of the table of leads."""

    id: str
    version: int
    values: Told

    @property
    def etag(self) -> str:
        return f'W/"{self.version}"'

    def told(self, names: Sequence[str]) -> Told:
        chosen = {name: self.values.get(name) for name in dict.fromkeys([*names, "leadid"])}
        return {"@odata.etag": self.etag, **chosen}


class Org:
    """One environment, its clock, and the hands of its users."""

    def __init__(self) -> None:
        self.at = datetime(2026, 5, 4, 8, tzinfo=UTC)
        self.leads: dict[str, Lead] = {}
        self.deleted: list[tuple[int, str]] = []
        self.audits: dict[str, list[Told]] = {}
        self.tables: dict[str, dict[str, Told]] = {name: {} for name in TABLES}
        self.rules: dict[str, str] = {}
        self.audits_leads = True
        self.closed: set[str] = set()
        """Tables and functions that our role may not read."""
        self.tracks_changes = True
        self.heeds_preferences = True
        """A server may leave any preference out of account."""
        self.forgotten_before = 0
        """Delta links with an older version have expired."""
        self._numbers = count(1)
        self._versions = count(1_000_001)
        self.version = 1_000_000
        self._held: dict[str, Lead] | None = None
        self.admin = self.add_user("Integration", "", applicationid="app")

    # ---- what users do

    def later(self, seconds: int = 1) -> datetime:
        """Let time pass."""
        self.at += timedelta(seconds=seconds)
        return self.at

    def new_id(self) -> str:
        """Make an id as Dataverse does: not in the order of time."""
        number = next(self._numbers)
        return f"{number * 2654435761 % 2**32:08x}-5f0e-4a86-8f5c-{number:012x}"

    def create(self, values: Mapping[str, Any], *, at: datetime | None = None) -> str:
        """Make a lead; it is new, and the integration's, where nothing else is said."""
        at = at or self.later()
        id = str(values.get("leadid") or self.new_id())
        usual = {"leadid": id, "statuscode": 1, "_ownerid_value": self.admin, "merged": False}
        made = {**usual, **values, "createdon": moment(at), "modifiedon": moment(at)}
        made["statecode"] = STATES[made["statuscode"]]
        self.leads[id] = Lead(id, self._next_version(), made)
        return id

    def change(
        self, id: str, values: Mapping[str, Any], *, at: datetime | None = None, by: str = ""
    ) -> None:
        """Change a lead; the audit log gets what differs."""
        at = at or self.later()
        lead = self.leads[id]
        given = dict(values)
        if "statuscode" in given:
            given.setdefault("statecode", STATES[given["statuscode"]])
        before = {
            name: lead.values.get(name) for name in given if lead.values.get(name) != given[name]
        }
        lead.values |= {**given, "modifiedon": moment(at)}
        lead.version = self._next_version()
        if before and self.audits_leads:
            after = {name: given[name] for name in before}
            self.audits.setdefault(id, []).insert(0, audit(before, after, at, by or self.admin))

    def delete(self, id: str) -> None:
        """Take a lead away for good."""
        self.later()
        del self.leads[id]
        self.deleted.append((self._next_version(), id))

    def merge(self, subordinate: str, target: str) -> str:
        """Merge a lead into another one: it is disqualified, and points to its master."""
        at = self.later()
        ended = {"merged": True, "_masterid_value": target, "statecode": 2, "statuscode": 7}
        self.change(subordinate, ended, at=at)
        self.change(target, {}, at=at)
        return target

    def add_user(self, name: str, email: str, **more: Any) -> str:
        """Make a user, who is in Entra too."""
        id = self.new_id()
        self.tables["systemusers"][id] = {
            "systemuserid": id,
            "fullname": name,
            "internalemailaddress": email or None,
            "isdisabled": False,
            "azureactivedirectoryobjectid": f"entra-{id}",
            "applicationid": None,
            **more,
        }
        return id

    def add(self, table: str, key: str, values: Mapping[str, Any]) -> str:
        """Make a row of another table."""
        id = self.new_id()
        self.tables[table][id] = {key: id, "createdon": moment(self.at), **values}
        return id

    # ---- how they are found

    def hold_index(self) -> None:
        """Let changes be stamped, but not yet committed: those who ask by time do not see them."""
        self._held = copy.deepcopy(self.leads)

    def catch_up(self) -> None:
        """Let them be seen."""
        self._held = None

    def seen_by_time(self) -> list[Lead]:
        """List the leads as those see them who ask by time."""
        known = self.leads if self._held is None else self._held
        return sorted(known.values(), key=lambda one: (one.values["modifiedon"], one.id))

    def since(self, version: int) -> list[tuple[int, Lead | str]]:
        """List what changed after a version, in the order of versions; deleted leads as ids."""
        changed = [(one.version, one) for one in self.leads.values() if one.version > version]
        gone = [(number, id) for number, id in self.deleted if number > version]
        return sorted([*changed, *gone], key=lambda pair: pair[0])

    def _next_version(self) -> int:
        self.version = next(self._versions)
        return self.version


def audit(before: Told, after: Told, at: datetime, by: str) -> Told:
    """Write one change of a row as the audit log tells it."""
    sort = {"@odata.type": "#Microsoft.Dynamics.CRM.lead"}
    return {
        "@odata.type": "#Microsoft.Dynamics.CRM.AttributeAuditDetail",
        "InvalidNewValueAttributes": [],
        "LocLabelLanguageCode": 0,
        "OldValue": {**sort, **{name: old for name, old in before.items() if old is not None}},
        "NewValue": {**sort, **{name: new for name, new in after.items() if new is not None}},
        "AuditRecord": {"createdon": moment(at), "operation": 2, "action": 2, "_userid_value": by},
    }
