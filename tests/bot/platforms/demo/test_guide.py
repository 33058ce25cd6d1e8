"""The guide leads through the story and ticks off what was done, whoever did it."""

from __future__ import annotations

from bot.platforms.demo.guide import done, steps
from bot.platforms.demo.parse import voice_of
from tests.bot.platforms.demo.conftest import House
from tests.builders import a_rep

ANSWER = '<button data-does="questions.sheet">'


def said(house: House, conversation: str, html: str = ANSWER) -> int:
    number = house.demo.new_id() + conversation + html
    return house.demo.chat.append(
        conversation, author="", at=house.clock(), title="x", html=html, key=number
    )


def changed(house: House, message: int) -> None:
    house.demo.chat.replace(message, title="y", html=ANSWER)


def decide(house: House, message: int, route: str) -> None:
    house.demo.chat.replace(message, title="y", html=f'<button data-does="{route}">')


def test_each_step_tells_who_takes_it_and_where(house: House) -> None:
    told = steps(house.demo, voice_of(a_rep()))
    reps = ["piotr", "li"]
    assert [step["people"] for step in told] == [
        ["maya"], ["maya"], reps, ["maya"], ["piotr"], ["maya"], reps, ["maya"],
    ]  # fmt: skip
    places = [step["conversation"] for step in told]
    own, there = "", "marketing"
    assert places == [there, there, own, there, own, there, own, there]
    assert [step["sample"] for step in told] == ["question", "", "", "", "flag", "", "", ""]
    assert [bool(step.get("watched")) for step in told].index(True) == 3


def test_steps_are_ticked_off_in_order(house: House) -> None:
    assert done(house.demo) == 0
    answer = said(house, "marketing")
    assert done(house.demo) == 1
    envelope = said(house, "person:piotr")
    changed(house, answer)
    assert done(house.demo) == 2
    changed(house, envelope)
    assert done(house.demo) == 3
    flag = said(house, "marketing", "")
    decide(house, flag, "triage.accept")
    assert done(house.demo) == 5
    decide(house, flag, "triage.reopen")
    assert done(house.demo) == 6
    decide(house, envelope, "writing.undo")
    assert done(house.demo) == 7
    said(house, "marketing", '<button data-does="digests.which">')
    assert done(house.demo) == 8


def test_a_question_in_the_direct_message_counts_as_one_in_the_channel(house: House) -> None:
    answer = said(house, "person:maya")
    assert done(house.demo) == 1
    said(house, "person:piotr")
    changed(house, answer)
    assert done(house.demo) == 2


def test_a_flag_without_a_question_ticks_off_nothing(house: House) -> None:
    flag = said(house, "marketing", '<button data-does="triage.accept">')
    said(house, "person:piotr")
    decide(house, flag, "triage.reopen")
    assert done(house.demo) == 0


def test_what_a_rep_was_told_before_anything_was_asked_is_no_step(house: House) -> None:
    changed(house, said(house, "person:li"))
    assert done(house.demo) == 0


def test_the_page_and_its_news_know_how_far_the_story_is(house: House) -> None:
    said(house, "marketing")
    state = house.browser("maya").state()
    assert state["done"] == 1
    assert len(state["steps"]) == 8
