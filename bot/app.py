"""The composition root: puts the features on a database, and alone opens storage.

`bot/demo.py`, `bot/run.py` and `bot/commands.py` bring what it makes to the street.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.config import Settings
from bot.digests import Digests
from bot.envelopes import Envelopes, RowWork
from bot.keeping import Keeping
from bot.lane import Lane, Press
from bot.nudging import Nudging
from bot.pages import Pages
from bot.schedule import Job
from bot.teamwork import Teamwork, Together
from bot.writings import Writings
from handlers.connector import Connector
from handlers.digests.counting import AGREED_HOURS
from handlers.interaction import Handler, Routes
from handlers.lead import LeadId
from handlers.mapping.telling import Telling
from handlers.parcel import Destination, Patience
from handlers.people import Person
from handlers.questions.answering import Answering, nowhere
from handlers.questions.asking import Asking
from handlers.questions.model import QuestionId
from handlers.questions.rounds import Rounds
from handlers.questions.work import answer_view
from handlers.roster.enrolment import Enrolment
from handlers.roster.model import Appointed, Company
from handlers.router import merged
from handlers.work import Now, Views
from handlers.working_time import WorkingHours
from handlers.writing.model import Allowed, Queue
from storage.cleaning import NightlyCleaning
from storage.database import migrate, open_engine
from storage.dealing import deal
from storage.imports import SqlImport
from storage.keeping import SqlKeeping
from storage.post_office import SqlPostOffice
from storage.seal_keys import SqlSealKeys
from storage.work import Database

PRESSES_AT_ONCE = 3
"""Threads for presses where writers do not keep each other out."""


def now() -> datetime:
    """Tell the time by the system's clock."""
    return datetime.now(UTC)


def new_id() -> str:
    """Make an opaque id that nobody can guess."""
    return secrets.token_urlsafe(12)


Memory = Database
"""Everything that is remembered, by the name under which the rest of `bot` knows it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """All features on one database."""

    database: Database
    writings: Writings
    """What goes back to the CRM."""
    asking: Asking[RowWork]
    enrolment: Enrolment
    """Signs people in as their platform proves who they are."""
    routes: Routes
    views: Views
    jobs: Mapping[str, Job]
    tell: Job
    """Brings new answers to the cards that show them; called whenever something was committed."""


def _deaf(heard: object) -> None:
    """Hear nothing."""
    del heard


@dataclass(frozen=True, slots=True, kw_only=True)
class Ears:
    """Who hears of what happens in the house; none of them may wait."""

    changed: Callable[[Person], None] = _deaf
    """Hears of a person's new settings."""
    refresh: Callable[[Sequence[LeadId]], None] = _deaf
    """Hears which leads an answer shows, so that the CRM can be asked about them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What whoever runs Leadloop decided for the whole company."""

    domains: Sequence[str] = ()
    """Of the addresses of those who are let in."""
    appointed: Appointed = field(default_factory=Appointed)
    allowed: Allowed = field(default_factory=Allowed)
    """What may be written to a CRM."""
    nudges: bool = False
    """Whether reps are asked about stale fields."""
    writes_answers: bool = False
    """Whether answers to questions are written to a CRM."""


def build(
    database: Database,
    *,
    at: Now,
    company: Company,
    ears: Ears | None = None,
    policy: Policy | None = None,
) -> House:
    """Put the features on a database."""
    ears, policy = ears or Ears(), policy or Policy()
    open_work, look = database.open_work, database.look
    envelopes = Envelopes.of(
        open_work=open_work, look=look, now=at, new_id=new_id, allowed=policy.allowed
    )
    asking: Asking[RowWork] = Asking(
        open_work=open_work,
        look=look,
        now=at,
        new_id=new_id,
        fill=envelopes.filling.fill_for,
        team_hours=company.hours,
        refresh=ears.refresh,
    )
    writings = _writings(database, policy)
    answering = Answering(
        open_work=open_work,
        look=look,
        now=at,
        new_id=new_id,
        draw=envelopes.drawing.card,
        kept=writings.answers.kept if policy.writes_answers else nowhere,
    )
    rounds = Rounds(open_work=open_work, look=look)
    enrolment = _enrolment(database, at, company, policy)
    together = _together(database, company, writings, envelopes, asks=policy.nudges)
    pages = Pages(
        open_work=open_work,
        look=look,
        now=at,
        said=asking.said,
        usual=usual_voice(company),
        changed=ears.changed,
        waiting=envelopes.drawing.section,
        together=together,
    )
    routes, views = pages.put_together()
    return House(
        database=database,
        writings=writings,
        asking=asking,
        enrolment=enrolment,
        routes=merged([asking.routes(), answering.routes(), routes, together.routes]),
        views={
            "questions.answer": asking.draw,
            "envelopes.card": envelopes.drawing.draw,
            **views,
            **together.views,
        },
        jobs=_jobs(database, rounds, envelopes.filling.fill, together.jobs),
        tell=_in_turn(rounds.tell, *together.tell),
    )


def _writings(database: Database, policy: Policy) -> Writings:
    """Prepare what may go back to the CRM."""
    return Writings(
        open_work=database.open_work,
        look=database.look,
        now=database.now,
        new_id=new_id,
        allowed=policy.allowed,
    )


