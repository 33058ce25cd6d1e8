"""One connection to one CRM: calls in turn, gives up in time, and says in the port's words what failed."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from random import random
from typing import Protocol, cast

import httpx

from bot.crm.turns import PATIENCE, Limiter
from handlers.connector import CrmError, Trouble

TIME_OUT = httpx.Timeout(30, connect=5)
TRIES = 3
"""Of a call that does no harm when it is repeated."""

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 8.0
LONGEST_WAIT = timedelta(days=1)
SPENT_FOR = timedelta(hours=1)
"""Where nobody says when the day's allowance is back, look again each hour."""

Told = dict[str, object]


class Pass(Protocol):
    """What lets us in."""

    def headers(self) -> Mapping[str, str]:
        """Give the headers that prove who we are; may raise `CrmError`."""
        ...

    def renew(self, refused: Mapping[str, str]) -> bool:
        """Have another proof than these headers, which were refused; False where there is none to be had.

        Of several threads whose calls were refused together, one gets it for all.
        """
        ...

    def close(self) -> None:
        """Let go of connections."""
        ...


@dataclass(frozen=True, slots=True)
class FixedToken:
    """A bearer token that somebody made by hand: when it ends, somebody must make another."""

    value: str = field(repr=False)

    def headers(self) -> Mapping[str, str]:
        """Show the token."""
        return {"Authorization": f"Bearer {self.value}"}

    def renew(self, refused: Mapping[str, str]) -> bool:
        """Say that there is no other."""
        del refused
        return False

    def close(self) -> None:
        """Hold nothing."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Ask:
    """One call. Its parts hold ids and values, so nothing of it is ever shown."""

    method: str
    path: str
    """Begins with a slash; or a whole address that the CRM gave us, on its own host."""
    query: Mapping[str, str] = field(default_factory=dict[str, str])
    body: object = None
    """Goes as JSON."""
    content: bytes | None = None
    """Goes as it is, instead of a body."""
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    harmless: bool = False
    """Repeating it changes nothing; else a lost answer is never answered with another call."""
    budgets: tuple[str, ...] = ()
    takes: frozenset[int] = frozenset()
    """Refusals that whoever asks reads themselves."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the CRM said."""

    status: int
    headers: Mapping[str, str] = field(repr=False)
    content: bytes = field(repr=False)

    @property
    def is_success(self) -> bool:
        """Tell whether it was done; of several things perhaps not all of them (207)."""
        return HTTPStatus.OK <= self.status < HTTPStatus.MULTIPLE_CHOICES

    def told(self) -> Told:
        """Read a JSON object; raises `CrmError` where it is none."""
        try:
            read: object = json.loads(self.content)
        except (ValueError, RecursionError):
            raise CrmError(Trouble.ODD, said="no JSON") from None
        if not isinstance(read, dict):
            raise CrmError(Trouble.ODD, said="no JSON object")
        return cast("Told", read)


Judge = Callable[[Answer], CrmError | None]
"""Reads a CRM's own way to refuse; None leaves it to the status."""


