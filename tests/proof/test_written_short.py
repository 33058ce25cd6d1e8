"""What is written back to a CRM: the machine in short; `make proof` is the long form."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test
from sqlalchemy import Engine

from tests.proof.written import machine

pytestmark = pytest.mark.slow

SHORT = settings(
    max_examples=40,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.filter_too_much,
    ],
)


def test_no_human_edit_is_overwritten_no_answer_lost_and_none_written_twice(engine: Engine) -> None:
    run_state_machine_as_test(machine(engine), settings=SHORT)
