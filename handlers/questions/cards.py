"""What the asker sees: the live answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.lead import Lead, LeadId, Outcome, Provenance, told_apart
from handlers.leads.worked import is_bare_date
from handlers.message import (
    Block,
    Button,
    Buttons,
    Card,
    Cell,
    Chart,
    ChartKind,
    Choice,
    Form,
    Heading,
    Items,
    Note,
    Option,
    Paragraph,
    Point,
    Table,
    Tone,
    values,
)
from handlers.phrase import Phrase, say, verbatim
from handlers.questions.flagging import flag_one_button
from handlers.questions.model import (
    FUNNEL,
    AskState,
    Price,
    Question,
    Row,
    Summary,
    summed,
)
from handlers.working_time import WorkingHours

FEWEST_FOR_FIGURES = 10
"""Leads from which on a picture says anything; of fewer each is seen in the table."""

PAGE = 10
"""Leads on one page of the answer."""

MOST_LINES = 10
"""Lines quoted under one heading; the sheet holds them all."""

NEXT_STEP = "next-step"
COLUMNS = ("lead", "outcome", "first-touch", "last-touch", NEXT_STEP, "known-from")
"""Of the answer's table; nobody needs an empty column of next steps."""

NOBODY = ""
"""The option of a form that means none of the others."""

