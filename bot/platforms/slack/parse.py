"""Reads what Slack sends: events, presses, forms, shortcuts and commands.

Whatever is not as Slack makes it gives nothing, or a deed that no route does; never an error.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.platforms.payload import Json, part, text, things
from bot.platforms.slack.deed import (
    HOME,
    Deed,
    Heard,
    Kind,
    Spot,
    Suggest,
    ident,
    once,
    placed,
    thread_of,
)
from bot.platforms.slack.events import Ourselves, read_event
from bot.platforms.slack.wire import (
    GIVEN,
    Metadata,
    Odd,
    read_metadata,
    read_state,
    read_values,
    route_of,
)
from bot.platforms.slack.words import plain, words_of
from handlers.commands import ASK, FLAG, SAID, SETTINGS, typed

SHORTCUTS: Mapping[str, str] = {
    "ask_about_leads": ASK,
    "open_settings": SETTINGS,
    "what_happened": SAID,
    "flag_lead": FLAG,
    "flag_by_name": FLAG,
}
"""The shortcuts of the manifest by their callback ids, and what they do."""


def read(payload: Json, us: Ourselves) -> tuple[Heard, ...]:
    """Give what happened; nothing where it is none of our business."""
    if "command" in payload:
        return _command(payload)
    reader = _READERS.get(text(payload, "type"))
    return () if reader is None else reader(payload, us)


# Presses


def _press(payload: Json, _: Ourselves) -> tuple[Heard, ...]:
    """Read the first press of ours; a choice in a form's field is none."""
    user = ident(payload, "user", "id")
    actions = [one for one in things(payload, "actions") if text(one, "action_id") != GIVEN]
    if not user or not actions:
        return ()
    action, spot = actions[0], _spot(payload)
    does, values = _pressed(action)
    where = spot.view or spot.message or spot.channel
    key = once(user, where, ident(action, "action_ts"), text(action, "action_id")[:100])
    return (
        Deed(user=user, does=does, once=key, spot=spot, place=_where(payload, spot), values=values),
    )


def _pressed(action: Json) -> tuple[str, Mapping[str, str]]:
    """Give what a button does and carries; nothing where it is not as we spell it."""
    try:
        return route_of(action.get("action_id")), read_values(action.get("value"))
    except Odd:
        return "", {}


def _spot(payload: Json) -> Spot:
    """Tell on what a button was pressed."""
    view, trigger = part(payload, "view"), ident(payload, "trigger_id")
    if view:
        is_home = text(view, "type") == "home"
        return Spot(
            kind=Kind.HOME if is_home else Kind.MODAL,
            trigger=trigger,
            view=ident(view, "id"),
            depth=_depth(view),
            message="" if is_home else _metadata(view).message,
        )
    box = part(payload, "container")
    channel = ident(box, "channel_id") or ident(payload, "channel", "id")
    ts, kind = ident(box, "message_ts"), text(box, "type")
    return Spot(
        kind=Kind.WHISPER if box.get("is_ephemeral") is True else Kind.MESSAGE,
        channel=channel,
        thread=ident(box, "thread_ts") or ident(payload, "message", "thread_ts"),
        message=f"{channel}/{ts}" if channel and ts and kind == "message" else "",
        trigger=trigger,
        response_url=text(payload, "response_url"),
    )


def _where(payload: Json, spot: Spot) -> str:
    """Name the place of a press; what is said to one person alone belongs into their messages."""
    match spot.kind:
        case Kind.HOME:
            return HOME
        case Kind.MODAL:
            return placed(_metadata(part(payload, "view")).place)
        case Kind.MESSAGE if not spot.is_direct:
            ts = spot.thread or spot.message.rpartition("/")[2]
            return thread_of(spot.channel, ts) if ts else ""
        case _:
            return thread_of(spot.channel, spot.thread) if _has_thread(spot) else ""


def _has_thread(spot: Spot) -> bool:
    return bool(spot.thread) and not spot.is_direct


