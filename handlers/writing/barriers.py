"""Why a field of ours cannot be written to a CRM, for whoever set Leadloop up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from handlers.connector import RemoteField
from handlers.keeping import Word, WordKind
from handlers.writing.confirming import targets
from handlers.writing.model import Allowed
from handlers.writing.work import Dictionary


class Barrier(StrEnum):
    """What is in the way; of several the one that has to be taken away first."""

    UNMAPPED = "unmapped"
    """Nobody said which field of the CRM this is."""
    GONE = "gone"
    """The CRM does not describe the field, or not to Leadloop."""
    READ_ONLY = "read-only"
    """The CRM's metadata says that nobody may write it, or that Leadloop's user may not."""
    NOT_ALLOWED = "not-allowed"
    """No administrator allowed it in Leadloop's home."""
    SETTINGS = "settings"
    """The settings leave it out."""


def barriers(
    dictionary: Dictionary, system: str, ours: Iterable[str], allowed: Allowed
) -> Mapping[Barrier, Sequence[str]]:
    """Sort our fields that may not be written by what is in the way; `ours` may be asked about at all."""
    words = {
        one.means: one
        for one in sorted(dictionary.words(system), key=lambda one: one.writes)
        if one.kind is WordKind.FIELD and one.means
    }
    described = {one.name: one for one in dictionary.fields(system)}
    open_ones = targets(dictionary, system, allowed)
    found: dict[Barrier, list[str]] = {}
    for field in sorted({*ours, *words} - set(open_ones)):
        found.setdefault(_barrier(words.get(field), described), []).append(field)
    return {barrier: found[barrier] for barrier in Barrier if barrier in found}


def _barrier(word: Word | None, described: Mapping[str, RemoteField]) -> Barrier:
    if word is None:
        return Barrier.UNMAPPED
    if word.word not in described:
        return Barrier.GONE
    if not described[word.word].is_writable:
        return Barrier.READ_ONLY
    return Barrier.SETTINGS if word.writes else Barrier.NOT_ALLOWED
