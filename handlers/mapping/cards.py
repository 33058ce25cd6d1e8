"""What administrators see of the connected CRMs: how far our copy is, and which words nobody explained yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.keeping import Stream, Word, WordKind
from handlers.mapping.model import EXTRA, FIELDS, Proposal
from handlers.mapping.work import Unmapped
from handlers.message import (
    Block,
    Button,
    Buttons,
    Card,
    Divider,
    Facts,
    Heading,
    Items,
    Note,
    Paragraph,
    Tone,
    values,
)
from handlers.phrase import Phrase, say, verbatim

PAGE = 5
"""Words on one card; the next ones come up when these are decided."""

FILES = "file"
"""What no CRM keeps: leads of an export by none that we know."""

_SYSTEMS = {
    "hubspot": "HubSpot",
    "salesforce": "Salesforce",
    "dynamics": "Dynamics 365",
    "pipedrive": "Pipedrive",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A word that nobody explained, with what the CRM shows for it and what it probably means."""

    of: Unmapped
    label: str
    proposed: str = ""


def system_name(system: str) -> Phrase:
    """Name a CRM as its vendor does; one that has no other name goes by its own."""
    if system == FILES:
        return say("mapping-file")
    return verbatim(_SYSTEMS.get(system, system))


# How far our copy is


def streams_part(streams: Sequence[Stream], at: datetime) -> tuple[Block, ...]:
    """Show how far the copy of each CRM is, with the way to its words and fields."""
    if not streams:
        return ()
    pairs = tuple((system_name(one.system), state_text(one, at)) for one in streams)
    notes = tuple(Note(trouble_text(one), Tone.WARN) for one in streams if one.trouble is not None)
    look = Button(label=say("mapping-look"), does="mapping.words")
    fields = Button(label=say("mapping-fields-look"), does="mapping.fields", tone=Tone.QUIET)
    return (Heading(say("mapping-title")), Facts(pairs), *notes, Buttons((look, fields)))


def state_text(stream: Stream, at: datetime) -> Phrase:
    """Say how old our copy of a CRM is."""
    if stream.succeeded_at is None:
        return say("mapping-first-load")
    age = max(at - stream.succeeded_at, timedelta(minutes=1))
    return say("mapping-in-step" if stream.trouble is None else "mapping-as-of", age=age)


def trouble_text(stream: Stream) -> Phrase:
    """Say what is in the way, and who can mend it."""
    return say(f"mapping-trouble-{stream.trouble}", system=system_name(stream.system))


def trouble_card(stream: Stream, at: datetime) -> Card:
    """Tell an administrator, once a day at most, that a CRM cannot be read."""
    return Card(
        title=say("mapping-trouble-title", system=system_name(stream.system)),
        blocks=(Paragraph(trouble_text(stream)), Note(state_text(stream, at))),
    )


# Words


def words_card(asked: Sequence[Asked], more: int, done: Phrase | None = None) -> Card:
    """List words that nobody explained, with what each probably means."""
    blocks: list[Block] = [] if done is None else [Note(done, Tone.GOOD)]
    for one in asked:
        blocks += [*_word(one), Divider()]
    if more:
        blocks.append(Note(say("mapping-more", count=more)))
    blocks.append(Note(say("mapping-words-help" if asked else "mapping-no-words-help")))
    title = say("mapping-words", count=len(asked) + more) if asked else say("mapping-no-words")
    return Card(title=title, blocks=tuple(blocks))


def _word(one: Asked) -> list[Block]:
    given = values(system=one.of.system, kind=one.of.kind, word=one.of.word)
    choose = Button(
        label=say("mapping-choose"),
        does="mapping.choose",
        values=given,
        opens=True,
        hint=say("mapping-choose-hint", word=one.label),
    )
    buttons = (*_yes(one), choose)
    heading = say(f"mapping-word-{one.of.kind}", word=one.label, system=system_name(one.of.system))
    return [
        Heading(heading),
        Note(say("mapping-count", count=one.of.count)),
        Buttons(buttons),
    ]


def _yes(one: Asked) -> tuple[Button, ...]:
    if not one.proposed:
        return ()
    given = values(system=one.of.system, kind=one.of.kind, word=one.of.word, means=one.proposed)
    label = say("mapping-means", meaning=meaning_text(one.of.kind, one.proposed))
    return (Button(label=label, does="mapping.say", values=given, tone=Tone.PRIMARY),)


def meaning_text(kind: WordKind, means: str | None) -> Phrase:
    """Say what a word means to Leadloop."""
    if not means:
        return say("mapping-left-out")
    if kind is WordKind.FIELD:
        return field_text(means)
    if kind is WordKind.REASON:
        return say(f"reason-{means}")
    status, _, reason = means.partition("/")
    text = say(f"mapping-status-{status}")
    if not reason:
        return text
    return say("mapping-status-reason", status=text, reason=say(f"reason-{reason}"))


def field_text(means: str) -> Phrase:
    """Name a field of ours; those that only this company has go by the name that it gave."""
    name = means.removeprefix(EXTRA)
    if means in FIELDS:
        return say(f"mapping-field-{name.replace('_', '-')}")
    return verbatim(name)


# Fields


@dataclass(frozen=True, slots=True)
class FieldsOf:
    """The mapped fields of one CRM, and those that are called like one of ours."""

    system: str
    said: Sequence[Word]
    proposed: Sequence[Proposal]
    labels: Mapping[str, str]


def fields_card(systems: Sequence[FieldsOf], done: Phrase | None = None) -> Card:
    """Show which of the CRM's fields are kept under which name, and may be written back."""
    blocks: list[Block] = [] if done is None else [Note(done, Tone.GOOD)]
    for one in systems:
        blocks += [Heading(system_name(one.system)), *_fields(one)]
    blocks.append(Note(say("mapping-fields-help")))
    return Card(title=say("mapping-fields-title"), blocks=tuple(blocks))


def _fields(one: FieldsOf) -> list[Block]:
    lines = tuple(_field_line(word, one.labels) for word in one.said)
    shown: list[Block] = [Items(lines)] if lines else [Note(say("mapping-fields-none"))]
    for proposal in one.proposed[:PAGE]:
        label = one.labels.get(proposal.word, proposal.word)
        given = values(system=one.system, kind=WordKind.FIELD, word=proposal.word)
        means = field_text(proposal.means)
        yes = Button(
            label=say("mapping-means", meaning=means),
            does="mapping.say",
            values=(*given, ("means", proposal.means)),
        )
        shown += [Paragraph(say("mapping-field-maybe", field=label)), Buttons((yes,))]
    add = Button(
        label=say("mapping-field-add"),
        does="mapping.field",
        values=values(system=one.system),
        opens=True,
    )
    return [*shown, Buttons((add,))]


def _field_line(word: Word, labels: Mapping[str, str]) -> Phrase:
    key = "mapping-field-written" if word.writes else "mapping-field-read"
    return say(
        key,
        field=labels.get(word.word, word.word),
        meaning=meaning_text(WordKind.FIELD, word.means),
    )
