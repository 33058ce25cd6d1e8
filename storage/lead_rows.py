"""How leads are fetched by long lists, and how a row becomes a lead."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    Select,
    String,
    bindparam,
    column,
    func,
    literal_column,
    select,
    tuple_,
    type_coerce,
)
from sqlalchemy import any_ as any_of

from handlers.lead import Lead, Reason, Status
from storage.moment import EPOCH, MICROSECOND
from storage.schema import campaigns, leads, sightings

Rows = Select[*tuple[Any, ...]]
"""A statement, whatever its columns."""

SQLITE = "sqlite"

_EMPTY = literal_column("''", String)
"""Written out: whether a partial index fits a value that is bound, SQLite ponders every time anew."""

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_STATUSES = {status.value: status for status in Status}
_REASONS = {reason.value: reason for reason in Reason}

_MOMENTS = [
    type_coerce(at, BigInteger)  # a row has seven of them; `Moment` would cost more than the rest
    for at in (
        leads.c.created_at,
        leads.c.assigned_at,
        leads.c.first_touch_at,
        leads.c.last_touch_at,
        leads.c.status_changed_at,
        func.coalesce(sightings.c.at, leads.c.imported_at),
        leads.c.gone_at,
    )
]
WHOLE: Rows = (
    select(
        leads.c.id,
        leads.c.system,
        leads.c.external_id,
        leads.c.name,
        leads.c.company,
        leads.c.email,
        leads.c.source,
        campaigns.c.name,
        leads.c.campaign_id,
        leads.c.owner_id,
        leads.c.status,
        leads.c.status_raw,
        leads.c.reason,
        leads.c.reason_raw,
        leads.c.next_step,
        *_MOMENTS,
    )
    .outerjoin_from(leads, campaigns)
    .outerjoin(sightings, sightings.c.id == leads.c.sighting_id)
)
"""Everything that makes a `Lead`, in the order in which `lead_of` takes it."""

SHORT: Rows = select(leads.c.id, leads.c.name_key, leads.c.company_key)
"""As much as is needed to compare names."""


def storable(text: str) -> bool:
    """Tell whether a database could hold a text at all: no NUL, no half of a surrogate pair."""
    return _UNSTORABLE.search(text) is None


class Lists:
    """Looks rows up by lists of any length.

    A list travels as one value, so that nothing is cut in chunks and one statement serves all. Rows
    are fetched together: the driver gives them many times faster so than one by one.
    """

    def __init__(self, connection: Connection) -> None:
        """Work inside this transaction."""
        self._connection = connection
        self._sqlite = connection.dialect.name == SQLITE

    def by(
        self, what: Rows, key: Column[Any], wanted: Sequence[Any], **given: object
    ) -> Iterable[Any]:
        """Select what has one of the wanted values in the key column; `given` is bound besides."""
        if not wanted:
            return ()
        statement = _by(what, key, sqlite=self._sqlite)
        listed = json.dumps(wanted) if self._sqlite else wanted
        return self._connection.execute(statement, {"wanted": listed, **given}).all()

    def by_ids(self, wanted: Iterable[int]) -> Iterable[Any]:
        """Select the leads of these row ids."""
        return self.by(WHOLE, leads.c.id, list(wanted))

    def by_name_keys(self, what: Rows, wanted: Sequence[str]) -> Iterable[Any]:
        """Select what has one of these folded names; the index begins with their last words."""
        if not wanted:
            return ()
        surnames = [name.rpartition(" ")[2] for name in wanted]
        if self._sqlite:
            given = {"wanted": json.dumps(list(zip(surnames, wanted, strict=True)))}
            return self._connection.execute(_by_names_in_json(what), given).all()
        return self._connection.execute(
            _by_names_in_arrays(what), {"surnames": surnames, "names": wanted}
        ).all()


@lru_cache(maxsize=32)
def _by(what: Rows, key: Column[Any], *, sqlite: bool) -> Rows:
    return what.where(_among(key, sqlite=sqlite), *_in_its_index(key))


def _among(key: Column[Any], *, sqlite: bool) -> ColumnElement[bool]:
    if sqlite:
        listed = func.json_each(bindparam("wanted", type_=String)).table_valued("value")
        return key.in_(select(listed.c.value))
    return key == any_of(bindparam("wanted", type_=ARRAY(key.type)))


def _in_its_index(key: Column[Any]) -> Sequence[ColumnElement[bool]]:
    """Repeat the condition of a partial index, or the database will not use it."""
    partial = key in {leads.c.email, leads.c.surname_key, leads.c.company_key}
    return [key != _EMPTY] if partial else []


@lru_cache(maxsize=4)
def _by_names_in_json(what: Rows) -> Rows:
    pairs = func.json_each(bindparam("wanted", type_=String)).table_valued("value")
    surname = func.json_extract(pairs.c.value, "$[0]")
    name = func.json_extract(pairs.c.value, "$[1]")
    return _by_names(what, select(surname, name))


@lru_cache(maxsize=4)
def _by_names_in_arrays(what: Rows) -> Rows:
    arrays = func.unnest(
        bindparam("surnames", type_=ARRAY(String)), bindparam("names", type_=ARRAY(String))
    )
    pairs = arrays.table_valued(column("surname", String), column("name", String)).render_derived()
    return _by_names(what, select(pairs.c.surname, pairs.c.name))


def _by_names(what: Rows, listed: Rows) -> Rows:
    return what.where(
        tuple_(leads.c.surname_key, leads.c.name_key).in_(listed), leads.c.surname_key != _EMPTY
    )


def lead_of(row: Sequence[Any]) -> Lead:
    """Make a lead of a row of `WHOLE`."""
    (
        id, system, external_id, name, company, email, source, campaign, campaign_id, owner,
        status, status_raw, reason, reason_raw, next_step,
        created, assigned, first_touch, last_touch, status_changed, imported, gone,
    ) = row  # fmt: skip
    return Lead(
        id=id,
        system=system,
        external_id=external_id,
        name=name,
        company=company,
        email=email,
        source=source,
        campaign=campaign or "",
        campaign_id=campaign_id,
        owner=owner,
        status=None if status is None else _STATUSES[status],
        status_raw=status_raw,
        reason=None if reason is None else _REASONS[reason],
        reason_raw=reason_raw,
        next_step=next_step,
        created_at=None if created is None else EPOCH + created * MICROSECOND,
        assigned_at=None if assigned is None else EPOCH + assigned * MICROSECOND,
        first_touch_at=None if first_touch is None else EPOCH + first_touch * MICROSECOND,
        last_touch_at=None if last_touch is None else EPOCH + last_touch * MICROSECOND,
        status_changed_at=None if status_changed is None else EPOCH + status_changed * MICROSECOND,
        imported_at=EPOCH + imported * MICROSECOND,
        gone_at=None if gone is None else EPOCH + gone * MICROSECOND,
    )
