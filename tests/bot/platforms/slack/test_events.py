"""What Slack's events mean to us, and which of them mean nothing."""

from __future__ import annotations

from typing import Any

import pytest

from bot.platforms.slack.deed import (
    Attached,
    Deed,
    ProfileChanged,
    Revoked,
)
from bot.platforms.slack.events import is_at
from bot.platforms.slack.parse import read
from handlers.people import Place
from tests.bot.platforms.slack.payloads import (
    MAYA,
    US,
    a_direct_message,
    a_mention,
    a_view,
    an_event,
    one_deed,
)

# Sentences


def test_a_mention_is_a_sentence_in_the_thread_below_it() -> None:
    asked = one_deed(a_mention()).asked(MAYA)
    assert (asked.name, asked.text, asked.id) == ("said", "L-1", "slack:Ev1")
    assert asked.place == Place.at("slack", "C1/17.01")


def test_a_mention_in_a_thread_stays_in_it() -> None:
    assert one_deed(a_mention(thread_ts="16.09")).place == "at:slack:C1/16.09"


def test_a_mention_in_a_channel_of_two_companies_says_so() -> None:
    assert one_deed(a_mention() | {"is_ext_shared_channel": True}).is_shared


def test_a_direct_message_is_a_sentence_to_us_alone() -> None:
    asked = one_deed(a_direct_message(thread_ts="16.09")).asked(MAYA)
    assert (asked.name, asked.text, asked.place) == ("said", "L-1", Place.direct(MAYA))


def test_a_file_in_a_direct_message_comes_along() -> None:
    file = {"name": "leads.csv", "url_private_download": "https://files.slack.com/x", "size": 12}
    deed = one_deed(a_direct_message(subtype="file_share", files=[file, "odd"]))
    assert deed.files == (Attached("leads.csv", "https://files.slack.com/x", 12),)


@pytest.mark.parametrize("payload", [a_mention, a_direct_message])
def test_what_is_written_may_begin_with_a_command(payload: Any) -> None:
    def asked(text: str) -> tuple[str, str]:
        deed = one_deed(payload(text=text)).asked(MAYA)
        return deed.name, deed.text

    assert asked("flag L-1") == ("flags.offer", "L-1")
    assert asked("ask L-1") == ("said", "L-1")
    assert asked("agenda") == ("agenda.show", "")
    assert asked("Home Depot, Acme") == ("said", "Home Depot, Acme")


def test_a_list_in_a_file_is_asked_about_whatever_stands_beside_it() -> None:
    file = {"name": "leads.csv", "url_private_download": "https://files.slack.com/x", "size": 12}
    deed = one_deed(a_direct_message(text="Agenda", subtype="file_share", files=[file]))
    assert (deed.does, deed.text) == ("said", "Agenda")


@pytest.mark.parametrize(
    "payload",
    [
        a_mention(bot_id="B1"),
        a_mention(channel="D1"),
        a_mention(user=None),
        a_direct_message(bot_id="B1"),
        a_direct_message(subtype="message_changed"),
        a_direct_message(subtype="bot_message"),
        a_direct_message(subtype=["file_share"]),
        a_direct_message(channel_type="channel", channel="C1"),
        an_event({"type": "message", "channel_type": "group", "user": "U1", "channel": "G1"}),
        an_event({"type": "reaction_added", "user": "U1"}),
        an_event({"type": "app_home_opened", "user": "U1", "tab": "messages"}),
        an_event({"type": "member_joined_channel", "user": "U1", "channel": "C1"}),
        an_event({"type": "tokens_revoked", "tokens": {"oauth": ["U1"], "bot": []}}),
        a_mention() | {"event_id": None},
        {"type": "view_closed", "user": {"id": "U1"}, "view": a_view()},
        {"type": "workflow_step_edit"},
        {},
    ],
)
def test_what_is_none_of_our_business_gives_nothing(payload: dict[str, Any]) -> None:
    assert read(payload, US) == ()


# Other events


def test_an_opened_home_is_a_deed_at_home() -> None:
    deed = one_deed(an_event({"type": "app_home_opened", "user": "U1", "tab": "home"}))
    assert (deed.does, deed.asked(MAYA).place) == ("home.opened", Place.home(MAYA))


def test_being_invited_is_the_deed_of_the_inviter() -> None:
    inner = {"type": "member_joined_channel", "user": "U0BOT", "channel": "C1", "inviter": "U1"}
    deed = one_deed(an_event(inner))
    assert (deed.user, deed.does, deed.place) == ("U1", "channels.joined", "at:slack:C1")


def test_each_link_to_a_lead_gets_a_card_but_not_more_than_five() -> None:
    urls = [f"https://crm.example/lead/{n}" for n in range(7)]
    links = [{"url": "https://evil.example/lead/1"}, *({"url": url} for url in urls)]
    inner = {"type": "link_shared", "user": "U1", "channel": "C1", "links": links}
    deeds = read(an_event(inner | {"message_ts": "17.1", "unfurl_id": "u1"}), US)
    assert [one.values["link"] for one in deeds if isinstance(one, Deed)] == urls[:5]
    assert len({one.once for one in deeds if isinstance(one, Deed)}) == 5


@pytest.mark.parametrize(
    ("url", "is_ours"),
    [
        ("https://crm.example/lead/1", True),
        ("https://eu1.CRM.example/lead/1", True),
        ("https://crm.example:8443/lead/1", True),
        ("http://crm.example/lead/1", False),
        ("https://crm.example.evil.example/", False),
        ("https://notcrm.example/", False),
        ("https://crm.example@evil.example/", False),
        ("https://[", False),
        ("crm.example", False),
    ],
)
def test_only_pages_of_the_crm_are_leads(url: str, *, is_ours: bool) -> None:
    assert is_at(url, US.link_hosts) is is_ours


def test_a_changed_profile_is_told_by_its_user() -> None:
    assert read(an_event({"type": "user_change", "user": {"id": "U1"}}), US) == (
        ProfileChanged("U1"),
    )


@pytest.mark.parametrize(
    "inner",
    [{"type": "app_uninstalled"}, {"type": "tokens_revoked", "tokens": {"bot": ["U0BOT"]}}],
)
def test_a_revoked_token_is_told(inner: dict[str, Any]) -> None:
    assert read(an_event(inner), US) == (Revoked(),)
