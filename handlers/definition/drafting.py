"""Writing a proposal: begun from the version in force, changed criterion by criterion, put forward."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.definition.difference import difference
from handlers.definition.forms import (
    choosing_form,
    put_form,
    testing_form,
    words_form,
)
from handlers.definition.limits import LONGEST_WHY, MOST_CRITERIA
from handlers.definition.model import Criterion, CriterionId, State, Version
from handlers.definition.proposal_cards import draft_card
from handlers.definition.reading import read_test, read_words
from handlers.definition.rights import (
    check_wording,
    current,
    tell_heads,
    version_in,
)
from handlers.definition.work import (
    DefinitionWork,
    Look,
    OpenWork,
    Reasons,
    definition_view,
)
from handlers.errors import Refused, Stale
from handlers.filled import Wrong, text
from handlers.interaction import Correct, Interaction, Open, Reply, Routes, Show, Whisper, whisper
from handlers.message import Card, Form, Option
from handlers.people import Person, Place, Side
from handlers.phrase import say
from handlers.work import NewId, Now

MOST_OFFERED = 20
"""Values of a field that a form lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafting:
    """The proposer's workbench: a card that nobody else sees, and its forms."""

    open_work: OpenWork
    look: Look
    now: Now
    new_id: NewId
    reasons: Reasons

    def routes(self) -> Routes:
        """Tell which interactions are answered here."""
        return {
            "definition.propose": self.propose,
            "definition.add": self.add,
            "definition.change": self.choose_to_change,
            "definition.change-chosen": self.change,
            "definition.worded": self.keep_words,
            "definition.tested": self.keep_test,
            "definition.drop": self.choose_to_drop,
            "definition.drop-chosen": self.drop,
            "definition.put": self.ask_why,
            "definition.proposed": self.put_forward,
            "definition.discard": self.discard,
        }

    def propose(self, asked: Interaction) -> Reply:
        """Begin a proposal, go on with one's own, or change one that nobody has signed yet."""
        with self.open_work(asked.id) as work:
            person = work.people.get(asked.actor)
            work.definitions.hold()
            if "version" in asked.values:
                version = version_in(work, asked.values)
                check_wording(work, person, version)
            else:
                version = _own_draft(work, person) or self._begun(work, person)
            card = self._card(work, version)
            work.commit()
        return Whisper(card)

    def _begun(self, work: DefinitionWork, person: Person) -> Version:
        before = current(work)
        draft = Version(
            number=work.definitions.next_number(),
            criteria=before.criteria if before else (),
            state=State.DRAFT,
            proposed_by=person.id,
            proposed_at=self.now(),
            based_on=before.number if before else None,
        )
        work.definitions.add(draft)
        return draft

    # a criterion

    def add(self, asked: Interaction) -> Reply:
        """Open the form for a new criterion."""
        with self.look() as work:
            version = _writable(work, asked)
            _check_room(version)
            return Open(self._words_form(work, version, None))

    def choose_to_change(self, asked: Interaction) -> Reply:
        """Ask which criterion is to read otherwise."""
        return self._choose(asked, "change")

    def choose_to_drop(self, asked: Interaction) -> Reply:
        """Ask which criterion is to go."""
        return self._choose(asked, "drop")

    def _choose(self, asked: Interaction, does: str) -> Reply:
        with self.look() as work:
            version = _writable(work, asked)
            if not version.criteria:
                raise Stale(say("definition-criterion-gone"))
            return Open(choosing_form(version, does, self.reasons(work).labels))

    def change(self, asked: Interaction) -> Reply:
        """Open the form with a criterion as it is."""
        with self.look() as work:
            version = _writable(work, asked)
            return Open(self._words_form(work, version, _criterion(version, asked)))

    def _words_form(self, work: DefinitionWork, version: Version, one: Criterion | None) -> Form:
        fields, reasons = work.definitions.fields(), self._coverable(work, one)
        if one is not None and one.test is not None and one.test.field not in fields:
            one = replace(one, test=None)
        return words_form(version, one, fields=fields, reasons=reasons)

    def _coverable(self, work: DefinitionWork, one: Criterion | None) -> Sequence[Option]:
        return self.reasons(work).options(one.covers if one else ())

    def keep_words(self, asked: Interaction) -> Reply:
        """Keep a criterion's words, and ask how its field is tested where one was picked."""
        with self.open_work(asked.id) as work:
            version = _held(work, asked)
            known = self._meant(version, asked)
            wrong = Wrong()
            fields, reasons = work.definitions.fields(), self._coverable(work, known)
            one = read_words(known, asked.values, wrong, fields=fields, reasons=reasons)
            if wrong.errors:
                return Correct(wrong.errors)
            version = _keep(work, version, _with(version, one))
            card = self._card(work, version)
            used = work.definitions.values(one.test.field, MOST_OFFERED) if one.test else ()
            work.commit()
        return Show(card) if one.test is None else Open(testing_form(version, one, one.test, used))

    def _meant(self, version: Version, asked: Interaction) -> Criterion:
        """Give the criterion that a form is about, or a new one where there is room for it."""
        if asked.values.get("criterion"):
            return _criterion(version, asked)
        _check_room(version)
        return Criterion(id=CriterionId(self.new_id()), words="")

    def keep_test(self, asked: Interaction) -> Reply:
        """Keep how a criterion's field is tested."""
        with self.open_work(asked.id) as work:
            version = _held(work, asked)
            one = _criterion(version, asked)
            if one.test is None:
                raise Stale(say("definition-criterion-gone"))
            wrong = Wrong()
            used = work.definitions.values(one.test.field, MOST_OFFERED)
            test = read_test(one.test.field, asked.values, wrong, used)
            if wrong.errors:
                return Correct(wrong.errors)
            version = _keep(work, version, _with(version, replace(one, test=test)))
            card = self._card(work, version)
            work.commit()
        return Show(card)

    def drop(self, asked: Interaction) -> Reply:
        """Take a criterion out."""
        with self.open_work(asked.id) as work:
            version = _held(work, asked)
            gone = _criterion(version, asked)
            rest = tuple(one for one in version.criteria if one.id != gone.id)
            if not rest and version.state is State.PROPOSED:
                raise Refused(say("definition-nothing-left"))
            card = self._card(work, _keep(work, version, rest))
            work.commit()
        return Show(card)

    # to both sides

    def ask_why(self, asked: Interaction) -> Reply:
        """Ask why the proposal is made."""
        with self.look() as work:
            version = _writable(work, asked)
            _check_worth(work, version)
            return Open(put_form(version))

    def put_forward(self, asked: Interaction) -> Reply:
        """Show the proposal to both sides; from now on their heads may sign it."""
        with self.open_work(asked.id) as work:
            version = _held(work, asked)
            _check_worth(work, version)
            wrong = Wrong()
            why = text(asked.values, "why", wrong, longest=LONGEST_WHY)
            if wrong.errors:
                return Correct(wrong.errors)
            work.definitions.keep(version.put_forward(self.now(), why))
            for side in Side:
                work.outbox.show(Place.channel(side), definition_view(version.number))
            tell_heads(work, asked.actor)
            work.commit()
        return whisper(say("definition-put-done", number=version.number))

    def discard(self, asked: Interaction) -> Reply:
        """Throw one's draft away."""
        with self.open_work(asked.id) as work:
            version = _held(work, asked)
            if version.state is not State.DRAFT:
                raise Stale(say("definition-put-already", number=version.number))
            work.definitions.keep(version.withdrawn(self.now(), ""))
            work.commit()
        return Show(Card(title=say("definition-discarded"), blocks=()))

    def _card(self, work: DefinitionWork, version: Version) -> Card:
        return draft_card(version, current(work), self.reasons(work).labels)


