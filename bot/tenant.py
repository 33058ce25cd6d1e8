"""Microsoft Teams, put together: the platform, the door, and who is who there."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

import httpx

from bot.app import (
    Memory,
    build,
    company_of,
    new_id,
    now,
    open_database,
    policy_of,
    post_office,
    pressed,
    seal_key,
)
from bot.checkup import Finding
from bot.config import Settings
from bot.connected import AtWork, Connected
from bot.crm.file.lists import read_lead_list
from bot.i18n import Voice
from bot.metrics import Metrics
from bot.microsoft_tokens import Certificate, Federated, Identity, Proof, Secret
from bot.platforms.directory import Directory
from bot.platforms.teams.app import teams_routes
from bot.platforms.teams.calls import Connector, new_client
from bot.platforms.teams.checkup import Tools, checkup
from bot.platforms.teams.checkup import Wanted as Asked
from bot.platforms.teams.contact import Contacts
from bot.platforms.teams.directory import Reception
from bot.platforms.teams.files import Files
from bot.platforms.teams.gate import Gate, Wanted
from bot.platforms.teams.graph import Graph
from bot.platforms.teams.hosts import SHAREPOINT, Hosts
from bot.platforms.teams.keys import Keys
from bot.platforms.teams.members import Members
from bot.platforms.teams.outside import Outside
from bot.platforms.teams.parts import FORM_LIVES, MOST_FORMS, Teams
from bot.platforms.teams.profile import Tenant
from bot.platforms.teams.recent import Recent
from bot.platforms.teams.references import References
from bot.platforms.teams.seals import Seals, new_key
from bot.platforms.teams.send import TeamsPlatform
from bot.platforms.teams.tokens import EntraTokens
from bot.platforms.teams.users import GraphUsers
from bot.sides import keep_channels, voice_in
from handlers.errors import Refused
from handlers.people import Side
from handlers.phrase import say
from handlers.router import Router
from handlers.work import Now

TEAMS = "teams"
DEEDS_AT_ONCE = 4

T = TypeVar("T")


def connect(work: AtWork) -> Connected:
    """Prepare Teams as the settings say; raises `Refused` where the tenant or the proof is missing."""
    proof = proof_of(work.settings)
    keep_channels(work.house, work.settings, TEAMS, _channels(work.settings))
    line = _line(work, proof)
    platform = line.platform()
    members = line.members(platform)
    directory = Directory(members, work.house.enrolment, now=work.at)
    teams = _door(line, platform, Reception(members, directory), directory)
    return Connected(
        platform=platform,
        routes=teams_routes(teams),
        services={
            TEAMS: platform.watch,
            "teams-directory": directory.run,
            "teams-errands": teams.errands.run,
        },
        checks={TEAMS: platform.holds},
        hang_up=(line.client.aclose,),
    )


@dataclass(frozen=True, slots=True)
class _Line:
    """What every call of Teams needs."""

    work: AtWork
    tokens: EntraTokens
    client: httpx.AsyncClient
    hosts: Hosts
    files: Hosts
    references: References
    seals: Seals

    def platform(self) -> TeamsPlatform:
        """Build what delivery sends through."""
        settings = self.work.settings
        connector = Connector(self.client, self.tokens, hosts=self.hosts)
        contacts = Contacts(
            connector,
            self.references,
            app=settings.teams_app_id,
            tenant=settings.teams_tenant_id,
            graph=self.graph(Graph, app=settings.teams_app_id),
            service_url=_service_url(settings),
        )
        files = Files(self.references, self.client, self.files)
        return TeamsPlatform(connector, contacts, files, self.references, self.seals)

    def members(self, platform: TeamsPlatform) -> Members:
        """Build what knows the people of the tenant."""
        settings = self.work.settings
        return Members(
            platform.connector,
            self.references,
            tenant=Tenant(id=settings.teams_tenant_id.lower(), domains=settings.domains),
            now=self.work.at,
            users=self.graph(GraphUsers),
        )

    def graph(self, made: Callable[..., T], **more: str) -> T | None:
        """Make what asks Microsoft Graph, where Leadloop may."""
        settings = self.work.settings
        if not settings.teams_install:
            return None
        return made(self.client, self.tokens, url=str(settings.teams_graph_url), **more)


def _line(work: AtWork, proof: Proof) -> _Line:
    settings, database = work.settings, work.house.database
    return _Line(
        work=work,
        tokens=EntraTokens(
            app=settings.teams_app_id,
            tenant=settings.teams_tenant_id.lower(),
            proof=proof,
            login=str(settings.teams_login_url),
        ),
        client=new_client(),
        hosts=Hosts(settings.teams_service_hosts),
        files=_share_point(settings),
        references=References(open_work=database.open_work, look=database.look, now=work.at),
        seals=seals_of(database, settings, work.at),
    )


def seals_of(database: Memory, settings: Settings, at: Now) -> Seals:
    """Seal what buttons carry with the key that all replicas share."""
    key = seal_key(database, TEAMS, new_key())
    return Seals(key, tenant=settings.teams_tenant_id, now=at)


def _door(
    line: _Line, platform: TeamsPlatform, reception: Reception, directory: Directory
) -> Teams:
    work, references = line.work, line.references
    settings, house = work.settings, work.house
    app, tenant = settings.teams_app_id, settings.teams_tenant_id.lower()
    route = directory.renewing(Router(house.routes).route)
    return Teams(
        app_id=app,
        tenant_id=tenant,
        gate=Gate(
            Wanted(app_id=app, tenants=frozenset({tenant}), hosts=line.hosts),
            Keys(str(settings.teams_keys_url), now=work.at),
        ),
        route=route,
        directory=reception,
        platform=platform,
        seals=line.seals,
        outside=Outside(line.files),
        tokens=line.tokens,
        saw=references.saw,
        knows=lambda address: references.of(address) is not None,
        gone=references.blocked,
        read_list=read_lead_list,
        threads=ThreadPoolExecutor(DEEDS_AT_ONCE, thread_name_prefix=TEAMS),
        press=pressed(route, house.database, f"{TEAMS}-press"),
        now=work.at,
        new_id=new_id,
        measured=work.metrics.presses(TEAMS),
        voice=Voice(settings.language, settings.zone),
        voice_in=partial(voice_in, house, TEAMS),
        forms=Recent(FORM_LIVES, now=work.at, most=MOST_FORMS),
    )


def check_teams(settings: Settings) -> Sequence[Finding]:
    """Look whether Teams is set up as the settings say."""
    return asyncio.run(_checked(settings))


async def _checked(settings: Settings) -> Sequence[Finding]:
    database, company = open_database(settings.database_url), company_of(settings)
    house = build(database, at=now, company=company, policy=policy_of(settings))
    metrics = Metrics(post_office(database).backlog)
    line = _line(
        AtWork(settings=settings, house=house, metrics=metrics, at=now), proof_of(settings)
    )
    platform = line.platform()
    tools = Tools(
        tokens=line.tokens,
        keys=Keys(str(settings.teams_keys_url), now=now),
        platform=platform,
        members=line.members(platform),
        graph=line.graph(Graph, app=settings.teams_app_id),
        users=line.graph(GraphUsers),
    )
    asked = Asked(
        app_id=settings.teams_app_id,
        keys_url=str(settings.teams_keys_url),
        hosts=settings.hosts,
        channels={side.value: id for side, id in _channels(settings).items()},
        administrators=list(settings.administrators),
        certificate=settings.teams_certificate,
    )
    try:
        async with line.client:
            return await checkup(tools, asked, now=now)
    finally:
        database.close()


def proof_of(settings: Settings) -> Proof:
    """Give by what Entra knows the app: without a secret where that can be."""
    if not settings.teams_tenant_id:
        raise Refused(say("run-teams-no-tenant"))
    if settings.teams_managed_identity == settings.teams_app_id:
        return Identity(settings.teams_managed_identity)
    if settings.teams_managed_identity:
        return Federated(settings.teams_managed_identity)
    if settings.teams_certificate is not None:
        return Certificate.read(settings.teams_certificate)
    secret = settings.teams_app_secret.get_secret_value()
    if not secret:
        raise Refused(say("run-teams-no-proof"))
    return Secret(secret)


def _channels(settings: Settings) -> Mapping[Side, str]:
    return {
        Side.MARKETING: settings.teams_marketing_channel,
        Side.SALES: settings.teams_sales_channel,
    }


def _service_url(settings: Settings) -> str:
    """Give where the Connector is called before it was heard of: tests have it on this machine."""
    host = settings.teams_service_hosts[0]
    is_here = host.startswith(("127.0.0.1:", "localhost:"))
    return f"{'http' if is_here else 'https'}://{host}/teams/"


def _share_point(settings: Settings) -> Hosts:
    """Give the hosts of files; where the Connector is on this machine, so are they."""
    here = [one for one in settings.teams_service_hosts if one.startswith("127.0.0.1:")]
    return Hosts([*SHAREPOINT, *here])
