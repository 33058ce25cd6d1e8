"""Administrators decide about the rules, and nobody else does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from sqlalchemy import Engine, select

from handlers.errors import Refused, Stale
from handlers.interaction import Correct, Interaction, Nothing, Open, Show, Whisper
from handlers.lead import Status
from handlers.message import Button, Buttons, Card
from handlers.nudges.administering import Ruling, take_over
from handlers.nudges.model import NudgeState, Rule, RuleId, RuleState, Watch
from handlers.nudges.rules import MOST_RULES, all_rules, shipped
from handlers.people import Person, Place, Role
from storage.schema import nudges
from storage.work import Database
from tests.builders import MONDAY_MORNING, Clock, a_rep
from tests.population import settle
from tests.storage.stale import PIOTR, a_nudge, a_stale_lead, having, inhabited, keep

__all__ = ["inhabited"]

ADA = a_rep("Ada Admin", role=Role.ADMINISTRATOR)
ROUTES = ("rules.show", "rules.add", "rules.edit", "rules.edited", "rules.switch")
FILLED = {
    "rule": "next-step",
    "watch": "missing",
    "field": "next_step",
    "statuses": "connected\nqualified",
    "days": "4",
    "on": "on",
}


@pytest.fixture
def ruling(database: Database, engine: Engine, clock: Clock) -> Ruling:
    settle(engine, people=[ADA])
    return Ruling(
        open_work=database.open_work, look=database.look, now=clock, new_id=lambda: "fresh"
    )


def press(ruling: Ruling, name: str, **values: str) -> Any:
    return press_by(ADA, ruling, name, values)


def press_by(by: Person, ruling: Ruling, name: str, values: Mapping[str, str]) -> Any:
    asked = Interaction(
        name=name, actor=by.id, place=Place.direct(by.id), id=f"{name}{values}", values=values
    )
    return ruling.routes()[name](asked)


def rule_of(database: Database, id: str) -> Rule:
    with database.look() as work:
        return next(one for one in all_rules(work.nudges.rules()) if one.id == id)


def buttons(card: Card) -> list[Button]:
    bars = [block for block in card.blocks if isinstance(block, Buttons)]
    return [button for bar in bars for button in bar.buttons]


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("role", [Role.REP, Role.MARKETER, Role.MANAGER])
def test_nobody_but_an_administrator_may_look_or_change(
    ruling: Ruling, database: Database, engine: Engine, route: str, role: Role
) -> None:
    other = a_rep("Olga Other", role=role)
    settle(engine, people=[other])
    with pytest.raises(Refused):
        press_by(other, ruling, route, FILLED)
    with database.look() as work:
        assert work.nudges.rules() == []
        assert ruling.section(work, other) == ()


def test_an_administrator_sees_how_many_rules_ask(ruling: Ruling, database: Database) -> None:
    with database.look() as work:
        assert ruling.section(work, ADA) != ()


def test_the_list_shows_every_rule_page_by_page(ruling: Ruling) -> None:
    shown = press(ruling, "rules.show")
    assert isinstance(shown, Whisper)
    further = press(ruling, "rules.show", page="1")
    assert isinstance(further, Show)
    pressed = [*buttons(shown.card), *buttons(further.card)]
    edited = [dict(one.values)["rule"] for one in pressed if one.does == "rules.edit"]
    assert edited == [rule.id for rule in shipped()]


@pytest.mark.parametrize("page", ["-1", "99", "x", "²"])
def test_a_page_that_is_not_there_is_another_page(ruling: Ruling, page: str) -> None:
    assert isinstance(press(ruling, "rules.show", page=page), Show)


def test_a_rule_is_edited_and_what_it_queued_is_forgotten(
    ruling: Ruling, database: Database
) -> None:
    with database.open_work() as work:
        having(work, a_stale_lead(next_step="Call"))
        keep(work, a_nudge(rule="next-step"))
        work.commit()
    assert isinstance(press(ruling, "rules.edit", rule="next-step"), Open)
    assert isinstance(press(ruling, "rules.edited", **FILLED), Whisper)
    rule = rule_of(database, "next-step")
    assert (rule.days, rule.state, rule.judged_since) == (4, RuleState.ON, MONDAY_MORNING)
    with database.engine.connect() as connection:
        assert connection.execute(select(nudges)).all() == []


def test_saving_a_rule_as_it_is_changes_nothing(ruling: Ruling, database: Database) -> None:
    with database.open_work() as work:
        having(work, a_stale_lead(next_step="Call"))
        work.commit()
    press(ruling, "rules.edited", **FILLED | {"days": "2"})
    assert rule_of(database, "next-step").judged_since is None


def test_a_rule_is_added(ruling: Ruling, database: Database) -> None:
    with database.open_work() as work:
        having(work, a_stale_lead(), extra={"region": "EMEA"})
        work.commit()
    assert isinstance(press(ruling, "rules.add"), Open)
    press(ruling, "rules.edited", **FILLED | {"rule": "", "field": "extra:region"})
    rule = rule_of(database, "own-fresh")
    assert (rule.watch, rule.field, rule.days) == (Watch.MISSING, "extra:region", 4)
    assert rule.statuses == (Status.CONNECTED, Status.QUALIFIED)


@pytest.mark.parametrize(
    ("wrong", "changes"),
    [
        ("days", {"days": "many"}),
        ("days", {"days": "²"}),
        ("days", {"days": "366"}),
        ("days", {"days": ""}),
        ("watch", {"watch": "guess"}),
        ("field", {"field": "extra:moon"}),
        ("field", {"field": "email"}),
        ("statuses", {"statuses": ""}),
        ("statuses", {"statuses": "connected\nlost"}),
        ("statuses", {"statuses": "disqualified"}),
        ("field", {"watch": "silent"}),
    ],
)
def test_what_is_wrong_with_a_form_is_said_beside_its_field(
    ruling: Ruling, database: Database, wrong: str, changes: dict[str, str]
) -> None:
    with database.open_work() as work:
        having(work, a_stale_lead(next_step="Call"))
        work.commit()
    reply = press(ruling, "rules.edited", **FILLED | changes)
    assert isinstance(reply, Correct)
    assert list(reply.errors) == [wrong]
    with database.look() as work:
        assert work.nudges.rules() == []


def test_there_is_room_for_so_many_rules_only(ruling: Ruling, database: Database) -> None:
    with database.open_work() as work:
        for number in range(MOST_RULES - len(shipped())):
            work.nudges.keep_rule(an_own_rule(f"own-{number}"))
        work.commit()
    with pytest.raises(Refused):
        press(ruling, "rules.add")
    with pytest.raises(Refused):
        press(ruling, "rules.edited", **FILLED | {"rule": ""})


def test_a_rule_that_is_gone_cannot_be_edited_or_switched(ruling: Ruling) -> None:
    for route in ("rules.edit", "rules.edited", "rules.switch"):
        with pytest.raises(Stale):
            press(ruling, route, **FILLED | {"rule": "own-gone"})


def test_a_rule_is_switched_off_and_on_from_the_list(ruling: Ruling, database: Database) -> None:
    assert isinstance(press(ruling, "rules.switch", rule="needs", on="", page="1"), Show)
    assert rule_of(database, "needs").state is RuleState.OFF
    press(ruling, "rules.switch", rule="needs", on="on", page="1")
    assert rule_of(database, "needs").state is RuleState.ON


def test_a_paused_rule_is_switched_on_from_the_message_that_told_of_it(
    ruling: Ruling, database: Database
) -> None:
    paused = shipped()[3].paused(MONDAY_MORNING)
    with database.open_work() as work:
        work.nudges.keep_rule(paused)
        work.commit()
    assert isinstance(press(ruling, "rules.show"), Whisper)
    assert isinstance(press(ruling, "rules.switch", rule=paused.id, on="on"), Whisper)
    again = rule_of(database, paused.id)
    assert (again.state, again.paused_at) == (RuleState.ON, None)


def test_a_press_that_is_repeated_changes_nothing(ruling: Ruling, database: Database) -> None:
    press(ruling, "rules.switch", rule="silent", on="")
    assert rule_of(database, "silent").judged_since is None


def test_on_their_own_page_what_was_saved_is_seen_at_once(ruling: Ruling) -> None:
    asked = Interaction(
        name="rules.edited", actor=ADA.id, place=Place.home(ADA.id), id="1", values=FILLED
    )
    assert ruling.save(asked) == Nothing()


# As a file


def an_own_rule(id: str, **changes: Any) -> Rule:
    told: dict[str, Any] = {
        "watch": Watch.MISSING,
        "field": "extra:region",
        "statuses": (Status.CONNECTED,),
        "days": 2,
    }
    return Rule(id=RuleId(id), **told | changes)


def test_exactly_the_rules_of_a_file_ask_from_then_on(database: Database) -> None:
    with database.open_work() as work:
        work.nudges.keep_rule(an_own_rule("own-old"))
        first = shipped()[0]
        take_over(work, [first, an_own_rule("own-new")], MONDAY_MORNING)
        rules = all_rules(work.nudges.rules())
    assert [rule.id for rule in rules if rule.state is RuleState.ON] == [first.id, "own-new"]
    assert "own-old" not in {rule.id for rule in rules}


def test_taking_over_the_rules_as_they_are_changes_nothing(database: Database) -> None:
    paused = shipped()[3].paused(MONDAY_MORNING)
    with database.open_work() as work:
        work.nudges.keep_rule(paused)
        work.nudges.keep_rule(an_own_rule("own"))
        before = all_rules(work.nudges.rules())
        told = [_as_a_file_tells(rule) for rule in before]
        take_over(work, told, MONDAY_MORNING)
        assert all_rules(work.nudges.rules()) == before


def _as_a_file_tells(rule: Rule) -> Rule:
    state = RuleState.ON if rule.state is RuleState.ON else RuleState.OFF
    return Rule(
        id=rule.id,
        watch=rule.watch,
        field=rule.field,
        statuses=rule.statuses,
        days=rule.days,
        state=state,
    )


def test_too_many_rules_are_refused(database: Database) -> None:
    with database.open_work() as work, pytest.raises(Refused):
        take_over(work, [an_own_rule(str(n)) for n in range(MOST_RULES + 1)], MONDAY_MORNING)


def test_what_a_paused_rule_shows_counts_rows_and_no_people(
    ruling: Ruling, database: Database
) -> None:
    with database.open_work() as work:
        for number in range(1, 13):
            having(work, a_stale_lead(number))
            closed = {"state": NudgeState.EXPIRED, "asked_at": MONDAY_MORNING}
            keep(work, a_nudge(number, closed_at=MONDAY_MORNING, **closed))
        work.commit()
    with database.open_work() as work:
        rule = next(one for one in shipped() if one.id == "status-attempting")
        work.nudges.keep_rule(rule.paused(MONDAY_MORNING.replace(hour=10)))
        work.commit()
    card = press(ruling, "rules.show").card
    assert "rules-why-half" in repr(card)  # it was one person alone
    assert PIOTR.id not in repr(card)
