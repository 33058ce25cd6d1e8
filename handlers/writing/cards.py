"""What Leadloop says about what goes to the CRM: its fate to the person, the log to administrators."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.connector import RemoteField, Trouble
from handlers.lead import Lead
from handlers.message import (
    Block,
    Button,
    Buttons,
    Card,
    Cell,
    Facts,
    Note,
    Paragraph,
    Sheet,
    Table,
    Tone,
    values,
)
from handlers.phrase import Phrase, say, verbatim
from handlers.writing.model import Bundle, WriteBack, WriteState

_FIELDS = {
    "status": "writing-field-status",
    "reason": "writing-field-reason",
    "next_step": "writing-field-next-step",
    "extra:next_step_date": "writing-field-next-step-date",
    "extra:situation": "writing-field-situation",
    "extra:needs": "writing-field-needs",
    "extra:objections": "writing-field-objections",
    "extra:budget": "writing-field-budget",
    "extra:authority": "writing-field-authority",
    "extra:timeframe": "writing-field-timeframe",
}
_SYSTEMS = {"hubspot": "HubSpot", "salesforce": "Salesforce", "dynamics": "Dynamics 365"}
_TITLES = {
    WriteState.WAITING: "writing-title-waiting",
    WriteState.WRITTEN: "writing-title-written",
    WriteState.CONFLICT: "writing-title-conflict",
    WriteState.REJECTED: "writing-title-rejected",
    WriteState.UNDONE: "writing-title-undone",
    WriteState.DROPPED: "writing-title-dropped",
    WriteState.OVERTAKEN: "writing-title-overtaken",
}
_UNDO_TITLES = {
    WriteState.WAITING: "writing-title-undo-waiting",
    WriteState.WRITTEN: "writing-title-undone",
    WriteState.DROPPED: "writing-title-undo-late",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A bundle with all that shows it."""

    bundle: Bundle
    lead: Lead
    fields: Mapping[str, RemoteField]
    """The CRM's by ours, as far as they are known."""
    is_being_undone: bool = False


def field_text(field: str) -> Phrase:
    """Name a field of ours; one that only this company has goes by the name that it gave."""
    key = _FIELDS.get(field)
    return verbatim(field.removeprefix("extra:")) if key is None else say(key)


def value_text(value: str, field: RemoteField | None) -> Phrase:
    """Give a value as the CRM shows it to people."""
    if not value:
        return say("writing-empty")
    return verbatim(value if field is None else dict(field.options).get(value, value))


def system_text(system: str) -> Phrase:
    """Name a CRM as its vendor does."""
    return verbatim(_SYSTEMS.get(system, system))


def change_text(write: WriteBack, fields: Mapping[str, RemoteField]) -> Phrase:
    """Say what becomes of a field."""
    theirs = fields.get(write.field)
    return say(
        "writing-change",
        field=field_text(write.field),
        old=value_text(write.was, theirs),
        new=value_text(write.becomes, theirs),
    )


def note_text(bundle: Bundle, person: str, fields: Mapping[str, RemoteField]) -> Phrase:
    """Say on the lead in the CRM who confirmed what."""
    key = "writing-note-undo" if bundle.is_undo else "writing-note"
    changes = tuple(change_text(one, fields) for one in bundle.writes)
    return say(key, person=person, changes=changes)


# To the person


def fate_card(shown: Shown, at: datetime) -> Card:
    """Tell a person what became of what they confirmed, and let them decide where they have to."""
    return Card(title=_title(shown), blocks=fate_blocks(shown, at))


def _title(shown: Shown) -> Phrase:
    titles = _UNDO_TITLES if shown.bundle.is_undo else _TITLES
    state = _state(shown.bundle)
    return say(titles.get(state, _TITLES[state]), lead=shown.lead.label)


def _state(bundle: Bundle) -> WriteState:
    """Give the state of whatever part asks most of the person."""
    states = {one.state for one in bundle.writes}
    return next(one for one in _PRESSING if one in states)


_PRESSING = (
    *(WriteState.CONFLICT, WriteState.REJECTED, WriteState.WAITING),
    *(WriteState.WRITTEN, WriteState.UNDONE, WriteState.DROPPED, WriteState.OVERTAKEN),
)


def fate_blocks(shown: Shown, at: datetime) -> tuple[Block, ...]:
    """Show what became of it, for a card of its own or a row in an envelope."""
    match _state(shown.bundle):
        case WriteState.CONFLICT:
            return _conflict(shown)
        case WriteState.REJECTED:
            return _rejected(shown)
        case WriteState.WRITTEN:
            return (*_changes(shown), *_undo(shown, at))
        case WriteState.DROPPED if shown.bundle.is_undo:
            return (*_changes(shown), Note(say("writing-undo-late")))
        case _:
            return _changes(shown)


def _changes(shown: Shown) -> tuple[Block, ...]:
    return tuple(Paragraph(change_text(one, shown.fields)) for one in shown.bundle.writes)


