"""What the demo's page is built from: people, conversations, and words in their language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from bot.i18n import Voice
from bot.platforms.demo.answer import Demo, Wire
from bot.platforms.demo.clock import Jump
from bot.platforms.demo.guide import done, steps
from bot.platforms.demo.parse import conversation_of, voice_of
from handlers.people import Person, Place, Role
from handlers.phrase import say

PAGE = 50
"""Messages that are shown at first, and with each step into the past."""

WORDS = (
    "demo-attach",
    "demo-be",
    "demo-bot",
    "demo-channels",
    "demo-choose",
    "demo-clock",
    "demo-close",
    "demo-crm-open",
    "demo-demo",
    "demo-direct",
    "demo-dismiss",
    "demo-earlier",
    "demo-edited",
    "demo-failed",
    "demo-gallery",
    "demo-guide",
    "demo-guide-end",
    "demo-home",
    "demo-mention",
    "demo-menu",
    "demo-messages",
    "demo-new",
    "demo-offline",
    "demo-only-you",
    "demo-open",
    "demo-sample",
    "demo-send",
    "demo-unread",
    "demo-updated",
    "demo-you",
)
"""The page's own words."""

ROLES = {
    Role.REP: say("demo-role-rep"),
    Role.MARKETER: say("demo-role-marketer"),
    Role.MANAGER: say("demo-role-manager"),
    Role.ADMINISTRATOR: say("demo-role-administrator"),
}
HINTS = {
    Role.REP: say("demo-try-rep"),
    Role.MARKETER: say("demo-try-marketer"),
    Role.MANAGER: say("demo-try-manager"),
    Role.ADMINISTRATOR: say("demo-try-administrator"),
}
JUMPS = {
    Jump.HOUR: say("demo-clock-hour"),
    Jump.TOMORROW: say("demo-clock-tomorrow"),
    Jump.MONDAY: say("demo-clock-monday"),
    Jump.WORKDAYS: say("demo-clock-workdays"),
}


def opening(demo: Demo, person: Person) -> Wire:
    """Give all that the page needs before its first message."""
    voice = voice_of(person)
    return {
        "me": person.id,
        "people": [_somebody(one, voice) for one in demo.people().values()],
        "channels": list(demo.channels),
        "direct": Place.direct(person.id).name,
        "home": conversation_of(Place.home(person.id)),
        "unread": demo.chat.unread(),
        "now": demo.now().isoformat(),
        "jumps": {jump.value: voice.speak(label) for jump, label in JUMPS.items()},
        "placeholders": _placeholders(demo, person),
        "subtitles": _subtitles(demo, person),
        "hint": voice.speak(HINTS[person.role]),
        "steps": steps(demo, voice),
        "done": done(demo),
        "words": {key.removeprefix("demo-"): voice.speak(say(key)) for key in WORDS},
    }


def earlier(demo: Demo, place: Place, before: int | None) -> Wire:
    """Give a page of a conversation, and from which revision on news belongs to it."""
    revision = demo.chat.revision()
    found = demo.chat.latest(conversation_of(place), before=before, most=PAGE + 1)
    return {
        "messages": [asdict(message) for message in found[-PAGE:]],
        "more": len(found) > PAGE,
        "revision": revision,
    }


def _placeholders(demo: Demo, person: Person) -> Mapping[str, str]:
    voice = voice_of(person)
    spoken = {name: voice.speak(say("demo-write-channel", channel=name)) for name in demo.channels}
    return spoken | {Place.direct(person.id).name: voice.speak(say("demo-write-direct"))}


def _subtitles(demo: Demo, person: Person) -> Mapping[str, str]:
    voice = voice_of(person)
    spoken = {
        name: voice.speak(say("demo-channel", language=channel.language.value))
        for name, channel in demo.channels.items()
    }
    own = {
        Place.direct(person.id): say("demo-direct"),
        Place.home(person.id): say("demo-home-about"),
    }
    return spoken | {conversation_of(place): voice.speak(words) for place, words in own.items()}


def _somebody(one: Person, voice: Voice) -> Wire:
    return {
        "id": one.id,
        "name": one.name,
        "role": voice.speak(ROLES[one.role]),
        "language": one.language.value,
        "zone": one.hours.zone,
        "direct": Place.direct(one.id).name,
    }
