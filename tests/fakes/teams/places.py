"""The conversations of the fake tenant and what was said in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Literal

from tests.fakes.teams.people import Person

Kind = Literal["personal", "groupChat", "channel"]
CARD = "application/vnd.microsoft.card.adaptive"
CONSENT = "application/vnd.microsoft.teams.card.file.consent"
FILE_INFO = "application/vnd.microsoft.teams.card.file.info"
DOWNLOAD = "application/vnd.microsoft.teams.file.download.info"


@dataclass(eq=False)
class Message:
    """One message as it stands now; `views` are cards that one person alone has in its place."""

    id: str
    conversation: str
    sender: str
    text: str = ""
    root: str = ""
    attachments: list[dict[str, Any]] = field(default_factory=list)
    entities: list[dict[str, Any]] = field(default_factory=list)
    summary: str = ""
    views: dict[str, dict[str, Any]] = field(default_factory=dict)
    edits: int = 0
    deleted: bool = False
    sent: dict[str, Any] = field(default_factory=dict)

    @property
    def reference(self) -> str:
        """The message as Leadloop names it: conversation id, bar, activity id."""
        return f"{self.conversation}|{self.id}"

    @property
    def card(self) -> dict[str, Any] | None:
        """The card everybody sees who has none of their own."""
        found: dict[str, Any] | None = self._content(CARD)
        return found

    @property
    def consent(self) -> dict[str, Any] | None:
        """The file that the bot asks to be allowed to send."""
        found: dict[str, Any] | None = self._content(CONSENT)
        return found

    def card_for(self, person: Person) -> dict[str, Any] | None:
        """The card this person sees."""
        return self.views.get(person.id, self.card)

    def _content(self, kind: str) -> Any:
        return next(
            (one["content"] for one in self.attachments if one["contentType"] == kind), None
        )


@dataclass(eq=False)
class Conversation:
    """A personal chat, a group chat or a channel."""

    id: str
    kind: Kind
    name: str = ""
    members: list[Person] = field(default_factory=list)
    team: Team | None = None
    channel_kind: Literal["standard", "private", "shared"] = "standard"
    installed: bool = True
    blocked: bool = False
    deleted: bool = False
    alias: str = ""
    messages: list[Message] = field(default_factory=list)

    @property
    def roster(self) -> list[Person]:
        """Who is in it; a standard channel holds the whole team."""
        whole = self.team is not None and self.channel_kind == "standard"
        return self.team.members if whole and self.team else self.members

    @property
    def has_bot(self) -> bool:
        """Whether the bot may write here."""
        return self.installed and (self.team is None or self.team.installed)

    def message(self, id: str) -> Message | None:
        """The message of that id, unless it was deleted."""
        return next((one for one in self.messages if one.id == id and not one.deleted), None)


@dataclass(eq=False)
class Team:
    """A team: its id is that of its General channel."""

    id: str
    name: str
    group_id: str
    members: list[Person] = field(default_factory=list)
    channels: list[Conversation] = field(default_factory=list)
    installed: bool = True

    def details(self) -> dict[str, Any]:
        """The team as the Connector tells of it."""
        return {
            "id": self.id,
            "name": self.name,
            "aadGroupId": self.group_id,
            "channelCount": len(self.channels),
            "memberCount": len(self.members),
            "type": "standard",
        }


def split(conversation: str) -> tuple[str, str]:
    """A conversation id and, of a thread, the id of its root."""
    found = re.fullmatch(r"(.*?);messageid=(.+)", conversation)
    return (found[1], found[2]) if found else (conversation, "")
