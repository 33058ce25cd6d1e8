"""The Connector: what the app may do in conversations, and what Teams refuses."""

from __future__ import annotations

import json
import re
from typing import Any

from tests.fakes.teams.adaptive_cards import problems
from tests.fakes.teams.people import Person
from tests.fakes.teams.places import CARD, CONSENT, FILE_INFO, Conversation, Message, Team, split
from tests.fakes.teams.tenant import Refusal, Tenant

MOST_BYTES = 100 * 1024
PAGE = 200
MENTION = re.compile(r"<at>.*?</at>", re.DOTALL)
Body = dict[str, Any]


def post(tenant: Tenant, id: str, body: Body) -> Body:
    """POST activities: a new message; in a channel without a root, a new thread."""
    place, root = _writable(tenant, id)
    if body.get("type") == "typing":
        return {"id": tenant.new_id()}
    _judged(tenant, place, body)
    message = Message(tenant.new_id(), place.id, tenant.bot_id, root=root)
    if place.kind == "channel" and not root:
        message.root = message.id
    _written(message, body)
    place.messages.append(message)
    return {"id": message.id}


def put(tenant: Tenant, id: str, activity: str, body: Body) -> Body:
    """PUT activities/{id}: another content for the bot's own message."""
    place, _ = _writable(tenant, id)
    message = _own(tenant, place, activity)
    _judged(tenant, place, body)
    _written(message, body)
    message.edits += 1
    return {"id": message.id}


def delete(tenant: Tenant, id: str, activity: str) -> None:
    """DELETE activities/{id}: the bot's own message goes away."""
    place, _ = _writable(tenant, id)
    _own(tenant, place, activity).deleted = True


def create(tenant: Tenant, body: Body) -> Body:
    """POST conversations: the personal chat with a member, or a new thread in a channel."""
    _same_tenant(tenant, body)
    channel = body.get("channelData", {}).get("channel", {}).get("id")
    if channel:
        made = post(tenant, channel, body.get("activity") or {})
        return {"id": f"{channel};messageid={made['id']}", "activityId": made["id"]}
    members = body.get("members") or []
    if len(members) != 1 or not isinstance(members[0].get("id"), str):
        raise Refusal(400, "BadSyntax", "Exactly one member is needed for a personal chat")
    place = _opened(tenant, members[0]["id"])
    told: Body = {"id": place.id}
    if body.get("activity"):
        told["activityId"] = post(tenant, place.id, body["activity"])["id"]
    return told


def member(tenant: Tenant, id: str, name: str) -> Body:
    """GET members/{id}: one account of the roster, by Teams' id or by Entra's object id."""
    place = _known(tenant, id)
    found = next((one for one in place.roster if one.is_called(name)), None)
    if found is None or found.deleted:
        raise Refusal(404, "MemberNotFoundInConversation", "The member was not found.")
    return found.account()


def members(tenant: Tenant, id: str, *, size: str = "", token: str = "") -> Body:
    """GET pagedmembers: a page of the roster, between 50 and 500 at once."""
    place = _known(tenant, id)
    there = [one.account() for one in place.roster if not one.deleted]
    most = min(max(int(size), 50), 500) if size else PAGE
    start = int(token) if token else 0
    after = start + most
    told: Body = {"members": there[start:after]}
    return told | ({"continuationToken": str(after)} if after < len(there) else {})


def team(tenant: Tenant, id: str) -> Body:
    """GET teams/{id}."""
    return _team(tenant, id).details() | {"tenantId": tenant.tenant_id}


def channels(tenant: Tenant, id: str) -> Body:
    """GET teams/{id}/conversations: the channels; General has no name there."""
    found = _team(tenant, id)
    shown = [one for one in found.channels if not one.deleted]
    return {
        "conversations": [
            {"id": one.id, "name": None if one.id == found.id else one.name}
            | {"type": one.channel_kind}
            for one in shown
        ]
    }


# ---- who is where -------------------------------------------------------------------------------


def _known(tenant: Tenant, id: str) -> Conversation:
    place = tenant.where(id)
    if place is None or place.deleted:
        raise Refusal(404, "ConversationNotFound", "Conversation not found.")
    if not place.has_bot:
        text = "The bot is not part of the conversation roster."
        raise Refusal(403, "BotNotInConversationRoster", text)
    return place


