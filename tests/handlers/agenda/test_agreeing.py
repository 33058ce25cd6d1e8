"""Actions come back until they are done, minutes are posted once, and files go to whoever asks."""

from __future__ import annotations

import pytest

from handlers.agenda.model import Action, ActionState, MeetingState
from handlers.interaction import Correct, Nothing, Open, Reply, Whisper
from handlers.message import Calendar, Document
from handlers.people import Place, Side
from tests.handlers.agenda.conftest import (
    MAREK,
    MAYA,
    NINA,
    PIOTR,
    House,
    keys,
    presses,
    told,
    words,
)
from tests.handlers.agenda.makers import moment

SALES, MARKETING = Place.channel(Side.SALES), Place.channel(Side.MARKETING)


@pytest.fixture
def planned(house: House) -> House:
    """The meeting is the day after tomorrow."""
    house.set_up()
    return house


def agree(
    house: House, what: str = "Add the role", owner: str = "maya", due: str = "2026-11-26"
) -> Reply:
    return house.do("agenda.actioned", PIOTR, house.here(), what=what, owner=owner, due=due)


def only(house: House) -> Action:
    (action,) = house.open_actions()
    return action


def test_an_action_has_an_owner_and_a_day(planned: House) -> None:
    assert isinstance(planned.do("agenda.action", PIOTR, planned.here()), Open)
    assert isinstance(agree(planned), Nothing)
    assert (only(planned).owner, only(planned).side) == (MAYA.id, Side.MARKETING)


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"what": ""}, {"what": "form-empty"}),
        ({"what": "x" * 201}, {"what": "form-too-long"}),
        ({"owner": "nobody"}, {"owner": "agenda-owner-unknown"}),
        ({"owner": ""}, {"owner": "agenda-owner-unknown"}),
        ({"due": "2026-11-15"}, {"due": "agenda-due-range"}),
        ({"due": "2026-02-30"}, {"due": "form-day-wrong"}),
        ({"due": ""}, {"due": "form-empty"}),
        ({"due": "2028-01-01"}, {"due": "agenda-due-range"}),
    ],
)
def test_what_cannot_be_agreed_is_said_beside_its_field(
    planned: House, given: dict[str, str], wrong: dict[str, str]
) -> None:
    reply = agree(planned, **given)
    assert isinstance(reply, Correct)
    assert {name: phrase.key for name, phrase in reply.errors.items()} == wrong
    assert planned.open_actions() == []


def test_the_agenda_shows_an_action_by_its_side_and_never_by_its_owner(planned: House) -> None:
    agree(planned)
    planned.until(moment("2026-11-30 09:00"))
    shown = planned.card()
    assert "agenda-action-overdue" in keys(shown)
    assert "agenda-side-marketing" in keys(shown)
    assert not any(MAYA.name in word for word in words(shown))


def test_the_owner_gets_what_they_agreed_to_in_one_message_while_they_work(
    planned: House,
) -> None:
    agree(planned, owner="nina")
    agree(planned, "Call back", owner="nina")
    planned.tick()
    direct = Place.direct(NINA.id)
    assert planned.posted(direct) == []  # it is four in the morning in New York
    planned.until(moment("2026-11-16 14:30"))
    (card,) = planned.posted(direct)
    assert {"Add the role", "Call back"} <= words(card)
    planned.until(moment("2026-11-17 16:00"))
    assert len(planned.posted(direct)) == 1


def test_there_is_one_reminder_on_the_working_day_before(planned: House) -> None:
    agree(planned, due="2026-11-23")  # a Monday
    planned.until(moment("2026-11-20 07:00"))
    assert len(planned.posted(Place.direct(MAYA.id))) == 1
    planned.until(moment("2026-11-20 09:00"))
    reminder = planned.posted(Place.direct(MAYA.id))[1:]
    assert [card.title.key for card in reminder] == ["agenda-due-soon"]
    planned.until(moment("2026-11-25 16:00"))
    assert len(planned.posted(Place.direct(MAYA.id))) == 2


def test_what_is_told_on_the_day_before_is_not_reminded_of(planned: House) -> None:
    agree(planned, due="2026-11-17")
    planned.until(moment("2026-11-18 15:00"))
    assert len(planned.posted(Place.direct(MAYA.id))) == 1


def test_what_is_done_is_not_reminded_of(planned: House) -> None:
    agree(planned)
    planned.tick()
    assert told(planned.do("agenda.done", MAYA, action=only(planned).id)) == "agenda-done"
    planned.until(moment("2026-11-27 09:00"))
    assert len(planned.posted(Place.direct(MAYA.id))) == 1


def test_the_owner_or_a_manager_says_that_an_action_is_done(planned: House) -> None:
    agree(planned)
    agree(planned, "Call back")
    first, second = planned.open_actions()
    assert told(planned.do("agenda.done", PIOTR, action=first.id)) == "agenda-only-the-owner"
    home = Place.home(MAYA.id)
    assert isinstance(planned.do("agenda.done", MAYA, place=home, action=first.id), Nothing)
    assert told(planned.do("agenda.done", MAREK, action=second.id)) == "agenda-done"
    assert planned.open_actions() == []
    assert told(planned.do("agenda.done", MAYA, action=first.id)) == "agenda-action-closed"
    assert told(planned.do("agenda.done", MAYA, action="none")) == "agenda-action-gone"


