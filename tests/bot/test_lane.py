"""Presses that come at once: done in turn, committed together, answered after that."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import AsyncGenerator, Callable, Generator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from errno import ENOSPC

import pytest
from sqlalchemy import event
from sqlalchemy.engine.interfaces import DBAPIConnection

from bot.lane import LONGEST_TOGETHER, MOST_TOGETHER, Lane, Together
from handlers.errors import AlreadyDone, Refused
from handlers.interaction import Interaction, Reply, Whisper, whisper
from handlers.people import PersonId, Place
from handlers.phrase import say
from storage.work import Database
from tests.builders import a_rep

pytestmark = pytest.mark.anyio

PATIENCE_S = 10
LONGER = LONGEST_TOGETHER * 3


class NothingKept(Exception):
    """The end of several presses that could not be kept together."""


class Book:
    """Notes when presses are done and committed."""

    def __init__(self) -> None:
        self.notes: list[str] = []
        self.deeds: dict[str, Callable[[], None]] = {}
        self.committing: Callable[[], None] = lambda: None
        self.fails = False
        self.holds = 0
        self.let_go = threading.Event()

    @contextmanager
    def hold(self) -> Generator[Together]:
        self.holds += 1
        yield self.together
        self.let_go.set()

    @contextmanager
    def together(self) -> Generator[None]:
        self.notes.append("begin")
        yield
        self.committing()
        if self.fails:
            raise NothingKept
        self.notes.append("commit")

    def route(self, asked: Interaction) -> Reply:
        self.notes.append(asked.name)
        self.deeds.get(asked.name, lambda: None)()
        return whisper(say(asked.name))


@pytest.fixture
def book() -> Book:
    return Book()


@pytest.fixture
def lane(book: Book) -> Lane:
    return Lane(book.route, book.hold, name="test")


def press(lane: Lane, name: str) -> asyncio.Task[Reply]:
    """Press a button; what it does is found in the book by its name."""
    asked = Interaction(name=name, actor=PersonId("tom"), place=Place("sales"), id=name)
    return asyncio.create_task(_answered(lane, asked))


async def _answered(lane: Lane, asked: Interaction) -> Reply:
    async with asyncio.timeout(PATIENCE_S):
        return await lane.press(asked)


async def word_of(reply: asyncio.Task[Reply]) -> str:
    """Give the name of the press that this is the answer to."""
    answer = await reply
    assert isinstance(answer, Whisper)
    return answer.card.title.key


@asynccontextmanager
async def busy(book: Book, lane: Lane) -> AsyncGenerator[None]:
    """Keep the lane busy so long that whatever comes meanwhile has to wait for the next commit."""
    held, free = threading.Event(), threading.Event()

    def hold() -> None:
        held.set()
        free.wait(PATIENCE_S)

    book.deeds["busy"] = hold
    first = press(lane, "busy")
    assert await asyncio.to_thread(held.wait, PATIENCE_S)
    await asyncio.sleep(LONGER)
    try:
        yield
        await asyncio.sleep(0)  # what was pressed inside gets in line
    finally:
        free.set()
        await first


async def test_a_press_is_answered_with_what_it_gave(lane: Lane, book: Book) -> None:
    assert await word_of(press(lane, "one")) == "one"
    assert book.notes == ["begin", "one", "commit"]


async def test_presses_that_wait_share_the_next_commit(lane: Lane, book: Book) -> None:
    async with busy(book, lane):
        later = [press(lane, name) for name in ("one", "two", "three")]
    assert [await word_of(one) for one in later] == ["one", "two", "three"]
    assert book.notes == ["begin", "busy", "commit", "begin", "one", "two", "three", "commit"]


async def test_no_more_presses_share_a_commit_than_one_may_wait_for(lane: Lane, book: Book) -> None:
    async with busy(book, lane):
        later = [press(lane, "press") for _ in range(MOST_TOGETHER + 1)]
    await asyncio.gather(*later)
    assert book.notes.count("commit") == 3


async def test_nobody_is_answered_before_the_commit(lane: Lane, book: Book) -> None:
    answered: list[bool] = []

    def look() -> None:
        answered.append(reply.done())

    book.committing = look
    reply = press(lane, "one")
    await reply
    assert answered == [False]


async def test_a_press_that_fails_spoils_no_other(lane: Lane, book: Book) -> None:
    def refuse() -> None:
        raise Refused(say("router-unknown"))

    book.deeds["bad"] = refuse
    async with busy(book, lane):
        bad, good = press(lane, "bad"), press(lane, "good")
    assert await word_of(good) == "good"
    with pytest.raises(Refused):
        await bad


async def test_an_error_that_no_future_takes_is_told_too(lane: Lane, book: Book) -> None:
    book.deeds["bad"] = lambda: next(iter(()))
    async with busy(book, lane):
        bad, good = press(lane, "bad"), press(lane, "good")
    assert await word_of(good) == "good"
    with pytest.raises(RuntimeError):
        await bad


async def test_what_could_not_be_kept_together_is_done_again_alone(lane: Lane, book: Book) -> None:
    book.fails = True
    async with busy(book, lane):
        book.notes.clear()
        later = [press(lane, name) for name in ("one", "two")]
    assert [await word_of(one) for one in later] == ["one", "two"]
    assert book.notes == ["busy", "begin", "one", "two", "one", "two"]


async def test_alone_each_press_meets_its_own_error(lane: Lane, book: Book) -> None:
    def fill_the_disk() -> None:
        raise OSError(ENOSPC, os.strerror(ENOSPC))

    book.fails = True
    book.deeds["bad"] = fill_the_disk
    async with busy(book, lane):
        bad, good = press(lane, "bad"), press(lane, "good")
    assert await word_of(good) == "good"
    with pytest.raises(OSError, match="No space left"):
        await bad


async def test_where_there_are_several_threads_one_long_press_holds_up_no_other(book: Book) -> None:
    lane = Lane(book.route, book.hold, name="test", threads=2)
    async with busy(book, lane):
        assert await word_of(press(lane, "other")) == "other"


async def test_a_press_that_was_given_up_is_not_done(lane: Lane, book: Book) -> None:
    async with busy(book, lane):
        given_up, other = press(lane, "given up"), press(lane, "other")
        await asyncio.sleep(0)
        given_up.cancel()
    assert await word_of(other) == "other"
    assert "given up" not in book.notes


async def test_a_loop_that_ends_meanwhile_stops_nobody_after_it(lane: Lane, book: Book) -> None:
    gone, free = threading.Event(), threading.Event()

    def stay() -> None:
        gone.set()
        free.wait(PATIENCE_S)

    book.deeds["left"] = stay

    async def leave() -> None:
        task = press(lane, "left")
        await asyncio.to_thread(gone.wait, PATIENCE_S)
        task.cancel()

    await asyncio.to_thread(asyncio.run, leave())
    await asyncio.sleep(LONGER)  # nobody of another loop may join the press of the one that ended
    free.set()
    assert await word_of(press(lane, "later")) == "later"


async def test_what_presses_need_is_held_while_they_come(lane: Lane, book: Book) -> None:
    for name in ("one", "two"):
        await press(lane, name)
    assert (book.holds, book.let_go.is_set()) == (1, False)


async def test_what_presses_need_is_let_go_when_none_comes_for_a_while(book: Book) -> None:
    lane = Lane(book.route, book.hold, name="test", hold_s=0.01)
    await press(lane, "one")
    assert await asyncio.to_thread(book.let_go.wait, PATIENCE_S)
    assert await word_of(press(lane, "two")) == "two"
    assert book.holds == 2


# On a real database


@pytest.fixture
def database(database: Database) -> Iterator[Database]:
    yield database
    database.close()


def add(database: Database, name: str, once: str) -> None:
    with database.open_work(once) as work:
        work.people.add(a_rep(name))
        work.commit()


def names(database: Database) -> list[str]:
    with database.look() as work:
        return sorted(person.name for person in work.people.everybody())


async def test_of_two_presses_at_once_with_one_key_one_has_an_effect(
    book: Book, database: Database
) -> None:
    lane = Lane(book.route, database.together, name="test")
    book.deeds["first"] = lambda: add(database, "First Rep", "key")
    book.deeds["again"] = lambda: add(database, "Again Rep", "key")
    async with busy(book, lane):
        first, again = press(lane, "first"), press(lane, "again")
    assert await word_of(first) == "first"
    with pytest.raises(AlreadyDone):
        await again
    assert names(database) == ["First Rep"]


async def test_what_a_press_did_not_commit_is_undone_though_its_neighbours_stay(
    book: Book, database: Database
) -> None:
    def forget() -> None:
        with database.open_work("forgotten") as work:
            work.people.add(a_rep("Forgotten Rep"))

    lane = Lane(book.route, database.together, name="test")
    book.deeds["first"] = lambda: add(database, "First Rep", "1")
    book.deeds["forgetting"] = forget
    book.deeds["last"] = lambda: add(database, "Last Rep", "2")
    async with busy(book, lane):
        pressed = [press(lane, name) for name in ("first", "forgetting", "last")]
    await asyncio.gather(*pressed)
    assert names(database) == ["First Rep", "Last Rep"]
    with database.open_work("forgotten"):
        pass  # its key was given back with it


async def test_other_threads_write_as_before_while_presses_are_done(
    book: Book, database: Database
) -> None:
    def write_others() -> None:
        for number in range(20):
            add(database, f"Other{number} Rep", f"other-{number}")

    def writing(number: int) -> Callable[[], None]:
        return lambda: add(database, f"Press{number} Rep", f"press-{number}")

    lane = Lane(book.route, database.together, name="test")
    book.deeds |= {f"press {number}": writing(number) for number in range(60)}
    others = asyncio.create_task(asyncio.to_thread(write_others))
    await asyncio.gather(*(press(lane, f"press {number}") for number in range(60)))
    await others
    assert len(names(database)) == 80


async def test_of_two_presses_that_wait_for_each_other_both_are_done(
    book: Book, database: Database
) -> None:
    """PostgreSQL ends such a wait by failing one of them."""
    met = threading.Barrier(2, timeout=0.5)

    def renew(*names: str) -> Callable[[], None]:
        def deed() -> None:
            with database.open_work() as work:
                for name in names:
                    work.roster.renew(a_rep(name))
                    with suppress(threading.BrokenBarrierError):
                        met.wait()
                work.commit()

        return deed

    add(database, "One Rep", "1")
    add(database, "Two Rep", "2")
    lane = Lane(book.route, database.together, name="test", threads=2)
    book.deeds["forth"] = renew("One Rep", "Two Rep")
    book.deeds["back"] = renew("Two Rep", "One Rep")
    forth, back = press(lane, "forth"), press(lane, "back")
    assert [await word_of(forth), await word_of(back)] == ["forth", "back"]


async def test_a_database_that_is_closed_keeps_no_connection_for_presses(
    book: Book, database: Database
) -> None:
    used: list[DBAPIConnection] = []

    def note(driver: DBAPIConnection, *_: object) -> None:
        used.append(driver)

    event.listen(database.engine, "checkout", note)
    lane = Lane(book.route, database.together, name="test")
    book.deeds["one"] = lambda: add(database, "One Rep", "1")
    book.deeds["two"] = lambda: add(database, "Two Rep", "2")
    await press(lane, "one")
    database.close()
    event.remove(database.engine, "checkout", note)
    with pytest.raises(Exception, match="closed"):
        used[0].cursor().execute("SELECT 1")
    await press(lane, "two")
    assert names(database) == ["One Rep", "Two Rep"]
