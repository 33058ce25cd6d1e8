"""The hosts that we call: a token or lead data sent to any other would be given away."""

from __future__ import annotations

import re
from collections.abc import Iterable

MICROSOFT = ("smba.trafficmanager.net",)
"""The public cloud's Connector (facts of the Bot Framework's service URLs)."""

SHAREPOINT = (".sharepoint.com",)
"""Where files of a company lie: each has a name of its own before this."""

LOOPBACK = frozenset({"127.0.0.1", "localhost"})

_URL = re.compile(
    r"(?P<scheme>https?)://(?P<netloc>(?P<host>[a-z0-9.-]{1,253})(?::[0-9]{1,5})?)"
    r"(?P<rest>[/?][\x21\x22\x24-\x5b\x5d-\x7e]*)?",
    re.IGNORECASE,
)
"""Only what cannot be read in two ways: no user, no fragment, no backslash, no blank."""


class Hosts:
    """Hosts that may be called. One that begins with a dot stands for all names below it."""

    def __init__(self, hosts: Iterable[str]) -> None:
        """Allow these, by https; a loopback address with a port, as ``127.0.0.1:8123``, by http too."""
        listed = frozenset(host.lower() for host in hosts)
        self._exact = frozenset(host for host in listed if not host.startswith("."))
        self._below = tuple(host for host in listed if host.startswith("."))

    def allow(self, url: str) -> bool:
        """Tell whether this address is on one of the hosts, written in no way that deceives."""
        found = _URL.fullmatch(url)
        if found is None:
            return False
        netloc, host = found["netloc"].lower(), found["host"].lower()
        if found["scheme"].lower() == "http":
            return host in LOOPBACK and netloc in self._exact
        return netloc in self._exact or netloc.endswith(self._below)
