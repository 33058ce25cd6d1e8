"""Every card and form there is, with invented people in it, for the gallery and the snapshots."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from handlers.home import examples as home
from handlers.home.cards import Part
from handlers.message import Example
from handlers.questions import at_home_examples
from handlers.questions import examples as questions
from handlers.questions.at_home import help_button
from handlers.roster import examples as roster
from handlers.roster.cards import unmatched_part
from handlers.settings import examples as settings


def examples() -> Sequence[Example]:
    """List them all, feature by feature."""
    return (
        *questions.examples(),
        *settings.examples(),
        *roster.examples(),
        *home.examples(_pages(), [help_button()], settings.known_example()),
    )


def _pages() -> Mapping[str, Sequence[Part]]:
    """Put the pages together as bot/app.py does."""
    busy, calm = settings.administration_examples()
    return {
        "rep": (
            at_home_examples.open_rows_example(),
            at_home_examples.nothing_asked_example(),
            settings.mine_example(),
        ),
        "marketer": (at_home_examples.asked_example(), settings.mine_example(is_away=True)),
        "administrator": (
            at_home_examples.nothing_asked_example(),
            settings.mine_example(),
            unmatched_part(len(roster.unmatched_owners())),
            busy,
        ),
        "new": (
            at_home_examples.no_rows_example(),
            at_home_examples.nothing_asked_example(),
            settings.mine_example(),
            calm,
        ),
    }
