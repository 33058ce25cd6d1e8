"""The forms of a stale field: a new value, a later day, and how much one wants to be asked."""

from __future__ import annotations

from datetime import date, timedelta

from handlers.connector import RemoteField
from handlers.filled import Given, Wrong, day, one_of, text
from handlers.message import (
    Choice,
    Day,
    Form,
    LongText,
    Note,
    Option,
    Paragraph,
    ShortText,
    values,
)
from handlers.nudges.model import Choices, NudgeRow
from handlers.nudges.shown import about_text
from handlers.phrase import say, verbatim
from handlers.writing.cards import field_text, value_text
from handlers.writing.model import WriteState

LONGEST_VALUE = 1000
"""Letters of a value that is typed."""

CAPS = (0, 3, 5, 10, 15, 25)
"""Rows a week to choose from."""

ON_ONE_LINE = frozenset({"number", "moment"})
YES_NO = ("true", "false")


ValueField = Choice | Day | ShortText | LongText


def value_field(row: NudgeRow, theirs: RemoteField) -> ValueField:
    """Ask for a new value in the way of the CRM's field."""
    label = field_text(row.nudge.field)
    if theirs.options:
        options = tuple(
            Option(one, verbatim(shown.strip() or one)) for one, shown in theirs.options if one
        )
        return Choice(name="value", label=label, options=options)
    if theirs.kind == "yes-no":
        options = tuple(Option(one, say(f"nudges-{one}")) for one in YES_NO)
        return Choice(name="value", label=label, options=options)
    if theirs.kind == "date":
        return Day(name="value", label=label)
    if theirs.kind in ON_ONE_LINE:
        return ShortText(name="value", label=label, value=_refused(row))
    return LongText(name="value", label=label, value=_refused(row), longest=LONGEST_VALUE)


def _refused(row: NudgeRow) -> str:
    """Give back what was typed and the CRM refused, so that nobody has to type it again."""
    write = row.write
    return write.becomes if write is not None and write.state is WriteState.REJECTED else ""


def read_value(wanted: ValueField, given: Given, wrong: Wrong) -> str:
    """Read a new value as the CRM takes it: one that it offers, a day in ISO 8601, or words."""
    match wanted:
        case Choice():
            return one_of(wanted.options, given, "value", wrong)
        case Day():
            found = day(given, "value", wrong)
            if found is None:
                wrong.note("value", say("form-empty"))
            return "" if found is None else found.isoformat()
        case ShortText() | LongText():
            return text(given, "value", wrong, longest=wanted.longest)


def fix_form(row: NudgeRow, theirs: RemoteField) -> Form:
    """Ask for the new value of a field."""
    now = say("nudges-form-now", value=value_text(row.nudge.was, theirs))
    return Form(
        name="nudges.fixed",
        title=field_text(row.nudge.field),
        intro=(Paragraph(verbatim(row.lead.label)), Note(now)),
        fields=(value_field(row, theirs),),
        submit=say("nudges-form-submit"),
        keep=values(nudge=row.nudge.id),
    )


def snooze_form(row: NudgeRow, today: date) -> Form:
    """Ask from which day on the row may come again."""
    until = Day(name="day", label=say("nudges-snooze-day"), earliest=today + timedelta(days=1))
    return Form(
        name="nudges.snoozed",
        title=say("nudges-snooze-title"),
        intro=(Paragraph(about_text(row)),),
        fields=(until,),
        submit=say("nudges-snooze-submit"),
        keep=values(nudge=row.nudge.id),
    )


def cap_options() -> tuple[Option, ...]:
    """Offer how many rows a week somebody wants at most."""
    return tuple(Option(str(cap), say("nudges-limits-cap", count=cap)) for cap in CAPS)


def limits_form(choices: Choices, today: date) -> Form:
    """Ask how much somebody wants to be asked about stale fields."""
    cap = Choice(
        name="cap",
        label=say("nudges-limits-week"),
        options=cap_options(),
        value=str(choices.weekly_cap) if choices.weekly_cap in CAPS else "",
    )
    until = choices.muted_until
    muted = Day(
        name="until",
        label=say("nudges-limits-until"),
        value=until if until is not None and until > today else None,
        earliest=today + timedelta(days=1),
        hint=say("nudges-limits-until-hint"),
        required=False,
    )
    return Form(
        name="nudges.limited",
        title=say("nudges-limits-title"),
        fields=(cap, muted),
        submit=say("nudges-limits-submit"),
    )
