"""What is wrong with a setting, said so that whoever runs Leadloop can mend it."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic_core import ErrorDetails

_SENTENCES: Mapping[str, str] = {
    "int_parsing": "must be a whole number",
    "int_from_float": "must be a whole number",
    "float_parsing": "must be a number",
    "bool_parsing": "must be true or false",
    "bool_type": "must be true or false",
    "less_than_equal": "must be at most {le}",
    "less_than": "must be less than {lt}",
    "greater_than_equal": "must be at least {ge}",
    "greater_than": "must be more than {gt}",
    "enum": "must be {expected}",
    "literal_error": "must be {expected}",
    "url_parsing": "must be an address, like https://example.com",
    "url_scheme": "must be an address that begins with {expected_schemes}",
}
"""By the names that pydantic has for faults."""


def fault_of(found: ErrorDetails) -> str:
    """Tell what a setting must be; what it holds is not repeated, since it may be a secret."""
    given = dict(found.get("ctx", {}))
    if found["type"] == "string_pattern_mismatch":
        words = str(given["pattern"]).removeprefix("^(").removesuffix(")$").split("|")
        return f"must be {', '.join(words[:-1])} or {words[-1]}"
    sentence = _SENTENCES.get(found["type"])
    return sentence.format(**given) if sentence else found["msg"].removeprefix("Value error, ")
