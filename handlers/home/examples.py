"""The page of a person with what the features have to say to them, for the gallery and the snapshots."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from handlers.home.cards import Part, home_card, known_card
from handlers.message import Button, Example
from handlers.phrase import Phrase


def examples(
    pages: Mapping[str, Sequence[Part]], closing: Sequence[Button], known: Sequence[Phrase]
) -> Sequence[Example]:
    """List the pages of these people, and what is known of one of them."""
    return (
        *(Example(f"home-{who}", home_card(parts, closing)) for who, parts in pages.items()),
        Example("home-known", known_card(known)),
    )
