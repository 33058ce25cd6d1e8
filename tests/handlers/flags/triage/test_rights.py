"""Every step, in every state, tried by everybody."""

from __future__ import annotations

from typing import Any

import pytest

from handlers.flags.model import WAYS, Kind, State, Step
from handlers.flags.triage_forms import SENT
from handlers.interaction import Correct, Open, Whisper
from handlers.people import Person
from handlers.phrase import say
from tests.builders import a_rep
from tests.handlers.flags.triage.conftest import (
    ADA,
    KASIA,
    MAREK,
    MAYA,
    OLA,
    PEOPLE,
    PIOTR,
    WEI,
    Desk,
    changed,
    whispered,
)

DECIDE = (MAYA, KASIA, MAREK, ADA)
RAISER = (PIOTR,)
MAY: dict[Step, tuple[Person, ...]] = {
    Step.ACKNOWLEDGE: DECIDE,
    Step.ACCEPT: DECIDE,
    Step.ASK: DECIDE,
    Step.TO_MEETING: DECIDE,
    Step.DECLINE: DECIDE,
    Step.FINISH: DECIDE,
    Step.REOPEN: (*DECIDE, PIOTR),
    Step.ADD: RAISER,
    Step.WITHDRAW: RAISER,
}
"""Who may do what to Piotr's flag. A new step needs its row."""

REFUSALS = {say("triage-only-marketing"), say("triage-only-the-raiser")}
STRANGER = a_rep("Stranger Nobody")


def test_every_step_but_raising_has_a_row_in_the_table() -> None:
    assert MAY.keys() == set(Step) - {Step.RAISE}


@pytest.mark.parametrize("step", MAY)
def test_a_step_is_for_those_who_may_and_only_where_it_is_possible(desk: Desk, step: Step) -> None:
    for number, state in enumerate(State, start=1):
        flag = desk.in_state(state, number)
        for person in PEOPLE:
            if person not in MAY[step]:
                assert whispered(desk.take(step, person, flag)) in REFUSALS, (state, person.name)
        for person in MAY[step]:
            if step not in WAYS[state]:
                reply = desk.take(step, person, flag)
                assert said(reply) == changed(state), (state, person.name)
        assert desk.flag(flag.id) == flag, state
        if step in WAYS[state]:
            after = desk.taken(step, MAY[step][0], flag)
            assert after.state is WAYS[state][step]


@pytest.mark.parametrize("step", MAY)
def test_everybody_who_may_take_a_step_can(desk: Desk, step: Step) -> None:
    state = next(state for state in State if step in WAYS[state])
    for number, person in enumerate(MAY[step], start=1):
        flag = desk.in_state(state, number)
        assert desk.taken(step, person, flag).state is WAYS[state][step]
        assert desk.trail(flag.id)[-1].by == person.id


def test_a_form_opens_only_for_those_who_may_send_it(desk: Desk) -> None:
    for number, step in enumerate(SENT, start=1):
        flag = desk.in_state(next(state for state in State if step in WAYS[state]), number)
        carried: dict[str, Any] = {"flag": flag.id, "version": flag.version}
        for person in PEOPLE:
            reply = desk.do(f"triage.{step}", person, **carried)
            if person in MAY[step]:
                assert isinstance(reply, Open)
                assert reply.form.name == SENT[step]
                assert dict(reply.form.keep) == {"flag": flag.id, "version": str(flag.version)}
            else:
                assert whispered(reply) in REFUSALS


def test_nobody_unknown_takes_a_step(desk: Desk) -> None:
    flag = desk.raised()
    for step in MAY:
        assert whispered(desk.take(step, STRANGER, flag)) == say("people-unknown")
    assert desk.flag() == flag


@pytest.mark.parametrize("forged", [{}, {"flag": "nobody's"}, {"flag": "x" * 3000}])
def test_a_flag_that_never_was_is_not_there(desk: Desk, forged: dict[str, str]) -> None:
    for step in MAY:
        for route in {f"triage.{step}", SENT.get(step, "triage.history")}:
            assert whispered(desk.do(route, MAYA, **forged)) == say("flags-gone")


def test_a_press_of_another_version_is_stale_and_says_the_state(desk: Desk) -> None:
    flag = desk.raised()
    for version in ("", "0", "2", "-1", "1.0", "one", " 1", "9" * 400):
        reply = desk.do("triage.acknowledge", MAYA, flag=flag.id, version=version)
        assert whispered(reply) == changed(State.RAISED)
    assert desk.flag() == flag


def test_a_marketer_speaks_for_a_flag_of_their_own_and_decides_it(desk: Desk) -> None:
    flag = desk.raised(by=MAYA)
    asked = desk.taken(Step.ASK, KASIA, flag)
    added = desk.taken(Step.ADD, MAYA, asked)
    assert desk.taken(Step.ACCEPT, MAYA, added).state is State.ACCEPTED


def test_praise_can_be_thanked_for_and_nothing_else_is_decided(desk: Desk) -> None:
    flag = desk.raised(kind=Kind.PRAISE)
    for step in (Step.ACCEPT, Step.ASK, Step.TO_MEETING, Step.DECLINE, Step.FINISH):
        assert said(desk.take(step, MAYA, flag)) == changed(State.RAISED)
    assert desk.taken(Step.ACKNOWLEDGE, MAYA, flag).state is State.DONE


def test_everybody_may_read_the_history(desk: Desk) -> None:
    flag = desk.raised()
    for person in (*PEOPLE, OLA, WEI):
        assert isinstance(desk.do("triage.history", person, flag=flag.id), Whisper)


def said(reply: object) -> object:
    """Give the sentence about what has changed, beside a form's field or whispered."""
    if isinstance(reply, Correct):
        return dict(reply.errors["words"].args)["why"]
    return whispered(reply)  # type: ignore[arg-type]
