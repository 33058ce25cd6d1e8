"""What a digest puts up for decision is taken until a day, and comes back until it is done."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from handlers.digests.choosing import MOST_DECISIONS, WEIGHT, chosen, decides
from handlers.digests.editions import Decision, DecisionId, DecisionState
from handlers.digests.example_weeks import a_full_week, an_empty_week
from handlers.flags.model import Finding, FindingId, On, ReasonKey, Subject
from handlers.interaction import Correct, Nothing, Open
from handlers.people import Side
from storage.schema import findings
from tests.handlers.agenda.conftest import keys, phrases, presses, told, words
from tests.handlers.digests.conftest import (
    ADA,
    HELEN,
    MAREK,
    MAYA,
    PEOPLE,
    PIOTR,
    WEEK,
    House,
)

TAKEN = {"what": "Ask for the role in the form", "due": "2026-11-27"}


@pytest.fixture
def monday(full: House) -> House:
    """A finding waits for marketing when the digest leaves."""
    finding = Finding(
        id=FindingId("finding"),
        reason=ReasonKey("not-the-role"),
        subject=Subject(On.SOURCE, "Webinar", "Webinar"),
        flags=3,
        opened_at=full.clock(),
    )
    with full.database.open_work() as work:
        work.findings.add(finding)
        work.commit()
    full.at("2026-11-23 09:00")
    return full


def decision(house: House) -> Decision:
    [one] = [one for one in house.decisions() if one.key == "finding"]
    return one


def this(house: House) -> dict[str, str]:
    return {"decision": decision(house).id}


def test_only_the_side_that_decides_is_offered_to_take_it(monday: House) -> None:
    assert this(monday) in presses(monday.card(Side.MARKETING), "digests.take")
    assert this(monday) not in presses(monday.card(Side.SALES), "digests.take")
    assert "digests-decided-by-marketing" in keys(monday.card(Side.SALES))


def test_what_is_taken_is_an_action_of_the_joint_meeting(monday: House) -> None:
    assert isinstance(monday.do("digests.take", MAYA, this(monday)), Open)
    reply = monday.do("digests.taken", MAYA, {**this(monday), **TAKEN}, owner=MAYA.id)
    assert reply == Nothing()
    with monday.database.look() as work:
        [action] = work.agenda.open_actions()
    assert (action.what, action.owner, action.side) == (TAKEN["what"], MAYA.id, Side.MARKETING)
    one = decision(monday)
    assert (one.state, one.taken_by) == (DecisionState.TAKEN, Side.MARKETING)


def test_both_channels_see_the_side_and_never_the_person(monday: House) -> None:
    monday.do("digests.taken", MAYA, {**this(monday), **TAKEN}, owner=MAYA.id)
    for side in Side:
        card = monday.card(side)
        assert "digests-became-taken" in keys(card)
        assert TAKEN["what"] in words(card)
        assert not {one.name for one in PEOPLE} & words(card)
        assert not {str(one.id) for one in PEOPLE} & words(card)


def test_the_next_digest_opens_with_what_became_of_it(monday: House) -> None:
    monday.do("digests.taken", MAYA, {**this(monday), **TAKEN}, owner=MAYA.id)
    monday.at("2026-11-30 09:00")
    following = monday.card(week=WEEK.before(-1))
    assert keys(following.blocks[0]) == ["digests-before"]
    assert "digests-became-overdue" in keys(following)
    monday.do("agenda.done", MAYA, action=decision(monday).id)
    monday.ring()
    assert decision(monday).state is DecisionState.DONE
    assert "digests-became-done" in keys(monday.card(week=WEEK.before(-1)))
    monday.at("2026-12-07 09:00")
    assert "digests-became-done" not in keys(monday.card(week=WEEK.before(-2)))


def test_what_is_not_done_comes_back_week_after_week(monday: House) -> None:
    monday.do("digests.taken", MAYA, {**this(monday), **TAKEN}, owner=MAYA.id)
    for text in ("2026-11-30 09:00", "2026-12-07 09:00", "2026-12-14 09:00"):
        monday.at(text)
    latest = monday.card(week=WEEK.before(-3))
    assert "digests-became-overdue" in keys(latest)
    with monday.database.look() as work:
        assert not [one for one in work.digests.decisions_of(WEEK.before(-3)) if one.about]


def test_what_nobody_took_is_put_up_again_until_it_is_settled(monday: House) -> None:
    monday.at("2026-11-30 09:00")
    again = monday.decisions(WEEK.before(-1))
    assert [one.key for one in again] == ["finding"]
    with monday.engine.begin() as connection:
        connection.execute(update(findings).values(state="accepted"))
    monday.at("2026-12-07 09:00")
    assert monday.decisions(WEEK.before(-2)) == []
    assert "digests-became-open" in keys(monday.card(week=WEEK.before(-2)))


def test_a_decision_is_taken_once(monday: House) -> None:
    monday.do("digests.taken", MAYA, {**this(monday), **TAKEN}, owner=MAYA.id)
    assert told(monday.do("digests.take", HELEN, this(monday))) == "digests-decided-already"
    reply = monday.do("digests.taken", HELEN, {**this(monday), **TAKEN}, owner=HELEN.id)
    assert isinstance(reply, Correct)
    assert reply.errors["what"].key == "digests-decided-already"
    assert told(monday.do("digests.leave", HELEN, this(monday))) == "digests-decided-already"


def test_the_other_side_cannot_take_it_whatever_the_press_says(monday: House) -> None:
    assert told(monday.do("digests.take", PIOTR, this(monday))) == "digests-not-yours-marketing"
    reply = monday.do("digests.taken", MAREK, {**this(monday), **TAKEN}, owner=MAREK.id)
    assert isinstance(reply, Correct)
    assert decision(monday).state is DecisionState.OPEN


@pytest.mark.parametrize(
    ("field", "value", "key"),
    [
        ("owner", PIOTR.id, "digests-owner-elsewhere-marketing"),
        ("owner", "nobody", "agenda-owner-unknown"),
        ("owner", "", "form-empty"),
        ("due", "2026-11-20", "agenda-due-range"),
        ("due", "2028-01-01", "agenda-due-range"),
        ("due", "", "form-empty"),
        ("what", " ", "form-empty"),
        ("what", "x" * 201, "form-too-long"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(
    monday: House, field: str, value: str, key: str
) -> None:
    given = {**this(monday), **TAKEN, "owner": MAYA.id, field: value}
    reply = monday.do("digests.taken", MAYA, given)
    assert isinstance(reply, Correct)
    assert reply.errors[field].key == key
    assert decision(monday).state is DecisionState.OPEN


def test_managers_let_a_decision_rest_and_nobody_else(monday: House) -> None:
    assert told(monday.do("digests.leave", MAYA, this(monday))) == "digests-only-managers-leave"
    assert told(monday.do("digests.leave", MAREK, this(monday))) == "digests-not-yours-marketing"
    assert monday.do("digests.leave", HELEN, this(monday)) == Nothing()
    assert decision(monday).state is DecisionState.DROPPED
    assert "digests-became-dropped" in keys(monday.card())


def test_an_administrator_may_help_either_side(monday: House) -> None:
    assert monday.do("digests.leave", ADA, this(monday)) == Nothing()


def test_an_action_that_is_given_up_gives_its_decision_up(monday: House) -> None:
    monday.do("digests.taken", MAYA, {**this(monday), **TAKEN}, owner=MAYA.id)
    monday.do("agenda.dropped", MAYA, action=decision(monday).id, words="The form is gone")
    monday.ring()
    assert decision(monday).state is DecisionState.DROPPED


def test_a_press_sent_twice_takes_it_once(monday: House) -> None:
    for _ in range(2):
        given = {**this(monday), **TAKEN, "owner": MAYA.id}
        assert monday.do("digests.taken", MAYA, given, once="deed") == Nothing()
    with monday.database.look() as work:
        assert len(work.agenda.open_actions()) == 1


def test_a_digest_puts_up_three_things_at_most_the_weightiest_first(house: House) -> None:
    with house.database.look() as work:
        found = chosen(
            work, a_full_week(), at=house.clock(), new_id=iter(map(str, range(9))).__next__
        )
        none = chosen(work, an_empty_week(), at=house.clock(), new_id=lambda: "x")
    assert [one.key for one in found] == ["campaign-worse", "campaign-better"]
    assert len(found) <= MOST_DECISIONS
    assert none == []


@pytest.mark.parametrize("key", WEIGHT)
def test_every_decision_is_somebodys(key: str) -> None:
    one = Decision(id=DecisionId("d"), week=WEEK, key=key, subject="sales", about="x")
    assert any(decides(one, side) for side in Side)
    assert phrases(one.about) == []
