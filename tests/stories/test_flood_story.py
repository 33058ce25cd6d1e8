"""Reps answer in Slack while strangers flood its door with badly signed and malformed requests."""

from __future__ import annotations

import gc
import math
import threading
import tracemalloc
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.config import Settings
from storage.database import open_engine
from storage.schema import accounts, answers, metadata, once_keys, people
from tests.bench.load import press
from tests.bench.press_house import furnish
from tests.bench.slack_press import presses, small
from tests.fakes.slack.fake import FakeSlack
from tests.fakes.slack.flood import MARK, pour, some_bad
from tests.stories.test_slack_story import serving

BAD, GOOD = 2_000, 60
CONNECTIONS = 4
LONG_S = 60.0
REPS = 20
LEAST_TO_REMEMBER = 60
"""Bytes that a sender's name alone would take."""


@dataclass
class Flood:
    """Strangers at the door, in a thread of their own."""

    port: int
    secret: str
    turned_away: Counter[bool] = field(default_factory=Counter[bool])

    def rage(self, many: int) -> None:
        """Send so many bad requests."""
        bad = some_bad(self.secret, many)
        poured = pour(self.port, bad, connections=CONNECTIONS, a_second=math.inf)
        self.turned_away += poured.turned_away


@dataclass(frozen=True)
class Company:
    """Leadloop at work for reps who have rows to answer."""

    url: str
    flood: Flood
    good: Iterator[bytes]

    def count(self) -> dict[str, int]:
        """Count what is kept, table by table."""
        engine = open_engine(self.url)
        with engine.connect() as connection:
            found = {
                table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
                for table in (accounts, answers, once_keys, people)
            }
        engine.dispose()
        return found

    def everything_kept(self) -> str:
        """Give all rows of all tables."""
        engine = open_engine(self.url)
        with engine.connect() as connection:
            kept = [connection.execute(select(one)).all() for one in metadata.sorted_tables]
        engine.dispose()
        return repr(kept)


@pytest.fixture
def company(slack: FakeSlack, tmp_path: Path) -> Iterator[Company]:
    slack.signing_secret = "the-secret-of-the-bench"
    url = f"sqlite:///{tmp_path / 'leadloop.sqlite3'}"
    users: Sequence[str] = [slack.member(f"Rep{number} Bench").id for number in range(REPS)]
    rows = furnish(url, users)
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        database_url=url,
        domains=("example.com",),
        slack_bot_token=slack.bot_token,  # type: ignore[arg-type]
        slack_signing_secret=slack.signing_secret,  # type: ignore[arg-type]
        slack_api_url=slack.base_url,  # type: ignore[arg-type]
    )
    with serving(settings, lambda: datetime.now(UTC)) as address:
        slack.eventually(lambda: len(slack.calls_of("auth.test")) >= 2)
        port = int(address.rpartition(":")[2])
        yield Company(url, Flood(port, slack.signing_secret), presses(rows, small()))


@pytest.mark.slow
def test_presses_are_answered_and_kept_while_strangers_flood_the_door(company: Company) -> None:
    before = company.count()
    good = [next(company.good) for _ in range(GOOD)]
    flooding = threading.Thread(target=company.flood.rage, args=[BAD])
    flooding.start()
    press(company.flood.port, iter(good), connections=2, seconds=LONG_S)  # fails unless all get 200
    flooding.join()
    assert company.flood.turned_away == {True: BAD}
    after = company.count()
    assert after["answers"] - before["answers"] == GOOD
    assert after["once_keys"] - before["once_keys"] == GOOD
    assert (after["people"], after["accounts"]) == (before["people"], before["accounts"])
    assert MARK not in company.everything_kept()


@pytest.mark.slow
def test_no_stranger_is_remembered(company: Company) -> None:
    company.flood.rage(BAD // 4)
    tracemalloc.start()
    company.flood.rage(BAD // 4)
    before = _bytes_in_use()
    company.flood.rage(BAD)
    grown = _bytes_in_use() - before
    tracemalloc.stop()
    assert company.flood.turned_away == {True: BAD + BAD // 2}
    assert grown < BAD * LEAST_TO_REMEMBER


def _bytes_in_use() -> int:
    gc.collect()
    return tracemalloc.get_traced_memory()[0]
