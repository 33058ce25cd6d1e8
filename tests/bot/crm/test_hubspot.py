"""What is HubSpot's own, beyond the contract of all CRMs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs

from bot.crm.http import Answer, Told
from bot.crm.hubspot.changes import merged
from bot.crm.hubspot.client import LISTED, SEARCHED
from bot.crm.hubspot.connector import connect
from bot.crm.hubspot.history import changes
from bot.crm.hubspot.notes import Note, body_of, has_mark
from bot.crm.hubspot.refusals import judge, words_of
from bot.crm.told import LONGEST_WORDS
from handlers.connector import (
    Conflict,
    CrmError,
    Cursor,
    Fate,
    Rejected,
    Remote,
    Trouble,
    Write,
    Written,
)
from tests.bot.crm.contract import look, pages
from tests.bot.crm.hubspot_peer import HubSpotPeer
from tests.fakes.crm.hubspot import TOKEN, FakeHubSpot
from tests.fakes.crm.hubspot_portal import NOTE_TYPES
from tests.fakes.faults import broken, dropped

STATUS = "hs_lead_status"
NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
FAULTS = json.dumps(
    [{"message": "A was not one of the allowed options"}, {"message": "B is required"}]
)
NAMES = st.sampled_from(["message", "errors", "context", "category"])


@pytest.fixture
def hubspot() -> Iterator[FakeHubSpot]:
    with FakeHubSpot() as hubspot:
        yield hubspot


@pytest.fixture
def peer(hubspot: FakeHubSpot) -> Iterator[HubSpotPeer]:
    peer = HubSpotPeer(hubspot)
    yield peer
    peer.close()


@pytest.fixture
def leads(hubspot: FakeHubSpot) -> Iterator[HubSpotPeer]:
    peer = HubSpotPeer(hubspot, "leads")
    yield peer
    peer.close()


def a_write(peer: HubSpotPeer, lead: str, becomes: str = "IN_PROGRESS", note: str = "") -> Write:
    return Write(
        lead=lead,
        was={STATUS: "NEW"},
        becomes={STATUS: becomes},
        version=peer.connector.read([lead])[lead].version,
        note=note,
        key=f"key-{lead}",
    )


def fate(peer: HubSpotPeer, write: Write) -> Fate | CrmError:
    return peer.connector.write([write])[write.lead]


# ---- paths


def test_the_version_of_the_settings_stands_in_every_path() -> None:
    with FakeHubSpot(version="2027-03") as hubspot:
        hubspot.portal.create("contacts", {})
        hub = connect(
            token=TOKEN,
            version="2027-03",
            object_type="contacts",
            url=hubspot.address,
            now=lambda: hubspot.portal.at,
        )
        assert len(hub.changes(None).leads) == 1
        assert hub.fields()
        hub.close()


def test_another_version_than_the_accounts_is_odd(hubspot: FakeHubSpot) -> None:
    hub = connect(
        token=TOKEN,
        version="2019-01",
        object_type="contacts",
        url=hubspot.address,
        now=lambda: hubspot.portal.at,
    )
    with pytest.raises(CrmError) as told:
        hub.changes(None)
    hub.close()
    assert told.value.trouble is Trouble.ODD


def test_what_the_company_maps_is_read_as_well(peer: HubSpotPeer) -> None:
    id = peer.add({"next_step": "Call", "situation": "Spreadsheets"})
    values = peer.connector.read([id])[id].values
    assert values["next_step"] == "Call"
    assert "situation" not in values


# ---- changes


def test_a_bulk_edit_of_more_than_a_page_is_read_to_its_end(peer: HubSpotPeer) -> None:
    ids = peer.add_many(2 * SEARCHED + 50)
    _, end = look(peer.connector, None)
    peer.edit(ids, {"next_step": "in bulk"})
    after = peer.add()
    found, last = look(peer.connector, end)
    assert set(found) >= {*ids, after}
    assert last.at == found[after].modified_at


def test_an_edit_of_exactly_a_page_ends(peer: HubSpotPeer) -> None:
    ids = peer.add_many(SEARCHED)
    _, end = look(peer.connector, None)
    peer.edit(ids, {"next_step": "in bulk"})
    found, _ = look(peer.connector, end)
    assert set(ids) <= set(found)


def test_no_page_is_ever_counted_off(peer: HubSpotPeer, hubspot: FakeHubSpot) -> None:
    """HubSpot would refuse to page a search beyond 10,000 rows, and rows move while we read."""
    peer.add_many(2 * SEARCHED + 50)
    look(peer.connector, Cursor(hubspot.portal.at - timedelta(days=1)))
    assert [one["after"] for one in hubspot.searched if "after" in one] == []


def test_a_killed_look_within_a_bulk_edit_goes_on_there(peer: HubSpotPeer) -> None:
    ids = peer.add_many(3 * SEARCHED)
    _, end = look(peer.connector, None)
    peer.edit(ids, {"next_step": "in bulk"})
    walk = pages(peer.connector, end)
    first = [next(walk) for _ in range(3)]
    found, _ = look(peer.reconnect(), first[-1].next)
    assert {lead.id for page in first for lead in page.leads} | set(found) == set(ids)


def test_a_look_without_changes_stays_where_it_is(peer: HubSpotPeer) -> None:
    peer.add()
    at = datetime(2030, 1, 1, tzinfo=UTC)
    page = peer.connector.changes(Cursor(at))
    assert (list(page.leads), page.next, page.is_last) == ([], Cursor(at), True)


def test_the_first_load_reads_the_list_and_leaves_the_search_alone(peer: HubSpotPeer) -> None:
    peer.add_many(2 * LISTED + 1)
    assert len(list(pages(peer.connector, None))) == 3
    assert set(peer.hubspot.calls) == {"contacts"}


def test_after_the_first_load_changes_begin_where_the_list_was_begun(peer: HubSpotPeer) -> None:
    ids = peer.add_many(2 * LISTED)
    first = peer.connector.changes(None)
    peer.edit([ids[0]], {"next_step": "while we read"})
    peer.hubspot.portal.later(3_600_000)
    _, end = look(peer.connector, first.next)
    assert end.token == ""
    found, _ = look(peer.connector, end)
    assert found[ids[0]].values["next_step"] == "while we read"


# ---- merged


def test_a_merge_that_keeps_the_first_id_is_told_too(peer: HubSpotPeer) -> None:
    peer.hubspot.portal.keeps_primary_id = True
    gone, stays = peer.add_many(2)
    _, end = look(peer.connector, None)
    assert peer.merge(gone, stays) == stays
    told = [page.merged for page in pages(peer.connector, end)]
    assert {gone: stays} in told
    assert set(peer.connector.read([gone, stays])) == {stays}


def test_a_lead_that_was_merged_twice_tells_of_all(peer: HubSpotPeer) -> None:
    one, two, three = peer.add_many(3)
    left = peer.merge(three, peer.merge(one, two))
    page = peer.connector.changes(Cursor(datetime(2026, 1, 1, tzinfo=UTC)))
    assert {one, two, three} <= {old for old, new in page.merged.items() if new == left}


@given(st.text(), st.text())
def test_whatever_stands_in_the_merged_ids_no_lead_is_merged_into_itself(
    ids: str, vids: str
) -> None:
    values = {"hs_merged_object_ids": ids, "hs_calculated_merged_vids": vids}
    lead = Remote(id="7", version="v", modified_at=NOON, values=values)
    told = merged([lead])
    assert "7" not in told
    assert "" not in told


def test_merged_ids_are_read_with_and_without_their_time() -> None:
    values = {
        "hs_merged_object_ids": "1;2",
        "hs_calculated_merged_vids": "2:1778000000000;3:1778000000001",
    }
    lead = Remote(id="7", version="v", modified_at=NOON, values=values)
    assert merged([lead]) == {"1": "7", "2": "7", "3": "7"}


def test_a_write_to_a_merged_lead_is_refused_and_changes_nobody(peer: HubSpotPeer) -> None:
    gone, other = peer.add_many(2)
    write = a_write(peer, gone)
    left = peer.merge(gone, other)
    assert isinstance(fate(peer, write), Rejected)
    assert peer.value(left, STATUS) == "NEW"


# ---- reading


def test_an_id_that_hubspot_never_gave_spoils_nobody_elses_reading(peer: HubSpotPeer) -> None:
    id = peer.add()
    read = peer.connector.read([id, "00Q5g00000ABC", "1/../2", "", "１２"])
    assert set(read) == {id}
    assert isinstance(
        fate(peer, Write(lead="00Q5", was={}, becomes={STATUS: "NEW"}, version="", key="k")),
        Rejected,
    )


def test_the_history_of_a_lead_is_one_call(peer: HubSpotPeer) -> None:
    id = peer.add()
    record = peer.hubspot.portal.records["contacts"][id]
    peer.hubspot.portal.change(record, {STATUS: "OPEN"}, user=7)
    peer.hubspot.portal.change(record, {STATUS: "CONNECTED"}, user=999)
    before = peer.calls
    told = [one.new for one in peer.connector.history([id]) if one.field == STATUS]
    assert told[-2:] == ["OPEN", "CONNECTED"]
    assert peer.calls - before == 1


def test_a_value_that_was_said_again_is_no_change() -> None:
    said = [("OPEN", 3), ("OPEN", 2), ("NEW", 1)]
    told = [{"value": value, "timestamp": f"2026-05-0{day}T08:00:00Z"} for value, day in said]
    record: Told = {"id": "7", "propertiesWithHistory": {STATUS: told}}
    assert [(one.old, one.new, one.at.day) for one in changes(record, [STATUS])] == [
        ("", "NEW", 1),
        ("NEW", "OPEN", 2),
    ]


def test_a_leads_stages_are_its_choices_and_former_ones_are_not(leads: HubSpotPeer) -> None:
    fields = {field.name: field for field in leads.connector.fields()}
    assert fields["hs_pipeline_stage"].options == [
        ("new-stage-id", "New"),
        ("attempting-stage-id", "Attempting"),
        ("connected-stage-id", "Connected"),
        ("unqualified-stage-id", "Disqualified"),
    ]


def test_each_kind_of_property_is_told(peer: HubSpotPeer) -> None:
    kinds = {field.name: field.kind for field in peer.connector.fields()}
    assert kinds["is_partner"] == "yes-no"
    assert kinds["decision_on"] == "date"
    assert kinds["createdate"] == "moment"
    assert kinds["hs_object_id"] == "number"
    assert kinds["phone"] == "text"


def test_a_computed_property_cannot_be_written(peer: HubSpotPeer) -> None:
    [field] = [one for one in peer.connector.fields() if one.name == "num_contacted_notes"]
    assert not field.is_writable


# ---- activities


@pytest.mark.parametrize(
    ("kind", "values", "told"),
    [
        (
            "calls",
            {"hs_call_direction": "OUTBOUND", "hs_call_status": "NO_ANSWER"},
            ("call", "out"),
        ),
        ("calls", {"hs_call_direction": "INBOUND"}, ("call", "in")),
        ("calls", {"hs_call_status": "QUEUED"}, None),
        ("emails", {"hs_email_direction": "EMAIL", "hs_email_status": "BOUNCED"}, ("email", "out")),
        ("emails", {"hs_email_direction": "FORWARDED_EMAIL"}, ("email", "")),
        ("emails", {"hs_email_direction": "EMAIL", "hs_email_status": "SCHEDULED"}, None),
        ("meetings", {"hs_meeting_outcome": "COMPLETED"}, ("meeting", "out")),
        ("meetings", {"hs_meeting_outcome": "SCHEDULED"}, None),
        ("tasks", {"hs_task_status": "COMPLETED", "hs_task_type": "CALL"}, ("task", "out")),
        ("tasks", {"hs_task_status": "COMPLETED"}, ("task", "")),
        ("tasks", {"hs_task_status": "NOT_STARTED"}, None),
        ("communications", {"hs_communication_channel_type": "SMS"}, ("other", "out")),
        ("notes", {"hs_note_body": "<p>They like it</p>"}, ("note", "")),
    ],
)
def test_what_happened_is_told_and_what_is_planned_is_not(
    peer: HubSpotPeer, kind: str, values: dict[str, str], told: tuple[str, str] | None
) -> None:
    lead = peer.add()
    portal = peer.hubspot.portal
    at = "2026-05-04T09:30:00.000Z"
    id = portal.create(kind, {"hs_timestamp": at, **values})
    portal.link(kind, id, "contacts", lead)
    found = peer.connector.touches([lead])
    assert [(one.kind, one.direction) for one in found] == ([told] if told else [])
    assert [one.at for one in found] == [datetime(2026, 5, 4, 9, 30, tzinfo=UTC)] * len(found)


def test_our_own_notes_are_no_activity_of_sales(peer: HubSpotPeer) -> None:
    id = peer.add()
    fate(peer, a_write(peer, id, note="Anna Nowak: in conversation"))
    assert len(peer.notes(id)) == 1
    assert list(peer.connector.touches([id])) == []


def test_a_lead_with_more_activities_than_a_page_shows_them_all(peer: HubSpotPeer) -> None:
    lead = peer.add()
    for _ in range(503):
        peer.touch(lead, "call", "out")
    assert len({one.id for one in peer.connector.touches([lead])}) == 503


# ---- writing


def test_a_value_that_somebody_changed_and_set_back_is_not_overwritten(peer: HubSpotPeer) -> None:
    id = peer.add()
    write = a_write(peer, id)
    peer.edit([id], {STATUS: "CONNECTED"})
    peer.edit([id], {STATUS: "NEW"})
    assert isinstance(fate(peer, write), Conflict)
    assert peer.value(id, STATUS) == "NEW"


def test_our_lost_write_that_somebody_undid_is_not_repeated(peer: HubSpotPeer) -> None:
    id = peer.add()
    write = a_write(peer, id)
    peer.cut_write()
    fate(peer, write)
    peer.edit([id], {STATUS: "NEW"})
    assert isinstance(fate(peer, write), Conflict)
    assert peer.value(id, STATUS) == "NEW"


def test_a_batch_that_is_refused_as_a_whole_is_written_lead_by_lead(peer: HubSpotPeer) -> None:
    bad, good = peer.add_many(2)
    told = peer.connector.write([a_write(peer, bad, "FROZEN"), a_write(peer, good)])
    assert isinstance(told[bad], Rejected)
    assert isinstance(told[good], Written)
    assert peer.value(good, STATUS) == "IN_PROGRESS"
    assert peer.hubspot.calls.count("contacts/batch/update") == 1


def test_a_lead_that_went_after_we_read_it_is_refused_alone(peer: HubSpotPeer) -> None:
    gone, stays = peer.add_many(2)
    writes = [a_write(peer, gone), a_write(peer, stays)]
    peer.hubspot.before("contacts/batch/update", lambda: peer.delete(gone))
    told = peer.connector.write(writes)
    assert "deleted or not exist" in getattr(told[gone], "words", "")
    assert isinstance(told[stays], Written)


def test_a_lead_that_was_merged_after_we_read_it_is_not_called_written(peer: HubSpotPeer) -> None:
    gone, other = peer.add_many(2)
    write = a_write(peer, gone)
    peer.hubspot.before("contacts/batch/update", lambda: peer.merge(gone, other))
    assert isinstance(fate(peer, write), CrmError)
    assert isinstance(fate(peer, write), Rejected)


def test_a_note_that_is_refused_does_not_undo_what_was_written(peer: HubSpotPeer) -> None:
    id = peer.add()
    write = a_write(peer, id, note="Anna Nowak: dead")
    peer.hubspot.faults.plan("notes/batch/create", broken(403))
    with capture_logs() as logs:
        assert isinstance(fate(peer, write), Written)
    assert peer.value(id, STATUS) == "IN_PROGRESS"
    assert [line["event"] for line in logs] == ["crm-note-refused"]
    assert "Anna" not in str(logs)


def test_a_note_on_the_lead_object_is_associated_as_the_account_says(leads: HubSpotPeer) -> None:
    id = leads.add()
    write = Write(lead=id, was={}, becomes={}, version="", note="Dead", key="key")
    assert isinstance(fate(leads, write), Written)
    assert len(leads.notes(id)) == 1
    assert NOTE_TYPES["leads"] != NOTE_TYPES["contacts"]


def test_two_writes_for_one_lead_are_a_mistake(peer: HubSpotPeer) -> None:
    id = peer.add()
    with pytest.raises(ValueError, match="two writes"):
        peer.connector.write([a_write(peer, id), a_write(peer, id)])


def test_trouble_after_a_part_was_written_is_told_of_the_rest_alone(peer: HubSpotPeer) -> None:
    ids = peer.add_many(60)
    writes = [a_write(peer, id) for id in ids]
    peer.hubspot.faults.plan("contacts/batch/update", None, dropped())
    told = peer.connector.write(writes)
    assert [isinstance(told[id], Written) for id in ids] == [True] * 50 + [False] * 10


class Texts(HTMLParser):
    """Reads HTML as a browser does."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag if not attrs else f"{tag}!")

    def handle_data(self, data: str) -> None:
        self.text += data


