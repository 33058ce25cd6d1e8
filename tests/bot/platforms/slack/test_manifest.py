"""The manifest is what Slack takes, asks for little, and belongs to what the door understands."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.platforms.slack.events import _READERS  # pyright: ignore[reportPrivateUsage]
from bot.platforms.slack.manifest import MOST_DOMAINS, manifest, scopes
from bot.platforms.slack.parse import SHORTCUTS
from handlers.commands import ASK, SAID, WORDS, typed
from handlers.errors import Refused

ROOT = Path(__file__).parents[4]
ADDRESS = "https://leadloop.example.com"
HOSTS = ("app.hubspot.com", "example.lightning.force.com")

LIMITS = {
    "display_information.name": 35,
    "display_information.description": 140,
    "display_information.long_description": 4000,
    "features.bot_user.display_name": 80,
    "features.shortcuts.name": 24,
    "features.shortcuts.description": 150,
    "features.shortcuts.callback_id": 255,
    "features.slash_commands.command": 32,
    "features.slash_commands.description": 2000,
    "features.slash_commands.usage_hint": 1000,
}
"""Most characters, from Slack's manifest schema (version 2)."""

SCOPE_OF_EVENT = {
    "app_home_opened": None,
    "app_mention": "app_mentions:read",
    "app_uninstalled": None,
    "link_shared": "links:read",
    "member_joined_channel": "channels:read",
    "message.im": "im:history",
    "tokens_revoked": None,
    "user_change": "users:read",
}
"""What each event needs, from the events' reference."""


def read(**given: Any) -> Any:
    return yaml.safe_load(manifest(**given))


def texts(part: Any, path: str = "") -> list[tuple[str, str]]:
    if isinstance(part, dict):
        return [one for name, value in part.items() for one in texts(value, f"{path}.{name}")]
    if isinstance(part, list):
        return [one for value in part for one in texts(value, path)]
    return [(path.removeprefix("."), part)] if isinstance(part, str) else []


FORMS = pytest.mark.parametrize(
    "given", [{}, {"link_hosts": HOSTS}, {"url": ADDRESS}, {"url": ADDRESS, "link_hosts": HOSTS}]
)


@FORMS
def test_no_text_is_longer_than_slack_takes(given: Any) -> None:
    found = texts(read(**given))
    assert {path for path, _ in found} >= set(LIMITS)
    assert [one for one in found if len(one[1]) > LIMITS.get(one[0], 10_000)] == []
    assert len(dict(found)["display_information.long_description"]) >= 175


@FORMS
def test_every_event_has_its_scope_and_a_reader_at_the_door(given: Any) -> None:
    whole = read(**given)
    events = whole["settings"]["event_subscriptions"]["bot_events"]
    needed = {SCOPE_OF_EVENT[event] for event in events} - {None}
    assert needed <= set(whole["oauth_config"]["scopes"]["bot"])
    assert {event.partition(".")[0] for event in events} <= set(_READERS)


@FORMS
def test_every_shortcut_leads_somewhere(given: Any) -> None:
    ids = [one["callback_id"] for one in read(**given)["features"]["shortcuts"]]
    assert set(ids) <= set(SHORTCUTS)
    assert len(ids) == len(set(ids))


def test_the_slash_command_hints_at_every_word_that_it_knows() -> None:
    (leads,) = read()["features"]["slash_commands"]
    hinted = [typed(one).route for one in leads["usage_hint"].split(" | ")]
    assert set(hinted) == set(WORDS) - {ASK} | {SAID}


def test_over_http_every_door_has_the_public_address_and_in_socket_mode_none() -> None:
    door = f"{ADDRESS}/slack/events"
    over_http, socket = read(url=f"{ADDRESS}/"), read()
    assert over_http["settings"]["event_subscriptions"]["request_url"] == door
    assert over_http["settings"]["interactivity"]["request_url"] == door
    assert over_http["settings"]["interactivity"]["message_menu_options_url"] == door
    assert [one["url"] for one in over_http["features"]["slash_commands"]] == [door]
    assert not over_http["settings"]["socket_mode_enabled"]
    assert socket["settings"]["socket_mode_enabled"]
    assert re.findall(r"https?://", manifest()) == []


def test_links_are_asked_for_only_where_the_crm_has_pages() -> None:
    without, with_them = manifest(), manifest(link_hosts=HOSTS)
    assert "link" not in str(read()["oauth_config"])
    assert "link_shared" not in without
    assert "unfurl" not in without
    assert read(link_hosts=HOSTS)["features"]["unfurl_domains"] == list(HOSTS)
    assert {"links:read", "links:write"} <= set(
        yaml.safe_load(with_them)["oauth_config"]["scopes"]["bot"]
    )


def test_no_scope_reads_channels_or_acts_as_a_person() -> None:
    scopes = read(url=ADDRESS, link_hosts=HOSTS)["oauth_config"]["scopes"]
    assert set(scopes) == {"bot", "bot_optional"}
    asked = {*scopes["bot"], *scopes["bot_optional"]}
    assert (
        asked & {"channels:history", "groups:history", "channels:join", "chat:write.public"}
        == set()
    )


def test_the_check_knows_the_very_scopes_of_the_manifest() -> None:
    for hosts in ((), HOSTS):
        asked = read(link_hosts=hosts)["oauth_config"]["scopes"]
        assert scopes(link_hosts=hosts) == (asked["bot"], asked["bot_optional"])


def test_the_documents_explain_every_scope() -> None:
    scopes = read(link_hosts=HOSTS)["oauth_config"]["scopes"]
    told = (ROOT / "docs" / "slack.md").read_text(encoding="utf-8")
    assert [one for group in scopes.values() for one in group if f"`{one}`" not in told] == []


def test_the_manifest_beside_the_readme_is_the_one_for_socket_mode() -> None:
    beside = (ROOT / "app_manifest.yml").read_text(encoding="utf-8")
    assert beside == manifest(), "write it anew: leadloop slack manifest > app_manifest.yml"


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"url": "http://leadloop.example.com"}, "slack-manifest-https"),
        (
            {"link_hosts": [f"crm{n}.example.com" for n in range(MOST_DOMAINS + 1)]},
            "slack-manifest-hosts",
        ),
    ],
)
def test_what_slack_would_not_take_is_refused_with_a_sentence(given: Any, key: str) -> None:
    with pytest.raises(Refused) as refused:
        manifest(**given)
    assert refused.value.phrase.key == key
