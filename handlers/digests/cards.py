"""The digest as both channels read it: the same truth, and what each side owes; nobody is named."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.digests.choosing import decides
from handlers.digests.editions import Decision, DecisionState
from handlers.digests.model import Count, Figures, Size
from handlers.digests.shown import Shown
from handlers.digests.thin import why_short
from handlers.digests.wording import (
    MOST_EFFECTS,
    MOST_STANDOUTS,
    completeness_line,
    count_lines,
    debt_line,
    effect_line,
    first_touch_line,
    flags_line,
    headline,
    praise_line,
    questions_line,
    reason_text,
    standout_line,
    week_text,
)
from handlers.message import (
    Block,
    Button,
    Buttons,
    Card,
    Chart,
    ChartKind,
    Heading,
    Items,
    Note,
    Paragraph,
    Point,
    Tone,
    values,
)
from handlers.people import Side
from handlers.phrase import Phrase, say, verbatim

FEWEST_BARS = 3
"""Fewer figures are read faster than they are drawn."""


def digest_card(shown: Shown, *, takes_files: bool = False) -> Card:
    """Tell both teams the week in a minute; who may have the week as a file is offered it."""
    title = say("digests-title", week=week_text(shown.week))
    parts = (
        *_before(shown),
        *_opening(shown),
        *figure_blocks(shown),
        *_owes(shown),
        *_to_decide(shown),
        *_looking(shown, takes_files=takes_files),
    )
    return Card(title=title, blocks=parts)


def _opening(shown: Shown) -> list[Block]:
    """Say the week in one sentence, and what the reader should know before the figures."""
    said = headline(shown.figures)
    blocks: list[Block] = [Paragraph(said)] if said else []
    if shown.figures.size is Size.EMPTY and not shown.figures.so_far:
        blocks.append(Paragraph(say("digests-empty")))
    blocks += [Paragraph(_noted(side, words)) for side, words in shown.notes]
    if shown.figures.so_far:
        blocks.append(Note(say("digests-so-far", at=shown.figures.counted_at), Tone.WARN))
    if shown.is_late:
        blocks.append(Note(say("digests-sent-late")))
    if shown.missed:
        blocks.append(Note(say("digests-missed")))
    return blocks + [Note(why) for why in why_short(shown.figures)]


def _noted(side: Side, words: str) -> Phrase:
    return say(f"digests-note-{side}", words=words)


# What was decided before


def _before(shown: Shown) -> list[Block]:
    lines = [became(one, shown) for one in shown.before]
    return [Heading(say("digests-before")), Items(tuple(lines))] if lines else []


def became(decision: Decision, shown: Shown) -> Phrase:
    """Say what became of a decision; on which side, never by whom."""
    what = decision_text(decision)
    match decision.state:
        case DecisionState.OPEN:
            return say("digests-became-open", what=what)
        case DecisionState.TAKEN:
            return _taken(decision, shown)
        case DecisionState.DONE:
            return say("digests-became-done", what=what)
        case DecisionState.DROPPED:
            return say("digests-became-dropped", what=what)


def _taken(decision: Decision, shown: Shown) -> Phrase:
    what = decision_text(decision)
    side = say(f"digests-side-{decision.taken_by}")
    day = decision.due or shown.today
    promised = shown.promised.get(decision.id, "")
    if promised:
        what = say("digests-promised", what=what, words=promised)
    if day < shown.today:
        return say("digests-became-overdue", what=what, side=side, day=day)
    return say("digests-became-taken", what=what, side=side, day=day)


def decision_text(decision: Decision) -> Phrase:
    """Say what is to be decided, in the words of the side that reads."""
    if decision.key == "debt":
        return say(f"digests-decide-debt-{decision.subject}")
    return say(f"digests-decide-{decision.key}", about=verbatim(decision.about))


# The figures


def figure_blocks(shown: Shown) -> list[Block]:
    """Show what was counted, each line beside what it is compared to, and in one or two pictures."""
    figures = shown.figures
    if figures.size is Size.EMPTY:
        return _listed(_said(figures))
    return [*_listed(count_lines(figures)), *_pictures(shown), *_listed(_said(figures))]


def _listed(lines: Sequence[Phrase]) -> list[Block]:
    return [Items(tuple(lines))] if lines else []


def _said(figures: Figures) -> Sequence[Phrase]:
    """Say all that is no count of a week's leads."""
    touch, complete = figures.first_touch, figures.completeness
    asked = figures.questions
    lines: list[Phrase | None] = [
        first_touch_line(touch) if touch else None,
        *map(standout_line, figures.campaigns[:MOST_STANDOUTS]),
        flags_line(figures.flags),
        questions_line(asked) if asked else None,
        completeness_line(complete) if complete else None,
        praise_line(figures.praise),
        *map(effect_line, figures.effects[:MOST_EFFECTS]),
    ]
    return [line for line in lines if line is not None]


