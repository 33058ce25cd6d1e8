"""The roster as whoever runs Leadloop keeps it, on the command line."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from handlers.errors import NotFound, Refused
from handlers.people import Owner, OwnerId, Person, PersonId, Role, Side
from handlers.phrase import Phrase, say, verbatim
from handlers.roster.cards import called
from handlers.roster.model import Company, Overview, domain_of, email_key, is_ours
from handlers.roster.work import Look, OpenWork, RosterWork, reachable
from handlers.work import NewId, Now

USUAL_SIDE = {Role.REP: Side.SALES, Role.MARKETER: Side.MARKETING}
"""Managers and administrators are found on both sides."""

DOMAINS = "LEADLOOP_DOMAINS"
"""The setting that names the company's own e-mail domains."""

MOST_NAMED = 5
"""Owners that are listed when it is not clear who is meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Registry:
    """Lists people and owners, and changes who is who; the machine's operator is trusted."""

    open_work: OpenWork
    look: Look
    now: Now
    new_id: NewId
    domains: Collection[str]
    """The company's own e-mail domains."""
    company: Company

    def overview(self) -> Overview:
        """List everybody, and the owners without a match."""
        with self.look() as work:
            return Overview(
                people=tuple(work.roster.everybody()),
                unmatched=tuple(work.roster.unmatched()),
                gone=tuple(work.roster.gone()),
            )

    def no_domains(self) -> Phrase:
        """Tell which setting is missing while nobody can be let in."""
        return say("people-no-domains", setting=DOMAINS)

    def match(self, owner_words: str, email: str) -> tuple[Owner, Person]:
        """Say which person an owner is; somebody unknown is added, and met in chat later."""
        with self.open_work() as work:
            owner = _owner(work, owner_words)
            person = self._person(work, email, name=owner.name, post=(Role.REP, Side.SALES))
            work.roster.match(owner.id, person.id)
            work.commit()
        return replace(owner, person=person.id), person

    def can_ask(self, owner: OwnerId) -> bool:
        """Tell whether the person behind an owner has a chat account."""
        with self.look() as work:
            return reachable(work, owner)

    def ignore(self, owner_words: str) -> Owner:
        """Say that an owner left the company, so that they are not listed any more."""
        with self.open_work() as work:
            owner = _owner(work, owner_words)
            work.roster.leave(owner.id, self.now())
            work.commit()
        return replace(owner, person=None)

    def appoint(self, email: str, role: Role, side: Side | None) -> Person:
        """Say what somebody is; whoever is unknown is added, and met in chat later."""
        with self.open_work() as work:
            known = _with_email(work, email)
            where = side or USUAL_SIDE.get(role) or (None if known is None else known.side)
            if where is None:
                raise Refused(say("people-which-side", email=verbatim(email)))
            person = known or self._person(work, email, name="", post=(role, where))
            person = replace(person, role=role, side=where)
            work.people.add(person)
            work.commit()
        return person

    def _person(
        self, work: RosterWork, email: str, *, name: str, post: tuple[Role, Side]
    ) -> Person:
        known = _with_email(work, email)
        if known is not None:
            return known
        self._refuse_foreign(email)
        role, side = post
        person = Person(
            id=PersonId(self.new_id()),
            name=name or email_key(email).partition("@")[0],
            email=email_key(email),
            role=role,
            side=side,
            language=self.company.language,
            hours=self.company.hours,
        )
        work.people.add(person)
        return person

    def _refuse_foreign(self, email: str) -> None:
        """Add nobody who would not be let in."""
        if not self.domains:
            raise Refused(self.no_domains())
        if not domain_of(email):
            raise Refused(say("people-no-email", email=verbatim(email)))
        if not is_ours(email, self.domains):
            raise Refused(say("people-foreign-email", email=verbatim(email)))


def _with_email(work: RosterWork, email: str) -> Person | None:
    same = work.roster.with_email(email)
    return same[0] if same else None


def _owner(work: RosterWork, words: str) -> Owner:
    found = work.roster.owners_called(words)
    if not found:
        raise NotFound(say("people-no-such-owner", owner=verbatim(words)))
    if len(found) > 1:
        several = tuple(
            say("people-owner-line", id=str(one.id), owner=called(one))
            for one in found[:MOST_NAMED]
        )
        raise Refused(say("people-several-owners", owner=verbatim(words), owners=several))
    return found[0]
