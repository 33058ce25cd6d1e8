"""Cleans the cells of exports: blanks, placeholders, addresses, ids, owners, whole columns at a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from handlers.crm import CrmCampaign, CrmOwner
from handlers.naming import name_key, shown

LONGEST_PLACEHOLDER = 20
LONGEST_ADDRESS = 500
"""Longer cells are not searched for an e-mail address."""
KEPT = 20_000
"""Values that are remembered, since most come more than once."""

_PLACEHOLDERS = frozenset(
    [
        *("select", "--none--", "-none-", "-- none --", "(none)", "none", "null", "(null)", "nil"),
        *("n/a", "na", "n.a.", "#n/a", "#n/d", "(no value)", "no value", "(blank)", "undefined"),
        *("-", "--", "---", "–", "—", ".", "?", "[not provided]", "not provided", "nan", "\\n"),
        *("- select -", "-- select --", "--select--", "please select", "#ref!", "#value!"),
        *("0000-00-00", "0000-00-00 00:00:00", "brak", "нет данных", "无", "(空)"),
    ]
)
_ALSO_NAMES = frozenset(["none", "null", "na", "nil", "nan", "select", "brak", "undefined"])
"""Placeholders that are somebody's name when they stand beside another name."""
_EMAIL = re.compile(r"[^\s@<>,;:\"()\[\]]+@[^\s@<>,;:\"()\[\]]+")
_NAME_WITH_EMAIL = re.compile(r"([^<(]*)[<(]\s*([^\s<>()]+@[^\s<>()]+)\s*[>)]")
_SHORT_ID = 15
_SALESFORCE_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"


class Remembered(dict[str, str]):
    """Cleans a text once, as long as it is remembered."""

    def __init__(self, clean: Callable[[str], str]) -> None:
        """Use this way of cleaning."""
        super().__init__()
        self._clean = clean

    def __missing__(self, text: str) -> str:
        """Clean a text that was not seen of late."""
        if len(self) >= KEPT:
            self.clear()
        cleaned = self[text] = self._clean(text)
        return cleaned


def clean(cell: str) -> str:
    """Give a cell's text for the eye; empty for a placeholder."""
    text = tidy(cell)
    if len(text) <= LONGEST_PLACEHOLDER and text.casefold() in _PLACEHOLDERS:
        return ""
    return text


def clean_name(cell: str) -> str:
    """Clean a part of a name, which may well be Null."""
    text = tidy(cell)
    if len(text) > LONGEST_PLACEHOLDER or (key := text.casefold()) not in _PLACEHOLDERS:
        return text
    return text if key in _ALSO_NAMES else ""


def tidy(cell: str) -> str:
    """Give a cell's text without blanks around it, double blanks and control characters."""
    text = cell.strip()
    if text.isascii() and text.isprintable():
        return " ".join(text.split()) if "  " in text else text
    return shown(text)


def full_name(first: str, last: str) -> str:
    """Join a name's parts, the family's first where both are written in Chinese; empty where both say nothing."""
    if not (first and last):
        return clean(first or last)
    if first.casefold() in _ALSO_NAMES and last.casefold() in _ALSO_NAMES:
        return ""
    if _is_chinese(first[0]) and _is_chinese(last[0]):
        return last + first
    return f"{first} {last}"


def _is_chinese(letter: str) -> bool:
    return "\u4e00" <= letter <= "\u9fff"


def address(cell: str) -> str:
    """Give the first e-mail address in a cell, in lower case."""
    if "@" not in cell or len(cell) > LONGEST_ADDRESS:
        return ""
    found = _EMAIL.search(cell)
    return tidy(found[0].strip(".'").lower()) if found else ""


def salesforce_id(text: str) -> str:
    """Lengthen an id that tells its letters' case to the one that does not, 15 characters to 18."""
    if len(text) != _SHORT_ID or not (text.isascii() and text.isalnum()):
        return text
    return text + "".join(_check_letter(text[place : place + 5]) for place in (0, 5, 10))


def _check_letter(five: str) -> str:
    return _SALESFORCE_LETTERS[sum(1 << place for place, one in enumerate(five) if one.isupper())]


def owner(given: tuple[str, ...]) -> CrmOwner | None:
    """Tell who owns a lead, from the CRM's id, the name and the address, as far as they are given."""
    number, name, email = clean(given[0]), clean(given[1]), address(given[2])
    if found := _NAME_WITH_EMAIL.fullmatch(name):
        name, email = found[1].strip(), email or found[2].lower()
    elif "@" in name and not email:
        email = address(name)
    key = number.casefold() or email or name_key(name) or name.casefold()
    return CrmOwner(key, name or email or number, email) if key else None


def campaign(name: str) -> CrmCampaign | None:
    """Tell which campaign a lead came from."""
    text = clean(name)
    return CrmCampaign(name_key(text) or text.casefold(), text) if text else None


def longest(column: Sequence[str]) -> int:
    """Give the length of a column's longest text."""
    return max(map(len, column), default=0)