def _depth(view: Json) -> int:
    """Tell how many views lie below this one, and itself: Slack names the lowest and the next."""
    id, root, previous = (ident(view, name) for name in ("id", "root_view_id", "previous_view_id"))
    if not previous or root in {"", id}:
        return 1
    return 2 if previous == root else 3


def _metadata(view: Json) -> Metadata:
    try:
        return read_metadata(view.get("private_metadata"))
    except Odd:
        return Metadata(place="")


# Forms


def _sent(payload: Json, _: Ourselves) -> tuple[Heard, ...]:
    """Read a form that was sent; what the form kept wins over a field of the same name."""
    user, view = ident(payload, "user", "id"), part(payload, "view")
    if not user or not view:
        return ()
    metadata = _metadata(view)
    does, values = _filled(view)
    inputs = [block for block in things(view, "blocks") if text(block, "type") == "input"]
    spot = Spot(
        kind=Kind.SENT,
        trigger=ident(payload, "trigger_id"),
        view=ident(view, "id"),
        depth=_depth(view),
        message=metadata.message,
        inputs=frozenset(text(block, "block_id") for block in inputs),
    )
    return (
        Deed(
            user=user,
            does=does,
            once=once("view", spot.view, ident(view, "hash")),
            spot=spot,
            place=placed(metadata.place),
            values=values,
            picked=_picked(view),
        ),
    )


def _filled(view: Json) -> tuple[str, Mapping[str, str]]:
    """Give the route of a form and what is in it; nothing where it is not as we spell it."""
    try:
        kept = read_metadata(view.get("private_metadata")).keep
        return text(view, "callback_id"), {**read_state(view.get("state")), **kept}
    except Odd:
        return "", {}


def _picked(view: Json) -> Mapping[str, str]:
    """Give the fields in which a Slack user was picked."""
    fields = part(view, "state", "values")
    given = {name: part(fields, name, GIVEN) for name in fields}
    return {
        name: ident(element, "selected_user")
        for name, element in given.items()
        if text(element, "type") == "users_select" and ident(element, "selected_user")
    }


def _suggestion(payload: Json, _: Ourselves) -> tuple[Heard, ...]:
    asked = Suggest(
        user=ident(payload, "user", "id"),
        form=text(payload, "view", "callback_id"),
        field=text(payload, "block_id"),
        typed=text(payload, "value"),
    )
    return (asked,) if asked.user else ()


# Shortcuts and commands


def _shortcut(payload: Json, _: Ourselves) -> tuple[Heard, ...]:
    """Read a shortcut; one on a message takes that message's words along."""
    user, trigger = ident(payload, "user", "id"), ident(payload, "trigger_id")
    if not user or not trigger:
        return ()
    is_on_message = text(payload, "type") == "message_action"
    spot = Spot(
        kind=Kind.SHORTCUT,
        channel=ident(payload, "channel", "id"),
        trigger=trigger,
        response_url=text(payload, "response_url"),
    )
    return (
        Deed(
            user=user,
            does=SHORTCUTS.get(text(payload, "callback_id"), ""),
            once=once(trigger),
            spot=spot,
            text=words_of(part(payload, "message")) if is_on_message else "",
        ),
    )


def _command(payload: Json) -> tuple[Heard, ...]:
    user, trigger = ident(payload, "user_id"), ident(payload, "trigger_id")
    if not user or not trigger:
        return ()
    wish = typed(plain(text(payload, "text")))
    spot = Spot(
        kind=Kind.COMMAND,
        channel=ident(payload, "channel_id"),
        trigger=trigger,
        response_url=text(payload, "response_url"),
    )
    return (
        Deed(
            user=user,
            does=wish.route,
            once=once(trigger),
            spot=spot,
            values=wish.values,
            text=wish.words,
        ),
    )


_READERS: Mapping[str, Callable[[Json, Ourselves], tuple[Heard, ...]]] = {
    "event_callback": read_event,
    "block_actions": _press,
    "view_submission": _sent,
    "block_suggestion": _suggestion,
    "shortcut": _shortcut,
    "message_action": _shortcut,
}
