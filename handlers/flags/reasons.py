"""The reasons that come with Leadloop, each with where its cause is mended, and the company's own.

They follow what CRMs and practice agree on: a lead is rejected before contact, for procedural,
clerical or definitional reasons or because it is no lead at all; disqualified only after contact;
and recycled with a day or a trigger.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from handlers.flags.model import Flag, FlagId, FlagReason, Kind, ReasonKey, Remedy
from handlers.flags.work import FlagWork
from handlers.phrase import Phrase, say, verbatim

MOST_CHOICES = 7
"""On the first screen, "another reason" among them."""

MOST_FIRST = MOST_CHOICES - 1
"""Reasons on the first screen that a company may pick."""

OWN = "own-"
"""How the key of a company's own reason begins."""

Listed = tuple[tuple[str, Remedy], ...]

_REJECT_FIRST: Listed = (
    ("outside-target", Remedy.TARGETING),
    ("not-the-role", Remedy.TARGETING),
    ("low-intent", Remedy.SCORING),
    ("bad-contact-data", Remedy.DATA),
    ("duplicate", Remedy.ROUTING),
    ("wrong-owner", Remedy.ROUTING),
)
_REJECT_MORE: Listed = (
    ("existing-customer", Remedy.ROUTING),
    ("already-worked", Remedy.ROUTING),
    ("client-conflict", Remedy.ROUTING),
    ("unidentified", Remedy.DATA),
    ("not-a-lead", Remedy.DATA),
    ("support-request", Remedy.ROUTING),
    ("customer-success", Remedy.ROUTING),
    ("partner", Remedy.ROUTING),
    ("job-seeker", Remedy.DATA),
    ("student", Remedy.DATA),
    ("employee", Remedy.DATA),
    ("community", Remedy.TARGETING),
    ("export-blocked", Remedy.TARGETING),
    ("consultant", Remedy.TARGETING),
    ("vendor", Remedy.PROTECTION),
    ("spam", Remedy.PROTECTION),
    ("test-record", Remedy.PROTECTION),
)
_DISQUALIFY_FIRST: Listed = (
    ("no-need", Remedy.TARGETING),
    ("no-budget", Remedy.PRODUCT),
    ("no-authority", Remedy.TARGETING),
    ("no-interest", Remedy.SCORING),
    ("competitor", Remedy.PRODUCT),
    ("product-gap", Remedy.PRODUCT),
)
_DISQUALIFY_MORE: Listed = (
    ("stays-with-current", Remedy.PRODUCT),
    ("bad-fit", Remedy.TARGETING),
    ("personal-use", Remedy.TARGETING),
    ("left-company", Remedy.DATA),
    ("opted-out", Remedy.NOTHING),
)
_RECYCLE_FIRST: Listed = (
    ("not-ready", Remedy.TIMING),
    ("evaluating", Remedy.TIMING),
    ("in-contract", Remedy.TIMING),
    ("budget-later", Remedy.TIMING),
    ("no-response", Remedy.FOLLOW_UP),
    ("interest-later", Remedy.TIMING),
)
_RECYCLE_MORE: Listed = (
    ("product-later", Remedy.PRODUCT),
    ("not-worked", Remedy.FOLLOW_UP),
)
_PRAISE_FIRST: Listed = (
    ("right-role", Remedy.NOTHING),
    ("real-need", Remedy.NOTHING),
    ("knew-us", Remedy.NOTHING),
    ("good-timing", Remedy.NOTHING),
    ("good-data", Remedy.NOTHING),
    ("asked-for-call", Remedy.NOTHING),
)

_WHY = {
    Kind.REJECT: (_REJECT_FIRST, _REJECT_MORE),
    Kind.DISQUALIFY: (_DISQUALIFY_FIRST, _DISQUALIFY_MORE),
    Kind.RECYCLE: (_RECYCLE_FIRST, _RECYCLE_MORE),
    Kind.PRAISE: (_PRAISE_FIRST, ()),
}


