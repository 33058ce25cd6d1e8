"""A pasted list finds its leads, however it is written, and loses no line."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.errors import Refused
from handlers.leads import references
from handlers.leads.understanding import Kind, MayBe, Understood, understand
from tests.builders import a_lead
from tests.handlers.leads.fakes import FewLeads
from tests.rubbish import BITES, repeated

TODAY = date(2026, 11, 16)

GUID = "7f3b2c1a-0d4e-4f5a-9b6c-7d8e9f0a1b2c"
HEX = "dac32acd4db4c29c230538b72f8dd87d"
SALESFORCE = "00Q5e00000ABCDe"
CREATED = datetime(2026, 10, 5, tzinfo=UTC)

LEADS = FewLeads(
    a_lead(1, email="anna@acme.example", external_id="lead_000017"),
    a_lead(2, name="Jan Kowalski", company="Beta Sp. z o.o.", email="jan@beta.example"),
    a_lead(3, name="Ewa Lis", company="Gamma", email="ewa@gamma.example", external_id=GUID),
    a_lead(4, name="王小明", company="华为", email="wang@huawei.example", external_id=HEX),
    a_lead(5, name="Анна Иванова", company="Ромашка", email="iv@rom.example", external_id="456"),
    a_lead(6, name="Olga Zet", company="", email="", external_id=SALESFORCE + "EAP"),
    a_lead(7, name="Adam Bis", company="North", email="shared@bis.example"),
    a_lead(8, name="Adam Bis", company="South", email="shared@bis.example"),
)


def ask(text: str, leads: FewLeads = LEADS) -> Understood:
    return understand(text, leads, today=TODAY)


@pytest.mark.parametrize(
    "line",
    [
        "anna@acme.example",
        "ANNA@Acme.Example",
        "Anna Nowak <anna@acme.example>",
        "Anna Nowak, Acme, anna@acme.example",
        "mailto:anna@acme.example",
        "<mailto:anna@acme.example|anna@acme.example>",
        "[anna@acme.example](mailto:anna@acme.example)",
        "(anna@acme.example).",
        "'anna@acme.example';",
        "\u200banna@acme.example\u200b",
        "1. anna@acme.example",
        "12) anna@acme.example",
        "- anna@acme.example",
        "• anna@acme.example",
        "* “anna@acme.example”",
        "> anna@acme.example",
        "lead_000017",
        "LEAD_000017",
        "#lead_000017",
        "Lead lead_000017",
        "Anna Nowak",
        "anna nowak",
        "Nowak Anna",
        "Nowak, Anna",
        "Anna Nowak, Acme",
        "Anna Nowak, Acme Inc.",
        "Anna Nowak (Acme)",
        "Anna Nowak – Acme",
        "Anna Nowak — Acme",
        "Anna Nowak - Acme",
        "Anna Nowak | Acme",
        "Anna Nowak @ Acme",
        "Anna Nowak @Acme",
        "Anna Nowak from Acme",
        "Anna Nowak at Acme",
        "Anna Nowak z firmy Acme",
        "Anna Nowak из Acme",
        "Acme – Anna Nowak",
        "Anna Nowak\tAcme\t2026-04-01\t500",
        "Anna\tNowak\tAcme",
        "77\tAnna\tanna@acme.example\tAcme",
        "| Anna Nowak | Acme |",
        "what happened to anna@acme.example?",
        "what happened to Anna Nowak from Acme?",
        "please check Anna Nowak",
        "co się stało z Anna Nowak?",
        "что случилось с Anna Nowak?",
        "请问 Anna Nowak 怎么样了？",
        "@Leadloop anna@acme.example",
        "<@U0123ABC> anna@acme.example",
        "<at>Leadloop</at> anna@acme.example",
        "https://files.example.com/leads/lead_000017",
    ],
)
def test_one_lead_is_found_however_it_is_written(line: str) -> None:
    understood = ask(line)
    assert understood.leads == (1,)
    assert understood.asked == 1
    assert understood.remarks.unknown == ()


@pytest.mark.parametrize(
    ("line", "lead"),
    [
        (GUID, 3),
        (GUID.upper(), 3),
        (f"{{{GUID}}}", 3),
        (GUID.replace("-", ""), 3),
        (HEX, 4),
        (f"{HEX[:8]}-{HEX[8:12]}-{HEX[12:16]}-{HEX[16:20]}-{HEX[20:]}", 4),
        ("456", 5),
        (SALESFORCE, 6),
        (SALESFORCE + "EAP", 6),
        ("L-2", 2),
        ("https://app.hubspot.com/contacts/2468/record/0-1/456", 5),
        ("https://app.hubspot.com/contacts/2468/record/0-1/456/view/1?x=9", 5),
        ("https://app-eu1.hubspot.com/contacts/2468/contact/456/", 5),
        ("app.hubspot.com/contacts/2468/contact/456", 5),
        ("<https://app.hubspot.com/contacts/2468/contact/456|Анна>", 5),
        (f"https://a.lightning.force.com/lightning/r/Lead/{SALESFORCE}EAP/view", 6),
        (f"https://a.my.salesforce.com/{SALESFORCE}", 6),
        (f"https://a.crm4.dynamics.com/main.aspx?appid=1&etn=lead&id={GUID}", 3),
        (f"https://a.crm4.dynamics.com/main.aspx?id=%7B{GUID.upper()}%7D&pagetype=x", 3),
        (f"https://a.pipedrive.com/leads/inbox/{GUID}", 3),
        ("https://a.pipedrive.com/person/456", 5),
        ("https://crm.example.com/#/leads/456", 5),
        ("王小明", 4),
        ("王小明，华为", 4),
        ("王小明（华为）", 4),
        ("华为的王小明", 4),
        ("来自华为的王小明", 4),
        ("华为的王小明怎么样了？", 4),
        ("Иванова Анна (Ромашка)", 5),
        ("Анна Иванова из Ромашка", 5),
        ("KOWALSKI JAN, Beta", 2),
    ],
)
def test_ids_links_and_names_of_many_kinds_are_found(line: str, lead: int) -> None:
    understood = ask(line)
    assert (understood.leads, understood.asked) == ((lead,), 1)


def test_the_account_in_a_link_is_not_taken_for_a_lead() -> None:
    understood = ask("https://app.hubspot.com/contacts/456/record/0-1/999999")
    assert understood.leads == ()
    assert len(understood.remarks.unknown) == 1


def test_salesforce_ids_that_differ_by_case_alone_are_different_leads() -> None:
    leads = FewLeads(a_lead(1, external_id=SALESFORCE), a_lead(2, external_id=SALESFORCE.upper()))
    assert ask(SALESFORCE, leads).leads == (1,)
    assert ask(SALESFORCE.upper(), leads).leads == (2,)


@pytest.mark.parametrize(
    ("fifteen", "suffix"), [("001A0000006Vm9r", "IAC"), ("0015000000Gv7qJ", "AAR")]
)
def test_a_salesforce_suffix_tells_the_capitals(fifteen: str, suffix: str) -> None:
    assert references.salesforce_suffix(fifteen) == suffix


@pytest.mark.parametrize(
    "text",
    [
        "anna@acme.example\njan@beta.example\newa@gamma.example",
        "anna@acme.example, jan@beta.example, ewa@gamma.example",
        "anna@acme.example; jan@beta.example;ewa@gamma.example;",
        "anna@acme.example\tjan@beta.example\tewa@gamma.example",
        "anna@acme.example jan@beta.example ewa@gamma.example",
        "Anna <anna@acme.example>, Jan <jan@beta.example>, Ewa <ewa@gamma.example>",
        "Anna Nowak, anna@acme.example, Jan Kowalski, jan@beta.example, Ewa Lis, ewa@gamma.example",
        "Anna Nowak, Jan Kowalski, Ewa Lis",
        "Anna Nowak; Jan Kowalski; Ewa Lis",
        "Anna Nowak, Acme\nJan Kowalski, Beta\nEwa Lis, Gamma",
        f"lead_000017, L-2, {GUID}",
        f"anna@acme.example, L-2\n{GUID}",
        "1. Anna Nowak (Acme)\n2. Jan Kowalski (Beta)\n3. Ewa Lis (Gamma)",
        "what happened to these 3 leads?\n\nanna@acme.example\nL-2\nEwa Lis",
        "Co się stało z tymi leadami:\nanna@acme.example\nL-2\nEwa Lis",
        "co z tymi leadami: anna@acme.example, jan@beta.example i ewa@gamma.example?",
        "что случилось с этими лидами?\nanna@acme.example\nL-2\nEwa Lis",
        "这些线索怎么样了？\nanna@acme.example\nL-2\nEwa Lis",
        "what happened to Anna Nowak, Jan Kowalski and Ewa Lis?",
        "Name\tEmail\nAnna Nowak\tanna@acme.example\nJan\tjan@beta.example\nEwa\tewa@gamma.example",
        "First name,Last name,Company\nAnna,Nowak,Acme\nJan,Kowalski,Beta\nEwa,Lis,Gamma",
        "imię;nazwisko;firma\nAnna;Nowak;Acme\nJan;Kowalski;Beta\nEwa;Lis;Gamma",
        f"姓名\t线索编号\nAnna\tlead_000017\nJan\tL-2\nEwa\t{GUID}",
        "Anna Nowak\tAcme\t100\nJan Kowalski\tBeta\t200\nEwa Lis\tGamma\t300",
        "anna@acme.example\r\n\r\n----\r\njan@beta.example\u2028ewa@gamma.example",
    ],
)
def test_a_list_comes_apart_at_its_separators(text: str) -> None:
    understood = ask(text)
    assert understood.leads == (1, 2, 3)
    assert understood.asked == 3
    assert understood.remarks.unknown == ()


def test_two_names_on_a_line_are_two_leads_only_where_both_exist() -> None:
    assert ask("Anna Nowak, Jan Kowalski").leads == (1, 2)
    assert ask("anna@acme.example, Jan Kowalski").leads == (1, 2)
    assert ask("anna@acme.example, Anna Nowak, Acme").leads == (1,)


def test_a_stranger_beside_an_address_is_listed_and_not_dropped() -> None:
    understood = ask("anna@acme.example, Bruno Quux")
    assert understood.leads == (1,)
    assert understood.remarks.unknown == ("Bruno Quux",)


def test_unknown_and_repeated_lines_are_listed() -> None:
    understood = ask("nobody@acme.example\nL-2\nasdf qwer zxcv\njan@beta.example\nL-999")
    assert understood.asked == 5
    assert understood.leads == (2,)
    assert understood.remarks.unknown == ("nobody@acme.example", "asdf qwer zxcv", "L-999")
    assert understood.remarks.duplicates == ("jan@beta.example",)


def test_an_unknown_line_that_is_repeated_is_unknown_once() -> None:
    understood = ask("nobody@acme.example\nnobody@acme.example\nL-2")
    assert understood.remarks.unknown == ("nobody@acme.example",)
    assert understood.remarks.duplicates == ("nobody@acme.example",)


@pytest.mark.parametrize("line", ["Adam Bis", "shared@bis.example", "Adam  BIS"])
def test_a_line_that_fits_several_leads_is_left_to_the_asker(line: str) -> None:
    understood = ask(line)
    assert understood.leads == ()
    assert [set(one.leads) for one in understood.remarks.candidates] == [{7, 8}]


def test_a_company_decides_between_namesakes() -> None:
    assert ask("Adam Bis, South").leads == (8,)


@pytest.mark.parametrize(
    "line", ["Ana Nowak", "Anna Nowka, Acme", "Anna Nowak, Acne", "what happened to Ana Nowak?"]
)
def test_a_typing_error_never_resolves_silently(line: str) -> None:
    understood = ask(line)
    assert understood.leads == ()
    assert understood.remarks.candidates[0].leads == (1,)


def test_similar_names_are_looked_up_in_one_go_and_for_no_more_lines_than_a_person_reads() -> None:
    leads = FewLeads(a_lead(1))
    understood = ask("\n".join(f"Xq{'z' * n} Wv" for n in range(150)), leads)
    assert len(understood.remarks.unknown) == 150
    assert len({one.name for one in leads.asked_for_likeness}) <= 100


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("why was Jan Kowalski called only after six hours?", (2,)),
        ("Why was jan@beta.example contacted so late?", (2,)),
        ("dlaczego do Jan Kowalski zadzwoniono dopiero po sześciu godzinach?", (2,)),
        ("czemu L-2 tak późno?", (2,)),
        ("почему Jan Kowalski позвонили только через шесть часов?", (2,)),
        ("为什么王小明过了六个小时才接到电话？", (4,)),
        ("why were these called so late?\nL-2\nEwa Lis", (2, 3)),
    ],
)
def test_why_asks_for_the_delay(text: str, leads: tuple[int, ...]) -> None:
    understood = ask(text)
    assert (understood.kind, understood.leads) == (Kind.DELAY, leads)


def test_a_mistyped_name_in_a_sentence_above_a_list_is_not_dropped() -> None:
    understood = ask("please check Ana Nowak and these:\njan@beta.example")
    assert understood.leads == (2,)
    assert [one.leads for one in understood.remarks.candidates] == [(1,)]


def test_a_heading_above_a_list_is_no_lead() -> None:
    understood = ask("Hello, can you tell me about our great prospects?\njan@beta.example")
    assert (understood.asked, understood.leads) == (1, (2,))


def test_an_inflected_name_is_offered_for_the_asker_to_confirm() -> None:
    understood = ask("dlaczego do Anny Nowak zadzwoniono dopiero po sześciu godzinach?")
    assert understood.kind is Kind.DELAY
    assert understood.remarks.candidates == (MayBe("Anny Nowak", (1,)),)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "leads-none-named"),
        ("   \n\t ", "leads-none-named"),
        ("@Leadloop", "leads-none-named"),
        ("hello", "leads-none-named"),
        ("what happened to these 20 leads?", "leads-none-named"),
        ("co z tymi leadami?", "leads-none-named"),
        ("что случилось с этими 20 лидами?", "leads-none-named"),
        ("这20条线索怎么样了？", "leads-none-named"),
        ("\n".join(f"u{n}@a.example" for n in range(1001)), "leads-too-many-lines"),
        (", ".join(f"u{n}@a.example" for n in range(1001)), "leads-too-many-lines"),
        ("x" * 400_001, "leads-too-long"),
    ],
)
def test_what_names_no_lead_or_too_many_is_refused_with_a_sentence(text: str, key: str) -> None:
    with pytest.raises(Refused) as refused:
        ask(text)
    assert refused.value.phrase.key == key


def test_a_thousand_leads_are_one_question() -> None:
    leads = FewLeads(*(a_lead(n, email=f"u{n}@a.example") for n in range(1, 11)))
    assert ask("\n".join(f"u{n}@a.example" for n in range(1000)), leads).asked == 1000


EMAILS = st.lists(
    st.from_regex(
        r"[a-z][a-z0-9]{0,8}([.+-][a-z0-9]{1,5})?@[a-z]{1,8}\.(example|com)", fullmatch=True
    ),
    min_size=2,
    max_size=20,
    unique=True,
)
SEPARATORS = st.sampled_from(["\n", "\r\n", ", ", ",", ";", "; ", "\t", " ", "\n- ", "\n1. ", "，"])


@given(emails=EMAILS, separator=SEPARATORS)
def test_every_address_is_found_between_any_separators(emails: list[str], separator: str) -> None:
    leads = FewLeads(*(a_lead(n, email=email) for n, email in enumerate(emails, start=1)))
    assert ask(separator.join(emails), leads).leads == tuple(range(1, len(emails) + 1))


PIECES = st.sampled_from(
    ["anna@acme.example", "Anna Nowak", "Ana Nowak", "L-2", "Acme", "nobody@x.example", "asdf",
     "王小明", "Adam Bis", "what happened?", "leads", "from", "April", ",", ";", "\t", "\n", " ",
     "<", "@", "1. ", "?"]
)  # fmt: skip


@given(text=st.text(max_size=300) | st.lists(PIECES, max_size=30).map("".join))
def test_any_text_is_answered_or_refused_and_every_line_is_accounted_for(text: str) -> None:
    accounts_for(text)


def accounts_for(text: str) -> None:
    """Refuse a text, or tell something of each of its lines."""
    try:
        understood = ask(text)
    except Refused:
        return
    remarks = understood.remarks
    told = len(remarks.unknown) + len(remarks.duplicates) + len(remarks.candidates)
    assert understood.asked == len(understood.leads) + told
    assert len(set(understood.leads)) == len(understood.leads)


@pytest.mark.parametrize("bite", BITES)
def test_a_hundred_kilobytes_of_rubbish_are_answered_or_refused(bite: str) -> None:
    accounts_for(repeated(bite, 100_000))


def test_the_question_above_a_thousand_leads_is_not_one_of_them() -> None:
    leads = FewLeads(*(a_lead(n, name="", email=f"a{n}@x.example") for n in range(1, 1_002)))
    listed = [f"a{n}@x.example" for n in range(1, 1_002)]
    text = "What happened to these leads?\n" + "\n".join(listed[:1_000])
    assert len(understand(text, leads, today=TODAY).leads) == 1_000
    with pytest.raises(Refused):
        understand("\n".join(listed), leads, today=TODAY)
