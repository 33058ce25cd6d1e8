"""What anybody of either side does with an agenda: add, move, time, drop, decide."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from handlers.agenda.cards import agenda_card
from handlers.agenda.forms import (
    ITEM_MINUTES,
    LONGEST_LINE,
    LONGEST_WORDS,
    MINUTES_FIELD,
    WORDS,
    add_form,
    decide_form,
    drop_form,
    minute_options,
    time_form,
)
from handlers.agenda.model import Item, ItemId, ItemState, Kind, Meeting, MeetingId
from handlers.agenda.notices import no_meeting_card
from handlers.agenda.planning import Slot, moved, renumbered
from handlers.agenda.rights import may_schedule, refuse_closed
from handlers.agenda.shown import gathered
from handlers.agenda.work import AgendaWork, Look, OpenWork, agenda_view, item_of
from handlers.errors import NotFound, Stale
from handlers.filled import Wrong, one_of, text
from handlers.interaction import (
    Correct,
    Interaction,
    Nothing,
    Open,
    Reply,
    Routes,
    Whisper,
    whisper,
)
from handlers.message import Card, Form
from handlers.people import Place
from handlers.phrase import Phrase, say
from handlers.work import NewId, Now
from handlers.working_time import WorkingHours

WAYS = {"-1": -1, "1": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Arranging:
    """The agenda in everybody's hands."""

    open_work: OpenWork
    look: Look
    now: Now
    new_id: NewId
    company: WorkingHours
    """When the company works; its public holidays move meetings."""

    def routes(self) -> Routes:
        """Tell which interactions are answered here."""
        return {
            "agenda.show": self.show,
            "agenda.add": self.open_add,
            "agenda.added": self.add,
            "agenda.move": self.move,
            "agenda.time": self.open_time,
            "agenda.timed": self.time,
            "agenda.put-back": self.put_back,
            "agenda.decide": self.open_decide,
            "agenda.decided": self.decide,
        }

    def draw(self, meeting: str) -> Card | None:
        """Draw a meeting's agenda as it is now."""
        with self.look() as work:
            try:
                found = work.agenda.get(MeetingId(meeting))
            except NotFound:
                return None
            return agenda_card(gathered(work, found, at=self.now(), company=self.company))

    def show(self, asked: Interaction) -> Reply:
        """Bring the next agenda, or the last one, to whoever asks for it."""
        with self.open_work(asked.id) as work:
            person = work.people.get(asked.actor)
            meeting = work.agenda.upcoming() or work.agenda.last_held()
            if meeting is None:
                return Whisper(no_meeting_card(may_set_up=may_schedule(person)))
            at_home = asked.place == Place.home(asked.actor)
            place = Place.direct(asked.actor) if at_home else asked.place
            stood = work.outbox.stands(place, agenda_view(meeting.id))
            work.outbox.show(place, agenda_view(meeting.id))
            work.commit()
        if at_home:
            return whisper(say("agenda-sent"))
        return whisper(say("agenda-stands-above")) if stood else Nothing()

    # Adding

    def open_add(self, asked: Interaction) -> Reply:
        """Ask what is to be talked about."""
        with self.look() as work:
            return Open(add_form(_open_meeting(work, asked)))

    def add(self, asked: Interaction) -> Reply:
        """Put somebody's own words on the agenda, behind what is there."""
        wrong = Wrong()
        words = text(asked.values, WORDS, wrong, longest=LONGEST_LINE)
        minutes = _minutes(asked, wrong)
        if wrong.errors:
            return Correct(wrong.errors)

        def added(meeting: Meeting, items: Sequence[Item]) -> Sequence[Item]:
            own = Item(
                id=ItemId(self.new_id()),
                meeting=meeting.id,
                kind=Kind.OWN,
                words=words,
                minutes=minutes,
                position=0,
                at=self.now(),
            )
            return renumbered((*items, own))

        return self._arrange(asked, added, field=WORDS)

    # Moving and timing

    def move(self, asked: Interaction) -> Reply:
        """Let an item change places with its neighbour, if the agenda is still as it was seen."""
        by = WAYS.get(asked.values.get("by", ""))
        with self.open_work(asked.id) as work:
            work.people.get(asked.actor)
            meeting = work.agenda.hold(_meeting_id(asked))
            refuse_closed(meeting)
            items = work.agenda.items(meeting.id)
            item = item_of(items, asked.values.get("item", ""))
            if by is None or item is None or asked.values.get("version") != str(meeting.version):
                raise Stale(say("agenda-changed"))
            keep(work, meeting, moved(items, item.id, by))
            work.commit()
        return Nothing()

    def open_time(self, asked: Interaction) -> Reply:
        """Ask how long an item may take."""
        return self._open(asked, time_form)

    def time(self, asked: Interaction) -> Reply:
        """Give an item another length."""
        wrong = Wrong()
        minutes = _minutes(asked, wrong)
        if wrong.errors:
            return Correct(wrong.errors)
        return self._change(asked, lambda item: replace(item, minutes=minutes), MINUTES_FIELD)

    # Dropping and deciding

    def open_drop(self, asked: Interaction) -> Reply:
        """Ask why an item is taken off."""
        return self._open(asked, drop_form)

    def drop(self, asked: Interaction) -> Reply:
        """Take an item off this agenda; what is undecided where it belongs comes back next time."""
        wrong = Wrong()
        words = text(asked.values, WORDS, wrong, longest=LONGEST_LINE)
        if wrong.errors:
            return Correct(wrong.errors)

        def dropped(item: Item) -> Item:
            return replace(item, state=ItemState.DROPPED, decision=words)

        return self._change(asked, dropped, WORDS)

    def put_back(self, asked: Interaction) -> Reply:
        """Put an item back that was taken off."""

        def back(item: Item) -> Item:
            if item.state is not ItemState.DROPPED:
                raise Stale(say("agenda-changed"))
            return replace(item, state=ItemState.OPEN, decision="")

        return self._change(asked, back, None)

    def open_decide(self, asked: Interaction) -> Reply:
        """Ask what the meeting decided."""
        return self._open(asked, decide_form)

    def decide(self, asked: Interaction) -> Reply:
        """Write down what the meeting decided, unless somebody did so while the form was open."""
        wrong = Wrong()
        words = text(asked.values, WORDS, wrong, longest=LONGEST_WORDS)
        if wrong.errors:
            return Correct(wrong.errors)

        def decided(item: Item) -> Item:
            if item.state.value != asked.values.get("state"):
                raise Stale(_meanwhile(item))
            return replace(item, state=ItemState.DECIDED, decision=words)

        return self._change(asked, decided, WORDS)

    # What they have in common

    def _open(self, asked: Interaction, form: Callable[[Slot], Form]) -> Reply:
        """Open a form about one item."""
        with self.look() as work:
            meeting = _open_meeting(work, asked)
            shown = gathered(work, meeting, at=self.now(), company=self.company)
        wanted = asked.values.get("item", "")
        slot = next((slot for slot in shown.plan.all if slot.item.id == wanted), None)
        if slot is None:
            raise Stale(say("agenda-item-gone"))
        return Open(form(slot))

    def _change(
        self, asked: Interaction, change: Callable[[Item], Item], field: str | None
    ) -> Reply:
        """Change one item; what is wrong is said beside the field, so that no word is lost."""

        def changed(_: Meeting, items: Sequence[Item]) -> Sequence[Item]:
            wanted = item_of(items, asked.values.get("item", ""))
            if wanted is None:
                raise Stale(say("agenda-item-gone"))
            return [change(item) if item is wanted else item for item in items]

        return self._arrange(asked, changed, field=field)

    def _arrange(
        self,
        asked: Interaction,
        change: Callable[[Meeting, Sequence[Item]], Sequence[Item]],
        *,
        field: str | None,
    ) -> Reply:
        try:
            with self.open_work(asked.id) as work:
                work.people.get(asked.actor)
                meeting = work.agenda.hold(_meeting_id(asked))
                refuse_closed(meeting)
                keep(work, meeting, change(meeting, work.agenda.items(meeting.id)))
                work.commit()
        except Stale as stale:
            if field is None:
                raise
            return Correct({field: stale.phrase})
        return Nothing()


def keep(work: AgendaWork, meeting: Meeting, items: Sequence[Item]) -> None:
    """Keep an agenda's new order, and bring it up to date wherever it stands."""
    work.agenda.arrange(meeting.id, items)
    work.agenda.keep(meeting.changed())
    work.outbox.refresh(agenda_view(meeting.id))


def _open_meeting(work: AgendaWork, asked: Interaction) -> Meeting:
    work.people.get(asked.actor)
    meeting = work.agenda.get(_meeting_id(asked))
    refuse_closed(meeting)
    return meeting


def _meeting_id(asked: Interaction) -> MeetingId:
    return MeetingId(asked.values.get("meeting", ""))


def _minutes(asked: Interaction, wrong: Wrong) -> int:
    """Read how long an item may take; 0 where that is wrong."""
    options = minute_options(ITEM_MINUTES, ITEM_MINUTES[0])
    chosen = one_of(options, asked.values, MINUTES_FIELD, wrong)
    return 0 if MINUTES_FIELD in wrong.errors else int(chosen)


def _meanwhile(item: Item) -> Phrase:
    if item.state is ItemState.DECIDED:
        return say("agenda-decided-meanwhile", words=item.decision)
    return say("agenda-changed")
