"""Times a signed press in Slack that commits, beside a bare Bolt that only acknowledges the same body.

Ours is `leadloop run` in a process of its own, with delivery at work behind it towards a fake Slack.
Each press is another deed by another of the reps, who answer and correct their rows; the press of a
small card carries a note of one row back, that of the largest the largest card there is.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus

from bot.i18n import Voice
from bot.platforms.slack.render import render_card
from handlers.examples import examples
from handlers.message import Card
from handlers.people import Language
from tests.bench.child import served
from tests.bench.contest import Contest
from tests.bench.finding import Finding
from tests.bench.load import request
from tests.bench.press_house import REPS, Deed, Row, answers_kept, deeds, furnish
from tests.fakes.slack.fake import FakeSlack

AT_LEAST = {"SQLite": 1 / 2, "PostgreSQL": 1 / 3}
SECRET = "the-secret-of-the-bench"


def measure(folder: Path, postgres: str, *, rounds: int, seconds: float) -> Iterator[Finding]:
    """Press by turns in Leadloop and in the bare Bolt, on each database there is."""
    yield from _measured("SQLite", f"sqlite:///{folder / 'slack.sqlite3'}", folder, rounds, seconds)
    if postgres:
        yield from _measured("PostgreSQL", postgres, folder, rounds, seconds)


def _measured(name: str, url: str, folder: Path, rounds: int, seconds: float) -> Iterator[Finding]:
    with FakeSlack() as slack, answers_kept(url) as kept:
        rows = furnish(url, [slack.member(f"Rep{number} Bench").id for number in range(REPS)])
        env = {
            "LEADLOOP_DATABASE_URL": url,
            "LEADLOOP_DOMAINS": "example.com",
            "LEADLOOP_PORT": "0",
            "LEADLOOP_SLACK_BOT_TOKEN": slack.bot_token,
            "LEADLOOP_SLACK_SIGNING_SECRET": SECRET,
            "LEADLOOP_SLACK_API_URL": slack.base_url,
        }
        run, bare = ("-m", "bot", "run"), ("-m", "tests.bench.bare_bolt", SECRET)
        with served(run, folder, **env) as ours, served(bare, folder) as plain:
            slack.eventually(lambda: len(slack.calls_of("auth.test")) >= 2)
            contest = Contest(
                ours=ours.port,
                bare=plain.port,
                kept=kept,
                rounds=rounds,
                seconds=seconds,
                at_least=AT_LEAST[name],
            )
            for size, blocks in (("small", small()), ("largest", largest())):
                weight = len(json.dumps(blocks)) / 1000
                what = f"{name}: a signed press, {size} card ({weight:.1f} KB)"
                yield from contest.findings(what, partial(presses, rows, blocks))


def small() -> Sequence[object]:
    """Give the blocks of the smallest card on which a row can be answered."""
    answerable = (blocks for blocks in _cards() if "questions.answer#" in json.dumps(blocks))
    return min(answerable, key=lambda blocks: len(json.dumps(blocks)))


def largest() -> Sequence[object]:
    """Give the blocks of the largest card there is."""
    return max(_cards(), key=lambda blocks: len(json.dumps(blocks)))


def _cards() -> Iterator[Sequence[object]]:
    voice = Voice(Language.ENGLISH, "UTC")
    for example in examples():
        if isinstance(example.shows, Card):
            yield list(render_card(example.shows, voice).blocks)


def presses(rows: Sequence[Row], blocks: Sequence[object], first: int = 0) -> Iterator[bytes]:
    """Spell and sign one press after the other, from a deed's number on."""
    return (_signed(payload(deed, blocks)) for deed in deeds(rows, first))


def payload(deed: Deed, blocks: Sequence[object]) -> dict[str, Any]:
    """Spell what Slack says of a press on a card."""
    channel, ts = f"D{deed.row.rep[1:]}", "1700000000.000100"
    return {
        "type": "block_actions",
        "user": {"id": deed.row.rep, "username": "rep", "name": "rep", "team_id": "T1"},
        "api_app_id": "A1",
        "token": "none",
        "team": {"id": "T1", "domain": "bench"},
        "enterprise": None,
        "is_enterprise_install": False,
        "container": {
            "type": "message",
            "message_ts": ts,
            "channel_id": channel,
            "is_ephemeral": False,
        },
        "trigger_id": f"{deed.number}.1.abc",
        "channel": {"id": channel, "name": "directmessage"},
        "message": {
            "type": "message",
            "user": "UBOT",
            "ts": ts,
            "bot_id": "B1",
            "app_id": "A1",
            "text": "Your envelope",
            "team": "T1",
            "blocks": blocks,
        },
        "state": {"values": {}},
        "response_url": "https://hooks.slack.com/actions/T1/1/abc",
        "actions": [
            {
                "type": "button",
                "action_id": "questions.answer#1",
                "block_id": "b1",
                "text": {"type": "plain_text", "text": deed.said, "emoji": False},
                "value": json.dumps({"ask": deed.row.ask, "said": deed.said}),
                "action_ts": f"{1_700_000_000 + deed.number}.000000",
            }
        ],
    }


def _signed(payload: dict[str, Any]) -> bytes:
    body = f"payload={quote_plus(json.dumps(payload))}".encode()
    at = str(int(time.time()))
    mark = hmac.new(SECRET.encode(), b"v0:" + at.encode() + b":" + body, hashlib.sha256).hexdigest()
    return request(
        "/slack/events",
        body,
        content_type="application/x-www-form-urlencoded",
        x_slack_request_timestamp=at,
        x_slack_signature=f"v0={mark}",
    )
