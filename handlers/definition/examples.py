"""A first definition for the demo, and every card and form of this feature with invented people in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from handlers.definition.at_home import definition_part
from handlers.definition.cards import (
    definition_card,
    fit_card,
    no_definition_card,
    versions_card,
)
from handlers.definition.drifting import Silent, Uncovered
from handlers.definition.fares import Fares
from handlers.definition.forms import (
    choosing_form,
    put_form,
    testing_form,
    withdrawing_form,
    words_form,
)
from handlers.definition.model import (
    Criterion,
    CriterionId,
    Fit,
    Operator,
    Signature,
    State,
    Test,
    Verdict,
    Version,
)
from handlers.definition.proposal_cards import Laid, draft_card, proposal_card
from handlers.definition.work import OWN_FIELDS
from handlers.message import Card, Example, Option
from handlers.people import Person, PersonId, Role, Side
from handlers.phrase import say, verbatim

AT = datetime(2026, 11, 3, 14, 5, tzinfo=UTC)
LATER = AT + timedelta(days=16)

MAREK = Person(
    id=PersonId("marek"),
    name="Marek Sowa",
    email="marek.sowa@northwind.example",
    role=Role.MANAGER,
    side=Side.SALES,
)
HELEN = Person(
    id=PersonId("helen"),
    name="Helen Marsh",
    email="helen.marsh@northwind.example",
    role=Role.MANAGER,
    side=Side.MARKETING,
)
SIGNERS: Mapping[PersonId, Person] = {MAREK.id: MAREK, HELEN.id: HELEN}
REASONS = (
    Option("not-the-role", verbatim("not the role")),
    Option("outside-target", verbatim("outside our target")),
    Option("low-intent", verbatim("low intent")),
    Option("no-budget", verbatim("no budget")),
)
LABELS = {reason.value: reason.label for reason in REASONS}


def first_criteria() -> tuple[Criterion, ...]:
    """Give five criteria that any export of leads can be tested for."""
    return (
        _criterion("company", "Works in a company that we can name", "company", Operator.FILLED),
        _criterion(
            "role",
            "Decides or advises on purchases",
            "title",
            Operator.CONTAINS,
            ("head", "director", "manager", "procurement", "CFO", "founder", "buyer"),
            covers=("not-the-role", "no-authority"),
        ),
        _criterion(
            "address",
            "Writes from a work address",
            "email",
            Operator.OWN_DOMAIN,
            covers=("student", "personal-use"),
        ),
        _criterion(
            "source",
            "Came to us by more than an advertisement",
            "source",
            Operator.NONE_OF,
            ("Paid search", "Paid social"),
            covers=("low-intent",),
        ),
        _criterion(
            "campaign", "Came by a campaign that both teams know", "campaign", Operator.FILLED
        ),
    )


def _criterion(
    id: str,
    words: str,
    field: str,
    operator: Operator,
    values: tuple[str, ...] = (),
    *,
    covers: tuple[str, ...] = (),
) -> Criterion:
    test = Test(field=field, operator=operator, values=values)
    return Criterion(id=CriterionId(id), words=words, test=test, covers=covers)


def first_definition(*, sales: PersonId, marketing: PersonId, at: datetime) -> Version:
    """Give a first version that both heads signed, in force since a moment."""
    return Version(
        number=1,
        criteria=first_criteria(),
        state=State.IN_FORCE,
        proposed_by=marketing,
        proposed_at=at,
        signatures=(Signature(Side.MARKETING, marketing, at), Signature(Side.SALES, sales, at)),
        in_force_from=at,
    )


# Invented versions


def in_force() -> Version:
    """Give the version that the examples are about."""
    return first_definition(sales=MAREK.id, marketing=HELEN.id, at=AT)


def proposal() -> Version:
    """Give a proposal that adds, changes and drops something; one side has signed it."""
    company, role, address, source, _ = first_criteria()
    budget = Criterion(
        id=CriterionId("budget"), words="Has a budget for this year", covers=("no-budget",)
    )
    narrower = replace(role, test=Test(field="title", operator=Operator.CONTAINS, values=("head",)))
    return Version(
        number=2,
        criteria=(company, narrower, address, source, budget),
        state=State.PROPOSED,
        proposed_by=MAREK.id,
        proposed_at=LATER,
        why="Half of what we speak with has no budget before spring.",
        signatures=(Signature(Side.SALES, MAREK.id, LATER),),
        based_on=1,
        revision=4,
    )


def amendment() -> Version:
    """Give a draft of Leadloop's own."""
    added = Criterion(id=CriterionId("drafted"), words="", covers=("no-budget",))
    return Version(
        number=3,
        criteria=(*first_criteria(), added),
        state=State.PROPOSED,
        proposed_by=None,
        proposed_at=LATER,
        based_on=1,
    )


