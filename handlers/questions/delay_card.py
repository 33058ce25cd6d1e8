"""The answer to "why was X called only after six hours?": the steps from arrival to first touch."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.leads.worked import is_bare_date
from handlers.message import Block, Button, Buttons, Card, Facts, Note, Paragraph, Tone, values
from handlers.phrase import Phrase, say
from handlers.questions.cards import Shown, hours_text
from handlers.questions.flagging import flag_button
from handlers.questions.model import Cause, Row
from handlers.working_time import WorkingHours


@dataclass(frozen=True, slots=True)
class Step:
    """A moment on the way to the first touch, and the working time since the one before."""

    label: Phrase
    at: datetime
    worked: timedelta | None


def steps(row: Row, hours: WorkingHours) -> tuple[Step, ...]:
    """List what is known of created, assigned, in working hours, first touch, in order of time."""
    lead = row.lead
    known: list[tuple[str, datetime | None]] = [
        ("created", lead.created_at),
        ("assigned", lead.assigned_at),
        ("first-touch", lead.first_touch_at),
    ]
    moments = [(name, at) for name, at in known if at is not None]
    arrival = lead.assigned_at or lead.created_at
    if arrival is not None and not is_bare_date(arrival) and not hours.works_at(arrival):
        moments.append(("in-hours", hours.next_moment(arrival)))
    moments.sort(key=lambda moment: moment[1])
    return tuple(
        Step(say(f"questions-step-{name}"), at, _since(moments, place, hours))
        for place, (name, at) in enumerate(moments)
    )


def _since(
    moments: list[tuple[str, datetime]], place: int, hours: WorkingHours
) -> timedelta | None:
    if place == 0:
        return None
    before, at = moments[place - 1][1], moments[place][1]
    if is_bare_date(before) or is_bare_date(at):
        return None
    return hours.worked_between(before, at)


def delay_card(shown: Shown) -> Card:
    """Say how long the first touch took, step by step in business hours, and the cause if told."""
    row = shown.rows[0]
    pairs = delay_facts(shown)
    blocks: list[Block] = [Facts(pairs)] if pairs else []
    blocks += [*_cause(shown, row), Buttons((flag_button(row.lead),))]
    return Card(title=delay_title(shown), blocks=tuple(blocks))


def delay_facts(shown: Shown) -> tuple[tuple[Phrase, Phrase], ...]:
    """Say each step with its moment and the business hours since the one before."""
    row = shown.rows[0]
    found = steps(row, shown.hours[row.lead.id])
    return tuple((step.label, _step_text(step)) for step in found)


def delay_title(shown: Shown) -> Phrase:
    """Say how long the first touch took."""
    row = shown.rows[0]
    return _title(row, shown.delays.get(row.lead.id))


def _title(row: Row, delay: timedelta | None) -> Phrase:
    lead = row.lead.label
    if row.lead.first_touch_at is None:
        return say("questions-delay-untouched", lead=lead)
    if delay is None:
        return say("questions-delay-unclear", lead=lead)
    return say("questions-delay-title", lead=lead, delay=hours_text(delay))


def _step_text(step: Step) -> Phrase:
    at = step.at.date() if is_bare_date(step.at) else step.at
    if step.worked is None:
        return say("questions-moment", at=at)
    return say("questions-step-after", at=at, worked=hours_text(step.worked))


def _cause(shown: Shown, row: Row) -> list[Block]:
    if row.answer is not None and row.answer.cause is not None:
        cause = say(f"questions-cause-{row.answer.cause}")
        return [Paragraph(say("questions-delay-cause", cause=cause))]
    if row.ask is not None and row.ask.state.is_open:
        return [Note(say("questions-delay-waiting"))]
    if row.ask is not None:
        return [Note(say("questions-delay-nobody"))]
    if not shown.price.askable:
        return [Note(say("questions-nobody-to-ask", count=1))]
    ask = Button(
        label=say("questions-delay-ask"),
        does="questions.ask-owners",
        values=values(question=shown.question.id),
        tone=Tone.PRIMARY,
    )
    return [Note(say("questions-delay-causes-help")), Buttons((ask,))]


CAUSES = (Cause.ROUTED_LATE, Cause.OUTSIDE_HOURS, Cause.NO_PHONE, Cause.CAPACITY, Cause.OTHER)
"""What the owner picks from, in this order."""
