"""What a rep's own words propose, in four languages and their mixtures."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.lead import Lead
from handlers.questions.model import Said
from handlers.questions.own_words.proposing import Proposal, propose
from tests.builders import a_lead
from tests.rubbish import OWN_WORDS

MONDAY = date(2026, 11, 16)

ACME = a_lead(1, name="Anna Nowak", company="Acme Inc.")
BETA = a_lead(2, name="Piotr Zając", company="Beta Sp. z o.o.")
GAMMA = a_lead(3, name="Jan Kowalski", company="Gamma Logistics")
PETROVA = a_lead(4, name="Мария Петрова", company="ООО «Ромашка»")
IVANOV = a_lead(5, name="Сергей Иванов", company="Вектор")
ZHANG = a_lead(6, name="张伟", company="北京华为科技有限公司")
LI = a_lead(7, name="李娜", company="上海东方贸易有限公司")
EVERYBODY = (ACME, BETA, GAMMA, PETROVA, IVANOV, ZHANG, LI)

Sentence = tuple[str, str]
"""What is typed about one lead, and the outcome, reason and date that are proposed."""

ENGLISH: tuple[Sentence, ...] = (
    ("dead, budget frozen till April", "disqualified no-budget 2027-04-01"),
    ("budget frozen till April", "later no-budget 2027-04-01"),
    ("no budget", "disqualified no-budget"),
    ("No budget until Q2, ping me then", "later no-budget 2027-04-01"),
    ("they dont have any money right now", "later no-budget"),
    ("bought!", "converted"),
    ("closed won last week", "converted"),
    ("signed the contract on Friday", "converted"),
    ("demo booked for Thursday", "qualified"),
    ("we have a meeting on 15.01", "qualified"),
    ("qualified", "qualified"),
    ("not qualified", "disqualified"),
    ("interested", "in-conversation"),
    ("very intrested, sent the offer", "in-conversation"),
    ("still talking", "in-conversation"),
    ("sent offer yesterday", "in-conversation"),
    ("negotiating the price", "in-conversation"),
    ("not interested", "disqualified no-need"),
    ("no longer interested", "disqualified no-need"),
    ("isn't really interested at all", "disqualified no-need"),
    ("not interested till next year", "later no-need 2027-01-01"),
    ("talked to him, too expensive", "disqualified price"),
    ("no answer yet", "trying"),
    ("called 3 times, no answer", "trying"),
    ("left a voicemail", "trying"),
    ("rings out", "trying"),
    ("doesn't pick up", "trying"),
    ("can't reach her", "trying"),
    ("he never replied", "trying"),
    ("went dark after the demo", "trying"),
    ("come back in 3 months", "later 2027-02-16"),
    ("call back next quarter", "later 2027-01-01"),
    ("on hold", "later"),
    ("maybe later", "later"),
    ("not now", "later timing"),
    ("bad timing, try again in Q2", "later timing 2027-04-01"),
    ("asked me to get back to them after the holidays", "later 2027-01-04"),
    ("in April", "later 2027-04-01"),
    ("dead", "disqualified"),
    ("disqualifed", "disqualified"),
    ("lost to a competitor", "disqualified competitor"),
    ("they chose HubSpot", "disqualified competitor"),
    ("went with us in the end", "converted"),
    ("wrong number", "disqualified bad-data"),
    ("email bounced", "disqualified bad-data"),
    ("he no longer works there", "disqualified bad-data"),
    ("unreachable", "disqualified unreachable"),
    ("no decision maker", "disqualified no-authority"),
    ("just a student", "disqualified not-target"),
    ("not a fit", "disqualified not-target"),
    ("already a customer", "disqualified already-customer"),
    ("duplicate", "disqualified duplicate"),
    ("test lead", "disqualified duplicate"),
    ("unsubscribed", "disqualified opted-out"),
    ("please do not call again", "disqualified opted-out"),
    ("haven't called yet", "not-touched"),
    ("not touched yet, sorry", "not-touched"),
    ("didn't get to it", "not-touched"),
    ("I don't know", "do-not-know"),
    ("no idea tbh", "do-not-know"),
    ("not mine", "not-mine"),
    ("wrong rep, belongs to Tom", "not-mine"),
    ("bugdet is gone", "disqualified no-budget"),
    ("no need, they are happy with current vendor", "disqualified no-need"),
)

POLISH: tuple[Sentence, ...] = (
    ("martwy, budżet zamrożony do kwietnia", "disqualified no-budget 2027-04-01"),
    ("budżet zamrożony do kwietnia", "later no-budget 2027-04-01"),
    ("nie mają budżetu", "disqualified no-budget"),
    ("brak budżetu", "disqualified no-budget"),
    ("brak kasy w tym roku", "later no-budget"),
    ("na razie nie mają budżetu", "later no-budget"),
    ("obcięli budżet", "disqualified no-budget"),
    ("kupili", "converted"),
    ("kupił, umowa podpisana", "converted"),
    ("podpisali w piątek", "converted"),
    ("wybrali nas", "converted"),
    ("spotkanie w czwartek", "qualified"),
    ("umówione demo na przyszły tydzień", "qualified"),
    ("umówiłam prezentację", "qualified"),
    ("zainteresowany", "in-conversation"),
    ("zainteresowana, wysłałem ofertę", "in-conversation"),
    ("rozmawiamy", "in-conversation"),
    ("wysłałem ofertę", "in-conversation"),
    ("negocjujemy cenę", "in-conversation"),
    ("nie jest zainteresowany", "disqualified no-need"),
    ("nie są już zainteresowani", "disqualified no-need"),
    ("niezainteresowany", "disqualified no-need"),
    ("nie potrzebują", "disqualified no-need"),
    ("za drogo", "disqualified price"),
    ("za drogo, wrócić w przyszłym roku", "later price 2027-01-01"),
    ("nie odbiera", "trying"),
    ("nie odbiera telefonu od tygodnia", "trying"),
    ("dzwoniłem 3 razy, cisza", "trying"),
    ("poczta głosowa", "trying"),
    ("brak odpowiedzi na maile", "trying"),
    ("nie mogę się dodzwonić", "trying"),
    ("nikt nie odpisuje", "trying"),
    ("odezwać się po świętach", "later 2026-12-28"),
    ("wrócić za dwa tygodnie", "later 2026-11-30"),
    ("prosi o kontakt w przyszłym miesiącu, potem", "later 2026-12-01"),
    ("kiedyś może", "later"),
    ("nie teraz", "later timing"),
    ("projekt wstrzymany do Q2", "later 2027-04-01"),
    ("odpada", "disqualified"),
    ("przegrany", "disqualified"),
    ("zdyskwalifikowany - nie pasuje", "disqualified not-target"),
    ("wybrali konkurencję", "disqualified competitor"),
    ("kupili u konkurencji", "disqualified competitor"),
    ("zły numer", "disqualified bad-data"),
    ("mail się odbił", "disqualified bad-data"),
    ("już tam nie pracuje", "disqualified bad-data"),
    ("nie ma decyzyjności", "disqualified no-authority"),
    ("już jest klientem", "disqualified already-customer"),
    ("duplikat", "disqualified duplicate"),
    ("wypisał się", "disqualified opted-out"),
    ("prosi o usunięcie, RODO", "disqualified opted-out"),
    ("jeszcze nie dzwoniłem", "not-touched"),
    ("nie ruszany, nie zdążyłam", "not-touched"),
    ("nie wiem", "do-not-know"),
    ("nie mam pojęcia", "do-not-know"),
    ("nie mój", "not-mine"),
    ("to nie mój lead, inny handlowiec", "not-mine"),
    ("zaineresowany", "in-conversation"),
    ("zly moment, za miesiac", "later timing 2026-12-16"),
)

RUSSIAN: tuple[Sentence, ...] = (
    ("мёртвый, бюджет заморожен до апреля", "disqualified no-budget 2027-04-01"),
    ("бюджет заморозили до апреля", "later no-budget 2027-04-01"),
    ("нет бюджета", "disqualified no-budget"),
    ("бюджета нет", "disqualified no-budget"),
    ("пока нет денег", "later no-budget"),
    ("бюджет порезали", "disqualified no-budget"),
    ("денег нет, вернуться в апреле", "later no-budget 2027-04-01"),
    ("купил", "converted"),
    ("купили, договор подписан", "converted"),
    ("оплатили счёт", "converted"),
    ("выбрали нас", "converted"),
    ("встреча в четверг", "qualified"),
    ("назначили демо на следующую неделю", "qualified"),
    ("договорились о презентации", "qualified"),
    ("интересно", "in-conversation"),
    ("заинтересован, отправил КП", "in-conversation"),
    ("общаемся", "in-conversation"),
    ("отправил предложение", "in-conversation"),
    ("думают", "in-conversation"),
    ("не интересно", "disqualified no-need"),
    ("неинтересно", "disqualified no-need"),
    ("больше не интересует", "disqualified no-need"),
    ("не нужно", "disqualified no-need"),
    ("сейчас не интересно", "later no-need"),
    ("дорого", "disqualified price"),
    ("слишком дорого для них", "disqualified price"),
    ("не отвечает", "trying"),
    ("не берёт трубку", "trying"),
    ("звонил три раза, тишина", "trying"),
    ("автоответчик", "trying"),
    ("не могу дозвониться", "trying"),
    ("ответа пока нет", "trying"),
    ("недоступен", "trying"),
    ("просил вернуться после праздников", "later 2027-01-11"),
    ("перезвонить через месяц", "later 2026-12-16"),
    ("перезвонить в четверг", "later 2026-11-19"),
    ("отложили до следующего года", "later 2027-01-01"),
    ("может быть позже", "later"),
    ("не сейчас", "later timing"),
    ("отказ", "disqualified"),
    ("слился", "disqualified"),
    ("отказались, дорого", "disqualified price"),
    ("ушли к конкурентам", "disqualified competitor"),
    ("купили у другого поставщика", "disqualified competitor"),
    ("неверный номер", "disqualified bad-data"),
    ("он там больше не работает", "disqualified bad-data"),
    ("не ЛПР", "disqualified no-authority"),
    ("не наш клиент", "disqualified not-target"),
    ("не подходит", "disqualified not-target"),
    ("уже наш клиент", "disqualified already-customer"),
    ("дубль", "disqualified duplicate"),
    ("отписался", "disqualified opted-out"),
    ("просил больше не звонить", "disqualified opted-out"),
    ("ещё не звонил", "not-touched"),
    ("руки не дошли", "not-touched"),
    ("не знаю", "do-not-know"),
    ("хз", "do-not-know"),
    ("не мой", "not-mine"),
    ("не мой лид, передал коллеге", "not-mine"),
    ("заинтерисован", "in-conversation"),
    ("не отвечаеть", "trying"),
)

CHINESE: tuple[Sentence, ...] = (
    ("死单，预算冻结到4月", "disqualified no-budget 2027-04-01"),
    ("预算冻结到四月", "later no-budget 2027-04-01"),
    ("没预算，明年再说", "later no-budget 2027-01-01"),
    ("没有预算", "disqualified no-budget"),
    ("没有任何预算", "disqualified no-budget"),
    ("目前没钱", "later no-budget"),
    ("预算被砍了", "disqualified no-budget"),
    ("成交", "converted"),
    ("已经签约了", "converted"),
    ("客户买了", "converted"),
    ("签单啦！", "converted"),
    ("选了我们", "converted"),
    ("约了周四演示", "qualified"),
    ("下周三见面", "qualified"),
    ("约好下周开会", "qualified"),
    ("有兴趣", "in-conversation"),
    ("很感兴趣，发了报价", "in-conversation"),
    ("在谈", "in-conversation"),
    ("还在考虑", "in-conversation"),
    ("发了方案", "in-conversation"),
    ("没兴趣", "disqualified no-need"),
    ("不感兴趣", "disqualified no-need"),
    ("没有兴趣了", "disqualified no-need"),
    ("不需要", "disqualified no-need"),
    ("暂时不需要", "later no-need"),
    ("太贵了", "disqualified price"),
    ("嫌贵，下个月再联系", "later price 2026-12-01"),
    ("没接电话", "trying"),
    ("打了三次没人接", "trying"),
    ("一直没回复", "trying"),
    ("联系不上", "trying"),
    ("关机", "trying"),
    ("电话打不通", "trying"),
    ("两周后再联系", "later 2026-11-30"),
    ("春节后再说", "later 2027-02-15"),
    ("年后再聊", "later 2027-02-15"),
    ("下个季度再跟进", "later 2027-01-01"),
    ("以后再说", "later"),
    ("项目推迟到明年三月", "later 2027-03-01"),
    ("拒绝了", "disqualified"),
    ("丢单", "disqualified"),
    ("选了竞品", "disqualified competitor"),
    ("买了别家的", "disqualified competitor"),
    ("空号", "disqualified bad-data"),
    ("已经离职了", "disqualified bad-data"),
    ("没有决定权", "disqualified no-authority"),
    ("做不了主", "disqualified no-authority"),
    ("不是目标客户", "disqualified not-target"),
    ("规模太小", "disqualified not-target"),
    ("已经是我们的客户", "disqualified already-customer"),
    ("重复", "disqualified duplicate"),
    ("退订了", "disqualified opted-out"),
    ("不要再联系", "disqualified opted-out"),
    ("还没联系", "not-touched"),
    ("还没打电话", "not-touched"),
    ("未跟进", "not-touched"),
    ("不知道", "do-not-know"),
    ("不清楚", "do-not-know"),
    ("不是我的", "not-mine"),
    ("别人的客户", "not-mine"),
)

MIXED: tuple[Sentence, ...] = (
    ("klient not interested, за дорого", "disqualified no-need"),
    ("no budget, wrócić w kwietniu", "later no-budget 2027-04-01"),
    ("demo w przyszłym tygodniu, very interested", "qualified"),
    ("客户 not interested", "disqualified no-need"),
    ("позвонил, voicemail", "trying"),
    ("prosi o callback в апреле", "later 2027-04-01"),
    ("budżet frozen till Q2", "later no-budget 2027-04-01"),
    ("没预算 till April", "later no-budget 2027-04-01"),
    ("DEAD!!! бюджета нет", "disqualified no-budget"),
    ("Nie odbiera 🤷 spróbuję later", "trying"),
    ("Ｄｅａｄ", "disqualified"),
)

NOT_GUESSED = (
    "",
    "   ",
    "hello",
    "ok",
    "👍",
    "won or maybe lost",
    "bought, but it is dead",
    "didn't buy",
    "did not sign",
    "hasn't bought yet",
    "not dead",
    "hasn't said no",
    "might buy next year",
    "maybe bought?",
    "dead?",
    "no budget?",
    "probably lost",
    "interested but no budget",
    "bought Salesforce instead",
    "nie kupił",
    "jeszcze nie podpisali",
    "może kupili",
    "kupili albo nie odbierają",
    "chyba martwy",
    "czy budżet zamrożony?",
    "не купил",
    "ещё не оплатили",
    "может купили",
    "купил или отказался",
    "наверное, нет бюджета?",
    "没买",
    "还没签约",
    "可能成交",
    "成交还是丢单",
    "还没付款",
    "the weather is nice",
    "invoice 15.04 for printer paper",
    "Lorem ipsum dolor sit amet",
    "he brought his boss",
    "do not call till April",
    "31.02",
    "don't know, maybe dead",
    "12345",
    "<!channel>",
)


def _told(proposal: Proposal) -> str:
    told = (proposal.said, proposal.reason, proposal.look_again_on)
    return " ".join(str(one) for one in told if one)


def _about_one(text: str) -> str:
    return _told(propose(text, [ACME], today=MONDAY)[0])


def _about(text: str, *leads: Lead) -> dict[str, str]:
    """Give what is proposed for each lead of which anything was understood, by the lead's company."""
    found = propose(text, leads or EVERYBODY, today=MONDAY)
    return {one.lead.company.split()[0].strip("«»"): _told(one) for one in found if one.said}


