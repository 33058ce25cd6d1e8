"""Administrators choose the teams' channels and send once more what was given up."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select, update

from handlers.interaction import Correct, Nothing, Open, Show, Whisper
from handlers.message import Card, ChannelPick, Choice
from handlers.parcel import Destination
from handlers.people import Language, Person, Place, Side
from handlers.phrase import verbatim
from storage.schema import channels, outbox
from tests.handlers.home.conftest import House
from tests.handlers.questions.conftest import ADA, MAYA, PIOTR, phrases, presses

HERE = Place.at("slack", "C123")


def known(house: House) -> dict[Side, Destination]:
    with house.company.database.look() as work:
        return dict(work.switchboard.channels())


def forget_channels(house: House) -> None:
    with house.company.engine.begin() as connection:
        connection.execute(channels.delete())


def form(house: House) -> dict[str, str]:
    opened = house.do("settings.channels", ADA)
    assert isinstance(opened, Open)
    given = [one for one in opened.form.fields if isinstance(one, ChannelPick | Choice)]
    return {field.name: field.value for field in given}


def test_the_form_shows_the_channels_as_they_are(house: House) -> None:
    assert form(house) == {
        "marketing": "demo:marketing",
        "marketing-language": "en",
        "marketing-zone": "Europe/Warsaw",
        "sales": "demo:sales",
        "sales-language": "en",
        "sales-zone": "Europe/Warsaw",
    }


def test_a_channel_is_chosen_with_its_language_and_zone(house: House) -> None:
    changes = {"sales": "slack:C9", "sales-language": "pl", "sales-zone": "Asia/Tokyo"}
    assert house.do("settings.channels-saved", ADA, form(house) | changes) == Nothing()
    assert known(house)[Side.SALES] == Destination(
        platform="slack", address="C9", language=Language.POLISH, zone="Asia/Tokyo"
    )
    assert known(house)[Side.MARKETING].address == "marketing"


def test_a_channel_that_is_left_blank_stays_as_it_is(house: House) -> None:
    """The picker of one platform cannot show a channel of another."""
    given = form(house) | {"sales": "", "sales-language": "ru"}
    house.do("settings.channels-saved", ADA, given)
    assert known(house)[Side.SALES] == Destination(
        platform="demo", address="sales", language=Language.RUSSIAN, zone="Europe/Warsaw"
    )


def test_a_new_company_begins_with_blank_channels(house: House) -> None:
    forget_channels(house)
    given = form(house)
    assert (given["marketing"], given["sales"]) == ("", "")
    house.do("settings.channels-saved", ADA, given | {"marketing": "slack:C1"})
    assert known(house).keys() == {Side.MARKETING}


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"sales": "demo:marketing"}, "sales", "settings-channels-same"),
        ({"sales": "sales"}, "sales", "settings-channel-unreadable"),
        ({"sales": "demo:"}, "sales", "settings-channel-unreadable"),
        ({"sales": "DROP TABLE:x"}, "sales", "settings-channel-unreadable"),
        ({"sales": "demo:" + "x" * 300}, "sales", "settings-channel-unreadable"),
        ({"marketing-language": "xx"}, "marketing-language", "form-choose"),
        ({"sales-zone": "Mars"}, "sales-zone", "form-choose"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(
    house: House, changes: dict[str, str], field: str, sentence: str
) -> None:
    before = known(house)
    reply = house.do("settings.channels-saved", ADA, form(house) | changes)
    assert isinstance(reply, Correct)
    assert {name: phrase.key for name, phrase in reply.errors.items()} == {field: sentence}
    assert known(house) == before


# Where the bot was invited


def posted(house: House) -> list[Card]:
    return [card for card in house.company.posted() if "settings-hello-title" in phrases(card)]


def test_the_bot_says_hello_where_it_is_invited_once_a_day(house: House) -> None:
    for _ in range(3):
        assert house.do("channels.joined", MAYA, place=HERE) == Nothing()
    assert len(posted(house)) == 1
    house.do("channels.joined", MAYA, place=Place.at("slack", "C456"))
    assert len(posted(house)) == 2
    house.company.clock.move(days=1)
    house.do("channels.joined", MAYA, place=HERE)
    assert len(posted(house)) == 3


def test_hello_goes_to_the_channel_and_to_nobody_in_person(house: House) -> None:
    house.do("channels.joined", MAYA, place=HERE)
    with house.company.engine.connect() as connection:
        assert list(connection.execute(select(outbox.c.place)).scalars()) == [HERE.name]


def test_no_hello_is_said_where_there_is_no_channel(house: House) -> None:
    for place in (Place.direct(MAYA.id), Place.home(MAYA.id), Place("at:slack:"), Place("at")):
        assert house.do("channels.joined", MAYA, place=place) == Nothing()
    assert posted(house) == []


def test_an_administrator_gives_the_channel_to_a_side(house: House) -> None:
    forget_channels(house)
    house.do("channels.joined", MAYA, place=HERE)
    [card] = posted(house)
    assert presses(card, "settings.take-channel") == [{"side": "marketing"}, {"side": "sales"}]
    thread = Place.at("slack", "C123/1700000000.1")
    reply = house.do("settings.take-channel", ADA, place=thread, side="sales")
    assert isinstance(reply, Show)
    assert "settings-hello-is-sales" in phrases(reply.card)
    assert not presses(reply.card, "settings.take-channel")
    assert known(house) == {
        Side.SALES: Destination(platform="slack", address="C123", zone="Europe/Warsaw")
    }


def test_a_channel_keeps_the_language_that_was_chosen_for_its_side(house: House) -> None:
    given = form(house) | {"sales-language": "zh"}
    house.do("settings.channels-saved", ADA, given)
    house.do("settings.take-channel", ADA, place=HERE, side="sales")
    assert known(house)[Side.SALES].language is Language.CHINESE


def test_the_channel_of_one_side_is_not_given_to_the_other(house: House) -> None:
    place = Place.at("demo", "marketing")
    reply = house.do("settings.take-channel", ADA, place=place, side="sales")
    assert isinstance(reply, Whisper)
    assert "settings-taken-by-marketing" in phrases(reply.card)
    assert known(house)[Side.SALES].address == "sales"
    house.do("channels.joined", MAYA, place=place)
    [card] = posted(house)
    assert "settings-hello-is-marketing" in phrases(card)


@pytest.mark.parametrize(
    ("place", "side", "sentence"),
    [
        (HERE, "nobody", "router-unknown"),
        (HERE, "", "router-unknown"),
        (Place.direct(ADA.id), "sales", "settings-no-channel-here"),
        (Place("at:slack:"), "sales", "settings-no-channel-here"),
    ],
)
def test_a_forged_side_or_place_changes_nothing(
    house: House, place: Place, side: str, sentence: str
) -> None:
    before = known(house)
    reply = house.do("settings.take-channel", ADA, place=place, side=side)
    assert isinstance(reply, Whisper)
    assert sentence in phrases(reply.card)
    assert known(house) == before


# What was given up


def give_up(house: House, to: Person | Side, trouble: str) -> None:
    place = Place.channel(to) if isinstance(to, Side) else Place.direct(to.id)
    with house.company.database.open_work() as work:
        work.outbox.post(place, Card(verbatim("hello"), ()))
        work.commit()
    newest = select(func.max(outbox.c.id)).scalar_subquery()
    with house.company.engine.begin() as connection:
        change = update(outbox).where(outbox.c.id == newest)
        connection.execute(change.values(state="parked", trouble=trouble))


def test_the_page_tells_an_administrator_what_was_given_up_and_why(house: House) -> None:
    assert "settings-undelivered-none" in phrases(house.page(ADA))
    give_up(house, Side.SALES, "refused: channel_not_found")
    give_up(house, PIOTR, "no-destination")
    found = phrases(house.page(ADA))
    assert {"delivery-trouble-refused", "delivery-trouble-no-destination"} <= found
    assert "delivery-channel-sales" in found
    assert PIOTR.name in str(house.page(ADA))


def test_of_a_person_who_is_not_reached_no_channel_is_spoken_of(house: House) -> None:
    give_up(house, PIOTR, "refused: MessageWritesBlocked")
    found = phrases(house.page(ADA))
    assert "delivery-trouble-refused-person" in found
    assert "delivery-trouble-refused" not in found


def test_what_was_given_up_is_sent_once_more(house: House) -> None:
    give_up(house, Side.SALES, "refused: channel_not_found")
    give_up(house, PIOTR, "unavailable")
    reply = house.do("settings.retry", ADA)
    assert isinstance(reply, Whisper)
    assert dict(reply.card.title.args) == {"count": 2}
    house.deliver()
    assert "settings-undelivered-none" in phrases(house.page(ADA))
