"""The page into the demo's CRM: what it shows, in whose language, and who may change something there."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.crm.demo.records import Record
from bot.platforms.demo.crm import LABELS, LONGEST_LEFT, read_edit
from bot.platforms.demo.parse import Rejected
from handlers.connector import RemoteField, Write
from tests.bot.platforms.demo.conftest import House
from tests.bot.platforms.demo.markup import Page
from tests.builders import MONDAY_MORNING

HOSTILE = "<img src=x onerror=alert(1)>\"'&"
FIELDS = (
    RemoteField(
        name="status",
        label="Status",
        kind="choice",
        options=(("New", "New"), ("Connected", "Connected")),
    ),
    RemoteField(name="next_step", label="Next step", kind="text"),
    RemoteField(name="next_step_date", label="Date of the next step", kind="date"),
)


def a_record(id: str = "7", **values: str) -> Record:
    said = {"status": "New", "next_step": "", "next_step_date": "", **values}
    return Record(
        id=id,
        name=f"Anna {id}",
        company="Acme",
        owner="Piotr Nowak",
        values=said,
        at=MONDAY_MORNING,
    )


@pytest.fixture
def crm(house: House) -> House:
    house.records.set_up(FIELDS, [a_record(), a_record("8", next_step=HOSTILE)])
    return house


def page(house: House, person: str = "maya", **asked: str) -> Page:
    sent = house.client.get("/demo/crm", params={"as": person, **asked})
    assert sent.status_code == 200
    return Page(sent.text)


def confirm(house: House, lead: str, value: str) -> None:
    write = Write(
        lead=lead,
        was={"next_step": ""},
        becomes={"next_step": value},
        version="",
        note=f"Tom <b> confirmed {value}",
        key="key-1",
    )
    house.records.write(write, MONDAY_MORNING + timedelta(minutes=5))


def edit(house: House, **body: object) -> Any:
    return house.browser().post("crm-edit", {"lead": "7", "values": {}} | body)


@pytest.mark.parametrize(
    ("person", "word"),
    [("maya", "The demo’s CRM"), ("piotr", "CRM w demo"), ("li", "演示用的 CRM")],
)
def test_the_page_speaks_the_language_of_whoever_looks(crm: House, person: str, word: str) -> None:
    assert word in page(crm, person).text
    assert word in page(crm, person, lead="7").text


def test_an_unknown_person_or_lead_gives_the_list_and_no_error(crm: House) -> None:
    assert "Changed since the demo began" in page(crm, "nobody").text
    assert "Changed since the demo began" in page(crm, lead="999").text


def test_the_leads_about_which_somebody_is_asked_come_first(crm: House) -> None:
    assert "About none" in page(crm).text
    crm.asked.leads["maya"] = ["8"]
    shown = page(crm).text
    assert shown.index("Anna 8") < shown.index("Changed since the demo began")
    assert "Anna 7" not in shown


def test_a_rep_sees_what_they_are_asked_and_others_what_the_reps_are(crm: House) -> None:
    assert "Leadloop asks reps about these now" in page(crm).text
    assert "Piotr – o te leady" in page(crm, "piotr").text


def test_leads_are_found_by_name_and_a_search_for_nothing_lists_nothing(crm: House) -> None:
    assert "Anna 7" in page(crm, q="anna 7").text
    assert "No lead is called like this" in page(crm, q="Xaver").text
    assert "Found" not in page(crm).text


def test_a_lead_shows_its_fields_and_what_changed_with_the_note(crm: House) -> None:
    confirm(crm, "7", "Call them")
    crm.records.edit("7", {"status": "Connected"}, MONDAY_MORNING)
    found = page(crm, lead="7")
    for words in ("Owner: Piotr Nowak", "Status: New → Connected", "by hand, here"):
        assert words in found.text
    assert "Next step: (empty) → Call them" in found.text
    assert "through Leadloop" in found.text
    assert "Tom <b> confirmed Call them" in found.text
    assert found.all("option", selected="")[0]["value"] == "Connected"


def test_a_value_that_the_list_lacks_is_shown_all_the_same(crm: House) -> None:
    crm.records.add(a_record("9", status="Frozen"))
    assert page(crm, lead="9").all("option", selected="")[0]["value"] == "Frozen"


def test_nothing_from_a_lead_or_an_address_becomes_markup(crm: House) -> None:
    confirm(crm, "8", HOSTILE)
    crm.records.add(
        Record(id=HOSTILE, name=HOSTILE, company=HOSTILE, owner=HOSTILE, at=MONDAY_MORNING)
    )
    for asked in (
        {"lead": "8"},
        {"lead": HOSTILE},
        {"q": HOSTILE},
        {"q": "img"},
        {"told": HOSTILE},
    ):
        assert page(crm, **asked).all("img") == []


def test_an_edit_by_hand_is_kept_and_leadloop_does_not_look_yet(crm: House) -> None:
    assert edit(crm, values={"next_step": "  Call  ", "status": "Connected"}).status_code == 200
    assert crm.records.by_ids(["7"])["7"].values == {
        "status": "Connected",
        "next_step": "Call",
        "next_step_date": "",
    }
    assert crm.looks == []


def test_leadloop_looks_when_it_is_told_to(crm: House) -> None:
    assert crm.browser().post("crm-look", {}).status_code == 200
    assert len(crm.looks) == 1


def test_what_the_crm_refuses_is_said_in_its_words(crm: House) -> None:
    answer = edit(crm, values={"next_step": "x" * 256})
    assert answer.status_code == 422
    assert answer.json()["error"].startswith("Next step: at most 255 letters")


@pytest.mark.parametrize(
    "body",
    [
        {"lead": 7},
        {"lead": "x" * 201},
        {"lead": None},
        {"values": []},
        {"values": {"status": 1}},
        {"values": {"owner": "me"}},
        {"values": {"next_step": "x" * (LONGEST_LEFT + 1)}},
    ],
)
def test_what_the_page_would_never_send_is_refused(crm: House, body: dict[str, object]) -> None:
    before = crm.records.by_ids(["7"])
    assert edit(crm, **body).status_code == 400
    assert crm.records.by_ids(["7"]) == before


@pytest.mark.parametrize("name", ["crm-edit", "crm-look"])
def test_another_sites_page_can_neither_edit_nor_make_leadloop_look(crm: House, name: str) -> None:
    browser, body = crm.browser(), {"lead": "7", "values": {"status": "Connected"}}
    assert browser.post(name, body, Origin="https://evil.example").status_code == 403
    assert browser.post(name, body, **{"X-Leadloop-Token": "guess"}).status_code == 403
    assert crm.records.by_ids(["7"])["7"].values["status"] == "New"
    assert crm.looks == []


@given(
    st.dictionaries(st.sampled_from([*LABELS, "owner"]) | st.text(), st.text() | st.integers()),
    st.text() | st.none(),
)
def test_an_edit_is_read_or_refused_and_nothing_else(
    values: dict[str, object], lead: str | None
) -> None:
    try:
        found = read_edit({"lead": lead, "values": values})
    except Rejected:
        return
    assert found.lead == lead
    assert set(found.values) <= set(LABELS)
