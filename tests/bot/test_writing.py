"""The queue to a CRM: what is written, in conflict, refused, tried again, taken back and told."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine, select

from handlers.connector import RemoteField
from handlers.errors import Refused, Stale
from handlers.interaction import Interaction, Whisper
from handlers.lead import LeadId
from handlers.message import Buttons, Heading
from handlers.people import PersonId, Place, Role
from handlers.writing.confirming import Confirming
from handlers.writing.deciding import Deciding, audit_sheet
from handlers.writing.model import Allowed, Change, Queue, WriteBack, WriteState
from storage.mapping import keep_fields
from storage.schema import outbox
from tests.builders import a_rep
from tests.fakes.crm.memory import Fault
from tests.proof.fuse import Fuse
from tests.proof.written import ALLOWED, FIELDS, Company

PIOTR = PersonId("piotr")


@pytest.fixture
def company(engine: Engine) -> Company:
    return Company(engine)


def confirm(company: Company, *fields: str) -> list[WriteBack]:
    company.look()
    company.confirm("piotr", 1, fields or FIELDS[:1])
    return company.rows()


def states(company: Company) -> list[str]:
    return [one.state.value for one in company.rows()]


def deciding(company: Company) -> Deciding:
    database = company.database
    return Deciding(
        open_work=database.open_work,
        look=database.look,
        now=company.clock,
        new_id=database.new_id,
        allowed=ALLOWED,
    )


def press(company: Company, route: str, write: WriteBack, who: str = "piotr") -> None:
    asked = Interaction(
        name=route,
        actor=PersonId(who),
        place=Place.direct(PersonId(who)),
        id=f"press-{next(company.numbers)}",
        values={"write": write.id, "version": str(write.version)},
    )
    deciding(company).routes()[route](asked)


def shown(company: Company) -> set[tuple[str, str]]:
    with company.engine.connect() as connection:
        rows = connection.execute(select(outbox.c.place, outbox.c.view))
        return {(row.place, row.view) for row in rows if row.view == "writing.fate"}


def unsure(company: Company) -> tuple[int, datetime | None]:
    with company.database.look() as work:
        (queue,) = work.writes.queues(company.clock()) or [Queue(system="", waiting=0, parked=0)]
    return queue.unsure, queue.unsure_since


def listed(company: Company, who: str) -> str:
    asked = Interaction(
        name="writing.log",
        actor=PersonId(who),
        place=Place.direct(PersonId(who)),
        id="look",
        values={"only": "unsure"},
    )
    reply = deciding(company).show_log(asked)
    assert isinstance(reply, Whisper)
    return reply.card.title.key


# Written


def test_what_was_confirmed_is_written_with_the_persons_name(company: Company) -> None:
    confirm(company)
    company.bring()
    assert states(company) == ["written"]
    assert company.crm.leads["1"]["next_step"] == "c1"
    assert company.crm.notes == {company.rows()[0].id: "writing-note"}


def test_fields_confirmed_together_are_written_together(company: Company) -> None:
    confirm(company, *FIELDS)
    company.bring()
    assert {one.key for one in company.crm.effects} == {min(one.id for one in company.rows())}
    assert states(company) == ["written", "written"]


def test_blanks_that_our_copy_does_not_keep_are_no_conflict(company: Company) -> None:
    confirm(company)
    company.crm.put("1", next_step="  a ")
    company.bring()
    assert states(company) == ["written"]


def test_a_newer_answer_takes_the_place_of_one_that_waits(company: Company) -> None:
    confirm(company)
    confirm(company)
    assert states(company) == ["overtaken", "waiting"]
    company.bring()
    assert [one.new for one in company.crm.effects] == ["c2"]


def test_a_newer_answer_follows_one_that_may_have_arrived(company: Company) -> None:
    confirm(company)
    company.bring(fault=Fault.CUT_AFTER)
    company.confirm("piotr", 1, FIELDS[:1])
    assert states(company) == ["waiting", "waiting"]
    company.drain()
    assert states(company) == ["written", "written"]
    assert [one.new for one in company.crm.effects] == ["c1", "c2"]


def test_a_look_at_nothing_holds_up_no_writer(company: Company) -> None:
    confirm(company)
    company.bring()
    with company.database.open_work():  # SQLite has one writer at a time
        company.bring()
    with company.database.look() as work:
        assert not work.writes.is_due("memory", company.clock())


def test_only_what_may_leave_is_due(company: Company) -> None:
    confirm(company)
    company.bring(fault=Fault.CUT_AFTER)
    with company.database.look() as work:
        assert not work.writes.is_due("memory", company.clock())
        assert not work.writes.is_due("another", company.clock() + timedelta(days=1))
        assert work.writes.is_due("memory", company.clock() + timedelta(days=1))


# Trouble


@pytest.mark.parametrize("fault", Fault)
def test_after_trouble_it_is_written_once(company: Company, fault: Fault) -> None:
    confirm(company)
    company.bring(fault=fault)
    assert states(company) == ["waiting"]
    company.drain()
    assert states(company) == ["written"]
    assert len(company.crm.effects) == 1


@pytest.mark.parametrize("steps", range(12))
def test_a_kill_at_any_point_neither_loses_nor_repeats_it(company: Company, steps: int) -> None:
    confirm(company, *FIELDS)
    company.bring(fuse=Fuse(steps))
    company.drain()
    assert states(company) == ["written", "written"]
    assert len(company.crm.effects) == 2


def test_what_somebody_set_back_after_a_lost_answer_is_asked_about_again(company: Company) -> None:
    confirm(company)
    company.bring(fault=Fault.CUT_AFTER)
    company.edit(1, "next_step", back=True)
    company.drain()
    assert states(company) == ["conflict"]
    assert company.crm.leads["1"]["next_step"] == "a"


def test_another_field_that_changes_meanwhile_is_no_conflict(company: Company) -> None:
    confirm(company)
    company.bring(between=lambda: company.crm.put("1", phone="1"))
    assert states(company) == ["waiting"]
    company.drain()
    assert states(company) == ["written"]


def test_administrators_hear_once_a_day_that_the_credentials_ended(company: Company) -> None:
    with company.database.open_work() as work:
        work.people.add(a_rep("Ada Admin", role=Role.ADMINISTRATOR))
        work.commit()
    confirm(company)
    for _ in range(2):
        company.bring(fault=Fault.CREDENTIALS)
        company.clock.move(minutes=2)
    with company.engine.connect() as connection:
        places = [
            row.place
            for row in connection.execute(select(outbox.c.place, outbox.c.view))
            if not row.view
        ]
    assert places == ["person:ada"]


def test_what_waits_and_what_waits_for_its_person_is_counted(company: Company) -> None:
    confirm(company)
    confirmed = company.clock()
    company.confirm("anna", 2, FIELDS[:1])
    company.edit(2, "next_step", back=False)
    company.bring()
    company.look()
    company.confirm("piotr", 1, FIELDS)
    with company.database.look() as work:
        (queue,) = work.writes.queues(company.clock())
    assert (queue.system, queue.waiting, queue.parked) == ("memory", 2, 1)
    assert queue.oldest is not None
    assert queue.oldest > confirmed


def test_what_may_have_arrived_is_counted_and_listed_until_it_is_known(company: Company) -> None:
    ada = a_rep("Ada Admin", role=Role.ADMINISTRATOR)
    with company.database.open_work() as work:
        work.people.add(ada)
        work.commit()
    confirm(company)
    company.confirm("anna", 2, FIELDS[:1])
    assert unsure(company) == (0, None)
    during: list[object] = []
    company.bring(fault=Fault.CUT_AFTER, between=lambda: during.append(unsure(company)))
    assert during[0] == (0, None), "the answer may still come"
    assert unsure(company) == (2, company.rows()[0].at)
    assert listed(company, "ada") == "writing-unsure"
    with pytest.raises(Refused):
        listed(company, "piotr")
    company.drain()
    assert unsure(company) == (0, None)
    assert listed(company, "ada") == "writing-unsure-none"


def test_only_an_administrators_page_tells_of_the_queue(company: Company) -> None:
    confirm(company)
    company.bring(fault=Fault.CUT_AFTER)
    with company.database.look() as work:
        hers = deciding(company).section(work, a_rep("Ada Admin", role=Role.ADMINISTRATOR))
        his = deciding(company).section(work, a_rep())
    assert any(isinstance(one, Heading) for one in hers)
    assert not any(isinstance(one, Heading) for one in his)


# Conflict, refusal


def test_a_conflict_shows_both_values_and_writes_nothing(company: Company) -> None:
    confirm(company)
    company.edit(1, "next_step", back=False)
    company.bring()
    (one,) = company.rows()
    assert (one.state, one.becomes, one.now) == (WriteState.CONFLICT, "c1", "h2")
    assert company.crm.effects == []
    assert shown(company) == {("person:piotr", "writing.fate")}
    card = deciding(company).draw(one.id)
    assert card is not None
    assert card.title.key == "writing-title-conflict"


def test_the_persons_value_goes_over_the_crms_only_after_they_saw_it(company: Company) -> None:
    confirm(company)
    company.edit(1, "next_step", back=False)
    company.bring()
    press(company, "writing.mine", company.rows()[0])
    company.edit(1, "next_step", back=False)
    company.bring()
    assert states(company) == ["overtaken", "conflict"]
    press(company, "writing.mine", company.rows()[1])
    company.bring()
    assert company.crm.leads["1"]["next_step"] == "c1"


def test_the_crms_value_may_stand(company: Company) -> None:
    confirm(company)
    company.edit(1, "next_step", back=False)
    company.bring()
    press(company, "writing.crms", company.rows()[0])
    assert states(company) == ["dropped"]


def test_a_refusal_is_kept_in_the_crms_words_and_may_be_tried_again(company: Company) -> None:
    confirm(company)
    company.crm.refusal = "Only managers may change this."
    company.bring()
    (one,) = company.rows()
    assert (one.state, one.words) == (WriteState.REJECTED, "Only managers may change this.")
    company.crm.refusal = ""
    press(company, "writing.again", one)
    company.bring()
    assert states(company) == ["overtaken", "written"]


def test_nobody_decides_for_another_person_or_from_an_old_card(company: Company) -> None:
    confirm(company)
    company.edit(1, "next_step", back=False)
    company.bring()
    (one,) = company.rows()
    with pytest.raises(Refused):
        press(company, "writing.mine", one, who="anna")
    with pytest.raises(Stale):
        press(company, "writing.mine", replace(one, version=1))
    assert states(company) == ["conflict"]


# Undo


def test_what_was_written_is_taken_back_within_a_day(company: Company) -> None:
    confirm(company)
    company.bring()
    company.clock.move(hours=23)
    press(company, "writing.undo", company.rows()[0])
    with pytest.raises(Refused):
        press(company, "writing.undo", company.rows()[0])
    company.bring()
    assert company.crm.leads["1"]["next_step"] == "a"
    assert states(company) == ["undone", "written"]


def test_after_a_day_nothing_is_taken_back(company: Company) -> None:
    confirm(company)
    company.bring()
    company.clock.move(hours=24)
    with pytest.raises(Refused) as refused:
        press(company, "writing.undo", company.rows()[0])
    assert refused.value.phrase.key == "writing-undo-over"
    card = deciding(company).draw(company.rows()[0].id)
    assert card is not None
    assert not any(isinstance(block, Buttons) for block in card.blocks)
    company.bring()
    assert states(company) == ["written"]


def test_nobody_takes_back_what_another_person_confirmed(company: Company) -> None:
    confirm(company)
    company.bring()
    with pytest.raises(Refused):
        press(company, "writing.undo", company.rows()[0], who="anna")
    company.bring()
    assert states(company) == ["written"]
    assert company.crm.leads["1"]["next_step"] == "c1"


def test_an_undo_after_somebody_changed_the_crm_says_so_and_leaves_their_value(
    company: Company,
) -> None:
    confirm(company)
    company.bring()
    company.edit(1, "next_step", back=False)
    press(company, "writing.undo", company.rows()[0])
    company.bring()
    assert company.crm.leads["1"]["next_step"] == "h2"
    late = company.rows()[1]
    assert (late.state, late.now) == (WriteState.DROPPED, "h2")
    card = deciding(company).draw(late.id)
    assert card is not None
    assert card.title.key == "writing-title-undo-late"


def test_an_undo_never_goes_over_what_somebody_changed_since(company: Company) -> None:
    confirm(company)
    company.bring()
    press(company, "writing.undo", company.rows()[0])
    company.edit(1, "next_step", back=False)
    company.bring()
    assert company.crm.leads["1"]["next_step"] == "h3"
    assert states(company) == ["written", "dropped"]
    assert shown(company) == {("person:piotr", "writing.fate")}


# Switches


@pytest.mark.parametrize("allowed", [Allowed(), Allowed(is_on=True, fields=frozenset({"status"}))])
def test_nothing_is_confirmed_where_it_is_switched_off(company: Company, allowed: Allowed) -> None:
    confirming = Confirming(allowed=allowed, now=company.clock, new_id=company.database.new_id)
    with company.database.open_work() as work, pytest.raises(Refused):
        confirming.confirm(work, LeadId(1), PIOTR, [Change("next_step", "a", "b")])


def test_a_value_that_the_picklist_does_not_have_is_not_written(company: Company) -> None:
    choice = RemoteField(
        name="next_step", label="Next step", kind="choice", options=(("call", "Call"),)
    )
    with company.engine.begin() as connection:
        keep_fields(connection, "memory", [choice])
    confirming = Confirming(allowed=ALLOWED, now=company.clock, new_id=company.database.new_id)
    with company.database.open_work() as work, pytest.raises(Refused):
        confirming.confirm(work, LeadId(1), PIOTR, [Change("next_step", "a", "dance")])


# The log


def test_the_log_tells_administrators_who_had_what_written(company: Company) -> None:
    confirm(company)
    company.bring()
    with company.database.open_work() as work:
        work.people.add(a_rep("Ada Admin", role=Role.ADMINISTRATOR))
        work.commit()
    place = Place.direct(PersonId("ada"))
    asked = Interaction(name="writing.log", actor=PersonId("ada"), place=place, id="look")
    assert isinstance(deciding(company).show_log(asked), Whisper)
    with pytest.raises(Refused):
        deciding(company).show_log(replace(asked, actor=PIOTR))
    with company.database.look() as work:
        (line,) = audit_sheet(work).rows
    assert line[-2].key == "writing-fate-written"


def test_somebody_sees_what_they_changed_and_nobody_else_does(company: Company) -> None:
    confirm(company, *FIELDS)
    company.bring()
    place = Place.direct(PIOTR)
    asked = Interaction(name="writing.recent", actor=PIOTR, place=place, id="look")
    mine = deciding(company).show_recent(asked)
    theirs = deciding(company).show_recent(replace(asked, actor=PersonId("anna")))
    assert isinstance(mine, Whisper)
    assert mine.card.title.key == "writing-recent"
    assert isinstance(theirs, Whisper)
    assert theirs.card.title.key == "writing-recent-none"