class Line:
    """A CRM's HTTP, safe to call from several threads."""

    def __init__(
        self,
        client: httpx.Client,
        identity: Pass,
        *,
        limiter: Limiter,
        judge: Judge = lambda _: None,
        dice: Callable[[], float] = random,
    ) -> None:
        """Call through this client, from `new_client`."""
        self._client = client
        self._identity = identity
        self._limiter = limiter
        self._judge = judge
        self._dice = dice

    def call(self, ask: Ask) -> Answer:
        """Ask, and give the answer; raises `CrmError`."""
        for tried in range(1, TRIES + 1):
            try:
                return self._answered(ask)
            except CrmError as error:
                if not ask.harmless or tried == TRIES or not _may_pass_soon(error):
                    raise
                if error.wait is None:
                    self._limiter.pause(self._breath(tried))
        raise AssertionError  # the last try has returned or raised

    def close(self) -> None:
        """Let go of connections."""
        self._client.close()
        self._identity.close()

    def refusal(self, answer: Answer) -> CrmError:
        """Say what a refusal means, and call no more for as long as it asks us to wait."""
        error = self._judge(answer) or trouble_of(answer)
        self._limiter.close(error)
        return error

    def _answered(self, ask: Ask) -> Answer:
        proof = self._identity.headers()
        answer = self._sent(ask, proof)
        if answer.status == HTTPStatus.UNAUTHORIZED and self._identity.renew(proof):
            # a refused call was not carried out
            answer = self._sent(ask, self._identity.headers())
        if answer.is_success:
            return answer
        if answer.status in ask.takes and self._judge(answer) is None:
            return answer
        raise self.refusal(answer)

    def _sent(self, ask: Ask, proof: Mapping[str, str]) -> Answer:
        self._limiter.wait(ask.budgets)
        try:
            response = self._client.request(
                ask.method,
                self._own(ask.path),
                params=ask.query or None,
                content=_content(ask),
                headers={**_kind(ask), **ask.headers, **proof},
            )
        except (httpx.TransportError, httpx.DecodingError) as error:
            raise CrmError(Trouble.UNREACHABLE, said=type(error).__name__) from None
        return Answer(response.status_code, response.headers, response.content)

    def _own(self, path: str) -> str:
        """Keep our token from any address that is not the CRM's own, whoever gave it."""
        if path.startswith("/") and not path.startswith("//"):
            return path
        base = self._client.base_url
        try:
            url = httpx.URL(path)
        except httpx.InvalidURL:
            raise CrmError(Trouble.ODD, said="no address") from None
        if (url.scheme, url.host, url.port) != (base.scheme, base.host, base.port):
            raise CrmError(Trouble.ODD, said="address elsewhere")
        return path

    def _breath(self, tried: int) -> float:
        """Pause longer each time, by chance, so that not everybody comes back together."""
        return min(FIRST_PAUSE * float(2**tried), LONGEST_PAUSE) * self._dice()


def new_client(url: str, *, timeout: httpx.Timeout = TIME_OUT) -> httpx.Client:
    """Open connections that give up in time and go nowhere but where they were told to.

    httpx tells every address it calls; ours hold ids.
    """
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
    return httpx.Client(base_url=url, timeout=timeout, follow_redirects=False)


def trouble_of(answer: Answer) -> CrmError:
    """Say in the port's words what a refusal means, by its status alone."""
    said = f"HTTP {answer.status}"
    match answer.status:
        case HTTPStatus.UNAUTHORIZED:
            return CrmError(Trouble.CREDENTIALS, said=said)
        case HTTPStatus.FORBIDDEN:
            return CrmError(Trouble.FORBIDDEN, said=said)
        case HTTPStatus.TOO_MANY_REQUESTS:
            return CrmError(Trouble.BUSY, wait=retry_after(answer), said=said)
        case HTTPStatus.REQUEST_TIMEOUT | HTTPStatus.LOCKED:
            return CrmError(Trouble.BUSY, wait=retry_after(answer), said=said)
        case status if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            return CrmError(Trouble.UNREACHABLE, wait=retry_after(answer), said=said)
        case _:
            return CrmError(Trouble.ODD, said=said)


def retry_after(answer: Answer) -> timedelta | None:
    """Read how long to wait: in seconds, or a date that is held against the CRM's own clock."""
    given = answer.headers.get("retry-after", "").strip()
    try:
        wait = timedelta(seconds=float(given)) if given[:1].isdigit() else _till(given, answer)
    except (ValueError, OverflowError):
        return None
    return None if wait is None else min(max(wait, timedelta()), LONGEST_WAIT)


def date_of(answer: Answer) -> datetime | None:
    """Tell when the CRM answered, by its own clock; None where it does not say."""
    return _date(answer.headers.get("date", ""))


def answered_at(answer: Answer) -> datetime:
    """Tell when the CRM answered, where a look depends on it; raises `CrmError` where it does not say."""
    date = date_of(answer)
    if date is None:
        raise CrmError(Trouble.ODD, said="no date")
    return date


def _till(date: str, answer: Answer) -> timedelta | None:
    then, now = _date(date), date_of(answer)
    return then - now if then and now else None


def _date(given: str) -> datetime | None:
    try:
        read = parsedate_to_datetime(given)
    except ValueError:
        return None
    return read if read.tzinfo else None


def _may_pass_soon(error: CrmError) -> bool:
    if error.trouble not in {Trouble.BUSY, Trouble.UNREACHABLE}:
        return False
    return error.wait is None or error.wait <= PATIENCE


def _content(ask: Ask) -> bytes | None:
    if ask.content is not None or ask.body is None:
        return ask.content
    return json.dumps(ask.body, ensure_ascii=False, separators=(",", ":")).encode()


def _kind(ask: Ask) -> Mapping[str, str]:
    sends = {"Content-Type": "application/json"} if ask.body is not None else {}
    return {"Accept": "application/json", **sends}
