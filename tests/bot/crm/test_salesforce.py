"""What is Salesforce's own, beyond the contract of all CRMs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from simple_salesforce.format import format_soql
from structlog.testing import capture_logs

from bot.crm.http import Answer, Told
from bot.crm.meaning import Meaning
from bot.crm.salesforce.client import Api
from bot.crm.salesforce.fields import Fields
from bot.crm.salesforce.records import literal
from bot.crm.salesforce.refusals import errors_of, judge, words
from bot.crm.told import LONGEST_WORDS, value
from handlers.connector import (
    Conflict,
    CrmError,
    Cursor,
    Fate,
    Rejected,
    Trouble,
    Write,
    Written,
)
from handlers.crm import Column, CrmCampaign
from tests.bot.crm.contract import look
from tests.bot.crm.salesforce_peer import SalesforcePeer
from tests.fakes.crm.salesforce import FakeSalesforce
from tests.fakes.crm.salesforce_org import CONVERTED, PICKED
from tests.fakes.crm.salesforce_soql import Malformed, read
from tests.fakes.faults import broken

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)


@pytest.fixture
def salesforce() -> Iterator[FakeSalesforce]:
    with FakeSalesforce() as salesforce:
        yield salesforce


@pytest.fixture
def peer(salesforce: FakeSalesforce) -> Iterator[SalesforcePeer]:
    peer = SalesforcePeer(salesforce)
    yield peer
    peer.close()


def a_write(lead: str, was: dict[str, str], becomes: dict[str, str], note: str = "") -> Write:
    return Write(lead=lead, was=was, becomes=becomes, version="", note=note, key=f"key-{lead}")


def a_move(lead: str, note: str = "") -> Write:
    return a_write(lead, {"Status": PICKED[0]}, {"Status": PICKED[1]}, note)


def fate(peer: SalesforcePeer, write: Write) -> Fate | CrmError:
    return peer.connector.write([write])[write.lead]


# ---- reading


def test_a_page_that_salesforce_cuts_short_loses_nothing(
    salesforce: FakeSalesforce, peer: SalesforcePeer
) -> None:
    salesforce.api.batch = 70
    ids = peer.add_many(450)
    found, _ = look(peer.connector, None)
    assert set(found) == set(ids) == set(peer.connector.ids())


def test_a_field_that_we_may_not_see_is_not_asked_for(
    salesforce: FakeSalesforce, peer: SalesforcePeer
) -> None:
    lead = peer.add({"Rating": "Hot"})
    assert peer.connector.read([lead])[lead].values["Rating"] == "Hot"
    salesforce.org.unseen = {"Rating"}
    assert "Rating" not in peer.connector.read([lead])[lead].values
    [told] = peer.connector.changes(None).leads
    assert "Rating" not in told.values


def test_a_mapped_field_can_smuggle_nothing_into_a_query(salesforce: FakeSalesforce) -> None:
    peer = SalesforcePeer(salesforce)
    peer.add()
    peer.connector._also = lambda: ("Id FROM User --", "Score__c, OwnerId", "Nobody__c")
    [told] = peer.connector.changes(None).leads
    assert not {"Id FROM User --", "Score__c, OwnerId", "Nobody__c"} & set(told.values)
    peer.close()


def test_values_are_told_as_texts(peer: SalesforcePeer) -> None:
    lead = peer.salesforce.org.create_lead(
        {
            "NumberOfEmployees": 40,
            "Score__c": 12.0,
            "HasOptedOutOfEmail": False,
            "Demo_At__c": "2026-05-04T12:00:00.000+0000",
        }
    )
    told = peer.connector.read([lead])[lead].values
    assert (told["NumberOfEmployees"], told["Score__c"]) == ("40", "12")
    assert told["HasOptedOutOfEmail"] == "false"
    assert told["Demo_At__c"] == "2026-05-04T12:00:00+00:00"


def test_ids_that_are_none_do_not_spoil_a_call(peer: SalesforcePeer) -> None:
    lead = peer.add()
    odd = ["", "0", "x' OR Id != '", "../Account/1"]
    assert set(peer.connector.read([*odd, lead])) == {lead}
    assert list(peer.connector.history(odd)) == []
    assert list(peer.connector.touches(odd)) == []
    told = peer.connector.write([a_move(one) for one in [*odd, lead]])
    assert {one: type(it) for one, it in told.items()} == {
        **dict.fromkeys(odd, Rejected),
        lead: Written,
    }


class Forgetful(Api):
    """An API during whose answers another thread forgets what was seen."""

    def __init__(self, *names: str) -> None:
        self.names = names
        self.fields = Fields(self)

    def describe(self) -> Told:
        return {"fields": [{"name": one} for one in self.names]}

    def rows(self, soql: str, *, archived: bool = False) -> Iterator[Told]:
        self.fields.forget()
        yield from ()


def test_what_another_thread_forgets_is_still_asked_for() -> None:
    assert "Email" in Forgetful("Id", "Email").fields.readable(())


def test_leads_of_which_we_may_see_no_field_are_odd() -> None:
    with pytest.raises(CrmError) as told:
        Forgetful().fields.readable(())
    assert told.value.trouble is Trouble.ODD


def member(salesforce: FakeSalesforce, lead: str, campaign: str, day: int, **more: object) -> None:
    at = f"2026-05-{day:02}T12:00:00.000+0000"
    told = {"LeadId": lead, "Campaign.Name": campaign, "CreatedDate": at, "IsDeleted": False}
    salesforce.org.put("CampaignMember", **told | more)


def test_the_campaign_is_the_one_that_a_lead_was_added_to_last(
    salesforce: FakeSalesforce, peer: SalesforcePeer
) -> None:
    lead, other = peer.add(), peer.add()
    member(salesforce, lead, "Spring & Co", 2)
    member(salesforce, lead, "Winter", 1)
    member(salesforce, lead, "Mistake", 3, IsDeleted=True)
    told = {one.id: one for one in peer.connector.changes(None).leads}
    read = peer.connector.read([lead, other])
    for found in (told, read):
        assert found[lead].values["Campaign.Name"] == "Spring & Co"
        assert found[other].values["Campaign.Name"] == ""
    batch = Meaning(system="salesforce").batch([read[lead]])
    assert batch.columns[Column.CAMPAIGN] == [CrmCampaign("spring co", "Spring & Co")]


def test_campaigns_that_we_may_not_see_keep_no_lead_back(
    salesforce: FakeSalesforce, peer: SalesforcePeer
) -> None:
    lead = peer.add()
    salesforce.org.hides_campaigns = True
    [told] = peer.reconnect().changes(None).leads
    assert "Campaign.Name" not in told.values
    assert set(peer.connector.read([lead])) == {lead}


def test_a_change_of_owner_is_told_by_ids(salesforce: FakeSalesforce, peer: SalesforcePeer) -> None:
    anna, jan = (peer.add_owner(name, "") for name in ("Anna", "Jan"))
    lead = peer.add({"OwnerId": anna})
    peer.edit([lead], {"OwnerId": jan})
    [told] = peer.connector.history([lead])
    assert (told.field, told.old, told.new) == ("OwnerId", anna, jan)


def test_only_what_has_happened_is_an_activity(
    salesforce: FakeSalesforce, peer: SalesforcePeer
) -> None:
    org, lead = salesforce.org, peer.add()
    org.add_task(lead, IsClosed=False)
    org.add_task(lead, IsDeleted=True)
    done = org.add_task(lead, TaskSubtype="Task")
    past, ahead = (org.at + timedelta(hours=hours) for hours in (-1, 1))
    met = org.put("Event", WhoId=lead, StartDateTime=past.isoformat(), IsDeleted=False)
    org.put("Event", WhoId=lead, StartDateTime=ahead.isoformat(), IsDeleted=False)
    fate(peer, a_move(lead, note="Ours"))
    told = [(one.id, one.kind, one.direction) for one in peer.connector.touches([lead])]
    assert told == [(done, "task", ""), (met, "meeting", "out")]


def test_an_email_whose_message_we_may_not_see_has_no_direction(
    salesforce: FakeSalesforce, peer: SalesforcePeer
) -> None:
    lead = peer.add()
    peer.touch(lead, "email", "in")
    salesforce.org.unseen = {"Incoming"}
    [told] = peer.connector.touches([lead])
    assert (told.kind, told.direction) == ("email", "")


# ---- limits


def test_too_many_calls_at_once_are_not_the_end_of_the_day(
    salesforce: FakeSalesforce, peer: SalesforcePeer
) -> None:
    salesforce.too_many_at_once = True
    with pytest.raises(CrmError) as told:
        peer.connector.changes(None)
    assert told.value.trouble is Trouble.BUSY


def test_after_the_end_of_the_day_nobody_calls_for_an_hour(
    salesforce: FakeSalesforce, peer: SalesforcePeer
) -> None:
    peer.spend_day()
    for _ in range(3):
        with pytest.raises(CrmError, match="spent") as told:
            peer.connector.changes(None)
    assert told.value.wait == timedelta(hours=1)
    assert salesforce.calls.count("query") == 2  # the first look at the fields, and one refusal


# ---- writing


def test_a_change_between_our_reading_and_writing_is_not_overwritten(
    salesforce: FakeSalesforce, peer: SalesforcePeer
) -> None:
    lead = peer.add()
    salesforce.before_patch = [lambda: peer.edit([lead], {"Status": PICKED[2]})]
    told = fate(peer, a_move(lead))
    assert isinstance(told, Conflict)
    assert told.now["Status"] == PICKED[2]
    assert peer.value(lead, "Status") == PICKED[2]


def test_a_change_of_something_else_in_between_does_not_keep_us_back(
    salesforce: FakeSalesforce, peer: SalesforcePeer
) -> None:
    lead = peer.add()
    salesforce.before_patch = [lambda: peer.edit([lead], {"Title": "CEO"})]
    assert isinstance(fate(peer, a_move(lead)), Written)
    assert (peer.value(lead, "Status"), peer.value(lead, "Title")) == (PICKED[1], "CEO")


def test_a_lead_that_changes_without_end_is_left_for_later(
    salesforce: FakeSalesforce, peer: SalesforcePeer
) -> None:
    lead = peer.add()
    salesforce.before_patch = [lambda: peer.edit([lead], {"Title": "CEO"})] * 2
    told = fate(peer, a_move(lead))
    assert isinstance(told, CrmError)
    assert told.is_passing
    assert peer.value(lead, "Status") == PICKED[0]


def test_a_lead_that_is_deleted_in_between_is_refused(
    salesforce: FakeSalesforce, peer: SalesforcePeer
) -> None:
    lead = peer.add()
    salesforce.before_patch = [lambda: peer.delete(lead)]
    assert isinstance(fate(peer, a_move(lead)), Rejected)


def test_a_status_that_stands_for_a_conversion_is_never_written(peer: SalesforcePeer) -> None:
    lead = peer.add()
    told = fate(peer, a_write(lead, {"Status": PICKED[0]}, {"Status": CONVERTED}))
    assert isinstance(told, Rejected)
    assert "Lead Status" in told.words
    assert peer.value(lead, "Status") == PICKED[0]


def test_a_locked_lead_is_left_for_later_and_keeps_no_other_back(
    salesforce: FakeSalesforce, peer: SalesforcePeer
) -> None:
    locked, free = peer.add_many(2)
    salesforce.org.locked = {locked}
    told = peer.connector.write([a_move(locked), a_move(free)])
    error = told[locked]
    assert isinstance(error, CrmError)
    assert error.trouble is Trouble.BUSY
    assert isinstance(told[free], Written)


def test_a_write_that_failed_is_not_tried_again_by_itself(
    salesforce: FakeSalesforce, peer: SalesforcePeer
) -> None:
    lead = peer.add()
    salesforce.faults.plan("patch", broken(500))
    assert isinstance(fate(peer, a_move(lead)), CrmError)
    assert salesforce.calls.count("patch") == 1


def test_values_are_written_in_their_own_kind(
    salesforce: FakeSalesforce, peer: SalesforcePeer
) -> None:
    lead = peer.add({"Title": "CEO"})
    becomes = {
        "NumberOfEmployees": "40",
        "Score__c": "1.5",
        "HasOptedOutOfEmail": "true",
        "Title": "",
    }
    was = {"Title": "CEO"}
    assert isinstance(fate(peer, a_write(lead, was, becomes)), Written)
    record = salesforce.org.tables["Lead"][lead]
    assert [record[name] for name in becomes] == [40, 1.5, True, None]


@pytest.mark.parametrize("number", ["many", "nan", "inf", "1e999"])
def test_what_is_no_number_is_not_written_as_one(peer: SalesforcePeer, number: str) -> None:
    lead = peer.add()
    told = fate(peer, a_write(lead, {}, {"Score__c": number}))
    assert told == Rejected("This is no number, for the field: Score.")


def test_a_field_that_must_not_be_written_is_refused_in_salesforces_words(
    peer: SalesforcePeer,
) -> None:
    lead = peer.add()
    told = fate(peer, a_write(lead, {}, {"ConvertedDate": "2026-05-04"}))
    assert isinstance(told, Rejected)
    assert "ConvertedDate" in told.words


def test_one_note_that_fails_keeps_no_other_back(
    salesforce: FakeSalesforce, peer: SalesforcePeer
) -> None:
    locked, free = peer.add_many(2)
    salesforce.api.half_fails = {locked}
    writes = [a_move(one, note="Hm") for one in (locked, free)]
    told = peer.connector.write(writes)
    assert isinstance(told[locked], CrmError)
    assert isinstance(told[free], Written)
    salesforce.api.half_fails = set()
    told = peer.connector.write(writes)
    assert {type(one) for one in told.values()} == {Written}
    assert [len(peer.notes(one)) for one in (locked, free)] == [1, 1]


def test_a_note_that_is_refused_for_good_is_logged_without_a_word_of_it(
    salesforce: FakeSalesforce, peer: SalesforcePeer
) -> None:
    lead = peer.add()
    for status in salesforce.org.tables["TaskStatus"].values():
        status["IsClosed"] = False
    with capture_logs() as logs:
        assert isinstance(fate(peer, a_move(lead, note="Anna Nowak said so")), Written)
    assert [one["event"] for one in logs] == ["crm-note-refused"]
    assert "Anna" not in json.dumps(logs)


def test_a_note_is_finished_whatever_the_company_calls_that(
    salesforce: FakeSalesforce, peer: SalesforcePeer
) -> None:
    lead = peer.add()
    fate(peer, a_move(lead, note="Hm"))
    [task] = salesforce.org.rows("Task")
    assert (task["Status"], task["IsClosed"]) == ("Erledigt", True)


def test_two_writes_for_one_lead_are_a_mistake(peer: SalesforcePeer) -> None:
    lead = peer.add()
    with pytest.raises(ValueError, match="two writes"):
        peer.connector.write([a_move(lead), a_move(lead)])


# ---- rules


@given(st.text(), st.text())
def test_no_value_leaves_its_quotes(given: str, other: str) -> None:
    """The library's quoting, read back by rules of our own."""
    query = read(format_soql("SELECT Id FROM Task WHERE Subject IN {them}", them=[given, other]))
    assert query.where({"Subject": given})
    assert query.asked == {"Id", "Subject"}


