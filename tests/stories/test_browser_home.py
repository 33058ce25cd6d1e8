"""A person's page in a real browser: opened from the side bar, by keyboard, on a phone, in any light."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.stories.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def go_home(page: Page) -> None:
    page.locator("#conversations button").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".at-home .message .card")).to_have_count(1)


def test_the_page_is_one_click_away_and_has_nothing_to_write(visit: Visit) -> None:
    page = visit("/demo?as=helen&in=sales")
    go_home(page)
    expect(page.locator("#title")).to_have_text("Home")
    expect(page.locator("#composer")).to_be_hidden()
    expect(page.locator(".message header")).to_be_hidden()
    page.get_by_role("button", name="# sales").click()
    expect(page.locator("#composer")).to_be_visible()
    go_home(page)
    expect(page.locator("#conversations .badge")).to_have_count(0)  # once what is seen is noted


def test_a_reload_and_another_person_stay_at_home(visit: Visit) -> None:
    page = visit("/demo?as=maya&in=marketing")
    go_home(page)
    page.reload()
    expect(page.locator(".at-home .message .card")).to_have_count(1)
    page.locator("#people button[data-key=kasia]").click()
    expect(page.locator("#title")).to_have_text("Strona główna")
    expect(page.locator(".at-home .card-title")).to_have_text("Dzień dobry, tu Leadloop")


def test_saved_settings_change_the_page_and_all_its_words(visit: Visit) -> None:
    page = visit("/demo?as=helen")
    go_home(page)
    page.get_by_role("button", name="Change settings").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Work ends").select_option("08:00")
    dialog.get_by_role("button", name="Save").click()
    expect(dialog.get_by_text("Work must end later than it begins.")).to_be_visible()
    dialog.get_by_label("Work ends").select_option("18:30")
    dialog.get_by_label("Русский").check()
    dialog.get_by_role("button", name="Save").click()
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    expect(page.locator("#title")).to_have_text("Главная")
    expect(page.locator(".at-home .card")).to_contain_text("09:00–18:30")


def ask_in_the_form(page: Page, leads: str) -> Locator:
    """Ask about leads from the page, and give the whisper that says where the answer comes."""
    page.get_by_role("button", name="Ask about leads").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Which leads?").fill(leads)
    dialog.get_by_role("button", name="Ask", exact=True).click()
    return page.locator(".whisper", has_text="direct messages")


def test_leads_are_asked_about_in_a_form_and_listed_on_the_page(visit: Visit) -> None:
    page = visit("/demo?as=maya")
    go_home(page)
    page.get_by_role("button", name="Ask about leads").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Ask", exact=True).click()
    expect(dialog.get_by_text("Please paste some leads")).to_be_visible()
    dialog.get_by_label("Which leads?").fill("the webinar leads")
    dialog.get_by_role("button", name="Ask", exact=True).click()
    expect(page.locator(".whisper")).to_contain_text("direct messages")
    expect(page.locator(".message .card")).to_contain_text("known · asked")


def test_a_whisper_stays_while_news_come_in_and_goes_with_the_visitor(visit: Visit) -> None:
    page, elsewhere = visit("/demo?as=maya"), visit("/demo?as=maya")
    go_home(page)
    whisper = ask_in_the_form(page, "the webinar leads")
    expect(whisper).to_be_visible()
    elsewhere.locator("#text").fill("what happened to the leads from Partner newsletter?")
    elsewhere.keyboard.press("Enter")
    expect(page.locator("#toast")).to_contain_text("19 leads")
    go_home(elsewhere)  # which draws the page anew, wherever it stands open
    expect(page.locator(".message .card")).to_contain_text("campaign Partner newsletter")
    expect(whisper).to_be_visible()
    page.get_by_role("button", name="# sales").click()
    expect(page.locator("#title")).to_have_text("# sales")
    expect(whisper).to_have_count(0)


def test_a_whisper_comes_also_after_the_news_that_it_tells_of(visit: Visit) -> None:
    page = visit("/demo?as=maya")
    go_home(page)

    def answer_late(route: Route) -> None:
        response = route.fetch()
        expect(page.locator("#toast")).to_be_visible()
        route.fulfill(response=response)

    page.route("**/demo/submit?*", answer_late)
    whisper = ask_in_the_form(page, "the webinar leads")
    expect(whisper).to_be_visible()
    expect(page.locator(".message .card")).to_contain_text("known · asked")
    expect(whisper).to_be_visible()


def test_an_administrator_picks_among_the_channels_of_the_demo(visit: Visit) -> None:
    page = visit("/demo?as=ada")
    go_home(page)
    page.get_by_role("button", name="Channels", exact=True).click()
    picker = page.get_by_role("dialog").locator("select[data-channels]").first
    expect(picker).to_have_value("demo:marketing")
    assert picker.locator("option").all_inner_texts()[1:] == ["# marketing", "# sales"]
    page.get_by_role("dialog").locator("select[data-channels]").last.select_option("demo:marketing")
    page.get_by_role("dialog").get_by_role("button", name="Save").click()
    expect(page.get_by_text("This is marketing's channel already")).to_be_visible()


def test_what_is_known_is_shown_beside_the_page_and_goes_away_again(visit: Visit) -> None:
    page = visit("/demo?as=maya")
    go_home(page)
    page.get_by_role("button", name="What do you know of me?").click()
    whisper = page.locator(".whisper")
    expect(whisper).to_contain_text("maya@northwind.example")
    whisper.get_by_role("button").click()
    expect(whisper).to_have_count(0)


@pytest.mark.parametrize("person", ["piotr", "ada"])
def test_on_a_phone_nothing_is_wider_than_the_screen(visit: Visit, person: str) -> None:
    page = visit(f"/demo?as={person}&in=home:person:{person}", width=375, height=740)
    expect(page.locator(".at-home .card")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 375
    assert page.evaluate("log.scrollWidth <= log.clientWidth")
