"""What a fake Salesforce keeps: records of each kind, what was deleted, what was before."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from tests.builders import MONDAY_MORNING

Record = dict[str, Any]

PREFIXES = {
    "Lead": "00Q",
    "Task": "00T",
    "Event": "00U",
    "EmailMessage": "02s",
    "LeadHistory": "017",
    "LeadStatus": "01J",
    "TaskStatus": "01K",
    "User": "005",
    "Group": "00G",
    "CampaignMember": "00v",
}
PICKED = ("Open - Not Contacted", "Working - Contacted", "Closed - Not Converted")
CONVERTED = "Closed - Converted"
LEAD: dict[str, tuple[str, str, bool]] = {
    "Id": ("id", "Lead ID", False),
    "SystemModstamp": ("datetime", "System Modstamp", False),
    "LastModifiedDate": ("datetime", "Last Modified Date", False),
    "CreatedDate": ("datetime", "Created Date", False),
    "IsDeleted": ("boolean", "Deleted", False),
    "MasterRecordId": ("reference", "Master Record ID", False),
    "FirstName": ("string", "First Name", True),
    "LastName": ("string", "Last Name", True),
    "Company": ("string", "Company", True),
    "Email": ("email", "Email", True),
    "Phone": ("phone", "Phone", True),
    "Title": ("string", "Title", True),
    "Rating": ("picklist", "Rating", True),
    "LeadSource": ("picklist", "Lead Source", True),
    "Status": ("picklist", "Lead Status", True),
    "OwnerId": ("reference", "Owner ID", True),
    "ConvertedDate": ("date", "Converted Date", False),
    "ConvertedOpportunityId": ("reference", "Converted Opportunity ID", False),
    "LastActivityDate": ("date", "Last Activity", False),
    "Description": ("textarea", "Description", True),
    "NumberOfEmployees": ("int", "Employees", True),
    "HasOptedOutOfEmail": ("boolean", "Email Opt Out", True),
    "Score__c": ("double", "Score", True),
    "Demo_At__c": ("datetime", "Demo At", True),
}
"""The leads' fields: type, label, whether they may be written."""

COLUMNS: dict[str, frozenset[str]] = {
    "Lead": frozenset(LEAD),
    "Task": frozenset(
        {
            *("Id", "WhoId", "Subject", "Description", "Status", "ActivityDate", "TaskSubtype"),
            *("CallType", "CompletedDateTime", "LastModifiedDate", "IsClosed", "IsDeleted"),
        }
    ),
    "Event": frozenset({"Id", "WhoId", "Subject", "StartDateTime", "IsDeleted"}),
    "EmailMessage": frozenset({"Id", "ActivityId", "Incoming"}),
    "CampaignMember": frozenset({"Id", "LeadId", "Campaign.Name", "CreatedDate", "IsDeleted"}),
    "LeadHistory": frozenset(
        {"Id", "LeadId", "Field", "OldValue", "NewValue", "CreatedDate", "CreatedById"}
    ),
    "LeadStatus": frozenset({"Id", "ApiName", "IsConverted"}),
    "TaskStatus": frozenset({"Id", "ApiName", "IsClosed", "SortOrder"}),
    "User": frozenset({"Id", "Name", "Email", "IsActive", "UserType"}),
    "Group": frozenset({"Id", "Name", "Type"}),
}


@dataclass
class Org:
    """One company's Salesforce; its clock goes on by itself with every change."""

    at: datetime = MONDAY_MORNING
    tables: dict[str, dict[str, Record]] = field(
        default_factory=lambda: {name: {} for name in PREFIXES}
    )
    rules: dict[str, str] = field(default_factory=dict)
    """Validation rules: leads that nobody may change, and in which words."""
    unseen: set[str] = field(default_factory=set)
    """Fields that our user may not see."""
    locked: set[str] = field(default_factory=set)
    hides_campaigns: bool = False
    tracked: frozenset[str] = frozenset({"Status", "OwnerId"})
    _seen: dict[str, Record] | None = None

    def __post_init__(self) -> None:
        for name in (*PICKED, CONVERTED):
            self.put("LeadStatus", ApiName=name, IsConverted=name == CONVERTED)
        for order, (name, closed) in enumerate([("Offen", False), ("Erledigt", True)]):
            self.put("TaskStatus", ApiName=name, IsClosed=closed, SortOrder=order)

    def later(self, seconds: int = 1) -> datetime:
        self.at += timedelta(seconds=seconds)
        return self.at

    def put(self, table: str, **values: Any) -> str:
        """Keep a record, and give its id."""
        id = f"{PREFIXES[table]}5g{len(self.tables[table]) + 1:010d}AAA"
        self.tables[table][id] = {**dict.fromkeys(COLUMNS[table]), **values, "Id": id}
        return id

    def create_lead(self, values: Mapping[str, Any], *, at: datetime | None = None) -> str:
        stamp = _stamp(at or self.later())
        usual = {"LastName": "Nowak", "Company": "Acme", "Status": PICKED[0], "IsDeleted": False}
        times = dict.fromkeys(("CreatedDate", "LastModifiedDate", "SystemModstamp"), stamp)
        return self.put("Lead", **usual, **times, **values)

    def change(self, lead: str, values: Mapping[str, Any], *, at: datetime | None = None) -> None:
        """Change a lead, as a person does; what is tracked is remembered."""
        record = self.tables["Lead"][lead]
        stamp = _stamp(at or self.later())
        for name, new in values.items():
            if name in self.tracked and record[name] != new:
                self._remember(lead, name, record[name], new, stamp)
        record.update(values, LastModifiedDate=stamp, SystemModstamp=stamp)

    def delete(self, lead: str, *, into: str | None = None) -> None:
        """Put a lead into the bin, or merge it."""
        record = self.tables["Lead"][lead]
        record.update(IsDeleted=True, MasterRecordId=into, SystemModstamp=_stamp(self.later()))
        if into:
            self.change(into, {})

    def add_task(self, lead: str, **values: Any) -> str:
        stamp = _stamp(self.later())
        usual = {"IsClosed": True, "IsDeleted": False, "CompletedDateTime": stamp}
        return self.put("Task", WhoId=lead, LastModifiedDate=stamp, **(usual | values))

    def columns(self, table: str) -> frozenset[str]:
        """Give the fields that our user may see."""
        return COLUMNS[table] - self.unseen

    def rows(self, table: str) -> list[Record]:
        """Give what a query sees: of leads, only what was committed."""
        if table == "Lead" and self._seen is not None:
            return list(self._seen.values())
        return list(self.tables[table].values())

    def hold(self) -> None:
        """Begin a long transaction: its changes are stamped now, and seen when it ends."""
        self._seen = copy.deepcopy(self.tables["Lead"])

    def commit(self) -> None:
        self._seen = None

    def _remember(self, lead: str, name: str, old: Any, new: Any, stamp: str) -> None:
        told = {"LeadId": lead, "CreatedDate": stamp, "CreatedById": "0055g0000000099AAA"}
        if name != "OwnerId":
            self.put("LeadHistory", Field=name, OldValue=old, NewValue=new, **told)
            return
        self.put("LeadHistory", Field="Owner", OldValue="Anna Nowak", NewValue="Jan Z", **told)
        self.put("LeadHistory", Field="Owner", OldValue=old, NewValue=new, **told)


def _stamp(at: datetime) -> str:
    """Write a time as Salesforce does, to the second."""
    return at.strftime("%Y-%m-%dT%H:%M:%S.000+0000")
