"""Only what Slack signed lately is read; everything else is turned away without an error of ours."""

from __future__ import annotations

import hashlib
import hmac
import json
import logging
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from structlog.testing import capture_logs

from bot.platforms.refusals import Refusals
from bot.platforms.slack.security import FORM, JSON, LARGEST_BODY, Gate, is_ssl_check
from tests.bot.platforms.slack.house import OLD_SECRET, House
from tests.builders import Clock
from tests.fakes.slack.door import Reply, signed
from tests.fakes.slack.fake import FakeSlack

NOW = datetime(2026, 11, 16, 9, tzinfo=UTC)
SECRET = "the-secret"
STRANGE = st.text(max_size=80) | st.from_regex(r"v0=[0-9a-f]{60,68}", fullmatch=True)


def proof(body: bytes, *, secret: str = SECRET, ago: int = 0, kind: str = JSON) -> dict[str, str]:
    at = str(int((NOW - timedelta(seconds=ago)).timestamp()))
    return {
        "content-type": kind,
        "x-slack-request-timestamp": at,
        "x-slack-signature": signed(secret, body, at),
    }


def lets_through(headers: dict[str, str], body: bytes, *secrets: str) -> bool:
    gate = Gate(secrets or (SECRET,), lambda: NOW)
    return gate.refusal(headers) is None and gate.proves(headers, body)


# The rules


@pytest.mark.parametrize("ago", [0, 299, 300, -299, -300])
def test_what_slack_signed_within_five_minutes_passes(ago: int) -> None:
    assert lets_through(proof(b"{}", ago=ago), b"{}")


@pytest.mark.parametrize("ago", [301, -301, 86_400])
def test_what_was_signed_long_ago_or_in_the_future_is_refused(ago: int) -> None:
    assert not lets_through(proof(b"{}", ago=ago), b"{}")


def test_both_secrets_are_good_while_one_replaces_the_other() -> None:
    assert lets_through(proof(b"{}", secret="old"), b"{}", "new", "old")
    assert lets_through(proof(b"{}", secret="new"), b"{}", "new", "old")
    assert not lets_through(proof(b"{}", secret="older"), b"{}", "new", "old")


def test_without_a_secret_nothing_passes() -> None:
    gate = Gate((), lambda: NOW)
    assert not gate.proves(proof(b"{}"), b"{}")


@pytest.mark.parametrize(
    "odd",
    [
        {"x-slack-request-timestamp": "abc"},
        {"x-slack-request-timestamp": ""},
        {"x-slack-request-timestamp": "-5"},
        {"x-slack-request-timestamp": "1e9"},
        {"x-slack-request-timestamp": "9" * 5000},
        {"x-slack-request-timestamp": "١٢٣٤"},
        {"x-slack-signature": "v0=żółw"},
        {"x-slack-signature": "v1=" + "0" * 64},
        {"x-slack-signature": ""},
    ],
)
def test_malformed_headers_are_refused_before_anything_is_read(odd: dict[str, str]) -> None:
    assert Gate((SECRET,), lambda: NOW).refusal(proof(b"{}") | odd) == 401


@pytest.mark.parametrize("kind", ["", "text/plain", "multipart/form-data", "application/jsonp"])
def test_another_content_type_is_refused(kind: str) -> None:
    assert Gate((SECRET,), lambda: NOW).refusal(proof(b"{}", kind=kind)) == 415


@pytest.mark.parametrize("kind", [JSON, FORM, f"{JSON}; charset=utf-8", FORM.upper()])
def test_slacks_content_types_pass(kind: str) -> None:
    assert Gate((SECRET,), lambda: NOW).refusal(proof(b"{}", kind=kind)) is None


@given(timestamp=STRANGE, signature=STRANGE, body=st.binary(max_size=200))
def test_no_headers_and_no_body_make_the_gate_stumble(
    timestamp: str, signature: str, body: bytes
) -> None:
    headers = {
        "content-type": JSON,
        "x-slack-request-timestamp": timestamp,
        "x-slack-signature": signature,
    }
    assert not lets_through(headers, body)


@given(body=st.binary(min_size=1, max_size=200), place=st.integers(min_value=0))
def test_a_changed_body_is_refused(body: bytes, place: int) -> None:
    at = place % len(body)
    changed = body[:at] + bytes([body[at] ^ 1]) + body[at + 1 :]
    assert not lets_through(proof(body), changed)


