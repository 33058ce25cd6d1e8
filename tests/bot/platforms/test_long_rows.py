"""An envelope full of the longest values still offers every answer of every row, on each platform."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.i18n import Voice
from bot.platforms.slack.render import render_card as render_slack
from bot.platforms.teams.render import render_card as render_teams
from bot.platforms.teams.seals import Seals
from handlers.envelope import MOST_ROWS
from handlers.envelopes.drawing import envelope_card, page_part
from handlers.message import Buttons, Card
from handlers.nudges.row_examples import long_example
from handlers.people import Language
from handlers.phrase import say
from tests.bot.platforms.teams.sealing import KEY, TENANT, real_now
from tests.fakes.slack.block_kit import problems as slack_problems
from tests.fakes.teams.adaptive_cards import problems as teams_problems

PRESSED = {"button", "Action.Execute", "Action.Submit"}
ANSWERS = 9
"""Four values and the form, still right, later, not mine, more."""

SEAL = Seals(KEY, tenant=TENANT, now=real_now).at("", "piotr")


def found(shape: object) -> Iterator[object]:
    """List the buttons of a payload."""
    if isinstance(shape, list):
        for one in shape:
            yield from found(one)
    if isinstance(shape, dict):
        if shape.get("type") in PRESSED:
            yield shape
            return  # Teams keeps a second one inside, for hosts that do not know the first
        for one in shape.values():
            yield from found(one)


@pytest.fixture(scope="module")
def card() -> Card:
    card = envelope_card([long_example()])
    assert card is not None
    offered = [len(block.buttons) for block in card.blocks if isinstance(block, Buttons)]
    assert sum(offered) == MOST_ROWS * ANSWERS
    return card


@pytest.mark.parametrize("language", Language)
def test_slack_draws_every_answer_of_five_long_rows(card: Card, language: Language) -> None:
    blocks = render_slack(card, Voice(language, "Europe/Warsaw")).blocks
    assert slack_problems(blocks, "message") == []
    assert len(list(found(list(blocks)))) == MOST_ROWS * ANSWERS


@pytest.mark.parametrize("language", Language)
def test_teams_draws_every_answer_of_five_long_rows(card: Card, language: Language) -> None:
    content = render_teams(card, Voice(language, "Europe/Warsaw"), seal=SEAL).content
    assert teams_problems(content) == []
    assert len(list(found(content))) == MOST_ROWS * ANSWERS


def test_a_page_ends_with_what_becomes_of_an_answer() -> None:
    assert page_part([long_example()])[-1].text == say("nudges-help")  # type: ignore[union-attr]
