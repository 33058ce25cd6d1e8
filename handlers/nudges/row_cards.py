"""What a rep sees of a stale field: the row in the envelope, in all its states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from handlers.connector import RemoteField
from handlers.envelope import Drawn
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
from handlers.nudges.model import NudgeId, NudgeRow, NudgeState, Watch
from handlers.nudges.row_fates import done_blocks
from handlers.nudges.rules_cards import rule_text
from handlers.nudges.shown import Shown, about_text, brief, row_button
from handlers.phrase import Phrase, say
from handlers.writing.cards import field_text, system_text, value_text
from handlers.writing.model import WriteState

MOST_VALUES = MOST_BUTTONS - 1
"""Values on buttons; the fifth opens the form with all of them."""


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


def rows_part(
    shown: Sequence[Shown], at: datetime, *, wide: Wide | None = None, on_page: bool = False
) -> Drawn:
    """Put the rows below each other."""
    blocks: list[Block] = []
    for one in shown:
        by = wide.by if wide is not None and wide.nudge == one.row.nudge.id else None
        blocks += [Heading(about_text(one.row)), *_row(one, at, by, on_page=on_page)]
        blocks += [] if on_page else [Divider()]
    waiting = sum(one.waits for one in shown)
    over = sum(one.row.nudge.state is NudgeState.EXPIRED for one in shown)
    writable = any(one.theirs for one in shown)
    return Drawn(
        blocks=tuple(blocks),
        waiting=waiting,
        done=len(shown) - waiting - over,
        title=say("nudges-title", count=waiting),
        help=say("nudges-help") if writable else say("nudges-help-off"),
    )


def _row(shown: Shown, at: datetime, by: Widened | None, *, on_page: bool) -> tuple[Block, ...]:
    if shown.row.nudge.state is not NudgeState.ASKED:
        return done_blocks(shown, at)
    background = Note(_background(shown))
    if by is Widened.SNOOZE:
        return (background, Note(say("nudges-snooze-until")), _snooze_bar(shown))
    if by is Widened.MORE:
        return (background, _more_bar(shown))
    return (background, *_refused(shown), *_fix(shown), _aside(shown, on_page=on_page))


def _background(shown: Shown) -> Phrase:
    """Say why the field is asked about, and how the lead stands."""
    lead, rule = shown.row.lead, shown.row.rule
    status = _status_text(lead.status_raw, shown)
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
            value = _value_text(shown)
            if shown.row.nudge.field == "status" and since is not None:
                return say("nudges-unchanged-since", value=value, since=since.date())
            return say("nudges-unchanged", value=value, days=rule.days)


def _value_text(shown: Shown) -> Phrase:
    nudge = shown.row.nudge
    if nudge.field == "status":
        return _status_text(nudge.was, shown)
    return brief(value_text(nudge.was, shown.theirs))


def _status_text(raw: str, shown: Shown) -> Phrase:
    """Give a status as the CRM shows it; in our words where all that is known of it is a number."""
    theirs, ours = shown.fields.get("status"), shown.row.lead.status
    if theirs is None and ours is not None and raw.isdigit():
        return say(f"mapping-status-{ours}")
    return brief(value_text(raw, theirs))


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
        lead = shown.row.lead
        where = say("nudges-in-crm", system=system_text(lead.system), id=lead.external_id)
        return (Note(where),)
    if theirs.options:
        return _choose(shown, theirs)
    days = shown.days if theirs.kind == "date" else ()
    offered = [_value_button(shown, one.isoformat(), say("nudges-day", day=one)) for one in days]
    return (
        Buttons((*offered, _form_button(shown, "nudges-other-day" if days else "nudges-fill"))),
    )


def _choose(shown: Shown, theirs: RemoteField) -> tuple[Block, ...]:
    """Offer values in one tap; a list that offers no other value than the present one is no choice."""
    offered = [
        _value_button(shown, value, say("nudges-value", value=label))
        for value, label in _likely(shown, theirs)
    ]
    if len(offered) <= MOST_BUTTONS:
        return (Buttons(tuple(offered)),) if offered else ()
    return (Buttons((*offered[:MOST_VALUES], _form_button(shown, "nudges-other"))),)


def _likely(shown: Shown, theirs: RemoteField) -> list[tuple[str, str]]:
    """Put the values first that follow the present one in the CRM's own order."""
    options = [(value, label.strip() or value) for value, label in theirs.options if value]
    known = [value for value, _ in options]
    was = shown.row.nudge.was
    here = known.index(was) if was in known else -1
    turned = [*options[here + 1 :], *options[: max(here, 0)]]
    return [option for option in turned if option[0] != was]


def _value_button(shown: Shown, value: str, spoken: Phrase) -> Button:
    return row_button(shown, spoken, "nudges.fix", tone=Tone.NORMAL, value=value)


def _form_button(shown: Shown, label: str) -> Button:
    return row_button(shown, say(label), "nudges.fix", opens=True, tone=Tone.NORMAL)


def _aside(shown: Shown, *, on_page: bool) -> Buttons:
    """Offer what is always safe to say."""
    is_missing = shown.row.rule.watch is Watch.MISSING
    right = say("nudges-nothing") if is_missing else say("nudges-right")
    return Buttons(
        (
            row_button(shown, right, "nudges.right"),
            _later(shown, on_page=on_page),
            row_button(shown, say("nudges-not-mine"), "nudges.not-mine"),
            *(_about_the_rule(shown) if on_page else (_more(shown),)),
        )
    )


def _later(shown: Shown, *, on_page: bool) -> Button:
    later = say("nudges-snooze")
    if on_page:
        return row_button(shown, later, "nudges.snooze-form", opens=True)
    return row_button(shown, later, "nudges.widen", by=Widened.SNOOZE)


def _more(shown: Shown) -> Button:
    return row_button(shown, say("nudges-more"), "nudges.widen", by=Widened.MORE)


def _about_the_rule(shown: Shown) -> tuple[Button, Button]:
    return (
        row_button(shown, say("nudges-rule-wrong"), "nudges.rule-wrong"),
        row_button(shown, say("nudges-why"), "nudges.why"),
    )


def _snooze_bar(shown: Shown) -> Buttons:
    until = (("nudges-tomorrow", "tomorrow"), ("nudges-next-week", "next-week"))
    taps = [
        row_button(shown, say(label), "nudges.snooze", tone=Tone.NORMAL, until=word)
        for label, word in until
    ]
    other = row_button(shown, say("nudges-other-day"), "nudges.snooze-form", opens=True)
    return Buttons((*taps, other, _back(shown)))


def _more_bar(shown: Shown) -> Buttons:
    return Buttons((*_about_the_rule(shown), _flag_button(shown), _back(shown)))


def _flag_button(shown: Shown) -> Button:
    """Offer to say what is wrong, or right, with the lead itself."""
    lead = shown.row.lead
    return Button(
        label=say("flags-button"),
        does="flags.start",
        values=values(lead=lead.id),
        opens=True,
        tone=Tone.QUIET,
        hint=say("flags-button-hint", lead=lead.label),
    )


def _back(shown: Shown) -> Button:
    return row_button(shown, say("nudges-back"), "nudges.widen")


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
