"""The gallery: every example, in every language, however its address is written."""

from __future__ import annotations

import pytest

from bot.platforms.demo.gallery import gallery
from handlers.message import Card, Example, Form, Note, ShortText
from handlers.phrase import say, verbatim
from tests.bot.platforms.demo.conftest import House
from tests.bot.platforms.demo.markup import Page

EXAMPLES = [
    Example("questions.answer", Card(say("demo-role-manager"), (Note(verbatim("<i>")),))),
    Example(
        "flags.form",
        Form(
            name="x",
            title=verbatim("Why?"),
            fields=(ShortText(name="why", label=verbatim("Why")),),
            submit=verbatim("Send"),
        ),
    ),
]


@pytest.mark.parametrize(
    ("language", "word"), [("en", "Manager"), ("pl", "Menedżer"), ("ru", "Руководитель")]
)
def test_the_gallery_speaks_the_language_of_its_address(language: str, word: str) -> None:
    page = Page(gallery(EXAMPLES, {"lang": language}))
    assert word in page.text
    assert page.all("html", lang=language)


def test_all_languages_can_be_seen_at_once() -> None:
    page = Page(gallery(EXAMPLES, {"lang": "all"}))
    for word in ("Manager", "Menedżer", "Руководитель", "经理"):
        assert word in page.text
    ids = [one["id"] for _, one in page.elements if "id" in one]
    assert len(ids) == len(set(ids))


def test_every_example_has_an_address_of_its_own() -> None:
    page = Page(gallery(EXAMPLES, {}))
    assert page.all("section", id="questions-answer")
    assert page.all("a", href="#questions-answer")
    assert page.all("section", id="flags-form")


def test_every_view_is_a_link_that_keeps_the_others() -> None:
    page = Page(gallery(EXAMPLES, {"lang": "pl", "theme": "dark", "width": "phone"}))
    assert page.all("a", href="?lang=ru&theme=dark&width=phone")
    assert page.all("a", href="?lang=pl&theme=light&width=phone")
    assert page.all("a", href="?lang=pl&theme=dark&width=phone", **{"aria-current": "true"})


def test_a_forged_address_shows_the_usual_page() -> None:
    forged = {"lang": "<script>", "theme": '"><script>', "width": "x"}
    assert gallery(EXAMPLES, forged) == gallery(EXAMPLES, {})


def test_the_gallery_is_open_to_everybody(house: House) -> None:
    answer = house.client.get("/demo/gallery?lang=zh")
    assert answer.status_code == 200
    assert "A card" in answer.text
