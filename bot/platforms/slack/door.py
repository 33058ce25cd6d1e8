"""What the door does with a payload: who was it, what did they want, and what they get for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from time import perf_counter
from typing import TypeVar, assert_never

import structlog

from bot.faults import described
from bot.i18n import Voice
from bot.platforms.payload import Json
from bot.platforms.port import Unavailable
from bot.platforms.slack.answer import Answerer
from bot.platforms.slack.deed import Attached, Deed, Heard, Kind, ProfileChanged, Revoked, Suggest
from bot.platforms.slack.outside import LARGEST_FILE, NoAccess, TooLarge
from bot.platforms.slack.parse import read
from bot.platforms.slack.parts import Ack, Slack
from bot.platforms.slack.shapes import plain_text
from bot.platforms.slack.telling import Teller
from handlers.errors import Refused
from handlers.interaction import Correct, Reply, whisper
from handlers.people import Person, PersonId
from handlers.phrase import Phrase, say
from handlers.roster.model import Outsider, Why

LAST_RETRY = 3
"""After this repetition Slack gives an event up."""

COME_AGAIN = 503
PRESSED = frozenset({Kind.MESSAGE, Kind.WHISPER, Kind.MODAL})
"""One button each; what is written or sent in a form may take longer to answer."""

MOST_OPTIONS = 100
LONGEST_OPTION = 75

NOBODY = PersonId("")
"""Acts where the bot was taken into a channel by somebody whom we do not know."""

Given = TypeVar("Given")
log = structlog.get_logger()


class Door:
    """Answers payloads that are proven to be Slack's. Nothing it does raises."""

    def __init__(self, slack: Slack) -> None:
        """Answer with these parts."""
        self._slack = slack

    async def answer(self, payload: Json, *, retry: int) -> Ack:
        """Do what a payload says; `retry` is how often Slack has repeated it."""
        began = perf_counter()
        try:
            heard = read(payload, self._slack.us)
            return _together([await self._answered(one, retry) for one in heard])
        finally:
            self._slack.measured(perf_counter() - began)

    async def _answered(self, heard: Heard, retry: int) -> Ack:
        match heard:
            case Deed():
                return await self._deed(heard, retry)
            case ProfileChanged():
                return await self._look_again(heard, retry)
            case Revoked():
                self._slack.platform.fall("token_revoked")
                return Ack()
            case Suggest():
                return await self._suggested(heard)
            case _:
                assert_never(heard)

    async def _look_again(self, changed: ProfileChanged, retry: int) -> Ack:
        """Forget what we knew of somebody; who may have left the company must not be kept."""
        try:
            await self._slack.directory.forget(changed.user)
        except Exception as error:  # noqa: BLE001 - the boundary: log once, let Slack repeat it
            log.warning("slack-profile-kept", error=described(error))
            return Ack(status=COME_AGAIN) if retry < LAST_RETRY else Ack()
        return Ack()

    async def _suggested(self, asked: Suggest) -> Ack:
        try:
            options = await self._options(asked)
        except Exception as error:  # noqa: BLE001 - the boundary: an empty list does no harm
            log.warning("slack-no-suggestions", error=described(error))
            options = []
        return Ack(body={"options": options})

    async def _options(self, asked: Suggest) -> list[Json]:
        who = await self._slack.directory.actor(asked.user)
        if isinstance(who, Outsider):
            return []
        suggest = partial(self._slack.suggest, who.id, asked.form, asked.field, asked.typed)
        found = await self._in_thread(suggest)
        voice = voice_of(who)
        return [
            {"text": plain_text(voice.speak(one.label), LONGEST_OPTION), "value": one.value}
            for one in found[:MOST_OPTIONS]
        ]

    # ---- deeds

    async def _deed(self, deed: Deed, retry: int) -> Ack:
        voice = self._slack.voice
        try:
            who = await self._slack.directory.actor(deed.user) if deed.user else None
            if isinstance(who, Person):
                voice = voice_of(who)
                return await self._of_person(deed, who, retry)
            if deed.spot.kind is Kind.JOINED:
                return await self._settled(deed, NOBODY, voice)
            return Ack() if who is None else await self._turned_away(deed, who)
        except Exception as error:  # noqa: BLE001 - the boundary: log once, apologise
            return await self._failed(deed, voice, error, retry)

    async def _of_person(self, deed: Deed, person: Person, retry: int) -> Ack:
        voice = voice_of(person)
        if deed.is_shared and deed.spot.kind is Kind.SAID:
            return await self._told(deed, voice, whisper(say("slack-shared-channel")))
        try:
            whole = await self._with_files(deed) if deed.files else deed
        except Unavailable:
            if retry < LAST_RETRY:
                return Ack(status=COME_AGAIN)
            return await self._told(deed, voice, whisper(say("slack-file-late")))
        except Refused as refusal:
            return await self._told(deed, voice, whisper(refusal.phrase))
        return await self._with_picked(whole, person, voice)

    async def _with_picked(self, deed: Deed, person: Person, voice: Voice) -> Ack:
        """Say who was picked by our own ids; an outsider is refused beside the field."""
        picked = {
            name: await self._slack.directory.actor(user) for name, user in deed.picked.items()
        }
        refused = {name: one.sentence for name, one in picked.items() if isinstance(one, Outsider)}
        if refused:
            return await self._told(deed, voice, Correct(refused))
        ids = {name: str(one.id) for name, one in picked.items() if isinstance(one, Person)}
        return await self._settled(replace(deed, values={**deed.values, **ids}), person.id, voice)

    async def _settled(self, deed: Deed, person: PersonId, voice: Voice) -> Ack:
        """Let Leadloop do it and commit, and give what Slack gets for it."""
        asked = deed.asked(person)
        if deed.spot.message and self._slack.outside.may_reply(deed.spot.response_url):
            self._slack.replies.remember(deed.spot.message, deed.spot.response_url)
        if deed.spot.kind in PRESSED:
            reply = await self._slack.press(asked)
        else:
            reply = await self._in_thread(partial(self._slack.route, asked))
        return await Answerer(Teller(self._slack, deed, voice), asked).answered(reply)

    async def _turned_away(self, deed: Deed, outsider: Outsider) -> Ack:
        """Tell somebody kindly why there is nothing for them; bots are told nothing."""
        if outsider.reason is Why.BOT:
            return Ack()
        return await self._told(deed, self._slack.voice, whisper(outsider.sentence))

    async def _failed(self, deed: Deed, voice: Voice, error: Exception, retry: int) -> Ack:
        """Let Slack bring an event again, or apologise and log where it happened, not what was said."""
        again = deed.spot.comes_again and retry < LAST_RETRY and self._slack.is_passing(error)
        incident, kind = self._slack.new_id(), deed.spot.kind.value
        log.error("slack-deed-failed", incident=incident, kind=kind, error=described(error))
        if again:
            return Ack(status=COME_AGAIN)
        try:
            return await self._told(deed, voice, _sorry(incident))
        except Exception as worse:  # noqa: BLE001 - likewise: not even an apology gets through
            log.warning("slack-apology-failed", incident=incident, error=described(worse))
            return Ack()

    async def _told(self, deed: Deed, voice: Voice, reply: Reply) -> Ack:
        return await Answerer(Teller(self._slack, deed, voice)).answered(reply)

    # ---- files

    async def _with_files(self, deed: Deed) -> Deed:
        """Read the lists that came along; raises `Refused`, and `Unavailable` to be asked again."""
        contents = await asyncio.gather(*(self._content(file) for file in deed.files))
        lists = [
            await self._in_thread(partial(self._slack.read_list, file.name, content))
            for file, content in zip(deed.files, contents, strict=True)
        ]
        return replace(deed, text="\n".join([deed.text, *lists]).strip())

    async def _content(self, file: Attached) -> bytes:
        if file.size > LARGEST_FILE:
            raise Refused(_too_large())
        try:
            return await self._slack.outside.download(file.url)
        except NoAccess as error:
            raise Refused(say("slack-file-no-access")) from error
        except TooLarge as error:
            raise Refused(_too_large()) from error

    async def _in_thread(self, work: Callable[[], Given]) -> Given:
        return await asyncio.get_running_loop().run_in_executor(self._slack.threads, work)


def voice_of(person: Person) -> Voice:
    """Give the voice in which a person is spoken to."""
    return Voice(person.language, person.hours.zone)


def _together(acks: list[Ack]) -> Ack:
    """Answer once for all that one payload said."""
    if len(acks) == 1:
        return acks[0]
    status = max((ack.status for ack in acks), default=200)
    return Ack(status=status, after=tuple(errand for ack in acks for errand in ack.after))


def _sorry(incident: str) -> Reply:
    return whisper(say("slack-incident", incident=incident))


def _too_large() -> Phrase:
    return say("slack-file-too-large", limit=LARGEST_FILE // 1_000_000)
