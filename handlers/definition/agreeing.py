"""Agreeing on a proposal: shown to both sides, signed by a head of each, or taken back."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.definition.cards import (
    definition_card,
    fit_card,
    no_definition_card,
    versions_card,
)
from handlers.definition.drifting import cause_of
from handlers.definition.fares import fares
from handlers.definition.forms import withdrawing_form
from handlers.definition.judging import fields_gone, fit_of
from handlers.definition.limits import LONGEST_WHY
from handlers.definition.model import Signature, State, Version
from handlers.definition.proposal_cards import Laid, proposal_card
from handlers.definition.rights import (
    check_open,
    check_side,
    current,
    may_word,
    number_in,
    signing_side,
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
from handlers.errors import NotFound, Refused, Stale
from handlers.filled import Wrong, text
from handlers.interaction import Correct, Interaction, Open, Reply, Routes, Show, Whisper, whisper
from handlers.lead import LeadId
from handlers.message import Card
from handlers.people import Person, PersonId, Side
from handlers.phrase import say
from handlers.work import Now


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreeing:
    """What both sides see of the definition, and how a proposal comes into force."""

    open_work: OpenWork
    look: Look
    now: Now
    reasons: Reasons

    def routes(self) -> Routes:
        """Tell which interactions are answered here."""
        return {
            "definition.show": self.show,
            "definition.versions": self.list_versions,
            "definition.judge": self.judge,
            "definition.sign": self.sign,
            "definition.withdraw": self.ask_why,
            "definition.withdrawn": self.withdraw,
        }

    # what everybody sees

    def show(self, asked: Interaction) -> Reply:
        """Show the version in force, or any other as it is or was."""
        with self.look() as work:
            person = work.people.get(asked.actor)
            if "version" not in asked.values:
                version = current(work)
                return Whisper(self._whole(work, version) if version else no_definition_card())
            version = version_in(work, asked.values)
            if not _was_seen(version) and not may_word(work, person, version):
                raise NotFound(say("definition-no-such-version"))
            if version.state is State.PROPOSED and "whole" not in asked.values:
                return Whisper(self._laid(work, version))
            return Whisper(self._whole(work, version))

    def list_versions(self, asked: Interaction) -> Reply:
        """List all versions; a turned page takes the place of the last."""
        with self.look() as work:
            work.people.get(asked.actor)
            seen = [one for one in work.definitions.all() if _was_seen(one)]
        card = versions_card(seen, number_in(asked.values, "page"))
        return Show(card) if "page" in asked.values else Whisper(card)

    def judge(self, asked: Interaction) -> Reply:
        """Show how one lead stands to the definition of its day."""
        with self.look() as work:
            work.people.get(asked.actor)
            id = LeadId(number_in(asked.values, "lead"))
            lead = work.leads.by_ids([id]).get(id)
            if lead is None:
                raise NotFound(say("definition-lead-gone"))
            fit = fit_of(work, lead)
            if fit is None:
                return whisper(say("definition-none-that-day", lead=lead.label))
            return Whisper(fit_card(lead.label, fit, self.reasons(work).labels))

    def draw(self, number: str) -> Card | None:
        """Draw a version's live card; a draft has none."""
        with self.look() as work:
            try:
                version = version_in(work, {"version": number})
            except NotFound:
                return None
            if version.state is State.DRAFT:
                return None
            if version.state in {State.IN_FORCE, State.REPLACED}:
                return self._whole(work, version)
            return self._laid(work, version)

    def _whole(self, work: DefinitionWork, version: Version) -> Card:
        gone = fields_gone(work, version)
        return definition_card(version, _signers(work, version), self.reasons(work).labels, gone)

    def _laid(self, work: DefinitionWork, version: Version) -> Card:
        before = current(work)
        laid = Laid(
            proposal=version,
            before=before,
            by=_side_of(work, version),
            fares=fares(work, version, before, self.now()) if version.is_open else None,
            cause=cause_of(work, version),
            gone=fields_gone(work, version),
        )
        return proposal_card(laid, _signers(work, version), self.reasons(work).labels)

    # signing

    def sign(self, asked: Interaction) -> Reply:
        """Sign a proposal for one's side; with both signatures it is in force."""
        with self.open_work(asked.id) as work:
            side = check_side(work, work.people.get(asked.actor))
            work.definitions.hold()
            version = version_in(work, asked.values)
            _check_signable(version, side)
            _check_as_seen(version, current(work), asked)
            signed = version.signed(Signature(side, asked.actor, self.now()))
            if signed.is_agreed:
                self._come_into_force(work, signed)
            else:
                work.definitions.keep(signed)
            work.outbox.refresh(definition_view(signed.number))
            tell_heads(work)
            work.commit()
        if signed.is_agreed:
            return whisper(say("definition-agreed", number=signed.number))
        return whisper(say(f"definition-signed-for-{side}", number=signed.number))

    def _come_into_force(self, work: DefinitionWork, signed: Version) -> None:
        """Let a version hold from now on; what else is proposed has to be looked at again."""
        at, former = self.now(), current(work)
        if former is not None:
            at = max(at, former.in_force_from or at)  # the clocks of two replicas may differ
            work.definitions.keep(former.replaced(at))
            work.outbox.refresh(definition_view(former.number))
        work.definitions.keep(signed.into_force(at))
        for other in work.definitions.proposed():
            if other.signatures:
                work.definitions.keep(other.unsigned())
            work.outbox.refresh(definition_view(other.number))

    # taking back

    def ask_why(self, asked: Interaction) -> Reply:
        """Ask why a proposal is taken back."""
        with self.look() as work:
            return Open(withdrawing_form(_withdrawable(work, asked)))

    def withdraw(self, asked: Interaction) -> Reply:
        """Take a proposal back, with a word why; it stays in the list."""
        with self.open_work(asked.id) as work:
            work.definitions.hold()
            version = _withdrawable(work, asked)
            wrong = Wrong()
            why = text(asked.values, "why", wrong, longest=LONGEST_WHY)
            if wrong.errors:
                return Correct(wrong.errors)
            work.definitions.keep(version.withdrawn(self.now(), why))
            work.outbox.refresh(definition_view(version.number))
            tell_heads(work)
            work.commit()
        return whisper(say("definition-withdrawn-done", number=version.number))


