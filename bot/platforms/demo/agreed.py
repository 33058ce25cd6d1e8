"""What the demo's two teams have agreed on, and what sales has said of some leads of late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.platforms.demo.people import WARSAW
from bot.platforms.demo.story import HOURS
from handlers.agenda.model import Rhythm, Series, SeriesId
from handlers.definition.model import (
    Criterion,
    CriterionId,
    Operator,
    Signature,
    State,
    Test,
    Version,
)
from handlers.digests.editions import Decision, DecisionId, DecisionState
from handlers.digests.model import Week
from handlers.flags.model import Kind, ReasonKey, Remedy
from handlers.people import PersonId, Side

HEADS = {Side.MARKETING: PersonId("helen"), Side.SALES: PersonId("marek")}
"""Who signs for a side."""

MAYA, PIOTR, OLGA = PersonId("maya"), PersonId("piotr"), PersonId("olga")

AGREED_DAYS_AGO = 120
"""The definition is older than every lead of the story."""

AHEAD = timedelta(days=6)
"""So far off is the next meeting at least: its agenda comes when the visitor moves the clock."""

SINCE_WEEKS = 8
"""For so long the teams have met."""

THURSDAY = 3

DECIDES = CriterionId("decides")

CRITERIA = (
    Criterion(
        id=DECIDES,
        words="Decides about buying, or prepares the decision",
        test=Test(
            field="title",
            operator=Operator.CONTAINS,
            values=("head", "director", "manager", "CFO", "founder"),
        ),
        covers=("not-the-role", "no-authority"),
    ),
    Criterion(
        id=CriterionId("company"),
        words="Works at a company that we can name",
        test=Test(field="company", operator=Operator.FILLED),
        covers=("unidentified",),
    ),
    Criterion(
        id=CriterionId("work-address"),
        words="Writes from a work address, not from a free one",
        test=Test(field="email", operator=Operator.OWN_DOMAIN),
        covers=("bad-contact-data", "personal-use"),
    ),
    Criterion(
        id=CriterionId("project"),
        words="Has something to solve within a year",
        covers=("low-intent", "no-need"),
    ),
)
"""What both teams call a qualified lead; the last only a person can tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """What marketing changed because of a flag, and how many days ago that was done."""

    what: str
    remedy: Remedy
    accepted: int
    done: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a rep said of a lead, so many days ago."""

    lead: str
    """The CRM's id."""
    by: PersonId
    reason: ReasonKey
    seen: str
    would_help: str
    days_ago: int
    kind: Kind = Kind.REJECT
    promised: Promised | None = None
    """Nothing where marketing has only looked at it."""


SAID = (
    Said(
        lead="1097",
        by=PIOTR,
        reason=ReasonKey("bad-contact-data"),
        seen="The mail came back, and the form had no phone number",
        would_help="A form that takes only addresses that can be reached",
        days_ago=45,
        promised=Promised(
            what="The form asks for a phone number and checks the address",
            remedy=Remedy.DATA,
            accepted=43,
            done=35,
        ),
    ),
    Said(
        lead="1066",
        by=OLGA,
        reason=ReasonKey("not-the-role"),
        seen="Orders office supplies, and has no say in what we sell",
        would_help="Ask for the role in the form",
        days_ago=4,
    ),
    Said(
        lead="1075",
        by=PIOTR,
        reason=ReasonKey("not-the-role"),
        seen="A buyer who was asked to collect prices",
        would_help="",
        days_ago=2,
    ),
)
"""Two of one reason on one campaign: the third, which is the visitor's, makes a finding."""

NEXT = "1074"
"""The lead that the guide proposes to flag: one of Tom's, of the same campaign and for the same reason."""


def definition(at: datetime) -> Version:
    """Give the first version, signed by both heads long ago."""
    since = _days_before(at, AGREED_DAYS_AGO)
    return Version(
        number=1,
        criteria=CRITERIA,
        state=State.IN_FORCE,
        proposed_by=HEADS[Side.MARKETING],
        proposed_at=_days_before(since, 8),
        why="So that both teams mean the same by a good lead",
        signatures=(
            Signature(Side.MARKETING, HEADS[Side.MARKETING], _days_before(since, 4)),
            Signature(Side.SALES, HEADS[Side.SALES], since),
        ),
        in_force_from=since,
    )


def meetings(id: SeriesId, at: datetime) -> Series:
    """Give the series of joint meetings, each second Thursday at two in Warsaw."""
    day = HOURS.day_of(at + AHEAD)
    thursday = day + timedelta(days=(THURSDAY - day.weekday()) % 7)
    return Series(
        id=id,
        title="Sales and marketing",
        rhythm=Rhythm.FORTNIGHTLY,
        first_day=thursday - timedelta(weeks=SINCE_WEEKS),
        starts=time(14),
        zone=WARSAW,
        minutes=45,
    )


def decided(id: DecisionId, last: Week, at: datetime) -> Decision:
    """Give what the digest of the last week put up for decision, and what became of it."""
    return Decision(
        id=id,
        week=last,
        key="campaign-worse",
        subject="story",
        about="Directory listing",
        state=DecisionState.DONE,
        taken_by=Side.MARKETING,
        person=MAYA,
        due=last.before(-1).first + timedelta(days=1),
        closed_at=at,
    )


def _days_before(at: datetime, days: int) -> datetime:
    return HOURS.next_moment(at - timedelta(days=days))
