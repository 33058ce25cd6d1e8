"""Documentation is tested: settings, links and the field's words."""

from __future__ import annotations

import re
from pathlib import Path

from bot.config import PREFIX, Settings

HOUSE = Path(__file__).parents[1]
DOCS = HOUSE / "docs"
SETTINGS = DOCS / "settings.md"
CONFIG = HOUSE / "bot" / "config.py"


def headings(document: Path) -> list[str]:
    return re.findall(r"^#+ +(.+?) *$", document.read_text(encoding="utf-8"), re.MULTILINE)


def documents() -> list[Path]:
    return [path for path in (*HOUSE.glob("*.md"), *DOCS.rglob("*.md")) if path.is_file()]


def test_every_setting_is_a_heading_of_its_document_and_no_other() -> None:
    named = re.findall(rf"{PREFIX}[A-Z_]+", "\n".join(headings(SETTINGS)))
    assert sorted(named) == sorted(f"{PREFIX}{name.upper()}" for name in Settings.model_fields)


def test_every_link_inside_the_house_leads_somewhere() -> None:
    broken = [
        f"{document.relative_to(HOUSE)}: {link}"
        for document in documents()
        for link in re.findall(r"\]\(([^)#\s]+)", document.read_text(encoding="utf-8"))
        if "://" not in link and not link.startswith("mailto:")
        if not (document.parent / link).exists()
    ]
    assert broken == []


def test_the_glossary_tells_each_word_once_and_in_order() -> None:
    words = re.findall(
        r"^\*\*(.+?)\*\*", (DOCS / "glossary.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert len(words) > 20
    assert words == sorted(set(words), key=str.casefold)
