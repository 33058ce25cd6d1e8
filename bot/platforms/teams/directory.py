"""Knows who acts in Teams: a person of our tenant, as the room's roster and the company's roll say."""

from __future__ import annotations

from functools import partial

from bot.platforms.directory import Directory
from bot.platforms.teams.members import Members
from bot.platforms.teams.profile import TEAMS, Sender
from handlers.people import Person
from handlers.roster.model import Outsider, Profile, Why, renewed


class Reception:
    """Who an activity comes from. Without an account of our own tenant nobody is let in."""

    def __init__(self, members: Members, directory: Directory) -> None:
        """Look people up by these members; `directory` is built on them."""
        self._members = members
        self._directory = directory

    async def actor(self, sender: Sender) -> Person | Outsider:
        """Tell who acts, or why they are not let in."""
        if not sender.object_id:
            return Outsider(Why.GUEST)
        self._members.met(sender)
        return await self._directory.actor(sender.object_id, fits=partial(_speaks_so, sender))

    async def picked(self, object_id: str) -> Person | Outsider:
        """Tell who was picked in a form, or why they do not count."""
        return await self._directory.actor(object_id.lower())

    async def forget(self, object_id: str) -> None:
        """Look again at somebody who left a team or took Leadloop away."""
        await self._directory.forget(object_id.lower())


def _speaks_so(sender: Sender, person: Person) -> bool:
    """Tell whether what we know of somebody agrees with the language and zone of their device."""
    told = Profile(
        platform=TEAMS,
        address=sender.object_id,
        email=person.email,
        zone=sender.zone,
        language=sender.locale,
    )
    newest = renewed(person, told)
    return (newest.language, newest.hours) == (person.language, person.hours)
