"""The demo's CRM keeps the contract of the CRMs, but for what needs a network, a bin or a company's own rules."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.crm.demo.records import Records
from handlers.connector import Conflict, Rejected, Written
from tests.bot.crm.contract import Changes, Writes, a_write
from tests.bot.crm.demo_peer import DemoPeer
from tests.bot.crm.peer import Peer
from tests.builders import MONDAY_MORNING


@pytest.fixture
def crm(tmp_path: Path) -> Iterator[DemoPeer]:
    peer = DemoPeer(tmp_path / "crm.sqlite3")
    yield peer
    peer.close()


class TestDemoCrm(Changes, Writes):
    @pytest.fixture
    def peer(self, crm: DemoPeer) -> Peer:
        return cast("Peer", crm)  # nobody deletes, merges or cuts a line here


def write(crm: DemoPeer, lead: str, **given: object) -> object:
    asked = a_write(cast("Peer", crm), lead, **given)
    return crm.connector.write([asked])[lead]


def test_what_was_changed_and_said_is_still_there_after_a_restart(crm: DemoPeer) -> None:
    lead = crm.add()
    write(crm, lead, note="Tom Baker confirmed in Leadloop: Status")
    crm.edit([lead], {"next_step": "Call"})
    again = crm.reconnect().records
    by_hand, through = again.entries(lead, 10)
    assert (by_hand.field, by_hand.new, by_hand.is_by_hand, by_hand.note) == (
        *("next_step", "Call"),
        True,
        "",
    )
    assert (through.old, through.new, through.is_by_hand) == ("New", "Connected", False)
    assert through.note == "Tom Baker confirmed in Leadloop: Status"
    assert again.is_set_up()


def test_a_value_that_was_changed_and_put_back_is_a_conflict_all_the_same(crm: DemoPeer) -> None:
    lead = crm.add()
    asked = a_write(cast("Peer", crm), lead)
    crm.edit([lead], {"status": "Unqualified"})
    crm.edit([lead], {"status": "New"})
    assert isinstance(crm.connector.write([asked])[lead], Conflict)


def test_what_is_too_long_is_refused_in_the_crms_own_words(crm: DemoPeer) -> None:
    lead = crm.add()
    told = write(crm, lead, was={"next_step": ""}, becomes={"next_step": "x" * 256})
    assert told == Rejected("Next step: at most 255 letters, please; these are 256.")
    assert crm.value(lead, "next_step") == ""


@pytest.mark.parametrize("day", ["tomorrow", "20261130", "2026-13-01", "2026-11-31"])
def test_a_day_that_is_none_is_refused(crm: DemoPeer, day: str) -> None:
    lead = crm.add()
    told = write(crm, lead, was={"next_step_date": ""}, becomes={"next_step_date": day})
    assert isinstance(told, Rejected)


def test_a_lead_that_does_not_exist_is_refused_and_keeps_no_other_back(crm: DemoPeer) -> None:
    lead = crm.add()
    nobody, somebody = a_write(cast("Peer", crm), "L-999"), a_write(cast("Peer", crm), lead)
    told = crm.connector.write([nobody, somebody])
    assert isinstance(told["L-999"], Rejected)
    assert isinstance(told[lead], Written)


def test_an_edit_that_is_refused_changes_nothing_at_all(crm: DemoPeer) -> None:
    lead = crm.add()
    words = crm.records.edit(lead, {"next_step": "Call", "status": "Frozen"}, MONDAY_MORNING)
    assert words == "Status: “Frozen” is not in the list."
    assert crm.value(lead, "next_step") == ""
    assert crm.records.entries(lead, 10) == []


def test_an_edit_of_an_unknown_lead_or_field_is_refused(crm: DemoPeer) -> None:
    lead = crm.add()
    assert crm.records.edit("L-999", {}, MONDAY_MORNING)
    assert crm.records.edit(lead, {"secret": "x"}, MONDAY_MORNING)


def test_an_edit_that_changes_nothing_gives_no_new_version(crm: DemoPeer) -> None:
    lead = crm.add()
    before = crm.records.by_ids([lead])[lead].version
    assert crm.records.edit(lead, {"status": "New"}, MONDAY_MORNING) == ""
    assert crm.records.by_ids([lead])[lead].version == before


def test_leads_are_found_by_a_part_of_their_name_in_any_case_and_by_their_id(
    crm: DemoPeer,
) -> None:
    lead, other = crm.add(), crm.add()
    assert [one.id for one in crm.records.named("LEAD L-1", 10)] == [lead]
    assert [one.id for one in crm.records.named(other, 10)] == [other]
    assert crm.records.named("%", 1) != []
    assert crm.records.named("nobody", 10) == []


def test_only_what_was_changed_since_the_beginning_is_listed_the_latest_first(
    crm: DemoPeer,
) -> None:
    one, _, two = crm.add(), crm.add(), crm.add()
    crm.edit([one], {"next_step": "Call"})
    crm.edit([two], {"next_step": "Call"})
    assert [record.id for record in crm.records.changed(10)] == [two, one]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    hands=st.lists(st.tuples(st.booleans(), st.sampled_from(["New", "Connected", "Unqualified"])))
)
def test_whoever_writes_by_what_they_saw_never_overwrites_a_human_edit(
    tmp_path_factory: pytest.TempPathFactory, hands: list[tuple[bool, str]]
) -> None:
    crm = DemoPeer(tmp_path_factory.mktemp("crm") / "crm.sqlite3")
    lead = crm.add()
    seen = a_write(cast("Peer", crm), lead)
    for number, (is_by_hand, value) in enumerate(hands):
        if is_by_hand:
            crm.edit([lead], {"status": value})
            continue
        before = crm.value(lead, "status")
        asked = a_write(
            cast("Peer", crm),
            lead,
            was=seen.was,
            becomes={"status": value},
            version=seen.version,
            key=f"key-{number}",
        )
        told = crm.connector.write([asked])[lead]
        now = crm.value(lead, "status")
        assert now in {before, value}
        assert before in {"New", now} or isinstance(told, Conflict)
    crm.close()


def test_two_doors_to_one_file_see_each_others_writes(crm: DemoPeer) -> None:
    lead = crm.add()
    other: Records = crm.reconnect().records
    other.edit(lead, {"status": "Connected"}, MONDAY_MORNING)
    assert crm.value(lead, "status") == "Connected"
