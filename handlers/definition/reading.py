"""Reads what somebody filled in about a criterion, and says beside each field what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handlers.definition.forms import (
    A_PERSON,
    NUMERIC,
    WITHOUT_VALUES,
    field_options,
    operator_options,
)
from handlers.definition.limits import LONGEST_VALUE, LONGEST_WORDS, MOST_VALUES
from handlers.definition.model import Criterion, Operator, Test
from handlers.definition.numbers import read_number, read_span
from handlers.definition.wording import field_name
from handlers.filled import Given, Wrong, one_of, text
from handlers.message import Option
from handlers.naming import shown
from handlers.phrase import say


def read_words(
    criterion: Criterion,
    given: Given,
    wrong: Wrong,
    *,
    fields: Sequence[str],
    reasons: Sequence[Option],
) -> Criterion:
    """Give the criterion with new words; a field that is new to it is tested for being filled."""
    words = shown(text(given, "words", wrong, longest=LONGEST_WORDS))
    field = one_of(field_options(fields), given, "field", wrong)
    covers = given.get("covers", "").split("\n")
    known = [reason.value for reason in reasons]
    test = criterion.test
    if field == A_PERSON:
        test = None
    elif test is None or test.field != field:
        test = Test(field=field, operator=Operator.FILLED)
    return replace(
        criterion,
        words=words,
        test=test,
        covers=tuple(reason for reason in known if reason in covers),
    )


def read_test(field: str, given: Given, wrong: Wrong, used: Sequence[str]) -> Test:
    """Give the test of a field; `used` tells what kind of values the field holds."""
    picked = one_of(operator_options(field), given, "operator", wrong)
    if wrong.errors:
        return Test(field=field, operator=Operator.FILLED)
    operator = Operator(picked)
    if operator in WITHOUT_VALUES:
        return Test(field=field, operator=operator)
    if operator in NUMERIC and used and not any(map(read_span, used)):
        wrong.note("operator", say("definition-field-holds-words", field=field_name(field)))
    return Test(field=field, operator=operator, values=_values(operator, given, wrong))


def _values(operator: Operator, given: Given, wrong: Wrong) -> tuple[str, ...]:
    lines = [*given.get("picked", "").splitlines(), *given.get("typed", "").splitlines()]
    values = tuple(dict.fromkeys(value for line in lines if (value := shown(line))))
    if operator in NUMERIC:
        if len(values) != 1 or read_number(values[0]) is None:
            wrong.note("typed", say("definition-number-needed"))
    elif not values:
        wrong.note("typed", say("definition-values-needed"))
    elif len(values) > MOST_VALUES:
        wrong.note("typed", say("definition-values-too-many", most=MOST_VALUES))
    elif (longest := max(map(len, values))) > LONGEST_VALUE:
        wrong.note("typed", say("form-too-long", longest=LONGEST_VALUE, length=longest))
    return values
