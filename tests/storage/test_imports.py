"""Imports into the database: what they write, keep, count and never do; on both databases."""

from __future__ import annotations

import csv
import random
import sqlite3
import tempfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, Table, select, text

from bot.crm.file.importing import Imported, Options, import_files
from bot.crm.file.words import UserMapping
from handlers.errors import Refused
from storage import import_sighting, import_writing
from storage.database import open_engine
from storage.imports import SqlImport
from storage.leads import SqlLeads
from storage.schema import (
    activities,
    campaigns,
    lead_changes,
    leads,
    metadata,
    owners,
)
from tests.builders import MONDAY_MORNING, Clock
from tests.patience import until

Row = Sequence[object]
HEADINGS = ("Lead ID", "Name", "Company", "Email", "Owner", "Status", "Reason", "Next Step")


class Importer:
    """Imports tiny files into one database, and looks what came of it."""

    def __init__(self, engine: Engine, folder: Path) -> None:
        self.engine = engine
        self.folder = folder
        self.clock = Clock()

    def __call__(self, *tables: Iterable[Row], **options: Any) -> Imported:
        paths = [self._written(number, rows) for number, rows in enumerate(tables)]
        return import_files(paths, SqlImport(self.engine, self.clock), options=Options(**options))

    def _written(self, number: int, rows: Iterable[Row]) -> Path:
        path = self.folder / f"{number}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        return path

    def rows(self, table: Table) -> list[dict[str, Any]]:
        """Give what is told of things; `compared` tells how old it is."""
        told = [column for column in table.c if column is not leads.c.sighting_id]
        with self.engine.connect() as connection:
            found = connection.execute(select(*told).order_by(table.c.id)).mappings()
            return [dict(row) for row in found]

    def sightings(self) -> list[int]:
        with self.engine.connect() as connection:
            return list(connection.execute(select(leads.c.sighting_id)).scalars())

    def lead(self, key: str) -> dict[str, Any]:
        (found,) = [row for row in self.rows(leads) if row["external_key"] == key]
        return found

    def compared(self) -> dict[str, datetime]:
        """Tell when each lead was last compared with the CRM, by its key."""
        with self.engine.connect() as connection:
            found = SqlLeads(connection).by_ids([row["id"] for row in self.rows(leads)])
            return {lead.external_id.lower(): lead.imported_at for lead in found.values()}

    def everything(self) -> dict[str, list[dict[str, Any]]]:
        tables = (owners, campaigns, leads, lead_changes, activities)
        return {table.name: self.rows(table) for table in tables}


@pytest.fixture
def imported(engine: Engine, tmp_path: Path) -> Importer:
    """Imports into an empty database."""
    return Importer(engine, tmp_path)


def counts(told: Imported) -> tuple[int, int, int]:
    return told.new, told.changed, told.unchanged


ANNA = ("L-1", "Anna Nowak", "Acme Inc", "Anna@Acme.example", "Rep A", "New", "", "Call")
JAN = ("L-2", "Jan Kot", "Beta", "jan@beta.example", "Rep B", "Contacted", "", "")


def test_a_new_lead_is_kept_with_all_that_is_told(imported: Importer) -> None:
    assert counts(imported([HEADINGS, ANNA, JAN])) == (2, 0, 0)
    lead = imported.lead("l-1")
    assert (lead["external_id"], lead["system"]) == ("L-1", "file")
    assert (lead["name"], lead["name_key"], lead["surname_key"]) == (
        "Anna Nowak",
        "anna nowak",
        "nowak",
    )
    assert (lead["company_key"], lead["email"]) == ("acme", "anna@acme.example")
    assert (lead["status"], lead["next_step"]) == ("new", "Call")
    assert lead["imported_at"] == MONDAY_MORNING
    assert [owner["name"] for owner in imported.rows(owners)] == ["Rep A", "Rep B"]
    assert not imported.rows(lead_changes)


