"""Each reply, on each place where one can act, as Slack shows it."""

from __future__ import annotations

import pytest

from handlers.interaction import Correct, Nothing, Open, Show
from handlers.message import Card, Chart, ChartKind, Form, Point, ShortText
from handlers.people import Place
from handlers.phrase import say, verbatim
from tests.bot.platforms.slack.acting import (
    BUTTONS,
    CARD,
    DONE,
    FORM,
    at_home,
    in_channel,
    in_direct,
    in_form,
    replying,
    somebody,
    words,
)
from tests.bot.platforms.slack.house import House, piotr, until
from tests.fakes.slack.faults import broken, refused, slow, too_many

# A card in place of the pressed one


def test_a_card_is_put_in_place_of_the_pressed_one_for_everybody(house: House) -> None:
    anna = somebody(house)
    _, message = in_channel(house, anna)
    replying(house, Show(DONE))
    assert house.slack.press(anna, message, "Press").body == ""
    until(lambda: "Well done" in words(message))


def test_a_card_in_a_direct_message_is_put_in_place(house: House) -> None:
    anna = somebody(house)
    message = in_direct(house, anna)
    replying(house, Show(DONE))
    house.slack.press(anna, message, "Press")
    until(lambda: "Well done" in words(message))


def test_a_channel_that_was_shared_meanwhile_gets_no_card(house: House) -> None:
    anna = somebody(house)
    channel, message = in_channel(house, anna)
    channel.is_ext_shared = True
    replying(house, Show(DONE))
    house.slack.press(anna, message, "Press")
    until(lambda: house.slack.calls_of("conversations.info"))
    house.rest()
    assert message.edits == 0


def test_a_whisper_is_replaced_for_the_one_who_sees_it(house: House) -> None:
    anna = somebody(house)
    channel, _ = in_channel(house, anna)
    house.post(channel.id, CARD, to=anna.id)
    [seen] = house.slack.whispers(anna)
    replying(house, Show(DONE))
    house.slack.press(anna, seen, "Press")
    until(lambda: "Well done" in words(seen))
    assert house.slack.calls_of("chat.update") == []


def test_a_card_at_home_is_put_in_place_there(house: House) -> None:
    anna = somebody(house)
    home = at_home(house, anna)
    replying(house, Show(DONE))
    house.slack.press(anna, home, "Press")
    until(lambda: "Well done" in words(house.slack.home(anna)))


def test_what_a_form_did_is_put_in_place_of_the_card_it_came_from(house: House) -> None:
    anna = somebody(house)
    in_form(house, anna)
    message = house.slack.said_to(anna)[-1]
    replying(house, Show(DONE), "questions.detailed")
    house.slack.submit(anna, {"reason": "no budget"})
    assert house.slack.modal(anna) is None
    until(lambda: "Well done" in words(message))


def test_what_a_form_from_home_did_is_put_in_place_there(house: House) -> None:
    anna = somebody(house)
    home = at_home(house, anna)
    replying(house, Open(FORM))
    house.slack.press(anna, home, "Press")
    asked = replying(house, Show(DONE), "questions.detailed")
    house.slack.submit(anna, {"reason": "no budget"})
    until(lambda: "Well done" in words(house.slack.home(anna)))
    assert asked[0].place == Place.home(asked[0].actor)


def test_a_workspace_without_charts_gets_the_card_without_them(house: House) -> None:
    anna = somebody(house)
    message = in_direct(house, anna)
    house.slack.unsupported.add("data_visualization")
    chart = Chart(ChartKind.BARS, verbatim("Leads"), (Point(verbatim("New"), 3),))
    replying(house, Show(Card(verbatim("With a chart"), (chart,))))
    house.slack.press(anna, message, "Press")
    until(lambda: "With a chart" in words(message))


# Forms


def test_a_form_opens_before_the_press_is_acknowledged(house: House) -> None:
    anna = somebody(house)
    view = in_form(house, anna)
    assert "Reason" in words(view)
    assert [call.outcome for call in house.slack.calls_of("views.open")] == ["ok"]


def test_a_form_brings_back_what_it_kept_and_where_it_was_opened(house: House) -> None:
    anna = somebody(house)
    _, message = in_channel(house, anna)
    replying(house, Open(FORM))
    house.slack.press(anna, message, "Press")
    [asked] = (replying(house, Nothing(), "questions.detailed"),)
    house.slack.submit(anna, {"reason": "no budget"})
    [one] = asked
    assert one.values == {"reason": "no budget", "ask": "1"}
    assert one.place == Place.at("slack", message.reference)
    assert house.slack.modal(anna) is None


def test_a_form_after_a_form_lies_on_top_of_it_and_both_close_together(house: House) -> None:
    anna = somebody(house)
    in_form(house, anna)
    replying(house, Open(FORM), "questions.detailed")
    house.slack.submit(anna, {"reason": "one"})
    assert len(house.slack.stacks[anna.id]) == 2
    replying(house, Nothing(), "questions.detailed")
    house.slack.submit(anna, {"reason": "two"})
    assert house.slack.stacks[anna.id] == []


