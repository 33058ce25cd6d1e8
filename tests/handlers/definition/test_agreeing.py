"""A proposal comes into force when a head of each side has signed exactly what they saw."""

from __future__ import annotations

from dataclasses import replace
from threading import Barrier, Thread

import pytest
from sqlalchemy import update

from handlers.definition.fares import LEAST_LEADS
from handlers.definition.model import State
from handlers.interaction import Reply
from handlers.message import Note
from handlers.people import Person, Side
from handlers.phrase import Phrase
from storage.schema import leads, people
from tests.builders import MONDAY_MORNING, a_lead, a_marketer
from tests.handlers.definition.conftest import (
    ADA,
    DAY,
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


def test_a_proposal_is_in_force_from_the_second_signature_on(table: Round) -> None:
    version = table.propose(MAYA, "One")
    assert said(table.sign(MAREK, version)) == "definition-signed-for-sales"
    assert table.in_force() is None
    table.clock.move(hours=3)
    assert said(table.sign(NINA, version)) == "definition-agreed"
    assert table.in_force() == version
    kept = table.version(version)
    assert kept.in_force_from == table.clock()
    assert [one.side for one in kept.signatures] == [Side.SALES, Side.MARKETING]


def test_the_card_in_both_channels_becomes_the_definition(table: Round) -> None:
    version = table.agree("One")
    card = table.card(version)
    assert "definition-title-in-force" in phrases(card)
    assert MAREK.name in str(card)
    assert NINA.name in str(card)
    assert not presses(card, "definition.sign")
    assert {place for place, _ in table.waiting()} == {"sales", "marketing"}


def test_the_former_version_says_that_it_was_replaced(table: Round) -> None:
    first = table.agree("One")
    table.clock.move(days=3)
    second = table.agree("Two")
    former = table.version(first)
    assert former.state is State.REPLACED
    assert former.in_force_until == table.version(second).in_force_from
    assert "definition-title-replaced" in phrases(table.card(first))
    assert table.criteria(second) == ["One", "Two"]


@pytest.mark.parametrize("person", [PIOTR, MAYA])
def test_only_heads_sign(table: Round, person: Person) -> None:
    version = table.propose(MAYA, "One")
    assert said(table.sign(person, version)) == "definition-only-heads"
    assert table.version(version).signatures == ()


def test_an_administrator_signs_only_for_a_side_without_a_head(table: Round) -> None:
    version = table.propose(MAYA, "One")
    assert said(table.sign(ADA, version)) == "definition-only-heads"
    with table.engine.begin() as connection:
        connection.execute(update(people).where(people.c.id == MAREK.id).values(role="rep"))
    assert said(table.sign(ADA, version)) == "definition-signed-for-sales"
    assert said(table.sign(MAREK, version)) == "definition-only-heads"


def test_a_side_signs_once(table: Round) -> None:
    other = replace(MAREK, id=a_marketer("Olaf Head").id, name="Olaf Head", email="o@example.com")
    settle(table.engine, people=[other])
    version = table.propose(MAYA, "One")
    table.sign(MAREK, version)
    for head in (MAREK, other):
        assert said(table.sign(head, version)) == "definition-signed-already-sales"
    assert table.in_force() is None


def test_nobody_signs_a_text_that_they_have_not_seen(table: Round) -> None:
    version = table.propose(PIOTR, "One")
    [seen] = presses(table.card(version), "definition.sign")
    table.add(PIOTR, version, "Two")
    assert said(table.do("sign", MAREK, seen)) == "definition-text-changed"
    assert table.version(version).signatures == ()
    assert said(table.sign(MAREK, version)) == "definition-signed-for-sales"


def test_what_came_into_force_meanwhile_has_to_be_looked_at_first(table: Round) -> None:
    table.agree("One")
    mine, other = table.propose(PIOTR, "Mine"), table.propose(MAYA, "Other")
    [seen] = presses(table.card(mine), "definition.sign")
    table.sign(MAREK, mine)
    table.sign(MAREK, other)
    table.sign(NINA, other)
    assert said(table.do("sign", NINA, seen)) == "definition-other-in-force"
    kept = table.version(mine)
    assert (kept.state, kept.signatures) == (State.PROPOSED, ())
    card = table.card(mine)
    assert {"definition-outdated", "definition-added", "definition-dropped"} <= phrases(card)
    table.sign(MAREK, mine)
    assert said(table.sign(NINA, mine)) == "definition-agreed"
    assert table.criteria(mine) == ["One", "Mine"]


@pytest.mark.parametrize("forged", ["", "x", "-1", "99"])
def test_a_forged_press_signs_nothing(table: Round, forged: str) -> None:
    table.agree("One")
    version = table.propose(MAYA, "Two")
    [seen] = presses(table.card(version), "definition.sign")
    for name in ("version", "text", "over"):
        assert said(table.do("sign", MAREK, seen | {name: forged})) in {
            "definition-no-such-version",
            "definition-text-changed",
            "definition-other-in-force",
        }
    assert table.version(version).signatures == ()


def test_two_heads_who_sign_at_once_bring_it_into_force(table: Round) -> None:
    version = table.propose(MAYA, "One")
    [seen] = presses(table.card(version), "definition.sign")
    together = Barrier(2)
    replies: list[Reply] = []

    def sign(head: Person) -> None:
        together.wait()
        replies.append(table.do("sign", head, seen))

    threads = [Thread(target=sign, args=(head,)) for head in (MAREK, NINA)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert min(map(said, replies)) == "definition-agreed"
    assert table.in_force() == version


def test_a_clock_that_lags_behind_leaves_no_moment_with_two_versions(table: Round) -> None:
    first = table.agree("One")
    second = table.propose(MAYA, "Two")
    table.clock.move(seconds=-5)
    table.sign(MAREK, second)
    table.sign(NINA, second)
    assert table.version(second).in_force_from == table.version(first).in_force_until
    assert table.version(second).state is State.IN_FORCE


# Taking back


@pytest.mark.parametrize("person", [MAYA, MAREK, NINA])
def test_the_proposer_and_the_heads_can_withdraw_a_proposal(table: Round, person: Person) -> None:
    version = table.propose(MAYA, "One")
    asked = form(table.do("withdraw", person, version=version))
    assert wrong(table.do("withdrawn", person, dict(asked.keep), why="")) == {"why": "form-empty"}
    reply = table.do("withdrawn", person, dict(asked.keep), why="Too early")
    assert said(reply) == "definition-withdrawn-done"
    card = table.card(version)
    assert "definition-title-withdrawn" in phrases(card)
    assert "Too early" in str(card)
    assert "definition-line-withdrawn" in phrases(whispered(table.do("versions", PIOTR)))
    signing = table.do("sign", NINA, version=version, text=2, over=0)
    assert said(signing) == "definition-closed-withdrawn"


def test_nobody_else_withdraws_a_proposal(table: Round) -> None:
    version = table.propose(MAYA, "One")
    for name in ("withdraw", "withdrawn"):
        reply = table.do(name, PIOTR, version=version, why="No")
        assert said(reply) == "definition-not-yours-to-withdraw"
    assert table.version(version).state is State.PROPOSED


def test_what_is_in_force_is_not_withdrawn(table: Round) -> None:
    version = table.agree("One")
    reply = table.do("withdrawn", MAREK, version=version, why="No")
    assert said(reply) == "definition-closed-in-force"
    assert table.in_force() == version


# What everybody sees


def test_before_the_first_definition_the_command_says_how_one_comes_about(table: Round) -> None:
    assert said(table.do("show", PIOTR)) == "definition-none"


def test_the_command_shows_the_version_in_force_and_any_other_as_it_was(table: Round) -> None:
    first = table.agree("One")
    second = table.agree("Two")
    assert "definition-title-in-force" in phrases(whispered(table.do("show", PIOTR)))
    old = whispered(table.do("show", PIOTR, version=first))
    assert "definition-title-replaced" in phrases(old)
    assert "Two" not in str(old)
    proposal = table.propose(PIOTR, "Three")
    whole = whispered(table.do("show", MAYA, version=proposal, whole="on"))
    assert all(words in str(whole) for words in ("One", "Two", "Three"))
    laid = whispered(table.do("show", NINA, version=proposal))
    assert presses(laid, "definition.sign")
    assert second == first + 1


def test_a_stranger_is_shown_nothing(table: Round) -> None:
    table.agree("One")
    stranger = a_marketer("Sam Stranger")
    for name in ("show", "versions", "propose", "judge", "sign"):
        assert said(table.do(name, stranger, version=1, lead=1)) == "people-unknown"


def test_versions_are_listed_a_page_at_a_time(table: Round) -> None:
    for number in range(6):
        table.agree(f"Criterion {number}")
    first = whispered(table.do("versions", PIOTR))
    assert presses(first, "definition.versions") == [{"page": "1"}]
    assert [one["version"] for one in presses(first, "definition.show")] == ["6", "5", "4", "3"]


def test_one_lead_is_judged_for_whoever_asks(table: Round) -> None:
    table.agree("One")
    settle(
        table.engine,
        having=[a_lead(1, created_at=table.clock()), a_lead(2, created_at=MONDAY_MORNING - DAY)],
    )
    card = whispered(table.do("judge", PIOTR, lead=1))
    assert {"definition-fit", "definition-verdict-unknown"} <= phrases(card)
    assert said(table.do("judge", PIOTR, lead=2)) == "definition-none-that-day"
    for gone in ("99", "", "x"):
        assert said(table.do("judge", PIOTR, lead=gone)) == "definition-lead-gone"


# How leads would fare


def proposal_on_sources(table: Round) -> int:
    version = table.draft(MAYA)
    table.add_test(MAYA, version, "A webinar", "source", operator="one-of", typed="Webinar")
    table.do("proposed", MAYA, version=version, why="so")
    return version


def bring(table: Round, count: int, *, source: str, first: int = 1) -> None:
    settle(
        table.engine,
        having=[
            a_lead(n, source=source, created_at=MONDAY_MORNING - DAY)
            for n in range(first, first + count)
        ],
    )


def test_a_proposal_tells_how_todays_leads_would_fare(table: Round) -> None:
    bring(table, 6, source="Webinar")
    bring(table, 5, source="Paid search", first=7)
    version = proposal_on_sources(table)
    [note] = [one for one in notes(table, version) if one.key == "definition-fares-first"]
    assert dict(note.args) == {"leads": 10, "then": 45}
    table.sign(MAREK, version)
    table.sign(NINA, version)
    looser = table.draft(MAYA)
    criterion = table.criterion(looser)
    table.do("worded", MAYA, version=looser, criterion=criterion.id, words="x", field="a-person")
    table.do("proposed", MAYA, version=looser, why="so")
    [note] = [one for one in notes(table, looser) if one.key == "definition-fares"]
    assert dict(note.args) == {"leads": 10, "then": 0, "now": 45, "number": version}


def test_too_few_leads_make_no_figure(table: Round) -> None:
    bring(table, LEAST_LEADS - 1, source="Webinar")
    old = a_lead(50, created_at=MONDAY_MORNING - 91 * DAY)
    settle(table.engine, having=[old])
    version = proposal_on_sources(table)
    assert "definition-fares-few" in phrases(table.card(version))


def test_without_tests_nothing_is_said_about_leads(table: Round) -> None:
    bring(table, 20, source="Webinar")
    version = table.propose(MAYA, "One")
    assert not {key for key in phrases(table.card(version)) if "fares" in key}


def notes(table: Round, version: int) -> list[Phrase]:
    return [block.text for block in table.card(version).blocks if isinstance(block, Note)]


# On the home


def test_the_home_tells_what_is_in_force(table: Round) -> None:
    assert "definition-none" in phrases(table.home(PIOTR))
    table.agree("One")
    home = table.home(PIOTR)
    assert {"definition-home-line"} <= phrases(home)
    assert presses(home, "definition.show") == [{}]
    assert presses(home, "definition.propose") == [{}]


def test_heads_see_what_waits_for_their_signature(table: Round) -> None:
    version = table.propose(MAYA, "One")
    assert "definition-waiting" in phrases(table.home(MAREK))
    table.sign(MAREK, version)
    assert "definition-waiting" not in phrases(table.home(MAREK))
    assert "definition-waiting" in phrases(table.home(NINA))
    for person in (PIOTR, MAYA, ADA):
        assert "definition-waiting" not in phrases(table.home(person))


def test_administrators_hear_of_a_field_that_is_gone(table: Round) -> None:
    settle(table.engine, having=[a_lead(1)])
    with table.engine.begin() as connection:
        connection.execute(update(leads).values(extra={"size": "50"}))
    version = table.draft(MAYA)
    table.add_test(MAYA, version, "Big", "extra:size", operator="at-least", typed="50")
    table.do("proposed", MAYA, version=version, why="so")
    table.sign(MAREK, version)
    table.sign(NINA, version)
    assert "definition-home-broken" not in phrases(table.home(ADA))
    with table.engine.begin() as connection:
        connection.execute(update(leads).values(extra=None))
    assert "definition-home-broken" in phrases(table.home(ADA))
    assert "definition-home-broken" not in phrases(table.home(PIOTR))
    assert {"definition-broken", "definition-test-broken"} <= phrases(table.card(version))
