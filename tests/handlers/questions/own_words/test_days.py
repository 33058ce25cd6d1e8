"""Dates in words, in four languages; today is Monday, 16 November 2026."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.questions.own_words.days import FURTHEST_YEARS, LONGEST_TEXT, day_in

MONDAY = date(2026, 11, 16)

ENGLISH = (
    ("budget frozen till April", "2027-04-01"),
    ("in December", "2026-12-01"),
    ("from January", "2027-01-01"),
    ("till the end of March", "2027-03-31"),
    ("mid-April", "2027-04-15"),
    ("in May", "2027-05-01"),
    ("May 15", "2027-05-15"),
    ("15 April", "2027-04-15"),
    ("April 15th", "2027-04-15"),
    ("Thursday, 15th of April 2027", "2027-04-15"),
    ("15th of April 2027", "2027-04-15"),
    ("next year in April", "2027-04-01"),
    ("2027-01-15", "2027-01-15"),
    ("15/04", "2027-04-15"),
    ("04/15", "2027-04-15"),
    ("11/12/2027", ""),
    ("12/12/2027", "2027-12-12"),
    ("Q2", "2027-04-01"),
    ("q3 2027", "2027-07-01"),
    ("the second quarter", "2027-04-01"),
    ("next week", "2026-11-23"),
    ("next month", "2026-12-01"),
    ("next quarter", "2027-01-01"),
    ("next year", "2027-01-01"),
    ("in 2 weeks", "2026-11-30"),
    ("in a couple of weeks", "2026-11-30"),
    ("in three months", "2027-02-16"),
    ("two weeks from now", "2026-11-30"),
    ("in half a year", "2027-05-16"),
    ("on Thursday", "2026-11-19"),
    ("Monday", "2026-11-23"),
    ("next Thursday", "2026-11-26"),
    ("Thursday next week", "2026-11-26"),
    ("tomorrow", "2026-11-17"),
    ("the day after tomorrow", "2026-11-18"),
    ("on the 20th", "2026-11-20"),
    ("on the 15th", "2026-12-15"),
    ("after the holidays", "2027-01-04"),
    ("after New Year", "2027-01-04"),
    ("after Easter", "2027-03-30"),
    ("end of the year", "2026-12-31"),
    ("end of 2027", "2027-12-31"),
    ("in 2028", "2028-01-01"),
    ("in the fall", "2027-09-01"),
    ("wednsday", "2026-11-18"),
)

POLISH = (
    ("w kwietniu", "2027-04-01"),
    ("do kwietnia", "2027-04-01"),
    ("do końca stycznia", "2027-01-31"),
    ("w połowie lutego", "2027-02-15"),
    ("15 kwietnia", "2027-04-15"),
    ("15.04", "2027-04-15"),
    ("15.04.2027", "2027-04-15"),
    ("15.04.27", "2027-04-15"),
    ("w maju", "2027-05-01"),
    ("do maja", "2027-05-01"),
    ("w II kwartale", "2027-04-01"),
    ("za dwa tygodnie", "2026-11-30"),
    ("za 3 tyg", "2026-12-07"),
    ("za tydzień", "2026-11-23"),
    ("za miesiąc", "2026-12-16"),
    ("za pół roku", "2027-05-16"),
    ("za rok", "2027-11-16"),
    ("w przyszłym tygodniu", "2026-11-23"),
    ("w przyszłym miesiącu", "2026-12-01"),
    ("w przyszłym roku", "2027-01-01"),
    ("w czwartek w przyszłym tygodniu", "2026-11-26"),
    ("w czwartek", "2026-11-19"),
    ("we środę", "2026-11-18"),
    ("jutro", "2026-11-17"),
    ("pojutrze", "2026-11-18"),
    ("po świętach", "2026-12-28"),
    ("po Nowym Roku", "2027-01-04"),
    ("po Wielkanocy", "2027-03-30"),
    ("po wakacjach", "2027-09-01"),
    ("do końca roku", "2026-12-31"),
)

RUSSIAN = (
    ("в апреле", "2027-04-01"),
    ("до апреля", "2027-04-01"),
    ("до конца марта", "2027-03-31"),
    ("в середине мая", "2027-05-15"),
    ("15 апреля", "2027-04-15"),
    ("к 20-му", "2026-11-20"),
    ("15-го", "2026-12-15"),
    ("до мая", "2027-05-01"),
    ("во втором квартале", "2027-04-01"),
    ("через неделю", "2026-11-23"),
    ("через 2 недели", "2026-11-30"),
    ("через пару недель", "2026-11-30"),
    ("через месяц", "2026-12-16"),
    ("через полгода", "2027-05-16"),
    ("через год", "2027-11-16"),
    ("на следующей неделе", "2026-11-23"),
    ("в следующем месяце", "2026-12-01"),
    ("в следующем квартале", "2027-01-01"),
    ("в следующем году", "2027-01-01"),
    ("в четверг", "2026-11-19"),
    ("в следующий четверг", "2026-11-26"),
    ("завтра", "2026-11-17"),
    ("послезавтра", "2026-11-18"),
    ("после праздников", "2027-01-11"),
    ("после Нового года", "2027-01-11"),
    ("после майских", "2027-05-10"),
    ("до конца года", "2026-12-31"),
    ("осенью", "2027-09-01"),
)

CHINESE = (
    ("4月", "2027-04-01"),
    ("４月", "2027-04-01"),
    ("四月", "2027-04-01"),
    ("十二月", "2026-12-01"),
    ("3月底", "2027-03-31"),
    ("4月15日", "2027-04-15"),
    ("四月十五号", "2027-04-15"),
    ("2027年1月15日", "2027-01-15"),
    ("明年", "2027-01-01"),
    ("明年三月", "2027-03-01"),
    ("2028年", "2028-01-01"),
    ("两周后", "2026-11-30"),
    ("3个月以后", "2027-02-16"),
    ("过两个星期", "2026-11-30"),
    ("半年后", "2027-05-16"),
    ("下周", "2026-11-23"),
    ("下周三", "2026-11-25"),
    ("下个月", "2026-12-01"),
    ("下季度", "2027-01-01"),
    ("第二季度", "2027-04-01"),
    ("周五", "2026-11-20"),
    ("星期天", "2026-11-22"),
    ("明天", "2026-11-17"),
    ("后天", "2026-11-18"),
    ("大后天", "2026-11-19"),
    ("20号", "2026-11-20"),
    ("年底", "2026-12-31"),
    ("下半年", "2027-07-01"),
    ("春节后", "2027-02-15"),
    ("过完年", "2027-02-15"),
    ("年后", "2027-02-15"),
    ("元旦后", "2027-01-04"),
    ("国庆后", "2027-10-08"),
)

NO_DAY = (
    "",
    "some day",
    "later",
    "in a few weeks",
    "in weeks",
    "after week 3",
    "za kilka tygodni",
    "через несколько недель",
    "几个月后",
    "he may buy",
    "nie mają budżetu",
    "Марта купила",
    "31.02",
    "30 February",
    "32 kwietnia",
    "13月",
    "2024-01-01",
    "15.04.2025",
    "in November",
    "in Q4",
    "in 2031",
    "in 5 years",
    "in 99 years",
    "04/05",
    "24/7",
    "at 15.00",
    "10.05 EUR",
    "costs 3.05 mln",
    "last week",
    "last April",
    "in April last year",
    "since March",
    "w zeszły czwartek",
    "в прошлом апреле",
    "上周三",
    "去年4月",
    "Thursday or Friday",
    "in April, else in June",
    "the 2nd call",
)


def _day(told: str) -> date | None:
    return date.fromisoformat(told) if told else None


@pytest.mark.parametrize(("text", "told"), [*ENGLISH, *POLISH, *RUSSIAN, *CHINESE])
def test_a_day_is_read_from_words(text: str, told: str) -> None:
    assert day_in(text, today=MONDAY) == _day(told)


@pytest.mark.parametrize("text", NO_DAY)
def test_a_vague_past_or_impossible_day_is_no_day(text: str) -> None:
    assert day_in(text, today=MONDAY) is None


@pytest.mark.parametrize(
    ("text", "today", "told"),
    [
        ("in April", date(2026, 3, 31), "2026-04-01"),
        ("in April", date(2026, 4, 1), ""),
        ("in April", date(2026, 5, 1), "2027-04-01"),
        ("end of April", date(2026, 4, 10), "2026-04-30"),
        ("29 February", date(2026, 11, 16), "2028-02-29"),
        ("in a month", date(2027, 1, 31), "2027-02-28"),
        ("in 3 years", date(2028, 2, 29), "2031-02-28"),
        ("after the holidays", date(2026, 6, 1), ""),
        ("po świętach", date(2027, 1, 10), "2027-03-30"),
        ("после праздников", date(2027, 2, 1), "2027-05-10"),
        ("春节后", date(2026, 1, 10), "2026-02-24"),
        ("Q4", date(2027, 2, 1), "2027-10-01"),
        ("on Sunday", date(2026, 11, 22), "2026-11-29"),
        ("30th", date(2027, 1, 30), "2027-03-30"),
    ],
)
def test_the_day_depends_on_today(text: str, today: date, told: str) -> None:
    assert day_in(text, today=today) == _day(told)


def test_only_the_beginning_of_a_long_text_is_read() -> None:
    assert day_in("x" * LONGEST_TEXT + " in April", today=MONDAY) is None


_SAID = [text for text, _ in (*ENGLISH, *POLISH, *RUSSIAN, *CHINESE)] + list(NO_DAY)


@given(
    pieces=st.lists(st.sampled_from(_SAID) | st.text(max_size=20), max_size=8),
    today=st.dates(date(2020, 1, 1), date(2060, 12, 31)),
)
def test_a_day_is_always_to_come_and_never_far(pieces: list[str], today: date) -> None:
    for text in [" ".join(pieces), "".join(pieces)]:
        day = day_in(text, today=today)

        assert day is None or today < day <= today + timedelta(days=366 * FURTHEST_YEARS)
