"""Buttons through the real door: nothing to read in them, and each counts once."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from bot.platforms.teams.files import FILE
from handlers.commands import HOME_OPENED
from handlers.errors import AlreadyDone
from handlers.interaction import Interaction, Nothing, Open, Reply, Show
from handlers.message import Button, Buttons, Card
from handlers.phrase import verbatim
from handlers.router import Router
from tests.bot.platforms.teams.acting import (
    CARD,
    DONE,
    FORM,
    dialog,
    in_channel,
    in_direct,
    replying,
    said_to,
)
from tests.bot.platforms.teams.house import ENGLISH, House, until
from tests.bot.platforms.teams.sending import SHEET
from tests.builders import a_rep
from tests.fakes.teams import payloads
from tests.fakes.teams.people import Person as Member
from tests.fakes.teams.places import Message
from tests.fakes.teams.screen import buttons

AGAIN = "done already"
HOME = Card(verbatim("Ways"), (Buttons((Button(label=verbatim("Press"), does=HOME_OPENED),)),))


def counting(house: House, *routes: str) -> list[str]:
    """Let deeds be done once, as the database sees to it, and give the names of those that were."""
    done: list[str] = []

    def do(asked: Interaction) -> Reply:
        if asked.id in done:
            raise AlreadyDone(asked.id)
        done.append(asked.id)
        return Nothing()

    router = Router(dict.fromkeys(routes, do))
    for route in routes:
        house.answers(route, router.route)
    return done


# What stands in them


def test_nothing_of_what_a_button_does_can_be_read_in_it(house: House) -> None:
    anna = house.somebody()
    replying(house, Open(FORM), "questions.details")
    message = in_direct(house, anna)
    house.teams.press(anna, message, "Open")
    open_dialog = house.teams.dialog(anna)
    assert open_dialog is not None
    for card in (message.card, open_dialog.card):
        spelled = json.dumps([{**one, "title": ""} for one in buttons(card)])
        for readable in ("questions", "ask-1", "does", "keep", "person:", open_dialog.person.id):
            assert readable not in spelled


def test_a_file_that_is_offered_is_named_by_a_seal(house: House) -> None:
    consent = offered(house, house.somebody()).consent or {}
    assert "file-1" not in json.dumps(consent)
    assert consent["acceptContext"] != consent["declineContext"]


# Once


@pytest.mark.parametrize("old_client", [False, True])
def test_who_presses_twice_does_it_once_and_is_told_kindly(
    house: House, *, old_client: bool
) -> None:
    anna = house.somebody()
    done = counting(house, "questions.answer")
    message = in_direct(house, anna)
    for _ in range(2):
        assert house.teams.press(anna, message, "Press", old_client=old_client).in_time
    assert len(done) == 1
    until(lambda: AGAIN in " ".join(house.teams.told(anna)) + said_to(house, anna))


def test_a_button_and_its_fallback_are_one(house: House) -> None:
    anna = house.somebody()
    done = counting(house, "questions.answer")
    message = in_direct(house, anna)
    house.teams.press(anna, message, "Press")
    house.teams.press(anna, message, "Press", old_client=True)
    assert len(done) == 1


def test_each_of_a_channel_may_press_a_button_once(house: House) -> None:
    anna, piotr = house.somebody(), house.somebody(a_rep("Piotr Nowak"), "Piotr Nowak")
    done = counting(house, "questions.answer")
    channel = house.teams.channel("marketing", members=[anna, piotr])
    message = house.post(channel, CARD)
    for one in (anna, piotr, anna, piotr):
        house.teams.press(one, message, "Press")
    assert len(set(done)) == len(done) == 2


def test_a_card_that_was_drawn_again_can_be_pressed_again(house: House) -> None:
    anna = house.somebody()
    done = counting(house, "questions.answer")
    for _ in range(2):
        house.teams.press(anna, in_direct(house, anna), "Press")
    assert len(done) == 2


def test_what_only_brings_something_is_brought_as_often_as_it_is_wanted(house: House) -> None:
    anna = house.somebody()
    done = counting(house, HOME_OPENED)
    message = house.post(house.teams.personal(anna), HOME)
    for _ in range(3):
        house.teams.press(anna, message, "Press")
    assert len(done) == 3


def test_a_repeat_of_teams_is_answered_as_before_and_does_nothing(house: House) -> None:
    anna = house.somebody()
    done = counting(house, "questions.answer", HOME_OPENED)
    for card in (CARD, HOME):
        reply = house.teams.press(anna, house.post(house.teams.personal(anna), card), "Press")
        assert house.teams.redeliver(reply).body == reply.body
    assert len(done) == 2


def test_a_form_counts_once_and_can_be_opened_again(house: House) -> None:
    anna = house.somebody()
    replying(house, Open(FORM), "questions.details")
    done = counting(house, "questions.detailed")
    _, message = in_channel(house, anna)
    house.teams.press(anna, message, "Open")
    first = house.teams.dialog(anna)
    assert first is not None
    house.teams.submit(anna, {"Reason": "no budget"})
    house.teams.dialogs[anna.id] = first
    house.teams.submit(anna, {"Reason": "no budget"})
    assert (len(done), dialog(house, anna)) == (1, "")
    assert AGAIN in house.teams.told(anna)[-1]
    house.teams.press(anna, message, "Open")
    house.teams.submit(anna, {"Reason": "no time"})
    assert len(done) == 2


# Not for here


def stolen(house: House, whose: Member, data: dict[str, Any]) -> Message:
    """Post a card into somebody's own chat that carries what was drawn for somebody else."""
    message = in_direct(house, whose)
    for one in buttons(message.card):
        one["data"] = data
        one.get("fallback", {})["data"] = data
    return message


