"""A week's figures as lines of a table, each with its object and its period; only what is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from handlers.digests.comparing import WEEKS_BEFORE
from handlers.digests.discretion import FEWEST_LEADS, FEWEST_PEOPLE
from handlers.digests.model import Count, Effect, Figure, Figures, Share, Standout
from handlers.digests.wording import debt_line, reason_text
from handlers.people import Side
from handlers.phrase import Phrase, say, verbatim

Value = Phrase | int | float

NOTHING = verbatim("")
_HIDDEN = say("weekfile-hidden")
_BEFORE, _AFTER, _DAY = timedelta(weeks=8), timedelta(weeks=4), timedelta(days=1)
"""Of so many weeks before and after a change the leads are counted; see `Findings.before_and_after`."""
_FEW_PEOPLE = say("weekfile-few-people", people=FEWEST_PEOPLE, leads=FEWEST_LEADS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One figure: what it counts, of what, from when to when, and what it is compared to."""

    what: Phrase
    about: Phrase = NOTHING
    """The reason, the campaign or the change; empty where it is of all leads."""
    since: date
    until: date
    value: Value
    unit: Phrase
    last: Value = NOTHING
    """Of the week before."""
    low: Value = NOTHING
    """Where the figure usually lies; of a share, where it lies for certain enough (95 %)."""
    high: Value = NOTHING


@dataclass(frozen=True, slots=True)
class Part:
    """Lines that belong together."""

    title: Phrase
    lines: Sequence[Line]


def parts_of(figures: Figures, *, until: date) -> Sequence[Part]:
    """Give all figures of a week; `until` is its last day, or the day on which it was counted so far."""
    lines = _Lines(figures, until)
    return (
        Part(say("weekfile-counts"), [*lines.counts(), *lines.touches()]),
        Part(say("weekfile-reasons"), [*lines.reasons()]),
        Part(say("weekfile-campaigns"), [*lines.campaigns()]),
        Part(say("weekfile-flags"), [*lines.flags(), *lines.praise(), *lines.effects()]),
        Part(say("weekfile-questions"), [*lines.questions()]),
        Part(say("weekfile-completeness"), [*lines.completeness()]),
        Part(say("weekfile-owed"), [*lines.owed()]),
    )


