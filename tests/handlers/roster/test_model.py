"""Who is let in, what they become, and what a profile may change."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.people import Chosen, Language, PersonId, Role, Side
from handlers.roster.model import (
    Appointed,
    Company,
    Outsider,
    Profile,
    Why,
    admit,
    domain_of,
    email_key,
    is_ours,
    language_of,
    newcomer,
    post_of,
    renewed,
)
from handlers.working_time import WorkingHours
from tests.builders import a_rep

OURS = ("northwind.example", "nw.example")
COMPANY = Company(language=Language.POLISH, hours=WorkingHours(zone="Europe/Warsaw", country="PL"))


def a_profile(**changes: Any) -> Profile:
    profile = Profile(
        platform="slack",
        address="U1",
        name="Ola Nowa",
        email="ola@northwind.example",
        zone="Asia/Shanghai",
        language="zh-CN",
        is_full_member=True,
    )
    return replace(profile, **changes)


def why(**changes: Any) -> Why | None:
    found = admit(a_profile(**changes), OURS)
    return found.reason if isinstance(found, Outsider) else None


def test_a_full_member_on_a_company_domain_is_let_in() -> None:
    assert admit(a_profile(), OURS) == a_profile()


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"is_bot": True}, Why.BOT),
        ({"is_active": False}, Why.DEACTIVATED),
        ({"is_stranger": True}, Why.STRANGER),
        ({"is_full_member": False}, Why.GUEST),
        ({"email": ""}, Why.NO_EMAIL),
        ({"email": "ola@elsewhere.example"}, Why.FOREIGN_DOMAIN),
    ],
)
def test_everybody_else_hears_why_not(changes: dict[str, Any], reason: Why) -> None:
    assert why(**changes) is reason
    assert Outsider(reason).sentence.key == f"people-outsider-{reason.value}"


def test_without_domains_nobody_is_let_in() -> None:
    assert admit(a_profile(), ()) == Outsider(Why.NO_DOMAINS)


@pytest.mark.parametrize(
    "email",
    [
        "ola@NorthWind.Example",
        "OLA@nw.example",
        " ola@nw.example ",
    ],
)
def test_a_domain_is_the_same_in_any_case(email: str) -> None:
    assert why(email=email) is None


@pytest.mark.parametrize(
    "email",
    [
        "ola@mail.northwind.example",  # a sub-domain nobody listed
        "ola@northwind.example.evil.example",
        "ola@evilnorthwind.example",
        "ola@northwind.example.",
        "ola@n\u043erthwind.example",  # a Cyrillic o
        "ola@northw\u0131nd.example",  # a dotless i
        "ola@xn--northwind-abc.example",
        "ola@evil.example@northwind.example",
        '"ola@evil.example" @northwind.example',
        "ola\0@northwind.example",
        "@northwind.example",
        "northwind.example",
        "ola@",
    ],
)
def test_what_only_looks_like_a_company_domain_is_none(email: str) -> None:
    assert why(email=email) in {Why.FOREIGN_DOMAIN, Why.NO_EMAIL}


def test_a_sub_domain_counts_when_it_is_listed() -> None:
    assert is_ours("ola@mail.northwind.example", (*OURS, "Mail.Northwind.Example"))


def test_letters_that_only_look_alike_stay_different() -> None:
    """Python's own lower and casefold would make these the same."""
    assert email_key("ola@\u212aite.example") != email_key("ola@Kite.example")
    assert email_key("ola@stra\u00dfe.example") != email_key("ola@strasse.example")


@given(st.text(max_size=60), st.lists(st.text(max_size=20), max_size=4))
def test_no_text_is_let_in_but_on_a_listed_domain(email: str, domains: list[str]) -> None:
    if is_ours(email, domains):
        assert domain_of(email) in {email_key(domain) for domain in domains}
        assert email_key(email).count("@") == 1


@given(
    st.sampled_from(OURS),
    st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789.-", min_size=1, max_size=12),
)
def test_nothing_in_front_of_or_behind_a_domain_makes_it_ours(domain: str, more: str) -> None:
    assert not is_ours(f"ola@{more}.{domain}", [domain])
    assert not is_ours(f"ola@{domain}.{more}", [domain])


