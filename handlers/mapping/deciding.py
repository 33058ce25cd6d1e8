"""What an administrator decides about the CRM's words and fields; nobody else may, and nothing is guessed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.errors import Refused, Stale
from handlers.filled import Wrong
from handlers.interaction import Correct, Interaction, Open, Reply, Routes, Show, Whisper
from handlers.keeping import Word, WordKind
from handlers.mapping.cards import (
    PAGE,
    Asked,
    FieldsOf,
    fields_card,
    meaning_text,
    streams_part,
    words_card,
)
from handlers.mapping.forms import field_form, read_field, read_meaning, word_form
from handlers.mapping.model import (
    FIELDS,
    SpokenIn,
    Vocabulary,
    labelled,
    propose,
    proposed_fields,
)
from handlers.mapping.work import Look, MappingWork, OpenWork, Unmapped
from handlers.message import Block, Card
from handlers.people import Person, Role
from handlers.phrase import Phrase, say
from handlers.work import Now, home_view

MOST_LISTED = 200
"""Words that are looked at; the rest comes up when these are decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CrmMapping:
    """The administrators' screen for the CRM's words and fields; who may use it is checked at each press."""

    open_work: OpenWork
    look: Look
    now: Now
    vocabulary: Vocabulary
    spoken_in: SpokenIn

    def routes(self) -> Routes:
        """Tell which interactions are answered here."""
        return {
            "mapping.words": self.show_words,
            "mapping.choose": self.open_choice,
            "mapping.say": self.say_meaning,
            "mapping.fields": self.show_fields,
            "mapping.field": self.open_field,
            "mapping.field-saved": self.save_field,
        }

    def section(self, work: MappingWork, person: Person) -> tuple[Block, ...]:
        """Show an administrator, and nobody else, how far our copy of each CRM is."""
        if person.role is not Role.ADMINISTRATOR:
            return ()
        return streams_part(work.mappings.systems(), self.now())

    # words

    def show_words(self, asked: Interaction) -> Reply:
        """List the words that nobody explained yet, the commonest first."""
        with self.look() as work:
            _administrator(work, asked)
            return Whisper(self._words(work))

    def _words(self, work: MappingWork, done: Phrase | None = None) -> Card:
        found = work.mappings.unmapped(MOST_LISTED)
        asked = [self._asked(work, one) for one in found[:PAGE]]
        return words_card(asked, len(found) - len(asked), done)

    def _asked(self, work: MappingWork, one: Unmapped) -> Asked:
        """Give a word with its label, by which it may be proposed what it means."""
        described, said = work.mappings.fields(one.system), work.mappings.words(one.system)
        fields = self.spoken_in(one.system, one.kind, described, said)
        label = labelled(one.word, fields, described)
        known = self.vocabulary(one.system, one.kind)
        return Asked(one, label, propose(label, known) or propose(one.word, known))

    def open_choice(self, asked: Interaction) -> Reply:
        """Ask what a word means."""
        with self.look() as work:
            _administrator(work, asked)
            return Open(word_form(self._asked(work, _unmapped(work, asked))))

    def say_meaning(self, asked: Interaction) -> Reply:
        """Keep what a word or a field means, and let all leads that have the word have its meaning."""
        if asked.values.get("kind") == WordKind.FIELD.value:
            return self._take_proposed_field(asked)
        with self.open_work(asked.id) as work:
            _administrator(work, asked)
            one, wrong = _unmapped(work, asked), Wrong()
            means = read_meaning(one.kind, asked.values, wrong)
            if wrong.errors:
                return Correct(wrong.errors)
            count = work.mappings.keep(one.system, Word(kind=one.kind, word=one.word, means=means))
            work.outbox.refresh(home_view(asked.actor))
            work.commit()
        meaning = meaning_text(one.kind, means)
        with self.look() as work:
            done = say("mapping-said", word=one.word, meaning=meaning, count=count)
            return Show(self._words(work, done))

    # fields

    def show_fields(self, asked: Interaction) -> Reply:
        """Show which fields are kept under which name."""
        with self.look() as work:
            _administrator(work, asked)
            return Whisper(fields_card(_fields(work)))

    def open_field(self, asked: Interaction) -> Reply:
        """Ask under which name a field is kept."""
        with self.look() as work:
            _administrator(work, asked)
            system = _system(work, asked)
            described, said = work.mappings.fields(system), work.mappings.words(system)
        if not described:
            raise Refused(say("mapping-fields-unknown"))
        return Open(field_form(system, described, said))

    def save_field(self, asked: Interaction) -> Reply:
        """Keep under which name a field is kept; all leads are read again to have it."""
        with self.open_work(asked.id) as work:
            _administrator(work, asked)
            system, wrong = _system(work, asked), Wrong()
            word = read_field(asked.values, work.mappings.fields(system), wrong)
            if word is None:
                return Correct(wrong.errors)
            return self._keep_field(work, asked, system, word)

    def _take_proposed_field(self, asked: Interaction) -> Reply:
        with self.open_work(asked.id) as work:
            _administrator(work, asked)
            system, means = _system(work, asked), asked.values.get("means", "")
            names = {one.name for one in work.mappings.fields(system)}
            if asked.values.get("word") not in names or means not in FIELDS:
                raise Stale(say("mapping-said-already"))
            word = Word(kind=WordKind.FIELD, word=asked.values["word"], means=means)
            return self._keep_field(work, asked, system, word)

    def _keep_field(self, work: MappingWork, asked: Interaction, system: str, word: Word) -> Reply:
        work.mappings.keep(system, word)
        work.mappings.read_anew(system)
        card = fields_card(_fields(work), say("mapping-field-kept"))
        work.outbox.refresh(home_view(asked.actor))
        work.commit()
        return Show(card)


def _fields(work: MappingWork) -> Sequence[FieldsOf]:
    return [_fields_of(work, one.system) for one in work.mappings.systems()]


def _fields_of(work: MappingWork, system: str) -> FieldsOf:
    described, said = work.mappings.fields(system), work.mappings.words(system)
    return FieldsOf(
        system,
        [one for one in said if one.kind is WordKind.FIELD],
        proposed_fields(described, said),
        {one.name: one.label for one in described},
    )


def _administrator(work: MappingWork, asked: Interaction) -> None:
    if work.people.get(asked.actor).role is not Role.ADMINISTRATOR:
        raise Refused(say("settings-only-administrators"))


def _system(work: MappingWork, asked: Interaction) -> str:
    system = asked.values.get("system", "")
    if system not in {one.system for one in work.mappings.systems()}:
        raise Stale(say("mapping-said-already"))
    return system


def _unmapped(work: MappingWork, asked: Interaction) -> Unmapped:
    """Find the word among those that nobody explained, which a forged press cannot change."""
    wanted = tuple(asked.values.get(name, "") for name in ("system", "kind", "word"))
    for one in work.mappings.unmapped(MOST_LISTED):
        if (one.system, one.kind.value, one.word) == wanted:
            return one
    raise Stale(say("mapping-said-already"))
