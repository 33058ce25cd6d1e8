"""Findings: what many flags have in common, and how its leads fare."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row

from handlers.definition.model import CriterionId
from handlers.errors import NotFound, Stale
from handlers.flags.model import (
    Effect,
    Finding,
    FindingId,
    FindingState,
    Flag,
    On,
    Rates,
    ReasonKey,
    Subject,
)
from handlers.lead import LeadId
from handlers.phrase import say
from storage import counting
from storage import finding_statements as sql
from storage.finding_rates import NEWEST_KNOWN
from storage.flag_rows import flag_of
from storage.flag_statements import FLAGS
from storage.moment import microseconds

NEVER = datetime.max.replace(tzinfo=UTC)


class SqlFindings:
    """What many flags have in common, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work inside this transaction."""
        self._connection = connection

    # gathering

    def any_ungathered(self) -> bool:
        """Tell whether any flag was not taken into account yet."""
        return bool(self._connection.execute(sql.ANY_UNGATHERED).scalar_one())

    def gather(self) -> Sequence[Flag]:
        """Take the flags that were not taken into account yet, oldest first."""
        taken = self._connection.execute(sql.GATHER).scalars().all()
        rows = self._connection.execute(FLAGS, {"flags": taken}) if taken else ()
        return [flag_of(row) for row in rows]

    def regather(self, flag: Flag) -> Sequence[FindingId]:
        """Count the cases of the undecided findings that a flag is a case of, and name them."""
        found = self._connection.execute(sql.UNDECIDED_ON, _subjects_of(flag)).all()
        for row in found:
            subject = Subject(On(row.subject_on), row.subject_key, "")
            cases = _cases(flag.reason, subject, before=row.opened_at, until=NEVER)
            self._connection.execute(sql.RECOUNT[subject.on], {"finding": row.id, **cases})
        return [FindingId(row.id) for row in found]

    def loose_cases(self, flag: Flag) -> Mapping[tuple[On, str], int]:
        """Count the flags that share a flag's reason and a subject with it, and are in no finding.

        The subjects are told by what they are and their key.
        """
        given = {**_subjects_of(flag), "campaign": flag.campaign, "before": NEVER}
        rows = self._connection.execute(sql.LOOSE, given)
        return {(On(on), key): cases for on, key, cases in rows}

    def words_of(self, criterion: CriterionId) -> str:
        """Give the newest words of a criterion; none where it is no longer known."""
        found = self._connection.execute(sql.NAME_OF_CRITERION, {"criterion": criterion})
        return found.scalar_one_or_none() or ""

    def cases(self, reason: ReasonKey, subject: Subject) -> int:
        """Count the flags of a reason on a subject since the last finding on it was decided."""
        wanted = _cases(reason, subject, before=NEVER, until=NEVER)
        return self._connection.execute(sql.CASES[subject.on], wanted).scalar_one()

    def add(self, finding: Finding) -> bool:
        """Keep a new finding, and tell whether nobody else opened one about the same meanwhile."""
        added = self._connection.execute(sql.ADD, _values(finding))
        return added.scalar_one_or_none() is not None

    # findings

    def get(self, finding: FindingId) -> Finding:
        """Give a finding, or raise `NotFound`."""
        found = self._connection.execute(sql.FINDING, {"finding": finding}).one_or_none()
        if found is None:
            raise NotFound(say("findings-gone"))
        return _finding_of(found)

    def keep(self, finding: Finding) -> None:
        """Keep a finding's newest form, or raise `Stale` when its version was overtaken."""
        decided = {
            "finding": finding.id,
            "version_before": finding.version - 1,
            "state": finding.state.value,
            "version": finding.version,
            "decided_at": finding.decided_at,
            "words": finding.words,
        }
        if self._connection.execute(sql.KEEP, decided).rowcount != 1:
            raise Stale(say("findings-overtaken"))

    def undecided(self) -> Sequence[Finding]:
        """List the findings that await a decision, oldest first."""
        return [_finding_of(row) for row in self._connection.execute(sql.ALL_UNDECIDED)]

    def flags_of(self, finding: FindingId, most: int) -> Sequence[Flag]:
        """List the newest flags that a finding gathers."""
        return self._flags(sql.FLAGS_OF, finding, most=most)

    def undecided_flags_of(self, finding: FindingId) -> Sequence[Flag]:
        """List the flags of a finding that await a decision, and let nobody else decide them."""
        return self._flags(sql.UNDECIDED_FLAGS_OF, finding)

    def _flags(
        self, wanted: Mapping[On, sql.Statement], id: FindingId, **given: object
    ) -> Sequence[Flag]:
        finding = self.get(id)
        cases = _cases(
            finding.reason,
            finding.subject,
            before=finding.opened_at,
            until=finding.decided_at or NEVER,
        )
        rows = self._connection.execute(wanted[finding.subject.on], {**cases, **given})
        return [flag_of(row) for row in rows]

    # rates

    def uncounted(self, before: datetime) -> Sequence[Finding]:
        """List the undecided findings whose rates were not counted since then."""
        return [_finding_of(row) for row in self._connection.execute(sql.UNCOUNTED, {"at": before})]

    def told(self) -> Sequence[Finding]:
        """List the findings with rates of enough leads to be shown, decided ones too, fewest first."""
        return [_finding_of(row) for row in self._connection.execute(sql.TOLD)]

    def rates(self, wanted: Sequence[FindingId], at: datetime) -> Mapping[FindingId, Rates]:
        """Count the rates of these findings on campaigns and sources, all at once."""
        return counting.rates(self._connection, wanted, at)

    def newest_known(self, since: datetime, at: datetime, most: int) -> Mapping[LeadId, bool]:
        """Give the newest leads whose outcome is known, and whether they are promising."""
        given = {"since": microseconds(since), "until": microseconds(at), "most": most}
        rows = self._connection.execute(NEWEST_KNOWN, given)
        return {LeadId(row.id): bool(row.promising) for row in rows}

    def keep_rates(self, counted: Mapping[FindingId, Rates]) -> None:
        """Keep the rates of findings that are still undecided."""
        rows = [{"finding": id, **_rates_values(rates)} for id, rates in counted.items()]
        if rows:
            self._connection.execute(sql.KEEP_RATES, rows)

    def before_and_after(
        self, subject: Subject, done_at: datetime, *, weeks_before: int = 8, weeks_after: int = 4
    ) -> Effect:
        """Count a campaign's or a source's leads by the day they came, around a change.

        The day of the change itself belongs to neither side.
        """
        day, one = done_at.astimezone(UTC).date(), timedelta(days=1)
        before = day - timedelta(weeks=weeks_before), day - one
        after = day + one, day + timedelta(weeks=weeks_after)
        return Effect(
            subject=subject,
            before=counting.stretch(self._connection, subject, *before),
            after=counting.stretch(self._connection, subject, *after),
        )