@pytest.mark.parametrize(("text", "told"), ENGLISH)
def test_english_is_understood(text: str, told: str) -> None:
    assert _about_one(text) == told


@pytest.mark.parametrize(("text", "told"), POLISH)
def test_polish_is_understood(text: str, told: str) -> None:
    assert _about_one(text) == told


@pytest.mark.parametrize(("text", "told"), RUSSIAN)
def test_russian_is_understood(text: str, told: str) -> None:
    assert _about_one(text) == told


@pytest.mark.parametrize(("text", "told"), CHINESE)
def test_chinese_is_understood(text: str, told: str) -> None:
    assert _about_one(text) == told


@pytest.mark.parametrize(("text", "told"), MIXED)
def test_languages_may_be_mixed(text: str, told: str) -> None:
    assert _about_one(text) == told


@pytest.mark.parametrize("text", NOT_GUESSED)
def test_what_leaves_doubt_is_not_guessed(text: str) -> None:
    proposal = propose(text, [ACME], today=MONDAY)[0]

    assert (proposal.said, proposal.reason, proposal.look_again_on) == (None, None, None)


# ---- several leads


SEVERAL: tuple[tuple[str, dict[str, str]], ...] = (
    (
        "Acme: spotkanie w czwartek, Beta - nie odbiera",
        {"Acme": "qualified", "ООО": "", "Beta": "trying"},
    ),
    (
        "Петрова купила, Иванов просил вернуться после праздников",
        {"ООО": "converted", "Вектор": "later 2027-01-11"},
    ),
    ("张伟 没预算，明年再说", {"北京华为科技有限公司": "later no-budget 2027-01-01"}),
    (
        "张总 买了；李娜没兴趣",
        {"北京华为科技有限公司": "converted", "上海东方贸易有限公司": "disqualified no-need"},
    ),
    (
        "华为：死单\n东方：没接电话",
        {"北京华为科技有限公司": "disqualified", "上海东方贸易有限公司": "trying"},
    ),
    ("Acme dead but Beta bought", {"Acme": "disqualified", "Beta": "converted"}),
    (
        "Acme i Beta: brak budżetu",
        {"Acme": "disqualified no-budget", "Beta": "disqualified no-budget"},
    ),
    ("Acme, Beta, Gamma - no answer", {"Acme": "trying", "Beta": "trying", "Gamma": "trying"}),
    ("no answer: Acme, Beta and Gamma", {"Acme": "trying", "Beta": "trying", "Gamma": "trying"}),
    (
        "Acme\nbudget frozen till April\nBeta\ndead",
        {"Acme": "later no-budget 2027-04-01", "Beta": "disqualified"},
    ),
    (
        "Acme: dead. Budget frozen till April. Beta: won.",
        {"Acme": "disqualified no-budget 2027-04-01", "Beta": "converted"},
    ),
    ("Acme Inc. bought; Beta Sp. z o.o. odpada", {"Acme": "converted", "Beta": "disqualified"}),
    (
        "Kowalskiego nie interesuje, z Nowakiem rozmawiamy",
        {"Gamma": "disqualified no-need", "Acme": "in-conversation"},
    ),
    ("Zajacowi wysłałem ofertę", {"Beta": "in-conversation"}),
    (
        "Петровой не интересно. Иванову отправил КП",
        {"ООО": "disqualified no-need", "Вектор": "in-conversation"},
    ),
    ("Kowalsky - dead", {"Gamma": "disqualified"}),
    ("Anna Nowak kupiła", {"Acme": "converted"}),
    (
        "anna1@acme.example dead, anna2@acme.example bought",
        {"Acme": "disqualified", "Beta": "converted"},
    ),
    ("Gama Logistcs: on hold", {"Gamma": "later"}),
    (
        "Acme bought, the rest: no answer",
        {
            "Acme": "converted",
            "Beta": "trying",
            "Gamma": "trying",
            "ООО": "trying",
            "Вектор": "trying",
            "北京华为科技有限公司": "trying",
            "上海东方贸易有限公司": "trying",
        },
    ),
)


