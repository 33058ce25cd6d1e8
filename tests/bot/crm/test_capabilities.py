"""What each CRM can do is declared once, and the manual says the same."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from bot.crm.dynamics.client import Api
from bot.crm.dynamics.connector import Dynamics
from bot.crm.file.connector import CAPABILITIES as FILE
from bot.crm.http import FixedToken, Line, new_client
from bot.crm.hubspot.connector import CAPABILITIES as HUBSPOT
from bot.crm.salesforce.connector import CAPABILITIES as SALESFORCE
from bot.crm.turns import Limiter
from handlers.connector import Capabilities, Guard, History

MANUAL = Path(__file__).parents[3] / "docs" / "crm.md"
REMEMBERS = {
    History.NATIVE: "of every field",
    History.TRACKED: "of the fields that its administrator tracks",
    History.AUDIT: "where auditing is on",
    History.NONE: "of none",
}
DELETED = {True: "are told with the changes", False: "are found at night"}
SEES = {
    Guard.NONE: "is seen only right before we write",
    Guard.UNMODIFIED_SINCE: "is seen to the second",
    Guard.ETAG: "is always seen",
}


def dynamics(*, tracked: bool) -> Capabilities:
    line = Line(new_client("http://127.0.0.1:9"), FixedToken("x"), limiter=Limiter({}))
    connector = Dynamics(Api(line), tracked=tracked)
    connector.close()
    return connector.capabilities


def said(one: Capabilities) -> list[str]:
    return [
        REMEMBERS[one.history],
        DELETED[one.tells_deleted],
        SEES[one.guard] if one.write_at_once else "cannot be: nothing is written",
        str(one.page),
        str(one.read_at_once),
        str(one.write_at_once),
        f"{one.overlap // timedelta(minutes=1)} minutes",
    ]


def test_the_manual_says_what_the_connectors_declare() -> None:
    text = MANUAL.read_text(encoding="utf-8")
    table = text.partition("## What each CRM can do")[2].partition("\n\nDynamics")[0]
    lines = [line.strip("|").split("|") for line in table.splitlines() if line.startswith("|")]
    columns = [[cell.strip() for cell in column] for column in zip(*lines[2:], strict=True)]
    assert columns[1:] == [
        said(HUBSPOT),
        said(SALESFORCE),
        said(dynamics(tracked=True)),
        said(FILE),
    ]


def test_dynamics_without_change_tracking_can_less() -> None:
    one = dynamics(tracked=False)
    assert (one.tells_deleted, one.overlap) == (False, timedelta(minutes=5))