def test_the_look_at_the_certificate_asks_for_nothing_else() -> None:
    assert is_ssl_check(b"ssl_check=1&token=x")
    assert not is_ssl_check(b"payload=ssl_check=1")
    assert not is_ssl_check(b"ssl_check=1&" + b"x" * 1000)


# Over real HTTP


REFUSED: dict[str, tuple[Callable[[FakeSlack], Reply], int]] = {
    "wrong signature": (FakeSlack.wrong_signature, 401),
    "no signature": (FakeSlack.no_signature, 401),
    "non-ASCII signature": (FakeSlack.non_ascii_signature, 401),
    "timestamp in words": (FakeSlack.wordy_timestamp, 401),
    "old timestamp": (FakeSlack.old_timestamp, 401),
    "timestamp from the future": (lambda slack: slack.old_timestamp(-400), 401),
    "changed body": (FakeSlack.changed_body, 401),
    "wrong content type": (FakeSlack.wrong_content_type, 415),
    "huge body": (lambda slack: slack.huge_body(LARGEST_BODY + 1), 413),
    "garbage": (FakeSlack.garbage, 400),
    "no JSON": (lambda slack: slack.garbage(b"{", JSON), 400),
    "no text": (lambda slack: slack.garbage(b"\xff\xfe", JSON), 401),
    "no object": (lambda slack: slack.garbage(b"[1, 2]", JSON), 400),
    "too deep": (lambda slack: slack.garbage(b"[" * 100_000, JSON), 400),
    "too many fields": (lambda slack: slack.garbage(b"&".join([b"a=1"] * 500), FORM), 400),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_not_slacks_is_turned_away_and_does_nothing(house: House, case: str) -> None:
    send, status = REFUSED[case]
    assert send(house.slack).status == status
    assert house.asked == []


def test_slacks_own_checks_are_answered(house: House) -> None:
    verified = house.slack.url_verification("a challenge")
    assert (verified.status, verified.json) == (200, {"challenge": "a challenge"})
    assert house.slack.ssl_check().status == 200


def test_an_unsigned_challenge_gets_none_back(house: House) -> None:
    body = json.dumps({"type": "url_verification", "challenge": "give it back"}).encode()
    answer = house.slack._door.post_raw(body, {"Content-Type": JSON})
    assert answer.status == 401
    assert "give it back" not in answer.body


def test_the_secret_of_last_month_is_good_while_it_is_being_replaced(house: House) -> None:
    house.slack.signing_secret = OLD_SECRET
    assert house.slack.url_verification().status == 200


def test_only_posts_are_answered(house: House) -> None:
    assert house.slack._door._client.get(house.slack.door).status_code == 405


def test_nothing_of_a_refused_body_is_logged(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    body = urlencode({"payload": json.dumps({"text": "canary-anna@acme.example"})}).encode()
    with caplog.at_level(logging.DEBUG), capture_logs() as logged:
        house.slack._door.post(body, {"Content-Type": FORM}, signature="v0=" + "0" * 64)
        house.slack._door.post(body + b"%", {"Content-Type": FORM})
        house.slack._door.post(b"{canary", {"Content-Type": JSON})
    ours = [record for record in caplog.records if "httpx" not in record.name]
    assert "canary" not in str([record.getMessage() for record in ours])
    assert "canary" not in str(logged)


def test_the_operator_is_told_once_a_minute_however_many_are_refused() -> None:
    clock = Clock(NOW)
    refusals = Refusals("slack", clock)
    with capture_logs() as logged:
        for _ in range(1000):
            refusals.add(401)
        clock.move(minutes=1)
        refusals.add(415)
    assert [(line["count"], line["status"]) for line in logged] == [(1, 401), (1000, 415)]


def test_our_signature_is_slacks() -> None:
    """The example in Slack's documentation of its signatures, by an independent hand."""
    secret, at = "8f742231b10e8888abcd99yyyzzz85a5", "1531420618"
    body = (
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
        "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
        "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands"
        "%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121"
        ".803a0bc887a14d10d2c447fce8b6703c"
    )
    base = f"v0:{at}:{body}".encode()
    signature = "v0=" + hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()
    assert signature == "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"
    headers = {
        "content-type": FORM,
        "x-slack-request-timestamp": at,
        "x-slack-signature": signature,
    }
    gate = Gate((secret,), lambda: datetime.fromtimestamp(int(at), UTC))
    assert gate.refusal(headers) is None
    assert gate.proves(headers, body.encode())
