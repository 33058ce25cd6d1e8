"""`leadloop check` names what is missing in Slack, in plain words."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.checkup import Finding, Grade, is_well
from bot.platforms.slack.checkup import Wanted, checkup
from bot.platforms.slack.client import slack_client
from bot.platforms.slack.manifest import scopes
from tests.fakes.slack.fake import FakeSlack

ADA = "ada@northwind.example"


@pytest.fixture
def wanted(slack: FakeSlack) -> Wanted:
    """A workspace in which all is as the settings say."""
    needed, optional = scopes(link_hosts=["crm.example"])
    slack.scopes = {*needed, *optional}
    slack.member("Ada Admin", email=ADA)
    marketing, sales = slack.channel("marketing"), slack.channel("sales")
    return Wanted(
        app_token=slack.app_token,
        has_secret=False,
        channels={"marketing": marketing.id, "sales": sales.id},
        administrators=[ADA],
        link_hosts=["crm.example"],
    )


def look(slack: FakeSlack, wanted: Wanted, skew: timedelta = timedelta()) -> Sequence[Finding]:
    client = slack_client(slack.bot_token, base_url=slack.base_url)
    return asyncio.run(checkup(client, wanted, now=lambda: datetime.now(UTC) + skew))


def of_grade(findings: Sequence[Finding], grade: Grade) -> list[str]:
    return [one.told.key for one in findings if one.grade is grade]


def test_a_workspace_that_is_set_up_well_has_nothing_to_mend(
    slack: FakeSlack, wanted: Wanted
) -> None:
    findings = look(slack, wanted)
    assert of_grade(findings, Grade.WRONG) == []
    assert of_grade(findings, Grade.ADVICE) == []
    assert "check-slack-workspace" in of_grade(findings, Grade.WELL)
    assert is_well(findings)
    changed = [call.method for call in slack.calls if call.method.startswith(("chat.", "views."))]
    assert changed == []


def test_a_token_that_slack_refuses_is_all_there_is_to_say(
    slack: FakeSlack, wanted: Wanted
) -> None:
    slack.token_fault = "token_revoked"
    findings = look(slack, wanted)
    assert [one.told.key for one in findings] == ["check-slack-token"]
    assert not is_well(findings)


def test_a_missing_scope_is_named_and_an_optional_one_is_advice(
    slack: FakeSlack, wanted: Wanted
) -> None:
    slack.scopes = slack.scopes - {"users:read.email", "files:read"}
    findings = look(slack, wanted)
    missing = next(one for one in findings if one.told.key == "check-slack-scopes")
    assert "users:read.email" in str(missing.told.args)
    assert "files:read" not in str(missing.told.args)
    assert of_grade(findings, Grade.ADVICE) == ["check-slack-optional"]


@pytest.mark.parametrize("skew", [timedelta(minutes=7), timedelta(minutes=-7)])
def test_a_clock_that_is_minutes_off_must_be_mended(
    slack: FakeSlack, wanted: Wanted, skew: timedelta
) -> None:
    assert of_grade(look(slack, wanted, skew), Grade.WRONG) == ["check-clock-wrong"]


@pytest.mark.parametrize(
    ("how", "key"),
    [
        ({"is_ext_shared": True}, "check-slack-channel-shared"),
        ({"is_archived": True}, "check-slack-channel-closed"),
        ({"bot": False}, "check-slack-channel-closed"),
    ],
)
def test_a_channel_that_gets_no_leads_is_told_with_the_reason(
    slack: FakeSlack, wanted: Wanted, how: dict[str, bool], key: str
) -> None:
    bad = slack.channel("bad", **how)  # type: ignore[arg-type]
    findings = look(slack, replace(wanted, channels={"marketing": bad.id}))
    assert of_grade(findings, Grade.WRONG) == [key]


def test_a_channel_that_nobody_named_is_advice(slack: FakeSlack, wanted: Wanted) -> None:
    findings = look(slack, replace(wanted, channels={"marketing": "", "sales": ""}))
    assert of_grade(findings, Grade.ADVICE) == ["check-slack-no-channel"] * 2
    assert is_well(findings)


def test_an_administrator_whom_slack_does_not_know_must_be_mended(
    slack: FakeSlack, wanted: Wanted
) -> None:
    findings = look(slack, replace(wanted, administrators=["ghost@northwind.example"]))
    assert of_grade(findings, Grade.WRONG) == ["check-slack-administrator"]


def test_a_door_needs_its_secret_or_an_app_token_that_slack_takes(
    slack: FakeSlack, wanted: Wanted
) -> None:
    neither = replace(wanted, app_token="")
    assert of_grade(look(slack, neither), Grade.WRONG) == ["run-slack-no-door"]
    assert is_well(look(slack, replace(neither, has_secret=True)))
    foreign = replace(wanted, app_token="xapp-of-another-app")
    assert of_grade(look(slack, foreign), Grade.WRONG) == ["check-slack-app-token"]


def test_a_slack_that_cannot_be_reached_is_told(wanted: Wanted) -> None:
    client = slack_client("xoxb-1", base_url="http://127.0.0.1:1/api/")
    findings = asyncio.run(checkup(client, wanted, now=lambda: datetime.now(UTC)))
    assert [one.told.key for one in findings] == ["check-slack-away"]
