"""How flags become a finding, and how its leads are counted."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from threading import Barrier

from handlers.definition.model import Criterion, CriterionId, Operator, State, Test, Version
from handlers.flags.finding import FEWEST_CASES, MOST_JUDGED
from handlers.flags.model import Kind, On, Rates, ReasonKey, Step, StepId, Stepped
from handlers.lead import LeadId, Status
from tests.builders import MONDAY_MORNING, a_flag, a_lead
from tests.handlers.flags.findings.conftest import AUTUMN, SPRING, Company
from tests.population import settle

DAY = timedelta(days=1)
MARKETING = "marketing"


def flags_on(company: Company, *subjects: tuple[str, On]) -> None:
    """Check which findings there are, each by its subject's name."""
    assert [(one.subject.name, one.subject.on) for one in company.findings()] == list(subjects)


def test_two_flags_are_no_finding_and_the_third_makes_one(company: Company) -> None:
    company.flag()
    company.flag()
    assert company.findings() == []
    company.flag()
    finding = company.finding()
    assert (finding.subject.on, finding.subject.name) == (On.CAMPAIGN, "Spring webinar")
    assert (finding.flags, finding.reason) == (3, "outside-target")
    assert company.shown() == [(MARKETING, finding.id)]


def test_further_flags_are_counted_into_the_finding_there_is(company: Company) -> None:
    for _ in range(5):
        company.flag()
    assert company.finding().flags == 5
    assert company.shown() == [(MARKETING, company.finding().id)]


def test_flags_that_come_together_make_one_finding_too(company: Company) -> None:
    with company.database.open_work() as work:
        for number in range(100, 104):
            flag = a_flag(number, lead=LeadId(1), campaign=SPRING, campaign_name="Spring webinar")
            line = Stepped(
                id=StepId(f"step-{number}"),
                flag=flag.id,
                step=Step.RAISE,
                by=flag.by,
                at=MONDAY_MORNING,
            )
            work.flags.add(flag, line)
        work.commit()
    company.gathering.tell(company.clock())
    assert company.finding().flags == 4


def test_other_reasons_and_other_campaigns_are_other_cases(company: Company) -> None:
    company.flag()
    company.flag(reason=ReasonKey("not-the-role"))
    company.flag(AUTUMN)
    company.flag(None)
    assert company.findings() == []


def test_flags_from_one_source_make_a_finding_where_no_campaign_explains_them(
    company: Company,
) -> None:
    company.flag(SPRING, source="Search ads")
    company.flag(AUTUMN, source="Search ads")
    company.flag(None, source="Search ads")
    flags_on(company, ("Search ads", On.SOURCE))


def test_what_one_campaign_explains_is_not_told_of_its_source_again(company: Company) -> None:
    for _ in range(6):
        company.flag(SPRING, source="Search ads")
    company.flag(AUTUMN, source="Search ads")
    flags_on(company, ("Spring webinar", On.CAMPAIGN))
    company.flag(None, source="Search ads")
    company.flag(AUTUMN, source="Search ads")
    flags_on(company, ("Spring webinar", On.CAMPAIGN), ("Search ads", On.SOURCE))


def test_the_flags_of_a_decided_finding_do_not_come_back_in_another(company: Company) -> None:
    for _ in range(3):
        company.flag(SPRING, source="Search ads")
    company.decide(company.finding())
    for _ in range(2):
        company.flag(SPRING, source="Search ads")
    assert len(company.findings()) == 1
    company.flag(SPRING, source="Search ads")
    first, second = company.findings()
    assert (first.flags, second.flags) == (3, 3)
    assert second.subject == first.subject


def test_flags_on_leads_that_miss_a_criterion_make_a_finding(company: Company) -> None:
    _agree(company)
    missed = (CriterionId("criterion-1"),)
    for campaign in (SPRING, AUTUMN, None):
        company.flag(campaign, missed=missed)
    flags_on(company, ("The company is known", On.CRITERION))


def _agree(company: Company) -> None:
    """Let a definition with one criterion be in force for half a year."""
    version = Version(
        number=1,
        criteria=(
            Criterion(
                id=CriterionId("criterion-1"),
                words="The company is known",
                test=Test(field="company", operator=Operator.FILLED),
            ),
        ),
        state=State.IN_FORCE,
        proposed_by=None,
        proposed_at=MONDAY_MORNING - 180 * DAY,
        in_force_from=MONDAY_MORNING - 180 * DAY,
    )
    with company.database.open_work() as work:
        work.definitions.add(version)
        work.commit()


def test_what_is_put_off_and_what_is_something_else_has_nothing_in_common(
    company: Company,
) -> None:
    for _ in range(4):
        company.flag(kind=Kind.RECYCLE, reason=ReasonKey("not-ready"))
        company.flag(reason=ReasonKey("reject-other"))
    assert company.findings() == []


def test_praise_gathers_as_well(company: Company) -> None:
    for _ in range(3):
        company.flag(kind=Kind.PRAISE, reason=ReasonKey("right-role"))
    assert company.finding().reason == "right-role"


def test_a_flag_that_is_taken_back_counts_no_more(company: Company) -> None:
    flags = [company.flag() for _ in range(4)]
    company.withdraw(flags[0])
    assert company.finding().flags == 3
    for flag in flags[1:]:
        company.withdraw(flag)
    assert company.finding().flags == 0


