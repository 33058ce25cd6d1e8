"""Seals what a button carries: nobody reads it, changes it, or brings it to another place or person.

A seal holds in one tenant and one conversation, and where one person alone reads for that person.
Its content names the action and all that it is about. `Deed` sees to it that it counts once.
"""

from __future__ import annotations

import json
import os
from base64 import b64decode, urlsafe_b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import cast
from zlib import MAX_WBITS, compressobj, decompressobj

import structlog
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.platforms.payload import Json, text
from handlers.work import DEEDS_REMEMBERED, Now

LIVES = DEEDS_REMEMBERED - timedelta(days=1)
"""How long a button can be pressed: never longer than we remember that it was."""

SEALED = "sealed"
"""Under this name a seal stands in a button's data."""

NONCE = 12
"""Bytes that no two seals share, as NIST SP 800-38D wants them (8.2.2); they name the deed, too."""

_EXPIRY = 4
"""Bytes of the second from which a seal holds no more."""

_USUAL = (
    b'{"form":"","keep":{},"place":"at:teams:19:@thread.tacv2/person:home:","message":"a:1|17'
    b'"does":"agenda.definition.flags.settings.triage.writing.nudges.fixquestions.answer",'
    b'"values":{"page":"","nudge":"","value":"","ask":"","said":""},"n":1}'
)
"""What most buttons say alike, so that it need not stand in each: a card has room for 36,000 letters."""

Seal = Callable[[Mapping[str, object]], dict[str, object]]
"""Makes of what a button carries the data that stand in it."""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Opened:
    """What a seal held; nothing where it is none of ours, or not for here."""

    content: Json = field(default_factory=dict[str, object])
    nonce: str = ""
    """Names this one button as it was drawn this one time."""


def new_key() -> bytes:
    """Make a key, AES-256's."""
    return AESGCM.generate_key(bit_length=256)


class Seals:
    """Seals for one tenant. Nothing of the key is in its repr."""

    def __init__(self, key: bytes, *, tenant: str, now: Now) -> None:
        """Seal with this key; who has another cannot read it."""
        self._cipher = AESGCM(key)
        self._tenant = tenant.lower()
        self._now = now

    def at(self, room: str, person: str = "") -> Seal:
        """Give the seal of a room, and of the person by whom alone a card there is read.

        `room` is a conversation, or a thread in it, whose channel counts. It is empty for a person's
        chat with us: that has two names, and the person, an Entra object id, says which it is.
        """
        bound = self._bound(room, person)
        return lambda content: {SEALED: self._sealed(content, bound)}

    def opened(self, data: Json, *, room: str, person: str) -> Opened:
        """Open what came from this person in this room; whatever does not fit holds nothing."""
        found = text(data, SEALED)
        if not found:
            return _refused("missing")
        try:
            sealed = b64decode(found, altchars=b"-_", validate=True)
        except ValueError:
            return _refused("unreadable")
        plain = self._plain(sealed, room, person)
        if plain is None:
            return _refused("not for here")
        if self._now() >= datetime.fromtimestamp(int.from_bytes(plain[:_EXPIRY]), UTC):
            return _refused("too old")
        content = cast("Json", json.loads(_unfolded(plain[_EXPIRY:])))
        return Opened(content, sealed[:NONCE].hex())

    def _sealed(self, content: Mapping[str, object], bound: bytes) -> str:
        until = int((self._now() + LIVES).timestamp()).to_bytes(_EXPIRY)
        spelled = json.dumps(dict(content), ensure_ascii=False, separators=(",", ":"))
        nonce = os.urandom(NONCE)
        plain = until + _folded(spelled.encode("utf-8", "surrogatepass"))
        return urlsafe_b64encode(nonce + self._cipher.encrypt(nonce, plain, bound)).decode()

    def _plain(self, sealed: bytes, room: str, person: str) -> bytes | None:
        """Open a seal for this person, else one for everybody in the room."""
        nonce, closed = sealed[:NONCE], sealed[NONCE:]
        for whose in (person, "") if room else (person,):
            try:
                return self._cipher.decrypt(nonce, closed, self._bound(room, whose))
            except (InvalidTag, ValueError):
                continue
        return None

    def _bound(self, room: str, person: str) -> bytes:
        where = room.partition(";")[0]
        return json.dumps([self._tenant, where, person.lower()]).encode() + _USUAL


def _folded(spelled: bytes) -> bytes:
    """Fold what is said; nobody chooses a part of it and sees by its length what else stands there."""
    folding = compressobj(wbits=-MAX_WBITS, zdict=_USUAL)
    return folding.compress(spelled) + folding.flush()


def _unfolded(folded: bytes) -> bytes:
    """Unfold what we folded ourselves: its seal held."""
    return decompressobj(wbits=-MAX_WBITS, zdict=_USUAL).decompress(folded)


def _refused(why: str) -> Opened:
    """Say in the log that a seal did not hold, and nothing of what was in it."""
    log.info("teams-seal-refused", why=why)
    return Opened()
