"""Answers go to the CRM where the company switched that on, and one value alone means them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select, update

from bot.crm.meaning import meanings
from handlers.connector import RemoteField
from handlers.keeping import Word, WordKind
from handlers.questions.model import Said
from handlers.questions.writing_back import MEANT, WritingBack
from handlers.router import Router, merged
from handlers.writing.confirming import Confirming
from handlers.writing.model import Allowed
from storage.mapping import keep_fields
from storage.schema import leads, write_backs
from tests.handlers.questions.conftest import PIOTR, Company
from tests.handlers.questions.test_answering import asked, said_of, the_ask

STATUS = RemoteField(
    name="hs_lead_status",
    label="Lead status",
    kind="choice",
    options=(
        *(("FRESH", "New"), ("TRY", "Attempting"), ("CONN", "Connected"), ("TALK", "In progress")),
        *(("BAD", "Unqualified"), ("GOOD", "Qualified")),
    ),
)
REASON = RemoteField(
    name="why", label="Reason", kind="choice", options=(("1", "No budget"), ("2", "No need"))
)


@pytest.fixture
def writing(company: Company) -> WritingBack:
    """The company maps its status and its reason, and allows both to be written."""
    with company.engine.begin() as connection:
        keep_fields(connection, "file", [STATUS, REASON])
    with company.database.open_work() as work:
        for name, means in (("hs_lead_status", "status"), ("why", "reason")):
            word = Word(kind=WordKind.FIELD, word=name, means=means, writes=True)
            work.mappings.keep("file", word)
        work.commit()
    return switched_on(company, Allowed(is_on=True))


def switched_on(company: Company, allowed: Allowed) -> WritingBack:
    confirming = Confirming(allowed=allowed, now=company.clock, new_id=company.database.new_id)
    back = WritingBack(confirming=confirming, meanings=meanings)
    answering = replace(company.answering, kept=back.kept)
    company.router = Router(merged([company.asking.routes(), answering.routes()]))
    return back


def answer(company: Company, said: str, **more: str) -> None:
    company.do("questions.answer", PIOTR, {"ask": the_ask(company, 1), "said": said, **more})


def queued(company: Company) -> list[tuple[str, str, str, str]]:
    own = write_backs.c
    with company.engine.connect() as connection:
        rows = connection.execute(
            select(own.field, own.was, own.becomes, own.state).order_by(own.at, own.field)
        )
        return [(row.field, row.was, row.becomes, row.state) for row in rows]


def has(company: Company, **values: str) -> None:
    with company.engine.begin() as connection:
        connection.execute(update(leads).where(leads.c.id == 1).values(values))


def test_an_answer_that_one_value_means_is_queued_with_its_reason(
    company: Company, writing: WritingBack
) -> None:
    asked(company, 1)
    answer(company, "disqualified", reason="no-budget")
    assert queued(company) == [
        ("reason", "", "1", "waiting"),
        ("status", "", "BAD", "waiting"),
    ]


def test_an_answer_that_two_values_mean_is_kept_and_not_written(
    company: Company, writing: WritingBack
) -> None:
    asked(company, 1)
    answer(company, "in-conversation")
    assert said_of(company, 1) == [("in-conversation", None)]
    assert queued(company) == []


def test_an_answer_that_no_value_means_is_kept_and_not_written(
    company: Company, writing: WritingBack
) -> None:
    asked(company, 1)
    answer(company, "later", day="2027-04-01")
    assert queued(company) == []


@pytest.mark.parametrize("said", sorted(set(Said) - set(MEANT) - {Said.CAUSE}))
def test_what_says_nothing_of_the_status_is_never_written(
    company: Company, writing: WritingBack, said: str
) -> None:
    asked(company, 1)
    answer(company, said)
    assert len(said_of(company, 1)) == 1
    assert queued(company) == []


def test_what_the_crm_says_already_is_not_written_again(
    company: Company, writing: WritingBack
) -> None:
    asked(company, 1)
    has(company, status_raw="BAD", reason_raw="2")
    answer(company, "disqualified", reason="no-budget")
    assert queued(company) == [("reason", "2", "1", "waiting")]


def test_a_word_from_another_field_of_the_crm_is_not_taken_for_what_this_one_has(
    company: Company, writing: WritingBack
) -> None:
    asked(company, 1)
    has(company, status_raw="a stage")
    answer(company, "trying")
    assert queued(company) == [("status", "", "TRY", "waiting")]


def test_a_corrected_answer_overtakes_the_one_that_waits(
    company: Company, writing: WritingBack
) -> None:
    asked(company, 1)
    answer(company, "disqualified", reason="no-need")
    company.clock.move(minutes=1)
    answer(company, "qualified")
    assert queued(company) == [
        ("reason", "", "2", "overtaken"),
        ("status", "", "BAD", "overtaken"),
        ("status", "", "GOOD", "waiting"),
    ]


def test_a_field_that_may_not_be_written_keeps_no_answer_back(
    company: Company, writing: WritingBack
) -> None:
    switched_on(company, Allowed(is_on=True, fields=frozenset({"next_step"})))
    asked(company, 1)
    answer(company, "qualified")
    assert said_of(company, 1) == [("qualified", None)]
    assert queued(company) == []


def test_without_the_switch_nothing_is_written(company: Company) -> None:
    asked(company, 1)
    answer(company, "qualified")
    assert queued(company) == []


def test_administrators_learn_which_answers_are_not_clear(
    company: Company, writing: WritingBack
) -> None:
    with company.database.look() as work:
        assert writing.unclear(work.mappings, "file") == [Said.IN_CONVERSATION, Said.LATER]
        assert writing.unclear(work.mappings, "hubspot") == list(MEANT)