def _together(
    database: Database, company: Company, writings: Writings, envelopes: Envelopes, *, asks: bool
) -> Together:
    """Put together what the teams do with each other, and what keeps the CRM true."""
    open_work, look, at, hours = database.open_work, database.look, database.now, company.hours
    nudging = Nudging(
        open_work=open_work,
        look=look,
        now=at,
        new_id=new_id,
        company=hours,
        confirming=writings.confirming,
        draw=envelopes.drawing.card,
        asks=asks,
    )
    digests = Digests(open_work=open_work, look=look, now=at, new_id=new_id, company=hours)
    teamwork = Teamwork(open_work=open_work, look=look, now=at, new_id=new_id, hours=hours)
    together = teamwork.put_together()
    for one in (digests, nudging, writings):
        together = together.beside(one.put_together())
    return together


def _enrolment(database: Database, at: Now, company: Company, policy: Policy) -> Enrolment:
    """Let people in by their addresses."""
    return Enrolment(
        open_work=database.open_work,
        look=database.look,
        now=at,
        new_id=new_id,
        domains=policy.domains,
        appointed=policy.appointed,
        company=company,
    )


def _jobs(
    database: Database, rounds: Rounds, fill: Job, others: Mapping[str, Job]
) -> Mapping[str, Job]:
    """List what the clock does."""
    return {
        "settle-asks": rounds.settle,
        "fill-envelopes": fill,
        "expire-asks": rounds.expire,
        "close-questions": rounds.close_questions,
        **others,
        "tell-of-crm": Telling(open_work=database.open_work, look=database.look).tell,
        "cleaning": NightlyCleaning(database.engine),
    }


def _in_turn(*jobs: Job) -> Job:
    """Do several things that are due at the same moment."""

    def do(at: datetime) -> None:
        for job in jobs:
            job(at)

    return do


def open_database(
    url: str,
    *,
    at: Now = now,
    committed: Callable[[], None] = lambda: None,
    agreed_hours: int = AGREED_HOURS,
) -> Database:
    """Open a database and bring its schema up to date."""
    engine = open_engine(url)
    migrate(engine)
    return Database(engine, now=at, new_id=new_id, committed=committed, agreed_hours=agreed_hours)


def pressed(route: Handler, database: Database, name: str) -> Press:
    """Prepare to answer presses in threads of this name; those that come at once share commits."""
    threads = 1 if database.writes_in_turn else PRESSES_AT_ONCE
    return Lane(route, database.together, name=name, threads=threads).press


def lead_store(database: Database) -> SqlImport:
    """Give what an import writes to."""
    return SqlImport(database.engine, now=database.now)


def seal_key(database: Database, platform: str, fresh: bytes) -> bytes:
    """Give the key that seals a platform's buttons; `fresh` becomes it where there is none yet."""
    return SqlSealKeys(database.engine, now=database.now).of(platform, fresh)


def keeping_store(database: Database) -> SqlKeeping:
    """Give where the state of connected CRMs and what they tell is kept."""
    return SqlKeeping(database.engine, now=database.now)


def keeping(database: Database, connector: Connector, company: Company) -> Keeping:
    """Prepare to keep our copy of a connected CRM's leads in step."""
    zone = ZoneInfo(company.hours.zone)
    return Keeping(
        connector=connector,
        store=keeping_store(database),
        now=database.now,
        hour=lambda at: at.astimezone(zone).hour,
        changed=answers_changed(database),
    )


def writing_queues(database: Database) -> Sequence[Queue]:
    """Tell how much waits to be written to each CRM."""
    with database.look() as work:
        return work.writes.queues(database.now())


def answers_changed(database: Database) -> Callable[[Sequence[str]], None]:
    """Give what brings the answers to questions up to date, wherever they stand."""

    def refresh(questions: Sequence[str]) -> None:
        with database.open_work() as work:
            for question in questions:
                work.outbox.refresh(answer_view(QuestionId(question)))
            work.commit()

    return refresh


def post_office(
    database: Database,
    *,
    patience: Patience | None = None,
    elsewhere: Destination = Destination(platform="", address=""),  # noqa: B008 - frozen
) -> SqlPostOffice:
    """Open the outbox for delivery; `elsewhere` says how channels that are no side's are spoken to."""
    return SqlPostOffice(
        database.engine, now=database.now, new_id=new_id, patience=patience, elsewhere=elsewhere
    )


def deal_out(database: Database, reps: Sequence[Person]) -> None:
    """Give every lead that has no owner to one of these reps, by turns."""
    with database.engine.begin() as connection:
        deal(connection, reps)


def allowed_of(settings: Settings) -> Allowed:
    """Give what the settings let be written to a CRM."""
    fields = frozenset(settings.crm_write_fields)
    return Allowed(is_on=settings.crm_write, fields=fields or None)


def policy_of(settings: Settings) -> Policy:
    """Give what the settings decide."""
    return Policy(
        domains=settings.domains,
        appointed=Appointed(administrators=settings.administrators, managers=settings.managers),
        allowed=allowed_of(settings),
        nudges=settings.nudges,
        writes_answers=settings.crm_write and settings.crm_write_answers,
    )


def company_of(settings: Settings) -> Company:
    """Give what the company's people have who did not choose otherwise."""
    hours = WorkingHours(zone=settings.zone, country=settings.country)
    return Company(language=settings.language, hours=hours)


def usual_voice(company: Company) -> Destination:
    """Tell how a channel is spoken to that nobody has decided anything about."""
    return Destination(platform="", address="", language=company.language, zone=company.hours.zone)


class Bell:
    """Rings for those who come later."""

    def __init__(self) -> None:
        """Be heard by nobody."""
        self._heard: list[Callable[[], None]] = []

    def hang(self, heard: Callable[[], None]) -> None:
        """Say who hears it besides; they must not wait."""
        self._heard.append(heard)

    def ring(self) -> None:
        """Let it be heard."""
        for heard in self._heard:
            heard()
