"""The week in a file: every figure with its object and its period, and nothing that the digest hides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date

import pytest

from bot.i18n import Voice
from handlers.digests.example_weeks import (
    NO_FLAGS,
    a_full_week,
    a_small_week,
    a_week_with_holidays,
    an_empty_week,
)
from handlers.digests.model import Count, Effect, Figure, Figures
from handlers.digests.week_lines import Line, parts_of
from handlers.digests.weekfile import week_sheet, week_workbook
from handlers.people import Language, Side
from handlers.phrase import Phrase, say
from handlers.working_time import WorkingHours

COMPANY = WorkingHours(zone="Europe/Warsaw")
ENGLISH = Voice(Language.ENGLISH, "Europe/Warsaw")
WEEKS = (a_full_week(), a_small_week(), an_empty_week(), a_week_with_holidays())
MONDAY, SUNDAY = date(2026, 11, 16), date(2026, 11, 22)


def lines(figures: Figures) -> list[Line]:
    return [line for part in parts_of(figures, until=SUNDAY) for line in part.lines]


def spoken(value: object, voice: Voice = ENGLISH) -> str:
    return voice.speak(value) if isinstance(value, Phrase) else str(value)


def found(figures: Figures, what: str, about: str = "") -> Line:
    [line] = [one for one in lines(figures) if (one.what.key, spoken(one.about)) == (what, about)]
    return line


def rows(figures: Figures, voice: Voice = ENGLISH) -> list[list[str]]:
    return [[voice.speak(cell) for cell in row] for row in week_sheet(figures, COMPANY).rows]


@pytest.mark.parametrize("figures", WEEKS)
def test_every_row_names_its_object_and_its_period(figures: Figures) -> None:
    for line in lines(figures):
        assert spoken(line.what)
        assert spoken(line.value)
        assert spoken(line.unit)
        assert line.since <= line.until <= SUNDAY


def test_a_count_stands_beside_last_week_and_the_usual_range() -> None:
    line = found(a_full_week(), "digests-count-leads-in")
    assert (line.value, line.last, line.low, line.high) == (34, 27, 22, 33)
    assert (line.since, line.until) == (MONDAY, SUNDAY)


def test_leads_are_told_by_reason_with_all_others_together() -> None:
    disqualified = [
        (spoken(line.about), line.value)
        for line in lines(a_full_week())
        if line.what.key == "digests-count-disqualified" and spoken(line.about)
    ]
    assert [number for _, number in disqualified] == [5, 4, 3, 4]
    assert disqualified[-1][0] == ENGLISH.speak(say("digests-reason-others"))


def test_a_campaign_names_the_weeks_of_its_leads_and_so_do_the_others() -> None:
    full = a_full_week()
    newer = replace(full.campaigns[0], since=full.week.before(2))
    figures = replace(full, campaigns=(newer,))
    own = found(figures, "weekfile-promising-share", "Trade fair Poznań")
    others = found(figures, "weekfile-promising-share", "all but Trade fair Poznań")
    assert (own.value, own.low, own.high) == (71, 50, 86)
    assert own.since == date(2026, 11, 2)
    assert (others.value, others.since) == (31, date(2026, 8, 31))


def test_what_a_change_did_names_the_weeks_before_and_after_it() -> None:
    before = found(a_full_week(), "weekfile-before", "Search ads")
    after = found(a_full_week(), "weekfile-after", "Search ads")
    assert (before.since, before.until) == (date(2026, 8, 24), date(2026, 10, 18))
    assert (after.since, after.until) == (date(2026, 10, 20), date(2026, 11, 16))
    assert [before.value, after.value] == [9, 34]


def test_a_change_whose_leads_are_not_counted_yet_is_told_without_shares() -> None:
    change = Effect(what="A new form", done_on=date(2026, 11, 17))
    told = lines(replace(a_full_week(), effects=(change,)))
    assert [spoken(one.value) for one in told if one.what.key == "weekfile-did"] == ["A new form"]
    assert not [one for one in told if one.what.key in {"weekfile-before", "weekfile-after"}]


def test_a_hidden_figure_says_so_and_a_figure_that_is_not_known_too() -> None:
    counts = {Count.WON: Figure(hidden=True), Count.QUALIFIED: Figure()}
    figures = replace(a_full_week(), counts=counts)
    assert spoken(found(figures, "digests-count-won").value) == "hidden: small group"
    assert spoken(found(figures, "digests-count-qualified").value) == "not known"


def test_of_a_small_week_no_number_of_leads_is_told() -> None:
    numbers = [
        line
        for line in lines(a_small_week())
        if not isinstance(line.value, Phrase) and spoken(line.unit) != "flags"
    ]
    assert numbers == []


def test_hidden_flags_are_no_numbers() -> None:
    flags = [
        spoken(line.value)
        for line in lines(replace(a_full_week(), flags=NO_FLAGS))
        if spoken(line.unit) == "flags"
    ]
    assert set(flags) == {"hidden: small group"}
    assert len(flags) == 6


def test_what_people_did_is_not_told_of_a_few_and_the_row_says_why() -> None:
    figures = replace(a_full_week(), first_touch=None, questions=None, completeness=None)
    why = "not told: fewer than 5 people or 10 leads"
    assert [spoken(line.value) for line in lines(figures)].count(why) == 3


def test_what_only_its_own_days_could_tell_of_a_week_is_not_made_up_later() -> None:
    figures = replace(a_full_week(), late=True, campaigns=(), completeness=None, owes={})
    why = "not counted: only the days of the week could tell"
    assert [spoken(line.value) for line in lines(figures)].count(why) == 2 + len(Side)


def test_the_sheet_and_the_workbook_say_the_same() -> None:
    workbook = week_workbook(a_full_week(), COMPANY)
    in_tabs = [[spoken(cell) for cell in row] for tab in workbook.tabs for row in tab.rows]
    assert in_tabs == [row[1:] for row in rows(a_full_week())]
    assert workbook.made_at == a_full_week().counted_at


def test_numbers_of_a_workbook_are_numbers() -> None:
    counts = week_workbook(a_full_week(), COMPANY).tabs[0]
    [leads_in] = [row for row in counts.rows if row[0] == say("digests-count-leads-in")]
    assert leads_in[4:] == (34, leads_in[5], 27, 22, 33)


def test_decimals_are_written_as_the_readers_spreadsheet_reads_them() -> None:
    median = [row for row in rows(a_full_week(), Voice(Language.POLISH, "UTC")) if "3,5" in row]
    assert len(median) == 1


def test_the_file_is_named_by_its_week_and_says_that_a_week_is_not_over() -> None:
    full = a_full_week()
    assert week_sheet(full, COMPANY).name == "week-2026-W47"
    so_far = replace(full, so_far=True, counted_at=full.counted_at.replace(day=19))
    assert week_sheet(so_far, COMPANY).name == "week-2026-W47-so-far"
    assert rows(so_far)[0][4] == "2026-11-20"  # 23:05 UTC is past midnight in Warsaw


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("figures", WEEKS)
def test_the_file_speaks_every_language(figures: Figures, language: Language) -> None:
    voice = Voice(language, "UTC")
    assert all(rows(figures, voice))
    titles = [voice.speak(tab.title) for tab in week_workbook(figures, COMPANY).tabs]
    assert len(set(titles)) == len(titles)


def numbers(held: object) -> set[float]:
    """Find every number that a week's figures hold, however deep."""
    if isinstance(held, int | float) and not isinstance(held, bool):
        return {held}
    if isinstance(held, Mapping):
        return set().union(*map(numbers, held.values()))
    if isinstance(held, tuple | list):
        return set().union(*map(numbers, held))
    if is_dataclass(held):
        return set().union(*(numbers(getattr(held, one.name)) for one in fields(held)))
    return set()


@pytest.mark.parametrize("figures", WEEKS)
def test_a_file_tells_no_number_that_the_figures_do_not(figures: Figures) -> None:
    told = {
        value
        for line in lines(figures)
        for value in (line.value, line.last, line.low, line.high)
        if not isinstance(value, Phrase)
    }
    assert told <= numbers(figures)
