"""Times a signed press in Teams that commits, beside its bare SDK that only acknowledges the same body.

Ours is `leadloop run` in a process of its own, with delivery at work behind it towards a fake
Connector, whose keys both sides check every press with. Each press is an `Action.Execute` of its own
by another of the reps, who answer and correct their rows.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from bot.app import now, open_database, seal_key
from bot.platforms.teams.seals import Seals, new_key
from bot.platforms.teams.wire import PRESSED, Press, spell_press
from tests.bench.child import served
from tests.bench.contest import Contest
from tests.bench.finding import Finding
from tests.bench.load import request
from tests.bench.press_house import REPS, Deed, Row, answers_kept, deeds, furnish
from tests.fakes.teams import payloads
from tests.fakes.teams.connector_tokens import genuine
from tests.fakes.teams.fake import FakeTeams
from tests.fakes.teams.people import Person
from tests.fakes.teams.places import Conversation, Message

AT_LEAST = {"SQLite": 1 / 2, "PostgreSQL": 1 / 3}
"""As in Slack."""
PATH = "/api/messages"


def measure(folder: Path, postgres: str, *, rounds: int, seconds: float) -> Iterator[Finding]:
    """Press by turns in Leadloop and in the bare SDK, on each database there is.

    The database that `postgres` names is emptied.
    """
    yield from _measured("SQLite", f"sqlite:///{folder / 'teams.sqlite3'}", folder, rounds, seconds)
    if postgres:
        yield from _measured("PostgreSQL", postgres, folder, rounds, seconds)


def _measured(name: str, url: str, folder: Path, rounds: int, seconds: float) -> Iterator[Finding]:
    with FakeTeams() as teams, answers_kept(url) as kept:
        reps = [
            teams.member(f"Rep{n} Bench", email=f"rep{n}@example.com", locale="en-GB")
            for n in range(REPS)
        ]
        rows = furnish(url, [rep.object_id for rep in reps], platform="teams")
        run, env = ("-m", "bot", "run"), _settings(teams, url)
        bare = ("-m", "tests.bench.bare_teams", teams.app_id, teams.tenant_id, teams.metadata_url)
        with served(run, folder, **env) as ours, served(bare, folder) as plain:
            _move_in(teams, reps, f"{ours.address}{PATH}")
            contest = Contest(
                ours=ours.port,
                bare=plain.port,
                kept=kept,
                rounds=rounds,
                seconds=seconds,
                at_least=AT_LEAST[name],
            )
            what = f"{name}: a signed press in Teams"
            yield from contest.findings(what, partial(presses, teams, seals_in(teams, url), rows))


def _settings(teams: FakeTeams, url: str) -> dict[str, str]:
    return {
        "LEADLOOP_DATABASE_URL": url,
        "LEADLOOP_DOMAINS": "example.com",
        "LEADLOOP_PORT": "0",
        "LEADLOOP_TEAMS_APP_ID": teams.app_id,
        "LEADLOOP_TEAMS_TENANT_ID": teams.tenant_id,
        "LEADLOOP_TEAMS_APP_SECRET": teams.app_secret,
        "LEADLOOP_TEAMS_SERVICE_HOSTS": teams.address.removeprefix("http://"),
        "LEADLOOP_TEAMS_LOGIN_URL": teams.login_url,
        "LEADLOOP_TEAMS_GRAPH_URL": teams.graph_url,
        "LEADLOOP_TEAMS_KEYS_URL": teams.metadata_url,
    }


def _move_in(teams: FakeTeams, reps: Sequence[Person], door: str) -> None:
    """Let each rep add the app, and wait until everybody was greeted."""
    teams.door = door
    for rep in reps:
        if teams.install(rep).status != 200:
            raise RuntimeError("Leadloop did not take that a rep added it")
    teams.eventually(lambda: all(teams.said_to(rep) for rep in reps), seconds=60)


def seals_in(teams: FakeTeams, url: str) -> Seals:
    """Seal with the key that Leadloop keeps in its database."""
    database = open_database(url)
    key = seal_key(database, "teams", new_key())
    database.close()
    return Seals(key, tenant=teams.tenant_id, now=now)


def presses(teams: FakeTeams, seals: Seals, rows: Sequence[Row], first: int = 0) -> Iterator[bytes]:
    """Spell one press after the other, from a deed's number on; one proof serves for all.

    So it does with the real Connector, whose tokens hold for an hour. Each button is sealed anew, as
    a card is that was drawn again since the last press.
    """
    proof = f"Bearer {genuine(teams)}"
    for deed in deeds(rows, first):
        body = json.dumps(activity(teams, seals, deed)).encode()
        yield request(PATH, body, authorization=proof)


def activity(teams: FakeTeams, seals: Seals, deed: Deed) -> dict[str, Any]:
    """Spell what Teams says of a press on the envelope."""
    rep = teams.find(deed.row.rep)
    assert rep is not None
    values = {"ask": deed.row.ask, "said": deed.said}
    press = Press(does="questions.answer", values=values, n=1)
    data = seals.at("", rep.object_id)(spell_press(press))
    action = {"type": "Action.Execute", "id": "1", "title": deed.said, "verb": PRESSED}
    chat = teams.personal(rep)
    on = _envelope(chat)
    return payloads.executed(teams, rep, chat, on, action | {"data": data}) | {
        "id": f"f:deed-{deed.number:08}"
    }


def _envelope(chat: Conversation) -> Message:
    return Message("1700000000100", chat.id, "28:bot")
