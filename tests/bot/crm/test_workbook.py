"""Workbooks are read inside limits, and bombs are refused before they go off."""

from __future__ import annotations

import resource
import sys
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from bot.crm.file.limits import Limits
from handlers.crm import Column
from handlers.errors import Refused
from tests.bot.crm.exports import an_xlsx, gathered
from tests.rubbish import (
    BOOK,
    a_book_of_many_parts,
    a_crowded_book,
    a_lying_book,
    a_swelling_book,
    packed,
)

MOMENT = datetime.fromisoformat("2026-02-03T14:05")
MIDNIGHT = datetime.fromisoformat("2026-02-04")
HEADINGS = ("Lead ID", "Name", "Company")


def refused(path: Path, **limits: float) -> str:
    """Give the reason of a refusal that cost no memory worth the name; the bench tells its time."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(Refused) as told:
        gathered(path, limits=Limits(**limits))  # type: ignore[arg-type]
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown * (1 if sys.platform == "linux" else 0.001) < 50_000, grown
    return told.value.phrase.key


def test_numbers_dates_and_truths_come_as_they_are(tmp_path: Path) -> None:
    rows = [
        (*HEADINGS, "Created Date", "Converted Date", "Converted"),
        (12345, "Anna", "Żółw i Syn", MOMENT, MIDNIGHT, True),
    ]
    store, imported = gathered(an_xlsx(tmp_path, rows), zone="Europe/Warsaw")
    assert store.column(Column.ID) == ["12345"]
    assert store.column(Column.COMPANY) == ["Żółw i Syn"]
    assert [at.isoformat() for at in store.column(Column.CREATED_AT)] == [
        "2026-02-03T13:05:00+00:00"
    ]
    assert [at.date() for at in store.column(Column.CONVERTED_AT)] == [date(2026, 2, 4)]
    assert imported.date_order == "YMD"


def test_a_refused_row_keeps_its_number(tmp_path: Path) -> None:
    rows = [HEADINGS, (1, "two\nlines", "A"), ("", "", ""), ("", "Jan", ""), (4, "Ola", "B")]
    store, imported = gathered(an_xlsx(tmp_path, rows))
    assert store.column(Column.NAME) == ["two lines", "Ola"]
    assert imported.refused_file is not None
    assert "leads.xlsx,4," in imported.refused_file.read_text(encoding="utf-8-sig")


def test_the_first_sheet_with_anything_on_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "leads.xlsx"
    book = xlsxwriter.Workbook(str(path))
    book.add_worksheet("empty")
    hidden = book.add_worksheet("hidden")
    hidden.write_row(0, 0, ("Lead ID",))
    hidden.hide()
    book.add_worksheet("leads").write_column(0, 0, ("Lead ID", "L-1"))
    book.close()
    store, _ = gathered(path)
    assert store.column(Column.ID) == ["L-1"]


def test_a_part_that_swells_is_refused(tmp_path: Path) -> None:
    assert refused(a_swelling_book(tmp_path / "a.xlsx")) == "import-bomb"


def test_parts_that_are_too_much_together_are_refused(tmp_path: Path) -> None:
    assert refused(a_crowded_book(tmp_path / "a.xlsx")) == "import-bomb"


def test_a_size_that_lies_is_refused(tmp_path: Path) -> None:
    assert refused(a_lying_book(tmp_path / "a.xlsx")) == "import-damaged"


def test_a_packed_file_inside_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.xlsx", {**BOOK, "xl/embeddings/inner.zip": b"PK"})
    assert refused(path) == "import-bomb"


def test_a_link_inside_is_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.xlsx", BOOK)
    link = zipfile.ZipInfo("xl/link.xml")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    assert refused(path) == "import-bomb"


def test_too_many_parts_are_refused(tmp_path: Path) -> None:
    assert refused(a_book_of_many_parts(tmp_path / "a.xlsx")) == "import-bomb"


@pytest.mark.parametrize(
    ("parts", "key"),
    [
        ({"word/document.xml": b""}, "import-damaged"),
        ({**BOOK, "xl/vbaProject.bin": b""}, "import-macros"),
        (BOOK, "import-damaged"),
    ],
)
def test_what_is_packed_but_no_plain_workbook_is_refused(
    tmp_path: Path, parts: dict[str, bytes], key: str
) -> None:
    assert refused(packed(tmp_path / "a.xlsx", parts)) == key


def test_a_workbook_cut_short_is_refused(tmp_path: Path) -> None:
    path = an_xlsx(tmp_path, [HEADINGS, (1, "Anna", "Acme")])
    path.write_bytes(path.read_bytes()[:-300])
    assert refused(path) == "import-damaged"


def test_a_workbook_that_is_too_large_is_refused_unopened(tmp_path: Path) -> None:
    path = an_xlsx(tmp_path, [HEADINGS, (1, "Anna", "Acme")])
    assert refused(path, xlsx_size=1_000) == "import-too-large"


def test_one_cell_at_the_far_corner_cannot_fill_the_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.write_string(0, 0, "Lead ID")
    sheet.write_string(1_048_575, 16_383, "x")
    book.close()
    with pytest.raises(Refused) as told:
        gathered(path)
    assert told.value.phrase.key in {"import-bomb", "import-too-many-rows"}


@pytest.mark.parametrize(
    ("limits", "key"),
    [
        ({"xlsx_rows": 2}, "import-too-many-rows"),
        ({"columns": 2}, "import-too-many-columns"),
        ({"xlsx_seconds": 0.001}, "import-bomb"),
    ],
)
def test_a_workbook_beyond_the_limits_is_refused(
    tmp_path: Path, limits: dict[str, float], key: str
) -> None:
    path = an_xlsx(tmp_path, [HEADINGS, *((n, "Anna", "Acme") for n in range(3))])
    assert refused(path, **limits) == key


def test_an_empty_workbook_is_refused(tmp_path: Path) -> None:
    assert refused(an_xlsx(tmp_path, [])) == "import-empty"
