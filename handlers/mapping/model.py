"""What a word of the CRM's may mean, and what it probably means; only a person says that it does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from handlers.connector import RemoteField
from handlers.keeping import Word, WordKind
from handlers.naming import name_key

ALIKE = 85
"""From 0 to 100: words that are less alike are not proposed."""

EXTRA = "extra:"
LONGEST_NAME = 40
"""Letters of a field's name that a company gives."""

Vocabulary = Callable[[str, WordKind], Mapping[str, str]]
"""What Leadloop knows of a CRM's words by itself: each folded word with its meaning."""

SpokenIn = Callable[[str, WordKind, Sequence[RemoteField], Sequence[Word]], Sequence[str]]
"""Names the fields of a CRM, as it describes them and the company maps them, that have words of a kind."""

FIELDS: Mapping[str, Sequence[str]] = {
    "status": ("lead status", "status"),
    "reason": ("disqualification reason", "unqualified reason", "lost reason", "rejection reason"),
    "next_step": ("next step", "next action"),
    f"{EXTRA}next_step_date": ("next step date", "next activity date", "follow up date"),
    f"{EXTRA}situation": ("situation", "current situation", "background", "qualification comments"),
    f"{EXTRA}needs": ("needs", "need", "pain points", "requirements"),
    f"{EXTRA}objections": ("objections", "objection", "concerns"),
    f"{EXTRA}budget": ("budget", "budget amount", "budget status"),
    f"{EXTRA}authority": ("authority", "decision maker", "decision maker?"),
    f"{EXTRA}timeframe": ("timeframe", "purchase timeframe", "timeline"),
}
"""Fields that rules may ask about, with what companies call them."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a word or a field probably means."""

    word: str
    means: str


def propose(word: str, known: Mapping[str, str]) -> str:
    """Give the meaning of the known word that is most alike; nothing where none is."""
    meant = {one: meaning for one, meaning in known.items() if meaning}
    found = process.extractOne(
        name_key(word), list(meant), scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE
    )
    return "" if found is None else meant[found[0]]


def labelled(word: str, fields: Iterable[str], described: Iterable[RemoteField]) -> str:
    """Give the label of a value of these fields as people see it; the value itself where it has none."""
    options = {one.name: dict(one.options) for one in described}
    labels = (options.get(name, {}).get(word) for name in fields)
    return next(filter(None, labels), word)


def proposed_fields(described: Sequence[RemoteField], said: Iterable[Word]) -> Sequence[Proposal]:
    """List the CRM's fields that are called like one of ours, where nobody has said anything yet."""
    words = [one for one in said if one.kind is WordKind.FIELD]
    decided, taken = {one.word for one in words}, {one.means for one in words}
    called = {name_key(name): means for means, names in FIELDS.items() for name in names}
    found: list[Proposal] = []
    for one in described:
        means = propose(one.label, called) if one.name not in decided else ""
        if means and means not in taken:
            taken.add(means)
            found.append(Proposal(one.name, means))
    return found
