"""Where a card is drawn, and what Teams draws there."""

from __future__ import annotations

from dataclasses import dataclass

from bot.i18n import Voice
from bot.platforms.teams.seals import Seal

MOST_LETTERS = 36_000
"""Teams takes messages of 100 KB and wants 80 at most, two bytes a letter; words for the
notification and the envelope need room besides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """A place to draw on."""

    version: str
    """Of Adaptive Cards."""
    is_new: bool
    """It has what came with 1.5 (tables, marked headings, tooltips), and the charts of Teams."""
    executes: bool
    """Buttons may be Action.Execute, and may open dialogs."""
    has_buttons: bool


MESSAGE = Surface(version="1.5", is_new=True, executes=True, has_buttons=True)
DIALOG = Surface(version="1.5", is_new=True, executes=False, has_buttons=True)
"""A button in a dialog sends what it carries as the dialog's answer, which may be a next dialog."""
UNFOLD = Surface(version="1.3", is_new=False, executes=False, has_buttons=False)
"""What a link unfolds to is kept by Teams for everybody, and stands where we may not be: nobody
could be answered there."""


@dataclass(frozen=True, slots=True)
class Pen:
    """Whom a card is drawn for, and where."""

    voice: Voice
    surface: Surface
    seal: Seal
    """Closes what buttons carry."""
