"""The line to a CRM: in turn, with patience, and never twice what may be done only once."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.crm.http import (
    Answer,
    Ask,
    FixedToken,
    Line,
    Pass,
    new_client,
    retry_after,
    trouble_of,
)
from bot.crm.turns import Budget, Limiter
from handlers.connector import CrmError, Trouble
from tests.fakes.crm.serving import Request, Response, Serving
from tests.fakes.faults import broken, dropped, empty, html, too_many

TOKEN = "a-token-that-nobody-may-see"
LOOK = Ask(method="POST", path="/look", body={"name": "Anna"}, harmless=True)
WRITE = Ask(method="POST", path="/write", body={"name": "Anna"})


@dataclass
class Time:
    """A clock that only waiting moves."""

    now: float = 0.0
    slept: list[float] = field(default_factory=list)

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@dataclass
class Renewed:
    """A token that can be replaced, so many times."""

    left: int
    shown: int = 0
    closed: bool = False

    def headers(self) -> Mapping[str, str]:
        return {"Authorization": f"Bearer {self.shown}"}

    def renew(self, refused: Mapping[str, str]) -> bool:
        del refused
        self.left -= 1
        self.shown += 1
        return self.left >= 0

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def crm() -> Iterator[Serving]:
    serving = Serving(
        lambda asked: Response(body={"path": asked.path, "sent": asked.json}),
        operation=lambda asked: asked.path.strip("/"),
        refusal=lambda fault: Response(429, None, {"Retry-After": str(int(fault.seconds))}),
    )
    serving.start()
    yield serving
    serving.stop()


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def line(crm: Serving, time: Time) -> Iterator[Line]:
    line = a_line(crm.address, time)
    yield line
    line.close()


def a_line(url: str, time: Time, identity: Pass | None = None) -> Line:
    limiter = Limiter({"all": Budget(3, 10)}, clock=time.clock, sleep=time.sleep)
    return Line(new_client(url), identity or FixedToken(TOKEN), limiter=limiter, dice=lambda: 1.0)


def trouble_with(do: Callable[[], object]) -> CrmError:
    with pytest.raises(CrmError) as told:
        do()
    return told.value


# ---- repeating


def test_what_was_asked_arrives_and_the_answer_comes_back(line: Line) -> None:
    assert line.call(LOOK).told() == {"path": "/look", "sent": {"name": "Anna"}}


def test_a_harmless_call_is_repeated_with_longer_and_longer_pauses(
    line: Line, crm: Serving, time: Time
) -> None:
    crm.faults.plan("look", broken(503), dropped())
    assert line.call(LOOK).status == 200
    assert crm.calls == ["look"] * 3
    assert time.slept == [1.0, 2.0]


def test_a_harmless_call_is_given_up_after_three_times(line: Line, crm: Serving) -> None:
    crm.faults.always("look", broken(500))
    assert trouble_with(lambda: line.call(LOOK)).trouble is Trouble.UNREACHABLE
    assert len(crm.calls) == 3


@pytest.mark.parametrize("fault", [broken(503), dropped(kept=True), dropped(), too_many(1)])
def test_a_write_is_never_sent_twice(line: Line, crm: Serving, fault: object) -> None:
    crm.faults.plan("write", fault)  # type: ignore[arg-type]
    assert trouble_with(lambda: line.call(WRITE)).is_passing
    assert crm.calls == ["write"]


def test_a_crm_that_is_not_there_is_out_of_reach(time: Time) -> None:
    line = a_line("http://127.0.0.1:9", time)
    error = trouble_with(lambda: line.call(WRITE))
    line.close()
    assert error.trouble is Trouble.UNREACHABLE
    assert "127.0.0.1" not in str(error)


def test_a_refusal_that_the_caller_reads_is_no_trouble(line: Line, crm: Serving) -> None:
    crm.faults.plan("write", broken(412))
    ask = Ask(method="POST", path="/write", takes=frozenset({412}))
    assert line.call(ask).status == 412


# ---- tokens


def test_a_token_that_ended_is_renewed_once_even_for_a_write(crm: Serving, time: Time) -> None:
    crm.faults.plan("write", broken(401))
    line = a_line(crm.address, time, Renewed(1))
    assert line.call(WRITE).status == 200
    line.close()
    assert len(crm.calls) == 2


def test_a_token_that_is_refused_again_is_not_renewed_for_ever(crm: Serving, time: Time) -> None:
    crm.faults.always("look", broken(401))
    line = a_line(crm.address, time, Renewed(100))
    assert trouble_with(lambda: line.call(LOOK)).trouble is Trouble.CREDENTIALS
    line.close()
    assert len(crm.calls) == 2


def test_the_token_is_in_no_repr_no_error_and_no_log(
    line: Line, crm: Serving, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    crm.faults.plan("look", broken(401))
    error = trouble_with(lambda: line.call(LOOK))
    shown = f"{FixedToken(TOKEN)!r} {line!r} {LOOK!r} {error!r} {error} {caplog.text}"
    assert TOKEN not in shown
    assert "Anna" not in shown
    assert "/look" not in shown


@pytest.mark.parametrize(
    "elsewhere",
    [
        "http://127.0.0.1:9/look",
        "https://127.0.0.1/look",
        "//127.0.0.1:9/look",
        "http://user@evil.example/",
        "http://[broken",
    ],
)
def test_the_token_goes_to_no_other_host_even_if_the_crm_says_so(
    line: Line, crm: Serving, elsewhere: str
) -> None:
    error = trouble_with(lambda: line.call(Ask(method="GET", path=elsewhere)))
    assert error.trouble is Trouble.ODD
    assert crm.calls == []


def test_a_whole_address_of_the_crm_itself_is_called(line: Line, crm: Serving) -> None:
    assert line.call(Ask(method="GET", path=f"{crm.address}/next")).told()["path"] == "/next"


def test_a_redirect_is_not_followed(time: Time) -> None:
    def elsewhere(asked: Request) -> Response:
        return Response(302, None, {"Location": "/other"})

    serving = Serving(elsewhere, operation=lambda asked: asked.path)
    line = a_line(serving.start(), time)
    error = trouble_with(lambda: line.call(LOOK))
    line.close()
    serving.stop()
    assert error.trouble is Trouble.ODD
    assert serving.calls == ["/look"]


@pytest.mark.parametrize("fault", [html(200), empty()])
def test_what_is_no_json_is_odd(line: Line, crm: Serving, fault: object) -> None:
    crm.faults.plan("look", fault)  # type: ignore[arg-type]
    answer = line.call(LOOK)
    assert trouble_with(answer.told).trouble is Trouble.ODD


@given(
    st.binary()
    | st.text().map(str.encode)
    | st.lists(st.integers()).map(json.dumps).map(str.encode)
)
def test_no_answer_does_more_than_being_odd(content: bytes) -> None:
    told: object = None
    with suppress(CrmError):  # which is what it may raise, and nothing else
        told = Answer(200, {}, content).told()
    assert told is None or isinstance(told, dict)


# ---- turns


@given(st.lists(st.tuples(st.floats(0, 5), st.booleans()), max_size=40))
def test_no_window_holds_more_calls_than_the_budget(calls: list[tuple[float, bool]]) -> None:
    """Calls come from many threads: the next one asks while the others still wait for their turn."""
    now, waits = 0.0, [0.0]
    budgets = {"all": Budget(4, 10), "few": Budget(1, 3)}
    limiter = Limiter(budgets, clock=lambda: now, sleep=waits.append)
    went: dict[str, list[float]] = {"all": [], "few": []}
    for pause, is_few in calls:
        now += pause
        waits.append(0.0)
        names = ("all", "few") if is_few else ("all",)
        with suppress(CrmError):
            limiter.wait(names)
            for name in names:
                went[name].append(now + waits[-1])
    for name, budget in budgets.items():
        times = sorted(went[name])
        pairs = zip(times, times[budget.calls :], strict=False)
        assert all(last - first >= budget.seconds - 1e-6 for first, last in pairs)


def test_a_crm_that_wants_a_long_wait_is_left_alone_until_then(
    line: Line, crm: Serving, time: Time
) -> None:
    crm.faults.plan("look", too_many(60))
    assert trouble_with(lambda: line.call(LOOK)).wait == timedelta(seconds=60)
    time.now += 20
    again = trouble_with(lambda: line.call(LOOK))
    assert (again.trouble, again.wait) == (Trouble.BUSY, timedelta(seconds=40))
    assert len(crm.calls) == 1
    time.now += 40
    assert line.call(LOOK).status == 200


def test_a_short_wait_is_waited_out_before_anything_is_called(
    line: Line, crm: Serving, time: Time
) -> None:
    crm.faults.plan("look", too_many(7))
    assert line.call(LOOK).status == 200
    assert time.now == pytest.approx(7)


def test_a_day_that_is_used_up_stays_so_whatever_else_is_asked_of_us() -> None:
    time = Time()
    limiter = Limiter({}, clock=time.clock, sleep=time.sleep)
    limiter.close(CrmError(Trouble.SPENT, wait=timedelta(hours=1)))
    limiter.close(CrmError(Trouble.BUSY, wait=timedelta(seconds=1)))
    limiter.close(CrmError(Trouble.BUSY))
    told = trouble_with(lambda: limiter.wait(()))
    assert (told.trouble, told.wait) == (Trouble.SPENT, timedelta(hours=1))


# ---- what a refusal means


@pytest.mark.parametrize(
    ("status", "trouble"),
    [
        (400, Trouble.ODD),
        (401, Trouble.CREDENTIALS),
        (403, Trouble.FORBIDDEN),
        (404, Trouble.ODD),
        (408, Trouble.BUSY),
        (423, Trouble.BUSY),
        (429, Trouble.BUSY),
        (500, Trouble.UNREACHABLE),
        (503, Trouble.UNREACHABLE),
        (521, Trouble.UNREACHABLE),
    ],
)
def test_each_status_has_its_meaning(status: int, trouble: Trouble) -> None:
    assert trouble_of(Answer(status, {}, b"Anna Nowak")).trouble is trouble


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({"retry-after": "3"}, timedelta(seconds=3)),
        ({"retry-after": "0.5"}, timedelta(seconds=0.5)),
        ({"retry-after": "99999999999"}, timedelta(days=1)),
        (
            {
                "retry-after": "Mon, 04 May 2026 08:01:00 GMT",
                "date": "Mon, 04 May 2026 08:00:00 GMT",
            },
            timedelta(minutes=1),
        ),
        (
            {
                "retry-after": "Mon, 04 May 2026 07:00:00 GMT",
                "date": "Mon, 04 May 2026 08:00:00 GMT",
            },
            timedelta(),
        ),
        ({"retry-after": "Mon, 04 May 2026 08:01:00 GMT"}, None),
        ({"retry-after": "soon", "date": "Mon, 04 May 2026 08:00:00 GMT"}, None),
        ({"retry-after": "-5"}, None),
        (
            {
                "retry-after": "Mon, 04 May 2026 08:01:00 -0000",
                "date": "Mon, 04 May 2026 08:00:00 GMT",
            },
            None,
        ),
        ({"retry-after": "1e999"}, None),
        ({}, None),
    ],
)
def test_the_wait_is_read_as_seconds_or_by_the_crms_own_clock(
    headers: Mapping[str, str], wait: timedelta | None
) -> None:
    assert retry_after(Answer(429, headers, b"")) == wait


@given(st.text())
def test_no_wait_that_is_asked_for_breaks_us(given_wait: str) -> None:
    wait = retry_after(Answer(429, {"retry-after": given_wait, "date": given_wait}, b""))
    assert wait is None or timedelta() <= wait <= timedelta(days=1)
