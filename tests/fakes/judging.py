"""The words in which the judges of cards are written: small checks that make up larger ones.

A check is given a value and the spot where it stands, and says what the platform would have against it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a payload a value stands, and on which surface."""

    path: str
    surface: str

    def at(self, step: str | int) -> Spot:
        """One step deeper."""
        path = f"{self.path}[{step}]" if isinstance(step, int) else f"{self.path}.{step}"
        return replace(self, path=path.lstrip("."))

    def __str__(self) -> str:
        return self.path


Check = Callable[[Any, Spot], Iterator[str]]


def string(most: int | None = None, *, least: int = 1) -> Check:
    """A bare string of so many characters."""

    def check(value: Any, spot: Spot) -> Iterator[str]:
        if not isinstance(value, str):
            yield f"{spot}: must be a string"
        elif len(value) < least:
            yield f"{spot}: must be more than {least - 1} characters"
        elif most is not None and len(value) > most:
            yield f"{spot}: must be less than {most + 1} characters, has {len(value)}"

    return check


def pattern(expression: str, most: int | None = None) -> Check:
    """A string of a certain look."""

    def check(value: Any, spot: Spot) -> Iterator[str]:
        found = list(string(most)(value, spot))
        yield from found
        if not found and re.fullmatch(expression, value, re.DOTALL) is None:
            yield f"{spot}: is not of the form {expression}"

    return check


def flag(value: Any, spot: Spot) -> Iterator[str]:
    """True or false."""
    if not isinstance(value, bool):
        yield f"{spot}: must be true or false"


def number(least: float | None = None, most: float | None = None) -> Check:
    """A number in a range, both ends included."""

    def check(value: Any, spot: Spot) -> Iterator[str]:
        if isinstance(value, bool) or not isinstance(value, int | float):
            yield f"{spot}: must be a number"
        elif least is not None and value < least:
            yield f"{spot}: must be at least {least}"
        elif most is not None and value > most:
            yield f"{spot}: must be at most {most}"

    return check


def whole(least: int | None = None, most: int | None = None) -> Check:
    """A whole number in a range, both ends included."""

    def check(value: Any, spot: Spot) -> Iterator[str]:
        if not isinstance(value, int):
            yield f"{spot}: must be a whole number"
        else:
            yield from number(least, most)(value, spot)

    return check


def positive(value: Any, spot: Spot) -> Iterator[str]:
    """A number above zero."""
    found = list(number()(value, spot))
    yield from found
    if not found and value <= 0:
        yield f"{spot}: must be greater than 0"


def among(*values: str) -> Check:
    """One of a few words."""

    def check(value: Any, spot: Spot) -> Iterator[str]:
        if value not in values:
            yield f"{spot}: must be one of {', '.join(values)}"

    return check


def many(check_one: Check, least: int = 1, most: int | None = None) -> Check:
    """A list of so many things of a kind."""

    def check(value: Any, spot: Spot) -> Iterator[str]:
        if not isinstance(value, list):
            yield f"{spot}: must be a list"
            return
        if len(value) < least:
            yield f"{spot}: no fewer than {least} items allowed"
        if most is not None and len(value) > most:
            yield f"{spot}: no more than {most} items allowed, has {len(value)}"
        for place, item in enumerate(value):
            yield from check_one(item, spot.at(place))

    return check


def thing(
    must: Mapping[str, Check] | None = None,
    may: Mapping[str, Check] | None = None,
    *also: Check,
) -> Check:
    """An object with these keys and no others; `also` looks at it as a whole when it is sound."""
    required = dict(must or {})
    known = required | dict(may or {})

    def check(value: Any, spot: Spot) -> Iterator[str]:
        if not isinstance(value, dict):
            yield f"{spot}: must be an object"
            return
        found = [f"{spot}: missing required field: {key}" for key in required if key not in value]
        for key, part in value.items():
            if key not in known:
                found.append(f"{spot}: unknown field: {key}")
            else:
                found.extend(known[key](part, spot.at(key)))
        yield from found
        for look in () if found else also:
            yield from look(value, spot)

    return check


def typed(
    kind: str,
    must: Mapping[str, Check] | None = None,
    may: Mapping[str, Check] | None = None,
    *also: Check,
) -> Check:
    """An object that says its own type."""
    return thing({"type": among(kind)} | dict(must or {}), may, *also)


def kinds(known: Mapping[str, Check], *, what: str) -> Check:
    """An object whose type says by which check it is judged."""

    def check(value: Any, spot: Spot) -> Iterator[str]:
        kind = value.get("type") if isinstance(value, dict) else None
        if not isinstance(kind, str) or kind not in known:
            yield f"{spot}: unsupported {what}: {kind!r}"
        else:
            yield from known[kind](value, spot)

    return check


def only_on(check_there: Check, *surfaces: str) -> Check:
    """What may stand on some surfaces only."""

    def check(value: Any, spot: Spot) -> Iterator[str]:
        if spot.surface not in surfaces:
            yield f"{spot}: {value.get('type')} is not allowed on the surface {spot.surface}"
        yield from check_there(value, spot)

    return check


def one_of(*keys: str, at_most: bool = False) -> Check:
    """Exactly one of these keys, or at most one."""

    def check(value: Any, spot: Spot) -> Iterator[str]:
        given = sum(key in value for key in keys)
        if given > 1 or (given == 0 and not at_most):
            yield f"{spot}: give {'at most' if at_most else 'exactly'} one of {', '.join(keys)}"

    return check


def some_of(*keys: str) -> Check:
    """At least one of these keys."""

    def check(value: Any, spot: Spot) -> Iterator[str]:
        if not any(key in value for key in keys):
            yield f"{spot}: missing required field: {' or '.join(keys)}"

    return check


def different(values: Iterable[Any], spot: Spot, what: str) -> Iterator[str]:
    """No value twice."""
    seen = set[Any]()
    for value in values:
        if value in seen:
            yield f"{spot}: {what} {value!r} already exists"
        seen.add(value)
