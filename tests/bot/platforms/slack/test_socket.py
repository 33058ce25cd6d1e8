"""The same through Socket Mode, over a real websocket: nothing is lost when it closes."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator

import pytest

from handlers.interaction import Correct, Interaction, Nothing, Open, Reply, Show, whisper
from handlers.message import Button, Buttons, Card, Form, ShortText
from handlers.people import Place
from handlers.phrase import verbatim
from tests.bot.platforms.slack.house import House, Passing, maya, opened, until
from tests.fakes.slack.door import SOCKET
from tests.fakes.slack.fake import FakeSlack
from tests.fakes.slack.faults import broken

CARD = Card(
    verbatim("A card"),
    (Buttons((Button(label=verbatim("Press"), does="questions.answer", values=(("ask", "1"),)),)),),
)


@pytest.fixture
def house(slack: FakeSlack) -> Iterator[House]:
    """The door in Socket Mode."""
    with opened(slack, over=SOCKET) as one:
        yield one


def test_every_kind_of_deed_comes_through_the_socket(house: House) -> None:
    slack, anna = house.slack, house.knows(house.slack.member("Anna Nowak"))
    channel = slack.channel("marketing", members=[anna])
    message = house.post(channel.id, CARD)
    house.answers("questions.answer", lambda _: Show(Card(verbatim("Well done"), ())))
    house.answers("settings.mine", lambda _: whisper(verbatim("Your settings")))
    slack.say(anna, channel, "@leadloop L-1")
    slack.press(anna, message, "Press")
    slack.command(anna, "settings", channel)
    slack.open_home(anna)
    assert house.asked == ["said", "questions.answer", "settings.mine", "home.opened"]
    assert house.leadloop.asked[0].place == Place.at("slack", slack.messages[-1].reference)
    assert "Your settings" in str(slack.whispers(anna)[0].blocks)
    until(lambda: "Well done" in str(message.blocks))


def test_a_form_and_its_corrections_come_through_the_socket(house: House) -> None:
    slack, anna = house.slack, house.knows(house.slack.member("Anna Nowak"))
    form = Form(
        name="questions.detailed",
        title=verbatim("Tell more"),
        fields=(ShortText(name="reason", label=verbatim("Reason")),),
        submit=verbatim("Send"),
    )
    house.answers("questions.ask", lambda _: Open(form))
    slack.shortcut(anna, "ask_about_leads")
    house.answers("questions.detailed", lambda _: Correct({"reason": verbatim("Say more.")}))
    slack.submit(anna, {"reason": "x"})
    view = slack.modal(anna)
    assert view is not None
    assert view.errors == {"reason": "Say more."}
    house.answers("questions.detailed", lambda _: Nothing())
    slack.submit(anna, {"reason": "because"})
    assert slack.modal(anna) is None


def test_an_event_comes_again_while_the_database_is_out_of_reach(house: House) -> None:
    slack, anna = house.slack, house.knows(house.slack.member("Anna Nowak"))
    fails = [True]

    def answer(_: Interaction) -> Reply:
        if fails:
            fails.clear()
            raise Passing
        return Nothing()

    house.answers("said", answer)
    slack.patience = 0.5
    reply = slack.write(anna, "L-1")
    assert reply is not None
    assert reply.status == 0
    assert slack.redeliver(reply).status == 200
    assert house.asked == ["said"]


def test_an_envelope_sent_twice_has_one_effect(house: House) -> None:
    anna = house.knows(house.slack.member("Anna Nowak"))
    house.slack.write(anna, "L-1")
    assert house.slack.redeliver().status == 200
    assert house.asked == ["said"]


def test_odd_envelopes_are_taken_without_effect(house: House) -> None:
    for inner in ({"type": "of_the_future"}, {"type": None}, {}):
        assert house.slack.happen(inner).status == 200
    assert house.asked == []


def test_two_connections_are_held_and_lost_ones_come_back(house: House) -> None:
    slack, anna = house.slack, house.knows(house.slack.member("Anna Nowak"))
    until(lambda: len(slack.socket.connections) == 2)
    gone = list(slack.socket.connections)
    slack.socket.disconnect()
    until(lambda: len([one for one in slack.socket.connections if one not in gone]) == 2)
    slack.write(anna, "L-1")
    assert house.asked == ["said"]


def test_what_is_under_way_is_acknowledged_before_the_process_ends(slack: FakeSlack) -> None:
    working, stopping, replies = threading.Event(), threading.Event(), []

    def answer(_: Interaction) -> Reply:
        working.set()
        stopping.wait(10)
        return Nothing()

    with opened(slack, over=SOCKET) as house:
        anna = house.knows(slack.member("Anna Nowak"), maya())
        house.answers("said", answer)
        writing = threading.Thread(target=lambda: replies.append(slack.write(anna, "L-1")))
        writing.start()
        working.wait(10)
        threading.Timer(0.5, stopping.set).start()
    writing.join(10)
    [reply] = replies
    assert reply is not None
    assert reply.status == 200


@pytest.mark.slow
def test_without_slack_the_door_is_not_ready_until_it_is_back(slack: FakeSlack) -> None:
    with opened(slack, over=SOCKET) as house:
        assert house.socket is not None
        socket = house.socket
        slack.faults.always("apps.connections.open", broken())
        slack.socket.drop()
        until(lambda: not socket.holds())
        slack.faults.clear()
        until(socket.holds)


def test_a_wrong_app_token_is_never_ready_and_never_written_down(
    slack: FakeSlack, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    slack.app_token = "xapp-another"
    with caplog.at_level(logging.DEBUG), opened(slack, over=SOCKET, wait=False) as house:
        until(lambda: slack.calls_of("apps.connections.open"))
        assert house.socket is not None
        assert not house.socket.holds()
    told = capsys.readouterr()
    assert "xapp-" not in told.out + told.err + caplog.text
