"""Reads rows that were pasted from a spreadsheet."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from handlers.lead import Wanted
from handlers.leads import references
from handlers.naming import name_key

MOST_IN_A_ROW = 100_000
"""The csv module refuses a longer cell."""

_HEADINGS = {
    "email": (
        "email|e mail|email address|e mail address|adres email|adres e mail|mail|почта|"
        "эл почта|электронная почта|имейл|адрес почты|邮箱|电子邮件|电子邮箱|邮件|person email"
    ),
    "id": (
        "id|lead id|record id|contact id|prospect id|external id|crm id|leadid|lead|"
        "mql id|id leada|identyfikator|ид|id лида|номер|编号|线索编号|线索id|客户编号"
    ),
    "link": ("link|url|crm link|ссылка|链接|adres"),
    "name": (
        "name|full name|lead name|contact|contact name|nazwa|imie i nazwisko|osoba|"
        "kontakt|имя|фио|контакт|имя и фамилия|полное имя|姓名|名字|联系人|person name"
    ),
    "first": ("first name|firstname|imie|given name|名"),
    "last": ("last name|lastname|surname|nazwisko|family name|фамилия|姓"),
    "company": (
        "company|company name|account|account name|organization|organisation|"
        "company account|firma|nazwa firmy|spolka|organizacja|компания|фирма|организация|"
        "название компании|公司|公司名称|企业|organization name"
    ),
    "": (
        "status|lead status|owner|lead owner|phone|phone number|title|job title|source|"
        "lead source|country|city|date|created|create date|campaign|no|nr|lp|telefon|"
        "stanowisko|zrodlo|wlasciciel|miasto|kraj|data|статус|ответственный|телефон|"
        "должность|источник|город|страна|дата|кампания|状态|负责人|电话|职位|来源|城市|日期|活动"
    ),
}
_NO_WORDS = re.compile(r"[\d\s.,:/+()%$€£zł-]*\Z")


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column of a pasted table holds; nothing for those that name no lead."""

    mark: str
    holds: tuple[str, ...]

    def cells(self, row: str) -> Sequence[str]:
        """Cut a row as its headings were cut."""
        return next(iter(csv.reader([row[:MOST_IN_A_ROW]], delimiter=self.mark)))


@dataclass(frozen=True, slots=True)
class RowOfTable:
    """What a row can be found by."""

    emails: tuple[str, ...]
    ids: tuple[str, ...]
    names: tuple[Wanted, ...]


def columns_of(row: str, following: str) -> Columns | None:
    """Read a line as headings, by itself and the line below it; nothing where it is none."""
    for mark in ("\t", ";", ",", "|"):
        if mark in row:
            cells = [name_key(cell) for cell in row.split(mark)[:100]]
            holds = tuple(_headings().get(cell, "") for cell in cells)
            known = sum(cell in _headings() for cell in cells)
            if any(holds) and (known * 2 > len(cells) or _heads(row, following, mark, holds)):
                return Columns(mark, holds)
    return None


def _heads(row: str, following: str, mark: str, holds: tuple[str, ...]) -> bool:
    """Tell whether words mostly unknown are headings: they have no digits, and rows like them follow."""
    names_leads = not {"id", "email"}.isdisjoint(holds)
    alike = len(holds) > 2 and row.count(mark) == following.count(mark)  # noqa: PLR2004 - "Lead, Tom" is none
    return names_leads and alike and not references.has_digit(row) and "@" not in row


def is_heading(row: str) -> bool:
    """Tell whether a row is nothing but the heading of one column that tells leads apart."""
    return bool(_headings().get(name_key(row)))


def read_row(cells: Sequence[str], columns: Columns | None) -> RowOfTable:
    """Find a row's address, id, and name with company, by its headings or by its looks."""
    tokens = [token for cell in cells for token in references.tokens(cell)]
    emails = references.emails_in(tokens)
    if columns is None:
        return RowOfTable(emails, _ids(cells), _names(cells))
    held = _held(cells, columns)
    ids = [held.get("id", ""), held.get("link", "")]
    return RowOfTable(emails, _ids([id for id in ids if id]), _names_held(held))


def _held(cells: Sequence[str], columns: Columns) -> dict[str, str]:
    return {hold: cell for hold, cell in zip(columns.holds, cells, strict=False) if hold and cell}


def _names_held(held: dict[str, str]) -> tuple[Wanted, ...]:
    name = held.get("name") or f"{held.get('first', '')} {held.get('last', '')}".strip()
    return (Wanted(name, held.get("company", "")),) if name else ()


def _ids(cells: Sequence[str]) -> tuple[str, ...]:
    found: list[str] = []
    for cell in cells:
        tokens = references.tokens(cell)
        if len(tokens) == 1 and references.is_link(tokens[0]):
            found.extend(references.ids_in_link(tokens[0]))
        elif len(tokens) == 1 and references.is_id(tokens[0]) and references.has_digit(cell):
            found.extend(references.spellings(tokens[0]))
    return tuple(dict.fromkeys(found))


def _names(cells: Sequence[str]) -> tuple[Wanted, ...]:
    """Guess which cells are the name and the company: the first ones with words in them."""
    texts = [cell for cell in cells if not _NO_WORDS.match(cell) and not _is_reference(cell)][:3]
    first, second, third = [*texts, "", "", ""][:3]
    likely = [
        Wanted(first, second),
        Wanted(f"{first} {second}".strip(), third),
        Wanted(second, first),
        Wanted(first),
    ]
    return tuple(dict.fromkeys(one for one in likely if one.name))


def _is_reference(cell: str) -> bool:
    return any(
        references.email_in(token)
        or references.is_link(token)
        or (references.is_id(token) and references.has_digit(token))
        for token in references.tokens(cell)
    )


@lru_cache(maxsize=1)
def _headings() -> dict[str, str]:
    return {
        name_key(heading): hold
        for hold, headings in _HEADINGS.items()
        for heading in headings.split("|")
    }
