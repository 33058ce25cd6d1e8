"""Rows about invented leads in every state, for the gallery and the snapshots."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from handlers.connector import RemoteField
from handlers.envelope import MOST_ROWS, Drawn, EnvelopeId
from handlers.lead import Lead, LeadId, Status
from handlers.message import Block, Card, Example
from handlers.nudges.days import near
from handlers.nudges.disowned import disowned_card, disowned_part
from handlers.nudges.limits import limits_part
from handlers.nudges.model import Choices, Nudge, NudgeId, NudgeRow, NudgeState, RuleId
from handlers.nudges.row_cards import Wide, Widened, rows_part, why_card
from handlers.nudges.row_forms import fix_form, limits_form, snooze_form
from handlers.nudges.rules import shipped
from handlers.nudges.shown import Shown
from handlers.nudges.work import DisownedLead
from handlers.people import PersonId
from handlers.phrase import say
from handlers.working_time import WorkingHours
from handlers.writing.model import WriteBack, WriteId, WriteState

NOW = datetime(2026, 11, 16, 9, 42, tzinfo=UTC)
TODAY = date(2026, 11, 16)
HOURS = WorkingHours(zone="Europe/Warsaw")
WORDS = "Property “Lead status” cannot be set to Qualified without a next step."
FIELDS = {
    "status": RemoteField(
        name="hs_lead_status",
        label="Lead status",
        kind="choice",
        options=(
            *(("NEW", "New"), ("OPEN", "Open"), ("IN_PROGRESS", "In progress")),
            *(("CONNECTED", "Connected"), ("QUALIFIED", "Qualified"), ("UNQUALIFIED", "Closed")),
            ("BAD_TIMING", "Bad timing"),
        ),
    ),
    "next_step": RemoteField(name="next_step", label="Next step", kind="text"),
    "extra:needs": RemoteField(name="needs", label="Needs", kind="text"),
    "extra:Renewal": RemoteField(name="renewal", label="Renewal", kind="date"),
    "extra:Consent": RemoteField(name="consent", label="Consent", kind="yes-no"),
}
LEAD = Lead(
    id=LeadId(3),
    system="hubspot",
    external_id="1003",
    name="Lukas Müller",
    company="Vertex Foods",
    status=Status.CONNECTED,
    status_raw="CONNECTED",
    status_changed_at=NOW - timedelta(days=21),
    last_touch_at=NOW - timedelta(days=19),
    imported_at=NOW - timedelta(minutes=4),
)
LONG_LEAD = replace(
    LEAD,
    id=LeadId(4),
    name="Wolfeschlegelsteinhausenbergerdorff von und zu Langenfeld-Oberpfaffenhofen",
    company="Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
)
SAID = (
    *(NudgeState.STILL_RIGHT, NudgeState.SNOOZED, NudgeState.NOT_MINE),
    *(NudgeState.RULE_WRONG, NudgeState.EXPIRED),
)


def row_examples() -> Sequence[Example]:
    """List the forms, how much somebody wants to be asked, and what is told about a rule."""
    muted = Choices(muted_until=date(2026, 11, 23), weekly_cap=5)
    return (
        *_forms(),
        Example("nudges-snooze-form", snooze_form(_row("next-step", "next_step"), TODAY)),
        Example("nudges-limits-form", limits_form(Choices(), TODAY)),
        Example("nudges-limits-form-muted", limits_form(muted, TODAY)),
        Example("nudges-limits", Card(say("nudges-limits-title"), limits_part(muted, TODAY))),
        Example("nudges-disowned", disowned_card(_disowned(), 23)),
        Example("nudges-disowned-none", disowned_card((), 0)),
        Example("nudges-why-missing", why_card(_row("needs", "extra:needs"))),
        Example("nudges-why-unchanged", why_card(_row("status-connected", "status"))),
        Example("nudges-why-silent", why_card(_row("silent", "status"))),
    )


def disowned_page_example() -> tuple[Block, ...]:
    """Show what an administrator sees of it on their own page."""
    return disowned_part(3)


def _disowned() -> Sequence[DisownedLead]:
    return [
        DisownedLead(lead, NOW - timedelta(days=days)) for days, lead in ((0, LEAD), (3, LONG_LEAD))
    ]


def _forms() -> Sequence[Example]:
    named = {
        "choice": ("status-connected", "status"),
        "text": ("next-step", "next_step"),
        "date": ("needs", "extra:Renewal"),
        "yes-no": ("needs", "extra:Consent"),
    }
    return [
        Example(f"nudges-form-{name}", fix_form(_row(rule, field), FIELDS[field]))
        for name, (rule, field) in named.items()
    ]


def envelope_examples() -> Mapping[str, Drawn]:
    """Show the rows as they stand in an envelope: in every state, and widened both ways."""
    nowhere = Shown(row=_row("status-connected", "status"))
    being_undone = replace(_written(WriteState.WRITTEN), is_being_undone=True)
    first = NudgeId("nudge-1")
    return {
        "nudges-rows": _part(_first_rows()),
        "nudges-in-crm": _part([nowhere]),
        **{f"nudges-wide-{by}": _part(_first_rows(), wide=Wide(first, by)) for by in Widened},
        "nudges-said": _part([_said(state) for state in SAID]),
        **{f"nudges-{state}": _part([_written(state)]) for state in WriteState},
        "nudges-being-undone": _part([being_undone]),
        "nudges-long": long_example(),
    }


def open_rows_example() -> Drawn:
    """Show what waits for a rep on their own page."""
    return rows_part(_first_rows()[:2], NOW, on_page=True)


def long_example() -> Drawn:
    """Fill an envelope with the longest that a CRM may say."""
    label = "A value that somebody once gave a whole sentence to, and another one after it " * 3
    options = tuple((f"value-{number}", f"{label}{number}") for number in range(40))
    status = replace(FIELDS["status"], options=options)
    row = replace(_row("status-connected", "status", was=label * 10), lead=LONG_LEAD)
    return _part([Shown(row=row, fields={**FIELDS, "status": status})] * MOST_ROWS)


def _part(rows: Sequence[Shown], *, wide: Wide | None = None) -> Drawn:
    numbered = [_numbered(one, number) for number, one in enumerate(rows, start=1)]
    return rows_part(numbered, NOW, wide=wide)


def _numbered(shown: Shown, number: int) -> Shown:
    nudge = replace(shown.row.nudge, id=NudgeId(f"nudge-{number}"))
    return replace(shown, row=replace(shown.row, nudge=nudge))


def _row(rule: str, field: str, was: str = "") -> NudgeRow:
    """Make a row of a rule that comes with Leadloop."""
    nudge = Nudge(
        id=NudgeId("nudge"),
        rule=RuleId(rule),
        lead=LEAD.id,
        person=PersonId("piotr"),
        field=field,
        was=was or (LEAD.status_raw if field == "status" else ""),
        state=NudgeState.ASKED,
        envelope=EnvelopeId("envelope"),
        queued_at=NOW - timedelta(hours=9),
        asked_at=NOW - timedelta(hours=1),
    )
    found = next(one for one in shipped() if one.id == rule)
    return NudgeRow(nudge=nudge, rule=replace(found, field=field), lead=LEAD)


def _first_rows() -> Sequence[Shown]:
    """Show a list, a text, a day, yes or no, and a lead that nobody contacted."""
    rows = (
        _row("status-connected", "status"),
        _row("next-step", "next_step"),
        _row("needs", "extra:Renewal"),
        _row("needs", "extra:Consent"),
        _row("silent", "status"),
    )
    return [Shown(row=one, fields=FIELDS, days=near(HOURS, TODAY)) for one in rows]


def _said(state: NudgeState) -> Shown:
    row = _row("next-step", "next_step")
    until = date(2026, 11, 23) if state is NudgeState.SNOOZED else None
    nudge = row.nudge.closed(state, NOW, until=until)
    return Shown(row=replace(row, nudge=nudge), fields=FIELDS)


def _written(state: WriteState) -> Shown:
    """Show what becomes of a value in the CRM; what the CRM refused waits again."""
    row = _row("status-connected", "status")
    write = WriteBack(
        id=WriteId("write"),
        lead=LEAD.id,
        field="status",
        was=row.nudge.was,
        becomes="QUALIFIED",
        by=row.nudge.person,
        at=NOW,
        state=state,
        now="UNQUALIFIED" if state is WriteState.CONFLICT else "",
        words=WORDS if state is WriteState.REJECTED else "",
        written_at=NOW if state is WriteState.WRITTEN else None,
    )
    nudge = row.nudge if state is WriteState.REJECTED else row.nudge.closed(NudgeState.FIXED, NOW)
    return Shown(row=replace(row, nudge=nudge, write=write), fields=FIELDS)
