"""Files, links, and what goes wrong: kindly answered, and nothing of it in the logs."""

from __future__ import annotations

import logging
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from bot.platforms.slack.door import LAST_RETRY
from handlers.interaction import Interaction, Nothing, Reply, Show, whisper
from handlers.message import Card
from handlers.phrase import verbatim
from handlers.roster.model import Outsider, Why
from handlers.router import Router
from tests.bot.platforms.slack.acting import CARD, open_pick, somebody
from tests.bot.platforms.slack.house import (
    HOST_THAT_IS_DOWN,
    House,
    Passing,
    opened,
    until,
)
from tests.fakes.slack.door import Sent
from tests.fakes.slack.fake import FakeSlack
from tests.fakes.slack.faults import refused


def broken(_: Interaction) -> Reply:
    raise LookupError("canary-anna@acme.example")


def out_of_reach(_: Interaction) -> Reply:
    raise Passing("canary-anna@acme.example")


# Lists in files


def test_a_list_in_a_file_is_read_with_the_words_beside_it(house: House) -> None:
    anna = somebody(house)
    reply = house.slack.upload(anna, "leads.csv", b"L-1\nL-2", text="what happened?")
    assert reply is not None
    assert reply.in_time
    assert house.leadloop.asked[0].text == "what happened?\nL-1\nL-2"


@pytest.mark.parametrize(
    ("name", "content", "scopes", "told"),
    [
        ("leads.pdf", b"x", set[str](), "Please send a CSV file."),
        ("leads.csv", b"x", {"files:read"}, "may not read files"),
        ("leads.csv", b"x" * 8_000_001, set[str](), "too large"),
    ],
)
def test_a_file_that_cannot_be_read_gets_a_sentence(
    house: House, name: str, content: bytes, scopes: set[str], told: str
) -> None:
    anna = somebody(house)
    house.slack.scopes -= scopes
    house.slack.upload(anna, name, content)
    until(lambda: house.slack.said_to(anna))
    assert told in str(house.slack.said_to(anna)[0].blocks)
    assert house.asked == []


def test_a_file_at_another_host_is_never_fetched(house: House) -> None:
    anna = somebody(house)
    foreign = {
        "url_private": "http://127.0.0.1:2/x",
        "url_private_download": "http://127.0.0.1:2/x",
    }
    house.slack.upload(anna, "leads.csv", b"L-1", **foreign)
    until(lambda: house.slack.said_to(anna))
    assert "may not read files" in str(house.slack.said_to(anna)[0].blocks)


def test_a_file_that_does_not_come_in_time_is_asked_for_again(house: House) -> None:
    anna = somebody(house)
    away = f"http://{HOST_THAT_IS_DOWN}/leads.csv"
    reply = house.slack.upload(anna, "leads.csv", b"L-1", url_private_download=away)
    assert reply is not None
    assert reply.status == 503
    assert house.slack.redeliver(reply, retry=1).status == 503
    assert house.slack.redeliver(reply, retry=LAST_RETRY).status == 200
    until(lambda: house.slack.said_to(anna))
    assert "in time" in str(house.slack.said_to(anna)[0].blocks)


# Links


def unfolding(house: House) -> None:
    house.answers("leads.unfurl", lambda _: Show(Card(verbatim("Anna Nowak, converted"), ())))


def test_a_link_to_a_lead_unfolds_where_only_our_people_read(house: House) -> None:
    anna = somebody(house)
    unfolding(house)
    channel = house.slack.channel("marketing", members=[anna])
    url = "https://crm.example/lead/1?a=1&b=2"
    house.slack.share_link(anna, channel, [url])
    until(lambda: house.slack.unfurls)
    assert "converted" in str(house.slack.unfurls[0].unfurls[url])
    assert house.leadloop.asked[0].values == {"link": url}


@pytest.mark.parametrize("flag", ["is_ext_shared", "is_pending_ext_shared"])
def test_a_link_in_a_shared_channel_tells_nothing_of_the_lead(house: House, flag: str) -> None:
    anna = somebody(house)
    unfolding(house)
    channel = house.slack.channel("together", members=[anna])
    setattr(channel, flag, True)
    house.slack.share_link(anna, channel, ["https://crm.example/lead/1"])
    until(lambda: house.slack.unfurls)
    assert "converted" not in str(house.slack.unfurls)


def test_a_link_that_is_still_being_written_tells_nothing_of_the_lead(house: House) -> None:
    anna = somebody(house)
    unfolding(house)
    channel = house.slack.channel("marketing", members=[anna])
    house.slack.share_link(anna, channel, ["https://crm.example/lead/1"], composing=True)
    until(lambda: house.slack.unfurls)
    assert "converted" not in str(house.slack.unfurls)


