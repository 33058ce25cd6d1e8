"""What administrators decide: which channels are the teams', and what is sent once more."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from handlers.errors import Refused, Stale
from handlers.filled import Wrong, one_of
from handlers.interaction import (
    Correct,
    Interaction,
    Nothing,
    Open,
    Reply,
    Routes,
    Show,
    whisper,
)
from handlers.message import Block
from handlers.parcel import Destination
from handlers.people import Language, Person, Place, Role, Side
from handlers.phrase import Phrase, say
from handlers.settings.cards import (
    SIDES,
    administration_part,
    hello_card,
    undelivered_part,
)
from handlers.settings.choices import language_options, zone_options
from handlers.settings.forms import channels_form
from handlers.settings.work import Look, OpenWork, SettingsWork
from handlers.work import Now, home_view

MOST_REASONS = 3
"""Messages that were given up which the page names."""

LONGEST_ADDRESS = 255

_PLATFORM = re.compile("[a-z]{1,16}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Administration:
    """The settings of the company, for administrators alone."""

    open_work: OpenWork
    look: Look
    now: Now
    usual: Destination
    """How a channel is spoken to that nobody has decided anything about; its address is nobody's."""

    def routes(self) -> Routes:
        """Tell which interactions are answered here."""
        return {
            "settings.channels": self.open_channels,
            "settings.channels-saved": self.save_channels,
            "settings.take-channel": self.take_channel,
            "settings.retry": self.retry,
            "channels.joined": self.say_hello,
        }

    def part(self, work: SettingsWork, person: Person) -> tuple[Block, ...]:
        """Show an administrator, and nobody else, what needs their hand."""
        if person.role is not Role.ADMINISTRATOR:
            return ()
        newest = work.undelivered.newest(MOST_REASONS)
        people = work.people.by_ids({who for one in newest if (who := one.person) is not None})
        undelivered = undelivered_part(work.undelivered.count(), newest, people)
        return administration_part(work.switchboard.channels(), undelivered)

    def open_channels(self, asked: Interaction) -> Reply:
        """Open the form with the channels as they are."""
        with self.look() as work:
            _check(work, asked)
            return Open(channels_form(work.switchboard.channels(), self.usual, self.now()))

    def save_channels(self, asked: Interaction) -> Reply:
        """Keep where each side is spoken to, and how."""
        with self.open_work(asked.id) as work:
            _check(work, asked)
            wrong = Wrong()
            known = work.switchboard.channels()
            wanted = {side: self._read(side, known.get(side), asked, wrong) for side in SIDES}
            _refuse_one_for_both(wanted, wrong)
            if wrong.errors:
                return Correct(wrong.errors)
            for side, to in wanted.items():
                if to is not None:
                    work.switchboard.connect(side, to)
            work.outbox.refresh(home_view(asked.actor))
            work.commit()
        return _told(asked, say("settings-channels-saved"))

    def _read(
        self, side: Side, known: Destination | None, asked: Interaction, wrong: Wrong
    ) -> Destination | None:
        """Read a side's channel; left blank it stays as it is."""
        zones = zone_options((known or self.usual).zone, self.now())
        language = one_of(language_options(), asked.values, f"{side}-language", wrong)
        zone = one_of(zones, asked.values, f"{side}-zone", wrong)
        picked = asked.values.get(side.value, "")
        to = _picked(picked) if picked else known
        if picked and to is None:
            wrong.note(side.value, say("settings-channel-unreadable"))
        if to is None or wrong.errors:
            return None
        return replace(to, language=Language(language), zone=zone)

    def retry(self, asked: Interaction) -> Reply:
        """Send once more what could not be delivered."""
        with self.open_work(asked.id) as work:
            _check(work, asked)
            count = work.undelivered.retry()
            work.outbox.refresh(home_view(asked.actor))
            work.commit()
        return whisper(say("settings-retried", count=count))

    # In a channel

    def say_hello(self, asked: Interaction) -> Reply:
        """Say hello in a channel that the bot was invited to, once a day and to nobody in person.

        Whoever invited it may be unknown: the card holds nothing about anybody.
        """
        here = _channel_at(asked.place)
        if here is None:
            return Nothing()
        day = self.now().date().isoformat()
        with self.open_work(f"channels.joined:{day}:{asked.place.name}") as work:
            work.outbox.post(asked.place, hello_card(_side_of(here, work)))
            work.commit()
        return Nothing()

    def take_channel(self, asked: Interaction) -> Reply:
        """Make the channel in which this was pressed a side's own."""
        side = _side(asked.values.get("side", ""))
        here = _channel_at(asked.place)
        if here is None:
            raise Refused(say("settings-no-channel-here"))
        with self.open_work(asked.id) as work:
            _check(work, asked)
            of = _side_of(here, work)
            if of is not None and of is not side:
                raise Refused(say(f"settings-taken-by-{of}"))
            known = work.switchboard.channels().get(side, self.usual)
            work.switchboard.connect(
                side, replace(known, platform=here.platform, address=here.address)
            )
            work.outbox.refresh(home_view(asked.actor))
            work.commit()
        return Show(hello_card(side))


def _check(work: SettingsWork, asked: Interaction) -> None:
    """Let administrators pass, and nobody else."""
    if work.people.get(asked.actor).role is not Role.ADMINISTRATOR:
        raise Refused(say("settings-only-administrators"))


def _told(asked: Interaction, sentence: Phrase) -> Reply:
    return Nothing() if asked.place == Place.home(asked.actor) else whisper(sentence)


def _picked(channel: str) -> Destination | None:
    """Read a channel that was picked: ``slack:C0123``."""
    platform, _, address = channel.partition(":")
    if not _PLATFORM.fullmatch(platform) or not 0 < len(address) <= LONGEST_ADDRESS:
        return None
    return Destination(platform=platform, address=address)


def _channel_at(place: Place) -> Destination | None:
    """Give the channel of a place that a platform named; a thread belongs to its channel."""
    kind, _, spot = place.name.partition(":")
    to = _picked(spot) if kind == "at" else None
    return None if to is None else replace(to, address=to.conversation)


def _side_of(here: Destination, work: SettingsWork) -> Side | None:
    """Tell whose channel this is."""
    for side, to in work.switchboard.channels().items():
        if (to.platform, to.conversation) == (here.platform, here.conversation):
            return side
    return None


def _side(text: str) -> Side:
    try:
        return Side(text)
    except ValueError:
        raise Stale(say("router-unknown")) from None


def _refuse_one_for_both(wanted: Mapping[Side, Destination | None], wrong: Wrong) -> None:
    spots = [(to.platform, to.address) for to in wanted.values() if to is not None]
    if len(set(spots)) < len(spots):
        wrong.note(Side.SALES.value, say("settings-channels-same"))
