"""Reads a pasted text as lines, each with every way in which it may name a lead."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from handlers.errors import Refused
from handlers.lead import Wanted
from handlers.leads import cutting, references, talk
from handlers.leads.columns import Columns, columns_of, is_heading, read_row
from handlers.leads.cutting import Item, Mark, says_something
from handlers.leads.pairing import pairings
from handlers.naming import shown
from handlers.phrase import say

MOST_LINES = 1_000
MOST_ASIDES = 20
"""Sentences and headings around a list that do not count as lines of it."""

MOST_TEXT = 400_000
"""A thousand leads with all their columns fit in it."""

MOST_IN_A_NAME = 200
"""A longer line is no name with a company."""

_LINE_BREAKS = re.compile(r"[\r\n\v\f\u0085\u2028\u2029]")
_MENTION = re.compile(
    r"<@[^<>\s]{1,64}>|<at[^<>]{0,64}>[^<>]{0,80}</at>|\A\s*@[\w-]{1,64}[:,]?(?=\s|\Z)"
)
_LABELLED = re.compile(r"<([^<>|\s]{1,2000})\|([^<>|]{0,200})>")
"""Slack's links: ``<mailto:anna@acme.example|anna@acme.example>``."""

_BARE_EMAIL = re.compile(r"\s*[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}\s*\Z", re.ASCII)
"""The commonest line by far, and most of the time of a long list."""

_BULLET = re.compile(
    r"\s*(?:[-*•·–—▪◦‣>+#]{1,3}\s+|[•·▪◦‣]|\(?\d{1,3}[.)]\s+|\d{1,3}、(?!\d)|\(?[a-z][.)]\s+|[-–—](?=\w))"
)
_PHONE = re.compile(r"(?<![\w-])\+?\(?\d[\d\s().-]{5,20}\d(?![\w-])")
_QUOTES = "\"'`“”„«»‘’ "

_CAPITAL = re.compile(r"\A[^\W\d_](?:[^A-ZĄĆĘŁŃÓŚŹŻА-ЯЁ]{0,100})\s(?=[A-ZĄĆĘŁŃÓŚŹŻА-ЯЁ])")
"""The words before the first one with a capital letter."""

MOST_NAMES_IN_A_ROW = 10
MOST_IN_A_ROW = 4
"""A row of more items is no single lead with its name, title and company."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line that may name a lead, with what it can be found by, the surest first."""

    text: str
    """As it was written, for remarks."""
    emails: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    names: tuple[Wanted, ...] = ()
    number: str = ""
    """A short number among words, ``1001 Nina Ivanova``: an id only if the words say so too."""
    mark: Mark = Mark.LIST
    """What parts it from the item before."""
    with_previous: tuple[Wanted, ...] = ()
    """What it is together with the item before: a name with its company."""
    pieces: tuple[Line, ...] = ()
    """The items of this line, where it may be several leads."""
    cells: tuple[Line, ...] = ()
    """The cells of a row that has neither an address nor an id."""
    talk: bool = False
    """It speaks to the bot; it need not name a lead."""
    of_many: bool = False
    """Its sentence speaks of leads as a group: "the webinar leads"."""

    @property
    def sure(self) -> bool:
        """Tell whether it holds an address, an id or a link, by its looks."""
        return bool(self.emails) or any(map(references.has_digit, self.ids))

    @property
    def is_short_number(self) -> bool:
        """Tell whether it is a number that might as well be a count, a day or a year."""
        return self.text.isdigit() and len(self.text) < 5  # noqa: PLR2004 - years have four


def addresses(text: str) -> Sequence[str]:
    """Give the lines of a text that lists addresses alone, one a line; none of any other text."""
    rows = _rows(text)
    if not all(map(_BARE_EMAIL.match, rows)):
        return ()
    refuse_too_many(len(rows))
    return [row.strip() for row in rows]


def _rows(text: str) -> Sequence[str]:
    return [row for row in _LINE_BREAKS.split(text) if says_something(row)]


