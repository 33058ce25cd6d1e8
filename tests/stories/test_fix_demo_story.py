"""A stale field is mended in the demo, from the envelope to the demo's CRM and back, through its real HTTP door."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from bot import demo as app
from bot.clock import MovableClock
from tests.builders import MONDAY_MORNING
from tests.patience import running, until
from tests.stories.test_main_story import HOME, Visitor, buttons, kept, press, text_of

pytestmark = pytest.mark.slow

STALE = "fields to look at"
OWN = """\
Record ID,First Name,Last Name,Email,Company Name,Contact owner,Contact owner email,Lead Status,Create Date
1,Anna,Nowak,anna@acme.example,Acme,,,In Progress,2026-10-01
2,Jan,Berg,jan@globex.example,Globex,,,Connected,2026-10-02
3,Mei,Chen,mei@polar.example,Polar,,,Connected,2026-10-02
4,Eve,Won,eve@won.example,Won,,,Connected,2026-10-05
"""

Meet = Callable[[str], Visitor]


@contextmanager
def opened(folder: Path, data: list[Path] | None = None) -> Iterator[Meet]:
    """Open the demo, or open it again after a restart."""
    clock = MovableClock(running(MONDAY_MORNING), folder / "clock")
    demo = app.open_demo(folder, clock, data or [])
    with TestClient(demo.web, base_url=HOME) as client:
        yield lambda person: Visitor(client, person)
    demo.listeners.close()


@pytest.fixture
def meet(tmp_path: Path) -> Iterator[Meet]:
    with opened(tmp_path) as meet:
        yield meet


def crm(visitor: Visitor, **asked: str) -> str:
    """Look at a page into the demo's CRM."""
    sent = visitor.client.get("/demo/crm", params={"as": visitor.person, **asked})
    assert sent.status_code == 200
    return sent.text


def asked_about(visitor: Visitor) -> list[str]:
    """Read off the CRM's page which leads somebody is asked about now."""
    ids: list[str] = re.findall(r"lead=([^&\"]+)", crm(visitor).partition("Changed since")[0])
    return ids


def has_in_crm(visitor: Visitor, lead: str, words: str) -> None:
    wanted = until(lambda: words in text_of(unescape(crm(visitor, lead=lead))))
    assert wanted, text_of(crm(visitor, lead=lead))


def first_row(message: Any) -> Any:
    """Cut a card off behind its first row."""
    head, row, *_ = message["html"].split("<h4>")
    return {**message, "html": head + row}


def next_morning(tom: Visitor) -> tuple[Any, str]:
    """Move the clock; give Tom's first row, and its lead in the CRM."""
    tom.post("clock", jump="tomorrow")
    row = first_row(tom.sees(tom.home, STALE))
    lead = next(one for one in asked_about(tom) if label(tom, one) in text_of(row["html"]))
    return row, lead


def label(visitor: Visitor, lead: str) -> str:
    found = re.search(r"<h2>(.*?)</h2>", crm(visitor, lead=lead))
    assert found is not None
    return unescape(found[1])


def one_value(row: Any) -> str:
    """Give the first value that a row offers in one tap."""
    return next(
        label for label, told in buttons(row["html"]).items() if told["does"] == "nudges.fix"
    )


def edit(visitor: Visitor, lead: str, **values: str) -> None:
    visitor.post("crm-edit", lead=lead, values=values)


def test_the_first_day_asks_no_rep_about_a_field_and_the_next_morning_does(meet: Meet) -> None:
    tom = meet("tom")
    tom.post("clock", jump="hour")
    assert STALE not in str(tom.messages(tom.home))
    assert "Stale fields are asked about at 9:30" in crm(tom)
    tom.post("clock", jump="tomorrow")
    tom.sees(tom.home, STALE)
    assert len(asked_about(tom)) == 5
    assert set(asked_about(tom)) <= set(asked_about(meet("maya")))


