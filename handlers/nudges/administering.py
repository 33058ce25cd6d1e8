"""What administrators decide about the rules: on their page, and as a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from handlers.errors import Refused, Stale
from handlers.filled import Given, Wrong, one_of
from handlers.interaction import (
    Correct,
    Interaction,
    Nothing,
    Open,
    Reply,
    Routes,
    Show,
    Whisper,
    whisper,
)
from handlers.lead import Status
from handlers.message import Block, Card
from handlers.nudges.model import Rule, RuleId, RuleState, Watch
from handlers.nudges.rounds import tally_of
from handlers.nudges.rules import (
    MOST_RULES,
    Tally,
    all_rules,
    has_field,
    is_shipped,
    wrong_with,
)
from handlers.nudges.rules_cards import (
    DAYS,
    FIELD,
    ON,
    STATUSES,
    WATCH,
    Shown,
    field_options,
    rule_form,
    rules_card,
    rules_part,
    status_options,
    watch_options,
)
from handlers.nudges.work import Look, NudgeWork, OpenWork
from handlers.people import Person, Place, Role
from handlers.phrase import Phrase, say
from handlers.work import NewId, Now, home_view


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """The rules as a company wants them, for administrators alone."""

    open_work: OpenWork
    look: Look
    now: Now
    new_id: NewId

    def routes(self) -> Routes:
        """Tell which interactions are answered here."""
        return {
            "rules.show": self.show,
            "rules.add": self.open_new,
            "rules.edit": self.open_one,
            "rules.edited": self.save,
            "rules.switch": self.switch,
        }

    def section(self, work: NudgeWork, person: Person) -> tuple[Block, ...]:
        """Show an administrator, and nobody else, how many rules ask."""
        if person.role is not Role.ADMINISTRATOR:
            return ()
        return rules_part(_shown(work))

    def show(self, asked: Interaction) -> Reply:
        """List the rules, or turn the list's page."""
        with self.look() as work:
            _administrator(work, asked)
            card = _list(work, asked)
        return Show(card) if "page" in asked.values else Whisper(card)

    def open_new(self, asked: Interaction) -> Reply:
        """Let an administrator add a rule."""
        with self.look() as work:
            _administrator(work, asked)
            _check_room(work)
            return Open(rule_form(None, work.nudges.fields()))

    def open_one(self, asked: Interaction) -> Reply:
        """Open a rule as it is."""
        with self.look() as work:
            _administrator(work, asked)
            return Open(rule_form(_rule(work, asked), work.nudges.fields()))

    def save(self, asked: Interaction) -> Reply:
        """Keep a rule as it was filled in."""
        with self.open_work(asked.id) as work:
            _administrator(work, asked)
            before = _rule(work, asked) if asked.values.get("rule") else self._new(work)
            wrong = Wrong()
            rule = _read(work, before, asked.values, wrong)
            if rule is None:
                return Correct(wrong.errors)
            keep(work, before, rule, self.now())
            work.outbox.refresh(home_view(asked.actor))
            work.commit()
        at_home = asked.place == Place.home(asked.actor)
        return Nothing() if at_home else whisper(say("rules-saved"))

    def _new(self, work: NudgeWork) -> Rule:
        _check_room(work)
        return Rule(
            id=RuleId(f"own-{self.new_id()}"), watch=Watch.MISSING, field="", statuses=(), days=0
        )

    def switch(self, asked: Interaction) -> Reply:
        """Switch a rule on or off, from the list or from the message that it paused."""
        with self.open_work(asked.id) as work:
            _administrator(work, asked)
            is_on = asked.values.get("on") == "on"
            rule = _rule(work, asked)
            if is_on != (rule.state is RuleState.ON):
                work.nudges.keep_rule(rule.switched(self.now(), on=is_on))
            work.outbox.refresh(home_view(asked.actor))
            work.commit()
        done = say("rules-switched-on" if is_on else "rules-switched-off")
        if "page" not in asked.values:
            return whisper(done)
        with self.look() as work:
            return Show(_list(work, asked, done))