@pytest.mark.parametrize(("text", "told"), SEVERAL)
def test_each_part_is_about_the_lead_it_names(text: str, told: dict[str, str]) -> None:
    assert _about(text) == {company: one for company, one in told.items() if one}


@pytest.mark.parametrize(
    "text",
    ["all dead", "wszystkie odpadają, martwe", "все умерли, отказ", "都死了", "dead, both of them"],
)
def test_all_leads_are_meant_where_the_text_says_so(text: str) -> None:
    assert _about(text, ACME, BETA) == {"Acme": "disqualified", "Beta": "disqualified"}


@pytest.mark.parametrize(
    "text",
    [
        "dead",
        "no budget till April",
        "not interested at all",
        "все ещё думают",
        "nie wszystkie martwe",
        "все вопросы решили, купили",
        "sent all documents, bought",
    ],
)
def test_words_without_a_name_are_about_nobody_in_particular(text: str) -> None:
    proposals = propose(text, [ACME, BETA], today=MONDAY)

    assert [(one.words, one.said) for one in proposals] == [("", None), ("", None)]


def test_a_name_that_two_leads_share_names_neither() -> None:
    other = a_lead(8, name="Tomasz Nowak", company="Delta")

    assert _about("Nowak: dead", ACME, other) == {}
    assert _about("Tomasz Nowak: dead, Nowak - bought", ACME, other) == {"Delta": "disqualified"}
    assert _about("Nowak: dead. Anna Nowak: bought", ACME, other) == {"Acme": "converted"}


