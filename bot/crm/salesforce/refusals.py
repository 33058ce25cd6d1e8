"""What Salesforce says when it refuses: its codes as our troubles, its validation in its words."""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus

from bot.crm.http import SPENT_FOR, Answer, Told, retry_after
from bot.crm.salesforce.records import listed
from bot.crm.told import LONGEST_WORDS, text
from handlers.connector import CrmError, Trouble

BUSY_FOR = timedelta(seconds=5)

LIMITED = "REQUEST_LIMIT_EXCEEDED"
PASSING = frozenset({"UNABLE_TO_LOCK_ROW", "SERVER_UNAVAILABLE"})
UNSEEN = frozenset({"INVALID_TYPE", "API_DISABLED_FOR_ORG"})
"""What it says to those who may not see an object: that there is none."""


def judge(answer: Answer) -> CrmError | None:
    """Read what the status alone does not say."""
    if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        unavailable = answer.status == HTTPStatus.SERVICE_UNAVAILABLE
        return (
            CrmError(Trouble.BUSY, wait=retry_after(answer), said="HTTP 503")
            if unavailable
            else None
        )
    errors = errors_of(answer)
    codes = {text(one, "errorCode") for one in errors}
    if LIMITED in codes:
        return _limited(errors)
    if codes & PASSING:
        return CrmError(Trouble.BUSY, said=min(codes & PASSING))
    if codes & UNSEEN:
        return CrmError(Trouble.FORBIDDEN, said=min(codes & UNSEEN))
    return None


def errors_of(answer: Answer) -> list[Told]:
    """List what a refused call was refused for; nothing where it does not say."""
    try:
        return [one for one in listed(answer) if one is not None]
    except CrmError:
        return []


def words(errors: list[Told]) -> str:
    """Say why, in Salesforce's words; of several faults, all of them."""
    said = dict.fromkeys(message for one in errors if (message := text(one, "message")))
    return ("; ".join(said) or "?")[:LONGEST_WORDS]


def _limited(errors: list[Told]) -> CrmError:
    """Tell the day's end from too many calls at once, which has the same code."""
    if any("concurrent" in text(one, "message").lower() for one in errors):
        return CrmError(Trouble.BUSY, wait=BUSY_FOR, said=LIMITED)
    return CrmError(Trouble.SPENT, wait=SPENT_FOR, said=LIMITED)
