"""The rules about stale fields, which fields there are, and the look of each morning."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Connection,
    FromClause,
    Row,
    Select,
    bindparam,
    case,
    delete,
    func,
    literal,
    select,
    true,
    update,
)

# SQLite understands PostgreSQL's words here, and SQLAlchemy has no common ones.
from sqlalchemy.dialects.postgresql import insert

from handlers.envelope import EnvelopeId
from handlers.keeping import WordKind
from handlers.lead import Status
from handlers.nudges.model import (
    ENDED,
    NudgeId,
    NudgeState,
    Rule,
    RuleId,
    RuleState,
    Watch,
)
from handlers.nudges.rules import EXTRA, NEXT_STEP_DATE, Search, Tally, all_rules
from handlers.nudges.work import Left
from handlers.people import PersonId
from storage import due, nudge_scan
from storage.lead_fields import NEWEST
from storage.lead_rows import SQLITE
from storage.nudge_facts import When
from storage.nudge_settling import settled
from storage.schema import crm_words, leads, nudge_rules, nudges

SCAN = "scan-stale-fields"

_RULES: Select[*tuple[Any, ...]] = select(nudge_rules).order_by(nudge_rules.c.id)
_KEPT = insert(nudge_rules)
_KEEP_RULE = _KEPT.on_conflict_do_update(
    index_elements=["id"],
    set_={name: _KEPT.excluded[name] for name in nudge_rules.c.keys() if name != "id"},  # noqa: SIM118 - a collection of columns
)
_FORGET = delete(nudges).where(nudges.c.state == NudgeState.QUEUED.value)
_MAPPED: Select[*tuple[Any, ...]] = select(crm_words.c.system, crm_words.c.means).where(
    crm_words.c.kind == WordKind.FIELD.value, crm_words.c.means.is_not(None)
)
_TALLY: Select[*tuple[Any, ...]] = select(
    nudges.c.state, func.count().label("rows"), nudges.c.person_id
).where(
    nudges.c.rule_id == bindparam("rule"),
    nudges.c.asked_at.is_not(None),
    nudges.c.closed_at >= bindparam("since", type_=nudges.c.closed_at.type),
    nudges.c.closed_at < bindparam("until", type_=nudges.c.closed_at.type),
    nudges.c.state.in_([state.value for state in ENDED]),
)


class SqlNudgeRules:
    """Rules, and what they find, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work inside this transaction."""
        self._connection = connection
        self._sqlite = connection.dialect.name == SQLITE

    # rules

    def rules(self) -> Sequence[Rule]:
        """List what the company changed of the rules, and its own; see `rules.all_rules`."""
        return [_rule_of(row) for row in self._connection.execute(_RULES)]

    def keep_rule(self, rule: Rule) -> None:
        """Keep a rule; what it queued and nobody was asked yet is forgotten."""
        self._connection.execute(_KEEP_RULE, _rule_values(rule))
        self._connection.execute(_FORGET.where(nudges.c.rule_id == rule.id))

    def drop_rules(self, rules: Collection[RuleId]) -> None:
        """Drop rules of the company's own, and what they queued."""
        self._connection.execute(delete(nudge_rules).where(nudge_rules.c.id.in_(rules)))
        self._connection.execute(_FORGET.where(nudges.c.rule_id.in_(rules)))

    def pause(self, rule: Rule) -> bool:
        """Keep that a rule paused itself, and tell whether this transaction was the first to do so."""
        as_shipped = insert(nudge_rules).on_conflict_do_nothing().returning(nudge_rules.c.id)
        first = self._connection.execute(as_shipped, _rule_values(rule)).first() is not None
        on = (nudge_rules.c.id == rule.id, nudge_rules.c.state == RuleState.ON.value)
        moved = self._connection.execute(
            update(nudge_rules).where(*on).values(state=rule.state.value, paused_at=rule.paused_at)
        )
        self._connection.execute(_FORGET.where(nudges.c.rule_id == rule.id))
        return first or moved.rowcount == 1

    def tally(self, rule: RuleId, since: datetime, until: datetime) -> Tally:
        """Count what became of a rule's rows that ended within a stretch of time."""
        by_person = _TALLY.group_by(nudges.c.state, nudges.c.person_id)
        given = {"rule": rule, "since": since, "until": until}
        told = self._connection.execute(by_person, given).all()
        return Tally(
            ended=sum(rows for _, rows, _ in told),
            acted_on=sum(rows for state, rows, _ in told if NudgeState(state).was_acted_on),
            people=len({person for _, _, person in told}),
        )

    def fields(self) -> Mapping[str, frozenset[str]]:
        """Give the fields that the leads of each CRM can have: those mapped, and those that have been seen."""
        found: dict[str, set[str]] = defaultdict(set)
        for system, reason, next_step in self._connection.execute(_own_fields()):
            found[system] |= {"status"}
            found[system] |= {"reason"} if reason else set()
            found[system] |= {"next_step"} if next_step else set()
        for system, name in self._connection.execute(_further_fields(sqlite=self._sqlite)):
            found[system].add(EXTRA + name)
        for system, means in self._connection.execute(_MAPPED):
            found[system].add(means)
        return {system: frozenset(names) for system, names in found.items()}

    # the morning

    def is_taken(self, day: date, rules: str) -> bool:
        """Tell whether the look of a day with these rules is done."""
        return rules in due.taken(self._connection, job=SCAN, local_date=day)

    def take_morning(self, day: date, rules: str, at: datetime) -> bool:
        """Use up the look of a day with these rules; false where it was done already."""
        return due.take(self._connection, job=SCAN, local_date=day, destination=rules, at=at)

    def scan(self, wanted: Sequence[Search], at: datetime, today: date, most: int) -> int:
        """Queue what the rules find, the most valuable first, and count it."""
        return nudge_scan.scan(
            self._connection, wanted, When(at, today), most=most, dated=self._dated()
        )

    def any_leaving(self, at: datetime, today: date) -> bool:
        """Tell whether `leave` would end any."""
        found = self._connection.execute(self._settled(at, today).limit(1))
        return found.first() is not None

    def leave(self, at: datetime, today: date) -> Sequence[Left]:
        """End the open nudges about which the CRM or somebody's word says more by now."""
        own = nudges.c
        ended = (
            update(nudges)
            .where(own.id.in_(self._settled(at, today)))
            .values(state=NudgeState.GONE.value, closed_at=at)
            .returning(own.id, own.person_id, own.envelope_id)
        )
        rows = self._connection.execute(ended).all()
        return [
            Left(NudgeId(id), PersonId(person), EnvelopeId(envelope) if envelope else None)
            for id, person, envelope in rows
        ]

    def _settled(self, at: datetime, today: date) -> Select[*tuple[Any, ...]]:
        silent = [rule.id for rule in all_rules(self.rules()) if rule.watch is Watch.SILENT]
        return settled(When(at, today), silent=silent, sqlite=self._sqlite)

    def forget(self, queued_before: datetime) -> None:
        """Forget what was queued before then and never asked."""
        self._connection.execute(_FORGET.where(nudges.c.queued_at < queued_before))

    def _dated(self) -> Sequence[str]:
        """List the CRMs that tell on which day the next step is due."""
        return sorted(system for system, names in self.fields().items() if NEXT_STEP_DATE in names)


