"""Mail services at which anybody gets an address: an address there tells of no company."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def free_mail() -> frozenset[str]:
    """Give the domains of such services."""
    file = resources.files("handlers.definition") / "free_mail.txt"
    return frozenset(file.read_text(encoding="ascii").split())


def domain_of(address: str) -> str:
    """Give the domain of an e-mail address in lower case; empty where this is none."""
    name, at, domain = address.strip().casefold().rpartition("@")
    return domain.rstrip(".") if name and at and "." in domain else ""