def test_a_repeated_import_changes_nothing_and_says_when_it_looked(imported: Importer) -> None:
    imported([HEADINGS, ANNA, JAN])
    before = imported.everything()
    imported.clock.move(days=1)
    assert counts(imported([HEADINGS, ANNA, JAN])) == (0, 0, 2)
    assert imported.everything() == before
    assert set(imported.compared().values()) == {MONDAY_MORNING + timedelta(days=1)}


def test_who_is_not_told_of_keeps_the_age_of_its_facts(imported: Importer) -> None:
    ola = ("L-3", "Ola Lis", "Gamma", "ola@gamma.example", "Rep A", "New", "", "")
    imported([HEADINGS, ANNA, JAN, ola])
    ages = dict.fromkeys(("l-1", "l-2", "l-3"), MONDAY_MORNING)
    for told in ([JAN], [ANNA, ola], [ANNA, JAN, ola], [ola], [ola]):
        imported.clock.move(days=1)
        imported([HEADINGS, *told])
        ages |= {str(row[0]).lower(): imported.clock.at for row in told}
        assert imported.compared() == ages


def test_leads_that_are_seen_together_are_not_written_one_by_one(
    imported: Importer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_sighting, "FEW", 0)
    imported([HEADINGS, ANNA, JAN])
    before = imported.sightings()
    imported.clock.move(days=1)
    imported([HEADINGS, ANNA, JAN])
    assert imported.sightings() == before
    assert set(imported.compared().values()) == {imported.clock.at}


def test_a_change_is_written_with_its_history(imported: Importer) -> None:
    imported([HEADINGS, ANNA, JAN])
    imported.clock.move(days=1)
    later = imported.clock.at
    moved = ("L-1", "Anna Nowak", "Acme Inc", "", "Rep B", "Unqualified", "No budget", "Wait")
    assert counts(imported([HEADINGS, moved, JAN])) == (0, 1, 1)
    first, second = (str(owner["id"]) for owner in imported.rows(owners))
    steps = {
        row["field"]: (row["old"], row["new"], row["at"]) for row in imported.rows(lead_changes)
    }
    assert steps == {
        "status": ("new", "disqualified", later),
        "reason": ("", "no-budget", later),
        "owner": (first, second, later),
        "next_step": ("Call", "Wait", later),
    }
    lead = imported.lead("l-1")
    for field in ("status", "reason", "owner", "next_step"):
        assert lead[f"{field}_changed_at"] == later
    assert (lead["status"], lead["reason"], lead["email"]) == (
        "disqualified",
        "no-budget",
        "anna@acme.example",
    )


def test_an_empty_cell_never_erases(imported: Importer) -> None:
    imported([HEADINGS, ANNA])
    before = imported.lead("l-1")
    empty = ("L-1", "", "-", "N/A", "", "Select", "", "")
    assert counts(imported([HEADINGS, empty])) == (0, 0, 1)
    assert imported.lead("l-1") == before


def test_a_word_that_nobody_mapped_takes_our_status_away(imported: Importer) -> None:
    imported([HEADINGS, ANNA])
    imported([("Lead ID", "Status"), ("L-1", "Purple")])
    lead = imported.lead("l-1")
    assert (lead["status"], lead["status_raw"]) == (None, "Purple")
    assert [(row["old"], row["new"]) for row in imported.rows(lead_changes)] == [("new", "Purple")]


def test_another_word_for_the_same_status_is_no_step(imported: Importer) -> None:
    imported([("Lead ID", "Tags"), ("L-1", "Ringing")])
    assert counts(imported([("Lead ID", "Tags"), ("L-1", "Busy")])) == (0, 1, 0)
    assert imported.lead("l-1")["status_raw"] == "Busy"
    assert not imported.rows(lead_changes)


def test_of_two_lines_about_one_lead_the_later_counts(imported: Importer) -> None:
    rows = [
        ("Lead ID", "Name", "Email", "Status"),
        ("L-1", "Anna", "anna@acme.example", "New"),
        ("L-2", "Jan", "", "New"),
        ("l-1", "Anna Nowak", "", "Contacted"),
        ("L-1", "", "", "-"),
    ]
    told = imported(rows)
    assert (told.new, told.repeated, told.read) == (2, 2, 4)
    lead = imported.lead("l-1")
    assert (lead["name"], lead["email"], lead["status"]) == (
        "Anna Nowak",
        "anna@acme.example",
        "connected",
    )


