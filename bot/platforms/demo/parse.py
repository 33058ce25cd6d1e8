"""Reads what a browser sends; nothing is believed but who acts, which anybody may choose here."""

from __future__ import annotations

import json
import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from typing import cast

from bot.i18n import Voice
from bot.platforms.demo.clock import Jump
from handlers.commands import SAID, Wish, spoken
from handlers.interaction import Interaction
from handlers.naming import shown
from handlers.people import Person, PersonId, Place
from handlers.phrase import Phrase, say

LONGEST_TEXT = 200_000
"""Letters: a thousand pasted leads, each with a generous line."""
LONGEST_ID = 200
MOST_VALUES = 100

_DEED = re.compile(r"[0-9A-Za-z-]{8,64}")
_MENTION = re.compile(r"@leadloop\b[:,]?", re.IGNORECASE)

Body = Mapping[str, object]
People = Mapping[PersonId, Person]


class Rejected(Exception):
    """This is no request of the demo's own page; the phrase tells why."""

    def __init__(self, status: int, phrase: Phrase) -> None:
        """Keep the HTTP status and the sentence."""
        super().__init__(phrase.key)
        self.status = status
        self.phrase = phrase


@dataclass(frozen=True, slots=True)
class Caller:
    """Who acts, where, and in which deed."""

    person: Person
    place: Place
    deed: str
    """Made by the browser, and the same in every repeat of the request."""

    @property
    def may_write(self) -> bool:
        """Whether anything can be said here: a page is only looked at."""
        return self.place != Place.home(self.person.id)

    @property
    def voice(self) -> Voice:
        """How this person is spoken to."""
        return voice_of(self.person)

    @property
    def once(self) -> str:
        """The deed as Leadloop's once-key; nobody can use up somebody else's."""
        return f"demo:{self.person.id}:{self.deed}"


def voice_of(person: Person) -> Voice:
    """Give the voice in which a person is spoken to."""
    return Voice(person.language, person.hours.zone)


def read_body(raw: bytes) -> Body:
    """Read a JSON object."""
    try:
        body: object = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise odd() from error
    if not isinstance(body, dict):
        raise odd()
    return cast("Body", body)


def read_person(asked: str | None, people: People) -> Person:
    """Find who acts."""
    person = people.get(PersonId(asked or ""))
    if person is None:
        raise Rejected(404, say("demo-no-person"))
    return person


def conversation_of(place: Place) -> str:
    """Give what the chat calls a place: a person's page has the address of their account behind it."""
    kind, _, who = place.name.partition(":")
    return f"home:{Place.direct(PersonId(who)).name}" if kind == "home" else place.name


def whose(place: Place) -> PersonId | None:
    """Tell whose direct message or page this is; nobody's for a channel."""
    kind, _, who = place.name.partition(":")
    return PersonId(who) if kind in {"person", "home"} else None


def read_place(asked: object, person: Person, channels: Container[str]) -> Place:
    """Find where somebody may be: in a channel, their own direct message, or on their own page."""
    for own in (Place.direct(person.id), Place.home(person.id)):
        if asked == conversation_of(own):
            return own
    if not isinstance(asked, str) or asked not in channels:
        raise Rejected(404, say("demo-no-conversation"))
    return Place(asked)


def read_caller(body: Mapping[str, object], person: Person, channels: Container[str]) -> Caller:
    """Find where somebody acts, and in which deed."""
    place = read_place(body.get("conversation"), person, channels)
    deed = body.get("deed")
    if not isinstance(deed, str) or not _DEED.fullmatch(deed):
        raise odd()
    return Caller(person, place, deed)


def read_press(body: Body, caller: Caller) -> Interaction:
    """Read a pressed button."""
    return Interaction(
        name=_text(body, "does", longest=LONGEST_ID),
        actor=caller.person.id,
        place=caller.place,
        id=caller.once,
        values=read_values(body, "values"),
    )


def read_form(body: Body, caller: Caller) -> Interaction:
    """Read a form that was sent; what the form kept wins over a field of the same name."""
    return Interaction(
        name=_text(body, "form", longest=LONGEST_ID),
        actor=caller.person.id,
        place=caller.place,
        id=caller.once,
        values={**read_values(body, "values"), **read_values(body, "keep")},
    )


def read_jump(body: Body) -> Jump:
    """Read how the clock shall move."""
    try:
        return Jump(_text(body, "jump", longest=LONGEST_ID))
    except ValueError as error:
        raise odd() from error


def read_file_name(name: str) -> str:
    """Read a file's own name, without folders and control characters."""
    last = shown(name.replace("\\", "/").rpartition("/")[2])
    if not last or len(last) > LONGEST_ID:
        raise odd()
    return last


def read_message(body: Body) -> int | None:
    """Read which message was pressed; a whisper is none."""
    message = body.get("message")
    if message is None or (isinstance(message, int) and 0 < message < 2**63):
        return message
    raise odd()


def read_text(body: Body) -> str:
    """Read what was written, without the blanks around it."""
    text = _text(body, "text", longest=LONGEST_TEXT).strip()
    if not text:
        raise odd()
    return text


def addressed(text: str, caller: Caller) -> bool:
    """Tell whether Leadloop is spoken to: always in a direct message, by name in a channel."""
    return caller.place.person is not None or _MENTION.search(text) is not None


def sentence(text: str, caller: Caller) -> Interaction:
    """Make what was said to Leadloop, without its name: a question, or what its first word says."""
    return _wished(spoken(_without_name(text)), caller)


def question(text: str, caller: Caller) -> Interaction:
    """Make a question of a list that came as a file, whatever was said beside it."""
    return _wished(Wish(SAID, _without_name(text)), caller)


def _wished(wish: Wish, caller: Caller) -> Interaction:
    return Interaction(
        name=wish.route,
        actor=caller.person.id,
        place=caller.place,
        id=caller.once,
        values=wish.values,
        text=wish.words,
    )


def _without_name(text: str) -> str:
    return _MENTION.sub(" ", text).strip()


def _text(body: Body, name: str, *, longest: int) -> str:
    text = body.get(name)
    if not isinstance(text, str) or len(text) > longest:
        raise odd()
    return text


def read_values(body: Body, name: str) -> Mapping[str, str]:
    """Read texts by their names."""
    given = body.get(name, {})
    if not isinstance(given, dict) or len(cast("Body", given)) > MOST_VALUES:
        raise odd()
    carried = cast("Mapping[str, object]", given)
    if not all(isinstance(value, str) and len(value) <= LONGEST_TEXT for value in carried.values()):
        raise odd()
    return cast("Mapping[str, str]", carried)


def odd() -> Rejected:
    """Say that the page itself would never send this."""
    return Rejected(400, say("demo-bad-request"))
