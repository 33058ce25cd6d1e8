"""On Monday at nine both channels of the demo fill with the digest, at a desk and on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.stories.conftest import RunningDemo, Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SIZES = pytest.mark.parametrize(("width", "height"), [(1280, 900), (375, 740)])


def digest_on(page: Page) -> Locator:
    return page.locator(".message .card", has_text="Weekly digest").last


def fits(page: Page) -> bool:
    """Tell whether nothing on the page is wider than the screen."""
    size = page.viewport_size
    assert size is not None
    wide = page.evaluate("document.documentElement.scrollWidth")
    return bool(wide <= size["width"] and page.evaluate("log.scrollWidth <= log.clientWidth"))


@pytest.fixture(scope="module")
def monday(running: RunningDemo, chromium: Browser) -> None:
    """The clock stands at a Monday, nine o'clock, and both digests have arrived."""
    page = chromium.new_page()
    page.goto(f"{running.address}/demo?as=maya&in=marketing")
    page.locator("body:not([inert])").wait_for()
    page.get_by_role("button", name="Next Monday 9:00").click()
    expect(digest_on(page)).to_be_visible()
    page.close()


@pytest.mark.usefixtures("monday")
@SIZES
@pytest.mark.parametrize(("person", "channel"), [("maya", "marketing"), ("tom", "sales")])
def test_a_channel_reads_the_week_with_its_pictures_and_what_it_owes(
    visit: Visit, person: str, channel: str, width: int, height: int
) -> None:
    page = visit(f"/demo?as={person}&in={channel}", width=width, height=height)
    card = digest_on(page)
    expect(card).to_contain_text("new leads came in")
    expect(card).to_contain_text(f"What {channel} owes")
    assert card.locator("figure").count() == 2
    assert fits(page)


@pytest.mark.usefixtures("monday")
def test_a_decision_that_marketing_takes_is_seen_by_sales(visit: Visit) -> None:
    maya = visit("/demo?as=maya&in=marketing")
    digest_on(maya).get_by_role("button", name="Take it on").first.click()
    form = maya.get_by_role("dialog")
    form.get_by_label("What will be done?").fill("Ask for the role in the form")
    form.get_by_role("button", name="Take it on").click()
    expect(form).to_be_hidden()
    for person, channel in (("maya", "marketing"), ("tom", "sales")):
        page = visit(f"/demo?as={person}&in={channel}")
        expect(digest_on(page)).to_contain_text("Ask for the role in the form")
        expect(digest_on(page)).to_contain_text("Taken by marketing")
        assert "Maya" not in digest_on(page).inner_text()


@pytest.mark.usefixtures("monday")
def test_the_leads_behind_a_figure_come_to_whoever_asks(visit: Visit) -> None:
    page = visit("/demo?as=tom&in=sales")
    digest_on(page).get_by_role("button", name="Which leads?").click()
    form = page.get_by_role("dialog")
    form.get_by_label("Figure").select_option("won")
    form.get_by_role("button", name="Show the list").click()
    expect(page.locator(".whisper")).to_contain_text("direct messages")
    own = visit("/demo?as=tom")
    expect(own.locator(".message .card").last).to_contain_text("Won")


@pytest.mark.usefixtures("monday")
def test_a_past_week_is_shown_to_whoever_writes_for_it(visit: Visit) -> None:
    page = visit("/demo?as=tom")
    page.locator("#text").fill("digest this week")
    page.keyboard.press("Enter")
    expect(page.locator(".whisper")).to_contain_text("The week is not over")
