"""The story without a mouse: Tab, Enter, Space and the arrows ask, answer and watch the card fill."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import APIResponse, Locator, Page, Route, expect

from tests.stories.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FORWARD, BACK = "Tab", "Shift+Tab"
FARTHEST = 80
"""Stops on the fullest page of the story, and some."""


def go(page: Page, key: str, wanted: Locator) -> None:
    """Press a key until the focus is where it is wanted."""
    expect(wanted).to_be_visible()
    for _ in range(FARTHEST):
        page.keyboard.press(key)
        if wanted.evaluate("one => one === document.activeElement"):
            return
    pytest.fail(f"{key} never comes to {wanted}")


def be(page: Page, person: str) -> None:
    """Take somebody's place, from wherever the focus is."""
    go(page, BACK, page.locator(f"#people [data-key={person}]"))
    page.keyboard.press("Enter")
    expect(page.locator(f"#people [data-key={person}]")).to_have_attribute("aria-current", "true")
    expect(page.locator("#text")).to_be_focused()


def enter(page: Page, conversation: str, key: str = BACK) -> None:
    """Go to a conversation, where one can write at once."""
    go(page, key, page.locator(f"#conversations [data-key='{conversation}']"))
    page.keyboard.press("Enter")
    expect(page.locator("#conversations [aria-current]")).to_have_attribute(
        "data-key", conversation
    )
    expect(page.locator("#text")).to_be_focused()


def pasted_leads(page: Page) -> str:
    """Give what somebody has copied from a list."""
    sample = page.request.get("/demo/sample?as=maya&conversation=marketing")
    text: str = sample.json()["text"]
    return text


def ask(page: Page) -> Locator:
    """Paste twenty leads, and give the card that answers."""
    enter(page, "marketing", FORWARD)
    page.keyboard.insert_text(pasted_leads(page))
    page.keyboard.press("Enter")
    card = page.locator(".message .card").last
    expect(card.locator(".card-title")).to_contain_text("17 leads")
    expect(page.locator("#text")).to_have_value("")
    return card


def button(card: Locator, label: str) -> Locator:
    return card.get_by_role("button", name=label).first


def answer_with_one_key(page: Page) -> None:
    envelope = page.locator(".message .card").last
    go(page, BACK, button(envelope, "In conversation"))
    page.keyboard.press("Space")
    expect(envelope).to_contain_text("✓ You said: in conversation")
    expect(page.locator(":focus")).to_have_attribute("data-does", "questions.change")


def answer_in_a_form(page: Page) -> None:
    envelope = page.locator(".message .card").last
    go(page, FORWARD, button(envelope, "Disqualified"))
    page.keyboard.press("Enter")
    go(page, FORWARD, button(envelope, "Another reason"))
    page.keyboard.press("Enter")
    form = page.get_by_role("dialog")
    go(page, FORWARD, form.locator("[name=reason]"))
    page.keyboard.press("ArrowDown")
    go(page, FORWARD, form.locator("[type=submit]"))
    page.keyboard.press("Enter")
    expect(form).to_be_hidden()
    expect(envelope).to_contain_text("✓ You said: disqualified")
    expect(page.locator(".content:focus-within")).to_contain_text("✓ You said: disqualified")


def test_leads_are_pasted_asked_about_answered_and_watched_by_keyboard_alone(visit: Visit) -> None:
    page = visit("/demo?as=maya")
    card = ask(page)
    go(page, BACK, button(card, "Ask the 4 owners"))
    page.keyboard.press("Space")
    expect(card).to_contain_text("Waiting for answers")
    expect(page.locator(".content:focus-within")).to_contain_text("Waiting for answers")
    watched = visit("/demo?as=maya&in=marketing").locator(".message .card").last
    before = watched.locator(".card-title").inner_text()

    expect(page.locator("#people li", has_text="Tom").locator(".badge")).to_be_visible()
    be(page, "tom")
    enter(page, "person:tom")
    answer_with_one_key(page)
    expect(watched.locator(".card-title")).not_to_have_text(before)
    answer_in_a_form(page)
    expect(watched).to_contain_text("rep said")

    be(page, "maya")
    enter(page, "marketing")
    expect(card.locator(".card-title")).to_have_text(watched.locator(".card-title").inner_text())
    expect(card).to_contain_text(re.compile("disqualified", re.IGNORECASE))


def test_the_guide_keeps_the_focus_when_it_is_drawn_anew(visit: Visit) -> None:
    page, elsewhere = visit("/demo?as=maya"), visit("/demo?as=piotr&in=sales")
    step = page.locator("#guide li button").nth(3)
    go(page, FORWARD, step)
    elsewhere.locator("#text").fill("Dzień dobry")
    elsewhere.keyboard.press("Enter")
    expect(page.locator("#conversations [data-key=sales] .badge")).to_be_visible()
    expect(step).to_be_focused()


def test_an_answer_that_comes_late_does_not_pull_the_focus_away(visit: Visit) -> None:
    page = visit("/demo?as=maya&in=marketing")
    held = list[tuple[Route, APIResponse]]()
    page.route("**/demo/say?*", lambda route: held.append((route, route.fetch())))
    cards = page.locator(".message .card")
    before = cards.count()
    page.locator("#text").focus()
    page.keyboard.insert_text("@Leadloop the leads from Partner newsletter")
    page.keyboard.press("Enter")
    sheet = button(cards.nth(before), "CSV")
    go(page, BACK, sheet)
    for route, response in held:
        route.fulfill(response=response)
    expect(page.locator("#send")).not_to_have_attribute("aria-busy", "true")
    expect(sheet).to_be_focused()
