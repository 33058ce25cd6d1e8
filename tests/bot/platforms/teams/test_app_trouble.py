"""Files, comings and goings, and what goes wrong: kindly answered, and nothing of it in the logs."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from handlers.interaction import Interaction, Open, Reply, whisper
from handlers.message import File
from handlers.phrase import verbatim
from handlers.roster.model import Outsider, Why
from tests.bot.platforms.teams.acting import (
    FORM,
    in_channel,
    in_direct,
    replying,
    said_to,
)
from tests.bot.platforms.teams.house import ENGLISH, House, until
from tests.fakes.teams import payloads
from tests.fakes.teams.people import Person as Member
from tests.fakes.teams.places import Message

CANARY = "canary-anna@acme.example"
SHEET = File(verbatim("20 leads"), "leads.csv", "text/csv", b"a,b\n1,2\n")


def broken(_: Interaction) -> Reply:
    raise LookupError(CANARY)


# Lists in files


def test_a_list_in_a_file_is_read_with_the_words_beside_it(house: House) -> None:
    anna = house.somebody()
    reply = house.teams.upload(anna, "leads.csv", b"L-1\nL-2", text="what happened?")
    assert reply is not None
    assert reply.in_time
    assert house.leadloop.asked[0].text == "what happened?\nL-1\nL-2"


def test_a_list_in_a_file_is_asked_about_whatever_stands_beside_it(house: House) -> None:
    house.teams.upload(house.somebody(), "leads.csv", b"L-1\nL-2", text="agenda")
    assert house.leadloop.asked[0].text == "agenda\nL-1\nL-2"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("leads.pdf", b"x", "Please send a CSV file."),
        ("leads.csv", b"x" * 8_000_001, "too large"),
    ],
)
def test_a_file_that_cannot_be_read_gets_a_sentence(
    house: House, name: str, content: bytes, told: str
) -> None:
    anna = house.somebody()
    house.teams.upload(anna, name, content)
    until(lambda: told in said_to(house, anna))
    assert house.asked == []


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:2/x",
        "http://169.254.169.254/latest",
        "https://evil.example/leads.csv",
        "https://contoso.sharepoint.com.evil.example/x",
        "file:///etc/passwd",
        "",
    ],
)
def test_a_file_at_another_host_is_never_fetched(corridor: House, url: str) -> None:
    anna = corridor.somebody()
    content = {"downloadUrl": url, "uniqueId": "1", "fileType": "csv"}
    kind = "application/vnd.microsoft.teams.file.download.info"
    activity = corridor.teams.harmless(anna, text="L-1")
    activity["attachments"] = [{"contentType": kind, "name": "leads.csv", "content": content}]
    corridor.leadloop.asked.clear()
    assert corridor.teams.deliver(activity).status == 200
    until(lambda: "cannot read this file" in said_to(corridor, anna))
    assert corridor.asked == []


# Files of ours


def offered(house: House, anna: Member) -> Message:
    sending = house.parts.platform.send(anna.object_id, SHEET, voice=ENGLISH, key="file-1")
    house.run(sending)
    return house.teams.said_to(anna)[-1]


def test_a_file_is_brought_to_who_takes_it(house: House) -> None:
    anna = house.somebody()
    assert house.teams.accept(anna, offered(house, anna)).in_time
    house.rest()
    assert house.teams.file("leads.csv") == SHEET.content


def test_a_file_that_somebody_declines_is_dropped_with_a_kind_word(house: House) -> None:
    anna = house.somebody()
    assert house.teams.decline(anna, offered(house, anna)).in_time
    until(lambda: "All right" in said_to(house, anna))
    assert house.memory.files == {}


def test_nobody_takes_a_file_of_somebody_else(house: House) -> None:
    anna, otto = house.somebody(), house.somebody(name="Otto Other")
    context = offered(house, anna).consent or {}
    value = {"type": "fileUpload", "action": "accept", "context": context["acceptContext"]}
    value |= {"uploadInfo": {"uploadUrl": f"{house.teams.address}/x", "contentUrl": "x"}}
    theirs = house.teams.personal(otto)
    activity = payloads.invoke(house.teams, "fileConsent/invoke", otto, theirs, value)
    assert house.teams.deliver(activity).status == 200
    until(lambda: "no longer kept" in said_to(house, otto))
    assert len(house.memory.files) == 1


# In and out


def test_who_adds_leadloop_gets_one_hello(house: House) -> None:
    anna = house.knows(house.teams.member("Anna Nowak"))
    house.teams.install(anna)
    until(lambda: "CSV or XLSX" in said_to(house, anna))
    assert len(house.teams.said_to(anna)) == 1
    assert house.memory.known[anna.object_id].conversation == house.teams.personal(anna).id


def test_who_was_written_to_before_gets_no_hello(house: House) -> None:
    anna = house.somebody()
    house.teams.install(anna)
    assert said_to(house, anna) == ""


def test_a_team_that_takes_us_in_gets_a_hello_in_its_channel(house: House) -> None:
    anna = house.knows(house.teams.member("Anna Nowak"), Outsider(Why.GUEST))
    team = house.teams.team("Marketing", members=[anna], bot=False)
    house.teams.add_to(team, anna)
    assert set(house.asked) == {"channels.joined"}
    assert house.leadloop.asked[0].place.name == f"at:teams:{team.id}"


def test_one_press_after_the_other_notes_its_conversation_once(house: House) -> None:
    anna = house.somebody()
    message = in_direct(house, anna)
    house.memory.known.clear()
    house.teams.press(anna, message, "Press")
    assert anna.object_id in house.memory.known
    house.memory.known.clear()
    house.teams.press(anna, message, "Press")
    assert house.memory.known == {}
    house.teams.write(anna, "L-1")
    assert anna.object_id in house.memory.known


def test_where_we_are_taken_out_nothing_is_sent_any_more(house: House) -> None:
    anna = house.somebody()
    team = house.teams.team("Marketing", members=[anna], bot=False)
    house.teams.add_to(team, anna)
    assert set(house.memory.known) == {anna.object_id, team.id}
    house.teams.uninstall(anna)
    house.teams.remove_from(team, anna)
    assert house.memory.known == {}
    assert said_to(house, anna) == ""


def test_who_leaves_a_team_is_looked_at_again(house: House) -> None:
    anna = house.somebody()
    team = house.teams.team("Marketing", members=[anna])
    members = [anna.member, {"id": "29:x", "aadObjectId": 7}]
    activity = payloads.activity(
        house.teams, "conversationUpdate", anna, team.channels[0], membersRemoved=members
    )
    assert house.teams.deliver(activity).status == 200
    assert house.directory.forgotten == [anna.object_id]


def test_an_installation_counts_however_late_we_hear_of_it(house: House) -> None:
    anna = house.knows(house.teams.member("Anna Nowak"))
    room = house.teams.personal(anna)
    room.installed = True
    activity = payloads.activity(house.teams, "installationUpdate", anna, room, action="add")
    house.teams.deliver(activity | {"timestamp": "2026-01-01T00:00:00Z"})
    assert anna.object_id in house.memory.known


# When something goes wrong with us


def test_a_fault_of_ours_gets_an_apology_with_a_number(house: House) -> None:
    anna = house.somebody()
    message = in_direct(house, anna)
    for route in ("questions.answer", "questions.details", "said"):
        house.answers(route, broken)
    with capture_logs() as logged:
        assert house.teams.press(anna, message, "Press").in_time
        assert house.teams.press(anna, message, "Open").in_time
        house.teams.write(anna, "L-1")
        until(lambda: "incident-7" in said_to(house, anna))
    assert all("incident-7" in told for told in house.teams.told(anna))
    assert len(house.teams.told(anna)) == 2
    assert [line["event"] for line in logged].count("teams-deed-failed") == 3
    assert "canary" not in str(logged)


def test_a_second_try_after_a_fault_is_done(house: House) -> None:
    anna = house.somebody()
    house.answers("said", broken)
    reply = house.teams.write(anna, "L-1")
    asked = replying(house, whisper(verbatim("Found")), "said")
    house.teams.redeliver(reply)
    assert len(asked) == 1


def test_a_directory_that_is_down_is_apologised_for(house: House) -> None:
    anna = house.somebody()
    house.directory.broken = LookupError(CANARY)
    with capture_logs() as logged:
        assert house.teams.press(anna, in_direct(house, anna), "Press").in_time
    assert "incident-7" in house.teams.told(anna)[0]
    assert "canary" not in str(logged)


def test_every_answer_is_measured(house: House) -> None:
    house.teams.write(house.somebody(), "L-1")
    assert len(house.durations) == 1


# Nothing of what was said is in a log


@pytest.mark.slow
def test_no_words_of_anybody_reach_a_log(house: House, caplog: pytest.LogCaptureFixture) -> None:
    anna = house.somebody(name=CANARY)
    channel, message = in_channel(house, anna)
    with caplog.at_level(logging.DEBUG), capture_logs() as logged:
        for reply in (lambda _: whisper(verbatim(CANARY)), broken, lambda _: Open(FORM)):
            for route in ("said", "questions.answer", "questions.details", "leads.unfurl"):
                house.answers(route, reply)
            house.teams.say(anna, channel, f"@Leadloop {CANARY}")
            house.teams.write(anna, CANARY)
            house.teams.upload(anna, f"{CANARY}.csv", CANARY.encode())
            house.teams.press(anna, message, "Press")
            house.teams.press_forged(anna, message, CANARY, {"does": CANARY, "form": CANARY})
            house.teams.press(anna, message, "Open")
            said = house.teams.post(anna, channel, CANARY)
            house.teams.message_action(anna, said, "what_happened")
            house.teams.link(anna, channel, f"https://crm.example/{CANARY}")
            house.teams.raw(CANARY.encode())
            house.teams.deliver(house.teams.harmless(anna, text=CANARY) | {"from": CANARY})
        house.rest()
    quiet = {"httpx", "httpcore"}  # the tests' own client
    ours = [one for one in caplog.records if one.name.partition(".")[0] not in quiet]
    assert logged
    assert "canary" not in str(logged)
    assert "canary" not in str([(one.getMessage(), one.exc_text) for one in ours])
    assert "Bearer" not in str(logged) + str([one.getMessage() for one in ours])


# Anything at all


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "type", "action", "data", "does", "form", "text", "content"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)
KEYS = st.sampled_from(
    [
        *("id", "from", "recipient", "text", "value", "entities", "attachments", "replyToId"),
        *("timestamp", "locale", "membersAdded", "membersRemoved", "action", "textFormat"),
    ]
)
KINDS = st.sampled_from(["message", "invoke", "installationUpdate", "conversationUpdate", "x"])
NAMES = st.sampled_from(
    [
        *("adaptiveCard/action", "task/fetch", "task/submit", "composeExtension/fetchTask"),
        *("composeExtension/submitAction", "composeExtension/queryLink", "fileConsent/invoke"),
        "signin/tokenExchange",
    ]
)


@pytest.mark.slow
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.dictionaries(KEYS, ANYTHING), kind=KINDS, name=NAMES)
def test_no_signed_activity_at_all_makes_the_door_stumble(
    corridor: House, changes: dict[str, Any], kind: str, name: str
) -> None:
    activity = corridor.teams.harmless() | {"type": kind, "name": name} | changes
    assert corridor.teams.deliver(activity).status == 200
