"""What the settings say: on a person's page, in a channel, and about what could not be delivered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from handlers.message import (
    Block,
    Button,
    Buttons,
    Card,
    Facts,
    Heading,
    Items,
    Note,
    Paragraph,
    Tone,
    values,
)
from handlers.parcel import Destination, trouble_phrase
from handlers.people import Person, PersonId, Place, Side
from handlers.phrase import Phrase, say, verbatim
from handlers.settings.choices import LANGUAGES, country_name, spelled, zone_name
from handlers.settings.reading import absence_on, coming_absence
from handlers.settings.work import Stuck
from handlers.working_time import MONDAY_TO_FRIDAY, Away, WorkingHours

SIDES = (Side.MARKETING, Side.SALES)


def mine_part(person: Person, today: date) -> tuple[Block, ...]:
    """Show somebody how Leadloop speaks to them and when, with the way to change it."""
    pairs = [
        (say("settings-language"), verbatim(LANGUAGES[person.language])),
        (say("settings-zone"), zone_name(person.hours.zone)),
        (say("settings-hours"), hours_text(person.hours)),
        (say("settings-country"), _holidays(person.hours.country)),
    ]
    away = coming_absence(person.hours, today)
    if away is not None:
        pairs.append((say("settings-away"), away_text(away)))
    change = Button(label=say("settings-button"), does="settings.mine", opens=True)
    return (
        Heading(say("settings-mine-title")),
        Facts(tuple(pairs)),
        Buttons((change, *_away_buttons(person.hours, today))),
    )


def _away_buttons(hours: WorkingHours, today: date) -> tuple[Button, ...]:
    till = Button(
        label=say("settings-away-button"), does="settings.away", opens=True, tone=Tone.QUIET
    )
    if absence_on(hours, today) is None:
        return (till,)
    return (till, Button(label=say("settings-back"), does="settings.back", tone=Tone.QUIET))


def hours_text(hours: WorkingHours) -> Phrase:
    """Say on which days and between which hours somebody works."""
    days: Phrase | tuple[Phrase, ...] = say("settings-days-usual")
    if hours.weekdays != MONDAY_TO_FRIDAY:
        days = tuple(say(f"settings-day-{day}") for day in sorted(hours.weekdays))
    return say("settings-hours-text", days=days, start=spelled(hours.start), end=spelled(hours.end))


def away_text(away: Away) -> Phrase:
    """Say from when until when somebody is away."""
    if away.first == away.last:
        return say("settings-away-day", day=away.first)
    return say("settings-away-days", first=away.first, last=away.last)


def _holidays(country: str) -> Phrase:
    return country_name(country) if country else say("settings-no-country")


# What is known of a person


def known_lines(person: Person, platforms: Sequence[str]) -> tuple[Phrase, ...]:
    """List what is kept about a person themselves."""
    accounts = tuple(verbatim(name.capitalize()) for name in platforms) or (say("none"),)
    away = tuple(away_text(one) for one in person.hours.away) or (say("none"),)
    return (
        say("settings-known-who", name=person.name, email=person.email),
        say(
            "settings-known-role",
            role=say(f"settings-role-{person.role}"),
            side=say(f"settings-side-{person.side}"),
        ),
        say(
            "settings-known-speech",
            language=LANGUAGES[person.language],
            zone=zone_name(person.hours.zone),
        ),
        say("settings-known-hours", hours=hours_text(person.hours)),
        say("settings-known-holidays", country=_holidays(person.hours.country)),
        say("settings-known-away", days=away),
        say("settings-known-accounts", names=accounts),
    )


# For administrators


def administration_part(
    channels: Mapping[Side, Destination], undelivered: tuple[Block, ...]
) -> tuple[Block, ...]:
    """Show an administrator what needs their hand."""
    pairs = tuple(
        (say(f"settings-channel-{side}"), _channel_text(channels.get(side))) for side in SIDES
    )
    choose = Button(label=say("settings-channels-button"), does="settings.channels", opens=True)
    return (
        Heading(say("settings-administration")),
        Facts(pairs),
        Buttons((choose,)),
        *undelivered,
    )


def _channel_text(to: Destination | None) -> Phrase:
    if to is None:
        return say("settings-channel-unset")
    return say(
        "settings-channel-set",
        platform=to.platform.capitalize(),
        language=LANGUAGES[to.language],
        zone=zone_name(to.zone),
    )


def undelivered_part(
    count: int, newest: Sequence[Stuck], people: Mapping[PersonId, Person]
) -> tuple[Block, ...]:
    """Tell how many messages were given up and why the newest were, with the way to try again."""
    if not count:
        return (Note(say("settings-undelivered-none"), Tone.GOOD),)
    reasons = tuple(
        say(
            "settings-undelivered-line",
            who=_who(one, people),
            trouble=trouble_phrase(one.trouble, personal=one.person is not None),
        )
        for one in newest
    )
    retry = Button(label=say("settings-retry"), does="settings.retry")
    return (
        Note(say("settings-undelivered", count=count), Tone.WARN),
        Items(reasons),
        Buttons((retry,)),
    )


def _who(stuck: Stuck, people: Mapping[PersonId, Person]) -> Phrase:
    """Name whom a message was for, as far as an administrator needs it to mend the way there."""
    side = next((side for side in SIDES if Place.channel(side) == stuck.place), None)
    if side is not None:
        return say(f"delivery-channel-{side}")
    person = people.get(stuck.person) if stuck.person is not None else None
    return say("delivery-channel-other") if person is None else verbatim(person.name)


# In a channel


def hello_card(side: Side | None) -> Card:
    """Say in a channel what can be done there, and let an administrator give it to a side."""
    examples = tuple(say(f"settings-hello-example-{name}") for name in ("list", "words", "delay"))
    blocks: list[Block] = [Paragraph(say("settings-hello-text")), Items(examples)]
    if side is not None:
        blocks.append(Note(say(f"settings-hello-is-{side}"), Tone.GOOD))
        return Card(title=say("settings-hello-title"), blocks=tuple(blocks))
    take = tuple(
        Button(
            label=say(f"settings-take-{one}"), does="settings.take-channel", values=values(side=one)
        )
        for one in SIDES
    )
    blocks += [Note(say("settings-hello-help")), Buttons(take)]
    return Card(title=say("settings-hello-title"), blocks=tuple(blocks))