def _subjects_of(flag: Flag) -> Mapping[str, object]:
    """Give what a finding may be about that gathers a flag; no subject's key is empty."""
    return {
        "of_reason": flag.reason,
        "of_campaign": "" if flag.campaign is None else str(flag.campaign),
        "of_source": flag.source,
        "of_criteria": list(flag.missed),
    }


def _cases(
    reason: ReasonKey, subject: Subject, *, before: datetime, until: datetime
) -> Mapping[str, object]:
    return {
        "of_reason": reason,
        "of_key": subject.key,
        "key": counting.key_of(subject),
        "before": before,
        "until": until,
    }


def _values(finding: Finding) -> Mapping[str, object]:
    return {
        "id": finding.id,
        "reason": finding.reason,
        "subject_on": finding.subject.on.value,
        "subject_key": finding.subject.key,
        "subject_name": finding.subject.name,
        "flags": finding.flags,
        "state": finding.state.value,
        "version": finding.version,
        "opened_at": finding.opened_at,
        "decided_at": finding.decided_at,
        "words": finding.words,
    }


def _finding_of(row: Row[*tuple[Any, ...]]) -> Finding:
    return Finding(
        id=FindingId(row.id),
        reason=ReasonKey(row.reason),
        subject=Subject(On(row.subject_on), row.subject_key, row.subject_name),
        flags=row.flags,
        state=FindingState(row.state),
        version=row.version,
        opened_at=row.opened_at,
        decided_at=row.decided_at,
        words=row.words,
        rates=None if row.counted_at is None else _kept_rates(row),
    )


def _kept_rates(row: Row[*tuple[Any, ...]]) -> Rates:
    return Rates(
        since=row.since,
        promising=row.promising,
        leads=row.leads,
        promising_elsewhere=row.promising_elsewhere,
        leads_elsewhere=row.leads_elsewhere,
        counted_at=row.counted_at,
    )


def _rates_values(rates: Rates) -> Mapping[str, object]:
    return {
        "since": rates.since,
        "promising": rates.promising,
        "leads": rates.leads,
        "promising_elsewhere": rates.promising_elsewhere,
        "leads_elsewhere": rates.leads_elsewhere,
        "counted_at": rates.counted_at,
    }
