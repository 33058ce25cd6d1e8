"""Reading what a call of the Web API was given, whichever way it was spelled."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from typing import Any

from tests.fakes.slack.block_kit import problems, view_problems
from tests.fakes.slack.workspace import SlackSays, Workspace

Args = dict[str, Any]
STRUCTURED = {"blocks", "attachments", "metadata", "view", "unfurls", "files", "message"}
PRESSABLE = {
    "button",
    "overflow",
    "checkboxes",
    "radio_buttons",
    "datepicker",
    "timepicker",
    "datetimepicker",
    "feedback_buttons",
    "icon_button",
    "workflow_button",
    "file_input",
}
MOST_TEXT_POSTED = 40_000
MOST_TEXT_UPDATED = 4_000


def decoded(args: Args) -> Args:
    """The arguments with the structured ones read from their JSON."""
    found = dict(args)
    for key in STRUCTURED & args.keys():
        if isinstance(args[key], str):
            try:
                found[key] = json.loads(args[key])
            except ValueError:
                code = "invalid_blocks_format" if key == "blocks" else "invalid_arguments"
                raise SlackSays(code) from None
    return found


def yes(value: object) -> bool:
    """Whether an argument says yes."""
    return value in (True, 1, "1", "true", "True")


def needed(args: Args, name: str) -> Any:
    """An argument that must be given."""
    if args.get(name) in (None, ""):
        detail = f"[ERROR] missing required field: {name}"
        raise SlackSays("invalid_arguments", response_metadata={"messages": [detail]})
    return args[name]


def page(items: list[Any], args: Args, most: int = 1000) -> tuple[list[Any], str]:
    """One page of a list, and the cursor of the next."""
    start = 0
    if cursor := str(args.get("cursor") or ""):
        if not cursor.startswith("after:") or not cursor[6:].isdigit():
            raise SlackSays("invalid_cursor")
        start = int(cursor[6:])
    size = min(int(args.get("limit") or most), most)
    if size < 1:
        raise SlackSays("invalid_limit")
    after = start + size
    return items[start:after], f"after:{after}" if after < len(items) else ""


def judged_blocks(slack: Workspace, blocks: Any) -> list[dict[str, Any]]:
    """Blocks of a message that Slack takes, with the names it gives to the nameless."""
    if blocks is None:
        return []
    found = problems(blocks, "message")
    if found and all("msg_blocks_too_long" in one for one in found):
        raise SlackSays("msg_blocks_too_long")
    _refuse(found + _not_there_yet(slack, blocks), "invalid_blocks")
    return named(slack, blocks)


def judged_view(slack: Workspace, view: Any, kind: str) -> dict[str, Any]:
    """A view that Slack takes, with the names it gives to the nameless."""
    if not isinstance(view, dict) or view.get("type") != kind:
        detail = f"[ERROR] a view of type {kind} is needed"
        raise SlackSays("invalid_arguments", response_metadata={"messages": [detail]})
    found = view_problems(view)
    if any("view_too_large" in one for one in found):
        raise SlackSays("view_too_large")
    _refuse(found + _not_there_yet(slack, view["blocks"]), "invalid_arguments")
    return {**view, "blocks": named(slack, view["blocks"])}


def named(slack: Workspace, blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Blocks with an id for each, and an action_id for each thing one can press or fill in."""
    found = copy.deepcopy(blocks)
    _visit(found, lambda one: _name(slack, one))
    for block in found:
        block.setdefault("block_id", slack.new("b"))
    return found


def parts(value: Any) -> list[dict[str, Any]]:
    """Every object in a payload that says its type, outermost first."""
    found = list[dict[str, Any]]()
    _visit(value, lambda one: found.append(one) if "type" in one else None)
    return found


def _name(slack: Workspace, one: dict[str, Any]) -> None:
    kind = one.get("type")
    if isinstance(kind, str) and (kind in PRESSABLE or kind.endswith(("_select", "_input"))):
        one.setdefault("action_id", slack.new("a"))


def _visit(value: Any, look: Callable[[dict[str, Any]], None]) -> None:
    if isinstance(value, dict):
        look(value)
    for part in value.values() if isinstance(value, dict) else value:
        if isinstance(part, dict | list):
            _visit(part, look)


def _not_there_yet(slack: Workspace, blocks: Any) -> list[str]:
    """Blocks this workspace does not have yet, and pictures that are not ready."""
    found = list[str]()
    for one in parts(blocks):
        if one["type"] in slack.unsupported:
            found.append(f"blocks: unsupported type: {one['type']}")
        if "slack_file" in one and not slack.is_picture(one["slack_file"].get("id", "")):
            found.append("blocks: invalid slack file")
    return found


def _refuse(found: list[str], code: str) -> None:
    if found:
        messages = [f"[ERROR] {one}" for one in found]
        raise SlackSays(code, errors=found, response_metadata={"messages": messages})
