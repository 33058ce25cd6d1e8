"""Turns what is sent as a file into one, in the reader's language."""

from __future__ import annotations

from typing import assert_never

from bot import calendars, markdown, sheets, workbooks
from bot.i18n import Voice
from handlers.message import Calendar, Document, File, Paper, Sheet, Workbook


def as_file(paper: Paper, voice: Voice) -> File:
    """Write a paper as the file that it is sent as."""
    match paper:
        case Sheet():
            return sheets.as_file(paper, voice)
        case Calendar():
            return calendars.as_file(paper, voice)
        case Document():
            return markdown.as_file(paper, voice)
        case Workbook():
            return workbooks.as_file(paper, voice)
        case _:
            assert_never(paper)
