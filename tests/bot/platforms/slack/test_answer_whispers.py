"""What one person alone is told, where, and that nothing of it holds up the acknowledgement."""

from __future__ import annotations

import pytest

from handlers.interaction import Nothing, Show, whisper
from handlers.message import Card
from handlers.people import Language
from handlers.phrase import verbatim
from tests.bot.platforms.slack.acting import (
    BUTTONS,
    CARD,
    DONE,
    at_home,
    in_channel,
    in_direct,
    in_form,
    replying,
    somebody,
    words,
)
from tests.bot.platforms.slack.house import House, until
from tests.builders import a_marketer
from tests.fakes.slack.faults import broken, refused, slow, too_many

# Whispers


def test_a_whisper_after_a_press_in_a_channel_is_seen_by_one_person_in_the_thread(
    house: House,
) -> None:
    anna = somebody(house)
    _, root = in_channel(house, anna)
    message = house.post(root.channel, CARD, thread=root.ts)
    replying(house, whisper(verbatim("Between us")))
    house.slack.press(anna, message, "Press")
    until(lambda: house.slack.whispers(anna))
    [seen] = house.slack.whispers(anna)
    assert "Between us" in words(seen)
    assert seen.thread_ts == root.ts


def test_a_whisper_after_a_mention_is_seen_by_one_person(house: House) -> None:
    anna = somebody(house)
    channel = house.slack.channel("marketing", members=[anna])
    replying(house, whisper(verbatim("Between us")), "questions.help")
    house.slack.say(anna, channel, "@leadloop help")
    until(lambda: house.slack.whispers(anna))
    assert house.slack.said_in(channel) == []


def test_a_whisper_in_a_direct_message_is_an_ordinary_message(house: House) -> None:
    anna = somebody(house)
    replying(house, whisper(verbatim("Between us")), "questions.help")
    house.slack.write(anna, "help")
    until(lambda: house.slack.said_to(anna))
    assert "Between us" in words(house.slack.said_to(anna)[-1])


def test_a_whisper_to_somebody_who_left_the_channel_reaches_them_directly(house: House) -> None:
    anna = somebody(house)
    channel = house.slack.channel("marketing", members=[anna])
    replying(house, whisper(verbatim("Between us")), "questions.help")
    house.slack.faults.plan("chat.postEphemeral", refused("user_not_in_channel"))
    house.slack.say(anna, channel, "@leadloop help")
    until(lambda: house.slack.said_to(anna))


def test_a_whisper_after_a_form_lies_on_top_and_keeps_what_was_typed(house: House) -> None:
    anna = somebody(house)
    form = in_form(house, anna)
    replying(house, whisper(verbatim("Not this way")), "questions.detailed")
    house.slack.submit(anna, {"reason": "a long text"})
    assert "Not this way" in words(house.slack.modal(anna))
    assert form in house.slack.stacks[anna.id]
    assert "a long text" in str(form.given)


def test_a_whisper_at_home_is_a_notice(house: House) -> None:
    anna = somebody(house)
    home = at_home(house, anna)
    replying(house, whisper(verbatim("Between us")))
    house.slack.press(anna, home, "Press")
    assert "Between us" in words(house.slack.modal(anna))


def test_a_notice_that_cannot_open_reaches_the_person_directly(house: House) -> None:
    anna = somebody(house)
    home = at_home(house, anna)
    replying(house, whisper(verbatim("Between us")))
    house.slack.faults.plan("views.open", broken())
    house.slack.press(anna, home, "Press")
    until(lambda: house.slack.said_to(anna))


def test_a_whisper_after_a_command_comes_with_the_acknowledgement(house: House) -> None:
    anna = somebody(house)
    channel = house.slack.channel("random", members=[anna], bot=False)
    replying(house, whisper(verbatim("Between us")), "settings.mine")
    house.slack.command(anna, "settings", channel)
    [seen] = house.slack.whispers(anna)
    assert "Between us" in words(seen)
    assert house.slack.calls == []


def test_a_whisper_after_a_global_shortcut_is_a_notice(house: House) -> None:
    anna = somebody(house)
    replying(house, whisper(verbatim("Between us")), "questions.ask")
    house.slack.shortcut(anna, "ask_about_leads")
    assert "Between us" in words(house.slack.modal(anna))


# Nothing


def test_a_command_that_is_answered_elsewhere_says_where(house: House) -> None:
    anna = somebody(house)
    channel = house.slack.channel("random", members=[anna], bot=False)
    replying(house, Nothing(), "said")
    house.slack.command(anna, "what became of L-1?", channel)
    assert "direct message" in words(house.slack.whispers(anna)[0])


def test_a_shortcut_on_a_message_says_where_the_answer_comes(house: House) -> None:
    anna = somebody(house)
    channel = house.slack.channel("random", members=[anna], bot=False)
    message = house.slack.post(anna, channel, "L-1, L-2")
    asked = replying(house, Nothing(), "said")
    house.slack.shortcut(anna, "what_happened", message)
    until(lambda: house.slack.whispers(anna))
    assert asked[0].text == "L-1, L-2"
    assert "direct message" in words(house.slack.whispers(anna)[0])


def test_nothing_is_said_where_nothing_is_to_be_said(house: House) -> None:
    anna = somebody(house)
    _, message = in_channel(house, anna)
    replying(house, Nothing())
    before = len(house.slack.calls)
    assert house.slack.press(anna, message, "Press").body == ""
    house.rest()
    assert len(house.slack.calls) == before


# The acknowledgement


@pytest.mark.slow
def test_the_acknowledgement_waits_for_no_slow_platform(house: House) -> None:
    anna = somebody(house)
    message = in_direct(house, anna)
    for method in ("chat.update", "chat.postMessage"):
        house.slack.faults.plan(method, slow(4))
    for reply in (Show(DONE), whisper(verbatim("Between us"))):
        replying(house, reply)
        assert house.slack.press(anna, message, "Press").in_time


@pytest.mark.slow
def test_what_the_platform_was_too_busy_for_is_sent_again(house: House) -> None:
    anna = somebody(house)
    message = in_direct(house, anna)
    house.slack.faults.plan("chat.update", too_many(1), broken())
    replying(house, Show(DONE))
    house.slack.press(anna, message, "Press")
    until(lambda: "Well done" in words(message))


def test_cards_put_in_one_place_keep_their_order(house: House) -> None:
    anna = somebody(house)
    message = in_direct(house, anna)
    house.slack.faults.plan("chat.update", slow(0.3))
    for number in range(4):
        replying(house, Show(Card(verbatim(f"State {number}"), (BUTTONS,))))
        house.slack.press(anna, message, "Press")
    until(lambda: "State 3" in words(message))
    house.rest()
    assert "State 3" in words(message)


def test_each_person_is_spoken_to_in_their_own_language(house: House) -> None:
    anna = somebody(house, a_marketer(language=Language.CHINESE))
    channel = house.slack.channel("random", members=[anna], bot=False)
    replying(house, Nothing(), "said")
    house.slack.command(anna, "L-1", channel)
    assert "私信" in words(house.slack.whispers(anna)[0])
