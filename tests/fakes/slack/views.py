"""The methods views.*, and what an answer to a submission does to what a person has open."""

from __future__ import annotations

from typing import Any

from tests.fakes.slack.arguments import Args, judged_view, needed
from tests.fakes.slack.chat import Answer
from tests.fakes.slack.forms import state_values
from tests.fakes.slack.workspace import SlackSays, View, Workspace

DEEPEST = 3


def open_view(slack: Workspace, args: Args) -> Answer:
    """views.open: a new stack; from within a modal, one more on top of it."""
    trigger = slack.take_trigger(args.get("trigger_id"))
    content = judged_view(slack, args.get("view"), "modal")
    if not trigger.view or slack.view(trigger.view) is None:
        slack.stacks[trigger.user] = []
    return {"view": told(slack, put_on_top(slack, trigger.user, content))}


def push_view(slack: Workspace, args: Args) -> Answer:
    """views.push: only from within a modal."""
    trigger = slack.take_trigger(args.get("trigger_id"))
    content = judged_view(slack, args.get("view"), "modal")
    if not trigger.view or not slack.stacks.get(trigger.user):
        raise SlackSays("not_found")
    return {"view": told(slack, put_on_top(slack, trigger.user, content))}


def update_view(slack: Workspace, args: Args) -> Answer:
    """views.update: by id, or by the app's own name for it."""
    view = _sought(slack, args)
    content = judged_view(slack, args.get("view"), str(view.content["type"]))
    _same_hash(view, args)
    replace_content(slack, view, content)
    return {"view": told(slack, view)}


def publish(slack: Workspace, args: Args) -> Answer:
    """views.publish: a person's App Home."""
    user = str(needed(args, "user_id"))
    if user not in slack.people:
        raise SlackSays("user_not_found")
    content = judged_view(slack, args.get("view"), "home")
    view = slack.homes.get(user)
    if view is None:
        view = slack.homes[user] = _made(slack, user, content)
    else:
        _same_hash(view, args)
        replace_content(slack, view, content)
    return {"view": told(slack, view)}


def told(slack: Workspace, view: View) -> dict[str, Any]:
    """The view object, as Slack sends it."""
    content = view.content
    always: dict[str, Any] = {
        "id": view.id,
        "team_id": slack.team_id,
        "type": content["type"],
        "blocks": view.blocks,
        "private_metadata": content.get("private_metadata", ""),
        "callback_id": content.get("callback_id", ""),
        "state": {"values": state_values(view.blocks, view.given)},
        "hash": view.hash,
        "title": content.get("title", {"type": "plain_text", "text": "View Title"}),
        "clear_on_close": content.get("clear_on_close", False),
        "notify_on_close": content.get("notify_on_close", False),
        "close": content.get("close"),
        "submit": content.get("submit"),
        "previous_view_id": view.previous,
        "root_view_id": view.root,
        "app_id": slack.app_id,
        "external_id": content.get("external_id", ""),
        "app_installed_team_id": slack.team_id,
        "bot_id": slack.bot_id,
    }
    return always


def put_on_top(slack: Workspace, user: str, content: dict[str, Any]) -> View:
    """One more modal over those a person has open."""
    stack = slack.stacks.setdefault(user, [])
    if len(stack) >= DEEPEST:
        raise SlackSays("push_limit_reached")
    _own_name(slack, content)
    view = _made(slack, user, content)
    if stack:
        view.previous, view.root = stack[-1].id, stack[0].id
    stack.append(view)
    return view


def replace_content(slack: Workspace, view: View, content: dict[str, Any]) -> None:
    """Another content in the same view; what was put in stays where the inputs stay."""
    view.content = content
    view.hash = _new_hash(slack)
    view.errors = {}
    view.edits += 1


def answer_submission(slack: Workspace, view: View, body: dict[str, Any]) -> None:
    """Do to a person's modals what an answer to a submission says; refuse what Slack would."""
    match body.get("response_action"):
        case None:
            assert not body, f"a submission is answered by nothing or an action, not by {body}"
            slack.stacks[view.user].remove(view)
        case "clear":
            slack.stacks[view.user].clear()
        case "errors":
            _show_errors(view, body.get("errors"))
        case "update":
            replace_content(slack, view, judged_view(slack, body.get("view"), "modal"))
        case "push":
            put_on_top(slack, view.user, judged_view(slack, body.get("view"), "modal"))
        case other:
            raise AssertionError(f"unknown response_action: {other}")


def _show_errors(view: View, errors: Any) -> None:
    inputs = {block["block_id"] for block in view.blocks if block["type"] == "input"}
    assert isinstance(errors, dict), "errors must name their fields"
    assert errors, "errors must name their fields"
    assert errors.keys() <= inputs, f"errors at no input block: {errors.keys() - inputs}"
    assert all(isinstance(one, str) and one for one in errors.values()), f"empty errors: {errors}"
    view.errors = dict(errors)


def _made(slack: Workspace, user: str, content: dict[str, Any]) -> View:
    name = slack.new("V")
    return View(name, user, content, _new_hash(slack), root=name)


def _new_hash(slack: Workspace) -> str:
    return f"{int(slack.now())}.{slack.new('h')}"


def _same_hash(view: View, args: Args) -> None:
    if args.get("hash") not in {None, "", view.hash}:
        raise SlackSays("hash_conflict", view={"id": view.id, "hash": view.hash})


def _own_name(slack: Workspace, content: dict[str, Any]) -> None:
    name = content.get("external_id")
    views = [one for stack in slack.stacks.values() for one in stack]
    if name and any(one.content.get("external_id") == name for one in views):
        raise SlackSays("duplicate_external_id")


def _sought(slack: Workspace, args: Args) -> View:
    if (name := args.get("external_id")) is not None:
        views = [one for stack in slack.stacks.values() for one in stack]
        found = next((one for one in views if one.content.get("external_id") == name), None)
    else:
        found = slack.view(str(args.get("view_id")))
    if found is None:
        raise SlackSays("not_found")
    return found
