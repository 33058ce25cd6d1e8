"""How a lead stands to a criterion, and to the definition of its day."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import update

from handlers.definition.judging import fit_of, fits_of, judge, version_on
from handlers.definition.model import (
    Criterion,
    CriterionId,
    Operator,
    State,
    Test,
    Verdict,
    Version,
)
from handlers.lead import Lead, LeadId
from storage.schema import leads
from tests.builders import MONDAY_MORNING, a_lead
from tests.handlers.definition.conftest import DAY, MAREK, MAYA, NINA, Round
from tests.population import settle

MET, MISSED, UNKNOWN, BROKEN = Verdict.MET, Verdict.MISSED, Verdict.UNKNOWN, Verdict.BROKEN


def verdict(operator: Operator, value: str, *values: str) -> Verdict:
    return judge(Test(field="title", operator=operator, values=values), {"title": value}, ["title"])


@pytest.mark.parametrize(
    ("operator", "value", "values", "expected"),
    [
        (Operator.FILLED, "CFO", (), MET),
        (Operator.FILLED, "  ", (), MISSED),
        (Operator.EMPTY, "", (), MET),
        (Operator.EMPTY, "CFO", (), MISSED),
        (Operator.ONE_OF, "cfo", ("CEO", "CFO"), MET),
        (Operator.ONE_OF, "Geschaftsfuhrer", ("Geschäftsführer",), MET),
        (Operator.ONE_OF, "Head-of  Sales", ("head of sales",), MET),
        (Operator.ONE_OF, "C++", ("C",), MISSED),
        (Operator.ONE_OF, "–", ("—",), MISSED),
        (Operator.ONE_OF, "COO", ("CEO", "CFO"), MISSED),
        (Operator.ONE_OF, "", ("CEO",), UNKNOWN),
        (Operator.NONE_OF, "Student", ("student",), MISSED),
        (Operator.NONE_OF, "CFO", ("student",), MET),
        (Operator.NONE_OF, "", ("student",), UNKNOWN),
        (Operator.CONTAINS, "Head of Procurement", ("PROCUREMENT", "buyer"), MET),
        (Operator.CONTAINS, "销售经理", ("经理",), MET),
        (Operator.CONTAINS, "Clerk", ("C++",), MISSED),
        (Operator.CONTAINS, "Senior C++ Developer", ("c++",), MET),
        (Operator.CONTAINS, "Intern", ("head",), MISSED),
        (Operator.AT_LEAST, "50", ("50",), MET),
        (Operator.AT_LEAST, "49,9", ("50",), MISSED),
        (Operator.AT_LEAST, "51-200", ("50",), MET),
        (Operator.AT_LEAST, "51-200", ("100",), UNKNOWN),
        (Operator.AT_LEAST, "1-10", ("50",), MISSED),
        (Operator.AT_LEAST, "500+", ("50",), MET),
        (Operator.AT_LEAST, "many", ("50",), UNKNOWN),
        (Operator.AT_LEAST, "70", (), UNKNOWN),
        (Operator.AT_MOST, "1,000", ("1000",), MET),
        (Operator.AT_MOST, "1.001", ("1000",), MISSED),
        (Operator.AT_MOST, "500+", ("1000",), UNKNOWN),
        (Operator.OWN_DOMAIN, "anna@acme.example", (), MET),
        (Operator.OWN_DOMAIN, "Anna@GMail.com", (), MISSED),
        (Operator.OWN_DOMAIN, "anna@mail.acme.com", (), MET),
        (Operator.OWN_DOMAIN, "anna", (), UNKNOWN),
        (Operator.OWN_DOMAIN, "@gmail.com", (), UNKNOWN),
        (Operator.OWN_DOMAIN, "", (), UNKNOWN),
    ],
)
def test_a_test_says_how_a_lead_stands(
    operator: Operator, value: str, values: tuple[str, ...], expected: Verdict
) -> None:
    assert verdict(operator, value, *values) is expected


@pytest.mark.parametrize("operator", Operator)
def test_a_test_on_a_field_that_is_gone_is_broken(operator: Operator) -> None:
    test = Test(field="extra:region", operator=operator, values=("EU",))
    assert judge(test, {}, ["title"]) is BROKEN


@given(st.sampled_from(Operator), st.text(), st.lists(st.text(), max_size=3))
def test_every_value_gets_a_verdict(operator: Operator, value: str, values: list[str]) -> None:
    assert verdict(operator, value, *values) in {MET, MISSED, UNKNOWN}


@given(st.text(), st.lists(st.text(), max_size=3))
def test_one_of_and_none_of_are_opposites(value: str, values: list[str]) -> None:
    both = {verdict(operator, value, *values) for operator in (Operator.ONE_OF, Operator.NONE_OF)}
    assert both in ({MET, MISSED}, {UNKNOWN})


# The definition of the day


def version(number: int, since: int, until: int | None) -> Version:
    return Version(
        number=number,
        criteria=(Criterion(id=CriterionId(f"c{number}"), words="x"),),
        state=State.REPLACED if until is not None else State.IN_FORCE,
        proposed_by=None,
        proposed_at=MONDAY_MORNING,
        in_force_from=moment(since),
        in_force_until=None if until is None else moment(until),
    )


def moment(hours: int) -> datetime:
    return MONDAY_MORNING + timedelta(hours=hours)


@given(st.sets(st.integers(0, 5000), min_size=1, max_size=6), st.integers(-100, 5100))
def test_each_moment_since_the_first_version_has_exactly_one(starts: set[int], hour: int) -> None:
    ordered = sorted(starts)
    ends: list[int | None] = [*ordered[1:], None]
    held = [version(n, *span) for n, span in enumerate(zip(ordered, ends, strict=True), 1)]
    found = [one for one in held if one.was_in_force(moment(hour))]
    expected = sum(start <= hour for start in ordered)
    assert [one.number for one in found] == ([expected] if expected else [])
    assert version_on(held, moment(hour)) == (found[0] if found else None)


def test_leads_are_judged_by_the_version_of_their_day(table: Round) -> None:
    table.agree("First")
    table.clock.move(days=10)
    second = table.agree("Second")
    days = {1: -1, 2: 0, 3: 9, 4: 10, 5: 30}
    some = [a_lead(n, created_at=MONDAY_MORNING + day * DAY) for n, day in days.items()]
    unborn = a_lead(6, imported_at=MONDAY_MORNING + 12 * DAY)
    settle(table.engine, having=[*some, unborn])
    with table.database.look() as work:
        fits = fits_of(work, [*some, unborn])
        assert {lead: fit.version for lead, fit in fits.items()} == {
            2: 1, 3: 1, 4: second, 5: second, 6: second,
        }  # fmt: skip
        assert fit_of(work, some[0]) is None
        assert fit_of(work, some[1]) == fits[LeadId(2)]


def test_without_any_definition_nothing_is_judged(table: Round) -> None:
    with table.database.look() as work:
        assert fits_of(work, [a_lead()]) == {}
        assert fits_of(work, []) == {}


def test_a_lead_is_judged_by_all_that_we_know_of_it(table: Round) -> None:
    version = table.draft(MAYA)
    table.add_test(MAYA, version, "From a webinar", "source", operator="one-of", typed="Webinar")
    table.add_test(MAYA, version, "A work address", "email", operator="own-domain")
    table.add(MAYA, version, "Is nice")
    table.do("proposed", MAYA, version=version, why="so")
    sign_both(table, version)
    lead = a_lead(1, source="webinar", email="anna@gmail.com", created_at=table.clock())
    settle(table.engine, having=[lead])
    assert verdicts(table, lead) == [MET, MISSED, UNKNOWN]


def test_a_further_column_that_vanished_breaks_its_test_and_nothing_else(table: Round) -> None:
    old = a_lead(1, created_at=table.clock())
    settle(table.engine, having=[old])
    set_extra(table, 1, {"employees": "80"})
    version = table.draft(MAYA)
    table.add_test(MAYA, version, "50+", "extra:employees", operator="at-least", typed="50")
    table.do("proposed", MAYA, version=version, why="so")
    sign_both(table, version)
    assert verdicts(table, old) == [MET]
    set_extra(table, 1, {"region": "EU"})
    assert verdicts(table, old) == [BROKEN]


def sign_both(table: Round, version: int) -> None:
    table.sign(MAREK, version)
    table.sign(NINA, version)


def verdicts(table: Round, lead: Lead) -> list[Verdict]:
    with table.database.look() as work:
        fit = fit_of(work, lead)
        assert fit is not None
        return [one for _, one in fit.verdicts]


def set_extra(table: Round, lead: int, extra: dict[str, str]) -> None:
    with table.engine.begin() as connection:
        connection.execute(update(leads).where(leads.c.id == lead).values(extra=extra))
