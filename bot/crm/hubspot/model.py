"""HubSpot's two kinds of leads: contacts, in every account, and the lead object of Sales Hub."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """Where leads are kept in an account, and under which names."""

    object_type: str
    """As it stands in paths."""
    modified: str
    """The property with the time of the last change; contacts have one of their own."""
    properties: tuple[str, ...]
    """What we always read; whatever else the company maps is asked for besides."""
    watched: tuple[str, ...]
    """Whose history we read."""
    stage: str = ""
    """The property whose options are the stages of the pipelines."""


MERGED = ("hs_merged_object_ids", "hs_calculated_merged_vids")
"""Ids of the records that were merged into this one; contacts have both, with times in the second."""

CONTACTS = Model(
    object_type="contacts",
    modified="lastmodifieddate",
    properties=(
        "hs_object_id",
        "firstname",
        "lastname",
        "company",
        "email",
        "phone",
        "jobtitle",
        "hubspot_owner_id",
        "hubspot_owner_assigneddate",
        "hs_lead_status",
        "lifecyclestage",
        "hs_analytics_source",
        "hs_analytics_first_touch_converting_campaign",
        "hs_first_outreach_date",
        "notes_last_contacted",
        "hs_last_sales_activity_timestamp",
        "createdate",
        "lastmodifieddate",
        *MERGED,
    ),
    watched=("hs_lead_status", "hubspot_owner_id"),
)

LEADS = Model(
    object_type="leads",
    modified="hs_lastmodifieddate",
    properties=(
        "hs_object_id",
        "hs_lead_name",
        "hs_associated_contact_firstname",
        "hs_associated_contact_lastname",
        "hs_associated_contact_email",
        "hs_associated_company_name",
        "hubspot_owner_id",
        "hubspot_owner_assigneddate",
        "hs_pipeline",
        "hs_pipeline_stage",
        "hs_lead_type",
        "hs_lead_label",
        "hs_lead_source",
        "hs_lead_disqualification_reason",
        "hs_createdate",
        "hs_lastmodifieddate",
        MERGED[0],
    ),
    watched=("hs_pipeline_stage", "hs_lead_disqualification_reason", "hubspot_owner_id"),
    stage="hs_pipeline_stage",
)
"""Its person and company are properties that HubSpot copies from the associated records."""

MODELS = {model.object_type: model for model in (CONTACTS, LEADS)}
