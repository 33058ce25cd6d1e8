"""What a rehearsal found: for managers without names, for administrators by person and lead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from handlers.lead import Lead, LeadId
from handlers.message import (
    Block,
    Button,
    Buttons,
    Card,
    Cell,
    Form,
    Heading,
    Note,
    Paragraph,
    Sheet,
    ShortText,
    Table,
    Tone,
    Values,
    values,
)
from handlers.nudges.model import Rule, RuleState
from handlers.nudges.rehearsal import WORKING_WEEK, Bounds, Row, loads
from handlers.nudges.rules_cards import FEWEST_PEOPLE, rule_text
from handlers.people import Person, PersonId
from handlers.phrase import Phrase, say, verbatim

DAYS = "days"

PERSON_COLUMNS = (
    say("rehearsal-column-person"),
    say("rehearsal-column-envelopes"),
    say("rehearsal-column-rows"),
    say("rehearsal-column-weekly"),
)
SHEET_COLUMNS = (
    say("rehearsal-column-day"),
    say("rehearsal-column-person"),
    say("rehearsal-column-lead"),
    say("rehearsal-column-crm"),
    say("rehearsal-column-id"),
    say("rehearsal-column-rule"),
)

MOST_NAMED = 10
"""People in the table; the file has them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rehearsed:
    """What would have been asked."""

    tried: Sequence[Rule]
    """All rules as they were tried, those that are off among them."""
    rules: Sequence[Rule]
    """Those that asked; rows name them by their places."""
    first: date
    last: date
    days: int
    """Working days of the company."""
    begins: date | None
    """When our history begins; None where nothing has changed yet."""
    people: Sequence[Person]
    """Everybody who could have been asked, by name."""
    rows: Mapping[PersonId, Sequence[Row]]

    @property
    def count(self) -> int:
        """Count all rows."""
        return sum(len(rows) for rows in self.rows.values())

    @property
    def envelopes(self) -> int:
        """Count the messages that would have brought them."""
        return sum(len({row.day for row in rows}) for rows in self.rows.values())


# The card


def rehearsal_part() -> tuple[Block, ...]:
    """Offer a rehearsal on somebody's page."""
    show = Button(label=say("rehearsal-show"), does="rehearsal.show")
    other = Button(
        label=say("rehearsal-other"), does="rehearsal.settings", opens=True, tone=Tone.QUIET
    )
    about = Paragraph(say("rehearsal-about"))
    return (Heading(say("rehearsal-title")), about, Buttons((show, other)))


def waiting_card(days: int) -> Card:
    """Say that a rehearsal is under way; the same message shows what it found."""
    return Card(say("rehearsal-waiting", days=days), (Note(say("rehearsal-waiting-help")),))


def failed_card(rules: Sequence[Rule], days: int) -> Card:
    """Say that a rehearsal came to nothing, and offer to try once more."""
    again = _other_button(_carried(rules, days))
    return Card(say("rehearsal-failed"), (Note(say("rehearsal-failed-help")), Buttons((again,))))


def rehearsal_card(told: Rehearsed, days: int, *, by_name: bool) -> Card:
    """Tell what would have been asked; `days` are the working days that were wanted."""
    many = len(told.people) >= FEWEST_PEOPLE
    blocks: list[Block] = list(_history(told))
    if by_name or many:
        blocks += [Paragraph(_total(told)), *_by_rule(told)]
    blocks += _by_load(told) if many else [Note(say("rehearsal-too-few", fewest=FEWEST_PEOPLE))]
    if by_name:
        blocks += _by_person(told)
    blocks += [Note(say("rehearsal-help")), _buttons(told, days, by_name=by_name)]
    return Card(say("rehearsal-headline", first=told.first, last=told.last), tuple(blocks))


def _total(told: Rehearsed) -> Phrase:
    if not told.count:
        return say("rehearsal-nothing", days=told.days)
    rows = say("rehearsal-rows", count=told.count)
    envelopes = say("rehearsal-envelopes", count=told.envelopes)
    return say("rehearsal-total", rows=rows, envelopes=envelopes, days=told.days)


def _history(told: Rehearsed) -> Sequence[Block]:
    if told.begins is None:
        return (Note(say("rehearsal-no-history"), Tone.WARN),)
    if told.begins > told.first:
        return (Note(say("rehearsal-history", day=told.begins), Tone.WARN),)
    return ()


def _by_rule(told: Rehearsed) -> Sequence[Block]:
    if not told.rules:
        return (Note(say("rehearsal-no-rules"), Tone.WARN),)
    counts = Counter(row.rule for rows in told.rows.values() for row in rows)
    rows = tuple(
        (Cell(rule_text(rule)), _figure(counts[place])) for place, rule in enumerate(told.rules)
    )
    columns = (say("rehearsal-column-rule"), say("rehearsal-column-rows"))
    return (Table(columns, rows, say("rehearsal-by-rule")),)


