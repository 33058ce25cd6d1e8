"""Many envelopes are due at once: all leave, at the speed Slack allows, and none twice."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from tests.bot.platforms.slack.morning import half_past_nine


@pytest.mark.slow
def test_every_owner_hears_once_not_before_half_past_nine_and_no_faster_than_slack_allows(
    engine: Engine,
) -> None:
    """Sixty owners in a workspace that takes thirty posts a minute, a minute of it in a second."""
    morning = half_past_nine(engine, owners=60, posts_a_minute=30, times=60)
    assert (morning.early, morning.lost, morning.repeated, morning.refused) == (0, 0, 0, 0)
    assert morning.seconds >= morning.fewest_seconds
