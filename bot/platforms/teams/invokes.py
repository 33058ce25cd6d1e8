"""The shapes in which Teams takes the answers to its invokes."""

from __future__ import annotations

from bot.platforms.payload import Json

CARD = "application/vnd.microsoft.card.adaptive"
MESSAGE = "application/vnd.microsoft.activity.message"
THUMBNAIL = "application/vnd.microsoft.card.thumbnail"

LONGEST_TITLE = 60
"""Letters above a dialog."""


def told(text: str) -> Json:
    """Tell somebody a sentence beside the card they pressed; none at all changes nothing there."""
    return {"statusCode": 200, "type": MESSAGE, "value": text}


def put(card: Json) -> Json:
    """Put a card in place of the pressed one, for whoever pressed."""
    return {"statusCode": 200, "type": CARD, "value": card}


def dialog(title: str, card: Json) -> Json:
    """Open a dialog with a card, or put the card into the one that is open."""
    shown = {"title": title, "width": "medium", "card": {"contentType": CARD, "content": card}}
    return {"task": {"type": "continue", "value": shown}}


def sentence(text: str) -> Json:
    """Say a sentence in place of a dialog's card."""
    return {"task": {"type": "message", "value": text}}


def unfolded(title: str, card: Json) -> Json:
    """Put a card below a link, for everybody who sends the same link."""
    preview = {"contentType": THUMBNAIL, "content": {"title": title}}
    shown = {"contentType": CARD, "content": card, "preview": preview}
    result = {"type": "result", "attachmentLayout": "list", "attachments": [shown]}
    return {"composeExtension": result}
