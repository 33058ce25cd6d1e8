"""Every card and form of the triage with invented leads in it, for the gallery and the snapshots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from handlers.definition.model import Criterion, CriterionId, Fit, Verdict
from handlers.envelope import Drawn
from handlers.flags.cards import flag_card
from handlers.flags.clock import started
from handlers.flags.history import history_card
from handlers.flags.model import (
    Change,
    Effect,
    Flag,
    FlagId,
    FlagReason,
    FlagRow,
    Kind,
    On,
    ReasonKey,
    Remedy,
    State,
    Step,
    StepId,
    Stepped,
    Stretch,
    Subject,
)
from handlers.flags.receipts import News, Told, effects_card, receipt_card, reminder_card
from handlers.flags.shown import ShownFlag, Worked
from handlers.flags.slip import rows_part
from handlers.flags.triage_forms import SENT, step_form
from handlers.lead import CampaignId, Lead, LeadId
from handlers.message import Example
from handlers.people import Person, PersonId, Role, Side
from handlers.working_time import WorkingHours

NOW = datetime(2026, 11, 16, 14, 40, tzinfo=UTC)
HOURS = WorkingHours(zone="Europe/Warsaw")
PIOTR = PersonId("piotr")
MAYA = PersonId("maya")

STUDENT = FlagReason(key=ReasonKey("student"), kind=Kind.REJECT, remedy=Remedy.DATA)
RIGHT_ROLE = FlagReason(key=ReasonKey("right-role"), kind=Kind.PRAISE, remedy=Remedy.NOTHING)
NOT_READY = FlagReason(key=ReasonKey("not-ready"), kind=Kind.RECYCLE, remedy=Remedy.TIMING)
WEBINAR = Subject(On.CAMPAIGN, "7", "Spring webinar")

LEAD = Lead(
    id=LeadId(3),
    system="hubspot",
    external_id="1003",
    name="Lukas Müller",
    company="Vertex Foods",
    source="Webinar",
    campaign="Spring webinar",
    created_at=NOW - timedelta(days=4),
    imported_at=NOW - timedelta(hours=2),
)
FIT = Fit(
    version=2,
    verdicts=(
        (Criterion(id=CriterionId("size"), words="50 people or more"), Verdict.MET),
        (Criterion(id=CriterionId("role"), words="Buys or decides"), Verdict.MISSED),
        (Criterion(id=CriterionId("need"), words="Has a need this year"), Verdict.UNKNOWN),
        (Criterion(id=CriterionId("region"), words="Sits in our regions"), Verdict.BROKEN),
    ),
)
WORDS = {
    Step.ACCEPT: "The form will ask for the role and leave out students.",
    Step.ASK: "Did the address or the call tell that it is a student?",
    Step.ADD: "The call did: a thesis about our market.",
    Step.DECLINE: "The campaign is for universities too, as agreed in September.",
    Step.FINISH: "The form asks for the role since Monday.",
    Step.REOPEN: "Three more came this week.",
    Step.WITHDRAW: "The address was mistyped.",
}
_WAY = (
    (Step.RAISE, PIOTR),
    (Step.ACKNOWLEDGE, MAYA),
    (Step.ASK, MAYA),
    (Step.ADD, PIOTR),
    (Step.ACCEPT, MAYA),
    (Step.FINISH, MAYA),
)


def triage_examples() -> Sequence[Example]:
    """List them all: the card in every state, the forms, the receipts, the reminder, the history."""
    return (
        *(Example(f"triage-{state}", flag_card(_in(state))) for state in State),
        Example("triage-overdue", flag_card(replace(_in(State.FOR_MEETING), at=_late()))),
        Example("triage-unseen", flag_card(replace(_in(State.RAISED), at=NOW + timedelta(days=2)))),
        Example("triage-gone", flag_card(_gone())),
        Example("triage-praise", flag_card(_praise())),
        Example("triage-recycle", flag_card(_recycle())),
        *(Example(f"triage-effect-{name}", flag_card(_done(one))) for name, one in _effects()),
        *_forms(),
        *_told(),
        *_histories(),
    )


def _flag() -> Flag:
    raised = Flag(
        id=FlagId("flag"),
        lead=LEAD.id,
        lead_label=LEAD.label,
        campaign=CampaignId(7),
        campaign_name="Spring webinar",
        source="Webinar",
        by=PIOTR,
        kind=Kind.REJECT,
        reason=STUDENT.key,
        seen="Wrote from a university and asked for a thesis interview.",
        would_help="Ask for the role on the form.",
        raised_at=NOW - timedelta(hours=3),
    )
    return started(raised, raised.raised_at, HOURS)


def _trail() -> tuple[Stepped, ...]:
    return tuple(
        Stepped(
            id=StepId(f"step-{number}"),
            flag=FlagId("flag"),
            step=step,
            by=by,
            at=NOW - timedelta(minutes=20 * (len(_WAY) - number)),
            words=WORDS.get(step, ""),
        )
        for number, (step, by) in enumerate(_WAY)
    )


def _others() -> tuple[Stepped, ...]:
    """Give the steps that are on no straight way, for the words of theirs that a card quotes."""
    steps = (Step.DECLINE, Step.REOPEN, Step.WITHDRAW)
    return tuple(replace(_trail()[1], step=step, words=WORDS[step]) for step in steps)


def _shown(flag: Flag, reason: FlagReason = STUDENT) -> ShownFlag:
    return ShownFlag(
        flag=flag,
        reason=reason,
        lead=LEAD,
        fit=FIT,
        worked=Worked(delay=timedelta(hours=4.7), touched=True, attempts=2),
        trail=(),
        effect=None,
        hours=HOURS,
        at=NOW,
    )


def _in(state: State) -> ShownFlag:
    """Show a flag in a state, with what is said on the way there."""
    decided = None if state.is_undecided else NOW
    flag = replace(_flag(), state=state, decided_at=decided)
    if state in {State.ACCEPTED, State.DONE}:
        done_at = NOW if state is State.DONE else None
        flag = replace(flag, change=replace(_change(), done_at=done_at))
    trail = () if state is State.RAISED else (*_trail(), *_others())
    without = {Step.ASK, Step.ADD, Step.REOPEN} if state is State.ACKNOWLEDGED else set[Step]()
    return replace(_shown(flag), trail=[one for one in trail if one.step not in without])


def _change() -> Change:
    return Change(what=WORDS[Step.ACCEPT], remedy=Remedy.DATA, due=date(2026, 11, 30))


def _late() -> datetime:
    return NOW + timedelta(days=9)


def _gone() -> ShownFlag:
    flag = replace(_flag(), lead=None)
    return replace(_shown(flag), lead=None, fit=None, worked=None)


def _praise() -> ShownFlag:
    flag = replace(
        _flag(),
        kind=Kind.PRAISE,
        reason=RIGHT_ROLE.key,
        seen="The head of logistics herself; we met the next day.",
        would_help="",
        acknowledge_by=None,
        decide_by=None,
    )
    return replace(_shown(flag, RIGHT_ROLE), fit=None)


def _recycle() -> ShownFlag:
    flag = replace(
        _flag(),
        kind=Kind.RECYCLE,
        reason=NOT_READY.key,
        look_again_on=date(2027, 4, 1),
        trigger="the new warehouse opens",
    )
    worked = Worked(delay=None, touched=False, attempts=0)
    return replace(_shown(flag, NOT_READY), worked=worked)


# Four weeks later


def _stretch(first: date, last: date, promising: int, leads: int) -> Stretch:
    return Stretch(first=first, last=last, promising=promising, leads=leads)


def _effect(before: tuple[int, int], after: tuple[int, int]) -> Effect:
    return Effect(
        subject=WEBINAR,
        before=_stretch(date(2026, 8, 17), date(2026, 10, 11), *before),
        after=_stretch(date(2026, 10, 13), date(2026, 11, 9), *after),
    )


def _effects() -> Sequence[tuple[str, Effect]]:
    return (
        ("better", _effect((6, 60), (16, 38))),
        ("worse", _effect((30, 60), (4, 38))),
        ("chance", _effect((12, 60), (9, 31))),
        ("too-few", _effect((12, 60), (3, 6))),
    )


def _done(effect: Effect | None) -> ShownFlag:
    done_at = datetime(2026, 10, 12, 12, tzinfo=UTC)
    flag = replace(_flag(), state=State.DONE, change=replace(_change(), due=None, done_at=done_at))
    return replace(_shown(flag), trail=_trail(), effect=effect)


# Forms and messages


def _forms() -> Sequence[Example]:
    flag = replace(_flag(), change=_change())
    asked = {Step.ADD: WORDS[Step.ASK]}
    return tuple(
        Example(
            f"triage-form-{step}",
            step_form(step, flag, STUDENT, today=NOW.date(), asked=asked.get(step, "")),
        )
        for step in SENT
    )


def _news(step: Step, state: State) -> News:
    last = replace(_trail()[1], step=step, words=WORDS.get(step, ""))
    change = _change() if state is State.ACCEPTED else None
    flag = replace(_flag(), state=state, change=change)
    return News(flag=flag, reason=STUDENT, last=last)


def _told() -> Sequence[Example]:
    praise = replace(_praise().flag, state=State.DONE)
    thanks = News(flag=praise, reason=RIGHT_ROLE, last=_trail()[1])
    news = (
        _news(Step.ACCEPT, State.ACCEPTED),
        _news(Step.TO_MEETING, State.FOR_MEETING),
        _news(Step.DECLINE, State.DECLINED),
        _news(Step.FINISH, State.DONE),
        _news(Step.REOPEN, State.REOPENED),
        thanks,
    )
    effects = [
        Told(flag=_done(one).flag, reason=STUDENT, effect=one)
        for one in (*(effect for _, effect in _effects()), None)
    ]
    overdue = [(_flag(), STUDENT), (replace(_flag(), lead_label="Mei Chen · Polar"), NOT_READY)]
    return (
        Example("triage-receipt", receipt_card(news)),
        Example("triage-receipt-many", receipt_card([news[0]] * 12)),
        Example("triage-effects", effects_card(effects)),
        Example("triage-reminder", reminder_card(overdue, HOURS)),
    )


def row_example(*, is_open: bool = True) -> Drawn:
    """Draw a flag's row of an envelope."""
    flag = replace(_flag(), state=State.NEEDS_MORE if is_open else State.ACKNOWLEDGED, version=3)
    row = FlagRow(flag, 3 if is_open else 2, WORDS[Step.ASK])
    return rows_part([row], {flag.id: STUDENT})


def _histories() -> Sequence[Example]:
    people = {
        PIOTR: _person("Piotr Zieliński", Role.REP, Side.SALES),
        MAYA: _person("Maya Lindqvist", Role.MARKETER, Side.MARKETING),
    }
    ada = _person("Ada Admin", Role.ADMINISTRATOR, Side.MARKETING)
    return (
        Example("triage-history", history_card(_flag(), _trail(), people, people[PIOTR])),
        Example("triage-history-named", history_card(_flag(), _trail(), people, ada)),
        Example("triage-history-long", history_card(_flag(), _trail() * 4, people, people[PIOTR])),
    )


def _person(name: str, role: Role, side: Side) -> Person:
    id = PersonId(name.partition(" ")[0].lower())
    return Person(id=id, name=name, email=f"{id}@northwind.example", role=role, side=side)
