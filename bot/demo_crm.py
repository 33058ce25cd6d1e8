"""The demo's own CRM, put beside it: filled with what the demo imported, read and written like any other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from bot.app import Memory, Policy, keeping, keeping_store
from bot.crm.demo.connector import SYSTEM, DemoCrm
from bot.crm.demo.records import Record, Records
from bot.crm.meaning import meanings
from bot.i18n import Voice
from bot.keeper import Keeper
from bot.keeping import HELD
from bot.platforms.demo import story
from bot.web import Service
from bot.writings import Writings
from handlers.connector import Cursor, RemoteField
from handlers.crm import ImportStore, Incoming
from handlers.keeping import Share, Word, WordKind
from handlers.lead import Lead, LeadFilter, Status
from handlers.nudges.rules import NEXT_STEP_DATE, all_rules, fingerprint
from handlers.people import Person, Role
from handlers.roster.model import Company
from handlers.writing.model import Allowed

POLICY = Policy(allowed=Allowed(is_on=True), nudges=True)
"""Section 3 can be lived: stale fields are asked about, and what a rep confirms is written back."""

TOGETHER = 1_000
"""Leads that are copied at once."""

MOST_WORDS = 50
"""Values of a picklist at most; an export whose column holds more is no list."""

MEANS = {
    "status": "status",
    "reason": "reason",
    "next_step": "next_step",
    "next_step_date": NEXT_STEP_DATE,
    "situation": "extra:situation",
    "needs": "extra:needs",
    "objections": "extra:objections",
}
"""Ours by the CRM's own names of its fields, all of which may be written."""

_ORDER = (
    *(Status.NEW, Status.ATTEMPTING, Status.CONNECTED, Status.QUALIFIED, Status.CONVERTED),
    *(Status.NURTURING, Status.DISQUALIFIED),
)
"""In which a picklist of statuses stands: as a lead goes on."""


@dataclass(frozen=True, slots=True)
class DemoImports:
    """Lets the leads of an export be those of the demo's CRM: whose words they are, the import has seen."""

    store: ImportStore

    def begin(self, system: str) -> Incoming:
        """Prepare an import, whichever CRM the files are from."""
        del system
        return self.store.begin(SYSTEM)


class BesideCrm:
    """The CRM of one demo, and whoever reads it and writes to it."""

    def __init__(self, database: Memory, records: Records, company: Company) -> None:
        """Connect it; nothing is read yet."""
        self.records = records
        self._database = database
        self._hours = company.hours
        self._voice = Voice(company.language, company.hours.zone)
        self._connector = DemoCrm(records, database.now)
        self._keeping = keeping(database, self._connector, company)
        self.keeper = Keeper(self._keeping)
        self._poked: Callable[[], None] = lambda: None

    def services(self, writings: Writings, written: Callable[[], None]) -> dict[str, Service]:
        """Give what runs beside the web front; `written` is called once something stands in the CRM."""
        scribe = writings.scribe(self._connector, lambda _: written(), self._voice)
        self._poked = scribe.poke
        return {"crm": self.keeper.run, "crm-writing": scribe.run}

    def poke(self) -> None:
        """Say that something was committed that may have to be written."""
        self._poked()

    def look(self) -> None:
        """Bring our copy up to date now; otherwise the keeper does every few minutes."""
        self._keeping.look()

    def asked(self, person: Person) -> Sequence[str]:
        """Name the leads by the CRM's ids about which this rep is asked now; for others, all reps."""
        with self._database.look() as work:
            reps = [person] if person.role is Role.REP else work.people.with_role(Role.REP)
            rows = [row for rep in reps for row in work.nudges.open_rows(rep.id)]
        return [row.lead.external_id for row in rows if row.lead.system == SYSTEM]

    # moving in

    def move_in(self) -> None:
        """Fill the CRM with the leads of the demo and say what its fields mean, unless that was done."""
        if self.records.is_set_up():
            return
        filling = Filling()
        records = list(filling.copied(self._database))
        fields = filling.fields()
        self._explain(filling.words(fields))
        self._begin_after(len(records), fields)
        self.records.set_up(fields, records)

    def _explain(self, words: Sequence[Word]) -> None:
        """Map the CRM, and let this morning's look at stale fields be done: the story begins with questions."""
        at = self._database.now()
        with self._database.open_work() as work:
            for word in words:
                work.mappings.keep(SYSTEM, word)
            rules = fingerprint(all_rules(work.nudges.rules()))
            work.nudges.take_morning(self._hours.day_of(at), rules, at)
            work.commit()

    def _begin_after(self, version: int, fields: Sequence[RemoteField]) -> None:
        """Begin to read with what changes from now on: the import has brought the rest."""
        store, at = keeping_store(self._database), self._database.now()
        until = at + HELD
        stream = store.hold(SYSTEM, until)
        if stream is not None:
            store.describe(stream, (), fields)
            store.take(stream, Share(cursor=Cursor(at, token=str(version))), until)
            store.finish(stream, at)


