"""The guide leads through the story and ticks off what was done, whoever did it."""

from __future__ import annotations

from bot.platforms.demo.guide import done, steps
from bot.platforms.demo.parse import voice_of
from tests.bot.platforms.demo.conftest import House
from tests.builders import a_rep


def said(house: House, conversation: str) -> int:
    number = house.demo.new_id() + conversation
    return house.demo.chat.append(
        conversation, author="", at=house.clock(), title="x", html="x", key=number
    )


def changed(house: House, message: int) -> None:
    house.demo.chat.replace(message, title="y", html="y")


def test_each_step_tells_who_takes_it_and_where(house: House) -> None:
    told = steps(house.demo, voice_of(a_rep()))
    assert [step["people"] for step in told] == [["maya"], ["maya"], ["piotr", "li"], ["maya"]]
    assert [step["conversation"] for step in told] == ["marketing", "marketing", "", "marketing"]


def test_steps_are_ticked_off_in_order(house: House) -> None:
    assert done(house.demo) == 0
    answer = said(house, "marketing")
    assert done(house.demo) == 1
    envelope = said(house, "person:piotr")
    changed(house, answer)
    assert done(house.demo) == 2
    changed(house, envelope)
    assert done(house.demo) == 3


def test_what_a_rep_was_told_before_anything_was_asked_is_no_step(house: House) -> None:
    changed(house, said(house, "person:li"))
    assert done(house.demo) == 0


def test_the_page_and_its_news_know_how_far_the_story_is(house: House) -> None:
    said(house, "marketing")
    state = house.browser("maya").state()
    assert state["done"] == 1
    assert len(state["steps"]) == 4
