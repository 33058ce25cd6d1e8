"""First contact, by the teams' rosters or by Graph; and who must not read along."""

from __future__ import annotations

import pytest

from bot.platforms.port import NotYet, Unavailable, Undeliverable
from storage.work import Database
from tests.bot.platforms.teams.sending import (
    card,
    headline,
    met,
    references_of,
    replaced,
    sent,
    speaking,
)
from tests.fakes.teams import faults
from tests.fakes.teams.fake import FakeTeams

pytestmark = pytest.mark.anyio


async def test_somebody_in_a_team_with_us_is_written_to_for_the_first_time_and_then_known(
    teams: FakeTeams, database: Database
) -> None:
    anna = teams.member("Anna")
    met(teams, database, teams.channel("others"), teams.channel("sales", members=[anna]))
    async with speaking(teams, database) as platform:
        await sent(platform, anna.object_id, card("one"))
        await sent(platform, anna.object_id, card("two"))
    assert list(map(headline, teams.said_to(anna))) == ["one", "two"]
    assert len(teams.calls_of("create")) == 1


async def test_a_team_that_threw_us_out_does_not_stop_the_search(
    teams: FakeTeams, database: Database
) -> None:
    anna = teams.member("Anna")
    sales, gone = teams.channel("sales", members=[anna]), teams.channel("gone")
    met(teams, database, sales, gone)
    gone.installed = False
    async with speaking(teams, database) as platform:
        await sent(platform, anna.object_id)
    assert len(teams.said_to(anna)) == 1


@pytest.mark.parametrize("operation", ["create", "member"])
async def test_an_opening_that_got_no_answer_is_harmless_to_repeat(
    teams: FakeTeams, database: Database, operation: str
) -> None:
    anna = teams.member("Anna")
    met(teams, database, teams.channel("sales", members=[anna]))
    teams.faults.plan(operation, faults.dropped(kept=True))
    async with speaking(teams, database) as platform:
        with pytest.raises(Unavailable):
            await sent(platform, anna.object_id)
        await sent(platform, anna.object_id)
    assert len(teams.said_to(anna)) == 1


async def test_whoever_is_in_no_team_with_us_is_not_reached(
    teams: FakeTeams, database: Database
) -> None:
    anna = teams.member("Anna")
    met(teams, database, teams.channel("sales"))
    async with speaking(teams, database) as platform:
        with pytest.raises(Undeliverable, match="not installed"):
            await sent(platform, anna.object_id)
    assert teams.calls_of("install") == []
    assert teams.said_to(anna) == []


async def test_where_it_is_allowed_leadloop_is_installed_for_whoever_is_in_no_team(
    teams: FakeTeams, database: Database
) -> None:
    anna = teams.member("Anna")
    async with speaking(teams, database, installs=True) as platform:
        await sent(platform, anna.object_id, card("one"))
        await sent(platform, anna.object_id, card("two"))
    assert list(map(headline, teams.said_to(anna))) == ["one", "two"]
    assert len(teams.calls_of("install")) == 1


async def test_an_installation_that_was_there_already_is_found(
    teams: FakeTeams, database: Database
) -> None:
    anna = teams.member("Anna")
    teams.faults.plan("chat", faults.broken(503))
    async with speaking(teams, database, installs=True) as platform:
        with pytest.raises(Unavailable):
            await sent(platform, anna.object_id)
        await sent(platform, anna.object_id)
    assert len(teams.said_to(anna)) == 1


@pytest.mark.parametrize(
    "role", ["TeamsAppInstallation.ReadWriteSelfForUser.All", "AppCatalog.Read.All"]
)
async def test_without_the_right_to_install_nobody_is_reached_and_we_stay_green(
    teams: FakeTeams, database: Database, role: str
) -> None:
    anna = teams.member("Anna")
    teams.graph_roles.discard(role)
    async with speaking(teams, database, installs=True) as platform:
        with pytest.raises(Undeliverable, match="Graph does not let"):
            await sent(platform, anna.object_id)
        assert platform.holds()


