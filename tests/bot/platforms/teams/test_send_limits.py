"""Each conversation, and all of them together, keep to Teams' limits."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.platforms.port import NotYet
from bot.platforms.teams.limits import LOOKING, SPEAKING, TENANT, Allowance
from storage.work import Database
from tests.bot.platforms.slack.test_send_limits import Watch
from tests.bot.platforms.teams.sending import UNPACED, met, replaced, sent, speaking
from tests.fakes.teams.fake import FakeTeams
from tests.fakes.teams.faults import READS, SENDS

WINDOWS = {"speak": SENDS, "look": READS}


async def called(
    allowance: Allowance, watch: Watch, kind: str, silences: list[float]
) -> list[float]:
    """Call after each silence, and list when the calls were let through."""
    at: list[float] = []
    for number, silence in enumerate(silences):
        watch.seconds += silence
        thread = f"19:sales;messageid={number}"
        try:
            await getattr(allowance, kind)(thread)
        except NotYet:
            continue
        at.append(watch.seconds)
    return at


@settings(max_examples=60)
@given(
    st.sampled_from(["speak", "look"]),
    st.lists(st.floats(0, 0.2) | st.floats(0, 20), min_size=1, max_size=300),
)
def test_no_window_of_a_conversation_holds_more_calls_than_teams_allows(
    kind: str, silences: list[float]
) -> None:
    """Its threads count together."""
    watch = Watch()
    allowance = Allowance(clock=watch, sleep=watch.sleep)
    let_through = asyncio.run(called(allowance, watch, kind, silences))
    for most, span in WINDOWS[kind]:
        for begun in let_through:
            inside = [at for at in let_through if begun <= at < begun + span - 1e-6]
            assert len(inside) <= most


@pytest.mark.parametrize(("pace", "windows"), [(SPEAKING, SENDS), (LOOKING, READS)])
def test_the_figures_fit_every_window_teams_names(pace: object, windows: object) -> None:
    for most, span in SENDS if pace is SPEAKING else READS:
        kept = SPEAKING if pace is SPEAKING else LOOKING
        assert kept.burst + kept.per_second * span <= most


def test_all_conversations_together_keep_below_the_tenants_limit() -> None:
    assert TENANT.burst + TENANT.per_second <= 20
    watch = Watch()
    allowance = Allowance(clock=watch, sleep=watch.sleep)

    async def run() -> int:
        let_through = 0
        for number in range(500):
            try:
                await allowance.speak(f"19:{number}")
            except NotYet:
                continue
            let_through += 1
            if watch.seconds >= 101:
                break
        return let_through

    assert asyncio.run(run()) <= 20


def test_a_busy_conversation_holds_up_no_other() -> None:
    watch = Watch()
    allowance = Allowance(clock=watch, sleep=watch.sleep, tenant=UNPACED)

    async def run() -> None:
        for _ in range(SPEAKING.burst):
            await allowance.speak("19:busy")
        with pytest.raises(NotYet):
            await allowance.speak("19:busy")
        await allowance.speak("19:quiet")
        await allowance.look("19:busy")

    asyncio.run(run())
    assert watch.seconds == pytest.approx(100)


@pytest.mark.anyio
async def test_posts_and_updates_share_a_conversations_limit(
    teams: FakeTeams, database: Database
) -> None:
    teams.limits.on = True
    anna, wei = teams.member("Anna"), teams.member("Wei")
    met(teams, database, anna, wei)
    async with speaking(teams, database, allowance=Allowance(tenant=UNPACED)) as platform:
        reference = await sent(platform, anna.object_id)
        for _ in range(SPEAKING.burst - 1):
            await replaced(platform, anna.object_id, reference)
        with pytest.raises(NotYet):
            await replaced(platform, anna.object_id, reference)
        await sent(platform, wei.object_id)
    assert teams.limits.refusals == []