def _rule_of(row: Row[*tuple[Any, ...]]) -> Rule:
    return Rule(
        id=RuleId(row.id),
        watch=Watch(row.watch),
        field=row.field,
        statuses=tuple(Status(one) for one in row.statuses),
        days=row.days,
        state=RuleState(row.state),
        paused_at=row.paused_at,
        judged_since=row.judged_since,
    )


def _rule_values(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "watch": rule.watch.value,
        "field": rule.field,
        "statuses": [one.value for one in rule.statuses],
        "days": rule.days,
        "state": rule.state.value,
        "paused_at": rule.paused_at,
        "judged_since": rule.judged_since,
    }


def _newest() -> FromClause:
    """Give the leads that came to us last; they tell what a CRM or a file has."""
    own = leads.c
    columns = (own.system, own.reason_raw, own.next_step, own.extra)
    return select(*columns).order_by(own.id.desc()).limit(NEWEST).subquery("newest")


def _own_fields() -> Select[*tuple[Any, ...]]:
    newest = _newest()
    reason = func.max(case((newest.c.reason_raw != "", 1), else_=0))
    next_step = func.max(case((newest.c.next_step != "", 1), else_=0))
    return select(newest.c.system, reason, next_step).group_by(newest.c.system)


def _further_fields(*, sqlite: bool) -> Select[*tuple[Any, ...]]:
    newest = _newest()
    kind = (func.json_type if sqlite else func.json_typeof)(newest.c.extra)
    objects = case((kind == "object", newest.c.extra))
    each = func.json_each(objects) if sqlite else func.json_each_text(objects)
    told = each.table_valued("key", "value")
    columns = told if sqlite else told.render_derived().lateral()
    return (
        select(newest.c.system, columns.c.key)
        .select_from(newest.join(columns, true()))
        .where(columns.c.value.is_not(None), columns.c.value != literal(""))
        .distinct()
    )
