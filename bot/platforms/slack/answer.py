"""What Slack gets for a reply: a form before the acknowledgement, words with it, the rest after it."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import assert_never

from bot.platforms.port import NotYet, Throttled, Unavailable, Unsure
from bot.platforms.slack.deed import DEEPEST_STACK, HOME, Kind, Spot
from bot.platforms.slack.errors import Declined
from bot.platforms.slack.parts import Ack
from bot.platforms.slack.render import render_card, render_form, render_notice
from bot.platforms.slack.telling import PLAINEST, Shape, Teller, body_of
from bot.platforms.slack.wire import Metadata
from handlers.interaction import Correct, Interaction, Nothing, Open, Reply, Show, Whisper
from handlers.message import Button, Buttons, Card, Form, Items
from handlers.phrase import Phrase, say

TRIGGER_LIVES = timedelta(seconds=2.5)
"""Slack opens a form within three seconds of the press."""

TOO_LATE = frozenset({"expired_trigger_id", "exchanged_trigger_id", "trigger_expired"})


@dataclass(frozen=True, slots=True)
class Answerer:
    """Turns the reply to one deed into what Slack gets."""

    tell: Teller
    asked: Interaction | None = None
    """What the heart was asked; nothing where it was not asked at all."""

    @property
    def spot(self) -> Spot:
        """Where it was done."""
        return self.tell.deed.spot

    async def answered(self, reply: Reply) -> Ack:
        """Give what Slack gets; what it refuses is a `Declined`."""
        match reply:
            case Open():
                return await self._opened(reply.form)
            case Show():
                return await self._shown(reply.card)
            case Whisper():
                return await self._whispered(reply.card)
            case Correct():
                return await self._corrected(reply.errors)
            case Nothing():
                return self._done()
            case _:
                assert_never(reply)

    # ---- forms

    async def _opened(self, form: Form) -> Ack:
        """Show a form; to who only wrote something, offer a button that opens it."""
        if self.spot.kind is Kind.SAID and self.asked:
            return self._offered(form, self.asked)
        place = self.asked.place.name if self.asked else ""
        message = "" if self.spot.kind is Kind.WHISPER else self.spot.message
        metadata = Metadata(place=place, message=message)
        ack = await self._put(render_form(form, self.tell.voice, metadata=metadata))
        if ack is not None:
            return ack
        return Ack(after=(self.tell.whispered(Card(say("slack-too-late"), ())),))

    def _offered(self, form: Form, asked: Interaction) -> Ack:
        carried = tuple(asked.values.items())
        button = Button(label=say("slack-open-form"), does=asked.name, values=carried, opens=True)
        return Ack(after=(self.tell.whispered(Card(form.title, (Buttons((button,)),))),))

    async def _put(self, view: Shape, *, over: bool = False) -> Ack | None:
        """Show a view to the person, on top of the others or over the last; nothing if too late."""
        on_top = self.spot.depth < DEEPEST_STACK and not over
        if self.spot.kind is Kind.SENT:
            return Ack(body={"response_action": "push" if on_top else "update", "view": view})
        try:
            async with asyncio.timeout(TRIGGER_LIVES.total_seconds()):
                await self._call_up(view, on_top=on_top)
        except (TimeoutError, Throttled, NotYet, Unavailable, Unsure):
            return None
        except Declined as refusal:
            if refusal.code not in TOO_LATE:
                raise
            return None
        return Ack()

    async def _call_up(self, view: Shape, *, on_top: bool) -> None:
        calls, spot = self.tell.slack.platform.calls, self.spot
        if spot.kind is not Kind.MODAL:
            await calls.do("views.open", trigger_id=spot.trigger, view=view)
        elif on_top:
            await calls.do("views.push", trigger_id=spot.trigger, view=view)
        else:
            await calls.do("views.update", view_id=spot.view, view=view)

    async def _corrected(self, errors: Mapping[str, Phrase]) -> Ack:
        """Put sentences beside fields; those for which there is no field are told, too."""
        speak = self.tell.voice.speak
        inputs = self.spot.inputs
        beside = {name: speak(phrase) for name, phrase in errors.items() if name in inputs}
        others = [phrase for name, phrase in errors.items() if name not in inputs]
        if self.spot.kind is not Kind.SENT or not beside:
            return await self._whispered(_listed(list(errors.values())))
        if others:
            first = next(iter(beside))
            beside[first] = " ".join([beside[first], *map(speak, others)])
        return Ack(body={"response_action": "errors", "errors": beside})

    # ---- cards

    async def _whispered(self, card: Card) -> Ack:
        spot = self.spot
        match spot.kind:
            case Kind.LINK | Kind.JOINED:
                return Ack()
            case Kind.COMMAND:
                return Ack(body=self._in_reply(card))
            case Kind.HOME if not spot.trigger:
                return Ack(after=(self.tell.published(card),))
            case Kind.SENT | Kind.MODAL | Kind.HOME:
                return await self._noticed(card)
            case Kind.SHORTCUT if not spot.response_url:
                return await self._noticed(card)
            case _:
                return Ack(after=(self.tell.whispered(card),))

    async def _shown(self, card: Card) -> Ack:
        spot, tell = self.spot, self.tell
        match spot.kind:
            case Kind.MESSAGE if spot.message:
                return Ack(after=(tell.updated(card),))
            case Kind.WHISPER:
                return Ack(after=(tell.replaced(card),))
            case Kind.HOME:
                return Ack(after=(tell.published(card),))
            case Kind.MODAL:
                return await self._noticed(card, over=True)
            case Kind.SENT if spot.message:
                return Ack(body=self._closing(), after=(tell.updated(card),))
            case Kind.SENT if tell.deed.place == HOME:
                return Ack(body=self._closing(), after=(tell.published(card),))
            case Kind.LINK if spot.preview:
                return Ack(after=(tell.unfolded(spot.preview, card),))
            case _:
                return await self._whispered(card)

    async def _noticed(self, card: Card, *, over: bool = False) -> Ack:
        """Tell something in a view; going back from it leads to the form, closing it to the chat."""
        notice = {**render_notice(card, self.tell.voice), "clear_on_close": True}
        ack = await self._put(notice, over=over)
        return ack or Ack(after=(self.tell.to_themselves(card),))

    def _in_reply(self, card: Card) -> Shape:
        drawn = render_card(card, self.tell.voice, PLAINEST)
        return {"response_type": "ephemeral", **body_of(drawn)}

    def _done(self) -> Ack:
        """Say nothing, but where an answer to come is to be found."""
        spot, where = self.spot, self._where_to_look()
        if spot.kind is Kind.SENT:
            return Ack(body=self._closing())
        if where is None:
            return Ack()
        told = Card(where, ())
        if spot.kind is Kind.COMMAND:
            return Ack(body=self._in_reply(told))
        can_tell = spot.response_url or spot.kind is Kind.SAID
        return Ack(after=(self.tell.whispered(told),)) if can_tell else Ack()

    def _where_to_look(self) -> Phrase | None:
        """Tell where an answer stands that does not come where it was asked for."""
        match self.tell.deed.does, self.spot.kind:
            case "said" | "agenda.show", Kind.COMMAND | Kind.SHORTCUT:
                return say("slack-in-direct")
            case "home.opened", Kind.COMMAND | Kind.SAID:
                return say("slack-at-home")
            case _:
                return None

    def _closing(self) -> Shape:
        """Close every view: Slack by itself closes only the one that was sent."""
        return {"response_action": "clear"} if self.spot.depth > 1 else {}


def _listed(phrases: list[Phrase]) -> Card:
    if len(phrases) == 1:
        return Card(phrases[0], ())
    return Card(say("slack-please-correct"), (Items(tuple(phrases)),))
