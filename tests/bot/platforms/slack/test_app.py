"""The ways in, over real HTTP: each deed once, kindly answered, and nothing of it in the logs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from handlers.errors import Refused
from handlers.interaction import Interaction, Nothing, Reply, whisper
from handlers.people import Place
from handlers.phrase import verbatim
from handlers.roster.model import Outsider, Why
from tests.bot.platforms.slack.acting import CARD, open_pick, somebody
from tests.bot.platforms.slack.house import (
    House,
    maya,
    piotr,
    until,
)
from tests.fakes.slack.door import Sent

# Ways in


def test_a_mention_is_answered_in_a_thread_below_it(house: House) -> None:
    anna = somebody(house)
    channel = house.slack.channel("marketing", members=[anna])
    reply = house.slack.say(anna, channel, "@leadloop what happened to a@acme.example?")
    assert reply is not None
    assert reply.in_time
    [asked] = house.leadloop.asked
    assert (asked.name, asked.text) == ("said", "what happened to a@acme.example?")
    assert asked.place == Place.at("slack", house.slack.messages[-1].reference)
    assert asked.actor == maya().id


def test_a_mention_in_a_thread_is_answered_there(house: House) -> None:
    anna = somebody(house)
    channel = house.slack.channel("marketing", members=[anna])
    root = house.slack.post(anna, channel, "news of the week")
    house.slack.say(anna, channel, "@leadloop L-1", root)
    assert house.leadloop.asked[0].place == Place.at("slack", root.reference)


def test_a_mention_of_which_slack_tells_twice_is_answered_once(house: House) -> None:
    anna = somebody(house)
    house.slack.subscribed.add("message.channels")
    channel = house.slack.channel("marketing", members=[anna])
    house.slack.say(anna, channel, "@leadloop L-1")
    assert house.asked == ["said"]


def test_a_direct_message_is_answered_there(house: House) -> None:
    anna = somebody(house)
    house.slack.write(anna, "L-1 & L-2")
    [asked] = house.leadloop.asked
    assert (asked.text, asked.place) == ("L-1 & L-2", Place.direct(maya().id))


def test_an_opened_home_asks_for_what_stands_there(house: House) -> None:
    house.slack.open_home(somebody(house))
    [asked] = house.leadloop.asked
    assert (asked.name, asked.place) == ("home.opened", Place.home(maya().id))


def test_a_command_says_what_is_wanted(house: House) -> None:
    anna = somebody(house)
    for words in ("help", "settings", "digest 2026-W47", "flag L-1", "L-1, L-2"):
        house.slack.command(anna, words)
    names = ["questions.help", "settings.mine", "digests.show", "flags.start", "said"]
    assert house.asked == names


def test_a_shortcut_asks_or_flags(house: House) -> None:
    anna = somebody(house)
    channel = house.slack.channel("random", members=[anna], bot=False)
    message = house.slack.post(anna, channel, "Anna Nowak <anna@acme.example>")
    house.slack.shortcut(anna, "ask_about_leads")
    house.slack.shortcut(anna, "what_happened", message)
    house.slack.shortcut(anna, "flag_lead", message)
    assert house.asked == ["questions.ask", "said", "flags.start"]
    assert house.leadloop.asked[1].text == "Anna Nowak <anna@acme.example>"


def test_being_invited_is_told_with_the_place(house: House) -> None:
    anna = somebody(house)
    channel = house.slack.channel("marketing", members=[anna], bot=False)
    house.slack.invite(channel, anna)
    house.slack.invite(channel)
    first, second = house.leadloop.asked
    assert first.place == second.place == Place.at("slack", channel.id)
    assert (first.actor, second.actor) == (maya().id, "")


def test_a_changed_profile_is_looked_at_anew(house: House) -> None:
    anna = somebody(house)
    house.slack.deactivate(anna)
    assert house.directory.forgotten == [anna.id]


def test_a_revoked_token_stops_the_sending(house: House) -> None:
    assert house.parts.platform.holds()
    assert [reply.status for reply in house.slack.revoke()] == [200, 200]
    assert not house.parts.platform.holds()


def test_every_event_to_which_nobody_listens_is_taken(house: House) -> None:
    channel = house.slack.channel("marketing", bot=True)
    for event in ("reaction_added", "channel_archive", "team_join", "message", "of_the_future"):
        inner: dict[str, Any] = {"type": event, "channel": channel.id, "user": "U1", "item": {}}
        assert house.slack.happen(inner, channel).status == 200
    assert house.slack.rename(channel, "sales") is not None
    assert house.asked == []


def test_a_picked_person_is_known_by_our_id(house: House) -> None:
    anna, piotr_member = somebody(house), house.knows(house.slack.member("Piotr"), piotr())
    open_pick(house, anna)
    house.slack.submit(anna, {"who": piotr_member.id})
    assert house.leadloop.asked[-1].values["who"] == piotr().id


def test_an_outsider_cannot_be_picked(house: House) -> None:
    anna, guest = somebody(house), house.slack.guest("Gustaw")
    house.knows(guest, Outsider(Why.GUEST))
    view = open_pick(house, anna)
    house.slack.submit(anna, {"who": guest.id})
    assert set(view.errors) == {"who"}
    assert "people.linked" not in house.asked


def test_options_are_suggested_while_somebody_types(house: House) -> None:
    anna = somebody(house)
    asked = {"type": "block_suggestion", "user": {"id": anna.id}, "value": "an", "block_id": "who"}
    reply = house.slack._deliver(Sent("interactive", asked | {"view": {"callback_id": "form"}}))
    [option] = reply.json["options"]
    assert (option["value"], option["text"]["text"]) == ("form/who", f"an for {maya().id}")


def test_nobody_unknown_is_suggested_anything(house: House) -> None:
    asked = {"type": "block_suggestion", "user": {"id": "U9"}, "value": "an", "block_id": "who"}
    assert house.slack._deliver(Sent("interactive", asked)).json == {"options": []}


# Once


def test_what_slack_sends_again_has_no_second_effect(house: House) -> None:
    anna = somebody(house)
    channel = house.slack.channel("marketing", members=[anna])
    message = house.post(channel.id, CARD)
    house.answers("questions.answer", lambda _: whisper(verbatim("Done")))
    deeds: list[Callable[[], object]] = [
        lambda: house.slack.say(anna, channel, "@leadloop L-1"),
        lambda: house.slack.write(anna, "L-1"),
        lambda: house.slack.press(anna, message, "Press"),
        lambda: house.slack.command(anna, "L-1"),
        lambda: house.slack.shortcut(anna, "ask_about_leads"),
        lambda: house.slack.open_home(anna),
        lambda: house.slack.invite(channel, anna),
    ]
    for count, deed in enumerate(deeds, start=1):
        deed()
        for _ in range(2):
            assert house.slack.redeliver().status == 200
        assert len(house.asked) == count
    house.rest()
    assert len(house.slack.whispers(anna)) == 1 + 1  # of the press, and where a command's answer is


def test_a_form_sent_twice_has_one_effect(house: House) -> None:
    anna = somebody(house)
    open_pick(house, anna)
    house.slack.submit(anna, {"who": anna.id})
    assert house.slack.redeliver().status == 200
    assert house.asked.count("people.linked") == 1


def test_a_form_that_was_refused_can_be_corrected_and_sent_again(house: House) -> None:
    anna = somebody(house)
    open_pick(house, anna)
    refusing: list[object] = [True]

    def answer(_: Interaction) -> Reply:
        if refusing:
            refusing.clear()
            raise Refused(verbatim("Not them."))
        return Nothing()

    house.answers("people.linked", answer)
    house.slack.submit(anna, {"who": anna.id})
    notice = house.slack.modal(anna)
    assert notice is not None
    house.slack.stacks[anna.id].remove(notice)  # back to the form
    house.slack.submit(anna, {"who": anna.id})
    assert house.asked.count("people.linked") == 1


# Who


@pytest.mark.parametrize("why", [why for why in Why if why is not Why.BOT])
def test_an_outsider_is_told_why_wherever_they_try(house: House, why: Why) -> None:
    guest = somebody(house, Outsider(why))
    channel = house.slack.channel("marketing", members=[guest])
    message = house.post(channel.id, CARD)
    house.slack.say(guest, channel, "@leadloop L-1")
    house.slack.press(guest, message, "Press")
    house.slack.command(guest, "L-1", channel)
    house.slack.write(guest, "L-1")
    house.slack.shortcut(guest, "ask_about_leads")
    house.slack.open_home(guest)
    until(lambda: len(house.slack.whispers(guest)) == 3 and house.slack.said_to(guest))
    until(lambda: house.slack.home(guest))
    assert house.slack.modal(guest) is not None
    assert house.asked == []


def test_other_bots_are_told_nothing(house: House) -> None:
    robot = somebody(house, Outsider(Why.BOT))
    channel = house.slack.channel("marketing", members=[robot])
    house.slack.say(robot, channel, "@leadloop L-1")
    house.rest()
    assert house.slack.calls == []


def test_a_question_in_a_channel_of_two_companies_is_not_answered_there(house: House) -> None:
    anna = somebody(house)
    channel = house.slack.channel("together", members=[anna], is_ext_shared=True)
    house.slack.say(anna, channel, "@leadloop L-1")
    until(lambda: house.slack.whispers(anna))
    assert "another company" in str(house.slack.whispers(anna)[0].blocks)
    assert house.asked == []
