"""What the tests of sending share: a platform that speaks to the fake Connector, and things to say."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import asynccontextmanager

from bot.i18n import Voice
from bot.microsoft_tokens import Proof, Secret
from bot.pace import Pace
from bot.platforms.teams.calls import Connector, new_client
from bot.platforms.teams.contact import Contacts
from bot.platforms.teams.files import Files
from bot.platforms.teams.graph import Graph
from bot.platforms.teams.hosts import Hosts
from bot.platforms.teams.limits import Allowance
from bot.platforms.teams.references import References
from bot.platforms.teams.send import TeamsPlatform
from bot.platforms.teams.tokens import EntraTokens
from handlers.message import Card, File, Paragraph
from handlers.parcel import Conversation, Kind
from handlers.people import Language
from handlers.phrase import verbatim
from storage.work import Database
from tests.bot.platforms.teams.sealing import seals_for
from tests.fakes.teams.fake import FakeTeams
from tests.fakes.teams.people import Person
from tests.fakes.teams.places import Conversation as Room
from tests.fakes.teams.places import Message

ENGLISH = Voice(Language.ENGLISH, "UTC")
SHEET = File(verbatim("20 leads"), "leads.csv", "text/csv", b"a,b\n1,2\n")
UNPACED = Pace(per_second=1e6, burst=1_000_000)


def unpaced() -> Allowance:
    return Allowance(speaking=UNPACED, looking=UNPACED, tenant=UNPACED)


def host(teams: FakeTeams) -> str:
    return teams.address.removeprefix("http://")


def tokens_of(teams: FakeTeams, proof: Proof | None = None) -> EntraTokens:
    return EntraTokens(
        app=teams.app_id,
        tenant=teams.tenant_id,
        proof=proof or Secret(teams.app_secret),
        login=teams.login_url,
    )


def references_of(database: Database) -> References:
    return References(open_work=database.open_work, look=database.look, now=database.now)


@asynccontextmanager
async def speaking(
    teams: FakeTeams,
    database: Database,
    *,
    allowance: Allowance | None = None,
    proof: Proof | None = None,
    installs: bool = False,
    pace: Pace = UNPACED,
) -> AsyncGenerator[TeamsPlatform]:
    """A platform with its connections open, at no particular pace."""
    tokens, references = tokens_of(teams, proof), references_of(database)
    async with new_client() as client:
        connector = Connector(
            client, tokens, hosts=Hosts([host(teams)]), allowance=allowance or unpaced()
        )
        graph = Graph(client, tokens, app=teams.app_id, url=teams.graph_url)
        contacts = Contacts(
            connector,
            references,
            app=teams.app_id,
            tenant=teams.tenant_id,
            graph=graph if installs else None,
            service_url=teams.service_url,
        )
        files = Files(references, client, Hosts([host(teams)]))
        yield TeamsPlatform(connector, contacts, files, references, seals_for(teams), pace=pace)


def met(teams: FakeTeams, database: Database, *whom: Person | Room) -> None:
    """An activity came from each of them: their conversations are known."""
    for one in whom:
        is_person = isinstance(one, Person)
        room = teams.personal(one) if isinstance(one, Person) else one
        room.installed = True
        kind = Kind.CHANNEL if room.kind == "channel" else Kind.GROUP
        references_of(database).saw(
            Conversation(
                platform="teams",
                address=one.object_id if isinstance(one, Person) else one.id,
                conversation=room.id,
                service_url=teams.service_url,
                kind=Kind.PERSONAL if is_person else kind,
            )
        )


def file_of(teams: FakeTeams, person: Person, context: Mapping[str, object]) -> str:
    """Open which file somebody is asked about."""
    opened = seals_for(teams).opened(context, room="", person=person.object_id)
    return str(opened.content["file"])


def headline(message: Message) -> str:
    """The first line of what a notification says."""
    return message.summary.partition("\n")[0]


async def until(condition: Callable[[], bool]) -> None:
    while not condition():  # noqa: ASYNC110 - the condition lies in another thread
        await asyncio.sleep(0.02)


def card(text: str = "hello") -> Card:
    return Card(verbatim(text), (Paragraph(verbatim(text)),))


async def sent(
    platform: TeamsPlatform, address: str, message: Card | File | None = None, *, key: str = "k-1"
) -> str:
    return await platform.send(address, message or card(), voice=ENGLISH, key=key)


async def replaced(
    platform: TeamsPlatform, address: str, reference: str, message: Card | None = None
) -> None:
    await platform.replace(address, reference, message or card("hello again"), voice=ENGLISH)
