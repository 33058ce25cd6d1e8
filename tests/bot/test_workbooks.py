"""A workbook opens in the reader's spreadsheet, its numbers are numbers, and it runs nothing there."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from bot.i18n import Voice
from bot.sheets import FORMULA_STARTS
from bot.workbooks import LONGEST_NAME, as_file
from handlers.message import Tab, Workbook
from handlers.naming import shown
from handlers.people import Language
from handlers.phrase import say, verbatim

ENGLISH = Voice(Language.ENGLISH, "UTC")
MADE_AT = datetime(2026, 11, 23, 9, tzinfo=UTC)


def a_tab(*cells: str | float, title: str = "Counts") -> Tab:
    row = tuple(verbatim(cell) if isinstance(cell, str) else cell for cell in cells)
    columns = tuple(verbatim(f"c{place}") for place in range(len(cells)))
    return Tab(verbatim(title), columns, (row,))


def written(*tabs: Tab, voice: Voice = ENGLISH) -> bytes:
    return as_file(Workbook(verbatim("Week 47"), "week-47", MADE_AT, tabs), voice).content


def opened(content: bytes) -> CalamineWorkbook:
    return CalamineWorkbook.from_filelike(BytesIO(content))


def read(content: bytes, tab: int = 0) -> Sequence[Sequence[object]]:
    return opened(content).get_sheet_by_index(tab).to_python()


def inside(content: bytes, part: str) -> str:
    with zipfile.ZipFile(BytesIO(content)) as file:
        return file.read(part).decode()


def test_words_stay_words_and_numbers_numbers() -> None:
    assert read(written(a_tab("Leads in", 24, 6.5))) == [["c0", "c1", "c2"], ["Leads in", 24, 6.5]]


def test_each_table_has_a_tab_of_its_own() -> None:
    content = written(a_tab(1), a_tab(2, title="Reasons"))
    assert opened(content).sheet_names == ["Counts", "Reasons"]
    assert read(content, 1)[1] == [2]


def test_headings_and_words_are_in_the_readers_language() -> None:
    tab = Tab(say("questions-column-lead"), (say("questions-column-outcome"),), ())
    polish = Voice(Language.POLISH, "UTC")
    [name], [head] = (
        opened(written(tab, voice=polish)).sheet_names,
        read(written(tab, voice=polish)),
    )
    assert name == polish.speak(say("questions-column-lead"))
    assert head == [polish.speak(say("questions-column-outcome"))]


@settings(max_examples=50)
@given(st.text(max_size=30) | st.sampled_from(["=1+1", "+1", "@SUM(A1)", "=cmd|' /C calc'!A0"]))
def test_no_text_is_ever_a_formula_or_a_link(text: str) -> None:
    sheet = inside(written(a_tab(text, "http://evil.example", "x")), "xl/worksheets/sheet1.xml")
    assert not re.search(r"<f[ >]|<hyperlink", sheet)


@settings(max_examples=50)
@given(st.text(st.characters(exclude_categories=["C"]), max_size=30))
def test_every_text_reads_back_as_it_is_shown(text: str) -> None:
    cell = read(written(a_tab(text, "end")))[1][0]
    assert str(cell).strip() == shown(text).strip()


@pytest.mark.parametrize("start", sorted(FORMULA_STARTS - set("\t\r\n\0")))
def test_what_looks_like_a_formula_stays_a_text_when_somebody_edits_it(start: str) -> None:
    live, dull = written(a_tab(f"{start}1+1")), written(a_tab("1+1"))
    assert 'quotePrefix="1"' in inside(live, "xl/styles.xml")
    marked = 's="2"'  # the third look, after the usual one and the headings'
    assert marked in inside(live, "xl/worksheets/sheet1.xml")
    assert marked not in inside(dull, "xl/worksheets/sheet1.xml")


@given(st.lists(st.text(max_size=50) | st.sampled_from(["a[b]", "x:y/z", "'q'", "T" * 40])))
@settings(max_examples=50)
def test_any_titles_become_tabs_that_excel_takes(titles: list[str]) -> None:
    content = written(a_tab(1, title="First"), *(a_tab(1, title=title) for title in titles))
    names = opened(content).sheet_names
    assert len({name.casefold() for name in names}) == len(titles) + 1
    assert all(1 <= len(name) <= LONGEST_NAME for name in names)
    assert not re.search(r"[\[\]:*?/\\]", "".join(names))


def test_a_text_of_more_letters_than_a_cell_holds_is_cut() -> None:
    cell = read(written(a_tab("x" * 40_000)))[1][0]
    assert len(str(cell)) == 32_767


def test_the_same_workbook_is_always_the_same_file() -> None:
    assert written(a_tab("a", 1)) == written(a_tab("a", 1))
    assert "2026-11-23T09:00:00Z" in inside(written(a_tab(1)), "docProps/core.xml")
