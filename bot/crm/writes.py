"""What writing to any CRM has in common: compare before, go from lead to lead, and lose a note rather than a field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import structlog

from handlers.connector import Conflict, CrmError, Fate, Rejected, Trouble, Write, Written

GONE = "This lead does not exist any more, or was merged into another one."
SILENT = 2
"""So many leads after each other without an answer: then the CRM hangs, and not one lead of it."""

LASTING = frozenset({Trouble.FORBIDDEN, Trouble.ODD})
"""What a repeat would meet again."""

Values = Mapping[str, str]
Fates = dict[str, Fate | CrmError]

log = structlog.get_logger()


def compared(write: Write, now: Values | None) -> Fate | Values:
    """Give what is to be written, or the fate of a write that is none any more.

    `now` are the lead's values at this moment; None where the CRM has no such lead.
    """
    if now is None:
        return Rejected(GONE)
    due = {name: value for name, value in write.becomes.items() if now[name] != value}
    if not due:
        return Written()
    if any(now[name] != write.was.get(name, "") for name in due):
        return conflict(write, now)
    return due


def conflict(write: Write, now: Values) -> Conflict:
    """Say what the touched fields have instead of what the person saw."""
    return Conflict({name: now[name] for name in write.becomes})


def each_in_turn(writes: Iterable[Write], deed: Callable[[Write], Fate | CrmError]) -> Fates:
    """Write one lead after the other; where the CRM hangs, spare the rest waiting for it."""
    fates: Fates = {}
    silent: list[CrmError] = []
    for one in writes:
        fate = silent[-1] if len(silent) >= SILENT else deed(one)
        is_silent = isinstance(fate, CrmError) and fate.trouble is Trouble.UNREACHABLE
        silent = [*silent, fate] if isinstance(fate, CrmError) and is_silent else []
        fates[one.lead] = fate
    return fates


def to_note(writes: Iterable[Write], fates: Mapping[str, Fate | CrmError]) -> Mapping[str, Write]:
    """Give the writes whose note is due: the field is written, and the person is to be named."""
    return {one.lead: one for one in writes if one.note and isinstance(fates[one.lead], Written)}


def worth_repeating(system: str, unnoted: Mapping[str, CrmError]) -> Fates:
    """Give the errors for whose sake a written lead is tried again, so that its note comes too."""
    again: Fates = {lead: error for lead, error in unnoted.items() if error.trouble not in LASTING}
    if len(again) < len(unnoted):
        # the field is written, and no repeat would bring the note
        log.warning("crm-note-refused", system=system, notes=len(unnoted) - len(again))
    return again
