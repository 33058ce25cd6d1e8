"""Connects the CRMs that the settings name, and keeps our copy of each in step."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.app import Memory, keeping, keeping_store
from bot.config import Settings
from bot.crm.file.words import UserMapping, read_mapping, said_by
from bot.i18n import Voice
from bot.keeper import Keeper
from bot.microsoft_tokens import Certificate, Entra, Federated, Identity, Proof, Secret
from bot.rhythm import Rhythm
from bot.scribe import Scribe
from bot.web import Service
from bot.writings import Writings
from handlers.connector import Connector
from handlers.errors import Refused, Unusable
from handlers.keeping import WordKind
from handlers.lead import LeadId
from handlers.phrase import say
from handlers.roster.model import Company
from handlers.work import Now

Also = Callable[[], Collection[str]]
"""Tells which further fields of the CRM the company gave a meaning."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """A connected CRM, and whoever reads it and writes to it."""

    connector: Connector
    keeper: Keeper
    scribe: Scribe | None = None

    async def run(self, stop: asyncio.Event) -> None:
        """Keep it in step until `stop`, and let go of it once nobody calls it any more."""
        work = [self.keeper.run(stop)] + ([self.scribe.run(stop)] if self.scribe else [])
        try:
            await asyncio.gather(*work)
        finally:
            self.connector.close()


class Keepers:
    """Every connected CRM; a question's leads are read again in each."""

    def __init__(self, rhythm: Rhythm) -> None:
        """Keep nothing yet: the house must know whom to tell before it is built."""
        self._rhythm = rhythm
        self._kept: list[_Kept] = []

    def keep(self, settings: Settings, database: Memory, company: Company, *, at: Now) -> None:
        """Prepare the CRMs that the settings name; nothing is called yet."""
        for connector in connectors(settings, database, at=at):
            every = self._rhythm.read or timedelta(minutes=settings.crm_every)
            kept = keeping(database, connector, company)
            if connector.capabilities.is_export:
                kept.said = said_by(_own_words(settings))
            self._kept.append(_Kept(connector, Keeper(kept, every=every)))

    def write(self, writings: Writings, voice: Voice) -> None:
        """Bring to each CRM what people confirmed, where the settings allow it at all."""
        if writings.allowed.is_on:
            self._kept = [
                one
                if one.connector.capabilities.is_export
                else replace(one, scribe=self._scribe(one, writings, voice))
                for one in self._kept
            ]

    def _scribe(self, kept: _Kept, writings: Writings, voice: Voice) -> Scribe:
        refresh, every = kept.keeper.refresh, self._rhythm.write
        return writings.scribe(kept.connector, refresh, voice, every=every)

    def refresh(self, leads: Sequence[LeadId]) -> None:
        """Have leads read again soon; never waits."""
        for one in self._kept:
            one.keeper.refresh(leads)

    def poke(self) -> None:
        """Say, from any thread, that something was committed that may have to be written to a CRM."""
        for one in self._kept:
            if one.scribe is not None:
                one.scribe.poke()

    @property
    def services(self) -> Mapping[str, Service]:
        """Give what runs beside the web front."""
        return {f"crm-{one.connector.system}": one.run for one in self._kept}


def connectors(settings: Settings, database: Memory, *, at: Now) -> Sequence[Connector]:
    """Connect what the settings name; a CRM's adapter is imported only when it is configured."""
    found: list[Connector] = []
    if settings.hubspot_token.get_secret_value():
        found.append(_hubspot(settings, database, at=at))
    if settings.salesforce_domain:
        found.append(_salesforce(settings, database, at=at))
    if settings.dynamics_url:
        found.append(_dynamics(settings, database))
    if settings.crm_file is not None:
        found.append(_file(settings, settings.crm_file, at=at))
    systems = [one.system for one in found]
    if len(set(systems)) < len(systems):
        raise Refused(say("run-crm-twice", setting="LEADLOOP_CRM_FILE_SYSTEM"))
    return found


def _hubspot(settings: Settings, database: Memory, *, at: Now) -> Connector:
    from bot.crm.hubspot.connector import connect

    return connect(
        token=settings.hubspot_token.get_secret_value(),
        version=settings.hubspot_version,
        object_type=settings.hubspot_object,
        url=str(settings.hubspot_url).rstrip("/"),
        now=at,
        also=_mapped(database, "hubspot"),
    )


def _salesforce(settings: Settings, database: Memory, *, at: Now) -> Connector:
    try:
        from bot.crm.salesforce.connector import connect
        from bot.crm.salesforce.login import Account
    except ModuleNotFoundError as missing:
        raise Unusable("Salesforce needs its library: install leadloop[salesforce].") from missing

    try:
        account = Account(
            domain=settings.salesforce_domain,
            key=settings.salesforce_key.get_secret_value(),
            secret=settings.salesforce_secret.get_secret_value(),
            user=settings.salesforce_user,
            private_key=_read(settings.salesforce_private_key),
        )
    except ValueError:
        raise Refused(say("run-salesforce-no-proof")) from None
    version, also = settings.salesforce_version, _mapped(database, "salesforce")
    return connect(account, version=version, now=at, also=also)


def _read(file: Path | None) -> str:
    if file is None:
        return ""
    try:
        return file.read_text("ascii")
    except (OSError, UnicodeDecodeError):
        raise Refused(say("run-no-key-file", file=file.name)) from None


def _dynamics(settings: Settings, database: Memory) -> Connector:
    from bot.crm.dynamics.connector import connect

    entra = Entra(
        app=settings.dynamics_app_id, tenant=settings.dynamics_tenant_id, proof=_proof(settings)
    )
    return connect(
        url=settings.dynamics_url.rstrip("/"),
        entra=entra,
        tracked=settings.dynamics_tracked,
        also=_mapped(database, "dynamics"),
    )


def _proof(settings: Settings) -> Proof:
    """Give by what Entra knows the application user: without a secret where that can be."""
    if settings.dynamics_managed_identity == settings.dynamics_app_id != "":
        return Identity(settings.dynamics_managed_identity)
    if settings.dynamics_managed_identity:
        return Federated(settings.dynamics_managed_identity)
    if settings.dynamics_certificate is not None:
        return Certificate.read(settings.dynamics_certificate)
    secret = settings.dynamics_app_secret.get_secret_value()
    if not (secret and settings.dynamics_app_id and settings.dynamics_tenant_id):
        raise Refused(say("run-dynamics-no-proof"))
    return Secret(secret)


def _file(settings: Settings, path: Path, *, at: Now) -> Connector:
    from bot.crm.file.connector import FileCrm, Source

    source = Source(
        path=path,
        system=settings.crm_file_system,
        zone=ZoneInfo(settings.zone),
        mapping=_own_words(settings),
    )
    return FileCrm(source, now=at)


def _own_words(settings: Settings) -> UserMapping:
    return UserMapping() if settings.words_file is None else read_mapping(settings.words_file)


def _mapped(database: Memory, system: str) -> Also:
    store = keeping_store(database)

    def fields() -> Collection[str]:
        said = store.words(system)
        return [one.word for one in said if one.kind is WordKind.FIELD and one.means]

    return fields
