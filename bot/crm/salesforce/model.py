"""What we read of Salesforce's leads, under the names of its API."""

from __future__ import annotations

import re

STATUS = "Status"
STAMP = "SystemModstamp"
"""Set by every change, those of automations included; the one that has an index."""
MODIFIED = "LastModifiedDate"
"""Set by people's changes; a conditional write is held against it."""

CAMPAIGN = "Campaign.Name"
"""The name of the campaign that a lead was added to last."""
MEMBERS = "CampaignMembers"
NEWEST_CAMPAIGN = (
    "(SELECT Campaign.Name FROM CampaignMembers WHERE IsDeleted = false "
    "ORDER BY CreatedDate DESC, Id DESC LIMIT 1)"
)
"""What a query selects for it: a lead is in any number of campaigns."""

KEPT = ("Id", STAMP, MODIFIED)
"""Without these no lead can be kept in step."""

PROPERTIES = (
    *KEPT,
    "FirstName",
    "LastName",
    "Company",
    "Email",
    "Phone",
    "Title",
    "LeadSource",
    "Rating",
    STATUS,
    "OwnerId",
    "CreatedDate",
    "ConvertedDate",
    "ConvertedOpportunityId",
    "LastActivityDate",
)
"""What we read where we may see it; whatever else the company maps is asked for besides."""

_ID = re.compile(r"[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?")


def is_id(given: str) -> bool:
    """Tell whether Salesforce could have given this id; one that is none fails a whole call."""
    return _ID.fullmatch(given) is not None
