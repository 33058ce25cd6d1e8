"""A row as its cards draw it, and the buttons of which they are made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from handlers.connector import RemoteField
from handlers.message import Button, Tone, values
from handlers.nudges.model import NudgeRow, NudgeState
from handlers.phrase import Phrase, say, verbatim
from handlers.writing.cards import field_text
from handlers.writing.model import WriteState

LONGEST_SHOWN = 150
"""Letters of a present value; the form shows all of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A row with what may be done about it."""

    row: NudgeRow
    fields: Mapping[str, RemoteField] = field(default_factory=dict[str, RemoteField])
    """The CRM's by ours, of those that may be written."""
    days: tuple[date, ...] = ()
    """Days for which most is planned, where the field is a day."""
    is_being_undone: bool = False

    @property
    def theirs(self) -> RemoteField | None:
        """Give the CRM's field, where it may be written."""
        return self.fields.get(self.row.nudge.field)

    @property
    def waits(self) -> bool:
        """Tell whether the person has something to say or to decide."""
        nudge, write = self.row.nudge, self.row.write
        if nudge.state is NudgeState.FIXED and write is not None:
            return write.state is WriteState.CONFLICT
        return nudge.state is NudgeState.ASKED


def brief(value: Phrase) -> Phrase:
    """Cut what somebody wrote in a CRM to a length at which a row stays a row."""
    text = str(dict(value.args).get("text", ""))
    if len(text) <= LONGEST_SHOWN:
        return value
    return verbatim(f"{text[:LONGEST_SHOWN].rstrip()}…")


def about_text(row: NudgeRow) -> Phrase:
    """Name the lead and the field of a row."""
    return say("nudges-row", lead=row.lead.label, field=field_text(row.nudge.field))


def row_button(
    shown: Shown,
    spoken: Phrase,
    does: str,
    *,
    opens: bool = False,
    tone: Tone = Tone.QUIET,
    **given: str,
) -> Button:
    """Make a button of a row; whoever hears it hears of which row it is."""
    return Button(
        label=spoken,
        does=does,
        values=values(nudge=shown.row.nudge.id, **given),
        opens=opens,
        tone=tone,
        hint=say("nudges-hint", answer=spoken, about=about_text(shown.row)),
    )
