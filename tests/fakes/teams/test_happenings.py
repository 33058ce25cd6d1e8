"""What happens in the tenant is told as Teams tells it; files go by consent; strangers are strange."""

from __future__ import annotations

import httpx
import pytest

from tests.fakes.teams.an_app import AnApp
from tests.fakes.teams.fake import FakeTeams
from tests.fakes.teams.malformed import WRONG_TOKENS
from tests.fakes.teams.people import Person
from tests.fakes.teams.places import CONSENT, Message


def test_an_installation_is_two_activities_and_opens_the_chat(
    teams: FakeTeams, app: AnApp, anna: Person
) -> None:
    teams.install(anna)
    assert [one["type"] for one in app.heard] == ["conversationUpdate", "installationUpdate"]
    assert app.heard[0]["membersAdded"] == [{"id": teams.bot_id}]
    assert teams.personal(anna).has_bot
    teams.uninstall(anna)
    assert (app.last["type"], app.last["action"]) == ("installationUpdate", "remove")
    assert not teams.personal(anna).has_bot


def test_channels_and_teams_change_by_event_type(
    teams: FakeTeams, app: AnApp, anna: Person
) -> None:
    team = teams.team("Sales", members=[anna])
    channel = teams.channel("deals", team=team)
    teams.rename_channel(channel, "big deals", anna)
    teams.rename_team(team, "Big Sales", anna)
    teams.join(team, teams.member("Ben"), by=anna)
    teams.delete_channel(channel, anna)
    teams.remove_from(team, anna)
    events = [one["channelData"].get("eventType", one.get("action")) for one in app.heard]
    assert events == [
        "channelRenamed",
        "teamRenamed",
        "teamMemberAdded",
        "channelDeleted",
        "teamMemberRemoved",
        "remove",
    ]
    assert app.heard[0]["channelData"]["channel"] == {"id": channel.id, "name": "big deals"}


def test_what_nobody_knows_yet_is_told_all_the_same(
    teams: FakeTeams, app: AnApp, anna: Person
) -> None:
    teams.unknown_activity(anna)
    teams.unknown_invoke(anna)
    assert [one["type"] for one in app.heard] == ["somethingNew", "invoke"]


def test_an_uploaded_file_is_downloaded_without_a_token(
    teams: FakeTeams, app: AnApp, anna: Person
) -> None:
    teams.install(anna)
    teams.upload(anna, "leads.csv", b"id\n1\n", "please")
    attachment = app.last["attachments"][0]
    address = attachment["content"]["downloadUrl"]
    assert attachment["contentType"] == "application/vnd.microsoft.teams.file.download.info"
    assert httpx.get(address).content == b"id\n1\n"
    assert httpx.get(address, headers={"Authorization": "Bearer x"}).status_code == 401
    assert teams.tokens_at_files == ["Bearer x"]


@pytest.fixture
def offered(teams: FakeTeams, app: AnApp, connector: httpx.Client, anna: Person) -> Message:
    teams.install(anna)
    card = {
        "contentType": CONSENT,
        "name": "answers.csv",
        "content": {
            "description": "Your answers",
            "sizeInBytes": 6,
            "acceptContext": {"file": "f1"},
            "declineContext": {"file": "f1"},
        },
    }
    place = teams.personal(anna).id
    connector.post(
        f"/conversations/{place}/activities", json={"type": "message", "attachments": [card]}
    )
    return teams.said_to(anna)[0]


def test_a_file_goes_up_in_ranges_once_the_person_agrees(
    teams: FakeTeams, app: AnApp, anna: Person, offered: Message
) -> None:
    teams.accept(anna, offered)
    value = app.last["value"]
    assert (app.last["name"], value["action"]) == ("fileConsent/invoke", "accept")
    assert value["context"] == {"file": "f1"}
    address = value["uploadInfo"]["uploadUrl"]
    bare = httpx.put(address, content=b"abcdef")
    assert bare.status_code == 400
    first = httpx.put(address, content=b"abc", headers={"Content-Range": "bytes 0-2/6"})
    assert first.status_code == 202
    last = httpx.put(address, content=b"def", headers={"Content-Range": "bytes 3-5/6"})
    assert last.status_code == 201
    assert teams.file("answers.csv") == b"abcdef"


def test_a_person_may_decline_a_file(
    teams: FakeTeams, app: AnApp, anna: Person, offered: Message
) -> None:
    teams.decline(anna, offered)
    assert app.last["value"]["action"] == "decline"
    assert "uploadInfo" not in app.last["value"]


def test_files_are_offered_in_personal_chats_only(
    teams: FakeTeams, connector: httpx.Client, anna: Person, offered: Message
) -> None:
    channel = teams.channel("sales", members=[anna])
    body = {"type": "message", "attachments": offered.attachments}
    answer = connector.post(f"/conversations/{channel.id}/activities", json=body)
    assert answer.status_code == 400


@pytest.mark.parametrize("kind", WRONG_TOKENS)
def test_a_wrong_token_is_turned_away_by_a_careful_app(
    teams: FakeTeams, app: AnApp, kind: str
) -> None:
    assert teams.wrong_token(kind).status == 401
    assert app.heard == []


def test_a_right_token_is_let_in_and_a_changed_service_url_is_not(
    teams: FakeTeams, app: AnApp
) -> None:
    assert teams.token_with().status == 200
    assert teams.changed(serviceUrl="https://evil.example/").status == 401
    assert teams.changed(serviceUrl=None).status == 401
    assert teams.raw().status == 401
    assert teams.service_url_elsewhere().status == 200, "only a list of hosts can tell"
    assert teams.of_another_tenant().status == 200, "only a list of tenants can tell"
