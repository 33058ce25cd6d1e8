"""What Slack's user objects tell, in all their shapes."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.slack.profile import profile_of
from handlers.roster.model import Outsider, Profile, Why, admit

TEAM = "T0HOME"
DOMAINS = ("example.com",)


def a_user(**changes: Any) -> dict[str, Any]:
    return {
        "id": "U1",
        "team_id": TEAM,
        "deleted": False,
        "is_bot": False,
        "is_restricted": False,
        "is_ultra_restricted": False,
        "is_email_confirmed": True,
        "is_app_user": True,
        "tz": "Europe/Warsaw",
        "locale": "pl-PL",
        "profile": {"real_name": "Anna Nowak", "email": "anna@example.com"},
    } | changes


def test_a_full_member_is_read_whole() -> None:
    assert profile_of(a_user(), team=TEAM) == Profile(
        platform="slack",
        address="U1",
        name="Anna Nowak",
        email="anna@example.com",
        zone="Europe/Warsaw",
        language="pl-PL",
        is_full_member=True,
    )


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"is_restricted": True}, Why.GUEST),
        ({"is_ultra_restricted": True}, Why.GUEST),
        ({"is_invited_user": True}, Why.GUEST),
        ({"is_bot": True}, Why.BOT),
        ({"is_workflow_bot": True}, Why.BOT),
        ({"id": "USLACKBOT"}, Why.BOT),
        ({"deleted": True}, Why.DEACTIVATED),
        ({"is_stranger": True}, Why.STRANGER),
        ({"team_id": "T0OTHER"}, Why.STRANGER),
        ({"team_id": None}, Why.STRANGER),
        ({"is_email_confirmed": False}, Why.NO_EMAIL),
        ({"profile": {"real_name": "Anna"}}, Why.NO_EMAIL),
        ({"profile": None}, Why.NO_EMAIL),
        # said in other words than Slack's
        ({"deleted": None}, Why.DEACTIVATED),
        ({"is_restricted": "false"}, Why.GUEST),
        ({"is_bot": 0}, Why.BOT),
        ({"is_stranger": None}, Why.STRANGER),
    ],
)
def test_every_kind_of_user_but_full_members_stays_outside(
    changes: dict[str, Any], why: Why
) -> None:
    assert admit(profile_of(a_user(**changes), team=TEAM), DOMAINS) == Outsider(why)


def test_in_an_organisation_a_user_may_come_from_another_of_our_workspaces() -> None:
    elsewhere = a_user(team_id="T0SISTER", enterprise_user={"teams": ["T0SISTER", TEAM]})
    assert not profile_of(elsewhere, team=TEAM).is_stranger
    assert profile_of(elsewhere, team="T0THIRD").is_stranger


@pytest.mark.parametrize(
    ("names", "name"),
    [
        ({"real_name": "Real", "profile": {"real_name": "Own"}}, "Own"),
        ({"real_name": "Real", "name": "handle", "profile": {}}, "Real"),
        ({"name": "handle", "profile": {"real_name": ""}}, "handle"),
    ],
)
def test_the_best_name_is_taken(names: dict[str, Any], name: str) -> None:
    assert profile_of(a_user(**names), team=TEAM).name == name


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(list(a_user())), JSON))
def test_an_odd_user_object_never_opens_the_door(changes: dict[str, Any]) -> None:
    """Whatever is changed in a good one, who is let in is at home, active and on a domain of ours."""
    user = a_user(**changes)
    found = admit(profile_of(user, team=TEAM), DOMAINS)
    if isinstance(found, Profile):
        assert found.email.endswith("@example.com")
        assert user["team_id"] == TEAM
        flags = ("deleted", "is_bot", "is_restricted", "is_ultra_restricted")
        assert [user[flag] for flag in flags] == [False] * 4
