"""`make proof`: kill the sender two hundred times on each database, and print what came of it."""

from __future__ import annotations

import argparse
import logging
import os
import sys
import tempfile
from pathlib import Path

import structlog
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from storage.database import migrate, open_engine
from tests.proof.harness import Finding, Plan, prove
from tests.proof.written import machine

POSTGRES = "LEADLOOP_TEST_POSTGRES"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.proof", description=__doc__)
    parser.add_argument("--messages", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    findings: list[Finding] = []
    for name, postgres, can_find in _runs():
        with tempfile.TemporaryDirectory() as folder:
            plan = Plan(
                name=name,
                database=os.environ[POSTGRES] if postgres else f"sqlite:///{folder}/proof.sqlite3",
                replicas=2 if postgres else 1,
                messages=asked.messages,
                kills=asked.kills,
                can_find=can_find,
                seed=asked.seed,
            )
            findings.append(prove(plan, Path(folder)))
            print(told(findings[-1]), flush=True)
    prove_written()
    return int(not all(holds(one) for one in findings))


def prove_written() -> None:
    """Play what is written back to a CRM at length, on each database; what does not hold is raised."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    long = settings(
        max_examples=2_000,
        stateful_step_count=40,
        deadline=None,
        suppress_health_check=[
            HealthCheck.too_slow,
            HealthCheck.data_too_large,
            HealthCheck.filter_too_much,
        ],
    )
    with tempfile.TemporaryDirectory() as folder:
        for url in filter(None, (f"sqlite:///{folder}/written.sqlite3", os.environ.get(POSTGRES))):
            engine = open_engine(url)
            migrate(engine)
            run_state_machine_as_test(machine(engine), settings=long)
            name = engine.dialect.name
            engine.dispose()
            print(f"Written back, {name}: nothing lost, overwritten or written twice.", flush=True)


def _runs() -> list[tuple[str, bool, bool]]:
    runs = [("SQLite, one sender", False, True)]
    if os.environ.get(POSTGRES):
        runs.append(("PostgreSQL, two senders", True, True))
    else:
        print(f"{POSTGRES} names no database, so PostgreSQL is left out.", file=sys.stderr)
    return [*runs, ("SQLite, a platform that cannot be asked", False, False)]


def holds(finding: Finding) -> bool:
    """Nothing lost, nothing out of order; repeated only what could not be asked about."""
    seen = finding.verdict
    broken = seen.lost + seen.disordered + seen.stale + seen.impatient + finding.parked
    if finding.plan.can_find:
        broken += seen.repeated
    return broken == 0 and seen.repeated <= finding.unsure


def told(finding: Finding) -> str:
    seen = finding.verdict
    return (
        f"{finding.plan.name}: {seen.messages} messages, {seen.updates} updates, "
        f"{finding.kills} kills, {seen.hidden} outcomes hidden by the platform, "
        f"{finding.unsure} unsure attempts: {seen.lost} lost, {seen.repeated} repeated, "
        f"{seen.disordered} out of order, {seen.stale} left in an old state, "
        f"{seen.impatient} before Retry-After, {finding.parked} not delivered. "
        f"{finding.seconds:.0f} s."
    )


if __name__ == "__main__":
    sys.exit(main())
