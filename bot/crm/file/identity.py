"""Tells which lead a row is about: by the CRM's id, else the e-mail address, else name and company."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.crm.file import cells
from bot.crm.file.columns import Columns, Texts
from bot.crm.file.rows import is_total
from handlers.crm import Cell, Column, KnownBy
from handlers.naming import company_key, name_key, surname_key
from handlers.phrase import say

REFERENCE = "lead_id"
"""The field by which records that are no leads themselves name theirs."""

Filled = dict[Column, Sequence[Cell]]

_ID, _EMAIL, _NAME, _CONTACT = (known.value for known in KnownBy)


def person(columns: Columns) -> Filled:
    """Read who somebody is and where they work, as far as the file has it."""
    filled: Filled = {}
    names = _names(columns)
    if names is not None:
        keys = columns.checked([_key(name) for name in names], "name")
        filled[Column.NAME] = names
        filled[Column.NAME_KEY] = keys
        filled[Column.SURNAME_KEY] = [surname_key(key) for key in keys]
    if columns.has("company"):
        companies = columns.word("company")
        filled[Column.COMPANY] = companies
        filled[Column.COMPANY_KEY] = columns.checked(
            [company_key(company) for company in companies], "company"
        )
    if columns.has("email"):
        filled[Column.EMAIL] = columns.checked(
            [cells.address(cell) for cell in columns.raw("email")], "email"
        )
    if columns.has("phone"):
        filled[Column.PHONE] = columns.checked(
            [cells.clean(cell) for cell in columns.raw("phone")], "phone"
        )
    if columns.has("title"):
        filled[Column.TITLE] = columns.word("title")
    return filled


def _key(name: str) -> str:
    """Fold a clean name; the plainest ones need no more than small letters."""
    plain = name.isascii() and name.replace(" ", "").isalnum()
    return name.lower() if plain else name_key(name)


def _names(columns: Columns) -> Texts | None:
    whole = [cells.clean(cell) for cell in columns.raw("name")] if columns.has("name") else None
    if columns.has("first_name") or columns.has("last_name"):
        parts = zip(
            columns.text("first_name", cells.clean_name),
            columns.text("last_name", cells.clean_name),
            strict=True,
        )
        joined = [cells.full_name(first, last) for first, last in parts]
        if whole is not None:
            joined = [name or other for name, other in zip(whole, joined, strict=True)]
        return columns.checked(joined, "last_name")
    return None if whole is None else columns.checked(whole, "name")


def folded(ids: Iterable[str]) -> Texts:
    """Give ids in the case in which they are compared."""
    return [one.lower() for one in ids]


def identify(columns: Columns, id_field: str, known: Filled) -> Filled:
    """Say for each row which lead it is about, and refuse the rows that do not tell."""
    ids = columns.id(id_field)
    if all(ids):
        return {Column.ID: ids, Column.KEY: folded(ids)}
    contacts = folded(columns.id("contact_id")) if id_field == REFERENCE else [""] * columns.size
    return _by_other_means(columns, ids, contacts, known)


def _by_other_means(columns: Columns, ids: Texts, contacts: Texts, known: Filled) -> Filled:
    nothing = [""] * columns.size
    names, name_keys, companies, company_keys, emails = (
        known.get(column, nothing)
        for column in (
            Column.NAME,
            Column.NAME_KEY,
            Column.COMPANY,
            Column.COMPANY_KEY,
            Column.EMAIL,
        )
    )
    found: list[tuple[str, str, str]] = []
    for place, one in enumerate(ids):
        if one:
            found.append((one, one.lower(), _ID))
        elif contacts[place]:
            found.append((contacts[place], contacts[place], _CONTACT))
        elif emails[place]:
            found.append((str(emails[place]), str(emails[place]), _EMAIL))
        elif name_keys[place] and company_keys[place]:
            shown = f"{names[place]}, {companies[place]}"
            found.append((shown, f"{name_keys[place]}, {company_keys[place]}", _NAME))
        else:
            found.append(("", "", _ID))
            _refuse_nameless(columns, place)
    return {
        Column.ID: [one[0] for one in found],
        Column.KEY: [one[1] for one in found],
        Column.KNOWN_BY: [one[2] for one in found],
    }


def _refuse_nameless(columns: Columns, place: int) -> None:
    says_nothing = not any(map(str.strip, columns.row(place))) or is_total(columns.row(place))
    columns.refuse(place, None if says_nothing else say("import-refused-identity"))
