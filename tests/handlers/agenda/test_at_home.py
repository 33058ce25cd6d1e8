"""The joint meeting on a person's own page."""

from __future__ import annotations

from handlers.message import Buttons
from handlers.people import Place
from tests.handlers.agenda.conftest import MAREK, MAYA, PIOTR, House, keys, presses
from tests.handlers.agenda.makers import moment


def test_without_a_meeting_only_those_who_can_set_one_up_see_anything(house: House) -> None:
    assert house.page(PIOTR) == ()
    assert presses(house.page(MAREK), "agenda.series") == [{}]


def test_everybody_sees_when_the_next_meeting_is_and_how_much_waits(house: House) -> None:
    house.set_up()
    house.flag()
    house.tick()
    text = house.page(PIOTR)[1]
    assert dict(text.text.args) == {  # type: ignore[union-attr]
        "title": "Sales and marketing",
        "at": moment("2026-11-18 09:00"),
        "count": 1,
    }
    assert presses(house.page(PIOTR), "agenda.show") == [{}]
    assert presses(house.page(PIOTR), "agenda.cancel") == []
    assert presses(house.page(MAREK), "agenda.cancel") == [{}]


def test_ones_own_actions_are_there_with_a_button_and_leave_when_done(house: House) -> None:
    house.set_up()
    given = {"what": "Add the role", "owner": "maya", "due": "2026-11-26"}
    house.do("agenda.actioned", PIOTR, house.here() | given)
    (done,) = presses(house.page(MAYA), "agenda.done")
    assert presses(house.page(PIOTR), "agenda.done") == []
    house.do("agenda.done", MAYA, done, place=Place.home(MAYA.id))
    assert presses(house.page(MAYA), "agenda.done") == []


def test_many_actions_are_cut_short_and_counted(house: House) -> None:
    house.set_up()
    for number in range(13):
        given = {"what": f"Thing {number}", "owner": "maya", "due": "2026-11-26"}
        house.do("agenda.actioned", PIOTR, house.here() | given)
    page = house.page(MAYA)
    assert len(presses(page, "agenda.done")) == 10
    assert "agenda-more" in keys(page)
    assert sum(isinstance(block, Buttons) for block in page) == 11


def test_what_is_known_of_somebody_counts_their_open_actions(house: House) -> None:
    house.set_up()
    given = {"what": "Add the role", "owner": "maya", "due": "2026-11-26"}
    house.do("agenda.actioned", PIOTR, house.here() | given)
    with house.database.look() as work:
        (mine,) = house.at_home.known(work, MAYA)
        (none,) = house.at_home.known(work, PIOTR)
    assert (dict(mine.args)["count"], dict(none.args)["count"]) == (1, 0)
