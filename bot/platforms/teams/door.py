"""What the door does with an activity: who was it, what did they want, and what they get for it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from time import perf_counter
from typing import TypeVar, assert_never

import structlog

from bot.faults import described
from bot.i18n import Voice
from bot.platforms.payload import Json, text
from bot.platforms.port import NotYet, Throttled, Unavailable, Undeliverable, Unsure
from bot.platforms.teams.activities import JOINED, reference, said_at
from bot.platforms.teams.answer import Answerer, nothing_for
from bot.platforms.teams.deed import Attached, Consent, Deed, Heard, Kind, Left, Parted
from bot.platforms.teams.outside import LARGEST_FILE, NoAccess, TooLarge
from bot.platforms.teams.parse import read
from bot.platforms.teams.parts import Ack, Teams
from bot.platforms.teams.recent import Recent
from bot.platforms.teams.telling import Teller
from handlers.commands import ASK, FLAG, HELP, HOME_OPENED, SETTINGS
from handlers.errors import Refused
from handlers.interaction import Correct, Interaction, Reply, Whisper, whisper
from handlers.message import Button, Buttons, Card, Items, Tone
from handlers.parcel import Conversation
from handlers.people import Person, PersonId
from handlers.phrase import say
from handlers.questions.notices import command_lines
from handlers.roster.model import Outsider, Why

OLDEST = timedelta(minutes=10)
"""What is older was sent in vain for so long that nobody waits for it any more."""

ALWAYS_NEWS = frozenset({"installationUpdate", "conversationUpdate"})
"""Where we were taken in or out is so, however late we hear of it."""

TIME_TO_CHECK = timedelta(seconds=1.5)
"""For a look at who reads a channel; whatever is sent there is preceded by another."""

REMEMBERED = timedelta(minutes=10)

MET_HOLDS = timedelta(minutes=1)
"""How long a press need not be noted as news of its conversation; a block is over that much later."""

BUTTONS = frozenset({Kind.EXECUTED, Kind.SUBMITTED})
"""One button each; what is written or sent in a form may take longer to answer."""

PRESSED = BUTTONS | {Kind.OPENED, Kind.SENT}

NOBODY = PersonId("")
"""Acts where the bot was taken into a channel by somebody whom we do not know."""

Given = TypeVar("Given")
log = structlog.get_logger()


class Door:
    """Answers activities that have passed the gate. Nothing it does raises."""

    def __init__(self, teams: Teams) -> None:
        """Answer with these parts."""
        self._teams = teams
        self._before = Recent[str, Ack](REMEMBERED, now=teams.now)
        self._met = Recent[str, Conversation](MET_HOLDS, now=teams.now)

    async def answer(self, activity: Json) -> Ack:
        """Do what an activity says."""
        began = perf_counter()
        try:
            heard = None if self._is_stale(activity) else read(activity, self._teams.seals)
            return Ack() if heard is None else await self._answered(heard, activity)
        finally:
            self._teams.measured(perf_counter() - began)

    def _is_stale(self, activity: Json) -> bool:
        at = said_at(activity)
        is_old = at is not None and self._teams.now() - at > OLDEST
        return is_old and text(activity, "type") not in ALWAYS_NEWS

    async def _answered(self, heard: Heard, activity: Json) -> Ack:
        match heard:
            case Deed() | Consent():
                return await self._once(heard, activity)
            case Left():
                gone = partial(self._teams.gone, heard.address)
                return await self._noted(self._in_thread(gone))
            case Parted():
                return await self._noted(self._forgotten(heard.people))
            case _:
                assert_never(heard)

    async def _noted(self, work: Awaitable[None]) -> Ack:
        """Take note of a change nobody waits for an answer to."""
        try:
            await work
        except Exception as error:  # noqa: BLE001 - the boundary: log once; sending finds out, too
            log.warning("teams-change-lost", error=described(error))
        return Ack()

    async def _forgotten(self, people: Sequence[str]) -> None:
        for person in people:
            await self._teams.directory.forget(person)

    # ---- deeds

    async def _once(self, heard: Deed | Consent, activity: Json) -> Ack:
        """Answer a repeat as it was answered before, and do nothing more for it."""
        key = f"{heard.sender.member}:{heard.once}"
        before = self._before.get(key)
        if before is not None:
            return Ack(body=before.body)
        voice = self._teams.voice
        try:
            if await self._seen(heard, activity):
                return Ack()
            who = await self._teams.directory.actor(heard.sender)
            voice = voice_of(who) if isinstance(who, Person) else voice
            ack = await self._done(heard, who, voice)
        except Exception as error:  # noqa: BLE001 - the boundary: log once, apologise
            return await self._failed(heard, voice, error)
        self._before.keep(key, ack)
        return ack

    async def _seen(self, heard: Deed | Consent, activity: Json) -> bool:
        """Keep where to speak to whoever this came from; tell if it was for nothing but this.

        Where we were added for somebody to whom we speak already, it was by ourselves: no hello.
        """
        here = reference(activity)
        is_pressed = heard.spot.kind in PRESSED
        if here is None or (is_pressed and self._met.get(here.address) == here):
            return False
        is_hello = heard.spot.kind is Kind.JOINED and heard.spot.is_direct
        known = is_hello and await self._in_thread(partial(self._teams.knows, here.address))
        await self._in_thread(partial(self._teams.saw, here))
        self._met.keep(here.address, here)
        return known

    async def _done(self, heard: Deed | Consent, who: Person | Outsider, voice: Voice) -> Ack:
        if isinstance(heard, Consent):
            return Ack() if isinstance(who, Outsider) else self._consented(heard, voice)
        if isinstance(who, Person):
            return await self._of_person(heard, who, voice)
        if heard.spot.kind is Kind.JOINED and heard.does == JOINED:
            return await self._settled(heard, NOBODY, voice)
        if who.reason is Why.BOT:
            return Ack()
        return await self._told(heard, voice, whisper(who.sentence))

    async def _of_person(self, deed: Deed, person: Person, voice: Voice) -> Ack:
        if deed.does == HELP:
            return await self._told(deed, voice, Whisper(help_card()))
        if deed.spot.kind is Kind.SAID and not await self._is_ours_alone(deed):
            return await self._told(deed, voice, whisper(say("teams-shared-channel")))
        try:
            whole = await self._with_files(deed) if deed.files else deed
        except Unavailable:
            return await self._told(deed, voice, whisper(say("teams-file-late")))
        except Refused as refusal:
            return await self._told(deed, voice, whisper(refusal.phrase))
        return await self._with_picked(whole, person, voice)

    async def _is_ours_alone(self, deed: Deed) -> bool:
        """Tell whether only our people read here; where it cannot be seen now, sending looks again."""
        if deed.spot.is_direct:
            return True
        try:
            async with asyncio.timeout(TIME_TO_CHECK.total_seconds()):
                await self._teams.platform.check(deed.spot.conversation)
        except Undeliverable:
            return False
        except (TimeoutError, NotYet, Throttled, Unavailable, Unsure) as trouble:
            log.warning("teams-readers-unchecked", error=described(trouble))
        return True

    async def _with_picked(self, deed: Deed, person: Person, voice: Voice) -> Ack:
        """Say who was picked by our own ids; an outsider is refused beside the field."""
        picked = {name: await self._teams.directory.picked(id) for name, id in deed.picked.items()}
        refused = {name: one.sentence for name, one in picked.items() if isinstance(one, Outsider)}
        if refused:
            return await self._told(deed, voice, Correct(refused), deed.asked(person.id))
        ids = {name: str(one.id) for name, one in picked.items() if isinstance(one, Person)}
        return await self._settled(replace(deed, values={**deed.values, **ids}), person.id, voice)

    async def _settled(self, deed: Deed, person: PersonId, voice: Voice) -> Ack:
        """Let Leadloop do it and commit, and give what Teams gets for it."""
        asked = deed.asked(person)
        if deed.spot.kind in BUTTONS:
            reply = await self._teams.press(asked)
        else:
            reply = await self._in_thread(partial(self._teams.route, asked))
        return await self._told(deed, voice, reply, asked)

    def _consented(self, consent: Consent, voice: Voice) -> Ack:
        tell = Teller(self._teams, consent.sender, consent.spot, voice)
        if consent.takes or not consent.file:
            return Ack(after=(tell.fetched(consent),))
        kind_word = Card(say("teams-file-declined"), ())
        return Ack(after=(tell.dropped(consent), *tell.whispered(kind_word)))

    async def _failed(self, heard: Deed | Consent, voice: Voice, error: Exception) -> Ack:
        """Apologise, and log where it happened, not what was said."""
        incident, kind = self._teams.new_id(), heard.spot.kind.value
        log.error("teams-deed-failed", incident=incident, kind=kind, error=described(error))
        if isinstance(heard, Consent):
            return Ack()
        try:
            return await self._told(heard, voice, whisper(say("teams-incident", incident=incident)))
        except Exception as worse:  # noqa: BLE001 - likewise: not even an apology gets through
            log.warning("teams-apology-failed", incident=incident, error=described(worse))
            return Ack(body=nothing_for(heard.spot.kind))

    async def _told(
        self, deed: Deed, voice: Voice, reply: Reply, asked: Interaction | None = None
    ) -> Ack:
        tell = Teller(self._teams, deed.sender, deed.spot, voice)
        return await Answerer(tell, deed, asked).answered(reply)

    # ---- files

    async def _with_files(self, deed: Deed) -> Deed:
        """Read the lists that came along; raises `Refused`, and `Unavailable` for one that is late."""
        contents = await asyncio.gather(*(self._content(file) for file in deed.files))
        lists = [
            await self._in_thread(partial(self._teams.read_list, file.name, content))
            for file, content in zip(deed.files, contents, strict=True)
        ]
        return replace(deed, text="\n".join([deed.text, *lists]).strip())

    async def _content(self, file: Attached) -> bytes:
        try:
            return await self._teams.outside.download(file.url)
        except NoAccess as error:
            raise Refused(say("teams-file-no-access")) from error
        except TooLarge as error:
            limit = LARGEST_FILE // 1_000_000
            raise Refused(say("teams-file-too-large", limit=limit)) from error

    async def _in_thread(self, work: Callable[[], Given]) -> Given:
        return await asyncio.get_running_loop().run_in_executor(self._teams.threads, work)


def voice_of(person: Person) -> Voice:
    """Give the voice in which a person is spoken to."""
    return Voice(person.language, person.hours.zone)


def help_card() -> Card:
    """Tell what can be asked, with a way to each."""
    ways = Buttons(
        (
            Button(label=say("teams-help-ask"), does=ASK, opens=True, tone=Tone.PRIMARY),
            Button(label=say("teams-help-flag"), does=FLAG, opens=True),
            Button(label=say("teams-help-home"), does=HOME_OPENED),
            Button(label=say("teams-help-settings"), does=SETTINGS, opens=True),
        )
    )
    asking = (say("teams-help-paste"), say("teams-help-file"), say("teams-help-channel"))
    return Card(say("teams-help-title"), (Items((*asking, *command_lines())), ways))
