"""The figures of a week, as the digest tells them.

What is here was made fit to be shown by `discretion`: no figure says anything of single people, and no
small group is told or can be computed from what is told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from handlers.digests.week import Week
from handlers.flags.effects import Verdict
from handlers.lead import CampaignId
from handlers.people import Side

__all__ = [
    "Completeness",
    "Count",
    "Debt",
    "DebtKind",
    "Effect",
    "Figure",
    "Figures",
    "FirstTouch",
    "FlagFigures",
    "Holiday",
    "Praise",
    "QuestionFigures",
    "ReasonFigure",
    "Share",
    "Size",
    "Standout",
    "Week",
    "Which",
]


class Count(StrEnum):
    """What is counted of a week's leads. The order is that of the digest."""

    LEADS_IN = "leads-in"
    """They were created within the week."""
    QUALIFIED = "qualified"
    """Of those that came in: they met every criterion of the definition of their day that a test can tell."""
    ACCEPTED = "accepted"
    """Sales began to work on them within the week: the first attempt, conversation or touch."""
    TALKING = "talking"
    """They came into conversation for the first time."""
    WON = "won"
    """They were converted."""
    DISQUALIFIED = "disqualified"
    RECYCLED = "recycled"
    """They were put off, to be looked at again."""


class Size(StrEnum):
    """How much there was in a week."""

    EMPTY = "empty"
    """Nothing happened with any lead."""
    SMALL = "small"
    """Something happened with fewer than ten leads, so that no figure about leads is told."""
    ENOUGH = "enough"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number of leads, with what to compare it to."""

    value: int | None = None
    """None where it is hidden, or not known."""
    last: int | None = None
    """Of the week before; None where that one is hidden or not known."""
    usual: tuple[int, int] | None = None
    """The 10th to the 90th percentile of up to twelve weeks before; None where fewer than four are known."""
    hidden: bool = False
    """The group is so small that the number would tell of single leads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonFigure:
    """How many leads were disqualified or put off for one reason."""

    key: str
    """Of `handlers.lead.Reason`; empty where the CRM gave no reason that we know."""
    figure: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstTouch:
    """How long leads waited from hand-over to the first touch that fell into the week."""

    median: float
    """Business hours, to a tenth."""
    within: int | None
    """Per cent, in full fives, that were touched within the agreed time; None where it tells of a few."""
    agreed: int
    """Business hours that were agreed."""
    leads: int
    """In full tens."""
    last: float | None = None
    """The median of the week before."""


@dataclass(frozen=True, slots=True)
class Share:
    """A share with the range that it may lie in, in whole per cent, rounded outward."""

    percent: int
    low: int
    high: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Standout:
    """A campaign whose leads fare better or worse than those of all others, more than chance explains.

    Leads of some weeks are counted whose outcome is known; promising ones are in conversation or
    further. No lead is counted in two standouts of its campaign.
    """

    id: CampaignId
    campaign: str
    """Its name."""
    promising: int
    leads: int
    share: Share
    elsewhere: int
    """Per cent of the promising among all other leads."""
    since: Week
    """The first week whose leads are counted; the last is the week of the figures."""

    @property
    def is_better(self) -> bool:
        """Tell whether the campaign does better than the others."""
        return self.share.percent > self.elsewhere


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagFigures:
    """Flags and what became of them; None where a number would tell of a few."""

    raised: int | None
    """Without praise, and without what was taken back."""
    praised: int | None
    accepted: int | None
    """Within the week, whenever they were raised."""
    declined: int | None
    done: int | None
    """What was promised was done within the week."""
    waiting: int | None
    """For a decision, when the week ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionFigures:
    """Leads about which owners were asked within the week, and how that stood when it ended."""

    asked: int | None
    answered: int | None
    open: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Completeness:
    """How many open leads of the last twelve weeks have the fields filled that both teams need."""

    share: int
    """Per cent, in full fives."""
    last: int | None = None
    """Of the week before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Praise:
    """What was praised about a campaign's leads; never by whom, and never how often."""

    reason: str
    """The key of the flag reason."""
    words: str = ""
    """The company's own words; empty where the catalogue's stand."""
    campaign: str = ""
    """Or the source; empty where neither is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """You said, we did: what was changed after a flag, and what that did to its leads."""

    what: str
    """What was changed, in marketing's words."""
    subject: str = ""
    """The campaign or source; empty where none is known."""
    done_on: date
    verdict: Verdict | None = None
    """None until four weeks of leads are counted."""
    before: Share | None = None
    after: Share | None = None
    """Both None where too few leads came."""


class DebtKind(StrEnum):
    """What a side owes the other beyond its time."""

    ANSWERS = "answers"
    """Sales: leads that nobody spoke of."""
    DECISIONS = "decisions"
    """Marketing: flags that nobody decided."""
    SIGNATURES = "signatures"
    """A proposed definition waits for this side's signature."""
    ACTIONS = "actions"
    """Of the joint meeting, overdue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Debt:
    """One thing that a side owes."""

    kind: DebtKind
    count: int | None = None
    """In full tens; None where a number would tell of a few people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """A public holiday of the company's country on a day of the week on which it would work."""

    day: date
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """All figures of a week, the same for both sides.

    A week that is over is counted once and kept: a lead that changes afterwards rewrites no past week.
    """

    week: Week
    size: Size = Size.ENOUGH
    counts: Mapping[Count, Figure]
    disqualified_by: Sequence[ReasonFigure] = ()
    """The largest first; `other_disqualified` are those of all other reasons together."""
    other_disqualified: int | None = None
    recycled_by: Sequence[ReasonFigure] = ()
    other_recycled: int | None = None
    first_touch: FirstTouch | None = None
    campaigns: Sequence[Standout] = ()
    """The most striking first."""
    flags: FlagFigures
    questions: QuestionFigures | None = None
    """None where fewer than five people or about fewer than ten leads were asked."""
    completeness: Completeness | None = None
    praise: Sequence[Praise] = ()
    effects: Sequence[Effect] = ()
    owes: Mapping[Side, Sequence[Debt]] = field(default_factory=dict[Side, Sequence[Debt]])
    holidays: Sequence[Holiday] = ()
    definition: int | None = None
    """The newest version of the definition by which leads of the week were judged."""
    weeks_before: int = 0
    """Of how many of the twelve weeks before there are figures; 0 for the first week of all."""
    so_far: bool = False
    """The week is not over."""
    late: bool = False
    """It was counted over a week after its end: what only its own days could tell is left out."""
    counted_at: datetime
    leads_to: int
    """The highest number of a lead that there was."""
    changes_to: int
    """The highest number of a change in a lead's history that there was."""

    def of(self, count: Count) -> Figure:
        """Give one of the counts."""
        return self.counts.get(count, Figure())

    def reasons_of(self, count: Count) -> Sequence[ReasonFigure]:
        """Give the reasons that are told of disqualified or recycled leads; of no other count any."""
        if count is Count.DISQUALIFIED:
            return self.disqualified_by
        return self.recycled_by if count is Count.RECYCLED else ()


@dataclass(frozen=True, slots=True)
class Which:
    """Leads that a figure of a week counts."""

    count: Count
    reason: str | None = None
    """For disqualified and recycled leads the key of one reason; None for all reasons."""
