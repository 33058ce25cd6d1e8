"""Times signed presses in Slack while a thousand bad requests a second come in, beside the same without them.

The bad ones are badly signed or malformed, and each is from another sender; every one must be turned away.
They come from a process of their own, as many at a time as there are connections.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from tests.bench.child import served
from tests.bench.contest import MOST_A_SECOND
from tests.bench.finding import Finding
from tests.bench.load import Load, press
from tests.bench.press_house import REPS, furnish
from tests.bench.slack_press import SECRET, presses, small
from tests.fakes.slack.fake import FakeSlack
from tests.fakes.slack.flood import pour, some_bad

BAD_A_SECOND = 1_000
CONNECTIONS = 8
MOST_MS = 1_000.0
"""What a good press may take at the 99th percentile while the flood lasts."""


def measure(folder: Path, *, rounds: int, seconds: float) -> Iterator[Finding]:
    """Press by turns in quiet and in the flood."""
    quiet: list[Load] = []
    flooded: list[Load] = []
    away: list[float] = []
    with FakeSlack() as slack:
        url = f"sqlite:///{folder / 'flood.sqlite3'}"
        rows = furnish(url, [slack.member(f"Rep{number} Bench").id for number in range(REPS)])
        env = {
            "LEADLOOP_DATABASE_URL": url,
            "LEADLOOP_DOMAINS": "example.com",
            "LEADLOOP_PORT": "0",
            "LEADLOOP_SLACK_BOT_TOKEN": slack.bot_token,
            "LEADLOOP_SLACK_SIGNING_SECRET": SECRET,
            "LEADLOOP_SLACK_API_URL": slack.base_url,
        }
        wanted = int((2 * rounds + 1) * seconds * MOST_A_SECOND)
        good = iter(list(islice(presses(rows, small()), wanted)))
        with served(("-m", "bot", "run"), folder, **env) as ours:
            slack.eventually(lambda: len(slack.calls_of("auth.test")) >= 2)
            for _ in range(rounds):
                quiet.append(press(ours.port, good, connections=4, seconds=seconds))
                with _flood(ours.port, seconds, away):
                    flooded.append(press(ours.port, good, connections=4, seconds=seconds))
    yield from _findings(quiet, flooded, away)


def _findings(quiet: list[Load], flooded: list[Load], away: list[float]) -> Iterator[Finding]:
    late, usual = (statistics.median(one.p99_ms for one in side) for side in (flooded, quiet))
    what = f"a signed press while {BAD_A_SECOND:,} bad requests a second come in"
    yield Finding(what=f"{what}, p99", unit="ms", ours=late, bare=usual, at_most=MOST_MS)
    many, usually = (statistics.median(one.per_second for one in side) for side in (flooded, quiet))
    yield Finding(what=what, unit="1/s", ours=many, bare=usually)
    yield Finding(what="bad requests turned away", unit="1/s", ours=statistics.median(away))


@contextmanager
def _flood(port: int, seconds: float, away: list[float]) -> Generator[None]:
    """Flood the door for so long, and note how many bad requests a second were turned away."""
    arguments = [sys.executable, "-m", "tests.bench.bad_requests", str(port), str(seconds)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()  # it has spelled its requests, and begins
        yield
        told = json.loads(process.stdout.readline())
    assert told["let_in"] == 0
    away.append(told["a_second"])


def main(port: int, seconds: float) -> None:
    """Be the flood."""
    bad = some_bad(SECRET, int(BAD_A_SECOND * seconds))
    print("ready", flush=True)
    poured = pour(port, bad, connections=CONNECTIONS, a_second=BAD_A_SECOND)
    told = {"let_in": poured.turned_away[False], "a_second": poured.a_second}
    print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]))