def shipped() -> tuple[FlagReason, ...]:
    """List the reasons that come with Leadloop; of each kind "other" is the last."""
    return tuple(reason for kind in Kind for reason in _of_kind(kind))


def _of_kind(kind: Kind) -> tuple[FlagReason, ...]:
    first, more = _WHY[kind]
    made = [_reason(kind, key, remedy, first=True) for key, remedy in first]
    made += [_reason(kind, key, remedy, first=False) for key, remedy in more]
    other = _reason(kind, f"{kind}-other", Remedy.NOTHING, first=False)
    return (*made, replace(other, needs_note=True))


def _reason(kind: Kind, key: str, remedy: Remedy, *, first: bool) -> FlagReason:
    return FlagReason(key=ReasonKey(key), kind=kind, remedy=remedy, first=first)


def catalogue(changed: Sequence[FlagReason]) -> tuple[FlagReason, ...]:
    """Lay what the company changed over the reasons that come with Leadloop; its own come after.

    A shipped reason keeps its kind, and "other" stays what it is: the last, and never without a note.
    """
    theirs = {reason.key: reason for reason in changed}
    kept = [_overlaid(one, theirs.pop(one.key, None)) for one in shipped()]
    every = (*kept, *theirs.values())
    return tuple(sorted(every, key=_place))


def _overlaid(shipped: FlagReason, changed: FlagReason | None) -> FlagReason:
    if changed is None:
        return shipped
    kept = replace(changed, kind=shipped.kind, needs_note=shipped.needs_note or changed.needs_note)
    return replace(kept, hidden=False, first=False) if is_other(shipped) else kept


def _place(reason: FlagReason) -> tuple[int, bool]:
    return tuple(Kind).index(reason.kind), is_other(reason)


def is_other(reason: FlagReason) -> bool:
    """Tell "none of these" from the reasons that name something."""
    return reason.key == f"{reason.kind}-other"


def offered(known: Sequence[FlagReason], kind: Kind) -> tuple[FlagReason, ...]:
    """List the reasons of a kind that can be picked."""
    return tuple(one for one in known if one.kind is kind and not one.hidden)


def choices(known: Sequence[FlagReason], kind: Kind) -> tuple[tuple[FlagReason, ...], bool]:
    """List the reasons of the first screen, and tell whether "another reason" must open the rest."""
    every = offered(known, kind)
    if len(every) <= MOST_CHOICES:
        return every, False
    first = tuple(one for one in every if one.first and not is_other(one))
    return first[:MOST_FIRST], True


def reason_text(reason: FlagReason) -> Phrase:
    """Say a reason, in the company's own words where it has some."""
    return verbatim(reason.label) if reason.label else say(f"flags-reason-{reason.key}")


def known_reasons(work: FlagWork) -> tuple[FlagReason, ...]:
    """Give all reasons as the company has them, hidden ones included."""
    return catalogue(work.flags.reasons())


def reason_in(known: Sequence[FlagReason], flag: Flag) -> FlagReason:
    """Give a flag's reason; one that is no longer known says its key."""
    return next((one for one in known if one.key == flag.reason), None) or _unknown(flag)


def reason_of(work: FlagWork, flag: Flag) -> FlagReason:
    """Give a flag's reason as the company has it now."""
    return reasons_of(work, [flag])[flag.id]


def reasons_of(work: FlagWork, flags: Iterable[Flag]) -> Mapping[FlagId, FlagReason]:
    """Give each flag's reason as the company has it now; one that is no longer known says its key."""
    wanted = list(flags)
    known = {reason.key: reason for reason in known_reasons(work)} if wanted else {}
    return {flag.id: known.get(flag.reason) or _unknown(flag) for flag in wanted}


def _unknown(flag: Flag) -> FlagReason:
    return FlagReason(
        key=flag.reason, kind=flag.kind, remedy=Remedy.NOTHING, label=str(flag.reason)
    )
