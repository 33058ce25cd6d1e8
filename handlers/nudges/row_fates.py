"""What a row says once its owner has answered: what was said, or what becomes of their value in the CRM."""

from __future__ import annotations

from datetime import datetime

from handlers.message import Block, Buttons, Note, Tone
from handlers.nudges.model import NudgeState, Watch
from handlers.nudges.shown import Shown, row_button
from handlers.phrase import Phrase, say
from handlers.writing.cards import Shown as Fate
from handlers.writing.cards import fate_blocks, system_text
from handlers.writing.model import Bundle, WriteBack, WriteState

_FATES = {
    WriteState.WAITING: ("nudges-going", Tone.QUIET),
    WriteState.WRITTEN: ("nudges-written", Tone.GOOD),
    WriteState.UNDONE: ("nudges-undone", Tone.QUIET),
    WriteState.DROPPED: ("nudges-dropped", Tone.QUIET),
    WriteState.OVERTAKEN: ("nudges-overtaken", Tone.QUIET),
}
"""What is said above the change; a conflict and a refusal speak for themselves."""


def done_blocks(shown: Shown, at: datetime) -> tuple[Block, ...]:
    """Say what was said, and offer to think better of it as long as that is possible."""
    nudge, write = shown.row.nudge, shown.row.write
    if nudge.state is NudgeState.FIXED and write is not None:
        return _fate(shown, write, at)
    said = Note(_said(shown), Tone.GOOD if nudge.state.was_acted_on else Tone.QUIET)
    if not nudge.may_be_changed(at):
        return (said,)
    return (said, Buttons((row_button(shown, say("nudges-again"), "nudges.again"),)))


def _said(shown: Shown) -> Phrase:
    nudge = shown.row.nudge
    if nudge.state is NudgeState.SNOOZED and nudge.snoozed_until is not None:
        return say("nudges-done-snoozed-until", day=nudge.snoozed_until)
    if nudge.state is NudgeState.STILL_RIGHT and shown.row.rule.watch is Watch.MISSING:
        return say("nudges-done-nothing")
    return say(f"nudges-done-{nudge.state}")


def _fate(shown: Shown, write: WriteBack, at: datetime) -> tuple[Block, ...]:
    lead = shown.row.lead
    fate = Fate(
        bundle=Bundle((write,)),
        lead=lead,
        fields=shown.fields,
        is_being_undone=shown.is_being_undone,
    )
    if write.state not in _FATES:
        return fate_blocks(fate, at)
    key, tone = _FATES[write.state]
    return (Note(say(key, system=system_text(lead.system)), tone), *fate_blocks(fate, at))
