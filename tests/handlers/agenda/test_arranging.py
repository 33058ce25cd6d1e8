"""Anybody of either side arranges the agenda, and nobody's change is lost under another's."""

from __future__ import annotations

import pytest

from handlers.agenda.model import Item, ItemState, Kind
from handlers.interaction import Correct, Nothing, Open
from handlers.people import Place, Side
from tests.handlers.agenda.conftest import (
    MAREK,
    MAYA,
    PIOTR,
    House,
    keys,
    presses,
    told,
    words,
)


@pytest.fixture
def planned(house: House) -> House:
    """Three flags wait; the meeting is the day after tomorrow."""
    house.set_up()
    for number in (1, 2, 3):
        house.flag(f"flag-{number}", lead_label=f"Lead {number}")
        house.clock.move(minutes=1)
    house.tick()
    return house


def order(house: House) -> list[str]:
    return [item.words for item in house.items() if item.state is not ItemState.DROPPED]


def first(house: House) -> Item:
    return house.items()[0]


def errors(reply: object) -> dict[str, str]:
    assert isinstance(reply, Correct)
    return {name: phrase.key for name, phrase in reply.errors.items()}


def test_flags_come_onto_the_agenda_by_themselves_and_leave_once_decided(planned: House) -> None:
    assert order(planned) == ["Lead 1", "Lead 2", "Lead 3"]
    planned.decide_flag("flag-2")
    assert "Lead 2" not in words(planned.card())
    planned.tick()
    assert order(planned) == ["Lead 1", "Lead 3"]


def test_the_card_names_no_one_beside_a_flag(planned: House) -> None:
    shown = words(planned.card())
    assert not any(PIOTR.name in word or PIOTR.id == word for word in shown)


def test_people_of_both_sides_add_topics(planned: House) -> None:
    assert isinstance(planned.do("agenda.add", PIOTR, planned.here()), Open)
    for person, topic in ((PIOTR, "Trade fair"), (MAYA, "New form")):
        reply = planned.do("agenda.added", person, planned.here(), words=topic, minutes="5")
        assert isinstance(reply, Nothing)
    assert order(planned)[-2:] == ["Trade fair", "New form"]


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"words": " ", "minutes": "5"}, {"words": "form-empty"}),
        ({"words": "x" * 201, "minutes": "5"}, {"words": "form-too-long"}),
        ({"words": "Fair", "minutes": "1"}, {"minutes": "form-choose"}),
        ({"words": "Fair", "minutes": "-5"}, {"minutes": "form-choose"}),
        ({"words": "Fair", "minutes": "1000"}, {"minutes": "form-choose"}),
    ],
)
def test_a_topic_needs_words_and_a_time(
    planned: House, given: dict[str, str], wrong: dict[str, str]
) -> None:
    assert errors(planned.do("agenda.added", PIOTR, planned.here() | given)) == wrong
    assert len(order(planned)) == 3


def test_a_topic_sent_twice_is_added_once(planned: House) -> None:
    for _ in range(2):
        planned.do("agenda.added", PIOTR, planned.here(), words="Fair", minutes="5", once="again")
    assert order(planned).count("Fair") == 1


def test_an_item_moves_past_its_neighbour(planned: House) -> None:
    later = presses(planned.card(), "agenda.move")[0]
    assert later["by"] == "1"
    planned.do("agenda.move", MAYA, later)
    assert order(planned) == ["Lead 2", "Lead 1", "Lead 3"]


def test_two_people_who_move_at_once_are_told_the_second_time(planned: House) -> None:
    seen = presses(planned.card(), "agenda.move")
    planned.do("agenda.move", MAYA, seen[0])
    assert told(planned.do("agenda.move", PIOTR, seen[-1])) == "agenda-changed"
    assert order(planned) == ["Lead 2", "Lead 1", "Lead 3"]
    planned.do("agenda.move", PIOTR, presses(planned.card(), "agenda.move")[0])
    assert order(planned) == ["Lead 1", "Lead 2", "Lead 3"]


@pytest.mark.parametrize("by", ["", "0", "99", "one"])
def test_a_forged_move_changes_nothing(planned: House, by: str) -> None:
    forged = {**planned.here(first(planned)), "by": by}
    assert told(planned.do("agenda.move", PIOTR, forged)) == "agenda-changed"
    assert order(planned) == ["Lead 1", "Lead 2", "Lead 3"]


def test_an_item_gets_more_time_and_what_no_longer_fits_waits(planned: House) -> None:
    reply = planned.do("agenda.timed", MAYA, planned.here(first(planned)), minutes="20")
    assert isinstance(reply, Nothing)
    assert first(planned).minutes == 20
    planned.do("agenda.timed", MAYA, planned.here(planned.items()[1]), minutes="20")
    assert "agenda-if-time-allows" in keys(planned.card())


