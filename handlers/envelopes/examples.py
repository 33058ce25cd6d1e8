"""Envelopes with invented rows in them, for the gallery and the snapshots."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.envelope import Drawn
from handlers.envelopes.drawing import envelope_card, page_part
from handlers.flags.triage_examples import row_example
from handlers.message import Block, Card, Example
from handlers.nudges import row_examples as nudges
from handlers.phrase import say
from handlers.questions.at_home_examples import open_rows_example
from handlers.questions.examples import envelope_examples


def examples() -> Sequence[Example]:
    """List the envelopes of one feature, and those of several."""
    asked, stale = envelope_examples(), nudges.envelope_examples()
    done, open_flag = row_example(is_open=False), row_example()
    mixed = {
        **{name: [part] for name, part in asked.items()},
        **{name: [part] for name, part in stale.items()},
        "envelopes-mixed": [asked["questions-envelope"], open_flag],
        "envelopes-flag": [open_flag],
        "envelopes-done": [asked["questions-envelope-done"], done],
        "envelopes-all": [asked["questions-envelope"], open_flag, stale["nudges-in-crm"]],
    }
    page = Card(say("nudges-title", count=2), page_part([nudges.open_rows_example()]))
    return (
        *(_example(name, parts) for name, parts in mixed.items()),
        Example("nudges-page", page),
    )


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
