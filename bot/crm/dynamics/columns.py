"""The columns of a lead that we read, and a row of them as a lead."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from bot.crm.http import Told
from bot.crm.told import moment, text, value
from handlers.connector import CrmError, Remote, Trouble

COLUMNS = (
    "leadid",
    "subject",
    "fullname",
    "firstname",
    "lastname",
    "companyname",
    "emailaddress1",
    "telephone1",
    "jobtitle",
    "_ownerid_value",
    "statecode",
    "statuscode",
    "leadsourcecode",
    "leadqualitycode",
    "_campaignid_value",
    "createdon",
    "modifiedon",
    "need",
    "budgetstatus",
    "purchasetimeframe",
    "purchaseprocess",
    "decisionmaker",
    "qualificationcomments",
)
"""What we always read; whatever else the company maps is asked for besides."""

MERGED, MASTER = "merged", "_masterid_value"
WATCHED = ("statuscode", "_ownerid_value")
"""Whose history we read."""

ETAG = "@odata.etag"
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def wanted(also: Collection[str]) -> Sequence[str]:
    """Name what to read; a name that no column can have would make Dataverse refuse them all."""
    return list(dict.fromkeys([*COLUMNS, *(one for one in also if _NAME.fullmatch(one))]))


def selected(columns: Sequence[str]) -> str:
    """Write the selection."""
    return ",".join(dict.fromkeys([*columns, MERGED, MASTER]))


def remote(row: Told, columns: Sequence[str]) -> Remote:
    """Read a row; raises `CrmError` where it is no lead."""
    id, version = text(row, "leadid"), text(row, ETAG)
    if not id or not version:
        raise CrmError(Trouble.ODD, said="no lead")
    return Remote(
        id=id,
        version=version,
        modified_at=moment(text(row, "modifiedon")),
        values={name: value(row, name) for name in columns},
    )


def is_merged(row: Told) -> bool:
    """Tell whether a lead stands only for another one, into which it was merged."""
    return row.get(MERGED) is True
