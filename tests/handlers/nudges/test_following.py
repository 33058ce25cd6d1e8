"""What becomes of a value in the CRM is seen in the row that it came from."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from handlers.interaction import Nothing, Open
from handlers.message import LongText
from handlers.nudges.model import NudgeState
from handlers.phrase import say
from handlers.writing.model import UNDO_WITHIN
from tests.handlers.nudges.conftest import (
    PIOTR,
    House,
    a_missing,
    buttons,
    press_of,
    whispered,
)
from tests.handlers.questions.conftest import phrases
from tests.storage.stale import a_nudge, keep


def mended(house: House) -> None:
    house.find()
    house.press("nudges.fix", value="Talking")


def spoken(house: House) -> list[object]:
    """List everything that the phrases of the envelope say."""
    return [value for one in house.card().blocks for value in _values(one)]


def _values(part: object) -> list[object]:
    args = getattr(getattr(part, "text", None), "args", ())
    pairs = getattr(part, "pairs", ())
    return [value for _, value in args] + [
        value for pair in pairs for text in pair for _, value in text.args
    ]


def test_what_was_fixed_is_written_and_the_row_says_so_until_it_is_taken_back(
    house: House,
) -> None:
    mended(house)
    house.bring()
    assert house.crm.leads["1"]["hs_status"] == "Talking"
    assert "nudges-written" in phrases(house.card())
    undo = press_of(house.card(), "writing.undo")
    assert house.press("writing.undo", given=undo) == Nothing()
    assert "writing-being-undone" in phrases(house.card())
    house.bring()
    assert house.crm.leads["1"]["hs_status"] == "Working"
    assert "nudges-undone" in phrases(house.card())
    assert house.state() == "fixed"


def test_after_a_day_the_row_offers_no_way_back(house: House) -> None:
    mended(house)
    house.bring()
    house.clock.move(seconds=UNDO_WITHIN.total_seconds())
    assert "nudges-written" in phrases(house.card())
    assert buttons(house.card()) == []


def test_a_conflict_shows_both_values_in_the_row_and_the_person_decides(house: House) -> None:
    mended(house)
    house.crm.put("1", hs_status="Lost")
    house.bring()
    assert house.crm.leads["1"]["hs_status"] == "Lost"
    assert {"writing-yours", "writing-crms", "writing-conflict-help"} <= phrases(house.card())
    assert {"In talks", "Lost"} <= set(spoken(house))
    assert house.card().title == say("nudges-title", count=1)
    house.press("writing.mine", given=press_of(house.card(), "writing.mine"))
    house.bring()
    assert house.crm.leads["1"]["hs_status"] == "Talking"
    assert "nudges-written" in phrases(house.card())


@pytest.mark.parametrize("refusal", ["", "Only managers may change this."])
def test_what_the_row_shows_comes_in_no_card_of_its_own(house: House, refusal: str) -> None:
    mended(house)
    house.crm.put("1", hs_status="Lost")
    house.crm.refusal = refusal
    house.bring()
    assert "writing.fate" not in house.refreshed()


def test_what_became_of_a_value_comes_in_a_card_once_its_row_is_over(house: House) -> None:
    mended(house)
    over = replace(house.nudge(), state=NudgeState.GONE)
    with house.database.open_work() as work:
        work.nudges.keep([over])
        work.commit()
    house.crm.put("1", hs_status="Lost")
    house.bring()
    assert "writing.fate" in house.refreshed()


def test_an_undo_that_came_too_late_is_told_in_a_card(house: House) -> None:
    mended(house)
    house.bring()
    house.press("writing.undo", given=press_of(house.card(), "writing.undo"))
    house.crm.put("1", hs_status="Lost")
    house.bring()
    assert house.crm.leads["1"]["hs_status"] == "Lost"
    assert "writing.fate" in house.refreshed()


def test_the_crms_value_may_stand(house: House) -> None:
    mended(house)
    house.crm.put("1", hs_status="Lost")
    house.bring()
    house.press("writing.crms", given=press_of(house.card(), "writing.crms"))
    assert "nudges-dropped" in phrases(house.card())
    assert house.state() == "fixed"


def test_what_the_crm_refused_waits_again_with_its_words(house: House) -> None:
    mended(house)
    house.crm.refusal = "Only managers may change this."
    house.bring()
    assert (house.state(), house.nudge().closed_at) == ("asked", None)
    assert {"Only managers may change this."} <= set(spoken(house))
    assert press_of(house.card(), "nudges.right") == {"nudge": "nudge-1"}
    house.crm.refusal = ""
    house.press("nudges.fix", value="Won")
    house.bring()
    assert (house.state(), house.crm.leads["1"]["hs_status"]) == ("fixed", "Won")


def test_what_was_typed_and_refused_need_not_be_typed_again(house: House) -> None:
    house.find(a_missing(field="next_step"))
    house.press("nudges.fixed", value="Call on Friday")
    house.crm.refusal = "At most ten letters."
    house.bring()
    form = house.press("nudges.fix")
    assert isinstance(form, Open)
    [asked] = form.form.fields
    assert isinstance(asked, LongText)
    assert asked.value == "Call on Friday"


def test_trying_once_more_what_was_refused_mends_the_row(house: House) -> None:
    mended(house)
    house.crm.refusal = "Not now."
    house.bring()
    [refused] = house.writes()
    house.crm.refusal = ""
    again = {"write": refused.id, "version": str(refused.version)}
    assert house.press("writing.again", given=again) == Nothing()
    assert house.state() == "fixed"
    house.bring()
    assert "nudges-written" in phrases(house.card())


def test_leaving_what_was_refused_leaves_the_row_open(house: House) -> None:
    mended(house)
    house.crm.refusal = "Not now."
    house.bring()
    [refused] = house.writes()
    leave = {"write": refused.id, "version": str(refused.version)}
    assert house.press("writing.crms", given=leave) == Nothing()
    assert house.state() == "asked"
    assert "writing-said" not in phrases(house.card())


def test_a_refusal_opens_no_older_row_of_the_same_field(house: House) -> None:
    house.find()
    older = a_nudge(7, lead=1, state=NudgeState.FIXED, queued_at=house.clock() - timedelta(days=60))
    with house.database.open_work() as work:
        keep(work, older)
        work.commit()
    house.press("nudges.fix", value="Talking")
    house.crm.refusal = "Not now."
    house.bring()
    assert (house.state(1), house.state(7)) == ("asked", "fixed")


def test_a_refusal_that_comes_when_the_lead_waits_in_another_row_opens_none(house: House) -> None:
    mended(house)
    newer = a_nudge(2, lead=1, queued_at=house.clock() + timedelta(days=20))
    with house.database.open_work() as work:
        keep(work, newer)
        work.commit()
    house.crm.refusal = "Not now."
    house.bring()
    assert [one.state.value for one in house.writes()] == ["rejected"]
    assert (house.state(1), house.state(2)) == ("fixed", "queued")


def test_a_newer_row_shows_nothing_of_what_was_confirmed_before_it(house: House) -> None:
    mended(house)
    house.crm.refusal = "Not now."
    house.bring()
    house.press("nudges.right")
    house.clock.move(days=28)
    newer = replace(a_nudge(2, lead=1), queued_at=house.clock())
    with house.database.open_work() as work:
        keep(work, newer)
        work.commit()
    house.fill()
    with house.database.look() as work:
        rows = {row.nudge.id: row.write for row in work.nudges.open_rows(PIOTR.id)}
    assert rows == {"nudge-2": None}


def test_a_text_is_written_and_shown_as_it_was_typed(house: House) -> None:
    hostile = "<!channel> *Call* [x](https://evil.example) & 'DROP TABLE'"
    house.find(a_missing())
    house.press("nudges.fixed", value=hostile)
    house.bring()
    assert house.crm.leads["1"]["next_step"] == hostile


def test_a_press_on_an_old_fate_is_answered_kindly(house: House) -> None:
    mended(house)
    house.bring()
    undo = press_of(house.card(), "writing.undo")
    house.press("writing.undo", given=undo)
    assert whispered(house.press("writing.undo", given=undo)) == "writing-being-undone"