def test_an_action_is_given_up_with_a_word(planned: House) -> None:
    agree(planned)
    action = only(planned)
    assert told(planned.do("agenda.drop", PIOTR, action=action.id)) == "agenda-only-the-owner"
    assert isinstance(planned.do("agenda.drop", MAYA, action=action.id), Open)
    assert isinstance(planned.do("agenda.dropped", MAYA, action=action.id, words=""), Correct)
    planned.do("agenda.dropped", MAYA, action=action.id, words="the fair was cancelled")
    with planned.database.look() as work:
        assert work.agenda.action(action.id).state is ActionState.DROPPED


def test_everybody_lists_their_own_actions_and_a_manager_all(planned: House) -> None:
    agree(planned)
    agree(planned, "Call back", owner="piotr")
    for person, count in ((MAYA, 1), (PIOTR, 1), (MAREK, 2), (NINA, 0)):
        reply = planned.do("agenda.actions", person)
        assert isinstance(reply, Whisper)
        assert len(presses(reply.card, "agenda.done")) == count
        assert not any(MAYA.name in word for word in words(reply.card))


def test_minutes_are_posted_to_both_channels_once_the_meeting_is_over(planned: House) -> None:
    planned.flag()
    planned.tick()
    meeting = planned.upcoming()
    here = planned.here()
    assert told(planned.do("agenda.minutes", PIOTR, here)) == "agenda-not-over"
    planned.do("agenda.decided", MAYA, planned.here(planned.items()[0]), words="New form")
    agree(planned)
    planned.until(moment("2026-11-18 09:40"))
    assert planned.meeting(meeting.id).state is MeetingState.HELD
    assert isinstance(planned.do("agenda.minutes", PIOTR, here), Nothing)
    for channel in (SALES, MARKETING):
        (minutes,) = planned.posted(channel)
        assert {"New form", "Add the role", MAYA.name} <= words(minutes)
    assert told(planned.do("agenda.minutes", MAYA, here)) == "agenda-already-minuted"
    planned.until(moment("2026-11-20 20:00"))
    assert len(planned.posted(SALES)) == 1


def test_minutes_post_themselves_at_the_end_of_the_next_working_day(planned: House) -> None:
    planned.until(moment("2026-11-19 15:59"))
    assert planned.posted(SALES) == []
    planned.until(moment("2026-11-19 16:00"))
    assert [card.title.key for card in planned.posted(SALES)] == ["agenda-minutes-title"]
    assert "agenda-minutes-nothing" in keys(planned.posted(MARKETING)[0])


def test_what_was_written_down_after_the_meeting_is_in_its_minutes(planned: House) -> None:
    planned.do("agenda.added", MAYA, planned.here(), words="Trade fair", minutes="5")
    meeting = planned.upcoming()
    planned.until(moment("2026-11-18 10:00"))
    (item,) = planned.items(meeting)
    planned.do("agenda.decided", PIOTR, planned.here(item), words="We go")
    planned.do("agenda.minutes", PIOTR, planned.here(item))
    assert "We go" in words(planned.posted(SALES)[0])
    assert planned.items() == []
    late = planned.do("agenda.decided", PIOTR, planned.here(item), words="We stay")
    assert isinstance(late, Correct)
    assert late.errors["words"].key == "agenda-already-minuted"
    closed = planned.do(
        "agenda.actioned", PIOTR, planned.here(item), what="x", owner="maya", due="2026-11-26"
    )
    assert isinstance(closed, Correct)
    assert closed.errors["what"].key == "agenda-already-minuted"


def test_words_nobody_decided_on_come_back_next_time(planned: House) -> None:
    planned.do("agenda.added", MAYA, planned.here(), words="Trade fair", minutes="5")
    planned.until(moment("2026-11-18 12:00"))
    assert planned.items() == []  # it may still be written down what became of it
    planned.until(moment("2026-11-19 16:00"))
    assert [item.words for item in planned.items()] == ["Trade fair"]
    assert "agenda-minutes-left" in keys(planned.posted(SALES)[0])


def test_later_minutes_tell_what_was_done_and_given_up_without_names(planned: House) -> None:
    agree(planned)
    agree(planned, "Call back")
    planned.until(moment("2026-11-20 09:00"))
    done, given_up = planned.open_actions()
    planned.do("agenda.done", MAYA, action=done.id)
    planned.do("agenda.dropped", MAYA, action=given_up.id, words="nobody answers")
    planned.until(moment("2026-12-03 16:00"))
    minutes = planned.posted(SALES)[-1]
    assert "nobody answers" in words(minutes)
    assert {"agenda-minutes-done", "agenda-minutes-given-up"} <= set(keys(minutes))
    assert MAYA.name not in words(minutes)


def test_the_agenda_and_the_series_go_as_files_to_whoever_asks(planned: House) -> None:
    for form in ("calendar", "text"):
        asked = planned.do("agenda.export", PIOTR, planned.here(), form=form)
        assert told(asked) == "agenda-file-sent"
    calendar, text = planned.files(PIOTR)
    assert isinstance(calendar, Calendar)
    assert isinstance(text, Document)
    assert text.name == "agenda-2026-11-18"
    assert text.card == planned.card()
