"""Our copy of the CRM's leads: found by id, address, name or filter, however long the list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from itertools import permutations
from operator import attrgetter
from typing import Any, TypeVar

from sqlalchemy import Column, ColumnElement, Connection, Select, func, select

from handlers.lead import (
    CampaignId,
    Lead,
    LeadFilter,
    LeadId,
    Likeness,
    StatusChange,
    Touch,
    TouchKind,
    Wanted,
)
from handlers.naming import company_key, name_key
from storage.lead_rows import SHORT, WHOLE, Lists, lead_of, storable
from storage.likeness import Known, Sought, likest
from storage.schema import activities, campaigns, lead_changes, leads

MOST_ORDERED = 4
"""A name of more words than these is looked for only in the order in which it was written."""

SOURCES_COUNTED_TO = 10_000
"""Beyond so many leads it makes no difference which source is used most."""

_NAMES_OF_SURNAMES = select(leads.c.surname_key, leads.c.name_key).distinct()

Key = TypeVar("Key", bound=Hashable)
Found = TypeVar("Found")


class SqlLeads:
    """Our copy of the CRM's leads, inside one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work inside this transaction."""
        self._connection = connection
        self._lists = Lists(connection)
        self._seen: dict[LeadId, Lead] = {}
        """What this transaction has read: who understands a list soon asks for its leads again."""

    def by_ids(self, leads: Iterable[LeadId]) -> Mapping[LeadId, Lead]:
        """Give the leads of these ids that exist."""
        wanted = list(leads)
        self._read(self._lists.by_ids([id for id in wanted if id not in self._seen]))
        return {id: self._seen[id] for id in wanted if id in self._seen}

    def by_external_ids(self, ids: Iterable[str]) -> Mapping[str, Sequence[Lead]]:
        """Find leads by the CRM's own ids, under the id as it was written."""
        keys = {id: id.lower() for id in ids if id and storable(id)}
        rows = self._lists.by(WHOLE, leads.c.external_key, list(set(keys.values())))
        found = _grouped(self._read(rows), lambda lead: lead.external_id.lower())
        return {id: found[key] for id, key in keys.items() if key in found}

    def by_emails(self, emails: Iterable[str]) -> Mapping[str, Sequence[Lead]]:
        """Find leads by e-mail address, under the address in lower case."""
        addresses = {email.lower() for email in emails if email and storable(email)}
        rows = self._lists.by(WHOLE, leads.c.email, list(addresses))
        return _grouped(self._read(rows), attrgetter("email"))

    def by_names(self, wanted: Iterable[Wanted]) -> Mapping[Wanted, Sequence[Lead]]:
        """Find leads whose name and company are the same but for case, accents and order."""
        orders = {one: _orders(name_key(one.name)) for one in wanted}
        names = {order for some in orders.values() for order in some if storable(order)}
        rows = self._lists.by_name_keys(WHOLE, list(names))
        found = _grouped(self._read(rows), lambda lead: name_key(lead.name))
        matches = {
            one: [lead for order in some for lead in found.get(order, ()) if _works_at(lead, one)]
            for one, some in orders.items()
        }
        return {one: some for one, some in matches.items() if some}

    def like_names(
        self, wanted: Sequence[Wanted], limit: int
    ) -> Mapping[Wanted, Sequence[Likeness]]:
        """Suggest leads whose name and company look alike, at most `limit` each, likest first."""
        sought = [Sought(one) for one in dict.fromkeys(wanted) if name_key(one.name)]
        ranked = {
            one.wanted: likest(one, pool, limit)
            for one, pool in zip(sought, self._pools(sought), strict=True)
        }
        known = self.by_ids({id for some in ranked.values() for id, _ in some})
        return {
            one: [Likeness(known[id], score) for id, score in some]
            for one, some in ranked.items()
            if some
        }

    def matching(self, wanted: LeadFilter, limit: int) -> Sequence[LeadId]:
        """List the leads of a filter, newest first; those without a date of creation come last."""
        found = (
            select(leads.c.id)
            .where(*_conditions(wanted))
            .order_by(leads.c.created_at.desc().nulls_last(), leads.c.id.desc())
            .limit(limit)
        )
        return [LeadId(id) for id in self._connection.execute(found).scalars()]

    def count(self, wanted: LeadFilter) -> int:
        """Count the leads of a filter."""
        counted = select(func.count()).select_from(leads).where(*_conditions(wanted))
        return self._connection.execute(counted).scalar_one()

    def campaigns(self) -> Mapping[CampaignId, str]:
        """Give all campaigns and their names."""
        found = self._connection.execute(select(campaigns.c.id, campaigns.c.name))
        return {CampaignId(row.id): row.name for row in found}

    def sources(self) -> Sequence[str]:
        """List the lead sources in use, as the CRM writes them, most used first."""
        return self._connection.execute(_sources_by_use()).scalars().all()

    def history(self, lead: LeadId) -> Sequence[StatusChange]:
        """List a lead's changes of status, oldest first."""
        found = (
            select(lead_changes.c.old, lead_changes.c.new, lead_changes.c.at)
            .where(lead_changes.c.lead_id == lead, lead_changes.c.field == "status")
            .order_by(lead_changes.c.at, lead_changes.c.id)
        )
        return [
            StatusChange(lead=lead, old=row.old, new=row.new, at=row.at)
            for row in self._connection.execute(found)
        ]

    def touches(self, lead: LeadId) -> Sequence[Touch]:
        """List the activities on a lead, oldest first."""
        found = (
            select(activities.c.kind, activities.c.at)
            .where(activities.c.lead_id == lead)
            .order_by(activities.c.at, activities.c.id)
        )
        return [
            Touch(lead=lead, kind=TouchKind(row.kind), at=row.at)
            for row in self._connection.execute(found)
        ]

    def _read(self, rows: Iterable[Sequence[Any]]) -> Sequence[Lead]:
        read = [lead_of(row) for row in rows]
        self._seen |= {lead.id: lead for lead in read}
        return read

    def _pools(self, sought: Sequence[Sought]) -> Sequence[Sequence[Known]]:
        """Gather, for each name, the leads of a like name or a like company."""
        names = self._like_names(sought)
        companies = self._like_companies(sought)
        by_name = _grouped(
            map(_known, self._lists.by_name_keys(SHORT, _all(names))), lambda one: one.name
        )
        by_company = _grouped(
            map(_known, self._lists.by(SHORT, leads.c.company_key, _all(companies))),
            lambda one: one.company,
        )
        return [
            [
                *(lead for name in like for lead in by_name.get(name, ())),
                *(lead for company in at for lead in by_company.get(company, ())),
            ]
            for like, at in zip(names, companies, strict=True)
        ]

    def _like_names(self, sought: Sequence[Sought]) -> Sequence[Iterable[str]]:
        vocabulary = self._distinct(leads.c.surname_key) if sought else ()
        surnames = [one.near_surnames(vocabulary) for one in sought]
        rows = self._lists.by(_NAMES_OF_SURNAMES, leads.c.surname_key, _all(surnames))
        names: dict[str, list[str]] = defaultdict(list)
        for surname, name in rows:
            names[surname].append(name)
        return [
            one.near_names([name for surname in near for name in names.get(surname, ())])
            for one, near in zip(sought, surnames, strict=True)
        ]

    def _like_companies(self, sought: Sequence[Sought]) -> Sequence[Iterable[str]]:
        placed = any(one.company for one in sought)
        vocabulary = self._distinct(leads.c.company_key) if placed else ()
        return [one.near_companies(vocabulary) for one in sought]

    def _distinct(self, key: Column[str]) -> Sequence[str]:
        """List the different values of a column from its index alone.

        They come as one text, since a folded name has no line break: 200,000 rows cost thrice the time.
        """
        different = select(key.label("value")).where(key != "").distinct().subquery()
        together = select(func.aggregate_strings(different.c.value, "\n"))
        return (self._connection.execute(together).scalar() or "").split("\n")


