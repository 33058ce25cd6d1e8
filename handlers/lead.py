"""The lead, what became of it, and what can be asked about many of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType, Protocol

from handlers.people import OwnerId

LeadId = NewType("LeadId", int)
CampaignId = NewType("CampaignId", int)


class Status(StrEnum):
    """Where the CRM says a lead stands, in words common to all CRMs."""

    NEW = "new"
    ATTEMPTING = "attempting"
    CONNECTED = "connected"
    NURTURING = "nurturing"
    QUALIFIED = "qualified"
    CONVERTED = "converted"
    DISQUALIFIED = "disqualified"


class Outcome(StrEnum):
    """What became of a lead, as a person would say it. The order is that of the headline."""

    CONVERTED = "converted"
    QUALIFIED = "qualified"
    IN_CONVERSATION = "in-conversation"
    TRYING = "trying"
    LATER = "later"
    DISQUALIFIED = "disqualified"
    NOT_TOUCHED = "not-touched"
    UNKNOWN = "unknown"


class Reason(StrEnum):
    """Why a lead was disqualified or put off."""

    NO_NEED = "no-need"
    NO_BUDGET = "no-budget"
    NOT_TARGET = "not-target"
    COMPETITOR = "competitor"
    BAD_DATA = "bad-data"
    UNREACHABLE = "unreachable"
    NO_AUTHORITY = "no-authority"
    PRICE = "price"
    TIMING = "timing"
    ALREADY_CUSTOMER = "already-customer"
    DUPLICATE = "duplicate"
    OPTED_OUT = "opted-out"
    OTHER = "other"


class Provenance(StrEnum):
    """Where a fact comes from."""

    CRM = "crm"
    REP = "rep"
    WAITING = "waiting"
    NOBODY = "nobody"


class TouchKind(StrEnum):
    """What an activity on a lead was."""

    CALL = "call"
    EMAIL = "email"
    MEETING = "meeting"
    TASK = "task"
    NOTE = "note"
    FORM = "form"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """A lead as the CRM has it; every moment is in UTC."""

    id: LeadId
    system: str
    """The CRM's short name: ``hubspot``, ``salesforce``, ``dynamics``, ``pipedrive`` or ``file``."""
    external_id: str
    name: str = ""
    company: str = ""
    email: str = ""
    source: str = ""
    campaign: str = ""
    campaign_id: CampaignId | None = None
    owner: OwnerId | None = None
    status: Status | None = None
    """None where the CRM gives no status, or a word that nobody has mapped."""
    status_raw: str = ""
    reason: Reason | None = None
    reason_raw: str = ""
    next_step: str = ""
    created_at: datetime | None = None
    assigned_at: datetime | None = None
    first_touch_at: datetime | None = None
    last_touch_at: datetime | None = None
    status_changed_at: datetime | None = None
    imported_at: datetime
    """When our copy was last compared with the CRM."""
    gone_at: datetime | None = None
    """When the CRM was seen not to have it any more."""

    @property
    def label(self) -> str:
        """Give the shortest words by which a person knows this lead."""
        return (
            " · ".join(part for part in (self.name, self.company) if part)
            or self.email
            or self.external_id
        )


def told_apart(leads: Iterable[Lead]) -> Mapping[LeadId, str]:
    """Give the label of each; where several read alike, each adds its number in the CRM."""
    alike: dict[str, list[Lead]] = {}
    for lead in leads:
        alike.setdefault(lead.label, []).append(lead)
    return {
        lead.id: label if len(same) == 1 else f"{label} · {lead.system} {lead.external_id}"
        for label, same in alike.items()
        for lead in same
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChange:
    """A step in a lead's history. The raw word stands where it maps to no status."""

    lead: LeadId
    old: str
    new: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Touch:
    """One activity of sales on a lead."""

    lead: LeadId
    kind: TouchKind
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadFilter:
    """Leads told apart by words instead of names; every part that is given must hold."""

    campaigns: tuple[CampaignId, ...] = ()
    sources: tuple[str, ...] = ()
    """As the CRM writes them."""
    statuses: tuple[Status, ...] = ()
    created_since: date | None = None
    """First day, in UTC."""
    created_before: date | None = None
    """The day after the last, in UTC."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """A lead that may be meant, and how alike it is, from 0 to 100."""

    lead: Lead
    score: float


@dataclass(frozen=True, slots=True)
class Wanted:
    """A name, perhaps with a company, that somebody wrote."""

    name: str
    company: str = ""


class Leads(Protocol):
    """Our copy of the CRM's leads."""

    def by_ids(self, leads: Iterable[LeadId]) -> Mapping[LeadId, Lead]:
        """Give the leads of these ids that exist."""
        ...

    def by_external_ids(self, ids: Iterable[str]) -> Mapping[str, Sequence[Lead]]:
        """Find leads by the CRM's own ids, written in any case; two CRMs may use the same id."""
        ...

    def by_emails(self, emails: Iterable[str]) -> Mapping[str, Sequence[Lead]]:
        """Find leads by e-mail address, written in any case, under the address in lower case."""
        ...

    def by_names(self, wanted: Iterable[Wanted]) -> Mapping[Wanted, Sequence[Lead]]:
        """Find leads whose name (and company, where given) is the same but for case, accents and order."""
        ...

    def like_names(
        self, wanted: Sequence[Wanted], limit: int
    ) -> Mapping[Wanted, Sequence[Likeness]]:
        """Suggest leads whose name and company look alike, the likest first, at most `limit` each."""
        ...

    def matching(self, wanted: LeadFilter, limit: int) -> Sequence[LeadId]:
        """List the leads of a filter, newest first."""
        ...

    def count(self, wanted: LeadFilter) -> int:
        """Count the leads of a filter."""
        ...

    def campaigns(self) -> Mapping[CampaignId, str]:
        """Give all campaigns and their names."""
        ...

    def sources(self) -> Sequence[str]:
        """List the lead sources in use, as the CRM writes them, most used first."""
        ...

    def history(self, lead: LeadId) -> Sequence[StatusChange]:
        """List a lead's changes of status, oldest first."""
        ...

    def touches(self, lead: LeadId) -> Sequence[Touch]:
        """List the activities on a lead, oldest first."""
        ...