@given(
    st.builds(
        a_profile,
        is_bot=st.booleans(),
        is_active=st.booleans(),
        is_stranger=st.booleans(),
        is_full_member=st.booleans(),
        email=st.sampled_from(["", "ola@nw.example", "ola@evil.example"]),
    ),
    st.sampled_from([(), OURS]),
)
def test_one_fault_is_enough_to_be_kept_out(profile: Profile, domains: tuple[str, ...]) -> None:
    spotless = (
        profile.is_active
        and profile.is_full_member
        and not profile.is_bot
        and not profile.is_stranger
        and profile.email == "ola@nw.example"
        and bool(domains)
    )
    assert isinstance(admit(profile, domains), Profile) is spotless


# What a newcomer becomes

APPOINTED = Appointed(
    administrators={"Ada@northwind.example": Side.SALES},
    managers={"ada@northwind.example": Side.MARKETING, "helen@nw.example": Side.MARKETING},
)


@pytest.mark.parametrize(
    ("email", "owns_leads", "post"),
    [
        ("ada@NORTHWIND.example", True, (Role.ADMINISTRATOR, Side.SALES)),
        ("helen@nw.example", True, (Role.MANAGER, Side.MARKETING)),
        ("tom@nw.example", True, (Role.REP, Side.SALES)),
        ("maya@nw.example", False, (Role.MARKETER, Side.MARKETING)),
    ],
)
def test_the_settings_come_first_then_the_crm(
    email: str, *, owns_leads: bool, post: tuple[Role, Side]
) -> None:
    assert post_of(email, APPOINTED, owns_leads=owns_leads) == post


def test_a_newcomer_takes_language_and_zone_from_the_profile_and_the_rest_from_the_company() -> (
    None
):
    person = newcomer(
        a_profile(email="OLA@nw.example"),
        id=PersonId("new"),
        post=(Role.REP, Side.SALES),
        company=COMPANY,
    )
    assert (person.name, person.email) == ("Ola Nowa", "ola@nw.example")
    assert person.language is Language.CHINESE
    assert person.hours == WorkingHours(zone="Asia/Shanghai", country="PL")
    assert person.chosen == frozenset()


def test_a_bare_profile_gets_what_is_the_companys_and_a_name_from_its_address() -> None:
    bare = a_profile(name="", zone="", language="")
    person = newcomer(bare, id=PersonId("new"), post=(Role.REP, Side.SALES), company=COMPANY)
    assert person.name == "ola"
    assert (person.language, person.hours) == (COMPANY.language, COMPANY.hours)


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("pl-PL", Language.POLISH),
        ("PL_pl", Language.POLISH),
        ("ru", Language.RUSSIAN),
        ("zh-TW", Language.CHINESE),
        ("en-GB", Language.ENGLISH),
        ("uk-UA", None),
        ("", None),
        ("plt-MG", None),
    ],
)
def test_a_language_tag_is_read(tag: str, language: Language | None) -> None:
    assert language_of(tag) is language


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../etc/passwd", "\0", "Europe/", "x" * 300])
def test_what_is_no_zone_changes_nothing(zone: str) -> None:
    assert renewed(a_rep(), a_profile(zone=zone)).hours == a_rep().hours


# What a profile changes later


def test_a_changed_profile_changes_name_language_and_zone() -> None:
    person = a_rep(role=Role.MANAGER)
    newer = renewed(person, a_profile(name="Ola <b>Inna</b>\u202e"))
    assert newer.name == "Ola <b>Inna</b>"
    assert (newer.language, newer.hours.zone) == (Language.CHINESE, "Asia/Shanghai")
    assert (newer.role, newer.side, newer.id) == (person.role, person.side, person.id)


@given(
    st.sets(st.sampled_from(Chosen)),
    st.sampled_from(["pl-PL", "ru-RU", "uk-UA", ""]),
    st.sampled_from(["Asia/Shanghai", "nowhere", ""]),
)
def test_what_somebody_chose_no_profile_changes(
    chosen: set[Chosen], language: str, zone: str
) -> None:
    person = a_rep(chosen=frozenset(chosen))
    newer = renewed(person, a_profile(language=language, zone=zone))
    assert newer.language is person.language or Chosen.LANGUAGE not in chosen
    assert newer.hours == person.hours or Chosen.ZONE not in chosen
    assert newer.chosen == person.chosen
    assert replace(newer.hours, zone=person.hours.zone) == person.hours


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_no_profile_can_make_a_person_that_cannot_be_kept(name: str, zone: str, tag: str) -> None:
    newer = renewed(a_rep(), a_profile(name=name, zone=zone, language=tag))
    assert newer.name
    newer.name.encode()
    assert len(newer.hours.zone) <= 64