def _writable(tenant: Tenant, id: str) -> tuple[Conversation, str]:
    place = _known(tenant, id)
    if place.blocked:
        raise Refusal(403, "MessageWritesBlocked", "Message writes to this thread are blocked.")
    if place.kind == "personal" and place.members[0].deleted:
        raise Refusal(403, "ForbiddenOperationException", "The operation is not allowed.")
    root = split(id)[1]
    first = next((one for one in place.messages if one.id == root), None)
    if root and first is None:
        raise Refusal(404, "ConversationNotFound", "There is no such thread.")
    return place, root


def _own(tenant: Tenant, place: Conversation, activity: str) -> Message:
    message = place.message(activity)
    if message is None:
        raise Refusal(404, "ActivityNotFoundInConversation", "Activity not found.")
    if message.sender != tenant.bot_id:
        raise Refusal(403, "ForbiddenOperationException", "A bot changes its own messages only.")
    return message


def _same_tenant(tenant: Tenant, body: Body) -> None:
    told = {body.get("tenantId"), body.get("channelData", {}).get("tenant", {}).get("id")} - {None}
    if told != {tenant.tenant_id}:
        raise Refusal(400, "BadSyntax", "Incorrect conversation creation parameters: the tenant")


def _opened(tenant: Tenant, name: str) -> Conversation:
    person: Person | None = tenant.find(name)
    if person is None or not person.object_id:
        raise Refusal(400, "BadArgument", "The member's id is not known.")
    if person.deleted or not tenant.reaches(person):
        text = "The bot is not part of the conversation roster."
        raise Refusal(403, "BotNotInConversationRoster", text)
    place = tenant.personal(person)
    place.installed = True
    return place


def _team(tenant: Tenant, id: str) -> Team:
    found = next((one for one in tenant.teams if one.id == id), None)
    if found is None:
        raise Refusal(404, "NotFound", "There is no such team.")
    if not found.installed:
        text = "The bot is not part of the conversation roster."
        raise Refusal(403, "BotNotInConversationRoster", text)
    return found


# ---- what is said -------------------------------------------------------------------------------


def _written(message: Message, body: Body) -> None:
    message.text = body.get("text", "")
    message.summary = body.get("summary", "")
    message.attachments = list(body.get("attachments", []))
    message.entities = list(body.get("entities", []))
    message.views.clear()
    message.sent = body


def _judged(tenant: Tenant, place: Conversation, body: Body) -> None:
    if _size(body) > MOST_BYTES:
        raise Refusal(413, "MessageSizeTooBig", "Message size too large.")
    found = list(_about(place, body))
    if found:
        tenant.refused_cards.extend(found)
        raise Refusal(400, "BadSyntax", "; ".join(found))


def _size(body: Body) -> int:
    text = re.sub(r"data:image/[^\"]*", "", json.dumps(body, ensure_ascii=False))
    return len(text.encode("utf-16-le", errors="surrogatepass"))


def _about(place: Conversation, body: Body) -> list[str]:
    if body.get("type") != "message":
        return [f"type: {body.get('type')!r} is no message"]
    attachments = body.get("attachments") or []
    text = body.get("text") or ""
    if not isinstance(text, str) or not isinstance(attachments, list):
        return ["text must be a string, attachments a list"]
    found = [] if text or attachments else ["neither text nor attachments"]
    for one in attachments:
        found.extend(_about_attachment(place, one))
    return found + _about_mentions(text, body.get("entities") or [])


def _about_attachment(place: Conversation, one: Any) -> list[str]:
    kind = one.get("contentType") if isinstance(one, dict) else None
    if kind == CARD:
        return problems(one.get("content"))
    if kind == CONSENT:
        return _about_consent(place, one)
    if kind == FILE_INFO:
        told = one.get("content") or {}
        sound = {"uniqueId", "fileType"} <= told.keys() and one.get("contentUrl")
        return [] if sound and one.get("name") else ["a file card needs a name, its id and url"]
    return [f"attachments: unknown content type {kind!r}"]


def _about_consent(place: Conversation, one: Body) -> list[str]:
    if place.kind != "personal":
        return ["a bot sends files in personal chats only"]
    content = one.get("content")
    sound = isinstance(content, dict) and isinstance(content.get("sizeInBytes"), int)
    return [] if sound and one.get("name") else ["a file consent card needs a name and sizeInBytes"]


def _about_mentions(text: str, entities: list[Body]) -> list[str]:
    told = {one.get("text") for one in entities if one.get("type") == "mention"}
    written = set(MENTION.findall(text))
    return [f"the mention {one!r} is not matched" for one in sorted(written ^ told, key=str)]