def test_a_rep_mends_a_field_and_it_stands_in_the_crm_with_their_name_until_it_is_undone(
    meet: Meet,
) -> None:
    tom, maya, ada = meet("tom"), meet("maya"), meet("ada")
    row, lead = next_morning(tom)
    value = one_value(row)
    press(tom, row, value)
    has_in_crm(tom, lead, f"→ {value}")
    has_in_crm(tom, lead, "Tom Baker confirmed in Leadloop: Status:")
    written = first_row(tom.sees(tom.home, "Written to Demo CRM"))

    name = label(tom, lead).replace(" · ", ", ")
    maya.say(f"@Leadloop {name}", "marketing")
    card = text_of(maya.sees("marketing", "1 lead: 1 converted")["html"])
    assert "CRM" in card
    assert "Tom" not in card

    press(tom, written, "Undo")
    has_in_crm(tom, lead, "Tom Baker took back in Leadloop")
    tom.sees(tom.home, "Taken back. Demo CRM has the old value again.")
    logged = ada.post("press", conversation=ada.home, message=None, does="writing.log", values={})
    assert "Tom Baker" in text_of(logged["html"])
    assert "written and taken back" in text_of(logged["html"])


def test_an_administrator_sees_how_far_the_copy_of_the_demos_crm_is(meet: Meet) -> None:
    ada = meet("ada")
    home = "home:person:ada"
    ada.post("press", conversation=home, message=None, does="home.opened", values={})
    assert "Demo CRM in step" in text_of(ada.sees(home, "Rules about stale fields")["html"])


def test_an_edit_in_the_crm_that_nobody_has_seen_is_a_conflict_with_both_values(
    meet: Meet,
) -> None:
    tom = meet("tom")
    row, lead = next_morning(tom)
    edit(tom, lead, status="New")
    value = one_value(row)
    press(tom, row, value)
    conflict = tom.sees(tom.home, "In Demo CRM New")
    assert f"Yours {value}" in text_of(conflict["html"])
    assert "confirmed in Leadloop" not in crm(tom, lead=lead)
    press(tom, conflict, "Write mine")
    has_in_crm(tom, lead, f"New → {value}")


def test_a_row_leaves_once_leadloop_has_seen_that_the_crm_changed(meet: Meet) -> None:
    tom = meet("tom")
    row, lead = next_morning(tom)
    who = label(tom, lead)
    edit(tom, lead, status="New")
    assert lead in asked_about(tom)
    tom.post("crm-look")
    assert lead not in asked_about(tom)
    assert until(lambda: who not in str(tom.messages(tom.home)[-1]))
    late = press(tom, row, one_value(row))
    assert "changed meanwhile" in text_of(late["html"])


def test_what_the_crm_refuses_is_said_in_its_words_and_the_row_stays(meet: Meet) -> None:
    tom = meet("tom")
    tom.post("clock", jump="tomorrow")
    envelope = tom.sees(tom.home, STALE)
    form = press(tom, envelope, "Fill in …")
    sent = {"form": "nudges.fixed", "keep": kept(form["html"]), "values": {"value": "x" * 300}}
    tom.post("submit", conversation=tom.home, **sent)
    tom.sees(tom.home, "Demo CRM says: Situation: at most 255 letters, please; these are 300.")


def test_what_was_written_survives_a_restart_with_its_note(tmp_path: Path) -> None:
    with opened(tmp_path) as meet:
        tom = meet("tom")
        row, lead = next_morning(tom)
        press(tom, row, one_value(row))
        has_in_crm(tom, lead, "Tom Baker confirmed in Leadloop")
    with opened(tmp_path) as meet:
        assert "Tom Baker confirmed in Leadloop" in crm(meet("tom"), lead=lead)
        assert label(meet("tom"), lead) in unescape(crm(meet("tom")))


def test_a_visit_that_an_earlier_version_left_is_begun_anew_and_nothing_else_is(
    tmp_path: Path,
) -> None:
    assert not app.is_from_before_the_crm(tmp_path)
    (tmp_path / app.DATABASE).touch()
    assert app.is_from_before_the_crm(tmp_path)
    (tmp_path / app.CRM).touch()
    assert not app.is_from_before_the_crm(tmp_path)


def test_with_a_visitors_own_export_the_next_morning_asks_about_their_leads(
    tmp_path: Path,
) -> None:
    data = tmp_path / "leads.csv"
    data.write_text(OWN, encoding="utf-8")
    with opened(tmp_path, [data]) as meet:
        tom, piotr = meet("tom"), meet("piotr")
        tom.post("clock", jump="tomorrow")
        shown = text_of(tom.sees(tom.home, "to look at")["html"])
        asked = asked_about(tom)
        assert set(asked) <= {"1", "2", "3", "4"}
        assert all(label(tom, one) in shown for one in asked)
        assert set(asked).isdisjoint(asked_about(piotr))