def _by_load(told: Rehearsed) -> Sequence[Block]:
    found = loads([len(told.rows[one.id]) for one in told.people], told.days)
    rows = tuple((Cell(_load_text(bounds)), _figure(count)) for bounds, count in found)
    columns = (say("rehearsal-column-weekly"), say("rehearsal-column-reps"))
    return (Table(columns, rows, say("rehearsal-by-load")),)


def _load_text(bounds: Bounds) -> Phrase:
    least, most = bounds
    if most is None:
        return say("rehearsal-load-from", least=least)
    return verbatim(str(least)) if least == most else verbatim(f"{least}–{most}")


def _by_person(told: Rehearsed) -> Sequence[Block]:
    """Name the busiest; whoever runs Leadloop sees this, and nobody else."""
    asked = sorted(
        (one for one in told.people if told.rows[one.id]), key=lambda one: -len(told.rows[one.id])
    )
    if not asked:
        return ()
    table = Table(
        PERSON_COLUMNS,
        tuple(_person_row(told, one) for one in asked[:MOST_NAMED]),
        say("rehearsal-by-person"),
    )
    left = len(asked) - MOST_NAMED
    return (table, Note(say("rehearsal-more", count=left))) if left > 0 else (table,)


def _person_row(told: Rehearsed, person: Person) -> tuple[Cell, ...]:
    rows = told.rows[person.id]
    weekly = len(rows) / max(told.days / WORKING_WEEK, 1)
    return (
        Cell(verbatim(person.name)),
        _figure(len({row.day for row in rows})),
        _figure(len(rows)),
        Cell(say("rehearsal-figure", count=weekly)),
    )


def _figure(count: int) -> Cell:
    return Cell(say("rehearsal-figure", count=count))


def _buttons(told: Rehearsed, days: int, *, by_name: bool) -> Buttons:
    carried = _carried(told.tried, days)
    other = _other_button(carried)
    sheet = Button(label=say("rehearsal-sheet"), does="rehearsal.sheet", values=carried)
    return Buttons((other, sheet) if by_name and told.count else (other,))


def _other_button(carried: Values) -> Button:
    return Button(
        label=say("rehearsal-other"), does="rehearsal.settings", values=carried, opens=True
    )


# What is tried


def days_field(rule: Rule) -> str:
    """Name the field that says after how many days a rule asks, and nothing where it does not."""
    return f"days-{rule.id}"


def _days_told(rule: Rule) -> str:
    return str(rule.days) if rule.state is RuleState.ON else ""


def _carried(rules: Sequence[Rule], days: int) -> Values:
    told = {days_field(rule): _days_told(rule) for rule in rules}
    return values(**{DAYS: days}, **told)


def rehearsal_form(rules: Sequence[Rule], days: int) -> Form:
    """Ask what is to be tried."""
    back = ShortText(name=DAYS, label=say("rehearsal-form-days"), value=str(days), longest=2)
    return Form(
        name="rehearsal.try",
        title=say("rehearsal-form"),
        fields=(back, *(_rule_field(rule) for rule in rules)),
        submit=say("rehearsal-form-submit"),
        intro=(Note(say("rehearsal-form-about")),),
    )


def _rule_field(rule: Rule) -> ShortText:
    return ShortText(
        name=days_field(rule),
        label=rule_text(rule),
        value=_days_told(rule),
        hint=say("rehearsal-form-hint"),
        required=False,
        longest=3,
    )


# The file


def rehearsal_sheet(told: Rehearsed, leads: Mapping[LeadId, Lead]) -> Sheet:
    """Give every row as a table, day by day."""
    names = {person.id: person.name for person in told.people}
    rows = sorted(
        ((names[person], row) for person, own in told.rows.items() for row in own),
        key=lambda one: (one[1].day, one[0]),
    )
    return Sheet(
        title=say("rehearsal-headline", first=told.first, last=told.last),
        name=f"rehearsal-{told.last:%Y-%m-%d}",
        columns=SHEET_COLUMNS,
        rows=tuple(
            _sheet_row(name, row, told.rules[row.rule], leads[row.lead])
            for name, row in rows
            if row.lead in leads
        ),
    )


def _sheet_row(name: str, row: Row, rule: Rule, lead: Lead) -> tuple[Phrase, ...]:
    return (
        verbatim(row.day.isoformat()),
        verbatim(name),
        verbatim(lead.label),
        verbatim(lead.system),
        verbatim(lead.external_id),
        rule_text(rule),
    )
