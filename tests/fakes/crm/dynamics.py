"""The fake Dynamics, whole: an environment, and the Entra tenant that lets into it.

with FakeDynamics() as dynamics:
    id = dynamics.org.create({"lastname": "Nowak"})
    dynamics.faults.plan("GET leads", too_many(10))
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from email.utils import format_datetime
from itertools import count
from typing import Self
from urllib.parse import parse_qs

from tests.fakes.crm.dynamics_api import ROOT, Api, Told
from tests.fakes.crm.dynamics_org import Org
from tests.fakes.crm.serving import Request, Response, Serving
from tests.fakes.faults import Fault, Faults

TENANT = "11111111-1111-1111-1111-111111111111"
APP = "22222222-2222-2222-2222-222222222222"
SECRET = "a-secret-that-nobody-sees"
FAR = "4102444800"
"""When the tokens of a managed identity end: in the year 2100."""


class FakeDynamics:
    """One environment over real HTTP on loopback; calls go by method and table: ``PATCH leads``."""

    def __init__(self) -> None:
        self.org = Org()
        self.secret = SECRET
        self.tokens: set[str] = set()
        self.issued: list[str] = []
        self.scopes: list[str] = []
        self.day_is_spent = False
        self.lacks_role = False
        self._before: dict[str, Callable[[], object]] = {}
        self._numbers = count(1)
        self._api = Api(self.org)
        self._serving = Serving(self._answer, operation=operation, refusal=_refused)
        self._login = Serving(self._signed_in, operation=lambda request: request.path)

    @property
    def faults(self) -> Faults:
        return self._serving.faults

    @property
    def calls(self) -> list[str]:
        return self._serving.calls

    @property
    def address(self) -> str:
        return self._serving.address

    @property
    def login(self) -> str:
        return self._login.address

    def __enter__(self) -> Self:
        self._api.address = self._serving.start()
        self._login.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._serving.stop()
        self._login.stop()

    def before(self, operation: str, do: Callable[[], object]) -> None:
        """Let somebody do something right before the next call of this name is carried out."""
        self._before[operation] = do

    def expire(self) -> None:
        """End all tokens; others may be had."""
        self.tokens.clear()

    def revoke(self) -> None:
        """Let the app in no more."""
        self.tokens.clear()
        self.secret = "another"

    def _answer(self, request: Request) -> Response:
        self._before.pop(operation(request), lambda: None)()
        told = self._told(request)
        date = format_datetime(self.org.at, usegmt=True)
        return replace(told, headers={**told.headers, "Date": date})

    def _told(self, request: Request) -> Response:
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if token not in self.tokens:
            return Response(401)
        if self.day_is_spent:
            words = "The API entitlement of this user is used up."
            return Response(429, _error("0x80072399", words))
        if self.lacks_role:
            words = "Principal user is missing prvReadLead privilege"
            return Response(403, _error("0x80040220", words))
        return self._api.answer(request)

    def _signed_in(self, request: Request) -> Response:
        home = f"https://{self.login.removeprefix('http://')}/{TENANT}"
        if request.path.endswith("openid-configuration"):
            named = {
                "token": "token",
                "authorization": "authorize",
                "device_authorization": "devicecode",
            }
            body = {f"{name}_endpoint": f"{home}/oauth2/v2.0/{end}" for name, end in named.items()}
            return Response(
                body={**body, "issuer": f"https://login.microsoftonline.com/{TENANT}/v2.0"}
            )
        if "X-Identity-Header" in request.headers:
            return Response(
                body={"access_token": self._issued(request.query["resource"]), "expires_on": FAR}
            )
        form = {name: one[0] for name, one in parse_qs(request.body.decode()).items()}
        if (form.get("client_id"), form.get("client_secret")) != (APP, self.secret):
            words = "AADSTS7000215: Invalid client secret provided."
            return Response(401, {"error": "invalid_client", "error_description": words})
        token = self._issued(form["scope"])
        return Response(body={"token_type": "Bearer", "expires_in": 3599, "access_token": token})

    def _issued(self, scope: str) -> str:
        token = f"entra-token-{next(self._numbers)}"
        self.tokens.add(token)
        self.issued.append(token)
        self.scopes.append(scope)
        return token


def operation(request: Request) -> str:
    """Name what a call does: the method and the table, without ids."""
    path = request.path.removeprefix(ROOT)
    name = re.match(r"[\w$]*", path)
    return f"{request.method} {name[0] if name else path}"


def _refused(fault: Fault) -> Response:
    words = "Number of requests exceeded the limit of 6000 over time window of 300 seconds."
    return Response(429, _error("0x80072322", words), {"Retry-After": str(int(fault.seconds))})


def _error(code: str, words: str) -> Told:
    return {"error": {"code": code, "message": words}}
