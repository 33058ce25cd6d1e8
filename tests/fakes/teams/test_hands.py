"""People can press and send only what is on their screens, and the app hears it as from Teams."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.fakes.teams import screen
from tests.fakes.teams.an_app import AnApp
from tests.fakes.teams.cards import (
    a_card,
    a_field,
    a_form,
    a_message,
    a_task,
    attached,
    executes,
    opens,
)
from tests.fakes.teams.fake import FakeTeams
from tests.fakes.teams.people import Person
from tests.fakes.teams.places import Message
from tests.fakes.teams.replies import SAID

BUTTONS = [
    executes("Won", "questions.answered", lead="l1"),
    executes("Lost", "questions.answered", lead="l2"),
    opens("Flag", "flags.start"),
]


@pytest.fixture
def asked(teams: FakeTeams, app: AnApp, connector: httpx.Client, anna: Person) -> Message:
    teams.install(anna)
    place = teams.personal(anna)
    card = a_card(a_field("note"), actions=BUTTONS)
    connector.post(f"/conversations/{place.id}/activities", json=a_message(card))
    return teams.said_to(anna)[0]


def said(text: str) -> dict[str, Any]:
    return {"statusCode": 200, "type": SAID, "value": text}


# ---- writing ------------------------------------------------------------------------------------


def test_a_mention_in_a_thread_has_its_entity_its_root_and_the_writers_clock(
    teams: FakeTeams, app: AnApp, anna: Person
) -> None:
    channel = teams.channel("marketing", members=[anna])
    root = teams.post(anna, channel, "Look at these")
    assert teams.say(anna, channel, "no mention") is None
    teams.say(anna, channel, "@Leadloop ask <Acme> & co\nand others", root)
    told = app.last
    assert told["text"] == "<at>Leadloop</at> ask <Acme> & co\nand others"
    assert told["conversation"]["id"] == f"{channel.id};messageid={root.id}"
    assert told["entities"][0]["mentioned"]["id"] == told["recipient"]["id"] == teams.bot_id
    assert told["entities"][1]["timezone"] == "Europe/Warsaw"
    assert told["from"]["aadObjectId"] == anna.object_id
    assert told["channelData"]["tenant"]["id"] == told["conversation"]["tenantId"]
    page = told["attachments"][0]["content"]
    assert "&lt;Acme&gt; &amp; co<br>and others" in page
    assert 'itemid="0">Leadloop</span>' in page


def test_the_bot_hears_nothing_where_it_is_not(teams: FakeTeams, app: AnApp, anna: Person) -> None:
    assert teams.write(anna, "hello") is None
    assert teams.say(anna, teams.channel("x", members=[anna], bot=False), "@Leadloop hi") is None
    assert app.heard == []


def test_nobody_writes_where_they_are_not(teams: FakeTeams, app: AnApp, anna: Person) -> None:
    with pytest.raises(AssertionError, match="is not in"):
        teams.say(anna, teams.channel("sales"), "@Leadloop hi")


def test_a_redelivery_is_the_same_activity_word_for_word(
    teams: FakeTeams, app: AnApp, anna: Person
) -> None:
    teams.install(anna)
    teams.write(anna, "help")
    teams.redeliver()
    assert app.heard[-1] == app.heard[-2]
    teams.redeliver(renewed=True)
    assert app.last["text"] == "help"
    assert app.last["id"] != app.heard[-2]["id"]


# ---- pressing -----------------------------------------------------------------------------------


def test_a_press_tells_the_action_with_the_inputs_and_the_message(
    teams: FakeTeams, app: AnApp, anna: Person, asked: Message
) -> None:
    app.says(said("Thank you"))
    reply = teams.press(anna, asked, "questions.answered", value={"lead": "l2"})
    told = app.last
    assert (told["name"], told["replyToId"]) == ("adaptiveCard/action", asked.id)
    action = told["value"]["action"]
    assert (action["type"], action["verb"]) == ("Action.Execute", "questions.answered")
    assert action["data"] == BUTTONS[1]["data"] | {"note": ""}
    assert teams.told(anna) == ["Thank you"]
    assert reply.in_time


def test_a_card_in_answer_to_a_press_is_seen_by_the_presser_alone_until_the_message_changes(
    teams: FakeTeams, app: AnApp, connector: httpx.Client, anna: Person
) -> None:
    ben = teams.member("Ben Buyer")
    channel = teams.channel("sales", members=[anna, ben])
    address = f"/conversations/{channel.id}/activities"
    connector.post(address, json=a_message(a_card(actions=BUTTONS)))
    message = teams.said_in(channel)[0]
    mine = a_card({"type": "TextBlock", "text": "Noted"})
    answer = {"statusCode": 200, "type": "application/vnd.microsoft.card.adaptive", "value": mine}
    app.says(answer)
    teams.press(anna, message, "Won")
    assert screen.texts(message.card_for(anna)) == ["Noted"]
    assert "Won" in screen.texts(message.card_for(ben))
    connector.put(f"{address}/{message.id}", json=a_message(a_card()))
    assert message.card_for(anna) == message.card_for(ben) == a_card()


def test_an_old_client_sends_the_fallback_as_a_message_with_a_value(
    teams: FakeTeams, app: AnApp, anna: Person, asked: Message
) -> None:
    teams.press(anna, asked, "Won", inputs={"Note": "yes"}, old_client=True)
    told = app.last
    assert (told["type"], told["replyToId"]) == ("message", asked.id)
    assert told["value"] == BUTTONS[0]["data"] | {"note": "yes"}
    assert "text" not in told


def test_what_is_not_on_the_screen_cannot_be_pressed(
    teams: FakeTeams, app: AnApp, connector: httpx.Client, anna: Person, asked: Message
) -> None:
    with pytest.raises(AssertionError, match="no 'Later' to press"):
        teams.press(anna, asked, "Later")
    with pytest.raises(AssertionError, match="there are 2"):
        teams.press(anna, asked, "questions.answered")
    with pytest.raises(AssertionError, match="is not in"):
        teams.press(teams.member("Ben"), asked, "Won")
    connector.delete(f"/conversations/{asked.conversation}/activities/{asked.id}")
    with pytest.raises(AssertionError, match="no longer there"):
        teams.press(anna, asked, "Won")


@pytest.mark.parametrize(
    "answer",
    ["", {}, {"type": SAID, "value": "x"}, said("x") | {"type": "text"}, said("x") | {"more": 1}],
)
def test_a_press_answered_in_a_wrong_shape_fails_the_test(
    teams: FakeTeams, app: AnApp, anna: Person, asked: Message, answer: Any
) -> None:
    app.says(answer)
    with pytest.raises(AssertionError):
        teams.press(anna, asked, "Won")


def test_an_app_in_trouble_shows_teams_own_sentence(
    teams: FakeTeams, app: AnApp, anna: Person, asked: Message
) -> None:
    app.says("", status=500)
    teams.press(anna, asked, "Won")
    assert teams.told(anna) == ["Unable to reach app. Please try again."]


# ---- dialogs ------------------------------------------------------------------------------------


def test_a_dialog_is_opened_corrected_and_closed(
    teams: FakeTeams, app: AnApp, anna: Person, asked: Message
) -> None:
    app.says(a_task(a_form(a_field(isRequired=True, errorMessage="Say why"), keep="k")))
    teams.press(anna, asked, "Flag")
    assert (app.last["name"], app.last["replyToId"]) == ("task/fetch", asked.id)
    assert app.last["value"]["data"]["dialog_id"] == "flags.start"
    dialog = teams.dialog(anna)
    assert dialog is not None
    assert dialog.title == "Flag a lead"
    with pytest.raises(AssertionError, match="Say why"):
        teams.submit(anna, {})
    app.says(a_task(a_form({"type": "TextBlock", "text": "Too short"}, a_field(value="x"))))
    teams.submit(anna, {"Reason": "x"})
    assert app.last["value"]["data"] == {"reason": "x", "form": "flags.raise", "keep": "k"}
    assert "Too short" in screen.texts(dialog.card)
    app.says({"task": {"type": "message", "value": "Flagged"}})
    teams.submit(anna, {})
    assert (teams.dialog(anna), teams.told(anna)) == (None, ["Flagged"])


def test_an_empty_answer_closes_a_dialog_but_opens_none(
    teams: FakeTeams, app: AnApp, anna: Person, asked: Message
) -> None:
    with pytest.raises(AssertionError, match="nothing opens"):
        teams.press(anna, asked, "Flag")
    app.says(a_task(a_form(a_field())))
    teams.press(anna, asked, "Flag")
    app.says("")
    teams.submit(anna, {})
    assert teams.dialog(anna) is None


def test_an_action_on_a_message_brings_the_message_along(
    teams: FakeTeams, app: AnApp, anna: Person
) -> None:
    ben = teams.member("Ben")
    channel = teams.channel("sales", members=[anna, ben])
    message = teams.post(ben, channel, "L-1, L-2")
    app.says(a_task(a_form(a_field())))
    teams.message_action(anna, message, "flag_lead")
    value = app.last["value"]
    assert app.last["name"] == "composeExtension/fetchTask"
    assert (value["commandId"], value["commandContext"]) == ("flag_lead", "message")
    assert value["messagePayload"]["body"]["content"] == "<p>L-1, L-2</p>"
    assert value["messagePayload"]["from"]["user"]["id"] == ben.object_id
    app.says("")
    teams.submit(anna, {"reason": "spam"})
    assert app.last["name"] == "composeExtension/submitAction"
    assert app.last["value"]["data"]["reason"] == "spam"
    assert app.last["value"]["commandId"] == "flag_lead"


def test_inputs_send_strings_as_teams_does(
    teams: FakeTeams, app: AnApp, anna: Person, asked: Message
) -> None:
    choices = [{"title": "A", "value": "a"}, {"title": "B", "value": "b"}]
    several = {"choices": choices, "isMultiSelect": True}
    form = a_form(
        {"type": "Input.ChoiceSet", "id": "which", "label": "Which", **several},
        {"type": "Input.ChoiceSet", "id": "none", "label": "None", "choices": choices},
        {"type": "Input.Toggle", "id": "quiet", "title": "Quiet"},
        {"type": "Input.Date", "id": "when", "label": "When", "min": "2026-11-22"},
    )
    app.says(a_task(form))
    teams.press(anna, asked, "Flag")
    app.says("")
    with pytest.raises(AssertionError, match="outside the range"):
        teams.submit(anna, {"when": "2026-11-21"})
    teams.submit(anna, {"which": ["A", "b"], "quiet": True, "when": "2026-11-23"})
    sent = app.last["value"]["data"]
    assert sent["which"] == "a,b"
    assert sent["quiet"] == "true"
    assert sent["when"] == "2026-11-23"
    assert "none" not in sent


# ---- links --------------------------------------------------------------------------------------


def test_a_link_gets_one_judged_preview_or_none(teams: FakeTeams, app: AnApp, anna: Person) -> None:
    channel = teams.channel("sales", members=[anna])
    teams.link(anna, channel, "https://crm.example/leads/1")
    assert teams.unfurls == []
    thumbnail = {"contentType": "application/vnd.microsoft.card.thumbnail", "content": {}}
    preview = attached(a_card(version="1.3")) | {"preview": thumbnail}
    result = {"type": "result", "attachmentLayout": "list", "attachments": [preview]}
    app.says({"composeExtension": result})
    teams.link(anna, channel, "https://crm.example/leads/1")
    assert app.last["value"] == {"url": "https://crm.example/leads/1"}
    assert len(teams.unfurls) == 1
    result["attachments"] = [preview | attached(a_card(version="1.5"))]
    app.says({"composeExtension": result})
    with pytest.raises(AssertionError, match="version"):
        teams.link(anna, channel, "https://crm.example/leads/1", anonymous=True)
