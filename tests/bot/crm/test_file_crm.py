"""An exported file keeps the contract of the CRMs as far as it can be read, and our copy in step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import cast
from zoneinfo import ZoneInfo

import pytest
from pydantic import SecretStr
from sqlalchemy import Engine, select

from bot.app import open_database
from bot.config import Settings
from bot.crm.file.connector import AT_REST, FileCrm, Source
from bot.crm.file.words import UserMapping, read_mapping, said_by
from bot.crms import connectors
from bot.keeping import Keeping
from handlers.connector import CrmError, Cursor, Rejected, RemoteOwner, Trouble, Write
from handlers.errors import Refused
from storage.keeping import SqlKeeping
from storage.schema import crm_streams, crm_unremembered, leads
from tests.bot.crm.contract import Changes, look
from tests.bot.crm.exports import Row, a_csv, an_xlsx
from tests.bot.crm.file_peer import STATUS, FilePeer
from tests.bot.crm.peer import Peer
from tests.builders import MONDAY_MORNING, Clock


@pytest.fixture
def file(tmp_path: Path) -> Iterator[FilePeer]:
    peer = FilePeer(tmp_path / "leads.csv")
    yield peer
    peer.close()


class TestFile(Changes):
    @pytest.fixture
    def peer(self, file: FilePeer) -> Peer:
        return cast("Peer", file)  # nobody asks it for activities, and nobody writes into it


def ids(crm: FileCrm) -> list[str]:
    return sorted(look(crm, None)[0])


Opened = Callable[..., FileCrm]


@pytest.fixture
def opened() -> Iterator[Opened]:
    """Connect files, all of them long at rest unless a clock is given."""
    found: list[FileCrm] = []

    def connect(path: Path, clock: Clock | None = None, words: Path | None = None) -> FileCrm:
        mapping = UserMapping() if words is None else read_mapping(words)
        zone = ZoneInfo("Europe/Warsaw")
        source = Source(path=path, system="file", zone=zone, mapping=mapping)
        found.append(FileCrm(source, now=clock or Clock(MONDAY_MORNING + timedelta(days=36_500))))
        return found[-1]

    yield connect
    for one in found:
        one.close()


# ---- what is read


def test_a_lead_that_is_not_exported_any_more_is_missing_from_the_ids(file: FilePeer) -> None:
    gone, stays = file.add_many(2)
    _, end = look(file.connector, None)
    file.delete(gone)
    assert [page.gone for page in [file.connector.changes(end)]] == [()]
    assert list(file.connector.ids()) == [stays]
    assert set(file.connector.read([gone, stays])) == {stays}


def test_nothing_is_told_again_before_there_is_another_export(file: FilePeer) -> None:
    file.add_many(3)
    _, end = look(file.connector, None)
    page = file.reconnect().changes(end)
    assert (list(page.leads), page.is_last, page.next) == ([], True, end)


def test_what_is_told_is_as_old_as_the_export(file: FilePeer) -> None:
    file.add()
    page = file.connector.changes(None)
    assert page.next.at == page.leads[0].modified_at == file.clock.at - timedelta(minutes=2)


def test_dates_come_in_iso_and_utc_and_placeholders_empty(tmp_path: Path, opened: Opened) -> None:
    rows = [
        ["Lead ID", "Create Date", "Lead Status", "Company"],
        ["1", "25.03.2026 14:00", "--None--", "Acme"],
        ["2", "soon", "New", "Acme"],
    ]
    found = opened(a_csv(tmp_path, rows)).read(["1", "2"])
    assert found["1"].values["Create Date"] == "2026-03-25T13:00:00+00:00"
    assert found["1"].values["Lead Status"] == ""
    assert (found["2"].values["Create Date"], found["2"].values["Lead Status"]) == ("", "New")


def test_a_lead_without_an_id_is_known_by_its_address(tmp_path: Path, opened: Opened) -> None:
    rows = [["Email", "Lead Status"], ["Anna@Acme.example", "New"]]
    assert ids(opened(a_csv(tmp_path, rows))) == ["anna@acme.example"]


def test_a_workbook_is_read_like_a_text(tmp_path: Path, opened: Opened) -> None:
    rows: list[Row] = [["Lead ID", "Lead Status"], ["K-1", "New"], ["K-2", "New"]]
    crm = opened(an_xlsx(tmp_path, rows))
    assert ids(crm) == ["K-1", "K-2"]


def test_of_a_folder_the_newest_export_counts(tmp_path: Path, opened: Opened) -> None:
    file = FilePeer(tmp_path / "monday.csv")
    file.add_many(2)
    crm = opened(tmp_path, file.clock)
    (tmp_path / "readme.md").write_text("not this", encoding="utf-8")
    (tmp_path / "~lock.csv").write_text("nor this", encoding="utf-8")
    assert ids(crm) == ["K-1", "K-2"]
    tuesday = FilePeer(tmp_path / "tuesday.csv", clock=file.clock)
    tuesday.add()
    assert ids(crm) == ["K-1"]
    for peer in (file, tuesday):
        peer.close()


def test_owners_are_told_as_far_as_the_export_has_them(tmp_path: Path, opened: Opened) -> None:
    rows = [
        ["Lead ID", "Lead Owner", "Owner Email"],
        ["1", "Anna Nowak", "anna@example.com"],
        ["2", "Jan", ""],
    ]
    found = {one.name: one for one in opened(a_csv(tmp_path, rows)).owners()}
    assert found["Anna Nowak"] == RemoteOwner(
        id="anna@example.com", name="Anna Nowak", email="anna@example.com"
    )
    assert found["Jan"].email == ""


def test_no_column_of_it_can_be_written(file: FilePeer) -> None:
    id = file.add()
    assert {one.name for one in file.connector.fields()} >= {STATUS}
    assert not any(one.is_writable for one in file.connector.fields())
    write = Write(lead=id, was={}, becomes={STATUS: "Contacted"}, version="", key="k")
    assert isinstance(file.connector.write([write])[id], Rejected)
    assert file.connector.read([id])[id].values[STATUS] == "New"


# ---- what goes wrong


def trouble(crm: FileCrm, since: Cursor | None = None) -> CrmError:
    with pytest.raises(CrmError) as told:
        crm.changes(since)
    return told.value


def test_a_file_that_is_still_being_written_is_waited_for(file: FilePeer) -> None:
    id = file.add()
    file.late(seconds=-20)
    error = trouble(file.connector)
    assert (error.trouble, error.wait) == (Trouble.BUSY, AT_REST - timedelta(seconds=20))
    file.clock.move(minutes=1)
    assert ids(file.connector) == [id]


def test_a_file_that_is_not_there_is_out_of_reach(tmp_path: Path, opened: Opened) -> None:
    assert trouble(opened(tmp_path / "leads.csv")).trouble is Trouble.UNREACHABLE
    assert trouble(opened(tmp_path)).trouble is Trouble.UNREACHABLE


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Colour,Size\r\nred,1\r\n",
        "Deal ID,Deal Stage\r\n1,Won\r\n",
        "Lead ID,Company\r\n1,2,3\r\n4,5,6\r\n",
    ],
)
def test_a_file_that_is_something_else_asks_for_a_hand(
    tmp_path: Path, opened: Opened, text: str
) -> None:
    assert trouble(opened(a_csv(tmp_path, text))).trouble is Trouble.ODD


def test_an_export_without_a_lead_deletes_nobody(file: FilePeer) -> None:
    with pytest.raises(CrmError) as told:
        file.connector.ids()
    assert told.value.trouble is Trouble.ODD


# ---- our copy


def kept(engine: Engine, crm: FileCrm, clock: Clock, folder: Path | None = None) -> Keeping:
    said = () if folder is None else said_by(read_mapping(folder / "words.toml"))
    store = SqlKeeping(engine, clock)
    return Keeping(connector=crm, store=store, now=clock, hour=lambda _: 2, said=said)


def statuses(engine: Engine) -> dict[str, str | None]:
    with engine.connect() as connection:
        rows = connection.execute(select(leads.c.external_id, leads.c.status, leads.c.gone_at))
        return {id: "gone" if gone else status for id, status, gone in rows}


def test_our_copy_follows_the_exports(engine: Engine, file: FilePeer) -> None:
    one, two = file.add_many(2)
    keeping = kept(engine, file.connector, file.clock)
    assert keeping.look()
    file.edit([one], {STATUS: "Contacted"})
    assert keeping.look()
    assert statuses(engine) == {one: "connected", two: "new"}
    file.delete(two)
    file.clock.move(hours=21)
    assert keeping.look()
    assert statuses(engine) == {one: "connected", two: "gone"}
    with engine.connect() as connection:
        (stream,) = connection.execute(select(crm_streams)).mappings()
        assert stream["succeeded_at"] == file.clock.at - timedelta(hours=21, minutes=2)
        assert connection.execute(select(crm_unremembered)).all() == []


def test_the_companys_own_words_are_understood(
    engine: Engine, tmp_path: Path, opened: Opened
) -> None:
    clock = Clock()
    words = '[columns]\n"Kundennr" = "id"\n"Phase" = "status"\n[status]\n"Heiß" = "connected"\n'
    (tmp_path / "words.toml").write_text(words, encoding="utf-8")
    path = a_csv(tmp_path, [["Kundennr", "Phase"], ["K-17", "Heiß"], ["K-18", "Kalt"]])
    crm = opened(path, clock, tmp_path / "words.toml")
    clock.move(days=36_500)
    assert kept(engine, crm, clock, tmp_path).look()
    assert statuses(engine) == {"K-17": "connected", "K-18": None}


# ---- the settings


def test_the_settings_name_a_file_and_whose_it_is(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path / 'leadloop.sqlite3'}")
    settings = Settings(crm_file=tmp_path, crm_file_system="pipedrive")
    [crm] = connectors(settings, database, at=Clock())
    assert (crm.system, crm.capabilities.is_export) == ("pipedrive", True)
    crm.close()
    database.close()


def test_two_connections_to_one_crm_are_refused(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path / 'leadloop.sqlite3'}")
    settings = Settings(
        crm_file=tmp_path, crm_file_system="hubspot", hubspot_token=SecretStr("pat")
    )
    with pytest.raises(Refused) as told:
        connectors(settings, database, at=Clock())
    database.close()
    assert told.value.phrase.key == "run-crm-twice"