def test_the_nearer_spelling_is_meant() -> None:
    woman = a_lead(8, name="Ольга Иванова", company="Омега")

    assert _about("Иванова купила", IVANOV, woman) == {"Омега": "converted"}
    assert _about("Иванов отказ", IVANOV, woman) == {"Вектор": "disqualified"}


def test_everyday_words_in_a_name_are_not_read_as_news() -> None:
    sea = a_lead(8, name="April May", company="Dead Sea Lost")
    budget = a_lead(9, name="Tom Price", company="Budget Won Ltd")

    assert _about("Dead Sea Lost: no answer", sea, budget) == {"Dead": "trying"}
    assert _about("Budget Won bought", sea, budget) == {"Budget": "converted"}
    assert _about("April May asked for a demo", sea, budget) == {"Dead": "in-conversation"}
    assert _about("no budget, price too high", sea, budget) == {}


def test_everyday_chinese_words_in_a_name_are_not_read_as_the_name() -> None:
    maker = a_lead(8, name="陈晨", company="预算签约软件公司")

    assert _about("张伟没预算", ZHANG, maker) == {ZHANG.company: "disqualified no-budget"}


def test_a_month_is_a_month_even_where_a_lead_is_called_so() -> None:
    april = a_lead(8, name="April Smith", company="Delta")

    assert _about("April Smith: budget frozen till April", april, BETA) == {
        "Delta": "later no-budget 2027-04-01"
    }


