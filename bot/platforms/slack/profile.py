"""Reads Slack's user objects, which look different for each kind of user."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from handlers.roster.model import Profile

SLACK = "slack"
"""The name of the platform."""

SLACKBOT = "USLACKBOT"
"""Slack's own bot, whose user object does not say that it is one."""

Told = Mapping[str, object]


def profile_of(user: Told, *, team: str) -> Profile:
    """Give what a user object of ``users.info`` says; `team` is our own workspace.

    Only a flag that is plainly false is taken for false: a user object that lacks one, or says it in
    other words than Slack's, must not open a door.
    """
    about = _part(user, "profile")
    return Profile(
        platform=SLACK,
        address=_text(user, "id"),
        name=_text(about, "real_name") or _text(user, "real_name") or _text(user, "name"),
        email="" if user.get("is_email_confirmed") is False else _text(about, "email"),
        zone=_text(user, "tz"),
        language=_text(user, "locale"),
        is_full_member=not _any(user, "is_restricted", "is_ultra_restricted", "is_invited_user"),
        is_bot=_any(user, "is_bot", "is_workflow_bot") or user.get("id") == SLACKBOT,
        is_active=user.get("deleted") is False,
        is_stranger=_any(user, "is_stranger") or not _is_of(user, team),
    )


def _is_of(user: Told, team: str) -> bool:
    """Tell whether the user is in our workspace; in an organisation, users are in several."""
    teams = _part(user, "enterprise_user").get("teams")
    several = cast("list[object]", teams) if isinstance(teams, list) else []
    return user.get("team_id") == team or team in several


def _any(user: Told, *flags: str) -> bool:
    return any(user.get(flag, False) is not False for flag in flags)


def _part(told: Told, name: str) -> Told:
    value = told.get(name)
    return cast("Told", value) if isinstance(value, dict) else {}


def _text(told: Told, name: str) -> str:
    value = told.get(name)
    return value if isinstance(value, str) else ""