@pytest.mark.parametrize(
    ("where", "is_told"),
    [
        ({"source": "conversations_history"}, True),
        ({"source": "composer"}, False),
        ({"channel": "D9", "is_bot_user_member": True}, True),
        ({"channel": "D9", "is_bot_user_member": False}, False),
        ({"channel": "C9"}, False),
    ],
)
def test_a_link_tells_of_the_lead_only_where_we_know_who_reads(
    house: House, where: dict[str, Any], *, is_told: bool
) -> None:
    anna = somebody(house)
    unfolding(house)
    channel = house.slack.channel("general", members=[anna], bot=False)
    inner = {"type": "link_shared", "user": anna.id, "channel": channel.id, "message_ts": "17.01"}
    links = [{"url": "https://crm.example/lead/1", "domain": "crm.example"}]
    more = {"links": links, "unfurl_id": "u1", "source": "conversations_history"}
    house.slack.happen(inner | more | where)
    until(lambda: house.slack.calls_of("chat.unfurl"))
    assert ("converted" in str(house.slack.calls_of("chat.unfurl")[0].args)) is is_told


def test_an_outsiders_link_unfolds_nothing(house: House) -> None:
    guest = somebody(house, Outsider(Why.GUEST))
    unfolding(house)
    channel = house.slack.channel("marketing", members=[guest])
    house.slack.share_link(guest, channel, ["https://crm.example/lead/1"])
    house.rest()
    assert (house.slack.unfurls, house.slack.whispers(guest)) == ([], [])


def test_every_lead_of_a_message_unfolds(house: House) -> None:
    anna = somebody(house)
    unfolding(house)
    channel = house.slack.channel("marketing", members=[anna])
    urls = [f"https://crm.example/lead/{n}" for n in range(3)]
    house.slack.share_link(anna, channel, urls)
    until(lambda: len(house.slack.calls_of("chat.unfurl")) == 3)
    assert {url for one in house.slack.unfurls for url in one.unfurls} == set(urls)


# Of an older version, or forged


@pytest.mark.parametrize(
    "odd",
    [
        {"action_id": "questions.gone#1", "value": "{}"},
        {"action_id": "no-number"},
        {"action_id": "questions.answer#1", "value": "no JSON"},
        {"action_id": "questions.answer#1", "value": '{"ask": 7}'},
    ],
)
def test_a_button_of_an_older_version_is_answered_kindly(
    slack: FakeSlack, odd: dict[str, Any]
) -> None:
    with opened(slack, route=Router({}).route) as house:
        anna = somebody(house)
        channel = slack.channel("marketing", members=[anna])
        assert slack.press_forged(anna, house.post(channel.id, CARD), **odd).status == 200
        until(lambda: slack.whispers(anna))
    assert "older version" in str(slack.whispers(anna)[0].blocks)


# When something goes wrong with us


def test_a_fault_of_ours_gets_an_apology_with_a_number(house: House) -> None:
    anna = somebody(house)
    channel = house.slack.channel("marketing", members=[anna])
    message = house.post(channel.id, CARD)
    house.answers("questions.answer", broken)
    house.answers("said", broken)
    house.answers("questions.ask", broken)
    with capture_logs() as logged:
        assert house.slack.press(anna, message, "Press").in_time
        house.slack.say(anna, channel, "@leadloop L-1")
        house.slack.command(anna, "L-1", channel)
        house.slack.shortcut(anna, "ask_about_leads")
        until(lambda: len(house.slack.whispers(anna)) == 3)
    assert all("incident-7" in str(one.blocks) for one in house.slack.whispers(anna))
    assert "incident-7" in str(house.slack.modal(anna))
    assert [line["event"] for line in logged] == ["slack-deed-failed"] * 4
    assert "canary" not in str(logged)


def test_a_fault_in_a_form_keeps_what_was_typed(house: House) -> None:
    anna = somebody(house)
    view = open_pick(house, anna)
    house.answers("people.linked", broken)
    house.slack.submit(anna, {"who": anna.id})
    assert "incident-7" in str(house.slack.modal(anna))
    assert view in house.slack.stacks[anna.id]


def test_an_event_comes_again_while_the_database_is_out_of_reach(house: House) -> None:
    anna = somebody(house)
    house.answers("said", out_of_reach)
    reply = house.slack.write(anna, "L-1")
    assert reply is not None
    assert reply.status == 503
    house.answers("said", lambda _: Nothing())
    assert house.slack.redeliver(reply).status == 200
    assert house.asked == ["said"]


