"""The digest says the same to both sides, less where there is little, and names nobody."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.i18n import Voice
from bot.platforms.spoken import lines
from handlers.digests.cards import digest_card
from handlers.digests.example_weeks import (
    a_full_week,
    a_small_week,
    a_week_with_holidays,
    an_empty_week,
)
from handlers.digests.examples import a_shown
from handlers.digests.model import Count, Figure, Figures
from handlers.digests.thin import why_short
from handlers.digests.wording import count_line, headline
from handlers.message import Chart, ChartKind, Heading, Items
from handlers.people import Language, Side
from tests.handlers.agenda.conftest import keys

MOST_WORDS = 250
"""Read in a minute: adults read about 240 words of prose in one (Brysbaert, 2019)."""

BARE = {"trend": (), "decisions": (), "before": (), "notes": ()}


def said(figures: Figures) -> set[str]:
    return set(keys(digest_card(a_shown(figures=figures, **BARE))))


def figures_said(side: Side) -> list[str]:
    voice = Voice(Language.ENGLISH, "Europe/Warsaw")
    card = digest_card(a_shown(side=side, decisions=()))
    told = list(lines(card, voice))
    return told[: told.index(f"What {side} owes {'marketing' if side == 'sales' else 'sales'}")]


def test_both_sides_read_the_same_truth() -> None:
    assert figures_said(Side.SALES) == figures_said(Side.MARKETING)


@pytest.mark.parametrize("language", Language)
def test_a_full_week_is_read_in_a_minute(language: Language) -> None:
    card = digest_card(a_shown())
    pictured = replace(card, blocks=tuple(b for b in card.blocks if not isinstance(b, Chart)))
    told = " ".join(lines(pictured, Voice(language, "Europe/Warsaw")))
    assert len(re.findall(r"[^\W\d_]{2,}", told)) <= MOST_WORDS


def test_the_title_and_every_picture_name_object_and_period() -> None:
    card = digest_card(a_shown())
    assert "digests-week" in keys(card.title)
    charts = [one for one in card.blocks if isinstance(one, Chart)]
    assert [one.kind for one in charts] == [ChartKind.TREND, ChartKind.BARS]
    for chart in charts:
        assert {"first", "week"} & {name for name, _ in chart.title.args}


def test_it_opens_with_what_became_of_earlier_decisions() -> None:
    first = digest_card(a_shown()).blocks[0]
    assert isinstance(first, Heading)
    assert first.text.key == "digests-before"


def test_an_empty_week_says_so_and_little_else() -> None:
    told = said(an_empty_week())
    assert "digests-empty" in told
    assert not [key for key in told if key.startswith(("digests-line", "digests-count"))]


def test_five_leads_are_no_figures_and_the_reader_learns_why() -> None:
    told = said(a_small_week())
    assert "digests-small" in told
    assert not [key for key in told if key.startswith(("digests-line", "digests-came"))]


def test_a_first_week_is_compared_with_nothing_and_says_why() -> None:
    counts = {Count.LEADS_IN: Figure(value=20)}
    told = said(replace(a_full_week(), weeks_before=0, counts=counts))
    assert "digests-first-week" in told
    assert "digests-line" in told


def test_holidays_are_named() -> None:
    assert {"digests-holidays", "digests-hidden", "digests-few-weeks"} <= said(
        a_week_with_holidays()
    )


def test_what_was_counted_long_after_says_nothing_of_debts() -> None:
    told = said(replace(a_full_week(), late=True))
    assert "digests-counted-late" in told
    assert "digests-owes-sales" not in told


@given(st.integers(0, 9))
def test_a_week_is_short_for_reasons_that_are_said(weeks: int) -> None:
    reasons = why_short(replace(a_full_week(), weeks_before=weeks))
    assert bool(reasons) == (weeks < 4)


@given(
    st.integers(0, 500),
    st.none() | st.integers(0, 500),
    st.none() | st.tuples(st.integers(0, 100), st.integers(100, 500)),
)
def test_a_count_stands_beside_what_it_is_compared_to(
    value: int, last: int | None, usual: tuple[int, int] | None
) -> None:
    line = count_line(Count.WON, Figure(value=value, last=last, usual=usual))
    assert line is not None
    given = dict(line.args)
    assert given["count"] == value
    assert given.get("last") == last
    assert (given.get("low"), given.get("high")) == (usual or (None, None))


def test_a_hidden_count_is_no_line_and_no_headline() -> None:
    hidden = Figure(hidden=True)
    assert count_line(Count.WON, hidden) is None
    assert headline(replace(a_full_week(), counts={Count.LEADS_IN: hidden})) is None


@pytest.mark.parametrize(
    ("value", "key"),
    [(21, "digests-came-fewer"), (22, "digests-came-usual"), (34, "digests-came-more")],
)
def test_the_headline_says_whether_that_is_usual(value: int, key: str) -> None:
    figure = Figure(value=value, usual=(22, 33))
    line = headline(replace(a_full_week(), counts={Count.LEADS_IN: figure}))
    assert line is not None
    assert line.key == key


def test_no_share_is_said_of_a_few() -> None:
    voice = Voice(Language.ENGLISH, "Europe/Warsaw")
    for figures in (a_small_week(), an_empty_week()):
        told = " ".join(lines(digest_card(a_shown(figures=figures, **BARE)), voice))
        assert not re.search(r"\d\s?%", told)


def test_a_name_in_the_figures_stays_a_name() -> None:
    campaign = replace(a_full_week().campaigns[0], campaign="<!channel> *x*")
    card = digest_card(a_shown(figures=replace(a_full_week(), campaigns=(campaign,))))
    told = [one for block in card.blocks if isinstance(block, Items) for one in block.items]
    [line] = [one for one in told if one.key == "digests-standout-better"]
    assert dict(line.args)["campaign"] == "<!channel> *x*"
