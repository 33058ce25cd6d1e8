"""What the rep sees: the rows of an envelope, one per lead, and the forms they open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import reduce

from handlers.envelope import Drawn, Envelope, EnvelopeId
from handlers.lead import Lead, Reason
from handlers.leads.understanding import Kind
from handlers.message import (
    Block,
    Button,
    Buttons,
    Choice,
    Day,
    Divider,
    Form,
    Heading,
    LongText,
    Note,
    Option,
    Paragraph,
    ShortText,
    Tone,
    values,
)
from handlers.people import Person, PersonId
from handlers.phrase import Phrase, say
from handlers.questions.delay_card import CAUSES
from handlers.questions.flagging import flag_button
from handlers.questions.model import (
    Answer,
    AskId,
    AskState,
    EnvelopeRow,
    Said,
)
from handlers.questions.own_words.proposing import Proposal

OUTCOMES = (Said.CONVERTED, Said.IN_CONVERSATION, Said.TRYING, Said.LATER, Said.DISQUALIFIED)
SAFE = (Said.NOT_TOUCHED, Said.DO_NOT_KNOW, Said.NOT_MINE)
"""Always offered, one tap, never shown by name."""

FIRST_REASONS = (Reason.NO_NEED, Reason.NO_BUDGET, Reason.NOT_TARGET, Reason.COMPETITOR)
"""The reasons of the first screen; the fifth button opens all of them."""

NEEDS_MORE = frozenset({Said.LATER, Said.DISQUALIFIED})

SAYABLE = tuple(said for said in Said if said is not Said.CAUSE)


class Widened(StrEnum):
    """What a row asks for next, right where it stands."""

    REASON = "reason"
    DATE = "date"
    AGAIN = "again"
    """All first answers once more, to correct one."""


@dataclass(frozen=True, slots=True)
class Wide:
    """The one row that is widened while its owner makes up their mind."""

    ask: AskId
    by: Widened


def wide_word(ask: AskId, by: Widened) -> str:
    """Say which row is widened and how, in the one word that an envelope passes on."""
    return f"{ask}:{by}"


def wide_of(word: str) -> Wide | None:
    """Read such a word; those of other features mean nothing here."""
    ask, _, by = word.rpartition(":")
    return Wide(AskId(ask), Widened(by)) if by in set(Widened) else None


def envelope_part(
    envelope: EnvelopeId,
    rows: Sequence[EnvelopeRow],
    people: Mapping[PersonId, Person],
    *,
    at: datetime,
    wide: Wide | None = None,
) -> Drawn:
    """Ask a rep about a few leads, each answered in one tap where it stands."""
    blocks: list[Block] = []
    for row in rows:
        blocks += [*_row(row, people, at, wide), Divider()]
    waiting = [row for row in rows if row.ask.state is AskState.ASKED]
    if any(row.ask.kind is Kind.OUTCOME for row in waiting):
        blocks.append(Buttons((own_words_button(envelope),)))
    return Drawn(
        blocks=tuple(blocks),
        waiting=len(waiting),
        done=sum(row.answer is not None for row in rows),
        title=waiting_title(len(waiting)),
    )


def waiting_title(count: int) -> Phrase:
    """Ask of so many leads."""
    return say("questions-envelope-title", count=count)


def own_words_button(envelope: EnvelopeId) -> Button:
    """Offer a rep to type it their way."""
    return Button(
        label=say("questions-own-words"),
        does="questions.say",
        values=values(envelope=envelope),
        opens=True,
        tone=Tone.QUIET,
    )


def _row(
    row: EnvelopeRow, people: Mapping[PersonId, Person], at: datetime, wide: Wide | None
) -> list[Block]:
    widened = wide.by if wide is not None and wide.ask == row.ask.id else None
    if row.answer is not None and widened is None:
        said = Note(answer_text(row.answer), Tone.GOOD)
        return [Heading(about(row)), said, Buttons((_change(row), flag_button(row.lead)))]
    blocks: list[Block] = [Heading(about(row)), Note(background(row, people))]
    if row.ask.state is AskState.EXPIRED and widened is None:
        return [*blocks, Note(say("questions-row-expired")), Buttons((_change(row),))]
    return [*blocks, *_choices(row, at, widened)]


def about(row: EnvelopeRow) -> Phrase:
    """Name the lead, and what is asked where it is not the outcome."""
    if row.ask.kind is Kind.DELAY:
        return say("questions-row-delay", lead=row.lead.label)
    return say("questions-row-outcome", lead=row.lead.label)


def background(row: EnvelopeRow, people: Mapping[PersonId, Person]) -> Phrase:
    """Remind a rep of the lead, and say who would like to know."""
    lead = row.lead
    parts: list[Phrase] = []
    if lead.campaign or lead.source:
        parts.append(say("questions-row-from", source=lead.campaign or lead.source))
    if lead.created_at is not None:
        parts.append(say("questions-row-created", day=lead.created_at.date()))
    if lead.last_touch_at is not None:
        parts.append(say("questions-row-touched", day=lead.last_touch_at.date()))
    asker = people.get(row.asked_for) if row.asked_for is not None else None
    if asker is not None:
        parts.append(say("questions-row-asker", person=asker.name))
    if row.ask.reminded_at is not None and row.ask.state is AskState.ASKED:
        parts.append(say("questions-row-reminder"))
    return reduce(_beside, parts) if parts else say("none")


def _beside(first: Phrase, following: Phrase) -> Phrase:
    return say("questions-row-background", first=first, next=following)


def answer_text(answer: Answer) -> Phrase:
    """Repeat to a rep what they said."""
    said = say(f"questions-said-{answer.said}")
    details: list[Phrase] = []
    if answer.cause is not None:
        details.append(say(f"questions-cause-{answer.cause}"))
    if answer.reason is not None:
        details.append(say(f"reason-{answer.reason}"))
    if answer.look_again_on is not None:
        details.append(say("questions-until", day=answer.look_again_on))
    if not details:
        return say("questions-you-said", said=said)
    return say("questions-you-said-detail", said=said, detail=tuple(details))


def _choices(row: EnvelopeRow, at: datetime, widened: Widened | None) -> list[Block]:
    if widened is Widened.REASON:
        return [Note(say("questions-which-reason")), _reasons(row), Buttons((_change(row),))]
    if widened is Widened.DATE:
        return [Note(say("questions-which-date")), _dates(row, at), Buttons((_change(row),))]
    if row.ask.kind is Kind.DELAY:
        return [causes(row), aside(row)]
    return [Buttons(tuple(answer_button(row, said) for said in OUTCOMES)), aside(row)]


def aside(row: EnvelopeRow) -> Buttons:
    """Offer what is always safe to say, and to flag the lead; of a cause, "not touched" says nothing."""
    safe = SAFE[1:] if row.ask.kind is Kind.DELAY else SAFE
    return Buttons((*(answer_button(row, said) for said in safe), flag_button(row.lead)))


def answer_button(row: EnvelopeRow, said: Said, *, in_form: bool = False) -> Button:
    """Offer an answer: in one tap, which may widen the row, or in a form."""
    label = say(f"questions-answer-{said}")
    tone = Tone.QUIET if said in SAFE else Tone.NORMAL
    return Button(
        label=label,
        does="questions.details" if in_form else "questions.answer",
        values=values(ask=row.ask.id, said=said),
        opens=in_form,
        tone=tone,
        hint=say("questions-hint", answer=label, lead=row.lead.label),
    )


def _change(row: EnvelopeRow) -> Button:
    label = say(f"questions-{_way_back(row)}")
    return Button(
        label=label,
        does="questions.change",
        values=values(ask=row.ask.id),
        tone=Tone.QUIET,
        hint=say("questions-hint", answer=label, lead=row.lead.label),
    )


def _way_back(row: EnvelopeRow) -> str:
    if row.answer is not None:
        return "change"
    return "answer-anyway" if row.ask.state is AskState.EXPIRED else "back"


def _reasons(row: EnvelopeRow) -> Buttons:
    first = tuple(
        Button(
            label=say(f"reason-{reason}"),
            does="questions.answer",
            values=values(ask=row.ask.id, said=Said.DISQUALIFIED, reason=reason),
        )
        for reason in FIRST_REASONS
    )
    return Buttons((*first, _details_button(row, "questions-other-reason", Said.DISQUALIFIED)))


def _dates(row: EnvelopeRow, at: datetime) -> Buttons:
    soon = tuple(
        Button(
            label=say("questions-until", day=day),
            does="questions.answer",
            values=values(ask=row.ask.id, said=Said.LATER, day=day.isoformat()),
        )
        for day in later_days(at.date())
    )
    return Buttons((*soon, _details_button(row, "questions-other-date", Said.LATER)))


def later_days(today: date) -> tuple[date, ...]:
    """Propose when to look again: in a month, and at the start of the next two quarters."""
    month = today + timedelta(days=30)
    first = _next_quarter(month)
    return (month, first, _next_quarter(first))


def _next_quarter(day: date) -> date:
    quarters = day.year * 4 + (day.month - 1) // 3 + 1
    return date(quarters // 4, quarters % 4 * 3 + 1, 1)


def _details_button(row: EnvelopeRow, label: str, said: Said) -> Button:
    return Button(
        label=say(label),
        does="questions.details",
        values=values(ask=row.ask.id, said=said),
        opens=True,
        tone=Tone.QUIET,
    )


def causes(row: EnvelopeRow) -> Buttons:
    """Offer the causes of a late first touch."""
    return Buttons(
        tuple(
            Button(
                label=say(f"questions-cause-{cause}"),
                does="questions.answer",
                values=values(ask=row.ask.id, said=Said.CAUSE, cause=cause),
            )
            for cause in CAUSES
        )
    )


def details_form(row: EnvelopeRow, said: Said, today: date) -> Form:
    """Ask for what one tap cannot say: any reason, any date, a note."""
    reason = Choice(
        name="reason",
        label=say("questions-reason-label"),
        options=reason_options(),
        required=said is Said.DISQUALIFIED,
    )
    day = Day(
        name="day",
        label=say("questions-day-label"),
        earliest=today + timedelta(days=1),
        required=said is Said.LATER,
    )
    note = ShortText(
        name="note",
        label=say("questions-note-label"),
        hint=say("questions-note-hint"),
        required=False,
    )
    return Form(
        name="questions.detailed",
        title=say(f"questions-answer-{said}"),
        intro=(Paragraph(about(row)),),
        fields=(day, reason, note) if said is Said.LATER else (reason, note),
        submit=say("questions-details-submit"),
        keep=values(ask=row.ask.id, said=said),
    )


def reason_options() -> tuple[Option, ...]:
    """List all reasons, to choose from."""
    return tuple(Option(reason.value, say(f"reason-{reason}")) for reason in Reason)


def own_words_form(envelope: Envelope, leads: Sequence[Lead]) -> Form:
    """Let a rep type it their way, about one lead or several."""
    hint = say("questions-own-words-hint", lead=leads[0].label)
    return Form(
        name="questions.propose",
        title=say("questions-own-words-title"),
        fields=(LongText(name="words", label=say("questions-own-words-label"), hint=hint),),
        submit=say("questions-own-words-submit"),
        keep=values(envelope=envelope.id),
    )


def proposal_form(
    envelope: Envelope, proposals: Sequence[tuple[AskId, Proposal]], today: date
) -> Form:
    """Show what was understood, to be confirmed or changed; blanks were not guessed.

    Leads of which nothing was said are left out, unless no lead was recognised.
    """
    told = [pair for pair in proposals if pair[1].words] or proposals
    fields = [field for ask, proposal in told for field in _proposal_fields(ask, proposal, today)]
    return Form(
        name="questions.confirm",
        title=say("questions-proposal-title"),
        intro=(Note(say("questions-proposal-help")),),
        fields=tuple(fields),
        submit=say("questions-proposal-submit"),
        keep=values(envelope=envelope.id),
    )


def _proposal_fields(ask: AskId, proposal: Proposal, today: date) -> tuple[Choice | Day, ...]:
    lead = proposal.lead.label
    words = say("questions-proposal-words", words=proposal.words) if proposal.words else None
    outcome = Choice(
        name=f"said-{ask}",
        label=say("questions-proposal-outcome", lead=lead),
        options=tuple(Option(said.value, say(f"questions-said-{said}")) for said in SAYABLE),
        value=proposal.said or "",
        hint=words,
        required=False,
    )
    reason = Choice(
        name=f"reason-{ask}",
        label=say("questions-proposal-reason", lead=lead),
        options=reason_options(),
        value=proposal.reason or "",
        required=False,
    )
    day = Day(
        name=f"day-{ask}",
        label=say("questions-proposal-day", lead=lead),
        value=proposal.look_again_on,
        earliest=today + timedelta(days=1),
        required=False,
    )
    return (outcome, reason, day)
