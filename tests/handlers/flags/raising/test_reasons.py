"""The catalogue of reasons, as it ships and as a company changes it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.flags.model import FlagReason, Kind, ReasonKey, Remedy
from handlers.flags.reasons import (
    MOST_CHOICES,
    catalogue,
    choices,
    is_other,
    offered,
    reason_text,
    shipped,
)
from handlers.phrase import say, verbatim

SHIPPED = shipped()


def reasons() -> st.SearchStrategy[FlagReason]:
    """Make rows as a company may have kept them, or as an older version did."""
    keys = st.sampled_from([*(one.key for one in SHIPPED), "own-1", "own-2", "own-3"])
    return st.builds(
        FlagReason,
        key=keys.map(ReasonKey),
        kind=st.sampled_from(Kind),
        remedy=st.sampled_from(Remedy),
        label=st.text(max_size=5),
        hidden=st.booleans(),
        first=st.booleans(),
        needs_note=st.booleans(),
    )


def test_no_two_reasons_have_the_same_key() -> None:
    assert len({one.key for one in SHIPPED}) == len(SHIPPED)


@pytest.mark.parametrize("kind", list(Kind))
def test_each_kind_ends_with_something_else_that_needs_words(kind: Kind) -> None:
    last = offered(SHIPPED, kind)[-1]
    assert is_other(last)
    assert last.needs_note


def test_few_attempts_are_never_laid_at_marketings_door() -> None:
    follow_up = {one.kind for one in SHIPPED if one.remedy is Remedy.FOLLOW_UP}
    assert follow_up == {Kind.RECYCLE}


@given(st.lists(reasons(), unique_by=lambda one: one.key))
def test_every_catalogue_can_be_picked_from(changed: list[FlagReason]) -> None:
    known = catalogue(changed)
    assert {one.key for one in known} >= {one.key for one in (*SHIPPED, *changed)}
    for kind in Kind:
        first, more = choices(known, kind)
        every = offered(known, kind)
        assert len(first) + more <= MOST_CHOICES
        assert set(first) <= set(every)
        assert more or set(first) == set(every)
        assert is_other(every[-1])
        assert not any(one.hidden for one in every)


@given(st.lists(reasons(), unique_by=lambda one: one.key))
def test_a_shipped_reason_keeps_its_kind_and_the_need_for_words(changed: list[FlagReason]) -> None:
    known = {one.key: one for one in catalogue(changed)}
    for one in SHIPPED:
        assert known[one.key].kind is one.kind
        assert known[one.key].needs_note >= one.needs_note


def test_the_companys_words_stand_in_place_of_the_catalogues() -> None:
    student = next(one for one in SHIPPED if one.key == "student")
    assert reason_text(student) == say("flags-reason-student")
    assert reason_text(replace(student, label="pupil")) == verbatim("pupil")
