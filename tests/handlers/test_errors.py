"""Refusals carry a sentence for the person, and keep what was typed out of logs."""

from __future__ import annotations

import pytest

from handlers.errors import NotFound, Refused, Stale
from handlers.phrase import say


@pytest.mark.parametrize("kind", [Refused, NotFound, Stale])
def test_a_refusal_shows_the_person_a_phrase_and_a_log_only_its_key(kind: type[Refused]) -> None:
    phrase = say("people-unknown", name="Anna Nowak")
    refusal = kind(phrase)
    assert refusal.phrase == phrase
    assert str(refusal) == "people-unknown"
    assert "Anna" not in repr(refusal)
    assert isinstance(refusal, Refused)
