"""What a finding's card says of figures, and what it keeps to itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.flags.finding_cards import finding_card
from handlers.flags.finding_examples import OPEN, PRAISE, RATES, REASON, finding_examples
from handlers.flags.model import Finding, FindingState, On, Rates, Subject
from handlers.flags.proportion import FEWEST_LEADS, wilson
from handlers.message import Buttons, Card, Chart
from handlers.working_time import WorkingHours
from tests.handlers.questions.conftest import phrases

HOURS = WorkingHours(zone="Europe/Warsaw")
SHARES = st.integers(0, 60).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))


def a_card(**changes: object) -> Card:
    return finding_card(replace(OPEN, **changes), REASON, HOURS)  # type: ignore[arg-type]


def does(card: Card) -> list[str]:
    return [
        button.does
        for block in card.blocks
        if isinstance(block, Buttons)
        for button in block.buttons
    ]


def numbers(card: Card) -> set[object]:
    """List every number that the card's figures hold."""
    found: set[object] = set()

    def collect(part: object) -> None:
        for _, value in getattr(part, "args", ()):
            if isinstance(value, int):
                found.add(value)
            collect(value)

    for block in card.blocks:
        collect(getattr(block, "text", None))
        for point in getattr(block, "points", ()):
            found.add(point.value)
    return found


@given(here=SHARES, there=SHARES)
def test_no_figure_is_shown_of_fewer_than_ten_leads(
    here: tuple[int, int], there: tuple[int, int]
) -> None:
    rates = Rates(
        since=date(2026, 8, 18),
        promising=here[0],
        leads=here[1],
        promising_elsewhere=there[0],
        leads_elsewhere=there[1],
        counted_at=datetime(2026, 11, 16, tzinfo=UTC),
    )
    card = a_card(rates=rates)
    charts = [block for block in card.blocks if isinstance(block, Chart)]
    both = min(here[1], there[1]) >= FEWEST_LEADS
    assert bool(charts) is both
    assert ("findings-share" in phrases(card)) is both
    assert ("findings-elsewhere" in phrases(card)) is both
    if not both:
        assert numbers(card) <= {FEWEST_LEADS}


@given(here=SHARES, there=SHARES)
def test_a_difference_is_called_chance_where_the_ranges_overlap(
    here: tuple[int, int], there: tuple[int, int]
) -> None:
    if min(here[1], there[1]) < FEWEST_LEADS:
        return
    rates = replace(
        RATES,
        promising=here[0],
        leads=here[1],
        promising_elsewhere=there[0],
        leads_elsewhere=there[1],
    )
    (low, high), (low_there, high_there) = wilson(*here), wilson(*there)
    apart = high < low_there or high_there < low
    assert ("findings-may-be-chance" in phrases(a_card(rates=rates))) is not apart


@pytest.mark.parametrize("on", On)
def test_every_figure_names_its_object_and_its_period(on: On) -> None:
    card = a_card(subject=Subject(on, "1", "Spring webinar"))
    [chart] = [block for block in card.blocks if isinstance(block, Chart)]
    of = dict(chart.title.args)["object"]
    assert dict(of.args) == {"name": "Spring webinar", "since": RATES.since}  # type: ignore[union-attr]
    assert of in [
        dict(getattr(block, "text", chart.title).args).get("object") for block in card.blocks
    ]


@pytest.mark.parametrize(
    ("state", "offered"),
    [
        (FindingState.OPEN, ["findings.decide", "findings.to-meeting", "findings.flags"]),
        (FindingState.FOR_MEETING, ["findings.decide", "findings.flags"]),
        (FindingState.ACCEPTED, ["findings.flags"]),
        (FindingState.DECLINED, ["findings.flags"]),
    ],
)
def test_what_is_offered_is_what_can_be_done(state: FindingState, offered: list[str]) -> None:
    assert does(a_card(state=state)) == offered


def test_praise_is_not_taken_to_the_meeting() -> None:
    card = finding_card(replace(OPEN, reason=PRAISE.key), PRAISE, HOURS)
    assert does(card) == ["findings.decide", "findings.flags"]
    assert "findings-works" in phrases(card)


def test_a_decided_finding_says_what_was_decided() -> None:
    decided = {"decided_at": OPEN.opened_at, "words": "The form asks for it."}
    assert "findings-said-accepted" in phrases(a_card(state=FindingState.ACCEPTED, **decided))
    assert "findings-said-declined" in phrases(a_card(state=FindingState.DECLINED, **decided))


def test_a_finding_that_was_decided_before_it_was_counted_promises_no_figures() -> None:
    waiting: Finding = replace(OPEN, rates=None)
    assert "findings-not-counted" in phrases(finding_card(waiting, REASON, HOURS))
    decided = replace(waiting, state=FindingState.DECLINED)
    assert "findings-not-counted" not in phrases(finding_card(decided, REASON, HOURS))


def test_examples_are_told_apart_by_name() -> None:
    names = [example.name for example in finding_examples()]
    assert len(set(names)) == len(names)
    assert all(name.startswith("findings-") for name in names)
