"""What is posted stands in Teams, is put in its place, and is taken away."""

from __future__ import annotations

import pytest

from bot.platforms.port import Unavailable, Undeliverable
from storage.work import Database
from tests.bot.platforms.teams.sending import (
    SHEET,
    card,
    file_of,
    headline,
    met,
    references_of,
    replaced,
    sent,
    speaking,
)
from tests.fakes.teams import drive, faults
from tests.fakes.teams.fake import FakeTeams
from tests.fakes.teams.places import FILE_INFO

pytestmark = pytest.mark.anyio


async def test_a_card_goes_to_a_person_and_is_named_by_chat_and_activity(
    teams: FakeTeams, database: Database
) -> None:
    anna = teams.member("Anna")
    met(teams, database, anna)
    async with speaking(teams, database) as platform:
        reference = await sent(platform, anna.object_id)
    [message] = teams.said_to(anna)
    assert reference == message.reference
    assert headline(message) == "hello"
    assert message.card is not None
    assert teams.refused_cards == []


async def test_a_persons_home_is_a_card_in_their_chat_that_is_updated_in_place(
    teams: FakeTeams, database: Database
) -> None:
    anna = teams.member("Anna")
    met(teams, database, anna)
    async with speaking(teams, database) as platform:
        home = f"home:{anna.object_id}"
        reference = await sent(platform, home)
        await replaced(platform, home, reference)
    [message] = teams.said_to(anna)
    assert headline(message) == "hello again"
    assert message.edits == 1


async def test_a_card_in_a_channel_opens_a_thread_and_another_answers_in_it(
    teams: FakeTeams, database: Database
) -> None:
    sales = teams.channel("sales")
    met(teams, database, sales)
    async with speaking(teams, database) as platform:
        first = await sent(platform, sales.id)
        root = first.partition("|")[2]
        answer = await sent(platform, f"{sales.id}/{root}", card("in the thread"))
        await replaced(platform, f"{sales.id}/{root}", answer, card("in it still"))
    said = teams.said_in(sales)
    assert [message.root for message in said] == [root, root]
    assert [message.reference for message in said] == [first, answer]
    assert headline(said[1]) == "in it still"


async def test_what_is_taken_away_is_gone_and_stays_gone(
    teams: FakeTeams, database: Database
) -> None:
    anna = teams.member("Anna")
    met(teams, database, anna)
    async with speaking(teams, database) as platform:
        reference = await sent(platform, anna.object_id)
        for _ in range(2):
            await platform.remove(anna.object_id, reference)
    assert teams.said_to(anna) == []


async def test_a_channel_that_was_never_heard_of_is_called_where_the_others_are(
    teams: FakeTeams, database: Database
) -> None:
    sales = teams.channel("sales")
    async with speaking(teams, database) as platform:
        await sent(platform, sales.id)
    assert len(teams.said_in(sales)) == 1


async def test_teams_cannot_be_asked_for_our_messages(teams: FakeTeams, database: Database) -> None:
    async with speaking(teams, database) as platform:
        assert not platform.can_find("19:any@thread.tacv2")
        assert await platform.find("19:any@thread.tacv2", "k-1") is None


async def test_a_card_that_is_gone_is_not_posted_again(
    teams: FakeTeams, database: Database
) -> None:
    anna = teams.member("Anna")
    met(teams, database, anna)
    async with speaking(teams, database) as platform:
        reference = await sent(platform, anna.object_id)
        await platform.remove(anna.object_id, reference)
        with pytest.raises(Undeliverable, match="ActivityNotFoundInConversation"):
            await replaced(platform, anna.object_id, reference)
    assert teams.said_to(anna) == []


@pytest.mark.parametrize("reference", ["", "home", "|", "a:1|", "|1"])
async def test_a_reference_that_is_none_is_not_sent_anywhere(
    teams: FakeTeams, database: Database, reference: str
) -> None:
    anna = teams.member("Anna")
    met(teams, database, anna)
    async with speaking(teams, database) as platform:
        with pytest.raises(Undeliverable):
            await replaced(platform, anna.object_id, reference)


# files


