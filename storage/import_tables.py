"""The tables in which an import gathers what it read. They are temporary: each connection has its own."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Integer, MetaData, String, Table, Text

from storage.schema import RowId

LINES = 40
"""Bits of a record's number that hold its line; those above hold its file."""

incoming = MetaData()


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default="")


def _moment(name: str) -> Column[int]:
    return Column(name, BigInteger)


def _number() -> Column[int]:
    return Column("n", RowId, primary_key=True, autoincrement=False)


def _lead_columns() -> list[Column[int] | Column[str]]:
    return [
        _number(),
        Column("follows", Integer, nullable=False, server_default="0"),
        Column("weight", Integer, nullable=False, server_default="0"),
        Column("known_by", String(8), nullable=False, server_default="id"),
        *map(_text, ("external_id", "external_key", "name", "name_key", "surname_key")),
        *map(_text, ("company", "company_key", "email", "phone", "title", "source")),
        Column("campaign_no", Integer),
        Column("owner_no", Integer),
        Column("status", String(16)),
        *map(_text, ("status_raw", "stage_raw")),
        Column("reason", String(24)),
        *map(_text, ("reason_raw", "next_step", "extra", "contact_key", "account_key")),
        *map(_moment, ("created_at", "assigned_at", "first_touch_at", "last_touch_at")),
        *map(_moment, ("converted_at", "status_changed_at")),
    ]


incoming_leads = Table(
    "incoming_leads",
    incoming,
    *_lead_columns(),
    prefixes=["TEMPORARY"],
    comment="what is told of leads; `follows` is 1 for what brings no lead of its own",
)
folded_leads = Table("folded_leads", incoming, *_lead_columns(), prefixes=["TEMPORARY"])

incoming_contacts = Table(
    "incoming_contacts",
    incoming,
    _number(),
    *map(_text, ("external_key", "name", "name_key", "surname_key", "company", "company_key")),
    *map(_text, ("email", "phone", "title", "contact_key", "account_key")),
    prefixes=["TEMPORARY"],
)
incoming_accounts = Table(
    "incoming_accounts",
    incoming,
    _number(),
    *map(_text, ("external_key", "company", "company_key")),
    prefixes=["TEMPORARY"],
)
incoming_activities = Table(
    "incoming_activities",
    incoming,
    _number(),
    Column("known_by", String(8), nullable=False, server_default="id"),
    *map(_text, ("external_id", "external_key", "name", "name_key", "surname_key")),
    *map(_text, ("company", "company_key", "email", "phone", "title", "activity_id", "kind")),
    *map(_text, ("direction", "outcome")),
    _moment("at"),
    prefixes=["TEMPORARY"],
)
repeats = Table(
    "repeated_keys",
    incoming,
    Column("external_key", Text, primary_key=True),
    prefixes=["TEMPORARY"],
)
CHANGED = 1
"""The record changes nothing by which the lead is found."""
FOUND_ANEW = 2
"""It changes columns that have an index."""
matches = Table(
    "matched_leads",
    incoming,
    _number(),
    Column("lead_id", BigInteger, nullable=False),
    Column("changed", Integer, nullable=False, comment="0, or one of the two below"),
    Column("sighting_id", BigInteger),
    prefixes=["TEMPORARY"],
)
incoming_owners = Table(
    "incoming_owners",
    incoming,
    Column("no", Integer, primary_key=True, autoincrement=False),
    Column("id", BigInteger, nullable=False),
    prefixes=["TEMPORARY"],
)
incoming_campaigns = Table(
    "incoming_campaigns",
    incoming,
    Column("no", Integer, primary_key=True, autoincrement=False),
    Column("id", BigInteger, nullable=False),
    prefixes=["TEMPORARY"],
)


def place_of(number: int) -> tuple[int, int]:
    """Give the file and the line of a record."""
    return number >> LINES, number & ((1 << LINES) - 1)
