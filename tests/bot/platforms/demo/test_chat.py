"""The demo's chat server: nothing twice, nothing lost, everybody knows what they have not read."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.platforms.demo.chat import BOT, Chat, Kept
from tests.builders import MONDAY_MORNING


@pytest.fixture
def chat(tmp_path: Path) -> Iterator[Chat]:
    """An empty chat."""
    chat = Chat(tmp_path / "chat.sqlite3")
    yield chat
    chat.close()


def say(chat: Chat, html: str = "hello", *, key: str, place: str = "sales", by: str = BOT) -> int:
    return chat.append(place, author=by, at=MONDAY_MORNING, title=html, html=html, key=key)


def test_a_key_posts_once_however_often_it_is_sent(chat: Chat) -> None:
    first = say(chat, key="k")
    assert say(chat, "other words", key="k") == first
    assert [message.html for message in chat.latest("sales")] == ["hello"]


def test_keys_of_two_conversations_and_of_two_authors_are_not_mixed_up(chat: Chat) -> None:
    ids = {
        say(chat, key="k"),
        say(chat, key="k", place="marketing"),
        say(chat, key="k", by="maya"),
    }
    assert len(ids) == 3
    assert chat.find("sales", "k") in ids
    assert chat.find("elsewhere", "k") is None


def test_one_key_from_many_threads_posts_once(chat: Chat) -> None:
    with ThreadPoolExecutor(8) as threads:
        ids = set(threads.map(lambda _: say(chat, key="k"), range(40)))
    assert len(ids) == 1


def test_a_message_is_replaced_in_its_place(chat: Chat) -> None:
    first, _ = say(chat, key="1"), say(chat, key="2")
    assert chat.replace(first, title="new", html="new")
    said = chat.latest("sales")
    assert [message.html for message in said] == ["new", "hello"]
    assert [message.edited for message in said] == [True, False]


def test_replacing_a_message_by_itself_changes_nothing(chat: Chat) -> None:
    first = say(chat, key="1")
    before = chat.revision()
    assert not chat.replace(first, title="hello", html="hello")
    assert chat.revision() == before


def test_a_removed_message_is_gone_and_stays_gone(chat: Chat) -> None:
    first = say(chat, key="1")
    assert chat.remove(first)
    assert not chat.remove(first)
    assert not chat.replace(first, title="back", html="back")
    assert chat.latest("sales") == []
    assert not chat.holds("sales", first)


def test_changes_tell_everything_after_a_revision_and_only_that(chat: Chat) -> None:
    first = say(chat, key="1")
    seen = chat.revision()
    second = say(chat, key="2")
    say(chat, key="3", place="person:else")
    chat.replace(first, title="new", html="new")
    chat.remove(second)
    changes = chat.changes(seen, ["sales", "marketing"])
    assert [(change.id, change.removed) for change in changes] == [(first, False), (second, True)]
    assert chat.changes(changes[-1].revision, ["sales"]) == []


def test_the_past_is_read_page_by_page(chat: Chat) -> None:
    ids = [say(chat, key=str(number)) for number in range(7)]
    last = chat.latest("sales", most=3)
    assert [message.id for message in last] == ids[4:]
    assert [one.id for one in chat.latest("sales", before=ids[4], most=3)] == ids[1:4]


def test_unread_counts_what_others_said_since_one_looked(chat: Chat) -> None:
    chat.admit("maya", ["sales"])
    chat.admit("piotr", ["sales"])
    first = say(chat, key="1", by="maya")
    gone = say(chat, key="2")
    say(chat, key="3")
    chat.remove(gone)
    assert chat.unread() == {"maya": {"sales": 1}, "piotr": {"sales": 2}}
    assert chat.mark_seen("piotr", "sales", first)
    assert chat.unread()["piotr"] == {"sales": 1}


def test_reading_never_goes_back(chat: Chat) -> None:
    chat.admit("maya", ["sales"])
    first, second = say(chat, key="1"), say(chat, key="2")
    chat.mark_seen("maya", "sales", second)
    assert not chat.mark_seen("maya", "sales", first)
    assert chat.unread() == {}


def test_being_admitted_again_forgets_nothing(chat: Chat) -> None:
    chat.admit("maya", ["sales"])
    chat.mark_seen("maya", "sales", say(chat, key="1"))
    chat.admit("maya", ["sales"])
    assert chat.unread() == {}


def test_a_file_comes_back_as_it_was_under_a_name_nobody_guesses(chat: Chat) -> None:
    file = Kept("leads.csv", "text/csv", b"a,b\x00")
    first, second = chat.keep(file), chat.keep(file)
    assert chat.file(first) == file
    assert first != second
    assert len(first) >= 20
    assert chat.file("1") is None


def test_the_chat_outlives_a_restart(tmp_path: Path) -> None:
    chat = Chat(tmp_path / "chat.sqlite3")
    say(chat, key="1")
    chat.close()
    again = Chat(tmp_path / "chat.sqlite3")
    assert [message.html for message in again.latest("sales")] == ["hello"]
    again.close()


def test_what_leadloop_said_and_changed_since_is_known_by_place(chat: Chat) -> None:
    say(chat, key="1", by="maya")
    assert not chat.has_spoken(["sales"])
    message = say(chat, key="2")
    assert chat.has_spoken(["marketing", "sales"])
    assert not chat.has_spoken(["marketing"])
    assert not chat.has_spoken(["sales"], again=True)
    chat.replace(message, title="x", html="x")
    assert chat.has_spoken(["sales"], again=True)
