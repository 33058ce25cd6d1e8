"""What we ask of a CRM that we are connected to. Every call may block and may raise `CrmError`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol


class History(StrEnum):
    """What a CRM remembers of former values."""

    NATIVE = "native"
    """Of every field."""
    TRACKED = "tracked"
    """Of the fields that its administrator chose."""
    AUDIT = "audit"
    """Where auditing is switched on."""
    NONE = "none"


class Guard(StrEnum):
    """What keeps a write from overwriting a change that came in between."""

    ETAG = "etag"
    UNMODIFIED_SINCE = "unmodified-since"
    NONE = "none"
    """Only that we read again right before we write."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """What a CRM can do, as its adapter declares it."""

    history: History
    guard: Guard
    tells_deleted: bool
    """Changes tell of deleted and merged leads; else only the nightly comparison finds them."""
    page: int
    """Leads that one call brings at most."""
    read_at_once: int
    write_at_once: int
    overlap: timedelta
    """So far back each look begins before the last one's end: the CRM's own index lags."""
    is_export: bool = False
    """It cannot be asked how things are now: it tells all leads anew whenever there is another export,
    as of that export (`Cursor.at`), and nothing of their past."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far the changes were read: by time and id, or by the CRM's own token."""

    at: datetime
    id: str = ""
    token: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remote:
    """A lead as the CRM has it now."""

    id: str
    version: str
    """By which the CRM tells whether it changed: an entity tag or the time of the last change."""
    modified_at: datetime
    values: Mapping[str, str]
    """By the CRM's own names of fields; empty where it says nothing. Moments in ISO 8601, UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Changes since a cursor, in the order in which they were made."""

    leads: Sequence[Remote]
    gone: Sequence[str] = ()
    """Ids of leads that were deleted."""
    merged: Mapping[str, str] = field(default_factory=dict[str, str])
    """Ids of leads that were merged, each with the id of the lead that stayed."""
    next: Cursor
    """Where the next page begins; reading it again does no harm."""
    is_last: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """A former change of a field, as the CRM remembers it."""

    lead: str
    field: str
    old: str
    new: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """An activity on a lead, as the CRM has it."""

    id: str
    lead: str
    kind: str
    """``call``, ``email``, ``meeting``, ``task``, ``note``, ``form`` or ``other``."""
    direction: str
    """``out`` where sales did it, ``in`` where the lead did, else empty."""
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteOwner:
    """A user, a queue or a team that owns leads."""

    id: str
    name: str
    email: str = ""
    is_person: bool = True
    is_active: bool = True
    entra_id: str = ""
    """The Entra object id, where the CRM knows it: the one exact mapping to a chat account."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteField:
    """What the CRM says of one of its fields."""

    name: str
    label: str
    kind: str
    """``text``, ``choice``, ``date``, ``moment``, ``number`` or ``yes-no``."""
    options: Sequence[tuple[str, str]] = ()
    """Values and labels of a choice, without the hidden ones."""
    is_writable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Write:
    """One lead's fields as a named person confirmed them."""

    lead: str
    was: Mapping[str, str]
    """What the person saw; where the CRM has something else by now, nothing is written."""
    becomes: Mapping[str, str]
    version: str
    """Of the lead that `was` was read from; empty where nobody read it."""
    note: str = ""
    """Said on the lead in the CRM, with the person's name."""
    key: str
    """Marks the note, so that a repeat finds it and does not write it twice."""


def by_lead(writes: Sequence[Write]) -> Mapping[str, Write]:
    """Sort writes by lead; raises `ValueError` where there are two for one."""
    found = {one.lead: one for one in writes}
    if len(found) < len(writes):
        raise ValueError("two writes for one lead")
    return found


@dataclass(frozen=True, slots=True)
class Written:
    """The CRM has it now; or had it before, and nothing was to be done."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """The CRM has other values than the person saw; nothing was written."""

    now: Mapping[str, str]
    """Values of the fields that were to change."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """The CRM refused, in its own words."""

    words: str


Fate = Written | Conflict | Rejected


class Trouble(StrEnum):
    """Why a CRM could not be asked."""

    BUSY = "busy"
    """It asks us to come back later."""
    SPENT = "spent"
    """The day's allowance is used up."""
    CREDENTIALS = "credentials"
    FORBIDDEN = "forbidden"
    UNREACHABLE = "unreachable"
    ODD = "odd"
    """It said something that we do not understand."""
    EXPIRED = "expired"
    """The token of the changes is too old: everything must be read again."""
    FAULT = "fault"
    """Not the CRM's but our own; no connector says so."""

    @property
    def asks_a_hand(self) -> bool:
        """Tell whether it will not pass by itself."""
        return self in {Trouble.CREDENTIALS, Trouble.FORBIDDEN, Trouble.ODD, Trouble.SPENT}


class CrmError(Exception):
    """A CRM could not be asked. Holds no names, no values and no secrets."""

    def __init__(self, trouble: Trouble, *, wait: timedelta | None = None, said: str = "") -> None:
        """Say why, and how long the CRM asks us to wait, where it does."""
        super().__init__(f"{trouble}: {said}" if said else trouble.value)
        self.trouble = trouble
        self.wait = wait

    @property
    def is_passing(self) -> bool:
        """Tell whether it may be over by itself."""
        return self.trouble in {Trouble.BUSY, Trouble.SPENT, Trouble.UNREACHABLE}


class Connector(Protocol):
    """A CRM that keeps leads."""

    @property
    def system(self) -> str:
        """The CRM's short name, as in `Lead.system`."""
        ...

    @property
    def capabilities(self) -> Capabilities:
        """What it can do."""
        ...

    def changes(self, since: Cursor | None) -> Page:
        """Give a page of the leads changed since then, oldest change first; all leads from None on."""
        ...

    def read(self, leads: Sequence[str]) -> Mapping[str, Remote]:
        """Give the leads of these ids that exist, in as few calls as the CRM allows."""
        ...

    def history(self, leads: Sequence[str]) -> Sequence[FieldChange]:
        """List what the CRM remembers of these leads' fields; nothing where it remembers nothing."""
        ...

    def touches(self, leads: Sequence[str]) -> Sequence[Touched]:
        """List the activities on these leads."""
        ...

    def ids(self) -> Iterable[str]:
        """Give the ids of all leads that exist, for the nightly comparison."""
        ...

    def owners(self) -> Sequence[RemoteOwner]:
        """List everybody and everything that can own a lead, the inactive ones included."""
        ...

    def fields(self) -> Sequence[RemoteField]:
        """Describe the leads' fields, as they are set up in this company's CRM."""
        ...

    def write(self, writes: Sequence[Write]) -> Mapping[str, Fate | CrmError]:
        """Write each lead's fields unless the CRM changed meanwhile, and tell what became of each."""
        ...

    def close(self) -> None:
        """Let go of connections."""
        ...
