"""How alike a lead is to the name and company that somebody wrote, perhaps with a typing error."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from handlers.lead import LeadId, Wanted
from handlers.naming import company_key, name_key, surname_key

MOST_WORDS = 4
"""More words than these are seldom a name, and each costs a pass over all surnames."""

MOST_LETTERS = 100
"""Longer lines are no names; a comparison costs the product of two lengths."""

SURNAMES_EACH = 15
NAMES_EACH = 20
COMPANIES_EACH = 10

ALIKE = 80.0
"""Two names are alike from here on, whatever differs."""

ALIKE_AT_ONE_COMPANY = 60.0
"""Two names at the same company are alike from here on: ``A. Nowak`` and ``Anna Nowak``."""

SAME_COMPANY = 85.0
SURNAME_ALONE = 0.85
COMPANY_ALONE = 0.8
COMPANY_UNKNOWN = 0.9
NAME_WEIGHS = 0.6


@dataclass(frozen=True, slots=True)
class Known:
    """As much of a lead as is needed to compare it."""

    id: LeadId
    name: str
    company: str


@dataclass(frozen=True)
class Sought:
    """What somebody wrote, folded, and what looks like it."""

    wanted: Wanted

    @cached_property
    def name(self) -> str:
        """Give the folded name."""
        return name_key(self.wanted.name[:MOST_LETTERS])

    @cached_property
    def company(self) -> str:
        """Give the folded company; nothing where none was written."""
        return company_key(self.wanted.company[:MOST_LETTERS])

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Give the words of the name that may be a surname."""
        words = self.name.split()
        return tuple(word for word in words if len(word) > 1 or len(words) == 1)[-MOST_WORDS:]

    @cached_property
    def orders(self) -> tuple[str, ...]:
        """Give the name as it stands and turned around: ``kowalska anna``, ``anna kowalska``."""
        words = self.name.split()[:MOST_WORDS]
        return tuple(" ".join(words[i:] + words[:i]) for i in range(len(words)))

    def near_surnames(self, vocabulary: Sequence[str]) -> frozenset[str]:
        """Pick the surnames that one of the words may stand for."""
        return frozenset(
            near for word in self.words for near in _near(word, vocabulary, SURNAMES_EACH)
        )

    def near_companies(self, vocabulary: Sequence[str]) -> frozenset[str]:
        """Pick the companies that may be meant; a lone line may be a company, if it is spelt right."""
        if not self.company:
            return frozenset([company_key(self.name)])
        return frozenset(_near(self.company, vocabulary, COMPANIES_EACH))

    def near_names(self, names: Sequence[str]) -> frozenset[str]:
        """Pick the whole names that look like this one, among those with a near surname."""
        near = {one for order in self.orders for one in _likest(order, names)}
        if len(self.words) == 1:
            near.update(names[:NAMES_EACH])
        return frozenset(near)

    def score(self, lead: Known) -> float:
        """Tell how alike a lead is, from 0 (not at all) to 100."""
        name = self._name_score(lead)
        if not self.company:
            alone = fuzz.ratio(self.orders[0], lead.company) if self.orders else 0.0
            return max(
                name if self._is_name(lead, name) else 0.0,
                COMPANY_ALONE * alone if alone >= SAME_COMPANY else 0.0,
            )
        company = _company_score(self.company, lead.company)
        if not self._is_name(lead, name) and not (
            name >= ALIKE_AT_ONE_COMPANY and company >= SAME_COMPANY
        ):
            return 0.0
        if not lead.company:
            return COMPANY_UNKNOWN * name
        return NAME_WEIGHS * name + (1 - NAME_WEIGHS) * company

    def _name_score(self, lead: Known) -> float:
        whole = max((fuzz.ratio(order, lead.name) for order in self.orders), default=0.0)
        if len(self.words) == 1:
            return max(whole, SURNAME_ALONE * fuzz.ratio(self.name, surname_key(lead.name)))
        return whole

    def _is_name(self, lead: Known, score: float) -> bool:
        if score >= ALIKE:
            return True
        allowed = _errors_allowed(self.name)
        return any(
            OSA.distance(order, lead.name, score_cutoff=allowed) <= allowed for order in self.orders
        )


def likest(sought: Sought, leads: Iterable[Known], limit: int) -> Sequence[tuple[LeadId, float]]:
    """Rank leads by their likeness to what is sought; those that are not alike are left out."""
    scores: Mapping[LeadId, float] = {lead.id: sought.score(lead) for lead in leads}
    ranked = sorted((-score, id) for id, score in scores.items() if score > 0)
    return [(id, -score) for score, id in ranked[:limit]]


def _near(word: str, vocabulary: Sequence[str], limit: int) -> Iterable[str]:
    found = process.extract(
        word, vocabulary, scorer=OSA.distance, score_cutoff=_errors_allowed(word), limit=limit
    )
    return [one for one, _, _ in found]


def _likest(name: str, names: Sequence[str]) -> Iterable[str]:
    found = process.extract(name, names, scorer=fuzz.ratio, limit=NAMES_EACH)
    return [one for one, _, _ in found]


def _errors_allowed(text: str) -> int:
    """Forgive one slip in a short word, and one more for every five letters."""
    return min(1 + len(text) // 5, 4)


def _company_score(wanted: str, known: str) -> float:
    if not known:
        return 0.0
    return max(fuzz.ratio(wanted, known), 0.9 * fuzz.token_set_ratio(wanted, known))
