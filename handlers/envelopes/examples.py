"""Envelopes with invented rows in them, for the gallery and the snapshots."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.envelope import Drawn
from handlers.envelopes.drawing import envelope_card, page_part
from handlers.flags.triage_examples import row_example
from handlers.message import Block, Example
from handlers.questions.at_home_examples import open_rows_example
from handlers.questions.examples import envelope_examples


def examples() -> Sequence[Example]:
    """List the envelopes of one feature, and those of several."""
    asked = envelope_examples()
    done, open_flag = row_example(is_open=False), row_example()
    mixed = {
        **{name: [part] for name, part in asked.items()},
        "envelopes-mixed": [asked["questions-envelope"], open_flag],
        "envelopes-flag": [open_flag],
        "envelopes-done": [asked["questions-envelope-done"], done],
    }
    return tuple(_example(name, parts) for name, parts in mixed.items())


def _example(name: str, parts: Sequence[Drawn]) -> Example:
    card = envelope_card(parts)
    if card is None:
        raise ValueError(f"the example {name} is empty")
    return Example(name, card)


def page_example() -> tuple[Block, ...]:
    """Show what waits for a rep on their own page."""
    return page_part([open_rows_example()])


def empty_page_example() -> tuple[Block, ...]:
    """Show a rep of whom nothing is asked."""
    return page_part([])
