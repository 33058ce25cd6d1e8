"""The Connector's public keys: fetched off the loop, kept for a while, asked for anew but rarely."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

import structlog
from jwt import PyJWK, PyJWKClient, PyJWKClientError, PyJWTError

from bot.faults import described
from handlers.work import Now

FRESH = timedelta(hours=1)
"""After this the keys are asked for again, so that one that was withdrawn is soon refused."""

HOLDS = timedelta(hours=24)
"""How long the last keys serve while the Connector's cannot be reached."""

REST = timedelta(seconds=30)
"""Between two questions, whatever key ids strangers make up."""

TIME_OUT = timedelta(seconds=3)
"""Teams takes an answer for late after fifteen seconds."""

MOST_KEYS = 100

_METADATA = re.compile(r"/openidconfiguration$")

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Key:
    """A public key, and the channels for which Microsoft vouches by it."""

    key: PyJWK
    endorsements: frozenset[str]


class Keys:
    """Knows the Connector's keys by their ids."""

    def __init__(self, url: str, *, now: Now) -> None:
        """Take the address of the OpenID metadata; the keys lie beside it, on the same host."""
        self._client = PyJWKClient(
            _METADATA.sub("/keys", url), cache_jwk_set=False, timeout=TIME_OUT.total_seconds()
        )
        self._now = now
        self._known: Mapping[str, Key] = {}
        self._got_at: datetime | None = None
        self._asked_at: datetime | None = None
        self._asking = asyncio.Lock()

    async def get(self, kid: str) -> Key | None:
        """Give a key by its id; nothing for one that the Connector does not have."""
        found = self._usable(kid)
        if found is not None and (self._is_younger_than(FRESH) or self._asking.locked()):
            return found
        async with self._asking:
            if not self._is_settled(kid) and self._may_ask():
                await self._ask()
        return self._usable(kid)

    async def reach(self) -> bool:
        """Tell whether there are keys, asking for them where there are none."""
        async with self._asking:
            if not self._is_younger_than(FRESH) and self._may_ask():
                await self._ask()
        return bool(self._known) and self._is_younger_than(HOLDS)

    def _usable(self, kid: str) -> Key | None:
        return self._known.get(kid) if self._is_younger_than(HOLDS) else None

    def _is_settled(self, kid: str) -> bool:
        """Tell whether somebody else has asked while we waited for our turn."""
        return kid in self._known and self._is_younger_than(FRESH)

    def _is_younger_than(self, age: timedelta) -> bool:
        return self._got_at is not None and self._now() - self._got_at < age

    def _may_ask(self) -> bool:
        return self._asked_at is None or self._now() - self._asked_at >= REST

    async def _ask(self) -> None:
        self._asked_at = self._now()
        try:
            self._known = _read(await asyncio.to_thread(self._client.fetch_data))
        except (PyJWTError, OSError, ValueError) as error:
            log.warning("teams-keys-not-reached", error=described(error))
        else:
            self._got_at = self._now()


def _read(answer: object) -> Mapping[str, Key]:
    """Read a set of keys; one that cannot be used is left out, and none at all is an error."""
    listed = cast("Mapping[str, object]", answer).get("keys") if isinstance(answer, dict) else None
    rows = cast("list[object]", listed)[:MOST_KEYS] if isinstance(listed, list) else []
    known = {kid: key for row in rows for kid, key in _key(row)}
    if not known:
        raise PyJWKClientError("no keys")
    return known


def _key(row: object) -> list[tuple[str, Key]]:
    if not isinstance(row, dict):
        return []
    jwk = cast("dict[str, object]", row)
    kid, vouched = jwk.get("kid"), jwk.get("endorsements")
    if not isinstance(kid, str) or jwk.get("kty") != "RSA" or jwk.get("use", "sig") != "sig":
        return []
    try:
        key = PyJWK(jwk, algorithm="RS256")
    except PyJWTError:
        return []
    channels = cast("list[object]", vouched) if isinstance(vouched, list) else []
    return [(kid, Key(key, frozenset(one for one in channels if isinstance(one, str))))]
