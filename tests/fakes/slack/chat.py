"""The methods chat.*: what Slack does with a message, and what it refuses."""

from __future__ import annotations

from typing import Any

from tests.fakes.slack.arguments import (
    MOST_TEXT_POSTED,
    MOST_TEXT_UPDATED,
    Args,
    judged_blocks,
    needed,
)
from tests.fakes.slack.channels import Channel, Ephemeral, Message
from tests.fakes.slack.people import SLACKBOT
from tests.fakes.slack.workspace import SharedLinks, SlackSays, Unfurl, Workspace

Answer = dict[str, Any]


def post_message(slack: Workspace, args: Args) -> Answer:
    """chat.postMessage."""
    place = _destination(slack, args.get("channel"))
    blocks = judged_blocks(slack, args.get("blocks"))
    _something_to_say(args)
    message = Message(
        channel=place.id,
        ts=slack.new_ts(),
        user=slack.bot_user,
        text=str(args.get("text") or "")[:MOST_TEXT_POSTED],
        blocks=blocks,
        thread_ts=args.get("thread_ts"),
        metadata=_metadata(args),
        attachments=args.get("attachments") or [],
        bot=_signed(slack),
        sent=args,
    )
    place.messages.append(message)
    return {"channel": place.id, "ts": message.ts, "message": message.payload(metadata=True)}


def update(slack: Workspace, args: Args) -> Answer:
    """chat.update: what is not given stays as it was."""
    place, message = _own(slack, args, "cant_update_message")
    if place.is_archived:
        raise SlackSays("is_archived")
    if len(str(args.get("text") or "")) > MOST_TEXT_UPDATED:
        raise SlackSays("msg_too_long")
    _something_to_say(args)
    if "blocks" in args:
        message.blocks = judged_blocks(slack, args["blocks"])
    message.text = args.get("text", message.text)
    message.attachments = args.get("attachments", message.attachments)
    message.metadata = _metadata(args) if "metadata" in args else message.metadata
    message.sent = args
    message.edits += 1
    told = message.payload(metadata=True)
    return {"channel": place.id, "ts": message.ts, "text": message.text, "message": told}


def delete(slack: Workspace, args: Args) -> Answer:
    """chat.delete."""
    place, message = _own(slack, args, "cant_delete_message")
    place.messages.remove(message)
    return {"channel": place.id, "ts": message.ts}


def post_ephemeral(slack: Workspace, args: Args) -> Answer:
    """chat.postEphemeral."""
    place = _destination(slack, args.get("channel"))
    user = str(needed(args, "user"))
    blocks = judged_blocks(slack, args.get("blocks"))
    _something_to_say(args)
    if user not in place.members:
        raise SlackSays("user_not_in_channel")
    text = str(args.get("text") or "")
    shown = Ephemeral(place.id, user, slack.new_ts(), text, blocks, args.get("thread_ts"))
    slack.ephemerals.append(shown)
    return {"message_ts": shown.ts}


def get_permalink(slack: Workspace, args: Args) -> Answer:
    """chat.getPermalink."""
    place = _known(slack, args.get("channel"))
    ts = str(args.get("message_ts"))
    if place.message(ts) is None:
        raise SlackSays("message_not_found")
    link = f"https://{slack.domain}.slack.com/archives/{place.id}/p{ts.replace('.', '')}"
    return {"channel": place.id, "permalink": link}


def unfurl(slack: Workspace, args: Args) -> Answer:
    """chat.unfurl: only for links the bot was told of, by the very address that was posted."""
    shared = _shared(slack, args)
    unfurls = needed(args, "unfurls")
    if not isinstance(unfurls, dict) or not unfurls:
        raise SlackSays("invalid_unfurls_format")
    if any(url not in shared.urls for url in unfurls):
        raise SlackSays("cannot_unfurl_url")
    for shown in unfurls.values():
        if not isinstance(shown, dict):
            raise SlackSays("invalid_unfurls_format")
        judged_blocks(slack, shown.get("blocks"))
    slack.unfurls.append(Unfurl(shared.channel, shared.ts, shared.unfurl_id, unfurls))
    if (message := _stands(slack, shared)) is not None:
        message.unfurls |= unfurls
    return {}


def known_to_bot(slack: Workspace, channel: object) -> Channel:
    """A conversation the bot can see: a private one only from inside."""
    place = _known(slack, channel)
    if place.kind != "public" and slack.bot_user not in place.members:
        raise SlackSays("channel_not_found")
    return place


def dm_with(slack: Workspace, user: str) -> Channel:
    """The direct message with a person, opened if need be."""
    person = slack.people.get(user)
    if person is None:
        raise SlackSays("user_not_found")
    if person.is_bot or person.id == SLACKBOT:
        raise SlackSays("cannot_dm_bot")
    if person.deleted and not any(one.user == user for one in slack.channels.values()):
        raise SlackSays("user_disabled")
    return slack.direct(person)


def _known(slack: Workspace, channel: object) -> Channel:
    place = slack.channels.get(str(channel))
    if place is None:
        raise SlackSays("channel_not_found")
    return place


def _destination(slack: Workspace, channel: object) -> Channel:
    if str(channel)[:1] in {"U", "W"}:
        return _direct_destination(slack, str(channel))
    place = known_to_bot(slack, channel)
    if slack.bot_user not in place.members:
        raise SlackSays("not_in_channel")
    if place.is_archived:
        raise SlackSays("is_archived")
    if place.only_admins_post:
        raise SlackSays("restricted_action")
    return place


def _direct_destination(slack: Workspace, user: str) -> Channel:
    """A person, posted to by id; who is not there is a channel that is not there."""
    try:
        return dm_with(slack, user)
    except SlackSays as refusal:
        if refusal.code == "cannot_dm_bot":
            raise
        raise SlackSays("channel_not_found") from None


def _own(slack: Workspace, args: Args, otherwise: str) -> tuple[Channel, Message]:
    place = known_to_bot(slack, args.get("channel"))
    message = place.message(str(args.get("ts")))
    if message is None:
        raise SlackSays("message_not_found")
    if message.user != slack.bot_user:
        raise SlackSays(otherwise)
    return place, message


def _something_to_say(args: Args) -> None:
    if not any(args.get(key) for key in ("text", "blocks", "attachments", "markdown_text")):
        raise SlackSays("no_text")


def _metadata(args: Args) -> dict[str, Any] | None:
    given = args.get("metadata")
    if not given:
        return None
    if not isinstance(given, dict) or not isinstance(given.get("event_type"), str):
        raise SlackSays("invalid_metadata_format")
    if not isinstance(given.get("event_payload"), dict):
        raise SlackSays("invalid_metadata_format")
    return given


def _signed(slack: Workspace) -> dict[str, Any]:
    profile = {
        "id": slack.bot_id,
        "app_id": slack.app_id,
        "name": slack.bot_name,
        "deleted": False,
        "team_id": slack.team_id,
    }
    return {
        "bot_id": slack.bot_id,
        "app_id": slack.app_id,
        "team": slack.team_id,
        "bot_profile": profile,
    }


def _shared(slack: Workspace, args: Args) -> SharedLinks:
    for one in slack.links:
        by_place = (one.channel, one.ts) == (args.get("channel"), args.get("ts"))
        by_name = (one.unfurl_id, one.source) == (args.get("unfurl_id"), args.get("source"))
        if by_place or by_name:
            return one
    raise SlackSays("cannot_find_message" if args.get("ts") else "invalid_unfurl_id")


def _stands(slack: Workspace, shared: SharedLinks) -> Message | None:
    place = slack.channels.get(shared.channel)
    return place.message(shared.ts) if place is not None else None
