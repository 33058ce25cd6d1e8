"""Findings, their cases and their flags, on both databases."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest

from handlers.definition.model import Criterion, CriterionId, Version
from handlers.definition.model import State as VersionState
from handlers.errors import NotFound, Stale
from handlers.flags.model import (
    FindingId,
    Kind,
    On,
    ReasonKey,
    State,
    Subject,
)
from handlers.lead import CampaignId
from storage.work import Database, SqlWork
from tests.builders import MONDAY_MORNING
from tests.storage.gathered import (
    BIG,
    HOUR,
    SEARCH,
    SPRING,
    SUBJECTS,
    a_case,
    a_finding,
    decided,
    inhabited,
    raised,
    withdrawn,
    work,
)

__all__ = ["inhabited", "work"]


# Gathering


def test_each_flag_is_gathered_once_and_the_oldest_first(work: SqlWork) -> None:
    flags = raised(work, *(a_case(number) for number in (3, 1, 2)))
    assert work.findings.any_ungathered()
    assert work.findings.gather() == [flags[1], flags[2], flags[0]]
    assert not work.findings.any_ungathered()
    assert work.findings.gather() == []


def test_of_two_who_gather_at_once_none_gets_what_the_other_has(database: Database) -> None:
    with database.open_work() as work:
        raised(work, *(a_case(number) for number in range(1, 41)))
        work.commit()
    together = Barrier(2)

    def gather(_: int) -> list[str]:
        together.wait(timeout=10)
        with database.open_work() as work:
            got = work.findings.gather()
            work.commit()
        return [flag.id for flag in got]

    with ThreadPoolExecutor(2) as threads:
        one, two = threads.map(gather, range(2))
    assert len({*one, *two}) == len([*one, *two]) == 40


def test_a_criterion_is_called_by_its_newest_words(work: SqlWork) -> None:
    work.definitions.add(_definition("At least 20 people", 1))
    work.definitions.add(_definition("At least 50 people", 2))
    assert work.findings.words_of(CriterionId("criterion-1")) == "At least 50 people"
    assert work.findings.words_of(CriterionId("criterion-2")) == ""


def _definition(words: str, number: int) -> Version:
    return Version(
        number=number,
        criteria=(Criterion(id=CriterionId("criterion-1"), words=words),),
        state=VersionState.REPLACED,
        proposed_by=None,
        proposed_at=MONDAY_MORNING,
    )


def test_a_flag_that_is_taken_back_or_reopened_is_gathered_anew(work: SqlWork) -> None:
    [flag] = raised(work, a_case())
    work.findings.gather()
    withdrawn(work, flag)
    [again] = work.findings.gather()
    assert again.state is State.WITHDRAWN


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.on)
def test_cases_have_the_reason_and_the_subject_and_stand(work: SqlWork, subject: Subject) -> None:
    case, _, taken_back, *_ = raised(
        work,
        a_case(1),
        a_case(2),
        a_case(3),
        a_case(4, reason=ReasonKey("not-the-role")),
        a_case(5, campaign=CampaignId(2), source="Fair", missed=(CriterionId("criterion-2"),)),
        a_case(6, campaign=None, source="", missed=()),
    )
    withdrawn(work, taken_back)
    assert work.findings.cases(case.reason, subject) == 2
    assert work.findings.loose_cases(case)[subject.on, subject.key] == 2


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.on)
def test_cases_count_anew_once_a_finding_is_decided(work: SqlWork, subject: Subject) -> None:
    first, *_ = raised(work, *(a_case(number) for number in (1, 2, 3)))
    assert work.findings.add(a_finding(subject))
    assert work.findings.cases(first.reason, subject) == 3
    decided(work, work.findings.undecided()[0], MONDAY_MORNING + 5 * HOUR)
    assert work.findings.cases(first.reason, subject) == 0
    raised(work, a_case(6))
    assert work.findings.cases(first.reason, subject) == 1
    other = next(one for one in SUBJECTS if one != subject)
    assert work.findings.cases(first.reason, other) == 4


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.on)
def test_only_the_undecided_finding_about_the_same_is_counted_up(
    work: SqlWork, subject: Subject
) -> None:
    flag, *_ = raised(
        work,
        *(a_case(number) for number in (1, 2, 3, 4)),
        a_case(5, campaign=CampaignId(2), source="Fair", missed=()),
    )
    finding = a_finding(subject)
    assert work.findings.regather(flag) == []
    work.findings.add(finding)
    for key in ("17", "Fair"):
        other = a_finding(replace(subject, key=key), id=FindingId(key))
        work.findings.add(other)
    assert work.findings.regather(flag) == [finding.id]
    assert work.findings.regather(replace(flag, reason=ReasonKey("spam"))) == []
    assert work.findings.regather(replace(flag, campaign=None, source="", missed=())) == []
    assert work.findings.get(finding.id) == replace(finding, flags=4)
    decided(work, finding, MONDAY_MORNING + 6 * HOUR)
    assert work.findings.regather(flag) == []


def test_all_findings_that_a_flag_is_a_case_of_are_counted_up(work: SqlWork) -> None:
    flag, *_ = raised(work, a_case(1), a_case(2, campaign=CampaignId(2)), a_case(3, missed=()))
    for subject in SUBJECTS:
        work.findings.add(a_finding(subject, flags=0))
    assert set(work.findings.regather(flag)) == {a_finding(subject).id for subject in SUBJECTS}
    assert [work.findings.get(a_finding(one).id).flags for one in SUBJECTS] == [2, 3, 2]


def test_a_case_that_another_finding_gathers_is_not_loose(work: SqlWork) -> None:
    flag, *_ = raised(
        work,
        *(a_case(number) for number in (1, 2, 3)),
        a_case(4, campaign=CampaignId(2)),
        a_case(5, campaign=None, missed=()),
    )

    def loose() -> int:
        return work.findings.loose_cases(flag).get((On.SOURCE, SEARCH.key), 0)

    assert loose() == 5
    work.findings.add(a_finding(SPRING))
    assert loose() == 2
    work.findings.add(a_finding(BIG))
    assert loose() == 1
    decided(work, a_finding(SPRING), MONDAY_MORNING + 6 * HOUR)
    decided(work, a_finding(BIG), MONDAY_MORNING + 6 * HOUR)
    raised(work, a_case(7))
    assert loose() == 2
    assert work.findings.cases(flag.reason, SEARCH) == 6


def test_a_flag_from_nowhere_has_no_loose_cases(work: SqlWork) -> None:
    flag, *_ = raised(work, *(a_case(n, campaign=None, source="", missed=()) for n in (1, 2, 3)))
    assert {on: cases for on, cases in work.findings.loose_cases(flag).items() if on[1]} == {}


# Findings


def test_about_the_same_only_one_finding_is_open(work: SqlWork) -> None:
    finding = a_finding()
    assert work.findings.add(finding)
    assert not work.findings.add(replace(finding, id=FindingId("second")))
    assert work.findings.undecided() == [finding]
    decided(work, finding, MONDAY_MORNING)
    assert work.findings.add(replace(finding, id=FindingId("third")))


def test_of_two_who_open_the_same_at_once_one_does(database: Database) -> None:
    together = Barrier(2)

    def open_it(id: str) -> bool:
        together.wait(timeout=10)
        with database.open_work() as work:
            added = work.findings.add(a_finding(id=FindingId(id)))
            work.commit()
        return added

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(open_it, ["one", "two"])) == [False, True]


def test_a_finding_is_kept_as_it_was_decided(work: SqlWork) -> None:
    finding = a_finding()
    work.findings.add(finding)
    after = decided(work, finding, MONDAY_MORNING + 5 * HOUR)
    assert work.findings.get(finding.id) == after
    assert work.findings.undecided() == []
    with pytest.raises(Stale):
        decided(work, finding, MONDAY_MORNING + 6 * HOUR)
    with pytest.raises(NotFound):
        work.findings.get(FindingId("nothing"))


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.on)
def test_a_finding_gathers_the_flags_of_its_own_time(work: SqlWork, subject: Subject) -> None:
    first = raised(work, *(a_case(number) for number in (1, 2, 3)))
    finding = a_finding(subject)
    work.findings.add(finding)
    decided(work, finding, MONDAY_MORNING + 5 * HOUR)
    later = raised(work, *(a_case(number) for number in (6, 7, 8)))
    second = a_finding(subject, id=FindingId("second"), opened_at=MONDAY_MORNING + 9 * HOUR)
    work.findings.add(second)
    assert work.findings.flags_of(finding.id, 10) == list(first[::-1])
    assert work.findings.flags_of(second.id, 10) == list(later[::-1])
    assert work.findings.flags_of(second.id, 2) == list(later[:0:-1])


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.on)
def test_only_flags_that_await_a_decision_are_decided_with_their_finding(
    work: SqlWork, subject: Subject
) -> None:
    awaiting, settled, *_ = raised(
        work, a_case(1), a_case(2, state=State.ACCEPTED), a_case(3, state=State.WITHDRAWN)
    )
    work.findings.add(a_finding(subject))
    assert work.findings.undecided_flags_of(a_finding(subject).id) == [awaiting]
    assert work.findings.flags_of(a_finding(subject).id, 10) == [settled, awaiting]


def test_praise_and_rejection_of_the_same_words_are_told_apart_by_their_reasons(
    work: SqlWork,
) -> None:
    raised(work, a_case(1), a_case(2, kind=Kind.PRAISE, reason=ReasonKey("right-role")))
    assert work.findings.cases(ReasonKey("outside-target"), SPRING) == 1
