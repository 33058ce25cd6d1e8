"""What the demo's page is built from: people, conversations, and its own words in the visitor's language."""

from __future__ import annotations

from dataclasses import asdict

from bot.platforms.demo.answer import Demo, Wire
from bot.platforms.demo.clock import Jump
from bot.platforms.demo.parse import voice_of
from handlers.people import Person, Place
from handlers.phrase import say

PAGE = 50
"""Messages that are shown at first, and with each step into the past."""

WORDS = (
    "attach", "be", "bot", "channels", "choose", "clock", "close", "demo", "direct", "dismiss", "earlier",
    "edited", "failed", "gallery", "language", "mention", "menu", "messages", "new", "offline", "only-you",
    "sample", "send", "sending", "try", "unread", "updated", "you", "write-channel", "write-direct",
)  # fmt: skip
"""The page's own words, each a phrase ``demo-<word>``."""


def opening(demo: Demo, person: Person) -> Wire:
    """Give all that the page needs before its first message."""
    voice = voice_of(person)
    return {
        "me": person.id,
        "people": [_somebody(demo, one, person) for one in demo.people().values()],
        "channels": list(demo.channels),
        "direct": Place.direct(person.id).name,
        "unread": demo.chat.unread(),
        "now": demo.now().isoformat(),
        "jumps": {jump.value: voice.speak(say(f"demo-clock-{jump.value}")) for jump in Jump},
        "hint": voice.speak(say(f"demo-try-{person.role.value}")),
        "words": {word: voice.speak(say(f"demo-{word}")) for word in WORDS},
    }


def earlier(demo: Demo, place: Place, before: int | None) -> Wire:
    """Give a page of a conversation, and from which revision on news belongs to it."""
    revision = demo.chat.revision()
    found = demo.chat.latest(place.name, before=before, most=PAGE + 1)
    return {
        "messages": [asdict(message) for message in found[-PAGE:]],
        "more": len(found) > PAGE,
        "revision": revision,
    }


def _somebody(demo: Demo, one: Person, reader: Person) -> Wire:
    return {
        "id": one.id,
        "name": one.name,
        "role": voice_of(reader).speak(say(f"demo-role-{one.role.value}")),
        "language": one.language.value,
        "zone": one.hours.zone,
        "direct": Place.direct(one.id).name,
    }
