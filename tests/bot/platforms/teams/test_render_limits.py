"""Whatever the heart can say is drawn within all that Teams takes, as an independent judge sees it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.i18n import Voice
from bot.platforms.lettering import counted
from bot.platforms.teams.body import COMMA, fitted
from bot.platforms.teams.fields import Filled
from bot.platforms.teams.render import (
    Drawn,
    render_card,
    render_form,
    render_notice,
    render_preview,
)
from bot.platforms.teams.seals import Seals
from bot.platforms.teams.shapes import line, run, weight
from bot.platforms.teams.wire import Metadata
from handlers.message import Card, Form, Option
from handlers.people import Language
from handlers.phrase import say, verbatim
from tests.bot.platforms.slack.drawing import (
    CARDS,
    CORPUS,
    HOSTILE,
    VOICES,
    every_block,
    every_field,
    forms,
)
from tests.bot.platforms.teams.looking import hidden, markdown
from tests.bot.platforms.teams.sealing import KEY, TENANT, real_now
from tests.bot.platforms.teams.test_lettering import read_as_markdown
from tests.fakes.teams.adaptive_cards import dialog_problems, problems, size, unfurl_problems

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

ENGLISH = Voice(Language.ENGLISH, "Europe/Warsaw")
METADATA = Metadata(place="person:maya", message="a:1|170")
SEAL = Seals(KEY, tenant=TENANT, now=real_now).at("19:a@thread.tacv2", "maya")
MOST_BYTES = 72_500

thorough = settings(
    deadline=None,
    max_examples=40,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking a heap takes minutes
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def judge(card: object) -> None:
    """Nothing in a card formats, links, mentions or hides, and it leaves room in its message."""
    assert not hidden(card)
    for text in markdown(card):
        for one in text.splitlines():
            assert read_as_markdown(one) == one
    assert size(card) <= MOST_BYTES


def judge_message(drawn: Drawn) -> None:
    assert problems(drawn.content) == []
    judge(drawn.content)
    assert drawn.summary
    assert counted(drawn.summary) <= 1000
    assert all(read_as_markdown(one) == one for one in drawn.summary.splitlines())


@pytest.mark.slow
@thorough
@given(CARDS, VOICES)
def test_any_card_is_a_message_that_teams_takes(card: Card, voice: Voice) -> None:
    judge_message(render_card(card, voice, seal=SEAL))


@pytest.mark.slow
@thorough
@given(CARDS, VOICES)
def test_any_card_is_a_notice_and_a_preview_that_teams_takes(card: Card, voice: Voice) -> None:
    notice = render_notice(card, voice, seal=SEAL)
    assert dialog_problems(notice) == []
    judge(notice)
    preview = render_preview(card, voice).content
    assert unfurl_problems(preview) == []
    judge(preview)


@pytest.mark.slow
@thorough
@given(forms(), VOICES, st.data())
def test_any_form_is_a_dialog_that_teams_takes(
    form: Form, voice: Voice, data: st.DataObject
) -> None:
    names = st.sampled_from([field.name for field in form.fields] or ["x"])
    given_before = data.draw(st.none() | st.dictionaries(names, HOSTILE, max_size=3))
    sentences = HOSTILE.map(verbatim) | st.just(say("teams-required"))
    wrong = data.draw(st.dictionaries(names | st.just("elsewhere"), sentences, max_size=3))
    channels = [
        Option(f"teams:19:{n}@thread.tacv2", verbatim(text)) for n, text in enumerate(CORPUS)
    ]
    card = render_form(
        form,
        voice,
        metadata=METADATA,
        seal=SEAL,
        filled_in=Filled(given=given_before, errors=wrong, channels=channels),
    )
    assert dialog_problems(card) == []
    judge(card)


@given(st.lists(st.lists(st.integers(1, 90), max_size=3), max_size=12), st.integers(200, 2000))
def test_what_is_kept_fits_with_the_words_on_what_is_left_out(
    lengths: list[list[int]], room: int
) -> None:
    parts = [[line(run("x" * length)) for length in part] for part in lengths]
    kept = fitted(parts, room, ENGLISH)
    assert sum(weight(shape) + COMMA for shape in kept) <= room
    everything = [shape for part in parts for shape in part]
    assert kept == everything or kept[:-1] == everything[: len(kept) - 1]


@pytest.mark.parametrize("text", CORPUS, ids=lambda text: ascii(text[:12]))
def test_no_word_mentions_links_or_formats(text: str) -> None:
    card = Card(verbatim(text), every_block(text))
    judge_message(render_card(card, ENGLISH, seal=SEAL))
    preview = render_preview(card, ENGLISH).content
    assert unfurl_problems(preview) == []
    judge(preview)


@pytest.mark.parametrize("text", [*CORPUS, "<at>Maya</at>", "{{DATE(2026-01-01T00:00:00Z)}}"])
def test_no_word_of_a_form_mentions_links_or_formats(text: str) -> None:
    form = Form(
        name="a.b",
        title=verbatim(text),
        fields=every_field(text),
        submit=verbatim(text),
        intro=every_block(text),
    )
    channels = [Option("teams:19:a@thread.tacv2", verbatim(text))]
    card = render_form(
        form,
        ENGLISH,
        metadata=METADATA,
        seal=SEAL,
        filled_in=Filled(errors={"a": verbatim(text)}, channels=channels),
    )
    assert dialog_problems(card) == []
    judge(card)
