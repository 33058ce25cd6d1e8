"""What the contract of the CRMs asks of each CRM's stand-in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from handlers.connector import Connector


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """How this CRM calls what the contract speaks of."""

    status: str
    """A field with a picklist that may be written."""
    first: str
    """Of its values, the one that new leads have."""
    second: str
    third: str
    unknown: str
    """A value that the picklist does not have."""
    text: str
    """A field for text that may be written, and is no lead's name."""
    read_only: str
    """A field that nobody may write."""
    hidden: str = ""
    """A field, or a picklist value, that the CRM hides; empty where it hides none."""


class Peer(Protocol):
    """A CRM's stand-in over real HTTP, and the hands of those who work in it."""

    @property
    def words(self) -> Words:
        """How this CRM calls what the contract speaks of."""
        ...

    @property
    def connector(self) -> Connector:
        """The connector that is held to the contract."""
        ...

    @property
    def renews(self) -> bool:
        """Whether a token that ended is replaced without anybody's doing."""
        ...

    def reconnect(self) -> Connector:
        """Give another connector, which knows nothing of the first, as after a restart.

        The peer closes it in the end, as all others; waits cost no time (`Limiter` takes a clock).
        """
        ...

    # ---- what people do in the CRM

    def add(self, values: Mapping[str, str] | None = None) -> str:
        """Make a lead, at a later moment than anything before, and give its id."""
        ...

    def add_many(self, count: int) -> Sequence[str]:
        """Make leads, some of them at the same moment."""
        ...

    def edit(self, leads: Sequence[str], values: Mapping[str, str]) -> None:
        """Change leads, all at one later moment, as somebody does by hand or in bulk."""
        ...

    def value(self, lead: str, field: str) -> str:
        """Tell what the CRM has in a field now."""
        ...

    def delete(self, lead: str) -> None:
        """Put a lead into the bin."""
        ...

    def merge(self, lead: str, into: str) -> str:
        """Merge a lead into another one, and give the id of the one that is left."""
        ...

    def add_owner(self, name: str, email: str, *, active: bool = True, person: bool = True) -> str:
        """Make a user; or a queue or team, which has no address. Give the id."""
        ...

    def touch(self, lead: str, kind: str, direction: str) -> None:
        """Put a finished activity of this kind (`Touched.kind`) on a lead."""
        ...

    def notes(self, lead: str) -> Sequence[str]:
        """List the notes on a lead, as a person reads them."""
        ...

    def add_rule(self, lead: str, words: str) -> None:
        """Refuse every change of this lead from now on, in these words."""
        ...

    # ---- what goes wrong

    @property
    def calls(self) -> int:
        """How many calls reached the CRM."""
        ...

    @property
    def secrets(self) -> Sequence[str]:
        """What must never be in an error: tokens, keys."""
        ...

    def hold_index(self) -> None:
        """Let changes not be found from now on; no more than a word where the CRM has no index."""
        ...

    def catch_up(self) -> None:
        """Let them be found."""
        ...

    def busy(self, seconds: int) -> None:
        """Answer the next call with “too many”, and this wait."""
        ...

    def spend_day(self) -> None:
        """Answer every call with “the day's allowance is used up”."""
        ...

    def expire(self) -> None:
        """End the token in use; where tokens are renewed, another may be had."""
        ...

    def revoke(self) -> None:
        """Let nobody in any more."""
        ...

    def forbid(self) -> None:
        """Refuse our reading leads, for want of a permission."""
        ...

    def break_down(self, times: int) -> None:
        """Answer so many of the next calls with a server's error, without doing anything."""
        ...

    def hang(self) -> None:
        """Answer no call before our patience ends."""
        ...

    def cut_write(self) -> None:
        """Carry out the next write of fields, and cut the connection instead of answering."""
        ...

    def cut_note(self) -> None:
        """Carry out the next making of a note, and cut the connection instead of answering."""
        ...
