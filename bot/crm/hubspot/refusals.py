"""What HubSpot says when it refuses: its policies as our troubles, its validation in its words."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import timedelta
from http import HTTPStatus

from bot.crm.http import SPENT_FOR, Answer, Told, retry_after
from bot.crm.told import LONGEST_WORDS, rows, text
from handlers.connector import CrmError, Trouble

WAITS = {
    "SECONDLY": timedelta(seconds=1),
    "TEN_SECONDLY_ROLLING": timedelta(seconds=10),
}
"""How long its policies last, where it does not say itself."""

MIGRATING = 477
"""The account moves to another data centre, for up to a day."""

LOCKED_FOR = timedelta(seconds=2)

_LISTED = "Property values were not valid: "


def judge(answer: Answer) -> CrmError | None:
    """Read what the status alone does not say."""
    wait = retry_after(answer)
    match answer.status:
        case HTTPStatus.TOO_MANY_REQUESTS:
            return _limited(answer, wait)
        case HTTPStatus.LOCKED:
            return CrmError(Trouble.BUSY, wait=wait or LOCKED_FOR, said="HTTP 423")
        case int(status) if status == MIGRATING:
            return CrmError(Trouble.UNREACHABLE, wait=wait or SPENT_FOR, said="HTTP 477")
        case _:
            return None


def words_of(answer: Answer) -> str:
    """Say why an answer refuses, in HubSpot's words."""
    return words(answer.told())


def words(error: Told) -> str:
    """Say what an error says; of several faults, all of them."""
    message = text(error, "message")
    said = _validation(message) or [text(one, "message") for one in rows(error, "errors")]
    told = "; ".join(dict.fromkeys(one for one in said if one)) or message or "?"
    return told[:LONGEST_WORDS]


def _validation(message: str) -> Sequence[str]:
    """Read the list that the message of a validation error holds as JSON."""
    if not message.startswith(_LISTED):
        return []
    try:
        listed: object = json.loads(message.removeprefix(_LISTED))
    except (ValueError, RecursionError):
        return []
    return [text(one, "message") for one in rows({"listed": listed}, "listed")]


def _limited(answer: Answer, wait: timedelta | None) -> CrmError:
    try:
        policy = text(answer.told(), "policyName")
    except CrmError:
        policy = ""
    if policy == "DAILY":
        return CrmError(Trouble.SPENT, wait=wait or SPENT_FOR, said="HTTP 429")
    usual = WAITS.get(policy, WAITS["TEN_SECONDLY_ROLLING"])
    return CrmError(Trouble.BUSY, wait=usual if wait is None else wait, said="HTTP 429")
