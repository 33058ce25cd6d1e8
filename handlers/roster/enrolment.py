"""Signs people in and out, as their chat platform's own sign-in proves who they are."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers.people import Person, PersonId, Place
from handlers.roster.cards import welcome_card
from handlers.roster.model import (
    Account,
    Appointed,
    Company,
    Known,
    Mismatch,
    Outsider,
    Profile,
    Why,
    admit,
    email_key,
    is_ours,
    newcomer,
    post_of,
    renewed,
)
from handlers.roster.work import Look, OpenWork, RosterWork
from handlers.work import NewId, Now


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment:
    """The door to the roster. E-mail is identity: one person may have an account on each platform."""

    open_work: OpenWork
    look: Look
    now: Now
    new_id: NewId
    domains: Collection[str]
    """The company's own e-mail domains; without any nobody is let in."""
    appointed: Appointed
    company: Company

    def known(self, account: Account) -> Known | None:
        """Give whose account this is, as it was last proven; nobody's on a domain that is not ours."""
        with self.look() as work:
            known = work.roster.known(account)
        return known if known and is_ours(known.person.email, self.domains) else None

    def enrol(self, profile: Profile) -> Person | Outsider:
        """Sign somebody in, or out where they may not be in any more."""
        account = Account(profile.platform, profile.address)
        admitted = admit(profile, self.domains)
        if isinstance(admitted, Outsider):
            if admitted.reason is not Why.NO_DOMAINS:  # a setting that was lost signs nobody out
                self.sign_out(account)
            return admitted
        with self.open_work() as work:
            is_new = work.roster.known(account) is None
            person = self._signed_in(work, admitted, account)
            work.roster.keep_account(person.id, account, self.now())
            if is_new and self.appointed.installed_it(person.email):
                work.outbox.post(Place.direct(person.id), welcome_card())
            work.roster.recognise(person)
            work.commit()
        return person

    def _signed_in(self, work: RosterWork, profile: Profile, account: Account) -> Person:
        found = _whose(work, profile, account)
        if found is None:
            work.roster.hold()
            found = _whose(work, profile, account)
        if found is None:
            return self._added(work, profile)
        newest = renewed(found, profile)
        if newest != found:
            work.roster.renew(newest)
        return newest

    def _added(self, work: RosterWork, profile: Profile) -> Person:
        owns = work.roster.owns_leads(profile.email)
        person = newcomer(
            profile,
            id=PersonId(self.new_id()),
            post=post_of(profile.email, self.appointed, owns_leads=owns),
            company=self.company,
        )
        work.people.add(person)
        return person

    def sign_out(self, account: Account) -> None:
        """Forget an account; what its person was asked stays, and their leads are listed."""
        with self.look() as work:
            if work.roster.known(account) is None:
                return
        with self.open_work() as work:
            work.roster.drop_account(account)
            work.commit()

    def doubt(self, account: Account) -> bool:
        """Trust an account no more until it is proven again; tell whether it is anybody's."""
        with self.look() as work:
            if work.roster.known(account) is None:
                return False
        with self.open_work() as work:
            work.roster.doubt(account)
            work.commit()
        return True

    def to_look_up(self, platform: str, limit: int) -> Sequence[str]:
        """List the addresses that a platform should be asked for: no account, and not asked today.

        They are those of the people named in the settings, of everybody who has no account, and of
        the owners of open leads. An address on a foreign domain would not be let in anyway.
        """
        with self.look() as work:
            wanted = [key for key in _missing(work, self.appointed) if is_ours(key, self.domains)]
            done = work.roster.looked_up(wanted, platform=platform, at=self.now())
        return [key for key in wanted if key not in done][:limit]

    def note_look_up(self, platform: str, email: str) -> None:
        """Remember for today that a platform was asked for an address."""
        with self.open_work() as work:
            work.roster.note_look_up(email, platform=platform, at=self.now())
            work.commit()

    def unproven(self, platform: str, *, since: datetime, limit: int) -> Sequence[Account]:
        """List the accounts that were not proven since a moment, the longest ago first."""
        if not self.domains:
            return ()
        with self.look() as work:
            return work.roster.unproven(platform, since, limit)


def _whose(work: RosterWork, profile: Profile, account: Account) -> Person | None:
    """Find who has the address; or else whose account it was, who has a new address now."""
    known = work.roster.known(account)
    same = work.roster.with_email(profile.email)
    if known is not None and (not same or known.person.id in {one.id for one in same}):
        return known.person
    return same[0] if same else None


def _missing(work: RosterWork, appointed: Appointed) -> Sequence[str]:
    everybody = work.roster.everybody()
    reached = {email_key(one.person.email) for one in everybody if one.accounts}
    unreached = [one.person.email for one in everybody if not one.accounts]
    nobody = {Mismatch.NO_PERSON, Mismatch.OTHER_EMAIL, Mismatch.SEVERAL}
    owners = [one.owner.email for one in work.roster.unmatched() if one.mismatch in nobody]
    wanted = (email_key(email) for email in (*appointed.emails, *unreached, *owners))
    return [email for email in dict.fromkeys(wanted) if email not in reached]
