"""We speak to Slack's own hosts and to no other, whatever an address says."""

from __future__ import annotations

import asyncio
import logging
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.port import Throttled, Unavailable, Undeliverable
from bot.platforms.slack import outside
from bot.platforms.slack.outside import NoAccess, Outside, TooLarge

TOKEN = "xoxb-canary"

FOREIGN = [
    "http://hooks.slack.com/x",
    "https://hooks.slack.com.evil.example/x",
    "https://hooks.slack.com@evil.example/x",
    "https://hooks.slack.com:8443/x",
    "https://evil.example/hooks.slack.com",
    "https://files.slack.com.evil.example/x",
    "https://user@files.slack.com/x",
    "https://127.0.0.1/x",
    "https://169.254.169.254/latest/meta-data",
    "https://[::ffff:127.0.0.1]/x",
    "https://[",
    "ftp://files.slack.com/x",
    "file:///etc/passwd",
    "//hooks.slack.com/x",
    "hooks.slack.com",
    "",
]


class Answers(BaseHTTPRequestHandler):
    """Answers each path with what it is called."""

    seen: ClassVar[list[tuple[str, str | None]]] = []

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self._answer()

    def log_message(self, *_: object) -> None:
        pass

    def _answer(self) -> None:
        Answers.seen.append((self.path, self.headers.get("Authorization")))
        name = self.path.strip("/")
        body = b"x" * (outside.LARGEST_FILE + 1) if name == "huge" else b"L-1"
        self.send_response(int(name) if name.isdecimal() else 200)
        self.send_header("Content-Type", "text/html" if name == "page" else "text/csv")
        if name == "302":
            self.send_header("Location", "/file")
        if name == "429":
            self.send_header("Retry-After", "7")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except ConnectionError:
            return


@contextmanager
def served() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Answers)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    Answers.seen.clear()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    with served() as address:
        yield address


def reaching(host: str) -> Outside:
    hosts = frozenset({host})
    return Outside(TOKEN, replies=hosts, files=hosts, schemes=frozenset({"http"}))


def fetch(host: str, name: str) -> bytes:
    return asyncio.run(reaching(host).download(f"http://{host}/{name}"))


def reply(host: str, name: str) -> None:
    asyncio.run(reaching(host).reply(f"http://{host}/{name}", {"text": "hello"}))


@pytest.mark.parametrize("url", FOREIGN)
def test_no_foreign_address_is_called(url: str) -> None:
    ours = Outside(TOKEN)
    assert not ours.may_reply(url)
    with pytest.raises(Undeliverable):
        asyncio.run(ours.reply(url, {"text": "hello"}))
    with pytest.raises(NoAccess):
        asyncio.run(ours.download(url))


@given(st.text(max_size=60))
def test_no_text_passes_for_an_address_of_slacks(text: str) -> None:
    assert not Outside(TOKEN).may_reply(text)
    assert not Outside(TOKEN).may_reply(f"https://{text}@hooks.slack.com.evil.example/")


def test_slacks_own_address_is_one() -> None:
    assert Outside(TOKEN).may_reply("https://hooks.slack.com/actions/T1/2/abc")


def test_a_file_comes_for_the_token(host: str) -> None:
    assert fetch(host, "file") == b"L-1"
    assert Answers.seen[-1] == ("/file", f"Bearer {TOKEN}")


@pytest.mark.parametrize("name", ["302", "401", "403", "404", "page"])
def test_what_is_not_the_file_is_no_access_and_no_redirect_is_followed(
    host: str, name: str
) -> None:
    Answers.seen.clear()
    with pytest.raises(NoAccess):
        fetch(host, name)
    assert [path for path, _ in Answers.seen] == [f"/{name}"]


@pytest.mark.parametrize("name", ["429", "500", "503"])
def test_a_file_may_come_later(host: str, name: str) -> None:
    with pytest.raises(Unavailable):
        fetch(host, name)


def test_a_file_without_an_end_is_not_read_to_it(host: str) -> None:
    with pytest.raises(TooLarge):
        fetch(host, "huge")


@pytest.mark.slow
def test_a_file_that_does_not_begin_to_come_is_given_up_in_time() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        host = f"127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(Unavailable):
            fetch(host, "file")


def test_a_reply_says_what_became_of_it(host: str) -> None:
    reply(host, "file")
    with pytest.raises(Throttled) as told:
        reply(host, "429")
    assert told.value.wait.total_seconds() == 7
    with pytest.raises(Unavailable):
        reply(host, "500")
    for gone in ("302", "404"):
        with pytest.raises(Undeliverable):
            reply(host, gone)


def test_a_host_that_is_down_may_come_back() -> None:
    with pytest.raises(Unavailable):
        reply("127.0.0.1:1", "file")


def test_no_address_and_no_token_reaches_a_log(host: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        fetch(host, "file")
        reply(host, "file")
    assert host not in caplog.text
    assert TOKEN not in caplog.text
