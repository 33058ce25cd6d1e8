"""What the judge knows of Block Kit's small parts: texts, options, and everything one can press."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.fakes.judging import (
    Check,
    Spot,
    among,
    flag,
    kinds,
    many,
    number,
    one_of,
    only_on,
    pattern,
    string,
    thing,
    typed,
    whole,
)


def plain(most: int = 3000) -> Check:
    """A plain_text object."""
    return typed("plain_text", {"text": string(most)}, {"emoji": flag})


def marked(most: int = 3000) -> Check:
    """A text object of either kind."""
    mrkdwn = typed("mrkdwn", {"text": string(most)}, {"verbatim": flag})
    return kinds({"plain_text": plain(most), "mrkdwn": mrkdwn}, what="text object")


LINK = pattern(r"(https?://|slack://|mailto:|tel:)\S+", 3000)
CONFIRM = thing(
    {"title": plain(100), "text": marked(300), "confirm": plain(30), "deny": plain(30)},
    {"style": among("primary", "danger")},
)
SLACK_FILE = thing({}, {"id": string(), "url": LINK}, one_of("id", "url"))
TRIGGERS = thing(
    {"trigger_actions_on": many(among("on_enter_pressed", "on_character_entered"), 1, 2)}
)
ACTION = {"action_id": string(255)}
ASKING = ACTION | {"confirm": CONFIRM, "focus_on_load": flag}
TYPING = ACTION | {
    "placeholder": plain(150),
    "dispatch_action_config": TRIGGERS,
    "focus_on_load": flag,
}


def option(text: Check, **more: Check) -> Check:
    """One choice of a list."""
    return thing({"text": text, "value": string(150)}, {"description": text, **more})


PLAIN_OPTION = option(plain(75))
MARKED_OPTION = option(marked(75))


def known_choices(value: Any, spot: Spot) -> Iterator[str]:
    """What is chosen from the start must be among the choices."""
    groups = value.get("option_groups", [])
    choices = value.get("options", []) + [one for group in groups for one in group["options"]]
    first = value.get("initial_options", [])
    first = [*first, value["initial_option"]] if "initial_option" in value else first
    if any(chosen not in choices for chosen in first):
        yield f"{spot}: an initial option is not among the options"


GROUP = thing({"label": plain(75), "options": many(PLAIN_OPTION, 1, 100)})
CHOICES = {"options": many(PLAIN_OPTION, 1, 100), "option_groups": many(GROUP, 1, 100)}
FILTER = thing(
    {},
    {
        "include": many(among("im", "mpim", "private", "public"), 1, 4),
        "exclude_bot_users": flag,
        "exclude_external_shared_channels": flag,
    },
)


def select(kind: str, first: str, initial: Check, more: dict[str, Check], *also: Check) -> Check:
    """A menu of which one thing is taken."""
    return typed(kind, {}, ASKING | {"placeholder": plain(150), first: initial} | more, *also)


def selects(kind: str, first: str, initial: Check, more: dict[str, Check], *also: Check) -> Check:
    """A menu of which several things are taken."""
    several = many(initial, 0, 100)
    return select(f"multi_{kind}", first, several, more | {"max_selected_items": whole(1)}, *also)


EITHER_CHOICES = (one_of("options", "option_groups"), known_choices)
QUERY: dict[str, Check] = {"min_query_length": whole(0)}
CONVERSATIONS: dict[str, Check] = {"default_to_current_conversation": flag, "filter": FILTER}
ANSWERED: dict[str, Check] = {"response_url_enabled": flag}

SELECT = {
    "static_select": select(
        "static_select", "initial_option", PLAIN_OPTION, CHOICES, *EITHER_CHOICES
    ),
    "external_select": select("external_select", "initial_option", PLAIN_OPTION, QUERY),
    "users_select": select("users_select", "initial_user", string(), {}),
    "conversations_select": select(
        "conversations_select", "initial_conversation", string(), CONVERSATIONS | ANSWERED
    ),
    "channels_select": select("channels_select", "initial_channel", string(), ANSWERED),
}
MULTI_SELECT = {
    "multi_static_select": selects(
        "static_select", "initial_options", PLAIN_OPTION, CHOICES, *EITHER_CHOICES
    ),
    "multi_external_select": selects("external_select", "initial_options", PLAIN_OPTION, QUERY),
    "multi_users_select": selects("users_select", "initial_users", string(), {}),
    "multi_conversations_select": selects(
        "conversations_select", "initial_conversations", string(), CONVERSATIONS
    ),
    "multi_channels_select": selects("channels_select", "initial_channels", string(), {}),
}

LABEL = {"accessibility_label": string(75)}
BUTTON = typed(
    "button",
    {"text": plain(75)},
    ACTION
    | LABEL
    | {
        "url": LINK,
        "value": string(2000, least=0),
        "style": among("primary", "danger"),
        "confirm": CONFIRM,
        "agent_prompt": string(4000),
        "agent_prompt_display": string(),
        "visible_to_user_ids": many(string()),
    },
)
FEEDBACK = thing({"text": plain(75), "value": string(2000)}, LABEL)
FEEDBACK_BUTTONS = typed(
    "feedback_buttons", {"positive_button": FEEDBACK, "negative_button": FEEDBACK}, ACTION
)
ICON_BUTTON = typed(
    "icon_button",
    {"icon": among("trash"), "text": plain(75)},
    ACTION
    | LABEL
    | {"value": string(2000), "confirm": CONFIRM, "visible_to_user_ids": many(string())},
)
PICTURE = {"image_url": LINK, "slack_file": SLACK_FILE}
IMAGE = typed("image", {"alt_text": string(2000)}, PICTURE, one_of("image_url", "slack_file"))
OVERFLOW = typed(
    "overflow",
    {"options": many(option(plain(75), url=LINK), 1, 5)},
    ACTION | {"confirm": CONFIRM},
)
CHECKBOXES = typed(
    "checkboxes",
    {"options": many(MARKED_OPTION, 1, 10)},
    ASKING | {"initial_options": many(MARKED_OPTION, 1, 10)},
    known_choices,
)
RADIO_BUTTONS = typed(
    "radio_buttons",
    {"options": many(MARKED_OPTION, 1, 10)},
    ASKING | {"initial_option": MARKED_OPTION},
    known_choices,
)
DATE = pattern(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
TIME = pattern(r"([01]\d|2[0-3]):[0-5]\d")
DATEPICKER = typed("datepicker", {}, ASKING | {"placeholder": plain(150), "initial_date": DATE})
TIMEPICKER = typed(
    "timepicker",
    {},
    ASKING | {"placeholder": plain(150), "initial_time": TIME, "timezone": string()},
)
DATETIMEPICKER = only_on(
    typed(
        "datetimepicker", {}, ASKING | {"initial_date_time": number(1_000_000_000, 9_999_999_999)}
    ),
    "message",
    "modal",
)
WORKFLOW_BUTTON = typed(
    "workflow_button",
    {"text": plain(75), "workflow": thing({"trigger": thing({"url": LINK}, {})})},
    ACTION | LABEL | {"style": among("primary", "danger")},
)


def lengths_agree(value: Any, spot: Spot) -> Iterator[str]:
    """The shortest may not be longer than the longest."""
    if value.get("min_length", 0) > value.get("max_length", 3000):
        yield f"{spot}: min_length is greater than max_length"


PLAIN_TEXT_INPUT = typed(
    "plain_text_input",
    {},
    TYPING
    | {
        "initial_value": string(3000, least=0),
        "multiline": flag,
        "min_length": whole(0, 3000),
        "max_length": whole(1, 3000),
    },
    lengths_agree,
)
MODAL_ONLY = {
    "email_text_input": typed("email_text_input", {}, TYPING | {"initial_value": string()}),
    "url_text_input": typed("url_text_input", {}, TYPING | {"initial_value": LINK}),
    "number_input": typed(
        "number_input",
        {"is_decimal_allowed": flag},
        TYPING
        | {key: pattern(r"-?\d+(\.\d+)?") for key in ("initial_value", "min_value", "max_value")},
    ),
    "file_input": typed(
        "file_input", {}, ACTION | {"filetypes": many(string()), "max_files": whole(1, 10)}
    ),
}
CHOSEN = {
    **SELECT,
    "checkboxes": CHECKBOXES,
    "radio_buttons": RADIO_BUTTONS,
    "datepicker": DATEPICKER,
    "timepicker": TIMEPICKER,
}
PRESSED = {"button": BUTTON, "overflow": OVERFLOW, "workflow_button": WORKFLOW_BUTTON}

IN_ACTIONS = kinds({**CHOSEN, **PRESSED, "datetimepicker": DATETIMEPICKER}, what="element")
ACCESSORY = kinds({**CHOSEN, **PRESSED, **MULTI_SELECT, "image": IMAGE}, what="accessory")
IN_CONTEXT_ACTIONS = kinds(
    {"feedback_buttons": FEEDBACK_BUTTONS, "icon_button": ICON_BUTTON}, what="element"
)


def in_input(rich_text: Check) -> Check:
    """What may stand in an input block; a rich_text_input begins with a rich_text block."""
    rich = typed(
        "rich_text_input",
        {},
        TYPING | {"initial_value": rich_text, "min_lines": whole(1), "max_lines": whole(1)},
    )
    modal_only = {kind: only_on(check, "modal") for kind, check in MODAL_ONLY.items()}
    return kinds(
        {
            **CHOSEN,
            **MULTI_SELECT,
            **modal_only,
            "datetimepicker": DATETIMEPICKER,
            "plain_text_input": PLAIN_TEXT_INPUT,
            "rich_text_input": rich,
        },
        what="element",
    )
