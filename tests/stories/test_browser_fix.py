"""A stale field in a real browser: a rep mends it, the demo's CRM shows it, somebody edits there, and it is undone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.stories.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PHONE = 375


def envelope(page: Page) -> Locator:
    return page.locator(".message .card", has_text="One tap each").last


def row(page: Page, lead: str) -> Locator:
    """Give the heading of a lead's row, in whichever envelope it stands."""
    return page.locator(".message .card h4", has_text=lead)


def press_in_row(page: Page, lead: str, label: str = "") -> str:
    """Press a button of a lead's row, or the first value that it offers; give its label."""
    buttons = page.locator(f'.message button[aria-label*="{lead}"]')
    button = buttons.filter(has_text=label).first
    shown = button.inner_text()
    button.click()
    return shown


def crm_lead(page: Page, place: int) -> str:
    """Open a lead of the list about which the rep is asked, and give its name."""
    link = page.locator(".crm-leads").first.locator("a").nth(place)
    name = link.locator("b").inner_text().partition(" · ")[0]
    link.click()
    expect(page.locator("h2")).to_contain_text(name)
    return name


def fits(page: Page, width: int) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth") == width)


@pytest.fixture
def morning(visit: Visit) -> Page:
    """Tom on the next morning, with stale fields in his envelope."""
    tom = visit("/demo?as=tom")
    expect(tom.locator("#clock b")).not_to_be_empty()
    tom.get_by_role("button", name="Tomorrow 9:30").click()
    expect(envelope(tom)).to_contain_text("to look at")
    return tom


def test_a_rep_mends_a_row_and_the_crm_shows_it_with_their_name_and_they_undo_it(
    morning: Page, visit: Visit
) -> None:
    crm = visit("/demo/crm?as=tom")
    lead = crm_lead(crm, 0)
    before = crm.locator("[name=status]").input_value()
    assert before
    mine = press_in_row(morning, lead)
    expect(morning.locator(".message .card")).to_contain_text(["Written to Demo CRM"])
    crm.reload()
    expect(crm.locator("[name=status]")).to_have_value(mine)
    note = crm.locator(".crm-history blockquote")
    expect(note).to_contain_text("Tom Baker confirmed in Leadloop")
    expect(crm.locator(".crm-history li").first).to_contain_text("through Leadloop")

    morning.get_by_role("button", name="Undo").click()
    taken_back = "Taken back. Demo CRM has the old value again."
    expect(morning.locator(".message .card")).to_contain_text([taken_back])
    crm.reload()
    expect(crm.locator("[name=status]")).to_have_value(before)
    expect(note.first).to_contain_text("Tom Baker took back in Leadloop")


def test_an_edit_in_the_crm_before_the_answer_is_a_conflict_with_both_values(
    morning: Page, visit: Visit
) -> None:
    crm = visit("/demo/crm?as=tom")
    lead = crm_lead(crm, 1)
    crm.locator("[name=status]").select_option("New")
    crm.get_by_role("button", name="Save").click()
    expect(crm.locator(".crm-told")).to_contain_text("Leadloop has not seen it yet")
    mine = press_in_row(morning, lead)
    card = morning.locator(".message .card", has_text=lead).first
    expect(card).to_contain_text("Somebody changed this in the CRM after you saw it")
    expect(card).to_contain_text("Yours")
    expect(card).to_contain_text(mine)
    expect(card).to_contain_text("In Demo CRM")
    expect(card).to_contain_text("New")
    crm.reload()
    expect(crm.locator("[name=status]")).to_have_value("New")
    card.get_by_role("button", name="Leave Demo CRM as it is").click()
    expect(card).to_contain_text("Demo CRM keeps its value.")


def test_a_row_leaves_the_envelope_once_leadloop_has_looked(morning: Page, visit: Visit) -> None:
    crm = visit("/demo/crm?as=tom")
    lead = crm_lead(crm, 0)
    expect(row(morning, lead)).to_be_visible()
    crm.locator("[name=status]").select_option("New")
    crm.get_by_role("button", name="Save").click()
    expect(crm.locator(".crm-told")).to_be_visible()
    expect(row(morning, lead)).to_be_visible()
    crm.get_by_role("button", name="Let Leadloop look now").click()
    expect(crm.locator(".crm-told")).to_contain_text("Leadloop has looked")
    expect(row(morning, lead)).to_have_count(0)


def test_what_the_crm_refuses_is_said_beside_the_form_and_nothing_is_lost(
    morning: Page, visit: Visit, complaints: list[str]
) -> None:
    expect(envelope(morning)).to_be_visible()
    crm = visit("/demo/crm?as=tom")
    crm_lead(crm, 0)
    crm.locator("[name=needs]").fill("x" * 300)
    crm.get_by_role("button", name="Save").click()
    expect(crm.locator("#wrong")).to_contain_text("Needs: at most 255 letters")
    expect(crm.locator("[name=needs]")).to_have_value("x" * 300)
    complaints.clear()  # the browser tells of every answer that refuses


@pytest.mark.parametrize("person", ["tom", "piotr", "olga", "zhang"])
def test_on_a_phone_no_page_of_the_crm_is_wider_than_the_screen(visit: Visit, person: str) -> None:
    page = visit(f"/demo/crm?as={person}&q=nowak", width=PHONE, height=740)
    assert fits(page, PHONE)
    page.locator(".crm-leads a").first.click()
    expect(page.locator("#edit")).to_be_visible()
    assert fits(page, PHONE)


def test_the_crm_is_one_click_away_from_the_chat_and_the_chat_from_it(visit: Visit) -> None:
    page = visit("/demo?as=olga")
    with page.context.expect_page() as opened:
        page.locator("#crm-link").click()
    expect(opened.value.locator("h1")).to_have_text("CRM в демо")
    opened.value.locator(".crm-chat").click()
    expect(opened.value.locator("html")).to_have_attribute("lang", "ru")