async def test_an_app_that_is_in_no_catalogue_is_not_installed(
    teams: FakeTeams, database: Database
) -> None:
    anna = teams.member("Anna")
    teams.in_catalogue = False
    async with speaking(teams, database, installs=True) as platform:
        with pytest.raises(Undeliverable, match="not installed"):
            await sent(platform, anna.object_id)


async def test_graph_asking_for_patience_holds_up_that_message_alone(
    teams: FakeTeams, database: Database
) -> None:
    anna = teams.member("Anna")
    teams.faults.plan("install", faults.too_many(17))
    async with speaking(teams, database, installs=True) as platform:
        with pytest.raises(NotYet) as caught:
            await sent(platform, anna.object_id)
    assert caught.value.wait.total_seconds() == 17


# who reads along


@pytest.mark.parametrize("kind", ["standard", "private", "shared"])
@pytest.mark.parametrize("outsider", ["guest", "federated", "anonymous"])
async def test_a_channel_that_an_outsider_reads_gets_no_lead_data(
    teams: FakeTeams, database: Database, kind: str, outsider: str
) -> None:
    anna = teams.member("Anna")
    room = teams.channel("sales", members=[anna], kind=kind)  # type: ignore[arg-type]
    met(teams, database, room)
    async with speaking(teams, database) as platform:
        reference = await sent(platform, room.id)
        room.roster.append(getattr(teams, outsider)("Otto"))
        with pytest.raises(Undeliverable, match="other companies"):
            await sent(platform, room.id)
        with pytest.raises(Undeliverable, match="other companies"):
            await sent(platform, f"{room.id}/{reference.partition('|')[2]}")
        with pytest.raises(Undeliverable, match="other companies"):
            await replaced(platform, room.id, reference)
        with pytest.raises(Undeliverable, match="other companies"):
            await platform.check(room.id)
        room.roster.pop()
        await platform.check(room.id)
        await replaced(platform, room.id, reference)
    assert len(teams.said_in(room)) == 1


async def test_an_outsider_on_the_last_page_of_a_large_roster_is_seen(
    teams: FakeTeams, database: Database
) -> None:
    people = [teams.member(f"Rep Number{number}") for number in range(700)]
    room = teams.channel("sales", members=[*people, teams.guest("Otto")])
    met(teams, database, room)
    async with speaking(teams, database) as platform:
        with pytest.raises(Undeliverable, match="other companies"):
            await platform.check(room.id)
    assert len(teams.calls_of("members")) == 2


async def test_a_group_chat_is_looked_at_likewise_and_a_personal_one_needs_no_look(
    teams: FakeTeams, database: Database
) -> None:
    anna = teams.member("Anna")
    group = teams.group(anna, teams.federated("Otto"))
    met(teams, database, group, anna)
    async with speaking(teams, database) as platform:
        with pytest.raises(Undeliverable, match="other companies"):
            await sent(platform, group.id)
        await platform.check(anna.object_id)
    assert len(teams.calls_of("members")) == 1


async def test_members_who_cannot_be_asked_for_now_hold_the_message_back(
    teams: FakeTeams, database: Database
) -> None:
    room = teams.channel("sales")
    met(teams, database, room)
    teams.faults.plan("members", faults.broken(502))
    async with speaking(teams, database) as platform:
        with pytest.raises(Unavailable):
            await sent(platform, room.id)
    assert teams.said_in(room) == []


async def test_a_conversation_is_noted_once_an_hour_and_at_each_change(
    teams: FakeTeams, database: Database
) -> None:
    anna = teams.member("Anna")
    written: list[int] = []
    database.committed = lambda: written.append(1)
    met(teams, database, anna)
    met(teams, database, anna)
    assert len(written) == 1
    references_of(database).blocked(anna.object_id)
    met(teams, database, anna)
    found = references_of(database).of(anna.object_id)
    assert found is not None
    assert found.blocked_at is None
