"""The rates that are counted in SQL, beside what the answer's card would say of each lead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, delete, insert

from handlers.flags.model import (
    FindingId,
    On,
    Rates,
    ReasonKey,
    Subject,
)
from handlers.lead import Lead, LeadId, Outcome, Status
from handlers.leads.understanding import Kind as AskKind
from handlers.people import PersonId
from handlers.questions.model import (
    Answer,
    AnswerId,
    Ask,
    AskId,
    AskState,
    Heard,
    Said,
    known,
)
from storage.question_rows import answer_values, ask_values
from storage.schema import answers, asks, leads
from storage.work import Database, SqlWork
from tests.builders import MONDAY_MORNING, a_lead
from tests.population import settle
from tests.storage.gathered import (
    DAY,
    HOUR,
    PIOTR,
    SEARCH,
    SPRING,
    a_case,
    a_finding,
    decided,
    inhabited,
    raised,
    work,
)

__all__ = ["inhabited", "work"]


def test_findings_are_counted_that_were_not_counted_lately(work: SqlWork) -> None:
    finding = a_finding()
    work.findings.add(finding)
    assert work.findings.uncounted(MONDAY_MORNING) == [finding]
    rates = Rates(
        since=date(2026, 8, 18),
        promising=3,
        leads=40,
        promising_elsewhere=62,
        leads_elsewhere=200,
        counted_at=MONDAY_MORNING + HOUR,
    )
    work.findings.keep_rates({finding.id: rates})
    assert work.findings.uncounted(MONDAY_MORNING) == []
    counted = replace(finding, rates=rates)
    assert work.findings.uncounted(MONDAY_MORNING + HOUR) == [counted]
    after = decided(work, counted, MONDAY_MORNING + 5 * HOUR)
    assert work.findings.uncounted(MONDAY_MORNING + 9 * DAY) == []
    work.findings.keep_rates({finding.id: replace(rates, promising=9)})
    assert work.findings.get(finding.id) == after
    work.findings.keep_rates({})


def test_the_period_reaches_back_to_the_oldest_flagged_lead(
    engine: Engine, database: Database
) -> None:
    _come(
        engine,
        a_lead(10, created_at=MONDAY_MORNING - 200 * DAY),
        a_lead(11, created_at=MONDAY_MORNING - 10 * DAY),
        a_lead(12, created_at=MONDAY_MORNING - 300 * DAY),
    )
    with database.open_work() as work:
        raised(
            work,
            a_case(1, lead=LeadId(10)),
            a_case(2, lead=LeadId(11), source="Fair"),
            a_case(3, lead=LeadId(12), reason=ReasonKey("spam")),
            a_case(4, lead=None),
        )
        work.findings.add(a_finding(SEARCH))
        work.findings.add(a_finding(replace(SEARCH, key="Fair"), id=FindingId("fair")))
        found = work.findings.rates([a_finding(SEARCH).id, FindingId("fair")], MONDAY_MORNING)
    assert found[a_finding(SEARCH).id].since == date(2026, 4, 30)
    assert found[FindingId("fair")].since == date(2026, 8, 18)


@dataclass(frozen=True)
class Told:
    """A lead of a generated house: where it came from, and what is known of it."""

    lead: Lead
    campaign: int | None
    answers: tuple[Answer, ...]


def _come(engine: Engine, *new: Lead) -> None:
    settle(engine, having=new)


STATUSES = st.sampled_from([None, *Status])
SAYINGS = st.sampled_from([said for said in Said if said is not Said.CAUSE])
AGES = st.integers(0, 120)


@st.composite
def tellings(draw: st.DrawFn, number: int) -> Told:
    created = MONDAY_MORNING - draw(AGES) * DAY - draw(st.integers(1, 23)) * HOUR
    lead = a_lead(
        number,
        source=draw(st.sampled_from(["", "Search ads", "Fair"])),
        status=draw(STATUSES),
        created_at=draw(st.sampled_from([created, created, created, None])),
        status_changed_at=draw(st.sampled_from([None, MONDAY_MORNING - 5 * DAY])),
    )
    sayings = draw(st.lists(SAYINGS, max_size=2))
    moments = [MONDAY_MORNING - 8 * DAY, MONDAY_MORNING - 2 * DAY][-len(sayings) :]
    said = tuple(
        Answer(
            id=AnswerId(f"answer-{number}-{at:%d}"),
            ask=AskId(f"ask-{number}-{at:%d}"),
            lead=lead.id,
            by=PIOTR.id,
            said=one,
            at=at,
        )
        for one, at in zip(sayings, moments, strict=False)
    )
    return Told(lead, draw(st.sampled_from([None, 1, 2])), said)


HOUSES = st.lists(st.integers(), max_size=25).flatmap(
    lambda some: st.tuples(*(tellings(100 + number) for number in range(len(some))))
)


def _keep(engine: Engine, house: Sequence[Told]) -> None:
    with engine.begin() as connection:
        for table in (answers, asks, leads):
            connection.execute(delete(table))
    _come(engine, *(told.lead for told in house))
    with engine.begin() as connection:
        for told in house:
            of = leads.c.id == told.lead.id
            connection.execute(leads.update().where(of).values(campaign_id=told.campaign))
            for answer in told.answers:
                connection.execute(insert(asks), ask_values(_ask_of(answer)))
                connection.execute(insert(answers), answer_values(answer))


def _ask_of(answer: Answer) -> Ask:
    return Ask(
        id=answer.ask,
        lead=answer.lead,
        person=PersonId("piotr"),
        kind=AskKind.OUTCOME,
        state=AskState.ANSWERED,
        queued_at=answer.at - HOUR,
    )


PROMISING = {Outcome.IN_CONVERSATION, Outcome.QUALIFIED, Outcome.CONVERTED}
KNOWN = PROMISING | {Outcome.LATER, Outcome.DISQUALIFIED}


def _counted(house: Sequence[Told], since: date) -> tuple[int, int]:
    """Count promising leads and those whose outcome is known, as the answer's card would say it."""
    outcomes = [
        known(told.lead, Heard(answer=told.answers[-1] if told.answers else None)).outcome
        for told in house
        if told.lead.created_at is not None and told.lead.created_at.date() >= since
    ]
    return sum(one in PROMISING for one in outcomes), sum(one in KNOWN for one in outcomes)


