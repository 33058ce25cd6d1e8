"""The answer to a question in a terminal: a table for people, JSON for scripts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bot.i18n import Voice
from handlers.lead import LeadId, Outcome, told_apart
from handlers.leads.understanding import Kind, Understood
from handlers.people import OwnerId
from handlers.phrase import say
from handlers.questions.cards import (
    Shown,
    first_touch_text,
    headline,
    known_from,
    moment_text,
    outcome_text,
)
from handlers.questions.delay_card import delay_facts, delay_title
from handlers.questions.model import Row, summed

COLUMNS = ("lead", "outcome", "first-touch", "last-touch", "known-from")

UNBROKEN = range(17, 41)
"""Letters of an id or address that stays on one line at any width: broken, it cannot be copied."""

COLOURS = {
    Outcome.CONVERTED: "green",
    Outcome.QUALIFIED: "green",
    Outcome.IN_CONVERSATION: "cyan",
    Outcome.TRYING: "cyan",
    Outcome.LATER: "",
    Outcome.DISQUALIFIED: "",
    Outcome.NOT_TOUCHED: "yellow",
    Outcome.UNKNOWN: "dim",
}


def answer_table(shown: Shown, voice: Voice) -> RenderableType:
    """Draw the answer: the headline, a row per lead, and every line that found none."""
    parts = _delay(shown, voice) if _is_delay(shown) else _outcomes(shown, voice)
    remarks = shown.question.remarks
    parts += _listed("questions-did-you-mean", [*_guesses(shown, voice)], voice)
    parts += _listed("questions-unknown-lines", [*remarks.unknown], voice)
    parts += _listed("questions-duplicate-lines", [*remarks.duplicates], voice)
    return Group(*parts)


def _is_delay(shown: Shown) -> bool:
    return shown.question.kind is Kind.DELAY and len(shown.rows) == 1


def _delay(shown: Shown, voice: Voice) -> list[RenderableType]:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    for label, text in delay_facts(shown):
        table.add_row(Text(voice.speak(label), style="dim"), Text(voice.speak(text)))
    return [Text(voice.speak(delay_title(shown)), style="bold"), table]


def _outcomes(shown: Shown, voice: Voice) -> list[RenderableType]:
    parts: list[RenderableType] = [Text(voice.speak(headline(summed(shown.rows))), style="bold")]
    if shown.question.described is not None:
        parts.append(Text(voice.speak(shown.question.described), style="dim"))
    return [*parts, _table(shown, voice)] if shown.rows else parts


def _table(shown: Shown, voice: Voice) -> Table:
    table = Table(box=None, header_style="dim", padding=(0, 2, 0, 0), pad_edge=False)
    columns = _columns(shown)
    longest_word = max(len(word) for row in shown.rows for word in row.lead.label.split())
    for column in columns:
        heading = voice.speak(say(f"questions-column-{column}"))
        unbroken = column == "lead" and longest_word in UNBROKEN
        table.add_column(heading, overflow="fold", no_wrap=unbroken)
    for row in shown.rows:
        cells = _cells(row, shown, voice)
        table.add_row(*(cells[column] for column in columns))
    return table


def _columns(shown: Shown) -> Sequence[str]:
    """Leave out the columns in which no lead has anything."""
    empty = {
        "first-touch": all(row.lead.first_touch_at is None for row in shown.rows),
        "last-touch": all(row.lead.last_touch_at is None for row in shown.rows),
    }
    return [column for column in COLUMNS if not empty.get(column)]


def _cells(row: Row, shown: Shown, voice: Voice) -> Mapping[str, Text]:
    delay = shown.delays.get(row.lead.id)
    return {
        "lead": Text(row.lead.label),
        "outcome": Text(voice.speak(outcome_text(row)), style=COLOURS[row.outcome]),
        "first-touch": Text(voice.speak(first_touch_text(row.lead, delay))),
        "last-touch": Text(voice.speak(moment_text(row.lead.last_touch_at))),
        "known-from": Text(voice.speak(known_from(row, shown.at)), style="dim"),
    }


def _guesses(shown: Shown, voice: Voice) -> list[str]:
    """Name all leads that a line may mean, for nobody can pick here."""
    return [
        voice.speak(say("questions-may-be", line=one.line, lead=" / ".join(labels.values())))
        for one in shown.question.remarks.candidates
        if (labels := told_apart(shown.maybe[id] for id in one.leads if id in shown.maybe))
    ]


def _listed(key: str, lines: list[str], voice: Voice) -> list[RenderableType]:
    if not lines:
        return []
    heading = Text(voice.speak(say(key, count=len(lines))), style="bold yellow")
    return [Text(), heading, *(_indented(line) for line in lines)]


def _indented(line: str) -> RenderableType:
    return Padding(Text(line), (0, 0, 0, 2), expand=False)


def answer_json(
    understood: Understood, shown: Shown, owners: Mapping[OwnerId, str]
) -> dict[str, object]:
    """Give the answer for scripts; moments are ISO 8601 in UTC, and what is not known is null."""
    remarks = understood.remarks
    return {
        "asked": understood.asked,
        "found": len(shown.rows),
        "unknown": list(remarks.unknown),
        "duplicates": list(remarks.duplicates),
        "candidates": [
            {"line": one.line, "leads": [_named(lead, shown) for lead in one.leads]}
            for one in remarks.candidates
        ],
        "outcomes": {outcome.value: n for outcome, n in summed(shown.rows).outcomes.items()},
        "leads": [_lead_json(row, owners) for row in shown.rows],
    }


def _named(lead: LeadId, shown: Shown) -> dict[str, str]:
    found = shown.maybe[lead]
    return {"id": found.external_id, "name": found.name, "company": found.company}


def _lead_json(row: Row, owners: Mapping[OwnerId, str]) -> dict[str, object]:
    lead = row.lead
    return {
        "id": lead.external_id,
        "name": lead.name,
        "company": lead.company,
        "campaign": lead.campaign,
        "outcome": row.outcome.value,
        "reason": None if row.reason is None else row.reason.value,
        "provenance": row.provenance.value,
        "as_of": row.as_of.isoformat(),
        "first_touch_at": _iso(lead.first_touch_at),
        "last_touch_at": _iso(lead.last_touch_at),
        "owner": None if lead.owner is None else owners.get(lead.owner),
    }


def _iso(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()
