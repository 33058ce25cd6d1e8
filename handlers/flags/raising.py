"""Somebody says what is wrong, or right, with a lead: which one, why, and what was seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from handlers.definition.judging import fit_of
from handlers.errors import NotFound, Refused
from handlers.filled import Wrong
from handlers.flags.clock import started
from handlers.flags.fitting import situation_of
from handlers.flags.forms import (
    ANOTHER,
    KIND,
    LEAD,
    LONGEST,
    REASON,
    WHICH,
    Draft,
    begun,
    first_form,
    gentle_form,
    kind_of,
    read,
    reason_form,
)
from handlers.flags.model import Flag, FlagId, FlagReason, Kind, ReasonKey, Step, StepId, Stepped
from handlers.flags.notices import offer_card, raised_card
from handlers.flags.reasons import known_reasons
from handlers.flags.wording.gentler import Gentler, gentler
from handlers.flags.work import FlagWork, Look, OpenWork
from handlers.interaction import Correct, Interaction, Open, Reply, Routes, Whisper
from handlers.lead import Lead, LeadId
from handlers.leads.understanding import understand
from handlers.message import Form
from handlers.people import Person
from handlers.phrase import Phrase, say
from handlers.work import NewId, Now
from handlers.working_time import WorkingHours

MOST_LEADS = 100
"""That one form lets somebody pick from."""

MOST_DIGITS = 18
"""Of a lead's number: more than any database counts."""


@dataclass(frozen=True, slots=True)
class Meant:
    """The leads that somebody may want to flag, and how many more there were."""

    leads: tuple[Lead, ...] = ()
    left_out: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Raising:
    """How a flag comes to be."""

    open_work: OpenWork
    look: Look
    now: Now
    new_id: NewId
    team_hours: WorkingHours
    """Marketing's, in which its clock runs; a lead without a known owner is worked in them, too."""

    def routes(self) -> Routes:
        """Tell which interactions are answered here."""
        return {
            "flags.start": self.start,
            "flags.kind": self.choose_kind,
            "flags.raise": self.send,
            "flags.more-reasons": self.send,
            "flags.confirm": self.confirm,
            "flags.offer": self.offer,
        }

    def start(self, asked: Interaction) -> Reply:
        """Ask what somebody has to say of a lead, or of one of several."""
        with self.look() as work:
            person = work.people.get(asked.actor)
            meant = self._meant(work, person, asked.values, asked.text)
        return Open(first_form(meant.leads, left_out=meant.left_out))

    def offer(self, asked: Interaction) -> Reply:
        """Offer a button for each lead, where what was said cannot open a form."""
        with self.look() as work:
            person = work.people.get(asked.actor)
            meant = self._meant(work, person, asked.values, asked.text)
        return Whisper(offer_card(meant.leads))

    def choose_kind(self, asked: Interaction) -> Reply:
        """Ask for the reason, or first for the lead where the words fit several."""
        wrong = Wrong()
        kind = kind_of(asked.values, wrong)
        if kind is None:
            return Correct(wrong.errors)
        with self.look() as work:
            person = work.people.get(asked.actor)
            try:
                words = asked.values.get(WHICH, "")
                meant = self._meant(work, person, asked.values, words)
            except Refused as refusal:
                return Correct({_asked_in(asked): refusal.phrase})
            if not meant.leads:
                return Correct({_asked_in(asked): say("flags-which-empty")})
            lead, *others = meant.leads
            if others:
                return Open(first_form(meant.leads, left_out=meant.left_out, kind=kind))
            return Open(self._reasons(work, person, lead, Draft(kind=kind)))

    def _meant(self, work: FlagWork, person: Person, given: Mapping[str, str], words: str) -> Meant:
        """Find the leads that a button carries, else those that somebody's words mean."""
        carried = _carried(given)
        if carried:
            return _existing(work, carried)
        if not words.strip():
            return Meant()
        understood = understand(words, work.leads, today=self._today(person))
        alike = chain.from_iterable(one.leads for one in understood.remarks.candidates)
        wanted = tuple(dict.fromkeys((*understood.leads, *alike)))
        if not wanted:
            raise NotFound(say("flags-none-found"))
        return _existing(work, wanted)

    def _reasons(
        self,
        work: FlagWork,
        person: Person,
        lead: Lead,
        draft: Draft,
        *,
        every: bool = False,
    ) -> Form:
        return reason_form(
            situation_of(work, lead, person, self.team_hours),
            draft,
            known=known_reasons(work),
            today=self._today(person),
            every=every,
        )

    # Sending

    def send(self, asked: Interaction) -> Reply:
        """Raise the flag, or ask on: for a further reason, what is missing, gentler words."""
        kind = _kind(asked)
        with self.look() as work:
            person = work.people.get(asked.actor)
            lead = _lead(work, asked)
            if lead is None:
                return Correct({REASON: say("flags-lead-gone")})
            if asked.values.get(REASON) == ANOTHER:
                so_far = begun(asked.values, kind)
                return Open(self._reasons(work, person, lead, so_far, every=True))
            known = known_reasons(work)
        today = self._today(person)
        draft = read(asked.values, kind, known=known, today=today)
        if not isinstance(draft, Draft):
            return Correct(draft)
        found = _proposed(draft)
        if found:
            return Open(gentle_form(lead, draft, found=found, known=known, today=today))
        return self._raise(asked, draft, known)

    def confirm(self, asked: Interaction) -> Reply:
        """Raise the flag in the words in which it is sent; they are not looked at again."""
        with self.look() as work:
            person = work.people.get(asked.actor)
            known = known_reasons(work)
        draft = read(asked.values, _kind(asked), known=known, today=self._today(person))
        return self._raise(asked, draft, known) if isinstance(draft, Draft) else Correct(draft)

    def _raise(self, asked: Interaction, draft: Draft, known: Sequence[FlagReason]) -> Reply:
        """Keep the flag; its card in marketing's channel follows, as every step's news does."""
        with self.open_work(asked.id) as work:
            lead = _lead(work, asked)
            refusal = _why_not(work, lead, asked, draft)
            if lead is None or refusal is not None:
                return Correct({REASON: refusal or say("flags-lead-gone")})
            flag = self._flag(work, lead, asked, draft)
            step = Stepped(
                id=StepId(self.new_id()),
                flag=flag.id,
                step=Step.RAISE,
                by=asked.actor,
                at=flag.raised_at,
            )
            work.flags.add(flag, step)
            work.commit()
        reason = next(one for one in known if one.key == flag.reason)
        return Whisper(raised_card(flag, reason, self.team_hours))

    def _flag(self, work: FlagWork, lead: Lead, asked: Interaction, draft: Draft) -> Flag:
        at, fit = self.now(), fit_of(work, lead)
        flag = Flag(
            id=FlagId(self.new_id()),
            lead=lead.id,
            lead_label=lead.label,
            campaign=lead.campaign_id,
            campaign_name=lead.campaign,
            source=lead.source,
            by=asked.actor,
            kind=draft.kind,
            reason=ReasonKey(draft.reason),
            seen=draft.seen,
            would_help=draft.would_help,
            look_again_on=draft.look_again_on,
            trigger=draft.trigger,
            missed=() if fit is None else fit.missed,
            raised_at=at,
        )
        return started(flag, at, self.team_hours)

    def _today(self, person: Person) -> date:
        return person.hours.day_of(self.now())


