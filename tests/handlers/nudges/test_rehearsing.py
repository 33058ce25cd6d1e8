"""Administrators and managers try the rules on the past; managers see no names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import count
from types import MappingProxyType
from typing import Any

import pytest
from sqlalchemy import Engine, func, insert, select

from handlers.errors import Refused
from handlers.interaction import Correct, Interaction, Nothing, Open, Whisper
from handlers.message import Buttons, Card, Form, Table
from handlers.nudges.rehearsal_cards import rehearsal_sheet
from handlers.nudges.rehearsing import Rehearsing, leads_of
from handlers.nudges.rehearsing_work import Trial
from handlers.nudges.rules import all_rules
from handlers.people import Owner, OwnerId, Person, Place, Role
from storage.schema import lead_changes, outbox, trials
from storage.work import Database
from tests.builders import Clock, a_rep
from tests.population import settle
from tests.storage.stale import COMPANY, LONG_AGO, PIOTR, a_stale_lead, having, inhabited

__all__ = ["inhabited"]

ADA = a_rep("Ada Admin", role=Role.ADMINISTRATOR)
MAX = a_rep("Max Manager", role=Role.MANAGER)
REPS = [a_rep(f"Rep{number} Rep") for number in range(4)]
NOTHING: Mapping[str, str] = MappingProxyType({})
DEEDS = count(1)
ROUTES = ("rehearsal.show", "rehearsal.settings", "rehearsal.try", "rehearsal.sheet")


@pytest.fixture
def rehearsing(
    database: Database, engine: Engine, clock: Clock, new_id: Callable[[], str]
) -> Rehearsing:
    settle(engine, people=[ADA, MAX])
    with database.open_work() as work:
        having(work, *(a_stale_lead(number) for number in range(1, 4)))
        work.commit()
    return Rehearsing(
        open_work=database.open_work,
        look=database.look,
        now=clock,
        new_id=new_id,
        company=COMPANY,
    )


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
        name=name, actor=by.id, place=Place.direct(by.id), id=f"{next(DEEDS)}", values=values
    )
    return rehearsing.routes()[name](asked)


def newest(rehearsing: Rehearsing) -> Card:
    """Draw the card of the rehearsal that was asked for last."""
    with rehearsing.look() as work:
        connection = work.nudges._connection  # type: ignore[attr-defined]
        last = select(outbox.c.subject).where(outbox.c.view == "rehearsal.card")
        subject = connection.execute(last.order_by(outbox.c.id.desc()).limit(1)).scalar_one()
    card = rehearsing.draw(subject)
    assert card is not None
    return card


def rehearsed(
    rehearsing: Rehearsing, name: str, by: Person = ADA, values: Mapping[str, str] = NOTHING
) -> Card:
    """Press, let the clock do what follows, and draw the card."""
    assert press(rehearsing, name, by, values) == Nothing()
    rehearsing.do_next(rehearsing.now())
    return newest(rehearsing)


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
    [row] = tables(rehearsed(rehearsing, "rehearsal.show"))["rehearsal-by-person"].rows
    assert "Piotr Rep" in str(row)


@pytest.mark.usefixtures("many")
def test_a_manager_sees_how_many_reps_had_how_much_and_no_name(rehearsing: Rehearsing) -> None:
    told = rehearsed(rehearsing, "rehearsal.show", MAX)
    found = tables(told)
    assert "rehearsal-by-person" not in found
    assert figure(found["rehearsal-by-load"], 0, 1) == 4
    assert not any(rep.name in str(told) for rep in (PIOTR, *REPS))
    assert not any(
        one.does == "rehearsal.sheet"
        for bar in told.blocks
        if isinstance(bar, Buttons)
        for one in bar.buttons
    )


def test_of_fewer_than_five_reps_a_manager_sees_no_figure(rehearsing: Rehearsing) -> None:
    told = rehearsed(rehearsing, "rehearsal.show", MAX)
    assert tables(told) == {}
    assert "rehearsal-too-few" in str(told)


def test_only_an_administrator_gets_the_file(rehearsing: Rehearsing) -> None:
    with pytest.raises(Refused):
        press(rehearsing, "rehearsal.sheet", MAX)


def test_the_file_names_every_row(rehearsing: Rehearsing, database: Database) -> None:
    press(rehearsing, "rehearsal.sheet", values={"days": "5"})
    rehearsing.do_next(rehearsing.now())
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
    tried = rehearsed(rehearsing, "rehearsal.try", values=given | {"days-status-attempting": ""})
    assert "rehearsal-nothing" in str(tried)
    assert "rehearsal-total" in str(rehearsed(rehearsing, "rehearsal.try", values=given))
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
    assert "rehearsal-no-history" in str(rehearsed(rehearsing, "rehearsal.show"))
    row = {"lead_id": 1, "field": "status", "old": "new", "new": "attempting", "origin": "import"}
    with database.engine.begin() as connection:
        connection.execute(insert(lead_changes), row | {"at": LONG_AGO})
    short = rehearsed(rehearsing, "rehearsal.try", values={"days": "5"})
    long = rehearsed(rehearsing, "rehearsal.try", values={"days": "90"})
    assert "rehearsal-history" not in str(short)
    assert "rehearsal-history" in str(long)


# After the press


def test_a_press_only_says_that_the_rehearsal_is_under_way(rehearsing: Rehearsing) -> None:
    press(rehearsing, "rehearsal.show")
    assert newest(rehearsing).title.key == "rehearsal-waiting"
    rehearsing.do_next(rehearsing.now())
    assert newest(rehearsing).title.key == "rehearsal-headline"


def test_elsewhere_a_press_tells_where_the_result_comes(rehearsing: Rehearsing) -> None:
    asked = Interaction(name="", actor=ADA.id, place=Place.home(ADA.id), id="at-home")
    told = rehearsing.show(asked)
    assert isinstance(told, Whisper)
    assert told.card.title.key == "rehearsal-begun"


def test_nobody_has_two_rehearsals_under_way(rehearsing: Rehearsing) -> None:
    press(rehearsing, "rehearsal.show")
    for route in ("rehearsal.show", "rehearsal.try", "rehearsal.sheet"):
        with pytest.raises(Refused):
            press(rehearsing, route)
    assert rehearsed(rehearsing, "rehearsal.show", MAX).title.key == "rehearsal-waiting"
    rehearsing.do_next(rehearsing.now())
    assert newest(rehearsing).title.key == "rehearsal-headline"


def test_one_rehearsal_is_under_way_at_a_time(rehearsing: Rehearsing, clock: Clock) -> None:
    press(rehearsing, "rehearsal.show")
    press(rehearsing, "rehearsal.show", MAX)
    with rehearsing.open_work() as work:
        first = work.trials.take(clock())
        assert first is not None
        assert first.person == ADA.id
        assert work.trials.take(clock()) is None
        work.trials.finish(first.id, None, clock())
        second = work.trials.take(clock())
        assert second is not None
        assert second.person == MAX.id


def test_a_rehearsal_that_a_restart_cut_off_is_done_again(
    rehearsing: Rehearsing, clock: Clock
) -> None:
    press(rehearsing, "rehearsal.show")
    taken(rehearsing)
    rehearsing.do_next(clock())
    assert newest(rehearsing).title.key == "rehearsal-waiting"
    clock.move(minutes=5)
    rehearsing.do_next(clock())
    assert newest(rehearsing).title.key == "rehearsal-headline"


def test_a_rehearsal_that_never_ends_is_given_up_and_can_be_tried_again(
    rehearsing: Rehearsing, clock: Clock
) -> None:
    press(rehearsing, "rehearsal.try", values={"days": "7"})
    for _ in range(3):
        taken(rehearsing)
        clock.move(minutes=5)
    rehearsing.do_next(clock())
    card = newest(rehearsing)
    assert card.title.key == "rehearsal-failed"
    [again] = next(one for one in card.blocks if isinstance(one, Buttons)).buttons
    assert dict(again.values)["days"] == "7"
    assert rehearsed(rehearsing, "rehearsal.show").title.key == "rehearsal-headline"


def test_a_rehearsal_tries_exactly_what_was_asked_for(rehearsing: Rehearsing) -> None:
    press(rehearsing, "rehearsal.try", values={"days": "7", "days-needs": "", "days-silent": "9"})
    with rehearsing.open_work() as work:
        found = work.trials.take(rehearsing.now())
    assert found is not None
    tried = {str(rule.id): (rule.state.value, rule.days) for rule in found.trial.rules}
    assert tried["needs"] == ("off", 3)
    assert tried["silent"] == ("on", 9)
    assert found.trial.days == 7


@pytest.mark.parametrize(
    ("route", "role"), [("rehearsal.show", Role.REP), ("rehearsal.sheet", Role.MANAGER)]
)
def test_who_may_not_see_it_any_more_gets_nothing(
    rehearsing: Rehearsing, database: Database, route: str, role: Role
) -> None:
    press(rehearsing, route)
    with database.open_work() as work:
        work.people.add(replace(ADA, role=role))
        work.commit()
    rehearsing.do_next(rehearsing.now())
    with database.engine.connect() as connection:
        waiting = connection.execute(select(outbox.c.payload)).scalars().all()
        assert waiting == [None] * len(waiting)
        assert connection.execute(select(trials.c.card)).scalars().all() == [None]


def taken(rehearsing: Rehearsing) -> None:
    """Begin a rehearsal, and do it no further."""
    with rehearsing.open_work() as work:
        assert work.trials.take(rehearsing.now()) is not None
        work.commit()
