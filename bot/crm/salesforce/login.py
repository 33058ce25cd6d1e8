"""How Salesforce lets us in: as an app of the company's own, by its secret or by a signed statement."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from threading import Lock

import jwt
import requests
from requests.adapters import HTTPAdapter
from simple_salesforce.exceptions import SalesforceAuthenticationFailed
from simple_salesforce.login import SalesforceLogin

from handlers.connector import CrmError, Trouble

TIME_OUT = (5.0, 30.0)
"""Seconds to connect, and to be answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Our app in one company's Salesforce."""

    domain: str
    """My Domain without ``.salesforce.com``, such as ``acme.my`` or ``acme--test.sandbox.my``."""
    key: str = field(repr=False)
    """The app's consumer key."""
    secret: str = field(default="", repr=False)
    """The app's consumer secret, for client credentials."""
    user: str = field(default="", repr=False)
    """The integration user's name, for a signed statement (JWT)."""
    private_key: str = field(default="", repr=False)
    """In PEM; its certificate is uploaded to the app."""

    def __post_init__(self) -> None:
        """Raise `ValueError` where neither way in is whole."""
        if bool(self.secret) == bool(self.user and self.private_key):
            raise ValueError("give the consumer secret, or the user and the private key")

    @property
    def url(self) -> str:
        """Where this company's Salesforce is."""
        return f"https://{self.domain}.salesforce.com"


class PatientAdapter(HTTPAdapter):
    """Gives up in time; `requests` by itself never does."""

    def send(
        self, request: requests.PreparedRequest, *args: object, **given: object
    ) -> requests.Response:
        """Send with our time-outs, whatever was asked for."""
        return super().send(request, *args, **{**given, "timeout": TIME_OUT})  # type: ignore[arg-type]


def new_session() -> requests.Session:
    """Open a session for logging in."""
    session = requests.Session()
    session.mount("https://", PatientAdapter())
    return session


def log_in(account: Account, session: requests.Session) -> str:
    """Get a token; raises `CrmError`. What Salesforce says of a refusal may hold keys, and stays here."""
    try:
        with warnings.catch_warnings(action="ignore"):  # the library tells the key in a warning
            token, _ = SalesforceLogin(
                domain=account.domain,
                consumer_key=account.key,
                consumer_secret=account.secret or None,
                username=account.user or None,
                privatekey=account.private_key or None,
                session=session,
            )
    except SalesforceAuthenticationFailed as error:
        raise _refused(error) from None
    except requests.RequestException as error:
        raise CrmError(Trouble.UNREACHABLE, said=type(error).__name__) from None
    except (AttributeError, TypeError):  # the library reads an answer that has another shape
        raise CrmError(Trouble.ODD, said="no token") from None
    except (jwt.InvalidKeyError, ValueError):  # the private key is none
        raise CrmError(Trouble.CREDENTIALS, said="private key") from None
    if not token:
        raise CrmError(Trouble.ODD, said="no token")
    return token


class Tokens:
    """The token of one connection: got when it is first needed, and again when it has ended."""

    def __init__(self, log_in: Callable[[], str], close: Callable[[], None] = lambda: None) -> None:
        """Get tokens in this way, and let go of it in that."""
        self._log_in = log_in
        self._close = close
        self._lock = Lock()
        self._token = ""

    def headers(self) -> Mapping[str, str]:
        """Show the token; raises `CrmError` where none is to be had."""
        with self._lock:
            self._token = self._token or self._log_in()
            return _shown(self._token)

    def renew(self, refused: Mapping[str, str]) -> bool:
        """Get another one, unless another thread has; raises `CrmError` where none is to be had."""
        with self._lock:
            if _shown(self._token) == refused:
                self._token = ""
                self._token = self._log_in()
            return True

    def close(self) -> None:
        """Let go of connections."""
        self._close()


def _shown(token: str) -> Mapping[str, str]:
    return {"Authorization": f"Bearer {token}"}


def _refused(error: SalesforceAuthenticationFailed) -> CrmError:
    """Tell a server in trouble, which the library names by its status, from a refusal."""
    code: object = error.code
    if isinstance(code, int) and code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return CrmError(Trouble.UNREACHABLE, said=f"HTTP {code}")
    return CrmError(Trouble.CREDENTIALS, said="login refused")