def read(text: str) -> Sequence[Line]:
    """Read a text line by line; a list on one line comes apart where its looks tell."""
    rows = _rows(text)
    refuse_too_many(len(rows) - MOST_ASIDES)
    lines: list[Line] = []
    columns: Columns | None = None
    for row, following in pairwise([*rows, ""]):
        if columns is None and all(line.talk for line in lines):
            columns = columns_of(row, following)
            if columns is not None or (following and is_heading(row)):
                continue
        lines.extend(_read_row(row, columns))
        refuse_too_many(len(lines) - MOST_ASIDES)
    refuse_too_many(sum(not line.talk for line in lines))
    return lines


def refuse_too_many(count: int) -> None:
    """Refuse a list that is longer than one question takes."""
    if count > MOST_LINES:
        raise Refused(say("leads-too-many-lines", count=count, most=MOST_LINES))


def without_markup(text: str) -> str:
    """Take mentions of the bot and a platform's escapes out of a text, if it is not too long."""
    if len(text) > MOST_TEXT:
        raise Refused(say("leads-too-long", most=MOST_TEXT // 1000))
    plain = _LABELLED.sub(_unlabelled, text) if "|" in text else text
    plain = html.unescape(plain) if "&" in plain else plain
    mentions = "<@" in plain or "<at" in plain or plain.lstrip().startswith("@")
    return _MENTION.sub(" ", plain) if mentions else plain


def _unlabelled(found: re.Match[str]) -> str:
    """Keep a link that names a lead, and the words of any other."""
    link = found[1]
    tells = references.email_in(link) or (references.is_link(link) and references.ids_in_link(link))
    return f" {link} " if tells else found[2]


def _read_row(row: str, columns: Columns | None) -> Iterable[Line]:
    if columns is not None and columns.mark in row:
        return [_table_line(columns.cells(row), columns)]
    if _BARE_EMAIL.match(row):
        return [Line(text=row.strip(), emails=(row.strip().lower(),))]
    bullet = _BULLET.match(row)
    bare = row[bullet.end() :] if bullet else row
    if "\t" in bare or bare.lstrip().startswith("|"):
        cells = [cell for cell in re.split(r"[\t|]", bare) if says_something(cell)]
        if len(cells) > 1:
            return _read_cells(cells)
    text = shown(bare)
    if talk.is_talk(text):
        return [_spoken(sentence) for sentence in cutting.sentences(text)]
    return _listed(text)


def _read_cells(cells: Sequence[str]) -> Sequence[Line]:
    if all(_sure_tokens(cell) for cell in cells):
        return [line for cell in cells for line in _listed(shown(cell))]
    return [_table_line(cells, None)]


def _table_line(cells: Sequence[str], columns: Columns | None) -> Line:
    """Read a row of a table: its address or id names the lead, else its name and company."""
    clean = [shown(cell).strip(_QUOTES) for cell in cells]
    row = read_row(clean, columns)
    named = () if columns or row.emails or row.ids else clean[:MOST_NAMES_IN_A_ROW]
    return Line(
        text=", ".join(cell for cell in clean if cell),
        emails=row.emails,
        ids=row.ids,
        names=row.names,
        cells=tuple(_line(cell) for cell in named),
    )


def _listed(text: str) -> Sequence[Line]:
    """Read a row that only lists leads: each stands alone, or the database decides."""
    items = cutting.items(text, spoken=False)
    lines = _lines(items)
    if len(lines) < 2 or all(line.sure for line in lines):  # noqa: PLR2004 - one is no list
        return lines
    return [_whole(text, lines)]


def _spoken(text: str) -> Line:
    """Read a sentence around leads: "what happened to L-1 and anna@acme.example?"."""
    items = cutting.items(text, spoken=True)
    bare = [Item(talk.without_talk(item.text), item.mark) for item in items]
    many = talk.names_many(text)
    told = _lines([item for item in bare if says_something(item.text)])
    lines = [replace(_said(line), of_many=many) for line in told]
    if not lines:
        return Line(text=text, talk=True)
    if len(lines) == 1 and not lines[0].sure:
        as_it_stands = _line(text).names[:1]
        return replace(lines[0], names=(*lines[0].names, *as_it_stands))
    return replace(_whole(", ".join(line.text for line in lines), lines), talk=True)


def _said(line: Line) -> Line:
    """Take no word of a sentence for an id; the name may begin after words that nobody foresaw."""
    if line.sure:
        return replace(line, talk=True)
    number = line.number if references.is_long_number(line.number) else ""
    name = _CAPITAL.search(line.text)
    names = pairings(line.text[name.end() :]) if name else ()
    return replace(line, ids=(), names=(*line.names, *names), number=number, talk=True)


def _lines(items: Sequence[Item]) -> Sequence[Line]:
    refuse_too_many(len(items) - MOST_ASIDES)
    lines: list[Line] = []
    for item in items:
        for text, mark in _parted(item):
            line = replace(_line(text), mark=mark)
            lines.append(_beside(lines[-1], line) if lines else line)
    return lines


def _parted(item: Item) -> Iterable[tuple[str, Mark]]:
    """Part addresses and ids that stand between blanks, and the names between them."""
    sure = _sure_tokens(item.text)
    if len(sure) < 2:  # noqa: PLR2004 - one is no list
        return [(item.text, item.mark)]
    texts: list[str] = []
    for is_sure, some in groupby(references.tokens(item.text), lambda token: token in sure):
        run = list(some)
        if is_sure:
            texts.extend(run)
        elif len(run) > 1 and all(token[0].isupper() for token in run):
            texts.append(" ".join(run))
    return [(text, item.mark) for text in dict.fromkeys(texts)]


def _sure_tokens(text: str) -> Sequence[str]:
    """Give the different addresses, links and ids in a text."""
    tokens = references.tokens(text)
    numbers = all(references.is_id(one) and references.is_long_number(one) for one in tokens)
    return list(
        {
            references.email_in(token) or token.casefold(): token
            for token in tokens
            if numbers or _is_sure(token)
        }.values()
    )


def _is_sure(token: str) -> bool:
    return bool(
        references.email_in(token)
        or references.is_link(token)
        or references.is_id_in_a_sentence(token)
    )


def _beside(previous: Line, line: Line) -> Line:
    """Tell what a line is together with the one before, if it may be its company."""
    apart = previous.sure or line.emails or line.mark not in {Mark.COMMA, Mark.LIST}
    if apart or _has_company(previous) or _has_company(line):
        return line
    together = (Wanted(previous.text, line.text), Wanted(f"{previous.text} {line.text}"))
    return replace(line, with_previous=together)


def _has_company(line: Line) -> bool:
    """Tell whether a company stands beside a name, and not merely after a comma."""
    marked = "," not in line.text or line.text.endswith((")", "）", "]"))
    return marked and any(one.company for one in line.names[:1])


def _whole(text: str, lines: Sequence[Line]) -> Line:
    """Keep both ways to read a line: as one lead, and as several."""
    names = _line(text).names if len(lines) <= MOST_IN_A_ROW else ()
    names = () if any(line.sure or _has_company(line) for line in lines) else names
    return Line(text=text.strip(_QUOTES), names=names, pieces=tuple(lines))


def _line(text: str) -> Line:
    clean = shown(text).strip(_QUOTES)
    tokens = references.tokens(clean)
    emails = references.emails_in(tokens)
    if emails:
        return Line(text=clean, emails=emails)
    ids = _ids(tokens)
    number = "" if ids else references.number_among(tokens)
    return Line(text=clean, ids=ids, names=_names(clean, tokens, number), number=number)


def _ids(tokens: Sequence[str]) -> tuple[str, ...]:
    """Give the ids of a line: a link's, a lone token, or tokens with digits among words."""
    links = [
        id for token in tokens if references.is_link(token) for id in references.ids_in_link(token)
    ]
    if links or not tokens:
        return tuple(links)
    if len(tokens) == 1:
        return tuple(references.spellings(tokens[0])) if references.is_id(tokens[0]) else ()
    return tuple(
        spelling
        for token in tokens[:20]
        if references.is_id_in_a_sentence(token)
        for spelling in references.spellings(token)
    )


def _names(text: str, tokens: Sequence[str], number: str) -> tuple[Wanted, ...]:
    if len(text) > MOST_IN_A_NAME or any(references.is_link(token) for token in tokens):
        return ()
    bare = _PHONE.sub(" ", text)
    if number:
        bare = bare.replace(number, " ", 1)
    if bare == text:
        return pairings(text)
    return tuple(dict.fromkeys((*pairings(shown(bare)), *pairings(text)[:1])))
