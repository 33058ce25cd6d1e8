"""The public data sets come in whole, on both databases."""

from __future__ import annotations

from collections import Counter

import pytest
from sqlalchemy import Engine, func, select

from bot.crm.file.importing import Imported, import_files
from storage.imports import SqlImport
from storage.schema import activities, campaigns, lead_changes, leads, owners
from tests.builders import Clock
from tests.datasets import DATASETS

pytestmark = pytest.mark.datasets

OLIST = (
    "olist-marketing-funnel/olist_closed_deals_dataset.csv",
    "olist-marketing-funnel/olist_marketing_qualified_leads_dataset.csv",
)
X_EDUCATION = ("x-education-leads/Leads.csv",)
LEADFORGE = tuple(
    f"leadforge-b2b-saas/{name}.csv"
    for name in (
        *("leads", "contacts", "accounts", "touches", "sales_activities"),
        *("sessions", "opportunities"),
    )
)


def imported(engine: Engine, names: tuple[str, ...]) -> Imported:
    return import_files([DATASETS / name for name in names], SqlImport(engine, Clock()))


def statuses(engine: Engine) -> Counter[str | None]:
    with engine.connect() as connection:
        return Counter(connection.execute(select(leads.c.status)).scalars())


def test_olist_comes_in_whole(engine: Engine) -> None:
    told = imported(engine, OLIST)
    assert (told.read, told.new, told.refused, told.repeated) == (8_842, 8_000, 0, 0)
    assert statuses(engine) == {None: 7_158, "converted": 842}
    again = imported(engine, OLIST)
    assert (again.new, again.changed, again.unchanged) == (0, 0, 8_000)
    with engine.connect() as connection:
        dated = select(func.count(leads.c.converted_at), func.count(leads.c.created_at))
        assert connection.execute(dated).one() == (842, 8_000)
        assert connection.execute(select(func.count()).select_from(owners)).scalar_one() == 22
        assert connection.execute(select(func.count()).select_from(campaigns)).scalar_one() == 495
        assert connection.execute(select(func.count()).select_from(lead_changes)).scalar_one() == 0


def test_x_education_comes_in_whole(engine: Engine) -> None:
    told = imported(engine, X_EDUCATION)
    assert (told.read, told.new, told.refused) == (9_240, 9_240, 0)
    assert statuses(engine)["converted"] == 3_561
    assert not told.unknown_words
    assert imported(engine, X_EDUCATION).unchanged == 9_240
    with engine.connect() as connection:
        reasons = Counter(
            connection.execute(
                select(leads.c.reason).where(leads.c.status == "disqualified")
            ).scalars()
        )
        blank = leads.c.source.in_(["Select", ""])
        assert connection.execute(select(func.count()).where(blank)).scalar_one() == 36
    assert reasons["bad-data"] == 156
    assert reasons["competitor"] == 11


def test_leadforge_comes_in_whole(engine: Engine) -> None:
    told = imported(engine, LEADFORGE)
    assert (told.new, told.refused, told.activities) == (500, 0, 3_811 + 2_136)
    assert [note.key for note in told.notes] == ["import-note-sessions"]
    assert statuses(engine) == {"converted": 106, "disqualified": 98, "qualified": 218, None: 78}
    assert imported(engine, LEADFORGE).unchanged == 500
    with engine.connect() as connection:
        named = select(func.count()).where(leads.c.company != "", leads.c.title != "")
        assert connection.execute(named).scalar_one() == 500
        wrong = select(func.count()).where(leads.c.first_touch_at > leads.c.last_touch_at)
        assert connection.execute(wrong).scalar_one() == 0
        out = select(func.min(activities.c.at)).where(
            activities.c.lead_id == leads.c.id, activities.c.direction == "out"
        )
        differ = select(func.count()).where(
            leads.c.first_touch_at.is_distinct_from(out.scalar_subquery())
        )
        assert connection.execute(differ).scalar_one() == 0
