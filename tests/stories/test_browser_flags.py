"""A lead is flagged and decided about in a real browser: at a desk, on a phone, and by the guide."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.stories.conftest import RunningDemo, Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DESK, PHONE = (1280, 900), (375, 740)
SIZES = pytest.mark.parametrize(("width", "height"), [DESK, PHONE], ids=["desk", "phone"])


def last_card(page: Page) -> Locator:
    return page.locator(".message .card").last


def card_with(page: Page, words: str) -> Locator:
    return page.locator(".message .card", has_text=words).last


def fill_in(page: Page, *, reason: str, seen: str) -> None:
    """Go through both forms of a flag."""
    form = page.get_by_role("dialog")
    form.get_by_label("Reject").check()
    form.get_by_role("button", name="Go on").click()
    form.get_by_label(reason).check()
    form.get_by_label("What did you see?").fill(seen)
    form.get_by_role("button", name="Send to marketing").click()
    expect(form).to_be_hidden()


def accept(page: Page, card: Locator, change: str) -> None:
    card.get_by_role("button", name="Accept…").click()
    form = page.get_by_role("dialog")
    form.get_by_label("What changes?").fill(change)
    form.get_by_role("button", name="Accept").click()
    expect(form).to_be_hidden()
    expect(card).to_contain_text(change)


def fits(page: Page) -> bool:
    """Tell whether nothing on the page is wider than the screen."""
    size = page.viewport_size
    assert size is not None
    wide = page.evaluate("document.documentElement.scrollWidth")
    return bool(wide <= size["width"] and page.evaluate("log.scrollWidth <= log.clientWidth"))


@pytest.fixture(scope="module")
def envelopes(running: RunningDemo, chromium: Browser) -> None:
    """The owners of the webinar's leads are asked what became of them."""
    page = chromium.new_page()
    page.goto(f"{running.address}/demo?as=maya&in=marketing")
    page.locator("body:not([inert])").wait_for()
    page.locator("#text").fill("@Leadloop the webinar leads")
    page.keyboard.press("Enter")
    last_card(page).get_by_role("button", name="Ask the").click()
    expect(last_card(page)).to_contain_text("This card fills as they come in")
    page.close()


def take_step(page: Page, number: int) -> None:
    """Press a step of the guide."""
    page.locator("#guide li button").nth(number - 1).click()


@pytest.mark.usefixtures("envelopes")
def test_the_guide_leads_from_the_answer_to_a_flag_a_finding_and_its_decision(visit: Visit) -> None:
    page = visit("/demo?as=tom")
    card_with(page, "One tap each").get_by_role("button", name="In conversation").first.click()
    expect(page.locator("#guide [aria-current=step]")).to_contain_text("Watch the card fill")
    take_step(page, 4)
    expect(page.locator("#title")).to_have_text("# marketing")

    take_step(page, 5)
    expect(page.locator("#text")).to_have_value("flag jonas.muller.1074@kite-robotics.example")
    page.keyboard.press("Enter")
    offer = page.locator(".whisper")
    expect(offer).to_contain_text("Flag this lead?")
    below = "whisper => whisper.previousElementSibling.innerText"
    assert "flag jonas.muller" in offer.evaluate(below)
    offer.get_by_role("button").filter(has_text="Jonas Müller").click()
    fill_in(page, reason="not the role we look for", seen="Collects prices for others")

    take_step(page, 6)
    expect(card_with(page, "3 flags")).to_contain_text("Search ads")
    accept(page, card_with(page, "Collects prices"), "The form asks for the role")
    expect(page.locator("#guide [aria-current=step]")).to_contain_text(
        "Next morning: fix a CRM field"
    )


@pytest.mark.usefixtures("envelopes")
@SIZES
def test_a_lead_is_flagged_from_the_envelope_decided_and_heard_of(
    visit: Visit, width: int, height: int
) -> None:
    tom = visit("/demo?as=tom", width=width, height=height)
    envelope = card_with(tom, "One tap each")
    flag_at = 0 if width == DESK[0] else 1
    envelope.get_by_role("button", name="Flag this lead").nth(flag_at).click()
    assert fits(tom)
    fill_in(tom, reason="wrong or missing contact data", seen=f"The mail came back at {width}")
    expect(tom.locator(".whisper")).to_contain_text("marketing has it")
    assert fits(tom)

    maya = visit("/demo?as=maya&in=marketing", width=width, height=height)
    card = card_with(maya, f"The mail came back at {width}")
    expect(card).to_contain_text("Rejected")
    assert "Tom" not in card.inner_text()
    assert fits(maya)
    accept(maya, card, f"The form checks addresses at {width}")
    expect(card_with(tom, "You said, we did")).to_contain_text(f"checks addresses at {width}")
    assert fits(tom)
