"""What Slack sends, shaped as Slack shapes it."""

from __future__ import annotations

from html import escape
from typing import Any

from tests.fakes.slack.channels import Channel, Ephemeral, Message
from tests.fakes.slack.forms import state_values
from tests.fakes.slack.people import Member
from tests.fakes.slack.views import told
from tests.fakes.slack.workspace import View, Workspace

Payload = dict[str, Any]
TOKEN = "verification-token"


def event(slack: Workspace, inner: Payload, *, place: Channel | None = None) -> Payload:
    """The envelope round an event."""
    shared = place is not None and place.is_ext_shared
    authorization = {
        "enterprise_id": None,
        "team_id": slack.team_id,
        "user_id": slack.bot_user,
        "is_bot": True,
        "is_enterprise_install": False,
    }
    return {
        "token": TOKEN,
        "team_id": slack.team_id,
        "context_team_id": slack.team_id,
        "context_enterprise_id": None,
        "api_app_id": slack.app_id,
        "event": {**inner, "event_ts": inner.get("event_ts") or inner.get("ts") or slack.new_ts()},
        "type": "event_callback",
        "event_id": slack.new("Ev"),
        "event_time": int(slack.now()),
        "authorizations": [authorization],
        "is_ext_shared_channel": shared,
        "event_context": slack.new("4-"),
    }


def message_event(slack: Workspace, message: Message, place: Channel, kind: str) -> Payload:
    """A message as app_mention or message events tell of it."""
    author = slack.people[message.user]
    inner: Payload = message.payload() | {
        "type": kind,
        "client_msg_id": slack.new("client-"),
        "team": author.team_id,
        "channel": place.id,
        "event_ts": message.ts,
    }
    if kind == "message":
        inner["channel_type"] = {"im": "im", "private": "group"}.get(place.kind, "channel")
    if author.is_stranger:
        inner |= {"user_team": author.team_id, "source_team": author.team_id}
    return event(slack, inner, place=place)


def wording(slack: Workspace, text: str) -> tuple[str, list[Payload]]:
    """A person's text as Slack keeps it: escaped, mentions by id, with its rich text."""
    mention = f"@{slack.bot_name}"
    sections: list[Payload] = []
    for place, piece in enumerate(text.split(mention)):
        if place:
            sections.append({"type": "user", "user_id": slack.bot_user})
        if piece:
            sections.append({"type": "text", "text": piece})
    section = {"type": "rich_text_section", "elements": sections}
    rich = {"type": "rich_text", "block_id": slack.new("b"), "elements": [section]}
    return escape(text, quote=False).replace(mention, f"<@{slack.bot_user}>"), [rich]


def interaction(slack: Workspace, kind: str, user: Member) -> Payload:
    """What every interaction says."""
    return {
        "type": kind,
        "user": user.brief(),
        "api_app_id": slack.app_id,
        "token": TOKEN,
        "team": {"id": slack.team_id, "domain": slack.domain},
        "enterprise": None,
        "is_enterprise_install": False,
    }


def block_actions(
    slack: Workspace, user: Member, where: Message | Ephemeral | View, actions: list[Payload]
) -> Payload:
    """A press, or a choice, in a message, a whisper, a modal or a home."""
    return (
        interaction(slack, "block_actions", user)
        | surroundings(slack, user, where)
        | {"trigger_id": _trigger(slack, user, where), "actions": actions}
        | _response_url(slack, user, where)
    )


def suggestion(
    slack: Workspace, user: Member, where: Message | View, block: Payload, element: Payload
) -> Payload:
    """A question for options; the caller adds the `value` typed."""
    return (
        interaction(slack, "block_suggestion", user)
        | surroundings(slack, user, where)
        | {"action_id": element["action_id"], "block_id": block["block_id"]}
    )


def surroundings(slack: Workspace, user: Member, where: Message | Ephemeral | View) -> Payload:
    """The container, and what of it an interaction carries along."""
    if isinstance(where, View):
        return {"container": {"type": "view", "view_id": where.id}, "view": told(slack, where)}
    whispered = isinstance(where, Ephemeral)
    container: Payload = {
        "type": "message",
        "message_ts": where.ts,
        "channel_id": where.channel,
        "is_ephemeral": whispered,
    }
    if where.thread_ts:
        container["thread_ts"] = where.thread_ts
    around: Payload = {
        "container": container,
        "channel": channel(slack.channels[where.channel]),
        "state": {"values": state_values(where.blocks, {})},
    }
    return around | ({} if isinstance(where, Ephemeral) else {"message": where.payload()})


def view_submission(slack: Workspace, user: Member, view: View) -> Payload:
    """A modal, sent."""
    return interaction(slack, "view_submission", user) | {
        "trigger_id": slack.new_trigger(user.id, view=view.id),
        "view": told(slack, view),
        "response_urls": [],
    }


def view_closed(slack: Workspace, user: Member, view: View, *, cleared: bool) -> Payload:
    """A modal, put away."""
    closed = {"view": told(slack, view), "is_cleared": cleared}
    return interaction(slack, "view_closed", user) | closed


def shortcut(slack: Workspace, user: Member, callback_id: str) -> Payload:
    """A global shortcut."""
    return interaction(slack, "shortcut", user) | {
        "action_ts": slack.new_ts(),
        "callback_id": callback_id,
        "trigger_id": slack.new_trigger(user.id),
    }


def message_action(slack: Workspace, user: Member, callback_id: str, message: Message) -> Payload:
    """A shortcut on a message, which it carries whole."""
    return interaction(slack, "message_action", user) | {
        "action_ts": slack.new_ts(),
        "callback_id": callback_id,
        "trigger_id": slack.new_trigger(user.id),
        "response_url": slack.new_response_url(message.channel, user.id, message.ts),
        "message_ts": message.ts,
        "channel": channel(slack.channels[message.channel]),
        "message": message.payload(),
    }


def command(slack: Workspace, user: Member, place: Channel, name: str, text: str) -> Payload:
    """A slash command's form; its true and false are words."""
    where = channel(place)
    return {
        "token": TOKEN,
        "team_id": slack.team_id,
        "team_domain": slack.domain,
        "channel_id": place.id,
        "channel_name": where["name"],
        "user_id": user.id,
        "user_name": user.handle,
        "command": name,
        "text": text,
        "api_app_id": slack.app_id,
        "is_enterprise_install": "false",
        "response_url": slack.new_response_url(place.id, user.id),
        "trigger_id": slack.new_trigger(user.id),
    }


def channel(place: Channel) -> Payload:
    """A conversation as interactions name it."""
    names = {"im": "directmessage", "private": "privategroup"}
    return {"id": place.id, "name": names.get(place.kind, place.name)}


def action(block: Payload, element: Payload, told_by: Payload, ts: str) -> Payload:
    """One action of a block_actions payload."""
    kept = ("type", "action_id", "text", "value", "style", "placeholder", "url")
    own = {key: element[key] for key in kept if key in element}
    return own | told_by | {"block_id": block["block_id"], "action_ts": ts}


def _trigger(slack: Workspace, user: Member, where: Message | Ephemeral | View) -> str:
    modal = isinstance(where, View) and where.content["type"] == "modal"
    return slack.new_trigger(user.id, view=where.id if modal and isinstance(where, View) else "")


def _response_url(slack: Workspace, user: Member, where: Message | Ephemeral | View) -> Payload:
    if isinstance(where, View):
        return {}
    return {"response_url": slack.new_response_url(where.channel, user.id, where.ts)}
