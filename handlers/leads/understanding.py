"""Understands which leads somebody asks about, and what about them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from handlers.errors import NotFound, Refused
from handlers.lead import LeadFilter, LeadId, Leads, Likeness, Wanted
from handlers.leads import finding, talk, wording
from handlers.leads.cutting import Mark
from handlers.leads.finding import Item
from handlers.leads.listing import Line, addresses, read, refuse_too_many, without_markup
from handlers.naming import name_key
from handlers.phrase import Phrase, say

MOST_LEADS = 1_000
MOST_CANDIDATES = 5
MOST_SUGGESTED = 100
"""For so many lines similar names are looked up; nobody picks through more."""

MOST_SHOWN = 120
"""So much of a line is kept, to name it in a remark."""

MOST_READINGS = 2
"""So many ways to tell name and company apart are compared for each line."""

MOST_WORDS_OF_A_NAME = 3
SHORTEST_ASIDE = 7
"""So many words without a capital letter name nobody."""


class Kind(StrEnum):
    """What is asked about the leads."""

    OUTCOME = "outcome"
    DELAY = "delay"
    """Why the first touch came so late."""


@dataclass(frozen=True, slots=True)
class MayBe:
    """A line that names no lead for certain, and the leads that may be meant, the likest first."""

    line: str
    leads: tuple[LeadId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarks:
    """What the asker must be told about their own list."""

    unknown: tuple[str, ...] = ()
    duplicates: tuple[str, ...] = ()
    candidates: tuple[MayBe, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """A question as it was understood."""

    kind: Kind
    asked: int
    """How many lines name a lead, duplicates included."""
    leads: tuple[LeadId, ...]
    """In the order in which they were asked about, none twice."""
    remarks: Remarks
    words: LeadFilter | None = None
    described: Phrase | None = None
    """What was understood from words: campaign, source, status, period."""


def understand(text: str, leads: Leads, *, today: date) -> Understood:
    """Find the leads of a question in a person's words, or refuse with a sentence that helps."""
    plain = without_markup(text)
    kind = Kind.DELAY if talk.asks_why(plain[:2_000]) else Kind.OUTCOME
    if some := addresses(plain):
        return _addressed(kind, some, leads)
    lines = read(plain)
    hits = finding.look_up(lines, leads)
    groups = [finding.apart(line, hits) for line in lines]
    items = [one for group in groups for one in _meant(group)]
    certain = [one for one in items if not one.line.talk or _is_found(one)]
    counted = all(one.line.talk and one.line.is_short_number for one in certain)
    if not counted and (len(certain) > 1 or any(map(_is_found, certain))):
        return _list(kind, items, leads)
    named = items if certain else [one for group in groups for one in group]
    return _words_or_names(kind, plain, named, leads, today)


def _is_found(item: Item) -> bool:
    return bool(item.leads or item.line.emails)


def _meant(items: Sequence[Item]) -> Sequence[Item]:
    """Leave out what is mere prose: all of a heading, but only long asides beside leads."""
    if any(one.leads or one.line.sure for one in items):
        return [one for one in items if not one.line.talk or not _is_prose(one.line)]
    return [one for one in items if _names_somebody(one.line)]


def _is_prose(line: Line) -> bool:
    words = line.text.split()
    if not line.sure and all(map(finding.is_remark, map(name_key, words))):
        return True
    return not line.sure and len(words) >= SHORTEST_ASIDE and line.text.islower()


def _names_somebody(line: Line) -> bool:
    """Tell whether a line among found ones is about a lead: "please check Ana Nowak" is."""
    if not line.talk or line.sure:
        return True
    words = line.names[0].name.split() if line.names else []
    return 1 < len(words) <= MOST_WORDS_OF_A_NAME and not any(word[0].islower() for word in words)


# Lists


def _addressed(kind: Kind, lines: Sequence[str], leads: Leads) -> Understood:
    """Look at most lists no closer than they need: an address is nothing else, and one lead's."""
    known = leads.by_emails(lines)
    certain: dict[LeadId, None] = {}
    others: list[Item] = []
    for line in lines:
        some = known.get(line.lower(), ())
        if len(some) == 1 and some[0].id not in certain:
            certain[some[0].id] = None
        else:
            others.append(Item(Line(text=line, emails=(line.lower(),)), some))
    return _list(kind, others, leads, certain=certain)


