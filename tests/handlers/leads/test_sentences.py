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


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("WHY was Anna Nowak called so late?", Kind.DELAY),
        ("Dlaczego Anna Nowak czekała?", Kind.DELAY),
        ("Почему так поздно: anna@acme.example", Kind.DELAY),
        ("请问为什么anna@acme.example", Kind.DELAY),
        ("how come, Anna Nowak", Kind.DELAY),
        ("Anna Nowak (Whyte)", Kind.OUTCOME),
        ("Anna Nowak, anywhy", Kind.OUTCOME),
        ("anna@acme.example", Kind.OUTCOME),
    ],
)
def test_only_a_whole_word_asks_for_a_cause(text: str, kind: Kind) -> None:
    assert ask(text).kind is kind


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


TEAM = FewLeads(
    a_lead(1, name="Nina Nowak", company="Quarry Steel", email="nina@quarry.example"),
    a_lead(2, name="Mateusz Li", company="Acme", email="mateusz.li@acme.example"),
    a_lead(3, name="Sofia Li", company="Kite Robotics", email="sofia@kite.example"),
    a_lead(4, name="Will Smith", company="Harbor & Sons", email="will@harbor.example"),
    a_lead(5, name="George Best", company="Johnson and Johnson", email="best@jj.example"),
    a_lead(6, name="Eva Stone", company="Sector7", email=""),
    *(
        a_lead(number, name="", company="", email="", external_id=str(number))
        for number in (1001, 1002, 1003)
    ),
)