def test_a_fourth_form_takes_the_place_of_the_third(house: House) -> None:
    anna = somebody(house)
    in_form(house, anna)
    replying(house, Open(FORM), "questions.detailed")
    for number in range(4):
        house.slack.submit(anna, {"reason": str(number)})
    assert len(house.slack.stacks[anna.id]) == 3


def test_a_button_in_a_form_lays_the_next_one_on_top_but_never_a_fourth(house: House) -> None:
    anna = somebody(house)
    form = Form(
        name="questions.detailed", title=verbatim("Tell"), submit=verbatim("Send"), intro=(BUTTONS,),
        fields=(ShortText(name="reason", label=verbatim("Reason")),),
    )  # fmt: skip
    message = in_direct(house, anna)
    replying(house, Open(form))
    house.slack.press(anna, message, "Press")
    for deep in (2, 3, 3):
        view = house.slack.modal(anna)
        assert view is not None
        house.slack.press(anna, view, "Press")
        assert len(house.slack.stacks[anna.id]) == deep


@pytest.mark.parametrize("fault", [refused("expired_trigger_id"), broken(), too_many(20)])
def test_a_form_that_comes_too_late_asks_to_press_once_more(house: House, fault: object) -> None:
    anna = somebody(house)
    _, message = in_channel(house, anna)
    house.slack.faults.plan("views.open", fault)  # type: ignore[arg-type]
    replying(house, Open(FORM))
    assert house.slack.press(anna, message, "Press").in_time
    until(lambda: house.slack.whispers(anna))
    assert "press once more" in words(house.slack.whispers(anna)[0])


@pytest.mark.slow
def test_a_slow_form_does_not_hold_up_the_acknowledgement(house: House) -> None:
    anna = somebody(house)
    _, message = in_channel(house, anna)
    house.slack.faults.plan("views.open", slow(4))
    replying(house, Open(FORM))
    assert house.slack.press(anna, message, "Press").in_time


# Sentences beside fields


def test_sentences_stand_beside_their_fields_in_the_readers_language(house: House) -> None:
    anna = somebody(house, piotr())
    view = in_form(house, anna)
    reply = Correct({"reason": say("questions-own-words-empty")})
    replying(house, reply, "questions.detailed")
    house.slack.submit(anna, {"reason": "x"})
    assert set(view.errors) == {"reason"}
    assert view.errors["reason"].strip()
    assert house.slack.modal(anna) is view


def test_a_sentence_without_a_field_is_told_beside_another(house: House) -> None:
    anna = somebody(house)
    view = in_form(house, anna)
    reply = Correct({"reason": verbatim("Say more."), "gone": verbatim("And that.")})
    replying(house, reply, "questions.detailed")
    house.slack.submit(anna, {"reason": "x"})
    assert view.errors == {"reason": "Say more. And that."}


def test_sentences_without_any_field_are_told_on_top_of_the_form(house: House) -> None:
    anna = somebody(house)
    view = in_form(house, anna)
    reply = Correct({"a": verbatim("First."), "b": verbatim("Second.")})
    replying(house, reply, "questions.detailed")
    house.slack.submit(anna, {"reason": "x"})
    notice = house.slack.modal(anna)
    assert notice is not view
    assert "First." in words(notice)
    assert "Second." in words(notice)


# What was written, where no form can be opened


def test_a_form_that_a_message_asks_for_is_one_press_away(house: House) -> None:
    anna = somebody(house)
    asked = replying(house, Open(FORM), "settings.mine")
    house.slack.write(anna, "settings")
    until(lambda: house.slack.said_to(anna))
    offered = house.slack.said_to(anna)[-1]
    assert "Tell more" in words(offered)
    assert house.slack.modal(anna) is None
    house.slack.press(anna, offered, "Open the form")
    assert "Reason" in words(house.slack.modal(anna))
    assert len(asked) == 2


def test_a_form_that_a_mention_asks_for_is_offered_to_one_person(house: House) -> None:
    anna = somebody(house)
    channel = house.slack.channel("marketing", members=[anna])
    replying(house, Open(FORM), "settings.mine")
    house.slack.say(anna, channel, "@leadloop settings")
    until(lambda: house.slack.whispers(anna))
    assert house.slack.said_in(channel) == []


def test_who_writes_home_is_told_where_it_is(house: House) -> None:
    anna = somebody(house)
    replying(house, Nothing(), "home.opened")
    house.slack.write(anna, "home")
    until(lambda: house.slack.said_to(anna))
    assert "Home tab" in words(house.slack.said_to(anna)[-1])
    assert "Home tab" in str(house.slack.command(anna, "home").body)
