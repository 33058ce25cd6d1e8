"""Our copy of a CRM's leads is kept in step: on both databases, through kills, trouble and changes of mind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from threading import Event, Thread
from typing import Any

import pytest
from sqlalchemy import Engine, Table, insert, select

from bot.keeping import Keeping
from handlers.connector import (
    CrmError,
    FieldChange,
    Remote,
    RemoteField,
    RemoteOwner,
    Touched,
    Trouble,
)
from handlers.flags.model import Flag, Step, StepId, Stepped
from handlers.keeping import Word, WordKind
from handlers.lead import Lead, LeadId
from storage.flags import SqlFlags
from storage.keeping import SqlKeeping
from storage.leads import SqlLeads
from storage.mapping import SqlMappings
from storage.people import SqlPeople
from storage.schema import (
    ask_followers,
    asks,
    crm_streams,
    crm_unremembered,
    lead_changes,
    leads,
    owners,
    question_leads,
    questions,
    sightings,
    write_backs,
)
from tests.builders import MONDAY_MORNING, Clock, a_flag, a_rep
from tests.fakes.crm.kept import KeptCrm

SECOND = timedelta(seconds=1)


class Kept:
    """A CRM, our copy of it, and a clock that both go by."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.clock = Clock(MONDAY_MORNING + timedelta(hours=1))
        self.crm = KeptCrm(at=MONDAY_MORNING)
        self.told: list[str] = []
        self.keeping = self.another()

    def another(self, **changes: Any) -> Keeping:
        """A replica, or the same one after a start."""
        store = SqlKeeping(self.engine, self.clock)
        given: dict[str, Any] = {"together": 2, "changed": self.told.extend} | changes
        return Keeping(connector=self.crm, store=store, now=self.clock, **given)

    def look(self) -> None:
        self.clock.move(minutes=5)
        self.crm.at = max(self.crm.at, self.clock.at - timedelta(minutes=1))
        assert self.keeping.look()

    def rows(self, table: Table) -> list[dict[str, Any]]:
        with self.engine.connect() as connection:
            return [dict(row) for row in connection.execute(select(table)).mappings()]

    def lead(self, id: str) -> dict[str, Any]:
        (found,) = [row for row in self.rows(leads) if row["external_id"] == id]
        return found

    def shown(self, id: str) -> Lead:
        with self.engine.connect() as connection:
            return SqlLeads(connection).by_external_ids([id])[id][0]

    def history(self, id: str, field: str = "status") -> list[tuple[str, str, str]]:
        number = self.lead(id)["id"]
        found = [row for row in self.rows(lead_changes) if row["lead_id"] == number]
        ordered = sorted(found, key=lambda row: row["at"])
        return [(row["old"], row["new"], row["origin"]) for row in ordered if row["field"] == field]

    def mapped(self, kind: WordKind, word: str, means: str | None) -> int:
        with self.engine.begin() as connection:
            mappings = SqlMappings(connection, now=self.clock)
            return mappings.keep("hubspot", Word(kind=kind, word=word, means=means))


@pytest.fixture
def kept(engine: Engine) -> Kept:
    """A company of five leads at a CRM, none of them in our copy yet."""
    kept = Kept(engine)
    kept.crm.people = [RemoteOwner(id="7", name="Piotr Rep", email="piotr@example.com")]
    for number in range(1, 6):
        kept.crm.put(
            f"{number}",
            firstname="Anna",
            lastname=f"Nowak{number}",
            company="Acme",
            email=f"anna{number}@acme.example",
            hs_lead_status="NEW",
            hubspot_owner_id="7",
            next_step="Call",
        )
    return kept


def ids(rows: Iterable[dict[str, Any]]) -> list[str]:
    return sorted(row["external_id"] for row in rows)


# Changes


def test_the_first_look_brings_everything(kept: Kept) -> None:
    kept.look()
    assert ids(kept.rows(leads)) == ["1", "2", "3", "4", "5"]
    lead = kept.lead("3")
    assert (lead["name"], lead["status"], lead["system"]) == ("Anna Nowak3", "new", "hubspot")
    assert [(row["key"], row["name"]) for row in kept.rows(owners)] == [("7", "Piotr Rep")]
    assert kept.rows(lead_changes) == []


def test_a_change_is_brought_with_its_history(kept: Kept) -> None:
    kept.look()
    kept.crm.put("2", hs_lead_status="CONNECTED")
    kept.look()
    assert kept.lead("2")["status"] == "connected"
    assert kept.history("2") == [("new", "connected", "import")]


