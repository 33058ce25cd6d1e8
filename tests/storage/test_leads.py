"""Leads are found by id, address, name and filter, on both databases."""

from __future__ import annotations

import random
import string
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Connection, Engine, insert

from handlers.lead import CampaignId, LeadFilter, LeadId, Reason, Status, TouchKind, Wanted
from handlers.naming import company_key, name_key, surname_key
from storage.leads import SqlLeads
from storage.schema import activities, campaigns, lead_changes, leads

IMPORTED = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)


@pytest.fixture
def connection(engine: Engine) -> Iterator[Connection]:
    with engine.connect() as connection:
        yield connection


def a_row(number: int, **values: object) -> dict[str, object]:
    row: dict[str, object] = {
        "id": number,
        "system": "file",
        "external_id": f"L-{number}",
        "name": "",
        "company": "",
        "email": "",
        "source": "",
        "campaign_id": None,
        "status": None,
        "reason": None,
        "created_at": None,
        "imported_at": IMPORTED,
    } | values
    name, company = str(row["name"]), str(row["company"])
    return row | {
        "external_key": str(row["external_id"]).lower(),
        "name_key": name_key(name),
        "surname_key": surname_key(name_key(name)),
        "company_key": company_key(company),
    }


def keep(connection: Connection, *rows: dict[str, object]) -> SqlLeads:
    connection.execute(insert(leads), list(rows))
    return SqlLeads(connection)


def ids(found: object) -> list[int]:
    return [lead.id for lead in found]  # type: ignore[attr-defined]


def test_a_lead_comes_back_whole(connection: Connection) -> None:
    connection.execute(insert(campaigns).values(id=7, system="file", key="webinar", name="Webinar"))
    at = datetime(2026, 4, 3, 9, 30, 15, 123_456, tzinfo=UTC)
    kept = keep(
        connection,
        a_row(
            1,
            name="Anna Nowak",
            company="Acme",
            email="anna@acme.example",
            source="Paid",
            campaign_id=7,
            status="disqualified",
            reason="no-budget",
            created_at=at,
        ),
    )
    lead = kept.by_ids([LeadId(1)])[LeadId(1)]
    assert (lead.name, lead.company, lead.email) == ("Anna Nowak", "Acme", "anna@acme.example")
    assert (lead.source, lead.campaign, lead.external_id) == ("Paid", "Webinar", "L-1")
    assert (lead.status, lead.reason) == (Status.DISQUALIFIED, Reason.NO_BUDGET)
    assert (lead.created_at, lead.assigned_at, lead.imported_at) == (at, None, IMPORTED)


def test_ids_that_do_not_exist_are_left_out(connection: Connection) -> None:
    assert list(keep(connection, a_row(1)).by_ids([LeadId(1), LeadId(2)])) == [1]


def test_a_crm_id_is_found_in_any_case_and_in_two_crms(connection: Connection) -> None:
    kept = keep(
        connection,
        a_row(1, external_id="AbC-9"),
        a_row(2, external_id="abc-9", system="hubspot"),
        a_row(3),
    )
    assert sorted(ids(kept.by_external_ids(["ABC-9", "none"])["ABC-9"])) == [1, 2]


def test_an_email_is_found_in_any_case_and_for_several_leads(connection: Connection) -> None:
    kept = keep(connection, *(a_row(number, email="anna@acme.example") for number in (1, 2)))
    assert sorted(ids(kept.by_emails(["Anna@ACME.example"])["anna@acme.example"])) == [1, 2]
    assert kept.by_emails(["", "nobody@acme.example"]) == {}


def test_a_thousand_and_more_are_found_at_once(connection: Connection) -> None:
    rows = [a_row(n, email=f"u{n}@a.example", name=f"Anna N{n}") for n in range(1, 2001)]
    kept = keep(connection, *rows)
    assert len(kept.by_ids(LeadId(n) for n in range(1, 2001))) == 2000
    assert len(kept.by_emails(f"u{n}@a.example" for n in range(1, 2001))) == 2000
    assert len(kept.by_external_ids(f"l-{n}" for n in range(1, 2001))) == 2000
    assert len(kept.by_names(Wanted(f"N{n} Anna") for n in range(1, 2001))) == 2000


@pytest.mark.parametrize("text", ["a\x00b", "\ud800", "'; DROP TABLE leads; --", '["x"]', ""])
def test_hostile_texts_find_nothing_and_break_nothing(connection: Connection, text: str) -> None:
    kept = keep(connection, a_row(1, name="Anna Nowak", company="Acme"))
    assert kept.by_external_ids([text]) == {}
    assert kept.by_emails([text]) == {}
    assert kept.by_names([Wanted(text, text)]) == {}
    assert kept.like_names([Wanted(text, text)], 5) == {}
    assert len(kept.by_ids([LeadId(1)])) == 1


