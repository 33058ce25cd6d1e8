"""The shapes in which Teams tells the app what people did."""

from __future__ import annotations

import html
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from tests.fakes.teams.people import Person
from tests.fakes.teams.places import Conversation, Message
from tests.fakes.teams.tenant import Tenant

Activity = dict[str, Any]
MENTION_TYPE = "http://schema.skype.com/Mention"


def activity(
    tenant: Tenant, kind: str, person: Person, place: Conversation, *, root: str = "", **more: Any
) -> Activity:
    """What every activity says: who, where, to whom, and when."""
    local = datetime.fromtimestamp(tenant.now(), ZoneInfo(person.timezone))
    return {
        "type": kind,
        "id": f"f:{tenant.new_guid()}",
        "timestamp": stamp(tenant.now()),
        "localTimestamp": local.isoformat(timespec="milliseconds"),
        "localTimezone": person.timezone,
        "locale": person.locale,
        "channelId": "msteams",
        "serviceUrl": tenant.service_url,
        "from": person.sender,
        "recipient": {"id": tenant.bot_id, "name": tenant.bot_name},
        "conversation": conversation(tenant, place, root),
        "channelData": channel_data(tenant, place),
        "entities": [person.client_info],
    } | more


def stamp(at: float) -> str:
    """A moment as activities tell it."""
    told = datetime.fromtimestamp(at, UTC).isoformat(timespec="milliseconds")
    return told.replace("+00:00", "Z")


def conversation(tenant: Tenant, place: Conversation, root: str = "") -> dict[str, Any]:
    """Where it happened; a thread has its root in the id."""
    id = f"{place.id};messageid={root}" if root and place.kind == "channel" else place.id
    told = {"conversationType": place.kind, "tenantId": tenant.tenant_id, "id": id}
    return told if place.kind == "personal" else {"isGroup": True, **told}


def channel_data(tenant: Tenant, place: Conversation) -> dict[str, Any]:
    """Teams' own words beside it."""
    told: dict[str, Any] = {"tenant": {"id": tenant.tenant_id}}
    if place.team is None:
        return told
    channel = {"id": place.id}
    if place.channel_kind != "standard":
        channel["type"] = place.channel_kind
    return told | {
        "teamsChannelId": place.id,
        "teamsTeamId": place.team.id,
        "channel": channel,
        "team": {"id": place.team.id},
    }


def message(tenant: Tenant, person: Person, place: Conversation, said: Message) -> Activity:
    """A message: its text with the mention in it, and the same as HTML beside it."""
    at = f"<at>{tenant.bot_name}</at>"
    mentioned = {"id": tenant.bot_id, "name": tenant.bot_name}
    mention = {"mentioned": mentioned, "text": at, "type": "mention"}
    entities = [mention] * said.text.count(at) + [person.client_info]
    pages = [{"contentType": "text/html", "content": as_html(tenant, said.text)}]
    made = activity(tenant, "message", person, place, root=said.root, id=said.id)
    if not said.text:
        return made | {"attachments": said.attachments}
    return made | {
        "textFormat": "plain",
        "text": said.text,
        "attachments": [*said.attachments, *pages],
        "entities": entities,
    }


def as_html(tenant: Tenant, text: str) -> str:
    """What a person wrote, as Teams keeps it."""
    span = f'<span itemscope="" itemtype="{MENTION_TYPE}" itemid="0">{tenant.bot_name}</span>'
    at = html.escape(f"<at>{tenant.bot_name}</at>")
    lines = html.escape(text, quote=False).replace(html.unescape(at), span).replace(at, span)
    return f"<p>{'<br>'.join(lines.splitlines())}</p>"


def invoke(
    tenant: Tenant, name: str, person: Person, place: Conversation, value: Any, **more: Any
) -> Activity:
    """A request that wants its answer in the response."""
    made = activity(tenant, "invoke", person, place, name=name, value=value, **more)
    source = {"source": {"name": "message"}} if "replyToId" in made else {}
    made["channelData"] = made["channelData"] | source
    return made


def executed(
    tenant: Tenant, person: Person, place: Conversation, on: Message, action: dict[str, Any]
) -> Activity:
    """adaptiveCard/action: an Action.Execute was pressed; its data has the inputs in it."""
    value = {"action": action, "trigger": "manual"}
    return invoke(
        tenant, "adaptiveCard/action", person, place, value, root=on.root, replyToId=on.id
    )


def submitted(
    tenant: Tenant, person: Person, place: Conversation, on: Message, data: dict[str, Any]
) -> Activity:
    """A message without text but with a value: an Action.Submit was pressed on a card."""
    made = activity(tenant, "message", person, place, root=on.root, replyToId=on.id, value=data)
    return made | {"id": tenant.new_id()}


def message_payload(tenant: Tenant, author: Person | None, said: Message) -> dict[str, Any]:
    """A message as a message action is told of it."""
    bot = {"id": tenant.app_id, "displayName": tenant.bot_name, "applicationIdentityType": "bot"}
    user = author and {
        "userIdentityType": "aadUser",
        "id": author.object_id,
        "displayName": author.name,
    }
    return {
        "linkToMessage": f"https://teams.microsoft.com/l/message/{said.conversation}/{said.id}",
        "id": said.id,
        "replyToId": said.root if said.root != said.id else None,
        "createdDateTime": "2026-11-22T09:00:00.000Z",
        "lastModifiedDateTime": None,
        "deleted": False,
        "messageType": "message",
        "importance": "normal",
        "locale": "en-us",
        "from": {"device": None, "conversation": None}
        | ({"user": user, "application": None} if user else {"user": None, "application": bot}),
        "body": {
            "contentType": "html",
            "content": as_html(tenant, said.text),
            "textContent": said.text,
        },
        "attachments": [
            {"id": f"a{n}", "contentType": one["contentType"]}
            for n, one in enumerate(said.attachments)
        ],
        "mentions": [],
        "reactions": [],
    }
