"""What a CRM tells us of leads, on its way to our copy: many records at a time, column by column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import TracebackType
from typing import NamedTuple, Protocol, Self


class RecordKind(StrEnum):
    """What the records of a batch are about."""

    LEAD = "lead"
    DEAL = "deal"
    """What became of a lead; it brings no lead of its own."""
    CONTACT = "contact"
    """A lead's person, under the id by which leads name them."""
    ACCOUNT = "account"
    """A lead's company, likewise."""
    ACTIVITY = "activity"


class KnownBy(StrEnum):
    """By what a record names its lead; the later, the weaker."""

    ID = "id"
    EMAIL = "email"
    NAME = "name"
    CONTACT = "contact"


class CrmOwner(NamedTuple):
    """An owner as the CRM writes them; `key` is the CRM's id, the address or the name, folded."""

    key: str
    name: str
    email: str


class CrmCampaign(NamedTuple):
    """A campaign as the CRM writes it; `key` is the name, folded."""

    key: str
    name: str


class Column(StrEnum):
    """A column of a batch. Texts are clean, and empty where the CRM says nothing; so are moments None."""

    KNOWN_BY = "known_by"
    """Absent where every record is known by its id."""
    KEY = "external_key"
    ID = "external_id"
    NAME = "name"
    NAME_KEY = "name_key"
    SURNAME_KEY = "surname_key"
    COMPANY = "company"
    COMPANY_KEY = "company_key"
    EMAIL = "email"
    PHONE = "phone"
    TITLE = "title"
    SOURCE = "source"
    CAMPAIGN = "campaign"
    OWNER = "owner"
    STATUS = "status"
    STATUS_RAW = "status_raw"
    STAGE_RAW = "stage_raw"
    """A stage that nobody knows, beside a status."""
    REASON = "reason"
    REASON_RAW = "reason_raw"
    NEXT_STEP = "next_step"
    EXTRA = "extra"
    """A JSON object, or empty."""
    CREATED_AT = "created_at"
    ASSIGNED_AT = "assigned_at"
    FIRST_TOUCH_AT = "first_touch_at"
    LAST_TOUCH_AT = "last_touch_at"
    CONVERTED_AT = "converted_at"
    STATUS_AT = "status_changed_at"
    CONTACT_KEY = "contact_key"
    ACCOUNT_KEY = "account_key"
    WEIGHT = "weight"
    """Of several deals of one lead the heaviest counts."""
    ACTIVITY_ID = "activity_id"
    ACTIVITY_KIND = "kind"
    DIRECTION = "direction"
    """``out`` where sales did it, ``in`` where the lead did, else empty."""
    OUTCOME = "outcome"
    AT = "at"


Cell = str | int | datetime | CrmOwner | CrmCampaign | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Records of one kind from one file; every column is as long as `lines`."""

    kind: RecordKind
    file: int
    """The number of the file, in the order in which files overrule each other."""
    lines: Sequence[int]
    columns: Mapping[Column, Sequence[Cell]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What came out when the records were joined, before anything is written."""

    repeated: int
    """Lines about a lead that an earlier line of the import was about."""
    without_lead: Sequence[tuple[int, int]]
    """File and line of each deal or activity whose lead is nowhere, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What an import did to our copy."""

    new: int
    changed: int
    unchanged: int
    activities: int


class Incoming(Protocol):
    """An import under way. Our copy stays as it is until `write`, and for ever where that is not called."""

    def add(self, batch: Batch) -> None:
        """Take in more records."""
        ...

    def settle(self) -> Settled:
        """Join the records, once all are taken in."""
        ...

    def write(self) -> Written:
        """Bring our copy up to date, all of it in one transaction."""
        ...

    def __enter__(self) -> Self:
        """Begin."""
        ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Drop what was taken in."""
        ...


class ImportStore(Protocol):
    """Where imports go."""

    def begin(self, system: str) -> Incoming:
        """Prepare an import from one CRM, named as in `Lead.system`."""
        ...
