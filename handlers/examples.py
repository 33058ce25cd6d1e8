"""Every card and form there is, with invented people in it, for the gallery and the snapshots."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from handlers.agenda import examples as agenda
from handlers.definition.examples import definition_examples
from handlers.digests import examples as digests
from handlers.envelopes import examples as envelopes
from handlers.flags import raising_examples as raising
from handlers.flags.finding_examples import finding_examples
from handlers.flags.triage_examples import triage_examples
from handlers.home import examples as home
from handlers.home.cards import Part
from handlers.mapping import examples as mapping
from handlers.message import Example
from handlers.nudges import rehearsal_examples, row_examples, rules_examples
from handlers.questions import at_home_examples
from handlers.questions import examples as questions
from handlers.questions.at_home import help_button
from handlers.roster import examples as roster
from handlers.roster.cards import unmatched_part
from handlers.settings import examples as settings
from handlers.writing import examples as writing


def examples() -> Sequence[Example]:
    """List them all, feature by feature."""
    return (
        *questions.examples(),
        *envelopes.examples(),
        *raising.raising_examples(),
        *triage_examples(),
        *finding_examples(),
        *definition_examples(),
        *agenda.examples(),
        *digests.examples(),
        *mapping.examples(),
        *writing.examples(),
        *row_examples.row_examples(),
        *rules_examples.examples(),
        *rehearsal_examples.examples(),
        *settings.examples(),
        *roster.examples(),
        *home.examples(_pages(), [help_button()], settings.known_example()),
    )


def _pages() -> Mapping[str, Sequence[Part]]:
    """Put the pages together as bot/app.py does."""
    busy, calm = settings.administration_examples()
    with_action, without_meeting = agenda.home_examples()
    return {
        "rep": (
            envelopes.page_example(),
            raising.mine_example(),
            at_home_examples.nothing_asked_example(),
            settings.mine_example(),
        ),
        "marketer": (
            raising.desk_example(),
            at_home_examples.asked_example(),
            with_action,
            settings.mine_example(is_away=True),
        ),
        "administrator": (
            at_home_examples.nothing_asked_example(),
            settings.mine_example(),
            unmatched_part(len(roster.unmatched_owners())),
            raising.reasons_example(),
            row_examples.disowned_page_example(),
            rules_examples.page_example(),
            rehearsal_examples.page_example(),
            busy,
        ),
        "new": (
            envelopes.empty_page_example(),
            raising.mine_none_example(),
            at_home_examples.nothing_asked_example(),
            without_meeting,
            settings.mine_example(),
            calm,
        ),
    }
