"""The forms in which settings are changed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from handlers.message import (
    ChannelPick,
    Choice,
    Choices,
    Day,
    Field,
    Form,
    Note,
)
from handlers.parcel import Destination
from handlers.people import Language, Person, Side
from handlers.phrase import say
from handlers.settings.choices import (
    NO_COUNTRY,
    country_options,
    day_options,
    hour_options,
    language_options,
    spelled,
    zone_options,
)
from handlers.settings.reading import coming_absence


def mine_form(person: Person, at: datetime) -> Form:
    """Let somebody say in which language, where and when they work."""
    hours = person.hours
    away = coming_absence(hours, hours.day_of(at))
    return Form(
        name="settings.mine-saved",
        title=say("settings-mine-title"),
        fields=(
            _language("language", person.language),
            _zone("zone", hours.zone, at),
            Choice(
                name="start",
                label=say("settings-start"),
                options=hour_options(hours.start),
                value=spelled(hours.start),
            ),
            Choice(
                name="end",
                label=say("settings-end"),
                options=hour_options(hours.end),
                value=spelled(hours.end),
            ),
            Choices(
                name="weekdays",
                label=say("settings-weekdays"),
                options=day_options(),
                value=tuple(str(day) for day in sorted(hours.weekdays)),
            ),
            Choice(
                name="country",
                label=say("settings-country"),
                options=country_options(hours.country),
                value=hours.country or NO_COUNTRY,
            ),
            _day("away-first", away.first if away else None),
            _day("away-last", away.last if away else None),
        ),
        submit=say("settings-save"),
    )


def _language(name: str, language: Language) -> Choice:
    return Choice(
        name=name,
        label=say("settings-language"),
        options=language_options(),
        value=language.value,
    )


def _zone(name: str, zone: str, at: datetime) -> Choice:
    return Choice(name=name, label=say("settings-zone"), options=zone_options(zone, at), value=zone)


def _day(name: str, day: date | None) -> Day:
    hint = say("settings-away-hint") if name == "away-first" else None
    return Day(name=name, label=say(f"settings-{name}"), value=day, hint=hint, required=False)


def away_form(today: date) -> Form:
    """Let somebody say until when they are away from today on."""
    last = Day(name="last", label=say("settings-away-last-day"), earliest=today)
    return Form(
        name="settings.away-saved",
        title=say("settings-away-title"),
        intro=(Note(say("settings-away-help")),),
        fields=(last,),
        submit=say("settings-save"),
    )


def channels_form(known: Mapping[Side, Destination], usual: Destination, at: datetime) -> Form:
    """Let an administrator say where each side is spoken to, and how; `usual` is the company's way."""
    fields: list[Field] = []
    for side in (Side.MARKETING, Side.SALES):
        fields += _channel(side, known.get(side), usual, at)
    return Form(
        name="settings.channels-saved",
        title=say("settings-channels-title"),
        intro=(Note(say("settings-channels-help")),),
        fields=tuple(fields),
        submit=say("settings-save"),
    )


def _channel(
    side: Side, known: Destination | None, usual: Destination, at: datetime
) -> tuple[Field, ...]:
    to = known or usual
    return (
        ChannelPick(
            name=side.value,
            label=say(f"settings-channel-{side}"),
            value="" if known is None else f"{known.platform}:{known.address}",
            required=False,
        ),
        Choice(
            name=f"{side}-language",
            label=say(f"settings-channel-language-{side}"),
            options=language_options(),
            value=to.language.value,
        ),
        Choice(
            name=f"{side}-zone",
            label=say(f"settings-channel-zone-{side}"),
            options=zone_options(to.zone, at),
            value=to.zone,
        ),
    )
