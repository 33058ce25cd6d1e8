"""Every card and form of this feature with invented leads in it, for the gallery and the snapshots."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from handlers.envelope import Drawn, Envelope, EnvelopeId
from handlers.lead import Lead, LeadId, Reason, Status
from handlers.leads.understanding import Kind, MayBe, Remarks
from handlers.message import Example
from handlers.people import OwnerId, Person, PersonId, Place, Role, Side
from handlers.questions.ask_form import ask_form
from handlers.questions.cards import Shown, answer_card, pick_form
from handlers.questions.delay_card import delay_card
from handlers.questions.envelope import (
    Wide,
    Widened,
    details_form,
    envelope_part,
    own_words_form,
    proposal_form,
)
from handlers.questions.model import (
    Answer,
    AnswerId,
    Ask,
    AskId,
    AskState,
    Cause,
    EnvelopeRow,
    Heard,
    Price,
    Question,
    QuestionId,
    Said,
    known,
    summed,
)
from handlers.questions.notices import (
    closing_card,
    help_card,
    liaison_card,
    unreachable_card,
)
from handlers.questions.own_words.proposing import propose
from handlers.questions.unfurl import lead_card
from handlers.working_time import WorkingHours

NOW = datetime(2026, 11, 16, 14, 40, tzinfo=UTC)
HOURS = WorkingHours(zone="Europe/Warsaw")
ASKER = Person(
    id=PersonId("maya"),
    name="Maya Lindqvist",
    email="maya@northwind.example",
    role=Role.MARKETER,
    side=Side.MARKETING,
)
ENVELOPE = Envelope(
    id=EnvelopeId("envelope"), person=PersonId("piotr"), day=NOW.date(), sent_at=NOW
)

NAMES = (
    ("Anna Nowak", "Acme"),
    ("Jan Kowalski", "Globex"),
    ("Mei Chen", "Polar Freight"),
    ("Lukas Müller", "Vertex Foods"),
    ("Irina Petrova", "Umbra Labs"),
    ("Carlos García", "Kite Robotics"),
    ("Zofia Wójcik", "Żubr Meble"),
    ("Noah O'Brien", "Harbor & Sons"),
)
STATUSES = (
    Status.CONVERTED,
    Status.CONNECTED,
    Status.DISQUALIFIED,
    Status.NEW,
    None,
    Status.QUALIFIED,
    Status.NURTURING,
    None,
)


def examples() -> Sequence[Example]:
    """List them all, in the order in which people meet them."""
    return (
        Example("questions-help", help_card()),
        Example("questions-ask", ask_form()),
        Example("questions-answer", answer_card(a_shown())),
        Example("questions-answer-second-page", answer_card(a_shown(page=1))),
        Example("questions-answer-waiting", answer_card(_waiting())),
        Example("questions-answer-closed", answer_card(_closed())),
        Example("questions-answer-did-you-mean", answer_card(_doubtful())),
        Example("questions-answer-nothing", answer_card(_nothing())),
        Example("questions-pick", pick_form(_doubtful().question, _doubtful().maybe)),
        Example("questions-unreachable", unreachable_card(_unreachable())),
        Example("questions-closing", closing_card(a_shown().question, summed(_closed().rows))),
        Example("questions-liaison", liaison_card(3)),
        Example("questions-unfurl", lead_card(a_shown().rows[1], NOW)),
        Example("questions-unfurl-unknown", lead_card(a_shown().rows[4], NOW)),
        *_delays(),
        *_forms(),
    )


def _lead(number: int) -> Lead:
    name, company = NAMES[number % len(NAMES)]
    status = STATUSES[number % len(STATUSES)]
    created = datetime(2026, 10, 26, 8, 15, tzinfo=UTC) + timedelta(hours=number)
    touched = created + timedelta(hours=5) if status not in {None, Status.NEW} else None
    return Lead(
        id=LeadId(number),
        system="hubspot",
        external_id=str(1000 + number),
        name=name,
        company=company,
        email=f"lead{number}@example.com",
        source="Webinar",
        campaign="Spring webinar",
        owner=OwnerId(1),
        status=status,
        reason=Reason.NO_BUDGET if status is Status.DISQUALIFIED else None,
        next_step="Demo with the IT team" if status is Status.CONNECTED else "",
        created_at=created,
        assigned_at=created + timedelta(minutes=20),
        first_touch_at=touched,
        last_touch_at=touched + timedelta(days=2) if touched else None,
        imported_at=NOW - timedelta(hours=2),
    )


def a_question(count: int, remarks: Remarks | None = None) -> Question:
    """Make a question about so many leads."""
    return Question(
        id=QuestionId("question"),
        asker=ASKER.id,
        place=Place.channel(Side.MARKETING),
        kind=Kind.OUTCOME,
        words="",
        remarks=remarks or Remarks(unknown=(), duplicates=(), candidates=()),
        leads=tuple(LeadId(number) for number in range(count)),
        asked_at=NOW - timedelta(hours=1),
    )


def a_shown(count: int = 16, page: int = 0) -> Shown:
    """Make what an answer about so many leads is drawn from."""
    rows = tuple(known(_lead(number), Heard()) for number in range(count))
    gaps = [row.lead.id for row in rows if row.lead.status is None]
    return Shown(
        question=replace(a_question(count), page=page),
        rows=rows,
        hours={row.lead.id: HOURS for row in rows},
        delays={row.lead.id: timedelta(hours=4.7) for row in rows if row.lead.first_touch_at},
        price=Price(
            askable=dict.fromkeys(gaps[:-1], PersonId("piotr")),
            ownerless=tuple(gaps[-1:]),
            unreachable=(),
            free_places=4,
        ),
        maybe={},
        at=NOW,
    )


def _ask(number: int, state: AskState = AskState.ASKED, kind: Kind = Kind.OUTCOME) -> Ask:
    return Ask(
        id=AskId(f"ask-{number}"),
        lead=LeadId(number),
        person=PersonId("piotr"),
        kind=kind,
        state=state,
        queued_at=NOW - timedelta(minutes=50),
        asked_at=NOW - timedelta(minutes=50),
        envelope=ENVELOPE.id,
    )


def _answer(number: int, said: Said) -> Answer:
    return Answer(
        id=AnswerId(f"answer-{number}"),
        ask=AskId(f"ask-{number}"),
        lead=LeadId(number),
        by=PersonId("piotr"),
        said=said,
        at=NOW - timedelta(minutes=5),
    )


def _waiting() -> Shown:
    shown = a_shown(8)
    heard = {
        4: Heard(_ask(4)),
        7: Heard(
            _ask(7, AskState.ANSWERED),
            replace(_answer(7, Said.DISQUALIFIED), reason=Reason.COMPETITOR),
        ),
    }
    rows = tuple(known(_lead(number), heard.get(number, Heard())) for number in range(8))
    question = replace(shown.question, owners_asked_at=NOW - timedelta(minutes=50))
    return replace(shown, question=question, rows=rows, price=replace(shown.price, askable={}))


def _closed() -> Shown:
    shown = _waiting()
    heard = {
        4: Heard(_ask(4, AskState.EXPIRED)),
        7: Heard(
            _ask(7, AskState.ANSWERED),
            replace(_answer(7, Said.LATER), look_again_on=date(2027, 4, 1)),
        ),
    }
    rows = tuple(known(_lead(number), heard.get(number, Heard())) for number in range(8))
    return replace(shown, question=replace(shown.question, closed_at=NOW), rows=rows)


def _doubtful() -> Shown:
    remarks = Remarks(
        unknown=("nobody@nowhere.example", "lorem ipsum"),
        duplicates=("anna@acme.example",),
        candidates=(
            MayBe("Ana Nowack, Acme", (LeadId(0), LeadId(6))),
            MayBe("Luka Muller, Vertex", (LeadId(3),)),
        ),
    )
    shown = a_shown(3)
    maybe = {LeadId(number): _lead(number) for number in (0, 3, 6)}
    return replace(shown, question=a_question(3, remarks), maybe=maybe)


def _nothing() -> Shown:
    remarks = Remarks(
        unknown=("lorem ipsum", "nobody@nowhere.example"), duplicates=(), candidates=()
    )
    price = Price(askable={}, ownerless=(), unreachable=(), free_places=0)
    return replace(a_shown(0), question=a_question(0, remarks), price=price)


def _unreachable() -> Sequence[tuple[Lead, str]]:
    return ((_lead(4), "Karol Lis"), (_lead(7), ""))


def _delays() -> Sequence[Example]:
    lead = replace(
        _lead(1),
        created_at=datetime(2026, 11, 13, 19, 5, tzinfo=UTC),
        assigned_at=datetime(2026, 11, 13, 19, 30, tzinfo=UTC),
        first_touch_at=datetime(2026, 11, 16, 14, 0, tzinfo=UTC),
    )
    told = Heard(
        _ask(1, AskState.ANSWERED, Kind.DELAY),
        replace(_answer(1, Said.CAUSE), cause=Cause.ROUTED_LATE),
    )
    return (
        Example("questions-delay", delay_card(_delay(lead, Heard()))),
        Example("questions-delay-told", delay_card(_delay(lead, told))),
    )


def _delay(lead: Lead, heard: Heard) -> Shown:
    shown = a_shown(1)
    return replace(
        shown,
        question=replace(shown.question, kind=Kind.DELAY),
        rows=(known(lead, heard),),
        hours={lead.id: HOURS},
        delays={lead.id: timedelta(hours=6)},
        price=replace(shown.price, askable={lead.id: PersonId("piotr")}, ownerless=()),
    )


def envelope_rows() -> Sequence[EnvelopeRow]:
    """Make an envelope's rows: one open, one answered, one about a delay."""
    answered = replace(_answer(4, Said.DISQUALIFIED), reason=Reason.NO_BUDGET)
    return (
        _row(7, None),
        _row(4, answered),
        EnvelopeRow(ask=_ask(1, kind=Kind.DELAY), lead=_lead(1), answer=None, asked_for=ASKER.id),
    )


