"""How our copy of a CRM's leads is kept in step: how far it is, and what goes into it together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from handlers.connector import Cursor, RemoteField, RemoteOwner, Trouble
from handlers.crm import Batch, Written
from handlers.lead import LeadId


class WordKind(StrEnum):
    """What a word of the CRM's is said to mean."""

    STATUS = "status"
    """The word tells what became of a lead: a status, a stage or an outcome, whatever the CRM calls it."""
    REASON = "reason"
    FIELD = "field"
    """The word is the name of a field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What the company said that one of the CRM's words means."""

    kind: WordKind
    word: str
    means: str | None
    """Ours: a status with or without a reason (``disqualified/no-need``), a reason, or a field
    (``next_step``, ``extra:needs``); None where the word is left out on purpose."""
    writes: bool = False
    """The field may be written back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """How far our copy of one CRM is."""

    system: str
    cursor: Cursor | None = None
    first_done_at: datetime | None = None
    """When the first load had brought everything."""
    succeeded_at: datetime | None = None
    """When the last look that came to its end began: nothing that we have is older."""
    compared_at: datetime | None = None
    described_at: datetime | None = None
    remembers_to: int = 0
    failed_at: datetime | None = None
    trouble: Trouble | None = None
    """Why the last look did not come to its end."""
    not_before: datetime | None = None
    held_until: datetime | None = None
    sighting: int | None = None

    @property
    def asks_a_hand(self) -> bool:
        """Tell whether the trouble will not pass by itself."""
        return self.trouble is not None and self.trouble.asks_a_hand


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """A former change of a lead's field in our words, as the CRM remembers it."""

    lead: str
    """The CRM's id."""
    field: str
    old: str
    new: str
    """For an owner, their key."""
    at: datetime
    raw: str = ""
    """The CRM's own word for `new`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What goes into our copy in one transaction, or not at all."""

    batches: Sequence[Batch] = ()
    gone: Sequence[str] = ()
    """Ids of leads that the CRM does not have any more."""
    merged: Mapping[str, str] = field(default_factory=dict[str, str])
    """Ids of leads that are now part of another, with its id."""
    former: Sequence[Former] = ()
    cursor: Cursor | None = None
    """How far the changes are read with this; None where it is not about changes."""
    remembers_later: bool = False
    """What the CRM remembers of the leads in `batches` is still to be read."""
    remembered: Sequence[str] = ()
    """Ids of leads of which this is what the CRM remembers."""
    remembers_to: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Took:
    """What a share did to our copy."""

    written: Written
    questions: Sequence[str] = ()
    """Ids of the questions under way whose leads are not what they were."""


class Overtaken(Exception):
    """Another replica reads the CRM by now, so this one wrote nothing and must stop."""


class KeepingStore(Protocol):
    """Where our copy of the leads and the state of the streams are kept."""

    def streams(self) -> Sequence[Stream]:
        """List what is kept in step."""
        ...

    def hold(self, system: str, until: datetime) -> Stream | None:
        """Keep other replicas from reading this CRM until then; None where one of them does."""
        ...

    def take(self, stream: Stream, share: Share, until: datetime | None) -> Took:
        """Write a share and how far it goes, and hold on; raise `Overtaken` where the hold was lost.

        `until` is None for what needs no hold: leads that were read again for a question.
        """
        ...

    def finish(self, stream: Stream, began: datetime) -> None:
        """Say that everything changed before `began` is in our copy, and let go."""
        ...

    def fail(
        self, stream: Stream, trouble: Trouble, *, wait_until: datetime | None, anew: bool
    ) -> None:
        """Say why a look did not come to its end, and let go; `anew` forgets how far it was."""
        ...

    def let_go(self, stream: Stream) -> None:
        """Let another replica read on, or ourselves after a start."""
        ...

    def words(self, system: str) -> Sequence[Word]:
        """List what the company said about this CRM's words."""
        ...

    def fields(self, system: str) -> Sequence[RemoteField]:
        """List the fields as the CRM described them last."""
        ...

    def describe(
        self, stream: Stream, owners: Sequence[RemoteOwner], fields: Sequence[RemoteField]
    ) -> None:
        """Take over who may own leads, and how the CRM describes its fields."""
        ...

    def has_nameless_owners(self, system: str) -> bool:
        """Tell whether a lead came with an owner of whom only the id is known."""
        ...

    def not_among(
        self, system: str, ids: Iterable[str]
    ) -> tuple[Sequence[str], Sequence[str], int]:
        """Compare ids of the CRM with ours.

        Give those that only we have, those that only the CRM has, and how many we have.
        """
        ...

    def lately_changed(self, system: str, since: datetime, most: int) -> Sequence[str]:
        """Give the CRM's ids of leads that changed in our copy since then, the latest first."""
        ...

    def compared(self, stream: Stream) -> None:
        """Say that the ids were compared, and bring sightings together."""
        ...

    def unremembered(self, stream: Stream, most: int) -> tuple[Sequence[str], int]:
        """List leads of whose past the CRM was not asked yet, and `Share.remembers_to` for them.

        First those that changed together with too many others, then those of the first load.
        """
        ...

    def outdated(self, system: str, leads: Sequence[LeadId], before: datetime) -> Sequence[str]:
        """Give the CRM's ids of these leads, without those compared with it since a moment."""
        ...