@pytest.mark.parametrize(
    "written", ["Łukasz Żak", "lukasz zak", "ŻAK ŁUKASZ", "Zak, Lukasz", "Łukasz  Żak"]
)
def test_a_name_is_the_same_but_for_case_accents_and_order(
    connection: Connection, written: str
) -> None:
    kept = keep(connection, a_row(1, name="Łukasz Żak", company="Acme"), a_row(2, name="Jan Żak"))
    assert ids(kept.by_names([Wanted(written)])[Wanted(written)]) == [1]


def test_a_company_narrows_a_name_and_its_legal_form_does_not_matter(
    connection: Connection,
) -> None:
    kept = keep(
        connection,
        a_row(1, name="Anna Nowak", company="Acme, Inc."),
        a_row(2, name="Anna Nowak", company="Beta"),
    )
    found = kept.by_names(
        [Wanted("Anna Nowak", "ACME"), Wanted("Anna Nowak"), Wanted("Anna Nowak", "Gamma")]
    )
    assert {one: sorted(ids(some)) for one, some in found.items()} == {
        Wanted("Anna Nowak", "ACME"): [1],
        Wanted("Anna Nowak"): [1, 2],
    }


@pytest.mark.parametrize(
    ("name", "company"),
    [
        ("Ana Kowalska", "Acme"),
        ("Anna Kowalksa", "Acme"),
        ("Kowalksa Anna", "Acme"),
        ("Snna Kowalska", ""),
        ("Anna Lowalska", ""),
        ("Lowalska Anna", ""),
        ("Anna Kowalska", "Acmee"),
        ("A. Kowalska", "Acme"),
        ("Kowalska", "Acme"),
        ("Kowalska", ""),
    ],
)
def test_a_mistyped_name_suggests_the_lead(connection: Connection, name: str, company: str) -> None:
    kept = keep(
        connection,
        a_row(1, name="Anna Kowalska", company="Acme"),
        a_row(2, name="Jan Zieliński", company="Beta"),
        a_row(3, name="王小明", company="华为技术"),
    )
    likest = kept.like_names([Wanted(name, company)], 5)[Wanted(name, company)]
    assert likest[0].lead.id == 1
    assert likest[0].score <= 100


def test_a_company_alone_suggests_its_leads(connection: Connection) -> None:
    kept = keep(
        connection, a_row(1, name="Anna Kowalska", company="Acme GmbH"), a_row(2, company="Beta")
    )
    assert ids(one.lead for one in kept.like_names([Wanted("ACME")], 5)[Wanted("ACME")]) == [1]


@pytest.mark.parametrize(
    ("name", "company"),
    [("王小名", "华为技术"), ("王小名", ""), ("王明小", "华为技术"), ("王小明", "华为技木")],
)
def test_a_mistyped_chinese_name_suggests_the_lead(
    connection: Connection, name: str, company: str
) -> None:
    kept = keep(
        connection,
        a_row(1, name="王小明", company="华为技术"),
        a_row(2, name="李雷", company="联想"),
    )
    assert ids(
        one.lead for one in kept.like_names([Wanted(name, company)], 5)[Wanted(name, company)]
    ) == [1]


def test_the_company_tells_which_of_many_namesakes_is_likest(connection: Connection) -> None:
    kept = keep(
        connection,
        *(a_row(n, name="Anna Nowak", company=f"Firm {n * 7919}") for n in range(1, 60)),
        a_row(60, name="Anna Nowak", company="Acme Polska"),
    )
    wanted = Wanted("Anna Nowka", "Acme Polsak")
    assert kept.like_names([wanted], 5)[wanted][0].lead.id == 60


def test_what_is_like_nothing_suggests_nothing(connection: Connection) -> None:
    kept = keep(connection, a_row(1, name="Anna Kowalska", company="Acme"))
    assert kept.like_names([Wanted("qqqq zzzz"), Wanted("?!"), Wanted("x" * 5000)], 5) == {}


def test_suggestions_are_limited(connection: Connection) -> None:
    kept = keep(connection, *(a_row(n, name=f"Anna Nowa{n}") for n in range(1, 10)))
    assert len(kept.like_names([Wanted("Anna Nowak")], 3)[Wanted("Anna Nowak")]) == 3


FIRST = "Anna Jan Piotr Maria Krzysztof Ewa Tomasz Olga Iwan Sofia Li Kurt Ursula John Mary"
PARTS = "kow nov lew zie mal ska ski wicz berg man son ova enko ić ner ter low ray"


def a_population(chance: random.Random, count: int) -> list[dict[str, object]]:
    def made(least: int, most: int) -> str:
        return "".join(
            chance.choice(PARTS.split()) for _ in range(chance.randint(least, most))
        ).title()

    return [
        a_row(
            n,
            name=f"{chance.choice(FIRST.split())} {made(2, 4)}",
            company=f"{made(2, 3)} {made(1, 2)}",
        )
        for n in range(1, count + 1)
    ]


def delete(text: str, at: int, letter: str) -> str:
    return text[:at] + text[at + 1 :]