def _pictures(shown: Shown) -> list[Block]:
    charts = (_trend(shown), _reasons(shown.figures))
    return [chart for chart in charts if chart is not None]


def _trend(shown: Shown) -> Chart | None:
    if not shown.trend:
        return None
    points = tuple(Point(say("digests-week-short", number=one.number), n) for one, n in shown.trend)
    title = say("digests-trend-title", first=shown.trend[0][0].first, last=shown.week.last)
    return Chart(kind=ChartKind.TREND, title=title, points=points)


def _reasons(figures: Figures) -> Chart | None:
    """Draw why leads were disqualified, where there are enough reasons to compare."""
    bars = [
        Point(reason_text(one), one.figure.value)
        for one in figures.disqualified_by
        if one.figure.value is not None
    ]
    if figures.other_disqualified is not None:
        other = Point(say("digests-reason-others"), figures.other_disqualified, Tone.QUIET)
        bars.append(other)
    total = figures.of(Count.DISQUALIFIED).value
    if len(bars) < FEWEST_BARS or total is None:
        return None
    title = say("digests-reasons-title", count=total, week=week_text(figures.week))
    return Chart(kind=ChartKind.BARS, title=title, points=tuple(bars))


# What this side owes, and what is to be decided


def _owes(shown: Shown) -> list[Block]:
    """Say what this side owed the other when the week ended; what was counted later cannot tell."""
    if shown.figures.late:
        return []
    debts = shown.figures.owes.get(shown.side, ())
    heading = Heading(say(f"digests-owes-{shown.side}"))
    if not debts:
        return [heading, Paragraph(say("digests-owes-nothing"))]
    return [heading, Items(tuple(map(debt_line, debts)))]


def _to_decide(shown: Shown) -> list[Block]:
    if not shown.decisions:
        return []
    blocks: list[Block] = [Heading(say("digests-to-decide"))]
    own_first = sorted(shown.decisions, key=lambda one: not decides(one, shown.side))
    for decision in own_first:
        blocks += _decision(decision, shown)
    return blocks


def _decision(decision: Decision, shown: Shown) -> list[Block]:
    if decision.state is not DecisionState.OPEN:
        return [Paragraph(became(decision, shown))]
    text = Paragraph(decision_text(decision))
    if not decides(decision, shown.side):
        other = Side.MARKETING if shown.side is Side.SALES else Side.SALES
        return [text, Note(say(f"digests-decided-by-{other}"))]
    return [text, Buttons(_deeds(decision))]


def _deeds(decision: Decision) -> tuple[Button, ...]:
    this = values(decision=decision.id)
    what = decision_text(decision)
    take, leave = say("digests-take"), say("digests-leave")
    return (
        Button(
            label=take,
            does="digests.take",
            values=this,
            opens=True,
            tone=Tone.PRIMARY,
            hint=say("digests-hint", action=take, what=what),
        ),
        Button(
            label=leave,
            does="digests.leave",
            values=this,
            tone=Tone.QUIET,
            hint=say("digests-hint", action=leave, what=what),
        ),
    )


def _looking(shown: Shown, *, takes_files: bool) -> list[Block]:
    """Offer the leads behind the figures, and to those who may have them the files."""
    this = values(week=shown.week)
    buttons: list[Button] = []
    if which_offered(shown.figures):
        label = say("digests-which")
        buttons.append(Button(label=label, does="digests.which", values=this, opens=True))
    if takes_files:
        buttons += [_file("csv", shown), _file("xlsx", shown)]
    return [Buttons(tuple(buttons))] if buttons else []


def _file(form: str, shown: Shown) -> Button:
    carried = values(week=shown.week)
    label = say(f"digests-as-{form}")
    return Button(label=label, does=f"digests.{form}", values=carried, tone=Tone.QUIET)


def which_offered(figures: Figures) -> Sequence[Count]:
    """List the counts whose leads can be asked for: those that are shown, and not nothing."""
    return [count for count in Count if figures.of(count).value]
