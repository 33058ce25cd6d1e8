"""The proof in a few seconds; `make proof` is the long form."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.proof.__main__ import holds, told
from tests.proof.harness import Plan, prove

pytestmark = pytest.mark.slow


def short(folder: Path, database: str, **more: object) -> Plan:
    plan = {"name": "short", "replicas": 1, "messages": 300, "kills": 10, "seed": os.getpid()}
    return Plan(database=database, **plan | more)  # type: ignore[arg-type]


def test_nothing_is_lost_or_said_twice_on_sqlite(tmp_path: Path) -> None:
    finding = prove(short(tmp_path, f"sqlite:///{tmp_path}/proof.sqlite3"), tmp_path)
    assert holds(finding), told(finding)
    assert finding.kills == 10


@pytest.mark.postgres
def test_nothing_is_lost_or_said_twice_by_two_senders_on_postgres(
    tmp_path: Path, postgres: str
) -> None:
    finding = prove(short(tmp_path, postgres, replicas=2), tmp_path)
    assert holds(finding), told(finding)


def test_where_the_platform_cannot_be_asked_only_the_unsure_is_repeated(tmp_path: Path) -> None:
    plan = short(tmp_path, f"sqlite:///{tmp_path}/proof.sqlite3", can_find=False)
    finding = prove(plan, tmp_path)
    assert holds(finding), told(finding)
