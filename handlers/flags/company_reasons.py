"""The company's own hand in the reasons: renamed, hidden, added, and mapped to the CRM's values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.errors import Refused
from handlers.filled import Given, Wrong, one_of, text
from handlers.flags.forms import KIND, REASON
from handlers.flags.model import FlagReason, Kind, ReasonKey, Remedy
from handlers.flags.reasons import MOST_FIRST, OWN, is_other, known_reasons, reason_text
from handlers.flags.triage_forms import REMEDY, remedy_options
from handlers.flags.work import FlagWork, Look, OpenWork
from handlers.interaction import Correct, Interaction, Nothing, Open, Reply, Routes, whisper
from handlers.message import (
    Block,
    Button,
    Buttons,
    Choice,
    Field,
    Form,
    Heading,
    Note,
    Option,
    Paragraph,
    ShortText,
    Switch,
    values,
)
from handlers.people import Person, Place, Role
from handlers.phrase import Phrase, say
from handlers.work import NewId, home_view

LABEL = "label"
CRM_VALUE = "crm-value"
HIDDEN = "hidden"
FIRST = "first"

LONGEST_LABEL = 75
"""Slack shows no more of an option."""

LONGEST_VALUE = 200
NEW = "new:"
"""Begins the option that adds a reason of a kind."""

MOST_OWN = 50
"""Reasons that a company adds; nobody picks from more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyReasons:
    """The reasons as a company wants them, for administrators alone."""

    open_work: OpenWork
    look: Look
    new_id: NewId

    def routes(self) -> Routes:
        """Tell which interactions are answered here."""
        return {
            "flags.reasons": self.open_list,
            "flags.reason-edit": self.open_one,
            "flags.reasons-saved": self.save,
        }

    def section(self, work: FlagWork, person: Person) -> tuple[Block, ...]:
        """Show an administrator, and nobody else, how many reasons there are."""
        if person.role is not Role.ADMINISTRATOR:
            return ()
        return reasons_part(known_reasons(work))

    def open_list(self, asked: Interaction) -> Reply:
        """Let an administrator pick a reason, or add one."""
        with self.look() as work:
            _check(work, asked)
            return Open(list_form(known_reasons(work)))

    def open_one(self, asked: Interaction) -> Reply:
        """Open the reason that was picked as it is, or an empty one."""
        with self.look() as work:
            _check(work, asked)
            known = known_reasons(work)
        picked = asked.values.get(REASON, "")
        reason = _new(picked) or _found(known, picked)
        return Correct({REASON: say("form-choose")}) if reason is None else Open(one_form(reason))

    def save(self, asked: Interaction) -> Reply:
        """Keep a reason as the company wants it."""
        with self.open_work(asked.id) as work:
            _check(work, asked)
            known = known_reasons(work)
            before = _found(known, asked.values.get(REASON, "")) or self._own(known, asked)
            wrong = Wrong()
            reason = _read(before, asked.values, wrong)
            _check_among(known, reason, wrong)
            if wrong.errors:
                return Correct(wrong.errors)
            work.flags.keep_reason(reason)
            work.outbox.refresh(home_view(asked.actor))
            work.commit()
        at_home = asked.place == Place.home(asked.actor)
        return Nothing() if at_home else whisper(say("flags-reasons-saved"))

    def _own(self, known: Sequence[FlagReason], asked: Interaction) -> FlagReason:
        """Begin a reason of the company's own."""
        reason = _new(f"{NEW}{asked.values.get(KIND, '')}")
        if reason is None or asked.values.get(REASON):
            raise Refused(say("flags-reason-gone"))
        if sum(one.key.startswith(OWN) for one in known) >= MOST_OWN:
            raise Refused(say("flags-reasons-full", most=MOST_OWN))
        return replace(reason, key=ReasonKey(f"{OWN}{self.new_id()}"))


def _check(work: FlagWork, asked: Interaction) -> None:
    """Let administrators pass, and nobody else."""
    if work.people.get(asked.actor).role is not Role.ADMINISTRATOR:
        raise Refused(say("flags-only-administrators"))


def _found(known: Sequence[FlagReason], key: str) -> FlagReason | None:
    return next((one for one in known if one.key == key), None)


def _new(picked: str) -> FlagReason | None:
    """Give an empty reason of a kind, where that was picked."""
    for kind in Kind:
        if picked == f"{NEW}{kind}":
            return FlagReason(key=ReasonKey(""), kind=kind, remedy=Remedy.NOTHING, first=False)
    return None


# What it says


