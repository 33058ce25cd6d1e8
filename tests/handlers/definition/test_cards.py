"""What the cards of the definition say, and what they never do."""

from __future__ import annotations

from handlers.definition.cards import definition_card, fit_card
from handlers.definition.examples import (
    LABELS,
    SIGNERS,
    definition_examples,
    first_criteria,
    first_definition,
    in_force,
    proposal,
)
from handlers.definition.model import Criterion, CriterionId, Fit, State, Verdict
from handlers.definition.proposal_cards import Laid, proposal_card
from handlers.definition.wording import criterion_words, fit_text, missed_words
from handlers.message import Card, Items
from handlers.people import PersonId, Side
from handlers.phrase import Phrase, say, verbatim
from tests.builders import MONDAY_MORNING
from tests.handlers.questions.conftest import phrases, presses


def test_each_example_has_a_name_of_its_own() -> None:
    names = [one.name for one in definition_examples()]
    assert len(names) == len(set(names)) >= 20
    assert all(name.startswith("definition") for name in names)


def test_a_persons_words_are_never_a_key() -> None:
    odd = Criterion(id=CriterionId("x"), words="definition-none")
    card = definition_card(in_force().worded((odd,)), SIGNERS, {})
    assert "definition-none" not in phrases(card)
    assert criterion_words(odd, {}) == verbatim("definition-none")


def test_a_criterion_without_words_is_said_by_its_reasons() -> None:
    drafted = Criterion(id=CriterionId("x"), words="", covers=("no-budget", "gone"))
    assert criterion_words(drafted, LABELS) == say(
        "definition-words-drafted", reasons=(verbatim("no budget"), verbatim("gone"))
    )


def test_a_proposal_names_its_side_and_not_its_proposer() -> None:
    unsigned = proposal().unsigned()
    laid = Laid(proposal=unsigned, before=in_force(), by=Side.SALES, fares=None)
    card = proposal_card(laid, SIGNERS, LABELS)
    assert "definition-proposed-by-sales" in phrases(card)
    assert not any(person.name in str(card) for person in SIGNERS.values())


def test_a_press_carries_what_was_seen() -> None:
    laid = Laid(proposal=proposal(), before=in_force(), by=Side.SALES, fares=None)
    card = proposal_card(laid, SIGNERS, LABELS)
    assert presses(card, "definition.sign") == [{"over": "1", "text": "4", "version": "2"}]


def test_a_signer_who_is_unknown_leaves_no_hole_in_the_card() -> None:
    assert isinstance(definition_card(in_force(), {}, LABELS), Card)


def test_a_leads_fit_is_counted_and_named() -> None:
    verdicts = (Verdict.MET, Verdict.MISSED, Verdict.MET, Verdict.UNKNOWN, Verdict.BROKEN)
    fit = Fit(version=1, verdicts=tuple(zip(first_criteria(), verdicts, strict=True)))
    parts = dict(fit_text(fit).args)["parts"]
    assert isinstance(parts, tuple)
    assert [(part.key, dict(part.args)["count"]) for part in parts] == [
        ("definition-count-met", 2),
        ("definition-count-missed", 1),
        ("definition-count-unknown", 1),
        ("definition-count-broken", 1),
    ]
    assert missed_words(fit, {}) == (verbatim("Decides or advises on purchases"),)
    card = fit_card("Anna", fit, {})
    [lines] = [block for block in card.blocks if isinstance(block, Items)]
    assert [line.key for line in lines.items] == [f"definition-verdict-{one}" for one in verdicts]


def test_a_lead_without_any_criterion_has_a_fit_all_the_same() -> None:
    assert isinstance(fit_text(Fit(version=1, verdicts=())), Phrase)


def test_the_first_definition_is_signed_by_both_heads_and_in_force() -> None:
    sales, marketing = PersonId("s"), PersonId("m")
    version = first_definition(sales=sales, marketing=marketing, at=MONDAY_MORNING)
    assert version.is_agreed
    assert version.state is State.IN_FORCE
    assert version.was_in_force(MONDAY_MORNING)
    assert len(version.criteria) == 5
    tested = {one.test.field for one in version.criteria if one.test}
    assert tested == {"title", "company", "email", "source", "campaign"}