@given(st.text(max_size=200), st.text(max_size=40))
def test_no_note_brings_markup_along(text: str, key: str) -> None:
    body = body_of(Note(text, key))
    read = Texts()
    read.feed(body)
    read.close()
    assert set(read.tags) <= {"p", "br"}
    assert "".join(text.split()) in "".join(read.text.split())
    assert has_mark(unescape(body))


# ---- refusals


def an_answer(status: int, body: str) -> Answer:
    return Answer(status, {}, body.encode())


@pytest.mark.parametrize(
    ("body", "trouble", "wait"),
    [
        ('{"policyName": "SECONDLY"}', Trouble.BUSY, timedelta(seconds=1)),
        ('{"policyName": "TEN_SECONDLY_ROLLING"}', Trouble.BUSY, timedelta(seconds=10)),
        ('{"policyName": "DAILY"}', Trouble.SPENT, timedelta(hours=1)),
        ("{}", Trouble.BUSY, timedelta(seconds=10)),
        ("<html>", Trouble.BUSY, timedelta(seconds=10)),
    ],
)
def test_a_limit_says_by_its_policy_how_long_it_lasts(
    body: str, trouble: Trouble, wait: timedelta
) -> None:
    error = judge(an_answer(429, body))
    assert error is not None
    assert (error.trouble, error.wait) == (trouble, wait)


