"""Every card and form of the rules, for the gallery and the snapshots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from handlers.message import Block, Example
from handlers.nudges.model import Rule, RuleState
from handlers.nudges.rules import Tally, shipped
from handlers.nudges.rules_cards import Shown, paused_card, rule_form, rules_card, rules_part
from handlers.phrase import say

NOW = datetime(2026, 11, 16, 9, tzinfo=UTC)
FIELDS = {"hubspot": frozenset({"status", "reason", "next_step", "extra:needs", "extra:Region"})}
TALLY = Tally(ended=41, acted_on=12, people=9)


def examples() -> Sequence[Example]:
    """List the cards and the forms."""
    rules, done = _rules(), say("rules-switched-off")
    paused = rules[3].rule
    return (
        Example("rules-list", rules_card(rules)),
        Example("rules-list-further", rules_card(rules, 1, done)),
        Example("rules-paused", paused_card(paused, TALLY)),
        Example("rules-paused-few", paused_card(paused, replace(TALLY, people=4))),
        Example("rules-form", rule_form(rules[5].rule, FIELDS)),
        Example("rules-form-new", rule_form(None, FIELDS)),
    )


def page_example() -> tuple[Block, ...]:
    """Show what an administrator sees of the rules on their own page."""
    return rules_part(_rules())


def _rules() -> Sequence[Shown]:
    return [_shown(rule) for rule in shipped()]


def _shown(rule: Rule) -> Shown:
    if rule.id == "status-attempting":
        return Shown(rule.paused(NOW), has_field=True, tally=TALLY)
    if rule.id == "next-step":
        return Shown(replace(rule, state=RuleState.OFF), has_field=True)
    return Shown(rule, has_field=rule.field != "extra:situation")
