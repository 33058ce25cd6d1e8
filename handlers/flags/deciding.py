"""Marketing decides a finding, and with it all of its flags that await a decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from handlers.errors import NotFound, Refused, Stale
from handlers.filled import Wrong, one_of
from handlers.flags.finding_cards import (
    DECISION,
    MOST_LISTED,
    decide_form,
    decision_options,
    finding_card,
    flags_card,
)
from handlers.flags.model import (
    Finding,
    FindingId,
    FindingState,
    Flag,
    FlagReason,
    Kind,
    Remedy,
    Step,
    StepId,
)
from handlers.flags.reasons import known_reasons
from handlers.flags.stepping import Taken, take
from handlers.flags.triage_forms import WORDS, Said, read
from handlers.flags.work import FlagWork, Look, OpenWork, finding_view
from handlers.interaction import Correct, Interaction, Nothing, Open, Reply, Routes, Whisper
from handlers.message import Card
from handlers.people import Person, Role, Side
from handlers.phrase import Phrase, say
from handlers.work import NewId, Now
from handlers.working_time import WorkingHours

_LEADS_TO = {
    Step.ACCEPT: FindingState.ACCEPTED,
    Step.DECLINE: FindingState.DECLINED,
    Step.TO_MEETING: FindingState.FOR_MEETING,
}

_DECIDERS = frozenset({Role.MANAGER, Role.ADMINISTRATOR})


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What somebody decided about a finding."""

    step: Step
    said: Said
    by: Person
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Deciding:
    """What marketing does with a finding."""

    open_work: OpenWork
    look: Look
    now: Now
    new_id: NewId
    team_hours: WorkingHours
    """Marketing's, in which the flags' clocks run."""

    def routes(self) -> Routes:
        """Tell which interactions are answered here."""
        return {
            "findings.decide": self.open_form,
            "findings.decided": self.decide,
            "findings.to-meeting": self.take_to_meeting,
            "findings.flags": self.list_flags,
        }

    def draw(self, finding: str) -> Card | None:
        """Draw a finding's card as it is now."""
        with self.look() as work:
            try:
                found = work.findings.get(FindingId(finding))
            except NotFound:
                return None
            return finding_card(found, reason_of_finding(work, found), self.team_hours)

    def open_form(self, asked: Interaction) -> Reply:
        """Ask what changes, or why nothing does."""
        with self.look() as work:
            person, finding = _finding(work, asked)
            reason = reason_of_finding(work, finding)
        return Open(decide_form(finding, reason, today=self._today(person)))

    def decide(self, asked: Interaction) -> Reply:
        """Take a decision with its words; where it was overtaken, the form stays open with them."""
        with self.open_work(asked.id) as work:
            try:
                person, finding = _finding(work, asked)
                is_praise = reason_of_finding(work, finding).kind is Kind.PRAISE
                decided = self._read(asked, person, is_praise=is_praise)
                if not isinstance(decided, Decided):
                    return Correct(decided)
                self._keep(work, finding, decided)
            except Stale as stale:
                return Correct({WORDS: say("triage-words-kept", why=stale.phrase)})
            work.commit()
        return Nothing()

    def _read(
        self, asked: Interaction, person: Person, *, is_praise: bool
    ) -> Decided | Mapping[str, Phrase]:
        """Read the form; praise has nothing to decline and nothing to mend."""
        wrong = Wrong()
        chosen = "" if is_praise else one_of(decision_options(), asked.values, DECISION, wrong)
        if wrong.errors:
            return wrong.errors
        step = Step(chosen) if chosen else Step.ACCEPT
        given = {**asked.values, "remedy": Remedy.NOTHING.value} if is_praise else asked.values
        said = read(step, given, self._today(person))
        if not isinstance(said, Said):
            return said
        return Decided(step=step, said=said, by=person, at=self.now())

    def take_to_meeting(self, asked: Interaction) -> Reply:
        """Leave the decision to the joint meeting."""
        with self.open_work(asked.id) as work:
            person, finding = _finding(work, asked)
            if finding.state is not FindingState.OPEN:
                raise _changed(finding)
            said = Said(words="")
            decided = Decided(step=Step.TO_MEETING, said=said, by=person, at=self.now())
            self._keep(work, finding, decided)
            work.commit()
        return Nothing()

    def _keep(self, work: FlagWork, finding: Finding, decided: Decided) -> None:
        """Decide a finding and all of its flags alike, in one transaction."""
        flags = work.findings.undecided_flags_of(finding.id)
        state = _LEADS_TO[decided.step]
        is_final = state is not FindingState.FOR_MEETING
        after = replace(
            finding,
            state=state,
            version=finding.version + 1,
            decided_at=decided.at if is_final else None,
            words=decided.said.words,
        )
        try:
            work.findings.keep(after)
        except Stale:
            raise _changed(work.findings.get(finding.id)) from None
        for flag in flags:
            self._take(work, flag, decided)
        work.outbox.refresh(finding_view(finding.id))

    def _take(self, work: FlagWork, flag: Flag, decided: Decided) -> None:
        """Take the same step with a flag, if it is possible from where it is; praise is thanked for."""
        step = Step.ACKNOWLEDGE if flag.kind is Kind.PRAISE else decided.step
        if not flag.can(step):
            return
        taken = Taken(
            id=StepId(self.new_id()),
            step=step,
            by=decided.by.id,
            at=decided.at,
            words=decided.said.words,
            remedy=decided.said.remedy,
            day=decided.said.day,
        )
        take(work, flag, taken, self.team_hours)

    def list_flags(self, asked: Interaction) -> Reply:
        """Tell which leads the flags are about, and how far each has come; nobody who raised one."""
        with self.look() as work:
            work.people.get(asked.actor)
            finding = work.findings.get(_id(asked))
            flags = work.findings.flags_of(finding.id, MOST_LISTED)
            reason = reason_of_finding(work, finding)
        return Whisper(flags_card(finding, reason, flags))

    def _today(self, person: Person) -> date:
        return person.hours.day_of(self.now())


def reason_of_finding(work: FlagWork, finding: Finding) -> FlagReason:
    """Give a finding's reason as the company has it now; one that is no longer known says its key."""
    known = {reason.key: reason for reason in known_reasons(work)}
    unknown = FlagReason(
        key=finding.reason, kind=Kind.REJECT, remedy=Remedy.NOTHING, label=str(finding.reason)
    )
    return known.get(finding.reason, unknown)


def _id(asked: Interaction) -> FindingId:
    return FindingId(asked.values.get("finding", ""))


def _finding(work: FlagWork, asked: Interaction) -> tuple[Person, Finding]:
    """Give who pressed, and the finding if it is theirs to decide and still as they saw it."""
    person = work.people.get(asked.actor)
    if person.side is not Side.MARKETING and person.role not in _DECIDERS:
        raise Refused(say("findings-only-marketing"))
    finding = work.findings.get(_id(asked))
    if asked.values.get("version") != str(finding.version) or finding.state.is_decided:
        raise _changed(finding)
    return person, finding


def _changed(finding: Finding) -> Stale:
    """Say in which state a finding is by now."""
    return Stale(say("findings-changed", state=say(f"findings-state-{finding.state}")))
