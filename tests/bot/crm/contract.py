"""What every CRM's connector must do, over real HTTP against its stand-in.

A CRM's own test module has ``class TestHubSpot(Contract)`` with a fixture ``peer``. What a CRM
cannot do it declares by its capabilities, and the contract asks for no more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from handlers.connector import (
    Conflict,
    Connector,
    CrmError,
    Cursor,
    History,
    Page,
    Rejected,
    Remote,
    Trouble,
    Write,
    Written,
)
from tests.bot.crm.peer import Peer

MANY = 450
"""Leads of a first load; more than two pages of any CRM, or than the page that a peer was given."""

TURNS = 500
"""A look that does not end by then goes round in circles."""


def pages(connector: Connector, since: Cursor | None) -> Iterator[Page]:
    """Read page after page, as a look does."""
    for _ in range(TURNS):
        page = connector.changes(since)
        yield page
        if page.is_last:
            return
        since = page.next
    raise AssertionError("the changes never end")


def look(connector: Connector, since: Cursor | None) -> tuple[dict[str, Remote], Cursor]:
    """Read everything since a cursor; give the leads as they were told last, and where to go on."""
    found: dict[str, Remote] = {}
    last: Cursor | None = None
    for page in pages(connector, since):
        found |= {lead.id: lead for lead in page.leads}
        last = page.next
    assert last is not None
    return found, last


def a_write(peer: Peer, lead: str, **given: object) -> Write:
    """Somebody saw the first status, and says that it is the second."""
    words = peer.words
    seen = peer.connector.read([lead]).get(lead)
    write = Write(
        lead=lead,
        was={words.status: words.first},
        becomes={words.status: words.second},
        version=seen.version if seen else "",
        key=f"key-{lead}",
    )
    return replace(write, **given)  # type: ignore[arg-type]


def fate(peer: Peer, write: Write) -> object:
    return peer.connector.write([write])[write.lead]


class Changes:
    """What changed since a cursor comes, all of it."""

    def test_a_first_load_brings_every_lead(self, peer: Peer) -> None:
        ids = peer.add_many(MANY)
        found, _ = look(peer.connector, None)
        assert set(found) == set(ids)

    def test_a_page_is_no_larger_than_declared(self, peer: Peer) -> None:
        peer.add_many(MANY)
        most = max(len(page.leads) for page in pages(peer.connector, None))
        assert 0 < most <= peer.connector.capabilities.page

    def test_an_empty_crm_is_read_in_one_page(self, peer: Peer) -> None:
        page = peer.connector.changes(None)
        assert (list(page.leads), page.is_last) == ([], True)

    def test_a_lead_carries_the_crms_own_names_and_values(self, peer: Peer) -> None:
        id = peer.add({peer.words.text: "Żółć & «ёж» 线索"})
        [lead] = peer.connector.changes(None).leads
        assert lead.id == id
        assert lead.values[peer.words.status] == peer.words.first
        assert lead.values[peer.words.text] == "Żółć & «ёж» 线索"
        assert lead.modified_at.utcoffset() == timedelta()
        assert lead.version

    def test_where_the_crm_says_nothing_the_value_is_empty(self, peer: Peer) -> None:
        peer.add()
        [lead] = peer.connector.changes(None).leads
        assert lead.values[peer.words.text] == ""

    def test_after_the_first_load_only_changes_come(self, peer: Peer) -> None:
        ids = peer.add_many(MANY)
        _, end = look(peer.connector, None)
        peer.edit([ids[7]], {peer.words.text: "new"})
        added = peer.add()
        found, _ = look(peer.connector, end)
        assert {ids[7], added} <= set(found)
        assert len(found) < MANY / 2 or peer.connector.capabilities.is_export
        assert found[ids[7]].values[peer.words.text] == "new"

    def test_leads_that_changed_at_one_moment_are_all_brought(self, peer: Peer) -> None:
        ids = peer.add_many(MANY)
        _, end = look(peer.connector, None)
        peer.edit(ids, {peer.words.text: "in bulk"})
        found, _ = look(peer.connector, end)
        assert {id for id in ids if found[id].values[peer.words.text] != "in bulk"} == set()

    def test_a_look_that_was_killed_goes_on_where_it_stood(self, peer: Peer) -> None:
        ids = peer.add_many(MANY)
        first = peer.connector.changes(None)
        assert not first.is_last
        peer.connector.close()
        found, _ = look(peer.reconnect(), first.next)
        assert {lead.id for lead in first.leads} | set(found) == set(ids)
        assert len(found) < MANY

    def test_a_page_can_be_read_again(self, peer: Peer) -> None:
        peer.add_many(MANY)
        first = peer.connector.changes(None)
        once = peer.connector.changes(first.next)
        again = peer.reconnect().changes(first.next)
        assert {lead.id for lead in once.leads} == {lead.id for lead in again.leads}

    def test_leads_that_change_while_they_are_read_are_not_lost(self, peer: Peer) -> None:
        ids = list(peer.add_many(MANY))
        _, end = look(peer.connector, None)
        peer.edit(ids, {peer.words.text: "one"})
        found: dict[str, str] = {}
        for number, page in enumerate(pages(peer.connector, end)):
            found |= {lead.id: lead.values[peer.words.text] for lead in page.leads}
            if number < 3:
                peer.edit(ids[number::9], {peer.words.text: "two"})
        later, _ = look(peer.connector, end)
        found |= {id: lead.values[peer.words.text] for id, lead in later.items()}
        assert found == {id: peer.value(id, peer.words.text) for id in ids}

    def test_leads_that_are_made_while_all_are_read_are_not_lost(self, peer: Peer) -> None:
        ids = set(peer.add_many(MANY))
        found: set[str] = set()
        cursor: Cursor | None = None
        for number, page in enumerate(pages(peer.connector, None)):
            found |= {lead.id for lead in page.leads}
            ids |= {peer.add()} if number < 3 else set()
            cursor = page.next
        later, _ = look(peer.connector, overlapped(peer, cursor))
        assert found | set(later) == ids

    def test_what_the_index_found_late_comes_with_the_overlap(self, peer: Peer) -> None:
        late, soon = peer.add_many(2)
        _, end = look(peer.connector, None)
        peer.hold_index()
        peer.edit([late], {peer.words.text: "late"})
        found, end = look(peer.connector, end)
        peer.catch_up()
        peer.edit([soon], {peer.words.text: "soon"})
        between, passed = look(peer.connector, end)
        found |= between | look(peer.connector, overlapped(peer, passed))[0]
        assert found[late].values[peer.words.text] == "late"

    def test_a_change_gives_another_version(self, peer: Peer) -> None:
        id = peer.add()
        before = peer.connector.read([id])[id]
        peer.edit([id], {peer.words.text: "other"})
        after = peer.connector.read([id])[id]
        assert after.version != before.version
        assert after.modified_at > before.modified_at


class Removals:
    """What is deleted or merged is told, or found."""

    def test_a_deleted_lead_is_told_or_missing_from_the_ids(self, peer: Peer) -> None:
        gone, stays = peer.add_many(2)
        _, end = look(peer.connector, None)
        peer.delete(gone)
        told = {id for page in pages(peer.connector, end) for id in page.gone}
        assert told == ({gone} if peer.connector.capabilities.tells_deleted else set())
        assert set(peer.connector.ids()) == {stays}
        assert set(peer.connector.read([gone, stays])) == {stays}

    def test_a_merged_lead_leads_to_the_one_that_stayed(self, peer: Peer) -> None:
        merged, other, stays = peer.add_many(3)
        _, end = look(peer.connector, None)
        left = peer.merge(merged, other)
        told: dict[str, str] = {}
        for page in pages(peer.connector, end):
            told |= page.merged
        assert told[merged] == left
        assert set(peer.connector.ids()) == {left, stays}
        assert dict(peer.connector.read([merged])) == {}

    def test_the_ids_of_all_leads_are_given(self, peer: Peer) -> None:
        ids = peer.add_many(MANY)
        assert sorted(peer.connector.ids()) == sorted(ids)


class Further:
    """Whatever else is read."""

    def test_leads_of_a_question_are_read_in_few_calls(self, peer: Peer) -> None:
        ids = peer.add_many(MANY)
        before = peer.calls
        read = peer.connector.read([*ids, "999999999"])
        assert set(read) == set(ids)
        assert peer.calls - before <= MANY // peer.connector.capabilities.read_at_once + 1

    def test_no_leads_need_no_call(self, peer: Peer) -> None:
        before = peer.calls
        assert dict(peer.connector.read([])) == {}
        assert list(peer.connector.history([])) == []
        assert list(peer.connector.touches([])) == []
        assert dict(peer.connector.write([])) == {}
        assert peer.calls == before

    def test_the_history_is_told_as_far_as_the_crm_has_one(self, peer: Peer) -> None:
        words = peer.words
        id = peer.add()
        peer.edit([id], {words.status: words.second})
        peer.edit([id], {words.status: words.third})
        told = [one for one in peer.connector.history([id]) if one.field == words.status]
        if peer.connector.capabilities.history is History.NONE:
            assert told == []
            return
        moves = [(one.old, one.new) for one in sorted(told, key=lambda one: one.at)]
        assert moves[-2:] == [(words.first, words.second), (words.second, words.third)]
        assert {one.lead for one in told} == {id}

    def test_activities_are_told_with_their_kind_and_direction(self, peer: Peer) -> None:
        one, two, _ = peer.add_many(3)
        peer.touch(one, "call", "out")
        peer.touch(two, "email", "in")
        told = {(it.lead, it.kind, it.direction) for it in peer.connector.touches([one, two])}
        assert told == {(one, "call", "out"), (two, "email", "in")}

    def test_owners_are_told_with_address_and_whether_they_are_active(self, peer: Peer) -> None:
        anna = peer.add_owner("Anna Nowak", "anna@example.com")
        left = peer.add_owner("Jan Zięba", "jan@example.com", active=False)
        queue = peer.add_owner("Inbound", "", person=False)
        told = {owner.id: owner for owner in peer.connector.owners()}
        assert (told[anna].name, told[anna].email) == ("Anna Nowak", "anna@example.com")
        assert (told[anna].is_person, told[anna].is_active) == (True, True)
        assert (told[left].email, told[left].is_active) == ("jan@example.com", False)
        assert (told[queue].is_person, told[queue].email) == (False, "")

    def test_fields_are_told_with_their_picklists(self, peer: Peer) -> None:
        words = peer.words
        fields = {field.name: field for field in peer.connector.fields()}
        values = {value for value, _ in fields[words.status].options}
        assert {words.first, words.second, words.third} <= values
        assert words.unknown not in values
        assert (fields[words.status].kind, fields[words.status].is_writable) == ("choice", True)
        assert fields[words.text].kind == "text"
        assert not fields[words.read_only].is_writable
        assert words.hidden not in fields.keys() | values


class Troubles:
    """What goes wrong while reading."""

    def test_a_crm_that_is_busy_for_long_is_not_called_meanwhile(self, peer: Peer) -> None:
        peer.add()
        peer.busy(600)
        with pytest.raises(CrmError) as told:
            peer.connector.changes(None)
        before = peer.calls
        with pytest.raises(CrmError) as again:
            peer.connector.changes(None)
        assert told.value.trouble is again.value.trouble is Trouble.BUSY
        assert told.value.wait == timedelta(minutes=10)
        assert peer.calls == before

    def test_a_short_wait_is_waited_out(self, peer: Peer) -> None:
        id = peer.add()
        peer.busy(1)
        assert set(peer.connector.read([id])) == {id}

    def test_a_day_that_is_used_up_is_told(self, peer: Peer) -> None:
        peer.spend_day()
        with pytest.raises(CrmError) as told:
            peer.connector.changes(None)
        assert told.value.trouble is Trouble.SPENT
        assert told.value.is_passing

    def test_a_token_that_ended_is_renewed_once_where_that_is_possible(self, peer: Peer) -> None:
        id = peer.add()
        peer.connector.read([id])
        peer.expire()
        if peer.renews:
            assert set(peer.connector.read([id])) == {id}
            return
        with pytest.raises(CrmError) as told:
            peer.connector.read([id])
        assert told.value.trouble is Trouble.CREDENTIALS

    def test_credentials_that_are_refused_are_told_without_them(self, peer: Peer) -> None:
        peer.revoke()
        with pytest.raises(CrmError) as told:
            peer.connector.changes(None)
        assert told.value.trouble is Trouble.CREDENTIALS
        assert not told.value.is_passing
        shown = f"{told.value!s} {told.value!r} {peer.connector!r}"
        assert [one for one in peer.secrets if one in shown] == []

    def test_a_missing_permission_is_told(self, peer: Peer) -> None:
        peer.forbid()
        with pytest.raises(CrmError) as told:
            peer.connector.changes(None)
        assert told.value.trouble is Trouble.FORBIDDEN

    def test_reading_outlives_a_crm_that_fails_once(self, peer: Peer) -> None:
        id = peer.add()
        peer.break_down(1)
        assert set(peer.connector.read([id])) == {id}

    def test_a_crm_that_fails_again_and_again_is_out_of_reach(self, peer: Peer) -> None:
        peer.add()
        peer.break_down(50)
        with pytest.raises(CrmError) as told:
            peer.connector.changes(None)
        assert told.value.trouble is Trouble.UNREACHABLE

    def test_a_crm_that_does_not_answer_is_out_of_reach(self, peer: Peer) -> None:
        id = peer.add()
        peer.hang()
        with pytest.raises(CrmError) as told:
            peer.connector.read([id])
        assert told.value.trouble is Trouble.UNREACHABLE
        assert id not in str(told.value)


class Writes:
    """What a person confirmed is compared and written."""

    def test_a_write_changes_the_touched_field_alone(self, peer: Peer) -> None:
        words = peer.words
        id = peer.add({words.text: "stays"})
        told = fate(peer, a_write(peer, id))
        now = peer.connector.read([id])[id]
        assert told == Written()
        assert now.values[words.status] == words.second
        assert now.values[words.text] == "stays"

    def test_a_change_of_another_field_meanwhile_stays(self, peer: Peer) -> None:
        words = peer.words
        id = peer.add()
        write = a_write(peer, id)
        peer.edit([id], {words.text: "by hand"})
        assert isinstance(fate(peer, write), Written)
        assert peer.value(id, words.status) == words.second
        assert peer.value(id, words.text) == "by hand"

    def test_somebody_elses_change_is_never_overwritten(self, peer: Peer) -> None:
        words = peer.words
        id = peer.add()
        write = a_write(peer, id, note="Anna said so")
        peer.edit([id], {words.status: words.third})
        told = fate(peer, write)
        assert isinstance(told, Conflict)
        assert told.now[words.status] == words.third
        assert peer.value(id, words.status) == words.third
        assert list(peer.notes(id)) == []

    def test_what_the_crm_has_already_is_as_good_as_written(self, peer: Peer) -> None:
        words = peer.words
        id = peer.add()
        write = a_write(peer, id)
        peer.edit([id], {words.status: words.second})
        before = peer.connector.read([id])[id].version
        assert fate(peer, write) == Written()
        assert peer.connector.read([id])[id].version == before

    def test_a_write_of_a_lead_that_nobody_read_compares_values(self, peer: Peer) -> None:
        id = peer.add()
        assert isinstance(fate(peer, a_write(peer, id, version="")), Written)

    def test_a_field_is_emptied_where_that_was_confirmed(self, peer: Peer) -> None:
        words = peer.words
        id = peer.add({words.text: "something"})
        write = a_write(peer, id, was={words.text: "something"}, becomes={words.text: ""})
        assert isinstance(fate(peer, write), Written)
        assert peer.value(id, words.text) == ""

    def test_a_value_outside_the_picklist_is_refused(self, peer: Peer) -> None:
        words = peer.words
        id = peer.add()
        told = fate(peer, a_write(peer, id, becomes={words.status: words.unknown}))
        assert isinstance(told, Rejected)
        assert told.words
        assert peer.value(id, words.status) == words.first

    def test_more_writes_than_fit_into_a_call_are_all_done(self, peer: Peer) -> None:
        ids = peer.add_many(peer.connector.capabilities.write_at_once + 30)
        seen = peer.connector.read(ids)
        writes = [
            Write(
                lead=id,
                was={peer.words.status: peer.words.first},
                becomes={peer.words.status: peer.words.second},
                version=seen[id].version,
                key=f"key-{id}",
            )
            for id in ids
        ]
        told = peer.connector.write(writes)
        assert {type(told[id]) for id in ids} == {Written}
        assert {peer.value(id, peer.words.status) for id in ids} == {peer.words.second}

    def test_the_note_says_what_was_said_and_nothing_of_it_is_markup(self, peer: Peer) -> None:
        id = peer.add()
        fate(peer, a_write(peer, id, note="Anna Nowak: <b>dead</b> & frozen\nuntil April"))
        [note] = peer.notes(id)
        assert "Anna Nowak: <b>dead</b> & frozen" in note
        assert "until April" in note

    def test_a_note_can_be_written_without_any_field(self, peer: Peer) -> None:
        id = peer.add()
        assert isinstance(fate(peer, a_write(peer, id, was={}, becomes={}, note="Hm")), Written)
        assert len(peer.notes(id)) == 1

    def test_a_repeated_write_has_one_effect(self, peer: Peer) -> None:
        id = peer.add()
        write = a_write(peer, id, note="Once")
        once = fate(peer, write)
        again = peer.reconnect().write([write])[id]
        assert (type(once), type(again)) == (Written, Written)
        assert len(peer.notes(id)) == 1
        assert peer.value(id, peer.words.status) == peer.words.second

    def test_two_answers_about_a_lead_leave_two_notes(self, peer: Peer) -> None:
        words = peer.words
        id = peer.add()
        fate(peer, a_write(peer, id, note="First", key="key-11"))
        becomes = {"was": {words.status: words.second}, "becomes": {words.status: words.third}}
        fate(peer, a_write(peer, id, note="Second", key="key-1", **becomes))
        assert len(peer.notes(id)) == 2


class Refusals:
    """What the CRM's own rules keep back."""

    def test_the_crms_refusal_is_told_in_its_words(self, peer: Peer) -> None:
        id = peer.add()
        peer.add_rule(id, "A reason must be given first")
        told = fate(peer, a_write(peer, id))
        assert isinstance(told, Rejected)
        assert "A reason must be given first" in told.words
        assert peer.value(id, peer.words.status) == peer.words.first

    def test_one_lead_that_is_refused_keeps_no_other_back(self, peer: Peer) -> None:
        words = peer.words
        refused, changed, gone, fine = peer.add_many(4)
        writes = [a_write(peer, id) for id in (refused, changed, gone, fine)]
        peer.add_rule(refused, "Not this one")
        peer.edit([changed], {words.status: words.third})
        peer.delete(gone)
        told = peer.connector.write(writes)
        kinds = {id: type(one) for id, one in told.items()}
        assert kinds == {refused: Rejected, changed: Conflict, gone: Rejected, fine: Written}
        assert peer.value(fine, words.status) == words.second


