"""Where a name may stand, and what each figure counts: whatever is new here has to be argued for."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto

Place = tuple[str, str]
"""A phrase's key and the name of a value in it."""

# ---- where a name may stand: each place has to be argued for

NAMED_IN_THE_OPEN = {
    ("agenda-minutes-action", "owner"),  # an agreement, said once, in the minutes of that meeting
    ("definition-signature", "name"),  # a head signs for a side, in public
}
NAMED_TO_ONE = {
    *NAMED_IN_THE_OPEN,
    ("questions-row-asker", "person"),  # "Maya would like to know": a rep knows whom they answer
    ("questions-no-account-line", "owner"),  # whom to speak to instead, as the CRM names them
}
NAMED_TO_ADMINISTRATORS = {
    *NAMED_TO_ONE,
    ("triage-history-line", "who"),  # the audit trail
    ("triage-history-words", "who"),
    ("delivery-parked", "who"),  # whose account they have to connect
    ("settings-undelivered-line", "who"),
}


class Of(Enum):
    """What a figure counts, and so how small it may be in the open."""

    LEADS = auto()
    """Leads that stand for others, or are not shown: never fewer than ten."""
    CONDUCT = auto()
    """What people did or did not do: of five people and ten leads, in full tens."""
    ROWS = auto()
    """What this card lists one by one, or the rest of such a list: a small team sees its leads."""
    ONE_LEAD = auto()
    """Of one lead, shown without its owner: product.md sets its hours and attempts beside its fit."""
    FLAGS = auto()
    """What was said: a finding begins with three flags, whoever raised them."""
    WEEK = auto()
    """Of a week's leads: a part that would tell of a few is hidden, which the attack on discretion proves."""
    PRICE = auto()
    """What it costs to ask, said to the asker before the owners are asked."""
    NUMBER = auto()
    """Not a count of anything: a version, minutes of a meeting, a limit, an age."""


