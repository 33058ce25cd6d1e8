"""What happens by the clock: receipts in the reps' hours, one reminder, the figures four weeks later."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from typing import Any

import pytest
from sqlalchemy import update

from handlers.flags.model import Kind, State, Step
from handlers.flags.receipts import MOST_FLAGS, News, receipt_card, reminder_card
from handlers.lead import LeadId, Status
from handlers.message import Card, Items, Paragraph
from handlers.people import Place, Side
from handlers.phrase import Phrase, say
from storage.schema import leads
from storage.work import SqlWork
from tests.builders import a_flag
from tests.handlers.flags.triage.conftest import (
    KASIA,
    MAYA,
    OLA,
    PIOTR,
    TEAM,
    WEI,
    Desk,
    does,
    keys,
    warsaw,
)
from tests.handlers.flags.triage.test_cards import REASON
from tests.handlers.flags.triage.test_history import ASKED

WEEK = timedelta(weeks=1)


def tell(desk: Desk, at: datetime | None = None) -> None:
    desk.clock.at = at or desk.clock()
    desk.rounds.tell(desk.clock())


def told(desk: Desk) -> list[list[str]]:
    """List the keys of each receipt that Piotr got."""
    return [keys(card) for card in desk.receipts(PIOTR)]


# You said, we did


def test_a_new_flag_gets_its_card_in_marketings_channel(desk: Desk) -> None:
    flag = desk.raised(told=False)
    tell(desk)
    place = Place.channel(Side.MARKETING)
    assert (place.name, "flags.card", flag.id) in desk.shown_live()
    assert desk.receipts(PIOTR) == []


def test_flags_that_come_without_end_keep_no_message_from_leaving(desk: Desk) -> None:
    looks = count(1)

    def look_while_somebody_flags() -> SqlWork:
        number = next(looks)
        assert number < 10
        desk.raised(number, told=False)
        return desk.database.look()

    replace(desk.rounds, look=look_while_somebody_flags).tell(desk.clock())
    assert next(looks) == 2


@pytest.mark.parametrize(
    ("step", "state"),
    [
        (Step.ACCEPT, State.RAISED),
        (Step.TO_MEETING, State.RAISED),
        (Step.DECLINE, State.RAISED),
        (Step.FINISH, State.ACCEPTED),
        (Step.REOPEN, State.DECLINED),
    ],
)
def test_the_rep_hears_of_every_decision(desk: Desk, step: Step, state: State) -> None:
    flag = desk.in_state(state)
    tell(desk)
    before = len(desk.receipts(PIOTR))
    desk.taken(step, KASIA, flag)
    tell(desk)
    [card] = desk.receipts(PIOTR)[before:]
    assert keys(card)[0] == f"triage-receipt-{step}"
    assert "Kasia" not in repr(card)


def test_that_a_flag_was_seen_makes_no_message(desk: Desk) -> None:
    desk.taken(Step.ACKNOWLEDGE, MAYA, desk.raised())
    tell(desk)
    assert desk.receipts(PIOTR) == []


def test_whoever_praised_is_thanked(desk: Desk) -> None:
    desk.taken(Step.ACKNOWLEDGE, MAYA, desk.raised(kind=Kind.PRAISE))
    tell(desk)
    assert told(desk) == [["triage-receipt-thanks"]]


def test_what_the_rep_does_themselves_is_no_news_to_them(desk: Desk) -> None:
    flag = desk.taken(Step.WITHDRAW, PIOTR, desk.raised())
    desk.taken(Step.REOPEN, PIOTR, flag)
    tell(desk)
    assert desk.receipts(PIOTR) == []
    with desk.database.look() as work:
        assert not work.flags.any_untold()


def test_a_decision_is_told_once(desk: Desk) -> None:
    desk.in_state(State.ACCEPTED)
    for _ in range(3):
        tell(desk)
    assert len(desk.receipts(PIOTR)) == 1


def test_news_waits_until_the_rep_is_at_work(desk: Desk) -> None:
    desk.in_state(State.ACCEPTED)
    for night in (warsaw(16, 17), warsaw(16, 23), warsaw(17, 8, 59)):
        tell(desk, night)
        assert desk.receipts(PIOTR) == []
    tell(desk, warsaw(17, 9))
    assert told(desk) == [["triage-receipt-accept", "triage-promise-by"]]


def test_each_rep_hears_in_their_own_hours(desk: Desk) -> None:
    desk.clock.at = warsaw(16, 14)
    desk.taken(Step.DECLINE, MAYA, desk.raised(1))
    desk.taken(Step.DECLINE, MAYA, desk.raised(2, by=WEI))
    tell(desk)
    assert (len(desk.receipts(PIOTR)), len(desk.receipts(WEI))) == (1, 0)
    tell(desk, warsaw(17, 2))
    assert (len(desk.receipts(PIOTR)), len(desk.receipts(WEI))) == (1, 1)


def test_several_decisions_of_a_night_are_one_message(desk: Desk) -> None:
    desk.clock.at = warsaw(16, 20)
    desk.taken(Step.DECLINE, MAYA, desk.raised(1))
    desk.taken(Step.TO_MEETING, MAYA, desk.raised(2))
    desk.taken(Step.ACCEPT, MAYA, desk.raised(3, by=OLA))
    tell(desk, warsaw(17, 9))
    assert told(desk) == [["triage-receipt-decline", "triage-receipt-to-meeting"]]
    assert len(desk.receipts(OLA)) == 1


def test_of_a_flag_that_went_on_the_newest_word_is_told(desk: Desk) -> None:
    desk.clock.at = warsaw(16, 20)
    desk.in_state(State.DONE)
    tell(desk, warsaw(17, 9))
    assert told(desk) == [["triage-receipt-finish"]]


def test_a_rep_can_reopen_what_was_declined(desk: Desk) -> None:
    desk.in_state(State.DECLINED)
    tell(desk)
    [card] = desk.receipts(PIOTR)
    assert does(card) == ["triage.reopen"]


def test_flags_that_were_decided_alike_are_told_together() -> None:
    accepted = replace(ASKED, step=Step.TO_MEETING, words="")
    news = [News(flag=a_flag(n), reason=REASON, last=accepted) for n in range(1, 4)]
    card = receipt_card(news)
    [said] = [block for block in card.blocks if isinstance(block, Paragraph)]
    assert len(dict(said.text.args)["flags"]) == 3  # type: ignore[arg-type]
    assert dict(card.title.args)["count"] == 3


def test_of_many_flags_the_rest_is_counted_and_found_in_ones_own_list() -> None:
    flags = [a_flag(n, lead_label=f"Lead {n}") for n in range(MOST_FLAGS + 5)]
    last = replace(ASKED, step=Step.DECLINE)
    card = receipt_card([News(flag=flag, reason=REASON, last=last) for flag in flags])
    assert say("triage-more", count=5) in said(card)
    assert does(card)[-1] == "flags.mine"


def test_what_is_told_by_two_at_once_is_told_once(desk: Desk) -> None:
    desk.in_state(State.ACCEPTED)
    with desk.database.look() as work:
        steps = work.flags.untold()
    tell(desk)
    with desk.database.open_work() as work:
        assert not work.flags.told(steps, desk.clock())


# The reminder


def remind(desk: Desk, at: datetime) -> int:
    """Ring, and count the reminders there are by then."""
    desk.clock.at = at
    desk.rounds.remind(at)
    return len(desk.reminders())


def test_marketing_is_reminded_once_of_a_flag_whose_time_is_over(desk: Desk) -> None:
    desk.raised()
    assert remind(desk, warsaw(23, 9, 59)) == 0
    assert remind(desk, warsaw(23, 10, 1)) == 1
    assert remind(desk, warsaw(23, 10, 2)) == 1
    assert remind(desk, warsaw(24, 10)) == 1


def test_a_reminder_waits_for_half_past_nine_of_a_working_day(desk: Desk) -> None:
    desk.clock.at = warsaw(13, 16)
    desk.raised()
    assert remind(desk, warsaw(20, 17, 1)) == 0
    assert remind(desk, warsaw(21, 12)) == 0
    assert remind(desk, warsaw(23, 9, 29)) == 0
    assert remind(desk, warsaw(23, 9, 30)) == 1


def test_there_is_one_reminder_a_day_and_the_others_follow_on_the_next(desk: Desk) -> None:
    desk.raised(1)
    desk.clock.at = warsaw(16, 12)
    desk.raised(2)
    assert remind(desk, warsaw(23, 10, 30)) == 1
    assert remind(desk, warsaw(23, 12, 30)) == 1
    assert remind(desk, warsaw(24, 9, 30)) == 2


def test_what_was_decided_in_time_needs_no_reminder(desk: Desk) -> None:
    desk.in_state(State.ACCEPTED, 1)
    desk.in_state(State.NEEDS_MORE, 2)
    desk.raised(3, kind=Kind.PRAISE)
    assert remind(desk, warsaw(30, 10)) == 0


def test_a_reopened_flag_may_be_reminded_of_again(desk: Desk) -> None:
    flag = desk.raised()
    assert remind(desk, warsaw(23, 11)) == 1
    flag = desk.taken(Step.DECLINE, MAYA, flag)
    desk.taken(Step.REOPEN, PIOTR, flag)
    assert remind(desk, warsaw(30, 12)) == 2


def test_the_reminder_names_leads_reasons_and_days_but_nobody(desk: Desk) -> None:
    desk.raised()
    remind(desk, warsaw(23, 11))
    [card] = desk.reminders()
    [items] = [block for block in card.blocks if isinstance(block, Items)]
    about = say("triage-about", lead="Anna Nowak · Acme", reason=say("flags-reason-outside-target"))
    day = warsaw(23, 10).date()
    assert items.items == (say("triage-reminder-line", flag=about, day=day),)
    assert does(card) == ["flags.desk"]
    assert not any(person.name in repr(card) for person in (PIOTR, MAYA))


def test_a_reminder_of_many_flags_counts_the_rest() -> None:
    card = reminder_card([(a_flag(n), REASON) for n in range(MOST_FLAGS + 2)], TEAM)
    [items] = [block for block in card.blocks if isinstance(block, Items)]
    assert items.items[-1] == say("triage-more", count=2)


# Four weeks later


def look_back(desk: Desk, at: datetime) -> list[Card]:
    """Ring, and list the messages about effects that Piotr has by then."""
    desk.clock.at = at
    desk.rounds.effects(at)
    return [card for card in desk.receipts(PIOTR) if card.title.key == "triage-effects-title"]


def done(desk: Desk, number: int = 1, **has: Any) -> datetime:
    """Keep a flag whose change was done on Monday, 16 November, and give that moment."""
    desk.in_state(State.DONE, number, **has)
    return desk.clock()


def test_four_weeks_after_a_change_the_rep_hears_once_what_it_did(desk: Desk) -> None:
    changed = done(desk, source="Webinar")
    came(desk, range(1, 13), changed - WEEK, Status.DISQUALIFIED)
    came(desk, range(13, 25), changed + WEEK, Status.CONVERTED)
    assert look_back(desk, changed + 4 * WEEK - timedelta(days=3)) == []
    later = changed + 4 * WEEK + timedelta(days=2)
    [card] = look_back(desk, later)
    assert "triage-effect-better" in keys(card)
    assert look_back(desk, later) == [card]
    assert say_of(desk.card()) >= {"triage-effect-better"}


def test_of_few_leads_nothing_is_claimed(desk: Desk) -> None:
    changed = done(desk, source="Webinar")
    came(desk, range(1, 13), changed - WEEK, Status.DISQUALIFIED)
    came(desk, range(13, 15), changed + WEEK, Status.CONVERTED)
    [card] = look_back(desk, changed + 5 * WEEK)
    assert "triage-effect-too-few" in keys(card)


def test_a_lead_from_nowhere_has_no_figures(desk: Desk) -> None:
    [card] = look_back(desk, done(desk) + 5 * WEEK)
    assert "triage-effect-nowhere" in keys(card)


def test_the_effect_waits_for_the_reps_hours(desk: Desk) -> None:
    changed = done(desk, source="Webinar")
    assert look_back(desk, changed + 5 * WEEK + timedelta(hours=12)) == []
    assert len(look_back(desk, changed + 5 * WEEK + timedelta(days=1))) == 1


def test_changes_of_one_moment_are_one_message(desk: Desk) -> None:
    done(desk, 1, source="Webinar")
    changed = done(desk, 2, source="Fair")
    [card] = look_back(desk, changed + 5 * WEEK)
    assert dict(card.title.args)["count"] == 2


def test_a_flag_that_was_reopened_has_no_effect_to_tell(desk: Desk) -> None:
    flag = desk.in_state(State.DONE)
    desk.taken(Step.REOPEN, PIOTR, flag)
    assert look_back(desk, desk.clock() + 5 * WEEK) == []


def came(desk: Desk, numbers: range, at: datetime, status: Status) -> None:
    """Let leads have come on a day and stand like this."""
    these = update(leads).where(leads.c.id.in_([LeadId(number) for number in numbers]))
    changed = these.values(created_at=at, status=status.value, status_raw=status.value)
    with desk.engine.begin() as connection:
        connection.execute(changed)


def say_of(card: Card) -> set[str]:
    return set(keys(card))


def said(card: Card) -> list[Phrase]:
    """List the phrases of a card's paragraphs and notes."""
    found = [getattr(block, "text", None) for block in card.blocks]
    return [one for one in found if isinstance(one, Phrase)]
