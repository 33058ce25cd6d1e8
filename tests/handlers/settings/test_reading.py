"""What somebody writes into their settings is taken as it stands, or refused beside its field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.message import Choice, Choices, Day, Form
from handlers.people import Chosen, Language, Person
from handlers.phrase import Phrase
from handlers.settings.choices import COUNTRIES, ZONES, zone_options
from handlers.settings.forms import mine_form
from handlers.settings.reading import (
    LONGEST_AHEAD,
    absence_on,
    away_till,
    back_today,
    coming_absence,
    read_mine,
    without_coming,
)
from handlers.working_time import Away, WorkingHours
from tests.builders import MONDAY_MORNING, a_rep

TODAY = date(2026, 11, 16)
DAYS = st.dates(TODAY - timedelta(days=30), TODAY + timedelta(days=30))
ABSENCES = st.lists(
    st.tuples(DAYS, DAYS).map(lambda pair: Away(min(pair), max(pair))), max_size=3
).map(tuple)


def filled(form: Form) -> dict[str, str]:
    """Send a form back as it was opened."""
    given: dict[str, str] = {}
    for field in form.fields:
        match field:
            case Choice():
                given[field.name] = field.value
            case Choices():
                given[field.name] = "\n".join(field.value)
            case Day():
                given[field.name] = field.value.isoformat() if field.value else ""
            case _:
                raise AssertionError(field)
    return given


def read(person: Person, **changes: str) -> Person | dict[str, str]:
    given = filled(mine_form(person, MONDAY_MORNING))
    given |= {name.replace("_", "-"): value for name, value in changes.items()}
    found = read_mine(person, given, MONDAY_MORNING)
    return found if isinstance(found, Person) else keys(found)  # type: ignore[arg-type]


def keys(errors: dict[str, Phrase]) -> dict[str, str]:
    return {name: phrase.key for name, phrase in errors.items()}


@given(
    st.sampled_from(Language),
    st.builds(
        WorkingHours,
        zone=st.sampled_from([*ZONES, "America/Indiana/Indianapolis"]),
        weekdays=st.frozensets(st.integers(0, 6), min_size=1),
        country=st.sampled_from(["", *COUNTRIES, "BM"]),
        away=ABSENCES,
    ),
)
def test_a_form_that_is_sent_as_it_was_opened_changes_nothing(
    language: Language, hours: WorkingHours
) -> None:
    person = a_rep(language=language, hours=hours)
    renewed = read(person)
    assert isinstance(renewed, Person)
    assert renewed == replace(person, hours=replace(hours, away=renewed.hours.away))
    assert set(renewed.hours.away) == set(hours.away)


def test_a_language_and_a_zone_that_were_changed_are_the_persons_own() -> None:
    renewed = read(a_rep(), language="zh", zone="Asia/Shanghai")
    assert isinstance(renewed, Person)
    assert renewed.language is Language.CHINESE
    assert renewed.hours.zone == "Asia/Shanghai"
    assert renewed.chosen == {Chosen.LANGUAGE, Chosen.ZONE}


def test_what_was_not_changed_goes_on_following_the_profile() -> None:
    renewed = read(a_rep(), start="08:30")
    assert isinstance(renewed, Person)
    assert renewed.chosen == frozenset()
    again = read(replace(a_rep(), chosen=frozenset({Chosen.ZONE})))
    assert isinstance(again, Person)
    assert again.chosen == {Chosen.ZONE}


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"start": "17:00", "end": "09:00"}, "end", "settings-end-after-start"),
        ({"start": "09:00", "end": "09:00"}, "end", "settings-end-after-start"),
        ({"start": "9:00"}, "start", "form-choose"),
        ({"end": "24:00"}, "end", "form-choose"),
        ({"zone": "Mars/Olympus"}, "zone", "form-choose"),
        ({"zone": "../../etc/passwd"}, "zone", "form-choose"),
        ({"zone": ""}, "zone", "form-choose"),
        ({"language": "tlh"}, "language", "form-choose"),
        ({"country": "XX"}, "country", "form-choose"),
        ({"weekdays": ""}, "weekdays", "settings-weekday-needed"),
        ({"weekdays": "0\n7"}, "weekdays", "settings-weekday-needed"),
        ({"away_first": "2026-12-01"}, "away-last", "settings-away-both"),
        ({"away_last": "2026-12-01"}, "away-first", "settings-away-both"),
        (
            {"away_first": "2026-12-02", "away_last": "2026-12-01"},
            "away-last",
            "settings-away-order",
        ),
        (
            {"away_first": "2026-11-02", "away_last": "2026-11-15"},
            "away-last",
            "settings-away-range",
        ),
        (
            {"away_first": "2026-11-20", "away_last": "2028-01-01"},
            "away-last",
            "settings-away-range",
        ),
        ({"away_first": "soon", "away_last": "2026-12-01"}, "away-first", "form-day-wrong"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(
    changes: dict[str, str], field: str, sentence: str
) -> None:
    assert read(a_rep(), **changes) == {field: sentence}


def test_all_that_is_wrong_is_said_at_once() -> None:
    found = read(a_rep(), zone="x", weekdays="", away_first="x")
    assert isinstance(found, dict)
    assert found.keys() == {"zone", "weekdays", "away-first"}


@given(st.dictionaries(st.sampled_from([*filled(mine_form(a_rep(), MONDAY_MORNING))]), st.text()))
def test_whatever_is_forged_gives_a_person_who_can_work_or_sentences(given: dict[str, str]) -> None:
    found = read_mine(a_rep(), given, MONDAY_MORNING)
    if isinstance(found, Person):
        found.hours.next_moment(MONDAY_MORNING)
    else:
        assert found


# Absences


def hours(*spans: tuple[date, date]) -> WorkingHours:
    return WorkingHours(zone="Europe/Warsaw", away=tuple(Away(*span) for span in spans))


def november(day: int) -> date:
    return date(2026, 11, day)


def test_a_planned_holiday_outlives_a_day_of_illness() -> None:
    planned = (november(23), november(27))
    assert away_till(hours(planned), november(17), TODAY) == (
        Away(TODAY, november(17)),
        Away(*planned),
    )


def test_an_absence_under_way_ends_on_another_day_and_keeps_its_first() -> None:
    under_way = hours((november(12), november(18)))
    assert away_till(under_way, november(20), TODAY) == (Away(november(12), november(20)),)


def test_who_is_back_early_was_away_until_yesterday() -> None:
    under_way = hours((november(12), november(18)))
    assert back_today(under_way, TODAY) == (Away(november(12), november(15)),)
    assert back_today(hours((TODAY, november(18))), TODAY) == ()


def test_a_cleared_form_drops_what_is_to_come_and_keeps_what_was() -> None:
    kept = hours((november(2), november(3)), (november(23), november(27)))
    assert without_coming(kept, TODAY) == (Away(november(2), november(3)),)


@given(ABSENCES, st.dates(TODAY, TODAY + LONGEST_AHEAD))
def test_the_days_that_are_over_stay_as_they_were(absences: tuple[Away, ...], last: date) -> None:
    """Business hours of the past are counted with them."""
    before = WorkingHours(away=absences)
    for change in (away_till(before, last, TODAY), back_today(before, TODAY)):
        after = WorkingHours(away=change)
        for back in range(1, 40):
            day = TODAY - timedelta(days=back)
            assert before.works_on(day) == after.works_on(day)


@given(ABSENCES, st.dates(TODAY, TODAY + LONGEST_AHEAD))
def test_who_is_away_until_a_day_does_not_work_until_then(
    absences: tuple[Away, ...], last: date
) -> None:
    after = WorkingHours(away=away_till(WorkingHours(away=absences), last, TODAY))
    assert absence_on(after, TODAY) is not None
    assert any(TODAY in away and last in away for away in after.away)


def test_the_coming_absence_is_the_nearest_that_is_not_over() -> None:
    known = hours(
        (november(1), november(2)), (november(25), november(26)), (november(20), november(20))
    )
    assert coming_absence(known, TODAY) == Away(november(20), november(20))
    assert coming_absence(hours(), TODAY) is None


# What is offered


def test_no_list_is_longer_than_a_platform_takes() -> None:
    form = mine_form(a_rep(hours=WorkingHours(zone="Asia/Kathmandu", country="BM")), MONDAY_MORNING)
    lengths = {
        field.name: len(field.options)
        for field in form.fields
        if isinstance(field, Choice | Choices)
    }
    assert max(lengths.values()) <= 100
    assert lengths["weekdays"] <= 10


def test_zones_are_told_from_west_to_east_with_their_distance() -> None:
    options = zone_options("Asia/Kathmandu", MONDAY_MORNING)
    offsets = [dict(option.label.args)["offset"] for option in options]
    assert offsets[0] == "UTC\N{MINUS SIGN}10"
    assert offsets[-1] == "UTC+13"
    assert "UTC+5:45" in offsets
    assert dict(next(one for one in options if one.value == "UTC").label.args)["offset"] == "UTC"
