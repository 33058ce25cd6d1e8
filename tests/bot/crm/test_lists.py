"""A table that somebody sends to the bot becomes the text of a lead list."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.crm.file.limits import Limits
from bot.crm.file.lists import read_lead_list
from handlers.errors import Refused
from tests.bot.crm.exports import an_xlsx, text_of


def test_each_row_gives_what_its_lead_is_best_known_by() -> None:
    rows = [
        ("Lead ID", "Email", "First Name", "Last Name", "Company"),
        ("L-1", "a@b.example", "Anna", "Nowak", "Acme"),
        ("", "Jan <Jan@B.example>", "Jan", "Kot", "Acme"),
        ("", "", "Ola", "Lis", "Acme, Inc."),
        ("", "", "", "", ""),
        ("", "N/A", "Iwo", "", ""),
    ]
    text = read_lead_list("list.csv", text_of(rows, ";").encode("cp1250"))
    assert text.splitlines() == ["L-1", "jan@b.example", "Ola Lis, Acme, Inc.", "Iwo"]


def test_a_workbook_gives_the_same(tmp_path: Path) -> None:
    path = an_xlsx(tmp_path, [("Email",), ("a@b.example",), ("c@d.example",)])
    assert read_lead_list("x.xlsx", path.read_bytes()) == "a@b.example\nc@d.example"


def test_a_list_without_headings_stands_as_it_is() -> None:
    text = read_lead_list("list.txt", b"a@b.example\nc@d.example\n")
    assert text.splitlines() == ["a@b.example", "c@d.example"]


def test_what_is_refused_is_called_by_its_own_name() -> None:
    with pytest.raises(Refused) as refused:
        read_lead_list("../../etc/\u202eleads.xlsx", b"PK\x03\x04nonsense")
    assert refused.value.phrase.key == "import-damaged"
    assert dict(refused.value.phrase.args)["file"] == "leads.xlsx"


def test_a_list_that_is_too_large_is_refused_before_it_is_written() -> None:
    with pytest.raises(Refused) as refused:
        read_lead_list("list.csv", b"x" * 200, Limits(csv_size=100, xlsx_size=100))
    assert refused.value.phrase.key == "import-too-large"


def test_a_row_that_cannot_be_read_is_listed_rather_than_dropped() -> None:
    content = (
        'Record ID,Email,Status\n1,a@b.example,Open\n2,c@d.example,Open,more\n,,Lost it\n"3,x,y"\n'
    )
    text = read_lead_list("list.csv", content.encode())
    assert text.splitlines() == ["1", "Lost it", "2 c@d.example Open more", "3 x y"]


def test_no_row_of_a_list_without_headings_is_dropped() -> None:
    text = read_lead_list("list.txt", b"a@b.example,c@d.example\ne@f.example\n")
    assert text.splitlines() == ["a@b.example, c@d.example", "e@f.example"]


@given(st.binary(max_size=400))
def test_no_bytes_break_it(content: bytes) -> None:
    try:
        lines = read_lead_list("list", content).split("\n")
    except Refused:
        return
    assert len(lines) <= len(content) + 1