def keep(work: NudgeWork, before: Rule, rule: Rule, at: datetime) -> None:
    """Keep a changed rule; what was said about it as it was does not count any more."""
    if rule != before:
        paused_at = rule.paused_at if rule.state is RuleState.PAUSED else None
        work.nudges.keep_rule(replace(rule, judged_since=at, paused_at=paused_at))


def take_over(work: NudgeWork, wanted: Sequence[Rule], at: datetime) -> None:
    """Let exactly these rules ask; a shipped one that is not among them is switched off.

    Raises `Refused` where they are too many; each must be right in itself.
    """
    if len(wanted) > MOST_RULES:
        raise Refused(say("rules-too-many", most=MOST_RULES))
    known = {rule.id: rule for rule in all_rules(work.nudges.rules())}
    for rule in wanted:
        before = known.pop(rule.id, replace(rule, field=""))
        keep(work, before, _as_wanted(before, rule), at)
    work.nudges.drop_rules([rule for rule in known if not is_shipped(rule)])
    for left in known.values():
        if is_shipped(left.id) and left.state is not RuleState.OFF:
            work.nudges.keep_rule(left.switched(at, on=False))


def _as_wanted(before: Rule, rule: Rule) -> Rule:
    """Give a rule the settings that a file names."""
    return replace(
        before,
        watch=rule.watch,
        field=rule.field,
        statuses=rule.statuses,
        days=rule.days,
        state=_state(before, is_on=rule.state is RuleState.ON),
    )


# Looking up


def _shown(work: NudgeWork) -> Sequence[Shown]:
    fields = work.nudges.fields()
    return [
        Shown(rule, has_field(rule, fields), _why(work, rule))
        for rule in all_rules(work.nudges.rules())
    ]


def _why(work: NudgeWork, rule: Rule) -> Tally | None:
    if rule.state is not RuleState.PAUSED or rule.paused_at is None:
        return None
    return tally_of(work, rule, rule.paused_at)


def _list(work: NudgeWork, asked: Interaction, done: Phrase | None = None) -> Card:
    page = asked.values.get("page", "")
    return rules_card(_shown(work), int(page) if page.isdecimal() else 0, done)


def _administrator(work: NudgeWork, asked: Interaction) -> None:
    if work.people.get(asked.actor).role is not Role.ADMINISTRATOR:
        raise Refused(say("settings-only-administrators"))


def _rule(work: NudgeWork, asked: Interaction) -> Rule:
    for rule in all_rules(work.nudges.rules()):
        if rule.id == asked.values.get("rule"):
            return rule
    raise Stale(say("rules-gone"))


def _check_room(work: NudgeWork) -> None:
    if len(all_rules(work.nudges.rules())) >= MOST_RULES:
        raise Refused(say("rules-too-many", most=MOST_RULES))


# Reading


def _read(work: NudgeWork, before: Rule, given: Given, wrong: Wrong) -> Rule | None:
    """Read a filled form; None where something is wrong with it."""
    watch = one_of(watch_options(), given, WATCH, wrong)
    field = one_of(field_options(work.nudges.fields(), before.field), given, FIELD, wrong)
    statuses = _statuses(given, wrong)
    days = given.get(DAYS, "").strip()
    if not (days.isascii() and days.isdecimal()):
        wrong.note(DAYS, say("rules-wrong-number"))
    if wrong.errors:
        return None
    rule = replace(
        before,
        watch=Watch(watch),
        field=field,
        statuses=statuses,
        days=int(days),
        state=_state(before, is_on=given.get(ON) == "on"),
    )
    found = wrong_with(rule)
    if found is not None:
        wrong.note(*found)
    return None if wrong.errors else rule


def _statuses(given: Given, wrong: Wrong) -> tuple[Status, ...]:
    picked = [one for one in given.get(STATUSES, "").splitlines() if one]
    for one in picked:
        one_of(status_options(), {STATUSES: one}, STATUSES, wrong)
    return tuple(one for one in Status if one.value in picked)


def _state(before: Rule, *, is_on: bool) -> RuleState:
    """Leave a rule paused where nobody switched it on."""
    if is_on:
        return RuleState.ON
    return RuleState.PAUSED if before.state is RuleState.PAUSED else RuleState.OFF