def test_what_the_crm_empties_is_empty_here_too(kept: Kept) -> None:
    kept.look()
    kept.crm.put("2", hs_lead_status="", hubspot_owner_id="", next_step="")
    kept.look()
    lead = kept.lead("2")
    assert (lead["status"], lead["status_raw"]) == (None, "")
    assert (lead["owner_id"], lead["next_step"]) == (None, "")
    assert kept.history("2") == [("new", "", "import")]
    assert kept.history("2", "next_step") == [("Call", "", "import")]


def test_a_look_at_nothing_new_reads_no_lead_twice(kept: Kept) -> None:
    kept.look()
    kept.look()
    kept.crm.calls.clear()
    kept.look()
    assert [call for call in kept.crm.calls if call in {"history", "touches"}] == []


def test_all_leads_are_as_fresh_as_the_last_look(kept: Kept) -> None:
    kept.look()
    kept.crm.put("2", hs_lead_status="CONNECTED")
    kept.look()
    kept.look()
    assert {kept.shown(id).imported_at for id in ("1", "2")} == {kept.clock.at}
    assert len(kept.rows(sightings)) == 1


def test_a_killed_first_load_goes_on_where_it_was(kept: Kept) -> None:
    kept.keeping = kept.another(stopped=lambda: True)
    assert not kept.keeping.look()
    assert ids(kept.rows(leads)) == ["1", "2"]
    assert kept.rows(crm_streams)[0]["first_done_at"] is None
    kept.keeping = kept.another()
    kept.crm.calls.clear()
    kept.look()
    assert kept.crm.calls.count("changes") == 2
    assert ids(kept.rows(leads)) == ["1", "2", "3", "4", "5"]