def _row(number: int, answer: Answer | None) -> EnvelopeRow:
    ask = _ask(number, AskState.ASKED if answer is None else AskState.ANSWERED)
    return EnvelopeRow(ask=ask, lead=_lead(number), answer=answer, asked_for=ASKER.id)


def envelope_examples() -> Mapping[str, Drawn]:
    """Draw the questions' part of an envelope in all its states, each by its name."""
    rows = envelope_rows()
    done = [row for row in rows if row.answer is not None]
    widths = {"reason": Widened.REASON, "date": Widened.DATE, "change": Widened.AGAIN}
    return {
        "questions-envelope": _part(rows),
        **{f"questions-envelope-{name}": _part(rows[:1], by) for name, by in widths.items()},
        "questions-envelope-done": _part(done),
    }


def _part(rows: Sequence[EnvelopeRow], by: Widened | None = None) -> Drawn:
    wide = None if by is None else Wide(rows[0].ask.id, by)
    return envelope_part(ENVELOPE.id, rows, {ASKER.id: ASKER}, at=NOW, wide=wide)


def _forms() -> Sequence[Example]:
    today = NOW.date()
    row = _row(7, None)
    leads = [_lead(4), _lead(7)]
    words = "Umbra: no budget till April; Harbor bought"
    proposals = propose(words, leads, today=today)
    asks = [AskId("ask-4"), AskId("ask-7")]
    return (
        Example("questions-details-reason", details_form(row, Said.DISQUALIFIED, today)),
        Example("questions-details-date", details_form(row, Said.LATER, today)),
        Example("questions-own-words", own_words_form(ENVELOPE, leads)),
        Example(
            "questions-proposal",
            proposal_form(ENVELOPE, list(zip(asks, proposals, strict=True)), today),
        ),
    )