@pytest.mark.parametrize(
    ("text", "found", "told"),
    [
        # sentences
        ("Any news on 1001, 1002?", [1001, 1002], []),
        ("any updates on Nina Nowak from Quarry Steel and Mateusz Li from Acme?", [1, 2], []),
        (
            "Hi team, what happened to Nina Nowak from Quarry Steel, Mateusz Li? Thanks!",
            [1, 2],
            [],
        ),
        ("did anyone ever follow up with nina nowak, mateusz li or sofia li?", [1, 2, 3], None),
        ("what happened to Nina Nowak, Quarry Steel and Mateusz Li, Acme?", [1, 2], []),
        ("why was Nina Nowak, Quarry Steel, called so late?", [1], []),
        ("Why were 1001 and 1002 called so late?", [1001, 1002], []),
        ("Who owns 1001?", [1001], []),
        ("WHAT HAPPENED TO NINA NOWAK AND MATEUSZ LI?", [1, 2], []),
        ("What's the status of Nina Nowak's deal?", [1], []),
        ("What happened to Will Smith and George Best?", [4, 5], []),
        ("What happened to 9999?", [], ["9999"]),
        ("What happened to Foo Bar (Baz)?", [], ["Foo Bar (Baz)"]),
        ("What happened to Foo Bar, Baz Quux and Zip Zap?", [], ["Foo Bar", "Baz Quux", "Zip Zap"]),
        ("Which of these were not touched: 1001, 1002, 1003?", [1001, 1002, 1003], []),
        ("What happened to my 3 leads Nina Nowak, Mateusz Li, Sofia Li?", [1, 2, 3], []),
        ("webinar leads 1001 and 1002", [1002], ["webinar leads 1001"]),
        ("Co dalej z Mateusz Li z Acme i Nina Nowak z Quarry Steel?", [2, 1], []),
        ("Hej, masz info o Nina Nowak (Quarry Steel), Mateusz Li (Acme)?", [1, 2], []),
        ("Czy ktoś dzwonił do Nina Nowak z Quarry Steel?", [1], []),
        ("Proszę sprawdzić: 1001, 1002 oraz Mateusz Li (Acme).", [1001, 1002, 2], []),
        ("Что с лидами 1001, 1002 и 1003?", [1001, 1002, 1003], []),
        ("Есть новости по Nina Nowak (Quarry Steel) и Mateusz Li (Acme)?", [1, 2], []),
        ("почему 1001 позвонили так поздно?", [1001], []),
        ("1001、1002、1003怎么样了？", [1001, 1002, 1003], []),
        ("请问1001和1002的情况如何？", [1001, 1002], []),
        ("为什么1001这么晚才联系？", [1001], []),
        ("您好，请帮忙看一下这些客户：Nina Nowak（Quarry Steel）、Mateusz Li（Acme）", [1, 2], []),
        # lists as they are pasted
        ("#1001, #1002 and #1003", [1001, 1002, 1003], []),
        ("1001 1002 1003", [1001, 1002, 1003], []),
        ("1001.0\n1002.0", [1001, 1002], []),
        ("-1001\n-1002", [1001, 1002], []),
        ("ID: 1001\nLead 1002\n1003: Disqualified", [1001, 1002, 1003], []),
        ("Nina Nowak & Mateusz Li", [1, 2], []),
        ("Nina Nowak / Mateusz Li", [1, 2], []),
        ("Nina Nowak • Mateusz Li • Sofia Li", [1, 2, 3], []),
        ("Acme: Mateusz Li, Sofia Li", [2, 3], []),
        ("Nina Nowak;Quarry Steel;nina@quarry.example", [1], []),
        ("Nina Nowak, CFO, Quarry Steel\nMateusz Li, Founder, Acme", [1, 2], []),
        ("Nina Nowak, Quarry Steel, Mateusz Li, Acme", [1, 2], []),
        ("Nina Nowak\tMateusz Li\tSofia Li", [1, 2, 3], []),
        ("Nina Nowak\tQuarry Steel\t+48 601 234 567\t2026-10-28", [1], []),
        ("nina nowak quarry steel", [1], []),
        ("Eva Stone, Sector7", [6], []),
        ("mr. Mateusz Li (Acme)", [2], []),
        ("Will Smith, Harbor & Sons\nGeorge Best, Johnson and Johnson", [4, 5], []),
        ("„Nina Nowak” (Quarry Steel), „Mateusz Li” (Acme)", [1, 2], []),
        ("Nowak, Nina <nina@quarry.example>; Li, Mateusz <mateusz.li@acme.example>", [1, 2], []),
        ('"Nowak, Nina" <nina@quarry.example>, "Li, Mateusz" <x@y.example>', [1], None),
        ("Nina Nowak nina@quarry.example Mateusz Li mateusz.li@acme.example", [1, 2], []),
        ("cc: nina@quarry.example\nSubject: webinar", [1], ["Subject: webinar"]),
        ("FW: Re: leads 1001, 1002", [1001, 1002], []),
        ("nina@quarry.example und mateusz.li@acme.example", [1, 2], []),
        ("<https://crm.example/leads/1001|Irina, and others> and 1002", [1001, 1002], []),
        ("<https://acme.example|Mateusz Li>, 1001", [2, 1001], []),
        ("What happened to these?\nRecord ID\tName\tStatus\n1001\tX Y\tNew", [1001], []),
        ("mql_id,landing_page,first_seen,origin\n1001,88740e65d,2018-02-01,social", [1001], []),
        ("Email\nnina@quarry.example", [1], []),
        ("......\n1001\n-----\n👍👍", [1001], []),
        # doubts
        ("https://example.com/foo", [], ["https://example.com/foo"]),
        ("Nina Nowak +48 601 234 567\n+48 601 222 333", [1], ["+48 601 222 333"]),
        ("1001 - no answer, call back", [], None),
        ("Anna Smith, nina@quarry.example", [1], ["Anna Smith"]),
        ("nina@quarry.example, Bruno Quux, Quarry Steel", [1], None),
        ("lol\n1001-1003", [], ["lol", "1001-1003"]),
    ],
)
def test_a_message_as_people_write_it(text: str, found: list[int], told: list[str] | None) -> None:
    understood = understand(text, TEAM, today=TODAY)
    assert list(understood.leads) == found
    remarks = understood.remarks
    said = [*remarks.unknown, *remarks.duplicates, *(one.line for one in remarks.candidates)]
    assert understood.asked == len(found) + len(said)
    assert said == (said if told is None else told)


def test_a_thousand_rows_of_name_and_company_are_one_question() -> None:
    names = ("".join("abcdefghij"[int(digit)] for digit in f"{n:04}") for n in range(1000))
    rows = "\n".join(f"Nina {name}, Quarry Steel" for name in names)
    assert understand(rows, TEAM, today=TODAY).asked == 1000
