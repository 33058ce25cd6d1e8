"""What the nudges remember, and the transaction they do it in."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from handlers.envelope import EnvelopeId, EnvelopeWork
from handlers.lead import Lead, LeadId
from handlers.nudges.model import Choices, Nudge, NudgeId, NudgeRow, Rule, RuleId
from handlers.nudges.rules import Search, Tally
from handlers.people import PersonId
from handlers.writing.work import WritingWork


@dataclass(frozen=True, slots=True)
class Left:
    """A nudge that left by itself; `envelope` is None where nobody was asked yet."""

    nudge: NudgeId
    person: PersonId
    envelope: EnvelopeId | None


@dataclass(frozen=True, slots=True)
class DisownedLead:
    """A lead whose owner in the CRM says that it is not theirs."""

    lead: Lead
    since: datetime
    """When that was said last."""


class Nudges(Protocol):
    """Rules, and the nudges that they led to."""

    # rules

    def rules(self) -> Sequence[Rule]:
        """List what the company changed of the rules, and its own; see `rules.all_rules`."""
        ...

    def keep_rule(self, rule: Rule) -> None:
        """Keep a rule; what it queued and nobody was asked yet is forgotten."""
        ...

    def drop_rules(self, rules: Collection[RuleId]) -> None:
        """Drop rules of the company's own, and what they queued."""
        ...

    def pause(self, rule: Rule) -> bool:
        """Keep that a rule paused itself, and tell whether this transaction was the first to do so."""
        ...

    def tally(self, rule: RuleId, since: datetime, until: datetime) -> Tally:
        """Count what became of a rule's rows that ended within a stretch of time."""
        ...

    def fields(self) -> Mapping[str, frozenset[str]]:
        """Give the fields that the leads of each CRM can have: those mapped, and those that have been seen."""
        ...

    # the morning

    def is_taken(self, day: date, rules: str) -> bool:
        """Tell whether the look of a day with these rules is done."""
        ...

    def take_morning(self, day: date, rules: str, at: datetime) -> bool:
        """Use up the look of a day with these rules; false where it was done already."""
        ...

    def scan(self, wanted: Sequence[Search], at: datetime, today: date, most: int) -> int:
        """Queue what the rules find, the most valuable first, and count it.

        Nobody has more than `most` queued; no lead is asked about that rests.
        """
        ...

    def any_leaving(self, at: datetime, today: date) -> bool:
        """Tell whether `leave` would end any."""
        ...

    def leave(self, at: datetime, today: date) -> Sequence[Left]:
        """End the open nudges about which the CRM or somebody's word says more by now."""
        ...

    def forget(self, queued_before: datetime) -> None:
        """Forget what was queued before then and never asked."""
        ...

    def asked_before(self, at: datetime) -> Sequence[Nudge]:
        """List the nudges that were asked before then and are still open."""
        ...

    def expire(self, wanted: Iterable[NudgeId], at: datetime) -> None:
        """End those of these that nobody acted on meanwhile."""
        ...

    # rows

    def people_waiting(self, today: date, week: datetime) -> Sequence[PersonId]:
        """List who has something queued, did not mute it for today, and was not asked enough since `week`."""
        ...

    def queued(self, person: PersonId, most: int, today: date) -> Sequence[Nudge]:
        """List what waits for a person, the most valuable first; not what they put off beyond `today`."""
        ...

    def get(self, nudge: NudgeId) -> Nudge:
        """Give a nudge and let nobody else change it until this transaction ends; raise `NotFound`."""
        ...

    def keep(self, nudges: Iterable[Nudge]) -> None:
        """Keep the newest forms of nudges that there are."""
        ...

    def rows(self, envelope: EnvelopeId) -> Sequence[NudgeRow]:
        """List the nudges of an envelope that did not leave, the most valuable first."""
        ...

    def open_rows(self, person: PersonId) -> Sequence[NudgeRow]:
        """List the nudges that wait in a person's envelopes, the most valuable first."""
        ...

    def newest(self, lead: LeadId) -> Nudge | None:
        """Give the nudge that was queued last of a lead, and let nobody else change it."""
        ...

    def disowned(self, most: int) -> Sequence[DisownedLead]:
        """List the leads whose owners say that they are not theirs, the newest word first."""
        ...

    def count_disowned(self) -> int:
        """Count these leads."""
        ...

    def asked_of(self, person: PersonId) -> int:
        """Count the rows that a person was ever asked."""
        ...

    def asked_since(self, person: PersonId, since: datetime) -> int:
        """Count the rows that a person was asked since then."""
        ...

    def choices(self, person: PersonId) -> Choices:
        """Give how much a person wants to be asked."""
        ...

    def keep_choices(self, person: PersonId, choices: Choices) -> None:
        """Keep how much a person wants to be asked."""
        ...


class NudgeWork(EnvelopeWork, WritingWork, Protocol):
    """A transaction in which stale fields are found, asked about and mended."""

    @property
    def nudges(self) -> Nudges:
        """Rules, and the nudges that they led to."""
        ...


class OpenWork(Protocol):
    """Begins a transaction that may write."""

    def __call__(self, once: str | None = None) -> NudgeWork:
        """Begin; `once` names a deed that must not be done twice."""
        ...


Look = Callable[[], NudgeWork]
"""Begins a transaction that only reads."""