def swap(text: str, at: int, letter: str) -> str:
    return (
        text[: at - 1] + text[at] + text[at - 1] + text[at + 1 :]
        if at
        else text[::-1][:2] + text[2:]
    )


def replace(text: str, at: int, letter: str) -> str:
    return text[:at] + letter + text[at + 1 :]


def add(text: str, at: int, letter: str) -> str:
    return text[:at] + letter + text[at:]


@pytest.mark.parametrize("slip", [delete, swap, replace, add])
@pytest.mark.parametrize("where", ["name", "company", "name-alone", "turned"])
def test_one_typing_error_hides_hardly_any_lead(
    connection: Connection, slip: Callable[[str, int, str], str], where: str
) -> None:
    chance = random.Random(f"{slip.__name__}{where}")
    rows = a_population(chance, 3000)
    kept = keep(connection, *rows)
    wanted = {}
    for row in chance.sample(rows, 60):
        name, company = str(row["name"]), str(row["company"])
        text = company if where == "company" else name
        at = chance.choice([i for i, letter in enumerate(text) if letter != " "])
        mistyped = slip(text, at, chance.choice(string.ascii_lowercase))
        if where == "company":
            one = Wanted(name, mistyped)
        elif where == "turned":
            one = Wanted(" ".join(reversed(mistyped.split())), company)
        else:
            one = Wanted(mistyped, company if where == "name" else "")
        wanted[one] = row["id"]
    likest = kept.like_names(list(wanted), 5)
    found = sum(id in {like.lead.id for like in likest.get(one, ())} for one, id in wanted.items())
    assert found / len(wanted) >= 0.97


@pytest.fixture
def filtered(connection: Connection) -> SqlLeads:
    connection.execute(
        insert(campaigns),
        [
            {"id": 1, "system": "file", "key": "webinar", "name": "Webinar"},
            {"id": 2, "system": "file", "key": "fair", "name": "Fair"},
        ],
    )

    def day(month: int, day: int) -> datetime:
        return datetime(2026, month, day, tzinfo=UTC)

    return keep(
        connection,
        a_row(1, campaign_id=1, source="Paid", status="new", created_at=day(4, 1)),
        a_row(2, campaign_id=1, source="Social", status="converted", created_at=day(4, 30)),
        a_row(3, campaign_id=2, source="Paid", status="new", created_at=day(5, 1)),
        a_row(4, source="Paid"),
    )


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (LeadFilter(), [3, 2, 1, 4]),
        (LeadFilter(campaigns=(CampaignId(1),)), [2, 1]),
        (LeadFilter(sources=("Paid",)), [3, 1, 4]),
        (LeadFilter(sources=("Paid", "Social"), statuses=(Status.CONVERTED,)), [2]),
        (LeadFilter(created_since=date(2026, 4, 30)), [3, 2]),
        (LeadFilter(created_before=date(2026, 4, 30)), [1]),
        (LeadFilter(created_since=date(2026, 4, 1), created_before=date(2026, 5, 1)), [2, 1]),
        (LeadFilter(campaigns=(CampaignId(2),), statuses=(Status.CONVERTED,)), []),
    ],
)
def test_a_filter_lists_the_newest_first_and_counts_the_same(
    filtered: SqlLeads, wanted: LeadFilter, expected: list[int]
) -> None:
    assert filtered.matching(wanted, 10) == expected
    assert filtered.count(wanted) == len(expected)


def test_a_filter_lists_no_more_than_asked(filtered: SqlLeads) -> None:
    assert filtered.matching(LeadFilter(), 2) == [3, 2]


def test_campaigns_and_sources_are_told_as_the_crm_writes_them(filtered: SqlLeads) -> None:
    assert filtered.campaigns() == {1: "Webinar", 2: "Fair"}
    assert filtered.sources() == ["Paid", "Social"]


def test_an_empty_house_has_no_sources(connection: Connection) -> None:
    assert SqlLeads(connection).sources() == []


def test_history_and_touches_come_in_order(connection: Connection) -> None:
    kept = keep(connection, a_row(1), a_row(2))
    early, late = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 2, tzinfo=UTC)
    change = {"lead_id": 1, "field": "status", "origin": "import"}
    connection.execute(
        insert(lead_changes),
        [
            change | {"old": "new", "new": "connected", "at": late},
            change | {"old": "", "new": "new", "at": early},
            change | {"field": "owner", "old": "", "new": "x", "at": early},
            change | {"lead_id": 2, "old": "", "new": "new", "at": early},
        ],
    )
    touch = {"system": "file", "direction": "out", "outcome": "", "lead_id": 1}
    connection.execute(
        insert(activities),
        [
            touch | {"external_id": "2", "kind": "email", "at": late},
            touch | {"external_id": "1", "kind": "call", "at": early},
        ],
    )
    history = kept.history(LeadId(1))
    assert [(one.old, one.new, one.at) for one in history] == [
        ("", "new", early),
        ("new", "connected", late),
    ]
    assert [one.kind for one in kept.touches(LeadId(1))] == [TouchKind.CALL, TouchKind.EMAIL]