def test_a_line_without_id_finds_its_lead_by_address_and_by_name(imported: Importer) -> None:
    imported([HEADINGS, ANNA, JAN])
    rows = [
        ("Email", "Name", "Company", "Status"),
        ("ANNA@acme.example", "", "", "Contacted"),
        ("", "JAN KÓT", "beta ltd", "Qualified"),
        ("new@else.example", "", "", "New"),
    ]
    assert counts(imported(rows)) == (1, 2, 0)
    assert imported.lead("l-1")["status"] == "connected"
    assert imported.lead("l-2")["status"] == "qualified"
    assert imported.lead("new@else.example")["status"] == "new"


def test_a_lead_that_had_no_id_gets_the_one_it_has_now(imported: Importer) -> None:
    imported(
        [
            ("Email", "Name", "Company"),
            ("anna@acme.example", "Anna", "Acme"),
            ("", "Jan Kot", "Beta"),
        ]
    )
    first = [row["id"] for row in imported.rows(leads)]
    assert counts(imported([HEADINGS, ANNA, JAN])) == (0, 2, 0)
    assert [row["id"] for row in imported.rows(leads)] == first
    assert {row["external_key"] for row in imported.rows(leads)} == {"l-1", "l-2"}


def test_an_address_that_two_leads_share_names_neither(imported: Importer) -> None:
    imported([("Lead ID", "Email"), ("L-1", "x@a.example"), ("L-2", "x@a.example")])
    deals = [("Deal ID", "Email", "Stage"), ("D-1", "x@a.example", "Closed Won")]
    with pytest.raises(Refused):
        imported(deals)
    assert {row["status"] for row in imported.rows(leads)} == {None}


def test_two_crms_may_use_the_same_id(imported: Importer) -> None:
    imported([("Lead ID", "Name"), ("1", "Anna")], system="one")
    assert counts(imported([("Lead ID", "Name"), ("1", "Jan")], system="two")) == (1, 0, 0)


DEALS = [
    ("Deal ID", "Lead ID", "Stage", "Close Date", "Owner"),
    ("D-1", "L-1", "Closed Lost", "2026-03-01", ""),
    ("D-2", "L-1", "Closed Won", "2026-03-02", "Rep C"),
    ("D-3", "L-1", "Negotiation", "", ""),
    ("D-4", "L-9", "Closed Won", "2026-03-02", ""),
]


def test_deals_become_the_fate_of_their_leads(imported: Importer) -> None:
    told = imported([HEADINGS, ANNA, JAN, JAN], DEALS)
    assert (told.read, told.new, told.repeated, told.refused) == (7, 2, 1, 1)
    lead = imported.lead("l-1")
    assert lead["status"] == "converted"
    assert lead["converted_at"] == datetime(2026, 3, 2, tzinfo=UTC)
    assert lead["status_changed_at"] == datetime(2026, 3, 2, tzinfo=UTC)
    assert told.refused_file is not None
    refused = told.refused_file.read_text(encoding="utf-8-sig").splitlines()
    assert refused[1].startswith("1.csv,5,Belongs to no lead that is known,D-4,L-9")


def test_deals_alone_find_the_leads_we_have(imported: Importer) -> None:
    imported([HEADINGS, ANNA, JAN])
    imported.clock.move(days=1)
    told = imported(DEALS)
    assert (counts(told), told.refused) == ((0, 1, 0), 1)
    (step,) = [row for row in imported.rows(lead_changes) if row["field"] == "status"]
    assert (step["new"], step["at"]) == ("converted", datetime(2026, 3, 2, tzinfo=UTC))
    assert imported.lead("l-1")["external_id"] == "L-1"
    assert counts(imported(DEALS)) == (0, 0, 1)


