"""The forms in which a proposal is written: which criterion, its words, its test, why."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.definition.limits import LONGEST_VALUE, LONGEST_WHY, LONGEST_WORDS, MOST_VALUES
from handlers.definition.model import Criterion, Operator, Test, Version
from handlers.definition.wording import Labels, criterion_words, field_name
from handlers.definition.work import EXTRA
from handlers.message import (
    Choice,
    Choices,
    Field,
    Form,
    LongText,
    Note,
    Option,
    ShortText,
    values,
)
from handlers.phrase import say, verbatim

A_PERSON = "a-person"
"""Picked instead of a field where only a person can tell."""

WITHOUT_VALUES = frozenset({Operator.FILLED, Operator.EMPTY, Operator.OWN_DOMAIN})
NUMERIC = frozenset({Operator.AT_LEAST, Operator.AT_MOST})


def choosing_form(version: Version, does: str, labels: Labels) -> Form:
    """Ask which criterion is meant; `does` is ``change`` or ``drop``."""
    options = tuple(Option(one.id, criterion_words(one, labels)) for one in version.criteria)
    label = say("definition-which")
    return Form(
        name=f"definition.{does}-chosen",
        title=say(f"definition-{does}-title"),
        fields=(Choice(name="criterion", label=label, options=options),),
        submit=say(f"definition-{does}-submit"),
        keep=values(version=version.number),
    )


def words_form(
    version: Version,
    criterion: Criterion | None,
    *,
    fields: Sequence[str],
    reasons: Sequence[Option],
) -> Form:
    """Ask for a criterion's words, the field that tells, and the flag reasons that name a miss."""
    test = criterion.test if criterion else None
    asked: list[Field] = [
        ShortText(
            name="words",
            label=say("definition-words-label"),
            value=criterion.words if criterion else "",
            hint=say("definition-words-hint"),
            longest=LONGEST_WORDS,
        ),
        Choice(
            name="field",
            label=say("definition-field-label"),
            options=field_options(fields),
            value=test.field if test else A_PERSON,
            hint=say("definition-field-hint"),
        ),
    ]
    if reasons:
        covers = Choices(
            name="covers",
            label=say("definition-covers-label"),
            options=tuple(reasons),
            value=criterion.covers if criterion else (),
            hint=say("definition-covers-hint"),
            required=False,
        )
        asked.append(covers)
    return Form(
        name="definition.worded",
        title=say("definition-change-title" if criterion else "definition-add-title"),
        fields=tuple(asked),
        submit=say("definition-go-on"),
        keep=values(version=version.number, criterion=criterion.id if criterion else ""),
    )


def field_options(fields: Sequence[str]) -> tuple[Option, ...]:
    """Offer the fields of leads, and that only a person can tell."""
    person = Option(A_PERSON, say("definition-field-a-person"))
    return (person, *(Option(field, field_name(field)) for field in fields))


def offered_operators(field: str) -> tuple[Operator, ...]:
    """List the questions that make sense to a field."""
    if field == "owner":
        return (Operator.FILLED, Operator.EMPTY)
    words = (Operator.ONE_OF, Operator.NONE_OF, Operator.CONTAINS)
    if field == "email":
        return (Operator.OWN_DOMAIN, Operator.FILLED, Operator.EMPTY, *words)
    numbers = (Operator.AT_LEAST, Operator.AT_MOST) if field.startswith(EXTRA) else ()
    return (*words, *numbers, Operator.FILLED, Operator.EMPTY)


def operator_options(field: str) -> tuple[Option, ...]:
    """Offer the questions that make sense to a field."""
    return tuple(
        Option(one.value, say(f"definition-operator-{one}")) for one in offered_operators(field)
    )


def testing_form(version: Version, criterion: Criterion, test: Test, used: Sequence[str]) -> Form:
    """Ask how a criterion's field is tested; `used` are the field's most used values."""
    asked: list[Field] = [
        Choice(
            name="operator",
            label=say("definition-operator-label"),
            options=operator_options(test.field),
            value=test.operator.value,
        )
    ]
    if test.field != "owner":
        asked += _values(test, [value for value in used if is_offered(value)])
    return Form(
        name="definition.tested",
        title=say("definition-test-title"),
        intro=(
            Note(
                say(
                    "definition-test-of",
                    criterion=verbatim(criterion.words),
                    field=field_name(test.field),
                )
            ),
        ),
        fields=tuple(asked),
        submit=say("definition-save"),
        keep=values(version=version.number, criterion=criterion.id),
    )


def is_offered(value: str) -> bool:
    """Tell whether a value can be picked from a menu."""
    return len(value) <= LONGEST_VALUE and len(value.splitlines()) == 1


def _values(test: Test, used: Sequence[str]) -> list[Field]:
    typed = [value for value in test.values if value not in used]
    fields: list[Field] = []
    if used:
        pick = Choices(
            name="picked",
            label=say("definition-values-label"),
            options=tuple(Option(value, verbatim(value)) for value in used),
            value=tuple(value for value in test.values if value in used),
            hint=say("definition-values-hint"),
            required=False,
        )
        fields.append(pick)
    write = LongText(
        name="typed",
        label=say("definition-typed-label"),
        value="\n".join(typed),
        hint=say("definition-typed-hint"),
        required=False,
        longest=MOST_VALUES * (LONGEST_VALUE + 1),
    )
    return [*fields, write]


def put_form(version: Version) -> Form:
    """Ask why a proposal is made, before both sides see it."""
    return _why_form(version, "put", "proposed")


def withdrawing_form(version: Version) -> Form:
    """Ask why a proposal is taken back."""
    return _why_form(version, "withdraw", "withdrawn")


def _why_form(version: Version, what: str, done: str) -> Form:
    why = LongText(
        name="why",
        label=say("definition-why-label"),
        hint=say(f"definition-{what}-hint"),
        longest=LONGEST_WHY,
    )
    return Form(
        name=f"definition.{done}",
        title=say(f"definition-{what}-title"),
        fields=(why,),
        submit=say(f"definition-{what}-submit"),
        keep=values(version=version.number),
    )
