"""The weekly digest for scripts; `docs/digest.md` describes it field by field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from handlers.digests.editions import Decision
from handlers.digests.model import Count, Effect, Figure, Figures, ReasonFigure, Share, Standout
from handlers.digests.shown import Shown

Json = Mapping[str, object]


def digest_json(shown: Shown) -> Json:
    """Give a digest; a number that is hidden or not known is null, days and moments are ISO 8601."""
    figures = shown.figures
    return {
        **_period(figures),
        "leads": {count.value: _figure(figures.of(count)) for count in Count},
        "disqualified_by": [_reason(one) for one in figures.disqualified_by],
        "other_disqualified": figures.other_disqualified,
        "recycled_by": [_reason(one) for one in figures.recycled_by],
        "other_recycled": figures.other_recycled,
        "first_touch": _first_touch(figures),
        "campaigns": [_standout(one) for one in figures.campaigns],
        **_talk(figures),
        "completeness": _completeness(figures),
        "owes": {
            side.value: [{"what": debt.kind.value, "at_least": debt.count} for debt in debts]
            for side, debts in figures.owes.items()
        },
        "decisions": [_decision(one) for one in shown.decisions],
        "decided_before": [_decision(one) for one in shown.before],
    }


def _period(figures: Figures) -> Json:
    week = figures.week
    return {
        "week": str(week),
        "first": week.first.isoformat(),
        "last": week.last.isoformat(),
        "counted_at": figures.counted_at.isoformat(),
        "so_far": figures.so_far,
        "counted_late": figures.late,
        "size": figures.size.value,
        "weeks_before": figures.weeks_before,
        "definition": figures.definition,
        "holidays": [{"day": one.day.isoformat(), "name": one.name} for one in figures.holidays],
    }


def _figure(figure: Figure) -> Json:
    return {
        "value": figure.value,
        "last_week": figure.last,
        "usual": None if figure.usual is None else list(figure.usual),
        "hidden": figure.hidden,
    }


def _reason(one: ReasonFigure) -> Json:
    return {"reason": one.key or None, **_figure(one.figure)}


def _first_touch(figures: Figures) -> Json | None:
    touch = figures.first_touch
    if touch is None:
        return None
    return {
        "median_hours": touch.median,
        "last_week": touch.last,
        "agreed_hours": touch.agreed,
        "percent_within": touch.within,
        "at_least_leads": touch.leads,
    }


def _standout(one: Standout) -> Json:
    return {
        "campaign": one.campaign,
        "promising": one.promising,
        "leads": one.leads,
        "share": _share(one.share),
        "percent_elsewhere": one.elsewhere,
        "since": str(one.since),
    }


def _talk(figures: Figures) -> Json:
    flags, asked = figures.flags, figures.questions
    return {
        "flags": {
            "raised": flags.raised,
            "praised": flags.praised,
            "accepted": flags.accepted,
            "declined": flags.declined,
            "done": flags.done,
            "waiting": flags.waiting,
        },
        "questions": None
        if asked is None
        else {"asked": asked.asked, "answered": asked.answered, "open": asked.open},
        "praise": [
            {"reason": one.reason, "words": one.words or None, "campaign": one.campaign or None}
            for one in figures.praise
        ],
        "effects": _effects(figures.effects),
    }


def _effects(effects: Sequence[Effect]) -> Sequence[Json]:
    return [
        {
            "what": one.what,
            "subject": one.subject or None,
            "done_on": one.done_on.isoformat(),
            "verdict": None if one.verdict is None else one.verdict.value,
            "before": None if one.before is None else _share(one.before),
            "after": None if one.after is None else _share(one.after),
        }
        for one in effects
    ]


def _completeness(figures: Figures) -> Json | None:
    complete = figures.completeness
    return None if complete is None else {"percent": complete.share, "last_week": complete.last}


def _share(share: Share) -> Json:
    return {"percent": share.percent, "low": share.low, "high": share.high}


def _decision(one: Decision) -> Json:
    return {
        "what": one.key,
        "about": one.about or one.subject or None,
        "week": str(one.week),
        "state": one.state.value,
        "taken_by": None if one.taken_by is None else one.taken_by.value,
        "due": None if one.due is None else one.due.isoformat(),
    }
