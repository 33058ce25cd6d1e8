"""Every card and form of the digest with an invented week in it, for the gallery and the snapshots."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from handlers.digests.cards import digest_card
from handlers.digests.editions import Decision, DecisionId, DecisionState, Edition, EditionState
from handlers.digests.example_weeks import (
    WEEK,
    a_full_week,
    a_small_week,
    a_week_with_holidays,
    an_empty_week,
)
from handlers.digests.forms import gentle_note_form, note_form, take_form, which_form
from handlers.digests.notices import (
    Previewed,
    held_card,
    preview_card,
    preview_part,
    skipped_card,
)
from handlers.digests.shown import Shown
from handlers.flags.wording.gentler import gentler
from handlers.message import Block, Card, Example
from handlers.people import PersonId, Side
from handlers.phrase import say

TODAY = date(2026, 11, 23)
NINE = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
BLAMING = "Marketing always sends us garbage."
TREND = (31, 24, 28, 35, 22, 30, 27)


def examples() -> Sequence[Example]:
    """List every card and form."""
    return (*_digests(), *_previews(), *_forms())


def home_example() -> tuple[Block, ...]:
    """Show what stands on a manager's page while a digest waits."""
    return preview_part(WEEK, [Edition(week=WEEK, side=Side.SALES)])


def a_shown(**changes: object) -> Shown:
    """Make what a full digest is drawn from."""
    weeks = [WEEK.before(back) for back in range(len(TREND), 0, -1)]
    shown = Shown(
        side=Side.SALES,
        figures=a_full_week(),
        trend=(*zip(weeks, TREND, strict=True), (WEEK, 34)),
        decisions=a_few_decisions(),
        before=decided_before(),
        promised={"before-taken": "Ask for the role in the form"},
        notes=(
            (Side.MARKETING, "Two of us are at the fair until Wednesday; the rest is on time."),
        ),
        today=TODAY,
    )
    return replace(shown, **changes)  # type: ignore[arg-type]


def a_few_decisions() -> Sequence[Decision]:
    """Make what a digest puts up for decision."""
    return (
        _decision("finding", "Search ads", id="finding"),
        _decision("debt", "", id="debt", subject="sales"),
        _decision("campaign-better", "Trade fair Poznań", id="better"),
    )


def decided_before() -> Sequence[Decision]:
    """Make decisions of earlier weeks, one of each fate."""
    taken = _decision("campaign-worse", "Search ads", id="before-taken", state=DecisionState.TAKEN)
    done = _decision("finding", "Spring webinar", id="before-done", state=DecisionState.DONE)
    due = date(2026, 11, 27)
    return tuple(
        replace(one, week=WEEK.before(), taken_by=Side.MARKETING, due=due) for one in (taken, done)
    )


def _decision(key: str, about: str, *, id: str, subject: str = "", **changes: object) -> Decision:
    decision = Decision(
        id=DecisionId(id), week=WEEK, key=key, subject=subject or about, about=about
    )
    return replace(decision, **changes)  # type: ignore[arg-type]


def _digests() -> Sequence[Example]:
    bare = a_shown(trend=(), decisions=(), before=(), notes=())
    fates = (
        *decided_before(),
        _decision("debt", "", id="open", subject="marketing"),
        _decision("amendment", "3", id="dropped", state=DecisionState.DROPPED),
        _decision(
            "completeness",
            "",
            id="overdue",
            state=DecisionState.TAKEN,
            taken_by=Side.SALES,
            due=date(2026, 11, 20),
        ),
    )
    return (
        _example("digest-full", digest_card(a_shown())),
        _example(
            "digest-full-marketing", digest_card(a_shown(side=Side.MARKETING), takes_files=True)
        ),
        _example("digest-small", digest_card(replace(bare, figures=a_small_week()))),
        _example("digest-empty", digest_card(replace(bare, figures=an_empty_week()))),
        _example(
            "digest-holidays",
            digest_card(replace(bare, figures=a_week_with_holidays(), is_late=True)),
        ),
        _example("digest-fates", digest_card(replace(bare, before=fates, missed=True))),
        _example(
            "digest-so-far",
            digest_card(replace(bare, figures=replace(a_full_week(), so_far=True))),
        ),
    )


def _previews() -> Sequence[Example]:
    shown = a_shown(decisions=(), figures=replace(a_full_week(), so_far=True))
    planned = _editions(EditionState.PLANNED)
    due = dict.fromkeys(Side, NINE)
    preview = Previewed(shown=shown, editions=planned, due=due, is_over=False)
    one_each = {
        Side.SALES: Edition(week=WEEK, side=Side.SALES, state=EditionState.SENT, sent_at=NINE),
        Side.MARKETING: Edition(week=WEEK, side=Side.MARKETING, state=EditionState.SKIPPED),
    }
    return (
        _example("digest-preview", preview_card(preview)),
        _example("digest-preview-over", preview_card(replace(preview, is_over=True))),
        _example(
            "digest-preview-held",
            preview_card(replace(preview, editions=_editions(EditionState.HELD))),
        ),
        _example("digest-preview-sent", preview_card(replace(preview, editions=one_each))),
        _example("digest-preview-nowhere", preview_card(replace(preview, editions={}))),
        _example("digest-held", held_card(WEEK)),
        _example("digest-skipped", skipped_card(WEEK, Side.SALES)),
        _example("digest-home", Card(title=say("home-title"), blocks=home_example())),
    )


def _editions(state: EditionState) -> Mapping[Side, Edition]:
    return {side: Edition(week=WEEK, side=side, state=state) for side in Side}


def _forms() -> Sequence[Example]:
    found = gentler(BLAMING)
    gentle = [] if found is None else [gentle_note_form(WEEK, BLAMING, found)]
    return (
        Example(
            "digest-take", take_form(a_few_decisions()[0], owner=PersonId("maya"), today=TODAY)
        ),
        Example("digest-which", which_form(a_full_week())),
        Example("digest-note", note_form(WEEK, "Two of us are at the fair until Wednesday.")),
        *(Example("digest-note-gentle", form) for form in gentle),
    )


def _example(name: str, card: Card) -> Example:
    return Example(name, card)
