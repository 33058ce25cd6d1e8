"""Finds the leads of a list, and decides by what exists where one lead ends and the next begins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from handlers.lead import Lead, Leads, Wanted
from handlers.leads import synonyms, talk
from handlers.leads.cutting import Mark
from handlers.leads.listing import Line
from handlers.naming import name_key

ALIKE = 75.0
"""Two words are the same but for a typing error from here on, out of 100."""


@dataclass(frozen=True, slots=True)
class Item:
    """What names one lead, and the leads that have this address, id or name."""

    line: Line
    leads: Sequence[Lead] = ()
    guesses: Sequence[Lead] = ()
    """The lead of a number in it that may as well be something else."""

    @property
    def options(self) -> Sequence[Lead]:
        """Give the leads from which the asker may pick."""
        return self.leads or self.guesses


@dataclass(frozen=True, slots=True)
class Hits:
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
        return self.named(line.names) or self._numbered(line)

    def item(self, line: Line) -> Item:
        """Tell what a line names."""
        return Item(line, self.of(line), self.ids.get(line.number, ()))

    def named(self, names: Iterable[Wanted]) -> Sequence[Lead]:
        """Give the leads of the first of these names that somebody has."""
        return next((self.names[one] for one in names if one in self.names), ())

    def _numbered(self, line: Line) -> Sequence[Lead]:
        """Give the lead of a number among words that say nothing else: ``1001 - no answer``."""
        words = [word for word in name_key(line.text).split() if word != line.number]
        return [
            lead
            for lead in self.ids.get(line.number, ())
            if all(map(is_remark, words)) or not set(words).isdisjoint(_words_of(lead))
        ]


def look_up(lines: Sequence[Line], leads: Leads) -> Hits:
    """Ask for the surest things first, and for the rest only where they found nothing."""
    every = [one for line in lines for one in (line, *line.pieces, *line.cells)]
    emails = {email for line in every for email in line.emails}
    hits = Hits(leads.by_emails(emails) if emails else {})
    open_lines = [line for line in every if not hits.of(line)]
    ids = {id for line in open_lines for id in (*line.ids, line.number) if id}
    hits = Hits(hits.emails, leads.by_external_ids(ids) if ids else {})
    open_lines = [line for line in open_lines if not hits.of(line) or line.number]
    names = {name for line in open_lines for name in (*line.names, *line.with_previous)}
    return Hits(hits.emails, hits.ids, leads.by_names(names) if names else {})


def apart(line: Line, hits: Hits) -> Sequence[Item]:
    """Decide whether a line is one lead or several; no item of it is left out."""
    if not line.pieces:
        return _row(line, hits)
    joined = _backwards(_joined(line.pieces, hits))
    found = sum(bool(one.leads) for one in joined)
    if len(joined) == 1:
        return joined
    if found < 2 and (whole := hits.named(line.names)):  # noqa: PLR2004 - one lead or several
        return [Item(line, whole)]
    return [Item(line)] if _is_one(line, found) else joined


def _row(line: Line, hits: Hits) -> Sequence[Item]:
    """Read a row of a table as one lead, unless several of its cells name leads."""
    if not line.cells:
        return [hits.item(line)]
    items = [hits.item(cell) for cell in line.cells]
    found = [{lead.id for lead in item.leads} for item in items if item.leads]
    if any(one.isdisjoint(found[0]) for one in found):
        return items
    return [hits.item(line)]


def _is_one(line: Line, found: int) -> bool:
    """Tell whether two items may be a name and its company, one of them misspelt."""
    if found > 1 or len(line.pieces) != 2 or not line.names:  # noqa: PLR2004 - name, company
        return False
    second = line.pieces[1]
    if second.mark is Mark.COMMA:
        return bool(second.with_previous)
    return not found and second.mark is Mark.AND and not _are_names(line.pieces)


def _are_names(pieces: Sequence[Line]) -> bool:
    return all(len(name_key(piece.text).split()) > 1 for piece in pieces)


def _joined(pieces: Sequence[Line], hits: Hits) -> Sequence[Item]:
    """Join each piece to the item before it where both are about the same lead."""
    items: list[Item] = []
    for at, piece in enumerate(pieces):
        last, item = items[-1] if items else None, hits.item(piece)
        pair = hits.named(piece.with_previous)
        if pair and last and last.line is pieces[at - 1]:
            items[-1] = _both(last, item, pair)
        elif last and (same := _same_lead(last, item)):
            items[-1] = _both(last, item, same)
        else:
            items.append(item)
    return items


def _same_lead(last: Item, item: Item) -> Sequence[Lead]:
    """Give the leads that both items are about; none where the second is another lead."""
    if item.leads:
        ids = {lead.id for lead in item.leads}
        again = item.line.text.casefold() == last.line.text.casefold()
        return () if again else [lead for lead in last.leads if lead.id in ids]
    return last.leads if not item.line.sure and _tells_of(item.line, last) else ()


def _backwards(items: Sequence[Item]) -> Sequence[Item]:
    """Join a name that nobody has to the address after it: ``Anna Nowka, anna@acme.example``."""
    kept: list[Item] = []
    for item in reversed(items):
        following = kept[-1] if kept else Item(item.line)
        named = item.line.names and not item.leads and not item.line.sure
        if named and _tells_of_address(item.line, following):
            kept[-1] = _both(item, following, following.leads)
        else:
            kept.append(item)
    return kept[::-1]


def _tells_of_address(line: Line, following: Item) -> bool:
    if following.leads:
        return _are_alike(name_key(line.text).split(), _words_of(following.leads[0]))
    address = name_key(" ".join(following.line.emails)).split()
    return following.line.text != line.text and _are_alike(name_key(line.text).split(), address)


def _both(one: Item, other: Item, leads: Sequence[Lead]) -> Item:
    line = replace(one.line, text=f"{one.line.text}, {other.line.text}")
    return Item(line if leads else replace(other.line, text=line.text), leads)


def _tells_of(line: Line, last: Item) -> bool:
    """Tell whether a piece only describes the lead before it: its company, a date, a status.

    A typing error is forgiven beside an address or an id alone: beside a name it makes doubt.
    """
    if not last.leads:
        return False
    words = name_key(line.text).split()
    is_figure = not any(word.isalpha() for word in words) and len(words) > 1
    return (
        is_figure
        or all(map(_is_status, words))
        or _are_alike(words, _words_of(last.leads[0]), least=ALIKE if last.line.sure else 100.0)
    )


def _are_alike(words: Sequence[str], known: Sequence[str], *, least: float = ALIKE) -> bool:
    return bool(words) and all(
        any(fuzz.ratio(word, other) >= least for other in known) for word in words
    )


def _words_of(lead: Lead) -> Sequence[str]:
    return name_key(f"{lead.name} {lead.company} {lead.email}").split()


def is_remark(word: str) -> bool:
    """Tell whether a folded word says something about a lead and names none."""
    return talk.is_around(word) or _is_status(word)


def _is_status(word: str) -> bool:
    return synonyms.status_at([word], 0) is not None