# What a button or a form carries


def _carried(given: Mapping[str, str]) -> tuple[LeadId, ...]:
    """Read the numbers of leads, as far as they are numbers."""
    spelled = f"{given.get(LEAD, '')},{given.get('leads', '')}".split(",")
    numbers = (one for one in spelled if one.isascii() and one.isdecimal())
    return tuple(dict.fromkeys(LeadId(int(one)) for one in numbers if len(one) <= MOST_DIGITS))


def _existing(work: FlagWork, wanted: Sequence[LeadId]) -> Meant:
    """Give the leads that still exist, in their order."""
    found = work.leads.by_ids(wanted[:MOST_LEADS])
    leads = tuple(found[lead] for lead in wanted[:MOST_LEADS] if lead in found)
    if not leads:
        raise NotFound(say("flags-lead-gone"))
    return Meant(leads, left_out=max(0, len(wanted) - MOST_LEADS))


def _lead(work: FlagWork, asked: Interaction) -> Lead | None:
    """Give the one lead that a form is about."""
    carried = _carried(asked.values)[:1]
    return next(iter(work.leads.by_ids(carried).values()), None)


def _kind(asked: Interaction) -> Kind:
    kind = kind_of(asked.values, Wrong())
    if kind is None:
        raise Refused(say("router-unknown"))
    return kind


def _asked_in(asked: Interaction) -> str:
    """Name the field beside which a sentence about the lead belongs."""
    return next((name for name in (WHICH, LEAD) if name in asked.values), KIND)


# What speaks against it, and what could be said otherwise


def _why_not(work: FlagWork, lead: Lead | None, asked: Interaction, draft: Draft) -> Phrase | None:
    """Say why a flag is not raised: its lead is gone, or the same one waits already."""
    if lead is None:
        return say("flags-lead-gone")
    standing = work.flags.of_leads([lead.id]).get(lead.id, ())
    for flag in standing:
        if flag.state.is_undecided and (flag.by, flag.reason) == (asked.actor, draft.reason):
            return say("flags-said-already", state=say(f"triage-state-{flag.state}"))
    return None


def _proposed(draft: Draft) -> Mapping[str, Gentler]:
    """Propose gentler words for each text that has need of them."""
    looked_at = ((name, gentler(text)) for name, text in draft.texts.items())
    return {
        name: found
        for name, found in looked_at
        if found is not None and len(found.text) <= LONGEST[name]
    }