def silence() -> Version:
    """Give a draft of Leadloop's own that drops a criterion."""
    return replace(amendment(), number=4, criteria=first_criteria()[:-1])


def _drafts() -> tuple[Version, Version]:
    draft = replace(proposal(), state=State.DRAFT, signatures=(), why="")
    return draft, replace(draft, number=1, criteria=(), based_on=None)


def definition_examples() -> tuple[Example, ...]:
    """List them all, in the order in which people meet them."""
    return (*_whole_examples(), *_proposal_examples(), *_draft_examples(), *_form_examples())


def _whole_examples() -> tuple[Example, ...]:
    current = in_force()
    replaced = replace(current, state=State.REPLACED, in_force_until=LATER)
    withdrawn = proposal().withdrawn(LATER, "We try the campaign first.")
    versions = [amendment(), withdrawn, current]
    verdicts = (Verdict.MET, Verdict.MISSED, Verdict.MET, Verdict.UNKNOWN, Verdict.BROKEN)
    fit = Fit(version=1, verdicts=tuple(zip(first_criteria(), verdicts, strict=True)))
    home = {
        "": definition_part(current, [proposal()], ["extra:region"]),
        "-empty": definition_part(None, []),
    }
    return (
        Example("definition", definition_card(current, SIGNERS, LABELS)),
        Example("definition-replaced", definition_card(replaced, SIGNERS, LABELS, {"title"})),
        Example("definition-none", no_definition_card()),
        Example("definition-versions", versions_card(versions)),
        Example("definition-versions-second-page", versions_card(versions * 3, 1)),
        Example("definition-fit", fit_card("Anna Nowak · Acme", fit, LABELS)),
        *(
            Example(f"definition-home{name}", Card(title=say("home-title"), blocks=part))
            for name, part in home.items()
        ),
    )


def _proposal_examples() -> tuple[Example, ...]:
    current, proposed = in_force(), proposal()
    first = replace(in_force(), state=State.PROPOSED, signatures=(), in_force_from=None)
    named = Uncovered("no-budget", 9, 22, ("Anna Nowak · Acme", "Chen Li · Kite Robotics"))
    silent = Silent(first_criteria()[-1], AT - timedelta(days=120), 41)
    laid = (
        ("", Laid(proposal=proposed, before=current, by=Side.SALES, fares=Fares(640, 210, 150))),
        ("-first", Laid(proposal=first, before=None, by=Side.MARKETING, fares=Fares(640, 150))),
        (
            "-outdated",
            Laid(
                proposal=proposed.unsigned(),
                before=replace(current, number=5),
                by=Side.MARKETING,
                fares=Fares(3),
                gone={"title"},
            ),
        ),
        ("-named", Laid(proposal=amendment(), before=current, by=None, fares=None, cause=named)),
        ("-silent", Laid(proposal=silence(), before=current, by=None, fares=None, cause=silent)),
        (
            "-withdrawn",
            Laid(
                proposal=proposed.withdrawn(LATER, "We try the campaign first."),
                before=current,
                by=Side.SALES,
                fares=None,
            ),
        ),
    )
    return tuple(
        Example(f"definition-proposal{name}", proposal_card(one, SIGNERS, LABELS))
        for name, one in laid
    )


def _draft_examples() -> tuple[Example, ...]:
    draft, empty = _drafts()
    current = in_force()
    return (
        Example("definition-draft", draft_card(draft, current, LABELS)),
        Example("definition-draft-outdated", draft_card(draft, replace(current, number=6), LABELS)),
        Example("definition-draft-empty", draft_card(empty, None, LABELS)),
        Example("definition-draft-shown", draft_card(proposal().unsigned(), current, LABELS)),
    )


def _form_examples() -> tuple[Example, ...]:
    draft, _ = _drafts()
    role = draft.criteria[1]
    used = ("Head of Procurement", "CFO", "Buyer")
    fields = (*OWN_FIELDS, "extra:employees")
    size = Test(field="extra:employees", operator=Operator.AT_LEAST, values=("50",))
    return (
        Example("definition-add", words_form(draft, None, fields=fields, reasons=REASONS)),
        Example("definition-change", words_form(draft, role, fields=fields, reasons=REASONS)),
        Example("definition-test", testing_form(draft, role, role.test or size, used)),
        Example("definition-test-numbers", testing_form(draft, role, size, ("51–200", "500+"))),
        Example("definition-change-which", choosing_form(draft, "change", LABELS)),
        Example("definition-drop-which", choosing_form(draft, "drop", LABELS)),
        Example("definition-put", put_form(draft)),
        Example("definition-withdraw", withdrawing_form(proposal())),
    )