def _conflict(shown: Shown) -> tuple[Block, ...]:
    system = system_text(shown.lead.system)
    writes = shown.bundle.writes
    differing = [one for one in writes if one.now not in {one.was, one.becomes}] or writes
    facts: list[Block] = []
    for one in differing:
        theirs = shown.fields.get(one.field)
        mine = (say("writing-yours"), value_text(one.becomes, theirs))
        crms = (say("writing-crms", system=system), value_text(one.now, theirs))
        facts += [Paragraph(field_text(one.field)), Facts((mine, crms))]
    keep = Button(
        label=say("writing-take-mine"), does="writing.mine", values=_given(shown), tone=Tone.PRIMARY
    )
    leave = Button(
        label=say("writing-take-crms", system=system), does="writing.crms", values=_given(shown)
    )
    return (*facts, Buttons((keep, leave)), Note(say("writing-conflict-help")))


def _rejected(shown: Shown) -> tuple[Block, ...]:
    words = next((one.words for one in shown.bundle.writes if one.words), "")
    system = system_text(shown.lead.system)
    why = say("writing-said", system=system, words=words) if words else say("writing-impossible")
    again = Button(label=say("writing-again"), does="writing.again", values=_given(shown))
    leave = Button(label=say("writing-leave"), does="writing.crms", values=_given(shown))
    return (*_changes(shown), Note(why, Tone.WARN), Buttons((again, leave)))


def _undo(shown: Shown, at: datetime) -> tuple[Block, ...]:
    if shown.is_being_undone:
        return (Note(say("writing-being-undone")),)
    if not any(one.is_undoable(at) for one in shown.bundle.writes):
        return ()
    undo = Button(label=say("writing-undo"), does="writing.undo", values=_given(shown))
    return (Buttons((undo,)),)


def _given(shown: Shown) -> tuple[tuple[str, str], ...]:
    version = max(one.version for one in shown.bundle.writes)
    return values(write=shown.bundle.id, version=version)


def recent_card(shown: Sequence[Shown], at: datetime) -> Card:
    """List what a person had written lately, each with the way back."""
    blocks: list[Block] = []
    for one in shown:
        blocks += [Paragraph(_title(one)), *fate_blocks(one, at)]
    title = say("writing-recent" if shown else "writing-recent-none")
    return Card(title=title, blocks=tuple(blocks))


# To administrators


def trouble_card(system: str, trouble: Trouble) -> Card:
    """Tell an administrator that nothing can be written to a CRM."""
    name = system_text(system)
    return Card(
        title=say("writing-trouble", system=name),
        blocks=(Paragraph(say(f"writing-trouble-{trouble}", system=name)),),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """A line of the audit log."""

    write: WriteBack
    person: str
    lead: Lead | None


_COLUMNS = ("when", "who", "lead", "field", "old", "new", "fate", "words")


def log_card(logged: Sequence[Logged], older: WriteBack | None) -> Card:
    """List who had what written to the CRM, newest first; `older` is where the next page begins."""
    if not logged:
        return Card(title=say("writing-log-empty"), blocks=())
    columns = tuple(say(f"writing-column-{name}") for name in _COLUMNS[:-1])
    rows = tuple(tuple(Cell(text) for text in _line(one)[:-1]) for one in logged)
    blocks: list[Block] = [Table(columns, rows, say("writing-log"))]
    if older is not None:
        more = Button(
            label=say("writing-older"), does="writing.log", values=values(before=older.id)
        )
        blocks.append(Buttons((more,)))
    return Card(title=say("writing-log"), blocks=tuple(blocks))


def unsure_card(logged: Sequence[Logged]) -> Card:
    """List what was sent while nobody heard whether it arrived, oldest first."""
    if not logged:
        return Card(title=say("writing-unsure-none"), blocks=())
    names = [name for name in _COLUMNS if name not in {"fate", "words"}]
    columns = tuple(say(f"writing-column-{name}") for name in names)
    rows = tuple(tuple(Cell(text) for text in _line(one)[: len(names)]) for one in logged)
    table = Table(columns, rows, say("writing-unsure"))
    return Card(title=say("writing-unsure"), blocks=(table, Note(say("writing-unsure-help"))))


def log_sheet(logged: Sequence[Logged]) -> Sheet:
    """Give the audit log as a file."""
    columns = tuple(say(f"writing-column-{name}") for name in _COLUMNS)
    rows = tuple(_line(one) for one in logged)
    return Sheet(say("writing-log"), "audit", columns, rows)


def _line(one: Logged) -> tuple[Phrase, ...]:
    write = one.write
    label = "" if one.lead is None else one.lead.label
    return (
        say("writing-moment", at=write.written_at or write.at),
        verbatim(one.person),
        verbatim(label),
        field_text(write.field),
        verbatim(write.was),
        verbatim(write.becomes),
        _fate(write),
        verbatim(write.words or write.now),
    )


def _fate(write: WriteBack) -> Phrase:
    fate = say(f"writing-fate-{write.state}")
    return fate if write.undoes is None else say("writing-fate-undo", fate=fate)