def test_the_proposal_shows_the_words_it_was_read_from() -> None:
    proposals = propose(
        "Acme: dead, sorry! Beta - kupili; cheers", [ACME, BETA, GAMMA], today=MONDAY
    )

    assert [one.words for one in proposals] == ["Acme: dead", "Beta - kupili", ""]


def test_words_that_are_not_understood_are_shown_for_the_rep_to_choose() -> None:
    proposal = propose("Acme: purple monkey", [ACME, BETA], today=MONDAY)[0]

    assert (proposal.words, proposal.said) == ("Acme: purple monkey", None)


def test_a_name_alone_says_nothing() -> None:
    proposals = propose("Acme, Beta", [ACME, BETA], today=MONDAY)

    assert [(one.words, one.said) for one in proposals] == [("", None), ("", None)]


def test_a_day_that_has_been_puts_nothing_off() -> None:
    assert _about_one("called on Monday, no budget") == "disqualified no-budget"
    assert _about_one("rozmawiałem w piątek, brak budżetu") == "disqualified no-budget"


def test_two_days_leave_the_date_to_the_rep() -> None:
    assert _about_one("come back in April or in June") == "later"


def test_a_reason_that_lasts_takes_no_date() -> None:
    assert _about_one("wrong number, April") == "disqualified bad-data"


