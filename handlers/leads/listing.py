"""Reads a pasted text as lines, each with every way in which it may name a lead."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from handlers.errors import Refused
from handlers.lead import Wanted
from handlers.leads import references, talk
from handlers.leads.columns import Columns, columns_of, read_row
from handlers.leads.pairing import pairings
from handlers.naming import shown
from handlers.phrase import say

MOST_LINES = 1_000
MOST_TEXT = 400_000
"""A thousand leads with all their columns fit in it."""

MOST_IN_A_NAME = 200
"""A longer line is no name with a company."""

_LINE_BREAKS = re.compile(r"[\r\n\v\f\u0085\u2028\u2029]+")
_MENTION = re.compile(
    r"<@[^<>\s]{1,64}>|<at[^<>]{0,64}>[^<>]{0,80}</at>|\A\s*@[\w-]{1,64}[:,]?(?=\s|\Z)"
)
_BARE_EMAIL = re.compile(r"\s*[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}\s*\Z", re.ASCII)
"""The commonest line by far, and most of the time of a long list."""

_BULLET = re.compile(
    r"\s*(?:[-*•·–—▪◦‣>+#]{1,3}\s+|[•·▪◦‣]|\(?\d{1,4}[.)]\s+|\d{1,4}、|\(?[a-z][.)]\s+)"
)
_LIST_MARKS = re.compile(r"[;；\t]")
_COMMAS = re.compile(r"[,，、]")
_COMMAS_AND_AND = re.compile(r"[,，、]|\s(?:and|oraz|i|и)\s", re.IGNORECASE)
_QUOTES = "\"'`“”„«»‘’ "


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line that may name a lead, with what it can be found by, the surest first."""

    text: str
    """As it was written, for remarks."""
    emails: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    names: tuple[Wanted, ...] = ()
    pieces: tuple[Line, ...] = ()
    """The same line, read as a list of several leads."""
    talk: bool = False
    """It speaks to the bot; it need not name a lead."""

    @property
    def sure(self) -> bool:
        """Tell whether it holds an address, an id or a link, by its looks."""
        return bool(self.emails) or any(map(references.has_digit, self.ids))


def read(text: str) -> Sequence[Line]:
    """Read a text line by line; a list on one line comes apart where its looks tell."""
    rows = [row for row in _LINE_BREAKS.split(text) if _says_something(row)]
    _refuse_too_many(len(rows))
    lines: list[Line] = []
    columns: Columns | None = None
    for number, row in enumerate(rows):
        columns = (columns_of(row) if number == 0 else None) or columns
        if number > 0 or columns is None:
            lines.extend(_read_row(row, columns))
            _refuse_too_many(len(lines))
    return lines


def _refuse_too_many(count: int) -> None:
    if count > MOST_LINES:
        raise Refused(say("leads-too-many-lines", count=count, most=MOST_LINES))


def _split(marks: re.Pattern[str], text: str) -> Sequence[str]:
    parts = [part for part in marks.split(text) if _says_something(part)]
    _refuse_too_many(len(parts))
    return parts