async def test_a_file_is_offered_and_comes_once_it_is_accepted(
    teams: FakeTeams, database: Database
) -> None:
    anna = teams.member("Anna")
    met(teams, database, anna)
    async with speaking(teams, database) as platform:
        reference = await sent(platform, anna.object_id, SHEET, key="key-1")
        [asked] = teams.said_to(anna)
        assert asked.consent is not None
        for context in (asked.consent["acceptContext"], asked.consent["declineContext"]):
            assert file_of(teams, anna, context) == "key-1"
        upload = drive.upload_info(teams, "leads.csv", len(SHEET.content))
        await platform.accepted("key-1", upload, address=anna.object_id, activity=asked.id)
    [shown] = teams.said_to(anna)
    assert shown.reference == reference
    assert shown.attachments[0]["contentType"] == FILE_INFO
    assert teams.files[upload["uniqueId"]].content == SHEET.content
    assert teams.tokens_at_files == []


async def test_a_file_that_was_brought_is_kept_no_longer(
    teams: FakeTeams, database: Database
) -> None:
    anna = teams.member("Anna")
    met(teams, database, anna)
    async with speaking(teams, database) as platform:
        await sent(platform, anna.object_id, SHEET, key="key-1")
        [asked] = teams.said_to(anna)
        upload = drive.upload_info(teams, "leads.csv", len(SHEET.content))
        await platform.accepted("key-1", upload, address=anna.object_id, activity=asked.id)
        with pytest.raises(Undeliverable, match="no such file"):
            await platform.accepted("key-1", upload, address=anna.object_id, activity=asked.id)


async def test_a_file_is_brought_to_nobody_but_its_reader_and_to_no_foreign_host(
    teams: FakeTeams, database: Database
) -> None:
    anna, wei = teams.member("Anna"), teams.member("Wei")
    met(teams, database, anna, wei)
    async with speaking(teams, database) as platform:
        await sent(platform, anna.object_id, SHEET, key="key-1")
        [asked] = teams.said_to(anna)
        upload = drive.upload_info(teams, "leads.csv", len(SHEET.content))
        with pytest.raises(Undeliverable, match="no such file"):
            await platform.accepted("key-1", upload, address=wei.object_id, activity=asked.id)
        for name in ("uploadUrl", "contentUrl"):
            forged = {**upload, name: "https://evil.example/up"}
            with pytest.raises(Undeliverable, match="foreign"):
                await platform.accepted("key-1", forged, address=anna.object_id, activity=asked.id)
    assert teams.calls_of("upload") == []


async def test_a_file_nobody_wants_is_dropped_with_the_question(
    teams: FakeTeams, database: Database
) -> None:
    anna = teams.member("Anna")
    met(teams, database, anna)
    async with speaking(teams, database) as platform:
        await sent(platform, anna.object_id, SHEET, key="key-1")
        [asked] = teams.said_to(anna)
        await platform.declined("key-1", address=anna.object_id, activity=asked.id)
    assert teams.said_to(anna) == []
    assert references_of(database).file("key-1", anna.object_id) is None


async def test_an_upload_that_fails_may_be_tried_again(
    teams: FakeTeams, database: Database
) -> None:
    anna = teams.member("Anna")
    met(teams, database, anna)
    async with speaking(teams, database) as platform:
        await sent(platform, anna.object_id, SHEET, key="key-1")
        [asked] = teams.said_to(anna)
        upload = drive.upload_info(teams, "leads.csv", len(SHEET.content))
        teams.faults.plan("upload", faults.broken(503))
        with pytest.raises(Unavailable):
            await platform.accepted("key-1", upload, address=anna.object_id, activity=asked.id)
        await platform.accepted("key-1", upload, address=anna.object_id, activity=asked.id)
    assert teams.files[upload["uniqueId"]].content == SHEET.content


async def test_a_channel_gets_no_file(teams: FakeTeams, database: Database) -> None:
    sales = teams.channel("sales")
    async with speaking(teams, database) as platform:
        with pytest.raises(Undeliverable, match="personal chat"):
            await sent(platform, sales.id, SHEET)
