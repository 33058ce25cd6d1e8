"""The ways in: what is said, pressed, filled in, linked and sent, through the real door."""

from __future__ import annotations

from typing import Any

import pytest

from bot.platforms.teams.wire import Metadata, spell_form
from handlers.commands import FLAG, HELP, OFFER_FLAG, WORDS
from handlers.interaction import Correct, Nothing, Open, Show, Whisper, whisper
from handlers.message import Card, Paragraph
from handlers.phrase import verbatim
from handlers.roster.model import Outsider, Why
from tests.bot.platforms.teams.acting import (
    CARD,
    CHANNELS,
    DONE,
    FORM,
    PICK,
    dialog,
    in_channel,
    in_direct,
    replying,
    said_to,
)
from tests.bot.platforms.teams.house import House, until
from tests.bot.platforms.teams.sealing import seal_of
from tests.builders import a_rep
from tests.fakes.teams.screen import buttons, texts

LIST = "what happened to\nL-1\nL-2"

# What is said


def test_a_mention_in_a_channel_is_answered_in_its_thread(house: House) -> None:
    anna = house.somebody()
    asked = replying(house, Nothing(), "said")
    channel = house.teams.channel("marketing", members=[anna])
    reply = house.teams.say(anna, channel, f"@Leadloop {LIST}")
    assert reply is not None
    assert reply.in_time
    root = channel.messages[0].id
    assert asked[0].place.name == f"at:teams:{channel.id}/{root}"
    assert asked[0].text == LIST


def test_a_mention_in_a_thread_is_answered_there(house: House) -> None:
    anna = house.somebody()
    asked = replying(house, Nothing(), "said")
    channel = house.teams.channel("marketing", members=[anna])
    opening = house.teams.post(anna, channel, "Look at these")
    house.teams.say(anna, channel, "@Leadloop L-1", opening)
    assert asked[0].place.name == f"at:teams:{channel.id}/{opening.id}"


def test_a_group_chat_is_a_channel_without_threads(house: House) -> None:
    anna = house.somebody()
    asked = replying(house, Nothing(), "said")
    group = house.teams.group(anna)
    house.teams.say(anna, group, "@Leadloop L-1")
    assert asked[0].place.name == f"at:teams:{group.id}"


def test_what_is_said_in_the_chat_with_us_is_answered_there(house: House) -> None:
    anna = house.somebody()
    asked = replying(house, whisper(verbatim("Which lead?")), "said")
    house.teams.write(anna, LIST)
    assert asked[0].place.person == asked[0].actor
    assert asked[0].text == LIST
    until(lambda: "Which lead?" in said_to(house, anna))


def test_a_whisper_in_a_channel_goes_to_the_person_alone(house: House) -> None:
    anna = house.somebody()
    replying(house, whisper(verbatim("Which lead?")), "said")
    channel = house.teams.channel("marketing", members=[anna])
    house.teams.say(anna, channel, "@Leadloop L-1")
    until(lambda: "Which lead?" in said_to(house, anna))
    assert house.teams.said_in(channel) == []


@pytest.mark.parametrize(
    ("route", "word"),
    [(route, word) for route, words in WORDS.items() if route not in {HELP, FLAG} for word in words]
    + [(OFFER_FLAG, word) for word in WORDS[FLAG]],
)
def test_a_command_of_the_menu_is_understood_in_every_language(
    corridor: House, route: str, word: str
) -> None:
    anna = corridor.somebody()
    corridor.leadloop.asked.clear()
    corridor.teams.write(anna, word)
    assert corridor.asked == [route]


def test_the_digest_of_a_week_is_asked_for_by_its_number(house: House) -> None:
    asked = replying(house, Nothing(), "digests.show")
    house.teams.write(house.somebody(), "podsumowanie w46")
    assert [one.values for one in asked] == [{"week": "w46"}]


@pytest.mark.parametrize("word", [*WORDS[HELP], "Help", "/help"])
def test_help_tells_what_can_be_asked(corridor: House, word: str) -> None:
    anna = corridor.somebody()
    corridor.leadloop.asked.clear()
    corridor.teams.write(anna, word)
    assert "CSV or XLSX" in said_to(corridor, anna)
    assert corridor.asked == []


