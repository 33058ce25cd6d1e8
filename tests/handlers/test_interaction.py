"""A sentence for one person alone."""

from __future__ import annotations

from handlers.interaction import Whisper, whisper
from handlers.message import Card
from handlers.phrase import say


def test_a_whisper_is_a_card_of_one_sentence() -> None:
    assert whisper(say("router-unknown")) == Whisper(Card(say("router-unknown"), blocks=()))
