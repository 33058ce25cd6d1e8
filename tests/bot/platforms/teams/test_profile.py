"""Who somebody is, as rosters and Graph tell it, in all their shapes."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.platforms.teams.profile import (
    Room,
    Sender,
    Tenant,
    profile_of,
    profile_of_user,
    sender_of,
)
from handlers.roster.model import Outsider, Profile, Why, admit

HOME = "11111111-1111-4111-8111-111111111111"
ANNA = "aaaaaaaa-0000-4000-8000-00000000000a"
TENANT = Tenant(id=HOME, domains=("example.com",))
SENDER = Sender(
    object_id=ANNA,
    member="29:1anna",
    room=Room("a:1", "https://smba.trafficmanager.net/emea/"),
    locale="pl-PL",
    zone="Europe/Warsaw",
)


def a_member(**changes: Any) -> dict[str, Any]:
    return {
        "id": "29:1anna",
        "aadObjectId": ANNA.upper(),
        "name": "Anna Nowak",
        "email": "anna@example.com",
        "userPrincipalName": "anowak@example.com",
        "tenantId": HOME.upper(),
        "userRole": "user",
    } | changes


def a_user(**changes: Any) -> dict[str, Any]:
    return {
        "id": ANNA.upper(),
        "displayName": "Anna Nowak",
        "mail": "anna@example.com",
        "userPrincipalName": "anowak@example.com",
        "userType": "Member",
        "accountEnabled": True,
        "preferredLanguage": "pl-PL",
    } | changes


def test_a_member_is_read_whole_with_what_their_device_told() -> None:
    assert profile_of(a_member(), tenant=TENANT, sender=SENDER) == Profile(
        platform="teams",
        address=ANNA,
        name="Anna Nowak",
        email="anna@example.com",
        zone="Europe/Warsaw",
        language="pl-PL",
        is_full_member=True,
    )


def test_a_user_of_the_directory_is_read_whole() -> None:
    assert profile_of_user(a_user(), tenant=TENANT) == Profile(
        platform="teams",
        address=ANNA,
        name="Anna Nowak",
        email="anna@example.com",
        language="pl-PL",
        is_full_member=True,
    )


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"userRole": "guest"}, Why.GUEST),
        ({"userRole": "anonymous"}, Why.GUEST),
        ({"userPrincipalName": "a_else.example#EXT#@example.com"}, Why.GUEST),
        ({"tenantId": "22222222-2222-4222-8222-222222222222"}, Why.STRANGER),
        ({"id": "28:a-bot"}, Why.BOT),
        ({"email": "", "userPrincipalName": ""}, Why.NO_EMAIL),
        ({"email": "anna@x.example", "userPrincipalName": "a@y.example"}, Why.FOREIGN_DOMAIN),
        # not said, or in other words than Teams'
        ({"userRole": None}, Why.GUEST),
        ({"userRole": "owner"}, Why.GUEST),
        ({"tenantId": None}, Why.STRANGER),
        ({"tenantId": ["x"]}, Why.STRANGER),
    ],
)
def test_every_member_but_our_own_stays_outside(changes: dict[str, Any], why: Why) -> None:
    found = profile_of(a_member(**changes), tenant=TENANT)
    assert admit(found, TENANT.domains) == Outsider(why)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"userType": "Guest"}, Why.GUEST),
        ({"userType": None}, Why.GUEST),
        ({"userPrincipalName": "a_else.example#EXT#@example.com"}, Why.GUEST),
        ({"accountEnabled": False}, Why.DEACTIVATED),
        ({"accountEnabled": "true"}, Why.DEACTIVATED),
        ({"mail": None, "userPrincipalName": "a@y.example"}, Why.FOREIGN_DOMAIN),
    ],
)
def test_every_user_but_our_own_stays_outside(changes: dict[str, Any], why: Why) -> None:
    found = profile_of_user(a_user(**changes), tenant=TENANT)
    assert admit(found, TENANT.domains) == Outsider(why)


@pytest.mark.parametrize(
    ("email", "user_name", "taken"),
    [
        ("anna@example.com", "anowak@example.com", "anna@example.com"),
        ("anna@other.example", "anowak@example.com", "anowak@example.com"),
        ("", "anowak@example.com", "anowak@example.com"),
        ("anna@example.com", "anowak@example.onmicrosoft.com", "anna@example.com"),
    ],
)
def test_the_address_on_a_domain_of_ours_counts(email: str, user_name: str, taken: str) -> None:
    member = a_member(email=email, userPrincipalName=user_name)
    assert profile_of(member, tenant=TENANT).email == taken


def test_without_a_tenant_in_the_settings_nobody_is_one_of_ours() -> None:
    nowhere = Tenant(id="", domains=("example.com",))
    assert profile_of(a_member(tenantId=""), tenant=nowhere).is_stranger


def test_a_name_is_put_together_where_the_roster_has_none() -> None:
    member = a_member(name=None, givenName="Anna", surname="Nowak")
    assert profile_of(member, tenant=TENANT).name == "Anna Nowak"


def test_the_sender_is_read_with_the_room_round_a_thread() -> None:
    activity = {
        "from": {"id": "29:1anna", "aadObjectId": ANNA.upper()},
        "conversation": {"id": "19:c@thread.tacv2;messageid=17"},
        "serviceUrl": "https://smba.trafficmanager.net/emea/",
        "locale": "pl-PL",
        "entities": [
            {"type": "mention"},
            {"type": "clientInfo", "locale": "en-US", "timezone": "Asia/Shanghai"},
        ],
    }
    assert sender_of(activity) == Sender(
        object_id=ANNA,
        member="29:1anna",
        room=Room("19:c@thread.tacv2", "https://smba.trafficmanager.net/emea/"),
        locale="pl-PL",
        zone="Asia/Shanghai",
    )


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(list(a_member())), JSON))
def test_an_odd_member_never_opens_the_door(changes: dict[str, Any]) -> None:
    """Whatever is changed in a good one, who is let in is of our tenant, and on a domain of ours."""
    member = a_member(**changes)
    found = admit(profile_of(member, tenant=TENANT), TENANT.domains)
    if isinstance(found, Profile):
        assert found.email.endswith("@example.com")
        assert (member["tenantId"].lower(), member["userRole"].lower()) == (HOME, "user")


@given(
    st.dictionaries(
        st.sampled_from(["from", "conversation", "serviceUrl", "locale", "entities", "type"]), JSON
    )
)
def test_an_odd_activity_has_a_sender_without_a_crash(activity: dict[str, Any]) -> None:
    assert isinstance(sender_of(activity).object_id, str)
