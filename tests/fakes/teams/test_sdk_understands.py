"""What the fake sends and takes is what Microsoft's own SDK sends and takes: the shapes are Teams'."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from typing import Any

import httpx
import jwt
import pytest
from microsoft_teams.api.activities import ActivityTypeAdapter
from microsoft_teams.api.activities.message import MessageActivityInput
from microsoft_teams.api.auth.cloud_environment import PUBLIC
from microsoft_teams.api.clients.api_client import ApiClient
from microsoft_teams.api.clients.conversation.params import CreateConversationParams
from microsoft_teams.api.models.account import Account
from microsoft_teams.apps.auth.token_validator import InboundActivityTokenValidator
from microsoft_teams.common.http import ClientOptions
from pydantic import ValidationError

from tests.fakes.teams.an_app import AnApp
from tests.fakes.teams.cards import a_card, a_form, a_message, a_task, executes, opens
from tests.fakes.teams.connector_tokens import WRONG, genuine
from tests.fakes.teams.fake import FakeTeams
from tests.fakes.teams.people import Person

LET_IN_BY_THE_SDK = {
    "audience as api uri",
    "key of another channel",
    "no expiry",
}


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
async def sdk(teams: FakeTeams) -> AsyncIterator[ApiClient]:
    options = ClientOptions(token=teams.app_token(), timeout=5)
    client = ApiClient(teams.service_url, options)
    yield client
    await client.http.http.aclose()


@pytest.mark.anyio
async def test_the_sdks_client_sends_changes_and_deletes(
    teams: FakeTeams, sdk: ApiClient, anna: Person
) -> None:
    channel = teams.channel("sales", members=[anna])
    sent = await sdk.conversations.create_activity(channel.id, MessageActivityInput(text="one"))
    thread = f"{channel.id};messageid={sent.id}"
    await sdk.conversations.create_activity(thread, MessageActivityInput(text="two"))
    await sdk.conversations.update_activity(channel.id, sent.id, MessageActivityInput(text="1"))
    assert [(one.text, one.root) for one in teams.said_in(channel)] == [
        ("1", sent.id),
        ("two", sent.id),
    ]
    await sdk.conversations.delete_activity(channel.id, sent.id)
    assert [one.text for one in teams.said_in(channel)] == ["two"]


@pytest.mark.anyio
async def test_the_sdks_client_opens_chats_and_reads_rosters(
    teams: FakeTeams, sdk: ApiClient, anna: Person
) -> None:
    team = teams.team("Sales", members=[anna])
    opened = await sdk.conversations.create(
        CreateConversationParams(
            members=[Account(id=anna.id)],
            tenant_id=teams.tenant_id,
            channel_data={"tenant": {"id": teams.tenant_id}},
        )
    )
    assert opened.id == teams.personal(anna).id
    found = await sdk.conversations.get_member_by_id(team.id, anna.id)
    assert (found.aad_object_id, found.user_role) == (anna.object_id, "user")
    paged = await sdk.conversations.get_paged_members(team.id, 50)
    assert [one.email for one in paged.members] == [anna.email]
    assert (await sdk.teams.get_by_id(team.id)).aad_group_id == team.group_id
    assert [one.id for one in await sdk.teams.get_conversations(team.id)] == [team.id]


def everything(teams: FakeTeams, app: AnApp, connector: httpx.Client, anna: Person) -> None:
    """One of each thing that people do."""
    teams.install(anna)
    teams.write(anna, "help")
    teams.upload(anna, "leads.csv", b"id\n")
    channel = teams.channel("sales", members=[anna])
    teams.say(anna, channel, "@Leadloop help")
    card = a_card(actions=[executes("Won", "x"), opens("Flag", "y")])
    connector.post(f"/conversations/{channel.id}/activities", json=a_message(card))
    message = teams.said_in(channel)[0]
    answered = {"statusCode": 200, "type": "application/vnd.microsoft.activity.message"}
    app.says(answered | {"value": ""})
    teams.press(anna, message, "Won")
    teams.press(anna, message, "Won", old_client=True)
    app.says(a_task(a_form()))
    teams.press(anna, message, "Flag")
    teams.submit(anna, {})
    teams.message_action(anna, teams.post(anna, channel, "L-1"), "flag_lead")
    teams.submit(anna, {})
    app.says("")
    teams.link(anna, channel, "https://crm.example/1")
    teams.link(anna, channel, "https://crm.example/1", anonymous=True)
    teams.react(anna, message)
    teams.edit(anna, teams.post(anna, channel, "oops"), "@Leadloop better")
    teams.rename_channel(channel, "deals", anna)
    teams.uninstall(anna)


def test_the_sdk_reads_every_activity_that_hands_send(
    teams: FakeTeams, app: AnApp, connector: httpx.Client, anna: Person
) -> None:
    everything(teams, app, connector, anna)
    read = [ActivityTypeAdapter.validate_python(one) for one in app.heard]
    kinds = {(one.type, getattr(one, "name", None)) for one in read}
    assert {name for kind, name in kinds if kind == "invoke"} == {
        "adaptiveCard/action",
        "task/fetch",
        "task/submit",
        "composeExtension/fetchTask",
        "composeExtension/submitAction",
        "composeExtension/queryLink",
        "composeExtension/anonymousQueryLink",
    }
    assert {kind for kind, _ in kinds} == {
        *("message", "messageUpdate", "messageReaction", "invoke"),
        *("conversationUpdate", "installationUpdate"),
    }


def test_the_sdk_cannot_read_an_action_on_a_message_of_a_bot(
    teams: FakeTeams, app: AnApp, connector: httpx.Client, anna: Person
) -> None:
    """Its model wants BOT where the Bot Framework's schema says bot: keep it from the door."""
    channel = teams.channel("sales", members=[anna])
    connector.post(f"/conversations/{channel.id}/activities", json=a_message(text="hi"))
    app.says(a_task(a_form()))
    teams.message_action(anna, teams.said_in(channel)[0], "flag_lead")
    with pytest.raises(ValidationError, match="applicationIdentityType"):
        ActivityTypeAdapter.validate_python(app.last)


def validator(teams: FakeTeams) -> Any:
    cloud = replace(PUBLIC, openid_metadata_url=teams.metadata_url)
    return InboundActivityTokenValidator(teams.app_id, cloud=cloud)


@pytest.mark.anyio
async def test_the_sdk_lets_the_connectors_own_token_in(teams: FakeTeams) -> None:
    told = await validator(teams).validate_token(genuine(teams), teams.service_url)
    assert told["serviceurl"] == teams.service_url


@pytest.mark.anyio
@pytest.mark.parametrize("kind", sorted(WRONG))
async def test_the_sdk_turns_away_what_it_is_known_to(teams: FakeTeams, kind: str) -> None:
    make: Callable[[FakeTeams], str] = WRONG[kind]
    if kind in LET_IN_BY_THE_SDK:
        assert await validator(teams).validate_token(make(teams), teams.service_url)
        return
    with pytest.raises(jwt.PyJWTError):
        await validator(teams).validate_token(make(teams), teams.service_url)
