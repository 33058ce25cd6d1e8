"""Asks the company's Entra tenant for tokens: for Teams, for Graph, for Dataverse."""
# msal publishes no types:
# pyright: reportMissingTypeStubs=false

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Lock
from typing import Any, Protocol, cast
from urllib.parse import urlsplit

import httpx
import msal
from jwt import PyJWTError
from msal.exceptions import MsalServiceError

from handlers.errors import Unusable

Told = Mapping[str, object]
"""The body of an answer."""

LOOPBACK = frozenset({"127.0.0.1", "localhost"})
LOGIN = "https://login.microsoftonline.com"
EXCHANGE = "api://AzureADTokenExchange"
"""What a managed identity's token must be for, to be taken as the app's own proof."""

TIME_OUT = httpx.Timeout(8, connect=3)
ONE_BY_ONE = httpx.Limits(max_keepalive_connections=0)
"""A token an hour needs no connection that stays open."""

_CODE = re.compile(r"\bAADSTS[0-9]{4,8}\b")
_ERROR = re.compile(r"[a-z][a-z0-9_]{0,60}")
_PASSING = frozenset({"server_error", "temporarily_unavailable"})


@dataclass(frozen=True, slots=True)
class Secret:
    """A client secret of the app registration."""

    value: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate of the app registration, with its private key."""

    pem: str = field(repr=False)
    """The key; and the certificate, where no thumbprint is given."""
    thumbprint: str = ""
    """SHA-1, in hexadecimal digits; empty to have it computed from the certificate."""

    @staticmethod
    def read(path: Path, thumbprint: str = "") -> Certificate:
        """Read a PEM file; raises `Unusable`."""
        try:
            pem = path.read_text("ascii")
        except (OSError, UnicodeDecodeError) as error:
            raise Unusable(
                f"The certificate {path} cannot be read: {type(error).__name__}."
            ) from None
        return Certificate(pem, thumbprint.replace(":", ""))


@dataclass(frozen=True, slots=True)
class Identity:
    """A managed identity that is the bot itself (``UserAssignedMSI``)."""

    client: str


@dataclass(frozen=True, slots=True)
class Federated:
    """A managed identity in which the app registration trusts (federated credential)."""

    client: str


Proof = Secret | Certificate | Identity | Federated
"""By what Entra knows the app."""


class NoToken(Exception):
    """We got none; the text is the code that was given for it, and names no secret."""

    def __init__(self, code: str, *, may_come: bool = False) -> None:
        """Keep the code, and whether asking later may help."""
        super().__init__(code)
        self.may_come = may_come


class _App(Protocol):
    """What msal has for an app, or for a managed identity."""

    def acquire(self, scope: str) -> Told: ...


class Entra:
    """An app in a tenant. It asks through msal, which keeps tokens until shortly before they end."""

    def __init__(self, *, app: str, tenant: str, proof: Proof, login: str = LOGIN) -> None:
        """Ask for this app in this tenant; nothing is asked before the first token is wanted."""
        self._app_id = app
        self._tenant = tenant
        self._proof = proof
        self._login = login.rstrip("/")
        self._lock = Lock()
        self._app: _App | None = None
        self._line: _Line | None = None
        self._given: Mapping[str, str] = {}
        """By scope, the last tokens that the app of now has given."""
        self._anew = Event()

    def __repr__(self) -> str:
        return f"Entra({self._app_id})"

    def token(self, scope: str) -> str:
        """Give a token, from any thread; raises `NoToken`.

        One thread asks at a time, and the others get what msal has kept of its answer.
        """
        with self._lock:
            if self._anew.is_set():
                self._anew.clear()
                self._shut()
            try:
                told = self._opened().acquire(scope)
            except (httpx.HTTPError, OSError, MsalServiceError) as error:
                raise NoToken(type(error).__name__, may_come=True) from None
            except (
                ValueError,
                PyJWTError,
            ):  # of a tenant that is none, or a key that cannot be read
                raise NoToken("unusable_proof") from None  # the cause may quote the key
            token = self._token(told)
            self._given = {**self._given, scope: token}
            return token

    def forget(self, token: str = "") -> None:
        """Ask anew next time, from the beginning; never waits.

        Nothing is to be done where another thread has forgotten this token, which was refused, before.
        """
        if not token or token in self._given.values():
            self._anew.set()

    def close(self) -> None:
        """Let go of connections."""
        with self._lock:
            self._shut()

    def _shut(self) -> None:
        if self._line is not None:
            self._line.close()
        self._app, self._line, self._given = None, None, {}

    def _token(self, told: Told) -> str:
        token = told.get("access_token")
        if isinstance(token, str) and token:
            return token
        self._shut()  # msal would repeat the refusal for a minute
        if told.get("error") in _PASSING:
            raise NoToken("no token", may_come=True)
        raise NoToken(refusal(told))

    def _opened(self) -> _App:
        if self._app is None:
            self._app = self._open()
        return self._app

    def _open(self) -> _App:
        self._line = line = _Line(self._login)
        match self._proof:
            case Identity(id):
                return _Managed(id, line)
            case Secret(value):
                return self._confidential(value, line)
            case Certificate(pem, thumbprint):
                named = {"thumbprint": thumbprint} if thumbprint else {"public_certificate": pem}
                return self._confidential({"private_key": pem, **named}, line)
            case Federated(id):
                managed = _Managed(id, line)
                return self._confidential({"client_assertion": managed.assertion}, line)

    def _confidential(self, proof: object, line: _Line) -> _App:
        host = urlsplit(self._login)
        return _Confidential(
            msal.ConfidentialClientApplication(
                self._app_id,
                authority=f"https://{host.netloc}/{self._tenant}",
                client_credential=proof,
                http_client=line,
                instance_discovery=False,
            )
        )


def refusal(told: Told) -> str:
    """Name why Entra refuses us: its number, ``AADSTS7000215``, else the code of OAuth."""
    found = _CODE.search(str(told.get("error_description", "")))
    error = told.get("error")
    plain = error if isinstance(error, str) and _ERROR.fullmatch(error) else "refused"
    return found.group() if found else plain


class _Confidential:
    """An app registration."""

    def __init__(self, app: Any) -> None:
        self._app = app

    def acquire(self, scope: str) -> Told:
        return cast("Told", self._app.acquire_token_for_client([scope]))


class _Managed:
    """A managed identity of the machine that we run on."""

    def __init__(self, client_id: str, line: _Line) -> None:
        identity = msal.UserAssignedManagedIdentity(client_id=client_id)
        self._app: Any = msal.ManagedIdentityClient(identity, http_client=line)

    def acquire(self, scope: str) -> Told:
        resource = scope.removesuffix("/.default")
        return cast("Told", self._app.acquire_token_for_client(resource=resource))

    def assertion(self) -> str:
        """Prove that we are the app, by the identity in which it trusts."""
        told = self.acquire(EXCHANGE)
        token = told.get("access_token")
        if not isinstance(token, str):
            raise NoToken(refusal(told))
        return token


class _Line:
    """What msal calls through: it gives up in time and follows nobody elsewhere.

    msal speaks only https; a login on this very machine is spoken to as its address says.
    """

    def __init__(self, login: str) -> None:
        url = urlsplit(login)

        def plainly(request: httpx.Request) -> None:
            if request.url.netloc == url.netloc.encode():
                request.url = request.url.copy_with(scheme="http")

        is_here = url.scheme == "http" and url.hostname in LOOPBACK
        hooks = {"request": [plainly]} if is_here else {}
        self._client = httpx.Client(timeout=TIME_OUT, limits=ONE_BY_ONE, event_hooks=hooks)

    def get(self, url: str, **given: Any) -> httpx.Response:
        return self._client.get(url, **given)

    def post(self, url: str, data: Mapping[str, Any] | None = None, **given: Any) -> httpx.Response:
        """Send a form; msal writes assertions as bytes, of which httpx would send the `repr`."""
        plain = {
            name: one.decode() if isinstance(one, bytes) else one
            for name, one in (data or {}).items()
        }
        return self._client.post(url, data=plain, **given)

    def close(self) -> None:
        self._client.close()
