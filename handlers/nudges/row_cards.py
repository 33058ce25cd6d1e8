"""What a rep sees of a stale field: the row in the envelope, in all its states."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from handlers.connector import RemoteField
from handlers.envelope import Drawn
from handlers.lead import Status
from handlers.message import (
    MOST_BUTTONS,
    Block,
    Button,
    Buttons,
    Card,
    Divider,
    Heading,
    Note,
    Paragraph,
    Tone,
    values,
)
from handlers.nudges.model import NudgeId, NudgeRow, NudgeState, Rule, Watch
from handlers.phrase import Phrase, say
from handlers.writing.cards import Shown as Fate
from handlers.writing.cards import fate_blocks, field_text, system_text, value_text
from handlers.writing.model import Bundle, WriteState

MOST_VALUES = MOST_BUTTONS - 1
"""Values on buttons; the fifth opens the form with all of them."""

REOPENED = frozenset(
    {NudgeState.STILL_RIGHT, NudgeState.SNOOZED, NudgeState.NOT_MINE, NudgeState.RULE_WRONG}
)
"""What a person may think better of, as long as the row stands."""


class Widened(StrEnum):
    """What a row asks next, right where it stands."""

    SNOOZE = "snooze"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Wide:
    """The one row that is widened while its owner makes up their mind."""

    nudge: NudgeId
    by: Widened

    def spelled(self) -> str:
        """Spell it as an envelope carries it."""
        return f"nudge:{self.nudge}:{self.by}"


def wide_of(word: str) -> Wide | None:
    """Read which row is widened; None for another feature's word."""
    parts = word.split(":")
    if len(parts) != 3 or parts[0] != "nudge" or parts[2] not in set(Widened):  # noqa: PLR2004
        return None
    return Wide(NudgeId(parts[1]), Widened(parts[2]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A row with what may be done about it."""

    row: NudgeRow
    fields: Mapping[str, RemoteField] = field(default_factory=dict[str, RemoteField])
    """The CRM's by ours, of those that may be written."""
    is_being_undone: bool = False

    @property
    def theirs(self) -> RemoteField | None:
        """Give the CRM's field, where it may be written."""
        return self.fields.get(self.row.nudge.field)


def rows_part(
    shown: Sequence[Shown], at: datetime, *, wide: Wide | None = None, on_page: bool = False
) -> Drawn:
    """Put the rows below each other."""
    blocks: list[Block] = []
    for one in shown:
        by = wide.by if wide is not None and wide.nudge == one.row.nudge.id else None
        blocks += [Heading(_about(one)), *_row(one, at, by, on_page=on_page)]
        blocks += [] if on_page else [Divider()]
    waiting = sum(one.row.nudge.state is NudgeState.ASKED for one in shown)
    return Drawn(
        blocks=tuple(blocks),
        waiting=waiting,
        done=len(shown) - waiting,
        title=say("nudges-title", count=waiting),
    )


def _about(shown: Shown) -> Phrase:
    nudge, lead = shown.row.nudge, shown.row.lead
    return say("nudges-row", lead=lead.label, field=field_text(nudge.field))


def _row(shown: Shown, at: datetime, by: Widened | None, *, on_page: bool) -> tuple[Block, ...]:
    if shown.row.nudge.state is not NudgeState.ASKED:
        return _done(shown, at)
    background = Note(_background(shown))
    if by is Widened.SNOOZE:
        return (background, Note(say("nudges-snooze-until")), _snooze_bar(shown))
    if by is Widened.MORE:
        return (background, _more_bar(shown))
    return (background, *_refused(shown), *_fix(shown), _aside(shown, on_page=on_page))


def _background(shown: Shown) -> Phrase:
    """Say why the field is asked about, and how the lead stands."""
    lead, rule = shown.row.lead, shown.row.rule
    status = value_text(lead.status_raw, shown.fields.get("status"))
    since = lead.status_changed_at or lead.created_at
    match rule.watch:
        case Watch.MISSING if since is not None:
            return say("nudges-missing-since", status=status, since=since.date())
        case Watch.MISSING:
            return say("nudges-missing", status=status)
        case Watch.SILENT if lead.last_touch_at is not None:
            return say("nudges-silent", status=status, since=lead.last_touch_at.date())
        case Watch.SILENT:
            return say("nudges-silent-never", status=status)
        case Watch.UNCHANGED:
            value = value_text(shown.row.nudge.was, shown.theirs)
            if shown.row.nudge.field == "status" and since is not None:
                return say("nudges-unchanged-since", value=value, since=since.date())
            return say("nudges-unchanged", value=value, days=rule.days)


def _refused(shown: Shown) -> tuple[Block, ...]:
    """Say what the CRM said when it refused; the row is open again."""
    write = shown.row.write
    if write is None or write.state is not WriteState.REJECTED:
        return ()
    system = system_text(shown.row.lead.system)
    if not write.words:
        return (Note(say("writing-impossible"), Tone.WARN),)
    return (Note(say("writing-said", system=system, words=write.words), Tone.WARN),)


# What may be done


def _fix(shown: Shown) -> tuple[Block, ...]:
    theirs = shown.theirs
    if theirs is None:
        system = system_text(shown.row.lead.system)
        return (Note(say("nudges-in-crm", system=system)),)
    if not theirs.options:
        return (Buttons((_form_button(shown, "nudges-fill"),)),)
    offered = [option for option in _likely(shown, theirs) if option[0] != shown.row.nudge.was]
    if len(offered) <= MOST_BUTTONS:
        return (Buttons(tuple(_value_button(shown, *one) for one in offered)),)
    first = tuple(_value_button(shown, *one) for one in offered[:MOST_VALUES])
    return (Buttons((*first, _form_button(shown, "nudges-other"))),)


def _likely(shown: Shown, theirs: RemoteField) -> list[tuple[str, str]]:
    """Put the values first that follow the present one in the CRM's own order."""
    options = [(value, label) for value, label in theirs.options if value]
    known = [value for value, _ in options]
    was = shown.row.nudge.was
    here = known.index(was) if was in known else -1
    return [*options[here + 1 :], *options[: max(here, 0)]]


def _value_button(shown: Shown, value: str, label: str) -> Button:
    spoken = say("nudges-value", value=label)
    return Button(
        label=spoken,
        does="nudges.fix",
        values=values(nudge=shown.row.nudge.id, value=value),
        hint=say("nudges-hint", answer=spoken, about=_about(shown)),
    )


def _form_button(shown: Shown, label: str) -> Button:
    return _button(shown, label, "nudges.fix", opens=True, tone=Tone.NORMAL)


def _aside(shown: Shown, *, on_page: bool) -> Buttons:
    """Offer what is always safe to say."""
    right = "nudges-nothing" if shown.row.rule.watch is Watch.MISSING else "nudges-right"
    return Buttons(
        (
            _button(shown, right, "nudges.right"),
            _button(shown, "nudges-snooze", "nudges.snooze-form", opens=True)
            if on_page
            else _button(shown, "nudges-snooze", "nudges.widen", by=Widened.SNOOZE),
            _button(shown, "nudges-not-mine", "nudges.not-mine"),
            _button(shown, "nudges-why", "nudges.why")
            if on_page
            else _button(shown, "nudges-more", "nudges.widen", by=Widened.MORE),
        )
    )


def _snooze_bar(shown: Shown) -> Buttons:
    return Buttons(
        (
            _button(shown, "nudges-tomorrow", "nudges.snooze", tone=Tone.NORMAL, until="tomorrow"),
            _button(
                shown, "nudges-next-week", "nudges.snooze", tone=Tone.NORMAL, until="next-week"
            ),
            _button(shown, "nudges-other-day", "nudges.snooze-form", opens=True),
            _button(shown, "nudges-back", "nudges.widen"),
        )
    )


def _more_bar(shown: Shown) -> Buttons:
    return Buttons(
        (
            _button(shown, "nudges-rule-wrong", "nudges.rule-wrong"),
            _button(shown, "nudges-why", "nudges.why"),
            _button(shown, "nudges-back", "nudges.widen"),
        )
    )


def _button(
    shown: Shown,
    label: str,
    does: str,
    *,
    opens: bool = False,
    tone: Tone = Tone.QUIET,
    **given: str,
) -> Button:
    spoken = say(label)
    return Button(
        label=spoken,
        does=does,
        values=values(nudge=shown.row.nudge.id, **given),
        opens=opens,
        tone=tone,
        hint=say("nudges-hint", answer=spoken, about=_about(shown)),
    )


# What was done


def _done(shown: Shown, at: datetime) -> tuple[Block, ...]:
    state = shown.row.nudge.state
    if state is NudgeState.FIXED and shown.row.write is not None:
        return _fate(shown, at)
    said = Note(_said(shown), Tone.GOOD if state.was_acted_on else Tone.QUIET)
    if state not in REOPENED:
        return (said,)
    return (said, Buttons((_button(shown, "nudges-again", "nudges.again"),)))


def _said(shown: Shown) -> Phrase:
    nudge = shown.row.nudge
    if nudge.state is NudgeState.SNOOZED and nudge.snoozed_until is not None:
        return say("nudges-done-snoozed-until", day=nudge.snoozed_until)
    if nudge.state is NudgeState.STILL_RIGHT and shown.row.rule.watch is Watch.MISSING:
        return say("nudges-done-nothing")
    return say(f"nudges-done-{nudge.state}")


def _fate(shown: Shown, at: datetime) -> tuple[Block, ...]:
    write = shown.row.write
    assert write is not None  # noqa: S101 - asked before
    fate = Fate(
        bundle=Bundle((write,)),
        lead=shown.row.lead,
        fields=shown.fields,
        is_being_undone=shown.is_being_undone,
    )
    if write.state is WriteState.WAITING:
        going = say("nudges-going", system=system_text(shown.row.lead.system))
        return (*fate_blocks(fate, at), Note(going))
    if write.state is WriteState.WRITTEN:
        written = say("nudges-written", system=system_text(shown.row.lead.system))
        return (Note(written, Tone.GOOD), *fate_blocks(fate, at))
    return fate_blocks(fate, at)


# Why


def why_card(row: NudgeRow) -> Card:
    """Tell a rep the rule in plain words, and who decides about it."""
    return Card(
        title=say("nudges-why-title", lead=row.lead.label, field=field_text(row.nudge.field)),
        blocks=(
            Paragraph(rule_text(row.rule)),
            Note(say("nudges-why-who")),
            Note(say("nudges-why-rest")),
        ),
    )


def rule_text(rule: Rule) -> Phrase:
    """Say a rule in plain words."""
    return say(
        f"nudges-rule-{rule.watch}",
        field=field_text(rule.field),
        statuses=tuple(status_text(one) for one in rule.statuses),
        days=rule.days,
    )


def status_text(status: Status) -> Phrase:
    """Name a status in words common to all CRMs."""
    return say(f"nudges-status-{status}")
