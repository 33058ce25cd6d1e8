"""Cards for the fake's own tests."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]
ADAPTIVE = "application/vnd.microsoft.card.adaptive"


def a_card(*body: Json, version: str = "1.5", **more: Any) -> Json:
    """A sound card, with this in its body."""
    inside = list(body) or [{"type": "TextBlock", "text": "What happened?", "wrap": True}]
    return {"type": "AdaptiveCard", "version": version, "body": inside, **more}


def executes(title: str, verb: str, **values: Any) -> Json:
    """A button of ours."""
    data = {"does": verb, "values": values, "n": 1}
    fallback = {"type": "Action.Submit", "title": title, "data": data}
    return {
        "type": "Action.Execute",
        "title": title,
        "verb": verb,
        "data": data,
        "fallback": fallback,
    }


def opens(title: str, verb: str) -> Json:
    """A button that opens a dialog."""
    data = {"does": verb, "msteams": {"type": "task/fetch"}, "dialog_id": verb}
    return {"type": "Action.Submit", "title": title, "data": data}


def a_form(*fields: Json, **data: Any) -> Json:
    """A card for a dialog, with one button."""
    button = {"type": "Action.Submit", "title": "Send", "data": {"form": "flags.raise", **data}}
    return a_card(*fields, actions=[button])


def a_field(name: str = "reason", **more: Any) -> Json:
    """A line of text to fill in."""
    return {"type": "Input.Text", "id": name, "label": name.title(), **more}


def a_message(card: Json | None = None, text: str = "") -> Json:
    """A message activity as a bot sends it."""
    told: Json = {"type": "message"} | ({"text": text} if text else {})
    return told | ({"attachments": [attached(card)]} if card else {})


def attached(card: Json) -> Json:
    """A card as an attachment."""
    return {"contentType": ADAPTIVE, "content": card}


def a_task(card: Json, title: str = "Flag a lead") -> Json:
    """An answer that opens a dialog, or draws it again."""
    return {"task": {"type": "continue", "value": {"title": title, "card": attached(card)}}}
