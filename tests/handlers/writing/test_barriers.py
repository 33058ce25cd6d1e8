"""Why a field cannot be written is said for every field that cannot, and once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.connector import RemoteField
from handlers.keeping import Word, WordKind
from handlers.writing.barriers import Barrier, barriers
from handlers.writing.confirming import targets
from handlers.writing.model import Allowed

OURS = ("status", "next_step")
NEXT_STEP = Word(kind=WordKind.FIELD, word="hs_next", means="next_step", writes=True)
THEIRS = RemoteField(name="hs_next", label="Next step", kind="text")
ALLOWED = Allowed(is_on=True)


@dataclass(frozen=True)
class Spoken:
    said: Sequence[Word] = (NEXT_STEP,)
    described: Sequence[RemoteField] = (THEIRS,)

    def words(self, system: str) -> Sequence[Word]:
        del system
        return self.said

    def fields(self, system: str) -> Sequence[RemoteField]:
        del system
        return self.described


@pytest.mark.parametrize(
    ("spoken", "allowed", "barrier"),
    [
        (Spoken(said=()), ALLOWED, Barrier.UNMAPPED),
        (Spoken(said=(replace(NEXT_STEP, means=None),)), ALLOWED, Barrier.UNMAPPED),
        (Spoken(described=()), ALLOWED, Barrier.GONE),
        (Spoken(described=(replace(THEIRS, is_writable=False),)), ALLOWED, Barrier.READ_ONLY),
        (Spoken(said=(replace(NEXT_STEP, writes=False),)), ALLOWED, Barrier.NOT_ALLOWED),
        (Spoken(), Allowed(is_on=True, fields=frozenset({"status"})), Barrier.SETTINGS),
    ],
)
def test_the_barrier_that_must_be_taken_away_first_is_named(
    spoken: Spoken, allowed: Allowed, barrier: Barrier
) -> None:
    assert barriers(spoken, "hubspot", ["next_step"], allowed) == {barrier: ["next_step"]}


def test_a_field_that_may_be_written_has_none() -> None:
    twice = Spoken(said=(replace(NEXT_STEP, word="old", writes=False), NEXT_STEP))
    assert barriers(twice, "hubspot", ["next_step"], ALLOWED) == {}


def test_a_field_that_only_the_company_has_is_told_of_too() -> None:
    own = replace(NEXT_STEP, means="extra:colour", writes=False)
    found = barriers(Spoken(said=(own,)), "hubspot", [], ALLOWED)
    assert found == {Barrier.NOT_ALLOWED: ["extra:colour"]}


WORDS = st.builds(
    Word,
    kind=st.just(WordKind.FIELD),
    word=st.sampled_from(["a", "b", "c"]),
    means=st.none() | st.sampled_from(OURS),
    writes=st.booleans(),
)
FIELDS = st.builds(
    RemoteField,
    name=st.sampled_from(["a", "b"]),
    label=st.just(""),
    kind=st.just("text"),
    is_writable=st.booleans(),
)


@given(
    said=st.lists(WORDS, max_size=3, unique_by=lambda one: one.word),
    described=st.lists(FIELDS, max_size=2, unique_by=lambda one: one.name),
    only=st.none() | st.frozensets(st.sampled_from(OURS)),
)
def test_every_field_may_be_written_or_has_one_barrier(
    said: list[Word], described: list[RemoteField], only: frozenset[str] | None
) -> None:
    spoken, allowed = Spoken(said, described), Allowed(is_on=True, fields=only)
    may = list(targets(spoken, "hubspot", allowed))
    not_so = [
        field for some in barriers(spoken, "hubspot", OURS, allowed).values() for field in some
    ]
    assert sorted([*may, *not_so]) == sorted(OURS)