@pytest.mark.parametrize("drawn", [in_direct, lambda house, anna: in_channel(house, anna)[1]])
@pytest.mark.parametrize("old_client", [False, True])
def test_what_was_drawn_for_somebody_else_does_nothing(
    house: House, drawn: Callable[[House, Member], Message], *, old_client: bool
) -> None:
    anna, piotr = house.somebody(), house.somebody(a_rep("Piotr Nowak"), "Piotr Nowak")
    press, _ = buttons(drawn(house, anna).card)
    theirs = stolen(house, piotr, dict(press["data"]))
    reply = house.teams.press(piotr, theirs, "Press", old_client=old_client)
    assert (reply.status, house.asked) == (200, [""])
    until(lambda: house.teams.told(piotr) or said_to(house, piotr))


def test_the_card_that_a_press_brings_is_for_who_pressed_alone(house: House) -> None:
    anna, piotr = house.somebody(), house.somebody(a_rep("Piotr Nowak"), "Piotr Nowak")
    replying(house, Show(DONE))
    channel = house.teams.channel("marketing", members=[anna, piotr])
    message = house.post(channel, CARD)
    shown = json.loads(house.teams.press(anna, message, "Press").body)["value"]
    house.rest()
    press, _ = buttons(shown)
    for one in (piotr, anna):
        house.teams.press_forged(one, message, "pressed", dict(press["data"]))
    house.teams.press(piotr, message, "Press")
    assert house.asked == ["questions.answer", "", "questions.answer", "questions.answer"]


def test_a_form_is_sent_by_who_opened_it_and_where(house: House) -> None:
    anna, piotr = house.somebody(), house.somebody(a_rep("Piotr Nowak"), "Piotr Nowak")
    replying(house, Open(FORM), "questions.details")
    channel = house.teams.channel("marketing", members=[anna, piotr])
    house.teams.press(anna, house.post(channel, CARD), "Open")
    open_dialog = house.teams.dialog(anna)
    assert open_dialog is not None
    [send] = buttons(open_dialog.card)
    value = {"data": {**send["data"], "text.reason": "no budget"}}
    for person, room in ((piotr, channel), (anna, house.teams.personal(anna))):
        activity = payloads.invoke(house.teams, "task/submit", person, room, value)
        assert house.teams.deliver(activity).status == 200
    assert house.asked == ["questions.details", "", ""]


def test_what_stands_beside_a_seal_counts_for_nothing(house: House) -> None:
    anna = house.somebody()
    replying(house, Open(FORM), "questions.details")
    asked = replying(house, Nothing(), "questions.detailed")
    _, message = in_channel(house, anna)
    house.teams.press(anna, message, "Open")
    open_dialog = house.teams.dialog(anna)
    assert open_dialog is not None
    [send] = buttons(open_dialog.card)
    send["data"] |= {"form": "flags.raise", "keep": {"ask": "2"}, "does": "x", "values": {"a": "b"}}
    house.teams.submit(anna, {"Reason": "no budget"})
    assert [(one.name, one.values["ask"]) for one in asked] == [("questions.detailed", "1")]


def offered(house: House, member: Member) -> Message:
    send = house.parts.platform.send
    house.run(send(member.object_id, SHEET, voice=ENGLISH, key="file-1"))
    return house.teams.said_to(member)[-1]


def test_a_file_is_taken_only_by_its_seal(house: House) -> None:
    anna = house.somebody()
    consent = offered(house, anna)
    room = house.teams.personal(anna)
    value = {"type": "fileUpload", "action": "decline", "context": {FILE: "file-1"}}
    activity = payloads.invoke(
        house.teams, "fileConsent/invoke", anna, room, value, replyToId=consent.id
    )
    assert house.teams.deliver(activity).status == 200
    house.rest()
    until(lambda: "no longer kept" in said_to(house, anna))
    assert len(house.memory.files) == 1
    assert house.teams.decline(anna, consent).in_time
    until(lambda: not house.memory.files)


def test_a_press_holds_where_the_chat_is_known_by_its_other_name(house: House) -> None:
    anna = house.somebody()
    asked = replying(house, Nothing())
    room = house.teams.personal(anna)
    known = house.memory.known[anna.object_id]
    house.memory.known[anna.object_id] = replace(known, conversation=room.alias)
    house.run(house.parts.platform.send(anna.object_id, CARD, voice=ENGLISH, key="k"))
    house.teams.press(anna, house.teams.said_to(anna)[-1], "Press")
    assert [one.values for one in asked] == [{"ask": "1"}]
