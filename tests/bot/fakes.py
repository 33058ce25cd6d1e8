"""A chat platform that obeys the test, and a post office whose process dies where the test says."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from enum import Enum, auto

from bot.delivery import PostOffice
from bot.i18n import Voice
from bot.pace import Pace
from bot.platforms.port import NotYet, Throttled, Unavailable, Undeliverable, Unsure
from handlers.message import Card, File, Message
from handlers.parcel import Fate, Parcel
from handlers.phrase import verbatim

UNPACED = Pace(per_second=1e6, burst=1_000_000, redraw=timedelta())


class Killed(BaseException):
    """The process is gone; nothing may catch this."""


class Mishap(Enum):
    """What becomes of one call."""

    NONE = auto()
    THROTTLED = auto()
    NOT_YET = auto()
    UNAVAILABLE = auto()
    REFUSED = auto()
    LOST_ON_THE_WAY = auto()
    ACCEPTED_UNANSWERED = auto()
    KILLED_BEFORE = auto()
    KILLED_AFTER = auto()
    BROKEN = auto()


BEFORE: Mapping[Mishap, BaseException] = {
    Mishap.THROTTLED: Throttled(timedelta(seconds=30)),
    Mishap.NOT_YET: NotYet(timedelta(seconds=30)),
    Mishap.UNAVAILABLE: Unavailable(),
    Mishap.REFUSED: Undeliverable("channel_not_found"),
    Mishap.LOST_ON_THE_WAY: Unsure(),
    Mishap.KILLED_BEFORE: Killed(),
    Mishap.BROKEN: ValueError(),
}
AFTER: Mapping[Mishap, BaseException] = {
    Mishap.ACCEPTED_UNANSWERED: Unsure(),
    Mishap.KILLED_AFTER: Killed(),
}


@dataclass(frozen=True)
class Accepted:
    """A line of the platform's own record."""

    what: str
    address: str
    text: str
    key: str = ""
    language: str = ""


@dataclass
class FakePlatform:
    name: str = "fake"
    finds: bool = True
    pace: Pace = UNPACED
    mishaps: deque[Mishap] = field(default_factory=deque)
    log: list[Accepted] = field(default_factory=list)
    standing: dict[str, str] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    asked: int = 0
    files: list[File] = field(default_factory=list)

    async def send(self, address: str, message: Message, *, voice: Voice, key: str) -> str:
        mishap = self._next()
        reference = f"m{len(self.log)}"
        self.standing[reference] = text_of(message)
        self.keys[key] = reference
        self.files += [message] if isinstance(message, File) else []
        accepted = Accepted("send", address, text_of(message), key, voice.language.value)
        self._accept(accepted, mishap)
        return reference

    async def replace(
        self, address: str, reference: str, message: Message, *, voice: Voice
    ) -> None:
        mishap = self._next()
        assert reference in self.standing, "an update came before its post"
        self.standing[reference] = text_of(message)
        self._accept(Accepted("replace", address, text_of(message)), mishap)

    async def remove(self, address: str, reference: str) -> None:
        mishap = self._next()
        self.standing.pop(reference, None)
        self._accept(Accepted("remove", address, ""), mishap)

    def can_find(self, address: str) -> bool:
        return self.finds

    async def find(self, address: str, key: str) -> str | None:
        self.asked += 1
        self._raise(BEFORE, self._next())
        return self.keys.get(key)

    def sent(self) -> list[str]:
        return [one.text for one in self.log if one.what == "send"]

    def shown(self) -> list[str]:
        return sorted(self.standing.values())

    def _next(self) -> Mishap:
        mishap = self.mishaps.popleft() if self.mishaps else Mishap.NONE
        self._raise(BEFORE, mishap)
        return mishap

    def _accept(self, accepted: Accepted, mishap: Mishap) -> None:
        self.log.append(accepted)
        self._raise(AFTER, mishap)

    def _raise(self, troubles: Mapping[Mishap, BaseException], mishap: Mishap) -> None:
        if mishap in troubles:
            raise troubles[mishap]


class Step(Enum):
    """Where a process may die at the counter."""

    AFTER_CLAIM = auto()
    BEFORE_SETTLE = auto()
    AFTER_SETTLE = auto()


@dataclass
class MortalOffice:
    """The real office, until the process dies at the next of these steps."""

    office: PostOffice
    dies: Step | None = None

    def claim(self, running: Mapping[str, timedelta], room: int) -> Sequence[Parcel]:
        parcels = self.office.claim(running, room)
        if parcels:
            self._die_at(Step.AFTER_CLAIM)
        return parcels

    def settle(self, parcel: Parcel, fate: Fate) -> None:
        self._die_at(Step.BEFORE_SETTLE)
        self.office.settle(parcel, fate)
        self._die_at(Step.AFTER_SETTLE)

    def _die_at(self, step: Step) -> None:
        if self.dies is step:
            self.dies = None
            raise Killed


def a_card(text: str) -> Card:
    return Card(verbatim(text), ())


def text_of(message: Message) -> str:
    return str(dict(message.title.args).get("text", message.title.key))
