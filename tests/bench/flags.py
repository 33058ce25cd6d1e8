"""Times what is done with flags in a large house beside a plain press: an answer in an envelope.

All of it but the network, through the router: a triage press, and how a new flag is counted into the
findings there are. The rates of all open findings are counted anew by a job; how long that takes is
told besides.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from itertools import count
from pathlib import Path

from sqlalchemy import Engine, delete, text

from bot.envelopes import Envelopes, RowWork
from handlers.definition.model import CriterionId
from handlers.flags.deciding import Deciding
from handlers.flags.finding import Gathering
from handlers.flags.model import Flag, FlagId, Step, StepId, Stepped
from handlers.flags.triage import Triage
from handlers.interaction import Interaction, Nothing
from handlers.lead import CampaignId, LeadId
from handlers.people import PersonId, Place, Side
from handlers.questions.answering import Answering
from handlers.router import Router, merged
from handlers.working_time import WorkingHours
from handlers.writing.model import Allowed
from storage.schema import outbox
from storage.work import Database
from tests.bench.finding import Finding, median, milliseconds
from tests.bench.flags_house import (
    CAMPAIGNS,
    NOW,
    OPEN_FINDINGS,
    REPS,
    SOURCES,
    UNDECIDED,
    build,
    reason_of,
)

AT_MOST = 2
FLAGS_PER_LEAD = 0.1
WARM_UP = 10
NEW = 10_000
"""Added to the numbers of flags about which there is no finding yet."""
DEEDS: Mapping[str, float | None] = {
    "a triage press": AT_MOST,
    "a flag is counted into its finding": AT_MOST,
    "a flag opens a finding": None,
}
GROUPED = text(
    "SELECT campaign_id, source, count(*), sum(CASE WHEN status IN ('connected', 'converted')"
    " THEN 1 ELSE 0 END) FROM leads WHERE created_at > 0 AND status IN ('connected', 'nurturing',"
    " 'converted', 'disqualified') GROUP BY campaign_id, source"
)
TEAM = WorkingHours(zone="Europe/Warsaw")


@dataclass(frozen=True)
class House:
    """The features that are measured, on one database."""

    database: Database
    router: Router
    gathering: Gathering
    deciding: Deciding


def measure(leads: int, folder: Path, postgres: str, rounds: int) -> Iterator[Finding]:
    """Measure on SQLite, and on PostgreSQL where a URL names a database, which is emptied."""
    yield from _measured("SQLite", f"sqlite:///{folder / 'flags.sqlite3'}", leads, rounds)
    if postgres:
        yield from _measured("PostgreSQL", postgres, leads, rounds)


def _measured(name: str, url: str, leads: int, rounds: int) -> Iterator[Finding]:
    pressed = (WARM_UP + rounds + 1) * UNDECIDED
    engine = build(url, leads, max(int(leads * FLAGS_PER_LEAD), pressed))
    house = _house(engine)
    plain, *others = _timed(house, rounds)
    for (what, at_most), ours in zip(DEEDS.items(), others, strict=True):
        yield Finding(
            what=f"{name}: {what}",
            unit="ms",
            ours=ours,
            bare=plain,
            ratio=ours / plain,
            at_most=at_most,
        )
    looked = median(partial(house.gathering.tell, NOW), rounds)
    yield Finding(what=f"{name}: a look whether there are new flags", unit="ms", ours=looked)
    drawn = median(partial(house.deciding.draw, "open-1"), rounds)
    yield Finding(what=f"{name}: a finding’s card is drawn", unit="ms", ours=drawn)
    yield _recounted(name, house, engine)
    engine.dispose()


def _recounted(name: str, house: House, engine: Engine) -> Finding:
    """Count the rates of all open findings, beside one plain grouping of the same leads."""
    at = NOW + timedelta(hours=1)
    with engine.connect() as connection:
        bare = median(lambda: connection.execute(GROUPED).all(), 1)
    ours = milliseconds(partial(house.gathering.recount, at))
    what = f"{name}: the rates of {OPEN_FINDINGS} findings are counted"
    return Finding(what=what, unit="ms", ours=ours, bare=bare, ratio=ours / bare)


def _house(engine: Engine) -> House:
    ids = count(1)
    database = Database(engine, now=lambda: NOW, new_id=lambda: f"id-{next(ids)}")
    open_work, look, new_id = database.open_work, database.look, database.new_id
    now = database.now
    envelopes = Envelopes.of(
        open_work=open_work, look=look, now=now, new_id=new_id, allowed=Allowed()
    )
    answering: Answering[RowWork] = Answering(
        open_work=open_work, look=look, now=now, new_id=new_id, draw=envelopes.drawing.card
    )
    triage = Triage(open_work=open_work, look=look, now=now, new_id=new_id, team_hours=TEAM)
    deciding = Deciding(open_work=open_work, look=look, now=now, new_id=new_id, team_hours=TEAM)
    gathering = Gathering(open_work=open_work, look=look, new_id=new_id)
    router = Router(merged([answering.routes(), triage.routes(), deciding.routes()]))
    return House(database, router, gathering, deciding)


def _timed(house: House, rounds: int) -> Sequence[float]:
    """Time them by turns, so that a noisy machine is noisy for all; medians in milliseconds."""
    times = [_round(house, number) for number in range(1, WARM_UP + rounds + 1)]
    return [statistics.median(some) for some in zip(*times[WARM_UP:], strict=True)]


def _round(house: House, number: int) -> Sequence[float]:
    """Do each once; what leaves the house has left before the next."""
    deeds = (
        partial(milliseconds, partial(_answer, house, number)),
        partial(milliseconds, partial(_acknowledge, house, number)),
        partial(_gathered, house, number, number % OPEN_FINDINGS),
        partial(_gathered, house, number + NEW, number + OPEN_FINDINGS),
    )
    times: list[float] = []
    for deed in deeds:
        with house.database.engine.begin() as connection:
            connection.execute(delete(outbox))
        times.append(deed())
    return times


def _press(house: House, name: str, by: str, **values: object) -> None:
    asked = Interaction(
        name=name,
        actor=PersonId(by),
        place=Place.channel(Side.MARKETING),
        id=house.database.new_id(),
        values={key: str(value) for key, value in values.items()},
    )
    assert house.router.route(asked) == Nothing()


def _answer(house: House, number: int) -> None:
    _press(house, "questions.answer", f"rep{number % REPS}", ask=f"ask{number}", said="trying")


def _acknowledge(house: House, number: int) -> None:
    _press(house, "triage.acknowledge", "maya", flag=f"flag{number * UNDECIDED}", version=1)


def _gathered(house: House, number: int, like: int) -> float:
    """Raise a flag of the same reason on the same campaign as others, and time how it is gathered."""
    at, reason = NOW + timedelta(seconds=number), reason_of(like)
    campaign = like % CAMPAIGNS + 1
    flag = Flag(
        id=FlagId(f"new{number}"),
        lead=LeadId(number % NEW),
        lead_label="Anna Nowak",
        campaign=CampaignId(campaign),
        campaign_name=f"Campaign {campaign}",
        source=SOURCES[like % len(SOURCES)],
        by=PersonId("rep1"),
        kind=reason.kind,
        reason=reason.key,
        raised_at=at,
        missed=(CriterionId("criterion1"),),
    )
    line = Stepped(
        id=StepId(f"new{number}"), flag=flag.id, step=Step.RAISE, by=flag.by, at=at, told_at=at
    )
    with house.database.open_work() as work:
        work.flags.add(flag, line)
        work.commit()
    return milliseconds(partial(house.gathering.gather, at))
