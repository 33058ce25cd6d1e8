"""What the asker does: ask, turn pages, take the sheet, say who was meant, ask the owners."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import chain
from typing import Generic, TypeVar

from handlers.envelope import MOST_ROWS, FillEnvelope
from handlers.errors import NotFound, Refused, Stale
from handlers.interaction import Interaction, Nothing, Open, Reply, Routes, Whisper, whisper
from handlers.lead import Lead, LeadId, Outcome, Provenance
from handlers.leads.understanding import Kind, MayBe, Understood, understand
from handlers.leads.worked import working_delay
from handlers.message import Card
from handlers.people import Owner, OwnerId, Person, PersonId, Place, Respondent, Role
from handlers.phrase import Phrase, say
from handlers.questions.cards import (
    MOST_LINES,
    NOBODY,
    Shown,
    answer_card,
    pages,
    pick_form,
)
from handlers.questions.delay_card import delay_card
from handlers.questions.model import (
    EXPIRE_AFTER_DAYS,
    Ask,
    AskId,
    AskState,
    Price,
    Question,
    QuestionId,
    Row,
)
from handlers.questions.notices import help_card, unreachable_card
from handlers.questions.sheet import sheet
from handlers.questions.work import Look, QuestionWork, answer_view, rows_of
from handlers.work import NewId, Now
from handlers.working_time import WorkingHours

MOST_DIGITS = 4

W = TypeVar("W", bound=QuestionWork)

HELP_WORDS = frozenset({"", "?", "help", "pomoc", "помощь", "справка", "帮助"})


def _nobody_reads(leads: Sequence[LeadId]) -> None:
    """Leave the leads as they are where no CRM is connected."""
    del leads


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking(Generic[W]):
    """The asker's half of a question."""

    open_work: Callable[[str], W]
    look: Look
    now: Now
    new_id: NewId
    fill: FillEnvelope[W]
    """Puts into a rep's envelope of today what waits for it."""
    team_hours: WorkingHours
    """Counts business hours where a lead's owner is not known."""
    refresh: Callable[[Sequence[LeadId]], None] = _nobody_reads
    """Hears which leads an answer shows, so that the CRM can be asked about them in the background; never waits."""

    def routes(self) -> Routes:
        """Tell which interactions are answered here."""
        return {
            "said": self.said,
            "questions.page": self.turn_page,
            "questions.sheet": self.send_sheet,
            "questions.pick": self.open_pick,
            "questions.picked": self.pick,
            "questions.ask-owners": self.ask_owners,
        }

    def said(self, asked: Interaction) -> Reply:
        """Answer a sentence that was said to the bot."""
        if asked.text.strip().casefold() in HELP_WORDS:
            return Whisper(help_card())
        with self.look() as work:
            asker = work.people.get(asked.actor)
            today = asker.hours.day_of(self.now())
            understood = understand(asked.text, work.leads, today=today)
        _refuse_many_delays(understood)
        with self.open_work(asked.id) as work:
            question = self._asked(asked, understood)
            work.questions.add(question)
            self._follow_open_asks(work, question)
            work.outbox.show(asked.place, answer_view(question.id))
            work.commit()
        self.refresh(question.leads)
        return Nothing()

    def read(self, text: str, *, today: date) -> tuple[Understood, Shown]:
        """Answer without keeping the question, for whoever asks on the command line."""
        with self.look() as work:
            understood = understand(text, work.leads, today=today)
            _refuse_many_delays(understood)
            nobody = PersonId("")
            asked = Interaction(
                name="said", actor=nobody, place=Place.direct(nobody), id="", text=text
            )
            return understood, self.shown(work, self._asked(asked, understood))

    def _asked(self, asked: Interaction, understood: Understood) -> Question:
        return Question(
            id=QuestionId(self.new_id()),
            asker=asked.actor,
            place=asked.place,
            kind=understood.kind,
            words=asked.text,
            remarks=understood.remarks,
            leads=understood.leads,
            described=understood.described,
            asked_at=self.now(),
        )

    def _follow_open_asks(self, work: QuestionWork, question: Question) -> None:
        heard = work.questions.heard(question.leads, question.kind)
        waiting = [one.ask.id for one in heard.values() if one.ask and one.ask.state.is_open]
        work.questions.follow(waiting, question.id)

    def turn_page(self, asked: Interaction) -> Reply:
        """Show another page of the answer, to everybody who sees it."""
        with self.open_work(asked.id) as work:
            work.people.get(asked.actor)
            question = _question(work, asked)
            page = _number(asked.values.get("page", ""))
            if not 0 <= page < pages(len(question.leads)):
                raise Stale(say("questions-no-such-page"))
            work.questions.keep(replace(question, page=page))
            work.outbox.refresh(answer_view(question.id))
            work.commit()
        return Nothing()

    def send_sheet(self, asked: Interaction) -> Reply:
        """Send the whole answer as a file to whoever wants it."""
        with self.open_work(asked.id) as work:
            work.people.get(asked.actor)
            shown = self.shown(work, _question(work, asked))
            work.outbox.post(Place.direct(asked.actor), sheet(shown))
            work.commit()
        return whisper(say("questions-sheet-sent"))

    def open_pick(self, asked: Interaction) -> Reply:
        """Ask whom the lines with a typing error mean."""
        with self.look() as work:
            question = _question(work, asked)
            _may_steer(work.people.get(asked.actor), question)
            if not question.remarks.candidates:
                raise Stale(say("questions-picked-already"))
            return Open(pick_form(question, _maybe(work, question)))

    def pick(self, asked: Interaction) -> Reply:
        """Take the leads that were meant into the question."""
        with self.open_work(asked.id) as work:
            question = _question(work, asked)
            _may_steer(work.people.get(asked.actor), question)
            question = _picked(question, asked.values)
            work.questions.keep(question)
            self._follow_open_asks(work, question)
            work.outbox.refresh(answer_view(question.id))
            work.commit()
        return Nothing()

    def ask_owners(self, asked: Interaction) -> Reply:
        """Ask the owners of the leads of which the CRM knows no outcome."""
        at = self.now()
        with self.open_work(asked.id) as work:
            question = _question(work, asked)
            asker = work.people.get(asked.actor)
            _may_steer(asker, question)
            shown = self._priced(work, question)
            if not shown.price.askable:
                raise Stale(_nobody_left(question))
            self._ask(work, shown)
            closes = asker.hours.add_working_days(at, EXPIRE_AFTER_DAYS)
            asked_now = replace(question, owners_asked_at=at, closes_at=closes, closed_at=None)
            work.questions.keep(asked_now)
            if question.owners_asked_at is None:
                self._tell_of_unreachable(work, shown)
            work.outbox.refresh(answer_view(question.id))
            work.commit()
        return Nothing()

    def _priced(self, work: QuestionWork, question: Question) -> Shown:
        """Read the price again behind a lock, so that no lead is asked about twice at once."""
        owners = self.shown(work, question).price.askable.values()
        work.envelopes.hold(sorted(set(owners)))
        return self.shown(work, question)

    def _ask(self, work: W, shown: Shown) -> None:
        at = self.now()
        for lead, owner in shown.price.askable.items():
            ask = Ask(
                id=AskId(self.new_id()),
                lead=lead,
                person=owner,
                kind=shown.question.kind,
                state=AskState.QUEUED,
                queued_at=at,
            )
            work.questions.add_ask(ask, shown.question.id)
        people = work.people.by_ids(shown.price.askable.values())
        for person in people.values():
            self.fill(work, person, at)

    def _tell_of_unreachable(self, work: QuestionWork, shown: Shown) -> None:
        """List the leads that nobody can be asked about to the asker and to the administrators."""
        leads = {row.lead.id: row.lead for row in shown.rows}
        missed = [leads[one] for one in (*shown.price.ownerless, *shown.price.unreachable)]
        if not missed:
            return
        owners = work.people.owners({lead.owner for lead in missed if lead.owner is not None})
        named = [(lead, _owner_name(lead, owners)) for lead in missed]
        administrators = [person.id for person in work.people.with_role(Role.ADMINISTRATOR)]
        for person in dict.fromkeys((shown.question.asker, *administrators)):
            work.outbox.post(Place.direct(person), unreachable_card(named))

    def draw(self, question: str) -> Card | None:
        """Draw the live answer as it is now."""
        with self.look() as work:
            try:
                found = work.questions.get(QuestionId(question))
            except NotFound:
                return None
            shown = self.shown(work, found)
            is_delay = found.kind is Kind.DELAY and shown.rows
            return delay_card(shown) if is_delay else answer_card(shown)

    def shown(self, work: QuestionWork, question: Question) -> Shown:
        """Gather what the answer is drawn from."""
        rows = rows_of(work, question.leads, question.kind)
        owners = _behind(work, rows)
        hours = {row.lead.id: self._hours_of(row.lead, owners) for row in rows}
        delays = {row.lead.id: working_delay(row.lead, hours[row.lead.id]) for row in rows}
        return Shown(
            question=question,
            rows=rows,
            hours=hours,
            delays={lead: delay for lead, delay in delays.items() if delay is not None},
            price=self._price(work, rows, question.kind, owners),
            maybe=_maybe(work, question),
            at=self.now(),
        )

    def _hours_of(self, lead: Lead, owners: Mapping[LeadId, Respondent]) -> WorkingHours:
        owner = owners.get(lead.id)
        return self.team_hours if owner is None else owner.hours

    def _price(
        self,
        work: QuestionWork,
        rows: Sequence[Row],
        kind: Kind,
        owners: Mapping[LeadId, Respondent],
    ) -> Price:
        at = self.now()
        gaps = [row for row in rows if _is_gap(row, kind, owners.get(row.lead.id), at)]
        asked = {row.lead.id: owners[row.lead.id] for row in gaps if row.lead.id in owners}
        askable = {lead: owner for lead, owner in asked.items() if owner.reachable}
        silent = [row.lead for row in gaps if row.lead.id not in askable]
        return Price(
            askable={lead: owner.id for lead, owner in askable.items()},
            ownerless=tuple(lead.id for lead in silent if lead.owner is None),
            unreachable=tuple(lead.id for lead in silent if lead.owner is not None),
            free_places=_free_places(work, askable.values(), at),
        )


