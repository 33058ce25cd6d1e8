"""What the demo does with a press, a form, a sentence or a file, and what the browser gets back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import assert_never

from bot.i18n import Voice
from bot.lane import Press
from bot.platforms.demo.chat import Chat, Kept
from bot.platforms.demo.crm import CrmDesk
from bot.platforms.demo.live import Listeners
from bot.platforms.demo.parse import (
    Caller,
    People,
    addressed,
    conversation_of,
    question,
    sentence,
    voice_of,
    whose,
)
from bot.platforms.demo.render import render_card, render_form, render_said, render_upload
from handlers.commands import HOME_OPENED
from handlers.errors import Refused
from handlers.interaction import (
    Correct,
    Handler,
    Interaction,
    Nothing,
    Open,
    Reply,
    Show,
    Whisper,
    whisper,
)
from handlers.message import Card, Example
from handlers.people import Person, Place
from handlers.phrase import say
from handlers.work import NewId, Now

Wire = Mapping[str, object]
"""An answer on its way to the browser; ``kind`` says what it is."""
NOTHING: Wire = {"kind": "nothing"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Demo:
    """What the demo needs of the house; all but `people` and `now` is called in worker threads."""

    route: Handler
    press: Press
    """Answers a pressed button as `route` does, where that costs least."""
    chat: Chat
    listeners: Listeners
    people: Callable[[], People]
    """Everybody a visitor can be, in the side bar's order; asked often, so it must be cheap."""
    channels: Mapping[str, Voice]
    """The channels by their place's name, in the side bar's order, each with its voice."""
    read_list: Callable[[str, bytes], str]
    """Turns a file, by its name and content, into lines with a lead each, or raises `Refused`."""
    sample: Callable[[Person, Place], str]
    """A question that this person might ask here; empty where there is none."""
    sample_flag: Callable[[Person], str]
    """What this person might write to flag a lead of theirs; empty where they have none."""
    examples: Callable[[], Sequence[Example]]
    """What the gallery shows."""
    now: Now
    move_clock: Callable[[datetime], None]
    """Sets the demo's clock, always forward; returns when what became due has been started."""
    crm: CrmDesk
    """What stands in the demo's CRM."""
    new_id: NewId
    """Names incidents."""
    measured: Callable[[float], None]
    """Takes how many seconds an answer took."""

    def conversations(self, person: Person) -> tuple[str, ...]:
        """Give where somebody takes part: every channel, and their direct message with Leadloop."""
        return (*self.channels, Place.direct(person.id).name)

    def watched(self, person: Person) -> tuple[str, ...]:
        """Give where news are shown to somebody: their page is not read like a conversation."""
        return (*self.conversations(person), conversation_of(Place.home(person.id)))

    def voice_at(self, place: Place) -> Voice:
        """Give the voice in which cards are spoken in a conversation."""
        reader = whose(place)
        if reader is None:
            return self.channels[place.name]
        return voice_of(self.people()[reader])


def settled(demo: Demo, caller: Caller, asked: Interaction, message: int | None) -> Wire:
    """Let Leadloop answer, and draw the answer."""
    return drawn(demo, caller, demo.route(asked), message)


def said(demo: Demo, caller: Caller, text: str) -> Wire:
    """Post what somebody said, and let Leadloop answer where it is spoken to."""
    id = _post(demo, caller, title=text, html=render_said(text))
    if not addressed(text, caller):
        return NOTHING
    asked = sentence(text, caller)
    reply = demo.route(asked)
    if asked.name == HOME_OPENED and reply == Nothing():
        reply = whisper(say("demo-at-home"))
    return {**drawn(demo, caller, reply, None), "said": id}


def sent_file(demo: Demo, caller: Caller, text: str, file: Kept) -> Wire:
    """Post the file that somebody sent, and let Leadloop answer what is in it."""
    address = f"/demo/file/{demo.chat.keep(file)}"
    id = _post(demo, caller, title=file.name, html=render_upload(text, file.name, address))
    try:
        listed = demo.read_list(file.name, file.content)
        reply = demo.route(question(f"{text}\n{listed}", caller))
    except Refused as refusal:
        reply = whisper(refusal.phrase)
    return {**drawn(demo, caller, reply, None), "said": id}


def _post(demo: Demo, caller: Caller, *, title: str, html: str) -> int:
    id = demo.chat.append(
        caller.place.name,
        author=caller.person.id,
        at=demo.now(),
        title=title[:200],
        html=html,
        key=caller.once,
    )
    demo.chat.mark_seen(caller.person.id, caller.place.name, id)
    demo.listeners.wake()
    return id


def drawn(demo: Demo, caller: Caller, reply: Reply, message: int | None) -> Wire:
    """Draw an answer; `message` is the one whose button was pressed."""
    match reply:
        case Open():
            return {"kind": "open", "html": render_form(reply.form, caller.voice)}
        case Show():
            return {"kind": "show", "html": _shown(demo, caller, reply.card, message)}
        case Whisper():
            return {"kind": "whisper", "html": render_card(reply.card, caller.voice)}
        case Correct():
            spoken = {name: caller.voice.speak(phrase) for name, phrase in reply.errors.items()}
            return {"kind": "correct", "errors": spoken}
        case Nothing():
            return NOTHING
        case _:
            assert_never(reply)


def _shown(demo: Demo, caller: Caller, card: Card, message: int | None) -> str:
    """Put a card in place of the pressed message for everybody; a whisper is one person's alone."""
    if message is None or not demo.chat.holds(conversation_of(caller.place), message):
        return render_card(card, caller.voice)
    voice = demo.voice_at(caller.place)
    html = render_card(card, voice)
    if demo.chat.replace(message, title=voice.speak(card.title), html=html):
        demo.listeners.wake()
    return html
