"""The fake Dynamics refuses what Dataverse refuses, and does what it does unasked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.fakes.crm.dynamics import FakeDynamics

LEADS = "/api/data/v9.2/leads"
NOBODY = "00000000-0000-0000-0000-000000000000"
TRACK = {"Prefer": "odata.track-changes"}


@pytest.fixture
def dynamics() -> Iterator[FakeDynamics]:
    with FakeDynamics() as dynamics:
        dynamics.tokens.add("t")
        yield dynamics


@pytest.fixture
def http(dynamics: FakeDynamics) -> Iterator[httpx.Client]:
    headers = {"Authorization": "Bearer t"}
    with httpx.Client(base_url=dynamics.address, headers=headers) as client:
        yield client


def test_without_a_token_nobody_is_let_in(dynamics: FakeDynamics) -> None:
    assert httpx.get(f"{dynamics.address}{LEADS}").status_code == 401


def test_another_version_of_the_path_is_not_there(http: httpx.Client) -> None:
    assert http.get("/api/data/v8.0/leads").status_code == 404


@pytest.mark.parametrize("option", ["$filter", "$orderby", "$top", "$expand"])
def test_tracked_changes_take_no_conditions(http: httpx.Client, option: str) -> None:
    told = http.get(LEADS, params={"$select": "leadid", option: "x"}, headers=TRACK)
    assert told.status_code == 400


def test_a_column_that_is_not_there_is_refused(http: httpx.Client) -> None:
    assert http.get(LEADS, params={"$select": "nonsense"}).status_code == 400


def test_a_patch_without_a_condition_makes_what_is_not_there(
    http: httpx.Client, dynamics: FakeDynamics
) -> None:
    assert http.patch(f"{LEADS}({NOBODY})", json={"lastname": "X"}).status_code == 204
    assert NOBODY in dynamics.org.leads


def test_a_patch_on_condition_makes_nothing(http: httpx.Client, dynamics: FakeDynamics) -> None:
    told = http.patch(f"{LEADS}({NOBODY})", json={}, headers={"If-Match": "*"})
    assert told.status_code == 404
    assert dynamics.org.leads == {}


@pytest.mark.parametrize(
    ("values", "status"),
    [
        ({"statuscode": 99}, 400),
        ({"statuscode": "2"}, 400),
        ({"statuscode": 4}, 400),  # of another state
        ({"statuscode": 4, "statecode": 2}, 204),
        ({"qualificationcomments": 7}, 400),
        ({"nonsense": "x"}, 400),
        ({"qualificationcomments": None}, 204),
    ],
)
def test_values_are_checked(
    http: httpx.Client, dynamics: FakeDynamics, values: dict[str, Any], status: int
) -> None:
    id = dynamics.org.create({})
    etag = dynamics.org.leads[id].etag
    told = http.patch(f"{LEADS}({id})", json=values, headers={"If-Match": etag})
    assert told.status_code == status


def test_a_lead_that_changed_is_not_overwritten(http: httpx.Client, dynamics: FakeDynamics) -> None:
    id = dynamics.org.create({})
    etag = dynamics.org.leads[id].etag
    dynamics.org.change(id, {"need": 0})
    told = http.patch(f"{LEADS}({id})", json={"statuscode": 2}, headers={"If-Match": etag})
    assert told.status_code == 412


def test_a_delta_tells_of_what_was_deleted(http: httpx.Client, dynamics: FakeDynamics) -> None:
    gone, stays = dynamics.org.create({}), dynamics.org.create({})
    first = http.get(LEADS, params={"$select": "leadid"}, headers=TRACK).json()
    assert {one["leadid"] for one in first["value"]} == {gone, stays}
    dynamics.org.delete(gone)
    then = http.get(first["@odata.deltaLink"], headers=TRACK).json()
    [told] = then["value"]
    assert (told["id"], told["reason"]) == (gone, "deleted")
    last = http.get(then["@odata.deltaLink"], headers=TRACK).json()
    assert last["value"] == []


def test_a_batch_holds_a_thousand_questions_at_most(http: httpx.Client) -> None:
    part = "--b\r\nContent-Type: application/http\r\n\r\nGET /api/data/v9.2/teams HTTP/1.1\r\n\r\n"
    headers = {"Content-Type": "multipart/mixed; boundary=b"}
    told = http.post("/api/data/v9.2/$batch", content=part * 1001 + "--b--", headers=headers)
    assert told.status_code == 400
