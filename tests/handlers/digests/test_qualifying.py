"""Very many leads are judged as one lead's card judges them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from handlers.definition.judging import fit_to
from handlers.definition.model import (
    Criterion,
    CriterionId,
    Operator,
    State,
    Test,
    Verdict,
    Version,
)
from handlers.digests.qualifying import Qualifying
from tests.builders import MONDAY_MORNING

DAY = timedelta(days=1)
FIELDS = ("source", "title", "email", "extra:size")
VALUES = st.sampled_from(["", "Fair", "50", "anna@acme.example", "anna@gmail.com"])
TESTS = st.builds(
    Test,
    field=st.sampled_from(FIELDS),
    operator=st.sampled_from(list(Operator)),
    values=st.sampled_from([("50",), ("Fair",), ("fair", "50")]),
)
CRITERIA = st.lists(st.none() | TESTS, max_size=4).map(
    lambda tests: tuple(
        Criterion(id=CriterionId(str(number)), words="Words", test=test)
        for number, test in enumerate(tests)
    )
)
VERSION = Version(
    number=1,
    criteria=(),
    state=State.IN_FORCE,
    proposed_by=None,
    proposed_at=MONDAY_MORNING,
    in_force_from=MONDAY_MORNING,
)


@given(
    CRITERIA,
    st.dictionaries(st.sampled_from(FIELDS), VALUES),
    st.frozensets(st.sampled_from(FIELDS)),
)
def test_a_lead_qualifies_that_meets_all_that_a_test_can_tell(
    criteria: tuple[Criterion, ...], fields: dict[str, str], known: frozenset[str]
) -> None:
    version = replace(VERSION, criteria=criteria)
    verdicts = [
        verdict
        for one, verdict in fit_to(version, fields, known).verdicts
        if one.test is not None and verdict is not Verdict.BROKEN
    ]
    judging = Qualifying(versions=[version], known=known)
    expected = bool(verdicts) and set(verdicts) == {Verdict.MET}
    assert judging.meets(fields, MONDAY_MORNING) is expected
    tested = {one.test.field for one in criteria if one.test}
    assert set(judging.fields) == tested & known


def test_nobody_qualifies_on_a_day_without_a_definition() -> None:
    anybody = Criterion(
        id=CriterionId("any"), words="Any", test=Test(field="source", operator=Operator.EMPTY)
    )
    judging = Qualifying(versions=[replace(VERSION, criteria=(anybody,))], known=["source"])
    assert judging.meets({}, MONDAY_MORNING)
    assert not judging.meets({}, MONDAY_MORNING - DAY)
