"""The Web API: whose token it is, what it may do, and which method answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tests.fakes.slack import chat, directory, files, views
from tests.fakes.slack.arguments import Args, decoded
from tests.fakes.slack.block_kit import problems, view_problems
from tests.fakes.slack.workspace import Call, SlackSays, Workspace


@dataclass(frozen=True, slots=True)
class Method:
    """One method: what answers it, and the scopes of which it needs one."""

    answer: Callable[[Workspace, Args], dict[str, Any]]
    scopes: tuple[str, ...] = ()
    token: str = "bot"


def auth_test(slack: Workspace, args: Args) -> dict[str, Any]:
    """auth.test."""
    return {
        "url": f"https://{slack.domain}.slack.com/",
        "team": slack.domain.title(),
        "user": slack.bot_name,
        "team_id": slack.team_id,
        "user_id": slack.bot_user,
        "bot_id": slack.bot_id,
        "is_enterprise_install": False,
    }


def connections_open(slack: Workspace, args: Args) -> dict[str, Any]:
    """apps.connections.open: where Socket Mode is to connect."""
    address = slack.address.replace("http://", "ws://", 1)
    return {"url": f"{address}/link/?ticket={slack.new('W')}&app_id={slack.app_id}"}


def blocks_validate(slack: Workspace, args: Args) -> dict[str, Any]:
    """blocks.validate: exactly one of blocks, a message, or a view."""
    if "view" in args:
        found = view_problems(args["view"])
    else:
        found = problems(args.get("blocks", args.get("message", {}).get("blocks", [])), "message")
    if found:
        errors = [{"code": "invalid", "message": one, "pointer": ""} for one in found]
        raise SlackSays("invalid_blocks", errors=errors)
    return {}


METHODS: Mapping[str, Method] = {
    "auth.test": Method(auth_test, token="any"),
    "apps.connections.open": Method(connections_open, token="app"),
    "blocks.validate": Method(blocks_validate, token="none"),
    "chat.postMessage": Method(chat.post_message, ("chat:write",)),
    "chat.update": Method(chat.update, ("chat:write",)),
    "chat.delete": Method(chat.delete, ("chat:write",)),
    "chat.postEphemeral": Method(chat.post_ephemeral, ("chat:write",)),
    "chat.getPermalink": Method(chat.get_permalink),
    "chat.unfurl": Method(chat.unfurl, ("links:write",)),
    "users.info": Method(directory.users_info, ("users:read",)),
    "users.list": Method(directory.users_list, ("users:read",)),
    "users.lookupByEmail": Method(directory.users_lookup_by_email, ("users:read.email",)),
    "users.conversations": Method(directory.users_conversations),
    "conversations.info": Method(directory.conversations_info),
    "conversations.list": Method(directory.conversations_list),
    "conversations.members": Method(directory.conversations_members),
    "conversations.open": Method(directory.conversations_open, ("im:write",)),
    "conversations.history": Method(directory.conversations_history),
    "conversations.replies": Method(directory.conversations_replies),
    "views.open": Method(views.open_view),
    "views.push": Method(views.push_view),
    "views.update": Method(views.update_view),
    "views.publish": Method(views.publish),
    "files.getUploadURLExternal": Method(files.get_upload_url, ("files:write",)),
    "files.completeUploadExternal": Method(files.complete_upload, ("files:write",)),
    "files.info": Method(files.info, ("files:read",)),
    "files.delete": Method(files.delete, ("files:write",)),
}


def answer(slack: Workspace, method: str, token: str, args: Args) -> dict[str, Any]:
    """Carry out one call, and remember it."""
    call = Call(method, args, slack.now())
    with slack.lock:
        slack.calls.append(call)
        try:
            told = {"ok": True, **_carried_out(slack, method, token, args, call)}
        except SlackSays as refusal:
            told = {"ok": False, "error": refusal.code, **refusal.more}
    call.outcome = told.get("error", "ok")
    return told


def _carried_out(
    slack: Workspace, method: str, token: str, args: Args, call: Call
) -> dict[str, Any]:
    wanted = METHODS.get(method)
    if wanted is None:
        raise SlackSays("unknown_method", req_method=method)
    _admit(slack, wanted, token)
    directory.need(slack, *wanted.scopes)
    call.args = decoded(args)
    return wanted.answer(slack, call.args)


def _admit(slack: Workspace, method: Method, token: str) -> None:
    if method.token == "none":
        return
    if not token:
        raise SlackSays("not_authed")
    if token not in {slack.bot_token, slack.app_token}:
        raise SlackSays("invalid_auth")
    if slack.token_fault is not None:
        raise SlackSays(slack.token_fault)
    kind = "app" if token == slack.app_token else "bot"
    if method.token not in {kind, "any"}:
        raise SlackSays("not_allowed_token_type")
