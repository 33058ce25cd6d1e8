"""The fake HubSpot refuses what HubSpot refuses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.fakes.crm.hubspot import TOKEN, FakeHubSpot

CONTACTS = "/crm/objects/2026-09/contacts"


@pytest.fixture
def hubspot() -> Iterator[FakeHubSpot]:
    with FakeHubSpot() as hubspot:
        yield hubspot


@pytest.fixture
def http(hubspot: FakeHubSpot) -> Iterator[httpx.Client]:
    headers = {"Authorization": f"Bearer {TOKEN}"}
    with httpx.Client(base_url=hubspot.address, headers=headers) as client:
        yield client


def inputs(count: int) -> list[dict[str, str]]:
    return [{"id": str(number)} for number in range(1, count + 1)]


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("search", {"limit": 201}),
        ("search", {"limit": 200, "after": "9801"}),
        ("search", {"sorts": [{"propertyName": "email"}, {"propertyName": "hs_object_id"}]}),
        ("batch/read", {"inputs": inputs(101)}),
        ("batch/read", {"inputs": inputs(51), "propertiesWithHistory": ["email"]}),
        ("batch/read", {"inputs": []}),
        ("batch/update", {"inputs": inputs(101)}),
    ],
)
def test_too_much_at_once_is_refused(http: httpx.Client, path: str, body: dict[str, Any]) -> None:
    assert http.post(f"{CONTACTS}/{path}", json=body).status_code == 400


@pytest.mark.parametrize(
    ("query", "status"),
    [("limit=100", 200), ("limit=101", 400), ("limit=51&propertiesWithHistory=email", 400)],
)
def test_a_list_has_its_longest_page(http: httpx.Client, query: str, status: int) -> None:
    assert http.get(f"{CONTACTS}?{query}").status_code == status


def test_another_version_is_not_there(http: httpx.Client) -> None:
    assert http.get("/crm/objects/2026-03/contacts").status_code == 404
    assert http.get("/crm/v3/objects/contacts").status_code == 404


def test_a_foreign_token_is_refused(hubspot: FakeHubSpot) -> None:
    answer = httpx.get(f"{hubspot.address}{CONTACTS}", headers={"Authorization": "Bearer x"})
    assert answer.status_code == 401


def test_an_object_is_known_by_its_number_too(hubspot: FakeHubSpot, http: httpx.Client) -> None:
    id = hubspot.portal.create("leads", {})
    told = http.get("/crm/objects/2026-09/0-136").json()
    assert [one["id"] for one in told["results"]] == [id]


def test_one_bad_value_refuses_the_batch_and_a_missing_record_does_not(
    hubspot: FakeHubSpot, http: httpx.Client
) -> None:
    id = hubspot.portal.create("contacts", {})

    def update(*pairs: tuple[str, str]) -> httpx.Response:
        given = [{"id": id, "properties": {"hs_lead_status": value}} for id, value in pairs]
        return http.post(f"{CONTACTS}/batch/update", json={"inputs": given})

    other = hubspot.portal.create("contacts", {})
    assert update((id, "OPEN"), (other, "NO SUCH")).status_code == 400
    assert "hs_lead_status" not in hubspot.portal.records["contacts"][id].properties
    told = update((id, "OPEN"), ("99", "OPEN"))
    assert told.status_code == 207
    assert told.json()["errors"][0]["context"]["ids"] == ["99"]
    assert hubspot.portal.records["contacts"][id].properties["hs_lead_status"] == "OPEN"


def test_a_merged_record_is_read_under_the_id_of_the_one_that_is_left(
    hubspot: FakeHubSpot, http: httpx.Client
) -> None:
    one, two = (hubspot.portal.create("contacts", {}) for _ in range(2))
    left = hubspot.portal.merge("contacts", one, two)
    told = http.post(f"{CONTACTS}/batch/read", json={"inputs": [{"id": two}]}).json()
    assert [record["id"] for record in told["results"]] == [left]
    assert left not in {one, two}


def test_deleted_records_are_listed_apart_and_never_found(
    hubspot: FakeHubSpot, http: httpx.Client
) -> None:
    id = hubspot.portal.create("contacts", {})
    hubspot.portal.archive("contacts", id)
    assert http.get(CONTACTS).json()["results"] == []
    assert http.post(f"{CONTACTS}/search", json={}).json()["results"] == []
    [told] = http.get(f"{CONTACTS}?archived=true").json()["results"]
    assert (told["id"], told["archived"]) == (id, True)


def test_the_history_has_the_newest_value_first(hubspot: FakeHubSpot, http: httpx.Client) -> None:
    id = hubspot.portal.create("contacts", {"jobtitle": "Buyer"})
    hubspot.portal.change(hubspot.portal.records["contacts"][id], {"jobtitle": "Head of Buying"})
    asked = {"inputs": [{"id": id}], "propertiesWithHistory": ["jobtitle"]}
    [told] = http.post(f"{CONTACTS}/batch/read", json=asked).json()["results"]
    values = [one["value"] for one in told["propertiesWithHistory"]["jobtitle"]]
    assert values == ["Head of Buying", "Buyer"]
