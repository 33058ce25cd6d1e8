"""The forms in which a lead is flagged, and how they are read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from handlers.filled import Given, Wrong, day, one_of, text
from handlers.flags.fitting import Situation, situation_blocks
from handlers.flags.model import FlagReason, Kind
from handlers.flags.reasons import choices, offered, reason_text
from handlers.flags.wording.gentler import Gentler
from handlers.lead import Lead
from handlers.message import (
    Block,
    Choice,
    Day,
    Field,
    Form,
    LongText,
    Note,
    Option,
    Paragraph,
    ShortText,
    values,
)
from handlers.phrase import Phrase, say, verbatim

WHICH = "which"
LEAD = "lead"
KIND = "kind"
REASON = "reason"
SEEN = "seen"
WOULD_HELP = "would-help"
DAY = "day"
TRIGGER = "trigger"

LONGEST: Mapping[str, int] = {WHICH: 300, SEEN: 1000, WOULD_HELP: 500, TRIGGER: 200}
"""Letters of each text."""

ANOTHER = "another"
"""The option that opens all reasons."""

FURTHEST = timedelta(days=2 * 366)
"""Nobody plans further ahead; a later day is taken for a slip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What somebody has written about a lead so far."""

    kind: Kind
    reason: str = ""
    """Its key."""
    seen: str = ""
    would_help: str = ""
    look_again_on: date | None = None
    trigger: str = ""

    @property
    def texts(self) -> Mapping[str, str]:
        """Give what was written, by the fields' names."""
        return {TRIGGER: self.trigger, SEEN: self.seen, WOULD_HELP: self.would_help}

    def worded(self, found: Mapping[str, Gentler]) -> Draft:
        """Give the draft with the proposed wordings in place of its own."""
        said = {**self.texts, **{name: one.text for name, one in found.items()}}
        return replace(self, trigger=said[TRIGGER], seen=said[SEEN], would_help=said[WOULD_HELP])


# Which lead, and what of it


def first_form(leads: Sequence[Lead], *, left_out: int = 0, kind: str = "") -> Form:
    """Ask what somebody has to say, and of which lead where it is not plain."""
    intro = (Note(say("flags-left-out", count=left_out)),) if left_out else ()
    return Form(
        name="flags.kind",
        title=say("flags-title"),
        fields=(*_which(leads), _kind(kind)),
        submit=say("flags-go-on"),
        keep=values(lead=leads[0].id) if len(leads) == 1 else (),
        intro=(*_named(leads), *intro),
    )


def _named(leads: Sequence[Lead]) -> tuple[Block, ...]:
    return (Paragraph(verbatim(leads[0].label)),) if len(leads) == 1 else ()


def _which(leads: Sequence[Lead]) -> tuple[Field, ...]:
    if len(leads) == 1:
        return ()
    if leads:
        options = tuple(Option(str(lead.id), verbatim(lead.label)) for lead in leads)
        return (Choice(name=LEAD, label=say("flags-which"), options=options),)
    hint = say("flags-which-hint")
    return (ShortText(name=WHICH, label=say("flags-which"), hint=hint, longest=LONGEST[WHICH]),)


def _kind(kind: str) -> Choice:
    return Choice(name=KIND, label=say("flags-kind"), options=kind_options(), value=kind)


def kind_options() -> tuple[Option, ...]:
    """List what can be said of a lead."""
    return tuple(Option(kind.value, say(f"flags-kind-{kind}")) for kind in Kind)


# Why, and what was seen


def reason_form(
    situation: Situation,
    draft: Draft,
    *,
    known: Sequence[FlagReason],
    today: date,
    every: bool = False,
) -> Form:
    """Ask for one reason and what was seen; the first screen offers the reasons of every day."""
    first, more = choices(known, draft.kind)
    options = reason_options(offered(known, draft.kind) if every else first)
    if more and not every:
        options = (*options, Option(ANOTHER, say("flags-another-reason")))
    return Form(
        name="flags.more-reasons" if every else "flags.raise",
        title=say(f"flags-form-{draft.kind}"),
        fields=_fields(draft, options, today),
        submit=say("flags-submit"),
        keep=values(lead=situation.lead.id, kind=draft.kind),
        intro=situation_blocks(situation),
    )