def test_a_kill_in_the_middle_of_a_share_leaves_neither_leads_nor_cursor(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("storage.keeping.remember", killed)
    with pytest.raises(KeyboardInterrupt):
        kept.keeping.look()
    monkeypatch.undo()
    assert kept.rows(leads) == []
    assert kept.rows(crm_streams)[0]["at"] is None
    kept.look()
    assert len(kept.rows(leads)) == 5


def test_two_replicas_never_read_at_once(kept: Kept) -> None:
    other = kept.another()
    seen: list[bool] = []
    kept.crm.fault = lambda: seen.append(other.look()) if len(seen) < 3 else None
    assert kept.keeping.look()
    assert seen == [False, False, False]


def test_a_replica_that_slept_too_long_writes_nothing(kept: Kept) -> None:
    def slept() -> None:
        kept.crm.fault = lambda: None
        kept.clock.move(hours=1)
        assert kept.another().look()

    kept.crm.fault = slept
    assert not kept.keeping.look()
    assert len(kept.rows(leads)) == 5


def test_a_change_that_moves_only_the_time_is_taken(kept: Kept) -> None:
    kept.look()
    version = kept.crm.leads["2"].version
    kept.crm.put("2", hs_lead_status="CONNECTED")
    kept.crm.leads["2"] = replace(kept.crm.leads["2"], version=version)
    kept.look()
    assert kept.lead("2")["status"] == "connected"


def test_a_long_look_keeps_other_replicas_out_page_by_page(kept: Kept) -> None:
    kept.keeping, other = kept.another(together=100), kept.another()
    seen: list[bool] = []

    def slowly() -> None:
        kept.clock.move(minutes=3)
        seen.append(other.look())

    kept.crm.fault = slowly
    assert kept.keeping.look()
    assert len(seen) > 4
    assert not any(seen)


def test_a_replica_that_was_killed_keeps_the_others_out_for_minutes_only(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.keeping.SqlKeeping.let_go", lambda *_: None)
    kept.keeping = kept.another(stopped=lambda: True)
    assert not kept.keeping.look()
    kept.keeping = kept.another()
    assert not kept.keeping.look()
    kept.look()


# What the CRM has no more


def test_a_deleted_lead_is_marked_and_kept(kept: Kept) -> None:
    kept.look()
    kept.crm.delete("3")
    kept.look()
    assert kept.lead("3")["gone_at"] == kept.clock.at
    assert kept.shown("3").gone_at == kept.clock.at


def test_a_lead_that_is_back_is_not_gone_any_more(kept: Kept) -> None:
    kept.look()
    lead = kept.crm.leads["3"]
    kept.crm.delete("3")
    kept.look()
    kept.crm.deleted.clear()
    kept.crm.put("3", **lead.values)
    kept.look()
    assert kept.lead("3")["gone_at"] is None


def test_a_lead_that_is_back_as_it_was_is_not_gone_any_more(kept: Kept) -> None:
    kept.look()
    lead = kept.crm.leads["5"]
    kept.crm.delete("5")
    kept.look()
    kept.crm.deleted.clear()
    kept.crm.leads["5"] = lead
    kept.look()
    assert kept.lead("5")["gone_at"] is None


def test_a_lead_that_a_question_missed_for_a_moment_is_not_gone_for_ever(kept: Kept) -> None:
    kept.look()
    lead = kept.crm.leads.pop("5")
    kept.clock.move(minutes=2)
    kept.keeping.refresh([LeadId(kept.lead("5")["id"])])
    assert kept.lead("5")["gone_at"] is not None
    kept.crm.leads["5"] = lead
    kept.look()
    assert kept.lead("5")["gone_at"] is None


def test_what_was_said_of_a_merged_lead_is_said_of_the_one_that_stayed(kept: Kept) -> None:
    kept.look()
    kept.crm.put("3", hs_lead_status="CONNECTED")
    kept.look()
    lost, stayed = kept.lead("3")["id"], kept.lead("4")["id"]
    with kept.engine.begin() as connection:
        SqlPeople(connection).add(a_rep())
        flag: Flag = a_flag(lead=LeadId(lost))
        step = Stepped(
            id=StepId("step"), flag=flag.id, step=Step.RAISE, by=flag.by, at=flag.raised_at
        )
        SqlFlags(connection).add(flag, step)
    kept.crm.merge("3", "4")
    kept.look()
    with kept.engine.connect() as connection:
        assert SqlFlags(connection).get(flag.id).lead == stayed
    assert kept.lead("3")["gone_at"] is not None
    assert kept.history("4") == [("new", "connected", "import")]


def at_night(kept: Kept) -> None:
    kept.keeping = kept.another(hour=lambda _: 2)
    kept.clock.move(hours=21)


def test_the_nightly_comparison_finds_what_no_change_told(kept: Kept) -> None:
    kept.look()
    del kept.crm.leads["3"]
    old = kept.crm.leads["1"]
    kept.crm.leads["9"] = type(old)(
        id="9", version="x", modified_at=MONDAY_MORNING - timedelta(days=90), values=old.values
    )
    at_night(kept)
    kept.look()
    assert kept.lead("3")["gone_at"] is not None
    assert kept.lead("9")["name"] == "Anna Nowak1"
    kept.crm.calls.clear()
    kept.look()
    assert "ids" not in kept.crm.calls


def test_a_backup_that_the_crm_put_back_is_found_at_night(kept: Kept) -> None:
    kept.look()
    before = dict(kept.crm.leads)
    kept.crm.put("2", hs_lead_status="CONNECTED")
    kept.look()
    kept.crm.leads = before
    kept.look()
    assert kept.lead("2")["status"] == "connected"
    at_night(kept)
    kept.look()
    assert kept.lead("2")["status"] == "new"
    kept.crm.put("2", hs_lead_status="CONNECTED")
    kept.look()
    assert kept.lead("2")["status"] == "connected"


def test_a_lead_whose_time_was_set_back_is_not_lost_in_our_copy(kept: Kept) -> None:
    kept.look()
    older = replace(kept.crm.leads["2"], modified_at=MONDAY_MORNING, version="older")
    kept.crm.leads["2"] = older
    kept.look()
    at_night(kept)
    kept.look()
    assert (kept.lead("2")["gone_at"], kept.lead("2")["status"]) == (None, "new")


def test_the_nightly_comparison_revives_a_lead_that_was_wrongly_gone(kept: Kept) -> None:
    long_ago = MONDAY_MORNING - timedelta(days=90)
    kept.crm.leads["1"] = replace(kept.crm.leads["1"], modified_at=long_ago)
    kept.look()
    with kept.engine.begin() as connection:
        wrongly = leads.update().where(leads.c.external_id == "1")
        connection.execute(wrongly.values(gone_at=kept.clock.at))
    at_night(kept)
    kept.keeping.look()
    assert kept.lead("1")["gone_at"] is None


def test_a_long_comparison_keeps_other_replicas_out(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.look()
    at_night(kept)
    other, seen = kept.another(), list[bool]()

    def slowly(_: KeptCrm) -> Iterable[str]:
        for id in list(kept.crm.leads):
            kept.clock.move(minutes=3)
            seen.append(other.look())
            yield id

    monkeypatch.setattr("bot.reading.IDS_TOGETHER", 1)
    monkeypatch.setattr(KeptCrm, "ids", slowly)
    assert kept.keeping.look()
    assert seen == [False] * 5


def test_a_comparison_that_is_stopped_takes_nothing_for_gone(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.look()
    at_night(kept)
    stop = Event()
    kept.keeping.stopped = stop.is_set

    def stopped(_: KeptCrm) -> Iterable[str]:
        yield "1"
        stop.set()
        yield "2"

    monkeypatch.setattr("bot.reading.IDS_TOGETHER", 1)
    monkeypatch.setattr(KeptCrm, "ids", stopped)
    assert not kept.keeping.look()
    assert [row["gone_at"] for row in kept.rows(leads)] == [None] * 5
    assert kept.rows(crm_streams)[0]["held_until"] is None


def test_a_list_that_is_far_too_short_is_not_believed(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.keeping.FEW", 2)
    kept.look()
    for number in range(1, 5):
        del kept.crm.leads[str(number)]
    at_night(kept)
    kept.look()
    assert [row["gone_at"] for row in kept.rows(leads)] == [None] * 5


def test_who_was_asked_about_two_leads_that_became_one_is_asked_once(kept: Kept) -> None:
    kept.look()
    asked(kept, "2", "3")
    lost, stayed = kept.lead("3")["id"], kept.lead("2")["id"]
    told = {"person_id": "piotr", "kind": "outcome", "state": "queued", "queued_at": kept.clock.at}
    with kept.engine.begin() as connection:
        for ask, lead in (("lost", lost), ("stayed", stayed)):
            connection.execute(insert(asks), {"id": ask, "lead_id": lead, **told})
        connection.execute(insert(ask_followers), {"ask_id": "lost", "question_id": "q"})
    kept.crm.merge("3", "2")
    kept.look()
    assert {(row["id"], row["lead_id"], row["state"]) for row in kept.rows(asks)} == {
        ("lost", stayed, "settled"),
        ("stayed", stayed, "queued"),
    }
    assert [row["ask_id"] for row in kept.rows(ask_followers)] == ["stayed"]


# What the CRM remembers, and what we wrote ourselves


def remembered(kept: Kept, id: str, *steps: tuple[str, str, int]) -> None:
    for old, new, minutes in steps:
        at = MONDAY_MORNING + timedelta(minutes=minutes)
        change = FieldChange(lead=id, field="hs_lead_status", old=old, new=new, at=at)
        kept.crm.remembered.append(change)


def test_the_crms_own_history_takes_the_place_of_what_we_noticed(kept: Kept) -> None:
    kept.look()
    kept.crm.put("2", hs_lead_status="CONNECTED")
    remembered(
        kept, "2", ("NEW", "ATTEMPTED_TO_CONTACT", 20), ("ATTEMPTED_TO_CONTACT", "CONNECTED", 30)
    )
    kept.look()
    expected = [("new", "attempting", "native"), ("attempting", "connected", "native")]
    assert kept.history("2") == expected
    kept.crm.put("2", next_step="Send offer")
    kept.look()
    assert kept.history("2") == expected
    assert kept.lead("2")["status_changed_at"] == MONDAY_MORNING + timedelta(minutes=30)


def test_leads_that_were_there_before_us_get_their_history_little_by_little(kept: Kept) -> None:
    remembered(kept, "1", ("ATTEMPTED_TO_CONTACT", "NEW", 3))
    kept.look()
    assert kept.history("1") == [("attempting", "new", "native")]


def test_the_past_of_leads_that_changed_all_at_once_is_read_little_by_little(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.look()
    monkeypatch.setattr("bot.keeping.MOST_REMEMBERED", 2)
    monkeypatch.setattr("bot.keeping.REMEMBERED_A_LOOK", 2)
    kept.keeping = kept.another(together=10)
    at = MONDAY_MORNING + timedelta(minutes=7)
    for id in ("1", "2", "3"):
        kept.crm.put(id, hs_lead_status="CONNECTED")
        remembered(kept, id, ("NEW", "ATTEMPTED_TO_CONTACT", 5))
        remembered(kept, id, ("ATTEMPTED_TO_CONTACT", "CONNECTED", 6))
        touched = Touched(id=f"c{id}", lead=id, kind="call", direction="out", at=at)
        kept.crm.touched.append(touched)
    kept.look()
    kept.look()
    kept.look()
    expected = [("new", "attempting", "native"), ("attempting", "connected", "native")]
    for id in ("1", "2", "3"):
        assert kept.history(id) == expected
        assert kept.lead(id)["first_touch_at"] == at
    assert kept.rows(crm_unremembered) == []


def test_the_past_of_a_new_lead_is_read_once(kept: Kept) -> None:
    kept.look()
    kept.look()
    kept.crm.put("6", lastname="Nowak6", company="Acme")
    kept.crm.calls.clear()
    kept.look()
    kept.look()
    assert kept.crm.calls.count("history") == 1


def test_nobody_asks_for_the_past_of_a_lead_that_is_gone(kept: Kept) -> None:
    kept.keeping = kept.another(stopped=lambda: True)
    kept.keeping.look()
    kept.crm.deleted = ["1"]
    kept.crm.leads.pop("1")
    kept.keeping = kept.another()
    kept.look()
    assert "1" not in kept.crm.asked_for


def test_activities_tell_of_the_first_touch(kept: Kept) -> None:
    at = MONDAY_MORNING + timedelta(minutes=7)
    kept.crm.touched = [Touched(id="c1", lead="2", kind="call", direction="out", at=at)]
    kept.look()
    assert kept.lead("2")["first_touch_at"] == at


@pytest.mark.parametrize(
    ("field", "theirs", "was", "becomes", "step"),
    [
        ("status", "hs_lead_status", "NEW", "CONNECTED", ("new", "connected")),
        ("next_step", "next_step", "Call", "Send", ("Call", "Send")),
    ],
)
@pytest.mark.parametrize("state", ["written", "undone", "waiting"])
def test_our_own_write_comes_back_as_the_reps_and_not_as_somebody_elses(
    kept: Kept,
    *,
    state: str,
    field: str,
    theirs: str,
    was: str,
    becomes: str,
    step: tuple[str, str],
) -> None:
    kept.look()
    number = kept.lead("2")["id"]
    with kept.engine.begin() as connection:
        SqlPeople(connection).add(a_rep())
        row = {"id": "w", "lead_id": number, "field": field, "was": was}
        row |= {"becomes": becomes, "person_id": "piotr", "at": kept.clock.at}
        row |= {"state": state, "version": 2, "sent": "1"}
        row |= {"written_at": None if state == "waiting" else kept.clock.at}
        connection.execute(insert(write_backs), row)
    kept.crm.put("2", **{theirs: becomes})
    kept.crm.put("3", **{theirs: becomes})
    kept.look()
    assert kept.history("2", field) == [(*step, "rep")]
    assert kept.history("3", field) == [(*step, "import")]


def test_our_own_write_is_one_step_where_the_crms_history_calls_it_by_its_label(kept: Kept) -> None:
    kept.look()
    number, at = kept.lead("2")["id"], kept.clock.at
    with kept.engine.begin() as connection:
        SqlPeople(connection).add(a_rep())
        row = {"id": "w", "lead_id": number, "field": "status", "was": "NEW", "at": at}
        row |= {"becomes": "CONNECTED", "person_id": "piotr", "version": 2}
        row |= {"state": "written", "written_at": at}
        connection.execute(insert(write_backs), row)
    kept.crm.put("2", hs_lead_status="CONNECTED")
    kept.look()
    change = {"lead": "2", "field": "hs_lead_status", "old": "New", "new": "Connected"}
    kept.crm.remembered.append(FieldChange(**change, at=at))
    kept.crm.put("2", firstname="Ann")
    kept.look()
    assert kept.history("2") == [("new", "connected", "rep")]


# Words and fields


def test_a_word_that_nobody_knows_is_kept_and_listed_and_never_guessed(kept: Kept) -> None:
    kept.crm.put("2", hs_lead_status="Purple")
    kept.look()
    assert (kept.lead("2")["status"], kept.lead("2")["status_raw"]) == (None, "Purple")
    with kept.engine.connect() as connection:
        (found,) = SqlMappings(connection, now=kept.clock).unmapped(10)
    assert (found.system, found.kind, found.word, found.count) == (
        *("hubspot", WordKind.STATUS, "Purple", 1),
    )


def test_a_mapped_word_changes_the_leads_that_have_it_at_once_and_those_to_come(kept: Kept) -> None:
    kept.crm.put("2", hs_lead_status="Purple")
    kept.look()
    assert kept.mapped(WordKind.STATUS, "Purple", "disqualified/no-need") == 1
    lead = kept.lead("2")
    assert (lead["status"], lead["reason"], lead["reason_raw"]) == (
        *("disqualified", "no-need", "Purple"),
    )
    kept.crm.put("3", hs_lead_status="Purple")
    kept.look()
    assert (kept.lead("3")["status"], kept.lead("3")["reason"]) == ("disqualified", "no-need")
    assert kept.history("2") == [("Purple", "disqualified", "mapping")]


def test_a_label_says_what_a_value_means(kept: Kept) -> None:
    options = (("OPEN", "New"), ("NEW", "Rotten"), ("417", "Connected"))
    kept.crm.described = [
        RemoteField(name="hs_lead_status", label="Status", kind="choice", options=options)
    ]
    kept.crm.put("2", hs_lead_status="OPEN")
    kept.crm.put("3", hs_lead_status="417")
    kept.look()
    status = [(kept.lead(id)["status"], kept.lead(id)["status_raw"]) for id in ("1", "2", "3")]
    assert status == [(None, "NEW"), ("new", "OPEN"), ("connected", "417")]


def test_a_field_that_the_company_named_is_kept_with_its_history(kept: Kept) -> None:
    kept.mapped(WordKind.FIELD, "what_they_need", "extra:needs")
    kept.crm.put("2", what_they_need="A crane")
    kept.look()
    assert kept.lead("2")["extra"] == {"needs": "A crane"}
    kept.crm.put("2", what_they_need="Two cranes")
    kept.look()
    kept.crm.put("2", what_they_need="")
    kept.look()
    assert kept.lead("2")["extra"] == {}
    assert kept.history("2", "extra:needs") == [
        ("A crane", "Two cranes", "import"),
        ("Two cranes", "", "import"),
    ]


def test_a_value_that_cannot_be_read_costs_the_value_and_not_the_lead(kept: Kept) -> None:
    kept.crm.put("2", createdate="the day before yesterday", company="x" * 5000)
    kept.look()
    lead = kept.lead("2")
    assert (lead["created_at"], lead["company"], lead["name"]) == (None, "x" * 300, "Anna Nowak2")


# Owners


def test_an_owner_who_left_is_marked_once_and_an_administrators_word_stands(kept: Kept) -> None:
    kept.look()
    kept.crm.people = [RemoteOwner(id="7", name="Piotr Rep", is_active=False)]
    kept.clock.move(days=1)
    kept.look()
    assert kept.rows(owners)[0]["gone_at"] is not None
    with kept.engine.begin() as connection:
        connection.execute(owners.update().values(gone_at=None))
    kept.clock.move(days=1)
    kept.look()
    assert kept.rows(owners)[0]["gone_at"] is None


def test_an_owner_is_recognised_by_their_entra_id(kept: Kept) -> None:
    with kept.engine.begin() as connection:
        SqlPeople(connection).add(a_rep())
        SqlPeople(connection).give_account(a_rep().id, "teams", "0b5e-aa")
    kept.crm.people = [RemoteOwner(id="7", name="P.", entra_id="0B5E-AA")]
    kept.look()
    assert kept.rows(owners)[0]["person_id"] == a_rep().id


def test_a_team_is_nobody_whatever_its_address(kept: Kept) -> None:
    with kept.engine.begin() as connection:
        SqlPeople(connection).add(a_rep())
    email = a_rep().email
    assert email
    kept.crm.people = [RemoteOwner(id="7", name="Inbound", email=email, is_person=False)]
    kept.look()
    assert kept.rows(owners)[0]["person_id"] is None


def test_a_stage_that_nobody_knows_is_listed_and_mapped_as_a_status_is(kept: Kept) -> None:
    kept.crm.put("2", hs_lead_status="", lifecyclestage="214872")
    kept.look()
    with kept.engine.connect() as connection:
        (found,) = SqlMappings(connection, now=kept.clock).unmapped(10)
    assert (found.kind, found.word) == (WordKind.STATUS, "214872")
    kept.mapped(WordKind.STATUS, "214872", "converted")
    kept.crm.put("3", hs_lead_status="NEW", lifecyclestage="214872")
    kept.look()
    assert (kept.lead("2")["status"], kept.lead("3")["status"]) == ("converted", "converted")


def unmapped(kept: Kept) -> list[tuple[WordKind, str, int]]:
    with kept.engine.connect() as connection:
        found = SqlMappings(connection, now=kept.clock).unmapped(10)
    return [(one.kind, one.word, one.count) for one in found]


def test_a_stage_that_nobody_knows_is_listed_beside_a_status_that_somebody_knows(
    kept: Kept,
) -> None:
    kept.crm.put("2", lifecyclestage="214872")
    kept.crm.put("3", lifecyclestage="214872", hs_lead_status="PURPLE")
    kept.crm.put("4", lifecyclestage="lead")
    kept.look()
    assert unmapped(kept) == [(WordKind.STATUS, "214872", 2), (WordKind.STATUS, "PURPLE", 1)]
    assert kept.lead("2")["status"] == "new"


def test_a_stage_that_says_converted_changes_the_leads_beside_whose_status_it_stands(
    kept: Kept,
) -> None:
    kept.crm.put("2", lifecyclestage="214872")
    kept.look()
    assert kept.mapped(WordKind.STATUS, "214872", "converted") == 1
    assert unmapped(kept) == []
    lead = kept.lead("2")
    assert (lead["status"], lead["status_raw"]) == ("converted", "214872")
    assert kept.history("2") == [("new", "converted", "mapping")]
    kept.crm.put("2", next_step="Invoice")
    kept.look()
    assert kept.lead("2")["status"] == "converted"
    assert len(kept.history("2")) == 1


@pytest.mark.parametrize("means", ["qualified", "disqualified/no-need", None])
def test_a_stage_that_says_anything_else_leaves_the_status_beside_it(
    kept: Kept, means: str | None
) -> None:
    kept.crm.put("2", lifecyclestage="214872")
    kept.look()
    assert kept.mapped(WordKind.STATUS, "214872", means) == 0
    assert unmapped(kept) == []
    kept.crm.put("2", next_step="Invoice")
    kept.look()
    assert (kept.lead("2")["status"], kept.history("2")) == ("new", [])
    assert unmapped(kept) == []


def test_a_stage_that_a_lead_left_is_listed_no_longer(kept: Kept) -> None:
    kept.crm.put("2", lifecyclestage="214872")
    kept.look()
    kept.crm.put("2", lifecyclestage="lead")
    kept.look()
    assert unmapped(kept) == []


def test_a_new_owner_is_asked_for_at_once(kept: Kept) -> None:
    kept.look()
    kept.crm.people.append(RemoteOwner(id="8", name="Ola Rep"))
    kept.crm.put("2", hubspot_owner_id="8")
    kept.look()
    assert {row["name"] for row in kept.rows(owners)} == {"Piotr Rep", "Ola Rep"}


# Trouble


@pytest.mark.parametrize("trouble", Trouble)
def test_trouble_is_kept_and_the_next_look_goes_on(kept: Kept, trouble: Trouble) -> None:
    left = [None, None, None, CrmError(trouble)]
    kept.crm.fault = lambda: left.pop(0) if left else None
    assert not kept.keeping.look()
    stream = kept.rows(crm_streams)[0]
    assert (stream["trouble"], stream["succeeded_at"]) == (trouble.value, None)
    assert stream["held_until"] is None
    assert ids(kept.rows(leads)) == ["1", "2"]
    kept.clock.move(hours=2)
    kept.look()
    assert len(kept.rows(leads)) == 5
    assert kept.rows(crm_streams)[0]["trouble"] == ""


def test_a_crm_that_asks_us_to_wait_is_left_alone_until_then(kept: Kept) -> None:
    kept.crm.fault = lambda: CrmError(Trouble.BUSY, wait=timedelta(minutes=20))
    assert not kept.keeping.look()
    kept.crm.fault = lambda: None
    kept.clock.move(minutes=19)
    assert not kept.keeping.look()
    assert kept.crm.calls == []
    kept.clock.move(minutes=2)
    assert kept.keeping.look()


def test_a_look_that_falls_over_itself_is_trouble_too(kept: Kept) -> None:
    def fall() -> None:
        raise RuntimeError

    kept.crm.fault = fall
    with pytest.raises(RuntimeError):
        kept.keeping.look()
    stream = kept.rows(crm_streams)[0]
    assert (stream["trouble"], stream["held_until"]) == (Trouble.FAULT.value, None)
    kept.crm.fault = lambda: None
    kept.look()
    assert kept.rows(crm_streams)[0]["trouble"] == ""


def test_changes_that_expired_are_read_from_the_beginning(kept: Kept) -> None:
    kept.look()
    kept.crm.put("1", hs_lead_status="CONNECTED")
    kept.crm.leads["1"] = type(kept.crm.leads["1"])(
        id="1", version="older", modified_at=MONDAY_MORNING, values=kept.crm.leads["1"].values
    )
    kept.crm.fault = lambda: CrmError(Trouble.EXPIRED)
    assert not kept.keeping.look()
    kept.crm.fault = lambda: None
    kept.look()
    assert kept.lead("1")["status"] == "connected"


# The leads of a question


def asked(kept: Kept, *ids: str) -> None:
    numbers = [kept.lead(id)["id"] for id in ids]
    with kept.engine.begin() as connection:
        SqlPeople(connection).add(a_rep())
        question: dict[str, Any] = {
            "id": "q",
            "asker_id": "piotr",
            "place": "sales",
            "kind": "outcome",
        }
        question |= {"words": "", "remarks": {}, "asked_at": kept.clock.at}
        connection.execute(insert(questions), question)
        for place, number in enumerate(numbers):
            row = {"question_id": "q", "position": place, "lead_id": number}
            connection.execute(insert(question_leads), row)


def test_answers_that_show_a_changed_lead_are_brought_up_to_date(kept: Kept) -> None:
    kept.look()
    asked(kept, "2", "3")
    kept.crm.put("4", hs_lead_status="CONNECTED")
    kept.look()
    assert kept.told == []
    kept.crm.put("2", hs_lead_status="CONNECTED")
    kept.look()
    assert kept.told == ["q"]
    kept.crm.delete("3")
    kept.look()
    assert kept.told == ["q", "q"]


def test_a_question_about_two_leads_that_became_one_is_about_the_one(kept: Kept) -> None:
    kept.look()
    asked(kept, "2", "3")
    kept.crm.merge("3", "2")
    kept.look()
    assert [row["lead_id"] for row in kept.rows(question_leads)] == [kept.lead("2")["id"]]
    assert kept.told[-1] == "q"


def test_the_leads_of_a_question_are_read_again(kept: Kept) -> None:
    kept.look()
    kept.crm.put("2", hs_lead_status="CONNECTED")
    kept.crm.delete("4")
    kept.clock.move(minutes=2)
    numbers = [LeadId(kept.lead(id)["id"]) for id in ("1", "2", "4")]
    assert kept.keeping.refresh(numbers) == 3
    assert kept.shown("2").status == "connected"
    assert kept.shown("2").imported_at == kept.shown("1").imported_at == kept.clock.at
    assert kept.shown("4").gone_at == kept.clock.at
    assert kept.keeping.refresh(numbers) == 0


def test_leads_that_were_read_for_a_question_grow_no_older_than_the_others(kept: Kept) -> None:
    kept.look()
    kept.clock.move(minutes=2)
    kept.keeping.refresh([LeadId(kept.lead("2")["id"])])
    kept.look()
    assert kept.shown("2").imported_at == kept.shown("1").imported_at == kept.clock.at
    at_night(kept)
    kept.look()
    assert len(kept.rows(sightings)) == 1
    assert kept.shown("2").imported_at == kept.clock.at


def test_trouble_at_a_question_is_nobodys_trouble(kept: Kept) -> None:
    kept.look()
    kept.clock.move(minutes=2)
    kept.crm.fault = lambda: CrmError(Trouble.BUSY)
    assert kept.keeping.refresh([LeadId(kept.lead("2")["id"])]) == 0
    assert kept.rows(crm_streams)[0]["trouble"] == ""


Read = Callable[[KeptCrm, Sequence[str]], Mapping[str, Remote]]


def reading_late(kept: Kept, meanwhile: Callable[[], None]) -> Read:
    """Let something happen between the CRM's answer and its arrival."""

    def read(crm: KeptCrm, ids: Sequence[str]) -> Mapping[str, Remote]:
        told = {id: crm.leads[id] for id in ids}
        kept.crm.put("2", hs_lead_status="CONNECTED")
        meanwhile()
        return told

    return read


def test_a_question_never_writes_what_is_older_than_another_replicas_look(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.look()
    kept.clock.move(minutes=2)
    other = kept.another()
    monkeypatch.setattr(KeptCrm, "read", reading_late(kept, lambda: _looked(kept, other)))
    kept.keeping.refresh([LeadId(kept.lead("2")["id"])])
    assert kept.lead("2")["status"] == "connected"


def _looked(kept: Kept, other: Keeping) -> None:
    kept.clock.move(seconds=1)
    assert other.look()


def test_a_question_never_writes_what_is_older_than_our_own_look(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.look()
    kept.clock.move(minutes=2)
    look = Thread(target=kept.keeping.look)

    def meanwhile() -> None:
        look.start()
        look.join(0.3)

    monkeypatch.setattr(KeptCrm, "read", reading_late(kept, meanwhile))
    kept.keeping.refresh([LeadId(kept.lead("2")["id"])])
    look.join()
    assert kept.lead("2")["status"] == "connected"


def test_a_look_never_writes_what_is_older_than_a_question(kept: Kept) -> None:
    kept.look()
    kept.crm.put("2", hs_lead_status="ATTEMPTED_TO_CONTACT")
    older = kept.crm.leads["2"]
    kept.crm.put("2", hs_lead_status="CONNECTED")
    kept.clock.move(minutes=2)
    kept.keeping.refresh([LeadId(kept.lead("2")["id"])])
    kept.crm.leads["2"] = older
    kept.look()
    assert kept.lead("2")["status"] == "connected"
