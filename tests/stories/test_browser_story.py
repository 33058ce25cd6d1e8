"""The story in a real browser: marketing asks, reps answer in their languages, the card fills."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.stories.conftest import RunningDemo, Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PHONE = 375


def last_card(page: Page) -> Locator:
    return page.locator(".message .card").last


def still_waiting(card: Locator) -> int:
    """Read off the card's headline how many answers it waits for."""
    told = re.search(r"\((\d+) waiting for", card.locator(".card-title").inner_text())
    return int(told.group(1)) if told else 0


def comes_to_wait_for(card: Locator, answers: int) -> None:
    expect(card.locator(".card-title")).to_contain_text(f"({answers} waiting for")


def press(card: Locator, label: str) -> None:
    card.get_by_role("button", name=label).first.click()


def take_step(page: Page) -> None:
    """Press the guide's next step."""
    page.locator("#guide [aria-current=step] button").click()


def ask_about_the_sample(maya: Page) -> Locator:
    take_step(maya)
    expect(maya.locator("#text")).to_have_value(re.compile(r"^@Leadloop (.+\n){20}.+"))
    maya.keyboard.press("Enter")
    card = last_card(maya)
    expect(card.locator(".card-title")).to_contain_text("17 leads")
    return card


def say_later_with_a_reason(rep: Page) -> None:
    card = last_card(rep)
    press(card, "Zdyskwalifikowany")
    press(card, "Inny powód")
    form = rep.get_by_role("dialog")
    form.get_by_role("button", name="Odpowiedz").click()
    expect(form.locator("[data-error-for=reason]")).not_to_be_empty()
    form.locator("[name=reason]").select_option("timing")
    form.get_by_role("button", name="Odpowiedz").click()
    expect(form).to_be_hidden()
    expect(card).to_contain_text("✓ Twoja odpowiedź: zdyskwalifikowany (nieodpowiedni moment)")


def say_it_her_way(rep: Page) -> None:
    card = last_card(rep)
    name = card.locator("h4").first.inner_text().partition(" · ")[0]
    press(card, "Своими словами")
    form = rep.get_by_role("dialog")
    form.locator("textarea").fill(f"{name}: бюджета нет до апреля")
    form.locator("[type=submit]").click()
    expect(form.locator("select").nth(1)).to_have_value("no-budget")
    assert form.locator("select").count() == 2  # the lead she did not name is left alone
    form.locator("[type=submit]").click()
    expect(card).to_contain_text("✓ Ваш ответ: позже (нет бюджета")


def test_three_reps_answer_in_three_languages_and_the_askers_card_fills_without_a_reload(
    visit: Visit,
) -> None:
    maya, watcher = visit("/demo?as=maya&in=marketing"), visit("/demo?as=maya&in=marketing")
    watcher.evaluate("window.hasNeverReloaded = true")
    ask_about_the_sample(maya)
    card = last_card(watcher)
    expect(card.locator(".card-title")).to_contain_text("17 leads")
    take_step(maya)
    expect(maya.locator(":focus")).to_have_text("Ask the 4 owners")
    maya.keyboard.press("Enter")
    expect(card).to_contain_text("This card fills as they come in")
    waiting = still_waiting(card)

    tom = visit("/demo?as=tom")
    press(last_card(tom), "In conversation")
    comes_to_wait_for(card, waiting - 1)
    say_later_with_a_reason(visit("/demo?as=piotr"))
    comes_to_wait_for(card, waiting - 2)
    say_it_her_way(visit("/demo?as=olga"))
    comes_to_wait_for(card, waiting - 3)
    expect(card).to_contain_text("1 not the right time")
    expect(card).to_contain_text("rep said")
    assert "Tom" not in card.inner_text()

    press(last_card(tom), "Change")
    expect(last_card(tom).get_by_role("button", name="Change")).to_have_count(0)
    press(last_card(tom), "Converted")
    expect(card.locator(".card-title")).to_contain_text("3 converted")

    maya.get_by_role("button", name="Tomorrow 9:30").click()
    wei = visit("/demo?as=zhang")
    expect(wei.locator("html")).to_have_attribute("lang", "zh")
    press(last_card(wei), "已转化")
    expect(card.locator(".card-title")).to_contain_text("4 converted")

    maya.get_by_role("button", name="In 3 working days").click()
    expect(maya.locator("#toast")).to_contain_text("is closed")
    maya.locator("#toast button").click()
    expect(last_card(maya)).to_contain_text("outcomes known")
    assert watcher.evaluate("window.hasNeverReloaded")


@pytest.mark.parametrize("person", ["maya&in=marketing", "piotr", "olga", "zhang"])
def test_on_a_phone_no_page_of_the_story_is_wider_than_the_screen(
    visit: Visit, person: str
) -> None:
    page = visit(f"/demo?as={person}", width=PHONE, height=740)
    expect(last_card(page)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE
    assert page.evaluate("log.scrollWidth <= log.clientWidth")
    assert page.locator(".message .card").evaluate_all(
        "cards => cards.every((one) => one.scrollWidth <= one.clientWidth)"
    )


def test_a_refusal_is_seen_where_the_visitor_looks_and_goes_with_the_next_press(
    visit: Visit,
) -> None:
    maya, kasia = visit("/demo?as=maya&in=marketing"), visit("/demo?as=kasia&in=marketing")
    maya.locator("#text").fill("@Leadloop what happened to the leads from Partner newsletter?")
    maya.keyboard.press("Enter")
    card = last_card(kasia)
    expect(card.locator(".card-title")).to_contain_text("19 leads")
    expect(card.get_by_role("button", name="Ask the")).to_be_visible()
    press(card, "Ask the")
    whisper = kasia.locator(".whisper")
    expect(whisper).to_contain_text("osoba, która zadała pytanie")
    expect(whisper).to_be_in_viewport(ratio=1)
    press(card, "CSV")
    expect(kasia.locator("#toast")).to_contain_text(".csv")
    expect(whisper).to_have_count(1)
    expect(whisper).to_contain_text("Plik za chwilę")


def test_a_power_cut_in_mid_story_loses_nothing_and_the_page_comes_back_by_itself(
    visit: Visit, running: RunningDemo, complaints: list[str]
) -> None:
    page = visit("/demo?as=marek&in=marketing")
    card = last_card(page)
    before = card.inner_text()
    badges = page.locator("#people .badge").all_inner_texts()
    running.kill()
    expect(page.locator("#offline")).to_be_visible()
    running.start()
    expect(page.locator("#offline")).to_be_hidden()
    complaints.clear()  # the browser tells of each attempt in vain
    page.reload()
    page.locator("body:not([inert])").wait_for()
    assert card.inner_text() == before
    expect(page.locator("#people .badge")).to_have_text(badges, use_inner_text=True)
    page.locator("#text").fill("Still here.")
    page.keyboard.press("Enter")
    expect(page.locator(".said").last).to_have_text("Still here.")