def test_no_leads_no_proposals() -> None:
    assert propose("dead", [], today=MONDAY) == ()


# ---- whatever is typed


_LEADS = st.lists(st.sampled_from(EVERYBODY), max_size=5, unique_by=lambda lead: lead.id)
_CLAUSES = [text for text, _ in (*ENGLISH, *POLISH, *RUSSIAN, *CHINESE, *MIXED)]
_TYPED = st.lists(
    st.sampled_from(
        [*_CLAUSES, *NOT_GUESSED, "Acme", "Beta:", "张伟", "Петрова", "all", "the rest", ", ", "\n"]
    )
    | st.text(max_size=30),
    max_size=12,
).map(" ".join)


@given(text=_TYPED | st.text(), leads=_LEADS)
def test_every_lead_gets_one_proposal_in_its_order(text: str, leads: list[Lead]) -> None:
    proposals = propose(text, leads, today=MONDAY)

    assert [one.lead for one in proposals] == leads


@given(text=_TYPED, leads=_LEADS)
def test_a_proposal_is_whole(text: str, leads: list[Lead]) -> None:
    for one in propose(text, leads, today=MONDAY):
        put_off = one.said in {Said.LATER, Said.DISQUALIFIED}
        assert one.said is not Said.CAUSE
        assert one.words or one.said is None
        assert put_off or (one.reason is None and one.look_again_on is None)
        assert one.look_again_on is None or one.look_again_on > MONDAY


