"""Takes a step with a flag: keeps it, what it promises, and what it does to marketing's clock."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from handlers.errors import Stale
from handlers.flags.clock import decide_by, started
from handlers.flags.model import Change, Flag, Remedy, State, Step, StepId, Stepped
from handlers.flags.work import FlagWork, flag_view
from handlers.people import PersonId
from handlers.phrase import say
from handlers.working_time import WorkingHours


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A step that somebody takes, and what they say with it."""

    id: StepId
    step: Step
    by: PersonId
    at: datetime
    words: str = ""
    """Why, what is missing, what changes, what was done, or what the rep adds."""
    remedy: Remedy = Remedy.NOTHING
    """Where the cause is mended, when a flag is accepted."""
    day: date | None = None
    """By which day it is mended, when a flag is accepted; on which day it was, when it is done."""


def take(work: FlagWork, flag: Flag, taken: Taken, hours: WorkingHours) -> Flag:
    """Keep a step and bring the flag's card up to date; `hours` are marketing's.

    Raise `Stale` where the step is not possible from here, or where another one was faster.
    """
    if not flag.can(taken.step):
        raise changed(flag)
    line = Stepped(
        id=taken.id, flag=flag.id, step=taken.step, by=taken.by, at=taken.at, words=taken.words
    )
    moved = _promised(flag.stepped(taken.step, taken.at), taken)
    moved = _clocked(work, flag, moved, line=line, hours=hours)
    try:
        work.flags.move(moved, line)
    except Stale:
        raise changed(work.flags.get(flag.id)) from None
    work.outbox.refresh(flag_view(flag.id))
    return moved


def changed(flag: Flag) -> Stale:
    """Say in which state a flag is by now."""
    return Stale(say("triage-changed", state=say(f"triage-state-{flag.state}")))


def _promised(flag: Flag, taken: Taken) -> Flag:
    """Keep what marketing changes; a flag that is reopened promises nothing any more."""
    match taken.step:
        case Step.ACCEPT:
            change = Change(what=taken.words, remedy=taken.remedy, due=taken.day)
            return replace(flag, change=change)
        case Step.FINISH:
            promised = flag.change or Change(what=taken.words, remedy=taken.remedy)
            return replace(flag, change=replace(promised, done_at=_done_at(taken)))
        case Step.REOPEN:
            return replace(flag, change=None)
        case _:
            return flag


def _done_at(taken: Taken) -> datetime:
    """Give midday of the day that was named, which is that day in most of the world's zones."""
    if taken.day is None:
        return taken.at
    return min(taken.at, datetime.combine(taken.day, time(12, tzinfo=UTC)))


def _clocked(
    work: FlagWork, before: Flag, moved: Flag, *, line: Stepped, hours: WorkingHours
) -> Flag:
    """Start the clock anew, let it stand while the rep is asked, or let it go on."""
    if line.step is Step.REOPEN:
        return started(moved, line.at, hours)
    if moved.state is State.NEEDS_MORE:
        return replace(moved, decide_by=None)
    if before.state is State.NEEDS_MORE:
        return replace(moved, decide_by=decide_by([*work.flags.trail(moved.id), line], hours))
    return moved
