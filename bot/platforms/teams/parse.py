"""Reads what Teams sends: messages, presses, dialogs, links, files taken, and our comings and goings.

Whatever is not as Teams makes it gives nothing, or a deed that no route does; never an error.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.platforms.payload import Json, part, text
from bot.platforms.teams.activities import Here, changed, here, installed, said
from bot.platforms.teams.deed import Consent, Deed, Heard, Kind, Sent, Spot, ident, placed
from bot.platforms.teams.files import FILE
from bot.platforms.teams.seals import Opened, Seals
from bot.platforms.teams.wire import (
    Metadata,
    Odd,
    is_form,
    read_form,
    read_metadata,
    read_people,
    read_press,
    with_fields,
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


def read(activity: Json, seals: Seals) -> Heard | None:
    """Give what happened; nothing where it is none of our business."""
    reader = _READERS.get(text(activity, "type"))
    return None if reader is None else reader(activity, seals)


def hears(activity: Json) -> bool:
    """Tell whether an activity is of a kind that may be our business."""
    kind = text(activity, "type")
    return text(activity, "name") in _INVOKES if kind == "invoke" else kind in _READERS


def _message(activity: Json, seals: Seals) -> Heard | None:
    """Read what was written; a press comes like this from clients that know no better way."""
    if part(activity, "value"):
        return _pressed(activity, seals, Kind.SUBMITTED, part(activity, "value"))
    return said(activity)


def _invoke(activity: Json, seals: Seals) -> Heard | None:
    reader = _INVOKES.get(text(activity, "name"))
    return None if reader is None else reader(activity, seals)


def _installed(activity: Json, _: Seals) -> Heard | None:
    return installed(activity)


def _changed(activity: Json, _: Seals) -> Heard | None:
    return changed(activity)


# Presses and dialogs


def _executed(activity: Json, seals: Seals) -> Heard | None:
    data = part(activity, "value", "action", "data")
    return _pressed(activity, seals, Kind.EXECUTED, data)


def _opened(activity: Json, seals: Seals) -> Heard | None:
    return _pressed(activity, seals, Kind.OPENED, part(activity, "value", "data"))


def _pressed(activity: Json, seals: Seals, kind: Kind, data: Json) -> Heard | None:
    """Read a press on a card that stands in the conversation."""
    found = here(activity, kind)
    if found is None:
        return None
    on = ident(activity, "replyToId")
    spot = replace(found.spot, message=f"{found.spot.conversation}|{on}" if on else "")
    return _press(found, spot, _unsealed(found, data, seals))


def _sent(activity: Json, seals: Seals) -> Heard | None:
    """Read a dialog's form, or a button in a dialog."""
    found = here(activity, Kind.SENT)
    if found is None:
        return None
    data = part(activity, "value", "data")
    opened = _unsealed(found, data, seals)
    if not is_form(opened.content):
        return _press(found, found.spot, opened)
    return _form(found, with_fields(opened.content, data), opened.nonce)


def _unsealed(found: Here, data: Json, seals: Seals) -> Opened:
    """Open what came from here; nothing beside a seal counts, but for what fields hold."""
    return seals.opened(data, room=found.spot.room, person=found.sender.object_id)


def _press(found: Here, spot: Spot, opened: Opened) -> Deed:
    does, values = _pressed_button(opened.content)
    return Deed(
        sender=found.sender,
        does=does,
        once=found.once,
        nonce=opened.nonce,
        spot=spot,
        place=found.place,
        values=values,
    )


def _form(found: Here, data: Json, nonce: str) -> Deed:
    """Read a form; it may change a message of this very conversation, and no other."""
    spot, metadata = found.spot, _metadata(data)
    does, values = _filled(data)
    is_here = metadata.message.partition("|")[0] == spot.conversation
    form = Sent(name=does, keep=tuple(sorted(metadata.keep.items())))
    return Deed(
        sender=found.sender,
        does=does,
        once=found.once,
        nonce=nonce,
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


def _action(activity: Json, _: Seals) -> Heard | None:
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


def _linked(activity: Json, _: Seals) -> Heard | None:
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


def _consented(activity: Json, seals: Seals) -> Heard | None:
    """Read whether somebody takes a file; it is theirs alone, so only their own chat counts."""
    found = here(activity, Kind.EXECUTED)
    answer = text(activity, "value", "action")
    if found is None or not found.spot.is_direct or answer not in {"accept", "decline"}:
        return None
    on = ident(activity, "replyToId")
    spot = replace(found.spot, message=f"{found.spot.conversation}|{on}" if on else "")
    opened = _unsealed(found, part(activity, "value", "context"), seals)
    return Consent(
        sender=found.sender,
        spot=spot,
        once=found.once,
        file=text(opened.content, FILE),
        takes=answer == "accept",
        upload=part(activity, "value", "uploadInfo"),
    )


Reader = Callable[[Json, Seals], Heard | None]

_INVOKES: Mapping[str, Reader] = {
    EXECUTE: _executed,
    FETCH: _opened,
    SUBMIT: _sent,
    EXTENSION_FETCH: _action,
    EXTENSION_SUBMIT: _sent,
    LINK: _linked,
    CONSENT: _consented,
}

_READERS: Mapping[str, Reader] = {
    "message": _message,
    "invoke": _invoke,
    "installationUpdate": _installed,
    "conversationUpdate": _changed,
}