def test_who_asks_with_words_asks_about_leads(house: House) -> None:
    anna = house.somebody()
    asked = replying(house, Nothing(), "said")
    for words in ("ask what happened to L-1", "Home Depot, Acme"):
        house.teams.write(anna, words)
    assert [one.text for one in asked] == ["what happened to L-1", "Home Depot, Acme"]


def test_the_home_is_opened_at_home(house: House) -> None:
    anna = house.somebody()
    asked = replying(house, Nothing(), "home.opened")
    house.teams.write(anna, "home")
    assert asked[0].place.name == f"home:{asked[0].actor}"


def test_a_form_that_a_message_asks_for_is_one_press_away(house: House) -> None:
    anna = house.somebody()
    asked = replying(house, Open(FORM), "questions.ask")
    house.teams.write(anna, "ask")
    until(lambda: house.teams.said_to(anna))
    house.teams.press(anna, house.teams.said_to(anna)[-1], "Open the form")
    assert "Reason" in dialog(house, anna)
    assert len(asked) == 2


# Who is not let in


@pytest.mark.parametrize("why", [Why.GUEST, Why.STRANGER, Why.FOREIGN_DOMAIN])
def test_an_outsider_is_told_kindly_and_nothing_is_asked(house: House, why: Why) -> None:
    guest = house.somebody(Outsider(why))
    message = in_direct(house, guest)
    house.teams.write(guest, LIST)
    assert len(said_to(house, guest)) > 20
    assert house.teams.press(guest, message, "Press").in_time
    house.teams.press(guest, message, "Open")
    assert len(house.teams.told(guest)) == 2
    assert house.asked == []


def test_who_has_no_account_gets_nothing(house: House) -> None:
    nobody = house.teams.anonymous()
    channel = house.teams.channel("marketing", members=[nobody])
    reply = house.teams.say(nobody, channel, f"@Leadloop {LIST}")
    assert reply is not None
    assert (reply.status, reply.body) == (200, "")
    house.rest()
    assert (house.asked, house.teams.said_in(channel)) == ([], [])


def test_where_people_of_other_companies_read_no_leads_are_shown(house: House) -> None:
    anna, other = house.somebody(), house.teams.federated("Otto Other")
    channel = house.teams.channel("together", members=[anna, other], kind="shared")
    house.teams.say(anna, channel, "@Leadloop L-1")
    assert house.asked == []
    until(lambda: "outside the company" in said_to(house, anna))
    assert house.teams.said_in(channel) == []


# Presses


@pytest.mark.parametrize("old_client", [False, True])
def test_a_press_in_a_channel_changes_the_card_for_everybody(
    house: House, *, old_client: bool
) -> None:
    anna = house.somebody()
    asked = replying(house, Show(DONE))
    channel, message = in_channel(house, anna)
    assert house.teams.press(anna, message, "Press", old_client=old_client).in_time
    house.rest()
    assert "Well done" in texts(message.card)
    assert asked[0].values == {"ask": "1"}
    assert asked[0].place.name == f"at:teams:{channel.id}/{message.id}"


def test_a_press_in_the_chat_is_done_in_the_persons_name(house: House) -> None:
    anna = house.somebody(a_rep("Piotr Nowak"))
    asked = replying(house, Nothing())
    house.teams.press(anna, in_direct(house, anna), "Press")
    assert asked[0].place.person == a_rep("Piotr Nowak").id


def test_a_sentence_stands_beside_the_card_that_was_pressed(house: House) -> None:
    anna = house.somebody()
    replying(house, whisper(verbatim("That is not yours.")))
    _, message = in_channel(house, anna)
    house.teams.press(anna, message, "Press")
    assert house.teams.told(anna) == ["That is not yours."]


def test_what_does_not_fit_beside_a_card_goes_to_the_persons_chat(house: House) -> None:
    anna = house.somebody()
    replying(house, Whisper(Card(verbatim("Long"), (Paragraph(verbatim("And longer")),))))
    _, message = in_channel(house, anna)
    house.teams.press(anna, message, "Press")
    assert "chat with Leadloop" in house.teams.told(anna)[0]
    until(lambda: "And longer" in said_to(house, anna))