def _sources_by_use() -> Select[str]:
    """Step through the index from source to source, which spares a scan of all leads."""
    known = select(func.min(leads.c.source).label("source")).cte("known", recursive=True)
    following = select(func.min(leads.c.source)).where(leads.c.source > known.c.source)
    known = known.union_all(
        select(following.correlate(known).scalar_subquery()).where(known.c.source.is_not(None))
    )
    some = (
        select(leads.c.id)
        .where(leads.c.source == known.c.source)
        .limit(SOURCES_COUNTED_TO)
        .correlate(known)
        .subquery()
    )
    uses = select(func.count()).select_from(some).scalar_subquery()
    return select(known.c.source).where(known.c.source > "").order_by(uses.desc(), known.c.source)


def _conditions(wanted: LeadFilter) -> Iterable[ColumnElement[bool]]:
    if wanted.campaigns:
        yield leads.c.campaign_id.in_(wanted.campaigns)
    if wanted.sources:
        yield leads.c.source.in_(wanted.sources)
    if wanted.statuses:
        yield leads.c.status.in_([status.value for status in wanted.statuses])
    if wanted.created_since is not None:
        yield leads.c.created_at >= _midnight(wanted.created_since)
    if wanted.created_before is not None:
        yield leads.c.created_at < _midnight(wanted.created_before)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _orders(key: str) -> Iterable[str]:
    """Give a name in every order of its words: "Kowalska Anna" is Anna Kowalska."""
    words = key.split()
    if not 1 < len(words) <= MOST_ORDERED:
        return [key] if key else []
    return dict.fromkeys(" ".join(some) for some in permutations(words))


def _works_at(lead: Lead, wanted: Wanted) -> bool:
    company = company_key(wanted.company)
    return not company or company_key(lead.company) == company


def _known(row: tuple[LeadId, str, str]) -> Known:
    return Known(*row)


def _all(groups: Sequence[Iterable[str]]) -> list[str]:
    return sorted({one for group in groups for one in group})


def _grouped(found: Iterable[Found], key: Callable[[Found], Key]) -> Mapping[Key, Sequence[Found]]:
    groups: dict[Key, list[Found]] = defaultdict(list)
    for one in found:
        groups[key(one)].append(one)
    return dict(groups)
