"""A running fake Teams: the tenant, its server, and the way to the app under test."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self, TypeVar

from tests.fakes.teams import connector_tokens, entra, keys, payloads
from tests.fakes.teams.door import Activity, Door, Reply
from tests.fakes.teams.people import Person
from tests.fakes.teams.server import Server
from tests.fakes.teams.tenant import Tenant

T = TypeVar("T")


@dataclass(repr=False)
class Office(Tenant):
    """The tenant with its lights on."""

    replies: list[Reply] = field(default_factory=list, repr=False)
    _door: Door = field(init=False, repr=False)
    _server: Server = field(init=False, repr=False)
    _messengers: list[threading.Thread] = field(default_factory=list, repr=False)

    def __post_init__(self) -> None:
        """Make ready what `with` starts."""
        self._door = Door(self)
        self._server = Server(self, self)

    def __enter__(self) -> Self:
        """Open the servers on free ports."""
        self._server.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Close everything."""
        for one in self._messengers:
            one.join(10)
        self._server.stop()
        self._door.close()

    @property
    def door(self) -> str:
        """Where the app listens: its whole address, path too."""
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

    # ---- what the app's settings need -----------------------------------------------------------

    @property
    def ca_file(self) -> Path:
        """The certificate by which the fake's TLS is trusted."""
        return self._server.ca_file

    @property
    def certificate(self) -> bytes:
        """The app's own certificate and private key, registered at Entra, as one PEM."""
        name = self.certificate_name
        return keys.certificate_pem(name) + keys.pem(keys.private_key(name))

    @property
    def thumbprint(self) -> str:
        """The thumbprint of that certificate."""
        return keys.thumbprint(self.certificate_name)

    def federated_assertion(self, issuer: str = "https://issuer.example/") -> str:
        """A token of another issuer, which Entra takes for the app's proof from now on."""
        self.federated_issuers.add(issuer)
        told = connector_tokens.claims(self) | {"iss": issuer, "sub": "managed-identity"}
        return connector_tokens.signed(told, key=connector_tokens.STRANGER_KEY)

    def app_token(self, scope: str = entra.BOTS) -> str:
        """A token of the app, without asking Entra: for tests of one call."""
        return entra.issue(self, scope)

    def revoke(self) -> None:
        """No token given so far is good any longer."""
        self.issued.clear()

    # ---- to the app -----------------------------------------------------------------------------

    def deliver(self, activity: Activity, *, token: str | None = None) -> Reply:
        """Send any activity with the Connector's token, or with this one; "" sends none."""
        reply = self._door.deliver(activity, token=token)
        self.replies.append(reply)
        return reply

    def redeliver(self, reply: Reply | None = None, *, renewed: bool = False) -> Reply:
        """Send once more what led to this reply (else the last thing sent), word for word.

        Teams also sends some things again as new ones: `renewed` gives another id and time.
        """
        told = self.replies[-1] if reply is None else reply
        assert told.sent is not None, "that was no delivery"
        new = {"id": self.new_id(), "timestamp": payloads.stamp(self.now())} if renewed else {}
        return self.deliver(told.sent | new)

    def installed_by_graph(self, person: Person) -> None:
        """Graph installed the app for somebody; the app hears of it a moment later."""
        place = self.personal(person)
        place.installed = True
        if self.door:
            told = payloads.activity(self, "installationUpdate", person, place, action="add")
            messenger = threading.Thread(target=self.deliver, args=(told,), daemon=True)
            self._messengers.append(messenger)
            messenger.start()

    def eventually(self, look: Callable[[], T], *, seconds: float = 10) -> T:
        """What `look` finds, once it finds something: for what happens after the answer."""
        until = time.monotonic() + seconds
        while not (found := look()):
            assert time.monotonic() < until, "that did not happen in time"
            time.sleep(0.01)
        return found

    def file(self, name: str) -> bytes:
        """The content of the file of that name on the fake's SharePoint, once it is whole."""
        stored = [one for one in self.files.values() if one.name == name]
        whole = [one.content for one in stored if not one.open_for_upload]
        assert whole, f"there is no file {name!r}"
        return whole[-1]
