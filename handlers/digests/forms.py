"""The forms of the digest."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from handlers.digests.cards import decision_text, which_offered
from handlers.digests.editions import Decision
from handlers.digests.model import Count, Figures, ReasonFigure, Week
from handlers.digests.wording import reason_text, week_text
from handlers.flags.wording.gentler import Gentler
from handlers.message import (
    Choice,
    Day,
    Form,
    LongText,
    Note,
    Option,
    Paragraph,
    PersonPick,
    ShortText,
    values,
)
from handlers.people import PersonId
from handlers.phrase import Phrase, say

WHAT, OWNER, DUE, WORDS, WHICH = "what", "owner", "due", "words", "which"
"""The names of the fields."""

LONGEST_LINE = 200
LONGEST_NOTE = 500

USUAL_TIME = timedelta(days=7)
"""Until when something is taken if nobody says otherwise: the next digest tells what became of it."""


def take_form(decision: Decision, *, owner: PersonId, today: date) -> Form:
    """Let somebody of the side that decides say what is done, by whom and until when."""
    return Form(
        name="digests.taken",
        title=say("digests-take-title"),
        intro=(Paragraph(decision_text(decision)),),
        fields=(
            ShortText(name=WHAT, label=say("digests-take-what"), hint=say("digests-take-hint")),
            PersonPick(name=OWNER, label=say("digests-take-owner"), value=owner),
            Day(
                name=DUE,
                label=say("digests-take-due"),
                value=today + USUAL_TIME,
                earliest=today,
            ),
        ),
        submit=say("digests-take-submit"),
        keep=values(decision=decision.id),
    )


def note_form(week: Week, words: str) -> Form:
    """Let a manager add a note, which both channels read."""
    return Form(
        name="digests.noted",
        title=say("digests-note-title"),
        intro=(Note(say("digests-note-help", week=week_text(week))),),
        fields=(_note(words),),
        submit=say("digests-note-submit"),
        keep=values(week=week),
    )


def gentle_note_form(week: Week, words: str, found: Gentler) -> Form:
    """Propose gentler words for a note; what is sent then is not looked at again."""
    what = tuple(say(f"flags-gentle-{one}") for one in found.noticed)
    return Form(
        name="digests.note-confirmed",
        title=say("flags-gentle-title"),
        intro=(
            Paragraph(say("flags-gentle-why", what=what)),
            Note(say("flags-gentle-own", words=words)),
        ),
        fields=(_note(found.text),),
        submit=say("digests-note-submit"),
        keep=values(week=week),
    )


def _note(words: str) -> LongText:
    return LongText(
        name=WORDS,
        label=say("digests-note-label"),
        value=words,
        hint=say("digests-note-hint"),
        required=False,
        longest=LONGEST_NOTE,
    )


def which_form(figures: Figures) -> Form:
    """Ask which figure's leads somebody wants to see."""
    return Form(
        name="digests.whose",
        title=say("digests-which-title"),
        intro=(Note(say("digests-which-help", week=week_text(figures.week))),),
        fields=(
            Choice(name=WHICH, label=say("digests-which-label"), options=which_options(figures)),
        ),
        submit=say("digests-which-submit"),
        keep=values(week=figures.week),
    )


def which_options(figures: Figures) -> tuple[Option, ...]:
    """List the figures whose leads can be seen: a hidden one is not asked for either."""
    options: list[Option] = []
    for count in which_offered(figures):
        figure = figures.of(count)
        what = say(f"digests-count-{count}")
        label = say("digests-line", what=what, count=figure.value or 0)
        options.append(Option(count.value, label))
        options += [_of_reason(count, one) for one in _shown(figures.reasons_of(count))]
    return tuple(options)


def _shown(reasons: Sequence[ReasonFigure]) -> Sequence[ReasonFigure]:
    return [one for one in reasons if one.figure.value]


def _of_reason(count: Count, one: ReasonFigure) -> Option:
    label = say(
        "digests-which-reason",
        what=say(f"digests-count-{count}"),
        reason=reason_text(one),
        count=one.figure.value or 0,
    )
    return Option(f"{count}:{one.key}", label)


def described(week: Week, count: Count, reason: ReasonFigure | None) -> Phrase:
    """Name the leads that a figure counts, for the card that lists them."""
    what = say(f"digests-count-{count}")
    if reason is None:
        return say("digests-leads-of", what=what, week=week_text(week))
    return say(
        "digests-leads-of-reason", what=what, reason=reason_text(reason), week=week_text(week)
    )