@pytest.mark.slow
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(house=HOUSES)
def test_rates_are_what_the_answers_card_would_say_of_each_lead(
    engine: Engine, database: Database, house: Sequence[Told]
) -> None:
    _keep(engine, house)
    since = (MONDAY_MORNING - 90 * DAY).date()
    ours = {
        SPRING: [told for told in house if told.campaign == 1],
        SEARCH: [told for told in house if told.lead.source == "Search ads"],
    }
    with database.open_work() as work:
        for subject in ours:
            work.findings.add(a_finding(subject))
        found = work.findings.rates([a_finding(one).id for one in ours], MONDAY_MORNING)
    for subject, own in ours.items():
        others = [told for told in house if told not in own]
        promising, of = _counted(own, since)
        promising_elsewhere, of_elsewhere = _counted(others, since)
        assert found[a_finding(subject).id] == Rates(
            since=since,
            promising=promising,
            leads=of,
            promising_elsewhere=promising_elsewhere,
            leads_elsewhere=of_elsewhere,
            counted_at=MONDAY_MORNING,
        )


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(house=HOUSES, most=st.integers(1, 20))
def test_the_newest_leads_with_a_known_outcome_are_told(
    engine: Engine, database: Database, house: Sequence[Told], most: int
) -> None:
    _keep(engine, house)
    since = MONDAY_MORNING - 90 * DAY
    with database.look() as work:
        found = work.findings.newest_known(since, MONDAY_MORNING, most)
    fitting = [
        told for told in house if told.lead.created_at is not None and told.lead.created_at >= since
    ]
    expected = {
        told.lead.id: promising == 1
        for told in fitting
        for promising, of in [_counted([told], date.min)]
        if of
    }
    assert len(found) == min(most, len(expected))
    assert found.items() <= expected.items()
    ages = {told.lead.id: told.lead.created_at for told in fitting if told.lead.created_at}
    left_out = [ages[id].date() for id in expected.keys() - found.keys()]
    assert all(ages[id].date() >= day for id in found for day in left_out)


def test_leads_before_and_after_a_change_are_counted_by_the_day_they_came(
    engine: Engine, database: Database
) -> None:
    done_at = datetime(2026, 9, 1, 23, 30, tzinfo=UTC)
    days = {
        date(2026, 7, 6): (),
        date(2026, 7, 7): ("before",),
        date(2026, 8, 31): ("before",),
        date(2026, 9, 1): (),
        date(2026, 9, 2): ("after",),
        date(2026, 9, 29): ("after",),
        date(2026, 9, 30): (),
    }
    came = [
        a_lead(
            number,
            created_at=datetime(day.year, day.month, day.day, hour, tzinfo=UTC),
            status=Status.CONNECTED if number % 2 else Status.DISQUALIFIED,
            source=source,
            campaign="Spring webinar" if source else "Autumn fair",
        )
        for number, (day, hour, source) in enumerate(
            ((day, hour, source) for day in days for hour in (0, 23) for source in ("Fair", "")),
            start=50,
        )
    ]
    _come(engine, *came)
    with database.look() as work:
        for subject in (SPRING, Subject(On.SOURCE, "Fair", "Fair")):
            effect = work.findings.before_and_after(subject, done_at)
            assert (effect.before.first, effect.before.last) == (
                date(2026, 7, 7),
                date(2026, 8, 31),
            )
            assert (effect.after.first, effect.after.last) == (date(2026, 9, 2), date(2026, 9, 29))
            assert (effect.before.leads, effect.after.leads) == (4, 4)
            assert effect.before.promising == sum(
                lead.status is Status.CONNECTED
                for lead in came
                if lead.source and _side(lead, days) == ("before",)
            )


def _side(lead: Lead, days: dict[date, tuple[str, ...]]) -> tuple[str, ...]:
    assert lead.created_at is not None
    return days[lead.created_at.date()]