def _was_seen(version: Version) -> bool:
    """Leave out what nobody but its proposer ever saw."""
    never_put = version.state is State.WITHDRAWN and not version.withdrawn_why
    return version.state is not State.DRAFT and not never_put


def _signers(work: DefinitionWork, version: Version) -> dict[PersonId, Person]:
    return dict(work.people.by_ids([one.by for one in version.signatures]))


def _side_of(work: DefinitionWork, version: Version) -> Side | None:
    """Tell which side a proposal comes from; nobody's in person."""
    if version.proposed_by is None:
        return None
    proposer = work.people.by_ids([version.proposed_by]).get(version.proposed_by)
    return proposer.side if proposer else None


def _check_signable(version: Version, side: Side) -> None:
    check_open(version)
    if version.state is State.DRAFT:
        raise NotFound(say("definition-no-such-version"))
    if version.signed_by(side) is not None:
        raise Stale(say(f"definition-signed-already-{side}"))


def _check_as_seen(version: Version, before: Version | None, asked: Interaction) -> None:
    """Refuse a signature under a text, or over a version, that was not what the card showed."""
    if number_in(asked.values, "text") != version.revision:
        raise Stale(say("definition-text-changed"))
    if before is not None and number_in(asked.values, "over") != before.number:
        raise Stale(say("definition-other-in-force", number=before.number))


def _withdrawable(work: DefinitionWork, asked: Interaction) -> Version:
    """Give the proposal that a press is about, to its proposer and to heads."""
    person = work.people.get(asked.actor)
    version = version_in(work, asked.values)
    if not may_word(work, person, version) and signing_side(work, person) is None:
        raise Refused(say("definition-not-yours-to-withdraw"))
    check_open(version)
    if version.state is State.DRAFT:
        raise NotFound(say("definition-no-such-version"))
    return version
