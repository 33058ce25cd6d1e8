"""How delimited text is read, whatever it looks like."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.crm.file.encodings import encoding_of
from bot.crm.file.headings import understood
from bot.crm.file.limits import Limits
from bot.crm.file.opening import open_sheet
from bot.crm.file.rows import Rows
from handlers.crm import Column
from handlers.errors import Refused
from tests.bot.crm.exports import a_csv, gathered, text_of

HEADINGS = ("Lead ID", "Name", "Company")
POLISH = "Łukasz Żółć z Wąwozu, Małgorzata Świętosławska, Źdźbło i Spółka"
RUSSIAN = "Иван Петров, ООО «Ромашка», Ольга Сидорова"
WESTERN = "René Müller, José Peña, Straße 5, Café à la crème"
CHINESE = "王小明, 北京科技有限公司, 李雷, 上海贸易公司"


def read(path: Path, limits: Limits | None = None) -> tuple[tuple[str, ...], Rows]:
    sheet = open_sheet(path, path.parent, limits or Limits(), understood)
    batches = list(sheet.batches())
    lines = [line for rows in batches for line in rows.lines]
    cells = [row for rows in batches for row in rows.cells]
    return sheet.headings, Rows(lines, cells, [bad for rows in batches for bad in rows.bad])


def reasons(rows: Rows) -> list[tuple[int, str]]:
    return [(bad.line, bad.reason.key.removeprefix("import-refused-")) for bad in rows.bad]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_every_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    rows = [HEADINGS, ("L-1", "Nowak, Anna; née | Kot", "A\tB"), ("L-2", "Jan", "C")]
    headings, found = read(a_csv(tmp_path, rows, delimiter=delimiter))
    assert headings == HEADINGS
    assert [tuple(row) for row in found.cells] == rows[1:]


def test_a_line_that_names_the_separator_is_no_heading(tmp_path: Path) -> None:
    headings, found = read(a_csv(tmp_path, "sep=;\r\nLead ID;Name\r\nL-1;Anna\r\n"))
    assert headings == ("Lead ID", "Name")
    assert list(found.lines) == [3]


def test_a_file_of_one_column_is_read(tmp_path: Path) -> None:
    headings, found = read(a_csv(tmp_path, "Email\na@b.example\n\nc@d.example\n"))
    assert headings == ("Email",)
    assert [row[0] for row in found.cells] == ["a@b.example", "c@d.example"]


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", POLISH),
        ("utf-8-sig", RUSSIAN),
        ("utf-16", CHINESE),
        ("utf-16-le", POLISH),
        ("utf-16-be", WESTERN),
        ("cp1250", POLISH),
        ("cp1251", RUSSIAN),
        ("cp1252", WESTERN),
        ("gb18030", CHINESE),
        ("gb18030", RUSSIAN + CHINESE * 3),
    ],
)
def test_every_encoding_is_found(tmp_path: Path, encoding: str, text: str) -> None:
    path = a_csv(
        tmp_path, [HEADINGS, ("L-1", text, "Acme"), ("L-2", text, "Acme")], encoding=encoding
    )
    _, found = read(path)
    assert [row[1] for row in found.cells] == [text, text]


def test_one_old_letter_far_down_decides_the_encoding(tmp_path: Path) -> None:
    path = tmp_path / "leads.csv"
    plain = "\n".join(f"L-{number},Jan Kowalski,Acme" for number in range(60_000))
    path.write_bytes(
        f"Lead ID,Name,Company\n{plain}\nX,".encode() + "Żółć Święta,Ślimak\n".encode("cp1250")
    )
    assert encoding_of(path) == "cp1250"


def test_lines_end_as_they_like(tmp_path: Path) -> None:
    for end in ("\n", "\r\n", "\r"):
        path = a_csv(
            tmp_path, text_of([HEADINGS, ("L-1", "a\r\nb", "C"), ("L-2", "d", "E")], end=end)
        )
        _, found = read(path)
        assert [row[0] for row in found.cells] == ["L-1", "L-2"]


def test_a_wrong_number_of_cells_is_refused_with_its_line(tmp_path: Path) -> None:
    text = "Lead ID,Name,Company\nL-1,Anna,Acme\nL-2,Jan\nL-3,a,b,c\nL-4,Ola,Acme,,\n"
    _, found = read(a_csv(tmp_path, text))
    assert [row[0] for row in found.cells] == ["L-1", "L-4"]
    assert reasons(found) == [(3, "columns"), (4, "columns")]
    assert dict(found.bad[0].reason.args) == {"found": 2, "expected": 3}


def test_a_whole_row_inside_one_field_is_refused_as_such(tmp_path: Path) -> None:
    text = 'Lead ID,Name,Company\nL-1,Anna,Acme\n"L-2,Jan,Acme"\n"L-3,""Kot, Ola"",Acme"\n'
    _, found = read(a_csv(tmp_path, text))
    assert reasons(found) == [(3, "one-field"), (4, "one-field")]


def test_a_quotation_mark_that_is_never_closed_swallows_no_other_line(tmp_path: Path) -> None:
    good = "".join(f"L-{number},Jan,Acme\n" for number in range(3, 9_000))
    text = f'Lead ID,Name,Company\nL-1,Anna,Acme\nL-2,"Jan,Acme\n{good}'
    _, found = read(a_csv(tmp_path, text))
    assert len(found.cells) == 8_998
    assert reasons(found) == [(3, "columns")]


def test_the_same_holds_where_a_later_line_has_quotation_marks(tmp_path: Path) -> None:
    text = 'Lead ID,Name,Company\nL-1,"Anna,Acme\nL-2,"Jan","Acme"\nL-3,Ola,Acme\n'
    _, found = read(a_csv(tmp_path, text))
    assert [row[0] for row in found.cells] == ["L-2", "L-3"]
    assert [line for line, _ in reasons(found)] == [2]


def test_a_cell_of_several_lines_keeps_the_line_it_begins_on(tmp_path: Path) -> None:
    text = 'Lead ID,Name,Company\nL-1,"Anna\nNowak",Acme\nL-2,Jan\nL-3,Ola,Acme\n'
    _, found = read(a_csv(tmp_path, text))
    assert list(found.lines) == [2, 5]
    assert reasons(found) == [(4, "columns")]


def test_a_cell_beyond_the_limit_is_refused_with_its_line(tmp_path: Path) -> None:
    rows = [HEADINGS, ("L-1", "x" * 5_000, "Acme"), ("L-2", "Jan", "Acme")]
    _, found = read(a_csv(tmp_path, rows), Limits(cell=2_000))
    assert [row[0] for row in found.cells] == ["L-2"]
    assert reasons(found) == [(2, "cell")]


def test_a_salesforce_report_ends_before_its_footer(tmp_path: Path) -> None:
    text = (
        "Lead Owner,First Name,Last Name,Company / Account,Email\r\n"
        "Rep A,Anna,Nowak,Acme,anna@acme.example\r\n"
        "Grand Total,,,,\r\n"
        "Grand Total,,2,,\r\n"
        "\r\n\r\n"
        '"Leads of this week"\r\n'
        '"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."\r\n'
        '"Confidential Information - Do Not Distribute"\r\n'
        '"Generated By:  Rep A  1/2/2026 3:04 PM"\r\n'
    )
    store, imported = gathered(a_csv(tmp_path, text))
    assert store.system == "salesforce"
    assert (imported.read, imported.refused, len(store.records)) == (1, 0, 1)


def test_a_title_above_the_headings_is_passed_over(tmp_path: Path) -> None:
    text = "Weekly leads,,\nmade on Monday,,\n,,\nLead ID,Name,Company\nL-1,Anna,Acme\n"
    headings, found = read(a_csv(tmp_path, text))
    assert headings == HEADINGS
    assert list(found.lines) == [5]


def test_blank_lines_are_no_lines(tmp_path: Path) -> None:
    store, imported = gathered(
        a_csv(tmp_path, "Lead ID,Name,Company\n\nL-1,Anna,Acme\n,,\n\nL-2,Jan,B\n")
    )
    assert store.column(Column.ID) == ["L-1", "L-2"]
    assert (imported.read, imported.refused) == (2, 0)


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "import-empty"),
        (b"\n\n\n", "import-empty"),
        (b"\xd0\xcf\x11\xe0old", "import-old-workbook"),
        (b"\x00\x01\x02\x00\x00rubbish\x00", "import-no-table"),
        (b"a" * (2 << 20), "import-no-table"),
        (b"x,y\n1,2\n", "import-no-identity"),
        (b"Lead ID,Name\n", "import-empty"),
    ],
)
def test_what_is_no_table_of_leads_is_refused_whole(
    tmp_path: Path, content: bytes, key: str
) -> None:
    path = tmp_path / "leads.csv"
    path.write_bytes(content)
    with pytest.raises(Refused) as refused:
        gathered(path)
    assert refused.value.phrase.key == key


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "nothing.csv", tmp_path):
        with pytest.raises(Refused) as refused:
            gathered(path)
        assert refused.value.phrase.key == "import-no-file"


@pytest.mark.parametrize(
    ("limits", "key"),
    [
        (Limits(csv_size=10), "import-too-large"),
        (Limits(csv_rows=2), "import-too-many-rows"),
        (Limits(columns=2), "import-too-many-columns"),
    ],
)
def test_a_text_beyond_the_limits_is_refused_whole(
    tmp_path: Path, limits: Limits, key: str
) -> None:
    path = a_csv(tmp_path, [HEADINGS, *((f"L-{n}", "Jan", "Acme") for n in range(3))])
    with pytest.raises(Refused) as refused:
        gathered(path, limits=limits)
    assert refused.value.phrase.key == key


LETTERS = st.characters(codec="utf-8", exclude_categories=["Cs"], exclude_characters="\0\ufeff")
CELLS = st.text(LETTERS, max_size=12)


@given(
    rows=st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=12),
    delimiter=st.sampled_from(",;\t|"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_any_cells_come_back_as_they_were_written(
    rows: list[tuple[str, str]], delimiter: str, encoding: str
) -> None:
    written = [("Lead ID", "Name", "Company"), *((f"L{n}", *row) for n, row in enumerate(rows))]
    with tempfile.TemporaryDirectory() as folder:
        path = a_csv(Path(folder), written, delimiter=delimiter, encoding=encoding)
        headings, found = read(path)
    assert headings == written[0]
    assert [tuple(row) for row in found.cells] == written[1:]
    assert not found.bad


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "leads.csv"
        path.write_bytes(b"Lead ID,Name\n" + content)
        try:
            store, imported = gathered(path)
        except Refused:
            return
    assert len(store.records) + imported.refused == imported.read
