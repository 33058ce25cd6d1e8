"""Histories of a whole house: people ask, flag, decide, meet and fall silent, and all that leaves is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count

from sqlalchemy import Engine, select, update

from bot.app import House, build, post_office
from handlers.definition.model import Criterion, CriterionId, Operator, State, Version
from handlers.definition.model import Test as FieldTest
from handlers.interaction import Interaction, Open, Reply, Show, Whisper
from handlers.lead import Lead, Status
from handlers.message import (
    Button,
    Card,
    Form,
    Message,
    Paper,
)
from handlers.parcel import Gone, Parcel, Sent
from handlers.people import Owner, OwnerId, Person, PersonId, Place, Role, Side
from handlers.roster.model import Company
from handlers.router import Router
from handlers.work import About
from handlers.working_time import WorkingHours
from storage.schema import asks, leads, meetings
from storage.work import Database
from tests.builders import Clock, a_lead, a_marketer, a_rep
from tests.population import open_channels, settle
from tests.stories.contents import filled_in, parts

WARSAW = WorkingHours(zone="Europe/Warsaw")
SALES, MARKETING = Place.channel(Side.SALES), Place.channel(Side.MARKETING)
THREAD = Place.at("demo", "side-room/1700000000.1")
OPEN_PLACES = (SALES, MARKETING, THREAD)

LEADS = 60
CAMPAIGNS = ("Spring webinar", "Search ads", "")
SOURCES = ("Webinar", "Advertising", "Webinar")
STATUSES = (Status.DISQUALIFIED, Status.CONVERTED, None, None, Status.CONNECTED)
LATER = (*STATUSES, Status.NEW, Status.NURTURING)
"""What the CRM may tell in the end."""
REASONS = {
    "reject": ("not-the-role", "outside-target", "low-intent"),
    "disqualify": ("no-budget", "no-need"),
    "recycle": ("not-ready",),
    "praise": ("right-role",),
}
PRESSED = ("agenda.", "definition.", "digests.", "findings.", "flags.", "questions.", "triage.")
"""The features whose buttons anybody presses at random; no one leaves the company or moves a channel."""

RING_AT = (8, 13)
"""O'clock in UTC: during everybody's working day."""

REPS = (
    "Zygfryda Quornowska", "Bartholomew Xylander", "Fyodora Wexelblatt", "Quentin Ostrovsky",
    "Ludmila Vinterhagen", "Thaddeus Jorgensbury", "Karolek Awaysson",
)  # fmt: skip
MARKETERS = (
    "Myfanwy Drabblethorp", "Ignatius Popplewell", "Saskia Vroomfondel", "Ottoline Grubbenhaus",
    "Desmond Fizzlewick",
)  # fmt: skip
HEADS = ("Wolfgang Salzhuber", "Hortensia Markwardt")
ADMIN = "Cuthbert Adminowitz"


@dataclass(frozen=True, slots=True)
class Said:
    """Something that was read by somebody: in a channel, or by one person alone."""

    place: Place
    day: date
    message: Card | Form | Paper
    people_asked: int
    """How many people had an ask by then; a debt of sales is of these."""

    @property
    def is_open(self) -> bool:
        """Tell whether more than one person reads it."""
        return self.place in OPEN_PLACES


def _person(number: int, name: str, make: Callable[..., Person], **more: object) -> Person:
    email = f"{name.split(maxsplit=1)[0].lower()}@quux.example"
    return make(name, id=PersonId(f"pn-{number:03}"), email=email, **more)


def staff(size: int) -> tuple[Person, ...]:
    """Hire so many reps and marketers, a head of each side and an administrator."""
    reps = [_person(n, name, a_rep) for n, name in enumerate(REPS[:size])]
    others = [_person(20 + n, name, a_marketer) for n, name in enumerate(MARKETERS[:size])]
    return (
        *reps,
        *others,
        _person(40, HEADS[0], a_rep, role=Role.MANAGER),
        _person(41, HEADS[1], a_marketer, role=Role.MANAGER),
        _person(42, ADMIN, a_rep, role=Role.ADMINISTRATOR),
    )


@dataclass
class History:
    """A house in which time passes, and what was said in it."""

    engine: Engine
    clock: Clock
    people: Sequence[Person]
    said: list[Said] = field(default_factory=list[Said])

    def __post_init__(self) -> None:
        """Move in, with leads and their owners; who is the last of the reps has no chat account."""
        self._deeds, self._leads = count(1), count(1)
        ids = count(1)
        database = Database(self.engine, now=self.clock, new_id=lambda: f"id-{next(ids)}")
        self.house: House = build(database, at=self.clock, company=Company(hours=WARSAW))
        self.office = post_office(database)
        self.router = Router(self.house.routes)
        self.buttons: dict[Place, list[Button]] = {}
        reps = [one for one in self.people if one.role is Role.REP]
        owning = [
            Owner(id=OwnerId(n), name=one.name, email=one.email, person=one.id)
            for n, one in enumerate(reps, 1)
        ]
        silent = reps[-1:]
        settle(
            self.engine,
            people=[one for one in self.people if one not in silent],
            accountless=silent,
            owning=owning,
            having=[self._lead(len(reps), days=3 + n % 40) for n in range(LEADS)],
        )
        open_channels(self.engine)

    def _lead(self, owners: int, *, days: int) -> Lead:
        """Make a lead as the CRM would bring it, so many days after it came."""
        n = next(self._leads)
        came = self.clock() - timedelta(days=days)
        return a_lead(
            n,
            name=f"Lead Number{n}",
            company=f"Firm{n}",
            email=f"lead{n}@firm{n}.example",
            campaign=CAMPAIGNS[n % 3],
            source=SOURCES[n % 3],
            owner=OwnerId(1 + n // 5 % owners),
            status=STATUSES[n % 5],
            created_at=came,
            first_touch_at=came + timedelta(hours=30) if n % 5 == 1 else None,
            imported_at=self.clock(),
        )

    # ---- what is done

    def do(
        self, name: str, by: Person, place: Place, given: Mapping[str, str], text: str = ""
    ) -> Reply:
        """Press or say something; what is read in reply, and what leaves after it, is kept."""
        reply = self.router.route(
            Interaction(
                name=name,
                actor=by.id,
                place=place,
                id=f"deed-{next(self._deeds)}",
                values=given,
                text=text,
            )
        )
        if isinstance(reply, Whisper):
            self._keep(Place.direct(by.id), reply.card)
        if isinstance(reply, Show):
            self._keep(place, reply.card)
        if isinstance(reply, Open):
            self._keep(Place.direct(by.id), reply.form)
        self.deliver()
        return reply

    def press(self, by: Person, place: Place, button: Button, seed: int = 0) -> Reply:
        """Press a button, and fill in the forms that follow, at most three."""
        reply = self.do(button.does, by, place, dict(button.values))
        for _ in range(3):
            if not isinstance(reply, Open):
                break
            given = filled_in(reply.form, seed, self.clock().date(), self.people)
            reply = self.do(reply.form.name, by, place, given)
        return reply

    def press_any(self, seed: int) -> None:
        """Let somebody press any button that they see."""
        by = self.people[seed % len(self.people)]
        places = [one for one in (*OPEN_PLACES, Place.direct(by.id)) if self.buttons.get(one)]
        if places:
            place = places[seed // 7 % len(places)]
            seen = self.buttons[place][-40:]
            self.press(by, place, seen[seed // 31 % len(seen)], seed)

    def press_the(self, by: Person, place: Place, does: str, seed: int = 0) -> Reply | None:
        """Press the newest button that does this, if there is one."""
        found = [one for one in self.buttons.get(place, ()) if one.does == does]
        return self.press(by, place, found[-1], seed) if found else None

    def ask(self, seed: int) -> None:
        """Ask about a few leads or many, mostly in the open, and then their owners."""
        asker = self.people[seed % len(self.people)]
        place = (*OPEN_PLACES, Place.direct(asker.id))[seed % 4]
        many = (3, 8, 12, 30)[seed // 4 % 4]
        named = [f"L-{1 + (seed + n) % LEADS}" for n in range(many)]
        lines = "\n".join(named)
        self.do("said", asker, place, {}, f"what happened to these leads?\n{lines}")
        self.press_the(asker, place, "questions.ask-owners")

    def flag(self, seed: int) -> None:
        """Flag a few leads of one campaign for the same reason."""
        kind = tuple(REASONS)[seed % 4 if seed % 3 else 0]
        reason = REASONS[kind][seed // 4 % len(REASONS[kind])]
        for n in range(1 + seed % 4):
            by = self.people[(seed + n) % len(self.people)]
            lead = 1 + (seed % 3 + 3 * (seed // 5 + n)) % LEADS
            given = {
                "lead": str(lead),
                "kind": kind,
                "reason": reason,
                "seen": f"Seen {n}",
                "trigger": "New budget" if kind == "recycle" else "",
            }
            self.do("flags.confirm", by, Place.direct(by.id), given)

    def bring(self, seed: int) -> None:
        """Let the CRM tell what became of some leads, and bring new ones."""
        owners = sum(one.role is Role.REP for one in self.people)
        new = (0, 1, 5, 40)[seed % 4]
        settle(self.engine, having=[self._lead(owners, days=0) for _ in range(new)])
        with self.engine.begin() as connection:
            changed = {"status": LATER[seed % 7], "status_changed_at": self.clock()}
            some = [1 + (seed + n) % LEADS for n in range(1 + seed // 7 % 15)]
            connection.execute(update(leads).where(leads.c.id.in_(some)).values(**changed))

    def propose(self, seed: int) -> None:
        """Propose a version of the definition, and let a head of either side sign it."""
        with self.house.database.open_work() as work:
            number = work.definitions.next_number()
            by = self.people[seed % len(self.people)]
            one = Criterion(
                id=CriterionId(f"c-{number}"),
                words=f"Wording {number}",
                test=FieldTest(
                    field="campaign", operator=Operator.ONE_OF, values=(CAMPAIGNS[seed % 2],)
                ),
                covers=("outside-target",),
            )
            draft = Version(
                number=number,
                criteria=(one,),
                state=State.DRAFT,
                proposed_by=by.id,
                proposed_at=self.clock(),
            )
            work.definitions.add(draft)
            work.commit()
        given = {"version": str(number), "why": f"Because {number}"}
        self.do("definition.proposed", by, Place.direct(by.id), given)
        for head in self.heads[: 1 + seed % 2]:
            self.press_the(head, Place.channel(head.side), "definition.sign")

    @property
    def heads(self) -> Sequence[Person]:
        """Give who signs and says when the teams meet."""
        return [one for one in self.people if one.role is Role.MANAGER]

    def meet(self, seed: int) -> None:
        """Put a meeting into the calendar, or talk at the one there is: items, actions, files."""
        first = self.clock() + timedelta(days=1 + (seed % 3))
        while first.weekday() > 4:
            first += timedelta(days=1)
        given = {
            "title": "Both teams",
            "rhythm": ("weekly", "fortnightly")[seed % 2],
            "first-day": first.date().isoformat(),
            "starts": "10:00",
            "zone": "Europe/Warsaw",
            "minutes": "30",
            "room": "Room 4",
        }
        head = self.heads[0]
        self.do("agenda.series-saved", head, Place.direct(head.id), given)
        here = {"meeting": self._meeting()}
        self.do("agenda.added", head, SALES, {**here, "words": f"Item {seed}", "minutes": "5"})
        for n in range(1 + seed % 3):
            owner = self.people[(seed + n) % len(self.people)]
            due = (self.clock() + timedelta(days=seed % 4 * 2)).date().isoformat()
            what = {**here, "what": f"Action {seed}", "owner": owner.id, "due": due}
            self.do("agenda.actioned", head, SALES, what)
        for form in ("text", "calendar"):
            self.do("agenda.export", head, SALES, {**here, "form": form})

    def _meeting(self) -> str:
        newest = select(meetings.c.id).order_by(meetings.c.starts_at.desc())
        with self.engine.connect() as connection:
            return connection.execute(newest).scalars().first() or ""

    def show_agenda(self, seed: int) -> None:
        """Bring the agenda to wherever somebody asks for it."""
        by = self.people[seed % len(self.people)]
        self.do("agenda.show", by, OPEN_PLACES[seed % 3], {})

    def sheet(self, seed: int) -> None:
        """Let somebody take the newest answers as files."""
        for place in OPEN_PLACES:
            self.press_the(self.people[seed % len(self.people)], place, "questions.sheet")

    def decide(self, seed: int) -> None:
        """Let marketing decide the newest flag or finding, and say that a change is done."""
        head = self.heads[-1]
        deeds = ("triage.accept", "triage.finish", "triage.decline", "findings.decide")
        for does in deeds[seed % 4 :][:2]:
            self.press_the(head, MARKETING, does, seed)

    def wait(self, seed: int) -> None:
        """Let days pass, in which the jobs ring."""
        for _ in range((1, 1, 2, 3, 8, 32)[seed % 6]):
            for hour in RING_AT:
                day = self.clock().date() + timedelta(days=hour == RING_AT[0])
                self.clock.at = self.clock.at.replace(
                    year=day.year, month=day.month, day=day.day, hour=hour
                )
                self.ring()

    def ring(self) -> None:
        """Let everything happen that is due."""
        for job in self.house.jobs.values():
            job(self.clock())
        self.deliver()

    # ---- what leaves

    def deliver(self) -> None:
        """Bring everything that waits to whoever reads it."""
        self.house.tell(self.clock())
        while parcels := self.office.claim({"demo": timedelta()}, 50):
            for parcel in parcels:
                card = self._written(parcel)
                if card is not None:
                    self._keep(parcel.place, card)
                fate = Gone() if card is None else Sent(parcel.reference or f"m-{parcel.id}")
                self.office.settle(parcel, fate)

    def _written(self, parcel: Parcel) -> Message | Paper | None:
        if isinstance(parcel.content, About):
            return self.house.views[parcel.content.view](parcel.content.subject)
        return parcel.content

    def _keep(self, place: Place, message: Message | Form | Paper) -> None:
        assert not hasattr(message, "content"), "a file of unknown words"
        self.said.append(Said(place, self.clock().date(), message, self._asked()))  # type: ignore[arg-type]
        if isinstance(message, Card):
            offered = [one for one in parts(message, Button) if one.does.startswith(PRESSED)]
            self.buttons.setdefault(place, []).extend(offered)

    def _asked(self) -> int:
        wanted = select(asks.c.person_id).where(asks.c.asked_at.is_not(None)).distinct()
        with self.engine.connect() as connection:
            return len(connection.execute(wanted).all())

    def close(self) -> None:
        """Let everybody look at their own page, and the administrator at what is known of a flag."""
        for person in self.people:
            card = self.house.views["home.card"](person.id)
            if card is not None:
                self._keep(Place.home(person.id), card)
        admin = self.people[-1]
        self.press_the(admin, MARKETING, "triage.history")


DEEDS: Mapping[str, Callable[[History, int], None]] = {
    "press": History.press_any,
    "ask": History.ask,
    "flag": History.flag,
    "bring": History.bring,
    "propose": History.propose,
    "meet": History.meet,
    "agenda": History.show_agenda,
    "sheet": History.sheet,
    "decide": History.decide,
    "wait": History.wait,
}
Deed = tuple[str, int]
"""What is done, and a number that decides who does it and how."""


def live(engine: Engine, deeds: Sequence[Deed], *, size: int) -> History:
    """Live through a history."""
    history = History(engine, Clock(), staff(size))
    for name, seed in deeds:
        DEEDS[name](history, seed)
    history.close()
    return history
