"""The digest as a page of its own, in a real browser: on a phone, and on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from bot.i18n import Voice
from bot.printed import as_page
from handlers.digests.examples import examples
from handlers.message import Card
from handlers.people import Language

FULL = next(one.shows for one in examples() if one.name == "digest-full")


@pytest.mark.browser
@pytest.mark.parametrize("language", Language)
def test_a_full_digest_fits_a_phone_and_one_sheet_of_paper(
    chromium: Browser, language: Language
) -> None:
    assert isinstance(FULL, Card)
    page = chromium.new_page(viewport={"width": 375, "height": 800}, color_scheme="dark")
    try:
        page.set_content(as_page(FULL, Voice(language, "Europe/Warsaw")))
        assert page.evaluate("document.documentElement.scrollWidth") <= 375
        paper = page.pdf(prefer_css_page_size=True)
        assert paper.count(b"/Type /Page\n") + paper.count(b"/Type /Page ") == 1
    finally:
        page.close()
