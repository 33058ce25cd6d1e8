"""What sales and leads did with each other, by the activities on a lead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.crm.http import Told
from bot.crm.hubspot.client import BATCH, Api
from bot.crm.hubspot.model import Model
from bot.crm.hubspot.notes import BODY, has_mark
from bot.crm.told import moment, part, text
from handlers.connector import Touched

TIME = "hs_timestamp"


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """How HubSpot keeps one sort of activity."""

    object_type: str
    kind: str
    usual: str = ""
    """The direction where the activity says nothing of it."""
    tells: str = ""
    """The property by which `directions` decide."""
    directions: Mapping[str, str] = field(default_factory=dict[str, str])
    state: str = ""
    undone: frozenset[str] = frozenset()
    """States in which nothing has happened (yet)."""


ACTIVITIES = (
    Activity(
        object_type="calls",
        kind="call",
        usual="out",
        tells="hs_call_direction",
        directions={"INBOUND": "in"},
        state="hs_call_status",
        undone=frozenset({"CANCELED", "FAILED", "QUEUED"}),
    ),
    Activity(
        object_type="emails",
        kind="email",
        tells="hs_email_direction",
        directions={"EMAIL": "out", "INCOMING_EMAIL": "in"},
        state="hs_email_status",
        undone=frozenset({"FAILED", "SCHEDULED", "SENDING"}),
    ),
    Activity(
        object_type="meetings",
        kind="meeting",
        usual="out",
        state="hs_meeting_outcome",
        undone=frozenset({"CANCELED", "RESCHEDULED", "SCHEDULED"}),
    ),
    Activity(
        object_type="tasks",
        kind="task",
        tells="hs_task_type",
        directions={"CALL": "out", "EMAIL": "out"},
        state="hs_task_status",
        undone=frozenset({"DEFERRED", "IN_PROGRESS", "NOT_STARTED", "WAITING"}),
    ),
    Activity(object_type="communications", kind="other", usual="out"),
    Activity(object_type="notes", kind="note"),
)


@dataclass(frozen=True, slots=True)
class Touches:
    """The activities of one account."""

    api: Api
    model: Model

    def on(self, leads: Sequence[str]) -> Iterator[Touched]:
        """List what happened with these leads, without what is only planned and our own notes."""
        for activity in ACTIVITIES:
            linked = self.api.linked(self.model.object_type, leads, activity.object_type)
            known = self._known(activity, {id for ids in linked.values() for id in ids})
            for lead, ids in linked.items():
                yield from (
                    touched
                    for id in dict.fromkeys(ids)
                    if (touched := _touched(activity, lead, known.get(id)))
                )

    def _known(self, activity: Activity, ids: set[str]) -> Mapping[str, Told]:
        wanted = [TIME, *filter(None, (activity.tells, activity.state))]
        if activity.object_type == "notes":
            wanted.append(BODY)
        waiting = sorted(ids)
        batches = [waiting[start : start + BATCH] for start in range(0, len(waiting), BATCH)]
        return {
            text(one, "id"): one
            for batch in batches
            for one in self.api.read(activity.object_type, batch, wanted)
        }


def _touched(activity: Activity, lead: str, record: Told | None) -> Touched | None:
    given = part(record or {}, "properties")
    at = text(given, TIME)
    if record is None or not at or text(given, activity.state) in activity.undone:
        return None
    if has_mark(text(given, BODY)):
        return None
    return Touched(
        id=f"{activity.object_type}/{text(record, 'id')}",
        lead=lead,
        kind=activity.kind,
        direction=activity.directions.get(text(given, activity.tells), activity.usual),
        at=moment(at),
    )
