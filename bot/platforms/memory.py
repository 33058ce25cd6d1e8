"""Remembers for a short while who a user is, so that a press asks neither the platform nor the database."""

from __future__ import annotations

from collections import OrderedDict
from datetime import datetime
from threading import Lock

from handlers.people import Person, PersonId
from handlers.roster.model import Outsider

Who = Person | Outsider

MOST = 2000
"""Users remembered; the one that was not seen for longest makes room."""


class Memory:
    """Who each user was when we last looked, until a moment; any thread may use it."""

    def __init__(self, most: int = MOST) -> None:
        """Remember nobody."""
        self._most = most
        self._known: OrderedDict[str, tuple[Who, datetime]] = OrderedDict()
        self._lock = Lock()

    def get(self, user: str, at: datetime) -> Who | None:
        """Give who this was, if it still holds."""
        with self._lock:
            found = self._known.get(user)
            if found is None or found[1] <= at:
                return None
            self._known.move_to_end(user)
            return found[0]

    def keep(self, user: str, who: Who, until: datetime) -> None:
        """Remember who this is."""
        with self._lock:
            self._known[user] = (who, until)
            self._known.move_to_end(user)
            if len(self._known) > self._most:
                self._known.popitem(last=False)

    def drop(self, user: str) -> None:
        """Forget who this was."""
        with self._lock:
            self._known.pop(user, None)

    def drop_person(self, person: PersonId) -> None:
        """Forget somebody under whatever user they were known."""
        with self._lock:
            theirs = [
                user
                for user, (who, _) in self._known.items()
                if isinstance(who, Person) and who.id == person
            ]
            for user in theirs:
                del self._known[user]
