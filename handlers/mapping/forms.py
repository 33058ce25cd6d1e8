"""The forms in which an administrator says what a word or a field means, and how they are read."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.connector import RemoteField
from handlers.filled import Given, Wrong, one_of, text
from handlers.keeping import Word, WordKind
from handlers.lead import Reason, Status
from handlers.mapping.cards import Asked, field_text
from handlers.mapping.model import EXTRA, FIELDS, LONGEST_NAME
from handlers.message import Choice, Form, Note, Option, ShortText, Switch, values
from handlers.phrase import say, verbatim

MEANS = "means"
REASON = "reason"
FIELD = "field"
NAME = "name"
WRITES = "writes"

NOTHING = "-"
"""The option that leaves a word or a field out on purpose."""
OWN = "own"
"""The option under which a company gives a field a name of its own."""
MOST_FIELDS = 100
"""Slack offers no more options."""

_LEAVE_OUT = Option(NOTHING, say("mapping-left-out"))


def word_form(asked: Asked) -> Form:
    """Ask what a word means."""
    means, _, reason = asked.proposed.partition("/")
    is_status = asked.of.kind is WordKind.STATUS
    options = status_options() if is_status else reason_options()
    fields = [
        Choice(
            name=MEANS,
            label=say("mapping-form-means", word=asked.label),
            options=(*options, _LEAVE_OUT),
            value=means,
        )
    ]
    if is_status:
        fields.append(
            Choice(
                name=REASON,
                label=say("mapping-form-reason"),
                options=reason_options(),
                value=reason,
                required=False,
            )
        )
    return Form(
        name="mapping.say",
        title=say("mapping-form-title"),
        fields=tuple(fields),
        submit=say("mapping-form-save"),
        keep=values(system=asked.of.system, kind=asked.of.kind, word=asked.of.word),
        intro=(Note(say("mapping-form-count", count=asked.of.count)),),
    )


def status_options() -> tuple[Option, ...]:
    """List what a status may mean."""
    return tuple(Option(one.value, say(f"mapping-status-{one}")) for one in Status)


def reason_options() -> tuple[Option, ...]:
    """List what a reason may mean."""
    return tuple(Option(one.value, say(f"reason-{one}")) for one in Reason)


def field_options() -> tuple[Option, ...]:
    """List what a field may be to us."""
    own = Option(OWN, say("mapping-field-own"))
    return (*(Option(means, field_text(means)) for means in FIELDS), own, _LEAVE_OUT)


def offered(described: Sequence[RemoteField], said: Sequence[Word]) -> Sequence[RemoteField]:
    """Give as many fields as a form can offer: those that were mapped, then those that can be written."""
    mapped = {one.word for one in said if one.kind is WordKind.FIELD}
    ranked = sorted(described, key=lambda one: (one.name not in mapped, not one.is_writable))
    return sorted(ranked[:MOST_FIELDS], key=lambda one: one.label.casefold())


def field_form(system: str, described: Sequence[RemoteField], said: Sequence[Word]) -> Form:
    """Ask under which name a field of the CRM's is kept, and whether it may be written back."""
    options = tuple(Option(one.name, verbatim(one.label)) for one in offered(described, said))
    return Form(
        name="mapping.field-saved",
        title=say("mapping-field-title"),
        fields=(
            Choice(name=FIELD, label=say("mapping-field-which"), options=options),
            Choice(name=MEANS, label=say("mapping-field-means"), options=field_options()),
            ShortText(
                name=NAME,
                label=say("mapping-field-name"),
                hint=say("mapping-field-name-hint"),
                required=False,
                longest=LONGEST_NAME,
            ),
            Switch(name=WRITES, label=say("mapping-field-writes")),
        ),
        submit=say("mapping-form-save"),
        keep=values(system=system),
    )


# Reading


def read_meaning(kind: WordKind, given: Given, wrong: Wrong) -> str | None:
    """Read what a word means; None where it is left out on purpose."""
    options = status_options() if kind is WordKind.STATUS else reason_options()
    status, _, reason = given.get(MEANS, "").partition("/")
    means = one_of((*options, _LEAVE_OUT), {MEANS: status}, MEANS, wrong)
    reason = reason or given.get(REASON, "")
    if means == NOTHING or kind is WordKind.REASON:
        return None if means == NOTHING else means
    if reason:
        one_of(reason_options(), {REASON: reason}, REASON, wrong)
    return f"{means}/{reason}" if reason else means


def read_field(given: Given, described: Sequence[RemoteField], wrong: Wrong) -> Word | None:
    """Read under which name a field is kept."""
    known = {one.name: one for one in described}
    field = known.get(given.get(FIELD, ""))
    if field is None:
        wrong.note(FIELD, say("form-choose"))
    means = one_of(field_options(), given, MEANS, wrong)
    if means == OWN:
        means = EXTRA + _own_name(given, wrong)
    writes = given.get(WRITES) == "on"
    if field is not None and writes and not field.is_writable:
        wrong.note(WRITES, say("mapping-field-read-only"))
    if field is None or wrong.errors:
        return None
    told = None if means == NOTHING else means
    return Word(kind=WordKind.FIELD, word=field.name, means=told, writes=writes and bool(told))


def _own_name(given: Given, wrong: Wrong) -> str:
    name = text(given, NAME, wrong, longest=LONGEST_NAME)
    if not name.isprintable():
        wrong.note(NAME, say("form-empty"))
    return name