_TONE = {
    Outcome.CONVERTED: Tone.GOOD,
    Outcome.QUALIFIED: Tone.GOOD,
    Outcome.IN_CONVERSATION: Tone.PRIMARY,
    Outcome.TRYING: Tone.PRIMARY,
    Outcome.LATER: Tone.NORMAL,
    Outcome.DISQUALIFIED: Tone.NORMAL,
    Outcome.NOT_TOUCHED: Tone.WARN,
    Outcome.UNKNOWN: Tone.QUIET,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """All that the answer to a question is drawn from."""

    question: Question
    rows: tuple[Row, ...]
    hours: Mapping[LeadId, WorkingHours]
    """In which each lead is worked."""
    delays: Mapping[LeadId, timedelta]
    """Business hours from hand-over to first touch, where both are known."""
    price: Price
    maybe: Mapping[LeadId, Lead]
    """The leads that may be meant by lines with a typing error."""
    at: datetime


def answer_card(shown: Shown) -> Card:
    """Answer "what happened to these leads?", and say what nobody knows yet."""
    summary = summed(shown.rows)
    blocks: list[Block] = []
    if shown.question.described is not None:
        blocks.append(Note(say("questions-understood", what=shown.question.described)))
    if shown.rows:
        blocks += _funnel(shown.rows)
    blocks += [*_did_you_mean(shown), *_gaps(shown, summary)]
    if shown.rows:
        blocks += [_table(shown), *_turning(shown)]
    blocks += _remarks(shown)
    return Card(title=headline(summary), blocks=tuple(blocks))


def headline(summary: Summary) -> Phrase:
    """Say in one line what became of the leads."""
    if not summary.asked:
        return say("questions-headline-none")
    parts = tuple(_part(outcome, count, summary) for outcome, count in summary.outcomes.items())
    return say("questions-headline", count=summary.asked, parts=parts)


def _part(outcome: Outcome, count: int, summary: Summary) -> Phrase:
    label = say(f"outcome-count-{outcome}", count=count)
    if outcome is Outcome.DISQUALIFIED and summary.reasons:
        reasons = tuple(
            say("reason-count", count=times, reason=say(f"reason-{reason}"))
            for reason, times in summary.reasons.items()
        )
        return say("questions-part-detail", part=label, detail=reasons)
    if outcome is Outcome.UNKNOWN and summary.waiting:
        waiting = say("questions-part-waiting", count=summary.waiting)
        return say("questions-part-detail", part=label, detail=(waiting,))
    return label


def _funnel(rows: Sequence[Row]) -> list[Block]:
    if len(rows) < FEWEST_FOR_FIGURES:
        return []
    points = [Point(say("questions-funnel-received"), len(rows))]
    points += [
        Point(say(f"questions-funnel-{step}"), sum(row.outcome in reached for row in rows))
        for step, reached in FUNNEL
    ]
    title = say("questions-funnel-title", count=len(rows))
    return [Chart(kind=ChartKind.FUNNEL, title=title, points=tuple(points))]


def pages(count: int) -> int:
    """Count the pages that so many leads take."""
    return max(1, -(-count // PAGE))


def page_of(shown: Shown) -> Sequence[Row]:
    """Give the rows of the page that is shown."""
    first = shown.question.page * PAGE
    return shown.rows[first : first + PAGE]


def _table(shown: Shown) -> Table:
    first, page = shown.question.page * PAGE, page_of(shown)
    planned = any(row.lead.next_step for row in page)
    columns = [name for name in COLUMNS if planned or name != NEXT_STEP]
    return Table(
        columns=tuple(say(f"questions-column-{name}") for name in columns),
        rows=tuple(tuple(_cells(row, shown)[name] for name in columns) for row in page),
        caption=say(
            "questions-table-caption",
            first=first + 1,
            last=first + len(page),
            count=len(shown.rows),
        ),
    )


def _cells(row: Row, shown: Shown) -> Mapping[str, Cell]:
    lead = row.lead
    touched = None if lead.last_touch_at is None else lead.last_touch_at.date()
    return {
        "lead": Cell(verbatim(lead.label)),
        "outcome": Cell(outcome_text(row), _TONE[row.outcome]),
        "first-touch": Cell(first_touch_text(lead, shown.delays.get(lead.id))),
        "last-touch": Cell(say("none") if touched is None else say("questions-moment", at=touched)),
        NEXT_STEP: Cell(verbatim(lead.next_step) if lead.next_step else say("none")),
        "known-from": Cell(known_from(row, shown.at), Tone.QUIET),
    }


def outcome_text(row: Row) -> Phrase:
    """Say what became of a lead, and why or until when."""
    text = say(f"outcome-{row.outcome}")
    if row.reason is not None:
        text = say("questions-outcome-reason", outcome=text, reason=say(f"reason-{row.reason}"))
    if row.look_again_on is not None:
        text = say("questions-outcome-until", outcome=text, day=row.look_again_on)
    return text


def known_from(row: Row, at: datetime) -> Phrase:
    """Say where a fact comes from and how old it is."""
    if row.ask is not None and row.ask.state is AskState.NOT_MINE and _nobody(row):
        return say("questions-not-the-owners")
    if row.lead.gone_at is not None and row.provenance is not Provenance.REP:
        return say("questions-left-the-crm", age=max(at - row.lead.gone_at, timedelta(minutes=1)))
    source = say(f"provenance-{row.provenance}")
    if row.provenance is Provenance.NOBODY:
        return source
    age = max(at - row.as_of, timedelta(minutes=1))
    return say("questions-known-from", source=source, age=age)


def _nobody(row: Row) -> bool:
    return row.provenance is Provenance.NOBODY


def first_touch_text(lead: Lead, delay: timedelta | None) -> Phrase:
    """Say when a lead was first touched, and how many business hours after hand-over."""
    if lead.first_touch_at is None or delay is None:
        return moment_text(lead.first_touch_at)
    return say("questions-first-touch", at=lead.first_touch_at, hours=_hours(delay))


def hours_text(delay: timedelta) -> Phrase:
    """Say a sum of working time in business hours."""
    return say("business-hours", hours=_hours(delay))


def _hours(delay: timedelta) -> float:
    return round(delay / timedelta(hours=1), 1)


def moment_text(at: datetime | None) -> Phrase:
    """Say a moment, a bare date as one, and a dash where there is none."""
    if at is None:
        return say("none")
    return say("questions-moment", at=at.date() if is_bare_date(at) else at)


def _turning(shown: Shown) -> list[Block]:
    last = pages(len(shown.rows)) - 1
    question, page = shown.question.id, shown.question.page
    buttons: list[Button] = []
    if page > 0:
        buttons.append(_page_button("back", question, page - 1))
    if page < last:
        buttons.append(_page_button("on", question, page + 1))
    buttons.append(
        Button(
            label=say("questions-sheet"),
            does="questions.sheet",
            values=values(question=question),
            tone=Tone.QUIET,
        )
    )
    buttons.append(flag_one_button(row.lead for row in page_of(shown)))
    return [Buttons(tuple(buttons))]


def _page_button(way: str, question: str, page: int) -> Button:
    return Button(
        label=say(f"questions-page-{way}"),
        does="questions.page",
        values=values(question=question, page=page),
    )


def _did_you_mean(shown: Shown) -> list[Block]:
    candidates = shown.question.remarks.candidates
    if not candidates:
        return []
    lines = tuple(
        say(
            "questions-may-be",
            line=one.line,
            lead=shown.maybe[one.leads[0]].label,
        )
        for one in candidates[:MOST_LINES]
        if one.leads and one.leads[0] in shown.maybe
    )
    pick = Button(
        label=say("questions-pick", count=len(candidates)),
        does="questions.pick",
        values=values(question=shown.question.id),
        opens=True,
    )
    heading = Heading(say("questions-did-you-mean", count=len(candidates)))
    return [heading, Items(lines), Buttons((pick,))]


def _remarks(shown: Shown) -> list[Block]:
    remarks = shown.question.remarks
    blocks: list[Block] = []
    if remarks.unknown:
        blocks += [
            Heading(say("questions-unknown-lines", count=len(remarks.unknown))),
            _lines(remarks.unknown),
        ]
    if remarks.duplicates:
        blocks += [
            Heading(say("questions-duplicate-lines", count=len(remarks.duplicates))),
            _lines(remarks.duplicates),
        ]
    gone = len(shown.question.leads) - len(shown.rows)
    if gone:
        blocks.append(Note(say("questions-gone", count=gone)))
    return blocks


def _lines(lines: tuple[str, ...]) -> Items:
    quoted = tuple(verbatim(line) for line in lines[:MOST_LINES])
    rest = len(lines) - len(quoted)
    return Items((*quoted, say("questions-more-lines", count=rest)) if rest else quoted)


def _gaps(shown: Shown, summary: Summary) -> list[Block]:
    blocks: list[Block] = []
    asked = shown.question.owners_asked_at is not None
    if summary.waiting:
        blocks.append(Note(say("questions-waiting", count=summary.waiting)))
    if shown.question.closed_at is not None:
        blocks.append(Note(say("questions-closed", at=shown.question.closed_at)))
    if summary.gaps and (shown.price.askable or not asked):
        blocks += _offer(shown, summary)
    return blocks


def _offer(shown: Shown, summary: Summary) -> list[Block]:
    price = shown.price
    blocks: list[Block] = [Paragraph(say("questions-gaps", count=summary.gaps))]
    unasked = len(price.ownerless) + len(price.unreachable)
    if unasked:
        blocks.append(Note(say("questions-nobody-to-ask", count=unasked)))
    if not price.askable:
        return blocks
    blocks.append(
        Note(
            say(
                "questions-price",
                people=price.people,
                leads=len(price.askable),
                places=price.free_places,
            )
        )
    )
    if len(price.askable) > price.free_places:
        later = len(price.askable) - price.free_places
        blocks.append(Note(say("questions-price-later", count=later)))
    ask = Button(
        label=say("questions-ask-owners", count=price.people),
        does="questions.ask-owners",
        values=values(question=shown.question.id),
        tone=Tone.PRIMARY,
    )
    return [*blocks, Buttons((ask,))]


def pick_form(question: Question, maybe: Mapping[LeadId, Lead]) -> Form:
    """Let the asker pick whom each line with a typing error means; the likest lead is proposed."""
    fields = tuple(
        Choice(
            name=f"line-{number}",
            label=verbatim(one.line),
            options=(
                *(
                    Option(str(lead), verbatim(label))
                    for lead, label in told_apart(
                        maybe[lead] for lead in one.leads if lead in maybe
                    ).items()
                ),
                Option(NOBODY, say("questions-pick-nobody")),
            ),
            value=str(one.leads[0]),
            required=False,
        )
        for number, one in enumerate(question.remarks.candidates[:MOST_LINES])
    )
    return Form(
        name="questions.picked",
        title=say("questions-pick-title"),
        fields=fields,
        submit=say("questions-pick-submit"),
        keep=values(question=question.id),
    )