class LostAnswers:
    """What goes wrong while writing."""

    def test_a_write_whose_answer_was_lost_is_not_done_twice(self, peer: Peer) -> None:
        id = peer.add()
        write = a_write(peer, id, note="Once")
        peer.cut_write()
        told = fate(peer, write)
        assert isinstance(told, CrmError)
        assert told.is_passing
        assert isinstance(fate(peer, write), Written)
        assert len(peer.notes(id)) == 1

    def test_a_note_whose_answer_was_lost_is_not_written_twice(self, peer: Peer) -> None:
        id = peer.add()
        write = a_write(peer, id, note="Once")
        peer.cut_note()
        told = fate(peer, write)
        assert isinstance(told, CrmError)
        assert told.is_passing
        assert isinstance(fate(peer, write), Written)
        assert len(peer.notes(id)) == 1

    def test_a_write_that_was_lost_does_not_undo_what_somebody_changed_after_it(
        self, peer: Peer
    ) -> None:
        words = peer.words
        id = peer.add()
        write = a_write(peer, id)
        peer.cut_write()
        fate(peer, write)
        peer.edit([id], {words.status: words.third})
        assert isinstance(fate(peer, write), Conflict)
        assert peer.value(id, words.status) == words.third

    def test_trouble_with_a_write_is_told_of_each_lead(self, peer: Peer) -> None:
        one, two = peer.add_many(2)
        writes = [a_write(peer, one), a_write(peer, two)]
        peer.busy(600)
        told = peer.connector.write(writes)
        troubles = [error.trouble for error in told.values() if isinstance(error, CrmError)]
        assert set(told) == {one, two}
        assert troubles == [Trouble.BUSY, Trouble.BUSY]

    def test_without_credentials_nothing_is_written(self, peer: Peer) -> None:
        id = peer.add()
        write = a_write(peer, id)
        peer.revoke()
        told = fate(peer, write)
        assert isinstance(told, CrmError)
        assert told.trouble is Trouble.CREDENTIALS
        assert peer.value(id, peer.words.status) == peer.words.first


class Contract(Changes, Removals, Further, Troubles, Writes, Refusals, LostAnswers):
    """All the tests; `peer` is the subclass's fixture."""


def overlapped(peer: Peer, cursor: Cursor | None) -> Cursor:
    """Begin before the last look's end, as whoever keeps the leads in step does."""
    assert cursor is not None
    return replace(cursor, at=cursor.at - peer.connector.capabilities.overlap)
