"""What people's hands put into inputs, as Slack tells it in `state.values`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

SINGLE = {
    "plain_text_input": "value",
    "email_text_input": "value",
    "url_text_input": "value",
    "number_input": "value",
    "rich_text_input": "rich_text_value",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
    "users_select": "selected_user",
    "conversations_select": "selected_conversation",
    "channels_select": "selected_channel",
    "static_select": "selected_option",
    "external_select": "selected_option",
    "radio_buttons": "selected_option",
}
SEVERAL = {
    "multi_static_select": "selected_options",
    "multi_external_select": "selected_options",
    "checkboxes": "selected_options",
    "multi_users_select": "selected_users",
    "multi_conversations_select": "selected_conversations",
    "multi_channels_select": "selected_channels",
    "file_input": "files",
}
INITIAL = {
    "value": "initial_value",
    "rich_text_value": "initial_value",
    "selected_date": "initial_date",
    "selected_time": "initial_time",
    "selected_date_time": "initial_date_time",
    "selected_user": "initial_user",
    "selected_conversation": "initial_conversation",
    "selected_channel": "initial_channel",
    "selected_option": "initial_option",
    "selected_options": "initial_options",
    "selected_users": "initial_users",
    "selected_conversations": "initial_conversations",
    "selected_channels": "initial_channels",
}

State = dict[str, dict[str, dict[str, Any]]]


def fillable(blocks: list[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Every block with every element of it that keeps what is put in."""
    for block in blocks:
        inside = [block.get("element"), block.get("accessory"), *block.get("elements", [])]
        for one in inside:
            if isinstance(one, dict) and one.get("type") in SINGLE | SEVERAL:
                yield block, one
        yield from fillable(block.get("child_blocks", []))


def state_values(blocks: list[dict[str, Any]], given: State) -> State:
    """`state.values`: what was put in, else what stood there from the start, else nothing."""
    found: State = {}
    for block, element in fillable(blocks):
        inside = found.setdefault(block["block_id"], {})
        told = given.get(block["block_id"], {}).get(element["action_id"])
        inside[element["action_id"]] = told if told is not None else untouched(element)
    return found


def untouched(element: dict[str, Any]) -> dict[str, Any]:
    """An element nobody has touched."""
    kind = element["type"]
    key = SINGLE.get(kind) or SEVERAL[kind]
    nothing: Any = None if kind in SINGLE else []
    return {"type": kind, key: element.get(INITIAL.get(key, ""), nothing)}


def filled(element: dict[str, Any], answer: Any) -> dict[str, Any]:
    """An element with an answer in it; options are named by label or value."""
    kind = element["type"]
    if kind in SINGLE:
        key = SINGLE[kind]
        return {"type": kind, key: _option(element, answer) if key == "selected_option" else answer}
    key = SEVERAL[kind]
    if key == "selected_options":
        answer = [_option(element, one) for one in answer]
    return {"type": kind, key: answer}


def client_refuses(block: dict[str, Any], told: dict[str, Any]) -> str:
    """What Slack's own client has against an answer, before it is ever sent; or nothing."""
    element = block["element"]
    kind = element["type"]
    value = told[SINGLE.get(kind) or SEVERAL[kind]]
    if value in (None, "", []):
        return "" if block.get("optional") else "Please complete this required field."
    if kind == "plain_text_input" and not _fits(element, value):
        return "The text is too short or too long."
    if kind in {"checkboxes", "multi_static_select"} and len(value) > _most(element):
        return "Too many are chosen."
    return ""


def options(element: dict[str, Any]) -> list[dict[str, Any]]:
    """The options of a menu, those in groups too."""
    found = list(element.get("options", []))
    for group in element.get("option_groups", []):
        found.extend(group["options"])
    return found


def _option(element: dict[str, Any], wanted: Any) -> dict[str, Any] | None:
    if wanted is None or isinstance(wanted, dict):
        return wanted
    for one in options(element):
        if wanted in (one.get("value"), one["text"]["text"]):
            return one
    shown = [one["text"]["text"] for one in options(element)]
    raise AssertionError(f"there is no option {wanted!r}; there are {shown}")


def _fits(element: dict[str, Any], value: str) -> bool:
    least, most = int(element.get("min_length", 0)), int(element.get("max_length", 3000))
    return least <= len(value) <= most


def _most(element: dict[str, Any]) -> int:
    return int(element.get("max_selected_items", 100))
