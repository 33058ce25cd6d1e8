"""Leads named in the middle of a sentence, of every kind and in four languages: none is lost."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.i18n import Voice
from handlers.leads.understanding import Kind, Understood, understand
from handlers.people import Language
from handlers.phrase import say
from tests.builders import a_lead
from tests.handlers.leads.fakes import FewLeads

TODAY = date(2026, 11, 16)

LEADS = FewLeads(
    a_lead(1, name="Anna Nowak", company="Acme", email="anna@acme.example"),
    a_lead(2, name="Jan Kowalski", company="Globex", email="jan@globex.example"),
    a_lead(3, name="Ewa Lis", company="Gamma", email="ewa@gamma.example", external_id="L-1042"),
    a_lead(4, name="Olga Zet", company="Harbor and Sons", email="", external_id="1004"),
    a_lead(5, name="Piotr Wrona", company="Umbra, Inc.", email="p@umbra.example", external_id="77"),
    a_lead(6, name="王小明", company="华为", email="wang@huawei.example", external_id="2018"),
)


def ask(text: str) -> Understood:
    return understand(text, LEADS, today=TODAY)


@pytest.mark.parametrize("language", Language)
def test_every_example_of_our_own_help_is_understood(language: Language) -> None:
    voice = Voice(language, "UTC")
    listed = ask(voice.speak(say("questions-help-example-list")))
    assert (listed.leads, listed.asked) == ((1, 2, 3), 3)
    late = ask(voice.speak(say("questions-help-example-delay")))
    assert (late.leads, late.kind) == ((1,), Kind.DELAY)


LEAD_INS = st.sampled_from(
    [
        "What happened to ", "what happened to these leads: ", "Any news on ", "please check ",
        "Hi team, could you tell me what became of ", "status of ",
        "Co się stało z leadami: ", "co z ", "Dzień dobry, proszę o status: ",
        "Что стало с лидами: ", "что случилось с ", "Добрый день! Подскажите, что с ",
        "这些线索怎么样了：", "请问", "您好，请帮忙看一下这些客户：",
        "What happened to these?\n", "这些线索怎么样了？\n", "",
    ]
)  # fmt: skip
MARKS = st.sampled_from([", ", "; ", "、", "\n"])
ANDS = st.sampled_from(["", " and ", ", and ", " i ", " oraz ", " и ", " 和 ", "、和 ", " 以及 "])
ENDS = st.sampled_from(["", "?", " ?", "？", ".", "\n"])

NAMES = st.tuples(
    st.sampled_from(["Bruno", "Xenia", "Ada", "Tomasz", "Илья"]),
    st.sampled_from(["Quux", "Zorn", "Vogel", "Brzoza", "Орлов"]),
).map(" ".join)
COMPANIES = st.sampled_from(["Initrode", "Vertex Foods", "Smith, Ltd", "Tools and More", "海尔"])
PLAIN_COMPANIES = st.sampled_from(["Initrode", "Vertex Foods", "海尔"])
KNOWN = st.sampled_from(
    [
        ("anna@acme.example", 1), ("Anna Nowak (Acme)", 1), ("Anna Nowak", 1),
        ("Jan Kowalski (Globex)", 2), ("JAN@GLOBEX.EXAMPLE", 2), ("Jan Kowalski from Globex", 2),
        ("L-1042", 3), ("https://crm.example/leads/L-1042", 3), ("Ewa Lis (Gamma)", 3),
        ("1004", 4), ("Olga Zet (Harbor and Sons)", 4), ("#1004", 4),
        ("Piotr Wrona (Umbra, Inc.)", 5), ("<mailto:p@umbra.example|p@umbra.example>", 5),
        ("王小明（华为）", 6), ("wang@huawei.example", 6),
    ]
)  # fmt: skip
STRANGERS = st.one_of(
    st.from_regex(r"[a-z]{3,8}\.[a-z]{3,8}@[a-z]{5,8}\.example", fullmatch=True),
    st.integers(5_000, 999_999).map(lambda number: f"L-{number}"),
    st.integers(5_000, 999_999).map(lambda number: f"https://crm.example/leads/{number}"),
    st.integers(20_000, 999_999).map(str),
    NAMES,
    st.tuples(NAMES, COMPANIES).map(lambda who: f"{who[0]} ({who[1]})"),
    st.tuples(NAMES, PLAIN_COMPANIES).map(lambda who: f"{who[0]} from {who[1]}"),
).map(lambda text: (text, 0))


@given(
    lead_in=LEAD_INS,
    items=st.lists(KNOWN | STRANGERS, min_size=1, max_size=6),
    mark=MARKS,
    last=ANDS,
    end=ENDS,
)
def test_every_item_of_a_sentence_is_accounted_for(
    lead_in: str, items: list[tuple[str, int]], mark: str, last: str, end: str
) -> None:
    texts = [text for text, _ in items]
    tail = (last or mark) + texts.pop() if len(texts) > 1 else ""
    understood = ask(lead_in + mark.join(texts) + tail + end)
    assert set(understood.leads) == {lead for _, lead in items if lead}
    remarks = understood.remarks
    told = [*remarks.unknown, *remarks.duplicates, *(one.line for one in remarks.candidates)]
    strangers = [text for text, lead in items if not lead]
    assert not [text for text in strangers if not any(text in line for line in told)]
    assert understood.asked == len(understood.leads) + len(told)


@given(
    rows=st.lists(st.tuples(NAMES, COMPANIES).map(", ".join), min_size=1, max_size=6, unique=True)
)
def test_a_name_with_its_company_on_a_line_of_its_own_is_one_item(rows: list[str]) -> None:
    understood = ask("\n".join(["what happened to these leads?", "Jan Kowalski, Globex", *rows]))
    assert understood.leads == (2,)
    told = {*understood.remarks.unknown, *(one.line for one in understood.remarks.candidates)}
    assert told == set(rows)