def _own_draft(work: DefinitionWork, person: Person) -> Version | None:
    """Give the proposal that somebody is still writing."""
    return next(
        (
            one
            for one in work.definitions.all()
            if one.state is State.DRAFT and one.proposed_by == person.id
        ),
        None,
    )


def _writable(work: DefinitionWork, asked: Interaction) -> Version:
    """Give the version that a press is about, if its text is theirs to change."""
    version = version_in(work, asked.values)
    check_wording(work, work.people.get(asked.actor), version)
    return version


def _held(work: DefinitionWork, asked: Interaction) -> Version:
    """Give it so that nobody else changes it before the commit."""
    work.definitions.hold()
    return _writable(work, asked)


def _criterion(version: Version, asked: Interaction) -> Criterion:
    found = version.criterion(CriterionId(asked.values.get("criterion", "")))
    if found is None:
        raise Stale(say("definition-criterion-gone"))
    return found


def _check_room(version: Version) -> None:
    if len(version.criteria) >= MOST_CRITERIA:
        raise Refused(say("definition-too-many", most=MOST_CRITERIA))


def _check_worth(work: DefinitionWork, version: Version) -> None:
    """Refuse to lay before both sides what is there already, or what says nothing."""
    if version.state is not State.DRAFT:
        raise Stale(say("definition-put-already", number=version.number))
    if not version.criteria:
        raise Refused(say("definition-nothing-left"))
    if not difference(current(work), version):
        raise Refused(say("definition-nothing-changed"))


def _with(version: Version, one: Criterion) -> tuple[Criterion, ...]:
    """Put a criterion in its place, or at the end where it is new."""
    if version.criterion(one.id) is None:
        return (*version.criteria, one)
    return tuple(one if known.id == one.id else known for known in version.criteria)


def _keep(work: DefinitionWork, version: Version, criteria: tuple[Criterion, ...]) -> Version:
    renewed = version.worded(criteria)
    work.definitions.keep(renewed)
    if renewed.state is State.PROPOSED:
        work.outbox.refresh(definition_view(renewed.number))
    return renewed