@given(st.datetimes(timezones=st.just(UTC)))
def test_a_moment_in_a_query_is_true_to_the_millisecond(at: datetime) -> None:
    lost = at - datetime.fromisoformat(literal(at))
    assert timedelta() <= lost < timedelta(milliseconds=1)


@given(st.binary())
def test_any_refusal_can_be_read(content: bytes) -> None:
    answer = Answer(400, {}, content)
    assert judge(answer) is None
    assert words(errors_of(answer))


@given(st.lists(st.fixed_dictionaries({"message": st.text() | st.integers() | st.none()})))
def test_words_are_never_too_many(errors: list[dict[str, object]]) -> None:
    assert 0 < len(words(errors)) <= LONGEST_WORDS


@given(st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text())
def test_any_value_is_told_as_a_text(given: object) -> None:
    assert isinstance(value({"Field": given}, "Field"), str)


def test_a_page_of_nothing_begins_again_where_it_stood(peer: SalesforcePeer) -> None:
    since = Cursor(NOON, id="00Q5g0000000001AAA")
    assert peer.connector.changes(since).next == since


@pytest.mark.parametrize(
    "soql",
    [
        "SELECT Id FROM Lead WHERE Id = 'a' OR",
        "SELECT Id FROM Lead; DELETE",
        "SELECT Id FROM Lead WHERE Id LIKE 'a'",
        "SELECT Id FROM Lead OFFSET 10",
    ],
)
def test_the_fake_refuses_queries_that_nobody_sends(soql: str) -> None:
    with pytest.raises(Malformed):
        read(soql)
