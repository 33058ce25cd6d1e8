"""The conversations of the fake workspace and what was said in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["public", "private", "im"]


@dataclass
class Message:
    """One message, as it stands now; `edits` counts how often it was replaced."""

    channel: str
    ts: str
    user: str
    text: str = ""
    blocks: list[dict[str, Any]] = field(default_factory=list)
    thread_ts: str | None = None
    metadata: dict[str, Any] | None = None
    attachments: list[dict[str, Any]] = field(default_factory=list)
    files: list[dict[str, Any]] = field(default_factory=list)
    bot: dict[str, Any] = field(default_factory=dict)
    subtype: str | None = None
    sent: dict[str, Any] = field(default_factory=dict)
    unfurls: dict[str, Any] = field(default_factory=dict)
    edits: int = 0

    @property
    def reference(self) -> str:
        """The message's name: where and when."""
        return f"{self.channel}/{self.ts}"

    def payload(self, *, metadata: bool = False) -> dict[str, Any]:
        """The message object."""
        told: dict[str, Any] = {
            "type": "message",
            "user": self.user,
            "text": self.text,
            "ts": self.ts,
            **self.bot,
        }
        told |= {
            key: value
            for key, value in (
                ("subtype", self.subtype),
                ("thread_ts", self.thread_ts),
                ("blocks", self.blocks),
                ("attachments", self.attachments),
                ("files", self.files),
                ("metadata", self.metadata if metadata else None),
            )
            if value
        }
        if self.edits:
            told["edited"] = {"user": self.user, "ts": self.ts}
        return told


@dataclass
class Ephemeral:
    """A message that one person alone saw, and that is kept nowhere."""

    channel: str
    user: str
    ts: str
    text: str = ""
    blocks: list[dict[str, Any]] = field(default_factory=list)
    thread_ts: str | None = None
    deleted: bool = False


@dataclass
class Channel:
    """A channel, or a direct message between the bot and one person."""

    id: str
    name: str = ""
    kind: Kind = "public"
    members: list[str] = field(default_factory=list)
    user: str = ""
    is_archived: bool = False
    is_ext_shared: bool = False
    is_pending_ext_shared: bool = False
    is_org_shared: bool = False
    only_admins_post: bool = False
    messages: list[Message] = field(default_factory=list)

    def message(self, ts: str) -> Message | None:
        """The message of that time."""
        return next((one for one in self.messages if one.ts == ts), None)

    def threads(self, ts: str) -> list[Message]:
        """A thread's root and its replies, oldest first."""
        return [one for one in self.messages if ts in {one.ts, one.thread_ts}]

    def payload(self, bot: str, *, count: bool = False) -> dict[str, Any]:
        """The conversation object, as the bot is told it."""
        if self.kind == "im":
            return {"id": self.id, "created": 1, "is_im": True, "user": self.user, "priority": 0}
        told: dict[str, Any] = {
            "id": self.id,
            "name": self.name,
            "name_normalized": self.name,
            "is_channel": self.kind == "public",
            "is_group": False,
            "is_im": False,
            "is_mpim": False,
            "is_private": self.kind == "private",
            "created": 1_700_000_000,
            "creator": "U0CREATOR",
            "is_archived": self.is_archived,
            "is_general": False,
            "is_shared": self.is_ext_shared or self.is_org_shared,
            "is_ext_shared": self.is_ext_shared,
            "is_pending_ext_shared": self.is_pending_ext_shared,
            "is_org_shared": self.is_org_shared,
            "is_member": bot in self.members,
        }
        return told | ({"num_members": len(self.members)} if count else {})
