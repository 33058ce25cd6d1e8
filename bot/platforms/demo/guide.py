"""Leads a newcomer through the story: ask, answer, watch the card fill; flag, decide; mend a field; read the digest."""

from __future__ import annotations

from itertools import takewhile

from bot.i18n import Voice
from bot.platforms.demo.answer import Demo, Wire
from handlers.people import Person, Place, Role
from handlers.phrase import Phrase, say

QUESTION, FLAG = "question", "flag"
"""What the page proposes to write for a step."""

ANSWER = "questions.sheet"
"""Offered on every answer."""

TRIAGE = "triage."
"""Begins the routes of a flag's card."""

DECIDED = "triage.reopen"
"""Offered on a flag's card once it is decided."""

FIXED = "writing.undo"
"""Offered on a row once its value has arrived in the CRM."""

DIGEST = "digests."
"""Begins the routes of a digest."""


def steps(demo: Demo, voice: Voice) -> list[Wire]:
    """Give the steps, each with who may take it and where; an empty place is one's own."""
    people = list(demo.people().values())
    askers, reps = _of_role(people, Role.MARKETER), _of_role(people, Role.REP)
    channel = next(iter(demo.channels), "")
    asker, rep = _first_name(askers), _first_name(reps)
    return [
        _step(say("demo-step-ask", person=asker), askers[:1], channel, voice, sample=QUESTION),
        _step(say("demo-step-owners"), askers[:1], channel, voice),
        _step(say("demo-step-answer"), reps, "", voice),
        {**_step(say("demo-step-watch"), askers[:1], channel, voice), "watched": True},
        _step(say("demo-step-flag", person=rep), reps[:1], "", voice, sample=FLAG),
        _step(say("demo-step-decide", person=asker), askers[:1], channel, voice),
        _step(say("demo-step-fix"), reps, "", voice),
        _step(say("demo-step-digest"), askers[:1], channel, voice),
    ]


def done(demo: Demo) -> int:
    """Count the steps that were taken; that somebody watched, the page sees itself.

    Whoever flags a lead before has seen enough.
    """
    people = list(demo.people().values())
    channels = list(demo.channels)[:1]
    asking = [*channels, *_desks(_of_role(people, Role.MARKETER))]
    desks = _desks(_of_role(people, Role.REP))
    flagged = demo.chat.has_offered(channels, TRIAGE)
    taken = (
        demo.chat.has_offered(asking, ANSWER),
        demo.chat.has_spoken(asking, again=True) and demo.chat.has_spoken(desks),
        demo.chat.has_spoken(desks, again=True),
        flagged,
        flagged,
        demo.chat.has_offered(channels, DECIDED),
        demo.chat.has_offered(desks, FIXED),
        demo.chat.has_offered(channels, DIGEST),
    )
    return len(list(takewhile(bool, taken)))


def _desks(people: list[Person]) -> list[str]:
    return [Place.direct(person.id).name for person in people]


def _first_name(people: list[Person]) -> str:
    return people[0].name.partition(" ")[0] if people else ""


def _of_role(people: list[Person], role: Role) -> list[Person]:
    return [person for person in people if person.role is role]


def _step(
    label: Phrase, people: list[Person], channel: str, voice: Voice, *, sample: str = ""
) -> Wire:
    return {
        "label": voice.speak(label),
        "people": [person.id for person in people],
        "conversation": channel,
        "sample": sample,
    }