def gentle_form(
    lead: Lead,
    draft: Draft,
    *,
    found: Mapping[str, Gentler],
    known: Sequence[FlagReason],
    today: date,
) -> Form:
    """Propose gentler words above the writer's own; what is sent then is not looked at again."""
    options = reason_options(offered(known, draft.kind))
    noticed = tuple(dict.fromkeys(what for one in found.values() for what in one.noticed))
    own = [Note(say("flags-gentle-own", words=draft.texts[name])) for name in found]
    what = tuple(say(f"flags-gentle-{one}") for one in noticed)
    return Form(
        name="flags.confirm",
        title=say("flags-gentle-title"),
        fields=_fields(draft.worded(found), options, today),
        submit=say("flags-submit"),
        keep=values(lead=lead.id, kind=draft.kind),
        intro=(Paragraph(say("flags-gentle-why", what=what)), *own),
    )


def reason_options(reasons: Sequence[FlagReason]) -> tuple[Option, ...]:
    """List reasons, to choose from."""
    return tuple(Option(one.key, reason_text(one)) for one in reasons)


def _fields(draft: Draft, options: tuple[Option, ...], today: date) -> tuple[Field, ...]:
    reason = Choice(name=REASON, label=say("flags-reason"), options=options, value=draft.reason)
    again = _look_again(draft, today) if draft.kind is Kind.RECYCLE else ()
    helps = () if draft.kind is Kind.PRAISE else (_would_help(draft),)
    return (reason, *again, _seen(draft), *helps)


def _look_again(draft: Draft, today: date) -> tuple[Field, ...]:
    return (
        Day(
            name=DAY,
            label=say("flags-day"),
            value=draft.look_again_on,
            earliest=today + timedelta(days=1),
            required=False,
        ),
        ShortText(
            name=TRIGGER,
            label=say("flags-trigger"),
            value=draft.trigger,
            hint=say("flags-trigger-hint"),
            required=False,
            longest=LONGEST[TRIGGER],
        ),
    )


def _seen(draft: Draft) -> LongText:
    return LongText(
        name=SEEN,
        label=say(f"flags-seen-{draft.kind}"),
        value=draft.seen,
        hint=say("flags-seen-hint"),
        required=False,
        longest=LONGEST[SEEN],
    )


def _would_help(draft: Draft) -> ShortText:
    return ShortText(
        name=WOULD_HELP,
        label=say("flags-would-help"),
        value=draft.would_help,
        required=False,
        longest=LONGEST[WOULD_HELP],
    )


# Reading


def kind_of(given: Given, wrong: Wrong) -> Kind | None:
    """Read what somebody has to say of a lead."""
    value = one_of(kind_options(), given, KIND, wrong)
    return None if KIND in wrong.errors else Kind(value)


def begun(given: Given, kind: Kind) -> Draft:
    """Take over what is written already, whatever it is, for a form that follows."""
    wrong = Wrong()
    words = {
        name: given.get(name, "").strip()[: LONGEST[name]] for name in (TRIGGER, SEEN, WOULD_HELP)
    }
    return Draft(
        kind=kind,
        seen=words[SEEN],
        would_help=words[WOULD_HELP],
        look_again_on=day(given, DAY, wrong),
        trigger=words[TRIGGER],
    )


def read(
    given: Given, kind: Kind, *, known: Sequence[FlagReason], today: date
) -> Draft | Mapping[str, Phrase]:
    """Read a form, or say beside each field what is wrong with it."""
    wrong = Wrong()
    reasons = offered(known, kind)
    key = one_of(reason_options(reasons), given, REASON, wrong)
    draft = Draft(
        kind=kind,
        reason=key,
        seen=_words(given, SEEN, wrong),
        would_help=_words(given, WOULD_HELP, wrong) if kind is not Kind.PRAISE else "",
    )
    if kind is Kind.RECYCLE:
        draft = _read_when(draft, given, wrong, today)
    _check_note(draft, reasons, wrong)
    return wrong.errors or draft


def _words(given: Given, name: str, wrong: Wrong) -> str:
    return text(given, name, wrong, longest=LONGEST[name], required=False)


def _read_when(draft: Draft, given: Given, wrong: Wrong, today: date) -> Draft:
    """Read when a lead is worth another look: a day, or what has to happen first."""
    again = day(given, DAY, wrong)
    trigger = _words(given, TRIGGER, wrong)
    if again is not None and not today < again <= today + FURTHEST:
        wrong.note(DAY, say("flags-day-range"))
    if again is None and not trigger:
        wrong.note(DAY, say("flags-day-or-trigger"))
    return replace(draft, look_again_on=again, trigger=trigger)


def _check_note(draft: Draft, reasons: Sequence[FlagReason], wrong: Wrong) -> None:
    """Ask for words where the reason alone says nothing."""
    if not draft.seen and any(one.needs_note for one in reasons if one.key == draft.reason):
        wrong.note(SEEN, say("flags-note-needed"))
