"""What Dataverse says when it refuses: its codes as our troubles, its rules in their words."""

from __future__ import annotations

from http import HTTPStatus

from bot.crm.http import SPENT_FOR, Answer, retry_after, trouble_of
from bot.crm.told import LONGEST_WORDS, part, text
from handlers.connector import CrmError, Trouble

PROTECTION = frozenset({"0x80072321", "0x80072322", "0x80072326"})
"""Codes of the limits over five minutes; any other one is the day's allowance (Microsoft: API limits)."""

SYNC_EXPIRED = "0x80044352"
"""The delta link is older than change tracking remembers, or the table was changed since."""


def judge(answer: Answer) -> CrmError | None:
    """Read what the status alone does not say."""
    code = code_of(answer)
    if code == SYNC_EXPIRED or answer.status == HTTPStatus.GONE:
        return CrmError(Trouble.EXPIRED, said=f"HTTP {answer.status}")
    if answer.status == HTTPStatus.TOO_MANY_REQUESTS and code and code not in PROTECTION:
        return CrmError(Trouble.SPENT, wait=retry_after(answer) or SPENT_FOR, said="HTTP 429")
    return None


def trouble(answer: Answer) -> CrmError:
    """Say what a refusal within a batch means."""
    return judge(answer) or trouble_of(answer)


def code_of(answer: Answer) -> str:
    """Give Dataverse's own code, in small letters; empty where there is none."""
    return _said(answer, "code").lower()


def words_of(answer: Answer) -> str:
    """Say why an answer refuses, in Dataverse's words."""
    return _said(answer, "message")[:LONGEST_WORDS] or f"HTTP {answer.status}"


def _said(answer: Answer, name: str) -> str:
    try:
        return text(part(answer.told(), "error"), name)
    except CrmError:
        return ""
