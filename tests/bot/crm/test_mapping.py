"""What headings and words mean, and how a user's mapping file overrules it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.crm.file.headings import known_headings
from bot.crm.file.words import Meaning, UserMapping, read_mapping, words_for
from handlers.crm import Column, RecordKind
from handlers.errors import Refused
from handlers.lead import Reason, Status, TouchKind
from tests.bot.crm.exports import a_csv, an_xlsx, gathered

HUBSPOT = {
    "Record ID": "501",
    "First Name": "Anna",
    "Last Name": "Nowak",
    "Email": "Anna@Acme.example",
    "Phone Number": "+48 1",
    "Mobile Phone Number": "+48 2",
    "Job Title": "CEO",
    "Company Name": "Acme",
    "Contact owner": "Piotr Rep (piotr@us.example)",
    "Lifecycle Stage": "Lead",
    "Lead Status": "In progress",
    "Original Source": "Paid Search",
    "Create Date": "2026-01-05 10:00",
    "Last Activity Date": "2026-01-08 10:00",
    "Last Contacted": "2026-01-07 10:00",
}
SALESFORCE = {
    "Lead Owner": "Piotr Rep",
    "First Name": "Anna",
    "Last Name": "Nowak",
    "Title": "CEO",
    "Company / Account": "Acme",
    "Lead Source": "Web",
    "Rating": "Hot",
    "Street": "Prosta 1",
    "Email": "anna@acme.example",
    "Lead Status": "Closed - Not Converted",
    "Create Date": "1/13/2026",
}
SALESFORCE_API = {
    "Id": "00Q5g00000AbCdE",
    "LastName": "Nowak",
    "Company": "Acme",
    "LeadSource": "Web",
    "Status": "Open - Not Contacted",
    "OwnerId": "0055g00000AbCdE",
    "IsConverted": "false",
    "CreatedDate": "2026-01-05T10:00:00.000+0000",
    "Next_Step__c": "Call",
}
DYNAMICS = {
    "(Do Not Modify) Lead": "A1B2C3D4-0000-0000-0000-000000000001",
    "(Do Not Modify) Row Checksum": "x",
    "(Do Not Modify) Modified On": "1/13/2026 10:00",
    "Topic": "Wants a demo",
    "First Name": "Anna",
    "Last Name": "Nowak",
    "Company Name": "Acme",
    "Email": "anna@acme.example",
    "Business Phone": "1",
    "Lead Source": "Trade Show",
    "Source Campaign": "Spring",
    "Status Reason": "Cannot Contact",
    "Owner": "Piotr Rep",
    "Created On": "1/13/2026 10:00",
}
PIPEDRIVE = {
    "Lead - Title": "Acme lead",
    "Lead - Owner": "Piotr Rep",
    "Lead - Labels": "Warm",
    "Lead - Source": "Web forms",
    "Person - Name": "Anna Nowak",
    "Person - Email": "anna@acme.example, anna@home.example",
    "Organization - Name": "Acme",
    "Deal - Title": "Acme deal",
    "Deal - Stage": "Proposal Made",
    "Deal - Status": "Lost",
    "Deal - Lost reason": "Too expensive",
    "Deal - Last activity date": "2026-01-07",
}


def record(folder: Path, row: dict[str, str], **options: Any) -> dict[str, Any]:
    store, imported = gathered(a_csv(folder, [list(row), list(row.values())]), **options)
    assert imported.refused == 0
    return {"system": store.system, **store.records[0]}


def test_a_hubspot_export_maps_itself(tmp_path: Path) -> None:
    lead = record(tmp_path, HUBSPOT)
    assert lead["system"] == "hubspot"
    assert (lead["external_id"], lead["name"], lead["company"]) == ("501", "Anna Nowak", "Acme")
    assert (lead["email"], lead["phone"], lead["title"]) == ("anna@acme.example", "+48 1", "CEO")
    assert lead["owner"] == ("piotr@us.example", "Piotr Rep", "piotr@us.example")
    assert (lead["status"], lead["status_raw"]) == (Status.CONNECTED, "In progress")
    assert lead["last_touch_at"].day == 7


def test_a_salesforce_report_maps_itself(tmp_path: Path) -> None:
    lead = record(tmp_path, SALESFORCE)
    assert lead["system"] == "salesforce"
    assert (lead["external_key"], lead["known_by"]) == ("anna@acme.example", "email")
    assert (lead["status"], lead["source"]) == (Status.DISQUALIFIED, "Web")
    assert lead["created_at"].month == 1


def test_a_salesforce_interface_export_maps_itself(tmp_path: Path) -> None:
    lead = record(tmp_path, SALESFORCE_API)
    assert lead["external_id"] == "00Q5g00000AbCdEEAV"
    assert lead["external_key"] == "00q5g00000abcdeeav"
    assert lead["owner"].key == "0055g00000AbCdE".lower()
    assert (lead["status"], lead["next_step"]) == (Status.NEW, "Call")


def test_a_dynamics_export_maps_itself(tmp_path: Path) -> None:
    lead = record(tmp_path, DYNAMICS)
    assert lead["system"] == "dynamics"
    assert lead["external_key"] == "a1b2c3d4-0000-0000-0000-000000000001"
    assert (lead["status"], lead["reason"]) == (Status.DISQUALIFIED, Reason.UNREACHABLE)
    assert lead["campaign"] == ("spring", "Spring")


def test_a_pipedrive_export_maps_itself(tmp_path: Path) -> None:
    lead = record(tmp_path, PIPEDRIVE)
    assert lead["system"] == "pipedrive"
    assert (lead["name"], lead["email"]) == ("Anna Nowak", "anna@acme.example")
    assert (lead["status"], lead["reason"]) == (Status.DISQUALIFIED, Reason.PRICE)
    assert lead["reason_raw"] == "Too expensive"


@pytest.mark.parametrize(
    "headings",
    [
        ("Imię", "Nazwisko", "Firma", "Adres e-mail", "Źródło", "Właściciel", "Status leada"),
        ("Имя", "Фамилия", "Компания", "Электронная почта", "Источник", "Ответственный", "Статус"),
        ("名", "姓", "公司名称", "电子邮件", "来源", "负责人", "状态"),
        ("FIRST_NAME", "lastName", "company", "E-Mail Address", "lead source", "OWNER", "status"),
    ],
)
def test_headings_are_understood_in_four_languages(
    tmp_path: Path, headings: tuple[str, ...]
) -> None:
    values = ("Anna", "Nowak", "Acme", "anna@acme.example", "Web", "Rep", "New")
    lead = record(tmp_path, dict(zip(headings, values, strict=True)))
    assert lead["name"] == "Anna Nowak"
    assert (lead["company"], lead["email"], lead["source"]) == ("Acme", "anna@acme.example", "Web")
    assert (lead["owner"].name, lead["status"]) == ("Rep", Status.NEW)


def test_what_was_mapped_and_what_was_left_is_told(tmp_path: Path) -> None:
    _, imported = gathered(a_csv(tmp_path, [list(SALESFORCE), list(SALESFORCE.values())]))
    mapped = {one.heading: one.field for one in imported.mapped_columns}
    assert mapped["Company / Account"] == "company"
    assert [heading for _, heading in imported.unmapped_columns] == ["Rating", "Street"]


def mapping(folder: Path, text: str) -> UserMapping:
    path = folder / "map.toml"
    path.write_text(text, encoding="utf-8")
    return read_mapping(path)


def test_a_mapping_file_names_columns_and_words(tmp_path: Path) -> None:
    told = mapping(
        tmp_path,
        '[columns]\n"Nr"="id"\n"Wer"="name"\n"Zustand"="status"\n"Farbe"="extra.colour"\n"Email"=""\n'
        '[status]\n"Läuft gut"="connected"\n[tags]\n"tot, kein Geld"="disqualified/no-budget"\n',
    )
    rows = [
        ("Nr", "Wer", "Zustand", "Farbe", "Email"),
        ("1", "Anna", "läuft GUT", "rot", "a@b.example"),
        ("2", "Jan", "tot kein geld", "-", "c@d.example"),
    ]
    store, imported = gathered(a_csv(tmp_path, rows), mapping=told)
    assert store.column(Column.STATUS) == [Status.CONNECTED, Status.DISQUALIFIED]
    assert store.column(Column.REASON) == [None, Reason.NO_BUDGET]
    assert store.column(Column.EXTRA) == ['{"colour": "rot"}', ""]
    assert store.column(Column.EMAIL) == [None, None]
    assert imported.unmapped_columns == [("leads.csv", "Email")]


def test_a_mapping_file_overrules_what_is_known(tmp_path: Path) -> None:
    told = mapping(tmp_path, '[status]\n"Working - Contacted"="connected"\n')
    lead = record(tmp_path, {"Lead ID": "1", "Status": "Working - Contacted"}, mapping=told)
    assert lead["status"] == Status.CONNECTED


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("[columns", "import-mapping-unreadable"),
        ('[colums]\n"a"="b"', "import-mapping-table"),
        ('columns = "x"', "import-mapping-table"),
        ('[columns]\n"a"=1', "import-mapping-table"),
        ('[columns]\n"a"="nonsense"', "import-mapping-field"),
        ('[columns]\n"a"="extra."', "import-mapping-field"),
        (f'[columns]\n"a"="extra.{"x" * 59}"', "import-mapping-long"),
        ('[status]\n"a"="happy"', "import-mapping-word"),
        ('[reason]\n"a"="disqualified"', "import-mapping-word"),
    ],
)
def test_a_mapping_file_with_a_mistake_is_refused(tmp_path: Path, text: str, key: str) -> None:
    with pytest.raises(Refused) as refused:
        mapping(tmp_path, text)
    assert refused.value.phrase.key == key


def test_every_shipped_word_means_something_we_have() -> None:
    for system in ("hubspot", "salesforce", "dynamics", "pipedrive", "file"):
        words = words_for(system, UserMapping())
        for table in ("status", "stage", "lifecycle"):
            for word in words.tables[table]:
                meaning = words.meaning(table, word)
                assert meaning is not None
                assert meaning.status is None or Status(meaning.status)
                assert meaning.reason is None or Reason(meaning.reason)
        assert all(Reason(one) for one in words.tables["reason"].values())
        assert all(TouchKind(one) for one in words.tables["activity"].values())


def test_no_heading_stands_for_two_fields_of_one_kind_by_mistake() -> None:
    for kind, fields in known_headings().fields.items():
        assert kind in set(RecordKind)
        for name, known in fields.items():
            assert len(set(known)) >= len(known) - 3, (kind, name)


@pytest.mark.parametrize(
    ("system", "word", "meaning"),
    [
        ("file", "Open - Not Contacted", Meaning("new", None)),
        ("hubspot", "ATTEMPTED_TO_CONTACT", Meaning("attempting", None)),
        ("hubspot", "Bad timing", Meaning("nurturing", "timing")),
        ("dynamics", "7", Meaning("disqualified", "other")),
        ("dynamics", "5", Meaning("disqualified", "unreachable")),
        ("file", "7", None),
        ("file", "ringing", Meaning("attempting", None)),
        ("file", "Interested  in full time MBA", Meaning("disqualified", "no-need")),
        ("file", "Lost to EINS", Meaning("disqualified", "competitor")),
        ("file", "Zakwalifikowany", Meaning("qualified", None)),
        ("file", "В работе", Meaning("connected", None)),
        ("file", "已转化", Meaning("converted", None)),
    ],
)
def test_words_of_every_crm_are_known(system: str, word: str, meaning: Meaning | None) -> None:
    assert words_for(system, UserMapping()).meaning("status", word) == meaning


def lead_with(folder: Path, **cells: str) -> dict[str, Any]:
    return record(
        folder, {"Lead ID": "1"} | {name.replace("_", " "): one for name, one in cells.items()}
    )


def test_converted_outweighs_every_tag(tmp_path: Path) -> None:
    lead = lead_with(tmp_path, Converted="1", Tags="Lost to EINS")
    assert (lead["status"], lead["status_raw"]) == (Status.CONVERTED, "Converted")
    assert lead["reason"] is None


def test_where_one_column_denies_what_another_says_nobody_guesses(tmp_path: Path) -> None:
    lead = lead_with(tmp_path, Converted="0", Tags="Closed by Horizzon")
    assert (lead["status"], lead["status_raw"]) == (None, "Closed by Horizzon")


def test_a_column_of_reasons_outweighs_the_reason_in_a_status(tmp_path: Path) -> None:
    lead = lead_with(tmp_path, Status="invalid number", Disqualification_Reason="No budget")
    assert (lead["status"], lead["reason"], lead["reason_raw"]) == (
        Status.DISQUALIFIED,
        Reason.NO_BUDGET,
        "No budget",
    )


def test_an_unknown_word_is_kept_counted_and_never_guessed(tmp_path: Path) -> None:
    rows = [
        ("Lead ID", "Status", "Reason"),
        ("1", "Purple", "Mercury in retrograde"),
        ("2", "Purple", ""),
        ("3", "New", ""),
        ("4", "Purple", "", "too many cells"),
    ]
    store, imported = gathered(a_csv(tmp_path, rows))
    assert store.column(Column.STATUS) == [None, None, Status.NEW]
    assert store.column(Column.STATUS_RAW) == ["Purple", "Purple", "New"]
    assert store.column(Column.REASON_RAW)[0] == "Mercury in retrograde"
    told = {(one.table, one.word): one.count for one in imported.unknown_words}
    assert told == {("status", "Purple"): 2, ("reason", "Mercury in retrograde"): 1}


def test_a_lifecycle_says_converted_and_otherwise_little(tmp_path: Path) -> None:
    assert (
        lead_with(tmp_path, Lifecycle_Stage="Customer", Lead_Status="Open")["status"] == "converted"
    )
    assert lead_with(tmp_path, Lifecycle_Stage="Lead", Lead_Status="Open")["status"] == "attempting"
    only = lead_with(tmp_path, Lifecycle_Stage="Lead")
    assert (only["status"], only["status_raw"]) == (None, "Lead")


def test_a_stage_that_nobody_knows_is_reported_beside_a_known_status(tmp_path: Path) -> None:
    rows = [["Name", "Company", "Lead Status", "Lifecycle Stage"], ["Anna", "Acme", "New", "Ally"]]
    file = a_csv(tmp_path, rows)
    store, imported = gathered(file)
    assert store.column(Column.STATUS) == [Status.NEW]
    told = [(one.table, one.word, one.count) for one in imported.unknown_words]
    assert told == [("lifecycle", "Ally", 1)]
    (tmp_path / "words.toml").write_text('[stage]\n"Ally" = "converted"\n', encoding="utf-8")
    store, imported = gathered(file, mapping=read_mapping(tmp_path / "words.toml"))
    assert (store.column(Column.STATUS), imported.unknown_words) == ([Status.CONVERTED], [])


@pytest.mark.parametrize(
    "empty",
    [
        "Select",
        "--None--",
        "N/A",
        "-",
        "(No value)",
        "null",
        "NONE",
        "#N/A",
        "  ",
        "\u00a0",
        "(blank)",
    ],
)
def test_placeholders_are_empty(tmp_path: Path, empty: str) -> None:
    lead = lead_with(tmp_path, Company=empty, Status=empty, Lead_Source=empty, Created_Date=empty)
    assert (lead["company"], lead["status_raw"], lead["source"]) == ("", "", "")
    assert lead["created_at"] is None


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        ("John", "Null", "John Null"),
        ("Select", "Kowalski", "Select Kowalski"),
        ("None", "None", ""),
        ("null", "", ""),
        ("-", "Kowalski", "Kowalski"),
        ("小明", "王", "王小明"),
        ("  Anna  Maria ", "Nowak\u200b", "Anna Maria Nowak"),
    ],
)
def test_somebody_may_well_be_called_null(tmp_path: Path, first: str, last: str, name: str) -> None:
    assert lead_with(tmp_path, First_Name=first, Last_Name=last)["name"] == name


def test_who_a_line_is_about(tmp_path: Path) -> None:
    rows = [
        ("Lead ID", "Email", "Name", "Company"),
        ("L-1", "a@b.example", "Anna Nowak", "Acme"),
        ("", "Jan <JAN@b.example>", "Jan", "Acme"),
        ("", "nobody", "Żaneta  Łoś", "ACME, Inc."),
        ("", "", "Only A Name", ""),
        ("N/A", "-", "", "Acme"),
        ("L-2", "", "", ""),
    ]
    store, imported = gathered(a_csv(tmp_path, rows))
    assert store.column(Column.KNOWN_BY) == ["id", "email", "name", "id"]
    assert store.column(Column.KEY) == ["l-1", "jan@b.example", "zaneta los, acme", "l-2"]
    assert imported.refused == 2


def test_a_word_too_long_to_be_one_is_refused(tmp_path: Path) -> None:
    rows = [("Lead ID", "Name"), ("1", "x" * 301), ("2", "Anna"), ("3" * 400, "Jan"), ("4", "Ola")]
    store, imported = gathered(a_csv(tmp_path, rows))
    assert store.column(Column.ID) == ["2", "4"]
    assert imported.refused == 2


def test_a_workbook_reads_like_a_text(tmp_path: Path) -> None:
    rows = [list(HUBSPOT), list(HUBSPOT.values())]
    text, _ = gathered(a_csv(tmp_path, rows))
    book, _ = gathered(an_xlsx(tmp_path, rows))
    assert book.records == text.records


def test_a_mapping_file_that_is_missing_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read_mapping(tmp_path / "nowhere.toml")
    assert refused.value.phrase.key == "import-no-file"
