"""What a rule of gentle words is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Noticed(StrEnum):
    """What stands between the writer and being heard."""

    BLAME = "blame"
    """A person or a team is made guilty."""
    ABSOLUTE = "absolute"
    """Always, never, nobody: said of a team, it is a verdict. Said of a lead, it may be a fact."""
    INSULT = "insult"


@dataclass(frozen=True, slots=True)
class Rule:
    """Words, and what may stand in their place."""

    noticed: Noticed
    words: str
    """A regular expression; a blank in it stands for one to three."""
    instead: str
    """What takes their place, as in `re.sub`; nothing where they are left out."""
