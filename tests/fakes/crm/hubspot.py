"""The fake HubSpot, whole.

with FakeHubSpot() as hubspot:
    id = hubspot.portal.create("contacts", {"email": "anna@example.com"})
    hubspot.faults.plan("contacts/search", too_many(10))
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from email.utils import format_datetime
from typing import Self

from tests.fakes.crm.hubspot_api import Api
from tests.fakes.crm.hubspot_portal import TYPES, Portal, Told
from tests.fakes.crm.serving import Request, Response, Serving
from tests.fakes.faults import Fault, Faults

VERSION = "2026-09"
TOKEN = "pat-eu1-0d5c1c3e-fake-token"


class FakeHubSpot:
    """One HubSpot account over real HTTP on loopback.

    Calls go by the name of what they do: ``contacts/search``, ``contacts/batch/update``, ``owners``.
    """

    def __init__(self, version: str = VERSION) -> None:
        self.portal = Portal()
        self.token = TOKEN
        self.day_is_spent = False
        self.lacks_scopes = False
        self.searched: list[Told] = []
        self._before: dict[str, Callable[[], object]] = {}
        self._api = Api(self.portal, version)
        self._serving = Serving(self._answer, operation=operation, refusal=_refused)

    @property
    def faults(self) -> Faults:
        return self._serving.faults

    @property
    def calls(self) -> list[str]:
        return self._serving.calls

    @property
    def address(self) -> str:
        return self._serving.address

    def __enter__(self) -> Self:
        self._serving.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._serving.stop()

    def add_owner(self, name: str, email: str, *, active: bool = True, person: bool = True) -> str:
        """Make a user or a queue, and give the owner's id, which is not the user's."""
        id = str(501 + len(self.portal.owners))
        first, _, last = name.partition(" ")
        self.portal.owners[id] = {
            "id": id,
            "email": email,
            "firstName": first,
            "lastName": last,
            "userId": int(id) - 494 if active else None,
            "userIdIncludingInactive": int(id) - 494,
            "type": "PERSON" if person else "QUEUE",
            "archived": not active,
        }
        return id

    def _answer(self, request: Request) -> Response:
        told = self._told(request)
        date = format_datetime(self.portal.at, usegmt=True)
        return replace(told, headers={**told.headers, "Date": date})

    def before(self, operation: str, do: Callable[[], object]) -> None:
        """Let somebody do something right before the next call of this name is carried out."""
        self._before[operation] = do

    def _told(self, request: Request) -> Response:
        self._before.pop(operation(request), lambda: None)()
        if request.path.endswith("/search"):
            self.searched.append(request.json)
        if request.headers.get("Authorization") != f"Bearer {self.token}":
            return Response(
                401, _error("Authentication credentials not found.", "INVALID_AUTHENTICATION")
            )
        if self.day_is_spent:
            return Response(429, _limit("DAILY"))
        if self.lacks_scopes:
            words = "This app hasn't been granted all required scopes to make this call."
            return Response(403, _error(words, "MISSING_SCOPES"))
        return self._api.answer(request)


def operation(request: Request) -> str:
    """Name what a call does: its path without API, version and ids."""
    parts = [part for part in request.path.split("/") if part]
    if len(parts) < 3:
        return request.path
    rest = [TYPES.get(part, part) for part in parts[3:] if not part.isdigit()]
    return "/".join(rest if parts[1] == "objects" else [parts[1], *rest])


def _refused(fault: Fault) -> Response:
    wait = {"Retry-After": str(int(fault.seconds))} if fault.seconds else {}
    return Response(429, _limit("TEN_SECONDLY_ROLLING"), wait)


def _limit(policy: str) -> Told:
    words = f"You have reached your {policy.lower()} limit."
    return {**_error(words, "RATE_LIMITS"), "errorType": "RATE_LIMIT", "policyName": policy}


def _error(words: str, category: str) -> Told:
    return {"status": "error", "message": words, "correlationId": "c", "category": category}