def test_a_form_that_a_press_cannot_open_is_one_press_away(house: House) -> None:
    anna = house.somebody()
    replying(house, Open(FORM))
    _, message = in_channel(house, anna)
    house.teams.press(anna, message, "Press")
    until(lambda: house.teams.said_to(anna))
    house.teams.press(anna, house.teams.said_to(anna)[-1], "Open the form")
    assert "Reason" in dialog(house, anna)


def test_a_press_that_comes_twice_is_answered_alike_and_done_once(house: House) -> None:
    anna = house.somebody()
    asked = replying(house, Show(DONE))
    reply = house.teams.press(anna, in_direct(house, anna), "Press")
    assert house.teams.redeliver(reply).body == reply.body
    assert len(asked) == 1


@pytest.mark.parametrize(
    "data", [{}, {"does": 7}, {"does": "questions.answer", "values": {"ask": 7}}, {"n": "x"}]
)
def test_a_button_of_an_older_version_is_answered_kindly(
    house: House, data: dict[str, Any]
) -> None:
    anna = house.somebody()
    _, message = in_channel(house, anna)
    assert house.teams.press_forged(anna, message, "questions.answer", data).status == 200


# Dialogs


def opened_form(house: House, reply: Any = None) -> Any:
    anna = house.somebody()
    replying(house, Open(FORM), "questions.details")
    channel, message = in_channel(house, anna)
    house.teams.press(anna, message, "Open")
    assert "Tell more" in dialog(house, anna)
    if reply is not None:
        return anna, channel, message, replying(house, reply, "questions.detailed")
    return anna, channel, message, []


def test_a_form_sends_what_it_kept_and_what_was_filled_in(house: House) -> None:
    anna, channel, message, asked = opened_form(house, Nothing())
    house.teams.submit(anna, {"Reason": "no budget"})
    assert asked[0].values == {"reason": "no budget", "words": "", "ask": "1"}
    assert asked[0].place.name == f"at:teams:{channel.id}/{message.id}"
    assert dialog(house, anna) == ""


def test_a_form_changes_the_card_it_was_opened_from(house: House) -> None:
    anna, _, message, _ = opened_form(house, Show(DONE))
    house.teams.submit(anna, {"Reason": "no budget"})
    house.rest()
    assert "Well done" in texts(message.card)


def test_what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost(house: House) -> None:
    anna, channel, _, asked = opened_form(house)
    asked = replying(house, Correct({"reason": verbatim("Too vague.")}), "questions.detailed")
    for _ in range(2):
        house.teams.submit(anna, {"Reason": "hm", "Words": "hm hm"})
        assert "Too vague." in dialog(house, anna)
        assert "hm hm" in dialog(house, anna)
    asked = replying(house, Nothing(), "questions.detailed")
    house.teams.submit(anna, {"Reason": "no budget"})
    assert asked[0].values == {"reason": "no budget", "words": "hm hm", "ask": "1"}
    assert asked[0].place.name.startswith(f"at:teams:{channel.id}/")


def test_a_form_that_we_no_longer_know_tells_what_is_wrong(house: House) -> None:
    anna, _, _, _ = opened_form(house, Correct({"reason": verbatim("Too vague.")}))
    house.parts.forms._kept.clear()
    house.teams.submit(anna, {"Reason": "hm"})
    assert "Too vague." in dialog(house, anna)
    assert "once more" in dialog(house, anna)


def test_a_sentence_closes_the_form(house: House) -> None:
    anna, _, _, _ = opened_form(house, whisper(verbatim("Thank you.")))
    house.teams.submit(anna, {"Reason": "no budget"})
    assert house.teams.told(anna) == ["Thank you."]
    assert dialog(house, anna) == ""


def test_one_form_may_lead_to_another(house: House) -> None:
    anna, _, _, _ = opened_form(house, Open(CHANNELS))
    house.teams.submit(anna, {"Reason": "no budget"})
    assert "Marketing" in dialog(house, anna)


def test_somebody_picked_is_named_by_our_own_id(house: House) -> None:
    anna = house.somebody()
    piotr = house.somebody(a_rep("Piotr Nowak"), "Piotr Nowak")
    replying(house, Open(PICK), "questions.details")
    asked = replying(house, Nothing(), "people.linked")
    house.teams.press(anna, in_direct(house, anna), "Open")
    house.teams.submit(anna, {"Person": piotr.object_id})
    assert asked[0].values == {"who": a_rep("Piotr Nowak").id}