def _list(
    kind: Kind, items: Sequence[Item], leads: Leads, *, certain: Iterable[LeadId] = ()
) -> Understood:
    """Sort the items: found, named twice, open to several leads, unknown. None is left out."""
    found: dict[LeadId, None] = dict.fromkeys(certain)
    asked = len(found) + len(items)
    refuse_too_many(asked)
    duplicates: list[str] = []
    unsure: dict[str, Item] = {}
    for item in items:
        same = item.line.text.casefold()
        if len(item.leads) == 1 and item.leads[0].id not in found:
            found[item.leads[0].id] = None
        elif len(item.leads) == 1 or same in unsure:
            duplicates.append(_shown(item.line))
        else:
            unsure[same] = item
    unknown, candidates = _suggest(list(unsure.values()), leads)
    return Understood(
        kind=kind,
        asked=asked,
        leads=tuple(found),
        remarks=Remarks(unknown=unknown, duplicates=tuple(duplicates), candidates=candidates),
    )


def _suggest(unsure: Sequence[Item], leads: Leads) -> tuple[tuple[str, ...], tuple[MayBe, ...]]:
    """Offer the leads that may be meant; a typing error never resolves by itself."""
    alike = _alike([one.line for one in unsure if not one.options], leads)
    unknown: list[str] = []
    candidates: list[MayBe] = []
    for one in unsure:
        may_be = tuple(lead.id for lead in one.options) or alike.get(one.line, ())
        if may_be:
            candidates.append(MayBe(_shown(one.line), may_be[:MOST_CANDIDATES]))
        else:
            unknown.append(_shown(one.line))
    return tuple(unknown), tuple(candidates)


def _shown(line: Line) -> str:
    return line.text if len(line.text) <= MOST_SHOWN else line.text[: MOST_SHOWN - 1] + "…"


def _alike(lines: Iterable[Line], leads: Leads) -> Mapping[Line, tuple[LeadId, ...]]:
    named = [line for line in lines if line.names][:MOST_SUGGESTED]
    wanted = [name for line in named for name in line.names[:MOST_READINGS]]
    if not wanted:
        return {}
    likest = leads.like_names(wanted, MOST_CANDIDATES)
    return {line: _likest(line, likest) for line in named}


def _likest(line: Line, likest: Mapping[Wanted, Sequence[Likeness]]) -> tuple[LeadId, ...]:
    """Rank the leads of all readings of a line; of two alike, the likelier reading comes first."""
    found = [one for name in line.names[:MOST_READINGS] for one in likest.get(name, ())]
    return tuple(dict.fromkeys(one.lead.id for one in sorted(found, key=lambda one: -one.score)))


# Words


def _words_or_names(
    kind: Kind, text: str, items: Sequence[Item], leads: Leads, today: date
) -> Understood:
    """Read campaign, source, status and period; else a name with a typing error; else refuse."""
    try:
        words = wording.read(text, leads, today)
    except Refused:
        named = [one for one in items if one.line.sure or one.line.names or not one.line.talk]
        if not any(map(_is_listed, named)):
            raise
        understood = _list(kind, named, leads)
        if understood.remarks.candidates or any(_names_somebody(one.line) for one in named):
            return understood
        raise
    return _matching(kind, words, leads)


def _is_listed(item: Item) -> bool:
    return item.line.sure or not item.line.of_many or item.line.mark is Mark.LEAD_IN


def _matching(kind: Kind, words: wording.Words, leads: Leads) -> Understood:
    found = tuple(leads.matching(words.filter, MOST_LEADS + 1))
    if not found:
        raise NotFound(say("leads-none-match", what=words.described))
    if len(found) > MOST_LEADS:
        raise Refused(
            say(
                "leads-too-many",
                what=words.described,
                count=leads.count(words.filter),
                most=MOST_LEADS,
            )
        )
    return Understood(
        kind=kind,
        asked=len(found),
        leads=found,
        remarks=Remarks(),
        words=words.filter,
        described=words.described,
    )
