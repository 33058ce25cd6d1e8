"""How dates are read, and how it is told whether the day or the month stands first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.crm.file.dates import DateReader, Evidence, Order, Unreadable
from handlers.crm import Column
from tests.bot.crm.exports import a_csv, gathered

WARSAW = ZoneInfo("Europe/Warsaw")


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-02-03", at(2026, 2, 3)),
        ("2026-02-03 14:05", at(2026, 2, 3, 14, 5)),
        ("2026-02-03 14:05:00", at(2026, 2, 3, 14, 5)),
        ("2026-02-03T14:05:00Z", at(2026, 2, 3, 14, 5)),
        ("2026-02-03T14:05:00.000+0000", at(2026, 2, 3, 14, 5)),
        ("2026-02-03T14:05:00+02:00", at(2026, 2, 3, 12, 5)),
        ("2026/2/3", at(2026, 2, 3)),
        ("3.2.2026", at(2026, 2, 3)),
        ("03.02.2026 14:05", at(2026, 2, 3, 14, 5)),
        ("03/02/26", at(2026, 2, 3)),
        ("3/2/2026, 2:05 PM", at(2026, 2, 3, 14, 5)),
        ("3/2/2026 12:05 am", at(2026, 2, 3, 0, 5)),
        ("3 Feb 2026", at(2026, 2, 3)),
        ("Feb 3, 2026 2:05 PM", at(2026, 2, 3, 14, 5)),
        ("3 lutego 2026", at(2026, 2, 3)),
        ("3 мая 2026 г.", at(2026, 5, 3)),
        ("3 февраля 2026 14:05", at(2026, 2, 3, 14, 5)),
        ("2026年2月3日", at(2026, 2, 3)),
        ("2026年2月3日 14:05", at(2026, 2, 3, 14, 5)),
        ("1770127500000", at(2026, 2, 3, 14, 5)),
        ("1770127500", at(2026, 2, 3, 14, 5)),
        ("20260203", at(2026, 2, 3)),
        ("2026-02-03 14:05+01", at(2026, 2, 3, 13, 5)),
    ],
)
def test_dates_are_read_as_people_write_them(text: str, moment: datetime) -> None:
    assert DateReader(Order.DAY_FIRST, ZoneInfo("UTC")).read(text) == moment


@pytest.mark.parametrize(
    "text",
    [
        *("yesterday", "31.02.2026", "2026-13-01", "12", "45292", "1/2", "2026-02-03 25:00"),
        *("3/2/2026 13:05 pm", "3 Foo 2026", "0001-01-01", "9999-12-31", "١٢٣٤٥٦٧٨", "1" * 500),
        "2026-02-03x14:05:00",
    ],
)
def test_what_is_no_date_is_not_read(text: str) -> None:
    with pytest.raises(Unreadable):
        DateReader(Order.DAY_FIRST, ZoneInfo("UTC")).read(text)


@given(st.text(max_size=30))
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        found = DateReader(Order.MONTH_FIRST, WARSAW).read(text)
    except Unreadable:
        return
    assert found.tzinfo is UTC


@given(
    st.dates(date(1900, 1, 2), date(2199, 12, 30)),
    st.sampled_from(list(Order)),
    st.sampled_from(["/", "-", "."]),
)
def test_any_day_comes_back_in_any_order(day: date, order: Order, mark: str) -> None:
    parts = {"D": f"{day.day:02}", "M": f"{day.month:02}", "Y": f"{day.year:04}"}
    text = mark.join(parts[one] for one in order.value)
    assert DateReader(order, WARSAW).read(text).date() == day


@given(st.integers(-600_000_000, 7_000_000_000), st.integers(-720, 720))
def test_any_moment_with_its_zone_comes_back(seconds: int, minutes: int) -> None:
    aware = datetime.fromtimestamp(seconds, timezone(timedelta(minutes=minutes)))
    assert DateReader(Order.DAY_FIRST, WARSAW).read(aware.isoformat()) == aware


@given(
    st.lists(
        st.datetimes(*map(datetime.fromisoformat, ("1971-01-01", "2090-01-01"))).map(
            lambda moment: moment.isoformat(" ", "seconds")
        )
        | st.sampled_from(["", "2026-02-03T14:05:00"])
    )
)
def test_a_column_is_read_at_once_as_its_cells_are(texts: list[str]) -> None:
    reader = DateReader(Order.DAY_FIRST, ZoneInfo("UTC"))
    assert reader.read_all(texts) == [reader.read(text) if text else None for text in texts]
    assert DateReader(Order.DAY_FIRST, WARSAW).read_all(["2026-02-03 14:05:00"]) is None


@pytest.mark.parametrize("odd", ["2026-02-03 14:05+01", "2026-02-30 14:05:00", "3.2.2026", "soon"])
def test_a_column_with_a_cell_of_its_own_kind_is_read_cell_by_cell(odd: str) -> None:
    reader = DateReader(Order.DAY_FIRST, ZoneInfo("UTC"))
    assert reader.read_all(["2026-02-03 14:05:00", odd]) is None


def test_a_clock_without_a_zone_stood_where_it_is_said() -> None:
    reader = DateReader(Order.DAY_FIRST, WARSAW)
    assert reader.read("2026-02-03 14:05:00") == at(2026, 2, 3, 13, 5)
    assert reader.read("3.7.2026 14:05") == at(2026, 7, 3, 12, 5)
    assert reader.read("2026-02-03") == at(2026, 2, 3)


@pytest.mark.parametrize(
    ("values", "order"),
    [
        (["03/02/2026", "25/02/2026"], Order.DAY_FIRST),
        (["03/02/2026", "02/25/2026"], Order.MONTH_FIRST),
        (["03.02.2026"], Order.DAY_FIRST),
        (["3/2/2026 3:04 PM"], Order.MONTH_FIRST),
        (["2026-02-03"], Order.YEAR_FIRST),
        (["03/02/2026", "02/03/2026"], None),
        (["13/02/2026", "14/02/2026", "02/13/2026"], Order.DAY_FIRST),
    ],
)
def test_the_order_is_told_from_all_values(values: list[str], order: Order | None) -> None:
    evidence = Evidence()
    evidence.look(values)
    assert evidence.proven is order


def rows_with(*dates: str) -> list[Sequence[str]]:
    return [
        ("Lead ID", "Created Date", "Converted Date"),
        *((f"L-{n}", *f"{one}|".split("|")[:2]) for n, one in enumerate(dates)),
    ]


def test_a_proof_far_down_decides_for_the_whole_column(tmp_path: Path) -> None:
    path = a_csv(tmp_path, rows_with(*["01/02/2026"] * 12_000, "01/13/2026"))
    store, imported = gathered(path)
    assert set(store.column(Column.CREATED_AT)) == {at(2026, 1, 2), at(2026, 1, 13)}
    assert (imported.date_order, imported.refused, list(imported.notes)) == ("MDY", 0, [])


def test_another_column_decides_for_one_that_cannot(tmp_path: Path) -> None:
    store, imported = gathered(a_csv(tmp_path, rows_with("01/02/2026|02/28/2026")))
    assert store.column(Column.CREATED_AT) == [at(2026, 1, 2)]
    assert (imported.date_order, list(imported.notes)) == ("MDY", [])


def test_where_nothing_decides_the_day_is_assumed_and_said(tmp_path: Path) -> None:
    store, imported = gathered(a_csv(tmp_path, rows_with("01/02/2026")))
    assert store.column(Column.CREATED_AT) == [at(2026, 2, 1)]
    assert imported.date_order == "DMY"
    assert [note.key for note in imported.notes] == ["import-note-date-order"]


def test_a_file_without_dates_has_no_order_of_dates(tmp_path: Path) -> None:
    _, imported = gathered(a_csv(tmp_path, [("Lead ID", "Name"), ("L-1", "Ada Lovelace")]))
    assert imported.date_order == ""


def test_a_line_with_an_unreadable_date_is_refused(tmp_path: Path) -> None:
    path = a_csv(tmp_path, rows_with("2026-01-02", "soon", "2026-01-03", "N/A", " 2026-01-04 "))
    store, imported = gathered(path)
    assert store.column(Column.ID) == ["L-0", "L-2", "L-3", "L-4"]
    assert store.column(Column.CREATED_AT)[2] is None
    assert imported.refused == 1


def test_a_zone_may_be_named_for_the_whole_import(tmp_path: Path) -> None:
    store, _ = gathered(a_csv(tmp_path, rows_with("2026-07-01 09:30")), zone="Asia/Shanghai")
    assert store.column(Column.CREATED_AT) == [at(2026, 7, 1, 1, 30)]
