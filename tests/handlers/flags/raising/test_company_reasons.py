"""Administrators rename, hide, add and map the reasons."""

from __future__ import annotations

from typing import Any

import pytest

from handlers.flags.model import FlagReason, Kind, Remedy
from handlers.flags.reasons import known_reasons
from handlers.interaction import Nothing
from handlers.people import Person, Place
from tests.handlers.flags.raising.conftest import (
    ADA,
    MAREK,
    MAYA,
    PIOTR,
    Office,
    filled,
    form,
    keys,
    options,
    told,
    words,
    wrong,
)

OWN: dict[str, Any] = {
    "kind": "reject",
    "reason": "",
    "label": "came for the raffle",
    "remedy": "targeting",
}


def known(office: Office) -> dict[str, FlagReason]:
    with office.database.look() as work:
        return {reason.key: reason for reason in known_reasons(work)}


def added(office: Office, **changes: str) -> FlagReason:
    before = known(office)
    office.do("flags.reasons-saved", ADA, **{**OWN, **changes})
    [key] = known(office).keys() - before.keys()
    return known(office)[key]


def test_a_reason_is_renamed_hidden_and_mapped(office: Office) -> None:
    shown = form(office.do("flags.reason-edit", ADA, reason="student"))
    given = {**filled(shown), "label": "pupil", "crm-value": "Student", "hidden": "on"}
    assert told(office.do("flags.reasons-saved", ADA, **given)) == "flags-reasons-saved"
    student = known(office)["student"]
    assert (student.label, student.crm_value, student.hidden) == ("pupil", "Student", True)
    assert student.kind is Kind.REJECT


def test_a_hidden_reason_is_neither_offered_nor_taken(office: Office) -> None:
    shown = filled(form(office.do("flags.reason-edit", ADA, reason="not-the-role")))
    office.do("flags.reasons-saved", ADA, **{**shown, "hidden": "on"})
    offered = form(office.do("flags.kind", lead=1, kind="reject"))
    assert "not-the-role" not in options(offered, "reason")
    given: dict[str, Any] = {"lead": 1, "kind": "reject", "reason": "not-the-role"}
    assert wrong(office.do("flags.raise", **given)) == {"reason": "form-choose"}


def test_a_flag_keeps_its_reason_when_that_is_hidden_later(office: Office) -> None:
    office.flagged(1)
    shown = filled(form(office.do("flags.reason-edit", ADA, reason="not-the-role")))
    office.do("flags.reasons-saved", ADA, **{**shown, "hidden": "on"})
    assert "flags-reason-not-the-role" in keys(office.do("flags.mine"))


def test_a_reason_of_ones_own_can_be_picked(office: Office) -> None:
    own = added(office)
    assert own.remedy is Remedy.TARGETING
    every = form(office.do("flags.raise", lead=1, kind="reject", reason="another"))
    assert own.key in options(every, "reason")
    assert "came for the raffle" in words(every)
    assert office.flagged(1, reason=own.key).reason == own.key


def test_a_new_reason_needs_a_name_and_a_shipped_one_does_not(office: Office) -> None:
    assert wrong(office.do("flags.reasons-saved", ADA, **{**OWN, "label": " "})) == {
        "label": "form-empty"
    }
    shown = filled(form(office.do("flags.reason-edit", ADA, reason="student")))
    assert told(office.do("flags.reasons-saved", ADA, **shown)) == "flags-reasons-saved"


def test_two_reasons_of_a_kind_are_not_called_the_same(office: Office) -> None:
    added(office)
    again = {**OWN, "label": "Came for the RAFFLE"}
    assert wrong(office.do("flags.reasons-saved", ADA, **again)) == {"label": "flags-label-taken"}
    added(office, kind="praise")


def test_the_first_screen_holds_six_of_the_companys_choice(office: Office) -> None:
    crowded = office.do("flags.reasons-saved", ADA, **OWN, first="on")
    assert wrong(crowded) == {"first": "flags-first-full"}
    shown = filled(form(office.do("flags.reason-edit", ADA, reason="duplicate")))
    office.do("flags.reasons-saved", ADA, **{**shown, "first": ""})
    own = added(office, first="on")
    offered = options(form(office.do("flags.kind", lead=1, kind="reject")), "reason")
    assert own.key in offered
    assert "duplicate" not in offered


def test_something_else_can_be_renamed_and_nothing_more(office: Office) -> None:
    shown = form(office.do("flags.reason-edit", ADA, reason="reject-other"))
    assert {"hidden", "first"}.isdisjoint(field.name for field in shown.fields)
    forged = {**filled(shown), "label": "none of these", "hidden": "on", "first": "on"}
    office.do("flags.reasons-saved", ADA, **forged)
    other = known(office)["reject-other"]
    assert (other.label, other.hidden, other.first) == ("none of these", False, False)
    assert other.needs_note


@pytest.mark.parametrize(
    ("route", "given", "expected"),
    [
        ("flags.reason-edit", {"reason": "forged"}, "reason"),
        ("flags.reason-edit", {"reason": "new:forged"}, "reason"),
        ("flags.reasons-saved", {"reason": "student", "remedy": "forged"}, "remedy"),
        ("flags.reasons-saved", {"reason": "student", "crm-value": "x" * 201}, "crm-value"),
        ("flags.reasons-saved", {"reason": "student", "label": "x" * 76}, "label"),
    ],
)
def test_what_cannot_be_is_corrected_beside_its_field(
    office: Office, route: str, given: dict[str, Any], expected: str
) -> None:
    assert expected in wrong(office.do(route, ADA, **given))


@pytest.mark.parametrize("given", [{"reason": "forged", "kind": "reject"}, {"kind": "forged"}])
def test_a_reason_that_is_not_there_is_not_kept(office: Office, given: dict[str, Any]) -> None:
    reply = office.do("flags.reasons-saved", ADA, **{**OWN, **given})
    assert told(reply) == "flags-reason-gone"
    with office.database.look() as work:
        assert not work.flags.reasons()


@pytest.mark.parametrize("person", [PIOTR, MAYA, MAREK], ids=lambda person: person.id)
def test_only_administrators_touch_the_reasons(office: Office, person: Person) -> None:
    for route in office.reasons.routes():
        assert told(office.do(route, person, **OWN)) == "flags-only-administrators"
    with office.database.look() as work:
        assert office.reasons.section(work, person) == ()


def test_the_page_says_how_many_reasons_there_are(office: Office) -> None:
    with office.database.look() as work:
        part = office.reasons.section(work, ADA)
    assert {"flags-reasons", "flags-reasons-count", "flags-reasons-mapped"} <= keys(part)
    reply = office.do("flags.reasons-saved", ADA, place=Place.home(ADA.id), **OWN)
    assert reply == Nothing()


def test_every_kind_can_be_given_a_reason(office: Office) -> None:
    listed = options(form(office.do("flags.reasons", ADA)), "reason")
    for kind in Kind:
        assert f"new:{kind}" in listed
        shown = form(office.do("flags.reason-edit", ADA, reason=f"new:{kind}"))
        assert dict(shown.keep)["kind"] == kind
