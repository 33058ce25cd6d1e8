"""Looks through messages, and fills in the forms that they open, as somebody might."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from typing import TypeVar

from handlers.message import Choice, Choices, Day, Field, Form, PersonPick
from handlers.people import Person
from handlers.phrase import Phrase

Part = TypeVar("Part")


def filled_in(form: Form, seed: int, today: date, people: Sequence[Person]) -> dict[str, str]:
    """Fill a form in as somebody might."""
    given = dict(form.keep)
    for place, one in enumerate(form.fields):
        given[one.name] = _value(one, seed + place, today, people)
    return given


def _value(one: Field, seed: int, today: date, people: Sequence[Person]) -> str:
    match one:
        case Choice():
            return one.options[seed % len(one.options)].value
        case Choices():
            return "\n".join(option.value for option in one.options[: seed % 3])
        case Day():
            past = today - timedelta(days=seed % 3)
            soon = past if one.earliest is None else one.earliest + timedelta(days=seed % 5)
            return soon.isoformat()
        case PersonPick():
            return people[seed % len(people)].id
        case _:
            return f"Words {seed}" if seed % 5 and one.name != "ends" else ""


def parts(shown: object, kind: type[Part]) -> Iterator[Part]:
    """List all parts of one kind in a message, from top to bottom."""
    if isinstance(shown, kind):
        yield shown
    if isinstance(shown, tuple):
        for one in shown:
            yield from parts(one, kind)
    elif is_dataclass(shown):
        for part in fields(shown):
            yield from parts(getattr(shown, part.name), kind)


def phrases(shown: object) -> Iterator[Phrase]:
    """List all phrases of a message, those within others too."""
    yield from parts(shown, Phrase)
