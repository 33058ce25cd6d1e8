"""Many flags become one finding: gathered as they are raised, their campaign's rate counted daily."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from handlers.definition.judging import fits_of
from handlers.definition.model import CriterionId, Fit, Verdict
from handlers.flags.model import (
    Finding,
    FindingId,
    Flag,
    Kind,
    On,
    Rates,
    State,
    Subject,
)
from handlers.flags.proportion import FEWEST_LEADS
from handlers.flags.work import FlagWork, Look, OpenWork, finding_view
from handlers.lead import Lead, LeadId
from handlers.people import Place, Side
from handlers.work import NewId

FEWEST_CASES = 3
"""So many flags of one reason on one subject make a finding."""

COUNT_EVERY = timedelta(days=1)
LOOK_BACK = timedelta(days=90)

MOST_JUDGED = 2_000
"""The newest leads by which a criterion's rate is counted: each must be judged, which is no SQL."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """The jobs that delivery and the ticker ring for; each may run as often as it likes."""

    open_work: OpenWork
    look: Look
    new_id: NewId

    def tell(self, at: datetime) -> None:
        """Take new flags into account, and show marketing what they have in common."""
        with self.look() as work:
            if not work.findings.any_ungathered():
                return
        self.gather(at)

    def gather(self, at: datetime) -> None:
        """Count new flags into the findings there are, and open one where they are one too many."""
        with self.open_work() as work:
            flags = work.findings.gather()
            touched = {one for flag in flags for one in self._gather(work, flag, at)}
            for finding in sorted(touched):
                work.outbox.refresh(finding_view(finding))
            work.commit()

    def _gather(self, work: FlagWork, flag: Flag, at: datetime) -> Sequence[FindingId]:
        """Count a flag into the findings there are; where there is none it may be one case too many."""
        if flag.kind is Kind.RECYCLE or not _names_something(flag):
            return ()
        undecided = work.findings.regather(flag)
        if undecided or flag.state is State.WITHDRAWN:
            return undecided
        return self._open(work, flag, at)

    def _open(self, work: FlagWork, flag: Flag, at: datetime) -> Sequence[FindingId]:
        """Open one finding at most, on the narrowest subject that three loose flags share.

        Three flags on one campaign have its source in common too, and need not be told twice.
        """
        loose = work.findings.loose_cases(flag)
        for subject in _subjects(flag):
            if loose.get((subject.on, subject.key), 0) >= FEWEST_CASES:
                return self._open_on(work, flag, _named(work, subject), at)
        return ()

    def _open_on(
        self, work: FlagWork, flag: Flag, subject: Subject, at: datetime
    ) -> Sequence[FindingId]:
        """Show a new finding to marketing; where somebody else was faster, count into theirs."""
        finding = Finding(
            id=FindingId(self.new_id()),
            reason=flag.reason,
            subject=subject,
            flags=work.findings.cases(flag.reason, subject),
            opened_at=at,
        )
        if not work.findings.add(finding):
            return work.findings.regather(flag)
        work.outbox.show(Place.channel(Side.MARKETING), finding_view(finding.id))
        return ()

    def recount(self, at: datetime) -> None:
        """Count the rates of the undecided findings, each once a day and soon after it was opened.

        The counting only reads, and holds up nobody who writes.
        """
        with self.look() as work:
            due = work.findings.uncounted(at - COUNT_EVERY)
            if not due:
                return
            counted = _counted(work, due, at)
        with self.open_work() as work:
            work.findings.keep_rates(_in_steps(due, counted, work.findings.told()))
            for finding in due:
                work.outbox.refresh(finding_view(finding.id))
            work.commit()


def _names_something(flag: Flag) -> bool:
    """Tell a reason that flags can have in common from "other", which is another one each time."""
    return flag.reason != f"{flag.kind}-other"


def _subjects(flag: Flag) -> Iterator[Subject]:
    """List what a flag's lead has in common with others, the narrowest first."""
    if flag.campaign is not None:
        yield Subject(On.CAMPAIGN, str(flag.campaign), flag.campaign_name)
    if flag.source:
        yield Subject(On.SOURCE, flag.source, flag.source)
    for criterion in flag.missed:
        yield Subject(On.CRITERION, criterion, "")


def _named(work: FlagWork, subject: Subject) -> Subject:
    """Call a criterion by its words."""
    if subject.on is not On.CRITERION:
        return subject
    return replace(subject, name=work.findings.words_of(CriterionId(subject.key)))


def _counted(work: FlagWork, due: Sequence[Finding], at: datetime) -> Mapping[FindingId, Rates]:
    judged = [one for one in due if one.subject.on is On.CRITERION]
    others = [one.id for one in due if one.subject.on is not On.CRITERION]
    counted: dict[FindingId, Rates] = {}
    if others:
        counted |= work.findings.rates(others, at)
    if judged:
        counted |= _rates_of_criteria(work, judged, at)
    return counted


def _in_steps(
    due: Sequence[Finding], counted: Mapping[FindingId, Rates], told: Sequence[Finding]
) -> Mapping[FindingId, Rates]:
    """Leave figures as they were told of a subject until ten more leads are known.

    Otherwise two of them, told one after the other or by two findings, would tell by their
    difference what became of a few leads.
    """
    steps = {_place(one.subject): one.rates for one in told if one.rates}
    kept: dict[FindingId, Rates] = {}
    for finding in due:
        if finding.id not in counted:
            continue
        newest, before = counted[finding.id], steps.get(_place(finding.subject))
        if before is not None and newest.leads < before.leads + FEWEST_LEADS:
            newest = replace(before, counted_at=newest.counted_at)
        if min(newest.leads, newest.leads_elsewhere) >= FEWEST_LEADS:
            steps[_place(finding.subject)] = newest
        kept[finding.id] = newest
    return kept


def _place(subject: Subject) -> tuple[On, str]:
    return subject.on, subject.key


def _rates_of_criteria(
    work: FlagWork, wanted: Sequence[Finding], at: datetime
) -> Mapping[FindingId, Rates]:
    """Count the newest leads that miss a criterion of their day beside those that meet it."""
    promising = work.findings.newest_known(at - LOOK_BACK, at, MOST_JUDGED)
    leads = work.leads.by_ids(promising)
    fits = fits_of(work, leads.values())
    since = _since(leads, at) if len(leads) == MOST_JUDGED else at - LOOK_BACK
    counted: dict[FindingId, Rates] = {}
    for finding in wanted:
        verdicts = dict(_verdicts(fits, CriterionId(finding.subject.key)))
        missed = [promising[lead] for lead, one in verdicts.items() if one is Verdict.MISSED]
        met = [promising[lead] for lead, one in verdicts.items() if one is Verdict.MET]
        counted[finding.id] = Rates(
            since=since.date(),
            promising=sum(missed),
            leads=len(missed),
            promising_elsewhere=sum(met),
            leads_elsewhere=len(met),
            counted_at=at,
        )
    return counted


def _since(leads: Mapping[LeadId, Lead], at: datetime) -> datetime:
    """Tell when the oldest of these leads came."""
    return min((lead.created_at for lead in leads.values() if lead.created_at), default=at)


def _verdicts(
    fits: Mapping[LeadId, Fit], criterion: CriterionId
) -> Iterator[tuple[LeadId, Verdict]]:
    """Tell how each lead stands to a criterion, where the definition of its day had it."""
    for lead, fit in fits.items():
        for one, verdict in fit.verdicts:
            if one.id == criterion:
                yield lead, verdict
