"""The web front: what an operator asks it, whom it does not answer, and how it starts and stops."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient
from structlog.testing import capture_logs

from bot.metrics import Metrics
from bot.web import LARGEST_BODY, Front, Service, front, serve
from handlers.parcel import Backlog

BACKLOG = Backlog(waiting=3, sending=1, unsure=0, parked=2, oldest=timedelta(seconds=90))


def visit(
    *,
    checks: dict[str, Callable[[], bool]] | None = None,
    services: dict[str, Service] | None = None,
    hosts: Sequence[str] = ("localhost", "127.0.0.1"),
    base_url: str = "http://127.0.0.1",
) -> TestClient:
    async def echo(request: Request) -> Response:
        return PlainTextResponse(str(len(await request.body())))

    parts = Front(
        metrics=Metrics(lambda: BACKLOG),
        routes=[Route("/echo", echo, methods=["POST"])],
        checks=checks or {},
        services=services or {},
        hosts=hosts,
        home="/demo",
    )
    return TestClient(front(parts), base_url=base_url)


def broken() -> bool:
    raise OSError("Anna Nowak")


def test_the_bare_address_leads_home() -> None:
    answer = visit().get("/", follow_redirects=False)
    assert answer.headers["location"] == "/demo"


def test_a_process_that_is_up_says_so() -> None:
    assert visit().get("/live").status_code == 200


def test_ready_means_that_every_check_holds() -> None:
    answer = visit(checks={"database": lambda: True}).get("/ready")
    assert (answer.status_code, answer.json()) == (200, {"database": True})


@pytest.mark.parametrize("check", [lambda: False, broken])
def test_one_check_that_does_not_hold_is_enough_not_to_be_ready(check: Callable[[], bool]) -> None:
    with capture_logs() as logged:
        answer = visit(checks={"database": check, "disk": lambda: True}).get("/ready")
    assert answer.status_code == 503
    assert answer.json() == {"database": False, "disk": True}
    assert "Anna" not in str(logged)


def test_a_check_that_bears_the_name_of_a_running_service_counts_all_the_same() -> None:
    async def runs(stop: asyncio.Event) -> None:
        await stop.wait()

    with visit(checks={"slack": lambda: False}, services={"slack": runs}) as client:
        answer = client.get("/ready")
    assert (answer.status_code, answer.json()) == (503, {"slack": False})


def test_the_figures_name_states_and_nobody() -> None:
    client = visit()
    text = client.get("/metrics").text
    assert 'leadloop_outbox_messages{state="waiting"} 3.0' in text
    assert 'leadloop_outbox_messages{state="parked"} 2.0' in text
    assert "leadloop_outbox_oldest_seconds 90.0" in text


def test_presses_are_counted_by_platform() -> None:
    metrics = Metrics(lambda: BACKLOG)
    answered = metrics.presses("demo")
    answered(0.004)
    answered(0.2)
    text = metrics.text().decode()
    assert 'leadloop_press_seconds_count{platform="demo"} 2.0' in text
    assert 'leadloop_press_seconds_bucket{le="0.005",platform="demo"} 1.0' in text


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "169.254.169.254"])
def test_a_name_that_is_not_ours_is_not_answered(host: str) -> None:
    client = visit()
    for path in ("/", "/metrics", "/echo"):
        assert client.get(path, headers={"Host": host}).status_code == 400


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8080", "localhost:1", "LOCALHOST"])
def test_this_machine_is_answered_on_any_port(host: str) -> None:
    answer = visit().get("/metrics", headers={"Host": host})
    assert answer.status_code == 200


def test_the_front_answers_under_the_names_it_is_given() -> None:
    client = visit(hosts=("leadloop.example",), base_url="https://leadloop.example")
    assert client.get("/metrics").status_code == 200
    assert client.get("/metrics", headers={"Host": "127.0.0.1"}).status_code == 400


def test_an_orchestrator_may_ask_by_number_whether_it_lives() -> None:
    client = visit()
    for path in ("/live", "/ready"):
        assert client.get(path, headers={"Host": "10.1.2.3:8080"}).status_code == 200


@pytest.mark.parametrize("path", ["/live", "/nowhere", "/metrics"])
def test_every_answer_tells_the_browser_what_it_must_not_do(path: str) -> None:
    headers = visit().get(path).headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"


def test_a_name_that_is_not_ours_gets_the_same_headers() -> None:
    answer = visit().get("/", headers={"Host": "evil.example"})
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_body_beyond_the_limit_is_refused() -> None:
    client = visit()
    assert client.post("/echo", content=b"x" * 1000).text == "1000"
    assert client.post("/echo", content=b"x" * (LARGEST_BODY + 1)).status_code == 413


def test_services_run_while_the_front_does_and_end_before_it() -> None:
    seen: list[str] = []

    async def deliver(stop: asyncio.Event) -> None:
        seen.append("begun")
        await stop.wait()
        await asyncio.sleep(0.01)
        seen.append("ended")

    with visit(services={"delivery": deliver}) as client:
        assert client.get("/ready").json() == {"delivery": True}
        assert seen == ["begun"]
    assert seen == ["begun", "ended"]


def test_a_service_that_broke_down_is_logged_and_not_ready() -> None:
    async def deliver(_: asyncio.Event) -> None:
        raise RuntimeError("Anna Nowak")

    with capture_logs() as logged, visit(services={"delivery": deliver}) as client:
        answer = client.get("/ready")
    assert (answer.status_code, answer.json()) == (503, {"delivery": False})
    assert logged[0]["service"] == "delivery"
    assert "Anna" not in str(logged)


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let Ctrl+C be heard even where whoever started the tests told them to ignore it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_the_server_tells_its_address_and_what_never_ends_ends_with_it() -> None:
    told: list[str] = []

    async def ask_and_stop() -> None:
        is_open = asyncio.Event()

        def opened(address: str) -> None:
            told.append(address)
            is_open.set()

        serving = asyncio.create_task(
            serve(
                front(Front(metrics=Metrics(lambda: BACKLOG))),
                host="127.0.0.1",
                port=0,
                opened=opened,
                closing=lambda: told.append("closing"),
            )
        )
        await is_open.wait()
        async with httpx.AsyncClient() as client:
            answer = await client.get(f"{told[0]}/live")
        told.append(str(answer.status_code))
        signal.raise_signal(signal.SIGINT)
        await serving

    with pytest.raises(KeyboardInterrupt):
        asyncio.run(ask_and_stop())
    assert told[0].startswith("http://127.0.0.1:")
    assert told[1:] == ["200", "closing"]


def test_no_connection_is_ended_before_every_service_has() -> None:
    order: list[str] = []

    async def delivery(stop: asyncio.Event) -> None:
        await stop.wait()
        await asyncio.sleep(0.01)
        order.append("delivery")

    async def hang_up() -> None:
        order.append("connections")

    parts = Front(
        metrics=Metrics(lambda: BACKLOG),
        services={"delivery": delivery},
        hang_up=[hang_up],
        closed=lambda: order.append("database"),
    )
    with TestClient(front(parts)):
        pass
    assert order == ["delivery", "connections", "database"]