def test_an_outsider_is_not_picked(house: House) -> None:
    anna = house.somebody()
    guest = house.somebody(Outsider(Why.GUEST), "Gustav Guest")
    replying(house, Open(PICK), "questions.details")
    house.teams.press(anna, in_direct(house, anna), "Open")
    house.teams.submit(anna, {"Person": guest.object_id})
    assert "Who is it?" in dialog(house, anna)
    assert house.asked == ["questions.details"]


def test_a_form_cannot_change_a_message_elsewhere(house: House) -> None:
    anna = house.somebody()
    _, elsewhere = in_channel(house, anna)
    replying(house, Open(FORM), "questions.details")
    asked = replying(house, Show(DONE), "questions.detailed")
    house.teams.press(anna, in_direct(house, anna), "Open")
    open_dialog = house.teams.dialog(anna)
    assert open_dialog is not None
    [send] = buttons(open_dialog.card)
    aside = Metadata(place=f"at:teams:{elsewhere.conversation}", message=elsewhere.reference)
    seal = seal_of(house.parts.seals, house.teams.personal(anna))
    send["data"] = seal(spell_form("questions.detailed", aside))
    house.teams.submit(anna, {"Reason": "no budget"})
    house.rest()
    assert "Well done" not in texts(elsewhere.card)
    assert asked[0].place.person == asked[0].actor


# The message extension


def test_what_happened_is_asked_about_somebodys_message(house: House) -> None:
    anna = house.somebody()
    asked = replying(house, Nothing(), "said")
    channel = house.teams.channel("marketing", members=[anna])
    message = house.teams.post(anna, channel, "L-1\nL-2")
    house.teams.message_action(anna, message, "what_happened")
    assert (asked[0].text, asked[0].place.person) == ("L-1\nL-2", asked[0].actor)
    assert "chat with Leadloop" in house.teams.told(anna)[0]


def test_a_lead_is_flagged_from_somebodys_message(house: House) -> None:
    anna = house.somebody()
    replying(house, Open(FORM), "flags.start")
    asked = replying(house, Nothing(), "questions.detailed")
    channel = house.teams.channel("marketing", members=[anna])
    message = house.teams.post(anna, channel, "L-1")
    house.teams.message_action(anna, message, "flag_lead")
    assert "Reason" in dialog(house, anna)
    house.teams.submit(anna, {"Reason": "spam"})
    assert asked[0].values["reason"] == "spam"
    assert dialog(house, anna) == ""


def test_a_link_to_a_lead_tells_nothing_of_it(house: House) -> None:
    anna = house.somebody()
    canary = Card(verbatim("Anna Nowak, converted"), ())
    asked = replying(house, Show(canary), "leads.unfurl")
    channel = house.teams.channel("marketing", members=[anna])
    house.teams.link(anna, channel, "https://crm.example/lead/1")
    assert asked[0].values == {"link": "https://crm.example/lead/1"}
    assert "A lead in the CRM" in str(house.teams.unfurls[0].card)
    assert "Nowak" not in str(house.teams.replies[-1].body)


def test_a_link_that_is_no_leads_or_nobodys_unfolds_nothing(house: House) -> None:
    anna, guest = house.somebody(), house.somebody(Outsider(Why.GUEST), "Gustav Guest")
    channel = house.teams.channel("marketing", members=[anna, guest])
    house.teams.link(anna, channel, "https://crm.example/")
    replying(house, Show(CARD), "leads.unfurl")
    house.teams.link(guest, channel, "https://crm.example/lead/1")
    house.teams.link(anna, channel, "https://crm.example/lead/1", anonymous=True)
    assert house.teams.unfurls == []


# What is unknown


def test_what_nobody_knows_yet_is_taken_kindly(house: House) -> None:
    anna = house.somebody()
    message = in_direct(house, anna)
    for reply in (
        house.teams.unknown_activity(anna),
        house.teams.unknown_invoke(anna),
        house.teams.react(anna, message),
    ):
        assert (reply.status, reply.body) == (200, "")
    assert house.asked == []
