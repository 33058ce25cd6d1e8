"""A few leads in memory, behind the same door as the database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, time
from itertools import permutations
from typing import TypeVar

from rapidfuzz import fuzz

from handlers.lead import (
    CampaignId,
    Lead,
    LeadFilter,
    LeadId,
    Likeness,
    StatusChange,
    Touch,
    Wanted,
)
from handlers.naming import company_key, name_key

Key = TypeVar("Key")
Value = TypeVar("Value")


class FewLeads:
    """Answers as the database does, by looking at every lead."""

    def __init__(self, *leads: Lead, campaigns: Sequence[str] = ()) -> None:
        self.all = leads
        names = dict.fromkeys([*(lead.campaign for lead in leads if lead.campaign), *campaigns])
        self.named = {CampaignId(number): name for number, name in enumerate(names, start=1)}
        self.asked_for_likeness: list[Wanted] = []

    def by_ids(self, leads: Iterable[LeadId]) -> Mapping[LeadId, Lead]:
        wanted = set(leads)
        return {lead.id: lead for lead in self.all if lead.id in wanted}

    def by_external_ids(self, ids: Iterable[str]) -> Mapping[str, Sequence[Lead]]:
        return _filled(
            {id: [one for one in self.all if one.external_id.lower() == id.lower()] for id in ids}
        )

    def by_emails(self, emails: Iterable[str]) -> Mapping[str, Sequence[Lead]]:
        found: dict[str, list[Lead]] = defaultdict(list)
        wanted = {email.lower() for email in emails}
        for lead in self.all:
            if lead.email.lower() in wanted:
                found[lead.email.lower()].append(lead)
        return found

    def by_names(self, wanted: Iterable[Wanted]) -> Mapping[Wanted, Sequence[Lead]]:
        return _filled({one: [lead for lead in self.all if _is(lead, one)] for one in wanted})

    def like_names(
        self, wanted: Sequence[Wanted], limit: int
    ) -> Mapping[Wanted, Sequence[Likeness]]:
        self.asked_for_likeness.extend(wanted)
        return _filled({one: self._like(one)[:limit] for one in wanted})

    def _like(self, wanted: Wanted) -> list[Likeness]:
        scores = [
            (fuzz.token_sort_ratio(name_key(wanted.name), name_key(lead.name)), lead)
            for lead in self.all
        ]
        ranked = sorted((one for one in scores if one[0] > 75), key=lambda one: -one[0])
        return [Likeness(lead, score) for score, lead in ranked]

    def matching(self, wanted: LeadFilter, limit: int) -> Sequence[LeadId]:
        return [lead.id for lead in self.all if self._fits(lead, wanted)][:limit]

    def count(self, wanted: LeadFilter) -> int:
        return len(self.matching(wanted, len(self.all)))

    def _fits(self, lead: Lead, wanted: LeadFilter) -> bool:
        at = lead.created_at
        campaigns = {self.named[id] for id in wanted.campaigns}
        return (
            (not campaigns or lead.campaign in campaigns)
            and (not wanted.sources or lead.source in wanted.sources)
            and (not wanted.statuses or lead.status in wanted.statuses)
            and (
                wanted.created_since is None
                or (at is not None and at >= datetime.combine(wanted.created_since, time(), UTC))
            )
            and (
                wanted.created_before is None
                or (at is not None and at < datetime.combine(wanted.created_before, time(), UTC))
            )
        )

    def campaigns(self) -> Mapping[CampaignId, str]:
        return self.named

    def sources(self) -> Sequence[str]:
        return sorted({lead.source for lead in self.all if lead.source})

    def history(self, lead: LeadId) -> Sequence[StatusChange]:
        return ()

    def touches(self, lead: LeadId) -> Sequence[Touch]:
        return ()


def _filled(found: dict[Key, list[Value]]) -> Mapping[Key, Sequence[Value]]:
    return {key: some for key, some in found.items() if some}


def _is(lead: Lead, wanted: Wanted) -> bool:
    orders = {" ".join(some) for some in permutations(name_key(wanted.name).split()[:4])}
    company = company_key(wanted.company)
    return name_key(lead.name) in orders and company in ("", company_key(lead.company))