@dataclass(frozen=True, slots=True)
class _Lines:
    """Makes the lines of one week."""

    figures: Figures
    until: date

    # leads

    def counts(self) -> Iterator[Line]:
        for count in Count:
            yield self._counted(say(f"digests-count-{count}"), self.figures.of(count))

    def touches(self) -> Iterator[Line]:
        touch = self.figures.first_touch
        what = say("weekfile-touch-median")
        if touch is None:
            yield self._line(what, _FEW_PEOPLE, unit="hours")
            return
        last = _or_nothing(touch.last)
        within = say("weekfile-touch-within", agreed=touch.agreed)
        yield replace(self._line(what, touch.median, unit="hours"), last=last)
        yield self._line(within, touch.within, unit="percent")
        yield self._line(say("weekfile-touch-leads"), touch.leads)

    def reasons(self) -> Iterator[Line]:
        yield from self._by_reason(Count.DISQUALIFIED, self.figures.other_disqualified)
        yield from self._by_reason(Count.RECYCLED, self.figures.other_recycled)

    def _by_reason(self, count: Count, others: int | None) -> Iterator[Line]:
        what, told = say(f"digests-count-{count}"), self.figures.reasons_of(count)
        for one in told:
            yield self._counted(what, one.figure, about=reason_text(one))
        if told and others is not None:
            yield self._line(what, others, about=say("digests-reason-others"))
        elif not told and self.figures.of(count).value != 0:
            yield self._line(what, None, about=say("weekfile-each-reason"))

    def campaigns(self) -> Iterator[Line]:
        if not self.figures.campaigns:
            why = say("weekfile-not-later" if self.figures.late else "weekfile-none-stands-out")
            yield self._line(say("weekfile-promising-share"), why, unit="percent")
        for one in self.figures.campaigns:
            yield from self._campaign(one)

    def _campaign(self, one: Standout) -> Iterator[Line]:
        about, but = verbatim(one.campaign), say("weekfile-all-but", campaign=one.campaign)
        share = say("weekfile-promising-share")
        own = (
            self._line(say("weekfile-campaign-leads"), one.leads, about=about),
            self._line(say("weekfile-promising"), one.promising, about=about),
            self._share(share, one.share, about=about),
        )
        for line in own:
            yield replace(line, since=one.since.first)
        elsewhere = self._line(share, one.elsewhere, unit="percent", about=but)
        yield replace(elsewhere, since=self._twelve_weeks)

    # what people said and did

    def flags(self) -> Iterator[Line]:
        flags = self.figures.flags
        told = {
            "raised": flags.raised,
            "praised": flags.praised,
            "accepted": flags.accepted,
            "declined": flags.declined,
            "done": flags.done,
            "waiting": flags.waiting,
        }
        for name, number in told.items():
            yield self._line(say(f"weekfile-flags-{name}"), number, unit="flags")

    def praise(self) -> Iterator[Line]:
        for one in self.figures.praise:
            reason = verbatim(one.words) if one.words else say(f"flags-reason-{one.reason}")
            about = verbatim(one.campaign)
            yield self._line(say("weekfile-praise"), reason, unit="words", about=about)

    def effects(self) -> Iterator[Line]:
        for one in self.figures.effects:
            yield from self._effect(one)

    def _effect(self, one: Effect) -> Iterator[Line]:
        subject, day = verbatim(one.subject), one.done_on
        did = self._line(say("weekfile-did"), verbatim(one.what), unit="words", about=subject)
        yield replace(did, since=day, until=day)
        if one.before is not None:
            before = self._share(say("weekfile-before"), one.before, about=subject)
            yield replace(before, since=day - _BEFORE, until=day - _DAY)
        if one.after is not None:
            after = self._share(say("weekfile-after"), one.after, about=subject)
            yield replace(after, since=day + _DAY, until=day + _AFTER)

    def questions(self) -> Iterator[Line]:
        asked = self.figures.questions
        if asked is None:
            yield self._line(say("weekfile-asked"), _FEW_PEOPLE)
            return
        yield self._line(say("weekfile-asked"), asked.asked)
        yield self._line(say("weekfile-answered"), asked.answered)
        yield self._line(say("weekfile-still-open"), asked.open)

    def completeness(self) -> Iterator[Line]:
        complete, what = self.figures.completeness, say("weekfile-complete")
        if complete is None:
            why = say("weekfile-not-later") if self.figures.late else _FEW_PEOPLE
            line = self._line(what, why, unit="percent")
        else:
            last = _or_nothing(complete.last)
            line = replace(self._line(what, complete.share, unit="percent"), last=last)
        yield replace(line, since=self._twelve_weeks)

    def owed(self) -> Iterator[Line]:
        for side in Side:
            what, debts = say(f"digests-owes-{side}"), self.figures.owes.get(side, ())
            for debt in debts:
                yield self._line(what, debt_line(debt), unit="words")
            if not debts:
                key = "weekfile-not-later" if self.figures.late else "digests-owes-nothing"
                yield self._line(what, say(key), unit="words")

    # one line

    def _line(
        self, what: Phrase, value: Value | None, *, unit: str = "leads", about: Phrase = NOTHING
    ) -> Line:
        return Line(
            what=what,
            about=about,
            since=self.figures.week.first,
            until=self.until,
            value=_HIDDEN if value is None else value,
            unit=say(f"weekfile-unit-{unit}"),
        )

    def _counted(self, what: Phrase, figure: Figure, *, about: Phrase = NOTHING) -> Line:
        known = _HIDDEN if figure.hidden else say("weekfile-not-known")
        low, high = figure.usual or (NOTHING, NOTHING)
        line = self._line(what, known if figure.value is None else figure.value, about=about)
        return replace(line, last=_or_nothing(figure.last), low=low, high=high)

    def _share(self, what: Phrase, share: Share, *, about: Phrase) -> Line:
        line = self._line(what, share.percent, unit="percent", about=about)
        return replace(line, low=share.low, high=share.high)

    @property
    def _twelve_weeks(self) -> date:
        return self.figures.week.before(WEEKS_BEFORE - 1).first


def _or_nothing(number: float | None) -> Value:
    return NOTHING if number is None else number
