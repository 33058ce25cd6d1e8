"""Phrases are values: they can be compared, stored and put into each other."""

from __future__ import annotations

from handlers.phrase import Phrase, say, verbatim


def test_the_order_of_arguments_makes_no_difference() -> None:
    assert say("greeting", name="Anna", count=2) == say("greeting", count=2, name="Anna")
    assert hash(say("greeting", name="Anna")) == hash(say("greeting", name="Anna"))


def test_a_persons_own_words_are_an_argument_and_never_a_key() -> None:
    assert verbatim("router-unknown") == Phrase("verbatim", (("text", "router-unknown"),))
