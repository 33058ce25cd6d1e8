"""Tells whose export a file is, what it is about, and what each of its columns means."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from handlers.naming import name_key

FILE = "file"
"""The system of an export by none of the CRMs that we know by their headings."""
SESSION = "session"
"""A file of visits to the web site, which are no touch by sales."""
EXTRA = "extra."
"""What the name of a field begins with that only this company knows."""

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_CUSTOM = "__c"
"""What Salesforce ends the names of a company's own fields with."""


@dataclass(frozen=True, slots=True)
class KnownHeadings:
    """The tables of `headings.toml`, folded."""

    systems: Mapping[str, tuple[frozenset[str], tuple[str, ...]]]
    kinds: Mapping[str, tuple[frozenset[str], frozenset[str]]]
    fields: Mapping[str, Mapping[str, tuple[str, ...]]]
    """Kind of record, then field, to the headings that may stand for it, best first."""


@cache
def known_headings() -> KnownHeadings:
    """Read what Leadloop knows of headings."""
    text = (resources.files("bot.crm.file") / "headings.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    systems, kinds = tables.pop("systems"), tables.pop("kinds")
    return KnownHeadings(
        systems={
            name: (frozenset(told["headings"]), tuple(told["starts"]))
            for name, told in systems.items()
        },
        kinds={
            name: (_folded(told["one_of"]), _folded(told["none_of"]))
            for name, told in kinds.items()
        },
        fields={
            kind: {field: tuple(map(heading_key, known)) for field, known in fields.items()}
            for kind, fields in tables.items()
        },
    )


def _folded(headings: Iterable[str]) -> frozenset[str]:
    return frozenset(map(heading_key, headings))


def heading_key(heading: str) -> str:
    """Fold a heading: ``LastName``, ``last_name`` and ``Last name`` are the same."""
    return name_key(_CAMEL.sub(" ", heading.removesuffix(_CUSTOM)))


def system_of(headings: Iterable[str]) -> str:
    """Name the CRM that writes such headings, or `FILE`."""
    given = list(headings)
    scores = {
        name: sum(one in exact or (bool(starts) and one.startswith(starts)) for one in given)
        for name, (exact, starts) in known_headings().systems.items()
    }
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] else FILE


def kind_of(headings: Iterable[str]) -> str:
    """Tell what the records under such headings are about: a `RecordKind` or `SESSION`."""
    given = frozenset(map(heading_key, headings))
    for kind, (one_of, none_of) in known_headings().kinds.items():
        if given & one_of and not given & none_of:
            return kind
    return "lead"


def understood(headings: Sequence[str]) -> int:
    """Count the headings that mean something to Leadloop."""
    known = {
        one
        for fields in known_headings().fields.values()
        for many in fields.values()
        for one in many
    }
    return sum(heading_key(heading) in known for heading in headings)


def claimed(kind: str, headings: Sequence[str], wanted: Mapping[str, str]) -> Mapping[str, int]:
    """Give each field its column. `wanted` (folded heading to field) overrules what Leadloop knows."""
    fields = known_headings().fields[kind]
    keys = [heading_key(heading) for heading in headings]
    columns = {
        field: place
        for place, key in enumerate(keys)
        if (field := wanted.get(key)) and (field in fields or field.startswith(EXTRA))
    }
    taken = {place for place, key in enumerate(keys) if key in wanted}
    for field, known in fields.items():
        if field not in columns:
            place = _first_free(keys, known, taken)
            if place is not None:
                columns[field] = place
                taken.add(place)
    return columns


def _first_free(keys: Sequence[str], known: Sequence[str], taken: set[int]) -> int | None:
    for one in known:
        for place, key in enumerate(keys):
            if key == one and place not in taken:
                return place
    return None
