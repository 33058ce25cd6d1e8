"""Everybody decides about their own language, hours and absences, and about nobody else's."""

from __future__ import annotations

from datetime import date

from handlers.interaction import Correct, Nothing, Open, Whisper
from handlers.people import Chosen, Language, Place
from handlers.working_time import Away
from tests.handlers.home.conftest import House
from tests.handlers.questions.conftest import MAYA, PIOTR, phrases, presses
from tests.handlers.settings.test_reading import filled

TODAY = date(2026, 11, 16)


def save(house: House, **changes: str) -> object:
    opened = house.do("settings.mine", PIOTR)
    assert isinstance(opened, Open)
    return house.do("settings.mine-saved", PIOTR, filled(opened.form) | changes)


def test_saved_settings_are_kept_and_the_page_speaks_the_new_language(house: House) -> None:
    house.do("home.opened", PIOTR)
    house.deliver()
    assert save(house, language="pl", zone="America/New_York", start="07:00") == Nothing()
    kept = house.person(PIOTR)
    assert kept.language is Language.POLISH
    assert (kept.hours.zone, kept.hours.start.hour) == ("America/New_York", 7)
    assert kept.chosen == {Chosen.LANGUAGE, Chosen.ZONE}
    assert (Place.home(PIOTR.id).name, "home.card") in house.live(PIOTR)
    assert house.person(MAYA) == MAYA


def test_whoever_keeps_people_in_memory_hears_of_it(house: House) -> None:
    save(house, language="zh")
    assert house.heard == [house.person(PIOTR)]


def test_away_from_the_page_a_word_tells_that_it_is_kept(house: House) -> None:
    opened = house.do("settings.mine", PIOTR)
    assert isinstance(opened, Open)
    direct = Place.direct(PIOTR.id)
    reply = house.do("settings.mine-saved", PIOTR, filled(opened.form), place=direct)
    assert isinstance(reply, Whisper)
    assert "settings-saved" in phrases(reply.card)


def test_what_is_wrong_keeps_the_form_open_and_changes_nothing(house: House) -> None:
    reply = save(house, language="pl", end="00:00")
    assert isinstance(reply, Correct)
    assert reply.errors.keys() == {"end"}
    assert house.person(PIOTR) == PIOTR
    assert house.heard == []


def test_who_is_away_is_asked_nothing_until_they_are_back(house: House) -> None:
    company = house.company
    assert isinstance(house.do("settings.away", PIOTR), Open)
    assert house.do("settings.away-saved", PIOTR, last="2026-11-18") == Nothing()
    assert house.person(PIOTR).hours.away == (Away(TODAY, date(2026, 11, 18)),)
    company.ask_owners(company.ask(1))
    assert company.envelope_ids(PIOTR) == []
    assert "settings-away-days" in phrases(house.page(PIOTR))
    assert presses(house.page(PIOTR), "settings.back")
    assert house.do("settings.back", PIOTR) == Nothing()
    company.envelopes.filling.fill(company.clock())
    assert len(company.envelope_ids(PIOTR)) == 1
    assert not presses(house.page(PIOTR), "settings.back")


def test_an_absence_needs_a_day_from_today_on(house: House) -> None:
    for last in ("", "soon", "2026-11-15", "2031-01-01"):
        reply = house.do("settings.away-saved", PIOTR, last=last)
        assert isinstance(reply, Correct)
        assert reply.errors["last"].key == "settings-away-range"


def test_who_is_not_away_cannot_come_back(house: House) -> None:
    reply = house.do("settings.back", PIOTR)
    assert isinstance(reply, Whisper)
    assert "settings-not-away" in phrases(reply.card)
