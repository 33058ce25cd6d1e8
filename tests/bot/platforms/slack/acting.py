"""A person in each place where one can act: a channel, a direct message, the home, a form."""

from __future__ import annotations

from handlers.interaction import Interaction, Open, Reply, Show
from handlers.message import Button, Buttons, Card, Form, PersonPick, ShortText
from handlers.people import Person
from handlers.phrase import verbatim
from handlers.roster.model import Outsider
from tests.bot.platforms.slack.house import House, until
from tests.fakes.slack.channels import Channel, Ephemeral, Message
from tests.fakes.slack.people import Member
from tests.fakes.slack.workspace import View

BUTTONS = Buttons(
    (Button(label=verbatim("Press"), does="questions.answer", values=(("ask", "1"),)),)
)
CARD = Card(verbatim("A card"), (BUTTONS,))
DONE = Card(verbatim("Well done"), (BUTTONS,))
FORM = Form(
    name="questions.detailed",
    title=verbatim("Tell more"),
    fields=(ShortText(name="reason", label=verbatim("Reason")),),
    submit=verbatim("Send"),
    keep=(("ask", "1"),),
)


def words(shown: Message | Ephemeral | View | None) -> str:
    assert shown is not None
    return str(shown.blocks)


def somebody(house: House, person: Person | Outsider | None = None) -> Member:
    return house.knows(house.slack.member("Anna Nowak"), person)


def replying(house: House, reply: Reply, route: str = "questions.answer") -> list[Interaction]:
    """Let a route answer so, and keep what it was asked."""
    asked: list[Interaction] = []

    def answer(one: Interaction) -> Reply:
        asked.append(one)
        return reply

    house.answers(route, answer)
    return asked


def in_channel(house: House, anna: Member, *, thread: str = "") -> tuple[Channel, Message]:
    channel = house.slack.channel("marketing", members=[anna])
    return channel, house.post(channel.id, CARD, thread=thread)


def in_direct(house: House, anna: Member) -> Message:
    return house.post(house.slack.direct(anna).id, CARD)


def at_home(house: House, anna: Member) -> View:
    replying(house, Show(CARD), "home.opened")
    house.slack.open_home(anna)
    until(lambda: house.slack.home(anna))
    view = house.slack.home(anna)
    assert view is not None
    return view


def in_form(house: House, anna: Member) -> View:
    """Open a form from a card in the direct message."""
    replying(house, Open(FORM))
    house.slack.press(anna, in_direct(house, anna), "Press")
    view = house.slack.modal(anna)
    assert view is not None
    return view


def open_pick(house: House, anna: Member) -> View:
    """Open a form in which somebody is picked."""
    form = Form(
        name="people.linked",
        title=verbatim("Who is it?"),
        fields=(PersonPick(name="who", label=verbatim("Person")),),
        submit=verbatim("Save"),
    )
    house.answers("questions.answer", lambda _: Open(form))
    house.slack.press(anna, house.post(house.slack.direct(anna).id, CARD), "Press")
    view = house.slack.modal(anna)
    assert view is not None
    return view
