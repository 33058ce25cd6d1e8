"""How long a definition may be: what nobody can keep in mind, nobody keeps to."""

from __future__ import annotations

MOST_CRITERIA = 12
LONGEST_WORDS = 200
MOST_VALUES = 20
LONGEST_VALUE = 75
"""What a form's menu shows whole on every platform."""
LONGEST_WHY = 500
