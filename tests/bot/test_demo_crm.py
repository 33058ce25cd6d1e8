"""The demo's CRM is filled with what was imported, and Leadloop knows from the start what its words mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.app import Memory, keeping_store, lead_store, open_database
from bot.crm.demo.connector import SYSTEM
from bot.crm.demo.records import Records
from bot.crm.file.importing import import_files
from bot.demo_crm import BesideCrm, DemoImports
from handlers.keeping import WordKind
from handlers.lead import Reason, Status
from handlers.nudges.rules import all_rules, fingerprint
from handlers.roster.model import Company
from handlers.working_time import WorkingHours
from tests.builders import MONDAY_MORNING, Clock

WARSAW = Company(hours=WorkingHours(zone="Europe/Warsaw"))
DYNAMICS = """\
leadid,fullname,companyname,statuscode,owner
a-1,Anna Nowak,Acme,1,Piotr
a-2,Jan Kowalski,Globex,4,Piotr
a-3,Ewa Berg,Initech,2,
"""
BARE = "ID,Name,Company\n1,Anna Nowak,Acme\n"


@dataclass
class Beside:
    """A database with an export in it, and the CRM beside it."""

    folder: Path
    clock: Clock

    def __post_init__(self) -> None:
        self.database: Memory = open_database(
            f"sqlite:///{self.folder / 'leadloop.sqlite3'}", at=self.clock
        )
        self.records = Records(self.folder / "crm.sqlite3")
        self.crm = BesideCrm(self.database, self.records, WARSAW)

    def bring(self, export: str) -> None:
        file = self.folder / "leads.csv"
        file.write_text(export, encoding="utf-8")
        import_files([file], DemoImports(lead_store(self.database)))
        self.crm.move_in()

    def lead(self, id: str) -> tuple[str, Status | None, Reason | None, str]:
        """Give what our copy has of a lead."""
        with self.database.look() as work:
            [found] = work.leads.by_external_ids([id])[id]
        return found.name, found.status, found.reason, found.next_step


@pytest.fixture
def beside(tmp_path: Path, clock: Clock) -> Iterator[Beside]:
    beside = Beside(tmp_path, clock)
    yield beside
    beside.records.close()
    beside.database.close()


def test_the_crm_has_every_lead_as_it_was_imported(beside: Beside) -> None:
    beside.bring(DYNAMICS)
    anna = beside.records.by_ids(["a-1"])["a-1"]
    assert (anna.name, anna.company, anna.owner) == ("Anna Nowak", "Acme", "Piotr")
    assert anna.values["status"] == "1"
    assert set(beside.records.ids()) == {"a-1", "a-2", "a-3"}


def test_the_leads_are_the_demo_crms_whichever_crm_wrote_the_export(beside: Beside) -> None:
    beside.bring(DYNAMICS)
    with beside.database.look() as work:
        [lead] = work.leads.by_external_ids(["a-1"])["a-1"]
    assert lead.system == SYSTEM


def test_an_edit_by_hand_comes_into_our_copy_and_touches_nothing_else(beside: Beside) -> None:
    beside.bring(DYNAMICS)
    beside.records.edit("a-2", {"next_step": "Call in May"}, MONDAY_MORNING)
    beside.crm.look()
    assert beside.lead("a-2") == (
        *("Jan Kowalski", Status.DISQUALIFIED),
        Reason.OTHER,
        "Call in May",
    )
    assert beside.lead("a-1") == ("Anna Nowak", Status.NEW, None, "")


def test_words_that_only_the_exports_own_crm_explains_go_on_meaning_the_same(
    beside: Beside,
) -> None:
    beside.bring(DYNAMICS)
    beside.records.edit("a-1", {"status": "4"}, MONDAY_MORNING)
    beside.crm.look()
    assert beside.lead("a-1")[1:3] == (Status.DISQUALIFIED, Reason.OTHER)


def test_the_statuses_stand_in_the_order_in_which_a_lead_goes_on(beside: Beside) -> None:
    beside.bring(DYNAMICS)
    status = beside.records.fields()[0]
    assert [value for value, _ in status.options] == ["1", "2", "4"]


def test_an_export_without_statuses_gets_the_storys(beside: Beside) -> None:
    beside.bring(BARE)
    status, reason = beside.records.fields()[:2]
    assert ("Connected", "Connected") in status.options
    assert ("No budget", "No budget") in reason.options


def test_every_field_of_the_crm_may_be_written_and_is_known_to_the_rules(beside: Beside) -> None:
    beside.bring(BARE)
    with beside.database.look() as work:
        words = [one for one in work.mappings.words(SYSTEM) if one.kind is WordKind.FIELD]
        fields = work.nudges.fields()[SYSTEM]
    assert {one.word for one in words if one.writes} == {
        one.name for one in beside.records.fields()
    }
    assert {"status", "reason", "next_step", "extra:situation", "extra:needs"} <= fields


def test_the_first_morning_is_taken_and_the_next_one_is_not(beside: Beside) -> None:
    beside.bring(BARE)
    today = WARSAW.hours.day_of(MONDAY_MORNING)
    with beside.database.open_work() as work:
        rules = fingerprint(all_rules(work.nudges.rules()))
        assert work.nudges.is_taken(today, rules)
        assert not work.nudges.is_taken(today.replace(day=today.day + 1), rules)


def test_what_was_imported_is_not_read_once_more(beside: Beside) -> None:
    beside.bring(DYNAMICS)
    [stream] = keeping_store(beside.database).streams()
    assert stream.first_done_at == MONDAY_MORNING
    assert stream.cursor is not None
    assert beside.records.since(int(stream.cursor.token), 10) == []


def test_moving_in_again_after_a_restart_changes_nothing(beside: Beside) -> None:
    beside.bring(BARE)
    beside.records.edit("1", {"status": "Connected"}, MONDAY_MORNING)
    again = Records(beside.folder / "crm.sqlite3")
    BesideCrm(beside.database, again, WARSAW).move_in()
    assert again.by_ids(["1"])["1"].values["status"] == "Connected"
    again.close()
