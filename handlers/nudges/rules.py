"""The rules that come with Leadloop, what a company makes of them, and since when a field is stale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from hashlib import sha256

from handlers.lead import Status
from handlers.nudges.model import Rule, RuleId, RuleState, Watch
from handlers.phrase import Phrase, say
from handlers.working_time import FURTHEST_DAYS, WorkingHours

EXTRA = "extra:"
"""Begins the name of a field that is only this company's, or that a CRM calls its own way."""

NEXT_STEP_DATE = f"{EXTRA}next_step_date"
"""The day of the next step, ``2026-11-30``: until then the lead is in good hands."""

MOST_DAYS = 365
LONGEST_NAME = 58
"""Letters of a further field's name for which there is room."""

MOST_RULES = 20

FROM_SAL_ON = (Status.CONNECTED, Status.QUALIFIED)
"""Sales accepted the lead and talks to it; before, nobody can know its situation."""

OPEN_STATUSES = (Status.NEW, Status.ATTEMPTING, *FROM_SAL_ON, Status.NURTURING)
CHANGING_FIELDS = ("status", "next_step")
"""Of these we keep since when they say what they say."""


def _rule(name: str, watch: Watch, field: str, statuses: tuple[Status, ...], days: int) -> Rule:
    return Rule(id=RuleId(name), watch=watch, field=field, statuses=statuses, days=days)


def shipped() -> Sequence[Rule]:
    """Give the rules of the first day; of several that a lead breaks the first one asks."""
    return (
        _rule("reason", Watch.MISSING, "reason", (Status.DISQUALIFIED,), 1),
        _rule("status-qualified", Watch.UNCHANGED, "status", (Status.QUALIFIED,), 10),
        _rule("status-connected", Watch.UNCHANGED, "status", (Status.CONNECTED,), 10),
        _rule("status-attempting", Watch.UNCHANGED, "status", (Status.ATTEMPTING,), 5),
        _rule("next-step", Watch.MISSING, "next_step", FROM_SAL_ON, 2),
        _rule("situation", Watch.MISSING, f"{EXTRA}situation", FROM_SAL_ON, 3),
        _rule("needs", Watch.MISSING, f"{EXTRA}needs", FROM_SAL_ON, 3),
        _rule("objections", Watch.MISSING, f"{EXTRA}objections", FROM_SAL_ON, 5),
        replace(
            _rule("silent", Watch.SILENT, "status", (Status.ATTEMPTING, *FROM_SAL_ON), 15),
            state=RuleState.OFF,
        ),
    )


def all_rules(kept: Sequence[Rule]) -> Sequence[Rule]:
    """Put what the company changed in place of the shipped rules, and its own after them."""
    changed = {rule.id: rule for rule in kept}
    known = [changed.pop(rule.id, rule) for rule in shipped()]
    return (*known, *changed.values())


def is_shipped(rule: RuleId) -> bool:
    """Tell whether a rule came with Leadloop."""
    return rule in {one.id for one in shipped()}


# Where a rule looks


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """A rule that asks today, as far as the CRMs have its field."""

    rule: Rule
    before: datetime
    """Who has been so since before this moment is asked."""
    systems: tuple[str, ...]


def searches(
    rules: Sequence[Rule],
    fields: Mapping[str, frozenset[str]],
    hours: WorkingHours,
    at: datetime,
) -> Sequence[Search]:
    """Say where each rule looks that is switched on; `fields` are those of each CRM."""
    found: list[Search] = []
    for rule in rules:
        systems = tuple(system for system in sorted(fields) if rule.field in fields[system])
        if rule.state is RuleState.ON and systems:
            before = stale_before(hours, rule.days, at)
            found.append(Search(rule=rule, before=before, systems=systems))
    return found


def has_field(rule: Rule, fields: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether any CRM has the field that a rule asks about."""
    return any(rule.field in there for there in fields.values())


def stale_before(hours: WorkingHours, days: int, at: datetime) -> datetime:
    """Give the moment before which something must have been so, to be so for `days` working days.

    What changed in the course of a day is stale from the morning of the `days`-th working day after it.
    """
    if days == 0:
        return at
    day = hours.day_of(at)
    for _ in range(days):
        day = _working_day_before(hours, day)
    return hours.at_local(day + timedelta(days=1), time())


def _working_day_before(hours: WorkingHours, day: date) -> date:
    for back in range(1, FURTHEST_DAYS):
        before = day - timedelta(days=back)
        if hours.works_on(before):
            return before
    raise ValueError(f"nobody worked within {FURTHEST_DAYS} days before {day}")


def fingerprint(rules: Sequence[Rule]) -> str:
    """Tell two sets of rules apart, so that changed ones look again on the same day."""
    spelled = [
        f"{one.id}|{one.watch}|{one.field}|{','.join(one.statuses)}|{one.days}|{one.state}"
        for one in rules
    ]
    return sha256("\n".join(spelled).encode()).hexdigest()


# What speaks against a rule


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the rows of a rule that ended within a stretch of time."""

    ended: int
    """Rows that a rep was asked and that the CRM did not settle by itself."""
    acted_on: int
    people: int
    """How many were asked; with fewer than five no figure is told."""


# What a rule may be


def wrong_with(rule: Rule) -> tuple[str, Phrase] | None:
    """Tell what is wrong with a rule, and of which part of it; None where it can be kept."""
    if not rule.statuses:
        return "statuses", say("rules-wrong-no-status")
    if not 0 <= rule.days <= MOST_DAYS:
        return "days", say("rules-wrong-days", most=MOST_DAYS)
    if rule.watch is not Watch.MISSING and rule.days == 0:
        return "days", say("rules-wrong-at-once")
    if not _fits(rule):
        return "field", say(f"rules-wrong-{rule.watch}")
    if rule.field != "reason" and not set(rule.statuses) <= set(OPEN_STATUSES):
        return "statuses", say("rules-wrong-closed")
    return None


def _fits(rule: Rule) -> bool:
    """Tell whether a rule can look for what it does in its field."""
    match rule.watch:
        case Watch.MISSING:
            return rule.field in {"reason", "next_step"} or _is_further(rule.field)
        case Watch.UNCHANGED:
            return rule.field in CHANGING_FIELDS
        case Watch.SILENT:
            return rule.field == "status"


def _is_further(field: str) -> bool:
    name = field.removeprefix(EXTRA)
    return field != name and 0 < len(name) <= LONGEST_NAME and name.isprintable()
