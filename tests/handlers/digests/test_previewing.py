"""Managers see a digest before it leaves: they hold it, release it, add a note, or send it at once."""

from __future__ import annotations

import pytest

from handlers.digests.editions import EditionState
from handlers.home.cards import Part
from handlers.interaction import Correct, Nothing, Open
from handlers.message import Form
from handlers.people import Person, Side
from tests.handlers.agenda.conftest import keys, presses, told, words
from tests.handlers.digests.conftest import (
    ADA,
    HELEN,
    MAREK,
    MARKETING,
    MAYA,
    PIOTR,
    WEEK,
    House,
)

THIS = {"week": str(WEEK)}


@pytest.fixture
def friday(full: House) -> House:
    """It is Friday afternoon, and the preview was shown."""
    full.at("2026-11-20 14:00")
    return full


def opened(reply: object) -> Form:
    assert isinstance(reply, Open)
    return reply.form


def test_a_held_digest_stays_until_somebody_releases_it(friday: House) -> None:
    assert told(friday.do("digests.hold", MAREK, THIS)) == "digests-held"
    friday.at("2026-11-23 09:00")
    assert friday.sent(Side.SALES) == friday.sent(Side.MARKETING) == []
    assert told(friday.do("digests.release", HELEN, THIS)) == "digests-released"
    assert friday.sent(Side.SALES) == friday.sent(Side.MARKETING) == ["2026-W47"]
    friday.at("2026-11-23 09:05")
    assert friday.sent(Side.SALES) == ["2026-W47"]


def test_managers_are_reminded_once_of_a_held_digest(friday: House) -> None:
    friday.do("digests.hold", MAREK, THIS)
    friday.at("2026-11-23 09:00")
    friday.at("2026-11-23 10:00")
    for manager in (MAREK, HELEN):
        assert [card.title.key for card in friday.posted(manager)] == ["digests-held-title"]


def test_what_is_released_before_its_time_leaves_in_its_time(friday: House) -> None:
    friday.do("digests.hold", MAREK, THIS)
    friday.do("digests.release", MAREK, THIS)
    assert friday.sent(Side.SALES) == []
    friday.at("2026-11-23 09:00")
    assert friday.sent(Side.SALES) == ["2026-W47"]


def test_a_week_that_is_not_over_cannot_be_sent(friday: House) -> None:
    assert presses(friday.preview(), "digests.send") == []
    assert told(friday.do("digests.send", MAREK, THIS)) == "digests-week-not-over"
    assert friday.sent(Side.SALES) == []


def test_what_is_sent_before_monday_at_nine_does_not_come_again(friday: House) -> None:
    friday.at("2026-11-23 07:00")
    assert presses(friday.preview(), "digests.send") == [THIS]
    assert told(friday.do("digests.send", MAREK, THIS)) == "digests-sent"
    friday.at("2026-11-23 09:00")
    assert friday.sent(Side.SALES) == friday.sent(Side.MARKETING) == ["2026-W47"]
    assert "digests-sent-late" not in keys(friday.card())


def test_what_has_left_cannot_be_held_or_sent_again(friday: House) -> None:
    friday.at("2026-11-23 09:00")
    for route in ("digests.hold", "digests.release", "digests.send"):
        assert told(friday.do(route, MAREK, THIS)) == "digests-has-left"
    assert presses(friday.preview(), "digests.hold") == []
    assert friday.sent(Side.SALES) == ["2026-W47"]


def test_an_old_week_cannot_be_sent(friday: House) -> None:
    friday.clock.move(days=21)
    assert told(friday.do("digests.send", MAREK, THIS)) == "digests-has-left"


def test_a_note_is_read_in_both_channels_and_signed_by_a_side(friday: House) -> None:
    friday.do("digests.noted", HELEN, THIS, words="The fair takes two of us.")
    friday.at("2026-11-23 09:00")
    for side in Side:
        card = friday.card(side)
        assert "digests-note-marketing" in keys(card)
        assert "The fair takes two of us." in words(card)
        assert HELEN.name not in words(card)


def test_each_side_has_a_note_of_its_own_and_may_take_it_away(friday: House) -> None:
    friday.do("digests.noted", HELEN, THIS, words="From marketing")
    friday.do("digests.noted", MAREK, THIS, words="From sales")
    assert {"digests-note-marketing", "digests-note-sales"} <= set(keys(friday.card()))
    friday.do("digests.noted", MAREK, THIS, words="")
    assert "digests-note-sales" not in keys(friday.card())


def test_a_blaming_note_is_proposed_in_gentler_words_and_the_writer_decides(
    friday: House,
) -> None:
    blaming = "Marketing always sends us garbage."
    form = opened(friday.do("digests.noted", MAREK, THIS, words=blaming))
    assert form.name == "digests.note-confirmed"
    assert [one.note for one in friday.editions().values() if one.note] == []
    assert friday.do("digests.note-confirmed", MAREK, THIS, words=blaming) == Nothing()
    assert friday.editions()[Side.SALES].note == blaming


def test_a_note_that_is_too_long_stays_in_the_form(friday: House) -> None:
    assert isinstance(friday.do("digests.noted", MAREK, THIS, words="x" * 501), Correct)


def test_a_note_to_what_has_left_stays_in_the_form(friday: House) -> None:
    friday.at("2026-11-23 09:00")
    reply = friday.do("digests.noted", MAREK, THIS, words="Too late")
    assert isinstance(reply, Correct)
    assert reply.errors["words"].key == "digests-has-left"


@pytest.mark.parametrize(
    "route",
    [
        "digests.look",
        "digests.hold",
        "digests.release",
        "digests.send",
        "digests.note",
        "digests.noted",
    ],
)
@pytest.mark.parametrize("person", [PIOTR, MAYA])
def test_nobody_but_managers_touches_a_preview(friday: House, route: str, person: Person) -> None:
    friday.at("2026-11-23 07:00")
    reply = friday.do(route, person, THIS, words="x")
    assert told(reply) == "digests-only-managers"
    assert friday.sent(Side.SALES) == []


def test_an_administrator_may_release_too(friday: House) -> None:
    friday.do("digests.hold", MAREK, THIS)
    assert told(friday.do("digests.release", ADA, THIS)) == "digests-released"
    assert friday.editions()[Side.SALES].state is EditionState.PLANNED


def test_a_manager_finds_the_waiting_digest_on_their_page(friday: House) -> None:
    def section(person: Person) -> Part:
        with friday.database.look() as work:
            [part] = friday.together.sections
            return part(work, person)

    friday.do("digests.hold", MAREK, THIS, place=MARKETING)
    assert "digests-home-held" in keys(section(HELEN))
    assert section(PIOTR) == ()
    assert told(friday.do("digests.look", HELEN, THIS)) == "digests-sent-to-you"
    assert friday.previews(HELEN)
