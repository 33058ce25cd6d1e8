"""The fake Teams, whole.

with FakeTeams() as teams:
    anna = teams.member("Anna Nowak", email="anna@example.com")
    channel = teams.channel("marketing", members=[anna])
    teams.door = "http://127.0.0.1:8080/api/messages"
    teams.say(anna, channel, "@Leadloop help")
    teams.install(anna)
    teams.press(anna, teams.said_to(anna)[-1], "Won")
"""

from __future__ import annotations

from tests.fakes.teams.hands import Hands
from tests.fakes.teams.happenings import Happenings
from tests.fakes.teams.malformed import Malformed


class FakeTeams(Hands, Happenings, Malformed):
    """One company's Teams: real HTTP on loopback, state, signed tokens, and Teams' refusals."""