FIGURES: Mapping[Place, Of] = {
    ("agenda-debt-marketing", "count"): Of.CONDUCT,
    ("agenda-debt-sales", "count"): Of.CONDUCT,
    ("agenda-minutes", "count"): Of.NUMBER,
    ("agenda-more", "count"): Of.ROWS,
    ("agenda-slot", "first"): Of.NUMBER,
    ("agenda-slot", "last"): Of.NUMBER,
    ("agenda-spare", "minutes"): Of.NUMBER,
    ("agenda-topic-finding-flags", "count"): Of.FLAGS,
    ("business-hours", "hours"): Of.ONE_LEAD,
    ("definition-fares", "leads"): Of.LEADS,
    ("definition-fares", "now"): Of.NUMBER,  # per cent
    ("definition-fares", "number"): Of.NUMBER,
    ("definition-fares", "then"): Of.NUMBER,
    ("definition-fares-few", "least"): Of.NUMBER,
    ("definition-fares-first", "leads"): Of.LEADS,
    ("definition-fares-first", "then"): Of.NUMBER,
    ("definition-outdated", "base"): Of.NUMBER,
    ("definition-outdated", "now"): Of.NUMBER,
    ("definition-outdated-first", "now"): Of.NUMBER,
    ("definition-proposal-title", "number"): Of.NUMBER,
    ("definition-show-number", "number"): Of.NUMBER,
    ("definition-sign-hint", "number"): Of.NUMBER,
    ("definition-silent", "count"): Of.FLAGS,
    ("definition-title-in-force", "number"): Of.NUMBER,
    ("definition-title-replaced", "number"): Of.NUMBER,
    ("definition-title-withdrawn", "number"): Of.NUMBER,
    ("definition-uncovered", "count"): Of.FLAGS,
    ("definition-uncovered", "rejections"): Of.FLAGS,
    ("digests-came-fewer", "count"): Of.WEEK,
    ("digests-came-in", "count"): Of.WEEK,
    ("digests-came-more", "count"): Of.WEEK,
    ("digests-came-usual", "count"): Of.WEEK,
    ("digests-completeness", "percent"): Of.NUMBER,  # in full fives, of groups of people
    ("digests-completeness-last", "last"): Of.NUMBER,
    ("digests-completeness-last", "percent"): Of.NUMBER,
    ("digests-debt-actions", "count"): Of.CONDUCT,
    ("digests-debt-answers", "count"): Of.CONDUCT,
    ("digests-debt-decisions", "count"): Of.CONDUCT,
    ("digests-debt-signatures", "count"): Of.CONDUCT,
    ("digests-few-weeks", "fewest"): Of.NUMBER,
    ("digests-few-weeks", "weeks"): Of.NUMBER,
    ("digests-first-touch", "hours"): Of.NUMBER,  # a median over five people and ten leads
    ("digests-first-touch-last", "hours"): Of.NUMBER,
    ("digests-first-touch-last", "last"): Of.NUMBER,
    ("digests-first-touch-within", "agreed"): Of.NUMBER,
    ("digests-first-touch-within", "percent"): Of.NUMBER,  # in full fives
    ("digests-flags-accepted", "count"): Of.FLAGS,
    ("digests-flags-declined", "count"): Of.FLAGS,
    ("digests-flags-done", "count"): Of.FLAGS,
    ("digests-flags-raised", "count"): Of.FLAGS,
    ("digests-flags-waiting", "count"): Of.FLAGS,
    ("digests-hidden", "fewest"): Of.NUMBER,
    ("digests-line", "count"): Of.WEEK,
    ("digests-line-both", "count"): Of.WEEK,
    ("digests-line-both", "high"): Of.WEEK,
    ("digests-line-both", "last"): Of.WEEK,
    ("digests-line-both", "low"): Of.WEEK,
    ("digests-line-last", "count"): Of.WEEK,
    ("digests-line-last", "last"): Of.WEEK,
    ("digests-line-usual", "count"): Of.WEEK,
    ("digests-line-usual", "high"): Of.WEEK,
    ("digests-line-usual", "low"): Of.WEEK,
    ("digests-part-accepted", "count"): Of.WEEK,
    ("digests-part-qualified", "count"): Of.WEEK,
    ("digests-part-won", "count"): Of.WEEK,
    ("digests-questions-answered", "count"): Of.WEEK,
    ("digests-questions-asked", "count"): Of.LEADS,
    ("digests-questions-open", "count"): Of.WEEK,
    ("digests-reason", "count"): Of.WEEK,
    ("digests-reasons-title", "count"): Of.WEEK,
    ("digests-share", "high"): Of.NUMBER,
    ("digests-share", "low"): Of.NUMBER,
    ("digests-share", "percent"): Of.NUMBER,
    ("digests-small", "fewest"): Of.NUMBER,
    ("digests-standout-better", "elsewhere"): Of.NUMBER,
    ("digests-standout-better", "high"): Of.NUMBER,
    ("digests-standout-better", "leads"): Of.LEADS,
    ("digests-standout-better", "low"): Of.NUMBER,
    ("digests-standout-better", "promising"): Of.NUMBER,  # of ten leads or more, as a finding's
    ("digests-standout-worse", "elsewhere"): Of.NUMBER,
    ("digests-standout-worse", "high"): Of.NUMBER,
    ("digests-standout-worse", "leads"): Of.LEADS,
    ("digests-standout-worse", "low"): Of.NUMBER,
    ("digests-standout-worse", "promising"): Of.NUMBER,
    ("digests-week", "number"): Of.NUMBER,
    ("digests-week-short", "number"): Of.NUMBER,
    ("findings-elsewhere", "percent"): Of.NUMBER,
    ("findings-few-leads", "fewest"): Of.NUMBER,
    ("findings-help", "fewest"): Of.NUMBER,
    ("findings-share", "high"): Of.NUMBER,
    ("findings-share", "hits"): Of.NUMBER,  # a share of ten leads or more may well be small
    ("findings-share", "low"): Of.NUMBER,
    ("findings-share", "of"): Of.LEADS,
    ("findings-share-percent", "high"): Of.NUMBER,
    ("findings-share-percent", "low"): Of.NUMBER,
    ("findings-share-percent", "percent"): Of.NUMBER,
    ("findings-title-campaign", "count"): Of.FLAGS,
    ("findings-title-criterion", "count"): Of.FLAGS,
    ("findings-title-source", "count"): Of.FLAGS,
    ("outcome-count-converted", "count"): Of.ROWS,
    ("outcome-count-disqualified", "count"): Of.ROWS,
    ("outcome-count-in-conversation", "count"): Of.ROWS,
    ("outcome-count-later", "count"): Of.ROWS,
    ("outcome-count-not-touched", "count"): Of.ROWS,
    ("outcome-count-qualified", "count"): Of.ROWS,
    ("outcome-count-trying", "count"): Of.ROWS,
    ("outcome-count-unknown", "count"): Of.ROWS,
    ("questions-ask-owners", "count"): Of.PRICE,
    ("questions-first-touch", "hours"): Of.ONE_LEAD,
    ("questions-funnel-title", "count"): Of.LEADS,
    ("questions-gaps", "count"): Of.ROWS,
    ("questions-headline", "count"): Of.ROWS,
    ("questions-known-from", "age"): Of.NUMBER,
    ("questions-nobody-to-ask", "count"): Of.ROWS,
    ("questions-part-waiting", "count"): Of.ROWS,
    ("questions-price", "leads"): Of.PRICE,
    ("questions-price", "people"): Of.PRICE,
    ("questions-price", "places"): Of.PRICE,
    ("questions-price-later", "count"): Of.PRICE,
    ("questions-table-caption", "count"): Of.ROWS,
    ("questions-table-caption", "first"): Of.ROWS,
    ("questions-table-caption", "last"): Of.ROWS,
    ("questions-waiting", "count"): Of.ROWS,
    ("reason-count", "count"): Of.ROWS,
    ("triage-attempts", "count"): Of.ONE_LEAD,
    ("triage-effect-too-few", "fewest"): Of.NUMBER,
    ("triage-fit-caption", "count"): Of.NUMBER,  # criteria
    ("triage-fit-caption", "met"): Of.NUMBER,
    ("triage-fit-caption", "version"): Of.NUMBER,
    ("triage-more", "count"): Of.ROWS,
    ("weekfile-few-people", "leads"): Of.NUMBER,
    ("weekfile-few-people", "people"): Of.NUMBER,
    ("weekfile-number", "number"): Of.NUMBER,
    ("weekfile-touch-within", "agreed"): Of.NUMBER,
}
"""Every figure that a channel, an agenda or a file may show; a new one has to be argued for."""
