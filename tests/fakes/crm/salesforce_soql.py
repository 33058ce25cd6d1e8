"""A small reader of SOQL: no more than what Leadloop asks; it refuses the rest, as Salesforce does nonsense."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

Row = dict[str, Any]
Test = Callable[[Row], bool]

TOKEN = re.compile(
    r"\s*(?:(?P<text>'(?:[^'\\]|\\.)*')"
    r"|(?P<moment>\d{4}-\d\d-\d\dT[\d:.]+Z)"
    r"|(?P<number>\d+)"
    r"|(?P<word>[A-Za-z_][\w.]*)"
    r"|(?P<sign>>=|<=|[=><(),]))"
)
ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
SIGNS: dict[str, Callable[[Any, Any], bool]] = {
    "=": lambda one, other: one == other,
    ">": lambda one, other: one > other,
    ">=": lambda one, other: one >= other,
    "<=": lambda one, other: one <= other,
}


class Malformed(Exception):
    """Salesforce cannot read a query; `code` and the message are its own."""

    def __init__(self, words: str, code: str = "MALFORMED_QUERY") -> None:
        super().__init__(words)
        self.code = code


@dataclass(frozen=True, slots=True)
class Query:
    names: Sequence[str]
    table: str
    where: Test
    asked: frozenset[str]
    """Every field that it speaks of."""
    order: Sequence[str]
    limit: int | None
    down: bool = False
    inner: Query | None = None
    """What is selected of records that hang on these."""


def read(soql: str) -> Query:
    """Read a query; raises `Malformed`."""
    reader = _Reader(_tokens(soql))
    query = reader.query()
    if reader.rest:
        raise Malformed(f"unexpected token: {reader.rest[0][1]}")
    return query


def _tokens(soql: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    at = 0
    while at < len(soql.rstrip()):
        match = TOKEN.match(soql, at)
        if match is None or match.lastgroup is None:
            raise Malformed(f"unexpected character at {at}")
        found.append((match.lastgroup, match[match.lastgroup]))
        at = match.end()
    return found


class _Reader:
    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self.rest = tokens
        self._asked: set[str] = set()
        self._inner: Query | None = None

    def query(self) -> Query:
        self._must("SELECT")
        names = self._names()
        self._must("FROM")
        table = self._word()
        where = self._either() if self._may("WHERE") else lambda row: True
        order: list[str] = []
        down = False
        if self._may("ORDER"):
            self._must("BY")
            order, down = self._order()
        limit = int(self._next("number")) if self._may("LIMIT") else None
        asked = frozenset(self._asked | {*names, *order})
        return Query(names, table, where, asked, order, limit, down, self._inner)

    def _order(self) -> tuple[list[str], bool]:
        """Read by what is sorted; all of it goes up, or all down."""
        names = [self._word()]
        down = self._may("DESC")
        while self._may(","):
            names.append(self._word())
            if self._may("DESC") is not down:
                raise Malformed("unexpected token: DESC")
        return names, down

    def _either(self) -> Test:
        found = [self._both()]
        while self._may("OR"):
            found.append(self._both())
        return lambda row: any(test(row) for test in found)

    def _both(self) -> Test:
        found = [self._one()]
        while self._may("AND"):
            found.append(self._one())
        return lambda row: all(test(row) for test in found)

    def _one(self) -> Test:
        if self._may("("):
            inner = self._either()
            self._must(")")
            return inner
        name = self._word()
        self._asked.add(name)
        if self._may("IN"):
            values = self._values()
            return lambda row: _folded(row[name]) in values
        sign, value = SIGNS[self._next("sign")], self._value()
        return lambda row: row[name] is not None and sign(_comparable(row[name], value), value)

    def _values(self) -> set[Any]:
        self._must("(")
        found = {_folded(self._value())}
        while self._may(","):
            found.add(_folded(self._value()))
        self._must(")")
        return found

    def _value(self) -> Any:
        kind, given = self.rest.pop(0)
        match kind:
            case "text":
                return re.sub(r"\\(.)", lambda it: ESCAPES.get(it[1], it[1]), given[1:-1])
            case "moment":
                return datetime.fromisoformat(given)
            case "word" if given in {"true", "false"}:
                return given == "true"
            case _:
                raise Malformed(f"unexpected token: {given}")

    def _names(self) -> list[str]:
        found = [self._word()]
        while self._may(","):
            if self._may("("):
                within = _Reader(self.rest)
                self._inner = within.query()
                self._must(")")
            else:
                found.append(self._word())
        return found

    def _word(self) -> str:
        return self._next("word")

    def _next(self, kind: str) -> str:
        if not self.rest or self.rest[0][0] != kind:
            raise Malformed(f"unexpected token: {self.rest[0][1] if self.rest else '<EOF>'}")
        return self.rest.pop(0)[1]

    def _may(self, word: str) -> bool:
        if self.rest and self.rest[0][0] != "text" and self.rest[0][1] == word:
            self.rest.pop(0)
            return True
        return False

    def _must(self, word: str) -> None:
        if not self._may(word):
            raise Malformed(f"expecting {word}")


def _comparable(given: Any, other: Any) -> Any:
    if isinstance(other, datetime):
        return datetime.fromisoformat(given)
    return given


def _folded(value: Any) -> Any:
    """Compare texts as Salesforce does in a list, whatever their case."""
    return value.casefold() if isinstance(value, str) else value
