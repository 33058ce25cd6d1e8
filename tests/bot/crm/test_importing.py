"""What an import does as a whole: which files it joins, what it refuses, and what it tells in the end."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from bot.crm.file.importing import Progress, import_files
from bot.crm.file.report import as_json, as_table, progress_bar
from bot.i18n import Voice
from handlers.crm import Column, RecordKind
from handlers.errors import Refused
from handlers.lead import Status
from handlers.people import Language
from tests.bot.crm.exports import Gathered, a_csv, gathered

LEADS = [("Lead ID", "Name", "Company"), ("L-1", "Anna", "Acme"), ("L-2", "Jan", "Beta")]
ENGLISH = Voice(Language.ENGLISH, "UTC")


def refused_rows(path: Path | None) -> list[list[str]]:
    assert path is not None
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"))))


def test_every_refused_line_is_kept_with_its_number_and_reason(tmp_path: Path) -> None:
    text = 'Lead ID,Name,Company\nL-1,Anna,Acme\nL-2,Jan\n"L-3,Ola,Acme"\n,,\n,Ewa,\nL-4,Iwo,Acme\nL-5,A,B\n'
    _, imported = gathered(a_csv(tmp_path, text))
    assert imported.refused_file == tmp_path / "leads.csv.refused.csv"
    assert refused_rows(imported.refused_file) == [
        ["file", "line", "reason"],
        ["leads.csv", "3", "2 cells where there should be 3", "L-2", "Jan"],
        [
            "leads.csv",
            "4",
            "The whole line stands inside one pair of quotation marks",
            "L-3,Ola,Acme",
        ],
        ["leads.csv", "6", "No id, no e-mail address, and no name with company", "", "Ewa", ""],
    ]
    assert (imported.read, imported.refused) == (6, 3)


def test_nothing_in_the_file_of_refused_lines_is_a_formula(tmp_path: Path) -> None:
    rows = [*LEADS, ("=1+1", "+2"), ("@SUM(A1)", "-3"), ("\tx", "＝1")]
    rows += [("L-3", "a", "b"), ("L-4", "c", "d")]
    _, imported = gathered(a_csv(tmp_path, rows))
    cells = [cell for row in refused_rows(imported.refused_file)[1:] for cell in row[3:]]
    assert cells == ["'=1+1", "'+2", "'@SUM(A1)", "'-3", "'\tx", "'＝1"]


def test_reasons_are_told_in_the_language_of_whoever_imports(tmp_path: Path) -> None:
    _, imported = gathered(
        a_csv(tmp_path, [*LEADS, ("L-3", "Ola")]), voice=Voice(Language.POLISH, "UTC")
    )
    assert refused_rows(imported.refused_file)[1][2] == "2 komórki zamiast 3"


def test_where_all_is_well_no_file_of_refused_lines_appears(tmp_path: Path) -> None:
    _, imported = gathered(a_csv(tmp_path, LEADS))
    assert imported.refused_file is None
    assert [path.name for path in tmp_path.iterdir()] == ["leads.csv"]


def test_where_most_lines_are_refused_nothing_is_imported(tmp_path: Path) -> None:
    store = Gathered()
    path = a_csv(tmp_path, [*LEADS, *[("only", "two")] * 3])
    with pytest.raises(Refused) as refused:
        import_files([path], store)
    assert not store.written
    told = dict(refused.value.phrase.args)
    assert refused.value.phrase.key == "import-too-many-refused"
    assert (told["refused"], told["read"]) == (3, 5)
    assert len(refused_rows(Path(str(told["refused_file"])))) == 4


def test_files_are_joined_in_whatever_order_they_come(tmp_path: Path) -> None:
    deals = a_csv(
        tmp_path,
        [
            ("Deal ID", "Lead ID", "Stage", "Close Date", "Lost Reason", "Owner"),
            ("D-1", "L-1", "Closed Won", "2026-03-04", "", "Rep"),
            ("D-2", "L-2", "Closed Lost", "2026-03-05", "Too expensive", ""),
            ("D-3", "L-2", "Negotiation", "", "", ""),
        ],
        name="deals.csv",
    )
    touches = a_csv(
        tmp_path,
        [
            ("Activity ID", "Lead ID", "Activity Type", "Activity Date", "Status", "Direction"),
            ("A-1", "L-1", "Call", "2026-01-02 10:00", "Completed", ""),
            ("A-2", "L-1", "Call", "2026-01-03 10:00", "Not started", ""),
            ("A-3", "L-1", "Email", "2026-01-04 10:00", "", "Inbound"),
            ("A-4", "L-1", "Form submission", "2026-01-05 10:00", "", ""),
            ("A-5", "L-1", "LinkedIn", "2026-01-06 10:00", "", "outbound"),
            ("6", "L-1", "Demo", "2026-01-06 10:00", "", ""),
        ],
        name="touches.csv",
    )
    store, imported = gathered(touches, deals, a_csv(tmp_path, LEADS))
    assert [file.kind for file in imported.files] == ["lead", "deal", "activity"]
    won, lost, still_open = store.of(RecordKind.DEAL)
    assert (won["status"], won["converted_at"].day, won["owner"].name) == ("converted", 4, "Rep")
    assert (lost["status"], lost["reason"], lost["status_changed_at"].day) == (
        "disqualified",
        "price",
        5,
    )
    assert (still_open["status"], still_open["status_changed_at"]) == ("qualified", None)
    assert won["weight"] > still_open["weight"] > lost["weight"]
    activities = store.of(RecordKind.ACTIVITY)
    assert [one["direction"] for one in activities] == ["out", "", "in", "", "out", "out"]
    kinds = [one["kind"] for one in activities]
    assert kinds == ["call", "call", "email", "form", "other", "meeting"]
    assert [one["activity_id"] for one in activities][::5] == ["a-1", "Activity ID:6"]


def test_visits_to_the_web_site_are_left_out_and_it_is_said(tmp_path: Path) -> None:
    visits = a_csv(
        tmp_path,
        [("session_id", "lead_id", "session_timestamp"), ("S", "L-1", "2026-01-01")],
        name="visits.csv",
    )
    _, imported = gathered(a_csv(tmp_path, LEADS), visits)
    assert [note.key for note in imported.notes] == ["import-note-sessions"]
    assert imported.read == 2


def test_contacts_alone_are_leads(tmp_path: Path) -> None:
    contacts = [("Contact ID", "Name", "Email"), ("C-1", "Anna", "a@b.example")]
    store, _ = gathered(a_csv(tmp_path, contacts))
    assert store.of(RecordKind.LEAD)[0]["external_id"] == "C-1"


def test_pipedrive_deals_alone_are_leads(tmp_path: Path) -> None:
    rows = [
        ("Deal - ID", "Deal - Title", "Person - Name", "Organization - Name", "Deal - Status"),
        ("1", "Acme", "Anna", "Acme", "Open"),
    ]
    store, _ = gathered(a_csv(tmp_path, rows))
    (lead,) = store.of(RecordKind.LEAD)
    assert (lead["external_key"], lead["status"]) == ("anna, acme", Status.QUALIFIED)


def test_accounts_alone_bring_no_leads(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        gathered(a_csv(tmp_path, [("Account ID", "Company Name"), ("1", "Acme")]))
    assert refused.value.phrase.key == "import-nothing-of-leads"


def test_files_of_two_crms_are_refused(tmp_path: Path) -> None:
    hubspot = a_csv(tmp_path, [("Record ID", "Lifecycle Stage"), ("1", "Lead")], name="h.csv")
    pipedrive = a_csv(tmp_path, [("Lead - Title", "Person - Email"), ("x", "a@b.c")], name="p.csv")
    with pytest.raises(Refused) as refused:
        gathered(hubspot, pipedrive)
    assert refused.value.phrase.key == "import-several-systems"


def test_whoever_imports_may_name_the_system(tmp_path: Path) -> None:
    store, imported = gathered(a_csv(tmp_path, LEADS), system="ours")
    assert (store.system, imported.system) == ("ours", "ours")


def test_an_unknown_zone_is_refused(tmp_path: Path) -> None:
    for zone in ("Warsaw", "../etc/passwd", ""):
        with pytest.raises(Refused) as refused:
            gathered(a_csv(tmp_path, LEADS), zone=zone)
        assert refused.value.phrase.key == "import-unknown-zone"


def test_progress_only_grows_and_ends_with_writing(tmp_path: Path) -> None:
    rows = [LEADS[0], *((f"L-{n}", "Anna", "Acme") for n in range(12_000))]
    seen: list[Progress] = []
    import_files([a_csv(tmp_path, rows)], Gathered(), on_progress=seen.append)
    done = [one.done for one in seen if not one.writes]
    assert done == sorted(done)
    assert done[-1] == seen[0].total
    assert seen[-1].writes


def test_the_object_for_scripts_has_exactly_the_promised_keys(tmp_path: Path) -> None:
    rows: list[tuple[str, ...]] = [("Lead ID", "Status", "Shoe size"), ("1", "Purple", "44")]
    _, imported = gathered(a_csv(tmp_path, rows))
    told: Any = json.loads(json.dumps(as_json(imported)))
    assert told == {
        "read": 1,
        "new": 1,
        "changed": 0,
        "unchanged": 0,
        "refused": 0,
        "refused_file": None,
        "mapped_columns": {"Lead ID": "id", "Status": "status"},
        "unmapped_columns": ["Shoe size"],
        "unknown_words": {"Purple": 1},
    }


@pytest.mark.parametrize("language", list(Language))
def test_the_report_speaks_every_language_and_takes_no_markup(
    tmp_path: Path, language: Language
) -> None:
    rows: list[tuple[str, ...]] = [
        ("Lead ID", "Status", "[bold]Shoe size[/bold]", "Created Date"),
        ("1", "[link=x]Purple", "44", "01/02/2026"),
        ("2", "New"),
    ]
    voice = Voice(language, "UTC")
    _, imported = gathered(a_csv(tmp_path, rows), voice=voice)
    console = Console(file=io.StringIO(), width=200)
    with progress_bar(console, voice) as show:
        show(Progress(1, 2))
        show(Progress(1, 1, writes=True))
    console.print(as_table(imported, voice))
    text = console.file.getvalue()  # type: ignore[attr-defined]
    for part in ("[bold]Shoe size[/bold]", "[link=x]Purple", "leads.csv.refused.csv"):
        assert part in text


@pytest.mark.parametrize(
    ("heading", "cell", "lines"), [("Created Date", "2026-02-01", 1), ("Name", "Ada", 0)]
)
def test_the_report_tells_the_order_of_dates_where_there_are_any(
    tmp_path: Path, heading: str, cell: str, lines: int
) -> None:
    voice = Voice(Language.ENGLISH, "UTC")
    _, imported = gathered(a_csv(tmp_path, [("Lead ID", heading), ("1", cell)]), voice=voice)
    console = Console(file=io.StringIO(), width=200)
    console.print(as_table(imported, voice))
    text = console.file.getvalue()  # type: ignore[attr-defined]
    assert text.count("Order in dates") == lines


def test_lists_of_columns_grow_beyond_one_batch(tmp_path: Path) -> None:
    rows = [("Lead ID", "Name"), *((f"L-{n}", f"Name {n}") for n in range(12_345))]
    store, imported = gathered(a_csv(tmp_path, rows))
    assert imported.read == 12_345
    assert store.column(Column.NAME)[-1] == "Name 12344"