@dataclass(slots=True)
class Filling:
    """Copies leads into the CRM, and learns on the way which values its lists must have."""

    statuses: dict[str, tuple[Status, str]] = field(default_factory=dict[str, tuple[Status, str]])
    """What each word for a status means: the status, and a reason where it says one itself."""
    reasons: dict[str, str] = field(default_factory=dict[str, str])

    def copied(self, database: Memory) -> Iterator[Record]:
        """Give every lead of our copy as the CRM has it."""
        with database.look() as work:
            everything = LeadFilter()
            ids = work.leads.matching(everything, work.leads.count(everything))
            for start in range(0, len(ids), TOGETHER):
                leads = work.leads.by_ids(ids[start : start + TOGETHER]).values()
                owners = work.people.owners({one.owner for one in leads if one.owner is not None})
                for lead in leads:
                    self._learn(lead)
                    owner = None if lead.owner is None else owners.get(lead.owner)
                    yield _copied(lead, "" if owner is None else owner.name)

    def _learn(self, lead: Lead) -> None:
        if lead.status_raw and lead.status is not None:
            says_why = lead.reason is not None and lead.reason_raw in {"", lead.status_raw}
            reason = lead.reason.value if says_why and lead.reason is not None else ""
            self.statuses.setdefault(lead.status_raw, (lead.status, reason))
        if lead.reason_raw and lead.reason is not None and lead.reason_raw != lead.status_raw:
            self.reasons.setdefault(lead.reason_raw, lead.reason.value)

    def fields(self) -> Sequence[RemoteField]:
        """Describe the CRM's fields."""
        statuses = sorted(self.statuses, key=lambda one: (_ORDER.index(self.statuses[one][0]), one))
        reasons = sorted(self.reasons)
        return (
            _choice("status", "Status", statuses, story.STATUSES),
            _choice("reason", "Disqualification reason", reasons, story.REASONS),
            RemoteField(name="next_step", label="Next step", kind="text"),
            RemoteField(name="next_step_date", label="Date of the next step", kind="date"),
            RemoteField(name="situation", label="Situation", kind="text"),
            RemoteField(name="needs", label="Needs", kind="text"),
            RemoteField(name="objections", label="Objections", kind="text"),
        )

    def words(self, fields: Sequence[RemoteField]) -> Sequence[Word]:
        """Say what the fields mean, and those values that only the export's own CRM explains."""
        status, reason = fields[0], fields[1]
        mapped = [
            Word(kind=WordKind.FIELD, word=name, means=means, writes=True)
            for name, means in MEANS.items()
        ]
        known = meanings(SYSTEM, WordKind.STATUS, status, ())
        mapped += [
            Word(kind=WordKind.STATUS, word=word, means=f"{means}/{why}" if why else means.value)
            for word, (means, why) in self.statuses.items()
            if word not in known
        ]
        known = meanings(SYSTEM, WordKind.REASON, reason, ())
        mapped += [
            Word(kind=WordKind.REASON, word=word, means=means)
            for word, means in self.reasons.items()
            if word not in known
        ]
        return mapped


def _choice(name: str, label: str, found: Sequence[str], otherwise: Sequence[str]) -> RemoteField:
    """Describe a picklist by the values that leads have; a list with nothing to choose is no list."""
    values = list(found)[:MOST_WORDS] if len(found) > 1 else [*found, *otherwise]
    options = tuple((one, one) for one in dict.fromkeys(values))
    return RemoteField(name=name, label=label, kind="choice", options=options)


def _copied(lead: Lead, owner: str) -> Record:
    """Give a lead as the CRM has it; a reason that its status says itself stands in no field."""
    reason = "" if lead.reason_raw == lead.status_raw else lead.reason_raw
    told = {"status": lead.status_raw, "reason": reason, "next_step": lead.next_step}
    return Record(
        id=lead.external_id,
        name=lead.name or lead.email or lead.external_id,
        company=lead.company,
        owner=owner,
        values={name: told.get(name, "") for name in MEANS},
        at=lead.imported_at,
    )