def without_markup(text: str) -> str:
    """Take mentions of the bot and a platform's escapes out of a text, if it is not too long."""
    if len(text) > MOST_TEXT:
        raise Refused(say("leads-too-long", most=MOST_TEXT // 1000))
    plain = html.unescape(text) if "&" in text else text
    return _MENTION.sub(" ", plain) if "@" in plain or "<at" in plain else plain


def _says_something(row: str) -> bool:
    return any(letter.isalnum() for letter in row)


def _read_row(row: str, columns: Columns | None) -> Iterable[Line]:
    if columns is not None:
        return [_table_line(columns.cells(row), columns)]
    if _BARE_EMAIL.match(row):
        return [Line(text=row.strip(), emails=(row.strip().lower(),))]
    bullet = _BULLET.match(row)
    bare = row[bullet.end() :] if bullet else row
    if "\t" in bare or bare.lstrip().startswith("|"):
        cells = [cell for cell in re.split(r"[\t|]", bare) if _says_something(cell)]
        if len(cells) > 1 and not all(_sure_alone(cell) for cell in cells):
            return [_table_line(cells, None)]
    parts = _split(_LIST_MARKS, bare)
    return [line for part in parts for line in _read_part(part)]


def _table_line(cells: Sequence[str], columns: Columns | None) -> Line:
    """Read a row of a table: its address or id names the lead, else its name and company."""
    clean = [shown(cell).strip(_QUOTES) for cell in cells]
    row = read_row(clean, columns)
    return Line(
        text=", ".join(cell for cell in clean if cell),
        emails=row.emails,
        ids=row.ids,
        names=row.names,
    )


def _read_part(part: str) -> Sequence[Line]:
    """Read what stands between two list marks: one lead, or several between commas or blanks."""
    text = shown(part)
    if talk.is_talk(text):
        return _talk_lines(text)
    pieces = _split(_COMMAS, text)
    if len(pieces) > 1:
        return _read_pieces(text, pieces)
    return _sure_words(text) or [_line(text)]


def _read_pieces(text: str, pieces: Sequence[str]) -> Sequence[Line]:
    """Take a line apart where each piece stands alone; of the rest the database decides."""
    lines = [line for piece in pieces for line in (_sure_words(piece) or [_line(piece)])]
    sure = sum(line.sure for line in lines)
    if sure == len(lines):
        return lines
    if sure > 1:
        return lines if sure * 2 > len(lines) else _glued(pieces)
    return [_whole(text, tuple(lines))]


def _glued(pieces: Sequence[str]) -> Sequence[Line]:
    """Join names to the address after them: ``Anna Nowak, anna@a.example, Jan Kowal, ...``."""
    lines: list[Line] = []
    waiting: list[str] = []
    for piece in pieces:
        waiting.append(piece)
        if _line(piece).sure:
            lines.append(_with_pieces(waiting))
            waiting = []
    return [*lines, *(_line(piece) for piece in waiting)]


def _with_pieces(pieces: Sequence[str]) -> Line:
    if len(pieces) == 1:
        return _line(pieces[0])
    return _whole(", ".join(pieces), tuple(_line(piece) for piece in pieces))


def _whole(text: str, pieces: tuple[Line, ...]) -> Line:
    """Read a line as one lead, and keep the other way to read it."""
    whole = _line(text)
    return Line(
        text=whole.text,
        emails=tuple(email for piece in pieces for email in piece.emails),
        ids=tuple(id for piece in pieces for id in piece.ids),
        names=whole.names,
        pieces=pieces,
    )


def _sure_words(text: str) -> Sequence[Line]:
    """Read addresses and ids that stand between blanks; nothing where there is any other word."""
    words = text.split()
    if len(words) < 2 or not all(_sure_alone(word) for word in words):  # noqa: PLR2004 - one word is no list
        return ()
    return [_line(word) for word in words]


def _sure_alone(word: str) -> bool:
    tokens = references.tokens(word)
    return len(tokens) > 0 and all(
        references.email_in(token)
        or references.is_link(token)
        or references.is_id_in_a_sentence(token)
        for token in tokens
    )


def _line(text: str) -> Line:
    clean = shown(text).strip(_QUOTES)
    tokens = references.tokens(clean)
    emails = references.emails_in(tokens)
    return Line(
        text=clean,
        emails=emails,
        ids=() if emails else _ids(tokens),
        names=() if emails else _names(clean, tokens),
    )


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


def _names(text: str, tokens: Sequence[str]) -> tuple[Wanted, ...]:
    if len(text) > MOST_IN_A_NAME or any(references.is_link(token) for token in tokens):
        return ()
    return pairings(text)


def _talk_lines(text: str) -> Sequence[Line]:
    """Read a sentence around leads: "what happened to L-1 and anna@acme.example?"."""
    sure = [token for token in references.tokens(text) if _sure_alone(token)]
    if sure:
        return [replace(_line(token), talk=True) for token in dict.fromkeys(sure)]
    left = talk.without_talk(text)
    pieces = _split(_COMMAS_AND_AND, left)
    lines = _read_pieces(left, pieces) if len(pieces) > 1 else [_line(left)]
    as_it_stands = _line(text).names[:1]
    return [replace(line, ids=(), names=(*line.names, *as_it_stands), talk=True) for line in lines]