def test_a_flag_that_was_taken_back_in_time_makes_no_finding(company: Company) -> None:
    company.withdraw(company.flag())
    company.flag()
    company.flag()
    assert company.findings() == []


def test_two_who_gather_at_once_open_one_finding(company: Company) -> None:
    for _ in range(FEWEST_CASES - 1):
        company.flag()
    together = Barrier(2)

    def raise_one(number: int) -> None:
        flag = a_flag(number, lead=LeadId(1), campaign=SPRING, raised_at=company.clock())
        line = Stepped(
            id=StepId(str(number)), flag=flag.id, step=Step.RAISE, by=flag.by, at=company.clock()
        )
        with company.database.open_work() as work:
            work.flags.add(flag, line)
            work.commit()
        together.wait(timeout=10)
        company.gathering.tell(company.clock())

    with ThreadPoolExecutor(2) as threads:
        list(threads.map(raise_one, [200, 201]))
    assert company.finding().flags == 4


# Rates


def _came(house: Company, numbers: range, **given: object) -> None:
    created = MONDAY_MORNING - 10 * DAY
    settle(
        house.engine,
        having=[a_lead(number, **{"created_at": created, **given}) for number in numbers],
    )


def _three_flags(company: Company, **changes: object) -> None:
    for _ in range(3):
        company.flag(**changes)  # type: ignore[arg-type]


def test_a_new_finding_is_counted_at_the_next_ring(company: Company) -> None:
    _came(company, range(10, 30), campaign="Spring webinar", status=Status.DISQUALIFIED)
    _came(company, range(30, 33), campaign="Spring webinar", status=Status.CONNECTED)
    _came(company, range(40, 60), campaign="Autumn fair", status=Status.QUALIFIED)
    _came(company, range(60, 80), status=Status.NEW)
    _three_flags(company)
    assert company.finding().rates is None
    company.gathering.recount(company.clock())
    assert company.finding().rates == Rates(
        since=(company.clock() - 90 * DAY).date(),
        promising=3,
        leads=23,
        promising_elsewhere=20,
        leads_elsewhere=20,
        counted_at=company.clock(),
    )


def test_rates_are_counted_once_a_day(company: Company) -> None:
    _three_flags(company)
    company.gathering.recount(company.clock())
    counted = company.finding()
    company.clock.move(hours=23)
    company.gathering.recount(company.clock())
    assert company.finding() == counted
    company.clock.move(hours=2)
    company.gathering.recount(company.clock())
    rates = company.finding().rates
    assert rates is not None
    assert rates.counted_at == company.clock()


def test_a_decided_finding_is_counted_no_more(company: Company) -> None:
    _three_flags(company)
    company.decide(company.finding())
    decided = company.finding()
    company.clock.move(days=2)
    company.gathering.recount(company.clock())
    assert company.finding() == decided


def test_leads_that_miss_a_criterion_are_counted_beside_those_that_meet_it(
    company: Company,
) -> None:
    _agree(company)
    _came(company, range(10, 22), company="", status=Status.DISQUALIFIED)
    _came(company, range(22, 24), company="", status=Status.CONVERTED)
    _came(company, range(30, 45), company="Acme", status=Status.CONVERTED)
    _came(company, range(50, 60), company="", status=Status.ATTEMPTING)
    for campaign in (SPRING, AUTUMN, None):
        company.flag(campaign, missed=(CriterionId("criterion-1"),))
    company.gathering.recount(company.clock())
    rates = company.finding().rates
    assert rates is not None
    assert (rates.promising, rates.leads) == (2, 14)
    assert (rates.promising_elsewhere, rates.leads_elsewhere) == (15, 15)


def test_of_very_many_leads_the_newest_are_judged_and_the_period_says_so(
    company: Company,
) -> None:
    _agree(company)
    _came(company, range(10, 15), status=Status.CONVERTED, created_at=MONDAY_MORNING - 80 * DAY)
    _came(company, range(100, 100 + MOST_JUDGED), company="", status=Status.CONVERTED)
    for campaign in (SPRING, AUTUMN, None):
        company.flag(campaign, missed=(CriterionId("criterion-1"),))
    company.gathering.recount(company.clock())
    rates = company.finding().rates
    assert rates is not None
    assert (rates.leads, rates.leads_elsewhere) == (MOST_JUDGED, 0)
    assert rates.since == (MONDAY_MORNING - 10 * DAY).date()


def test_a_criterion_without_a_definition_of_its_day_has_no_leads(company: Company) -> None:
    _agree(company)
    created = MONDAY_MORNING - 85 * DAY
    _came(company, range(10, 30), status=Status.CONVERTED, created_at=created)
    with company.database.open_work() as work:
        version = work.definitions.get(1)
        work.definitions.keep(replace(version, in_force_from=MONDAY_MORNING - 10 * DAY))
        work.commit()
    for campaign in (SPRING, AUTUMN, None):
        company.flag(campaign, missed=(CriterionId("criterion-1"),))
    company.gathering.recount(company.clock())
    rates = company.finding().rates
    assert rates is not None
    assert (rates.leads, rates.leads_elsewhere) == (0, 0)
