"""A running fake Slack: the workspace, its server, and the way to the app under test."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Self, TypeVar

from tests.fakes.slack.door import Door, Reply, Sent
from tests.fakes.slack.server import Server
from tests.fakes.slack.socket import Socket
from tests.fakes.slack.workspace import Workspace

T = TypeVar("T")


@dataclass(repr=False)
class Office(Workspace):
    """The workspace with its lights on."""

    socket: Socket = field(init=False, repr=False)
    replies: list[Reply] = field(default_factory=list, repr=False)
    _door: Door = field(init=False, repr=False)
    _server: Server = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Make ready what `with` starts."""
        super().__post_init__()
        self.socket = Socket(self)
        self._door = Door(self, self.socket)
        self._server = Server(self, self.socket)

    def __enter__(self) -> Self:
        """Open the server on a free port."""
        self._server.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Close everything."""
        self._server.stop()
        self._door.close()

    @property
    def base_url(self) -> str:
        """What a WebClient is given as its base_url."""
        return f"{self.address}/api/"

    @property
    def door(self) -> str:
        """Where the app listens: its whole address, path too; or "socket"."""
        return self._door.url

    @door.setter
    def door(self, url: str) -> None:
        self._door.url = url

    @property
    def patience(self) -> float:
        """How many seconds the fake waits for an answer before it gives up."""
        return self._door.patience

    @patience.setter
    def patience(self, seconds: float) -> None:
        self._door.patience = seconds

    def redeliver(self, reply: Reply | None = None, *, retry: int = 1, reason: str = "") -> Reply:
        """Send once more what led to this reply (else the last thing sent), as a retry."""
        told = self.replies[-1] if reply is None else reply
        assert told.sent is not None, "that was no delivery"
        why = reason or "http_timeout"
        return self._heard(self._door.deliver(told.sent, retry=retry, reason=why))

    def eventually(self, look: Callable[[], T], *, seconds: float = 10) -> T:
        """What `look` finds, once it finds something: for what happens after the answer."""
        until = time.monotonic() + seconds
        while not (found := look()):
            assert time.monotonic() < until, "that did not happen in time"
            time.sleep(0.01)
        return found

    def _deliver(self, sent: Sent) -> Reply:
        return self._heard(self._door.deliver(sent))

    def _heard(self, reply: Reply) -> Reply:
        self.replies.append(reply)
        return reply
