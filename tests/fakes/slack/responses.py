"""The addresses at which an interaction is answered: five times, within half an hour."""

from __future__ import annotations

from typing import Any

from tests.fakes.slack.arguments import judged_blocks, yes
from tests.fakes.slack.channels import Ephemeral, Message
from tests.fakes.slack.workspace import (
    RESPONSE_SECONDS,
    RESPONSE_USES,
    ResponseUrl,
    SlackSays,
    Workspace,
)


def respond(slack: Workspace, name: str, body: dict[str, Any]) -> tuple[int, str]:
    """What a response address says: a status and a word."""
    url = slack.response_urls.get(name)
    if url is None:
        return 404, "no_service"
    if slack.now() - url.at > RESPONSE_SECONDS:
        return 404, "expired_url"
    if url.uses >= RESPONSE_USES:
        return 404, "used_url"
    url.uses += 1
    try:
        answered(slack, url, body)
    except SlackSays as refusal:
        return (404, refusal.code) if refusal.code == "channel_not_found" else (500, refusal.code)
    return 200, "ok"


def answered(slack: Workspace, url: ResponseUrl, body: dict[str, Any]) -> None:
    """Replace or delete the message acted on, or say something more, to one or to all."""
    place = slack.channels.get(url.channel)
    if place is None:
        raise SlackSays("channel_not_found")
    original = place.message(url.ts)
    if yes(body.get("delete_original")):
        if original is not None:
            place.messages.remove(original)
        return
    blocks = judged_blocks(slack, body.get("blocks"))
    text = str(body.get("text") or "")
    if not text and not blocks:
        raise SlackSays("no_text")
    if yes(body.get("replace_original")) and original is not None:
        original.text, original.blocks, original.sent = text, blocks, body
        original.edits += 1
    elif yes(body.get("replace_original")):
        _replace_whisper(slack, url, text, blocks)
    elif body.get("response_type") == "in_channel":
        bot = {"bot_id": slack.bot_id, "app_id": slack.app_id}
        ts, thread = slack.new_ts(), body.get("thread_ts")
        said = Message(place.id, ts, slack.bot_user, text, blocks, thread, bot=bot, sent=body)
        place.messages.append(said)
    else:
        thread = body.get("thread_ts")
        whisper = Ephemeral(place.id, url.user, slack.new_ts(), text, blocks, thread)
        slack.ephemerals.append(whisper)


def _replace_whisper(
    slack: Workspace, url: ResponseUrl, text: str, blocks: list[dict[str, Any]]
) -> None:
    found = next((one for one in slack.ephemerals if one.ts == url.ts), None)
    if found is None:
        raise SlackSays("message_not_found")
    found.text, found.blocks = text, blocks
