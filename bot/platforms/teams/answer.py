"""What Teams gets for a reply: a card, a sentence or a dialog at once, and the rest after it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from bot.platforms.errands import Errand
from bot.platforms.payload import Json
from bot.platforms.teams.deed import DIALOGS, Deed, Kind, Sent, Spot
from bot.platforms.teams.fields import Filled
from bot.platforms.teams.invokes import dialog, put, sentence, told, unfolded
from bot.platforms.teams.parts import Ack
from bot.platforms.teams.render import (
    dialog_title,
    render_card,
    render_form,
    render_notice,
    render_preview,
)
from bot.platforms.teams.seals import Seal
from bot.platforms.teams.telling import Teller
from bot.platforms.teams.wire import Metadata
from handlers.interaction import Correct, Interaction, Nothing, Open, Reply, Show, Whisper
from handlers.message import Button, Buttons, Card, ChannelPick, Form, Items
from handlers.phrase import Phrase, say

LONGEST_TOLD = 300
"""Letters of what stands beside a pressed card; what is longer goes to the person's chat."""


@dataclass(frozen=True, slots=True)
class Answerer:
    """Turns the reply to one deed into what Teams gets."""

    tell: Teller
    deed: Deed
    asked: Interaction | None = None
    """What the heart was asked; nothing where it was not asked at all."""

    @property
    def spot(self) -> Spot:
        """Where it was done."""
        return self.deed.spot

    async def answered(self, reply: Reply) -> Ack:
        """Give what Teams gets."""
        match reply:
            case Open():
                return await self._opened(reply.form)
            case Show():
                return await self._shown(reply.card)
            case Whisper():
                return self._whispered(reply.card)
            case Correct():
                return await self._corrected(reply.errors)
            case Nothing():
                return self._done_before() if reply.again else self._done()
            case _:
                assert_never(reply)

    # ---- dialogs

    async def _opened(self, form: Form) -> Ack:
        """Show a form in a dialog; elsewhere offer a button that opens one."""
        if self.spot.kind not in DIALOGS:
            return self._offered(form)
        return await self._form(form)

    def _offered(self, form: Form) -> Ack:
        if self.spot.kind in {Kind.LINK, Kind.JOINED} or self.asked is None:
            return self._done()
        button = Button(
            label=say("teams-open-form"),
            does=self.asked.name,
            values=tuple(self.asked.values.items()),
            opens=True,
        )
        return self._sent_home(Card(form.title, (Buttons((button,)),)))

    async def _form(
        self,
        form: Form,
        *,
        errors: Mapping[str, Phrase] | None = None,
        given: Mapping[str, str] | None = None,
    ) -> Ack:
        """Show a form, and remember it: Teams sends back what was typed and nothing of the form."""
        teams, voice = self.tell.teams, self.tell.voice
        place = self.asked.place.name if self.asked else ""
        metadata = Metadata(place=place, message=self.spot.message)
        sent = Sent(name=form.name, keep=tuple(sorted(form.keep)))
        teams.forms.keep((self.tell.sender.object_id, sent), form)
        picks = any(isinstance(field, ChannelPick) for field in form.fields)
        channels = await self.tell.in_thread(teams.channels) if picks else ()
        filled_in = Filled(given=given, errors=errors or {}, channels=channels)
        card = render_form(form, voice, metadata=metadata, seal=self._seal, filled_in=filled_in)
        return Ack(body=dialog(dialog_title(form.title, voice), card))

    async def _corrected(self, errors: Mapping[str, Phrase]) -> Ack:
        """Show the same form again, with sentences beside its fields and all that was typed."""
        sent = self.spot.form
        if sent is None:
            return self._whispered(_listed(list(errors.values())))
        form = self.tell.teams.forms.get((self.tell.sender.object_id, sent))
        if form is None:
            return self._noticed(_listed([*errors.values(), say("teams-form-closed")]))
        return await self._form(form, errors=errors, given=self.deed.values)

    def _noticed(self, card: Card, *after: Errand) -> Ack:
        voice = self.tell.voice
        shown = render_notice(card, voice, seal=self._seal)
        return Ack(body=dialog(dialog_title(card.title, voice), shown), after=after)

    # ---- cards

    def _whispered(self, card: Card) -> Ack:
        match self.spot.kind:
            case Kind.LINK:
                return Ack()
            case Kind.JOINED if not self.spot.is_direct:
                return Ack()
            case Kind.SAID | Kind.SUBMITTED | Kind.JOINED:
                return Ack(after=self.tell.whispered(card))
            case Kind.EXECUTED:
                return self._told(card)
            case Kind.OPENED | Kind.SENT | Kind.ACTION:
                return (
                    Ack(body=sentence(self._spoken(card)))
                    if _is_short(card)
                    else self._noticed(card)
                )
            case _:
                assert_never(self.spot.kind)

    def _told(self, card: Card) -> Ack:
        """Tell somebody beside the card they pressed, or in their chat what does not fit there."""
        words = self._spoken(card)
        if _is_short(card) and len(words) <= LONGEST_TOLD:
            return Ack(body=told(words))
        return self._sent_home(card)

    def _sent_home(self, card: Card) -> Ack:
        """Send a card to the person's chat, and say so where they do not see it come."""
        after = self.tell.whispered(card)
        if self.spot.kind is not Kind.EXECUTED:
            return Ack(after=after)
        seen = self.spot.is_direct
        return Ack(body=told("" if seen else self._say("teams-in-direct")), after=after)

    async def _shown(self, card: Card) -> Ack:
        spot = self.spot
        match spot.kind:
            case Kind.EXECUTED:
                drawn = render_card(card, await self.tell.voice_here(), seal=self._seal)
                after = self.tell.updated(card) if spot.message else ()
                return Ack(body=put(drawn.content), after=after)
            case Kind.SUBMITTED if spot.message:
                return Ack(after=self.tell.updated(card))
            case Kind.SENT if spot.message:
                return Ack(after=self.tell.updated(card))
            case Kind.OPENED if spot.message:
                told = sentence(self._say("teams-done"))
                return Ack(body=told, after=self.tell.updated(card))
            case Kind.OPENED | Kind.SENT | Kind.ACTION:
                return self._noticed(card)
            case Kind.LINK:
                return self._unfolded()
            case _:
                return self._whispered(card)

    def _unfolded(self) -> Ack:
        """Tell that a link is to a lead, and no more: Teams shows the same to whoever sends it."""
        voice = self.tell.teams.voice
        neutral = Card(say("teams-unfurl-neutral"), ())
        drawn = render_preview(neutral, voice)
        return Ack(body=unfolded(voice.speak(neutral.title), drawn.content))

    def _done(self) -> Ack:
        """Say nothing, but where an answer to come is to be found."""
        match self.spot.kind:
            case Kind.EXECUTED:
                return Ack(body=told(""))
            case Kind.ACTION if self.deed.does == "said":
                return Ack(body=sentence(self._say("teams-in-direct")))
            case Kind.OPENED | Kind.ACTION:
                return Ack(body=sentence(self._say("teams-done")))
            case _:
                return Ack()

    def _done_before(self) -> Ack:
        """Say to who presses a button once more that it was done; a repeat of Teams' own is no press."""
        if not self.deed.nonce:
            return self._done()
        return self._whispered(Card(say("teams-done-before"), ()))

    @property
    def _seal(self) -> Seal:
        """Seal what is shown to this person alone, where they are."""
        return self.tell.teams.seals.at(self.spot.room, self.tell.sender.object_id)

    def _spoken(self, card: Card) -> str:
        return self.tell.voice.speak(card.title)

    def _say(self, key: str) -> str:
        return self.tell.voice.speak(say(key))


def nothing_for(kind: Kind) -> Json | None:
    """Give the answer that changes nothing, where Teams wants more than none."""
    return told("") if kind is Kind.EXECUTED else None


def _is_short(card: Card) -> bool:
    return not card.blocks


def _listed(phrases: list[Phrase]) -> Card:
    if len(phrases) == 1:
        return Card(phrases[0], ())
    return Card(say("teams-please-correct"), (Items(tuple(phrases)),))
