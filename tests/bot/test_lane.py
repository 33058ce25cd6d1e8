"""Presses that come at once: done in turn, committed together, answered after that."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, wait
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.app import open_database
from bot.lane import MOST_TOGETHER, Lane
from handlers.errors import AlreadyDone, Refused
from handlers.phrase import say
from storage.work import Database
from tests.builders import Clock, a_rep

PATIENCE_S = 10


class DiskFull(Exception):
    """A commit that fails."""


class Book:
    """Notes when presses are done and committed."""

    def __init__(self) -> None:
        self.notes: list[str] = []
        self.fails = False

    @contextmanager
    def together(self) -> Generator[None]:
        self.notes.append("begin")
        yield
        if self.fails:
            raise DiskFull
        self.notes.append("commit")

    def press(self, name: str) -> Callable[[], str]:
        def do() -> str:
            self.notes.append(name)
            return name

        return do


@pytest.fixture
def book() -> Book:
    return Book()


@pytest.fixture
def lane(book: Book) -> Iterator[Lane]:
    with Lane(book.together, name="test") as lane:
        yield lane


@contextmanager
def busy(lane: Lane) -> Generator[None]:
    """Keep the lane busy with a press of its own, so that whatever comes meanwhile waits."""
    held, free = threading.Event(), threading.Event()

    def hold() -> None:
        held.set()
        free.wait(PATIENCE_S)

    first = lane.submit(hold)
    assert held.wait(PATIENCE_S)
    try:
        yield
    finally:
        free.set()
        first.result(PATIENCE_S)


def test_a_press_is_answered_with_what_it_gave(lane: Lane, book: Book) -> None:
    assert lane.submit(book.press("one")).result(PATIENCE_S) == "one"
    assert book.notes == ["begin", "one", "commit"]


def test_presses_that_wait_share_the_next_commit(lane: Lane, book: Book) -> None:
    with busy(lane):
        threading.Event().wait(0.05)  # so long that none of these may join the press at work
        later = [lane.submit(book.press(name)) for name in ("one", "two", "three")]
    assert [one.result(PATIENCE_S) for one in later] == ["one", "two", "three"]
    assert book.notes == ["begin", "commit", "begin", "one", "two", "three", "commit"]


def test_no_more_presses_share_a_commit_than_one_may_wait_for(lane: Lane, book: Book) -> None:
    with busy(lane):
        threading.Event().wait(0.05)
        later = [lane.submit(book.press("press")) for _ in range(MOST_TOGETHER + 1)]
    wait(later, PATIENCE_S)
    assert book.notes.count("commit") == 3


def test_nobody_is_answered_before_the_commit(book: Book) -> None:
    answered: list[bool] = []
    futures: list[Future[str]] = []

    @contextmanager
    def together() -> Generator[None]:
        with book.together():
            yield
            answered.append(futures[0].done())

    pressed = threading.Event()

    def press() -> str:
        assert pressed.wait(PATIENCE_S)
        return "one"

    with Lane(together, name="test") as lane:
        futures.append(lane.submit(press))
        pressed.set()
        assert futures[0].result(PATIENCE_S) == "one"
    assert answered == [False]


def test_a_press_that_fails_spoils_no_other(lane: Lane, book: Book) -> None:
    def refused() -> str:
        raise Refused(say("router-unknown"))

    with busy(lane):
        bad, good = lane.submit(refused), lane.submit(book.press("good"))
    assert good.result(PATIENCE_S) == "good"
    with pytest.raises(Refused):
        bad.result(PATIENCE_S)


def test_when_their_commit_fails_everybody_hears_of_it(lane: Lane, book: Book) -> None:
    def fill_the_disk() -> None:
        book.fails = True

    with busy(lane):
        threading.Event().wait(0.05)
        first, second = lane.submit(fill_the_disk), lane.submit(book.press("two"))
    with pytest.raises(DiskFull):
        first.result(PATIENCE_S)
    with pytest.raises(DiskFull):
        second.result(PATIENCE_S)
    book.fails = False
    assert lane.submit(book.press("three")).result(PATIENCE_S) == "three"


def test_a_press_that_was_given_up_is_not_done(lane: Lane, book: Book) -> None:
    with busy(lane):
        given_up, other = lane.submit(book.press("given up")), lane.submit(book.press("other"))
        assert given_up.cancel()
    assert other.result(PATIENCE_S) == "other"
    assert "given up" not in book.notes


def test_whoever_waits_when_the_lane_closes_is_still_answered(book: Book) -> None:
    with Lane(book.together, name="test") as lane, busy(lane):
        last = lane.submit(book.press("last"))
    assert last.result(PATIENCE_S) == "last"


# On a real database


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = open_database(f"sqlite:///{tmp_path / 'lane.sqlite3'}", at=Clock())
    yield database
    database.engine.dispose()


def adding(database: Database, name: str, once: str) -> Callable[[], str]:
    def add() -> str:
        with database.open_work(once) as work:
            work.people.add(a_rep(name))
            work.commit()
        return name

    return add


def names(database: Database) -> list[str]:
    with database.look() as work:
        return sorted(person.name for person in work.people.everybody())


def test_of_two_presses_at_once_with_one_key_one_has_an_effect(database: Database) -> None:
    with Lane(database.together, name="test") as lane:
        with busy(lane):
            first = lane.submit(adding(database, "First Rep", "key"))
            again = lane.submit(adding(database, "Again Rep", "key"))
        assert first.result(PATIENCE_S) == "First Rep"
        with pytest.raises(AlreadyDone):
            again.result(PATIENCE_S)
    assert names(database) == ["First Rep"]


def test_what_a_press_did_not_commit_is_undone_though_its_neighbours_stay(
    database: Database,
) -> None:
    def forgetting() -> None:
        with database.open_work("forgotten") as work:
            work.people.add(a_rep("Forgotten Rep"))

    with Lane(database.together, name="test") as lane:
        with busy(lane):
            lane.submit(adding(database, "First Rep", "1"))
            lane.submit(forgetting)
            last = lane.submit(adding(database, "Last Rep", "2"))
        last.result(PATIENCE_S)
    assert names(database) == ["First Rep", "Last Rep"]
    with database.open_work("forgotten"):
        pass  # its key was given back with it


def test_other_threads_write_as_before_while_presses_are_done(database: Database) -> None:
    def press(number: int) -> Callable[[], str]:
        return adding(database, f"Press{number} Rep", f"press-{number}")

    def others() -> None:
        for number in range(20):
            adding(database, f"Other{number} Rep", f"other-{number}")()

    thread = threading.Thread(target=others)
    with Lane(database.together, name="test") as lane:
        thread.start()
        done = [lane.submit(press(number)) for number in range(60)]
        assert all(one.result(PATIENCE_S) for one in done)
    thread.join(PATIENCE_S)
    assert len(names(database)) == 80
