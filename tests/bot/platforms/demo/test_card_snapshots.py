"""Every card and form, as the demo draws it in each language; read the stored texts like code."""

from __future__ import annotations

import pytest

from bot.i18n import Voice
from bot.platforms.demo.render import render_card, render_form
from handlers.examples import examples
from handlers.message import Card, Example
from handlers.people import Language
from tests import snapshots


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("example", examples(), ids=lambda example: example.name)
def test_a_card_looks_like_its_snapshot(example: Example, language: Language) -> None:
    voice = Voice(language, "Europe/Warsaw")
    shown = example.shows
    html = render_card(shown, voice) if isinstance(shown, Card) else render_form(shown, voice)
    snapshots.check(f"demo/{example.name}.{language}.html", html.replace("><", ">\n<"))


def test_no_stale_snapshot_lies_about(request: pytest.FixtureRequest) -> None:
    snapshots.check_none_is_stale("demo", request.config)
