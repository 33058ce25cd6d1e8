"""E-mail addresses, CRM ids and CRM links: what names a lead beyond doubt, if it exists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import parse_qsl, urlsplit

MOST_IN_A_TOKEN = 2_000
"""No address, id or link is longer."""

MOST_IN_AN_EMAIL = 254
MOST_IN_AN_ID = 64
MOST_WITH_A_NUMBER = 8
"""Words around an id that is a mere number; a longer line is a sentence."""

_BETWEEN_TOKENS = re.compile(r"[\s<>()\[\],;|\"“”„«»，；、（）]+")
_EDGES = "=.,:;!?'`*_~…。！？：’‘\\"
_LOCAL_PART = re.compile(r"[^\s@:/?#]+\Z")
_TIME = re.compile(
    r"\d{1,4}[-./:]\d{1,2}(?:[-./:]\d{1,4})?\Z|\d{1,3}(?:st|nd|rd|th|h|d|w)\Z|(?:\d{4}-?)?q[1-4](?:-?\d{4})?\Z",
    re.IGNORECASE,
)
_GUID = re.compile(
    r"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}\Z", re.IGNORECASE
)
_SALESFORCE = re.compile(r"[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?\Z")
_ID = re.compile(r"[^\W_](?:[\w.#:-]*\w)?\Z")
_DATE = re.compile(r"\d{4}[-./]\d{1,2}[-./]\d{1,2}\Z|\d{1,2}[-./]\d{1,2}[-./]\d{4}\Z")
_SPREADSHEET_NUMBER = re.compile(r"\d{1,15}\.0\Z")
"""What becomes of an id that is a number when a spreadsheet reckons with it."""

_HUBSPOT_RECORD = re.compile(r"/record/0-\d{1,9}/(\d{1,20})")
_DIGITS = frozenset("0123456789")
_SUM_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"


def tokens(text: str) -> Sequence[str]:
    """Cut a line into what could each be an address, an id or a link."""
    cut = (token.strip(_EDGES) for token in _BETWEEN_TOKENS.split(text))
    return [token for token in cut if token and len(token) <= MOST_IN_A_TOKEN]


def email_in(token: str) -> str:
    """Give the e-mail address that a token holds, in lower case; nothing where it holds none."""
    if "@" not in token:
        return ""
    local, _, domain = token.removeprefix("mailto:").partition("@")
    domain = domain.partition("?")[0].strip(_EDGES)
    if "@" in domain or "." not in domain.strip(".") or len(token) > MOST_IN_AN_EMAIL:
        return ""
    if not _LOCAL_PART.match(local) or not _LOCAL_PART.match(domain):
        return ""
    return f"{local}@{domain}".lower()


def emails_in(found: Iterable[str]) -> tuple[str, ...]:
    """Give the e-mail addresses that some tokens hold, each once."""
    return tuple(dict.fromkeys(email for email in map(email_in, found) if email))


def is_link(token: str) -> bool:
    """Tell whether a token is a web address, with or without its scheme."""
    if "/" not in token:
        return False
    if "://" in token:
        return True
    host, _, path = token.partition("/")
    return bool(path) and "." in host.strip(".") and "@" not in host


def ids_in_link(link: str) -> Sequence[str]:
    """Give the ways in which the id at the end of a CRM link may be written.

    Only the last id counts: an earlier one names the account, and could be another lead's id.
    """
    try:
        parts = urlsplit(link if "://" in link else f"https://{link}")
    except ValueError:
        return ()
    record = _HUBSPOT_RECORD.search(parts.path)
    if record:
        return spellings(record[1])
    named = [value for name, value in parse_qsl(parts.query) if name.lower() in {"id", "leadid"}]
    places = [named, parts.path.split("/"), re.split(r"[/=&]", parts.fragment)]
    for place in places:
        for segment in reversed(place):
            if has_digit(segment) and is_id(segment.strip("{}")):
                return spellings(segment)
    return ()


def is_id(token: str) -> bool:
    """Tell whether a token could be an id in some CRM."""
    bare = token.strip("{}#")
    return len(bare) <= MOST_IN_AN_ID and bool(_ID.match(bare)) and not _DATE.match(bare)


def is_id_in_a_sentence(token: str) -> bool:
    """Tell whether a token is an id among words: ``L-42`` is, the ``20`` of "20 leads" is not."""
    if not is_id(token) or not has_digit(token) or _TIME.match(token):
        return False
    return len(token) > 5 or not token.strip("{}#").isdigit()  # noqa: PLR2004 - no year, count or hour is longer


def is_long_number(token: str) -> bool:
    """Tell whether a token may be an id beside others: a part of a phone number is shorter."""
    return token.strip("{}#").isdigit() and len(token) > 3  # noqa: PLR2004 - digits


def number_among(found: Sequence[str]) -> str:
    """Give the one number among a few words; nothing where there are more, as in a phone number."""
    numbers = [token.strip("#") for token in found if token.strip("#").isdigit()]
    return numbers[0] if len(numbers) == 1 and 1 < len(found) <= MOST_WITH_A_NUMBER else ""


def has_digit(text: str) -> bool:
    """Tell whether there is a digit in a text."""
    return not _DIGITS.isdisjoint(text)


def spellings(written: str) -> Sequence[str]:
    """Give the ways in which CRMs write an id: with and without dashes, 15 and 18 letters long."""
    bare = written.strip("{}#")
    return list(dict.fromkeys([bare, *_other_spellings(bare)]))


def _other_spellings(id: str) -> Iterable[str]:
    if _GUID.match(id):
        digits = id.replace("-", "")
        yield digits
        yield "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
    elif _SPREADSHEET_NUMBER.match(id):
        yield id.removesuffix(".0")
    elif _SALESFORCE.match(id):
        yield id[:15] + salesforce_suffix(id[:15])
        yield id[:15]


def salesforce_suffix(id: str) -> str:
    """Give the three letters that say which of an id's 15 letters are capitals."""
    fives = (id[start : start + 5] for start in (0, 5, 10))
    return "".join(
        _SUM_LETTERS[sum(1 << place for place, letter in enumerate(five) if "A" <= letter <= "Z")]
        for five in fives
    )
