"""What sales and leads did with each other, by the activities that regard a lead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.crm.dynamics.client import Api, batches, one_of, told_by
from bot.crm.dynamics.notes import has_mark
from bot.crm.http import Told
from bot.crm.told import moment, text
from handlers.connector import Touched


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """How Dataverse keeps one sort of activity."""

    table: str
    kind: str
    id: str = "activityid"
    lead: str = "regardingobjectid"
    direction: str = ""
    """Of all of this sort; where it is empty and `tells` is set, each says its own."""
    tells: bool = False
    done: bool = True
    """Only what was completed has happened; notes know no states."""

    def question(self, leads: Sequence[str]) -> tuple[str, Mapping[str, str]]:
        """Ask for the ones on these leads; the table of all activities does not know directions."""
        own = ["actualend"] if self.done else ["subject"]
        columns = [self.id, f"_{self.lead}_value", "createdon", *own]
        selected = ",".join([*columns, *(["directioncode"] if self.tells else [])])
        state = " and statecode eq 1" if self.done else ""
        return self.table, {"$select": selected, "$filter": one_of(self.lead, leads) + state}

    def touched(self, row: Told) -> Touched:
        """Read one."""
        return Touched(
            id=f"{self.table}/{text(row, self.id)}",
            lead=text(row, f"_{self.lead}_value"),
            kind=self.kind,
            direction=_direction(row) if self.tells else self.direction,
            at=moment(text(row, "actualend") or text(row, "createdon")),
        )


def _direction(row: Told) -> str:
    """Read who turned to whom: sales to the lead is “outgoing”."""
    outgoing = row.get("directioncode")
    if outgoing is None:
        return ""
    return "out" if outgoing is True else "in"


ACTIVITIES = (
    Activity(table="phonecalls", kind="call", tells=True),
    Activity(table="emails", kind="email", tells=True),
    Activity(table="appointments", kind="meeting", direction="out"),
    Activity(table="tasks", kind="task"),
    Activity(table="campaignresponses", kind="form", direction="in"),
    Activity(table="annotations", kind="note", id="annotationid", lead="objectid", done=False),
)


def touches(api: Api, leads: Sequence[str]) -> Iterator[Touched]:
    """List what happened with these leads, without what is only planned and our own notes."""
    for group in batches(leads):
        answers = api.batch([one.question(group) for one in ACTIVITIES])
        for activity, answer in zip(ACTIVITIES, answers, strict=True):
            for row in api.onward(told_by(answer)):
                if not has_mark(text(row, "subject")):
                    yield activity.touched(row)
