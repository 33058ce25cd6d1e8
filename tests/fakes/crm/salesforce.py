"""The fake Salesforce, whole.

with FakeSalesforce() as salesforce:
    id = salesforce.org.create_lead({"Email": "anna@example.com"})
    salesforce.faults.plan("patch", broken(503))
"""

from __future__ import annotations

import base64
from dataclasses import replace
from typing import Any, Self
from urllib.parse import parse_qs

import jwt
import requests
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from requests.adapters import HTTPAdapter

from tests.fakes.crm.salesforce_api import Api, refusal
from tests.fakes.crm.salesforce_org import Org
from tests.fakes.crm.serving import Request, Response, Serving
from tests.fakes.faults import Fault, Faults

VERSION = "68.0"
DOMAIN = "acme.my"
KEY, SECRET = "3MVG9-fake-consumer-key", "fake-consumer-secret"
USER = "leadloop@acme.example"
JWT_GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer"


class FakeSalesforce:
    """One company's Salesforce over real HTTP on loopback.

    Calls go by what they do: ``token``, ``query``, ``describe``, ``read``, ``patch``, ``create``.
    """

    def __init__(self, version: str = VERSION) -> None:
        self.org = Org()
        self.api = Api(self.org, version)
        self.day_is_spent = False
        self.too_many_at_once = False
        self.hides_leads = False
        self.lets_in = True
        self.refuses_with = ""
        self.public_key: rsa.RSAPublicKey | None = None
        """Of the certificate that the app was given."""
        self.token = ""
        self.before_patch: list[Any] = []
        """What somebody does right before our next change is carried out."""
        self._tokens = 0
        self._serving = Serving(self._answer, operation=operation, refusal=_busy)

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

    def trust(self) -> str:
        """Give the app a new certificate, and us the private key."""
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.public_key = key.public_key()
        return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()

    def session(self) -> requests.Session:
        """Open a session in which Salesforce's addresses lead here."""
        session = requests.Session()
        session.mount("https://", _Here(self.address))
        return session

    def _answer(self, request: Request) -> Response:
        if request.path == "/services/oauth2/token":
            return self._logged_in(request)
        if not self.token or request.headers.get("Authorization") != f"Bearer {self.token}":
            return refusal(401, "INVALID_SESSION_ID", "Session expired or invalid")
        if self.day_is_spent:
            return refusal(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.")
        if self.too_many_at_once:
            words = "ConcurrentRequests (Concurrent API Requests) Limit exceeded."
            return refusal(403, "REQUEST_LIMIT_EXCEEDED", words)
        if self.hides_leads and "Lead" in f"{request.path} {request.query}":
            return refusal(400, "INVALID_TYPE", "sObject type 'Lead' is not supported.")
        if request.method == "PATCH" and self.before_patch:
            self.before_patch.pop(0)()
        return self.api.answer(request)

    def _logged_in(self, request: Request) -> Response:
        form = {name: one[0] for name, one in parse_qs(request.body.decode()).items()}
        by_secret = form.get("grant_type") == "client_credentials" and _has_secret(request)
        let_in = self.lets_in and not self.refuses_with
        if not let_in or not (by_secret or self._is_signed(form)):
            words = self.refuses_with or f"no such app: {KEY}"
            told = {"error": "invalid_grant", "error_description": words}
            return Response(400, told)
        self._tokens += 1
        self.token = f"00D5g-fake-session-{self._tokens}"
        told = {"access_token": self.token, "instance_url": f"https://{DOMAIN}.salesforce.com"}
        return Response(200, told)

    def _is_signed(self, form: dict[str, str]) -> bool:
        if form.get("grant_type") != JWT_GRANT or self.public_key is None:
            return False
        try:
            claims = jwt.decode(
                form["assertion"],
                self.public_key,
                algorithms=["RS256"],
                audience=f"https://{DOMAIN}.salesforce.com",
                issuer=KEY,
            )
        except jwt.InvalidTokenError:
            return False
        return bool(claims["sub"] == USER)


class _Here(HTTPAdapter):
    """Brings what is meant for Salesforce to the fake."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self._address = address

    def send(self, request: requests.PreparedRequest, *args: Any, **given: Any) -> Any:
        assert request.url == f"https://{DOMAIN}.salesforce.com/services/oauth2/token"
        request.url = f"{self._address}/services/oauth2/token"
        return super().send(request, *args, **given)


def operation(request: Request) -> str:
    """Name what a call does."""
    path = request.path
    if path.endswith("/token"):
        return "token"
    if path.endswith("/describe"):
        return "describe"
    if "/query" in path:
        return "query"
    if path.endswith("/composite/sobjects"):
        return "create"
    return "patch" if request.method == "PATCH" else "read"


def _has_secret(request: Request) -> bool:
    expected = base64.b64encode(f"{KEY}:{SECRET}".encode()).decode()
    return request.headers.get("Authorization") == f"Basic {expected}"


def _busy(fault: Fault) -> Response:
    told = refusal(503, "SERVER_UNAVAILABLE", "The server is temporarily unavailable")
    return replace(told, headers={"Retry-After": str(int(fault.seconds))})
