"""The demo in a real browser: by keyboard alone, on a phone, live, and with nothing from elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.stories.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def focused(page: Page) -> Locator:
    return page.locator(":focus")


def ask_the_sample(page: Page) -> Locator:
    """Ask the sample question by keyboard alone, and give the answer's card."""
    before = page.locator(".message .card").count()
    page.locator("#sample").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#text")).to_be_focused()
    expect(page.locator("#text")).not_to_have_value("")
    page.keyboard.press("Enter")
    card = page.locator(".message .card").nth(before)
    expect(card).to_be_visible()
    return card


def say_in(page: Page, channel: str) -> None:
    page.get_by_role("button", name=f"# {channel}").click()
    expect(page.locator("#title")).to_have_text(f"# {channel}")
    page.locator("#text").fill("Good morning.")
    page.keyboard.press("Enter")
    expect(page.locator(".said").last).to_have_text("Good morning.")


def test_a_question_is_asked_and_the_owners_answer_fills_the_card_without_a_reload(
    visit: Visit,
) -> None:
    maya = visit("/demo?as=maya&in=marketing")
    card = ask_the_sample(maya)
    card.get_by_role("button", name="owner").focus()
    maya.keyboard.press("Enter")
    expect(card).to_contain_text("Waiting for answers")
    owner = maya.locator("#people button", has=maya.locator(".badge")).first
    expect(owner).to_be_visible()
    before = card.locator("tbody").inner_text()

    rep = visit(f"/demo?as={owner.get_attribute('data-key')}")
    rep.locator(".card [data-does]").first.focus()
    rep.keyboard.press("Enter")
    expect(card.locator("tbody")).not_to_have_text(before)
    expect(maya.locator("#spoken")).not_to_be_empty()
    expect(focused(rep)).to_have_attribute("data-does", "questions.change")
    rep.keyboard.press("Enter")
    expect(focused(rep)).to_have_attribute("data-does", "questions.answer")


def test_a_card_that_changes_under_the_finger_still_takes_the_press(visit: Visit) -> None:
    maya = visit("/demo?as=maya&in=marketing")
    card = ask_the_sample(maya)
    kasia = visit("/demo?as=kasia&in=marketing")
    seen_by_kasia = kasia.locator(".message .card").last
    expect(seen_by_kasia).to_contain_text("1–10 of 17")
    card.get_by_role("button", name="CSV").hover()
    maya.mouse.down()

    seen_by_kasia.get_by_role("button", name="Next").click()
    expect(seen_by_kasia).to_contain_text("11–17 of 17")
    say_in(kasia, "sales")
    heard = maya.locator("#conversations [data-key=sales] .badge")
    expect(heard).to_be_visible()  # and so of the other page of the card
    expect(card).to_contain_text("1–10 of 17")
    maya.mouse.up()
    expect(maya.locator(".whisper")).to_contain_text("direct messages")
    expect(card).to_contain_text("11–17 of 17")


def test_a_dialog_keeps_the_focus_closes_on_escape_and_gives_the_focus_back(visit: Visit) -> None:
    page = visit("/demo?as=maya&in=marketing")
    card = ask_the_sample(page)
    opener = card.locator("[aria-haspopup=dialog]").first
    opener.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    assert dialog.locator(":focus").count() == 1
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("!document.querySelector('main').contains(document.activeElement)")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()


def test_the_focus_comes_back_to_a_card_that_was_drawn_anew_behind_the_dialog(
    visit: Visit,
) -> None:
    page = visit("/demo?as=maya&in=marketing")
    card = ask_the_sample(page)
    opener = card.locator("[aria-haspopup=dialog]").first
    does = opener.get_attribute("data-does") or ""
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    kasia = visit("/demo?as=kasia&in=marketing")
    kasia.locator(".message .card").last.get_by_role("button", name="Next").click()
    expect(card).to_contain_text("11–17 of 17")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(focused(page)).to_have_attribute("data-does", does)


def test_the_whole_page_is_reached_by_tab_and_every_stop_has_a_name(visit: Visit) -> None:
    page = visit("/demo?as=piotr&in=sales")
    names = set[str]()
    for _ in range(40):
        page.keyboard.press("Tab")
        stop = focused(page)
        if stop.count():
            name = stop.evaluate("one => one.ariaLabel || one.textContent.trim() || one.id")
            assert name
            names.add(name)
            outline = stop.evaluate("one => getComputedStyle(one).outlineStyle + one.id")
            assert outline.startswith("solid") or outline.endswith(("text", "log"))
    assert {"# sales", "+1 godzina", "Wypróbuj przykład", "Wyślij"} <= names


def test_on_a_phone_nothing_is_wider_than_the_screen_and_the_side_bar_is_a_drawer(
    visit: Visit,
) -> None:
    page = visit("/demo?as=maya&in=marketing", width=360, height=740)
    ask_the_sample(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.evaluate("log.scrollWidth <= log.clientWidth")
    expect(page.locator("#people")).to_be_hidden()
    page.locator("#side-open").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#people")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#people")).to_be_hidden()
    expect(page.locator("#side-open")).to_be_focused()


def test_markup_that_somebody_writes_is_shown_and_not_run(visit: Visit) -> None:
    hostile = "<img src=x onerror=document.title='owned'><script>document.title='owned'</script>"
    page = visit("/demo?as=piotr&in=sales")
    page.locator("#text").fill(hostile)
    page.keyboard.press("Enter")
    expect(page.locator(".said").last).to_have_text(hostile)
    assert "owned" not in page.title()


def test_the_page_changes_its_language_with_the_person(visit: Visit) -> None:
    page = visit("/demo?as=maya&in=sales")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.locator("#people button[data-key=zhang]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("html")).to_have_attribute("lang", "zh")
    expect(page.locator("#send")).to_have_text("发送")
    page.reload()
    expect(page.locator("#send")).to_have_text("发送")


def test_a_file_sent_in_a_direct_message_can_be_saved_again(visit: Visit, tmp_path: Path) -> None:
    leads = tmp_path / "my leads.csv"
    leads.write_text("email\nnobody@nowhere.example\n", encoding="utf-8")
    page = visit("/demo?as=maya")
    expect(page.locator("#attach")).to_be_visible()
    page.locator("#file").set_input_files(leads)
    expect(page.locator("#attached")).to_contain_text("my leads.csv")
    page.locator("#send").click()
    with page.expect_download() as saved:
        page.get_by_role("link", name="my leads.csv").click()
    assert saved.value.suggested_filename == "my leads.csv"


def test_the_clock_moves_for_everybody(visit: Visit) -> None:
    mover, watcher = visit("/demo?as=maya"), visit("/demo?as=piotr")
    face = watcher.locator("#clock b")
    expect(face).not_to_be_empty()
    before = face.inner_text()
    mover.get_by_role("button", name="+1 hour").click()
    expect(face).not_to_have_text(before)


def test_the_gallery_shows_its_cards_in_all_languages_also_on_a_phone(visit: Visit) -> None:
    for width in (1280, 360):
        page = visit("/demo/gallery?lang=all", width=width)
        assert page.locator(".example[lang=zh] .card").count() > 3
        assert page.evaluate("document.documentElement.scrollWidth") <= width
