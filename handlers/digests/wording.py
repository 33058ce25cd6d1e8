"""Says the figures of a week, each in one line with what to compare it to."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.digests.model import (
    Completeness,
    Count,
    Debt,
    Effect,
    Figure,
    Figures,
    FirstTouch,
    FlagFigures,
    Praise,
    QuestionFigures,
    ReasonFigure,
    Share,
    Size,
    Standout,
    Week,
)
from handlers.flags.effects import Verdict
from handlers.phrase import Phrase, say, verbatim

MOST_STANDOUTS = 2
MOST_PRAISED = 3
MOST_EFFECTS = 1
"""Lines of each; the digest is read in a minute."""


def week_text(week: Week) -> Phrase:
    """Name a week by its number and its days."""
    return say("digests-week", number=week.number, first=week.first, last=week.last)


def headline(figures: Figures) -> Phrase | None:
    """Say the week in one sentence; nothing where its leads are too few for figures."""
    came = figures.of(Count.LEADS_IN)
    if came.value is None or figures.size is Size.EMPTY:
        return None
    told = [
        say(f"digests-part-{count}", count=value)
        for count in (Count.QUALIFIED, Count.ACCEPTED, Count.WON)
        if (value := figures.of(count).value) is not None
    ]
    start = say(f"digests-came-{_trend(came)}", count=came.value)
    return say("digests-headline", start=start, parts=tuple(told)) if told else start


def _trend(figure: Figure) -> str:
    if figure.value is None or figure.usual is None:
        return "in"
    low, high = figure.usual
    if figure.value < low:
        return "fewer"
    return "more" if figure.value > high else "usual"


def count_lines(figures: Figures) -> Sequence[Phrase]:
    """Say each count that is shown, in the order in which a lead goes."""
    lines: list[Phrase] = []
    for count in Count:
        line = count_line(count, figures.of(count))
        if line is not None:
            lines.append(_with_reasons(line, count, figures))
    return lines


def count_line(count: Count, figure: Figure) -> Phrase | None:
    """Say a count beside last week's and the usual ones."""
    if figure.value is None:
        return None
    what = say(f"digests-count-{count}")
    if figure.last is not None and figure.usual is not None:
        low, high = figure.usual
        return say(
            "digests-line-both",
            what=what,
            count=figure.value,
            last=figure.last,
            low=low,
            high=high,
        )
    if figure.last is not None:
        return say("digests-line-last", what=what, count=figure.value, last=figure.last)
    if figure.usual is not None:
        low, high = figure.usual
        return say("digests-line-usual", what=what, count=figure.value, low=low, high=high)
    return say("digests-line", what=what, count=figure.value)


def _with_reasons(line: Phrase, count: Count, figures: Figures) -> Phrase:
    """Add why leads were put off; why they were disqualified is drawn as a chart."""
    if count is not Count.RECYCLED:
        return line
    told = tuple(reason_counts(figures.recycled_by))
    return say("digests-line-reasons", line=line, reasons=told) if told else line


def reason_counts(reasons: Sequence[ReasonFigure]) -> Sequence[Phrase]:
    """Say how many leads had each reason that is shown."""
    return [
        say("digests-reason", reason=reason_text(one), count=one.figure.value)
        for one in reasons
        if one.figure.value is not None
    ]


def reason_text(one: ReasonFigure) -> Phrase:
    """Say a reason, or that none is known."""
    return say(f"reason-{one.key}") if one.key else say("digests-reason-unknown")


def first_touch_line(touch: FirstTouch) -> Phrase:
    """Say how long leads waited, and how many of them no longer than was agreed."""
    waited = say("digests-first-touch", hours=touch.median)
    if touch.last is not None:
        waited = say("digests-first-touch-last", hours=touch.median, last=touch.last)
    if touch.within is None:
        return waited
    return say(
        "digests-first-touch-within", waited=waited, percent=touch.within, agreed=touch.agreed
    )


def standout_line(one: Standout) -> Phrase:
    """Say how a campaign fares beside all others, with the range that so few leads leave open."""
    return say(
        "digests-standout-better" if one.is_better else "digests-standout-worse",
        campaign=one.campaign,
        promising=one.promising,
        leads=one.leads,
        low=one.share.low,
        high=one.share.high,
        elsewhere=one.elsewhere,
        since=one.since.first,
    )


def flags_line(flags: FlagFigures) -> Phrase | None:
    """Say what was flagged and what became of flags; nothing where there was nothing."""
    parts = [
        say(f"digests-flags-{name}", count=count)
        for name, count in (
            ("raised", flags.raised),
            ("accepted", flags.accepted),
            ("declined", flags.declined),
            ("done", flags.done),
            ("waiting", flags.waiting),
        )
        if count
    ]
    return say("digests-flags", parts=tuple(parts)) if parts else None


def questions_line(questions: QuestionFigures) -> Phrase | None:
    """Say how many leads were asked about, and how many answers came."""
    parts = [
        say(f"digests-questions-{name}", count=count)
        for name, count in (
            ("asked", questions.asked),
            ("answered", questions.answered),
            ("open", questions.open),
        )
        if count is not None
    ]
    return say("digests-questions", parts=tuple(parts)) if parts else None


def completeness_line(completeness: Completeness) -> Phrase:
    """Say how complete open leads are in the CRM."""
    if completeness.last is None:
        return say("digests-completeness", percent=completeness.share)
    return say("digests-completeness-last", percent=completeness.share, last=completeness.last)


def praise_line(praise: Sequence[Praise]) -> Phrase | None:
    """Say what was praised about which campaigns."""
    if not praise:
        return None
    return say("digests-praise", parts=tuple(praised(one) for one in praise[:MOST_PRAISED]))


def praised(one: Praise) -> Phrase:
    """Say what was praised, and about which campaign."""
    reason = verbatim(one.words) if one.words else say(f"flags-reason-{one.reason}")
    if not one.campaign:
        return reason
    return say("digests-praised", campaign=one.campaign, reason=reason)


def effect_line(effect: Effect) -> Phrase:
    """Say what was changed because of a flag, and what that did."""
    did = say("digests-did", what=effect.what)
    if effect.subject:
        did = say("digests-did-on", what=effect.what, subject=effect.subject)
    before, after = effect.before, effect.after
    if before is None or after is None or effect.verdict in {None, Verdict.TOO_FEW}:
        return did
    told = {"did": did, "before": _share(before), "after": _share(after)}
    return say(f"digests-effect-{effect.verdict}", **told)


def _share(share: Share) -> Phrase:
    return say("digests-share", percent=share.percent, low=share.low, high=share.high)


def debt_line(debt: Debt) -> Phrase:
    """Say one thing that a side owes."""
    if debt.count is None:
        return say(f"digests-debt-some-{debt.kind}")
    return say(f"digests-debt-{debt.kind}", count=debt.count)
