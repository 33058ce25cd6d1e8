"""Everybody says for themselves how much they want to be asked about stale fields."""

from __future__ import annotations

from datetime import date

import pytest

from handlers.interaction import Correct, Nothing, Open
from handlers.nudges.limits import Limits, limits_part
from handlers.nudges.model import WEEKLY_CAP, Choices
from handlers.nudges.row_forms import CAPS
from handlers.people import Person
from handlers.phrase import say
from tests.handlers.nudges.conftest import ADA, ANNA, MAREK, MAYA, PIOTR, House, whispered
from tests.handlers.questions.conftest import phrases

SAVED = {"cap": "5", "until": "2026-11-20"}


def choices(house: House, person: Person = PIOTR) -> Choices:
    with house.database.look() as work:
        return work.nudges.choices(person.id)


def limits(house: House) -> Limits:
    database = house.database
    return Limits(open_work=database.open_work, look=database.look, now=house.clock)


def test_the_form_shows_the_limits_as_they_are(house: House) -> None:
    form = house.press("nudges.limits")
    assert isinstance(form, Open)
    cap, until = form.form.fields
    assert (cap.value, until.value) == (str(WEEKLY_CAP), None)
    house.press("nudges.limited", given=SAVED)
    again = house.press("nudges.limits")
    assert isinstance(again, Open)
    cap, until = again.form.fields
    assert (cap.value, until.value) == ("5", date(2026, 11, 20))


def test_what_is_saved_is_kept_for_the_person_alone(house: House) -> None:
    assert whispered(house.press("nudges.limited", given=SAVED)) == "nudges-limits-saved"
    assert choices(house) == Choices(muted_until=date(2026, 11, 20), weekly_cap=5)
    assert choices(house, ANNA) == Choices()
    house.press("nudges.limited", given={"cap": "25", "until": ""})
    assert choices(house) == Choices(muted_until=None, weekly_cap=25)


def test_on_their_own_page_the_change_is_seen_at_once(house: House) -> None:
    assert house.press("nudges.limited", given=SAVED, at_home=True) == Nothing()


def test_a_form_that_is_sent_twice_is_saved_once(house: House) -> None:
    house.press("nudges.limited", given=SAVED, once="same")
    house.press("nudges.limited", given={"cap": "3"}, once="same")
    assert choices(house).weekly_cap == 5


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"cap": ""}, {"cap"}),
        ({"cap": "4"}, {"cap"}),
        ({"cap": "-1"}, {"cap"}),
        ({"cap": "²"}, {"cap"}),
        ({"until": "soon"}, {"until"}),
        ({"until": "2026-11-16"}, {"until"}),
        ({"until": "2028-01-01"}, {"until"}),
        ({"cap": "many", "until": "9999-99-99"}, {"cap", "until"}),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_kept(
    house: House, given: dict[str, str], wrong: set[str]
) -> None:
    reply = house.press("nudges.limited", given=SAVED | given)
    assert isinstance(reply, Correct)
    assert set(reply.errors) == wrong
    assert choices(house) == Choices()


def test_a_mute_that_is_over_is_not_shown_any_more() -> None:
    muted = Choices(muted_until=date(2026, 11, 16))
    before, after = date(2026, 11, 15), date(2026, 11, 16)
    assert "nudges-limits-muted" in phrases(limits_part(muted, before))
    assert "nudges-limits-muted" not in phrases(limits_part(muted, after))


def test_every_number_on_offer_is_one_that_can_be_kept(house: House) -> None:
    assert WEEKLY_CAP in CAPS
    for cap in CAPS:
        house.press("nudges.limited", given={"cap": str(cap)})
        assert choices(house).weekly_cap == cap


@pytest.mark.parametrize("person", [MAYA, MAREK, ADA], ids=lambda one: one.id)
def test_who_is_never_asked_sees_no_limits(house: House, person: Person) -> None:
    with house.database.look() as work:
        assert limits(house).section(work, person) == ()
        assert limits(house).section(work, PIOTR) != ()
        assert limits(house).known(work, person) == ()


def test_what_is_kept_of_a_person_is_told_to_them(house: House) -> None:
    house.find()
    with house.database.look() as work:
        assert limits(house).known(work, PIOTR) == (say("nudges-known", count=1),)
        assert limits(house).known(work, ANNA) == ()
