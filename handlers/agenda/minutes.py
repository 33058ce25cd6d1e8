"""Posts the minutes of a meeting, once, and takes what people added over to the next agenda."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from handlers.agenda.model import Item, ItemId, ItemState, Kind, Meeting, MeetingState
from handlers.agenda.notices import Outcome, minutes_card
from handlers.agenda.planning import renumbered
from handlers.agenda.shown import gathered
from handlers.agenda.work import AgendaWork, agenda_view
from handlers.people import Place, Side
from handlers.work import NewId
from handlers.working_time import WorkingHours

CHANNELS = (Place.channel(Side.SALES), Place.channel(Side.MARKETING))


def post_minutes(
    work: AgendaWork, meeting: Meeting, *, at: datetime, company: WorkingHours, new_id: NewId
) -> None:
    """Tell both channels what was decided, agreed and left, and close the agenda."""
    card = minutes_card(gathered(work, meeting, at=at, company=company), _outcome(work, meeting))
    for channel in CHANNELS:
        work.outbox.post(channel, card)
    work.agenda.keep(replace(meeting.changed(), minuted_at=at))
    work.outbox.refresh(agenda_view(meeting.id))
    following = work.agenda.upcoming()
    if following is not None:
        carry_over(work, meeting, work.agenda.hold(following.id), at=at, new_id=new_id)


def _outcome(work: AgendaWork, meeting: Meeting) -> Outcome:
    agreed = work.agenda.agreed_in(meeting.id)
    new = {action.id for action in agreed}
    closed = work.agenda.closed_since(_before(work, meeting))
    return Outcome(
        agreed=agreed,
        closed=[action for action in closed if action.id not in new],
        owners=work.people.by_ids({action.owner for action in agreed}),
    )


def _before(work: AgendaWork, meeting: Meeting) -> datetime:
    """Give the moment of the meeting before, or one long ago where this is the first."""
    earlier = [
        one.starts_at
        for one in work.agenda.of(meeting.series)
        if one.state is MeetingState.HELD and one.starts_at < meeting.starts_at
    ]
    return max(earlier, default=datetime(1970, 1, 1, tzinfo=UTC))


def carry_over(
    work: AgendaWork, before: Meeting, after: Meeting, *, at: datetime, new_id: NewId
) -> None:
    """Put what people added and nobody decided onto the next agenda; all else comes by itself."""
    own = [_again(item, after, at, new_id) for item in work.agenda.items(before.id) if _left(item)]
    if own:
        work.agenda.arrange(after.id, renumbered((*own, *work.agenda.items(after.id))))
        work.agenda.keep(after.changed())
        work.outbox.refresh(agenda_view(after.id))


def _left(item: Item) -> bool:
    return item.kind is Kind.OWN and item.state is ItemState.OPEN


def _again(item: Item, after: Meeting, at: datetime, new_id: NewId) -> Item:
    return replace(item, id=ItemId(new_id()), meeting=after.id, at=at)
