"""What marketing and the rep do with a flag once it is raised."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from threading import Barrier, BrokenBarrierError

from sqlalchemy import delete, event

from handlers.flags.model import Change, Remedy, State, Step
from handlers.interaction import Correct, Nothing, Open
from handlers.lead import LeadId
from handlers.message import Note
from handlers.phrase import say
from handlers.router import Router
from storage.schema import leads
from tests.handlers.flags.triage.conftest import (
    KASIA,
    MAYA,
    PIOTR,
    Desk,
    changed,
    does,
    keys,
    warsaw,
    whispered,
)

MOST_STATEMENTS = 7
"""Of a press; the once-key, who, which flag, the step and its line, the card, and none more."""


def test_a_flag_goes_its_whole_way(desk: Desk) -> None:
    flag = desk.raised()
    flag = desk.taken(Step.ACKNOWLEDGE, MAYA, flag)
    flag = desk.taken(Step.ASK, MAYA, flag, words="Which role?")
    flag = desk.taken(Step.ADD, PIOTR, flag, words="A student.")
    flag = desk.taken(Step.ACCEPT, KASIA, flag, words="Ask for the role", day="2026-11-30")
    flag = desk.taken(Step.FINISH, KASIA, flag, words="The form asks", day="2026-11-16")
    assert flag.state is State.DONE
    assert flag.change == Change(
        what="Ask for the role", remedy=Remedy.DATA, due=date(2026, 11, 30), done_at=desk.clock()
    )
    assert [(one.step, one.by, one.words) for one in desk.trail()] == [
        (Step.RAISE, PIOTR.id, ""),
        (Step.ACKNOWLEDGE, MAYA.id, ""),
        (Step.ASK, MAYA.id, "Which role?"),
        (Step.ADD, PIOTR.id, "A student."),
        (Step.ACCEPT, KASIA.id, "Ask for the role"),
        (Step.FINISH, KASIA.id, "The form asks"),
    ]


def test_a_change_of_a_day_gone_by_was_done_on_that_day(desk: Desk) -> None:
    flag = desk.taken(Step.FINISH, MAYA, desk.in_state(State.ACCEPTED), day="2026-11-12")
    assert flag.change is not None
    assert flag.change.done_at == datetime(2026, 11, 12, 12, tzinfo=UTC)


def test_the_same_press_twice_is_one_step(desk: Desk) -> None:
    flag = desk.raised()
    carried = {"flag": flag.id, "version": flag.version}
    for _ in range(2):
        assert desk.do("triage.acknowledge", MAYA, once="deed", **carried) == Nothing()
    assert [one.step for one in desk.trail()] == [Step.RAISE, Step.ACKNOWLEDGE]


def test_of_two_who_decide_one_after_the_other_the_second_hears_the_state(desk: Desk) -> None:
    flag = desk.raised()
    desk.taken(Step.DECLINE, MAYA, flag)
    assert whispered(desk.take(Step.TO_MEETING, KASIA, flag)) == changed(State.DECLINED)
    assert desk.flag().state is State.DECLINED


def test_of_two_who_decide_at_once_one_does_and_the_other_hears_the_state(desk: Desk) -> None:
    flag = desk.raised()
    barrier = Barrier(2)

    def together() -> datetime:
        with suppress(BrokenBarrierError):  # SQLite lets the second one in when the first is done
            barrier.wait(timeout=0.5)
        return desk.clock()

    desk.router = Router(replace(desk.triage, now=together).routes())
    with ThreadPoolExecutor(2) as pool:
        presses = [
            pool.submit(desk.take, Step.ACKNOWLEDGE, MAYA, flag),
            pool.submit(desk.take, Step.TO_MEETING, KASIA, flag),
        ]
        replies = [press.result() for press in presses]
    after = desk.flag()
    assert after.version == flag.version + 1
    assert [reply for reply in replies if reply == Nothing()] == [Nothing()]
    [other] = [reply for reply in replies if reply != Nothing()]
    assert whispered(other) == changed(after.state)
    assert len(desk.trail()) == 2


def test_words_that_were_overtaken_stay_in_the_form(desk: Desk) -> None:
    flag = desk.raised()
    desk.taken(Step.DECLINE, MAYA, flag)
    reply = desk.take(Step.ACCEPT, KASIA, flag, words="Long and well thought out.")
    assert reply == Correct({"words": say("triage-words-kept", why=changed(State.DECLINED))})
    assert desk.flag().change is None


def test_what_is_wrong_in_a_form_changes_nothing(desk: Desk) -> None:
    flag = desk.raised()
    reply = desk.take(Step.ACCEPT, MAYA, flag, words=" ", remedy="x")
    assert isinstance(reply, Correct)
    assert reply.errors.keys() == {"words", "remedy"}
    assert desk.flag() == flag


def test_a_form_that_was_wrong_may_be_sent_again_as_the_same_deed(desk: Desk) -> None:
    flag = desk.raised()
    carried = {"flag": flag.id, "version": flag.version}
    desk.do("triage.declined", MAYA, once="form", words="", **carried)
    desk.do("triage.declined", MAYA, once="form", words="Not now.", **carried)
    assert desk.flag().state is State.DECLINED


def test_a_flag_that_is_reopened_promises_nothing_and_has_all_its_days(desk: Desk) -> None:
    flag = desk.in_state(State.DONE)
    desk.clock.at = warsaw(19, 9)
    flag = desk.taken(Step.REOPEN, MAYA, flag)
    assert (flag.change, flag.decided_at) == (None, None)
    assert (flag.acknowledge_by, flag.decide_by) == (warsaw(20, 9), warsaw(26, 9))


def test_while_the_rep_is_asked_marketing_owes_nothing(desk: Desk) -> None:
    asked = desk.taken(Step.ASK, MAYA, desk.raised())
    assert asked.decide_by is None
    desk.clock.at = warsaw(18, 12)
    told = desk.taken(Step.ADD, PIOTR, asked)
    assert told.decide_by == warsaw(25, 12), "Monday from ten, Tuesday, and three hours"


def test_a_decision_without_the_answer_sets_the_clock_right_as_well(desk: Desk) -> None:
    asked = desk.taken(Step.ASK, MAYA, desk.raised())
    desk.clock.at = warsaw(16, 12)
    assert desk.taken(Step.TO_MEETING, MAYA, asked).decide_by == warsaw(23, 12)


def test_a_rep_opens_the_form_with_the_newest_question(desk: Desk) -> None:
    flag = desk.taken(Step.ASK, MAYA, desk.raised(), words="Which role?")
    flag = desk.taken(Step.ADD, PIOTR, flag, words="A student.")
    flag = desk.taken(Step.ASK, MAYA, flag, words="At which university?")
    reply = desk.do("triage.add", PIOTR, flag=flag.id, version=flag.version)
    assert isinstance(reply, Open)
    assert Note(say("triage-said-ask", words="At which university?")) in reply.form.intro


def test_a_rep_hears_that_their_words_were_passed_on(desk: Desk) -> None:
    flag = desk.in_state(State.NEEDS_MORE)
    assert whispered(desk.take(Step.ADD, PIOTR, flag)) == say("triage-passed-on")


def test_a_flag_outlives_its_lead(desk: Desk) -> None:
    flag = desk.raised(seen="A student.")
    with desk.engine.begin() as connection:
        connection.execute(delete(leads).where(leads.c.id == LeadId(1)))
    assert "triage-lead-gone" in keys(desk.card())
    assert desk.taken(Step.ACCEPT, MAYA, desk.flag(flag.id)).state is State.ACCEPTED
    assert "triage.finish" in does(desk.card())


def test_a_card_of_a_flag_that_never_was_vanishes(desk: Desk) -> None:
    assert desk.triage.draw("nobody's") is None


def test_a_press_costs_few_statements(desk: Desk) -> None:
    flag = desk.raised()
    with counted(desk) as statements:
        desk.take(Step.ACKNOWLEDGE, MAYA, flag)
    assert len(statements) <= MOST_STATEMENTS, statements


@contextmanager
def counted(desk: Desk) -> Iterator[list[str]]:
    """Write down what the database is asked."""
    asked: list[str] = []

    def note(_: object, __: object, statement: str, *___: object) -> None:
        asked.append(statement)

    event.listen(desk.engine, "before_cursor_execute", note)
    yield asked
    event.remove(desk.engine, "before_cursor_execute", note)
