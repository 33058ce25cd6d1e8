"""What `leadloop check` finds out, and how it is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from rich.text import Text

from bot.i18n import Voice
from handlers.phrase import Phrase


class Grade(Enum):
    """How well something is; the sign stands before its sentence."""

    WELL = ("✓", "green")
    ADVICE = ("•", "yellow")
    """Leadloop works, but not with everything it can do."""
    WRONG = ("✗", "red")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    grade: Grade
    told: Phrase


def well(told: Phrase) -> Finding:
    """Tell that something is as it should be."""
    return Finding(Grade.WELL, told)


def advice(told: Phrase) -> Finding:
    """Tell what might be better."""
    return Finding(Grade.ADVICE, told)


def wrong(told: Phrase) -> Finding:
    """Tell what must be mended."""
    return Finding(Grade.WRONG, told)


def is_well(findings: Iterable[Finding]) -> bool:
    """Tell whether nothing must be mended."""
    return all(one.grade is not Grade.WRONG for one in findings)


def told(findings: Sequence[Finding], voice: Voice) -> Sequence[Text]:
    """Write a line for each finding."""
    return [
        Text.assemble((one.grade.value[0], one.grade.value[1]), " ", voice.speak(one.told))
        for one in findings
    ]