def test_contacts_and_accounts_fill_what_leads_do_not_say(imported: Importer) -> None:
    people = [
        ("Contact ID", "Account ID", "Name", "Email", "Job Title"),
        ("C-1", "A-1", "Anna Nowak", "anna@acme.example", "CEO"),
        ("C-1", "A-1", "Anna Nowak", "anna@acme.example", "CTO"),
        ("C-2", "A-2", "Jan", "", ""),
    ]
    companies = [("Account ID", "Company Name"), ("A-1", "Acme Inc"), ("A-2", "Beta")]
    mine = [
        ("Lead ID", "Contact ID", "Company", "Job Title"),
        ("L-1", "c-1", "", "CEO since May"),
        ("L-2", "C-2", "Own Name", ""),
        ("L-3", "C-3", "", ""),
    ]
    assert imported(companies, mine, people).new == 3
    anna, jan, nobody = map(imported.lead, ("l-1", "l-2", "l-3"))
    assert (anna["name"], anna["company"], anna["title"]) == (
        "Anna Nowak",
        "Acme Inc",
        "CEO since May",
    )
    assert (jan["name"], jan["company"]) == ("Jan", "Own Name")
    assert (nobody["name"], nobody["company"]) == ("", "")
    deals = [("Deal ID", "Contact ID", "Stage"), ("D", "C-1", "Won"), ("E", "C-2", "Open")]
    assert imported(companies, mine, people, deals).refused == 0
    fates = [imported.lead(key)["status"] for key in ("l-1", "l-2", "l-3")]
    assert fates == ["converted", "qualified", None]


TOUCHES = [
    ("Activity ID", "Lead ID", "Activity Type", "Direction", "Activity Date"),
    ("T-1", "L-1", "Email", "inbound", "2026-01-01"),
    ("T-2", "L-1", "Call", "outbound", "2026-01-03"),
    ("T-3", "L-1", "Call", "", "2026-01-05"),
    ("T-4", "L-1", "Meeting", "", "2027-01-05"),
    ("T-5", "L-9", "Call", "", "2026-01-05"),
]


def test_what_sales_did_makes_the_first_and_last_touch(imported: Importer) -> None:
    told = imported([HEADINGS, ANNA, JAN], TOUCHES)
    assert (told.new, told.activities, told.refused) == (2, 4, 1)
    lead = imported.lead("l-1")
    assert lead["first_touch_at"] == datetime(2026, 1, 3, tzinfo=UTC)
    assert lead["last_touch_at"] == datetime(2026, 1, 5, tzinfo=UTC)
    assert imported.lead("l-2")["first_touch_at"] is None


def test_activities_alone_move_the_touches_of_leads_we_have(imported: Importer) -> None:
    imported([HEADINGS, ANNA, JAN], TOUCHES)
    more = [TOUCHES[0], ("T-6", "L-1", "Call", "", "2026-02-01"), TOUCHES[2]]
    told = imported(more)
    assert (counts(told), told.activities) == ((0, 1, 0), 1)
    assert imported.lead("l-1")["last_touch_at"] == datetime(2026, 2, 1, tzinfo=UTC)
    assert imported.lead("l-1")["first_touch_at"] == datetime(2026, 1, 3, tzinfo=UTC)
    assert imported.lead("l-1")["external_id"] == "L-1"
    assert counts(imported(more)) == (0, 0, 1)
    assert len(imported.rows(activities)) == 5


def test_the_moment_of_a_status_is_told_or_known_or_left_open(imported: Importer) -> None:
    rows = [
        ("Lead ID", "Status", "Status Changed", "Created Date"),
        ("L-1", "Contacted", "2026-02-01", "2026-01-01"),
        ("L-2", "New", "", "2026-01-01"),
        ("L-3", "Contacted", "", "2026-01-01"),
    ]
    imported(rows)
    told, known, left_open = (
        imported.lead(key)["status_changed_at"] for key in ("l-1", "l-2", "l-3")
    )
    assert told == datetime(2026, 2, 1, tzinfo=UTC)
    assert known == datetime(2026, 1, 1, tzinfo=UTC)
    assert left_open is None


