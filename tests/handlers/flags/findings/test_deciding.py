"""Who decides a finding, and what becomes of its flags."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest

from handlers.flags.model import Finding, FindingState, Flag, Kind, ReasonKey, Remedy, State, Step
from handlers.interaction import Correct, Nothing, Open, Reply, Whisper
from handlers.message import Card, Items
from handlers.people import Person
from tests.handlers.flags.findings.conftest import AUTUMN, MAREK, MAYA, PIOTR, Company
from tests.handlers.questions.conftest import phrases


@pytest.fixture
def flags(company: Company) -> list[Flag]:
    """Three flags that have made a finding."""
    return [company.flag() for _ in range(3)]


def states(company: Company, flags: list[Flag]) -> set[State]:
    return {company.newest(flag).state for flag in flags}


def told(reply: Reply) -> set[str]:
    assert isinstance(reply, Whisper | Correct)
    shown = reply.card if isinstance(reply, Whisper) else tuple(reply.errors.values())
    return phrases(shown)


def test_accepting_a_finding_accepts_its_flags_with_the_same_words(
    company: Company, flags: list[Flag]
) -> None:
    finding = company.finding()
    assert company.decide(finding, day="2026-12-01") == Nothing()
    decided = company.finding()
    assert (decided.state, decided.words) == (
        FindingState.ACCEPTED,
        "We leave out small companies.",
    )
    assert decided.version == finding.version + 1
    assert decided.decided_at is not None
    for flag in flags:
        newest = company.newest(flag)
        assert newest.state is State.ACCEPTED
        assert newest.change is not None
        assert (newest.change.what, newest.change.remedy, newest.change.due) == (
            "We leave out small companies.",
            Remedy.TARGETING,
            date(2026, 12, 1),
        )


def test_each_flag_gets_its_own_line_in_its_trail_which_is_yet_to_be_told(
    company: Company, flags: list[Flag]
) -> None:
    company.decide(company.finding(), decision="decline", words="Small companies are our aim.")
    for flag in flags:
        with company.database.look() as work:
            last = work.flags.trail(flag.id)[-1]
        assert (last.step, last.by, last.told_at) == (Step.DECLINE, MAYA.id, None)
        assert last.words == "Small companies are our aim."


def test_declining_a_finding_declines_its_flags(company: Company, flags: list[Flag]) -> None:
    company.decide(company.finding(), decision="decline", remedy="", words="It is our aim.")
    assert company.finding().state is FindingState.DECLINED
    assert states(company, flags) == {State.DECLINED}


def test_flags_that_were_decided_before_stay_as_they_are(
    company: Company, flags: list[Flag]
) -> None:
    declined = company.kept(flags[0].stepped(Step.DECLINE, company.clock()), Step.DECLINE)
    company.decide(company.finding())
    assert company.newest(flags[0]) == declined
    assert states(company, flags[1:]) == {State.ACCEPTED}


def test_flags_of_another_campaign_are_not_touched(company: Company, flags: list[Flag]) -> None:
    other = company.flag(AUTUMN)
    company.decide(company.finding())
    assert company.newest(other) == other


def test_a_finding_goes_to_the_meeting_with_its_flags_and_is_decided_there(
    company: Company, flags: list[Flag]
) -> None:
    finding = company.finding()
    values = {"finding": finding.id, "version": finding.version}
    assert company.do("findings.to-meeting", MAYA, values) == Nothing()
    assert company.finding().state is FindingState.FOR_MEETING
    assert company.finding().decided_at is None
    assert states(company, flags) == {State.FOR_MEETING}
    again = {"finding": finding.id, "version": finding.version + 1}
    assert "findings-changed" in told(company.do("findings.to-meeting", MAYA, again))
    company.decide(company.finding(), by=MAREK)
    assert company.finding().state is FindingState.ACCEPTED
    assert states(company, flags) == {State.ACCEPTED}


def test_a_finding_at_the_meeting_still_gathers(company: Company, flags: list[Flag]) -> None:
    finding = company.finding()
    company.do("findings.to-meeting", MAYA, {"finding": finding.id, "version": 1})
    company.flag()
    assert company.finding().flags == len(flags) + 1


@pytest.mark.parametrize("by", [MAYA, MAREK], ids=lambda person: person.role)
def test_marketing_and_managers_decide(company: Company, flags: list[Flag], by: Person) -> None:
    company.decide(company.finding(), by=by)
    assert company.finding().state is FindingState.ACCEPTED


@pytest.mark.parametrize("route", ["findings.decide", "findings.decided", "findings.to-meeting"])
def test_a_rep_does_not_decide(company: Company, flags: list[Flag], route: str) -> None:
    before = company.finding()
    values = {"finding": before.id, "version": before.version, "decision": "accept", "words": "x"}
    assert told(company.do(route, PIOTR, values)) == {"findings-only-marketing"}
    assert company.finding() == before


def test_a_decision_that_was_overtaken_leaves_the_words_and_changes_nothing(
    company: Company, flags: list[Flag]
) -> None:
    seen = company.finding()
    company.decide(seen)
    decided = company.finding()
    late = company.decide(seen, by=MAREK, decision="decline", words="No")
    assert told(late) >= {"triage-words-kept", "findings-changed", "findings-state-accepted"}
    assert company.finding() == decided
    assert states(company, flags) == {State.ACCEPTED}


def test_of_two_who_decide_at_once_one_does(company: Company, flags: list[Flag]) -> None:
    seen = company.finding()
    together = Barrier(2)

    def decide(decision: str) -> Reply:
        together.wait(timeout=10)
        return company.decide(seen, decision=decision, once=decision)

    with ThreadPoolExecutor(2) as threads:
        replies = list(threads.map(decide, ["accept", "decline"]))
    assert sorted(isinstance(reply, Correct) for reply in replies) == [False, True]
    assert len(states(company, flags)) == 1
    assert all(company.newest(flag).version == 2 for flag in flags)


def test_the_same_press_twice_decides_once(company: Company, flags: list[Flag]) -> None:
    seen = company.finding()
    form = {"finding": seen.id, "version": seen.version, "decision": "decline", "words": "No"}
    company.do("findings.decided", MAYA, form, once="deed")
    company.do("findings.decided", MAYA, form, once="deed")
    assert company.finding().version == seen.version + 1


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"decision": ""}, "decision"),
        ({"decision": "withdraw"}, "decision"),
        ({"words": "  "}, "words"),
        ({"words": "x" * 1001}, "words"),
        ({"remedy": "somebody"}, "remedy"),
        ({"day": "2025-01-01"}, "day"),
        ({"day": "tomorrow"}, "day"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(
    company: Company, flags: list[Flag], given: dict[str, str], field: str
) -> None:
    reply = company.decide(company.finding(), MAYA, **given)
    assert isinstance(reply, Correct)
    assert set(reply.errors) == {field}
    assert states(company, flags) == {State.RAISED}


@pytest.mark.parametrize("finding", ["", "nothing"])
def test_a_finding_that_is_not_there_is_told_in_a_sentence(company: Company, finding: str) -> None:
    values = {"finding": finding, "version": "1"}
    assert told(company.do("findings.decide", MAYA, values)) == {"findings-gone"}
    assert company.deciding.draw(finding) is None


def test_the_form_opens_with_the_reasons_own_remedy(company: Company, flags: list[Flag]) -> None:
    finding = company.finding()
    values = {"finding": finding.id, "version": finding.version}
    reply = company.do("findings.decide", MAYA, values)
    assert isinstance(reply, Open)
    fields = {field.name: field.value for field in reply.form.fields}
    assert fields == {"decision": "accept", "words": "", "remedy": "targeting", "day": None}


# Praise


def praised(company: Company) -> tuple[Finding, list[Flag]]:
    flags = [company.flag(kind=Kind.PRAISE, reason=ReasonKey("right-role")) for _ in range(3)]
    return company.finding(), flags


def test_what_works_is_thanked_for_and_asks_only_what_marketing_makes_of_it(
    company: Company,
) -> None:
    finding, flags = praised(company)
    values = {"finding": finding.id, "version": finding.version}
    opened = company.do("findings.decide", MAYA, values)
    assert isinstance(opened, Open)
    assert [field.name for field in opened.form.fields] == ["words"]
    assert company.do("findings.decided", MAYA, {**values, "words": "More of it."}) == Nothing()
    assert company.finding().state is FindingState.ACCEPTED
    assert states(company, flags) == {State.DONE}


# Which leads


def test_anybody_may_see_which_leads_a_finding_is_about_but_not_who_flagged_them(
    company: Company,
) -> None:
    for number in range(25):
        company.flag(lead_label=f"Lead {number}")
    reply = company.do("findings.flags", PIOTR, {"finding": company.finding().id})
    assert isinstance(reply, Whisper)
    [items] = reply.card.blocks
    assert isinstance(items, Items)
    labels = [dict(line.args).get("lead") for line in items.items[:-1]]
    assert labels == [f"Lead {number}" for number in range(24, 4, -1)]
    assert dict(items.items[-1].args) == {"count": 5}
    assert PIOTR.name not in str(reply.card)


def test_a_finding_without_flags_says_so(company: Company, flags: list[Flag]) -> None:
    for flag in flags:
        company.withdraw(flag)
    finding = company.finding()
    reply = company.do("findings.flags", MAYA, {"finding": finding.id})
    assert "findings-all-withdrawn" in told(reply)
    assert "findings-all-withdrawn" in phrases(company.card(finding))


def test_a_reason_that_is_no_longer_known_is_called_by_its_key(company: Company) -> None:
    for _ in range(3):
        company.flag(reason=ReasonKey("own-strange"))
    card = company.card(company.finding())
    assert isinstance(card, Card)
    assert "own-strange" in str(card.title)


def test_nothing_that_is_shown_names_who_raised_or_decided(
    company: Company, flags: list[Flag]
) -> None:
    company.decide(company.finding())
    shown = str(company.card(company.finding()))
    assert not any(name in shown for name in (PIOTR.name, PIOTR.id, MAYA.name, MAYA.id))
