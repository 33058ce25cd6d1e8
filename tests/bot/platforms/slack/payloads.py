"""Payloads as Slack makes them, with one thing changed that a test is about."""

from __future__ import annotations

from typing import Any

from bot.platforms.slack.deed import Deed
from bot.platforms.slack.events import Ourselves
from bot.platforms.slack.parse import read
from bot.platforms.slack.wire import Metadata, spell_metadata, spell_values
from handlers.people import PersonId

US = Ourselves(bot="U0BOT", link_hosts=frozenset({"crm.example"}))
MAYA = PersonId("maya")


def an_event(inner: dict[str, Any], **outer: Any) -> dict[str, Any]:
    return {"type": "event_callback", "event_id": "Ev1", "event": inner} | outer


def a_mention(**changes: Any) -> dict[str, Any]:
    inner = {"type": "app_mention", "user": "U1", "text": "<@U0BOT> L-1", "channel": "C1"}
    return an_event(inner | {"ts": "17.01"} | changes)


def a_direct_message(**changes: Any) -> dict[str, Any]:
    inner = {"type": "message", "channel_type": "im", "user": "U1", "text": "L-1", "channel": "D1"}
    return an_event(inner | {"ts": "17.01"} | changes)


def a_press(**changes: Any) -> dict[str, Any]:
    action = {
        "type": "button",
        "action_id": "questions.page#3",
        "action_ts": "18.5",
        "value": spell_values({"question": "q", "page": "2"}),
    }
    container = {"type": "message", "message_ts": "17.02", "channel_id": "C1"}
    return {
        "type": "block_actions",
        "user": {"id": "U1"},
        "actions": [action | changes.pop("action", {})],
        "container": container | changes.pop("container", {}),
        "trigger_id": "1.2.abc",
        "response_url": "https://hooks.slack.com/actions/x",
    } | changes


def a_view(**changes: Any) -> dict[str, Any]:
    metadata = Metadata(place="at:slack:C1/17.01", message="C1/17.02", keep={"ask": "a1"})
    state = {"reason": {"given": {"type": "plain_text_input", "value": "no budget"}}}
    return {
        "id": "V1",
        "hash": "17.xyz",
        "type": "modal",
        "callback_id": "questions.detailed",
        "private_metadata": spell_metadata(metadata),
        "root_view_id": "V1",
        "previous_view_id": None,
        "state": {"values": state},
        "blocks": [{"type": "input", "block_id": "reason"}, {"type": "section", "block_id": "s"}],
    } | changes


def a_form(**changes: Any) -> dict[str, Any]:
    return {"type": "view_submission", "user": {"id": "U1"}, "view": a_view(**changes)}


def one_deed(payload: dict[str, Any]) -> Deed:
    [deed] = read(payload, US)
    assert isinstance(deed, Deed)
    return deed


def a_shortcut(**changes: Any) -> dict[str, Any]:
    return {
        "type": "shortcut",
        "user": {"id": "U1"},
        "callback_id": "ask_about_leads",
        "trigger_id": "1.2.abc",
    } | changes
