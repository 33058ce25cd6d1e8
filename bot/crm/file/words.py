"""Knows what the words of exports mean in ours, from the shipped table and the user's mapping file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple, cast

from bot.crm.file.headings import EXTRA, heading_key, known_headings
from handlers.errors import Refused
from handlers.keeping import Word, WordKind
from handlers.lead import Reason, Status
from handlers.naming import name_key
from handlers.phrase import say

Table = Mapping[str, str]

LONGEST_NAME = 58
"""Letters of a further field's name for which its history has room."""

_EXTENDABLE = ("status", "reason", "stage")
_TAGS = "tags"
_STATUSES = frozenset(status.value for status in Status)
_REASONS = frozenset(reason.value for reason in Reason)
_COLUMNS = "columns"
_TAUGHT = {WordKind.STATUS: ("status", "stage", "lifecycle"), WordKind.REASON: ("reason",)}


class Meaning(NamedTuple):
    """What a word says of a lead; either may be left open."""

    status: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class UserMapping:
    """What a mapping file says; it overrules what Leadloop knows by itself."""

    columns: Table = field(default_factory=dict[str, str])
    """Folded heading to field; an empty field leaves the column out."""
    words: Mapping[str, Table] = field(default_factory=dict[str, Table])


@dataclass(frozen=True, slots=True)
class Words:
    """The tables for one import: status, reason, stage, lifecycle, activity, direction."""

    tables: Mapping[str, Table]
    undone: frozenset[str]
    """What is said of an activity that has not happened."""

    def meaning(self, table: str, word: str) -> Meaning | None:
        """Tell what a word of statuses means; nothing where nobody has told us."""
        found = self.tables[table].get(word_key(word))
        if found is None:
            return None
        status, _, reason = found.partition("/")
        return Meaning(status or None, reason or None)

    def term(self, table: str, word: str) -> str | None:
        """Translate a word that stands for one thing only."""
        return self.tables[table].get(word_key(word))

    def taught(self, said: Iterable[Word]) -> Words:
        """Lay the company's own words over these; of two for the same, the later one counts."""
        tables = {name: dict(table) for name, table in self.tables.items()}
        for one in said:
            for name in _TAUGHT.get(one.kind, ()):
                tables[name][word_key(one.word)] = one.means or ""
        return Words(tables, self.undone)


def word_key(word: str) -> str:
    """Fold a word for comparison."""
    return name_key(word) or word.casefold()


def words_for(system: str, mapping: UserMapping) -> Words:
    """Put together what is known about the words of one CRM."""
    shipped = _shipped()
    own = shipped["only_in"].get(system, {})
    tables = {
        name: {
            **_folded(shipped["words"][name]),
            **_folded(own.get(name, {})),
            **mapping.words.get(name, {}),
        }
        for name in shipped["words"]
    }
    return Words(tables, frozenset(map(word_key, shipped["undone"])))


def _folded(table: Table) -> dict[str, str]:
    return {word_key(word): meaning for word, meaning in table.items()}


@cache
def _shipped() -> dict[str, Any]:
    text = (resources.files("bot.crm.file") / "words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def read_mapping(path: Path) -> UserMapping:
    """Read a mapping file, or raise `Refused` with what is wrong in it."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as error:
        raise Refused(say("import-no-file", file=path.name)) from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Refused(say("import-mapping-unreadable", file=path.name)) from error
    for name, table in tables.items():
        if name not in {_COLUMNS, _TAGS, *_EXTENDABLE} or not _is_table(table):
            raise Refused(say("import-mapping-table", file=path.name, table=name))
    columns = {heading_key(one): str(told) for one, told in tables.get(_COLUMNS, {}).items()}
    _check_fields(columns.values(), path)
    words = {name: _checked_words(name, tables.get(name, {}), path) for name in _EXTENDABLE}
    words["lifecycle"] = words["stage"]
    words["status"] |= _checked_words(_TAGS, tables.get(_TAGS, {}), path)
    return UserMapping(columns, words)


def said_by(mapping: UserMapping) -> Sequence[Word]:
    """Give what a mapping file says as words of the company's."""
    told = [
        (WordKind.FIELD, mapping.columns),
        *((WordKind.STATUS, mapping.words.get(name, {})) for name in ("stage", "status")),
        (WordKind.REASON, mapping.words.get("reason", {})),
    ]
    return [
        Word(kind=kind, word=word, means=means or None)
        for kind, table in told
        for word, means in table.items()
    ]


def _is_table(table: object) -> bool:
    return isinstance(table, dict) and all(
        isinstance(value, str) for value in cast("dict[str, object]", table).values()
    )


def _check_fields(fields: Iterable[str], path: Path) -> None:
    known = {name for of_kind in known_headings().fields.values() for name in of_kind}
    for one in fields:
        if one and one not in known and not (one.startswith(EXTRA) and one != EXTRA):
            raise Refused(say("import-mapping-field", file=path.name, field=one))
        if len(one.removeprefix(EXTRA)) > LONGEST_NAME:
            raise Refused(say("import-mapping-long", file=path.name, field=one, most=LONGEST_NAME))


def _checked_words(name: str, table: Table, path: Path) -> dict[str, str]:
    for meaning in table.values():
        status, _, reason = ("", "", meaning) if name == "reason" else meaning.partition("/")
        if (status and status not in _STATUSES) or (reason and reason not in _REASONS):
            raise Refused(say("import-mapping-word", file=path.name, table=name, word=meaning))
    return _folded(table)
