"""Cards and forms to act on, and what people do in each place where one can act."""

from __future__ import annotations

from handlers.interaction import Interaction, Reply
from handlers.message import (
    Button,
    Buttons,
    Card,
    ChannelPick,
    Form,
    LongText,
    PersonPick,
    ShortText,
)
from handlers.phrase import verbatim
from tests.bot.platforms.teams.house import House
from tests.fakes.teams.people import Person as Member
from tests.fakes.teams.places import Conversation, Message
from tests.fakes.teams.screen import texts

BUTTONS = Buttons(
    (
        Button(label=verbatim("Press"), does="questions.answer", values=(("ask", "1"),)),
        Button(
            label=verbatim("Open"), does="questions.details", values=(("ask", "1"),), opens=True
        ),
    )
)
CARD = Card(verbatim("A card"), (BUTTONS,))
DONE = Card(verbatim("Well done"), (BUTTONS,))
FORM = Form(
    name="questions.detailed",
    title=verbatim("Tell more"),
    fields=(
        ShortText(name="reason", label=verbatim("Reason")),
        LongText(name="words", label=verbatim("Words"), required=False),
    ),
    submit=verbatim("Send"),
    keep=(("ask", "1"),),
)
PICK = Form(
    name="people.linked",
    title=verbatim("Who is it?"),
    fields=(PersonPick(name="who", label=verbatim("Person")),),
    submit=verbatim("Save"),
)
CHANNELS = Form(
    name="settings.channels-chosen",
    title=verbatim("Channels"),
    fields=(ChannelPick(name="sales", label=verbatim("Sales")),),
    submit=verbatim("Save"),
)


def replying(house: House, reply: Reply, route: str = "questions.answer") -> list[Interaction]:
    """Let a route answer so, and keep what it was asked."""
    asked: list[Interaction] = []

    def answer(one: Interaction) -> Reply:
        asked.append(one)
        return reply

    house.answers(route, answer)
    return asked


def in_channel(house: House, anna: Member, *, root: str = "") -> tuple[Conversation, Message]:
    channel = house.teams.channel("marketing", members=[anna])
    return channel, house.post(channel, CARD, root=root)


def in_direct(house: House, anna: Member) -> Message:
    return house.post(house.teams.personal(anna), CARD)


def said_to(house: House, anna: Member) -> str:
    """Everything that stands in somebody's chat, as the screen shows it."""
    house.rest()
    return "\n".join("\n".join(texts(one.card)) for one in house.teams.said_to(anna))


def dialog(house: House, anna: Member) -> str:
    """What the open dialog shows."""
    found = house.teams.dialog(anna)
    return "\n".join([found.title, *texts(found.card)]) if found else ""
