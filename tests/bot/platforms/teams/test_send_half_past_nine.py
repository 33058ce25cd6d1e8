"""Many envelopes are due at once: all leave, at the speed Teams allows, and none twice."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from bot.platforms.teams.limits import SPEAKING, TENANT, Allowance
from tests.bot.platforms.slack.morning import (
    HALF_PAST_NINE,
    Accounts,
    House,
    Morning,
    Racing,
    company,
    delivering,
    too_late,
)
from tests.bot.platforms.teams.sending import met, speaking, until
from tests.fakes.teams.fake import FakeTeams
from tests.fakes.teams.people import Person


@pytest.mark.slow
def test_every_owner_hears_once_not_before_half_past_nine_and_no_faster_than_teams_allows(
    engine: Engine, teams: FakeTeams
) -> None:
    morning = half_past_nine(engine, teams, owners=60)
    assert (morning.early, morning.lost, morning.repeated, morning.refused) == (0, 0, 0, 0)
    assert morning.seconds >= morning.fewest_seconds


def half_past_nine(engine: Engine, teams: FakeTeams, *, owners: int) -> Morning:
    """Ask so many owners one lead each, and let their envelopes out at half past nine."""
    clock = Racing(1, HALF_PAST_NINE - timedelta(minutes=30))
    teams.limits.on = True
    reps = [teams.member(f"Rep Number{number}") for number in range(owners)]
    room = teams.channel("marketing").id
    accounts = Accounts(
        "teams", room, teams.member("Maya").object_id, {rep.name: rep.object_id for rep in reps}
    )
    house = company(engine, clock, accounts)
    met(teams, house.database, *reps)
    return asyncio.run(_live(engine, clock, teams, reps, house))


async def _live(
    engine: Engine, clock: Racing, teams: FakeTeams, reps: list[Person], house: House
) -> Morning:
    async with speaking(teams, house.database, allowance=Allowance(), pace=SPEAKING) as platform:
        delivery = delivering(engine, clock, platform, house)
        clock.set(HALF_PAST_NINE - timedelta(minutes=1))
        house.envelopes.filling.fill(clock())
        await delivery.empty()
        early = sum(bool(teams.said_to(rep)) for rep in reps)
        clock.set(HALF_PAST_NINE)
        house.envelopes.filling.fill(clock())
        stop = asyncio.Event()
        running = asyncio.create_task(delivery.run(stop))
        await until(lambda: all(map(teams.said_to, reps)) or clock() > too_late(len(reps)))
        seconds = (clock() - HALF_PAST_NINE).total_seconds()
        stop.set()
        await running
    posted = [len(teams.said_to(rep)) for rep in reps]
    return Morning(
        owners=len(reps),
        early=early,
        lost=posted.count(0),
        repeated=sum(many > 1 for many in posted),
        refused=len(teams.limits.refusals),
        seconds=seconds,
        fewest_seconds=(len(reps) - TENANT.burst) / TENANT.per_second,
    )