def reasons_part(known: Sequence[FlagReason]) -> tuple[Block, ...]:
    """Say how many reasons there are, and how many of them write a value into the CRM."""
    shown = [one for one in known if not one.hidden]
    mapped = sum(bool(one.crm_value) for one in shown)
    change = Button(label=say("flags-reasons-button"), does="flags.reasons", opens=True)
    return (
        Heading(say("flags-reasons")),
        Paragraph(say("flags-reasons-count", count=len(shown), hidden=len(known) - len(shown))),
        Note(say("flags-reasons-mapped", count=mapped)),
        Buttons((change,)),
    )


def list_form(known: Sequence[FlagReason]) -> Form:
    """List the reasons of each kind, and a way to add one to it."""
    options: list[Option] = []
    for kind in Kind:
        of_kind = say(f"triage-kind-{kind}")
        options += [
            Option(one.key, say("flags-reason-of-kind", kind=of_kind, reason=reason_text(one)))
            for one in known
            if one.kind is kind
        ]
        options.append(Option(f"{NEW}{kind}", say("flags-reason-add", kind=of_kind)))
    return Form(
        name="flags.reason-edit",
        title=say("flags-reasons"),
        fields=(Choice(name=REASON, label=say("flags-reason"), options=tuple(options)),),
        submit=say("flags-go-on"),
    )


def one_form(reason: FlagReason) -> Form:
    """Let an administrator rename a reason, hide it, and say what it means to the CRM."""
    fields = (_label(reason), _remedy(reason), *_switches(reason), _crm_value(reason))
    return Form(
        name="flags.reasons-saved",
        title=say(f"triage-kind-{reason.kind}"),
        fields=fields,
        submit=say("flags-save"),
        keep=values(reason=reason.key, kind=reason.kind),
    )


def _label(reason: FlagReason) -> ShortText:
    is_own = _is_own(reason)
    shipped = replace(reason, label="")
    hint = say("flags-label-new") if is_own else _as_shipped(shipped)
    return ShortText(
        name=LABEL,
        label=say("flags-label"),
        value=reason.label,
        hint=hint,
        required=is_own,
        longest=LONGEST_LABEL,
    )


def _as_shipped(reason: FlagReason) -> Phrase:
    return say("flags-label-hint", reason=reason_text(reason))


def _is_own(reason: FlagReason) -> bool:
    return not reason.key or reason.key.startswith(OWN)


def _remedy(reason: FlagReason) -> Choice:
    return Choice(
        name=REMEDY,
        label=say("triage-remedy"),
        options=remedy_options(),
        value=reason.remedy.value,
    )


def _switches(reason: FlagReason) -> tuple[Field, ...]:
    """Let "other" alone: it is always offered, and always last."""
    if is_other(reason):
        return ()
    return (
        Switch(name=FIRST, label=say("flags-first"), value=reason.first),
        Switch(name=HIDDEN, label=say("flags-hidden"), value=reason.hidden),
    )


def _crm_value(reason: FlagReason) -> ShortText:
    return ShortText(
        name=CRM_VALUE,
        label=say("flags-crm-value"),
        value=reason.crm_value,
        hint=say("flags-crm-value-hint"),
        required=False,
        longest=LONGEST_VALUE,
    )


# Reading


def _read(before: FlagReason, given: Given, wrong: Wrong) -> FlagReason:
    label = text(given, LABEL, wrong, longest=LONGEST_LABEL, required=_is_own(before))
    value = text(given, CRM_VALUE, wrong, longest=LONGEST_VALUE, required=False)
    remedy = one_of(remedy_options(), given, REMEDY, wrong)
    switched = not is_other(before)
    return replace(
        before,
        label=label,
        crm_value=value,
        remedy=Remedy(remedy) if REMEDY not in wrong.errors else before.remedy,
        first=switched and given.get(FIRST) == "on",
        hidden=switched and given.get(HIDDEN) == "on",
    )


def _check_among(known: Sequence[FlagReason], reason: FlagReason, wrong: Wrong) -> None:
    """Keep the first screen short, and two reasons of a kind apart."""
    others = [one for one in known if one.kind is reason.kind and one.key != reason.key]
    first = [one for one in others if one.first and not one.hidden]
    if reason.first and not reason.hidden and len(first) >= MOST_FIRST:
        wrong.note(FIRST, say("flags-first-full", most=MOST_FIRST))
    same = reason.label.casefold()
    if same and any(one.label.casefold() == same for one in others):
        wrong.note(LABEL, say("flags-label-taken"))