def test_an_item_is_taken_off_with_a_word_and_put_back(planned: House) -> None:
    item = first(planned)
    assert errors(planned.do("agenda.dropped", PIOTR, planned.here(item), words="")) == {
        "words": "form-empty"
    }
    planned.do("agenda.dropped", PIOTR, planned.here(item), words="next quarter")
    assert order(planned) == ["Lead 2", "Lead 3"]
    assert "next quarter" in words(planned.card())
    planned.tick()
    back = presses(planned.card(), "agenda.put-back")
    planned.do("agenda.put-back", MAYA, back[0])
    assert order(planned) == ["Lead 1", "Lead 2", "Lead 3"]
    assert told(planned.do("agenda.put-back", MAYA, back[0])) == "agenda-changed"


def test_a_decision_is_kept_in_the_meetings_own_words(planned: House) -> None:
    item = first(planned)
    assert isinstance(planned.do("agenda.decide", PIOTR, planned.here(item)), Open)
    planned.do("agenda.decided", PIOTR, planned.here(item), words="New form on Monday")
    assert "New form on Monday" in words(planned.card())
    planned.decide_flag("flag-1")
    planned.tick()
    assert "New form on Monday" in words(planned.card())
    assert "Lead 1" in words(planned.card())


def test_of_two_who_decide_at_once_the_second_keeps_their_words(planned: House) -> None:
    seen = planned.here(first(planned))
    planned.do("agenda.decided", PIOTR, seen, words="yes")
    reply = planned.do("agenda.decided", MAYA, seen, words="no")
    assert errors(reply) == {"words": "agenda-decided-meanwhile"}
    assert first(planned).decision == "yes"
    again = planned.here(first(planned))
    planned.do("agenda.decided", MAYA, again, words="yes, from Monday")
    assert first(planned).decision == "yes, from Monday"


def test_a_form_about_an_item_that_left_keeps_what_was_typed(planned: House) -> None:
    item = first(planned)
    planned.decide_flag("flag-1")
    planned.tick()
    reply = planned.do("agenda.decided", MAYA, planned.here() | {"item": item.id}, words="no")
    assert errors(reply) == {"words": "agenda-item-gone"}
    assert told(planned.do("agenda.time", MAYA, planned.here() | {"item": item.id})) == (
        "agenda-item-gone"
    )


def test_an_item_of_another_meeting_cannot_be_changed(planned: House) -> None:
    item = first(planned)
    planned.do("agenda.meeting-cancelled", MAREK, planned.here(), words="fair")
    forged = {**planned.here(), "item": item.id, "state": "open"}
    assert errors(planned.do("agenda.decided", MAYA, forged, words="no")) == {
        "words": "agenda-item-gone"
    }
    late = planned.do("agenda.decided", MAYA, planned.here(item), words="no")
    assert errors(late) == {"words": "agenda-meeting-cancelled"}


def test_a_meeting_that_is_not_there_is_said_so(house: House) -> None:
    for name in ("agenda.add", "agenda.move", "agenda.decide", "agenda.minutes", "agenda.export"):
        assert told(house.do(name, MAYA, {"meeting": "nowhere"})) == "agenda-gone"
    assert house.arranging.draw("nowhere") is None


def test_whoever_leadloop_does_not_know_arranges_nothing(planned: House) -> None:
    stranger = MAYA.__class__(
        id="stranger",  # type: ignore[arg-type]
        name="S",
        email="s@example.com",
        role=MAYA.role,
        side=MAYA.side,
    )
    reply = planned.do("agenda.added", stranger, planned.here(), words="Fair", minutes="5")
    assert told(reply) == "people-unknown"
    assert len(order(planned)) == 3


def test_the_agenda_comes_to_whoever_asks_and_home_sends_it_to_them(planned: House) -> None:
    meeting = planned.upcoming()
    planned.forget_sent()
    here = Place.channel(Side.MARKETING)
    assert isinstance(planned.do("agenda.show", MAYA, place=here), Nothing)
    assert told(planned.do("agenda.show", PIOTR, place=Place.home(PIOTR.id))) == "agenda-sent"
    assert (Place.direct(PIOTR.id).name, "agenda.card", meeting.id) in planned.live()


def test_who_asks_again_for_the_agenda_hears_that_it_stands_further_up(planned: House) -> None:
    here = Place.channel(Side.MARKETING)
    planned.do("agenda.show", MAYA, place=here)
    assert told(planned.do("agenda.show", PIOTR, place=here)) == "agenda-stands-above"


def test_without_a_meeting_a_manager_is_offered_to_set_one_up(house: House) -> None:
    for person, offered in ((MAREK, 1), (MAYA, 0)):
        reply = house.do("agenda.show", person)
        assert told(reply) == "agenda-none"
        assert len(presses(reply.card, "agenda.series")) == offered  # type: ignore[union-attr]


def test_a_finding_and_an_amendment_lead_to_where_they_are_decided(planned: House) -> None:
    kinds = {item.kind for item in planned.items()}
    assert kinds == {Kind.FLAG}
    assert "agenda-elsewhere-flag" in keys(planned.card())
