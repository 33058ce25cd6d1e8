"""Addresses as delivery knows them: a person, their home, a channel, a thread in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.platforms.port import Undeliverable

HOME = "home:"

_PERSON = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a message goes."""

    address: str
    """Of the conversation: an Entra object id, or the conversation's own name."""
    thread: str = ""
    """Id of the message that opened it."""

    @staticmethod
    def read(address: str) -> Spot:
        """Read ``<object id>``, ``home:<object id>``, ``19:…`` or ``19:…/<root>``.

        Teams has no home page without a web page of ours: a home is a card in the personal chat.
        """
        whole, _, thread = address.removeprefix(HOME).partition("/")
        return Spot(whole, thread)

    @property
    def is_direct(self) -> bool:
        """Whether one person alone reads it."""
        return _PERSON.fullmatch(self.address) is not None

    def within(self, conversation: str) -> str:
        """Name the thread, where it is one, as the Connector does."""
        return f"{conversation};messageid={self.thread}" if self.thread else conversation


def reference(conversation: str, id: str) -> str:
    """Name a message: the whole conversation, and its own id; the thread's root is not needed."""
    return f"{conversation.partition(';')[0]}|{id}"


def read_reference(given: str) -> tuple[str, str]:
    """Give the conversation and the id of a message; raises `Undeliverable`."""
    conversation, _, id = given.rpartition("|")
    if not (conversation and id):
        raise Undeliverable("Teams gave no such reference")
    return conversation, id