@given(
    name=st.text(max_size=20),
    company=st.text(max_size=20),
    external_id=st.text(min_size=1, max_size=20),
    text=st.text(max_size=60),
)
def test_hostile_names_and_texts_break_nothing(
    name: str, company: str, external_id: str, text: str
) -> None:
    lead = a_lead(1, name=name, company=company, external_id=external_id)

    for typed in (text, f"{name}: dead", f"{company} {external_id} {text}"):
        assert len(propose(typed, [lead, BETA], today=MONDAY)) == 2


_RUBBISH = st.text(alphabet="qxzwv ", max_size=30).map(lambda text: f"zzqx {text}")


@given(before=st.lists(_RUBBISH, max_size=3), after=st.lists(_RUBBISH, max_size=3))
def test_lines_of_rubbish_change_nothing(before: list[str], after: list[str]) -> None:
    lines = ["Acme: dead, budget frozen till April", "Beta - kupili"]
    plain = propose("\n".join(lines), EVERYBODY, today=MONDAY)

    assert propose("\n".join([*before, *lines, *after]), EVERYBODY, today=MONDAY) == plain


@pytest.mark.parametrize("text", OWN_WORDS)
def test_a_long_text_of_nothing_is_read_to_its_end(text: str) -> None:
    proposed = propose(text, EVERYBODY, today=MONDAY)

    assert tuple(one.lead for one in proposed) == EVERYBODY


def test_what_stands_after_the_longest_text_is_not_read() -> None:
    assert _about_one("x" * 3000 + " dead") == ""
