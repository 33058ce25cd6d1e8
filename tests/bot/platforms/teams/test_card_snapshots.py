"""Every card and form as Teams gets it in each language; read the stored texts like code."""

from __future__ import annotations

import pytest

from bot.i18n import Voice
from bot.platforms.teams.fields import Filled
from bot.platforms.teams.render import render_card, render_form, render_notice, render_preview
from bot.platforms.teams.wire import Metadata
from handlers.examples import examples
from handlers.message import Card, Form, Option
from handlers.people import Language
from handlers.phrase import say, verbatim
from tests import snapshots
from tests.bot.platforms.teams.sealing import clear
from tests.fakes.teams.adaptive_cards import dialog_problems, problems, unfurl_problems

ZONE = "Europe/Warsaw"
METADATA = Metadata(place="person:maya", message="a:1|1700000000123")
CHANNELS = (
    Option("teams:19:marketing@thread.tacv2", verbatim("Marketing · Leads")),
    Option("teams:19:sales@thread.tacv2", verbatim("Sales · General")),
)

EXAMPLES = examples()
CARDS = [(one.name, one.shows) for one in EXAMPLES if isinstance(one.shows, Card)]
UNFURLED = [(name, card) for name, card in CARDS if "unfurl" in name]
FORMS = [(one.name, one.shows) for one in EXAMPLES if isinstance(one.shows, Form)]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("name", "card"), CARDS)
def test_a_card_looks_like_its_snapshot(name: str, card: Card, language: Language) -> None:
    voice = Voice(language, ZONE)
    drawn = render_card(card, voice, seal=clear)
    assert problems(drawn.content) == []
    assert dialog_problems(render_notice(card, voice, seal=clear)) == []
    shape = {"summary": drawn.summary.splitlines(), "content": drawn.content}
    snapshots.check(f"teams/{name}.{language}.json", snapshots.spelled(shape))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("name", "card"), UNFURLED)
def test_an_unfolded_link_looks_like_its_snapshot(
    name: str, card: Card, language: Language
) -> None:
    drawn = render_preview(card, Voice(language, ZONE))
    assert unfurl_problems(drawn.content) == []
    snapshots.check(f"teams/{name}.unfolded.{language}.json", snapshots.spelled(drawn.content))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("name", "form"), FORMS)
def test_a_form_looks_like_its_snapshot(name: str, form: Form, language: Language) -> None:
    card = render_form(
        form,
        Voice(language, ZONE),
        metadata=METADATA,
        seal=clear,
        filled_in=Filled(channels=CHANNELS),
    )
    assert dialog_problems(card) == []
    assert "and 0 more" not in str(card)
    snapshots.check(f"teams/{name}.{language}.json", snapshots.spelled(card))


@pytest.mark.parametrize("language", Language)
def test_a_form_to_be_corrected_looks_like_its_snapshot(language: Language) -> None:
    form = next(form for name, form in FORMS if name == "settings-away")
    errors = {"last": say("settings-channels-same"), "": say("settings-channels-same")}
    given = {"last": "2026-12-01"}
    voice = Voice(language, ZONE)
    card = render_form(
        form, voice, metadata=METADATA, seal=clear, filled_in=Filled(errors=errors, given=given)
    )
    assert dialog_problems(card) == []
    snapshots.check(f"teams/corrected.{language}.json", snapshots.spelled(card))


def test_no_stale_snapshot_lies_about(request: pytest.FixtureRequest) -> None:
    snapshots.check_none_is_stale("teams", request.config)
