"""Whatever is sent as a file becomes one of its own kind."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from bot.i18n import Voice
from bot.papers import as_file
from handlers.message import (
    Calendar,
    Card,
    Document,
    Event,
    Paper,
    Sheet,
    Tab,
    WallTime,
    Workbook,
)
from handlers.people import Language
from handlers.phrase import verbatim

VOICE = Voice(Language.ENGLISH, "UTC")
TITLE = verbatim("Joint meeting")
EVENT = Event(
    uid="one@leadloop",
    edition=1,
    title=TITLE,
    description=TITLE,
    zone="UTC",
    starts=WallTime(date(2026, 11, 18), time(10)),
    minutes=30,
)


@pytest.mark.parametrize(
    ("paper", "name", "media_type"),
    [
        (Sheet(TITLE, "leads", (TITLE,), ()), "leads.csv", "text/csv"),
        (
            Calendar(TITLE, "meeting", datetime(2026, 11, 16, tzinfo=UTC), (EVENT,)),
            "meeting.ics",
            "text/calendar",
        ),
        (Document(Card(TITLE, ()), "agenda"), "agenda.md", "text/markdown"),
    ],
)
def test_a_paper_becomes_a_file_of_its_kind(paper: Paper, name: str, media_type: str) -> None:
    file = as_file(paper, VOICE)
    assert (file.name, file.media_type, file.title) == (name, media_type, TITLE)
    assert b"Joint meeting" in file.content


def test_a_workbook_becomes_a_file_that_spreadsheets_open() -> None:
    made_at = datetime(2026, 11, 23, 9, tzinfo=UTC)
    workbook = Workbook(TITLE, "week-47", made_at, (Tab(TITLE, (TITLE,), ((24,),)),))
    file = as_file(workbook, VOICE)
    assert (file.name, file.title) == ("week-47.xlsx", TITLE)
    assert file.media_type.endswith("spreadsheetml.sheet")
    assert CalamineWorkbook.from_filelike(BytesIO(file.content)).sheet_names == ["Joint meeting"]
