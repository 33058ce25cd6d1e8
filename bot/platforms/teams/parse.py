"""Reads what Teams sends: messages, presses, dialogs, links, files taken, and our comings and goings.

Whatever is not as Teams makes it gives nothing, or a deed that no route does; never an error.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.platforms.payload import Json, part, text
from bot.platforms.teams.activities import Here, changed, here, installed, said
from bot.platforms.teams.deed import Consent, Deed, Heard, Kind, Sent, Spot, ident, placed
from bot.platforms.teams.wire import (
    Metadata,
    Odd,
    is_form,
    read_form,
    read_metadata,
    read_people,
    read_press,
)
from bot.platforms.teams.words import plain, plain_html
from handlers.commands import ASK, FLAG, SAID

ACTIONS: Mapping[str, str] = {
    "what_happened": SAID,
    "flag_lead": FLAG,
    "ask_about_leads": ASK,
}
"""The commands of our message extension by their ids in the manifest, and what they do."""

UNFURL = "leads.unfurl"

EXECUTE = "adaptiveCard/action"
FETCH = "task/fetch"
SUBMIT = "task/submit"
EXTENSION_FETCH = "composeExtension/fetchTask"
EXTENSION_SUBMIT = "composeExtension/submitAction"
LINK = "composeExtension/queryLink"
CONSENT = "fileConsent/invoke"


def read(activity: Json) -> Heard | None:
    """Give what happened; nothing where it is none of our business."""
    reader = _READERS.get(text(activity, "type"))
    return None if reader is None else reader(activity)


def hears(activity: Json) -> bool:
    """Tell whether an activity is of a kind that may be our business."""
    kind = text(activity, "type")
    return text(activity, "name") in _INVOKES if kind == "invoke" else kind in _READERS


def _message(activity: Json) -> Heard | None:
    """Read what was written; a press comes like this from clients that know no better way."""
    if part(activity, "value"):
        return _pressed(activity, Kind.SUBMITTED, part(activity, "value"))
    return said(activity)


def _invoke(activity: Json) -> Heard | None:
    reader = _INVOKES.get(text(activity, "name"))
    return None if reader is None else reader(activity)


# Presses and dialogs


def _executed(activity: Json) -> Heard | None:
    return _pressed(activity, Kind.EXECUTED, part(activity, "value", "action", "data"))


def _opened(activity: Json) -> Heard | None:
    return _pressed(activity, Kind.OPENED, part(activity, "value", "data"))


def _pressed(activity: Json, kind: Kind, data: Json) -> Heard | None:
    """Read a press on a card that stands in the conversation."""
    found = here(activity, kind)
    if found is None:
        return None
    on = ident(activity, "replyToId")
    spot = replace(found.spot, message=f"{found.spot.conversation}|{on}" if on else "")
    return _press(found, spot, data)


def _sent(activity: Json) -> Heard | None:
    """Read a dialog's form, or a button in a dialog."""
    found = here(activity, Kind.SENT)
    if found is None:
        return None
    data = part(activity, "value", "data")
    return _form(found, data) if is_form(data) else _press(found, found.spot, data)


def _press(found: Here, spot: Spot, data: Json) -> Deed:
    does, values = _pressed_button(data)
    return Deed(
        sender=found.sender,
        does=does,
        once=found.once,
        spot=spot,
        place=found.place,
        values=values,
    )


def _form(found: Here, data: Json) -> Deed:
    """Read a form; it may change a message of this very conversation, and no other."""
    spot, metadata = found.spot, _metadata(data)
    does, values = _filled(data)
    is_here = metadata.message.partition("|")[0] == spot.conversation
    form = Sent(name=does, keep=tuple(sorted(metadata.keep.items())))
    return Deed(
        sender=found.sender,
        does=does,
        once=found.once,
        spot=replace(spot, message=metadata.message if is_here else "", form=form),
        place=placed(metadata.place, spot.conversation),
        values=values,
        picked=_picked(data),
    )


def _pressed_button(data: Json) -> tuple[str, Mapping[str, str]]:
    """Give what a button does and carries; nothing where it is not as we spell it."""
    try:
        press = read_press(data)
    except Odd:
        return "", {}
    return press.does, press.values


def _filled(data: Json) -> tuple[str, Mapping[str, str]]:
    try:
        return read_form(data)
    except Odd:
        return "", {}


def _metadata(data: Json) -> Metadata:
    try:
        return read_metadata(data)
    except Odd:
        return Metadata(place="")


def _picked(data: Json) -> Mapping[str, str]:
    try:
        return read_people(data)
    except Odd:
        return {}


# The message extension


def _action(activity: Json) -> Heard | None:
    """Read a command on somebody's message; it takes that message's words along."""
    found = here(activity, Kind.ACTION)
    if found is None:
        return None
    body = part(activity, "value", "messagePayload", "body")
    is_html = text(body, "contentType") == "html"
    words = (plain_html if is_html else plain)(text(body, "content"))
    return Deed(
        sender=found.sender,
        does=ACTIONS.get(text(activity, "value", "commandId"), ""),
        once=found.once,
        spot=found.spot,
        text=words,
    )


def _linked(activity: Json) -> Heard | None:
    """Read a link to a lead; Teams keeps what it gets for everybody who sends the same."""
    found, url = here(activity, Kind.LINK), text(activity, "value", "url")
    if found is None or not url:
        return None
    return Deed(
        sender=found.sender,
        does=UNFURL,
        once=found.once,
        spot=replace(found.spot, link=url),
        values={"link": url},
    )


# Files


def _consented(activity: Json) -> Heard | None:
    """Read whether somebody takes a file; it is theirs alone, so only their own chat counts."""
    found = here(activity, Kind.EXECUTED)
    answer = text(activity, "value", "action")
    if found is None or not found.spot.is_direct or answer not in {"accept", "decline"}:
        return None
    on = ident(activity, "replyToId")
    spot = replace(found.spot, message=f"{found.spot.conversation}|{on}" if on else "")
    return Consent(
        sender=found.sender,
        spot=spot,
        once=found.once,
        file=text(activity, "value", "context", "file"),
        takes=answer == "accept",
        upload=part(activity, "value", "uploadInfo"),
    )


_INVOKES: Mapping[str, Callable[[Json], Heard | None]] = {
    EXECUTE: _executed,
    FETCH: _opened,
    SUBMIT: _sent,
    EXTENSION_FETCH: _action,
    EXTENSION_SUBMIT: _sent,
    LINK: _linked,
    CONSENT: _consented,
}

_READERS: Mapping[str, Callable[[Json], Heard | None]] = {
    "message": _message,
    "invoke": _invoke,
    "installationUpdate": installed,
    "conversationUpdate": changed,
}