def test_a_moved_status_takes_the_told_moment_only_where_it_is_news(imported: Importer) -> None:
    heads = ("Lead ID", "Status", "Status Changed")
    imported([heads, ("L-1", "New", "2026-02-01"), ("L-2", "New", "2026-02-01")])
    imported([heads, ("L-1", "Contacted", "2026-03-01"), ("L-2", "Contacted", "2026-02-01")])
    moments = [imported.lead(key)["status_changed_at"] for key in ("l-1", "l-2")]
    assert moments == [datetime(2026, 3, 1, tzinfo=UTC), MONDAY_MORNING]


def test_columns_of_the_users_own_are_laid_over_each_other(imported: Importer) -> None:
    mapping = UserMapping(columns={"colour": "extra.colour", "size": "extra.size"})
    imported([("Lead ID", "Colour", "Size"), ("L-1", "red", "L")], mapping=mapping)
    told = imported([("Lead ID", "Colour", "Size"), ("L-1", "blue", "-")], mapping=mapping)
    assert counts(told) == (0, 1, 0)
    assert imported.lead("l-1")["extra"] == {"colour": "blue", "size": "L"}
    assert counts(imported([("Lead ID", "Size"), ("L-1", "L")], mapping=mapping)) == (0, 0, 1)


def test_columns_of_the_files_own_are_unchanged_when_they_come_again(imported: Importer) -> None:
    mapping = UserMapping(columns={"colour": "extra.colour"})
    rows = [("Lead ID", "Colour"), ("L-1", "żółty"), ("L-2", 'a "b" c')]
    assert imported(rows, mapping=mapping).new == 2
    assert imported(rows, mapping=mapping).unchanged == 2


def test_an_owner_gets_the_name_and_address_that_come_later(imported: Importer) -> None:
    imported([("Lead ID", "Owner ID", "Owner"), ("L-1", "005", "")])
    imported(
        [("Lead ID", "Owner ID", "Owner", "Owner Email"), ("L-1", "005", "Piotr", "P@x.example")]
    )
    (owner,) = imported.rows(owners)
    assert (owner["key"], owner["name"], owner["email"]) == ("005", "Piotr", "p@x.example")


class Crash(BaseException):
    pass


