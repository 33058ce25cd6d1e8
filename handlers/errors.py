"""What can go wrong when somebody asks for something, each with a sentence for that person."""

from __future__ import annotations

from handlers.phrase import Phrase


class Refused(Exception):
    """Leadloop will not do what was asked, and `phrase` tells the person why and what to do."""

    def __init__(self, phrase: Phrase) -> None:
        """Keep the sentence for the person."""
        super().__init__(phrase.key)
        self.phrase = phrase


class NotFound(Refused):
    """What was asked about is not, or no longer, there."""


class Stale(Refused):
    """What was pressed has changed meanwhile."""


class AlreadyDone(Exception):
    """The same interaction was committed before, so a repeat has no effect."""


class Unusable(Exception):
    """Something Leadloop stands on cannot be used; the message is one sentence for the operator."""
