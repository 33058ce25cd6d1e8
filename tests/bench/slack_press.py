"""Times a signed press in Slack that commits, beside a bare Bolt that only acknowledges the same body.

Ours is `leadloop run` in a process of its own, with delivery at work behind it towards a fake Slack.
Each press is another deed by another of the reps, who answer and correct their rows; the press of a
small card carries a note of one row back, that of the largest the largest card there is.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import cycle, islice
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus

from bot.app import open_database
from bot.i18n import Voice
from bot.platforms.slack.render import render_card
from handlers.envelope import Envelope, EnvelopeId
from handlers.examples import examples
from handlers.leads.understanding import Kind, Remarks
from handlers.message import Card
from handlers.people import Language, Owner, OwnerId, PersonId, Place, Side
from handlers.questions.model import (
    Ask,
    AskId,
    AskState,
    Question,
    QuestionId,
)
from handlers.roster.model import Account
from tests.bench.child import served
from tests.bench.finding import Finding
from tests.bench.load import Load, press, request
from tests.builders import a_lead, a_marketer, a_rep
from tests.fakes.slack.fake import FakeSlack
from tests.population import settle

CONNECTIONS = (1, 16)
AT_LEAST = {"SQLite": 1 / 2, "PostgreSQL": 1 / 3}
REPS, ROWS = 20, 5
ANSWERS = ("converted", "in-conversation", "trying", "not-touched", "do-not-know")
SECRET = "the-secret-of-the-bench"
MOST_A_SECOND = 1_500
"""So many presses are spelled and signed before the clock runs, for each second that it will run."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a rep's envelope that can be answered."""

    rep: str
    ask: str


def measure(folder: Path, postgres: str, *, rounds: int, seconds: float) -> Iterator[Finding]:
    """Press by turns in Leadloop and in the bare Bolt, on each database there is."""
    yield from _measured("SQLite", f"sqlite:///{folder / 'slack.sqlite3'}", folder, rounds, seconds)
    if postgres:
        yield from _measured("PostgreSQL", postgres, folder, rounds, seconds)


def _measured(name: str, url: str, folder: Path, rounds: int, seconds: float) -> Iterator[Finding]:
    with FakeSlack() as slack:
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
            for size, blocks in (("small", small()), ("largest", largest())):
                yield from _compared(
                    f"{name}: a signed press, {size} card ({len(json.dumps(blocks)) / 1000:.1f} KB)",
                    (ours.port, plain.port),
                    list(islice(presses(rows, blocks), _wanted(rounds, seconds))),
                    rounds,
                    seconds,
                    AT_LEAST[name],
                )


def _wanted(rounds: int, seconds: float) -> int:
    return int((rounds * len(CONNECTIONS) + 1) * seconds * MOST_A_SECOND)


def _compared(
    what: str,
    ports: tuple[int, int],
    made: Sequence[bytes],
    rounds: int,
    seconds: float,
    at_least: float,
) -> Iterator[Finding]:
    waiting = iter(made)
    press(ports[0], islice(waiting, 200), connections=4, seconds=seconds)
    for many in CONNECTIONS:
        ours: list[Load] = []
        bare: list[Load] = []
        for _ in range(rounds):
            bare.append(press(ports[1], cycle(made[:50]), connections=many, seconds=seconds))
            ours.append(press(ports[0], waiting, connections=many, seconds=seconds))
        we, they = (statistics.median(one.per_second for one in side) for side in (ours, bare))
        of = "1 connection" if many == 1 else f"{many} connections"
        yield Finding(
            what=f"{what}, {of}", unit="1/s", ours=we, bare=they, ratio=we / they, at_least=at_least
        )
        late, theirs = (statistics.median(one.p99_ms for one in side) for side in (ours, bare))
        yield Finding(what=f"{what}, {of}, p99", unit="ms", ours=late, bare=theirs)


def furnish(url: str, users: Sequence[str]) -> Sequence[Row]:
    """Let reps move in whose envelopes are full, each with a Slack user, and give their rows."""
    database, at = open_database(url), datetime.now(UTC)
    reps = [a_rep(f"Rep{number} Bench") for number in range(REPS)]
    owners = [Owner(id=OwnerId(n + 1), name=rep.name, person=rep.id) for n, rep in enumerate(reps)]
    leads = [a_lead(n + 1, owner=OwnerId(n % REPS + 1)) for n in range(REPS * ROWS)]
    maya = a_marketer()
    settle(database.engine, people=[*reps, maya], owning=owners, having=leads)
    question = Question(
        id=QuestionId("question"),
        asker=maya.id,
        place=Place.channel(Side.MARKETING),
        kind=Kind.OUTCOME,
        words="",
        remarks=Remarks(),
        leads=tuple(lead.id for lead in leads),
        asked_at=at,
        owners_asked_at=at,
        closes_at=at + timedelta(days=3),
    )
    with database.open_work() as work:
        work.questions.add(question)
        for number, rep in enumerate(reps):
            work.roster.keep_account(rep.id, Account("slack", users[number]), at)
            envelope = Envelope(
                id=EnvelopeId(f"e{number}"), person=rep.id, day=date(2026, 1, 1), sent_at=at
            )
            work.envelopes.add(envelope)
        asks = [_ask(n, reps[n % REPS].id, leads[n].id, at) for n in range(REPS * ROWS)]
        for ask in asks:
            work.questions.add_ask(ask, question.id)
        work.commit()
    return [Row(users[n % REPS], ask.id) for n, ask in enumerate(asks)]


def _ask(number: int, person: PersonId, lead: Any, at: datetime) -> Ask:
    return Ask(
        id=AskId(f"ask{number}"),
        lead=lead,
        person=person,
        kind=Kind.OUTCOME,
        state=AskState.ASKED,
        queued_at=at,
        envelope=EnvelopeId(f"e{number % REPS}"),
        asked_at=at,
        expires_at=at + timedelta(days=3),
    )


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


def presses(rows: Sequence[Row], blocks: Sequence[object]) -> Iterator[bytes]:
    """Spell and sign one press after the other; each time around, every row gets another answer."""
    for deed, (row, said) in enumerate(_tour(rows)):
        yield _signed(_payload(row, said, blocks, deed))


def _tour(rows: Sequence[Row]) -> Iterator[tuple[Row, str]]:
    for said in cycle(ANSWERS):
        for row in rows:
            yield row, said


def _payload(row: Row, said: str, blocks: Sequence[object], deed: int) -> dict[str, Any]:
    channel, ts = f"D{row.rep[1:]}", "1700000000.000100"
    return {
        "type": "block_actions",
        "user": {"id": row.rep, "username": "rep", "name": "rep", "team_id": "T1"},
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
        "trigger_id": f"{deed}.1.abc",
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
                "text": {"type": "plain_text", "text": said, "emoji": False},
                "value": json.dumps({"ask": row.ask, "said": said}),
                "action_ts": f"{1_700_000_000 + deed}.000000",
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
