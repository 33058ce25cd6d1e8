"""What the clock does with nudges: it lets them leave and expire, and lets a useless rule pause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.envelope import EnvelopeId, envelope_view
from handlers.nudges.model import (
    ACTED_ON_SHARE,
    JUDGED_AFTER_DAYS,
    JUDGED_FROM,
    Nudge,
    Rule,
    RuleState,
)
from handlers.nudges.rules import Tally, all_rules
from handlers.nudges.rules_cards import paused_card
from handlers.nudges.work import Look, NudgeWork, OpenWork
from handlers.people import PersonId, Place, Role
from handlers.work import home_view
from handlers.working_time import WorkingHours

EXPIRE_AFTER_DAYS = 3
"""Working days of the rep until a row is over."""

Changed = tuple[PersonId, EnvelopeId | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class NudgeRounds:
    """Jobs of the schedule."""

    open_work: OpenWork
    look: Look
    hours: WorkingHours
    """The company's."""

    def settle(self, at: datetime) -> None:
        """End what the CRM settled, and what nobody said anything about for three working days."""
        today = self.hours.day_of(at)
        with self.look() as work:
            if not work.nudges.any_leaving(at, today) and not _over(work, at):
                return
        with self.open_work() as work:
            left = work.nudges.leave(at, today)
            over = _over(work, at)
            work.nudges.expire([one.id for one in over], at)
            changed: set[Changed] = {(one.person, one.envelope) for one in left}
            changed |= {(one.person, one.envelope) for one in over}
            _refresh(work, changed)
            work.commit()

    def judge(self, at: datetime) -> None:
        """Let a rule pause by itself where less than half of its rows were acted on."""
        with self.look() as work:
            rules = [one for one in all_rules(work.nudges.rules()) if one.state is RuleState.ON]
            ignored = [one for one in rules if is_ignored(tally_of(work, one, at))]
        for rule in ignored:
            self._pause(rule.paused(at), at)

    def _pause(self, rule: Rule, at: datetime) -> None:
        with self.open_work() as work:
            if not work.nudges.pause(rule):
                return
            card = paused_card(rule, tally_of(work, rule, at))
            for person in work.people.with_role(Role.ADMINISTRATOR):
                work.outbox.post(Place.direct(person.id), card)
                work.outbox.refresh(home_view(person.id))
            work.commit()


def tally_of(work: NudgeWork, rule: Rule, at: datetime) -> Tally:
    """Count what became of a rule's rows in the two weeks before, as far as they speak of it as it is."""
    since = at - timedelta(days=JUDGED_AFTER_DAYS)
    if rule.judged_since is not None:
        since = max(since, rule.judged_since)
    return work.nudges.tally(rule.id, since, at)


def is_ignored(tally: Tally) -> bool:
    """Tell whether a rule asks in vain."""
    return tally.ended >= JUDGED_FROM and tally.acted_on < ACTED_ON_SHARE * tally.ended


def _over(work: NudgeWork, at: datetime) -> Sequence[Nudge]:
    """List the nudges whose rep had three working days, by their own calendar."""
    asked = work.nudges.asked_before(at - timedelta(days=EXPIRE_AFTER_DAYS))
    people = work.people.by_ids({one.person for one in asked})
    return [
        one
        for one in asked
        if one.asked_at is not None
        and people[one.person].hours.add_working_days(one.asked_at, EXPIRE_AFTER_DAYS) <= at
    ]


def _refresh(work: NudgeWork, changed: set[Changed]) -> None:
    for envelope in sorted({envelope for _, envelope in changed if envelope}):
        work.outbox.refresh(envelope_view(envelope))
    for person in sorted({person for person, envelope in changed if envelope}):
        work.outbox.refresh(home_view(person))