def _nobody_left(question: Question) -> Phrase:
    if question.owners_asked_at is None:
        return say("questions-nobody-left-to-ask")
    return say("questions-asked-already")


def _is_gap(row: Row, kind: Kind, owner: Respondent | None, at: datetime) -> bool:
    if kind is Kind.OUTCOME and (row.outcome, row.provenance) != (
        Outcome.UNKNOWN,
        Provenance.NOBODY,
    ):
        return False
    if row.lead.gone_at is not None:
        return False
    if row.ask is None or row.ask.may_be_repeated(at):
        return True
    if row.ask.state is not AskState.NOT_MINE or owner is None:
        return False
    return owner.id != row.ask.person


def _behind(work: QuestionWork, rows: Sequence[Row]) -> Mapping[LeadId, Respondent]:
    """Give the person who owns each lead, where the CRM's owner is known in chat."""
    owners = {row.lead.id: row.lead.owner for row in rows if row.lead.owner is not None}
    behind = work.people.behind(set(owners.values()))
    return {lead: behind[owner] for lead, owner in owners.items() if owner in behind}


def _free_places(work: QuestionWork, people: Iterable[Respondent], at: datetime) -> int:
    today = {person.id: person.hours.day_of(at) for person in people}
    taken = work.questions.rows_today(today)
    return sum(max(0, MOST_ROWS - taken.get(person, 0)) for person in today)


