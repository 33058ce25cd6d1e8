"""The triage as a machine: whatever is done with a flag, none is lost and none is decided in silence."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from handlers.flags.model import PRAISED, WAYS, Flag, Kind, State, Step
from tests.builders import MONDAY_MORNING, a_flag

ASKS_FOR_NOTHING = (Kind.PRAISE, State.DONE)
"""Praise that was read is the one end there is: it left nothing to decide."""


class Triage(RuleBasedStateMachine):
    """Takes any step, possible or not, in any order."""

    flag: Flag

    @initialize(kind=st.sampled_from(Kind))
    def raise_it(self, kind: Kind) -> None:
        self.flag = a_flag(kind=kind)
        self.at = MONDAY_MORNING
        self.steps = 0

    @rule(step=st.sampled_from(Step), minutes=st.integers(0, 10_000))
    def take(self, step: Step, minutes: int) -> None:
        self.at += timedelta(minutes=minutes)
        if self.flag.can(step):
            self.flag = self.flag.stepped(step, self.at)
            self.steps += 1

    @precondition(lambda self: not self.flag.state.is_undecided)
    @rule()
    def a_decided_flag_stays_decided_until_it_is_reopened(self) -> None:
        for step in Step:
            if self.flag.can(step) and step is not Step.REOPEN:
                assert not self.flag.stepped(step, self.at).state.is_undecided

    @invariant()
    def its_version_counts_its_steps(self) -> None:
        assert self.flag.version == 1 + self.steps

    @invariant()
    def it_is_undecided_until_somebody_decided_it(self) -> None:
        assert self.flag.state.is_undecided is (self.flag.decided_at is None)
        assert self.flag.decided_at is None or self.flag.decided_at <= self.at

    @invariant()
    def what_is_closed_can_be_reopened(self) -> None:
        flag = self.flag
        if not flag.state.is_undecided and (flag.kind, flag.state) != ASKS_FOR_NOTHING:
            assert flag.can(Step.REOPEN)

    @invariant()
    def what_is_undecided_can_be_decided(self) -> None:
        flag = self.flag
        if flag.state.is_undecided:
            ends = [flag.stepped(step, self.at) for step in Step if flag.can(step)]
            assert any(not end.state.is_undecided for end in ends)

    @invariant()
    def what_was_said_of_the_lead_stays(self) -> None:
        kept = a_flag(kind=self.flag.kind)
        assert (self.flag.lead, self.flag.reason, self.flag.seen) == (
            kept.lead,
            kept.reason,
            kept.seen,
        )


TestTriage = Triage.TestCase


def test_the_machine_knows_every_state_and_no_step_leads_out_of_it() -> None:
    assert WAYS.keys() == set(State)
    for ways in (*WAYS.values(), *PRAISED.values()):
        assert set(ways.values()) <= WAYS.keys()
    for ways in PRAISED.values():
        assert set(ways.values()) <= PRAISED.keys()


def test_no_flag_is_raised_a_second_time() -> None:
    assert all(Step.RAISE not in ways for ways in (*WAYS.values(), *PRAISED.values()))


def test_only_reopening_undoes_a_decision() -> None:
    decided = [state for state in State if not state.is_undecided]
    for state in decided:
        undone = {step for step, after in WAYS[state].items() if after.is_undecided}
        assert undone == {Step.REOPEN}
