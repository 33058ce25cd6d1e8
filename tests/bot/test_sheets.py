"""A sheet opens as a table in the reader's spreadsheet, and runs nothing there."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.i18n import Voice
from bot.sheets import FORMULA_STARTS, as_file
from handlers.message import Sheet
from handlers.naming import shown
from handlers.people import Language
from handlers.phrase import say, verbatim

ENGLISH = Voice(Language.ENGLISH, "UTC")


def a_sheet(*cells: str) -> Sheet:
    row = tuple(verbatim(cell) for cell in cells)
    return Sheet(title=verbatim("t"), name="leads", columns=row, rows=(row,))


def cells(content: bytes, delimiter: str) -> list[list[str]]:
    return list(
        csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter)
    )


@pytest.mark.parametrize(("language", "delimiter"), list(zip(Language, ",;;,", strict=True)))
def test_columns_are_parted_as_the_readers_spreadsheet_expects(
    language: Language, delimiter: str
) -> None:
    file = as_file(a_sheet("a", "b"), Voice(language, "UTC"))
    assert cells(file.content, delimiter) == [["a", "b"], ["a", "b"]]
    assert file.name == "leads.csv"


def test_headings_and_words_are_in_the_readers_language() -> None:
    sheet = Sheet(
        title=verbatim("t"),
        name="leads",
        columns=(say("questions-column-outcome"),),
        rows=((say("outcome-converted"),),),
    )
    polish = as_file(sheet, Voice(Language.POLISH, "UTC")).content
    assert cells(polish, ";") != cells(as_file(sheet, ENGLISH).content, ",")


@given(st.text(max_size=30))
def test_no_cell_is_ever_run_as_a_formula(text: str) -> None:
    [[_], [cell]] = (
        cells(as_file(a_sheet(text), ENGLISH).content, ",") if shown(text) else [[""], [""]]
    )
    assert cell[:1] not in FORMULA_STARTS or not cell
    assert cell.removeprefix("'") == shown(text).removeprefix("'")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", " =1+1", "＝1+1", "|cmd"])
def test_what_looks_like_a_formula_gets_an_apostrophe(text: str) -> None:
    [_, [cell]] = cells(as_file(a_sheet(text), ENGLISH).content, ",")
    assert cell.startswith("'")
