"""Administrators and managers try the rules on the past; managers see no names."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import pytest
from sqlalchemy import Engine, func, insert, select

from handlers.errors import Refused
from handlers.interaction import Correct, Interaction, Open, Whisper
from handlers.message import Buttons, Card, Form, Table
from handlers.nudges.rehearsal_cards import rehearsal_sheet
from handlers.nudges.rehearsing import Rehearsing, Trial, leads_of
from handlers.nudges.rules import all_rules
from handlers.people import Owner, OwnerId, Person, Place, Role
from storage.schema import lead_changes, outbox
from storage.work import Database
from tests.builders import Clock, a_rep
from tests.population import settle
from tests.storage.stale import COMPANY, LONG_AGO, PIOTR, a_stale_lead, having, inhabited

__all__ = ["inhabited"]

ADA = a_rep("Ada Admin", role=Role.ADMINISTRATOR)
MAX = a_rep("Max Manager", role=Role.MANAGER)
REPS = [a_rep(f"Rep{number} Rep") for number in range(4)]
NOTHING: Mapping[str, str] = MappingProxyType({})
ROUTES = ("rehearsal.show", "rehearsal.settings", "rehearsal.try", "rehearsal.sheet")


@pytest.fixture
def rehearsing(database: Database, engine: Engine, clock: Clock) -> Rehearsing:
    settle(engine, people=[ADA, MAX])
    with database.open_work() as work:
        having(work, *(a_stale_lead(number) for number in range(1, 4)))
        work.commit()
    return Rehearsing(open_work=database.open_work, look=database.look, now=clock, company=COMPANY)


@pytest.fixture
def many(engine: Engine) -> None:
    """Make five reps of one."""
    owning = [
        Owner(id=OwnerId(10 + place), name=rep.name, person=rep.id)
        for place, rep in enumerate(REPS)
    ]
    settle(engine, people=REPS, owning=owning)


def press(
    rehearsing: Rehearsing, name: str, by: Person = ADA, values: Mapping[str, str] = NOTHING
) -> Any:
    asked = Interaction(
        name=name, actor=by.id, place=Place.direct(by.id), id=f"{name}{values}", values=values
    )
    return rehearsing.routes()[name](asked)


def tables(card: Card) -> dict[str, Table]:
    return {one.caption.key: one for one in card.blocks if isinstance(one, Table)}


def figure(table: Table, row: int, column: int) -> Any:
    return dict(table.rows[row][column].text.args)["count"]


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("role", [Role.REP, Role.MARKETER])
def test_nobody_else_may_rehearse(
    rehearsing: Rehearsing, database: Database, engine: Engine, route: str, role: Role
) -> None:
    other = a_rep("Olga Other", role=role)
    settle(engine, people=[other])
    with pytest.raises(Refused):
        press(rehearsing, route, other)
    with database.look() as work:
        assert rehearsing.section(work, other) == ()
        assert rehearsing.section(work, MAX) != ()


def test_an_administrator_sees_who_would_have_been_asked(rehearsing: Rehearsing) -> None:
    told = press(rehearsing, "rehearsal.show")
    assert isinstance(told, Whisper)
    [row] = tables(told.card)["rehearsal-by-person"].rows
    assert "Piotr Rep" in str(row)


@pytest.mark.usefixtures("many")
def test_a_manager_sees_how_many_reps_had_how_much_and_no_name(rehearsing: Rehearsing) -> None:
    told = press(rehearsing, "rehearsal.show", MAX)
    found = tables(told.card)
    assert "rehearsal-by-person" not in found
    assert figure(found["rehearsal-by-load"], 0, 1) == 4
    assert not any(rep.name in str(told.card) for rep in (PIOTR, *REPS))
    assert not any(
        one.does == "rehearsal.sheet"
        for bar in told.card.blocks
        if isinstance(bar, Buttons)
        for one in bar.buttons
    )


def test_of_fewer_than_five_reps_a_manager_sees_no_figure(rehearsing: Rehearsing) -> None:
    told = press(rehearsing, "rehearsal.show", MAX)
    assert tables(told.card) == {}
    assert "rehearsal-too-few" in str(told.card)


def test_only_an_administrator_gets_the_file(rehearsing: Rehearsing) -> None:
    with pytest.raises(Refused):
        press(rehearsing, "rehearsal.sheet", MAX)


def test_the_file_names_every_row(rehearsing: Rehearsing, database: Database) -> None:
    press(rehearsing, "rehearsal.sheet", values={"days": "5"})
    with database.look() as work:
        told = rehearsing.rehearse(work, Trial(all_rules(()), 5))
        sheet = rehearsal_sheet(told, leads_of(work, told))
    assert {dict(row[4].args)["text"] for row in sheet.rows} == {"L-1", "L-2", "L-3"}
    assert len(sheet.rows) == told.count == 3
    with database.engine.connect() as connection:
        assert connection.execute(select(func.count()).select_from(outbox)).scalar_one() == 1


def test_other_settings_are_tried_and_nothing_is_kept(
    rehearsing: Rehearsing, database: Database
) -> None:
    opened = press(rehearsing, "rehearsal.settings")
    assert isinstance(opened, Open)
    assert isinstance(opened.form, Form)
    given = {field.name: str(getattr(field, "value", "")) for field in opened.form.fields}
    tried = press(rehearsing, "rehearsal.try", values=given | {"days-status-attempting": ""})
    assert "rehearsal-nothing" in str(tried.card)
    again = press(rehearsing, "rehearsal.try", values=given)
    assert "rehearsal-total" in str(again.card)
    with database.look() as work:
        assert work.nudges.rules() == []


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("days", "0"),
        ("days", "91"),
        ("days", "x"),
        ("days", "²"),
        ("days-next-step", "-1"),
        ("days-next-step", "366"),
        ("days-status-attempting", "0"),
    ],
)
def test_what_cannot_be_tried_is_told_beside_its_field(
    rehearsing: Rehearsing, field: str, told: str
) -> None:
    assert list(press(rehearsing, "rehearsal.try", values={field: told}).errors) == [field]
    assert isinstance(press(rehearsing, "rehearsal.try", values={field: told}), Correct)


def test_too_little_history_is_told(rehearsing: Rehearsing, database: Database) -> None:
    assert "rehearsal-no-history" in str(press(rehearsing, "rehearsal.show").card)
    row = {"lead_id": 1, "field": "status", "old": "new", "new": "attempting", "origin": "import"}
    with database.engine.begin() as connection:
        connection.execute(insert(lead_changes), row | {"at": LONG_AGO})
    short = press(rehearsing, "rehearsal.try", values={"days": "5"}).card
    long = press(rehearsing, "rehearsal.try", values={"days": "90"}).card
    assert "rehearsal-history" not in str(short)
    assert "rehearsal-history" in str(long)