def _owner_name(lead: Lead, owners: Mapping[OwnerId, Owner]) -> str:
    owner = owners.get(lead.owner) if lead.owner is not None else None
    return "" if owner is None else owner.name


def _maybe(work: QuestionWork, question: Question) -> Mapping[LeadId, Lead]:
    candidates = question.remarks.candidates[:MOST_LINES]
    return work.leads.by_ids(chain.from_iterable(one.leads for one in candidates))


def _question(work: QuestionWork, asked: Interaction) -> Question:
    return work.questions.get(QuestionId(asked.values.get("question", "")))


def _number(text: str) -> int:
    """Read a page number; -1, which is no page, for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS else -1


def _may_steer(person: Person, question: Question) -> None:
    """Let the asker, a manager or an administrator decide what happens with a question."""
    if person.id != question.asker and person.role not in {Role.MANAGER, Role.ADMINISTRATOR}:
        raise Refused(say("questions-only-the-asker"))


def _refuse_many_delays(understood: Understood) -> None:
    if understood.kind is Kind.DELAY and len(understood.leads) > 1:
        raise Refused(say("questions-one-delay", count=len(understood.leads)))


def _picked(question: Question, given: Mapping[str, str]) -> Question:
    """Move each candidate line to the lead that was picked, or to the unknown lines."""
    leads = list(question.leads)
    unknown, duplicates = list(question.remarks.unknown), list(question.remarks.duplicates)
    for number, one in enumerate(question.remarks.candidates[:MOST_LINES]):
        lead = _chosen(one, given.get(f"line-{number}", NOBODY))
        if lead is None:
            unknown.append(one.line)
        elif lead in leads:
            duplicates.append(one.line)
        else:
            leads.append(lead)
    remarks = replace(
        question.remarks,
        unknown=tuple(unknown),
        duplicates=tuple(duplicates),
        candidates=question.remarks.candidates[MOST_LINES:],
    )
    return replace(question, leads=tuple(leads), remarks=remarks)


def _chosen(one: MayBe, picked: str) -> LeadId | None:
    """Trust a picked lead only if it was offered for this line."""
    return next((lead for lead in one.leads if str(lead) == picked), None)
