"""What is Dynamics' own, beyond the contract of all CRMs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs

from bot.crm.dynamics import batch
from bot.crm.dynamics.client import one_of
from bot.crm.dynamics.connector import connect
from bot.crm.dynamics.fields import Table
from bot.crm.dynamics.notes import body_of, has_mark, note_id
from bot.crm.dynamics.refusals import judge, words_of
from bot.crm.dynamics.writing import QUALIFYING
from bot.crm.http import Answer
from bot.crm.told import LONGEST_WORDS
from bot.crm.writes import GONE
from bot.microsoft_tokens import Entra, Secret
from handlers.connector import (
    Conflict,
    CrmError,
    Cursor,
    Fate,
    Rejected,
    RemoteField,
    Trouble,
    Write,
    Written,
)
from tests.bot.crm.contract import look, pages
from tests.bot.crm.dynamics_peer import DynamicsPeer, a_connector
from tests.fakes.crm.dynamics import APP, SECRET, TENANT, FakeDynamics
from tests.fakes.crm.dynamics_api import Api as FakeApi
from tests.fakes.crm.serving import Response

STATUS, TEXT = "statuscode", "qualificationcomments"
NOBODY = "00000000-0000-0000-0000-000000000000"
KINDS = ("text", "choice", "date", "moment", "number", "yes-no")


@pytest.fixture
def dynamics() -> Iterator[FakeDynamics]:
    with FakeDynamics() as dynamics:
        yield dynamics


@pytest.fixture
def peer(dynamics: FakeDynamics) -> Iterator[DynamicsPeer]:
    peer = DynamicsPeer(dynamics)
    yield peer
    peer.close()


def a_write(lead: str, becomes: str = "2", was: str = "1", note: str = "") -> Write:
    return Write(
        lead=lead,
        was={STATUS: was},
        becomes={STATUS: becomes},
        version="",
        note=note,
        key=f"key-{lead}",
    )


def fate(peer: DynamicsPeer, write: Write) -> Fate | CrmError:
    return peer.connector.write([write])[write.lead]


def answer(status: int, body: object = None, **headers: str) -> Answer:
    return Answer(status, headers, json.dumps(body).encode())


def refused(code: str, words: str = "") -> object:
    return {"error": {"code": code, "message": words}}


# ---- being let in


def test_one_token_of_the_environment_serves_all_calls(
    peer: DynamicsPeer, dynamics: FakeDynamics
) -> None:
    peer.connector.changes(None)
    peer.connector.owners()
    assert dynamics.scopes == [f"{dynamics.address}/.default"]


def test_a_tenant_that_is_out_of_reach_is_no_refusal(dynamics: FakeDynamics) -> None:
    entra = Entra(app=APP, tenant=TENANT, proof=Secret(SECRET), login="http://127.0.0.1:9")
    connector = connect(url=dynamics.address, entra=entra, tracked=True)
    connector._api._line._limiter._sleep = lambda _: None
    with pytest.raises(CrmError) as told:
        connector.changes(None)
    connector.close()
    assert told.value.trouble is Trouble.UNREACHABLE


def test_the_refusal_of_the_tenant_is_told_by_its_number(
    peer: DynamicsPeer, dynamics: FakeDynamics
) -> None:
    dynamics.revoke()
    with pytest.raises(CrmError, match="AADSTS7000215"):
        peer.connector.changes(None)


# ---- changes


def test_an_expired_delta_link_asks_for_a_full_read(
    peer: DynamicsPeer, dynamics: FakeDynamics
) -> None:
    id = peer.add()
    _, end = look(peer.connector, None)
    dynamics.org.forgotten_before = dynamics.org.version + 1
    with pytest.raises(CrmError) as told:
        peer.connector.changes(end)
    assert told.value.trouble is Trouble.EXPIRED
    found, _ = look(peer.connector, None)
    assert set(found) == {id}


def test_another_mapping_of_columns_asks_for_a_full_read(
    peer: DynamicsPeer, dynamics: FakeDynamics
) -> None:
    peer.add({"estimatedamount": "900"})
    _, end = look(peer.connector, None)
    wider = a_connector(dynamics, also=["estimatedamount"])
    with pytest.raises(CrmError) as told:
        wider.changes(end)
    found, end = look(wider, None)
    again, _ = look(wider, end)
    wider.close()
    assert told.value.trouble is Trouble.EXPIRED
    assert [one.values["estimatedamount"] for one in found.values()] == ["900"]
    assert again == {}


@pytest.mark.parametrize("switch", ["tracks_changes", "heeds_preferences"])
def test_leads_that_are_not_tracked_are_odd_and_not_read_anew_at_every_look(
    peer: DynamicsPeer, dynamics: FakeDynamics, switch: str
) -> None:
    setattr(dynamics.org, switch, False)
    with pytest.raises(CrmError) as told:
        peer.connector.changes(None)
    assert told.value.trouble is Trouble.ODD


def test_by_time_the_oldest_change_comes_first_and_the_newest_ends_the_look(
    dynamics: FakeDynamics,
) -> None:
    for _ in range(9):
        dynamics.org.create({})
    connector = a_connector(dynamics, tracked=False, page=2)
    read = list(pages(connector, None))
    connector.close()
    times = [lead.modified_at for page in read for lead in page.leads]
    assert times == sorted(times)
    assert read[-1].next.at == dynamics.org.at


def test_no_token_goes_to_an_address_that_is_not_the_environments(peer: DynamicsPeer) -> None:
    peer.add()
    _, end = look(peer.connector, None)
    before = peer.calls
    with pytest.raises(CrmError) as told:
        peer.connector.changes(Cursor(end.at, token="https://elsewhere.example/leads"))
    assert told.value.trouble is Trouble.ODD
    assert peer.calls == before


def test_a_first_load_tells_of_leads_that_were_merged_before(peer: DynamicsPeer) -> None:
    lost, stays = peer.add_many(2)
    peer.merge(lost, stays)
    [page] = pages(peer.connector, None)
    assert [lead.id for lead in page.leads] == [stays]
    assert page.merged == {lost: stays}


def test_a_lead_that_was_made_and_deleted_between_two_looks_is_only_gone(
    peer: DynamicsPeer,
) -> None:
    _, end = look(peer.connector, None)
    id = peer.add()
    peer.delete(id)
    page = peer.connector.changes(end)
    assert (list(page.leads), list(page.gone)) == ([], [id])


def test_a_column_that_can_be_none_is_not_asked_for(dynamics: FakeDynamics) -> None:
    id = dynamics.org.create({})
    connector = a_connector(dynamics, also=["no column", "x&$top=1", "decisionmaker"])
    values = connector.read([id])[id].values
    connector.close()
    assert "no column" not in values
    assert values["decisionmaker"] == ""


def test_numbers_and_truths_are_read_as_texts(peer: DynamicsPeer, dynamics: FakeDynamics) -> None:
    id = dynamics.org.create({"decisionmaker": True, "need": 0, "budgetstatus": 6.0})
    values = peer.connector.read([id])[id].values
    assert (values["budgetstatus"], values["createdon"][-6:]) == ("6", "+00:00")
    assert (values["decisionmaker"], values["need"], values[STATUS]) == ("true", "0", "1")


# ---- what describes


def test_owners_are_mapped_by_their_entra_id(peer: DynamicsPeer, dynamics: FakeDynamics) -> None:
    anna = peer.add_owner("Anna Nowak", "anna@example.com")
    told = {owner.id: owner for owner in peer.connector.owners()}
    assert told[anna].entra_id == f"entra-{anna}"
    assert not told[dynamics.org.admin].is_person


def test_owners_of_all_pages_are_told(dynamics: FakeDynamics) -> None:
    made = {dynamics.org.add_user(f"User {n}", f"{n}@example.com") for n in range(7)}
    connector = a_connector(dynamics, page=2)
    told = {owner.id for owner in connector.owners()}
    connector.close()
    assert made < told


def test_columns_are_described_as_the_company_set_them_up(peer: DynamicsPeer) -> None:
    fields = {one.name: one for one in peer.connector.fields()}
    assert (fields[STATUS].label, fields[STATUS].options[3]) == ("Status Reason", ("4", "Lost"))
    assert not fields["statecode"].is_writable
    assert not fields["_ownerid_value"].is_writable
    assert [value for value, _ in fields["need"].options] == ["0"]
    kinds = [fields[name].kind for name in ("estimatedclosedate", "modifiedon", "estimatedamount")]
    assert kinds == ["date", "moment", "number"]
    assert not {"yomifullname", "entityimage", "leadid", "ownerid"} & set(fields)


def test_campaigns_have_their_names_where_we_may_read_them(
    peer: DynamicsPeer, dynamics: FakeDynamics
) -> None:
    id = dynamics.org.add("campaigns", "campaignid", {"name": "Spring Webinar"})
    fields = {one.name: one for one in peer.connector.fields()}
    assert list(fields["_campaignid_value"].options) == [(id, "Spring Webinar")]
    dynamics.org.closed.add("campaigns")
    fields = {one.name: one for one in peer.connector.fields()}
    assert list(fields["_campaignid_value"].options) == []


# ---- what is remembered, and what was done


def test_the_history_says_who_owned_the_lead(peer: DynamicsPeer, dynamics: FakeDynamics) -> None:
    anna, jan = peer.add_owner("Anna", "a@example.com"), peer.add_owner("Jan", "j@example.com")
    id = dynamics.org.create({"_ownerid_value": anna})
    dynamics.org.change(id, {"_ownerid_value": jan}, by=anna)
    [change] = peer.connector.history([id])
    assert (change.field, change.old, change.new) == ("_ownerid_value", anna, jan)
    assert change.at == dynamics.org.at


def test_without_auditing_nothing_is_remembered(peer: DynamicsPeer, dynamics: FakeDynamics) -> None:
    dynamics.org.audits_leads = False
    id = peer.add()
    peer.edit([id], {STATUS: "2"})
    assert peer.connector.history([id]) == []


def test_an_audit_log_that_is_closed_to_us_is_as_good_as_none(
    peer: DynamicsPeer, dynamics: FakeDynamics
) -> None:
    id = peer.add()
    peer.edit([id], {STATUS: "2"})
    dynamics.org.closed.add("RetrieveRecordChangeHistory")
    assert peer.connector.history([id]) == []


def test_histories_of_many_leads_take_few_calls(peer: DynamicsPeer) -> None:
    ids = peer.add_many(130)
    peer.edit(ids, {STATUS: "2"})
    peer.connector.history(ids[:1])
    before = peer.calls
    told = peer.connector.history([*ids, NOBODY])
    assert {one.lead for one in told} == set(ids)
    assert peer.calls - before == 2


def test_what_is_only_planned_and_our_own_notes_are_no_activities(peer: DynamicsPeer) -> None:
    id = peer.add()
    peer.touch(id, "call", "out", state=0)
    peer.touch(id, "meeting", "out")
    fate(peer, a_write(id, note="Anna: in conversation"))
    assert [(one.kind, one.direction) for one in peer.connector.touches([id])] == [
        ("meeting", "out")
    ]


def test_a_note_of_somebody_else_is_an_activity(peer: DynamicsPeer, dynamics: FakeDynamics) -> None:
    id = peer.add()
    values = {"_objectid_value": id, "subject": None, "notetext": "Called"}
    note = dynamics.org.add("annotations", "annotationid", values)
    [told] = peer.connector.touches([id])
    assert (told.id, told.lead, told.kind) == (f"annotations/{note}", id, "note")


# ---- writing


def test_a_status_is_written_together_with_its_state(
    peer: DynamicsPeer, dynamics: FakeDynamics
) -> None:
    id = peer.add()
    assert isinstance(fate(peer, a_write(id, "6")), Written)
    values = dynamics.org.leads[id].values
    assert (values["statecode"], values[STATUS]) == (2, 6)
    assert isinstance(fate(peer, a_write(id, "1", was="6")), Written)
    values = dynamics.org.leads[id].values
    assert (values["statecode"], values[STATUS]) == (0, 1)


def test_qualifying_is_left_to_dynamics(peer: DynamicsPeer) -> None:
    id = peer.add()
    before = peer.connector.read([id])[id].version
    assert fate(peer, a_write(id, "3")) == Rejected(QUALIFYING)
    assert peer.connector.read([id])[id].version == before


def test_a_change_of_the_same_field_at_the_last_moment_is_a_conflict(
    peer: DynamicsPeer, dynamics: FakeDynamics
) -> None:
    id = peer.add()
    dynamics.before("PATCH leads", lambda: peer.edit([id], {STATUS: "4"}))
    told = fate(peer, a_write(id))
    assert isinstance(told, Conflict)
    assert told.now == {STATUS: "4"}
    assert peer.value(id, STATUS) == "4"


def test_a_change_of_another_field_at_the_last_moment_stays(
    peer: DynamicsPeer, dynamics: FakeDynamics
) -> None:
    id = peer.add()
    dynamics.before("PATCH leads", lambda: peer.edit([id], {TEXT: "by hand"}))
    assert isinstance(fate(peer, a_write(id)), Written)
    assert (peer.value(id, STATUS), peer.value(id, TEXT)) == ("2", "by hand")


def test_what_somebody_set_back_after_a_lost_answer_stays_set_back(peer: DynamicsPeer) -> None:
    id = peer.add()
    write = replace(a_write(id), version=peer.connector.read([id])[id].version)
    peer.cut_write()
    assert isinstance(fate(peer, write), CrmError)
    peer.edit([id], {STATUS: "1"})
    told = fate(peer, write)
    assert isinstance(told, Conflict)
    assert peer.value(id, STATUS) == "1"
    seen = peer.connector.read([id])[id]
    assert isinstance(fate(peer, replace(write, version=seen.version)), Written)


def test_a_lead_that_changes_all_the_time_is_written_later(
    peer: DynamicsPeer, dynamics: FakeDynamics
) -> None:
    id = peer.add()

    def edit() -> None:
        peer.edit([id], {TEXT: f"at {dynamics.org.at}"})
        dynamics.before("PATCH leads", edit)

    dynamics.before("PATCH leads", edit)
    told = fate(peer, a_write(id))
    assert isinstance(told, CrmError)
    assert told.is_passing
    assert peer.value(id, STATUS) == "1"


def test_a_lead_that_is_deleted_at_the_last_moment_is_not_made_anew(
    peer: DynamicsPeer, dynamics: FakeDynamics
) -> None:
    id = peer.add()
    dynamics.before("PATCH leads", lambda: peer.delete(id))
    assert isinstance(fate(peer, a_write(id)), Rejected)
    assert id not in dynamics.org.leads


def test_a_merged_lead_is_not_written(peer: DynamicsPeer) -> None:
    lost, stays = peer.add_many(2)
    peer.merge(lost, stays)
    assert fate(peer, a_write(lost)) == Rejected(GONE)


def test_what_is_no_id_reaches_nobody(peer: DynamicsPeer, dynamics: FakeDynamics) -> None:
    wrong = "x') or leadid ne ('"
    assert fate(peer, a_write(wrong)) == Rejected(GONE)
    assert peer.connector.read([wrong]) == {}
    assert dynamics.calls == []


def test_a_lead_that_was_asked_for_in_capitals_is_given_as_it_was_asked_for(
    peer: DynamicsPeer,
) -> None:
    id = peer.add()
    assert set(peer.connector.read([id.upper()])) == {id.upper()}


def test_a_limit_within_a_batch_holds_all_calls(
    peer: DynamicsPeer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def limited(*_: object) -> Response:
        return Response(429, {}, {"Retry-After": "600"})

    id = peer.add()
    monkeypatch.setattr(FakeApi, "_history", limited)
    with pytest.raises(CrmError) as told:
        peer.connector.history([id])
    before = peer.calls
    with pytest.raises(CrmError) as again:
        peer.connector.read([id])
    assert told.value.trouble is again.value.trouble is Trouble.BUSY
    assert peer.calls == before


def test_a_token_that_was_forgotten_already_is_not_asked_for_again(
    peer: DynamicsPeer, dynamics: FakeDynamics
) -> None:
    entrance = peer.connector._api._line._identity
    shown = entrance.headers()
    for _ in range(3):
        entrance.renew(shown)
        entrance.headers()
    assert len(dynamics.issued) == 2


def test_connections_to_the_tenant_are_closed(dynamics: FakeDynamics) -> None:
    entra = Entra(app=APP, tenant=TENANT, proof=Secret(SECRET), login=dynamics.login)
    connector = connect(url=dynamics.address, entra=entra, tracked=True)
    lines = []
    for _ in range(2):
        connector.owners()
        lines.append(entra._line)
        entra.forget()
    connector.owners()
    connector.close()
    assert [one is not None and one._client.is_closed for one in lines] == [True, True]
    assert entra._line is None


def test_a_column_that_is_gone_keeps_no_other_lead_back(peer: DynamicsPeer) -> None:
    one, two = peer.add_many(2)
    gone = Write(lead=one, was={}, becomes={"new_gone": "x"}, version="", key="k")
    told = peer.connector.write([gone, a_write(two)])
    assert isinstance(told[one], CrmError)
    assert isinstance(told[two], Written)


def test_two_writes_for_one_lead_are_a_mistake(peer: DynamicsPeer) -> None:
    id = peer.add()
    with pytest.raises(ValueError, match="two writes"):
        peer.connector.write([a_write(id), a_write(id, "4")])


def test_a_repeat_leaves_a_note_as_somebody_edited_it(
    peer: DynamicsPeer, dynamics: FakeDynamics
) -> None:
    id = peer.add()
    write = a_write(id, note="Anna: in conversation")
    fate(peer, write)
    [note] = dynamics.org.tables["annotations"].values()
    note["notetext"] = "Edited by hand"
    assert isinstance(fate(peer, write), Written)
    assert list(peer.notes(id)) == ["Edited by hand"]


def test_a_refused_note_is_logged_without_its_words(
    peer: DynamicsPeer, dynamics: FakeDynamics
) -> None:
    id = peer.add()
    dynamics.before("PATCH annotations", lambda: peer.delete(id))
    with capture_logs() as logs:
        told = fate(peer, a_write(id, note="Anna Nowak left"))
    assert isinstance(told, Written)
    assert [one["event"] for one in logs] == ["crm-note-refused"]
    assert "Anna" not in str(logs)


# ---- refusals


@pytest.mark.parametrize(
    ("status", "code", "trouble"),
    [
        (400, "0x80044352", Trouble.EXPIRED),
        (410, "", Trouble.EXPIRED),
        (429, "0x80072399", Trouble.SPENT),
    ],
)
def test_dataverses_codes_are_our_troubles(status: int, code: str, trouble: Trouble) -> None:
    error = judge(answer(status, refused(code)))
    assert error is not None
    assert error.trouble is trouble


@pytest.mark.parametrize("code", ["0x80072321", "0x80072322", "0x80072326", ""])
def test_the_limits_of_five_minutes_are_left_to_the_status(code: str) -> None:
    assert judge(answer(429, refused(code))) is None


@given(st.text())
def test_words_are_told_in_bounds(words: str) -> None:
    told = words_of(answer(400, refused("0x80040265", words)))
    assert 0 < len(told) <= LONGEST_WORDS


# ---- many questions in one call


@given(st.lists(st.tuples(st.sampled_from([200, 403, 404]), st.text(max_size=40)), min_size=1))
def test_the_answers_of_a_batch_come_back_as_they_were_sent(sent: list[tuple[int, str]]) -> None:
    parts = [
        "--b\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n"
        f"HTTP/1.1 {status} X\r\nRetry-After: 9\r\n\r\n{json.dumps({'t': text}, ensure_ascii=True)}\r\n"
        for status, text in sent
    ]
    body = "".join([*parts, "--b--\r\n"]).encode()
    whole = Answer(200, {"content-type": "multipart/mixed; boundary=b"}, body)
    read = batch.read(whole, len(sent))
    assert [(one.status, one.told()["t"]) for one in read] == sent
    assert {one.headers["retry-after"] for one in read} == {"9"}


@given(st.binary(max_size=200), st.text(max_size=40))
def test_what_is_no_batch_is_odd(content: bytes, kind: str) -> None:
    with pytest.raises(CrmError):
        batch.read(Answer(200, {"content-type": kind}, content), 2)


def test_a_batch_that_lacks_an_answer_is_odd() -> None:
    body = b"--b\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 200 OK\r\n\r\n{}\r\n--b--\r\n"
    whole = Answer(200, {"content-type": "multipart/mixed; boundary=b"}, body)
    with pytest.raises(CrmError):
        batch.read(whole, 2)


def test_questions_of_a_batch_are_ascii_and_end_their_lines_as_http_does() -> None:
    asked = batch.written(["/api/data/v9.2/leads?$filter=x%20eq%201"])
    assert b"GET /api/data/v9.2/leads?$filter=x%20eq%201 HTTP/1.1\r\n" in asked
    assert asked.endswith(b"--\r\n")
    assert b"\n" not in asked.replace(b"\r\n", b"")


def test_a_condition_names_the_column_and_all_ids() -> None:
    assert one_of("leadid", ["a", "b"]) == (
        "Microsoft.Dynamics.CRM.In(PropertyName='leadid',PropertyValues=['a','b'])"
    )


# ---- values and notes


@pytest.mark.parametrize(
    ("kind", "value", "typed"),
    [
        ("choice", "4", 4),
        ("choice", "Lost", "Lost"),
        ("number", "12", 12),
        ("number", "12.5", 12.5),
        ("yes-no", "false", False),
        ("yes-no", "perhaps", "perhaps"),
        ("number", "infinity", "infinity"),
        ("number", "nan", "nan"),
        ("text", "4", "4"),
        ("date", "", None),
    ],
)
def test_values_are_written_as_their_column_takes_them(
    kind: str, value: str, typed: object
) -> None:
    table = Table([RemoteField(name="x", label="X", kind=kind)], {})
    assert table.typed({"x": value}) == {"x": typed}


@given(st.sampled_from(KINDS), st.text())
def test_whatever_a_person_said_can_be_sent(kind: str, value: str) -> None:
    table = Table([RemoteField(name="x", label="X", kind=kind)], {})
    assert json.loads(json.dumps(table.typed({"x": value}), allow_nan=False))


class Tags(HTMLParser):
    """Gathers what a browser would take for markup."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.found.append(tag)


@given(st.text())
def test_nothing_that_was_said_becomes_markup(said: str) -> None:
    tags = Tags()
    tags.feed(body_of(said))
    assert set(tags.found) <= {"div", "br"}
    assert [one for one in said.splitlines() if one not in unescape(body_of(said))] == []


@given(st.text(min_size=1), st.text(min_size=1))
def test_each_answer_about_each_lead_has_a_note_of_its_own(one: str, two: str) -> None:
    first, second = a_write(one), a_write(two)
    assert (note_id(first) == note_id(second)) == (one == two)
    assert note_id(first) == note_id(a_write(one, "4"))


def test_our_notes_are_known_by_their_mark() -> None:
    assert has_mark("Leadloop [leadloop:key-1]")
    assert not has_mark("Leadloop was nice")
