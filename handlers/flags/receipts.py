"""You said, we did: what the rep hears of their flags, and the reminder of marketing's channel."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from handlers.flags.cards import promise_text, step_button
from handlers.flags.effects import effect_text
from handlers.flags.model import Effect, Flag, FlagReason, Kind, Step, Stepped
from handlers.flags.triage_forms import about_text
from handlers.message import Block, Button, Buttons, Card, Items, Note, Paragraph
from handlers.phrase import Phrase, say
from handlers.working_time import WorkingHours

MOST_FLAGS = 20
"""Of which one message tells; the rest stand in the rep's own list."""

T = TypeVar("T")

_ANSWERS = {Step.DECLINE: (Step.REOPEN,)}
"""What the rep may do about what marketing said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What became of one flag since the rep last heard of it."""

    flag: Flag
    reason: FlagReason
    last: Stepped
    """The newest step of the other side; those before it are overtaken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a flag's change did."""

    flag: Flag
    reason: FlagReason
    effect: Effect | None
    """None where the lead came from no campaign and no source."""


def receipt_card(news: Sequence[News]) -> Card:
    """Tell a rep what was decided about their flags."""
    alike = _gathered(news[:MOST_FLAGS], _decision)
    return Card(
        title=say("triage-receipt-title", count=len(news)),
        blocks=(*(block for group in alike for block in _receipt(group)), *_rest(len(news))),
    )


def _decision(one: News) -> Hashable:
    """Give what several flags may have in common; what the rep can answer stands alone."""
    alone = one.flag.id if one.last.step in _ANSWERS else ""
    return one.flag.kind is Kind.PRAISE, one.last.step, one.last.words, one.flag.change, alone


def _receipt(alike: Sequence[News]) -> list[Block]:
    first = alike[0]
    flag, step = first.flag, first.last.step
    kind = "thanks" if flag.kind is Kind.PRAISE else step.value
    named = tuple(about_text(one.flag, one.reason) for one in alike)
    blocks: list[Block] = [
        Paragraph(say(f"triage-receipt-{kind}", flags=named, words=first.last.words))
    ]
    if step is Step.ACCEPT and flag.change is not None:
        blocks.append(Paragraph(promise_text(flag.change)))
    offered = tuple(step_button(one, flag) for one in _ANSWERS.get(step, ()) if flag.can(one))
    return [*blocks, Buttons(offered)] if offered else blocks


def effects_card(told: Sequence[Told]) -> Card:
    """Tell a rep what the changes did that their flags brought about."""
    alike = _gathered(told[:MOST_FLAGS], lambda one: (one.flag.change, one.effect))
    return Card(
        title=say("triage-effects-title", count=len(alike)),
        blocks=(
            *(block for group in alike for block in _effect(group)),
            Note(say("triage-effects-help")),
            *_rest(len(told)),
        ),
    )


def _effect(alike: Sequence[Told]) -> list[Block]:
    change, effect = alike[0].flag.change, alike[0].effect
    named = tuple(about_text(one.flag, one.reason) for one in alike)
    blocks: list[Block] = [Paragraph(say("triage-effect-flags", flags=named))]
    if change is not None:
        blocks.append(Paragraph(promise_text(change)))
    return [*blocks, Paragraph(effect_text(effect))]


def _gathered(told: Iterable[T], key: Callable[[T], Hashable]) -> Sequence[Sequence[T]]:
    """Put together what is alike, in the order in which it comes first."""
    groups: dict[Hashable, list[T]] = defaultdict(list)
    for one in told:
        groups[key(one)].append(one)
    return list(groups.values())


def _rest(count: int) -> tuple[Block, ...]:
    """Say how many flags are left out, and where they are found."""
    if count <= MOST_FLAGS:
        return ()
    mine = Button(label=say("triage-mine"), does="flags.mine")
    return (Note(say("triage-more", count=count - MOST_FLAGS)), Buttons((mine,)))


def reminder_card(flags: Sequence[tuple[Flag, FlagReason]], hours: WorkingHours) -> Card:
    """Remind marketing's channel, once for each flag, of what should be decided by now.

    The flags are named but not counted: how many a small team missed would be a figure of people.
    """
    lines = [_overdue(flag, reason, hours) for flag, reason in flags[:MOST_FLAGS]]
    if len(flags) > MOST_FLAGS:
        lines.append(say("triage-more", count=len(flags) - MOST_FLAGS))
    desk = Button(label=say("triage-desk"), does="flags.desk")
    return Card(
        title=say("triage-reminder-title"),
        blocks=(Items(tuple(lines)), Note(say("triage-reminder-help")), Buttons((desk,))),
    )


def _overdue(flag: Flag, reason: FlagReason, hours: WorkingHours) -> Phrase:
    about = about_text(flag, reason)
    if flag.decide_by is None:
        return about
    return say("triage-reminder-line", flag=about, day=hours.day_of(flag.decide_by))
