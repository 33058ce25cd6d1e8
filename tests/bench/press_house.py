"""A house whose reps have full envelopes, and what they press there, deed by deed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count

from sqlalchemy import func, select

from bot.app import open_database
from handlers.envelope import Envelope, EnvelopeId
from handlers.lead import LeadId
from handlers.leads.understanding import Kind, Remarks
from handlers.people import Owner, OwnerId, PersonId, Place, Side
from handlers.questions.model import Ask, AskId, AskState, Question, QuestionId
from handlers.roster.model import Account
from storage.database import open_engine
from storage.schema import answers
from tests.bench import bare_import
from tests.builders import a_lead, a_marketer, a_rep
from tests.population import settle

REPS, ROWS = 20, 5
ANSWERS = ("converted", "in-conversation", "trying", "not-touched", "do-not-know")
DAYS = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a rep's envelope that can be answered."""

    rep: str
    """The rep's id on the platform."""
    ask: str


@dataclass(frozen=True, slots=True)
class Deed:
    """One press: no two of the same house have one number, and none says what its row says already."""

    number: int
    row: Row
    said: str


def furnish(url: str, users: Sequence[str], *, platform: str = "slack") -> Sequence[Row]:
    """Empty a database, let reps move in whose envelopes are full, and give their rows.

    `users` are the reps' ids on the platform, one for each.
    """
    _empty(url)
    database, at = open_database(url), datetime.now(UTC)
    reps = [a_rep(f"Rep{number} Bench") for number in range(REPS)]
    owners = [Owner(id=OwnerId(n + 1), name=rep.name, person=rep.id) for n, rep in enumerate(reps)]
    leads = [a_lead(n + 1, owner=OwnerId(n % REPS + 1)) for n in range(REPS * ROWS)]
    settle(database.engine, people=[*reps, a_marketer()], owning=owners, having=leads)
    question = _question([lead.id for lead in leads], at)
    asks = [_ask(n, reps[n % REPS].id, lead.id, at) for n, lead in enumerate(leads)]
    with database.open_work() as work:
        work.questions.add(question)
        for number, rep in enumerate(reps):
            work.roster.keep_account(rep.id, Account(platform, users[number]), at)
            work.envelopes.add(_envelope(number, rep.id, at))
        for ask in asks:
            work.questions.add_ask(ask, question.id)
        work.commit()
    database.close()
    return [Row(users[n % REPS], ask.id) for n, ask in enumerate(asks)]


def _empty(url: str) -> None:
    engine = open_engine(url)
    bare_import.empty(engine)
    engine.dispose()


def _question(leads: Sequence[LeadId], at: datetime) -> Question:
    return Question(
        id=QuestionId("question"),
        asker=a_marketer().id,
        place=Place.channel(Side.MARKETING),
        kind=Kind.OUTCOME,
        words="",
        remarks=Remarks(),
        leads=tuple(leads),
        asked_at=at,
        owners_asked_at=at,
        closes_at=at + DAYS,
    )


def _envelope(number: int, person: PersonId, at: datetime) -> Envelope:
    day = date(2026, 1, 1)
    return Envelope(id=EnvelopeId(f"e{number}"), person=person, day=day, sent_at=at)


def _ask(number: int, person: PersonId, lead: LeadId, at: datetime) -> Ask:
    return Ask(
        id=AskId(f"ask{number}"),
        lead=lead,
        person=person,
        kind=Kind.OUTCOME,
        state=AskState.ASKED,
        queued_at=at,
        envelope=EnvelopeId(f"e{number % REPS}"),
        asked_at=at,
        expires_at=at + DAYS,
    )


def deeds(rows: Sequence[Row], first: int = 0) -> Iterator[Deed]:
    """Go from row to row from a deed's number on; each time around, every row gets another answer."""
    for number in count(first):
        around, at = divmod(number, len(rows))
        yield Deed(number, rows[at], ANSWERS[around % len(ANSWERS)])


@contextmanager
def answers_kept(url: str) -> Iterator[Callable[[], int]]:
    """Give what counts the answers that were committed, corrected ones too."""
    engine = open_engine(url)

    def counted() -> int:
        with engine.connect() as connection:
            return connection.execute(select(func.count()).select_from(answers)).scalar_one()

    yield counted
    engine.dispose()
