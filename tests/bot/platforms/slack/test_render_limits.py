"""Whatever the heart can say is drawn within all that Slack takes, as an independent judge sees it."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from bot.i18n import Voice
from bot.platforms.lettering import counted
from bot.platforms.slack.render import render_card, render_form, render_home, render_notice
from bot.platforms.slack.surface import Kit
from bot.platforms.slack.wire import Metadata
from handlers.message import Card, Form
from handlers.people import Language
from handlers.phrase import verbatim
from tests.bot.platforms.slack.drawing import (
    CARDS,
    CORPUS,
    VOICES,
    every_block,
    every_field,
    forms,
    kits_for,
    seen,
)
from tests.fakes.slack.block_kit import problems, view_problems

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

ENGLISH = Voice(Language.ENGLISH, "Europe/Warsaw")
METADATA = Metadata(place="person:maya", message="D1/1.2")
LIVE = {"mrkdwn", "markdown", "link", "user", "usergroup", "channel", "broadcast", "emoji"}

thorough = settings(
    deadline=None,
    max_examples=40,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking a heap takes minutes
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def kinds(shape: Any) -> set[str]:
    """Name the types of all parts of a payload."""
    if isinstance(shape, list):
        return set().union(*map(kinds, shape))
    if isinstance(shape, dict):
        own = {shape["type"]} if "type" in shape else set()
        return own.union(*map(kinds, shape.values()))
    return set()


def hidden(shape: object) -> set[str]:
    """Name the letters that control or hide, but for joiners between pictures."""
    texts = (re.sub("(?<=[^\\w\\s])\u200d(?=[^\\w\\s])", "", text) for _, text in seen(shape))
    return {
        letter
        for text in texts
        for letter in text
        if letter != "\n" and unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Co"}
    }


def judge_text(text: str) -> None:
    assert text
    assert counted(text) < 4000
    assert "<" not in text
    assert not set("*~`") & set(text)
    assert not hidden(text)


@pytest.mark.slow
@thorough
@given(CARDS, VOICES)
def test_any_card_is_a_message_that_slack_takes(card: Card, voice: Voice) -> None:
    for kit in kits_for(card):
        drawn = render_card(card, voice, kit)
        assert problems(drawn.blocks, "message") == []
        assert drawn.blocks
        assert not kinds(drawn.blocks) & LIVE
        assert not hidden(drawn.blocks)
        judge_text(drawn.text)


@pytest.mark.slow
@thorough
@given(CARDS, VOICES)
def test_any_card_is_a_home_and_a_notice_that_slack_takes(card: Card, voice: Voice) -> None:
    for kit in kits_for(card):
        for view in (render_home(card, voice, kit), render_notice(card, voice, kit)):
            assert view_problems(view) == []
            assert not kinds(view) & LIVE


@pytest.mark.slow
@thorough
@given(forms(), VOICES)
def test_any_form_is_a_modal_that_slack_takes(form: Form, voice: Voice) -> None:
    view = render_form(form, voice, metadata=METADATA)
    assert view_problems(view) == []
    assert not kinds(view) & LIVE
    assert not hidden(view)


@pytest.mark.parametrize("text", CORPUS, ids=lambda text: ascii(text[:12]))
@pytest.mark.parametrize("kit", [Kit(), Kit(tables=False, charts=False)], ids=["own", "plain"])
def test_no_word_mentions_links_or_formats(text: str, kit: Kit) -> None:
    card = Card(verbatim(text), every_block(text))
    drawn = render_card(card, ENGLISH, kit)
    assert problems(drawn.blocks, "message") == []
    assert not (kinds(drawn.blocks) | kinds(render_home(card, ENGLISH, kit))) & LIVE
    assert not hidden(drawn.blocks)
    judge_text(drawn.text)


@pytest.mark.parametrize("text", CORPUS, ids=lambda text: ascii(text[:12]))
def test_no_word_of_a_form_mentions_links_or_formats(text: str) -> None:
    form = Form(
        name="a.b",
        title=verbatim(text),
        fields=every_field(text),
        submit=verbatim(text),
        intro=every_block(text),
    )
    view = render_form(form, ENGLISH, metadata=METADATA)
    assert view_problems(view) == []
    assert not kinds(view) & LIVE
    assert not hidden(view)
