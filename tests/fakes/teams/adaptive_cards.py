"""A judge of Adaptive Cards: what Teams would have against a card, a dialog or a link preview.

Written from the public schema of version 1.5 and the limits that Teams states, and from nothing
of ours. Where a renderer only warns (an input without a label), the judge refuses.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from tests.fakes.judging import Spot, among, different, many, string, thing
from tests.fakes.teams import card_actions
from tests.fakes.teams.card_elements import CARD_KEYS
from tests.fakes.teams.card_words import UNFURL, exact, link, since, word

MOST_BYTES = 80 * 1024
MOST_REFRESHED = 60
VERSIONS = ("1.0", "1.1", "1.2", "1.3", "1.4", "1.5")
MENTION = re.compile(r"<at>.*?</at>", re.DOTALL)


def _mention_text(value: Any, spot: Spot) -> Iterator[str]:
    if not isinstance(value, str) or MENTION.fullmatch(value) is None:
        yield f"{spot}: must be <at>…</at>"


PERSON = thing({"id": string(), "name": string()}, {"mentionType": word("person", "tag")})
ENTITY = thing(
    {
        "type": exact("mention"),
        "text": _mention_text,
        "mentioned": PERSON,
    }
)
REFRESH = since(
    "1.4",
    thing(
        {"action": card_actions.EXECUTE_ALONE},
        {"userIds": many(string(), 0, MOST_REFRESHED)},
    ),
)
WHOLE_KEYS = {
    **CARD_KEYS,
    "refresh": REFRESH,
    "msteams": thing({}, {"width": exact("Full"), "entities": many(ENTITY, 0)}),
    "metadata": thing({}, {"webUrl": link}),
}


def problems(card: Any) -> list[str]:
    """What Teams would have against this card in a message of a bot; nothing is an empty list."""
    return _judged(card, "message", VERSIONS)


def dialog_problems(card: Any) -> list[str]:
    """What Teams would have against this card in a dialog, where Action.Execute does nothing."""
    return _judged(card, "dialog", VERSIONS)


def unfurl_problems(card: Any) -> list[str]:
    """What Teams would have against this card as a link preview, which stays at 1.3."""
    return _judged(card, UNFURL, VERSIONS[:4])


def size(card: Any) -> int:
    """How many bytes of a message a card takes: as UTF-16, pictures in place not counted."""
    text = json.dumps(_without_pictures(card), ensure_ascii=False, separators=(",", ":"))
    return len(text.encode("utf-16-le", errors="surrogatepass"))


def parts(value: Any) -> Iterator[dict[str, Any]]:
    """Every object of a card, outermost first."""
    if isinstance(value, dict):
        yield value
    for one in value.values() if isinstance(value, dict) else value:
        if isinstance(one, dict | list):
            yield from parts(one)


def _judged(card: Any, surface: str, versions: tuple[str, ...]) -> list[str]:
    check = thing({"type": exact("AdaptiveCard"), "version": among(*versions)}, WHOLE_KEYS)
    spot = Spot("card", surface)
    found = list(check(card, spot))
    if isinstance(card, dict):
        found.extend(_about_the_whole(card, spot))
    return found


def _about_the_whole(card: dict[str, Any], spot: Spot) -> Iterator[str]:
    shown = [*card.get("body", []), *card.get("actions", [])]
    if not shown:
        yield f"{spot}: shows nothing"
    if (taken := size(card)) > MOST_BYTES:
        yield f"{spot}: {taken} bytes, {MOST_BYTES} allowed"
    yield from different(_input_ids(card), spot, "the input")
    yield from _about_mentions(card, spot)


def _input_ids(value: Any) -> Iterator[str]:
    """Names of inputs; a fallback stands instead of its element, so it may repeat the name."""
    if isinstance(value, list):
        for one in value:
            yield from _input_ids(one)
    elif isinstance(value, dict):
        if str(value.get("type")).startswith("Input.") and isinstance(value.get("id"), str):
            yield value["id"]
        for key, one in value.items():
            if key not in {"fallback", "data"}:
                yield from _input_ids(one)


def _about_mentions(card: dict[str, Any], spot: Spot) -> Iterator[str]:
    entities = card.get("msteams", {}).get("entities", []) if _plain(card.get("msteams")) else []
    told = {str(one.get("text")) for one in entities if isinstance(one, dict)}
    read = [text for text in _read_texts(card) if "<at" in text or "</at" in text]
    written = {name for text in read for name in MENTION.findall(text)}
    for name in sorted(written - told):
        yield f"{spot}: {name!r} mentions nobody of the entities"
    for name in sorted(told - written):
        yield f"{spot}: the entity {name!r} stands in no text"
    for text in read:
        if "<at" in (rest := MENTION.sub("", text)) or "</at" in rest:
            yield f"{spot}: a torn mention in {text!r}"


def _read_texts(card: dict[str, Any]) -> Iterator[str]:
    body = {key: one for key, one in card.items() if key != "msteams"}
    for one in parts(body):
        for key in _markdown_keys(one):
            if isinstance(text := one.get(key), str):
                yield text


def _markdown_keys(one: dict[str, Any]) -> tuple[str, ...]:
    if one.get("type") == "TextBlock":
        return ("text",)
    return ("title", "value") if one.keys() == {"title", "value"} else ()


def _plain(value: Any) -> bool:
    return isinstance(value, dict)


def _without_pictures(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_pictures(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_without_pictures(one) for one in value]
    return "" if isinstance(value, str) and value.startswith("data:image/") else value
