"""Numbers as people and CRMs write them."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.definition.numbers import Span, read_number, read_span


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("50", 50),
        ("  50 ", 50),
        ("-3", -3),
        ("0.5", 0.5),
        ("0,5", 0.5),
        ("0,125", 0.125),
        ("12,75", 12.75),
        ("1,500", 1500),
        ("1.500", 1500),
        ("1 500", 1500),
        ("1\u00a0500", 1500),
        ("1'500", 1500),
        ("1,234,567", 1234567),
        ("1.234.567,89", 1234567.89),
        ("1,234,567.89", 1234567.89),
        ("$100", 100),
        ("100 €", 100),
        ("15%", 15),
    ],
)
def test_a_number_is_read_however_its_country_writes_it(text: str, number: float) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("51-200", Span(51, 200)),
        ("51 – 200", Span(51, 200)),
        ("1,001-5,000", Span(1001, 5000)),
        ("500+", Span(500, math.inf)),
        ("> 500", Span(500, math.inf)),
        ("<10", Span(-math.inf, 10)),
    ],
)
def test_a_range_has_two_ends(text: str, span: Span) -> None:
    assert read_span(text) == span
    assert read_number(text) is None


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "many", "50 people", "2 million", "1.2m", "10k", "5 тыс", "3万", "1.2.3"),
        *("1,2,3", "200-51", "1,5.2.3", "--5", "5-", "+", "12:30", "9" * 41, "10,00.5"),
    ],
)
def test_what_says_anything_else_is_no_number(text: str) -> None:
    assert read_span(text) is None


@given(st.text())
def test_no_text_makes_reading_fall_over(text: str) -> None:
    span = read_span(text)
    assert span is None or span.least <= span.most


@given(st.integers(-(10**9), 10**9))
def test_every_whole_number_is_itself_with_and_without_thousands(number: int) -> None:
    for spelled in (f"{number}", f"{number:,}", f"{number:,}".replace(",", ".")):
        assert read_number(spelled) == number


@given(st.floats(-(10**6), 10**6).map(lambda one: round(one, 2)))
def test_two_decimals_are_read_with_either_mark(number: float) -> None:
    spelled = f"{number:.2f}"
    assert read_number(spelled) == read_number(spelled.replace(".", ",")) == number
