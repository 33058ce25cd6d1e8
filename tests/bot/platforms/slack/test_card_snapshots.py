"""Every card and form as Slack gets it in each language; read the stored texts like code."""

from __future__ import annotations

import pytest

from bot.i18n import Voice
from bot.platforms.slack.render import render_card, render_form, render_home, render_notice
from bot.platforms.slack.surface import Kit
from bot.platforms.slack.wire import Metadata
from handlers.examples import examples
from handlers.message import Card, Chart, Form, Table
from handlers.people import Language
from tests import snapshots
from tests.fakes.slack.block_kit import problems, view_problems

ZONE = "Europe/Warsaw"
METADATA = Metadata(place="person:maya", message="D0123/1700000000.1234")
PLAIN = Kit(tables=False, charts=False)

EXAMPLES = examples()
ALL_CARDS = [(one.name, one.shows) for one in EXAMPLES if isinstance(one.shows, Card)]
HOMES = [(name, card) for name, card in ALL_CARDS if name.startswith("home-")]
CARDS = [pair for pair in ALL_CARDS if pair not in HOMES]
FORMS = [(one.name, one.shows) for one in EXAMPLES if isinstance(one.shows, Form)]
RICH = [
    (name, card)
    for name, card in CARDS
    if any(isinstance(block, Table | Chart) for block in card.blocks)
]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("name", "card"), CARDS)
def test_a_card_looks_like_its_snapshot(name: str, card: Card, language: Language) -> None:
    voice = Voice(language, ZONE)
    drawn = render_card(card, voice)
    assert problems(drawn.blocks, "message") == []
    assert view_problems(render_notice(card, voice)) == []
    shape = {"text": drawn.text.splitlines(), "blocks": drawn.blocks}
    snapshots.check(f"slack/{name}.{language}.json", snapshots.spelled(shape))


@pytest.mark.parametrize(("name", "card"), RICH)
def test_a_card_of_a_plain_workspace_looks_like_its_snapshot(name: str, card: Card) -> None:
    drawn = render_card(card, Voice(Language.ENGLISH, ZONE), PLAIN)
    assert problems(drawn.blocks, "message") == []
    snapshots.check(f"slack/{name}.plain.json", snapshots.spelled({"blocks": drawn.blocks}))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("name", "card"), HOMES)
def test_a_home_looks_like_its_snapshot(name: str, card: Card, language: Language) -> None:
    view = render_home(card, Voice(language, ZONE))
    assert view_problems(view) == []
    snapshots.check(f"slack/{name}.{language}.json", snapshots.spelled(view))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("name", "form"), FORMS)
def test_a_form_looks_like_its_snapshot(name: str, form: Form, language: Language) -> None:
    view = render_form(form, Voice(language, ZONE), metadata=METADATA)
    assert view_problems(view) == []
    snapshots.check(f"slack/{name}.{language}.json", snapshots.spelled(view))


def test_no_stale_snapshot_lies_about(request: pytest.FixtureRequest) -> None:
    snapshots.check_none_is_stale("slack", request.config)
