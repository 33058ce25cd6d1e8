"""What happens in a tenant: apps come and go, people join and leave, channels change."""

from __future__ import annotations

from typing import Any

from tests.fakes.teams import payloads
from tests.fakes.teams.door import Reply
from tests.fakes.teams.office import Office
from tests.fakes.teams.people import Person
from tests.fakes.teams.places import Conversation, Message, Team


class Happenings(Office):
    """Deeds that change the tenant, each told to the app as Teams does."""

    # ---- the app comes and goes -----------------------------------------------------------------

    def install(self, person: Person) -> Reply:
        """Somebody adds the app for themselves."""
        place = self.personal(person)
        place.installed, place.blocked = True, False
        if person not in self.installations.values():
            self.installations[f"installation-{self.number()}"] = person
        self._updated(person, place, membersAdded=[{"id": self.bot_id}])
        return self._installation(person, place, "add")

    def uninstall(self, person: Person) -> Reply:
        """Somebody removes the app for themselves."""
        place = self.personal(person)
        place.installed = False
        kept = {key: one for key, one in self.installations.items() if one is not person}
        self.installations = kept
        return self._installation(person, place, "remove")

    def add_to(self, place: Team | Conversation, person: Person) -> Reply:
        """Somebody adds the app to a team or a group chat; in a team, General is told of."""
        place.installed = True
        where = place.channels[0] if isinstance(place, Team) else place
        event = {"eventType": "teamMemberAdded"} if isinstance(place, Team) else {}
        self._updated(person, where, event, membersAdded=[{"id": self.bot_id}])
        return self._installation(person, where, "add")

    def remove_from(self, place: Team | Conversation, person: Person) -> Reply:
        """Somebody removes the app from a team or a group chat."""
        place.installed = False
        where = place.channels[0] if isinstance(place, Team) else place
        event = {"eventType": "teamMemberRemoved"} if isinstance(place, Team) else {}
        self._updated(person, where, event, membersRemoved=[{"id": self.bot_id}])
        return self._installation(person, where, "remove")

    def block(self, person: Person) -> None:
        """Somebody blocks the bot; Teams tells nobody, and refuses what is sent."""
        self.personal(person).blocked = True

    def unblock(self, person: Person) -> None:
        """Somebody lets the bot write again."""
        self.personal(person).blocked = False

    def _installation(self, person: Person, place: Conversation, action: str) -> Reply:
        told = payloads.activity(self, "installationUpdate", person, place, action=action)
        return self.deliver(told)

    # ---- people and channels --------------------------------------------------------------------

    def join(self, team: Team, person: Person, *, by: Person | None = None) -> Reply:
        """Somebody joins a team."""
        team.members.append(person)
        event = {"eventType": "teamMemberAdded"}
        return self._updated(by or person, team.channels[0], event, membersAdded=[person.member])

    def leave(self, team: Team, person: Person, *, by: Person | None = None) -> Reply:
        """Somebody leaves a team."""
        team.members.remove(person)
        event = {"eventType": "teamMemberRemoved"}
        return self._updated(by or person, team.channels[0], event, membersRemoved=[person.member])

    def rename_channel(self, channel: Conversation, name: str, person: Person) -> Reply:
        """A channel gets another name."""
        channel.name = name
        return self._channel_event("channelRenamed", channel, person)

    def delete_channel(self, channel: Conversation, person: Person) -> Reply:
        """A channel is deleted."""
        channel.deleted = True
        return self._channel_event("channelDeleted", channel, person)

    def rename_team(self, team: Team, name: str, person: Person) -> Reply:
        """A team gets another name."""
        team.name = name
        event = {"eventType": "teamRenamed", "team": {"id": team.id, "name": name}}
        return self._updated(person, team.channels[0], event)

    def _channel_event(self, event: str, channel: Conversation, person: Person) -> Reply:
        about = {"eventType": event, "channel": {"id": channel.id, "name": channel.name}}
        assert channel.team is not None, "only channels of teams are renamed and deleted"
        return self._updated(person, channel.team.channels[0], about)

    def _updated(
        self, person: Person, place: Conversation, event: dict[str, Any] | None = None, **more: Any
    ) -> Reply:
        told = payloads.activity(self, "conversationUpdate", person, place, **more)
        told.pop("entities")
        told["channelData"] |= event or {}
        return self.deliver(told)

    # ---- what an app need not know of -----------------------------------------------------------

    def react(self, person: Person, message: Message, reaction: str = "like") -> Reply:
        """Somebody puts a heart under a message."""
        place = self.conversations[message.conversation]
        told = [{"type": reaction}]
        more = {"reactionsAdded": told, "replyToId": message.id}
        activity = payloads.activity(
            self, "messageReaction", person, place, root=message.root, **more
        )
        return self.deliver(activity)

    def edit(self, person: Person, message: Message, text: str) -> Reply:
        """Somebody changes their own message."""
        assert message.sender == person.id, "people change their own messages only"
        message.text = text.replace(f"@{self.bot_name}", f"<at>{self.bot_name}</at>")
        message.edits += 1
        place = self.conversations[message.conversation]
        told = payloads.message(self, person, place, message)
        told["channelData"]["eventType"] = "editMessage"
        return self.deliver(told | {"type": "messageUpdate"})

    def unknown_activity(self, person: Person, kind: str = "somethingNew") -> Reply:
        """An activity of a kind that nobody knows yet."""
        return self.deliver(payloads.activity(self, kind, person, self.personal(person)))

    def unknown_invoke(
        self, person: Person, name: str = "something/new", value: Any = None
    ) -> Reply:
        """An invoke of a name that nobody knows yet."""
        place = self.personal(person)
        return self.deliver(payloads.invoke(self, name, person, place, value or {}))
