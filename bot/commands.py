"""What the command line does, apart from running: bring in, ask, look, and keep in order."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot import logs
from bot.agreed import Agreed
from bot.agreed_command import AgreedDesk
from bot.app import (
    Memory,
    allowed_of,
    build,
    company_of,
    keeping_store,
    lead_store,
    new_id,
    now,
    open_database,
    policy_of,
    writing_queues,
)
from bot.audit_command import AuditDesk
from bot.checkup import Finding, advice, well, wrong
from bot.config import Settings
from bot.crm import state
from bot.crm.file.importing import Imported, OnProgress, Options, ignore, import_files
from bot.crm.file.lists import read_lead_list
from bot.crm.file.words import UserMapping, read_mapping
from bot.digest_command import DigestDesk
from bot.i18n import Voice
from bot.outbox_command import OutboxDesk
from bot.people_command import Desk as PeopleDesk
from bot.rehearse_command import RehearsalDesk
from bot.rules_command import RulesDesk
from bot.weekly import Weekly
from handlers.errors import Refused
from handlers.lead import LeadFilter
from handlers.leads.understanding import Understood
from handlers.message import Sheet
from handlers.nudges.rehearsing import Rehearsing
from handlers.people import OwnerId
from handlers.phrase import say
from handlers.questions.cards import Shown
from handlers.roster.registry import Registry
from handlers.writing.deciding import audit_sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """What is brought in, and how it is read."""

    files: Sequence[Path]
    mapping: Path | None = None
    zone: str | None = None
    system: str = ""
    on_progress: OnProgress = ignore


def import_leads(settings: Settings, wanted: Import) -> Imported:
    """Bring leads in from a CRM's export."""
    words = wanted.mapping or settings.words_file
    mapping = UserMapping() if words is None else read_mapping(words)
    with _opened(settings) as database:
        options = Options(
            mapping=mapping,
            said=keeping_store(database).words,
            zone=wanted.zone or settings.zone,
            system=wanted.system,
            voice=Voice(settings.language, settings.zone),
        )
        store, show = lead_store(database), wanted.on_progress
        imported = import_files(wanted.files, store, options=options, on_progress=show)
        with database.open_work() as work:
            work.people.link_by_email()
            work.commit()
        return imported


@contextmanager
def _opened(settings: Settings) -> Generator[Memory]:
    database = open_database(settings.database_url, agreed_hours=settings.first_touch_hours)
    try:
        yield database
    finally:
        database.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An answer for the terminal."""

    understood: Understood
    shown: Shown
    owners: Mapping[OwnerId, str]
    knows_leads: bool
    """Whether anything was brought in at all."""


def ask(settings: Settings, *, words: str | None, file: Path | None) -> Told:
    """Answer a question from what is known now."""
    company = company_of(settings)
    text = words if file is None else _list_in(file)
    with _opened(settings) as database:
        asking = build(database, at=now, company=company).asking
        understood, shown = asking.read(text or "", today=company.hours.day_of(now()))
        with database.look() as work:
            owners = {owner.id: owner.name for owner in work.people.all_owners()}
            knows_leads = bool(work.leads.matching(LeadFilter(), 1))
    return Told(understood=understood, shown=shown, owners=owners, knows_leads=knows_leads)


def _list_in(file: Path) -> str:
    """Read a file of leads; a plain text is a list as it stands."""
    if not file.is_file():
        raise Refused(say("ask-no-file", file=str(file)))
    return read_lead_list(file.name, file.read_bytes())


def check(settings: Settings) -> Sequence[Finding]:
    """Look at everything that the settings name; raises `Unusable` where the database cannot be used."""
    with _opened(settings) as database:
        database.answers()
        store = keeping_store(database)
        streams = store.streams()
        crms = [
            *state.findings(streams, now()),
            *state.writable(store, [one.system for one in streams], allowed_of(settings)),
            *_answers_of(settings, database, [one.system for one in streams]),
            *state.queued(writing_queues(database), now()),
        ]
    return [well(say("check-database")), *_platforms_of(settings), *crms]


def _answers_of(settings: Settings, database: Memory, systems: Sequence[str]) -> Iterator[Finding]:
    if policy_of(settings).writes_answers:
        answers = build(
            database, at=now, company=company_of(settings), policy=policy_of(settings)
        ).writings.answers
        for one in systems:
            yield from state.unclear(one, answers.unclear(keeping_store(database), one))


def _people_of(settings: Settings) -> Iterator[Finding]:
    if not settings.domains:
        yield wrong(say("check-no-domains", setting="LEADLOOP_DOMAINS"))
    if not settings.administrators:
        yield wrong(say("check-no-administrators", setting="LEADLOOP_ADMINISTRATORS"))


def _platforms_of(settings: Settings) -> Sequence[Finding]:
    found: list[Finding] = []
    if settings.slack_bot_token.get_secret_value():
        from bot.workspace import check_slack

        found += check_slack(settings)
    if settings.teams_app_id:
        logs.hush()
        from bot.tenant import check_teams

        found += check_teams(settings)
    return [*_people_of(settings), *found] if found else [advice(say("check-no-platform"))]


@contextmanager
def people_desk(settings: Settings) -> Generator[PeopleDesk]:
    """Open the register of people."""
    with _opened(settings) as database:
        registry = Registry(
            open_work=database.open_work,
            look=database.look,
            now=now,
            new_id=new_id,
            domains=settings.domains,
            company=company_of(settings),
        )
        yield PeopleDesk(registry, Voice(settings.language, settings.zone))


@contextmanager
def agreed_desk(settings: Settings) -> Generator[AgreedDesk]:
    """Open what both teams agreed on, as it is now."""
    with _opened(settings) as database:
        agreed = Agreed(look=database.look, at=now(), company=company_of(settings).hours)
        yield AgreedDesk(agreed, Voice(settings.language, settings.zone))


@contextmanager
def audit_desk(settings: Settings) -> Generator[AuditDesk]:
    """Open the log of what was written to the CRMs."""
    with _opened(settings) as database:

        def sheet() -> Sheet:
            with database.look() as work:
                return audit_sheet(work)

        yield AuditDesk(sheet, Voice(settings.language, settings.zone))


@contextmanager
def digest_desk(settings: Settings) -> Generator[DigestDesk]:
    """Open the weekly digests."""
    company = company_of(settings).hours
    with _opened(settings) as database:
        weekly = Weekly(open_work=database.open_work, look=database.look, now=now, company=company)
        yield DigestDesk(weekly, Voice(settings.language, settings.zone))


@contextmanager
def rules_desk(settings: Settings) -> Generator[RulesDesk]:
    """Open the rules about stale fields."""
    voice = Voice(settings.language, settings.zone)
    with _opened(settings) as database:
        yield RulesDesk(open_work=database.open_work, look=database.look, now=now, voice=voice)


@contextmanager
def rehearsal_desk(settings: Settings) -> Generator[RehearsalDesk]:
    """Open the rehearsal of the rules."""
    with _opened(settings) as database:
        rehearsing = Rehearsing(
            open_work=database.open_work,
            look=database.look,
            now=now,
            new_id=new_id,
            company=company_of(settings).hours,
        )
        yield RehearsalDesk(rehearsing, Voice(settings.language, settings.zone))


@contextmanager
def outbox_desk(settings: Settings) -> Generator[OutboxDesk]:
    """Open the messages that could not be delivered."""
    with _opened(settings) as database:

        def retry() -> int:
            with database.open_work() as work:
                count = work.undelivered.retry()
                work.commit()
            return count

        yield OutboxDesk(retry, Voice(settings.language, settings.zone))