@pytest.mark.parametrize(("status", "trouble"), [(423, Trouble.BUSY), (477, Trouble.UNREACHABLE)])
def test_a_locked_or_moving_account_may_be_asked_later(status: int, trouble: Trouble) -> None:
    error = judge(an_answer(status, ""))
    assert error is not None
    assert (error.trouble, error.is_passing) == (trouble, True)
    assert error.wait


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (
            json.dumps({"message": f"Property values were not valid: {FAULTS}"}),
            "A was not one of the allowed options; B is required",
        ),
        ('{"message": "Invalid input", "errors": [{"message": "No stage"}]}', "No stage"),
        (
            '{"message": "Property values were not valid: [oops"}',
            "Property values were not valid: [oops",
        ),
        ('{"message": "Gone"}', "Gone"),
        ("{}", "?"),
    ],
)
def test_a_refusal_is_told_in_hubspots_words(body: str, words: str) -> None:
    assert words_of(an_answer(400, body)) == words


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(NAMES, inner)))
def test_whatever_hubspot_says_is_a_short_text(said: object) -> None:
    told = words_of(an_answer(400, json.dumps({"message": said, "errors": said})))
    assert 0 < len(told) <= LONGEST_WORDS


def test_what_the_status_says_alone_is_left_to_it() -> None:
    assert judge(an_answer(500, "")) is None
