"""Shapes that some platform could not draw are refused when they are made."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.message import MOST_BUTTONS, Button, Buttons, Cell, Table, read, values
from handlers.phrase import verbatim


def a_button(label: str = "Yes") -> Button:
    return Button(label=verbatim(label), does="questions.answer")


@pytest.mark.parametrize("count", [0, MOST_BUTTONS + 1])
def test_a_bar_holds_one_to_five_buttons(count: int) -> None:
    with pytest.raises(ValueError, match=f"not {count}"):
        Buttons((a_button(),) * count)
    assert len(Buttons((a_button(),) * MOST_BUTTONS).buttons) == MOST_BUTTONS


def test_rows_fit_their_headings() -> None:
    columns = (verbatim("Lead"), verbatim("Outcome"))
    row = (Cell(verbatim("Anna")), Cell(verbatim("Converted")))
    assert Table(columns, (row,), verbatim("Leads")).rows == (row,)
    with pytest.raises(ValueError, match="does not fit"):
        Table(columns, (row, row[:1]), verbatim("Leads"))


@given(st.dictionaries(st.text("abc_", min_size=1), st.text()))
def test_what_a_button_carries_comes_back(carried: dict[str, str]) -> None:
    assert read(values(**carried)) == carried


def test_carried_values_are_spelled_the_same_way_each_time() -> None:
    assert values(lead=7, ask="x") == values(ask="x", lead=7) == (("ask", "x"), ("lead", "7"))
