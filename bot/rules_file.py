"""The rules about stale fields as a TOML file: written for people to edit, read with care."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast

from handlers.errors import Refused
from handlers.lead import Status
from handlers.nudges.model import Rule, RuleId, RuleState, Watch
from handlers.nudges.rules import MOST_RULES, wrong_with
from handlers.phrase import Phrase, say

TABLE = "rule"
KEYS = ("id", "watch", "field", "statuses", "days", "on")
_ID = re.compile(r"[A-Za-z0-9_-]{1,40}")

HEAD = """\
# Rules about stale fields. Of several rules that a lead breaks, the first one asks.
# watch: "unchanged" (the field has been the same for so many working days),
#        "missing" (it is empty so many working days after the status changed),
#        "silent" (nobody touched the lead for so many working days; the field is "status").
# field: "status", "reason", "next_step", or "extra:" and the name of a further field.
"""


def written_rules(rules: Sequence[Rule]) -> str:
    """Spell rules as a file that `read_rules` reads back."""
    return "\n".join([HEAD, *(_written(rule) for rule in rules)])


def _written(rule: Rule) -> str:
    paused = "  # paused by itself" if rule.state is RuleState.PAUSED else ""
    statuses = ", ".join(_quoted(one) for one in rule.statuses)
    lines = (
        f"[[{TABLE}]]",
        f"id = {_quoted(rule.id)}",
        f"watch = {_quoted(rule.watch)}",
        f"field = {_quoted(rule.field)}",
        f"statuses = [{statuses}]",
        f"days = {rule.days}",
        f"on = {'true' if rule.state is RuleState.ON else 'false'}{paused}",
    )
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """Spell a TOML string; what JSON leaves as it is and TOML forbids is escaped besides."""
    return json.dumps(str(text), ensure_ascii=False).replace("\x7f", "\\u007F")


def read_rules(path: Path) -> Sequence[Rule]:
    """Read all rules of a file; raises `Refused` with one sentence for the first mistake."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(say("rules-file-unreadable", file=path.name)) from error
    except tomllib.TOMLDecodeError as error:
        raise Refused(say("rules-file-no-toml", file=path.name)) from error
    listed = told.pop(TABLE, None)
    if told or not isinstance(listed, list) or not listed:
        raise Refused(say("rules-file-no-rules", file=path.name))
    rules = [_read(one, place) for place, one in enumerate(cast("list[object]", listed), 1)]
    return _checked(rules)


def _checked(rules: Sequence[Rule]) -> Sequence[Rule]:
    if len(rules) > MOST_RULES:
        raise Refused(say("rules-too-many", most=MOST_RULES))
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            raise Refused(say("rules-file-twice", rule=rule.id))
        seen.add(rule.id)
    return rules


def _read(told: object, place: int) -> Rule:
    """Read one rule; a mistake is told with its id, or its number where it has none."""
    given = cast("dict[str, object]", told) if isinstance(told, dict) else {}
    id = given.get("id")
    if not isinstance(id, str) or not _ID.fullmatch(id):
        raise Refused(say("rules-file-id", place=place))
    for key in (*KEYS, *given):
        if key not in given:
            raise Refused(say("rules-file-missing", rule=id, part=key))
        if key not in KEYS:
            raise Refused(say("rules-file-unknown", rule=id, part=key))
    rule = _made(RuleId(id), given)
    wrong = wrong_with(rule)
    if wrong is not None:
        raise _mistake(rule.id, *wrong)
    return rule


def _made(id: RuleId, given: Mapping[str, object]) -> Rule:
    return Rule(
        id=id,
        watch=Watch(_word(id, given, "watch", [one.value for one in Watch])),
        field=_typed(id, given, "field", str),
        statuses=_statuses(id, given),
        days=_typed(id, given, "days", int),
        state=RuleState.ON if _typed(id, given, "on", bool) else RuleState.OFF,
    )


def _statuses(id: RuleId, given: Mapping[str, object]) -> tuple[Status, ...]:
    listed = _typed(id, given, "statuses", list)
    known = {one.value: one for one in Status}
    if not all(isinstance(one, str) and one in known for one in listed):
        raise _mistake(id, "statuses", say("rules-file-words", words=", ".join(known)))
    return tuple(one for one in Status if one.value in listed)


def _word(id: RuleId, given: Mapping[str, object], key: str, known: Sequence[str]) -> str:
    word = given[key]
    if not isinstance(word, str) or word not in known:
        raise _mistake(id, key, say("rules-file-words", words=", ".join(known)))
    return word


def _typed(id: RuleId, given: Mapping[str, object], key: str, kind: type[Any]) -> Any:
    """Take a value of the right kind; True is no number here."""
    value = given[key]
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise _mistake(id, key, say(f"rules-file-kind-{kind.__name__}"))
    return value


def _mistake(rule: RuleId, key: str, why: Phrase) -> Refused:
    return Refused(say("rules-file-wrong", rule=rule, part=key, why=why))
