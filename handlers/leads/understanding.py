"""Understands which leads somebody asks about, and what about them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from handlers.errors import NotFound, Refused
from handlers.lead import Lead, LeadFilter, LeadId, Leads, Likeness, Wanted
from handlers.leads import talk, wording
from handlers.leads.listing import Line, read, without_markup
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
    lines = read(plain)
    hits = _look_up(lines, leads)
    apart = [one for line in lines for one in _apart(line, hits)]
    listed = [one for one in apart if not one.talk or one.emails or hits.of(one)]
    if any(hits.of(one) for one in listed):
        listed = [one for one in apart if _names_somebody(one) or hits.of(one)]
    if len(listed) > 1 or any(line.emails or hits.of(line) for line in listed):
        return _list(kind, listed, hits, leads)
    return _words_or_name(kind, plain, lines, leads, today)


def _names_somebody(line: Line) -> bool:
    """Tell whether a line among found ones is about a lead: "please check Ana Nowak" is."""
    if not line.talk or line.sure:
        return True
    words = line.names[0].name.split() if line.names else []
    return 1 < len(words) <= MOST_WORDS_OF_A_NAME and all(word[0].isupper() for word in words)


# Lists


@dataclass(frozen=True, slots=True)
class _Hits:
    """What the database has under the addresses, ids and names of a list."""

    emails: Mapping[str, Sequence[Lead]]
    ids: Mapping[str, Sequence[Lead]] = field(default_factory=dict[str, Sequence[Lead]])
    names: Mapping[Wanted, Sequence[Lead]] = field(default_factory=dict[Wanted, Sequence[Lead]])

    def of(self, line: Line) -> Sequence[Lead]:
        """Give the leads that a line names exactly, by the surest thing in it."""
        for email in line.emails:
            if email in self.emails:
                return self.emails[email]
        for id in line.ids:
            if id in self.ids:
                same = [lead for lead in self.ids[id] if lead.external_id == id]
                return same or self.ids[id]
        return self.named(line)

    def named(self, line: Line) -> Sequence[Lead]:
        """Give the leads that a line names by name and company."""
        return next((self.names[one] for one in line.names if one in self.names), ())


def _look_up(lines: Sequence[Line], leads: Leads) -> _Hits:
    """Ask for the surest things first, and for the rest only where they found nothing."""
    all_lines = [one for line in lines for one in (line, *line.pieces)]
    emails = {email for line in all_lines for email in line.emails}
    hits = _Hits(leads.by_emails(emails) if emails else {})
    ids = {id for line in all_lines if not hits.of(line) for id in line.ids}
    hits = _Hits(hits.emails, leads.by_external_ids(ids) if ids else {})
    names = {name for line in all_lines if not hits.of(line) for name in line.names}
    return _Hits(hits.emails, hits.ids, leads.by_names(names) if names else {})


def _apart(line: Line, hits: _Hits) -> Sequence[Line]:
    """Decide whether a line with commas is one lead or several, by what exists."""
    if not line.pieces or hits.named(line):
        return (line,)
    found = [ids for piece in line.pieces if (ids := {lead.id for lead in hits.of(piece)})]
    if any(one.isdisjoint(other) for one in found for other in found):
        return line.pieces
    if line.sure:
        return (line, *(piece for piece in line.pieces if _is_another(piece, hits.of(line))))
    return line.pieces if len(line.pieces) > 2 else (line,)  # noqa: PLR2004 - name, company


def _is_another(piece: Line, found: Sequence[Lead]) -> bool:
    """Tell whether what stands beside an address names somebody else than the address does."""
    words = name_key(piece.text).split()
    if piece.sure or not 1 < len(words) <= MOST_WORDS_OF_A_NAME or not found:
        return False
    about = name_key(f"{found[0].name} {found[0].company} {found[0].email}").split()
    return all(word.isalpha() for word in words) and not set(words) & set(about)


def _list(kind: Kind, lines: Sequence[Line], hits: _Hits, leads: Leads) -> Understood:
    """Sort the lines: found, named twice, open to several leads, unknown. None is left out."""
    found: dict[LeadId, None] = {}
    duplicates: list[str] = []
    unsure: dict[str, tuple[Line, Sequence[Lead]]] = {}
    for line in lines:
        options = hits.of(line)
        if len(options) == 1 and options[0].id not in found:
            found[options[0].id] = None
        elif len(options) == 1 or line.text.casefold() in unsure:
            duplicates.append(_shown(line))
        else:
            unsure[line.text.casefold()] = (line, options)
    unknown, candidates = _suggest(list(unsure.values()), leads)
    return Understood(
        kind=kind,
        asked=len(lines),
        leads=tuple(found),
        remarks=Remarks(unknown=unknown, duplicates=tuple(duplicates), candidates=candidates),
    )


def _suggest(
    unsure: Sequence[tuple[Line, Sequence[Lead]]], leads: Leads
) -> tuple[tuple[str, ...], tuple[MayBe, ...]]:
    """Offer the leads that may be meant; a typing error never resolves by itself."""
    alike = _alike([line for line, options in unsure if not options], leads)
    unknown: list[str] = []
    candidates: list[MayBe] = []
    for line, options in unsure:
        may_be = tuple(lead.id for lead in options) or alike.get(line, ())
        if may_be:
            candidates.append(MayBe(_shown(line), may_be[:MOST_CANDIDATES]))
        else:
            unknown.append(_shown(line))
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


def _words_or_name(
    kind: Kind, text: str, lines: Sequence[Line], leads: Leads, today: date
) -> Understood:
    """Read campaign, source, status and period; else a name with a typing error; else refuse."""
    try:
        words = wording.read(text, leads, today)
    except Refused:
        named = [line for line in lines if _may_name(line) and not talk.names_many(text)]
        understood = _list(kind, named, _Hits({}), leads)
        if not named or (named[0].talk and not named[0].sure and not understood.remarks.candidates):
            raise
        return understood
    return _matching(kind, words, leads)


def _may_name(line: Line) -> bool:
    return line.sure or bool(line.names) or not line.talk


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
