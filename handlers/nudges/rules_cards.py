"""What administrators see of the rules about stale fields."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handlers.lead import Status
from handlers.message import (
    Block,
    Button,
    Buttons,
    Card,
    Choice,
    Choices,
    Divider,
    Form,
    Heading,
    Note,
    Option,
    Paragraph,
    ShortText,
    Switch,
    Tone,
    values,
)
from handlers.nudges.model import Rule, RuleState, Watch
from handlers.nudges.rules import OPEN_STATUSES, Tally
from handlers.phrase import Phrase, say
from handlers.writing.cards import field_text

PAGE = 5
"""Rules on one card."""

FEWEST_PEOPLE = 5
"""Among fewer, how many rows were acted on would say something of single people."""

WATCH, FIELD, STATUSES, DAYS, ON = "watch", "field", "statuses", "days", "on"


@dataclass(frozen=True, slots=True)
class Shown:
    """A rule, whether any CRM has its field, and why it paused."""

    rule: Rule
    has_field: bool
    tally: Tally | None = None


# In words


def rule_text(rule: Rule) -> Phrase:
    """Say in plain words when a rule asks."""
    statuses = tuple(say(f"mapping-status-{one}") for one in rule.statuses)
    return say(
        f"rules-{rule.watch}", field=field_text(rule.field), days=rule.days, statuses=statuses
    )


def tally_text(tally: Tally | None) -> Phrase:
    """Say why a rule paused, as rows; of few people only that it was less than half."""
    if tally is None or tally.people < FEWEST_PEOPLE:
        return say("rules-why-half")
    return say("rules-why", acted=tally.acted_on, ended=tally.ended)


# The list


def rules_part(rules: Sequence[Shown]) -> tuple[Block, ...]:
    """Say on an administrator's page how many rules ask."""
    on = sum(one.rule.state is RuleState.ON and one.has_field for one in rules)
    paused = sum(one.rule.state is RuleState.PAUSED for one in rules)
    notes = (Note(say("rules-some-paused", count=paused), Tone.WARN),) if paused else ()
    look = Button(label=say("rules-look"), does="rules.show")
    add = Button(label=say("rules-add"), does="rules.add", opens=True, tone=Tone.QUIET)
    count = Paragraph(say("rules-count", on=on, count=len(rules)))
    return (Heading(say("rules-title")), count, *notes, Buttons((look, add)))


def rules_card(rules: Sequence[Shown], page: int = 0, done: Phrase | None = None) -> Card:
    """List the rules, each with what can be done about it."""
    pages = max(1, -(-len(rules) // PAGE))
    page = min(max(page, 0), pages - 1)
    blocks: list[Block] = [] if done is None else [Note(done, Tone.GOOD)]
    for one in rules[page * PAGE : (page + 1) * PAGE]:
        blocks += [*_rule(one, page), Divider()]
    blocks += [Note(say("rules-help")), *_turning(page, pages)]
    return Card(title=say("rules-title"), blocks=tuple(blocks))


def _rule(one: Shown, page: int) -> tuple[Block, ...]:
    rule, text = one.rule, rule_text(one.rule)
    is_on = rule.state is RuleState.ON
    switch = Button(
        label=say("rules-switch-off" if is_on else "rules-switch-on"),
        does="rules.switch",
        values=values(rule=rule.id, on="" if is_on else "on", page=page),
        tone=Tone.QUIET if is_on else Tone.PRIMARY,
        hint=say("rules-switch-off-hint" if is_on else "rules-switch-on-hint", rule=text),
    )
    edit = Button(
        label=say("rules-edit"),
        does="rules.edit",
        values=values(rule=rule.id),
        opens=True,
        hint=say("rules-edit-hint", rule=text),
    )
    return (Paragraph(text), _state(one), Buttons((edit, switch)))


def _state(one: Shown) -> Note:
    match one.rule.state:
        case RuleState.OFF:
            return Note(say("rules-off"))
        case RuleState.PAUSED:
            return Note(say("rules-paused", why=tally_text(one.tally)), Tone.WARN)
        case RuleState.ON if not one.has_field:
            return Note(say("rules-no-field"), Tone.WARN)
        case RuleState.ON:
            return Note(say("rules-on"), Tone.GOOD)


def _turning(page: int, pages: int) -> tuple[Block, ...]:
    back = (_turn(say("rules-back"), page - 1),) if page > 0 else ()
    further = (_turn(say("rules-further"), page + 1),) if page + 1 < pages else ()
    buttons = (*back, *further)
    return (Buttons(buttons),) if buttons else ()


def _turn(label: Phrase, to: int) -> Button:
    return Button(label=label, does="rules.show", values=values(page=to), tone=Tone.QUIET)


def paused_card(rule: Rule, tally: Tally) -> Card:
    """Tell an administrator that a rule paused by itself."""
    again = Button(
        label=say("rules-switch-on"), does="rules.switch", values=values(rule=rule.id, on="on")
    )
    edit = Button(
        label=say("rules-edit"), does="rules.edit", values=values(rule=rule.id), opens=True
    )
    blocks = (
        Paragraph(rule_text(rule)),
        Paragraph(tally_text(tally)),
        Note(say("rules-paused-help")),
        Buttons((edit, again)),
    )
    return Card(title=say("rules-paused-title"), blocks=blocks)


# The form


def field_options(fields: Mapping[str, frozenset[str]], own: str) -> tuple[Option, ...]:
    """List the fields that a rule may ask about: those that a CRM has, and the rule's own."""
    names = {name for there in fields.values() for name in there} | {"status", own}
    return tuple(Option(name, field_text(name)) for name in sorted(names)[:MOST_FIELDS])


MOST_FIELDS = 100
"""Slack offers no more options."""


def rule_form(rule: Rule | None, fields: Mapping[str, frozenset[str]]) -> Form:
    """Let an administrator say when a field is stale; None for a new rule."""
    watch = Watch.MISSING if rule is None else rule.watch
    field = "next_step" if rule is None else rule.field
    return Form(
        name="rules.edited",
        title=say("rules-form-new" if rule is None else "rules-form"),
        fields=(
            Choice(
                name=WATCH,
                label=say("rules-form-watch"),
                options=watch_options(),
                value=watch.value,
            ),
            Choice(
                name=FIELD,
                label=say("rules-form-field"),
                options=field_options(fields, field),
                value=field,
            ),
            Choices(
                name=STATUSES,
                label=say("rules-form-statuses"),
                options=status_options(),
                value=() if rule is None else tuple(one.value for one in rule.statuses),
            ),
            ShortText(
                name=DAYS,
                label=say("rules-form-days"),
                value="3" if rule is None else str(rule.days),
                hint=say("rules-form-days-hint"),
                longest=3,
            ),
            Switch(
                name=ON,
                label=say("rules-form-on"),
                value=rule is None or rule.state is RuleState.ON,
            ),
        ),
        submit=say("rules-form-save"),
        keep=values(rule="" if rule is None else rule.id),
    )


def watch_options() -> tuple[Option, ...]:
    """List what a rule may look for."""
    return tuple(Option(one.value, say(f"rules-watch-{one}")) for one in Watch)


def status_options() -> tuple[Option, ...]:
    """List the statuses in which a rule may look."""
    may = (*OPEN_STATUSES, Status.DISQUALIFIED)
    return tuple(Option(one.value, say(f"mapping-status-{one}")) for one in may)
