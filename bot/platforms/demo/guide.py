"""Leads a newcomer through the story: ask, ask the owners, answer, watch the card fill."""

from __future__ import annotations

from itertools import takewhile

from bot.i18n import Voice
from bot.platforms.demo.answer import Demo, Wire
from handlers.people import Person, Place, Role
from handlers.phrase import Phrase, say


def steps(demo: Demo, voice: Voice) -> list[Wire]:
    """Give the steps, each with who may take it and where; an empty place is one's own."""
    people = list(demo.people().values())
    askers, reps = _of_role(people, Role.MARKETER), _of_role(people, Role.REP)
    channel = next(iter(demo.channels), "")
    asker = askers[0].name.partition(" ")[0] if askers else ""
    return [
        _step(say("demo-step-ask", person=asker), askers[:1], channel, voice),
        _step(say("demo-step-owners"), askers[:1], channel, voice),
        _step(say("demo-step-answer"), reps, "", voice),
        _step(say("demo-step-watch"), askers[:1], channel, voice),
    ]


def done(demo: Demo) -> int:
    """Count the steps that were taken, up to the last but one; the page sees the last itself."""
    channels = list(demo.channels)[:1]
    reps = _of_role(list(demo.people().values()), Role.REP)
    desks = [Place.direct(rep.id).name for rep in reps]
    taken = (
        demo.chat.has_spoken(channels),
        demo.chat.has_spoken(channels, again=True) and demo.chat.has_spoken(desks),
        demo.chat.has_spoken(desks, again=True),
    )
    return len(list(takewhile(bool, taken)))


def _of_role(people: list[Person], role: Role) -> list[Person]:
    return [person for person in people if person.role is role]


def _step(label: Phrase, people: list[Person], channel: str, voice: Voice) -> Wire:
    return {
        "label": voice.speak(label),
        "people": [person.id for person in people],
        "conversation": channel,
    }