@pytest.mark.parametrize(
    "step", ["_write_owners", "_match", "_write_history", "_update", "_insert", "_write_activities"]
)
def test_a_crash_in_the_middle_leaves_everything_as_it_was(
    imported: Importer, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    imported([HEADINGS, ANNA], TOUCHES[:2])
    before = imported.everything()
    step_itself = getattr(import_writing.Writing, step)

    def crashes(*args: Any) -> None:
        step_itself(*args)
        raise Crash

    monkeypatch.setattr(import_writing.Writing, step, crashes)
    moved = ("L-1", "Anna", "Other", "", "Rep C", "Contacted", "Price", "Else")
    imported.clock.move(days=1)
    with pytest.raises(Crash):
        imported([HEADINGS, moved, JAN], TOUCHES[:5])
    monkeypatch.undo()
    assert imported.everything() == before
    assert counts(imported([HEADINGS, moved, JAN], TOUCHES[:5])) == (1, 1, 0)


def test_a_refusal_leaves_everything_as_it_was(imported: Importer) -> None:
    imported([HEADINGS, ANNA])
    before = imported.everything()
    with pytest.raises(Refused):
        imported([HEADINGS, JAN, ("x",), ("y",), ("z",)])
    assert imported.everything() == before


def test_while_an_import_is_read_others_may_write(imported: Importer) -> None:
    store = SqlImport(imported.engine, imported.clock)
    with store.begin("file") as incoming:
        with imported.engine.begin() as connection:
            connection.execute(
                text("INSERT INTO campaigns (system, key, name) VALUES ('a', 'b', 'c')")
            )
        incoming.settle()
    assert len(imported.rows(campaigns)) == 1


def test_no_temporary_table_outlives_its_import(imported: Importer) -> None:
    for _ in range(3):
        imported([HEADINGS, ANNA])
    # PostgreSQL ends a session a moment after its connection
    assert until(lambda: not temporary_tables(imported.engine))


def temporary_tables(engine: Engine) -> list[str]:
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            found = "SELECT name FROM sqlite_temp_master"
        else:
            found = "SELECT relname FROM pg_class WHERE relpersistence = 't' AND relkind = 'r'"
        return list(connection.execute(text(found)).scalars())


UNHURRIED = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
NAMES = st.sampled_from(["L-1", "L-2", "L-3", "L-4"])
WORDS = st.sampled_from(["", "New", "Contacted", "Unqualified", "Purple", "-"])
LINES = st.tuples(NAMES, st.sampled_from(["", "Anna", "Łukasz Żak", "王小明"]), WORDS, WORDS)
NOT_COMPARED = {
    "id",
    "imported_at",
    "status_changed_at",
    "reason_changed_at",
    "next_step_changed_at",
}


def state(importer: Importer) -> list[dict[str, Any]]:
    found = [
        {name: value for name, value in row.items() if name not in NOT_COMPARED}
        for row in importer.rows(leads)
    ]
    return sorted(found, key=lambda row: str(row["external_key"]))


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """An empty SQLite database, as bytes."""
    path = tmp_path_factory.mktemp("imports") / "empty.sqlite3"
    engine = open_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        metadata.create_all(connection)
    engine.dispose()
    plain = sqlite3.connect(path)
    plain.execute("PRAGMA journal_mode=DELETE")
    plain.close()
    return path.read_bytes()


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rows=st.lists(LINES, min_size=1, max_size=12), cut=st.integers(0, 12))
def test_twice_is_once_and_halves_are_the_whole(
    template: bytes, rows: list[tuple[str, ...]], cut: int
) -> None:
    heads = ("Lead ID", "Name", "Status", "Next Step")
    with tempfile.TemporaryDirectory() as folder:
        importers: list[Importer] = []
        for name in ("whole", "halves"):
            (Path(folder) / name).mkdir()
            path = Path(folder) / name / "house.sqlite3"
            path.write_bytes(template)
            importers.append(Importer(open_engine(f"sqlite:///{path}"), Path(folder) / name))
        whole, halves = importers
        whole([heads, *rows])
        once = whole.everything()
        again = whole([heads, *rows])
        assert counts(again) == (0, 0, len(once["leads"]))
        assert whole.everything() == once
        for half in (rows[:cut], rows[cut:]):
            if half:
                halves([heads, *half])
        assert state(halves) == state(whole)
        for importer in importers:
            importer.engine.dispose()


@pytest.mark.slow
@pytest.mark.parametrize("few", [0, 2, import_sighting.FEW])
@settings(max_examples=25, deadline=None, suppress_health_check=UNHURRIED)
@given(
    told=st.lists(
        st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(["New", "Contacted"])),
        min_size=1,
        max_size=6,
    )
)
def test_each_leads_facts_are_as_old_as_the_last_import_that_told_of_it(
    template: bytes, monkeypatch: pytest.MonkeyPatch, few: int, told: list[dict[str, str]]
) -> None:
    monkeypatch.setattr(import_sighting, "FEW", few)
    ages: dict[str, datetime] = {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "house.sqlite3"
        path.write_bytes(template)
        importer = Importer(open_engine(f"sqlite:///{path}"), Path(folder))
        for rows in filter(None, told):
            importer.clock.move(days=1)
            importer([("Lead ID", "Status"), *rows.items()])
            ages |= dict.fromkeys(rows, importer.clock.at)
            assert importer.compared() == ages
        importer.engine.dispose()


def test_more_rows_than_a_statement_holds(imported: Importer) -> None:
    chance = random.Random(1)
    rows = [("Lead ID", "Name", "Status"), *((f"L-{n}", "Anna", "New") for n in range(7_777))]
    body = rows[1:]
    chance.shuffle(body)
    assert counts(imported([rows[0], *body])) == (7_777, 0, 0)
    changed = [
        (id, name, "Contacted" if n % 7 == 0 else status)
        for n, (id, name, status) in enumerate(body)
    ]
    assert counts(imported([rows[0], *changed])) == (0, 1_111, 6_666)
    assert len(imported.rows(lead_changes)) == 1_111
