"""Whatever a CRM calls its values: a row stays a row, and each of its buttons carries what can be taken."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from handlers.connector import RemoteField
from handlers.filled import Wrong
from handlers.lead import LeadId, Status
from handlers.message import MOST_BUTTONS, Buttons, Card, Note
from handlers.nudges.days import near
from handlers.nudges.model import NudgeId, NudgeRow, NudgeState
from handlers.nudges.row_cards import Wide, Widened, rows_part, wide_of
from handlers.nudges.row_forms import LONGEST_VALUE, read_value, value_field
from handlers.nudges.rules import shipped
from handlers.nudges.shown import Shown
from handlers.phrase import say, verbatim
from handlers.working_time import WorkingHours
from tests.builders import MONDAY_MORNING, a_lead
from tests.handlers.nudges.conftest import buttons
from tests.storage.stale import a_nudge

HOURS = WorkingHours(zone="Europe/Warsaw", country="PL")
KINDS = ("choice", "text", "date", "moment", "number", "yes-no")

words = st.text(max_size=40)
fields = st.builds(
    RemoteField,
    name=st.just("theirs"),
    label=words,
    kind=st.sampled_from(KINDS),
    options=st.lists(st.tuples(words, words), max_size=12),
)


def a_row(was: str, rule: int = 1) -> NudgeRow:
    nudge = a_nudge(was=was, state=NudgeState.ASKED, asked_at=MONDAY_MORNING)
    lead = a_lead(id=LeadId(1), status=Status.QUALIFIED, status_raw=was)
    return NudgeRow(nudge=nudge, rule=shipped()[rule], lead=lead)


@given(theirs=fields, was=words, rule=st.integers(0, len(shipped()) - 1))
def test_every_value_on_a_button_can_be_taken_and_is_another_than_the_present_one(
    theirs: RemoteField, was: str, rule: int
) -> None:
    row = a_row(was, rule)
    shown = Shown(row=row, fields={"status": theirs}, days=near(HOURS, date(2026, 11, 16)))
    card = Card(title=say("none"), blocks=rows_part([shown], MONDAY_MORNING).blocks)
    carried = [dict(one.values) for one in buttons(card) if one.does == "nudges.fix"]
    for values in carried:
        wrong = Wrong()
        if "value" in values:
            assert read_value(value_field(row, theirs), values, wrong) == values["value"] != was
            assert not wrong.errors
    for bar in card.blocks:
        assert not isinstance(bar, Buttons) or len(bar.buttons) <= MOST_BUTTONS
    for one in buttons(card):
        assert one.label.key != "nudges-value" or str(dict(one.label.args)["value"]).strip()


@given(theirs=fields, said=st.text(max_size=LONGEST_VALUE + 9))
def test_what_is_read_from_a_form_is_what_the_field_takes(theirs: RemoteField, said: str) -> None:
    wrong = Wrong()
    value = read_value(value_field(a_row(""), theirs), {"value": said}, wrong)
    if wrong.errors:
        return
    assert value.strip()
    assert len(value) <= LONGEST_VALUE
    assert not theirs.options or value in dict(theirs.options)
    if theirs.kind == "date" and not theirs.options:
        assert date.fromisoformat(value).isoformat() == value


@given(day=st.dates(date(2026, 1, 1), date(2030, 12, 31)))
def test_the_days_that_are_offered_lie_ahead_and_are_worked_on(day: date) -> None:
    offered = near(HOURS, day)
    assert list(offered) == sorted(set(offered))
    assert all(one > day and HOURS.works_on(one) for one in offered)


@given(words)
def test_a_word_of_another_feature_widens_no_row(word: str) -> None:
    assert wide_of(word) is None or word.startswith("nudge:")


def test_a_widened_row_is_spelled_and_read_back() -> None:
    for by in Widened:
        wide = Wide(NudgeId("1a2b-7"), by)
        assert wide_of(wide.spelled()) == wide


@given(
    raw=st.integers(0, 10**9).map(str),
    rule=st.integers(0, len(shipped()) - 1),
)
def test_a_status_of_which_only_a_number_is_known_is_told_in_our_words(raw: str, rule: int) -> None:
    drawn = rows_part([Shown(row=a_row(raw, rule))], MONDAY_MORNING)
    told = [one.text for one in drawn.blocks if isinstance(one, Note)]
    ours, theirs = say("mapping-status-qualified"), verbatim(raw)
    assert any(ours in dict(one.args).values() for one in told)
    assert not any(theirs in dict(one.args).values() for one in told)


def test_a_status_that_became_unknown_meanwhile_is_told_as_it_stands() -> None:
    row = a_row("7")
    unknown = replace(row, lead=replace(row.lead, status=None))
    drawn = rows_part([Shown(row=unknown)], MONDAY_MORNING)
    told = [dict(one.text.args) for one in drawn.blocks if isinstance(one, Note)]
    assert any(verbatim("7") in args.values() for args in told)