def test_after_the_last_repetition_the_person_is_told(house: House) -> None:
    anna = somebody(house)
    house.answers("said", out_of_reach)
    reply = house.slack.write(anna, "L-1")
    assert house.slack.redeliver(reply, retry=LAST_RETRY).status == 200
    until(lambda: house.slack.said_to(anna))


def test_a_press_is_answered_kindly_while_the_database_is_out_of_reach(house: House) -> None:
    anna = somebody(house)
    message = house.post(house.slack.direct(anna).id, CARD)
    house.answers("questions.answer", out_of_reach)
    assert house.slack.press(anna, message, "Press").status == 200
    until(lambda: len(house.slack.said_to(anna)) == 2)


def test_a_profile_that_cannot_be_looked_at_comes_again(house: House) -> None:
    anna = somebody(house)
    house.directory.broken = LookupError("canary")
    with capture_logs() as logged:
        reply = house.slack.deactivate(anna)
    assert reply is not None
    assert reply.status == 503
    assert "canary" not in str(logged)


def test_an_apology_that_nobody_takes_is_no_fault_of_the_door(house: House) -> None:
    anna = somebody(house)
    house.answers("questions.ask", broken)
    house.slack.faults.always("views.open", refused("invalid_arguments"))
    assert house.slack.shortcut(anna, "ask_about_leads").status == 200


def test_every_answer_is_measured(house: House) -> None:
    house.slack.write(somebody(house), "L-1")
    assert len(house.durations) == 1


# Nothing of what was said is in a log


CANARY = "canary-anna@acme.example"


def test_no_words_of_anybody_reach_a_log(house: House, caplog: pytest.LogCaptureFixture) -> None:
    anna = somebody(house)
    house.slack.person(anna).name = CANARY
    channel = house.slack.channel("marketing", members=[anna])
    message = house.post(channel.id, CARD)
    with caplog.at_level(logging.DEBUG), capture_logs() as logged:
        for answer in (lambda _: whisper(verbatim(CANARY)), broken, out_of_reach):
            for route in ("said", "questions.answer", "flags.start", "home.opened", "leads.unfurl"):
                house.answers(route, answer)
            house.slack.say(anna, channel, f"@leadloop {CANARY}")
            house.slack.write(anna, CANARY)
            house.slack.upload(anna, f"{CANARY}.csv", CANARY.encode())
            house.slack.command(anna, f"flag {CANARY}")
            house.slack.press(anna, message, "Press")
            house.slack.press_forged(anna, message, action_id=CANARY, value=CANARY)
            house.slack.press_forged(anna, message, action_id=f"{CANARY}#1", value="{}")
            house.slack.shortcut(anna, "what_happened", house.slack.post(anna, channel, CANARY))
            house.slack.share_link(anna, channel, [f"https://crm.example/{CANARY}"])
            house.slack.open_home(anna)
            house.slack.garbage(CANARY.encode())
        house.slack.faults.always("chat.postEphemeral", refused("invalid_blocks"))
        house.slack.faults.always("chat.postMessage", refused("invalid_blocks"))
        house.slack.write(anna, CANARY)
        house.rest()
    ours = [
        one for one in caplog.records if one.name.partition(".")[0] not in {"httpx", "httpcore"}
    ]
    assert logged
    assert "canary" not in str(logged)
    assert "canary" not in str([(one.getMessage(), one.exc_text) for one in ours])
    secrets = (house.slack.bot_token, house.slack.signing_secret, "/actions/T0HOME")
    assert not any(secret in str(logged) + caplog.text for secret in secrets[:2])
    assert secrets[2] not in str(logged) + str([one.getMessage() for one in ours])


# Anything at all


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "type", "user", "team", "text"]), inner, max_size=3
        )
    ),
    max_leaves=8,
)
KEYS = st.sampled_from(
    [
        *("type", "event", "event_id", "team", "user", "channel", "view", "actions", "container"),
        *("message", "authorizations", "enterprise", "is_ext_shared_channel", "function_data"),
        *("command", "trigger_id", "response_urls", "assistant_thread", "item", "ssl_check"),
    ]
)
TYPES = st.sampled_from(
    [
        *("event_callback", "block_actions", "view_submission", "shortcut", "url_verification"),
        *("message_action", "block_suggestion", "interactive_message", "dialog_submission"),
    ]
)


@pytest.mark.slow
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(payload=st.dictionaries(KEYS, ANYTHING), kind=TYPES, is_event=st.booleans())
def test_no_signed_payload_at_all_makes_the_door_stumble(
    house: House, payload: dict[str, Any], kind: str, *, is_event: bool
) -> None:
    sent = Sent("event" if is_event else "interactive", {"type": kind} | payload)
    assert house.slack._deliver(sent).status == 200
