"""What happens by the clock: reps hear what became of their flags, marketing is reminded once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from handlers.envelope import envelope_view
from handlers.errors import AlreadyDone
from handlers.flags.effects import EFFECT_AFTER, effect_of
from handlers.flags.model import Flag, FlagId, Kind, Step, Stepped
from handlers.flags.reasons import reasons_of
from handlers.flags.receipts import News, Told, effects_card, receipt_card, reminder_card
from handlers.flags.work import FlagWork, Look, OpenWork, flag_view
from handlers.people import PersonId, Place, Side
from handlers.work import home_view
from handlers.working_time import WorkingHours

REMIND_FROM = time(9, 30)
"""By the clock of marketing's team, as the reps' envelopes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rounds:
    """The jobs that the ticker and delivery ring for; each may run as often as it likes."""

    open_work: OpenWork
    look: Look
    team_hours: WorkingHours
    """Marketing's."""

    def tell(self, at: datetime) -> None:
        """Bring what was done with flags to those whom it concerns.

        The rep who raised a flag hears of marketing's steps while they work, in one message; till
        then the steps stay untold. What is done meanwhile is for the next call.
        """
        with self.look() as work:
            if not work.flags.any_untold():
                return
            ripe = _ripe(work, at)
        if not ripe:
            return
        with self.open_work() as work:
            taken = work.flags.told(ripe, at)
            _tell(work, [step for step in ripe if step.id in taken])
            work.commit()

    def remind(self, at: datetime) -> None:
        """Remind marketing's channel of what is overdue: once a working day, once for each flag."""
        local = self.team_hours.local(at)
        if local.time() < REMIND_FROM or not self.team_hours.works_at(at):
            return
        with self.look() as work:
            if not work.flags.overdue(at):
                return
        try:
            with self.open_work(f"triage.remind:{local.date().isoformat()}") as work:
                self._remind(work, at)
                work.commit()
        except AlreadyDone:
            return

    def _remind(self, work: FlagWork, at: datetime) -> None:
        overdue = work.flags.overdue(at)
        reasons = reasons_of(work, overdue)
        named = [(flag, reasons[flag.id]) for flag in overdue]
        work.outbox.post(Place.channel(Side.MARKETING), reminder_card(named, self.team_hours))
        work.flags.reminded([flag.id for flag in overdue], at)
        for flag in overdue:
            work.outbox.refresh(flag_view(flag.id))

    def effects(self, at: datetime) -> None:
        """Tell reps, while they work, what changes of four weeks ago did to the figures."""
        with self.look() as work:
            changed = work.flags.changed_before(at - EFFECT_AFTER)
            people = work.people.by_ids({flag.by for flag in changed})
        for person, flags in _by_person(changed).items():
            if people[person].hours.works_at(at):
                self._tell_effects(person, flags, at)

    def _tell_effects(self, person: PersonId, flags: Sequence[Flag], at: datetime) -> None:
        with self.open_work() as work:
            taken = [flag for flag in flags if work.flags.effect_told(flag.id, at)]
            if not taken:
                return
            reasons = reasons_of(work, taken)
            told = [
                Told(flag=flag, reason=reasons[flag.id], effect=effect_of(work, flag))
                for flag in taken
            ]
            work.outbox.post(Place.direct(person), effects_card(told))
            for flag in taken:
                work.outbox.refresh(flag_view(flag.id))
            work.commit()


def _ripe(work: FlagWork, at: datetime) -> Sequence[Stepped]:
    """List the untold steps that can be told now: news waits until the rep is at work."""
    steps = work.flags.untold()
    flags = work.flags.by_ids({step.flag for step in steps})
    people = work.people.by_ids({flag.by for flag in flags.values()})
    return [
        step
        for step in steps
        if not _is_news(step, flags[step.flag]) or people[flags[step.flag].by].hours.works_at(at)
    ]


def _is_news(step: Stepped, flag: Flag) -> bool:
    """Tell whether the rep who raised a flag hears of a step in a message of their own.

    What marketing asks of them stands in their envelope.
    """
    if step.step in {Step.RAISE, Step.ASK} or step.by == flag.by:
        return False
    return step.step is not Step.ACKNOWLEDGE or flag.kind is Kind.PRAISE


def _tell(work: FlagWork, steps: Sequence[Stepped]) -> None:
    flags = work.flags.by_ids({step.flag for step in steps})
    for step in steps:
        if step.step is Step.RAISE:
            work.outbox.show(Place.channel(Side.MARKETING), flag_view(step.flag))
    for envelope in work.flags.envelopes_of(flags):
        work.outbox.refresh(envelope_view(envelope))
    for person, news in _news(work, steps, flags).items():
        work.outbox.post(Place.direct(person), receipt_card(news))
    for person in sorted({flag.by for flag in flags.values()}):
        work.outbox.refresh(home_view(person))


def _news(
    work: FlagWork, steps: Sequence[Stepped], flags: Mapping[FlagId, Flag]
) -> Mapping[PersonId, Sequence[News]]:
    """Give the newest news of each flag to the rep who raised it."""
    newest = {step.flag: step for step in steps if _is_news(step, flags[step.flag])}
    told = [flags[flag] for flag in newest]
    reasons = reasons_of(work, told)
    return {
        person: [News(flag=flag, reason=reasons[flag.id], last=newest[flag.id]) for flag in own]
        for person, own in _by_person(told).items()
    }


def _by_person(flags: Iterable[Flag]) -> Mapping[PersonId, Sequence[Flag]]:
    raised: dict[PersonId, list[Flag]] = defaultdict(list)
    for flag in flags:
        raised[flag.by].append(flag)
    return raised
