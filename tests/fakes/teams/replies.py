"""Judging what the app answers to an invoke; a wrong shape fails the test, loudly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.fakes.judging import Spot, among, kinds, number, string, thing
from tests.fakes.teams.adaptive_cards import dialog_problems, problems, unfurl_problems
from tests.fakes.teams.door import Reply
from tests.fakes.teams.places import CARD

SAID = "application/vnd.microsoft.activity.message"
ERROR = "application/vnd.microsoft.error"
PREVIEWS = (CARD, "application/vnd.microsoft.card.thumbnail", "application/vnd.microsoft.card.hero")


@dataclass(frozen=True, slots=True)
class Told:
    """What an answer does: shows a card, says a sentence, or neither."""

    card: dict[str, Any] | None = None
    text: str = ""
    title: str = ""


def _anything(_value: Any, _spot: Spot) -> Any:
    return iter(())


def _size(value: Any, spot: Spot) -> Any:
    words = among("small", "medium", "large")
    return words(value, spot) if isinstance(value, str) else number(1)(value, spot)


ATTACHED = thing({"contentType": among(CARD), "content": _anything})
TASK_INFO = thing({"card": ATTACHED, "title": string()}, {"height": _size, "width": _size})
TASK = kinds(
    {
        "continue": thing({"type": among("continue"), "value": TASK_INFO}),
        "message": thing({"type": among("message"), "value": string()}),
    },
    what="task",
)
PREVIEW = thing({"contentType": among(*PREVIEWS), "content": _anything})
PREVIEWED = thing({"contentType": among(CARD), "content": _anything, "preview": PREVIEW})


def after_execute(reply: Reply) -> Told:
    """adaptiveCard/action: a card in the message's place, a sentence, or an error."""
    body = reply.json
    assert reply.status == 200, f"an adaptiveCard/action is answered with 200, not {reply.status}"
    keys = {"statusCode", "type", "value"}
    assert body.keys() == keys, f"an adaptiveCard/action is answered by {keys}, not {reply.body!r}"
    kind, value = body["type"], body["value"]
    if kind == ERROR:
        assert body["statusCode"] in {400, 500}, body
        assert {"code", "message"} <= value.keys(), body
        return Told(text=str(value["message"]))
    assert body["statusCode"] == 200, body
    if kind == SAID:
        assert isinstance(value, str), body
        return Told(text=value)
    assert kind == CARD, f"unknown type of answer: {kind!r}"
    _sound(problems(value))
    return Told(card=value)


def after_task(reply: Reply, *, opening: bool, extension: bool = False) -> Told:
    """task/fetch and task/submit, and their like of message extensions."""
    body = reply.json
    known = {"task", "cacheInfo"} | ({"composeExtension"} if extension else set())
    assert body.keys() <= known, f"a dialog is not answered by {reply.body!r}"
    if "task" not in body:
        assert not opening or "composeExtension" in body, f"nothing opens: {reply.body!r}"
        return Told()
    task = body["task"]
    _sound(list(TASK(task, Spot("task", "dialog"))))
    if task["type"] == "message":
        return Told(text=task["value"])
    card = task["value"]["card"]["content"]
    _sound(dialog_problems(card))
    return Told(card=card, title=task["value"]["title"])


def after_link(reply: Reply) -> Told:
    """composeExtension/queryLink: a preview, or nothing."""
    body = reply.json
    if not body or not body.get("composeExtension"):
        assert body.keys() <= {"composeExtension"}, f"a link is not answered by {reply.body!r}"
        return Told()
    result = body["composeExtension"]
    assert result.get("type") == "result", f"a link is answered by a result, not {result!r}"
    assert result.get("attachmentLayout") == "list", result
    attachments = result.get("attachments")
    assert isinstance(attachments, list), result
    assert len(attachments) == 1, "a link has one preview"
    _sound(list(PREVIEWED(attachments[0], Spot("attachments[0]", "unfurl"))))
    card = attachments[0]["content"]
    _sound(unfurl_problems(card))
    return Told(card=card)


def _sound(found: list[str]) -> None:
    assert found == [], f"Teams would refuse this answer: {found}"
