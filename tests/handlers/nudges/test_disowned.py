"""Administrators see the leads whose owner says "not mine", until the CRM names another owner."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from sqlalchemy import insert, select

from handlers.errors import Refused
from handlers.interaction import Interaction, Whisper
from handlers.message import Block, Buttons, Card, Items, Note
from handlers.nudges.disowned import Disowned
from handlers.people import Person, Place
from handlers.work import home_view
from storage.schema import messages, outbox
from tests.handlers.nudges.conftest import ADA, MAREK, MAYA, PIOTR, House
from tests.storage.stale import a_nudge


def section(house: House, person: Person = ADA) -> tuple[Block, ...]:
    with house.database.look() as work:
        return Disowned(look=house.database.look).section(work, person)


def listed(house: House, person: Person = ADA) -> Card:
    asked = Interaction(name="", actor=person.id, place=Place.home(person.id), id="look")
    told = Disowned(look=house.database.look).show(asked)
    assert isinstance(told, Whisper)
    return told.card


def leads(house: House) -> list[dict[str, Any]]:
    lists = [block for block in listed(house).blocks if isinstance(block, Items)]
    return [dict(line.args) for block in lists for line in block.items]


def test_a_lead_that_is_not_its_owners_is_shown_to_administrators_and_nobody_else(
    house: House,
) -> None:
    house.find()
    assert section(house) == ()
    house.press("nudges.not-mine")
    [note, bar] = section(house)
    assert isinstance(note, Note)
    assert dict(note.text.args) == {"count": 1}
    assert isinstance(bar, Buttons)
    [lead] = leads(house)
    assert (lead["lead"], lead["id"], lead["since"]) == ("Lead 1 · Acme", "1", date(2026, 11, 16))
    for other in (PIOTR, MAYA, MAREK):
        assert section(house, other) == ()
        with pytest.raises(Refused):
            listed(house, other)


def test_the_list_names_nobody(house: House) -> None:
    house.find()
    house.press("nudges.not-mine")
    assert PIOTR.name not in str((section(house), listed(house)))


def test_a_lead_leaves_the_list_once_the_crm_names_another_owner(house: House) -> None:
    house.find()
    house.press("nudges.not-mine")
    house.change(owner_id=2)
    assert section(house) == ()
    assert listed(house).title.key == "nudges-disowned-none"


def test_a_lead_leaves_the_list_with_the_crm(house: House) -> None:
    house.find()
    house.press("nudges.not-mine")
    house.change(gone_at=house.clock())
    assert section(house) == ()


def test_whoever_thinks_better_of_it_takes_the_lead_off_the_list(house: House) -> None:
    house.find()
    house.press("nudges.not-mine")
    house.press("nudges.again")
    assert section(house) == ()


def test_the_newest_word_stands_first_and_what_has_no_room_is_counted(house: House) -> None:
    house.find(*(a_nudge(number) for number in range(1, 4)))
    for number in (2, 1, 3):
        house.press("nudges.not-mine", nudge=f"nudge-{number}")
        house.clock.move(minutes=1)
    assert [lead["id"] for lead in leads(house)] == ["3", "1", "2"]
    with house.database.look() as work:
        assert [one.lead.external_id for one in work.nudges.disowned(2)] == ["3", "1"]
        assert work.nudges.count_disowned() == 3


def test_an_administrators_page_is_brought_up_to_date(house: House) -> None:
    house.find()
    house.press("nudges.not-mine")
    assert Place.home(ADA.id).name not in drawn(house)
    with house.engine.begin() as connection:
        connection.execute(insert(messages), stands(house))
    house.press("nudges.again")
    assert Place.home(ADA.id).name in drawn(house)


def drawn(house: House) -> list[str]:
    """Name the places whose live message is to be drawn anew."""
    with house.engine.connect() as connection:
        return list(connection.execute(select(outbox.c.place)).scalars())


def stands(house: House) -> Mapping[str, object]:
    """Say that Ada has opened her page."""
    about, place = home_view(ADA.id), Place.home(ADA.id).name
    row = {"view": about.view, "subject": about.subject, "place": place, "platform": "demo"}
    return row | {"address": place, "reference": "1", "drawn_at": house.clock()}
