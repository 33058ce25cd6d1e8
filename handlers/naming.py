"""How names are cleaned for the eye and folded for comparison."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_PICTURES = "\u2190-\u2bff\u3030\u303d\u3297\u3299\ufe0f\U0001f000-\U0001faff"
_LOOSE_JOINER = re.compile(f"(?<![{_PICTURES}])\u200d|\u200d(?![{_PICTURES}])")
_BLANK_LETTERS = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0]")
"""Letters and marks that Unicode calls printable, and that nobody can see."""

_LETTERS_WITHOUT_PARTS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "þ": "th",
        "ð": "d",
    }
)
_LATIN_MARKS = re.compile("[\u0300-\u034e\u0350-\u036f]")
_ASCII_WORDS = str.maketrans(
    {chr(code): chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}
)
_LEGAL_FORM = re.compile(
    r"(?:(?<=\w) (?:inc|incorporated|llc|llp|ltd|limited|plc|corp|corporation|co|company|gmbh|ag|kg"
    r"|se|sa|s a|sas|sarl|srl|spa|s p a|bv|b v|nv|n v|ab|oy|as|s r o|sro"
    r"|spolka z o o|sp z o o|sp z oo|spolka akcyjna|sp k|ооо|оао|зао|пао|ао|ип)"
    r"|(?<=\w) ?(?:股份|责任)?有限(?:责任)?公司)+$"
)
_LEGAL_FORM_FIRST = re.compile(r"^(?:ооо|оао|зао|пао|ао|ип) (?=\w)")


def shown(text: str) -> str:
    """Clean a name for display: composed letters, single blanks, nothing that controls or hides."""
    seen = unicodedata.normalize("NFC", text)
    if not seen.isprintable():
        seen = "".join(_seen(letter) for letter in _LOOSE_JOINER.sub("", seen))
    if not seen.isascii():
        seen = _BLANK_LETTERS.sub("", seen)
    return " ".join(seen.split())


def _seen(letter: str) -> str:
    if letter.isprintable() or letter == "\u200d":
        return letter
    return " " if letter.isspace() else ""


@lru_cache(maxsize=65_536)
def name_key(text: str) -> str:
    """Fold a name so that case, accents and punctuation make no difference: ``Żak`` gives ``zak``.

    Marks go from letters of every script: Russian ``й`` and ``ё`` meet ``и`` and ``е``.
    """
    if text.isascii():
        return " ".join(text.translate(_ASCII_WORDS).split())
    return " ".join(filter(None, map(_word_key, text.split(" "))))


@lru_cache(maxsize=65_536)
def _word_key(text: str) -> str:
    """Fold a part of a name by itself: the same first names come again and again."""
    parts = _LATIN_MARKS.sub("", unicodedata.normalize("NFKD", text).casefold())
    if not parts.isascii():
        parts = parts.translate(_LETTERS_WITHOUT_PARTS)
    if parts.isascii():  # most names of Europe, which would take twice as long letter by letter
        return " ".join(parts.translate(_ASCII_WORDS).split())
    bare = "".join(c for c in parts if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", " ".join("".join(map(_word_letter, bare)).split()))


def _word_letter(letter: str) -> str:
    return letter if letter.isalnum() or unicodedata.category(letter) == "Mc" else " "


def surname_key(key: str) -> str:
    """Give the last word of a folded name."""
    return key.rpartition(" ")[2]


@lru_cache(maxsize=65_536)
def company_key(text: str) -> str:
    """Fold a company's name, without its legal form: ``ACME, Inc.`` gives ``acme``."""
    return _LEGAL_FORM.sub("", _LEGAL_FORM_FIRST.sub("", name_key(text)))
