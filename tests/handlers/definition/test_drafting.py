"""Somebody writes a proposal: criterion by criterion, seen by nobody until it is put forward."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import update

from handlers.definition.limits import MOST_CRITERIA
from handlers.definition.model import Operator, State, Test
from handlers.interaction import Nothing, Open, Show
from handlers.message import Card, Choice, Choices
from handlers.people import Person
from storage.schema import leads
from tests.builders import a_lead
from tests.handlers.definition.conftest import (
    ADA,
    MAREK,
    MAYA,
    NINA,
    PIOTR,
    Round,
    form,
    said,
    whispered,
    wrong,
)
from tests.handlers.questions.conftest import phrases, presses
from tests.population import settle


def shown(reply: object) -> Card:
    assert isinstance(reply, Show), reply
    return reply.card


def extras(table: Round, *values: str) -> None:
    """Keep leads with a further column."""
    settle(table.engine, having=[a_lead(n) for n in range(1, len(values) + 1)])
    with table.engine.begin() as connection:
        for number, value in enumerate(values, 1):
            change = update(leads).where(leads.c.id == number)
            connection.execute(change.values(extra={"size": value}))


# Beginning


@pytest.mark.parametrize("person", [PIOTR, MAYA, MAREK, NINA, ADA])
def test_anybody_of_either_side_can_begin_a_proposal(table: Round, person: Person) -> None:
    card = whispered(table.do("propose", person))
    assert presses(card, "definition.add") == [{"version": "1"}]
    assert table.version(1).state is State.DRAFT
    assert table.version(1).proposed_by == person.id


def test_a_proposal_begins_with_the_text_in_force(table: Round) -> None:
    first = table.agree("One", "Two")
    draft = table.draft(PIOTR)
    assert table.criteria(draft) == ["One", "Two"]
    assert table.version(draft).based_on == first
    assert [one.id for one in table.version(draft).criteria] == [
        one.id for one in table.version(first).criteria
    ]


def test_somebody_goes_on_with_the_proposal_that_they_began(table: Round) -> None:
    draft = table.draft(PIOTR)
    table.add(PIOTR, draft, "One")
    assert "definition-title-draft" in phrases(whispered(table.do("propose", PIOTR)))
    assert len(table.versions()) == 1
    assert table.draft(MAYA) != draft


def test_the_same_press_twice_begins_one_proposal(table: Round) -> None:
    table.do("propose", PIOTR, once="deed")
    assert table.do("propose", PIOTR, once="deed") == Nothing()
    assert len(table.versions()) == 1


def test_a_draft_is_on_no_card_and_in_no_list(table: Round) -> None:
    draft = table.draft(PIOTR)
    table.add(PIOTR, draft, "One")
    assert table.agreeing.draw(str(draft)) is None
    assert table.waiting() == []
    assert said(table.do("show", MAYA, version=draft)) == "definition-no-such-version"
    assert "definition-line-proposed" not in phrases(table.do("versions", MAYA))
    assert "definition-waiting" not in phrases(table.home(NINA))
    assert said(table.do("sign", NINA, version=draft, text=2, over=0)) == (
        "definition-no-such-version"
    )
    assert said(table.do("withdraw", NINA, version=draft)) == "definition-no-such-version"


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("add", {}),
        ("change", {}),
        ("change-chosen", {"criterion": "id-1"}),
        ("worded", {"words": "Mine now", "field": "a-person"}),
        ("tested", {"criterion": "id-1", "operator": "filled"}),
        ("drop", {}),
        ("drop-chosen", {"criterion": "id-1"}),
        ("put", {}),
        ("proposed", {"why": "so"}),
        ("discard", {}),
        ("propose", {}),
    ],
)
def test_nobody_else_changes_the_text(table: Round, name: str, given: dict[str, str]) -> None:
    draft = table.draft(PIOTR)
    table.add(PIOTR, draft, "One")
    before = table.version(draft)
    assert said(table.do(name, MAREK, given, version=draft)) == "definition-not-yours"
    assert table.version(draft) == before


@pytest.mark.parametrize("number", ["", "7", "-1", "x", "9" * 40, "１"])
def test_a_forged_number_is_no_version(table: Round, number: str) -> None:
    table.draft(PIOTR)
    assert said(table.do("add", PIOTR, {"version": number})) == "definition-no-such-version"


# A criterion


def test_a_criterion_that_only_a_person_can_judge_needs_one_form(table: Round) -> None:
    draft = table.draft(PIOTR)
    asked = form(table.do("add", PIOTR, version=draft))
    reply = table.do(
        "worded",
        PIOTR,
        dict(asked.keep) | {"words": "  Has a  budget ", "field": "a-person"},
        covers="low-intent\nforged",
    )
    assert "definition-only-a-person" in phrases(shown(reply))
    one = table.criterion(draft)
    assert (one.words, one.test, one.covers) == ("Has a budget", None, ("low-intent",))


def test_a_reason_that_is_not_offered_any_more_is_still_called_by_its_name_and_stays_covered(
    table: Round,
) -> None:
    draft = table.draft(PIOTR)
    table.add(PIOTR, draft, "Has a budget")
    with table.database.open_work() as work:
        version = work.definitions.get(draft)
        covering = replace(version.criteria[0], covers=("no-budget",))
        work.definitions.keep(replace(version, criteria=(covering,)))
        work.commit()
    changed = {"version": str(draft), "criterion": covering.id}
    asked = form(table.do("change-chosen", PIOTR, changed))
    offered = {
        one.value for field in asked.fields if isinstance(field, Choices) for one in field.options
    }
    assert offered == {"not-the-role", "low-intent", "no-budget"}
    reply = table.do(
        "worded",
        PIOTR,
        dict(asked.keep) | {"words": "Budget", "field": "a-person"},
        covers="no-budget",
    )
    assert table.criterion(draft).covers == ("no-budget",)
    assert "no budget" in repr(shown(reply))
    other = form(table.do("add", PIOTR, version=draft))
    assert "no-budget" not in repr(other)


def test_a_field_is_tested_in_a_second_form(table: Round) -> None:
    settle(table.engine, having=[a_lead(n, source="Webinar") for n in (1, 2)])
    draft = table.draft(PIOTR)
    asked = form(table.do("worded", PIOTR, version=draft, words="A webinar", field="source"))
    [operator, picked] = [one for one in asked.fields if isinstance(one, Choice | Choices)]
    assert "own-domain" not in {option.value for option in operator.options}
    assert [option.value for option in picked.options] == ["Webinar"]
    given = {"operator": "one-of", "picked": "Webinar", "typed": "Online event\n\n webinar "}
    shown(table.do("tested", PIOTR, dict(asked.keep) | given))
    assert table.criterion(draft).test == Test(
        field="source", operator=Operator.ONE_OF, values=("Webinar", "Online event", "webinar")
    )


def test_who_closes_the_second_form_has_lost_nothing(table: Round) -> None:
    draft = table.draft(PIOTR)
    table.do("worded", PIOTR, version=draft, words="A webinar", field="source")
    one = table.criterion(draft)
    assert (one.words, one.test) == ("A webinar", Test(field="source", operator=Operator.FILLED))


def test_a_changed_criterion_keeps_its_place_its_id_and_its_test(table: Round) -> None:
    table.agree("One", "Two")
    draft = table.draft(PIOTR)
    table.add_test(PIOTR, draft, "Three", "title", operator="contains", typed="head")
    first, _, third = table.version(draft).criteria
    asked = form(table.do("change-chosen", PIOTR, version=draft, criterion=third.id))
    table.do("worded", PIOTR, dict(asked.keep) | {"words": "Drei", "field": "title"})
    asked = form(table.do("change-chosen", PIOTR, version=draft, criterion=first.id))
    shown(table.do("worded", PIOTR, dict(asked.keep) | {"words": "Eins", "field": "a-person"}))
    assert table.criteria(draft) == ["Eins", "Two", "Drei"]
    assert table.criterion(draft).test == third.test
    assert table.criterion(draft, 0).id == first.id


def test_a_criterion_is_dropped(table: Round) -> None:
    table.agree("One", "Two")
    draft = table.draft(PIOTR)
    asked = form(table.do("drop", PIOTR, version=draft))
    [which] = asked.fields
    assert isinstance(which, Choice)
    chosen = {"criterion": which.options[0].value}
    shown(table.do("drop-chosen", PIOTR, dict(asked.keep) | chosen))
    assert table.criteria(draft) == ["Two"]
    again = table.do("drop-chosen", PIOTR, dict(asked.keep) | chosen)
    assert said(again) == "definition-criterion-gone"


def test_a_definition_stays_short_enough_to_keep_in_mind(table: Round) -> None:
    draft = table.draft(PIOTR)
    for number in range(MOST_CRITERIA):
        table.add(PIOTR, draft, f"Criterion {number}")
    assert said(table.do("add", PIOTR, version=draft)) == "definition-too-many"
    forged = table.do("worded", PIOTR, version=draft, words="One more", field="a-person")
    assert said(forged) == "definition-too-many"
    assert len(table.criteria(draft)) == MOST_CRITERIA


@pytest.mark.parametrize(
    ("given", "errors"),
    [
        ({"words": "", "field": "a-person"}, {"words": "form-empty"}),
        ({"words": "x" * 201, "field": "a-person"}, {"words": "form-too-long"}),
        ({"words": "x", "field": "extra:gone"}, {"field": "form-choose"}),
        ({"words": " "}, {"words": "form-empty", "field": "form-choose"}),
    ],
)
def test_wrong_words_are_told_beside_their_field(
    table: Round, given: dict[str, str], errors: dict[str, str]
) -> None:
    draft = table.draft(PIOTR)
    assert wrong(table.do("worded", PIOTR, given, version=draft)) == errors
    assert table.criteria(draft) == []


@pytest.mark.parametrize(
    ("given", "errors"),
    [
        ({}, {"operator": "form-choose"}),
        ({"operator": "own-domain"}, {"operator": "form-choose"}),
        ({"operator": "one-of"}, {"typed": "definition-values-needed"}),
        ({"operator": "one-of", "typed": " \n "}, {"typed": "definition-values-needed"}),
        (
            {"operator": "one-of", "typed": "\n".join(map(str, range(21)))},
            {"typed": "definition-values-too-many"},
        ),
        ({"operator": "contains", "typed": "x" * 76}, {"typed": "form-too-long"}),
        ({"operator": "at-least"}, {"typed": "definition-number-needed"}),
        ({"operator": "at-least", "typed": "many"}, {"typed": "definition-number-needed"}),
        ({"operator": "at-most", "typed": "1\n2"}, {"typed": "definition-number-needed"}),
        ({"operator": "at-most", "typed": "5+"}, {"typed": "definition-number-needed"}),
    ],
)
def test_a_wrong_test_is_told_beside_its_field(
    table: Round, given: dict[str, str], errors: dict[str, str]
) -> None:
    extras(table, "50", "51-200")
    draft = table.draft(PIOTR)
    reply = table.add_test(PIOTR, draft, "Big enough", "extra:size", **given)
    assert wrong(reply) == errors
    assert table.criterion(draft).test == Test(field="extra:size", operator=Operator.FILLED)


def test_numbers_are_not_asked_of_a_field_that_holds_words(table: Round) -> None:
    extras(table, "large", "small")
    draft = table.draft(PIOTR)
    reply = table.add_test(PIOTR, draft, "Big", "extra:size", operator="at-least", typed="50")
    assert wrong(reply) == {"operator": "definition-field-holds-words"}


def test_of_an_owner_a_test_asks_only_whether_there_is_one(table: Round) -> None:
    draft = table.draft(PIOTR)
    asked = form(table.do("worded", PIOTR, version=draft, words="Has an owner", field="owner"))
    [operator] = asked.fields
    assert isinstance(operator, Choice)
    assert [option.value for option in operator.options] == ["filled", "empty"]
    shown(table.do("tested", PIOTR, dict(asked.keep) | {"operator": "filled"}))


# To both sides


def test_a_proposal_that_is_put_forward_stands_in_both_channels(table: Round) -> None:
    version = table.propose(PIOTR, "Has a budget", why="Half of them have none.")
    assert table.waiting() == [("marketing", "1"), ("sales", "1")]
    card = table.card(version)
    assert {"definition-proposed-by-sales", "definition-why", "definition-added"} <= phrases(card)
    assert "Half of them have none." in str(card)
    assert PIOTR.name not in str(card)
    assert table.waiting("home.card") == []


def test_a_proposal_says_why(table: Round) -> None:
    draft = table.draft(PIOTR)
    table.add(PIOTR, draft, "One")
    asked = form(table.do("put", PIOTR, version=draft))
    assert wrong(table.do("proposed", PIOTR, dict(asked.keep), why=" ")) == {"why": "form-empty"}
    long = table.do("proposed", PIOTR, dict(asked.keep), why="x" * 501)
    assert wrong(long) == {"why": "form-too-long"}
    assert table.version(draft).state is State.DRAFT


def test_what_is_there_already_is_not_proposed(table: Round) -> None:
    table.agree("One")
    draft = table.draft(PIOTR)
    for name in ("put", "proposed"):
        reply = table.do(name, PIOTR, version=draft, why="so")
        assert said(reply) == "definition-nothing-changed"


def test_a_definition_without_criteria_is_not_proposed(table: Round) -> None:
    draft = table.draft(PIOTR)
    assert said(table.do("put", PIOTR, version=draft)) == "definition-nothing-left"


def test_a_proposal_is_put_forward_once(table: Round) -> None:
    version = table.propose(PIOTR, "One")
    for name in ("put", "proposed", "discard"):
        reply = table.do(name, PIOTR, version=version, why="again")
        assert said(reply) == "definition-put-already"
    assert table.version(version).why == "because"


def test_a_discarded_draft_is_gone_for_everybody(table: Round) -> None:
    draft = table.draft(PIOTR)
    assert shown(table.do("discard", PIOTR, version=draft)).title.key == "definition-discarded"
    assert said(table.do("add", PIOTR, version=draft)) == "definition-closed-withdrawn"
    assert "definition-line-withdrawn" not in phrases(whispered(table.do("versions", PIOTR)))
    assert said(table.do("show", MAYA, version=draft)) == "definition-no-such-version"
    assert table.draft(PIOTR) != draft


def test_a_proposal_may_be_changed_until_the_first_signature(table: Round) -> None:
    version = table.propose(PIOTR, "One")
    assert presses(table.card(version), "definition.propose") == [{"version": str(version)}]
    card = whispered(table.do("propose", PIOTR, version=version))
    assert "definition-edit-help" in phrases(card)
    assert not presses(card, "definition.put")
    table.add(PIOTR, version, "Two")
    assert table.criteria(version) == ["One", "Two"]
    table.sign(MAREK, version)
    assert not presses(table.card(version), "definition.propose")
    reply = table.do("worded", PIOTR, version=version, words="Three", field="a-person")
    assert said(reply) == "definition-frozen"
    assert table.criteria(version) == ["One", "Two"]


def test_a_proposal_that_both_teams_see_is_never_emptied(table: Round) -> None:
    version = table.propose(PIOTR, "One")
    gone = table.criterion(version).id
    reply = table.do("drop-chosen", PIOTR, version=version, criterion=gone)
    assert said(reply) == "definition-nothing-left"


def test_a_criterion_on_a_vanished_field_is_offered_without_its_test(table: Round) -> None:
    extras(table, "50")
    draft = table.draft(PIOTR)
    table.add_test(PIOTR, draft, "Big", "extra:size", operator="at-least", typed="50")
    with table.engine.begin() as connection:
        connection.execute(update(leads).values(extra=None))
    reply = table.do("change-chosen", PIOTR, version=draft, criterion=table.criterion(draft).id)
    assert isinstance(reply, Open)
    field = next(one for one in reply.form.fields if one.name == "field")
    assert isinstance(field, Choice)
    assert field.value == "a-person"
