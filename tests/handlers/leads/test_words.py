"""Leads are described by campaign, source, status and period, in four languages."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.i18n import Voice
from handlers.errors import NotFound, Refused
from handlers.lead import Lead, LeadFilter, Status
from handlers.leads import periods
from handlers.leads.time_words import words_of
from handlers.leads.understanding import understand
from handlers.people import Language
from tests.builders import a_lead
from tests.handlers.leads.fakes import FewLeads

TODAY = date(2026, 11, 16)


def created(number: int, day: date, **changes: object) -> Lead:
    at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    return a_lead(number, created_at=at, **changes)


LEADS = FewLeads(
    created(1, date(2026, 4, 3), source="Webinar", status=Status.NEW, campaign="Product tour"),
    created(2, date(2026, 11, 10), source="Paid Search", campaign="Search Q4"),
    created(3, date(2026, 10, 20), source="LinkedIn", status=Status.DISQUALIFIED),
    created(4, date(2018, 3, 1), source="organic_search", campaign="Spring 2025"),
    created(5, date(2026, 10, 5), source="Webinar", campaign="Security webinar"),
    created(6, date(2025, 5, 5), source="Trade Show", campaign="Hannover fair"),
    created(
        7, date(2026, 11, 16), source="Newsletter", status=Status.CONVERTED, campaign="春季推广"
    ),
)


def ask(text: str, leads: FewLeads = LEADS) -> tuple[int, ...]:
    return understand(text, leads, today=TODAY).leads


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the webinar leads from April", (1,)),
        ("leads from paid search this month", (2,)),
        ("paid search leads", (2,)),
        ("leads from the source Paid Search", (2,)),
        ("leads from campaign Search Q4 last week", (2,)),
        ("leads from campaign Spring 2025", (4,)),
        ("leads from the Hannover campaign", (6,)),
        ("leads from the Hanover campaign", (6,)),
        ("webinar leads", (1, 5)),
        ("what happened to the webinar leads?", (1, 5)),
        ("leads from the Security webinar", (5,)),
        ("new leads last week", (2,)),
        ("disqualified leads from LinkedIn in October", (3,)),
        ("converted leads", (7,)),
        ("leads in 2018", (4,)),
        ("leads from organic search in 2018", (4,)),
        ("leads created today", (7,)),
        ("leads from the last 30 days", (2, 3, 7)),
        ("leads since 3 May", (2, 3, 5, 7)),
        ("leads after 20 October", (2, 7)),
        ("leads before 2019", (4,)),
        ("leads between 1 and 15 April", (1,)),
        ("leads from 1 to 15 April 2026", (1,)),
        ("leads from 2026-04-01 to 2026-04-15", (1,)),
        ("leads 01.04.2026 - 15.04.2026", (1,)),
        ("Q2 2025", (6,)),
        ("webinar April", (1,)),
        ("leady z webinaru z kwietnia", (1,)),
        ("leady z płatnego wyszukiwania w tym miesiącu", (2,)),
        ("leady z zeszłego miesiąca", (3, 5)),
        ("leady z II kwartału 2025", (6,)),
        ("leady od 1 do 15 kwietnia", (1,)),
        ("leady z targów", (6,)),
        ("zdyskwalifikowane leady z października", (3,)),
        ("лиды с вебинара за апрель", (1,)),
        ("лиды с 1 по 15 апреля", (1,)),
        ("лиды за прошлый месяц", (3, 5)),
        ("лиды за второй квартал 2025 года", (6,)),
        ("лиды из платного поиска в этом месяце", (2,)),
        ("дисквалифицированные лиды за октябрь", (3,)),
        ("лиды за последние 30 дней", (2, 3, 7)),
        ("四月网络研讨会的线索", (1,)),
        ("4月1日到15日的线索", (1,)),
        ("上个月的线索", (3, 5)),
        ("2025年第二季度的线索", (6,)),
        ("十月的不合格线索", (3,)),
        ("本月付费搜索的线索", (2,)),
        ("春季推广的线索", (7,)),
        ("最近30天的线索", (2, 3, 7)),
        ("why were the webinar leads from April called so late?", (1,)),
        ("how many leads from LinkedIn were disqualified?", (3,)),
        ("how many webinar leads haven't been contacted?", (1,)),
        ("which of the webinar leads were not touched yet?", (1,)),
        ("what's up with the webinar leads", (1, 5)),
        ("how are we doing with the leads from paid search?", (2,)),
        ("what happened to these 20 webinar leads?", (1, 5)),
        ("ile leadów z LinkedIn zostało odrzuconych?", (3,)),
        ("które leady z webinaru nie zostały jeszcze tknięte?", (1,)),
        ("Сколько лидов с LinkedIn дисквалифицировано?", (3,)),
        ("какие лиды с вебинара ещё не обработаны?", (1,)),
        ("网络研讨会的线索有哪些还没联系？", (1,)),
    ],
)
def test_words_choose_leads(text: str, expected: tuple[int, ...]) -> None:
    assert ask(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "leads from the Mars campaign",
        "leads from Mars",
        "Mars leads from April",
        "leads of Bob in April",
        "leads not from the webinar",
        "webinar leads that were not disqualified",
        "leady z webinaru, które nie zostały odrzucone",
        "лиды с вебинара, которые не дисквалифицированы",
        "leads with no budget",
        "leads from the first week of April",
        "webinar leads 1001",
        "Leads aus dem Webinar im Oktober",
        "leady z kampanii Mars",
        "лиды с кампании Марс",
        "火星活动的线索",
    ],
)
def test_words_that_match_nothing_are_refused_and_never_ignored(text: str) -> None:
    with pytest.raises(Refused) as refused:
        ask(text)
    assert refused.value.phrase.key == "leads-words-unknown"


def test_a_house_without_campaigns_says_so() -> None:
    with pytest.raises(Refused) as refused:
        ask("leads from the Mars campaign", FewLeads())
    assert refused.value.phrase.key == "leads-words-unknown-empty"


def test_words_that_fit_no_lead_say_what_was_understood() -> None:
    with pytest.raises(NotFound) as refused:
        ask("leads from LinkedIn in January 2020")
    said = Voice(Language.ENGLISH, "UTC").speak(refused.value.phrase)
    assert said == "No lead fits: source LinkedIn · created 1 Jan 2020 to 31 Jan 2020."


def test_more_leads_than_one_question_takes_are_refused_with_their_number() -> None:
    many = FewLeads(*(created(n, date(2026, 4, 1), source="Webinar") for n in range(1, 1002)))
    with pytest.raises(Refused) as refused:
        ask("webinar leads", many)
    assert refused.value.phrase.key == "leads-too-many"
    assert dict(refused.value.phrase.args)["count"] == 1001


def test_several_campaigns_that_match_alike_are_all_taken_and_said() -> None:
    leads = FewLeads(
        created(1, date(2026, 4, 3), campaign="Webinar April"),
        created(2, date(2026, 5, 3), campaign="Webinar May"),
        created(3, date(2026, 5, 3), campaign="Fair"),
    )
    understood = understand("leads from the webinar campaign", leads, today=TODAY)
    assert understood.leads == (1, 2)
    assert understood.described is not None
    said = Voice(Language.ENGLISH, "UTC").speak(understood.described)
    assert said == "campaigns Webinar April and Webinar May"


def test_the_source_of_the_same_name_is_taken_unless_a_campaign_was_said() -> None:
    leads = FewLeads(
        created(1, date(2026, 4, 3), source="Webinar", campaign="Tour"),
        created(2, date(2026, 4, 3), source="Partner", campaign="Webinar with a partner"),
    )
    assert ask("webinar leads", leads) == (1,)
    assert ask("leads from the webinar campaign", leads) == (2,)


def test_a_campaign_and_a_source_may_both_be_named() -> None:
    leads = FewLeads(
        created(1, date(2026, 4, 3), source="LinkedIn", campaign="Product tour"),
        created(2, date(2026, 4, 3), source="Partner", campaign="Product tour"),
    )
    assert ask("product tour leads from LinkedIn", leads) == (1,)


def test_new_alone_is_a_status_and_with_a_period_it_is_not() -> None:
    leads = FewLeads(
        created(1, date(2026, 11, 16), status=Status.NEW),
        created(2, date(2026, 11, 16), status=Status.CONNECTED),
    )
    assert ask("new leads", leads) == (1,)
    assert ask("new leads this week", leads) == (1, 2)


def test_the_filter_is_told_as_well() -> None:
    understood = understand("disqualified leads from LinkedIn in October", LEADS, today=TODAY)
    assert understood.words == LeadFilter(
        sources=("LinkedIn",),
        statuses=(Status.DISQUALIFIED,),
        created_since=date(2026, 10, 1),
        created_before=date(2026, 11, 1),
    )


@pytest.mark.parametrize(
    ("text", "since", "before"),
    [
        ("april", (2026, 4, 1), (2026, 5, 1)),
        ("november", (2026, 11, 1), (2026, 12, 1)),
        ("december", (2025, 12, 1), (2026, 1, 1)),
        ("December 2026", (2026, 12, 1), (2027, 1, 1)),
        ("3 december", (2025, 12, 3), (2025, 12, 4)),
        ("May 3rd, 2025", (2025, 5, 3), (2025, 5, 4)),
        ("31 June 2025", (2025, 6, 30), (2025, 7, 1)),
        ("this week", (2026, 11, 16), (2026, 11, 23)),
        ("last week", (2026, 11, 9), (2026, 11, 16)),
        ("last month", (2026, 10, 1), (2026, 11, 1)),
        ("this quarter", (2026, 10, 1), (2027, 1, 1)),
        ("last quarter", (2026, 7, 1), (2026, 10, 1)),
        ("last year", (2025, 1, 1), (2026, 1, 1)),
        ("q1", (2026, 1, 1), (2026, 4, 1)),
        ("second quarter of 2025", (2025, 4, 1), (2025, 7, 1)),
        ("2 quarter 2025", (2025, 4, 1), (2025, 7, 1)),
        ("yesterday", (2026, 11, 15), (2026, 11, 16)),
        ("20 December to 10 January", (2025, 12, 20), (2026, 1, 11)),
        ("3/25/2026", (2026, 3, 25), (2026, 3, 26)),
        ("25/3/2026", (2026, 3, 25), (2026, 3, 26)),
        ("od 3 maja", (2026, 5, 3), None),
        ("do 15 kwietnia", None, (2026, 4, 16)),
        ("przed majem 2026", None, (2026, 5, 1)),
        ("w ubiegłym tygodniu", (2026, 11, 9), (2026, 11, 16)),
        ("w 2018 roku", (2018, 1, 1), (2019, 1, 1)),
        ("с 3 мая", (2026, 5, 3), None),
        ("на прошлой неделе", (2026, 11, 9), (2026, 11, 16)),
        ("в этом квартале", (2026, 10, 1), (2027, 1, 1)),
        ("上周", (2026, 11, 9), (2026, 11, 16)),
        ("本季度", (2026, 10, 1), (2027, 1, 1)),
        ("去年", (2025, 1, 1), (2026, 1, 1)),
        ("十二月", (2025, 12, 1), (2026, 1, 1)),
        ("5月3日以来", (2026, 5, 3), None),
        ("2025年4月3日", (2025, 4, 3), (2025, 4, 4)),
    ],
)
def test_periods_are_read(
    text: str, since: tuple[int, int, int] | None, before: tuple[int, int, int] | None
) -> None:
    found = periods.find(words_of(text), TODAY)
    assert found is not None
    assert found.period.since == (date(*since) if since else None)
    assert found.period.before == (date(*before) if before else None)


SAID = (
    "last this week month 2018 0 99 1 15 31 april feb since before to and q2 quarter 30 days od do "
    "с по 29 year years 4月 31日 二 到 以来 2025-13-01 31.02.2025 0.0 12/31"
)
WORDS = st.sampled_from(SAID.split())


@given(words=st.lists(WORDS, max_size=12), today=st.dates(date(1990, 1, 1), date(2090, 12, 31)))
def test_no_mixture_of_dates_breaks_the_reading(words: list[str], today: date) -> None:
    found = periods.find(words_of(" ".join(words)), today)
    assert found is None or found.end > found.start
