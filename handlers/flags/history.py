"""A flag's audit trail, told to one person: by sides to everybody, by names to administrators."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from handlers.flags.model import Flag, Stepped
from handlers.message import Card, Items, Note
from handlers.people import Person, PersonId, Role
from handlers.phrase import Phrase, say, verbatim

MOST_STEPS = 20
"""The newest; a flag goes rarely through more than five."""


def history_card(
    flag: Flag, trail: Sequence[Stepped], people: Mapping[PersonId, Person], reader: Person
) -> Card:
    """List what was done with a flag, oldest first."""
    shown = trail[-MOST_STEPS:]
    named = reader.role is Role.ADMINISTRATOR
    lines = [_line(one, _who(people.get(one.by), named=named)) for one in shown]
    if len(trail) > len(shown):
        lines.insert(0, say("triage-history-earlier", count=len(trail) - len(shown)))
    note = say("triage-history-names" if named else "triage-history-sides")
    return Card(
        title=say("triage-history-title", lead=flag.lead_label),
        blocks=(Items(tuple(lines)), Note(note)),
    )


def _who(person: Person | None, *, named: bool) -> Phrase:
    if person is None:
        return say("triage-somebody")
    return verbatim(person.name) if named else say(f"triage-side-{person.side}")


def _line(one: Stepped, who: Phrase) -> Phrase:
    step = say(f"triage-step-{one.step}")
    if not one.words:
        return say("triage-history-line", at=one.at, who=who, step=step)
    return say("triage-history-words", at=one.at, who=who, step=step, words=one.words)
